//! Somebody has looked at conflicts and says why they may stand: a file for each.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::baseline;
use crate::baseline::{Accepted, Conflict, Side};
use crate::claim::Policy;
use crate::files::{Batch, TextFile, Unwritten};
use crate::fusion::Verdict;
use crate::view::{Item, State, Story};

/// An item of a story, with all its conflicts or the one of an id.
pub type Meant<'r> = (&'r Story, &'r Item, Option<&'r str>);

/// Why something may stand.
#[derive(Clone, Debug, Default)]
pub struct Why {
    /// In words.
    pub reason: String,
    /// Who says so.
    pub by: Option<String>,
    /// The last day it holds.
    pub until: Option<Date>,
}

impl Why {
    /// What a desk's rules ask for and this lacks: what is wrong, and what to do about it.
    pub fn lacks(&self, policy: &Policy, today: Option<Date>) -> Option<(String, &'static str)> {
        let sides = [(); 2].map(|()| Side { understood: String::new(), claims: Vec::new() });
        let conflict = Conflict { item: String::new(), verdict: Verdict::Contradiction, sides };
        accepted("", conflict, self).lacks(policy, today)
    }
}

/// What became of a conflict that was to be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// Its file is written.
    Accepted,
    /// It was accepted when the files were read.
    Already,
    /// Another run has accepted it since.
    Meanwhile,
}

/// A conflict that was to be accepted.
#[derive(Clone, Debug)]
pub struct Done {
    /// Its item and its values.
    pub what: String,
    /// The file that accepts it.
    pub file: String,
    /// What became of it.
    pub became: Became,
}

/// Writes a file for each conflict that counts as new, and notes what the claims of their stories and of `all` say; what
/// became of each.
///
/// # Errors
/// What could not be written.
pub fn accept(meant: &[Meant<'_>], all: &[Story], why: &Why) -> Result<Vec<Done>, Unwritten> {
    let mut done = Vec::new();
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
            let what = format!("{}: {}", item.label, values.join(" / "));
            let known = item.comparisons.iter().find(|it| it.id == id && it.state.is_some());
            let before = known.and_then(|it| it.accepted.as_ref()).map(|it| it.file.as_str());
            let state = known.and_then(|it| it.state);
            if let (Some(State::Accepted), Some(file)) = (state, before) {
                done.push(Done { what, file: file.to_owned(), became: Became::Already });
                continue;
            }
            // What has expired is accepted anew in its own file, and so is what is stale under this very id.
            let expired = before.filter(|_| state == Some(State::Expired));
            let gone = || {
                let mut own = story.stale.iter().filter(|it| it.id == id && it.item == item.label);
                own.next().map(|it| it.file.as_str())
            };
            let own = expired.or_else(gone).map(PathBuf::from);
            let mut accepted = accepted(id, conflict, why);
            let path = own.clone().unwrap_or_else(|| {
                baseline::place(folder, &accepted, |path| path.exists() || taken.contains(path))
            });
            // Another run may have accepted it since the files were read; its file may just have come into the way.
            let meanwhile = baseline::place(folder, &accepted, |_| false);
            if own.is_none() && accepts(&meanwhile, id, &item.label) {
                let file = meanwhile.display().to_string();
                done.push(Done { what, file, became: Became::Meanwhile });
                continue;
            }
            accepted.file = path.display().to_string();
            done.push(Done { what, file: accepted.file.clone(), became: Became::Accepted });
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
    Ok(done)
}

/// Whether a file accepts the conflict of an id in an item: another one may differ in the same values.
fn accepts(path: &Path, id: &str, item: &str) -> bool {
    let text = std::fs::read_to_string(path).ok();
    let table = text.and_then(|text| text.parse::<toml::Table>().ok()).unwrap_or_default();
    [("id", id), ("item", item)]
        .iter()
        .all(|(key, said)| table.get(*key).and_then(|it| it.as_str()) == Some(said))
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

fn accepted(id: &str, mut conflict: Conflict, why: &Why) -> Accepted {
    // One claim of each side is enough to find it again; a file that lists all would have to change with them.
    for side in &mut conflict.sides {
        side.claims.truncate(1);
    }
    let (reason, by) = (why.reason.clone(), why.by.clone());
    Accepted { file: String::new(), id: id.to_owned(), conflict, reason, by, until: why.until }
}
