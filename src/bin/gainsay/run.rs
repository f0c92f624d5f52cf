//! What commands begin with: what to read, by which settings and day, and what to say where there is nothing.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use clap::ValueEnum;
use clap::builder::{OsStringValueParser, TypedValueParser};
use etcetera::BaseStrategy as _;
use gainsay::cache::Cache;
use gainsay::check::{self, Options, Outcome};
use gainsay::config::Settings;
use gainsay::files::{Unwritten, shown_path};
use gainsay::fusion::Verdict;
use gainsay::report;
use jiff::Zoned;
use jiff::civil::Date;

use crate::output::Output;
use crate::status::{NOTHING, WRONG};

/// The settings that the command line names.
static CONFIG: OnceLock<Option<PathBuf>> = OnceLock::new();

/// Takes the settings that the command line names for all that this run reads.
pub(crate) fn settle(config: Option<PathBuf>) {
    CONFIG.get_or_init(|| config);
}

/// The settings that the command line names, if it does.
pub(crate) fn config() -> Option<PathBuf> {
    CONFIG.get().cloned().flatten()
}

/// The settings that hold: those that the command line names, or else those above each story.
pub(crate) fn settings() -> Settings {
    config().map_or(Settings::Found, Settings::Given)
}

/// What to check: ./claims where nothing is named, with the settings that hold here, and by the system's own day where
/// no other one is given.
pub(crate) fn options(paths: &[PathBuf], story: Option<String>, today: Option<Date>) -> Options {
    let paths = if paths.is_empty() { vec![PathBuf::from("claims")] } else { paths.to_vec() };
    Options {
        paths,
        settings: settings(),
        story,
        today: Some(today.unwrap_or_else(self::today)),
        ..Options::default()
    }
}

/// Takes what a revision had for known; says so and returns false where it can't be read.
pub(crate) fn since(revision: Option<&str>, options: &mut Options, output: &Output) -> io::Result<bool> {
    let Some(revision) = revision.filter(|_| options.paths.iter().any(|path| path.exists())) else {
        return Ok(true);
    };
    match check::earlier(revision, options) {
        Ok(earlier) => options.earlier = earlier,
        Err(found) => {
            let message = report::safe(&found.message);
            writeln!(output.err(), "error: {message}\nhint: {}", report::safe(&found.hint))?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// Where what earlier runs found is kept: the platform's folder for caches.
pub(crate) fn cache(unwanted: bool) -> Option<Cache> {
    let folders = etcetera::choose_base_strategy().ok().filter(|_| !unwanted)?;
    // A home that is no whole path would have us write beside the claims.
    let folder = Some(folders.cache_dir()).filter(|it| it.is_absolute())?;
    Some(Cache::new(folder.join("gainsay")))
}

/// What day it is: the only question that is put to the clock.
pub(crate) fn today() -> Date {
    Zoned::now().date()
}

/// A path as the command line takes it: a file, a folder, or the name of a story below ./claims.
pub(crate) fn place() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(|text| named(Path::new(&text)))
}

/// The path, or the story below ./claims that has it for a name.
pub(crate) fn named(path: &Path) -> PathBuf {
    let story = Path::new("claims").join(path);
    let is_name = !path.as_os_str().is_empty() && path.is_relative() && !path.exists() && story.is_dir();
    if is_name { story } else { path.to_path_buf() }
}

/// Says which of the paths asked for do not exist; whether there are any.
pub(crate) fn missing_paths(paths: &[PathBuf], output: &Output) -> io::Result<bool> {
    let mut err = output.err();
    let missing: Vec<&PathBuf> = paths.iter().filter(|path| !path.exists()).collect();
    for path in &missing {
        let name = path.display().to_string().replace(char::is_control, "\u{fffd}");
        writeln!(err, "error: there is no file or folder {name}")?;
        writeln!(err, "hint: name a file, a folder, or a story below ./claims")?;
    }
    Ok(!missing.is_empty())
}

/// Says which file can't be written, and what to do about it.
pub(crate) fn unwritten(err: &mut dyn Write, failed: &Unwritten) -> io::Result<u8> {
    let (path, error) = (report::safe(&shown_path(&failed.path)), report::safe(&failed.error.to_string()));
    refuse(err, &format!("{path} can't be written: {error}"), failed.hint())
}

/// Says why nothing is done, and what to do about that.
pub(crate) fn refuse(err: &mut dyn Write, message: &str, hint: &str) -> io::Result<u8> {
    writeln!(err, "error: {message}\nhint: {hint}")?;
    Ok(WRONG)
}

/// Says that there is nothing to compare, and what to do about it.
pub(crate) fn nothing_found(
    paths: &[PathBuf],
    story: Option<&str>,
    outcome: &Outcome,
    output: &Output,
) -> io::Result<u8> {
    let mut err = output.err();
    let asked: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let asked = if asked.is_empty() { "./claims".to_owned() } else { asked.join(", ") };
    if let Some(story) = story {
        writeln!(err, "error: no story called {story:?} in {asked}")?;
        writeln!(err, "hint: a story is called like its folder: {}", outcome.stories.join(", "))?;
    } else {
        writeln!(err, "error: no claim file in {asked}")?;
        writeln!(
            err,
            "hint: a claim file is claims/STORY/OUTLET.toml with [article] and [[claim]]; see docs/claim-format.md"
        )?;
    }
    Ok(if outcome.has_errors() { WRONG } else { NOTHING })
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum FailOn {
    Contradiction,
    Tension,
}

impl FailOn {
    /// What is grave enough.
    pub(crate) fn gravity(self) -> Verdict {
        match self {
            Self::Contradiction => Verdict::Contradiction,
            Self::Tension => Verdict::Tension,
        }
    }
}

/// A day as the command line takes it.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| "it takes a day, written 2027-01-31".to_owned())
}
