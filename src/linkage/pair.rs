//! Two claims of a story, and what is known of both together.

use std::cell::OnceCell;

use super::figures::{self, Figures};
use super::label::{Label, Labels};
use super::normalise::Concept;
use super::overlap::{Laid, Overlap, Two};
use super::terms::{Sets, Term};
use crate::claim::Claim;

/// A claim, as comparisons see it.
pub(super) type LabelledClaim<'a> = (&'a Label, &'a Claim);

/// What is known of two claims before they are compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glance {
    /// How alike the words of their labels are.
    pub(super) alike: f64,
    /// How near they mean the same, where that is known.
    pub(super) near: Option<f64>,
}

/// Two claims of a story, with what several comparisons ask of them, found out when the first one does.
pub(super) struct CandidatePair<'a> {
    pub(super) story: &'a Labels,
    pub(super) a: LabelledClaim<'a>,
    pub(super) b: LabelledClaim<'a>,
    pub(super) two: Two<'a>,
    /// How alike the words of their labels are.
    pub(super) alike: f64,
    /// How near they mean the same, all in all.
    pub(super) near: f64,
    overlap: OnceCell<Overlap>,
    values_alike: OnceCell<f64>,
    figures: OnceCell<Option<Figures>>,
}

impl<'a> CandidatePair<'a> {
    pub(super) fn new(story: &'a Labels, a: LabelledClaim<'a>, b: LabelledClaim<'a>) -> Self {
        let alike = Two { story, a: a.0, b: b.0, laid: None }.labels_alike();
        Self::laid(story, a, b, Glance { alike, near: None }, None)
    }

    /// A pair of which the first one may be laid out, with what is known of it from where it was found.
    pub(super) fn laid(
        story: &'a Labels,
        a: LabelledClaim<'a>,
        b: LabelledClaim<'a>,
        Glance { alike, near }: Glance,
        laid: Option<&'a Laid>,
    ) -> Self {
        let two = Two { story, a: a.0, b: b.0, laid };
        let near = near.unwrap_or_else(|| a.0.senses.claim.near(&b.0.senses.claim));
        let (overlap, values_alike, figures) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { story, a, b, two, alike, near, overlap, values_alike, figures }
    }

    pub(super) fn labels(&self) -> (&'a Label, &'a Label) {
        (self.a.0, self.b.0)
    }

    /// What they have in common, word by word.
    pub(super) fn overlap(&self) -> &Overlap {
        self.overlap.get_or_init(|| self.two.overlap())
    }

    /// How alike a set of their words is, from 0 to 1.
    pub(super) fn cosine(&self, set: Sets) -> f64 {
        self.two.cosine(self.overlap(), set)
    }

    /// How alike the words of the values are; a word that both figures count says nothing of the figures.
    pub(super) fn values_alike(&self) -> f64 {
        let may_meet = || self.are_wordy() && self.a.0.terms.values_may_meet(&self.b.0.terms);
        *self.values_alike.get_or_init(|| if may_meet() { self.two.values_alike() } else { 0.0 })
    }

    /// Whether both values are words.
    pub(super) fn are_wordy(&self) -> bool {
        self.a.0.wordy && self.b.0.wordy
    }

    /// How the values stand to each other, where they are figures of one kind and unit.
    pub(super) fn figures(&self) -> Option<Figures> {
        *self.figures.get_or_init(|| figures::between(&self.a.1.value, &self.b.1.value))
    }

    /// Whether the first claim says a concept anywhere: in its label, its quote or its value.
    pub(super) fn a_says(&self, concept: Concept) -> bool {
        self.says(concept, |it| self.two.in_a(it))
    }

    /// Whether the second claim says a concept anywhere.
    pub(super) fn b_says(&self, concept: Concept) -> bool {
        self.says(concept, |it| self.two.in_b(it))
    }

    fn says(&self, concept: Concept, find: impl Fn(Concept) -> Option<&'a Term>) -> bool {
        find(concept).is_some() || self.story.spelled_like(concept).iter().any(|it| find(it.0).is_some())
    }
}
