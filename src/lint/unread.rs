//! Words beside a figure that nothing is made of.

use super::LintedClaim;
use crate::files::Problem;

pub(super) fn check(case: &LintedClaim<'_>) -> Option<Problem> {
    let unread = &case.claim.value.unread;
    let words = unread.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(", ");
    let message = format!("{words} is not understood, and is not compared");
    let hint = "give it a claim of its own, or write it as `scope` where it limits the figure";
    let span = &case.claim.value_span;
    (!unread.is_empty()).then(|| case.finding("words-not-understood", span, message).hint(hint))
}
