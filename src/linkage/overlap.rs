//! What two claims have in common, word by word, found in one walk over the words of the one.
//!
//! SoftTFIDF (Cohen, Ravikumar and Fienberg 2003): the cosine of two weighted word sets, in which words that are nearly
//! spelled alike (Jaro-Winkler) count as alike.

use std::cell::RefCell;

use super::label::{Label, Labels};
use super::normalise::Concept;
use super::sense::{LaidSense, Vectors};
use super::terms::{ALL, HAS_LIKES, LABEL, SETS, Sets, Term, Terms, VALUE, at};

/// The words of a claim, laid out so that each is found at once. Many claims meet one: it is laid out once for all.
#[derive(Debug, Default)]
pub(super) struct Laid {
    /// By concept, the place of the word behind it; 0 where it is none of the claim's.
    places: Vec<u32>,
    /// By concept, what the word weighs that the label has; else 0.
    in_label: Vec<f64>,
    /// What all its texts mean, taken together.
    sense: RefCell<LaidSense>,
}

impl Laid {
    /// Room for the words of a story.
    pub(super) fn new(labels: &Labels) -> Self {
        let count = labels.vocabulary.len();
        Self { places: vec![0; count], in_label: vec![0.0; count], sense: RefCell::default() }
    }

    /// Lays out a claim's words; whoever does takes them up again.
    pub(super) fn lay(&mut self, label: &Label) {
        let terms = &label.terms;
        self.sense.get_mut().lay(&label.senses.claim);
        for (place, term) in (1..).zip(terms.all()) {
            self.places[term.concept as usize] = place;
        }
        for term in terms.label() {
            self.in_label[term.concept as usize] = term.weight;
        }
    }

    pub(super) fn take_up(&mut self, terms: &Terms) {
        for term in terms.all() {
            self.places[term.concept as usize] = 0;
            self.in_label[term.concept as usize] = 0.0;
        }
    }

    /// How well its words and those of another claim meet each other.
    pub(super) fn met(&self, other: &Label, vectors: &Vectors) -> f64 {
        self.sense.borrow_mut().met(&other.senses.claim, vectors)
    }

    /// What a word of the label weighs; 0 where the label does not have it.
    fn weight_in_label(&self, concept: Concept) -> f64 {
        self.in_label.get(concept as usize).copied().unwrap_or(0.0)
    }

    fn find<'t>(&self, terms: &'t Terms, concept: Concept) -> Option<&'t Term> {
        let place = *self.places.get(concept as usize)? as usize;
        terms.all().get(place.wrapping_sub(1))
    }
}

/// Two claims, of which the first may be laid out.
#[derive(Clone, Copy)]
pub(super) struct Two<'a> {
    pub(super) story: &'a Labels,
    pub(super) a: &'a Label,
    pub(super) b: &'a Label,
    pub(super) laid: Option<&'a Laid>,
}

/// What two claims have in common.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Overlap {
    /// By set, the sum of the products of the weights.
    dots: [f64; SETS],
    /// By side, what those words of its label weigh that the other claim says anywhere.
    pub(super) said: [f64; 2],
    /// By side, what those words of its label weigh that label and quote of the other one hold.
    pub(super) held: [f64; 2],
}

