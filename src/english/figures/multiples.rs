//! Words that multiply, and the words beside them.

use super::numbers::{MULTIPLYING, NumberPart};
use crate::english::lexicon::named;
use crate::english::token::Phrase;
use crate::english::words;

/// Words that say how many times as much: `double`, `fivefold`.
pub(crate) fn multiple(word: &str) -> Option<u32> {
    words::known(word).multiple.or_else(|| match words::part(word.strip_suffix("fold")?)? {
        NumberPart::Unit(times) | NumberPart::Tens(times) => Some(times),
        NumberPart::Hundred => Some(100),
        _ => None,
    })
}

/// What a verb multiplies by, so that what it tells of has risen: `doubled`.
pub(crate) fn multiplying(word: &str) -> Option<u32> {
    words::known(word).multiple.and_then(|_| named(MULTIPLYING, word))
}

/// Whether a word behind `times` tells what is multiplied.
pub(crate) fn is_base(word: &str) -> bool {
    matches!(
        word,
        "as" | "the"
            | "that"
            | "this"
            | "its"
            | "their"
            | "his"
            | "her"
            | "last"
            | "more"
            | "fewer"
            | "less"
            | "smaller"
            | "lower"
            | "cheaper"
            | "slower"
            | "higher"
            | "larger"
            | "bigger"
            | "greater"
            | "longer"
            | "faster"
            | "heavier"
            | "normal"
            | "what"
            | "previous"
            | "pre"
            | "over"
            | "worse"
            | "average"
            | "expected"
            | "usual"
    )
}

/// Whether the word at a place, or behind a hyphen there, makes so many digits of it: `double digits` are no multiple.
pub(crate) fn is_digits(phrase: &Phrase, at: usize) -> bool {
    let noun = phrase.word(if phrase.hyphen(at) { at + 1 } else { at });
    noun.starts_with("digit") || noun.starts_with("figure")
}
