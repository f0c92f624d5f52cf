//! The words of a claim in one array: each once, with the texts that have it and how telling it is in its article.

use super::label::Labels;
use super::normalise::Concept;
use super::rarity::Rarity;

/// The texts of a claim, as sets of words; a bit each.
pub(crate) type Sets = u8;

/// Subject, attribute and scope.
pub(crate) const LABEL: Sets = 1 << 0;

/// The quote.
pub(crate) const QUOTE: Sets = 1 << 1;

/// The quote without what the value holds, so that values that differ do not speak against a pair.
pub(crate) const AROUND: Sets = 1 << 2;

/// A value that is words or names.
pub(crate) const VALUE: Sets = 1 << 3;

/// Label and quote.
pub(crate) const ALL: Sets = 1 << 4;

/// Label and quote without what the value holds.
pub(crate) const TOLD: Sets = 1 << 5;

/// How many sets there are.
pub(super) const SETS: usize = 6;

/// Set for a word that others are nearly spelled like.
pub(super) const HAS_LIKES: Sets = 1 << 7;

/// A word of a claim.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Term {
    pub(crate) concept: Concept,
    pub(super) sets: Sets,
    /// The bit that it shares with all that are spelled like it, once these are known.
    bit: u8,
    /// How telling it is, in nats.
    pub(crate) weight: f64,
}

impl Term {
    /// Whether it stands in one of some sets.
    pub(super) fn is_in(&self, sets: Sets) -> bool {
        self.sets & sets != 0
    }
}

/// The words of a claim: those of the label first, both parts sorted.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    of: Vec<Term>,
    in_label: usize,
    /// By set, the length of the vector of weights.
    norms: [f64; SETS],
    /// By set, how many words it has.
    counts: [u32; SETS],
    /// The sum of the weights of the label.
    pub(crate) sum: f64,
    /// The words of the value.
    values: Classes,
    /// All words.
    all: Classes,
    /// By set, the words that others are nearly spelled like.
    likes: [Classes; SETS],
}

/// Some words, a bit each; those that are spelled alike share theirs, and others may. So where two have no bit in common, no
/// word of the one is like one of the other.
#[derive(Clone, Copy, Debug, Default)]
struct Classes(u128);

impl Classes {
    fn add(&mut self, bit: u8) {
        self.0 |= 1 << bit;
    }

    fn may_hold(self, bit: u8) -> bool {
        self.0 >> bit & 1 != 0
    }

    fn may_share(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Terms {
    /// Of words, each with the sets that it is known to be in by one mention.
    pub(super) fn new(mut words: Vec<(Concept, Sets)>, rarity: &Rarity<'_>) -> Self {
        words.sort_unstable_by_key(|it| it.0);
        words.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 |= if same { next.1 } else { 0 };
            same
        });
        words.sort_by_key(|it| it.1 & LABEL == 0);
        let of = words.into_iter().map(|(concept, sets)| {
            let all = if sets & (LABEL | QUOTE) == 0 { 0 } else { ALL };
            let told = if sets & (LABEL | AROUND) == 0 { 0 } else { TOLD };
            Term { concept, sets: sets | all | told, bit: 0, weight: rarity.of_word(concept) }
        });
        let of: Vec<Term> = of.collect();
        let in_set = |at: usize| of.iter().filter(move |it| it.is_in(1 << at));
        let norm = |at: usize| in_set(at).map(|it| it.weight.powi(2)).sum::<f64>().sqrt();
        let count = |at: usize| u32::try_from(in_set(at).count()).unwrap_or(u32::MAX);
        Self {
            in_label: in_set(0).count(),
            norms: std::array::from_fn(norm),
            counts: std::array::from_fn(count),
            sum: in_set(0).map(|it| it.weight).sum(),
            values: Classes::default(),
            all: Classes::default(),
            likes: [Classes::default(); SETS],
            of,
        }
    }

