//! How telling a word or a kind of value is: its rarity in its own article, beside its rarity in English.

use std::collections::{BTreeMap, BTreeSet};

use super::frequency;
use super::normalise::{Concept, Vocabulary};
use crate::claim::Claim;
use crate::value::{Kind, Value};

/// What a word that stands in any label weighs, as a share of what its rarity would give it.
const GENERAL: f64 = 0.5;

/// What is known of English counts as much as this many labels of the article: with the few labels of one article
/// alone, chance would weigh the words.
const EVIDENCE: f64 = 20.0;

/// A kind of value, with its unit.
type KindOf = (Kind, Option<String>);

/// Inverse document frequency with the labels of one article as documents (Spärck Jones 1972): an article makes one
/// claim of each fact, so a concept that many of its labels hold (the story's own subject) tells them apart badly.
#[derive(Debug)]
pub(crate) struct Rarity {
    claims: f64,
    words: BTreeMap<Concept, f64>,
    kinds: BTreeMap<KindOf, f64>,
}

impl Rarity {
    /// What the labels and claims of an article tell.
    pub(crate) fn new(labels: &[Vec<Concept>], claims: &[Claim]) -> Self {
        let mut words: BTreeMap<Concept, f64> = BTreeMap::new();
        for label in labels {
            for concept in label.iter().collect::<BTreeSet<_>>() {
                *words.entry(*concept).or_default() += 1.0;
            }
        }
        let mut kinds: BTreeMap<KindOf, f64> = BTreeMap::new();
        for claim in claims {
            *kinds.entry(kind_of(&claim.value)).or_default() += 1.0;
        }
        Self { claims: claims.len() as f64, words, kinds }
    }

    /// How telling a concept is, in nats. One that only quotes have counts as if one label had it.
    pub(crate) fn of_word(&self, concept: Concept, vocabulary: &Vocabulary) -> f64 {
        let count = self.words.get(&concept).copied().unwrap_or(1.0);
        let in_general = EVIDENCE * frequency::share(vocabulary.word(concept));
        let share = (count + 0.5 + in_general) / (self.claims + 1.0 + EVIDENCE);
        let weight = (-share.ln()).max(0.1);
        if vocabulary.is_general(concept) { weight * GENERAL } else { weight }
    }

    /// How rare a kind of value is, in nats.
    pub(crate) fn of_kind(&self, value: &Value) -> f64 {
        let count = self.kinds.get(&kind_of(value)).copied().unwrap_or(0.0);
        -((count + 0.5) / (self.claims + 1.0)).ln()
    }
}

fn kind_of(value: &Value) -> KindOf {
    (value.kind, value.unit.as_ref().map(ToString::to_string))
}
