//! Somebody has looked at conflicts and says why they may stand: a file for each.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::baseline;
use crate::baseline::{Accepted, Conflict, JudgedComparison, JudgedItem, JudgedStory, KnownSide, State};
use crate::claim::Policy;
use crate::files::{Batch, TextFile, Unwritten};
use crate::fusion::Verdict;

/// An item of a story, with all its conflicts or the one of an id.
pub type ItemSelection<'r> = (&'r JudgedStory, JudgedItem<'r>, Option<&'r str>);

/// Why something may stand.
#[derive(Clone, Debug, Default)]
pub struct Justification {
    /// In words.
    pub reason: String,
    /// Who says so.
    pub by: Option<String>,
    /// The last day it holds.
    pub until: Option<Date>,
}

impl Justification {
    /// What a desk's rules ask for and this lacks: what is wrong, and what to do about it.
    pub fn lacks(&self, policy: &Policy, today: Option<Date>) -> Option<(String, &'static str)> {
        let sides = [(); 2].map(|()| KnownSide { understood: String::new(), claims: Vec::new() });
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
pub struct AcceptResult {
    /// Its item and its values.
    pub what: String,
    /// The file that accepts it.
    pub file: String,
    /// What became of it.
    pub became: Became,
}

/// What accepting comes to, before anything of it is written.
#[derive(Debug, Default)]
pub struct Plan {
    /// What becomes of each conflict.
    pub done: Vec<AcceptResult>,
    /// What is to be written.
    pub files: Vec<Planned>,
}

/// A file that is to be written.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The folder of its story.
    pub story: PathBuf,
    /// Where it goes, in the story's folder `accepted/`.
    pub path: PathBuf,
    /// What stands in it.
    pub text: String,
    /// It is there already.
    pub replaces: bool,
}

/// What is to be written for each conflict that counts as new, and to note what the claims of their stories and of `all` say.
pub fn plan(meant: &[ItemSelection<'_>], all: &[JudgedStory], why: &Justification) -> Plan {
    let mut plan = Plan::default();
    let mut seen = BTreeSet::new();
    let mut touched: BTreeMap<&Path, &JudgedStory> =
        all.iter().map(|it| (Path::new(&it.folder), it)).collect();
    for (story, item, only) in meant {
        let folder = Path::new(&story.folder);
        let asked = item.conflicts().into_iter().filter(|(id, _)| only.is_none_or(|only| only == *id));
        for (id, conflict) in asked {
            if seen.insert((folder, &item.id, id)) && plan.take(story, *item, accepted(id, conflict, why)) {
                touched.insert(folder, *story);
            }
        }
    }
    plan.files.extend(touched.into_values().filter_map(note));
    plan
}

impl Plan {
    /// Plans the file of a conflict; whether there is one to write.
    fn take(&mut self, story: &JudgedStory, item: JudgedItem<'_>, mut accepted: Accepted) -> bool {
        let folder = Path::new(&story.folder);
        let id = accepted.id.clone();
        let values =
            accepted.conflict.sides.each_ref().map(|side| side.claims.first().map_or("", |it| &it.value));
        let what = format!("{}: {}", item.label, values.join(" / "));
        let known = item.comparisons().find(|it| it.id == id && it.state().is_some());
        let before = known.and_then(JudgedComparison::accepted).map(|it| it.file.as_str());
        let state = known.and_then(JudgedComparison::state);
        if let (Some(State::Accepted), Some(file)) = (state, before) {
            self.done.push(AcceptResult { what, file: file.to_owned(), became: Became::Already });
            return false;
        }
        // What has expired is accepted anew in its own file, and so is what is stale under this very id.
        let expired = before.filter(|_| state == Some(State::Expired));
        let gone = || {
            let mut own = story.stale.iter().filter(|it| it.id == id && it.item == item.label);
            own.next().map(|it| it.file.as_str())
        };
        let own = expired.or_else(gone).map(PathBuf::from);
        // Another run may have accepted it since the files were read; its file may just have come into the way.
        let meanwhile = baseline::place(folder, &accepted, |_| false);
        // Looked at first: what comes in between is met when the file is made, and not gone round by another name.
        let is_there = meanwhile.exists();
        if own.is_none() && accepts(&meanwhile, &id, &item.label) {
            let file = meanwhile.display().to_string();
            self.done.push(AcceptResult { what, file, became: Became::Meanwhile });
            return false;
        }
        let replaces = own.is_some();
        let exists = |path: &Path| if path == meanwhile { is_there } else { path.exists() };
        let taken = |path: &Path| exists(path) || self.files.iter().any(|it| it.path == path);
        let path = own.unwrap_or_else(|| baseline::place(folder, &accepted, taken));
        accepted.file = path.display().to_string();
        self.done.push(AcceptResult { what, file: accepted.file.clone(), became: Became::Accepted });
        let text = baseline::text(&accepted);
        self.files.push(Planned { story: folder.to_path_buf(), path, text, replaces });
        true
    }
}

/// Writes a file for each conflict that counts as new, and notes what the claims of their stories and of `all` say; what
/// became of each.
///
/// # Errors
/// What could not be written.
pub fn accept(
    meant: &[ItemSelection<'_>],
    all: &[JudgedStory],
    why: &Justification,
) -> Result<Vec<AcceptResult>, Unwritten> {
    let plan = plan(meant, all, why);
    // One for each story, so that they make its folder, or leave none, together.
    let mut batches: BTreeMap<&Path, Batch> = BTreeMap::new();
    for file in &plan.files {
        let batch = match batches.entry(&file.story) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(Batch::within(&file.story)?),
        };
        if file.replaces {
            batch.replace(&file.path, file.text.as_bytes())?;
        } else {
            batch.make(&file.story.join(baseline::FOLDER))?;
            batch.create(&file.path, file.text.as_bytes())?;
        }
    }
    // All that could go wrong for want of room or leave has been tried.
    for batch in batches.into_values() {
        batch.finish()?;
    }
    Ok(plan.done)
}

/// Whether a file accepts the conflict of an id in an item: another one may differ in the same values.
fn accepts(path: &Path, id: &str, item: &str) -> bool {
    let text = std::fs::read_to_string(path).ok();
    let table = text.and_then(|text| text.parse::<toml::Table>().ok()).unwrap_or_default();
    [("id", id), ("item", item)]
        .iter()
        .all(|(key, said)| table.get(*key).and_then(|it| it.as_str()) == Some(said))
}

/// What the story's claims say now, unless that is written already.
fn note(story: &JudgedStory) -> Option<Planned> {
    let folder = Path::new(&story.folder);
    let seen = story.seen();
    let path = seen.place(folder);
    let known = baseline::read_seen(&TextFile::read, folder, &mut Vec::new());
    let is_known = path.exists() || known.iter().any(|(_, known)| seen.is_within(known));
    let text = seen.text();
    (!is_known).then(|| Planned { story: folder.to_path_buf(), path, text, replaces: false })
}

fn accepted(id: &str, mut conflict: Conflict, why: &Justification) -> Accepted {
    // One claim of each side is enough to find it again; a file that lists all would have to change with them.
    for side in &mut conflict.sides {
        side.claims.truncate(1);
    }
    let (reason, by) = (why.reason.clone(), why.by.clone());
    Accepted { file: String::new(), id: id.to_owned(), conflict, reason, by, until: why.until }
}
