//! Names and lists of names.

use super::token::Phrase;
use super::{Content, Context, Kind, Value};

/// The phrase, where the whole of it is one.
pub(crate) fn read(_phrase: &Phrase, _context: &Context) -> Option<Value> {
    None
}

/// A list of names, as a claim file gives it.
pub(crate) fn list(items: &[String], _context: &Context) -> Value {
    let content = Content::Names { names: items.to_vec(), open: false };
    Value::new(&items.join(", "), Kind::Names, content)
}
