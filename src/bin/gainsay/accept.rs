//! `gainsay accept`: someone has looked at a contradiction, and says why it may stand.

mod refresh;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use gainsay::baseline::JudgedStory;
use gainsay::check::{self, AcceptResult, Became, ItemSelection, Justification, Outcome, Policies};
use gainsay::findings::Report;
use gainsay::fusion::Verdict;
use gainsay::report;
use gainsay::view::{Fingerprints, Item};
use jiff::civil::Date;

use crate::output::Output;
use crate::run::{FailOn, refuse, unwritten};
use crate::status::{OK, WRONG};

/// Fewer digits of an id are a guess.
const LEAST_DIGITS: usize = 4;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Ids of contradictions, or of data items for all of theirs; their beginnings will do. Folders and claim files beside
    /// them say where to look: ./claims where none is named
    #[arg(value_name = "ID|PATH")]
    asked: Vec<String>,
    /// Accept every new contradiction, with all else that conflicts in its data item
    #[arg(long, conflicts_with = "refresh")]
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
    #[arg(long, value_name = "VERDICT", requires = "all_new")]
    fail_on: Option<FailOn>,
    /// As a PATH, which was asked for in this way before 0.2
    #[arg(long = "in", value_name = "PATH", hide = true, value_parser = crate::run::place())]
    inside: Vec<PathBuf>,
}

impl Args {
    /// The ids that are asked for, and where to look for them. What looks like an id is one; `./` before it makes it a path.
    fn parts(&self) -> (Vec<String>, Vec<PathBuf>) {
        let (ids, paths): (Vec<&String>, Vec<&String>) = self.asked.iter().partition(|it| is_id(it));
        let places = paths.into_iter().map(|it| crate::run::named(Path::new(it)));
        (ids.into_iter().cloned().collect(), places.chain(self.inside.iter().cloned()).collect())
    }
}

/// Whether a text is meant as an id: digits of a hash, perhaps behind those of its item. A word that is nowhere to be
/// found is one, too, and mistyped.
fn is_id(text: &str) -> bool {
    let is_hash = |part: &str| !part.is_empty() && part.chars().all(|it| it.is_ascii_hexdigit());
    let is_word = !text.contains(['/', '\\', '.']) && !crate::run::named(Path::new(text)).exists();
    is_word || text.split('/').count() <= 2 && text.split('/').all(is_hash)
}

fn said(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("say something".to_owned()) } else { Ok(text.to_owned()) }
}

pub(crate) fn run(args: &Args, today: Option<Date>, output: &Output) -> io::Result<u8> {
    let mut err = output.err();
    let (ids, paths) = args.parts();
    let options = crate::run::options(&paths, None, today);
    if let Some((message, hint)) = misused(args, &ids, options.today) {
        return refuse(&mut *err, &message, hint);
    }
    let outcome = check::check(&options);
    output.problems(&outcome.problems)?;
    let missing = crate::run::missing_paths(&paths, output)?;
    if outcome.claim_files == 0 && missing {
        return Ok(WRONG);
    }
    if outcome.claim_files == 0 {
        return crate::run::nothing_found(&paths, None, &outcome, output);
    }
    if args.refresh {
        let status = refresh::run(&outcome, output)?;
        return Ok(if missing { WRONG } else { status });
    }
    let policies = Policies::new(&options.settings);
    let Some(meant) = meant(args, &ids, &outcome, &policies, &mut *err)? else { return Ok(WRONG) };
    // What a desk would not take is not written, and each story has its own desk's rules.
    for (story, ..) in &meant {
        if let Some((message, _)) = why(args).lacks(&policies.of(Path::new(&story.folder)), options.today) {
            let message = format!("it would not be taken in {}: {message}", report::safe(&story.name));
            return refuse(&mut *err, &message, "give --by NAME and --until DATE");
        }
    }
    // Whoever accepts all that is new has seen everything.
    let all: &[JudgedStory] = if args.all_new { &outcome.report.stories } else { &[] };
    match check::accept(&meant, all, &why(args)) {
        Ok(done) => tell(&done, &mut *output.told())?,
        Err(failed) => return unwritten(&mut *err, &failed),
    }
    Ok(if missing || outcome.has_errors() { WRONG } else { OK })
}

/// What is asked in a way that can't be meant, and what to do about it.
fn misused(args: &Args, ids: &[String], today: Option<Date>) -> Option<(String, &'static str)> {
    if let (Some(until), Some(today)) = (args.until, today)
        && until < today
    {
        let hint = "--until is the last day it holds; leave it out to accept without an end";
        return Some((format!("{until} has passed, so it would not be accepted at all"), hint));
    }
    match (ids.first(), args.all_new || args.refresh) {
        (Some(id), true) => {
            let id = report::safe(id);
            let hint = "give ids, or --all-new, or --refresh; ./ before the name of a folder makes it a path";
            Some((format!("{id:?} is taken for an id, and all are asked for"), hint))
        }
        (None, false) => {
            Some(("nothing says what to accept".to_owned(), "give the ids of conflicts, or --all-new"))
        }
        _ => None,
    }
}

/// What is to be accepted; `None` where that can't be known, which has been said.
fn meant<'r>(
    args: &Args,
    ids: &[String],
    outcome: &'r Outcome,
    policies: &Policies<'_>,
    err: &mut dyn Write,
) -> io::Result<Option<Vec<ItemSelection<'r>>>> {
    if !args.all_new {
        return by_id(&outcome.report, ids, err);
    }
    if outcome.has_errors() {
        writeln!(
            err,
            "error: nothing is accepted: what is wrong was left out, so not all that is new is known"
        )?;
        writeln!(err, "hint: mend the files above, or accept by id")?;
        return Ok(None);
    }
    Ok(Some(all_new(&outcome.report, |story| {
        let tension = policies.of(Path::new(&story.folder)).fail_on_tension == Some(true);
        let settled = if tension { FailOn::Tension } else { FailOn::Contradiction };
        args.fail_on.unwrap_or(settled).gravity()
    })))
}

/// Says what became of each conflict.
fn tell(done: &[AcceptResult], out: &mut dyn Write) -> io::Result<()> {
    for it in done {
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
    out.flush()
}

/// What the command line says of whatever is accepted.
fn why(args: &Args) -> Justification {
    Justification { reason: args.reason.clone().unwrap_or_default(), by: args.by.clone(), until: args.until }
}

/// The items that would fail a run, which asks in each story for conflicts of some gravity.
fn all_new(report: &Report, gravity: impl Fn(&JudgedStory) -> Verdict) -> Vec<ItemSelection<'_>> {
    let items = report.stories.iter().flat_map(|story| story.judged().map(move |item| (story, item)));
    let new = items.filter(|(story, item)| item.is_new(gravity(story)));
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
