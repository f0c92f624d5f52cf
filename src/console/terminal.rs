//! The few styles in use in a terminal.

use anstyle::{AnsiColor, Style};

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
