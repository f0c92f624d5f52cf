//! `gainsay fmt`: claim files, stories and settings in canonical layout.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gainsay::files::{self, Problem, Severity, TextFile};
use gainsay::{layout, report};

use crate::output::Output;
use crate::status::{CONFLICTS, NOTHING, OK, WRONG};

/// What a file in another layout is called by services that collect findings.
const LAYOUT: &str = "layout";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folders and files; ./claims and the settings where none are named
    #[arg(value_name = "PATH", value_parser = crate::run::place())]
    paths: Vec<PathBuf>,
    /// Change nothing, and exit with 1 where something would change
    #[arg(long)]
    check: bool,
    /// How to write what would change
    #[arg(long, value_name = "FORMAT", default_value = "text", requires = "check")]
    format: How,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum How {
    /// A line each, for people
    Text,
    /// For code scanning
    Sarif,
    /// For the log of GitHub Actions
    Github,
    /// For the code quality report of GitLab
    Gitlab,
}

impl How {
    /// The report's format; `None` for people.
    fn format(self) -> Option<report::Format> {
        match self {
            Self::Text => None,
            Self::Sarif => Some(report::Format::Sarif),
            Self::Github => Some(report::Format::Github),
            Self::Gitlab => Some(report::Format::Gitlab),
        }
    }
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let missing = crate::run::missing_paths(&args.paths, output)?;
    let (files, mut problems) = files_of(&args.paths);
    if files.is_empty() && !missing && problems.is_empty() {
        writeln!(
            output.err(),
            "error: no claim file to lay out\nhint: gainsay fmt claims/STORY/OUTLET.toml"
        )?;
        return Ok(NOTHING);
    }
    let mut out = output.told();
    let mut changed = 0;
    let mut unlike = Vec::new();
    for path in &files {
        match lay_out(path, args.check) {
            Ok(false) => {}
            Ok(true) if args.format != How::Text => {
                changed += 1;
                let file = Arc::new(TextFile::new(files::shown_path(path), ""));
                let message = "the file is not in its canonical layout";
                let problem = Problem::new(Severity::Warning, &file, 0..0, message);
                unlike.push(problem.hint("`gainsay fmt` lays it out").rule(LAYOUT));
            }
            Ok(true) => {
                changed += 1;
                let words = if args.check { "would change" } else { "laid out" };
                writeln!(out, "{words}: {}", report::safe(&files::shown_path(path)))?;
            }
            Err(found) => problems.extend(found),
        }
    }
    out.flush()?;
    output.problems(&problems)?;
    if let Some(format) = args.format.format() {
        let all: Vec<Problem> = unlike.into_iter().chain(problems.iter().cloned()).collect();
        let mut plain = output.plain();
        crate::lint::write_report(&all, format, output, &mut *plain)?;
        plain.flush()?;
    }
    Ok(match () {
        () if missing || !problems.is_empty() => WRONG,
        () if args.check && changed > 0 => CONFLICTS,
        () => OK,
    })
}

/// The claim files and stories at and below the paths, and the settings that hold here.
fn files_of(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Problem>) {
    let options = crate::run::options(paths, None, None);
    let (folders, problems) = files::find(&options.paths);
    let mut found: Vec<PathBuf> = paths.iter().filter(|path| path.is_file()).cloned().collect();
    for folder in folders {
        let named = paths.iter().any(|path| path.is_file() && path.parent() == Some(&folder.path));
        let whole =
            paths.is_empty() || paths.iter().any(|path| path.is_dir() && folder.path.starts_with(path));
        found.extend(folder.story_file().filter(|_| whole || !named));
        found.extend(folder.claim_files);
    }
    if paths.is_empty() {
        let settings = options.paths.first().and_then(|path| options.settings.file_for(path));
        found.extend(settings.map(|file| PathBuf::from(files::shown_path(&file))));
    }
    let mut errors: Vec<Problem> = problems;
    errors.retain(|problem| problem.severity == Severity::Error);
    let mut plain: Vec<PathBuf> = found.iter().map(|path| path.components().collect()).collect();
    plain.sort();
    plain.dedup();
    (plain, errors)
}

/// Writes a file in canonical layout, unless that is only asked; whether it was another before.
fn lay_out(path: &Path, only_asked: bool) -> Result<bool, Vec<Problem>> {
    let file = TextFile::read(path).map_err(|problem| vec![*problem])?;
    let text = layout::formatted(&file)?;
    if text == file.text() {
        return Ok(false);
    }
    if only_asked {
        return Ok(true);
    }
    if let Err(error) = files::replace_text(path, file.text(), &text) {
        // Another run may have laid it out in the meantime.
        if TextFile::read(path).is_ok_and(|now| now.text() == text) {
            return Ok(false);
        }
        let message = format!("it can't be written: {error}");
        return Err(vec![Problem::new(Severity::Error, &file, 0..0, message).hint("the file is as it was")]);
    }
    Ok(true)
}
