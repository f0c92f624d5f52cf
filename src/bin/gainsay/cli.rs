//! The command line.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::sync::OnceLock;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, FromArgMatches as _, Parser, Subcommand, ValueEnum};
use gainsay::claim;
use gainsay::fusion::Verdict;
use gainsay::report::Format;
use jiff::civil::Date;

use crate::destination::{self, Destination};

/// Columns of the help, at the most.
const HELP: usize = 100;

/// Headings of the flags.
const SHOWN: &str = "What is shown";
const WRITTEN: &str = "How it is written";
const FAILS: &str = "What fails the run";

const EXAMPLES: &str = "\
Examples:
  gainsay                             the conflicts of all stories in ./claims
  gainsay --item restructuring        one fact of them
  gainsay show restructuring          everything about it
  gainsay --output sarif=gainsay.sarif --output github
                                      for CI, in one run

Exit status: 0 nothing new, 1 new contradictions, 2 something is wrong, 3 no claim file found";

/// Shows where news outlets contradict each other, why, in whose words, and what can be printed
///
/// Without a command, `gainsay` checks ./claims.
#[derive(Parser)]
#[command(version, max_term_width = HELP, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) check: Check,
    /// When to use colour; by itself where a terminal shows it, see docs/report.md
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    /// Columns to fill; the terminal's own, or 120 where there is none
    #[arg(long, global = true, value_name = "COLUMNS")]
    pub(crate) width: Option<usize>,
    /// The settings to use, instead of the gainsay.toml that is nearest above the claims
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The day by which acceptances expire, instead of the system's own
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

/// The command line of this run. Where no terminal shows the help, no terminal's width counts, either.
pub(crate) fn parse() -> Cli {
    let mut command = Cli::command();
    if !std::io::stdout().is_terminal() {
        command = command.term_width(HELP);
    }
    let cli = Cli::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit());
    // Every command reads claims, and each by the same settings.
    CONFIG.get_or_init(|| cli.config.clone());
    cli
}

/// The settings that the command line names.
static CONFIG: OnceLock<Option<PathBuf>> = OnceLock::new();

/// The settings that the command line names, if it does.
pub(crate) fn config() -> Option<PathBuf> {
    CONFIG.get().cloned().flatten()
}

impl Check {
    /// Whether anything was asked of the check.
    pub(crate) fn is_asked(&self) -> bool {
        let narrowed = self.story.is_some() || self.item.is_some() || !self.verdict.is_empty();
        let written = self.format.is_some() || !self.output.is_empty() || self.statistics || self.quiet;
        let known = self.no_accepted || self.since.is_some() || self.show_accepted || self.stale.is_some();
        let shaped = written || known || self.bom || self.fail_on.is_some();
        let widened = self.all || self.long || self.near || self.across || self.new_only;
        !self.paths.is_empty() || widened || self.exit_zero || narrowed || shaped
    }
}

/// The names of all commands, in alphabetical order.
pub(crate) fn commands() -> Vec<String> {
    let mut names: Vec<String> =
        Cli::command().get_subcommands().map(|it| it.get_name().to_owned()).collect();
    names.sort();
    names
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Accept contradictions that someone has looked at, each in a file of its own
    Accept(crate::accept::Args),
    /// Compare the claims of all articles of each story (the default)
    Check(Check),
    /// Print a script that completes commands and flags in a shell
    Completions(crate::completions::Args),
    /// Show all of one data item: claims, quotes, reasons, why they are one fact, near misses
    Show(Show),
    /// Make claim files from a sheet of comma separated values; nothing is overwritten
    Import(crate::import::Args),
    /// Lay down the folders and files that claims begin with; nothing is overwritten
    Init(crate::init::Args),
    /// Remove the files of accepted contradictions that are no longer found
    Prune(crate::prune::Args),
    /// Measure alignment and verdicts against annotated stories
    Evaluate(crate::evaluate::Args),
    /// List what other outlets report and an article's file lacks
    Checklist(crate::checklist::Args),
    /// Tell what a rule of `gainsay lint` finds, and why
    Explain(crate::explain::Args),
    /// Put the keys of claim files in their order, and blanks where they belong; comments stay
    Fmt(crate::fmt::Args),
    /// Look for what a careful colleague would see in claim files
    Lint(crate::lint::Args),
    /// Print the manual page of gainsay, or of one of its commands
    Man(crate::man::Args),
    /// Write the editor's report, one page for a browser
    Report(crate::report::Args),
    /// Begin the claim file of an article, with drafts from its text
    New(crate::new::Args),
    /// Answer which claims are about the same fact; the answers become pins in the claim files
    Review(Review),
    /// Take a claim out of its item: it tells another fact
    Split(crate::split::Args),
    /// Say that two claims tell one fact
    Join(crate::join::Args),
    /// Print the JSON Schema of a kind of file, for editors
    Schema(crate::schema::Args),
    /// Show how values are understood
    Value(crate::value::Args),
    /// Serve an editor, over standard input and output: see docs/editors.md
    Lsp(crate::lsp::Args),
    /// Check at every save, and show what it changed; Ctrl-C ends it
    Watch(crate::watch::Args),
}

