//! `gainsay check`: the conflict table, or the report for programs.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use gainsay::baseline::{JudgedComparison, JudgedItem, JudgedStory, State};
use gainsay::check::{self, Options, Outcome, Policies};
use gainsay::claim::{self, Policy};
use gainsay::findings::Shown;
use gainsay::fusion::Verdict;
use gainsay::linkage;
use gainsay::meter::{self, Budget};
use gainsay::report;
use gainsay::report::Format;
use jiff::Span;
use jiff::civil::Date;

use crate::destination::{self, Asked, Destination};
use crate::output::Output;
use crate::progress::CheckProgress;
use crate::run::{FailOn, cache, missing_paths, nothing_found, options, since};
use crate::status::{CONFLICTS, OK, WRONG};

/// Headings of the flags.
const SHOWN: &str = "What is shown";
const WRITTEN: &str = "How it is written";
const FAILS: &str = "What fails the run";

/// An acceptance that ends within so many days is named.
const SOON: i64 = 14;

#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct Args {
    /// Folders and claim files
    #[arg(value_name = "PATH", value_parser = crate::run::place())]
    pub(crate) paths: Vec<PathBuf>,
    /// Show agreements and single claims, too
    #[arg(long, help_heading = SHOWN)]
    all: bool,
    /// Show each conflict whole: every claim with its quote, pictures and reasons
    #[arg(long, help_heading = SHOWN)]
    long: bool,
    /// Show near misses, too: pairs left apart whose values conflict
    #[arg(long, help_heading = SHOWN)]
    near: bool,
    /// Show what is new alone, and count the rest in one line: for hooks and comments
    #[arg(long, help_heading = SHOWN, conflicts_with_all = ["all", "item", "verdict"])]
    new_only: bool,
    /// Align the claims of different stories, too
    #[arg(long, help_heading = SHOWN)]
    across: bool,
    /// Show accepted conflicts, too, in the formats that leave them out: sarif, github, gitlab
    #[arg(long, help_heading = SHOWN)]
    show_accepted: bool,
    /// Only the story of this name
    #[arg(long, help_heading = SHOWN, value_name = "NAME", conflicts_with = "across")]
    story: Option<String>,
    /// Only items whose label has these words, or whose id begins with them
    #[arg(long, help_heading = SHOWN, value_name = "WORDS")]
    item: Option<String>,
    /// Only items of this verdict (contradiction, tension, unclear, development, compatible, agreement, single); may be
    /// given more than once
    #[arg(long, help_heading = SHOWN, value_name = "VERDICT", value_parser = verdict)]
    verdict: Vec<Verdict>,
    /// What to write to standard output; the table where nothing else is asked
    #[arg(long, help_heading = WRITTEN, value_name = "FORMAT", value_parser = formats())]
    format: Option<Format>,
    /// Write a format to a file, such as sarif=gainsay.sarif, or to standard output; as often as wanted
    #[arg(long, help_heading = WRITTEN, value_name = "FORMAT[=FILE]", value_parser = destination::parse)]
    output: Vec<Destination>,
    /// Begin csv and csv-wide with a byte order mark, by which Excel knows that they are UTF-8
    #[arg(long, help_heading = WRITTEN)]
    bom: bool,
    /// Print counts instead of the table: verdicts by story, by kind of value and by outlet
    #[arg(long, help_heading = WRITTEN)]
    statistics: bool,
    /// What makes the run fail; a contradiction where neither this nor gainsay.toml says otherwise
    #[arg(long, help_heading = FAILS, value_name = "VERDICT")]
    fail_on: Option<FailOn>,
    /// Work everything out anew: neither use nor keep what earlier runs found
    #[arg(long)]
    no_cache: bool,
    /// The most work that a story may take, in seconds of a usual machine or in steps: the same on every machine. What is
    /// left out is named, and never counts as an agreement
    #[arg(long, value_name = "60s|STEPS|none", default_value_t)]
    budget: Budget,
    /// Say on standard error what the run cost, stage by stage
    #[arg(long)]
    timings: bool,
    /// Take no contradiction for accepted
    #[arg(long, help_heading = FAILS)]
    no_accepted: bool,
    /// Only what a git revision did not have counts as new; gainsay.toml may name one
    #[arg(long, help_heading = FAILS, value_name = "REF")]
    since: Option<String>,
    /// What to do about accepted contradictions that are no longer found; warn where gainsay.toml says nothing else
    #[arg(long, help_heading = FAILS, value_name = "WHAT")]
    stale: Option<StaleArg>,
    /// Exit with 0 whatever is found; what is wrong with files still counts
    #[arg(long, help_heading = FAILS)]
    exit_zero: bool,
}

impl Args {
    /// Whether anything was asked of the check.
    pub(crate) fn is_asked(&self) -> bool {
        let narrowed = self.story.is_some() || self.item.is_some() || !self.verdict.is_empty();
        let written = self.format.is_some() || !self.output.is_empty() || self.statistics;
        let known = self.no_accepted || self.since.is_some() || self.show_accepted || self.stale.is_some();
        let shaped = written || known || self.bom || self.fail_on.is_some();
        let widened = self.budget != Budget::default()
            || self.timings
            || self.all
            || self.long
            || self.near
            || self.across
            || self.new_only;
        !self.paths.is_empty() || widened || self.exit_zero || narrowed || shaped
    }
}

