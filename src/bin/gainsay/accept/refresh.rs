//! `gainsay accept --refresh`: accepted files say what things are called now.

use gainsay::view;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use gainsay::baseline;
use gainsay::baseline::{Accepted, Conflict, JudgedComparison, JudgedItem, JudgedStory, State};
use gainsay::check::Outcome;
use gainsay::files::{Batch, TextFile, Unwritten};
use gainsay::report;

use crate::output::Output;
use crate::run::unwritten;
use crate::status::{OK, WRONG};

pub(super) fn run(outcome: &Outcome, output: &Output) -> io::Result<u8> {
    let mut out = output.told();
    let mut refreshed = 0;
    for story in &outcome.report.stories {
        match refresh(story) {
            Ok(files) => {
                for file in &files {
                    writeln!(out, "refreshed {}", report::safe(&file.display().to_string()))?;
                }
                refreshed += files.len();
            }
            Err(failed) => return unwritten(&mut *output.err(), &failed),
        }
    }
    match refreshed {
        0 => writeln!(out, "nothing to refresh: accepted files say what things are called now")?,
        1 => writeln!(out, "1 file: commit it")?,
        several => writeln!(out, "{several} files: commit them")?,
    }
    out.flush()?;
    Ok(if outcome.has_errors() { WRONG } else { OK })
}

/// Rewrites the accepted files of a story, and what was noted of its claims; which files were.
fn refresh(story: &JudgedStory) -> Result<Vec<PathBuf>, Unwritten> {
    let folder = Path::new(&story.folder);
    let accepted = baseline::read(&TextFile::read, folder, &mut Vec::new());
    if accepted.is_empty() {
        return Ok(Vec::new());
    }
    let found = conflicts(story);
    let mut batch = Batch::within(folder)?;
    let mut done = Vec::new();
    for one in &accepted {
        // Of several files that accept one conflict, the view names one.
        let mut alike = accepted.iter().filter(|it| it.conflict == one.conflict);
        let own = found.get(one.file.as_str());
        let known = own.or_else(|| alike.find_map(|it| found.get(it.file.as_str())));
        let Some(conflict) = known.and_then(|found| now(one, found)) else { continue };
        let path = PathBuf::from(&one.file);
        let Ok(before) = std::fs::read_to_string(&path) else { continue };
        let Some(text) = baseline::refreshed(&before, &conflict).filter(|text| *text != before) else {
            continue;
        };
        batch.replace(&path, text.as_bytes())?;
        done.push(path);
    }
    let seen = story.seen();
    let place = seen.place(folder);
    let known = baseline::read_seen(&TextFile::read, folder, &mut Vec::new());
    if !place.exists() {
        batch.create(&place, seen.text().as_bytes())?;
        done.push(place.clone());
    }
    batch.finish()?;
    for (path, _) in known.into_iter().filter(|(path, _)| *path != place) {
        gainsay::files::remove(&path, folder)?;
        done.push(path);
    }
    Ok(done)
}

/// The conflicts of a story with their ids, by the files that accept them.
fn conflicts(story: &JudgedStory) -> BTreeMap<&str, Vec<(&str, Conflict)>> {
    let mut found: BTreeMap<&str, Vec<(&str, Conflict)>> = BTreeMap::new();
    for item in story.judged() {
        for (id, conflict) in item.view.conflicts() {
            if let Some(file) = accepting(item, id) {
                found.entry(file).or_default().push((id, conflict));
            }
        }
    }
    found
}

/// The file that accepts a conflict.
fn accepting<'s>(item: JudgedItem<'s>, id: &str) -> Option<&'s str> {
    let own = item.comparisons().filter(|it| it.id == id);
    let mut settled = own.filter(|it| matches!(it.state(), Some(State::Accepted | State::Expired)));
    settled.find_map(JudgedComparison::accepted).map(|it| it.file.as_str())
}

/// What a file has to say now: of the conflicts that it accepts, the one with its own values.
fn now(accepted: &Accepted, found: &[(&str, Conflict)]) -> Option<Accepted> {
    let meanings = |conflict: &Conflict| {
        let mut both = conflict.sides.each_ref().map(|side| view::meaning(&side.understood, ""));
        both.sort();
        both
    };
    let own = meanings(&accepted.conflict);
    let only = if let [one] = found { Some(one) } else { None };
    let (id, conflict) = found.iter().find(|(_, it)| meanings(it) == own).or(only)?;
    let mut conflict = conflict.clone();
    // The order of the sides, and the claims that are named, stay as long as they can.
    if meanings(&conflict) == own
        && view::meaning(&conflict.sides[0].understood, "")
            != view::meaning(&accepted.conflict.sides[0].understood, "")
    {
        conflict.sides.reverse();
    }
    for (side, named) in conflict.sides.iter_mut().zip(&accepted.conflict.sides) {
        let is_named = |it: &baseline::KnownClaim| {
            named.claims.iter().any(|named| named.outlet == it.outlet && named.label == it.label)
        };
        let at = side.claims.iter().position(is_named).unwrap_or(0);
        side.claims.swap(0, at);
    }
    Some(Accepted { id: (*id).to_owned(), conflict, ..accepted.clone() })
}
