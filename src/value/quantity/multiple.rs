//! Figures that say how many times as much, of something that they don't name: `twice as many`, `double`, `a tenfold rise`.

use crate::english::figures::numbers::multiple;
use crate::english::token::Phrase;
use crate::value::{Note, Value};

impl Value {
    /// Whether it is a multiple of something that is not named, such as `twice as many`.
    pub fn is_multiple(&self) -> bool {
        self.notes.contains(&Note::Multiple)
    }
}

/// Whether the figure of a phrase is a multiple. `Twice` alone is so often, as is `five times`.
pub(super) fn is_one(phrase: &Phrase) -> bool {
    (0..phrase.len()).any(|at| {
        let word = phrase.word(at);
        let behind = || is_base(phrase.word(at + 1));
        match word {
            "times" | "twice" | "thrice" => behind(),
            "" => false,
            "double" | "triple" if is_digits(phrase, at + 1) => false,
            _ => multiple(word).is_some() || word == "fold" && phrase.hyphen(at.wrapping_sub(1)),
        }
    })
}

/// `double digits` are no multiple.
fn is_digits(phrase: &Phrase, at: usize) -> bool {
    let noun = phrase.word(if phrase.hyphen(at) { at + 1 } else { at });
    noun.starts_with("digit") || noun.starts_with("figure")
}

/// Words behind `times` that tell what is multiplied.
fn is_base(word: &str) -> bool {
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
