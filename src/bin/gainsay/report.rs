//! `gainsay report`: the editor's page, written to a file and, where asked, opened.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use gainsay::check::{self, Options};
use gainsay::findings::{Shown, Summary};
use gainsay::report;
use gainsay::report::Format;
use jiff::civil::Date;

use crate::destination::{self, Destination};
use crate::output::Output;
use crate::progress::CheckProgress;
use crate::status::{OK, WRONG};

/// Where the page goes where nothing else is asked.
const PAGE: &str = "gainsay-report.html";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folders and claim files
    #[arg(value_name = "PATH", value_parser = crate::run::place())]
    paths: Vec<PathBuf>,
    /// Where to write the page; `-` is standard output
    #[arg(long, short, value_name = "FILE", default_value = PAGE)]
    output: PathBuf,
    /// Open it in the browser
    #[arg(long)]
    open: bool,
    /// Only the story of this name
    #[arg(long, value_name = "NAME")]
    story: Option<String>,
    /// Only what a git revision did not have counts as new
    #[arg(long, value_name = "REF")]
    since: Option<String>,
}

pub(crate) fn run(args: &Args, today: Option<Date>, output: &Output) -> io::Result<u8> {
    let to_file = args.output != Path::new("-");
    if args.open && !to_file {
        writeln!(output.err(), "error: --open needs a file\nhint: leave --output away, or name one")?;
        return Ok(WRONG);
    }
    if let Some(kept) = to_file.then(|| destination::kept(Format::Html, &args.output)).flatten() {
        let name = shown(&args.output);
        writeln!(
            output.err(),
            "error: {name} is {kept} and was not overwritten\nhint: write it elsewhere: --output {PAGE}"
        )?;
        return Ok(WRONG);
    }
    let mut options = Options {
        cache: crate::run::cache(false),
        ..crate::run::options(&args.paths, args.story.clone(), today)
    };
    if !crate::run::since(args.since.as_deref(), &mut options, output)? {
        return Ok(WRONG);
    }
    let outcome = check::check_watched(&options, &CheckProgress::new(false));
    output.problems(&outcome.problems)?;
    let missing = crate::run::missing_paths(&args.paths, output)?;
    if outcome.claim_files == 0 && missing {
        return Ok(WRONG);
    }
    if outcome.claim_files == 0 {
        return crate::run::nothing_found(&args.paths, args.story.as_deref(), &outcome, output);
    }
    let page = Destination::new(Format::Html, to_file.then(|| args.output.clone()));
    if let Some(failed) = destination::deliver(&[page], &outcome.report, &Shown::default(), output)? {
        return Ok(failed);
    }
    if to_file {
        writeln!(output.told(), "{}: {}", shown(&args.output), found(&outcome.report.summary))?;
    }
    let opened = !args.open || open(&args.output, output)?;
    Ok(if missing || outcome.has_errors() || !opened { WRONG } else { OK })
}

fn shown(file: &Path) -> String {
    report::safe(&file.display().to_string())
}

fn found(summary: &Summary) -> String {
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    format!(
        "{} ({} new), {}, {} unclear",
        count(summary.contradictions, "contradiction"),
        summary.new,
        count(summary.tensions, "tension"),
        summary.unclear
    )
}

/// Hands the page to whatever opens pages here; whether that could be started.
fn open(file: &Path, output: &Output) -> io::Result<bool> {
    let opener = match () {
        () if cfg!(target_os = "macos") => "open",
        () if cfg!(windows) => "explorer",
        () => "xdg-open",
    };
    // A name that begins with a hyphen is no flag when it is a whole path.
    let whole = std::path::absolute(file)?;
    let mut command = Command::new(opener);
    let quiet = command.arg(whole).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Err(error) = quiet.spawn() else { return Ok(true) };
    writeln!(
        output.err(),
        "error: nothing here opens pages: {opener}: {error}\nhint: open {} yourself",
        shown(file)
    )?;
    Ok(false)
}
