//! An attribute that is a figure beside a value that is a label: `attribute = "12"`, `value = "death toll"`.

use super::LintedClaim;
use crate::files::Problem;
use crate::linkage::Alignment;
use crate::value::{self, Content, Kind};

pub(super) fn check(case: &LintedClaim<'_>, alignment: &Alignment<'_>) -> Option<Problem> {
    let claim = case.claim;
    if claim.value.kind != Kind::Text || claim.value.text.contains(char::is_numeric) {
        return None;
    }
    // A day may well be what something is told of, unless it is told what day it is.
    let first = claim.value.text.split_whitespace().next().unwrap_or_default();
    let is_day = matches!(figure(case)?.kind, Kind::Date | Kind::Time);
    if is_day && alignment.asks(first).is_empty() {
        return None;
    }
    let (figure, words) = (&claim.attribute, &claim.value.text);
    let message = format!("the attribute is a figure, “{figure}”, and the value is words, “{words}”");
    let hint = "the attribute says what is told of the subject, and the value is what the article says of it: \
                have they changed places?";
    let finding = case.finding("attribute-and-value-swapped", &claim.spans.attribute, message).hint(hint);
    let written =
        |span: &std::ops::Range<usize>| case.article.file.text().get(span.clone()).map(str::to_owned);
    let places = [&claim.spans.attribute, &claim.value_span];
    let [Some(attribute), Some(value)] = places.map(written) else { return Some(finding) };
    let edits = vec![(claim.spans.attribute.clone(), value), (claim.value_span.clone(), attribute)];
    Some(finding.fix("let attribute and value change places", false, edits))
}

/// What the attribute is read as, were it a value: a figure, with nothing that it counts and no other word.
fn figure(case: &LintedClaim<'_>) -> Option<value::Value> {
    let read = |text: &str| value::read(text, &case.context(""));
    let attribute = case.claim.attribute.trim();
    let figure = read(attribute);
    let is_figure = figure.kind.is_figure();
    // `third` and `No. 3` number things; `which one` is 1 without its first word, too, so that word is none of a figure's.
    let is_rank = matches!(figure.content, Content::Rank { .. });
    let is_alone = figure.counted.is_none() && figure.unread.is_empty();
    let begins = attribute
        .split_once(char::is_whitespace)
        .is_none_or(|(_, rest)| read(rest).content != figure.content);
    Some(figure).filter(|_| is_figure && is_alone && begins && !is_rank)
}
