//! `gainsay accept`: someone has looked at a contradiction, and says why it may stand.

mod refresh;

use std::io::{self, Write};
use std::path::PathBuf;

use gainsay::baseline::JudgedStory;
use gainsay::check::{self, Became, ItemSelection, Justification};
use gainsay::findings::Report;
use gainsay::fusion::Verdict;
use gainsay::report;
use gainsay::view::{Fingerprints, Item};
use jiff::civil::Date;

use crate::output::Output;
use crate::run::FailOn;
use crate::status::{OK, WRONG};

/// Fewer digits of an id are a guess.
const LEAST_DIGITS: usize = 4;

#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("which").required(true).args(["ids", "all_new", "refresh"])))]
pub(crate) struct Args {
    /// Ids of contradictions, or of data items for all of theirs; their beginnings will do
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Accept every new contradiction, with all else that conflicts in its data item
    #[arg(long)]
    all_new: bool,
    /// Accept nothing: bring ids, labels and values in accepted files up to what they are now
    #[arg(long, conflicts_with_all = ["reason", "by", "until", "fail_on"])]
    refresh: bool,
    /// Why it may stand
    #[arg(long, value_name = "TEXT", value_parser = said, required_unless_present = "refresh")]
    reason: Option<String>,
    /// The last day it holds; afterwards it counts as new again
    #[arg(long, value_name = "DATE", value_parser = crate::run::day)]
    until: Option<Date>,
    /// Who accepts it
    #[arg(long, value_name = "NAME", value_parser = said)]
    by: Option<String>,
    /// With --all-new: `tension` accepts tensions, too
    #[arg(long, value_name = "VERDICT", conflicts_with = "ids")]
    fail_on: Option<FailOn>,
    /// Folders and claim files; ./claims where none is named
    #[arg(long = "in", value_name = "PATH", value_parser = crate::run::place())]
    paths: Vec<PathBuf>,
}

fn said(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("say something".to_owned()) } else { Ok(text.to_owned()) }
}

pub(crate) fn run(args: &Args, today: Option<Date>, output: &Output) -> io::Result<u8> {
    let mut err = output.err();
    let options = crate::run::options(&args.paths, None, today);
    if let (Some(until), Some(today)) = (args.until, options.today)
        && until < today
    {
        writeln!(err, "error: {until} has passed, so it would not be accepted at all")?;
        writeln!(err, "hint: --until is the last day it holds; leave it out to accept without an end")?;
        return Ok(WRONG);
    }
    let policy = check::policy(&options);
    // What a desk would not take is not written.
    if !args.refresh
        && let Some((message, _)) = why(args).lacks(&policy, options.today)
    {
        writeln!(err, "error: it would not be taken: {message}\nhint: give --by NAME and --until DATE")?;
        return Ok(WRONG);
    }
    let outcome = check::check(&options);
    output.problems(&outcome.problems)?;
    let missing = crate::run::missing_paths(&args.paths, output)?;
    if outcome.claim_files == 0 && missing {
        return Ok(WRONG);
    }
    if outcome.claim_files == 0 {
        return crate::run::nothing_found(&args.paths, None, &outcome, output);
    }
    if args.refresh {
        let status = refresh::run(&outcome, output)?;
        return Ok(if missing { WRONG } else { status });
    }
    let meant = if args.all_new {
        if outcome.has_errors() {
            writeln!(
                err,
                "error: nothing is accepted: what is wrong was left out, so not all that is new is known"
            )?;
            writeln!(err, "hint: mend the files above, or accept by id")?;
            return Ok(WRONG);
        }
        let tension = policy.fail_on_tension == Some(true);
        let settled = if tension { FailOn::Tension } else { FailOn::Contradiction };
        all_new(&outcome.report, args.fail_on.unwrap_or(settled).gravity())
    } else {
        match by_id(&outcome.report, &args.ids, &mut *err)? {
            Some(meant) => meant,
            None => return Ok(WRONG),
        }
    };
    let mut out = output.told();
    // Whoever accepts all that is new has seen everything.
    let all: &[JudgedStory] = if args.all_new { &outcome.report.stories } else { &[] };
    let done = match check::accept(&meant, all, &why(args)) {
        Ok(done) => done,
        Err(failed) => {
            let path = report::safe(&failed.path.display().to_string());
            writeln!(err, "error: {path} can't be written: {}", failed.error)?;
            writeln!(err, "hint: {}", failed.hint())?;
            return Ok(WRONG);
        }
    };
    for it in &done {
        let (what, file) = (report::safe(&it.what), report::safe(&it.file));
        match it.became {
            Became::Accepted => writeln!(out, "accepted  {what}\n          {file}")?,
            Became::Already => {
                writeln!(out, "already   {what}\n          {file}, where reason and until can be edited")?;
            }
            Became::Meanwhile => writeln!(out, "already   {what}\n          {file}")?,
        }
    }
    match done.iter().filter(|it| it.became == Became::Accepted).count() {
        0 => writeln!(out, "nothing new to accept")?,
        1 => writeln!(out, "1 file written: commit it")?,
        several => writeln!(out, "{several} files written: commit them")?,
    }
    out.flush()?;
    Ok(if missing || outcome.has_errors() { WRONG } else { OK })
}

