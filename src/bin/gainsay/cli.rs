//! The command line.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches as _, Parser, Subcommand};
use jiff::civil::Date;

use crate::output::Color;
use crate::run::{self, day};
use crate::{check, review, show};

/// Columns of the help, at the most.
const HELP: usize = 100;

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
    pub(crate) check: check::Args,
    /// When to use colour; by itself where a terminal shows it, see docs/report.md
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    /// Say nothing but errors and what is asked for: no table, warnings, notes or progress, and not what was done
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Columns to fill; the terminal's own, or 120 where there is none
    #[arg(long, global = true, value_name = "COLUMNS")]
    pub(crate) width: Option<usize>,
    /// The settings to use, instead of the gainsay.toml that is nearest above the claims
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The day by which acceptances expire and `published` may lie, instead of the system's own
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
    run::settle(cli.config.clone());
    cli
}

/// The command that was probably meant by a path that does not exist.
pub(crate) fn mistaken(cli: &Cli) -> Option<(String, String)> {
    let path = cli.check.paths.first().filter(|path| !path.exists())?;
    let typed = path.display().to_string();
    let far = |name: &str| strsim::damerau_levenshtein(name, &typed);
    let names = Cli::command().get_subcommands().map(|it| it.get_name().to_owned()).collect::<Vec<_>>();
    let meant = names.into_iter().min_by_key(|name| far(name)).filter(|name| far(name) <= 2)?;
    Some((typed, meant))
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Accept contradictions that someone has looked at, each in a file of its own
    Accept(crate::accept::Args),
    /// Compare the claims of all articles of each story (the default)
    Check(check::Args),
    /// Print a script that completes commands and flags in a shell
    Completions(crate::completions::Args),
    /// Show all of one data item: claims, quotes, reasons, why they are one fact, near misses
    Show(show::Args),
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
    Review(review::Args),
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
