//! What a text means: the vectors of its words, each with how telling it is.

use std::collections::HashMap;
use std::sync::Arc;

use super::normalise::Spelling;
use crate::meaning::{self, Sum, Vector};

/// A word of a rank from which on it is rare enough to tell something counts fully; those before it count less.
const COMMON: f64 = 1e-3;

/// Zipf's law: how often the word of the first rank stands in English.
const FIRST: f64 = 0.07;

/// The least that a word weighs that says nothing.
const LEAST: f64 = 0.02;

/// The vectors of a story's words, each once.
#[derive(Debug, Default)]
pub(super) struct Vectors {
    of: Vec<Vector>,
    /// Looked up only.
    known: HashMap<String, Option<(u32, f64)>, foldhash::fast::RandomState>,
}

impl Vectors {
    /// Where the vector of a word is, and the share of its rarity that its frequency in English leaves it.
    pub(super) fn take(&mut self, word: &Arc<Spelling>) -> Option<(u32, f64)> {
        if let Some(known) = self.known.get(&word.word) {
            return *known;
        }
        let found = word.meaning().map(|vector| {
            self.of.push(*vector);
            let at = u32::try_from(self.of.len() - 1).unwrap_or(u32::MAX);
            let frequency = meaning::rank(&word.word).map_or(0.0, |rank| FIRST / (rank as f64 + 3.0));
            (at, COMMON / (COMMON + frequency))
        });
        self.known.insert(word.word.clone(), found);
        found
    }

    fn at(&self, word: u32) -> Option<&Vector> {
        self.of.get(word as usize)
    }
}

/// What a text means.
#[derive(Debug)]
pub(super) struct Sense {
    /// Its words, each once, with weights that add up to one.
    words: Vec<(u32, f32)>,
    /// The mean of them all.
    mean: Vector,
}

impl Sense {
    /// Of words with their weights.
    pub(super) fn new(mut words: Vec<(u32, f64)>, vectors: &Vectors) -> Self {
        words.sort_by_key(|it| it.0);
        words.dedup_by_key(|it| it.0);
        let weight = |it: &(u32, f64)| it.1.max(LEAST);
        let all: f64 = words.iter().map(weight).sum();
        #[allow(clippy::cast_possible_truncation, reason = "a share needs no more digits")]
        let words: Vec<(u32, f32)> = words.iter().map(|it| (it.0, (weight(it) / all) as f32)).collect();
        let mut sum = Sum::default();
        for &(word, weight) in &words {
            if let Some(vector) = vectors.at(word) {
                sum.add(vector, weight);
            }
        }
        Self { words, mean: sum.mean() }
    }

    /// The cosine of the two means.
    pub(super) fn near(&self, other: &Self) -> f64 {
        f64::from(self.mean.cosine(&other.mean))
    }

    /// How well each word of one is met by the best one of the other, by weight: the geometric mean of both ways.
    pub(super) fn met(&self, other: &Self, vectors: &Vectors) -> f64 {
        if self.words.is_empty() || other.words.is_empty() {
            return 0.0;
        }
        let mut best = vec![0.0_f32; other.words.len()];
        let mut mine = 0.0;
        for &(word, weight) in &self.words {
            let mut most = 0.0_f32;
            for (best, &(theirs, _)) in best.iter_mut().zip(&other.words) {
                let alike = if word == theirs {
                    1.0
                } else {
                    vectors.at(word).zip(vectors.at(theirs)).map_or(0.0, |(a, b)| a.cosine(b))
                };
                most = most.max(alike);
                *best = best.max(alike);
            }
            mine += most * weight;
        }
        let yours: f32 = best.iter().zip(&other.words).map(|(best, it)| best * it.1).sum();
        f64::from((mine * yours).sqrt())
    }
}
