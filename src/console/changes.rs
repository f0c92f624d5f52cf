//! What a save has changed: conflicts and problems that are new, other than they were, or gone.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::layout::wrapped;
use super::table::{conflict, heading, list};
use super::terminal::{BOLD, DIM};
use crate::baseline::{JudgedItem, JudgedStory};
use crate::files::Problem;
use crate::files::{count, safe};
use crate::findings::Shown;
use crate::fusion::Verdict;
use crate::view::Item;

/// More conflicts than these drown what a person has just done.
const MOST_SHOWN: usize = 20;

/// A story, and what is wrong with its files.
#[derive(Clone, Copy, Debug)]
pub struct StoryState<'a> {
    /// What was found; nothing where the story is not there.
    pub story: Option<&'a JudgedStory>,
    /// What is wrong.
    pub problems: &'a [Problem],
}

/// What is different between two states of a story.
#[derive(Debug, Default)]
pub struct Changes<'a> {
    /// The story, as it is or was.
    pub story: Option<&'a JudgedStory>,
    /// Conflicts that were not there.
    pub new: Vec<JudgedItem<'a>>,
    /// Conflicts between other claims or of another verdict than before, with the verdict there was.
    pub changed: Vec<(JudgedItem<'a>, Verdict)>,
    /// Conflicts that are no longer there or are accepted, with what their item is now, if it is anything.
    pub gone: Vec<(JudgedItem<'a>, Option<JudgedItem<'a>>)>,
    /// Problems that were not there.
    pub problems: Vec<&'a Problem>,
    /// Problems that are no longer there.
    pub solved: Vec<&'a Problem>,
}

impl<'a> Changes<'a> {
    /// What is different.
    pub fn between(before: StoryState<'a>, after: StoryState<'a>) -> Self {
        let items = |state: StoryState<'a>| -> Vec<JudgedItem<'a>> {
            state.story.into_iter().flat_map(JudgedStory::judged).collect()
        };
        let (old, new) = (items(before), items(after));
        let before_of = matches(&old, &new);
        let after_of: BTreeMap<usize, usize> =
            before_of.iter().map(|(&after, &before)| (before, after)).collect();
        let mut changes = Self {
            story: after.story.or(before.story),
            problems: missing(after.problems, before.problems),
            solved: missing(before.problems, after.problems),
            ..Self::default()
        };
        for (at, item) in new.iter().copied().enumerate().filter(|(_, item)| is_worth_a_look(*item)) {
            match before_of.get(&at).map(|&before| old[before]).filter(|before| is_worth_a_look(*before)) {
                None => changes.new.push(item),
                Some(before) if core(&before) != core(&item) => changes.changed.push((item, before.verdict)),
                Some(_) => {}
            }
        }
        for (at, item) in old.iter().copied().enumerate().filter(|(_, item)| is_worth_a_look(*item)) {
            let now = after_of.get(&at).map(|&after| new[after]);
            if !now.is_some_and(is_worth_a_look) {
                changes.gone.push((item, now));
            }
        }
        changes
    }

    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        let conflicts = self.new.len() + self.changed.len() + self.gone.len();
        conflicts + self.problems.len() + self.solved.len() == 0
    }
}