pub(crate) fn run(args: &Args, today: Option<Date>, output: &Output) -> io::Result<u8> {
    let asked = Asked {
        format: args.format,
        output: &args.output,
        statistics: args.statistics,
        bom: args.bom,
        quiet: output.is_quiet(),
    };
    let destinations = match destination::asked(&asked) {
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
        budget: args.budget,
        ..options(&args.paths, args.story.clone(), today)
    };
    let settings = options.settings.clone();
    let policies = Policies::new(&settings);
    // A run is written in one way and compared with one revision; what fails it, each story's own settings say.
    let policy = options.paths.first().map(|path| policies.of(path)).unwrap_or_default();
    let wanted = Wanted::new(args, &policy);
    // What is accepted is left out where everything is asked for, and so is a revision that nobody has named.
    let since_policy = policy.since.as_deref().filter(|_| !args.no_accepted);
    if !since(args.since.as_deref().or(since_policy), &mut options, output)? {
        return Ok(WRONG);
    }
    if args.timings {
        meter::ask();
    }
    let outcome = check::check_watched(&options, &CheckProgress::new(output.is_quiet()));
    output.problems(&outcome.problems)?;
    let missing = missing_paths(&args.paths, output)?;
    if outcome.claim_files == 0 && missing {
        return Ok(WRONG);
    }
    if outcome.claim_files == 0 {
        return nothing_found(&args.paths, args.story.as_deref(), &outcome, output);
    }
    let mut status = if missing { WRONG } else { status(&outcome, args, &wanted, &policies) };
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
        writeln!(output.notes(), "note: one file alone has nothing to be compared with: name its folder")?;
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
        no_stale: wanted.stale == claim::StalePolicy::Allow || args.new_only,
    };
    let failed = destination::deliver(&destinations, &outcome.report, &shown, output)?;
    if args.timings {
        meter::write(linkage::meters().chain(destination::meters()), &mut *output.err())?;
    }
    if table {
        soon(&outcome, &options, output)?;
    }
    if failed.is_none() {
        destination::tell(&destinations, &outcome.report, output)?;
    }
    Ok(failed.unwrap_or(status))
}

/// What fails the run: as the command line says, or else the settings.
struct Wanted {
    gravity: Verdict,
    stale: claim::StalePolicy,
}

impl Wanted {
    fn new(args: &Args, policy: &Policy) -> Self {
        let settled =
            if policy.fail_on_tension == Some(true) { FailOn::Tension } else { FailOn::Contradiction };
        let stale = args.stale.map(claim::StalePolicy::from).or(policy.stale);
        Self {
            gravity: args.fail_on.unwrap_or(settled).gravity(),
            stale: stale.unwrap_or(claim::StalePolicy::Warn),
        }
    }
}

/// Names what is accepted for not much longer, so that nobody is surprised by it.
fn soon(outcome: &Outcome, options: &Options, output: &Output) -> io::Result<()> {
    let Some(today) = options.today else { return Ok(()) };
    let last = today.saturating_add(Span::new().days(SOON)).to_string();
    let items = outcome.report.stories.iter().flat_map(JudgedStory::judged);
    let accepted = items.flat_map(JudgedItem::comparisons).filter(|it| it.state() == Some(State::Accepted));
    let ends = accepted.filter_map(JudgedComparison::accepted);
    let ends = ends.filter_map(|it| Some((it.until.as_ref()?, &it.file)));
    let ends: BTreeSet<_> = ends.filter(|(until, _)| **until <= last).collect();
    for (until, file) in ends {
        writeln!(
            output.notes(),
            "note: {} holds until {until}, and counts as new after it",
            report::safe(file)
        )?;
    }
    Ok(())
}

/// The exit status: from what was found, never from how it is shown. Facts across stories fail by what the run asks for.
fn status(outcome: &Outcome, args: &Args, wanted: &Wanted, policies: &Policies<'_>) -> u8 {
    let fails = |story: &JudgedStory| {
        let own = (!story.across).then(|| Wanted::new(args, &policies.of(Path::new(&story.folder))));
        let wanted = own.as_ref().unwrap_or(wanted);
        let stale = wanted.stale == claim::StalePolicy::Deny && !story.stale.is_empty();
        stale || story.judged().any(|item| item.is_new(wanted.gravity))
    };
    if outcome.has_errors() {
        WRONG
    } else if !args.exit_zero && outcome.report.stories.iter().any(fails) {
        CONFLICTS
    } else {
        OK
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum StaleArg {
    /// Count them, no more
    Allow,
    /// List them
    Warn,
    /// List them, and fail
    Deny,
}

impl From<StaleArg> for claim::StalePolicy {
    fn from(asked: StaleArg) -> Self {
        match asked {
            StaleArg::Allow => Self::Allow,
            StaleArg::Warn => Self::Warn,
            StaleArg::Deny => Self::Deny,
        }
    }
}

/// The formats of a report, each with what it is for.
fn formats() -> impl TypedValueParser<Value = Format> {
    let names = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.purpose()));
    let of = |name: String| Format::ALL.into_iter().find(|format| format.name() == name);
    PossibleValuesParser::new(names).try_map(move |name| of(name).ok_or("no such format"))
}

fn verdict(name: &str) -> Result<Verdict, String> {
    let known = Verdict::ALL.map(Verdict::name);
    let found = Verdict::ALL.into_iter().find(|verdict| verdict.name().eq_ignore_ascii_case(name.trim()));
    found.ok_or_else(|| format!("it takes one of {}", known.join(", ")))
}
