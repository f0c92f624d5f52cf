//! Nouns by their form.

/// Words for many that end like one.
const COLLECTIVE: &[&str] =
    &["people", "personnel", "staff", "crew", "men", "women", "children", "police", "dead"];

/// Whether a word in lower case tells of many, as far as its ending shows.
pub(crate) fn is_many(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") || COLLECTIVE.contains(&word)
}
