//! `gainsay accept`: someone has looked at a contradiction, and says why it may stand.

mod refresh;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use gainsay::baseline::{self, Accepted, Conflict, Side, State};
use gainsay::check;
use gainsay::files::{Batch, TextFile, Unwritten};
use gainsay::fusion::Verdict;
use gainsay::report::{self, Item, Report, Story};
use jiff::civil::Date;

use crate::cli::FailOn;
use crate::output::Output;
use crate::{OK, WRONG};

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
    #[arg(long, value_name = "DATE", value_parser = crate::cli::day)]
    until: Option<Date>,
    /// Who accepts it
    #[arg(long, value_name = "NAME", value_parser = said)]
    by: Option<String>,
    /// With --all-new: `tension` accepts tensions, too
    #[arg(long, value_name = "VERDICT", conflicts_with = "ids")]
    fail_on: Option<FailOn>,
    /// Folders and claim files; ./claims where none is named
    #[arg(long = "in", value_name = "PATH")]
    paths: Vec<PathBuf>,
}

fn said(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("say something".to_owned()) } else { Ok(text.to_owned()) }
}

/// What an id means: an item, with all its conflicts or one.
type Meant<'r> = (&'r Story, &'r Item, Option<&'r str>);

pub(crate) fn run(args: &Args, today: Option<Date>, output: &Output) -> io::Result<u8> {
    let mut err = output.err();
    let options = crate::check::options(&args.paths, None, today);
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
        && let Some((message, _)) = asked(args).lacks(&policy, options.today)
    {
        writeln!(err, "error: it would not be taken: {message}\nhint: give --by NAME and --until DATE")?;
        return Ok(WRONG);
    }
    let outcome = check::check(&options);
    report::problems(&outcome.problems, output.width(), &mut *err)?;
    let missing = crate::check::missing_paths(&args.paths, output)?;
    if outcome.claim_files == 0 && missing {
        return Ok(WRONG);
    }
    if outcome.claim_files == 0 {
        return crate::check::nothing_found(&args.paths, None, &outcome, output);
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
    let mut out = output.out();
    // Whoever accepts all that is new has seen everything.
    let all: &[Story] = if args.all_new { &outcome.report.stories } else { &[] };
    let (lines, written) = match accept(&meant, all, args) {
        Ok(done) => done,
        Err(failed) => {
            let path = report::safe(&failed.path.display().to_string());
            writeln!(err, "error: {path} can't be written: {}", failed.error)?;
            writeln!(err, "hint: {}", failed.hint())?;
            return Ok(WRONG);
        }
    };
    for line in lines {
        writeln!(out, "{line}")?;
    }
    match written {
        0 => writeln!(out, "nothing new to accept")?,
        1 => writeln!(out, "1 file written: commit it")?,
        several => writeln!(out, "{several} files written: commit them")?,
    }
    out.flush()?;
    Ok(if missing || outcome.has_errors() { WRONG } else { OK })
}

/// The items that would fail a run.
fn all_new(report: &Report, gravity: Verdict) -> Vec<Meant<'_>> {
    let items = report.stories.iter().flat_map(|story| story.items.iter().map(move |item| (story, item)));
    let new = items.filter(|(_, item)| item.is_new(gravity));
    new.map(|(story, item)| (story, item, None)).collect()
}

/// What each id means; `None` where one of them means nothing or several things.
fn by_id<'r>(report: &'r Report, ids: &[String], err: &mut dyn Write) -> io::Result<Option<Vec<Meant<'r>>>> {
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
                writeln!(err, "error: {id:?} is the beginning of {} ids", several.len())?;
                for (story, item, conflict) in several {
                    let id = conflict.unwrap_or(&item.id);
                    let (label, story) = (report::safe(&item.label), report::safe(&story.name));
                    let what = if conflict.is_some() { "one conflict of" } else { "all of" };
                    writeln!(err, "  {id}  {what} {label}  ({story})")?;
                }
                writeln!(err, "hint: give more digits")?;
                wrong = true;
            }
        }
    }
    Ok((!wrong).then_some(all))
}

