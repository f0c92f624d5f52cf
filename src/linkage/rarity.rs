//! How telling a word or a kind of value is: its rarity in its own article, beside its rarity in English.

use std::collections::BTreeMap;

use super::frequency::RARE;
use super::normalise::Concept;
use super::vocabulary::Vocabulary;
use crate::claim::Claim;
use crate::value::{Kind, Value};

/// What a word that stands in any label weighs, as a share of what its rarity would give it.
const GENERAL: f64 = 0.5;

/// What is known of English counts as much as this many labels of the article: with the few labels of one article
/// alone, chance would weigh the words.
const EVIDENCE: f64 = 20.0;

/// A kind of value, with its unit.
type KindOf<'a> = (Kind, Option<&'a str>);

/// Inverse document frequency with the labels of one article as documents (Spärck Jones 1972): an article makes one
/// claim of each fact, so a concept that many of its labels hold (the story's own subject) tells them apart badly.
#[derive(Debug)]
pub(crate) struct Rarity<'a> {
    claims: f64,
    /// How telling each concept of the article is, in nats; sorted.
    words: Vec<(Concept, f64)>,
    kinds: BTreeMap<KindOf<'a>, f64>,
}

impl<'a> Rarity<'a> {
    /// What the labels and claims of an article tell of all the concepts it uses, which are sorted.
    pub(crate) fn new(
        used: &[Concept],
        labels: &[Vec<Concept>],
        claims: &'a [Claim],
        vocabulary: &Vocabulary,
    ) -> Self {
        let mut counts = vec![0.0; used.len()];
        let mut seen = vec![0; used.len()];
        for (label, concepts) in (1..).zip(labels) {
            for at in concepts.iter().filter_map(|concept| used.binary_search(concept).ok()) {
                counts[at] += if seen[at] == label { 0.0 } else { 1.0 };
                seen[at] = label;
            }
        }
        let all = claims.len() as f64;
        let weigh = |(&concept, &count): (&Concept, &f64)| {
            // One that only quotes have counts as if one label had it.
            let count = if count == 0.0 { 1.0 } else { count };
            let in_general = EVIDENCE * vocabulary.share(concept);
            let share: f64 = (count + 0.5 + in_general) / (all + 1.0 + EVIDENCE);
            let weight = (-share.ln()).max(0.1);
            (concept, if vocabulary.is_general(concept) { weight * GENERAL } else { weight })
        };
        let words = used.iter().zip(&counts).map(weigh).collect();
        let mut kinds: BTreeMap<KindOf<'_>, f64> = BTreeMap::new();
        for claim in claims {
            *kinds.entry(kind_of(&claim.value)).or_default() += 1.0;
        }
        Self { claims: all, words, kinds }
    }

    /// How telling a concept is, in nats.
    pub(crate) fn of_word(&self, concept: Concept) -> f64 {
        self.words.binary_search_by_key(&concept, |it| it.0).map_or(0.0, |at| self.words[at].1)
    }

    /// How telling a concept is, in nats, be it one of the article's labels or not.
    pub(super) fn of_any(&self, concept: Concept) -> f64 {
        let share = || (1.5 + EVIDENCE * RARE) / (self.claims + 1.0 + EVIDENCE);
        self.words
            .binary_search_by_key(&concept, |it| it.0)
            .map_or_else(|_| -share().ln(), |at| self.words[at].1)
    }

    /// How rare a kind of value is, in nats.
    pub(crate) fn of_kind(&self, value: &Value) -> f64 {
        let count = self.kinds.get(&kind_of(value)).copied().unwrap_or(0.0);
        -((count + 0.5) / (self.claims + 1.0)).ln()
    }
}

fn kind_of(value: &Value) -> KindOf<'_> {
    (value.kind, value.unit.as_deref())
}
