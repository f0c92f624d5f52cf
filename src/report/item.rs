//! What an item of a report says of itself.

use super::{Comparison, Item};
use crate::baseline::State;
use crate::fusion::Verdict;

impl Item {
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

    /// What the verdict rests on: of the comparisons that are as grave as the item, the one that surest is about one
    /// fact. A claim that joined by looser words takes nothing from the conflict of the others.
    pub fn firmest(&self) -> Option<&Comparison> {
        let grave = self.comparisons.iter().filter(|it| it.verdict == self.verdict);
        grave.reduce(|known, it| if it.r#match > known.r#match { it } else { known })
    }
}
