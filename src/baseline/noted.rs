//! A conflict as it is noted for later runs: by its id and by who told it, since two facts may differ in the same two values.

use std::collections::{BTreeMap, BTreeSet};

use super::{ClaimHashes, JudgedItem, State};
use crate::fusion::Verdict;

/// A conflict that was there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Noted {
    /// What it was called.
    pub id: String,
    /// How grave it was.
    pub verdict: Verdict,
    /// The claims of both its values, by the hashes of their names; none where an older note says nothing of them.
    pub names: BTreeSet<String>,
}

impl Noted {
    /// The conflicts of an item but those that only came together.
    pub(super) fn of(item: JudgedItem<'_>) -> Vec<Self> {
        if !item.verdict.is_conflict() {
            return Vec::new();
        }
        let named: Vec<String> = item.claims.iter().map(|it| it.said().name().to_owned()).collect();
        let mut found: BTreeMap<&str, Self> = BTreeMap::new();
        let conflicts = item.comparisons().filter(|it| it.verdict.is_conflict());
        for it in conflicts.filter(|it| it.state() != Some(State::Regrouped)) {
            let new = || Self { id: it.id.clone(), verdict: it.verdict, names: BTreeSet::new() };
            let known = found.entry(&it.view.id).or_insert_with(new);
            known.verdict = known.verdict.max(it.verdict);
            known.names.extend([it.a, it.b].map(|at| named[at].clone()));
        }
        found.into_values().collect()
    }

    /// Whether it was one between two claims.
    pub(super) fn was_between(&self, claims: [&ClaimHashes; 2]) -> bool {
        self.names.is_empty() || claims.iter().all(|said| self.names.contains(said.name()))
    }

    /// The words of its line.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        ["conflict", self.id.as_str(), self.verdict.name()]
            .into_iter()
            .chain(self.names.iter().map(String::as_str))
    }

    /// What the words of a line say, if they can be one.
    pub(super) fn read(words: &[&str]) -> Option<Self> {
        let ["conflict", id, verdict, names @ ..] = words else { return None };
        let verdict =
            [Verdict::Contradiction, Verdict::Tension].into_iter().find(|it| it.name() == *verdict)?;
        Some(Self { id: (*id).to_owned(), verdict, names: names.iter().map(|&it| it.to_owned()).collect() })
    }
}
