//! Words around a time of day, in English.

use std::sync::LazyLock;

use super::super::lexicon::Lexicon;
use super::super::token::Phrase;
use super::dates;

pub(crate) use dates::Bound;

/// Hedges of times, beside those of dates.
pub(crate) const BOUNDS: &[(Bound, &str)] = &[
    (Bound::About, "close to | some time about"),
    (
        Bound::ShortlyBefore,
        "a little before | minutes before | moments before | just shy of | almost | nearly | not \
         quite | a few minutes before | some minutes before | a bit before",
    ),
    (
        Bound::ShortlyAfter,
        "a little after | minutes after | moments after | just past | a little past | shortly past | \
         a few minutes after | a few minutes past | a bit after",
    ),
    (Bound::After, "past"),
];

/// Hedges of times behind them, beside those of dates.
pub(crate) const BOUNDS_BEHIND: &[(Bound, &str)] =
    &[(Bound::Exactly, "sharp | exactly | on the dot | precisely"), (Bound::About, "ish | or so")];

pub(crate) static BOUND_INDEX: LazyLock<Lexicon<Bound>> = LazyLock::new(|| both(dates::BOUNDS, BOUNDS));
pub(crate) static BEHIND_INDEX: LazyLock<Lexicon<Bound>> =
    LazyLock::new(|| both(dates::BOUNDS_BEHIND, BOUNDS_BEHIND));

fn both(dates: &'static [(Bound, &str)], times: &'static [(Bound, &str)]) -> Lexicon<Bound> {
    Lexicon::new(dates.iter().chain(times).copied())
}

/// Whether the token at a place adds nothing before a time.
pub(crate) fn is_neutral(phrase: &Phrase, at: usize) -> bool {
    matches!(
        phrase.word(at),
        "at" | "between" | "t" | "time" | "local" | "of" | "on" | "the" | "in" | "sometime" | "was" | "it"
    ) || matches!(phrase.symbol(at), Some(',' | ':' | '@' | '-'))
}
