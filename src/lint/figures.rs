//! Figures that are not read as figures.

use super::Bench;
use crate::claim::toml_text;
use crate::files::Problem;
use crate::mention;
use crate::value::{Content, Kind};

/// A text with more words than these around its figure is a sentence that mentions one, not a figure.
const MOST_AROUND: usize = 6;

pub(super) fn check(bench: &Bench<'_>) -> Option<Problem> {
    let claim = bench.claim;
    if !matches!(claim.value.content, Content::Words { .. }) {
        return None;
    }
    let label = bench.label();
    let text = &claim.value.text;
    let found = mention::figures(text, &bench.context(&label));
    let [figure] = found.as_slice() else { return None };
    let kind = figure.value.kind;
    let words = text.get(figure.span.clone())?;
    let telling = match kind {
        Kind::Money | Kind::Percent | Kind::Measure | Kind::Duration => true,
        // A number alone may be a name's: `Microsoft 360`, `P-3`.
        Kind::Count => words.contains(' ') && words.chars().any(|it| it.is_ascii_digit()),
        _ => false,
    };
    let around = mention::words(text).len() - mention::words(words).len();
    if !telling || around > MOST_AROUND {
        return None;
    }
    let message = format!("the figure “{words}” is in it, but the value is read as text");
    let finding = bench.finding("unreadable-figure", &claim.value_span, message);
    let hint = format!(
        "give the figure with its hedge alone, such as {}; `gainsay value` shows how words are understood",
        toml_text(words)
    );
    Some(finding.hint(hint).fix(
        "give the figure alone",
        false,
        vec![(claim.value_span.clone(), toml_text(words))],
    ))
}
