//! `gainsay split`: a claim tells another fact than the item it is in.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use gainsay::claim::Story;
use gainsay::files::{Problem, Severity};
use gainsay::report;
use gainsay::review::{self, Case, Pins, Refused};

use crate::named::{self, NamedClaim, Unresolved};
use crate::output::Output;
use crate::pins;
use crate::status::{OK, WRONG};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The claim, as FILE.toml#NUMBER or FILE.toml:LINE; or the id of an item, where one claim of it is in doubt
    #[arg(value_name = "CLAIM|ID")]
    claim: String,
    /// Folders and claim files
    #[arg(value_name = "PATH", value_parser = crate::run::place())]
    paths: Vec<PathBuf>,
    /// Take back what told the claim apart last
    #[arg(long)]
    undo: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    on_claims(&args.paths, &[&args.claim], output, |cases, named| {
        let NamedClaim { case, claim } = named[0];
        let case = &mut cases[case];
        let before = case.pins.clone();
        let refused = if args.undo { case.undo_split(claim) } else { case.split(claim) };
        if let Err(refused) = refused {
            let name = named::name(case, claim);
            let fault = if args.undo { nothing_apart(&name) } else { fault(case, &refused, (claim, claim)) };
            return refuse(&fault, output);
        }
        let name = named::name(case, claim);
        let (what, undo) = if args.undo {
            (format!("{name} is told apart no more"), None)
        } else {
            let what = format!("{name} tells another fact than the item it was in");
            (what, Some(format!("gainsay split --undo {name}")))
        };
        finish(case, &before, (&what, undo.as_deref(), args.dry_run), output)
    })
}

fn nothing_apart(name: &str) -> Unresolved {
    let hint =
        "only what `not` keys say can be taken back; pins in `item` are taken back by `gainsay join --undo`";
    Unresolved { message: format!("nothing says that {name} is told apart"), hint: hint.to_owned() }
}

/// Reads the stories in which claims are named, finds these, and hands both on.
pub(crate) fn on_claims(
    paths: &[PathBuf],
    wanted: &[&String],
    output: &Output,
    then: impl FnOnce(&mut [Case<'_>], &[NamedClaim]) -> io::Result<u8>,
) -> io::Result<u8> {
    // The story of a file that is named as it lies there is enough.
    let folder = || wanted.iter().find_map(|it| folder_of(it));
    let paths = if paths.is_empty() { folder().into_iter().collect() } else { paths.to_vec() };
    if crate::run::missing_paths(&paths, output)? {
        return Ok(WRONG);
    }
    let mut problems = Vec::new();
    let options = crate::run::options(&paths, None, None);
    let (stories, claim_files): (Vec<Story>, usize) = gainsay::check::stories(&options, &mut problems);
    let errors: Vec<Problem> = problems.into_iter().filter(|it| it.severity == Severity::Error).collect();
    output.problems(&errors)?;
    if claim_files == 0 {
        return crate::run::nothing_found(&paths, None, &gainsay::check::check(&options), output);
    }
    let mut cases: Vec<Case<'_>> = stories.iter().map(Case::new).collect();
    match wanted.iter().map(|it| named::find(&cases, it)).collect::<Result<Vec<NamedClaim>, Unresolved>>() {
        Ok(named) => then(&mut cases, &named),
        Err(fault) => refuse(&fault, output),
    }
}

/// The folder of the claim file that a claim's name begins with, where there is such a file.
fn folder_of(wanted: &str) -> Option<PathBuf> {
    let (file, _) = wanted.rsplit_once('#').or_else(|| wanted.rsplit_once(':'))?;
    let file = Path::new(file);
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    file.is_file().then(|| folder.to_owned())
}

/// Why something can't be said of two claims, or of one and its item.
pub(crate) fn fault(case: &Case<'_>, refused: &Refused, (a, b): (usize, usize)) -> Unresolved {
    let (mine, yours) = (named::name(case, a), named::name(case, b));
    let (message, hint) = match refused {
        Refused::Alone => (
            format!("{mine} is the only claim of its item"),
            "there is nothing that it could be told apart from".to_owned(),
        ),
        Refused::Shares(other, pin) => (
            format!("{mine} and {} are pinned as one fact: item = {pin:?}", named::name(case, *other)),
            format!("take that back first: gainsay join --undo {mine}"),
        ),
        Refused::OneArticle => (
            format!("{mine} and {yours} are told by one article"),
            "facts are compared between articles; where one tells a fact twice, remove one of the two"
                .to_owned(),
        ),
        Refused::TwoPins(own, other) => (
            format!("{mine} is pinned as {own:?} and {yours} as {other:?}: two facts"),
            format!("take one of the pins back first: gainsay join --undo {yours}"),
        ),
        Refused::ToldApart(pin) => (
            format!("{mine} and {yours} were told apart: {pin:?}"),
            "take that back first: gainsay split --undo CLAIM, for the one whose `not` names it".to_owned(),
        ),
        Refused::Joined(pin) => (
            format!("{mine} and {yours} are pinned as one fact already: item = {pin:?}"),
            "there is nothing to write".to_owned(),
        ),
        Refused::NothingSaid => (
            format!("no pin says what {mine} tells"),
            "only what `item` keys say can be taken back".to_owned(),
        ),
    };
    Unresolved { message, hint }
}

pub(crate) fn refuse(fault: &Unresolved, output: &Output) -> io::Result<u8> {
    let lines = |text: &str| text.lines().map(report::safe).collect::<Vec<_>>().join("\n");
    writeln!(output.err(), "error: {}\nhint: {}", lines(&fault.message), lines(&fault.hint))?;
    Ok(WRONG)
}

/// Writes what is said now, and tells it; or, for a dry run, tells it alone.
pub(crate) fn finish(
    case: &Case<'_>,
    before: &Pins,
    (what, undo, dry): (&str, Option<&str>, bool),
    output: &Output,
) -> io::Result<u8> {
    if !dry && let Err(failed) = review::write(&case.alignment, before, &case.pins) {
        return crate::run::unwritten(&mut *output.err(), &failed);
    }
    let mut out = if dry { output.out() } else { output.told() };
    writeln!(out, "{}{}", report::safe(what), pins::written(case, before))?;
    match undo {
        _ if dry => writeln!(out, "nothing is written: --dry-run")?,
        Some(undo) => writeln!(out, "undo: {}", report::safe(undo))?,
        None => {}
    }
    out.flush()?;
    Ok(OK)
}
