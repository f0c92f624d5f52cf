//! Texts as a terminal may safely show them, and the few styles in use.

use anstyle::{AnsiColor, Style};

use crate::files::is_direction_mark;
use crate::fusion::Verdict;

pub(super) const BOLD: Style = Style::new().bold();
pub(super) const DIM: Style = Style::new().dimmed();

/// The style of a verdict's name: red for what can't be, yellow for what strains, blue for the rest.
pub(super) fn style(verdict: Verdict) -> Style {
    let colour = match verdict {
        Verdict::Contradiction => AnsiColor::Red,
        Verdict::Tension => AnsiColor::Yellow,
        Verdict::Unclear | Verdict::Development => AnsiColor::Magenta,
        _ => AnsiColor::Blue,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}

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
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// A character of a file as any reader may safely see it.
pub(super) fn shown(it: char) -> char {
    match it {
        '\n' | '\r' | '\t' => ' ',
        it if it.is_control() || is_direction_mark(it) => '\u{fffd}',
        it => it,
    }
}

/// `1 outlet`, `2 outlets`.
pub(super) fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}