    /// Marks the words that others are nearly spelled like; `class` stands for all that are spelled like one.
    pub(super) fn mark_likes(
        &mut self,
        has_likes: impl Fn(Concept) -> bool,
        class: impl Fn(Concept) -> Concept,
    ) {
        for term in &mut self.of {
            term.bit = u8::try_from(class(term.concept) % u128::BITS).unwrap_or_default();
            self.all.add(term.bit);
            if has_likes(term.concept) {
                term.sets |= HAS_LIKES;
                let sets = self.likes.iter_mut().enumerate().filter(|(at, _)| term.is_in(1 << at));
                sets.for_each(|(_, likes)| likes.add(term.bit));
            }
            if term.is_in(VALUE) {
                self.values.add(term.bit);
            }
        }
    }

    /// Whether a word of one may be spelled like one of the other without being the same, in a set of both.
    pub(super) fn may_have_likes(&self, other: &Self, set: Sets) -> bool {
        self.likes[at(set)].may_share(other.likes[at(set)])
    }

    /// Whether any word of one may be spelled like any of the other.
    pub(super) fn may_have_any_likes(&self, other: &Self) -> bool {
        self.all_likes().may_share(other.all_likes())
    }

    fn all_likes(&self) -> Classes {
        Classes(self.likes.iter().fold(0, |all, it| all | it.0))
    }

    /// The most that those words of the label can weigh which another claim says anywhere, as they are or nearly spelled so.
    pub(super) fn said_at_most(&self, other: &Self) -> f64 {
        self.label().iter().filter(|it| other.all.may_hold(it.bit)).map(|it| it.weight).sum()
    }

    /// Whether the values may have a word in common.
    pub(super) fn values_may_meet(&self, other: &Self) -> bool {
        self.values.may_share(other.values)
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Term] {
        &self.of
    }

    /// The words of the label, sorted.
    pub(crate) fn label(&self) -> &[Term] {
        self.of.get(..self.in_label).unwrap_or_default()
    }

    /// The words of a set.
    pub(super) fn of_set(&self, set: Sets) -> impl Iterator<Item = &Term> {
        self.of.iter().filter(move |it| it.is_in(set))
    }

    /// How many words a set has.
    pub(super) fn count(&self, set: Sets) -> usize {
        self.counts.get(at(set)).map_or(0, |&it| it as usize)
    }

    /// The length of the vector of weights of a set.
    pub(super) fn norm(&self, set: Sets) -> f64 {
        self.norms.get(at(set)).copied().unwrap_or(0.0)
    }

    /// The cosine of a set of two claims, by the sum of the products of the words that they share there.
    pub(super) fn cosine(&self, other: &Self, set: Sets, dot: f64) -> f64 {
        let norms = self.norm(set) * other.norm(set);
        if norms == 0.0 { 0.0 } else { (dot / norms).min(1.0) }
    }

    /// Where a word stands among all of them.
    pub(crate) fn find(&self, concept: Concept) -> Option<&Term> {
        let (label, rest) = self.of.split_at_checked(self.in_label)?;
        let found = |part: &[Term]| part.binary_search_by_key(&concept, |it| it.concept).ok();
        match found(label) {
            Some(at) => label.get(at),
            None => rest.get(found(rest)?),
        }
    }

    /// Whether a word stands in one of some sets.
    pub(crate) fn holds(&self, concept: Concept, sets: Sets) -> bool {
        self.find(concept).is_some_and(|it| it.is_in(sets))
    }
}

/// The place of a set among all.
pub(super) fn at(set: Sets) -> usize {
    set.trailing_zeros() as usize
}

/// How much of each of two values is in the other one, by weight: the more, and the less.
pub(super) fn shared_values(labels: &Labels, a: &Terms, b: &Terms) -> (f64, f64) {
    let part = |mine: &Terms, other: &Terms| {
        let is_shared = |it: &&Term| {
            let likes = labels.spelled_like(it.concept);
            other.holds(it.concept, VALUE) || likes.iter().any(|like| other.holds(like.0, VALUE))
        };
        let all: f64 = mine.of_set(VALUE).map(|it| it.weight).sum();
        let shared: f64 = mine.of_set(VALUE).filter(is_shared).map(|it| it.weight).sum();
        if mine.count(VALUE) == 0 { 0.0 } else { shared / all }
    };
    let (mine, yours) = (part(a, b), part(b, a));
    (mine.max(yours), mine.min(yours))
}
