//! Text: what can't be read as anything else, as words, with its polarity.

use std::borrow::Cow;

use super::{Content, Context, Kind, Value};
use crate::english::plain::{is_telling, signs_behind};
use crate::english::token::{Phrase, TokenKind};

/// The phrase as words; as it is, where it has none.
pub(crate) fn read(phrase: &Phrase, _context: &Context) -> Value {
    let mut words = words(phrase);
    if words.is_empty() && !phrase.text.is_empty() {
        words.push(phrase.text.to_owned());
    }
    Value::new(phrase.text, Kind::Text, Content::Words { words, negated: is_negated(phrase) })
}

/// Words, numbers, and signs that tell something; several of one sign are one word: `★★★`.
fn words(phrase: &Phrase) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for token in &phrase.tokens {
        match token.shape {
            TokenKind::Symbol(sign) if !is_telling(sign) => {}
            TokenKind::Symbol(sign) => {
                match words.last_mut().filter(|word| token.glued && word.ends_with(sign)) {
                    Some(run) => run.push(sign),
                    None => words.push(sign.to_string()),
                }
            }
            TokenKind::Word | TokenKind::Number(_) => {
                let behind = phrase.text.get(token.end..).unwrap_or_default();
                let signs = signs_behind(token.text, behind);
                words.push(format!("{}{}", normal(token.lower), behind.get(..signs).unwrap_or_default()));
            }
        }
    }
    words
}

/// A word in lower case, without `'s` and the points of an abbreviation.
fn normal(word: &str) -> Cow<'_, str> {
    let word = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("s'").map(|_| word.trim_end_matches('\'')))
        .unwrap_or(word);
    if word.is_ascii() && !word.contains('.') {
        return Cow::Borrowed(word);
    }
    let is_number = word.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    Cow::Owned(word.chars().filter(|c| *c != '.' || is_number).flat_map(char::to_lowercase).collect())
}

/// Whether the words deny what they say: `did not survive`, `no longer works`, `has yet to sign`. Two negations make
/// none: `did not deny`.
fn is_negated(phrase: &Phrase) -> bool {
    let mut negations = 0;
    let mut at = 0;
    while at < phrase.len() {
        let (word, next, after) = (phrase.word(at), phrase.word(at + 1), phrase.word(at + 2));
        at += match (word, next) {
            // These say no more than that it was so.
            ("not", "only" | "just" | "least") | ("no", "doubt" | "less" | "later" | "fewer" | "sooner") => 2,
            ("no", "longer") | ("yet" | "failed" | "fails" | "refused" | "declined" | "unable", "to") => {
                negations += 1;
                2
            }
            ("not", "yet") if after != "to" => {
                negations += 1;
                2
            }
            _ => {
                negations += usize::from(negates(word));
                1
            }
        };
    }
    negations % 2 == 1
}

fn negates(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "no"
            | "never"
            | "none"
            | "nothing"
            | "nobody"
            | "neither"
            | "nowhere"
            | "without"
            | "cannot"
            | "denied"
            | "denies"
            | "deny"
            | "denying"
            | "lacks"
            | "lacked"
    ) || word.ends_with("n't")
}
