//! Words that were not understood, and that only one of two values has.

use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use crate::value::Value;

/// A verdict as far as it holds whatever the words say that were not understood.
pub(super) fn weighed(a: &Value, b: &Value, wordings: &Wordings<'_, '_>, judgement: Judgement) -> Judgement {
    if a.unread == b.unread {
        return judgement;
    }
    let (mine, yours) = (only(a, b, wordings), only(b, a, wordings));
    let each = !mine.is_empty() && !yours.is_empty();
    let limited = mine.iter().any(|it| a.is_limited_by(it)) || yours.iter().any(|it| b.is_limited_by(it));
    let words: Vec<&str> = mine.into_iter().chain(yours).collect();
    let told = words.join(" / ");
    match judgement.verdict {
        _ if words.is_empty() => judgement,
        Verdict::Contradiction | Verdict::Tension if limited => {
            Judgement::new(Verdict::Unclear, format!("the figures may not be of the same: {told}"))
        }
        Verdict::Agreement | Verdict::Compatible if limited || each => Judgement::new(
            Verdict::Unclear,
            format!("what stands beside the figure was not understood: {told}"),
        ),
        Verdict::Agreement => {
            Judgement::new(Verdict::Compatible, format!("one says more, which was not understood: {told}"))
        }
        Verdict::Contradiction
        | Verdict::Tension
        | Verdict::Unclear
        | Verdict::Development
        | Verdict::Compatible
        | Verdict::Single => judgement,
    }
}

/// The asides of a value that have a word which neither the other value nor the labels have.
fn only<'v>(value: &'v Value, other: &Value, wordings: &Wordings<'_, '_>) -> Vec<&'v str> {
    if value.unread.is_empty() {
        return Vec::new();
    }
    let mut known = wordings.labels();
    known.extend(wordings.alignment.words(&other.text).iter().cloned());
    let unknown = |aside: &&String| !wordings.alignment.words(aside).is_subset(&known);
    value.unread.iter().filter(unknown).map(String::as_str).collect()
}
