//! What a running text mentions: its sentences, and the phrases in them that read as figures, dates, stages or names.

mod figures;
mod names;
mod sentences;

pub use figures::{Mention, figures, same_reading};
pub use names::names;
pub use sentences::sentences;

use std::ops::Range;

/// The words of a text between spaces, without the punctuation around them; signs that belong to a figure stay.
pub fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    let parts = |it: char| it.is_whitespace() || matches!(it, '—' | '…' | '(' | ')' | '“' | '”' | '"');
    for (at, it) in text.char_indices().chain([(text.len(), ' ')]) {
        match (parts(it), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                words.push(trimmed(text, from..at));
                start = None;
            }
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let word = text.get(span.clone()).unwrap_or_default();
    let before = |it: char| !it.is_alphanumeric() && !"$€£¥₹%+-−~#".contains(it);
    let behind = |it: char| !it.is_alphanumeric() && !"$€£¥₹%+°".contains(it);
    let inner = word.trim_start_matches(before);
    let start = span.end - inner.len();
    let inner = inner.trim_end_matches(behind);
    // The point of `p.m.` and `U.S.` is theirs.
    let dotted = inner.contains('.') && text.get(start + inner.len()..).is_some_and(|it| it.starts_with('.'));
    let abbreviated = dotted && inner.split('.').all(|part| part.chars().count() == 1);
    start..start + inner.len() + usize::from(abbreviated)
}
