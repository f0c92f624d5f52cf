//! A phrase that states a fact, and what it answers.

use std::ops::Range;

/// What a phrase answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FactKind {
    /// How much, or how many.
    Figure,
    /// When something was.
    Date,
    /// How far something has come.
    Stage,
    /// Which one.
    Name,
    /// Which ones.
    Names,
    /// Who told it first.
    Teller,
    /// Who holds an office.
    Office,
    /// What is so.
    State,
}

/// A phrase that states a fact: the places of its words, and what it answers.
#[derive(Clone, Debug)]
pub(super) struct StatedFact {
    pub(super) words: Range<usize>,
    pub(super) asks: FactKind,
}