impl<'a> Two<'a> {
    /// A word of the first one.
    pub(super) fn in_a(&self, concept: Concept) -> Option<&'a Term> {
        match self.laid {
            Some(laid) => laid.find(&self.a.terms, concept),
            None => self.a.terms.find(concept),
        }
    }

    /// A word of the second one.
    pub(super) fn in_b(&self, concept: Concept) -> Option<&'a Term> {
        self.b.terms.find(concept)
    }

    /// How alike the words of the labels are, from 0 to 1.
    pub(super) fn labels_alike(&self) -> f64 {
        let mine = |concept| match self.laid {
            Some(laid) => laid.weight_in_label(concept),
            None => self.in_a(concept).filter(|it| it.is_in(LABEL)).map_or(0.0, |it| it.weight),
        };
        let mut dot: f64 = self.b.terms.label().iter().map(|it| mine(it.concept) * it.weight).sum();
        self.add_likes(&mut dot, self.a.terms.label(), LABEL);
        self.a.terms.cosine(&self.b.terms, LABEL, dot)
    }

    /// How alike the words of the values are, from 0 to 1.
    pub(super) fn values_alike(&self) -> f64 {
        let mut dot = 0.0;
        for yours in self.b.terms.of_set(VALUE) {
            if let Some(mine) = self.in_a(yours.concept).filter(|it| it.is_in(VALUE)) {
                dot += mine.weight * yours.weight;
            }
        }
        self.add_likes(&mut dot, self.a.terms.all(), VALUE);
        self.a.terms.cosine(&self.b.terms, VALUE, dot)
    }

    /// Adds the products of words of the first one that the second one lacks in a set, but has one there that is spelled alike.
    fn add_likes(&self, dot: &mut f64, words: &[Term], set: Sets) {
        if !self.a.terms.may_have_likes(&self.b.terms, set) {
            return;
        }
        for mine in words.iter().filter(|it| it.is_in(set) && it.is_in(HAS_LIKES)) {
            if !self.in_b(mine.concept).is_some_and(|it| it.is_in(set)) {
                let likes = self.story.spelled_like(mine.concept).iter();
                let mut found = likes.filter_map(|&(it, alike)| Some((self.in_b(it)?, alike)));
                let first = found.find(|it| it.0.is_in(set));
                *dot += first.map_or(0.0, |(yours, alike)| mine.weight * yours.weight * alike);
            }
        }
    }

    /// What they have in common.
    pub(super) fn overlap(&self) -> Overlap {
        let mut found = Overlap::default();
        for yours in self.b.terms.all() {
            if let Some(mine) = self.in_a(yours.concept) {
                found.add(mine.sets & yours.sets, mine.weight * yours.weight);
                found.note(0, mine, yours.sets, mine.weight);
                found.note(1, yours, mine.sets, yours.weight);
            }
        }
        if !self.a.terms.may_have_any_likes(&self.b.terms) {
            return found;
        }
        for mine in self.a.terms.all().iter().filter(|it| it.is_in(HAS_LIKES)) {
            let own = self.in_b(mine.concept).map_or(0, |it| it.sets);
            let (mut open, mut all) = (mine.sets & !own, 0);
            for &(like, alike) in self.story.spelled_like(mine.concept) {
                if let Some(yours) = self.in_b(like) {
                    found.add(open & yours.sets, mine.weight * yours.weight * alike);
                    open &= !yours.sets;
                    all |= yours.sets;
                }
            }
            found.note_likes(0, mine, own, all);
        }
        for yours in self.b.terms.label().iter().filter(|it| it.is_in(HAS_LIKES)) {
            let own = self.in_a(yours.concept).map_or(0, |it| it.sets);
            let likes = self.story.spelled_like(yours.concept).iter();
            let all = likes.filter_map(|like| self.in_a(like.0)).fold(0, |all, it| all | it.sets);
            found.note_likes(1, yours, own, all);
        }
        found
    }

    /// How alike a set of both is, from 0 to 1.
    pub(super) fn cosine(&self, found: &Overlap, set: Sets) -> f64 {
        self.a.terms.cosine(&self.b.terms, set, found.dots[at(set)])
    }
}

impl Overlap {
    fn add(&mut self, sets: Sets, product: f64) {
        for (at, dot) in self.dots.iter_mut().enumerate() {
            if sets & (1 << at) != 0 {
                *dot += product;
            }
        }
    }

    /// Takes in a word of one side that stands in sets of the other one.
    fn note(&mut self, side: usize, term: &Term, theirs: Sets, weight: f64) {
        if term.is_in(LABEL) {
            self.said[side] += weight;
            self.held[side] += if theirs & ALL == 0 { 0.0 } else { weight };
        }
    }

    /// Takes in a word that the other side has in some sets, and words spelled like it in others.
    fn note_likes(&mut self, side: usize, term: &Term, own: Sets, likes: Sets) {
        if term.is_in(LABEL) {
            self.said[side] += if own == 0 && likes != 0 { term.weight } else { 0.0 };
            self.held[side] += if own & ALL == 0 && likes & LABEL != 0 { term.weight } else { 0.0 };
        }
    }
}
