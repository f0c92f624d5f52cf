//! Counts over all stories.

use serde::Serialize;

use crate::baseline::{JudgedItem, JudgedStory, State};
use crate::files::count;
use crate::fusion::Verdict;

/// Counts over all stories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Claim files that were read.
    pub articles: usize,
    /// Claims in them.
    pub claims: usize,
    /// Data items.
    pub items: usize,
    /// Items whose gravest verdict is a contradiction.
    pub contradictions: usize,
    /// Items whose gravest verdict is a tension.
    pub tensions: usize,
    /// Items in which something can't be compared, and nothing is graver.
    pub unclear: usize,
    /// Contradicting items that no one has accepted.
    pub new: usize,
    /// Contradicting items that are accepted, that the revision compared with had, or that only came together otherwise.
    pub known: usize,
    /// Of the known ones: those that someone has accepted.
    pub accepted: usize,
    /// Of the new ones: those of which somebody has accepted other values.
    pub changed: usize,
    /// Of the new ones: those that somebody had accepted until a day that has passed.
    pub expired: usize,
    /// Of the known ones: those in which claims that nobody has touched came together otherwise.
    pub regrouped: usize,
    /// Accepted contradictions that are no longer found.
    pub stale: usize,
}

impl Summary {
    /// Counts over stories that come from so many articles.
    pub fn new<'s>(stories: &(impl Iterator<Item = &'s JudgedStory> + Clone), articles: usize) -> Self {
        let stories = || stories.clone();
        let items = || stories().flat_map(JudgedStory::judged);
        let of = |verdict: Verdict| items().filter(|item| item.verdict == verdict).count();
        let new = items().filter(|item| item.is_new(Verdict::Contradiction)).count();
        let contradictions = of(Verdict::Contradiction);
        let has = |item: JudgedItem<'_>, state: State| {
            item.comparisons().any(|it| it.verdict == Verdict::Contradiction && it.state() == Some(state))
        };
        let in_state = |state: State| items().filter(|item| has(*item, state)).count();
        let old = || items().filter(|item| !item.is_new(Verdict::Contradiction));
        // Of several states the loudest counts.
        let loudest = |item| State::ALL.into_iter().find(|state| has(item, *state));
        let only_in = |state: State| old().filter(|item| loudest(*item) == Some(state)).count();
        Self {
            articles,
            claims: stories().filter(|story| !story.across).map(|story| story.claims()).sum(),
            items: items().count(),
            contradictions,
            tensions: of(Verdict::Tension),
            unclear: of(Verdict::Unclear),
            new,
            known: contradictions - new,
            accepted: only_in(State::Accepted),
            changed: in_state(State::Changed),
            expired: in_state(State::Expired),
            regrouped: only_in(State::Regrouped),
            stale: stories().map(|story| story.stale.len()).sum(),
        }
    }
}

impl Summary {
    /// What was found, in one line.
    pub fn sentence(&self) -> String {
        let states = [
            (self.new, "new"),
            (self.changed, "of them changed"),
            (self.expired, "of them expired"),
            (self.accepted, "accepted"),
            (self.known.saturating_sub(self.accepted + self.regrouped), "known"),
            (self.regrouped, "regrouped"),
        ];
        // New ones are counted even where there are none: that is the good news.
        let told = states.iter().enumerate().filter(|(at, (number, _))| *at == 0 || *number > 0);
        let states: Vec<String> = told.map(|(_, (number, state))| format!("{number} {state}")).collect();
        let mut parts = vec![
            format!("{} ({})", count(self.contradictions, "contradiction"), states.join(", ")),
            count(self.tensions, "tension"),
            format!("{} unclear", self.unclear),
        ];
        parts.extend((self.stale > 0).then(|| format!("{} stale", self.stale)));
        parts.join(", ")
    }

    /// What was read, in one line.
    pub fn extent(&self) -> String {
        let (claims, articles) = (count(self.claims, "claim"), count(self.articles, "article"));
        format!("{claims} in {articles}, {}", count(self.items, "data item"))
    }
}
