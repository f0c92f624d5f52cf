//! Text: what can't be read as anything else.

use super::token::{Phrase, Shape};
use super::{Content, Context, Kind, Value};

/// The phrase as words.
pub(crate) fn read(phrase: &Phrase, _context: &Context) -> Value {
    let words = phrase.tokens.iter().filter(|t| !matches!(t.shape, Shape::Symbol(_)));
    let words = words.map(|t| t.lower.to_owned()).collect();
    Value::new(phrase.text, Kind::Text, Content::Words { words, negated: false })
}
