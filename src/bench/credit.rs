//! Whom a sentence credits.

use std::ops::Range;

use super::label::plain_name;
use super::sentence::Sentence;

const SAYS: &str =
    "said|says|reported|reports|noted|revealed|suggested|announced|confirmed|estimated|told|wrote|added";

/// The names that a sentence credits with what it tells, in its order.
pub(super) fn credits(sentence: &Sentence<'_>) -> Vec<String> {
    let credited = |name: &Range<usize>| {
        let before = |pattern: &str, words: usize| {
            name.start.checked_sub(words).is_some_and(|at| sentence.is_at(at, pattern))
        };
        let the = usize::from(sentence.is_at(name.start.saturating_sub(1), "the|a"));
        let listed = |at: usize| sentence.is_at(at.saturating_sub(2), "according to");
        let says = sentence.is_at(name.end, SAYS) && !sentence.is_at(name.end + 1, "to|as|for|in|a");
        says
            || before("according to", 2 + the)
            || before("told", 1 + the)
            || before("reported by", 2 + the)
            // `according to CNBC and The Information`
            || sentence.is_at(name.start.saturating_sub(1), "and")
                && sentence.names.iter().any(|other| other.end + 1 == name.start && listed(other.start))
    };
    let written = |name: &Range<usize>| plain_name(sentence, name).to_owned();
    let mut credits: Vec<String> = sentence.names.iter().filter(|it| credited(it)).map(written).collect();
    credits.dedup();
    credits
}

/// A name without `'s`.
pub(super) fn without_possessive(name: &str) -> &str {
    let name = ["'s", "’s", "‘s"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    name.trim_end_matches(['\'', '’'])
}