fn candidates<'r>(report: &'r Report, id: &str) -> Vec<Meant<'r>> {
    if id.len() < LEAST_DIGITS {
        return Vec::new();
    }
    let mut found: Vec<Meant<'r>> = Vec::new();
    for story in &report.stories {
        for item in story.items.iter().filter(|item| item.verdict.is_conflict()) {
            if item.id.starts_with(id) {
                found.push((story, item, None));
            }
            let mut own: Vec<&str> = item
                .comparisons
                .iter()
                .filter(|it| it.verdict.is_conflict())
                .filter(|it| it.id.starts_with(id) || item.first_id(&story.name, it).starts_with(id))
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

/// Writes a file for each conflict that counts as new; what became of each, and how many files were written.
fn accept(meant: &[Meant<'_>], all: &[Story], args: &Args) -> Result<(Vec<String>, usize), Unwritten> {
    let mut lines = Vec::new();
    // One for each story, so that they make its folder, or leave none, together.
    let mut batches: BTreeMap<&Path, Batch> = BTreeMap::new();
    let mut taken: BTreeSet<PathBuf> = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut touched: BTreeMap<&Path, &Story> = all.iter().map(|it| (Path::new(&it.folder), it)).collect();
    for (story, item, only) in meant {
        let folder = Path::new(&story.folder);
        let batch = match batches.entry(folder) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(Batch::within(folder)?),
        };
        let asked = item.conflicts().into_iter().filter(|(id, _)| only.is_none_or(|only| only == *id));
        for (id, conflict) in asked {
            if !seen.insert((folder, id)) {
                continue;
            }
            let values = conflict.sides.each_ref().map(|side| side.claims.first().map_or("", |it| &it.value));
            let what = report::safe(&format!("{}: {}", item.label, values.join(" / ")));
            let known = item.comparisons.iter().find(|it| it.id == id && it.state.is_some());
            let before = known.and_then(|it| it.accepted.as_ref()).map(|it| it.file.as_str());
            let state = known.and_then(|it| it.state);
            if let (Some(State::Accepted), Some(file)) = (state, before) {
                let file = report::safe(file);
                lines.push(format!(
                    "already   {what}\n          {file}, where reason and until can be edited"
                ));
                continue;
            }
            // What has expired is accepted anew in its own file, and so is what is stale under this very id.
            let expired = before.filter(|_| state == Some(State::Expired));
            let gone = || story.stale.iter().find(|it| it.id == id).map(|it| it.file.as_str());
            let own = expired.or_else(gone).map(PathBuf::from);
            let mut accepted = accepted(id, conflict, args);
            // Another run may have accepted it since the files were read.
            let meanwhile = baseline::place(folder, &accepted, |_| false);
            if own.is_none() && accepts(&meanwhile, id) {
                let file = report::safe(&meanwhile.display().to_string());
                lines.push(format!("already   {what}\n          {file}"));
                continue;
            }
            let path = own.clone().unwrap_or_else(|| {
                baseline::place(folder, &accepted, |path| path.exists() || taken.contains(path))
            });
            accepted.file = path.display().to_string();
            lines.push(format!("accepted  {what}\n          {}", report::safe(&accepted.file)));
            let text = baseline::text(&accepted);
            if own.is_some() {
                batch.replace(&path, text.as_bytes())?;
            } else {
                batch.make(&folder.join(baseline::FOLDER))?;
                batch.create(&path, text.as_bytes())?;
            }
            taken.insert(path);
            touched.insert(folder, *story);
        }
    }
    for (folder, story) in touched {
        let batch = match batches.entry(folder) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(Batch::within(folder)?),
        };
        take_note(story, folder, batch)?;
    }
    // All that could go wrong for want of room or leave has been tried.
    for batch in batches.into_values() {
        batch.finish()?;
    }
    Ok((lines, taken.len()))
}

/// Whether a file accepts the conflict of an id.
fn accepts(path: &Path, id: &str) -> bool {
    std::fs::read_to_string(path).is_ok_and(|text| text.contains(&format!("\"{id}\"")))
}

/// Writes down what the story's claims say now, unless that is written already.
fn take_note(story: &Story, folder: &Path, batch: &mut Batch) -> Result<(), Unwritten> {
    let seen = story.seen();
    let known = baseline::read_seen(&TextFile::read, folder, &mut Vec::new());
    let place = seen.place(folder);
    if place.exists() || known.iter().any(|(_, known)| seen.is_within(known)) {
        return Ok(());
    }
    batch.make(&folder.join(baseline::FOLDER))?;
    batch.create(&place, seen.text().as_bytes())
}

/// What the command line says of whatever is accepted.
fn asked(args: &Args) -> Accepted {
    let sides = [(); 2].map(|()| Side { understood: String::new(), claims: Vec::new() });
    accepted("", Conflict { item: String::new(), verdict: Verdict::Contradiction, sides }, args)
}

fn accepted(id: &str, mut conflict: Conflict, args: &Args) -> Accepted {
    // One claim of each side is enough to find it again; a file that lists all would have to change with them.
    for side in &mut conflict.sides {
        side.claims.truncate(1);
    }
    let (reason, by) = (args.reason.clone().unwrap_or_default(), args.by.clone());
    Accepted { file: String::new(), id: id.to_owned(), conflict, reason, by, until: args.until }
}
