//! What a text means: the vectors of its words, each with how telling it is.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::normalise::Spelling;
use crate::meaning::{self, Sum, Vector, cosines};

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
    known: HashMap<String, Option<(u32, f64)>, RandomState>,
    /// By word, how alike it is to each: of all words, or of as many as there is room for, those of most texts. A row at a time,
    /// since a block of some hundred kilobytes is given whole pages of megabytes, which a small run would spend its time on.
    alike: Vec<Vec<f32>>,
    /// The texts by their words, each once, and their places. Looked up only.
    texts: Vec<Arc<[u32]>>,
    places: HashMap<Arc<[u32]>, u32, RandomState>,
    /// By text, how well each word is met by it; none where there are too many.
    met: Vec<Vec<f32>>,
}

/// What each word is to each is kept of so many words in any story, and of more where claims are many: 4 MB, and 1 kB for each
/// claim.
const MOST_KEPT: usize = 1024;
const KEPT_FOR_A_CLAIM: usize = 256;

/// How texts meet words is kept where it takes no more than 16 MB.
const MOST_MET: usize = 1 << 22;

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

    /// The place of a text among all, by its words.
    fn text(&mut self, words: &[(u32, f32)]) -> u32 {
        let words: Arc<[u32]> = words.iter().map(|it| it.0).collect();
        if let Some(&place) = self.places.get(&words) {
            return place;
        }
        let place = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(Arc::clone(&words));
        self.places.insert(words, place);
        place
    }

    /// Finds out how alike each word is to each, and how well each is met by each text: the pairs of so many claims ask the
    /// same again and again.
    pub(super) fn compare(&mut self, claims: usize) {
        let count = self.of.len();
        let rows = (MOST_KEPT * MOST_KEPT).max(claims * KEPT_FOR_A_CLAIM) / count.max(1);
        if rows < count {
            return self.compare_commonest(rows);
        }
        for (x, mine) in self.of.iter().enumerate() {
            let mut row = vec![1.0; count];
            cosines(mine, &self.of, row.get_mut(..x).unwrap_or_default());
            for (known, &alike) in self.alike.iter_mut().zip(&row) {
                known[x] = alike;
            }
            self.alike.push(row);
        }
        if count * self.texts.len() > MOST_MET {
            return;
        }
        let met_by = |words: &Arc<[u32]>| {
            let mut met = vec![0.0; count];
            for &word in words.iter() {
                for (met, &alike) in met.iter_mut().zip(&self.alike[word as usize]) {
                    *met = larger(*met, alike);
                }
            }
            met
        };
        self.met = self.texts.iter().map(met_by).collect();
    }

    /// Finds out how alike as many words are to each as there is room for: those that stand in most texts, since these are
    /// asked for most.
    fn compare_commonest(&mut self, rows: usize) {
        let count = self.of.len();
        let mut texts_of = vec![0_usize; count];
        for &word in self.texts.iter().flat_map(|words| words.iter()) {
            texts_of[word as usize] += 1;
        }
        let mut commonest: Vec<usize> = (0..count).collect();
        commonest.sort_by_key(|&word| std::cmp::Reverse(texts_of[word]));
        commonest.truncate(rows);
        self.alike = vec![Vec::new(); count];
        for word in commonest {
            let mut row = vec![0.0; count];
            cosines(&self.of[word], &self.of, &mut row);
            row[word] = 1.0;
            self.alike[word] = row;
        }
    }

    /// How alike a word is to each, where that is kept.
    fn row(&self, word: u32) -> Option<&[f32]> {
        self.alike.get(word as usize).map(Vec::as_slice).filter(|it| !it.is_empty())
    }

    /// Whether it is kept how well each word is met by each text.
    pub(super) fn keep_met(&self) -> bool {
        !self.met.is_empty()
    }

    /// How well each word is met by a text, where that is kept.
    fn met_by(&self, text: u32) -> Option<&[f32]> {
        self.met.get(text as usize).map(Vec::as_slice)
    }

    fn alike(&self, a: u32, b: u32) -> f32 {
        if a == b {
            return 1.0;
        }
        let kept = self.row(b).and_then(|row| row.get(a as usize));
        kept.copied().unwrap_or_else(|| self.at(a).zip(self.at(b)).map_or(0.0, |(a, b)| a.cosine(b)))
    }

    fn at(&self, word: u32) -> Option<&Vector> {
        self.of.get(word as usize)
    }
}

/// The larger one of two figures that are none but numbers: one instruction, where [`f32::max`] asks for more.
fn larger(known: f32, other: f32) -> f32 {
    if other > known { other } else { known }
}

/// Of a text of more words than these the most telling ones stand for all: each is held against each of another text.
pub(super) const MOST_WORDS: usize = 128;

/// Texts of no more words than these are compared without anything being allocated.
const FEW: usize = 64;

/// What a text means.
#[derive(Debug)]
pub(super) struct Sense {
    /// Its words, each once, with weights that add up to one.
    words: Vec<(u32, f32)>,
    /// The mean of them all.
    mean: Vector,
    /// Where they stand among the texts of the story.
    text: u32,
}

