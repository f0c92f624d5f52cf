//! Words that were not understood, and that only one of two values has.

use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use crate::value::{Content, Value, limits};

/// A verdict as far as it holds whatever the words say that were not understood.
pub(super) fn weighed(a: &Value, b: &Value, wordings: &Wordings<'_, '_>, judgement: Judgement) -> Judgement {
    if a.unread == b.unread {
        return judgement;
    }
    let (mine, yours) = (only(a, b, wordings), only(b, a, wordings));
    let each = !mine.is_empty() && !yours.is_empty();
    let words: Vec<&str> = mine.into_iter().chain(yours).collect();
    // `Monday, before noon prayers` takes nothing out of the Monday.
    let limited = !is_moment(a) && words.iter().any(|aside| limits(aside));
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

/// Whether it is a point in time, or in the course of something.
fn is_moment(value: &Value) -> bool {
    match value.content {
        Content::Days(_) | Content::Clock { .. } | Content::Stage { .. } => true,
        Content::Quantity(_)
        | Content::Rank { .. }
        | Content::Score(..)
        | Content::Names { .. }
        | Content::Truth(_)
        | Content::Words { .. } => false,
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
