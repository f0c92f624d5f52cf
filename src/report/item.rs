//! What an item of a report says of itself.

use super::{Claim, Comparison, Item};
use crate::baseline::{self, State};
use crate::fusion::Verdict;
use crate::linkage::Sure;

/// A fact that is less sure than this to be one says so.
const CLEAR: f64 = 0.9;

impl Item {
    /// How sure it is that all speak of one fact, where that is not quite sure.
    pub(super) fn doubt(&self) -> Option<String> {
        let sure = self.sure().filter(|it| it.probability() < CLEAR)?;
        let word = if sure.is_enough() { "probably" } else { "perhaps" };
        Some(format!("{word} the same fact, {sure}"))
    }

    /// The other claims, each with how it stands to the one at a place.
    pub fn others(&self, own: usize) -> impl Iterator<Item = (&Claim, Option<&Comparison>)> {
        let with = move |other: usize| {
            self.comparisons.iter().find(|it| (it.a, it.b) == (own.min(other), own.max(other)))
        };
        let others = self.claims.iter().enumerate().filter(move |&(at, _)| at != own);
        others.map(move |(at, claim)| (claim, with(at)))
    }

    /// Whether it has a conflict of that gravity or more that no one has accepted.
    pub fn is_new(&self, at_least: Verdict) -> bool {
        self.comparisons.iter().any(|it| it.new && it.verdict >= at_least)
    }

    /// Whether all its conflicts are accepted or known.
    pub fn is_settled(&self) -> bool {
        self.verdict.is_conflict() && !self.is_new(Verdict::Tension)
    }

    /// What is known of its gravest conflicts: what calls loudest.
    pub fn state(&self) -> Option<State> {
        let grave = self.comparisons.iter().filter(|it| it.verdict == self.verdict);
        grave.filter_map(|it| it.state).min()
    }

    /// Whether words of its label, or the beginning of an id, mean it.
    pub fn is_meant(&self, words: &str) -> bool {
        let label = self.label.to_lowercase();
        words.to_lowercase().split_whitespace().all(|word| label.contains(word)) || self.is_called(words)
    }

    /// Whether its id, or that of one of its conflicts, begins so.
    pub fn is_called(&self, start: &str) -> bool {
        let conflicts = || self.comparisons.iter().filter(|it| it.verdict.is_conflict());
        self.id.starts_with(start) || conflicts().any(|it| it.id.starts_with(start))
    }

    /// The id that a comparison had under the first recipe, which took in the item's label.
    pub fn first_id(&self, story: &str, it: &Comparison) -> String {
        let [a, b] = [it.a, it.b].map(|at| self.claims[at].understood.as_str());
        baseline::first_conflict_id(story, &self.label, a, b)
    }

    /// What the verdict rests on: of the comparisons that are as grave as the item, the one whose claims are surest to tell
    /// its fact. A claim that joined by looser words takes nothing from the conflict of the others.
    pub fn firmest(&self) -> Option<&Comparison> {
        let grave = self.comparisons.iter().filter(|it| it.verdict == self.verdict);
        let sure = |it: &Comparison| (self.sure_of(it), it.r#match);
        grave.reduce(|known, it| if sure(it) > sure(known) { it } else { known })
    }

    /// How sure it is that what the verdict rests on is one fact.
    pub fn sure(&self) -> Option<Sure> {
        self.firmest().map(|it| self.sure_of(it))
    }

    /// How sure both claims of a comparison tell the item's fact.
    fn sure_of(&self, comparison: &Comparison) -> Sure {
        let of = |claim: usize| self.claims[claim].certainty.unwrap_or(Sure::CERTAIN);
        of(comparison.a).least(of(comparison.b))
    }
}
