//! Words that say how exact a figure is, and what they allow.

use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::token::Phrase;

/// What a hedge does to a figure x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hedge {
    /// Near x.
    About,
    /// More than x.
    Over,
    /// A little more than x.
    JustOver,
    /// x or more.
    AtLeast,
    /// A little less than x.
    Nearly,
    /// Less than x.
    Under,
    /// x or less.
    UpTo,
    /// x and nothing else.
    Exactly,
}

use Hedge::{About, AtLeast, Exactly, JustOver, Nearly, Over, Under, UpTo};

/// Hedges before the figure, by what they mean.
pub(crate) const BEFORE: &[(Hedge, &[&str])] = &[
    (
        About,
        &[
            "about",
            "around",
            "roughly",
            "approximately",
            "approx",
            "an estimated",
            "estimated",
            "some",
            "circa",
            "c",
            "ca",
            "in the region of",
            "in the order of",
            "on the order of",
            "in the neighborhood of",
            "in the neighbourhood of",
            "somewhere around",
            "something like",
            "more or less",
            "give or take",
            "or so",
            "~",
        ],
    ),
    (
        Over,
        &[
            "over",
            "more than",
            "above",
            "north of",
            "past",
            "upward of",
            "upwards of",
            "exceeding",
            "exceed",
            "exceeds",
            "exceeded",
            "in excess of",
            "greater than",
            "larger than",
            "bigger than",
            "higher than",
            "well over",
            "longer than",
            "later than",
            "older than",
            "far more than",
            "well above",
            "beyond",
            "surpassing",
            "topping",
            "upward",
        ],
    ),
    (
        JustOver,
        &[
            "just over",
            "a little over",
            "slightly more than",
            "a little more than",
            "slightly over",
            "just above",
        ],
    ),
    (
        AtLeast,
        &[
            "at least",
            "no fewer than",
            "no less than",
            "not less than",
            "not fewer than",
            "a minimum of",
            "minimum",
            "no earlier than",
        ],
    ),
    (
        Nearly,
        &[
            "nearly",
            "almost",
            "just under",
            "close to",
            "approaching",
            "just shy of",
            "shy of",
            "a little under",
            "slightly under",
            "slightly less than",
            "a little less than",
            "not quite",
            "just below",
            "nearing",
            "a little before",
            "just short of",
        ],
    ),
    (
        Under,
        &["under", "less than", "below", "fewer than", "lower than", "smaller than", "south of", "short of"],
    ),
    (
        UpTo,
        &[
            "up to",
            "as much as",
            "as many as",
            "at most",
            "a maximum of",
            "maximum",
            "no more than",
            "not more than",
            "at the most",
            "no later than",
            "as long as",
            "as high as",
        ],
    ),
    (Exactly, &["exactly", "precisely"]),
];

static BEFORE_INDEX: LazyLock<Lexicon<Hedge>> = LazyLock::new(|| Lexicon::grouped(BEFORE));

/// The hedge that starts at a place before a figure, date or time, and the place behind it.
pub(crate) fn before(phrase: &Phrase, at: usize) -> Option<(Hedge, usize)> {
    BEFORE_INDEX.find(phrase, at)
}
