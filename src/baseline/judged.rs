//! A story of the view with what is known of its conflicts. The view stays as it is; what is known lies beside it.

use std::ops::Deref;

use serde::Serialize;

use super::{ChangesSince, Conflict, KnownClaim, Noted, Seen, State};
use crate::fusion::Verdict;
use crate::view::{self, ComparisonView, Item};

/// What is known of one conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether somebody has looked at it.
    pub state: State,
    /// What was said when it, or what it has changed from, was accepted.
    pub accepted: Option<Box<Acceptance>>,
}

/// What was said when a conflict was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Acceptance {
    /// Where it is written, relative to where the run started.
    pub file: String,
    /// The two values, as they were worded then.
    pub values: [String; 2],
    /// Why it was accepted.
    pub reason: String,
    /// By whom.
    pub by: Option<String>,
    /// The last day it holds.
    pub until: Option<String>,
}

/// An accepted contradiction that is no longer found.
#[derive(Clone, Debug, Serialize)]
pub struct Stale {
    /// The id it was accepted by.
    pub id: String,
    /// The label of its item.
    pub item: String,
    /// Where it was accepted, relative to where the run started.
    pub file: String,
    /// Why it was.
    pub reason: String,
}

/// A conflict that is no longer found.
#[derive(Clone, Debug)]
pub struct Gone {
    /// The label of its item.
    pub item: String,
    /// How grave it was.
    pub verdict: Verdict,
    /// Its two values, as they were worded.
    pub values: [String; 2],
}

/// A story whose conflicts are judged.
#[derive(Debug)]
pub struct JudgedStory {
    /// What was found in it.
    pub view: view::StoryView,
    /// Accepted contradictions that are no longer found.
    pub stale: Vec<Stale>,
    /// Conflicts that the revision compared with had, and that are no longer found; `None` where that can't be told.
    pub gone: Option<Vec<Gone>>,
    /// What its claims say otherwise than in the revision compared with; `None` where there is none, or it had no such story.
    pub news: Option<ChangesSince>,
    /// For each item, for each of its comparisons; `None` where it is no conflict.
    pub(super) standings: Vec<Vec<Option<Standing>>>,
    /// The settings that it was read with, by their mark.
    pub(super) settings: String,
}

impl Deref for JudgedStory {
    type Target = view::StoryView;

    fn deref(&self) -> &view::StoryView {
        &self.view
    }
}

impl JudgedStory {
    /// Its items, gravest first, each with what is known of its conflicts.
    pub fn judged(&self) -> impl Iterator<Item = JudgedItem<'_>> + Clone {
        let both = self.view.items.iter().zip(&self.standings);
        both.map(|(view, standings)| JudgedItem { view, standings })
    }

    /// The item of a claim, with the claim's place in it.
    pub fn item_of(&self, file: &str, number: usize) -> Option<(JudgedItem<'_>, usize)> {
        self.judged().find_map(|item| {
            let at = item.claims.iter().position(|it| it.file == file && it.number == number)?;
            Some((item, at))
        })
    }

    /// The settings that it was read with, by their mark.
    pub fn settings(&self) -> &str {
        &self.settings
    }

    /// What its claims say, and its conflicts but those that only came together: for a later run to tell what is news.
    pub fn seen(&self) -> Seen {
        let claims = self.items.iter().flat_map(|item| &item.claims).map(view::ClaimView::said);
        Seen::new(&self.settings, claims, self.judged().flat_map(Noted::of))
    }

    /// Whether any of its claims says what a note says.
    pub fn is_told_in(&self, note: &Seen) -> bool {
        self.items.iter().flat_map(|item| &item.claims).any(|claim| note.has(&claim.said()))
    }

    /// What its claims say, for a later run to tell what they said before.
    pub fn told(&self) -> impl Iterator<Item = KnownClaim> {
        self.items.iter().flat_map(|item| &item.claims).map(KnownClaim::of)
    }

    /// All conflicts there are, for a later run to compare its own with.
    pub fn conflicts(&self) -> Vec<Conflict> {
        self.items.iter().flat_map(Item::conflicts).map(|(_, conflict)| conflict).collect()
    }
}

/// An item with what is known of its conflicts.
#[derive(Clone, Copy, Debug)]
pub struct JudgedItem<'s> {
    /// What was found.
    pub view: &'s Item,
    standings: &'s [Option<Standing>],
}

impl Deref for JudgedItem<'_> {
    type Target = Item;

    fn deref(&self) -> &Item {
        self.view
    }
}

impl<'s> JudgedItem<'s> {
    /// Its comparisons, each with what is known of it.
    pub fn comparisons(self) -> impl Iterator<Item = JudgedComparison<'s>> + Clone {
        let both = self.view.comparisons.iter().zip(self.standings);
        both.map(|(view, standing)| JudgedComparison { view, standing: standing.as_ref() })
    }

    /// The other claims, each with how it stands to the one at a place.
    pub fn others(
        self,
        own: usize,
    ) -> impl Iterator<Item = (&'s view::ClaimView, Option<JudgedComparison<'s>>)> {
        let with = move |other: usize| {
            self.comparisons().find(|it| (it.a, it.b) == (own.min(other), own.max(other)))
        };
        let others = self.view.claims.iter().enumerate().filter(move |&(at, _)| at != own);
        others.map(move |(at, claim)| (claim, with(at)))
    }

    /// Whether it has a conflict of that gravity or more that no one has accepted.
    pub fn is_new(self, at_least: Verdict) -> bool {
        self.comparisons().any(|it| it.is_new() && it.verdict >= at_least)
    }

    /// Whether all its conflicts are accepted or known.
    pub fn is_settled(self) -> bool {
        self.verdict.is_conflict() && !self.is_new(Verdict::Tension)
    }

    /// Whether it conflicts, and somebody has to look at that.
    pub fn is_open(self) -> bool {
        self.verdict.is_conflict() && !self.is_settled()
    }

    /// What is known of its gravest conflicts: what calls loudest.
    pub fn state(self) -> Option<State> {
        self.comparisons().filter(|it| it.verdict == self.verdict).filter_map(JudgedComparison::state).min()
    }

    /// What is known of one of its comparisons, if that is a conflict.
    pub fn state_of(self, comparison: &ComparisonView) -> Option<State> {
        self.comparisons().find(|it| std::ptr::eq(it.view, comparison))?.state()
    }

    /// Whether any of its conflicts is in a state.
    pub fn has(self, state: State) -> bool {
        self.comparisons().any(|it| it.state() == Some(state))
    }

    /// Whether it is this very item of its story.
    pub fn is(self, other: &Item) -> bool {
        std::ptr::eq(self.view, other)
    }
}

/// A comparison with what is known of it, where it is a conflict.
#[derive(Clone, Copy, Debug)]
pub struct JudgedComparison<'s> {
    /// What was found.
    pub view: &'s ComparisonView,
    standing: Option<&'s Standing>,
}

impl Deref for JudgedComparison<'_> {
    type Target = ComparisonView;

    fn deref(&self) -> &ComparisonView {
        self.view
    }
}

impl<'s> JudgedComparison<'s> {
    /// What is known of the conflict, if it is one.
    pub fn state(self) -> Option<State> {
        self.standing.map(|it| it.state)
    }

    /// Whether it is a conflict that no one has accepted as it is now.
    pub fn is_new(self) -> bool {
        self.state().is_some_and(State::counts_as_new)
    }

    /// What was said when it, or what it has changed from, was accepted.
    pub fn accepted(self) -> Option<&'s Acceptance> {
        self.standing?.accepted.as_deref()
    }
}