impl Sense {
    /// Of words with their weights.
    pub(super) fn new(mut words: Vec<(u32, f64)>, vectors: &mut Vectors) -> Self {
        words.sort_by_key(|it| it.0);
        words.dedup_by_key(|it| it.0);
        if words.len() > MOST_WORDS {
            words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            words.truncate(MOST_WORDS);
            words.sort_by_key(|it| it.0);
        }
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
        Self { text: vectors.text(&words), words, mean: sum.mean() }
    }

    /// The mean of its words.
    pub(super) fn mean(&self) -> &Vector {
        &self.mean
    }

    /// The cosine of the two means.
    pub(super) fn near(&self, other: &Self) -> f64 {
        f64::from(self.mean.cosine(&other.mean))
    }

    /// Whether one word stands in both.
    pub(super) fn shares_word(&self, other: &Self) -> bool {
        self.words.iter().any(|it| other.words.binary_search_by_key(&it.0, |it| it.0).is_ok())
    }

    /// How well each word of one is met by the best one of the other, by weight: the geometric mean of both ways.
    pub(super) fn met(&self, other: &Self, vectors: &Vectors) -> f64 {
        if self.words.is_empty() || other.words.is_empty() {
            return 0.0;
        }
        if let Some((yours, mine)) = vectors.met_by(other.text).zip(vectors.met_by(self.text)) {
            let met = |words: &[(u32, f32)], by: &[f32]| -> f32 {
                words.iter().filter_map(|it| Some(by.get(it.0 as usize)? * it.1)).sum()
            };
            return f64::from((met(&self.words, yours) * met(&other.words, mine)).sqrt());
        }
        let (mut few, mut many) = ([0.0_f32; FEW], Vec::new());
        let best = if let Some(few) = few.get_mut(..other.words.len()) {
            few
        } else {
            many.resize(other.words.len(), 0.0_f32);
            many.as_mut_slice()
        };
        let mut mine = 0.0;
        for &(word, weight) in &self.words {
            let (mut most, row) = (0.0_f32, vectors.row(word));
            for (best, &(theirs, _)) in best.iter_mut().zip(&other.words) {
                let kept = row.and_then(|row| row.get(theirs as usize));
                let alike = kept.copied().unwrap_or_else(|| vectors.alike(word, theirs));
                most = larger(most, alike);
                *best = larger(*best, alike);
            }
            mine += most * weight;
        }
        let yours: f32 = best.iter().zip(&other.words).map(|(best, it)| best * it.1).sum();
        f64::from((mine * yours).sqrt())
    }
}

/// A text that is held against many where how well texts meet words is not kept: how alike its words are to another word is found out
/// when that word is met first.
#[derive(Debug, Default)]
pub(super) struct LaidSense {
    words: Vec<(u32, f32)>,
    /// By other word, the place of its column behind it; 0 where it was not met yet.
    places: Vec<usize>,
    /// The words that were met, in their order.
    met: Vec<u32>,
    /// Column by column, how alike that word is to each of the text.
    alike: Vec<f32>,
    /// By column, how alike the best one of the text is.
    most: Vec<f32>,
    /// By word of the text, how alike the best one of the other is.
    best: Vec<f32>,
}

impl LaidSense {
    /// Lays out a text in place of the one before.
    pub(super) fn lay(&mut self, sense: &Sense) {
        self.words.clone_from(&sense.words);
        for word in self.met.drain(..) {
            self.places[word as usize] = 0;
        }
        self.alike.clear();
        self.most.clear();
    }

    /// How well each word of one is met by the best one of the other, as [`Sense::met`] has it.
    pub(super) fn met(&mut self, other: &Sense, vectors: &Vectors) -> f64 {
        if self.words.is_empty() || other.words.is_empty() {
            return 0.0;
        }
        self.best.clear();
        self.best.resize(self.words.len(), 0.0);
        let mut yours = 0.0;
        for &(word, weight) in &other.words {
            let column = self.column(word, vectors);
            yours += self.most[column] * weight;
            let from = column * self.words.len();
            let alike = &self.alike[from..from + self.words.len()];
            for (best, &alike) in self.best.iter_mut().zip(alike) {
                *best = larger(*best, alike);
            }
        }
        let mine: f32 = self.best.iter().zip(&self.words).map(|(best, it)| best * it.1).sum();
        f64::from((mine * yours).sqrt())
    }

    fn column(&mut self, word: u32, vectors: &Vectors) -> usize {
        if self.places.len() < vectors.of.len() {
            self.places.resize(vectors.of.len(), 0);
        }
        let place = &mut self.places[word as usize];
        if *place == 0 {
            self.met.push(word);
            *place = self.met.len();
            let row = vectors.row(word);
            let alike = |mine: u32| {
                let kept = row.and_then(|row| row.get(mine as usize));
                kept.copied().unwrap_or_else(|| vectors.alike(word, mine))
            };
            let from = self.alike.len();
            self.alike.extend(self.words.iter().map(|it| alike(it.0)));
            self.most.push(self.alike.iter().skip(from).copied().fold(0.0, larger));
        }
        *place - 1
    }
}