/// Writes what has changed, story by story, for a terminal of `width` columns; the new problems are left to
/// [`problems`](super::problems).
///
/// # Errors
/// Where `out` can't be written.
pub fn changes(all: &[Changes<'_>], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut room = MOST_SHOWN;
    for changes in all {
        let conflicts = changes.new.len() + changes.changed.len() + changes.gone.len();
        if let Some(story) = changes.story.filter(|_| conflicts > 0 && room > 0) {
            heading(story, width, out)?;
        }
        for &item in changes.new.iter().take(room) {
            writeln!(out, "{BOLD}new{BOLD:#}")?;
            whole(item, width, out)?;
        }
        room = room.saturating_sub(changes.new.len());
        for (item, before) in changes.changed.iter().take(room) {
            let was = if *before == item.verdict { "" } else { before.name() };
            let was = if was.is_empty() { String::new() } else { format!(" (was: {was})") };
            writeln!(out, "{BOLD}changed{BOLD:#}{DIM}{was}{DIM:#}")?;
            whole(*item, width, out)?;
        }
        room = room.saturating_sub(changes.changed.len());
        for (item, now) in changes.gone.iter().take(room) {
            let (was, label) = (item.verdict.name(), safe(&item.label));
            let now = match now {
                Some(now) if now.is_settled() => "accepted",
                Some(now) => now.verdict.name(),
                None => "told by nobody",
            };
            writeln!(out, "{}", wrapped(BOLD, "gone     ", &format!("{was}: {label} (now: {now})"), width))?;
        }
        if !changes.gone.is_empty() && room > 0 {
            writeln!(out)?;
        }
        room = room.saturating_sub(changes.gone.len());
        for problem in changes.solved.iter().take(MOST_SHOWN) {
            let text = format!("{}: {}", safe(problem.file.path()), safe(&problem.message));
            writeln!(out, "{}", wrapped(BOLD, "solved   ", &text, width))?;
        }
        if !changes.solved.is_empty() {
            writeln!(out)?;
        }
    }
    let conflicts: usize = all.iter().map(|it| it.new.len() + it.changed.len() + it.gone.len()).sum();
    let hidden = conflicts.saturating_sub(MOST_SHOWN);
    if hidden > 0 {
        writeln!(out, "… and {}: `gainsay check` shows what there is now\n", count(hidden, "more change"))?;
    }
    Ok(())
}

fn whole(item: JudgedItem<'_>, width: usize, out: &mut dyn Write) -> io::Result<()> {
    if item.verdict.is_conflict() {
        conflict(item, width, out)
    } else {
        list(item.verdict, &[item.view], width, out)
    }
}

/// Whether the table shows it in full when it is asked for nothing in particular.
fn is_worth_a_look(item: JudgedItem<'_>) -> bool {
    Shown::default().wants(item) && !item.is_settled()
}

/// What makes an item another one to a reader: who is against whom, with which values. Places and wording of labels are
/// none of it.
fn core(item: &Item) -> (Verdict, BTreeSet<[(&str, &str); 2]>) {
    let side = |at: usize| (item.claims[at].outlet.as_str(), item.claims[at].understood.as_str());
    let grave = item.comparisons.iter().filter(|it| it.verdict == item.verdict);
    let pairs = grave.map(|it| [side(it.a).min(side(it.b)), side(it.a).max(side(it.b))]);
    (item.verdict, pairs.collect())
}

/// For each new item the old one that it is, if there is one: the one of its id, or else the one with which it has most
/// claims in common.
fn matches(old: &[JudgedItem<'_>], new: &[JudgedItem<'_>]) -> BTreeMap<usize, usize> {
    let by_id: BTreeMap<&str, usize> =
        old.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, item) in new.iter().enumerate() {
        found.extend(by_id.get(item.id.as_str()).map(|&before| (at, before)));
    }
    let taken: BTreeSet<usize> = found.values().copied().collect();
    let mut of_claim: BTreeMap<[&str; 3], Vec<usize>> = BTreeMap::new();
    for (at, item) in old.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
        for claim in &item.claims {
            of_claim.entry([&claim.file, &claim.subject, &claim.attribute]).or_default().push(at);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (at, item) in new.iter().enumerate().filter(|(at, _)| !found.contains_key(at)) {
        for claim in &item.claims {
            let key: [&str; 3] = [&claim.file, &claim.subject, &claim.attribute];
            for &before in of_claim.get(&key).into_iter().flatten() {
                *shared.entry((at, before)).or_default() += 1;
            }
        }
    }
    let mut pairs: Vec<((usize, usize), usize)> = shared.into_iter().collect();
    pairs.sort_by_key(|&(pair, claims)| (std::cmp::Reverse(claims), pair));
    let mut taken = taken;
    for ((after, before), _) in pairs {
        if !found.contains_key(&after) && taken.insert(before) {
            found.insert(after, before);
        }
    }
    found
}

/// The problems that are not among `others`, wherever in their file they stand.
fn missing<'a>(problems: &'a [Problem], others: &[Problem]) -> Vec<&'a Problem> {
    let key = |it: &Problem| (it.file.path().to_owned(), it.message.clone());
    let mut left: BTreeMap<(String, String), usize> = BTreeMap::new();
    for other in others {
        *left.entry(key(other)).or_default() += 1;
    }
    let is_missing = |problem: &&Problem| match left.get_mut(&key(problem)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    problems.iter().filter(is_missing).collect()
}
