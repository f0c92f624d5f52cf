//! Words beside a figure that were not understood, and what they may do to it.

use super::token;

/// Words that tell nothing of a figure by themselves: who says so, how sure it is, and what joins words.
const IDLE: &[&str] = &[
    "a",
    "about",
    "all",
    "also",
    "an",
    "and",
    "approximately",
    "are",
    "as",
    "at",
    "be",
    "by",
    "first",
    "for",
    "from",
    "further",
    "had",
    "has",
    "have",
    "he",
    "her",
    "his",
    "in",
    "is",
    "it",
    "its",
    "least",
    "more",
    "most",
    "nearly",
    "now",
    "of",
    "on",
    "or",
    "over",
    "people",
    "persons",
    "perhaps",
    "possibly",
    "probably",
    "reportedly",
    "roughly",
    "she",
    "so",
    "than",
    "that",
    "the",
    "their",
    "there",
    "they",
    "this",
    "to",
    "total",
    "was",
    "we",
    "were",
    "which",
    "who",
    "with",
];

/// Words of an aside that only tells who says so.
const SAYING: &[&str] = &[
    "according",
    "believed",
    "estimated",
    "estimates",
    "said",
    "say",
    "saying",
    "says",
    "reported",
    "reports",
    "told",
    "thought",
];

/// Words that take something out of a figure, or put it on another footing, wherever they stand.
const LIMITING: &[&str] = &[
    "adjusted",
    "annualised",
    "annualized",
    "assuming",
    "barring",
    "basis",
    "comparable",
    "constant",
    "depending",
    "except",
    "excepting",
    "excluded",
    "excludes",
    "excluding",
    "nominal",
    "only",
    "organic",
    "provided",
    "underlying",
    "unless",
    "without",
];

/// Words that do so where they open an aside: `before tax`.
const OPENING: &[&str] = &["after", "apart", "before", "each", "gross", "if", "minus", "net", "per", "plus"];

/// Whether an aside has words that a reader would miss.
pub(crate) fn is_telling(aside: &str) -> bool {
    let lower = aside.to_lowercase();
    let words = || lower.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
    let says = words().next_back().is_some_and(|word| SAYING.contains(&word))
        || words().next().is_some_and(|word| SAYING.contains(&word));
    !says && words().any(|word| word.len() > 1 && !IDLE.contains(&word))
}

/// Whether an aside takes something out of the figure before it, or puts it on another footing: `excluding food`.
pub fn limits(aside: &str) -> bool {
    let lower = aside.to_lowercase();
    let first = lower.split(|it: char| !it.is_alphanumeric()).find(|word| !word.is_empty());
    first.is_some_and(|word| OPENING.contains(&word)) || excepts(aside)
}

/// Whether an aside takes something out of whatever stands before it, of a day, too: `except in the north`.
pub(crate) fn excepts(aside: &str) -> bool {
    let lower = aside.to_lowercase();
    lower.split(|it: char| !it.is_alphanumeric()).any(|word| LIMITING.contains(&word))
}

/// Words by which an aside takes back or goes beyond what stands before it.
const TURNING: &[&str] =
    &["but", "except", "if", "neither", "never", "no", "nor", "not", "or", "then", "unless", "without"];

/// Whether a word in lower case does so.
pub(crate) fn turns(word: &str) -> bool {
    TURNING.contains(&word)
}

/// What is taken from a sum, or still in it: `before tax`.
const BOOKED: &[&str] =
    &["charges", "costs", "deductions", "expenses", "fees", "inflation", "interest", "items", "tax", "taxes"];

/// Whether the words right behind a figure do so. Of a sum or a share, `before` and `after` may tell when it was.
pub(crate) fn limits_behind(words: &str, booked: bool) -> bool {
    let lower = token::lower(words);
    let mut all = lower.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = all.clone().next().unwrap_or_default();
    let when = matches!(first, "after" | "before");
    let opens = OPENING.contains(&first) && (!when || all.clone().any(|word| BOOKED.contains(&word)));
    booked && opens || all.any(|word| word != "only" && LIMITING.contains(&word))
}
