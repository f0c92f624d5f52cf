//! Words that multiply, and the words beside them.

use super::numbers::{NumberPart, part};
use crate::english::token::Phrase;

/// Words that say how many times as much: `double`, `fivefold`.
pub(crate) fn multiple(word: &str) -> Option<u32> {
    if let Some(times) = multiplying(word) {
        return Some(times);
    }
    Some(match word {
        "twice" | "double" => 2,
        "thrice" | "triple" | "treble" => 3,
        "quadruple" => 4,
        "quintuple" => 5,
        _ => match part(word.strip_suffix("fold")?)? {
            NumberPart::Unit(times) | NumberPart::Tens(times) => times,
            NumberPart::Hundred => 100,
            _ => return None,
        },
    })
}

/// What a verb multiplies by, so that what it tells of has risen: `doubled`.
pub(crate) fn multiplying(word: &str) -> Option<u32> {
    Some(match word {
        "doubled" | "doubling" | "doubles" => 2,
        "tripled" | "tripling" | "triples" | "trebled" | "trebling" | "trebles" => 3,
        "quadrupled" | "quadrupling" | "quadruples" => 4,
        "quintupled" | "quintupling" | "quintuples" => 5,
        _ => return None,
    })
}

/// Whether a word says that half of something has gone.
pub(crate) fn halves(word: &str) -> bool {
    matches!(word, "halved" | "halving")
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