#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct Check {
    /// Folders and claim files
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Show agreements and single claims, too
    #[arg(long, help_heading = SHOWN)]
    pub(crate) all: bool,
    /// Show each conflict whole: every claim with its quote, pictures and reasons
    #[arg(long, help_heading = SHOWN)]
    pub(crate) long: bool,
    /// Show near misses, too: pairs left apart whose values conflict
    #[arg(long, help_heading = SHOWN)]
    pub(crate) near: bool,
    /// Show what is new alone, and count the rest in one line: for hooks and comments
    #[arg(long, help_heading = SHOWN, conflicts_with_all = ["all", "item", "verdict"])]
    pub(crate) new_only: bool,
    /// Align the claims of different stories, too
    #[arg(long, help_heading = SHOWN)]
    pub(crate) across: bool,
    /// Show accepted conflicts, too, in the formats that leave them out: sarif, github, gitlab
    #[arg(long, help_heading = SHOWN)]
    pub(crate) show_accepted: bool,
    /// Only the story of this name
    #[arg(long, help_heading = SHOWN, value_name = "NAME", conflicts_with = "across")]
    pub(crate) story: Option<String>,
    /// Only items whose label has these words, or whose id begins with them
    #[arg(long, help_heading = SHOWN, value_name = "WORDS")]
    pub(crate) item: Option<String>,
    /// Only items of this verdict (contradiction, tension, unclear, development, compatible, agreement, single); may be
    /// given more than once
    #[arg(long, help_heading = SHOWN, value_name = "VERDICT", value_parser = verdict)]
    pub(crate) verdict: Vec<Verdict>,
    /// What to write to standard output; the table where nothing else is asked
    #[arg(long, help_heading = WRITTEN, value_name = "FORMAT", value_parser = formats())]
    pub(crate) format: Option<Format>,
    /// Write a format to a file, such as sarif=gainsay.sarif, or to standard output; as often as wanted
    #[arg(long, help_heading = WRITTEN, value_name = "FORMAT[=FILE]", value_parser = destination::parse)]
    pub(crate) output: Vec<Destination>,
    /// Begin csv and csv-wide with a byte order mark, by which Excel knows that they are UTF-8
    #[arg(long, help_heading = WRITTEN)]
    pub(crate) bom: bool,
    /// Print counts instead of the table: verdicts by story, by kind of value and by outlet
    #[arg(long, help_heading = WRITTEN)]
    pub(crate) statistics: bool,
    /// Print no table, no warnings and no progress; errors, and what --format and --output ask for, still come
    #[arg(long, short, help_heading = WRITTEN)]
    pub(crate) quiet: bool,
    /// What makes the run fail; a contradiction where neither this nor gainsay.toml says otherwise
    #[arg(long, help_heading = FAILS, value_name = "VERDICT")]
    pub(crate) fail_on: Option<FailOn>,
    /// Work everything out anew: neither use nor keep what earlier runs found
    #[arg(long)]
    pub(crate) no_cache: bool,
    /// Take no contradiction for accepted
    #[arg(long, help_heading = FAILS)]
    pub(crate) no_accepted: bool,
    /// Only what a git revision did not have counts as new; gainsay.toml may name one
    #[arg(long, help_heading = FAILS, value_name = "REF")]
    pub(crate) since: Option<String>,
    /// What to do about accepted contradictions that are no longer found; warn where gainsay.toml says nothing else
    #[arg(long, help_heading = FAILS, value_name = "WHAT")]
    pub(crate) stale: Option<StaleOnes>,
    /// Exit with 0 whatever is found; what is wrong with files still counts
    #[arg(long, help_heading = FAILS)]
    pub(crate) exit_zero: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people, in a terminal
    Table,
    /// For programs, see docs/review.md
    Json,
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

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum StaleOnes {
    /// Count them, no more
    Allow,
    /// List them
    Warn,
    /// List them, and fail
    Deny,
}

impl From<StaleOnes> for claim::StaleOnes {
    fn from(asked: StaleOnes) -> Self {
        match asked {
            StaleOnes::Allow => Self::Allow,
            StaleOnes::Warn => Self::Warn,
            StaleOnes::Deny => Self::Deny,
        }
    }
}

#[derive(Args)]
pub(crate) struct Show {
    /// The item's id or its beginning, a claim's `FILE:LINE`, or words of its label
    #[arg(value_name = "ID|FILE:LINE|WORDS")]
    pub(crate) wanted: String,
    /// Tell the match weights of every pair, not of the weakest alone
    #[arg(long)]
    pub(crate) full: bool,
    /// Folders and claim files
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Review {
    /// Folders and claim files
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// List the questions, ask none
    #[arg(long, conflicts_with = "apply")]
    pub(crate) list: bool,
    /// Take the answers from a JSON file, see docs/review.md
    #[arg(long, value_name = "FILE")]
    pub(crate) apply: Option<PathBuf>,
    /// How to write the list
    #[arg(long, value_name = "FORMAT", default_value = "table", requires = "list")]
    pub(crate) format: ListFormat,
}

/// The formats of a report, each with what it is for.
fn formats() -> impl TypedValueParser<Value = Format> {
    let names = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.purpose()));
    let of = |name: String| Format::ALL.into_iter().find(|format| format.name() == name);
    PossibleValuesParser::new(names).try_map(move |name| of(name).ok_or("no such format"))
}

/// A day as the command line takes it.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| "it takes a day, written 2027-01-31".to_owned())
}

fn verdict(name: &str) -> Result<Verdict, String> {
    let known = Verdict::ALL.map(Verdict::name);
    let found = Verdict::ALL.into_iter().find(|verdict| verdict.name().eq_ignore_ascii_case(name.trim()));
    found.ok_or_else(|| format!("it takes one of {}", known.join(", ")))
}
