//! `gainsay check`: the conflict table, or the report for programs.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;

use etcetera::BaseStrategy as _;
use gainsay::baseline::State;
use gainsay::cache::Cache;
use gainsay::check::{self, Options, Outcome};
use gainsay::claim::{Policy, StaleOnes};
use gainsay::config::Settings;
use gainsay::files::Severity;
use gainsay::fusion::Verdict;
use gainsay::report::{self, Shown};
use jiff::civil::Date;
use jiff::{Span, Zoned};

use crate::cli::{Check, FailOn};
use crate::destination::Destination;
use crate::output::Output;
use crate::progress::Bar;
use crate::{CONFLICTS, NOTHING, OK, WRONG, destination};

/// An acceptance that ends within so many days is named.
const SOON: i64 = 14;

pub(crate) fn run(args: &Check, today: Option<Date>, output: &Output) -> io::Result<u8> {
    let destinations = match destination::asked(args) {
        Ok(destinations) => destinations,
        Err([message, hint]) => {
            writeln!(output.err(), "error: {message}\nhint: {hint}")?;
            return Ok(WRONG);
        }
    };
    let mut options = Options {
        across: args.across,
        near: args.near,
        cache: cache(args.no_cache),
        ignore_accepted: args.no_accepted,
        ..options(&args.paths, args.story.clone(), today)
    };
    let policy = check::policy(&options);
    let wanted = Wanted::new(args, &policy);
    // What is accepted is left out where everything is asked for, and so is a revision that nobody has named.
    let since_policy = policy.since.as_deref().filter(|_| !args.no_accepted);
    if !since(args.since.as_deref().or(since_policy), &mut options, output)? {
        return Ok(WRONG);
    }
    let mut outcome = check::check_watched(&options, &Bar::new(args.quiet));
    if args.quiet {
        outcome.problems.retain(|it| it.severity == Severity::Error);
    }
    report::problems(&outcome.problems, output.width(), &mut *output.err())?;
    let missing = missing_paths(&args.paths, output)?;
    if outcome.claim_files == 0 && missing {
        return Ok(WRONG);
    }
    if outcome.claim_files == 0 {
        return nothing_found(&args.paths, args.story.as_deref(), &outcome, output);
    }
    let mut status = if missing { WRONG } else { status(&outcome, args, &wanted) };
    if let Some(asked) = args.item.as_deref()
        && !outcome.report.stories.iter().flat_map(|story| &story.items).any(|item| item.is_meant(asked))
    {
        let asked = report::safe(asked);
        writeln!(
            output.err(),
            "error: no data item is called {asked:?}\nhint: `gainsay check --all` lists them all"
        )?;
        status = WRONG;
    }
    let table = destinations.iter().any(Destination::is_table);
    if outcome.claim_files == 1 && table && args.paths.iter().any(|path| path.is_file()) {
        writeln!(output.err(), "note: one file alone has nothing to be compared with: name its folder")?;
    }
    let shown = Shown {
        all: args.all,
        long: args.long,
        near: args.near,
        accepted: args.show_accepted,
        fail_on: Some(wanted.gravity),
        new_only: args.new_only,
        item: args.item.clone(),
        verdicts: args.verdict.clone(),
        no_stale: wanted.stale == StaleOnes::Allow || args.new_only,
    };
    let failed = destination::deliver(&destinations, &outcome.report, &shown, output)?;
    if table && !args.quiet {
        soon(&outcome, &options, output)?;
    }
    if failed.is_none() && !args.quiet {
        destination::tell(&destinations, &outcome.report, output)?;
    }
    Ok(failed.unwrap_or(status))
}

/// What fails the run: as the command line says, or else the settings.
struct Wanted {
    gravity: Verdict,
    stale: StaleOnes,
}

impl Wanted {
    fn new(args: &Check, policy: &Policy) -> Self {
        let settled =
            if policy.fail_on_tension == Some(true) { FailOn::Tension } else { FailOn::Contradiction };
        let stale = args.stale.map(StaleOnes::from).or(policy.stale);
        Self { gravity: args.fail_on.unwrap_or(settled).gravity(), stale: stale.unwrap_or(StaleOnes::Warn) }
    }
}

/// Names what is accepted for not much longer, so that nobody is surprised by it.
fn soon(outcome: &Outcome, options: &Options, output: &Output) -> io::Result<()> {
    let Some(today) = options.today else { return Ok(()) };
    let last = today.saturating_add(Span::new().days(SOON)).to_string();
    let items = outcome.report.stories.iter().flat_map(|story| &story.items);
    let accepted = items.flat_map(|item| &item.comparisons).filter(|it| it.state == Some(State::Accepted));
    let ends = accepted.filter_map(|it| it.accepted.as_deref());
    let ends = ends.filter_map(|it| Some((it.until.as_ref()?, &it.file)));
    let ends: BTreeSet<_> = ends.filter(|(until, _)| **until <= last).collect();
    for (until, file) in ends {
        writeln!(
            output.err(),
            "note: {} holds until {until}, and counts as new after it",
            report::safe(file)
        )?;
    }
    Ok(())
}

/// What to check: ./claims where nothing is named, with the settings that hold here, and by the system's own day where
/// no other one is given.
pub(crate) fn options(paths: &[PathBuf], story: Option<String>, today: Option<Date>) -> Options {
    let paths = if paths.is_empty() { vec![PathBuf::from("claims")] } else { paths.to_vec() };
    let settings = crate::cli::config().map_or(Settings::Found, Settings::Given);
    Options { paths, settings, story, today: Some(today.unwrap_or_else(self::today)), ..Options::default() }
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
    Some(Cache::new(folders.cache_dir().join("gainsay")))
}

/// What day it is: the only question that is put to the clock.
pub(crate) fn today() -> Date {
    Zoned::now().date()
}

/// The exit status: from what was found, never from how it is shown.
fn status(outcome: &Outcome, args: &Check, wanted: &Wanted) -> u8 {
    let mut items = outcome.report.stories.iter().flat_map(|story| &story.items);
    let stale = wanted.stale == StaleOnes::Deny && outcome.report.summary.stale > 0;
    if outcome.has_errors() {
        WRONG
    } else if !args.exit_zero && (stale || items.any(|item| item.is_new(wanted.gravity))) {
        CONFLICTS
    } else {
        OK
    }
}

/// Says which of the paths asked for do not exist; whether there are any.
pub(crate) fn missing_paths(paths: &[PathBuf], output: &Output) -> io::Result<bool> {
    let mut err = output.err();
    let missing: Vec<&PathBuf> = paths.iter().filter(|path| !path.exists()).collect();
    for path in &missing {
        let name = path.display().to_string().replace(char::is_control, "\u{fffd}");
        writeln!(err, "error: there is no file or folder {name}")?;
        let commands = crate::cli::commands();
        let far = |command: &&String| strsim::damerau_levenshtein(command, &name);
        match commands.iter().min_by_key(far).filter(|it| far(it) <= 2) {
            Some(command) => writeln!(err, "hint: did you mean the command `gainsay {command}`?")?,
            None => writeln!(err, "hint: paths count from the working directory")?,
        }
    }
    Ok(!missing.is_empty())
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
