//! Candidate pairs: claims that share a telling word, found through an index.

use std::collections::{BTreeMap, BTreeSet};

use super::Alignment;

/// A word that more claims share than these is no way to find pairs.
const MOST_SHARERS: usize = 400;

/// The pairs worth comparing, each once, the smaller position first.
pub(super) fn candidates(alignment: &Alignment<'_>) -> BTreeSet<(usize, usize)> {
    let mut index: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let mut pins: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, label) in alignment.labels.of_claims.iter().enumerate() {
        for concept in label.words.concepts() {
            index.entry(concept).or_default().push(at);
        }
        if let Some(pin) = alignment.claims[at].claim.item.as_deref() {
            pins.entry(pin).or_default().push(at);
        }
    }
    let words = index.into_values().filter(|sharers| sharers.len() <= MOST_SHARERS);
    let mut pairs = BTreeSet::new();
    for sharers in words.chain(pins.into_values()) {
        for (index, &a) in sharers.iter().enumerate() {
            pairs.extend(sharers.iter().skip(index + 1).map(|&b| (a, b)));
        }
    }
    pairs
}
