//! A story under review: what is asked, and what becomes of the answers.

use std::collections::BTreeSet;

use super::question::{self, Question, ReviewContext, SURE, ordered};
use super::{Answer, AnswerOutcome, Pins};
use crate::claim::Story;
use crate::linkage::{self, Alignment, Link};
use crate::meter::Budget;

/// A story under review.
#[derive(Debug)]
pub struct Case<'a> {
    /// The story.
    pub story: &'a Story,
    /// As it was before any answer.
    pub alignment: Alignment<'a>,
    /// The data items as the answers leave them.
    pub items: Vec<Vec<usize>>,
    /// What the answers say.
    pub pins: Pins,
    unlike: Vec<Link>,
    skipped: BTreeSet<(usize, usize)>,
}

/// What was said and skipped at some moment of a review.
#[derive(Clone, Debug)]
pub struct ReviewState {
    /// What was said.
    pub pins: Pins,
    skipped: BTreeSet<(usize, usize)>,
}

impl<'a> Case<'a> {
    /// A story before the first answer.
    pub fn new(story: &'a Story) -> Self {
        Self::within(story, Budget::default())
    }

    /// The same, with so much work at the most.
    pub fn within(story: &'a Story, budget: Budget) -> Self {
        let alignment = linkage::align_fully(story, budget);
        let (pins, items) = (Pins::of(&alignment), alignment.items.clone());
        let unlike = alignment.unlike(-SURE);
        Self { story, alignment, items, pins, unlike, skipped: BTreeSet::new() }
    }

    /// What to ask, most telling first.
    pub fn questions(&self) -> Vec<Question> {
        question::questions(&ReviewContext {
            alignment: &self.alignment,
            desk: &self.story.desk,
            pins: &self.pins,
            items: &self.items,
            unlike: &self.unlike,
            skipped: &self.skipped,
        })
    }

    /// Takes an answer about two claims alone, and puts the claims together anew.
    pub fn answer(&mut self, pair: (usize, usize), answer: Answer) -> AnswerOutcome {
        let said = self.pins.answer(&self.alignment, &self.items, pair, answer);
        self.align();
        said
    }

    /// Takes the answers about the fact of `claim`: which claims tell the same, and which another one. What became of
    /// those that do not simply hold.
    pub fn settle(
        &mut self,
        claim: usize,
        same: &[usize],
        different: &[usize],
    ) -> Vec<(usize, AnswerOutcome)> {
        let told = self.pins.settle(&self.alignment, &self.items, claim, (same, different));
        self.align();
        told
    }

    /// Takes pins as they are to be, and puts the claims together anew.
    pub fn take(&mut self, pins: Pins) {
        self.pins = pins;
        self.align();
    }

    fn align(&mut self) {
        self.items = self.alignment.items_with(&self.pins.all());
    }

    /// What was said and skipped so far.
    pub fn state(&self) -> ReviewState {
        ReviewState { pins: self.pins.clone(), skipped: self.skipped.clone() }
    }

    /// Goes back to what was said and skipped.
    pub fn go_back(&mut self, state: ReviewState) {
        self.skipped = state.skipped;
        self.take(state.pins);
    }

    /// Does not ask a question again.
    pub fn skip(&mut self, question: &Question) {
        self.skipped.extend(question.pairs());
    }

    /// Does not ask about two claims again.
    pub fn skip_pair(&mut self, a: usize, b: usize) {
        self.skipped.insert(ordered(a, b));
    }
}
