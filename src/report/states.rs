//! What is known of the conflicts of a story.

use bitcode::{Decode, Encode};
use jiff::civil::Date;

use super::view::{self, Comparison, Item, Stale, Story};
use crate::baseline::{self, Conflict, Found, Matches, Side, State};
use crate::claim::Certainty;
use crate::fusion::Verdict;

/// What the conflicts of a story are compared with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Those that somebody has accepted.
    pub accepted: &'a [baseline::Accepted],
    /// Those that an earlier revision had.
    pub earlier: &'a [Conflict],
    /// Acceptances expire by it; where it is missing, none does.
    pub today: Option<Date>,
    /// The earlier revision had this very story.
    pub had_story: bool,
    /// All articles of the story are there, so that what is not found is gone.
    pub whole: bool,
}

/// The revision that a run is compared with.
#[derive(Clone, Debug)]
pub struct Since {
    /// As it was asked for.
    pub name: String,
    /// Day and time of the commit, as `2026-11-22 18:30`.
    pub at: String,
}

/// A conflict that is no longer found.
#[derive(Clone, Debug, Encode, Decode)]
pub struct Gone {
    /// The label of its item.
    pub item: String,
    /// How grave it was.
    pub verdict: Verdict,
    /// Its two values, as they were worded.
    pub values: [String; 2],
}

impl Story {
    /// Says of each conflict what is known of it, and which accepted ones are gone.
    pub fn compare_with(&mut self, known: &Known<'_>) {
        if known.accepted.is_empty() && known.earlier.is_empty() {
            self.gone = (known.whole && known.had_story).then(Vec::new);
            return;
        }
        // Of two that accept one conflict, the one that still holds counts.
        let mut accepted: Vec<&baseline::Accepted> = known.accepted.iter().collect();
        accepted.sort_by_key(|it| it.has_expired(known.today));
        let items: Vec<baseline::Item<'_>> = self.items.iter().map(Item::as_known).collect();
        let by_hand: Vec<&Conflict> = accepted.iter().map(|it| &it.conflict).collect();
        let by_hand = baseline::find(&items, &by_hand);
        let mut earlier = baseline::find(&items, &known.earlier.iter().collect::<Vec<_>>());
        drop(items);
        for (at, item) in self.items.iter_mut().enumerate() {
            for (index, comparison) in item.comparisons.iter_mut().enumerate() {
                let of = |found: &Matches| found.of[at].get(index).copied().flatten();
                comparison.judge(of(&by_hand), of(&earlier), &accepted, known.today);
            }
        }
        if known.whole {
            let mut lost: Vec<&baseline::Accepted> =
                by_hand.lost.into_iter().map(|at| accepted[at]).collect();
            lost.sort_by(|a, b| a.file.cmp(&b.file));
            self.stale = lost.into_iter().map(Stale::new).collect();
        }
        if known.whole && known.had_story {
            earlier.lost.sort_unstable();
            let mut gone: Vec<Gone> = earlier.lost.iter().map(|&at| Gone::new(&known.earlier[at])).collect();
            gone.sort_by_key(|it| std::cmp::Reverse(it.verdict));
            self.gone = Some(gone);
        }
    }

    /// All conflicts there are, for a later run to compare its own with.
    pub fn conflicts(&self) -> Vec<Conflict> {
        self.items.iter().flat_map(Item::conflicts).map(|(_, conflict)| conflict).collect()
    }
}

impl Comparison {
    fn judge(
        &mut self,
        by_hand: Option<Found>,
        earlier: Option<Found>,
        accepted: &[&baseline::Accepted],
        today: Option<Date>,
    ) {
        let Some(state) = &mut self.state else { return };
        let found = by_hand.map(|(Found::Same(at) | Found::Changed(at))| accepted[at]);
        *state = match (by_hand, earlier) {
            (Some(Found::Same(at)), _) if !accepted[at].has_expired(today) => State::Accepted,
            (_, Some(Found::Same(_))) => State::Known,
            (Some(Found::Same(_)), _) => State::Expired,
            (Some(Found::Changed(_)), _) | (_, Some(Found::Changed(_))) => State::Changed,
            (None, None) => State::New,
        };
        self.new = state.counts_as_new();
        self.accepted = found.map(|it| Box::new(view::Accepted::new(it)));
    }
}

impl Item {
    /// What it is known by. Where nothing conflicts, nothing can be known but its claims.
    fn as_known(&self) -> baseline::Item<'_> {
        let claims = self.claims.iter().map(|it| {
            let label = baseline::label(&it.subject, &it.attribute);
            baseline::Told::new(&it.outlet, &label, &it.value, it.meaning())
        });
        let comparisons = if self.verdict.is_conflict() { self.comparisons.as_slice() } else { &[] };
        let comparisons = comparisons.iter().map(|it| (it.a, it.b, it.verdict)).collect();
        baseline::Item { label: &self.label, claims: claims.collect(), comparisons }
    }

    /// Its conflicts with their ids, each with all claims of its two values, in the order of the ids.
    pub fn conflicts(&self) -> Vec<(&str, Conflict)> {
        let mut found: Vec<(&str, Conflict)> = Vec::new();
        for it in self.comparisons.iter().filter(|it| it.verdict.is_conflict()) {
            if let Some((_, known)) = found.iter_mut().find(|(id, _)| *id == it.id) {
                known.verdict = known.verdict.max(it.verdict);
                continue;
            }
            let (a, b) = (self.claims[it.a].meaning(), self.claims[it.b].meaning());
            let sides = [a.min(b), a.max(b)].map(|meaning| self.side(meaning));
            found.push((&it.id, Conflict { item: self.label.clone(), verdict: it.verdict, sides }));
        }
        found.sort_by_key(|(id, _)| *id);
        found
    }

    fn side(&self, meaning: &str) -> Side {
        let own = self.claims.iter().filter(|claim| claim.meaning() == meaning);
        let claims = own.map(|it| baseline::Claim {
            outlet: it.outlet.clone(),
            label: baseline::label(&it.subject, &it.attribute),
            value: it.value.clone(),
        });
        Side { understood: meaning.to_owned(), claims: claims.collect() }
    }
}

impl view::Claim {
    /// Whether it says what is not so.
    pub(super) fn is_denied(&self) -> bool {
        self.limits.iter().any(|it| it == Certainty::Denied.name())
    }

    /// The value as understood; where there is nothing to understand, as worded.
    pub(super) fn meaning(&self) -> &str {
        if self.understood.trim().is_empty() { &self.value } else { &self.understood }
    }
}

impl Gone {
    fn new(conflict: &Conflict) -> Self {
        Self { item: conflict.item.clone(), verdict: conflict.verdict, values: worded(conflict) }
    }
}

/// The two values of a conflict, as they were worded.
fn worded(conflict: &Conflict) -> [String; 2] {
    let value = |side: &Side| side.claims.first().map(|claim| claim.value.clone()).unwrap_or_default();
    conflict.sides.each_ref().map(value)
}

impl view::Accepted {
    fn new(accepted: &baseline::Accepted) -> Self {
        Self {
            file: accepted.file.clone(),
            values: worded(&accepted.conflict),
            reason: accepted.reason.clone(),
            by: accepted.by.clone(),
            until: accepted.until.map(|day| day.to_string()),
        }
    }
}

impl Stale {
    fn new(accepted: &baseline::Accepted) -> Self {
        Self {
            id: accepted.id.clone(),
            item: accepted.conflict.item.clone(),
            file: accepted.file.clone(),
            reason: accepted.reason.clone(),
        }
    }
}
