//! Texts of files as people may safely see them.

use super::is_direction_mark;

/// No reader needs more of one text on a screen; tables can't be wider than 65,535 columns.
const LONGEST: usize = 10_000;

/// A text of a file as a terminal may show it: in one line, nothing in it at work, and of a length that can be read.
pub fn safe(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", one_line(text.get(..at).unwrap_or_default())),
        None => one_line(text),
    }
}

/// A text of a file in one line: nothing in it can move the cursor, colour the screen or turn the writing round.
pub(crate) fn one_line(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// A character of a file as any reader may safely see it.
pub(crate) fn shown(it: char) -> char {
    match it {
        '\n' | '\r' | '\t' => ' ',
        it if it.is_control() || is_direction_mark(it) => '\u{fffd}',
        it => it,
    }
}

/// `1 outlet`, `2 outlets`.
pub(crate) fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}