/// What the command line says of whatever is accepted.
fn why(args: &Args) -> Justification {
    Justification { reason: args.reason.clone().unwrap_or_default(), by: args.by.clone(), until: args.until }
}

/// The items that would fail a run.
fn all_new(report: &Report, gravity: Verdict) -> Vec<ItemSelection<'_>> {
    let items = report.stories.iter().flat_map(|story| story.judged().map(move |item| (story, item)));
    let new = items.filter(|(_, item)| item.is_new(gravity));
    new.map(|(story, item)| (story, item, None)).collect()
}

/// What each id means; `None` where one of them means nothing or several things.
fn by_id<'r>(
    report: &'r Report,
    ids: &[String],
    err: &mut dyn Write,
) -> io::Result<Option<Vec<ItemSelection<'r>>>> {
    let mut all = Vec::new();
    let mut wrong = false;
    for id in ids {
        let meant = candidates(report, &id.to_lowercase());
        match meant.as_slice() {
            [one] => all.push(*one),
            [] => {
                let (message, hint) = unknown(report, id);
                writeln!(err, "error: {message}\nhint: {hint}")?;
                wrong = true;
            }
            several => {
                let shown = report::safe(id);
                writeln!(err, "error: {shown:?} is what {} ids begin with", several.len())?;
                for (story, item, conflict) in several {
                    let id = conflict.map_or(item.view.id.clone(), |own| format!("{}/{own}", item.id));
                    let (label, story) = (report::safe(&item.label), report::safe(&story.name));
                    let what = if conflict.is_some() { "one conflict of" } else { "all of" };
                    writeln!(err, "  {id}  {what} {label}  ({story})")?;
                }
                writeln!(err, "hint: give more digits, or the id of the data item before it, as above")?;
                wrong = true;
            }
        }
    }
    Ok((!wrong).then_some(all))
}

/// What an id may mean; `ITEM/ID` is a conflict of one data item alone.
fn candidates<'r>(report: &'r Report, id: &str) -> Vec<ItemSelection<'r>> {
    let (of, id) = id.split_once('/').unwrap_or(("", id));
    if id.len() < LEAST_DIGITS {
        return Vec::new();
    }
    let is_asked = |item: &Item| item.verdict.is_conflict() && item.id.starts_with(of);
    let mut found: Vec<ItemSelection<'r>> = Vec::new();
    for story in &report.stories {
        let fingerprints = Fingerprints::of(story);
        for item in story.judged().filter(|item| is_asked(item)) {
            if of.is_empty() && item.id.starts_with(id) {
                found.push((story, item, None));
            }
            let mut own: Vec<&str> = item
                .view
                .comparisons
                .iter()
                .filter(|it| it.verdict.is_conflict())
                .filter(|it| {
                    it.id.starts_with(id)
                        || fingerprints.called(&item.id, &it.id).starts_with(id)
                        || item.first_id(&story.name, it).starts_with(id)
                })
                .map(|it| it.id.as_str())
                .collect();
            own.sort_unstable();
            own.dedup();
            found.extend(own.into_iter().map(|conflict| (story, item, Some(conflict))));
        }
    }
    found
}

/// Why an id means nothing, and what to do about it.
fn unknown(report: &Report, id: &str) -> (String, String) {
    let shown = report::safe(id);
    if id.len() < LEAST_DIGITS {
        return (format!("{shown:?} is too short for an id"), format!("give {LEAST_DIGITS} digits or more"));
    }
    let items = || report.stories.iter().flat_map(|story| &story.items);
    if let Some(item) = items().find(|item| item.id.starts_with(&id.to_lowercase())) {
        let (label, verdict) = (report::safe(&item.label), item.verdict.name());
        return (
            format!("there is nothing to accept in {label}: {verdict}"),
            "accept contradictions and tensions".to_owned(),
        );
    }
    if let Some(stale) = report.stories.iter().flat_map(|story| &story.stale).find(|it| it.id.starts_with(id))
    {
        let (item, file) = (report::safe(&stale.item), report::safe(&stale.file));
        return (
            format!("{shown}, of {item}, is no longer found"),
            format!("`gainsay prune` removes {file}"),
        );
    }
    (
        format!("no conflict has the id {shown:?}"),
        "`gainsay check` shows the id of each conflict behind `accept`".to_owned(),
    )
}
