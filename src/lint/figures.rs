//! Figures that are not read as figures, or not as whole ones.

use super::LintedClaim;
use crate::claim::toml_text;
use crate::files::Problem;
use crate::meaning;
use crate::mention;
use crate::value::{self, Content, Context, Kind};

const RULE: &str = "unreadable-figure";

/// A text with more words than these around its figure is a sentence that mentions one, not a figure.
const MOST_AROUND: usize = 6;

/// Words that make a figure a thousand or a billion times as large, or per cent.
const MAGNITUDES: &[&str] = &[
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "percent",
    "millions",
    "billions",
    "thousands",
];

/// Number words that are long enough for a slip in them to be seen.
const NUMBERS: &[&str] = &[
    "three",
    "four",
    "five",
    "seven",
    "eight",
    "nine",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "dozen",
    "dozens",
    "million",
    "billion",
];

/// A word of fewer letters is a slip of too much.
const SHORTEST: usize = 4;

pub(super) fn check(case: &LintedClaim<'_>) -> Option<Problem> {
    let text = &case.claim.value.text;
    let slip = mention::words(text).into_iter().filter_map(|span| text.get(span)).find_map(slip);
    if let Some((word, meant)) = slip.filter(|_| text.contains(|it: char| it.is_ascii_digit())) {
        let message = format!("“{word}” in it can't be read: is “{meant}” meant?");
        let worded = toml_text(&text.replacen(word, &meant, 1));
        let span = case.claim.value_span.clone();
        let finding = case.finding(RULE, &span, message).hint(format!("write value = {worded}"));
        return Some(finding.fix(format!("write {meant}"), false, vec![(span, worded)]));
    }
    matches!(case.claim.value.content, Content::Words { .. }).then(|| among_words(case)).flatten()
}

/// A figure among words that make it a text.
fn among_words(case: &LintedClaim<'_>) -> Option<Problem> {
    let (text, span) = (&case.claim.value.text, case.claim.value_span.clone());
    if let Some((word, meant)) = misspelt(text) {
        let message = format!("“{word}” in it can't be read: is “{meant}” meant?");
        let worded = toml_text(&text.replacen(word, meant, 1));
        let finding = case.finding(RULE, &span, message).hint(format!("write value = {worded}"));
        return Some(finding.fix(format!("write {meant}"), false, vec![(span, worded)]));
    }
    let hint = "`gainsay value` shows how words are understood";
    if let Some(number) = garbled(text) {
        let message = format!("“{number}” is no number that can be read, so the value is read as text");
        return Some(
            case.finding(RULE, &span, message).hint(format!("write it as the article does; {hint}")),
        );
    }
    let label = case.label();
    let found = mention::figures(text, &case.context(&label));
    let [figure] = found.as_slice() else { return None };
    let words = text.get(figure.span.clone())?;
    let telling = match figure.value.kind {
        Kind::Money | Kind::Percent | Kind::Measure | Kind::Duration => true,
        // A number alone may be a name's: `Microsoft 360`, `P-3`.
        Kind::Count => words.contains(' ') && words.chars().any(|it| it.is_ascii_digit()),
        Kind::Date | Kind::Time | Kind::Stage | Kind::Names | Kind::Truth | Kind::Text => false,
    };
    let around = mention::words(text).len() - mention::words(words).len();
    if !telling || around > MOST_AROUND {
        return None;
    }
    let message = format!("the figure “{words}” is in it, but the value is read as text");
    let worded = toml_text(words);
    let finding = case.finding(RULE, &span, message);
    let finding = finding.hint(format!("give the figure with its hedge alone, such as {worded}; {hint}"));
    Some(finding.fix("give the figure alone", false, vec![(span, worded)]))
}

/// A word of a short text that is none in English, and a number but for a slip of the keyboard: `tweny dead`.
fn misspelt(text: &str) -> Option<(&str, &'static str)> {
    let words: Vec<&str> = mention::words(text).into_iter().filter_map(|span| text.get(span)).collect();
    if words.len() > MOST_AROUND {
        return None;
    }
    let plain = |it: &str| it.len() >= SHORTEST && it.chars().all(|it| it.is_ascii_lowercase());
    let mut unknown = words.into_iter().filter(|it| plain(it) && meaning::rank(it).is_none());
    let near = |word: &str| NUMBERS.iter().copied().find(|known| strsim::osa_distance(word, known) == 1);
    unknown.find_map(|word| Some((word, near(word)?)))
}

/// A word that is a magnitude or a number but for a slip of the keyboard, and the one that is meant: `bilion`, `1O`.
fn slip(word: &str) -> Option<(&str, String)> {
    let lower = word.to_lowercase();
    let near = |known: &&&str| {
        lower.len() > 5
            && lower != **known
            && strsim::osa_distance(&lower, known) == 1
            && !MAGNITUDES.contains(&lower.as_str())
    };
    if let Some(meant) = MAGNITUDES.iter().find(near) {
        return Some((word, (*meant).to_owned()));
    }
    let (digits, letters) = (word.contains(|it: char| it.is_ascii_digit()), word.contains(['O', 'o']));
    let figure = |it: char| it.is_ascii_digit() || "Oo.,$€£".contains(it);
    // `Oo` behind a digit is a nought of somebody whose finger slipped.
    let garbled = digits && letters && word.chars().all(figure);
    garbled.then(|| (word, word.replace(['O', 'o'], "0")))
}

/// A number with signs in it that make it none, beside a word of money or magnitude.
fn garbled(text: &str) -> Option<&str> {
    let signs = text.contains(['$', '€', '£', '%']);
    let lower = text.to_lowercase();
    let named = MAGNITUDES.iter().chain(&["dollars", "euros", "pounds"]).any(|it| lower.contains(it));
    let number = |word: &&str| {
        let digits = word.trim_matches(['$', '€', '£', '%']);
        let parts = digits.matches(['.', ',']).count();
        let plain = digits.chars().all(|it| it.is_ascii_digit() || it == '.' || it == ',');
        plain && parts > 0 && value::read(digits, &Context::default()).kind == Kind::Text
    };
    if !signs && !named {
        return None;
    }
    mention::words(text).into_iter().filter_map(|span| text.get(span)).find(number)
}
