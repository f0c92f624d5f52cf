//! Numbers that count nothing: one rings them, or they name a road, a rule, a team.

use std::ops::Range;

use super::sentence::Sentence;

/// What is rung or texted.
const RUNG: &str = "call|calling|called|dial|dialling|dialing|ring|phone|telephone|text|texting|hotline|helpline|line|number|numbers|tel|quoting|reference|ref|emergency";

/// Common nouns that a number behind them names one of.
const NUMBERED: &str = "reference|ref|case|section|article|chapter|page|platform|gate|room|channel|route|line|flight|bus|tram|highway|road|junction|phase|type|level|grade|group|model|unit|block|district|division|chapter|no|nos|number|round|game|stage|week|day|lane|seat|clause|rule|title|resolution|act|amendment|season|episode|part|volume|runway|pier|building";

/// What a number behind a street's own name would be a house of.
const STREETS: &str =
    "road|street|avenue|lane|drive|boulevard|way|square|place|highway|terrace|crescent|close|court|quay|row";

/// What is reached under a number that stands before it.
const SERVICES: &str = "emergency|hotline|helpline|line|number|service|services|call|calls";

/// Whether the number in some words is rung, is the time elsewhere, or is part of a name or of an address.
pub(super) fn names_only(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    is_rung(sentence, words)
        || sentence.is_at(words.end, "gmt|utc")
        || is_in_name(sentence, words)
        || is_service(sentence, words)
        || is_address(sentence, words)
}

/// `the 112 emergency service`, `the 988 helpline`
fn is_service(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let number = sentence.word(words.start);
    let short = number.len() == 3 && number.bytes().all(|it| it.is_ascii_digit());
    short
        && sentence.is_at(words.start.saturating_sub(1), "the|a|its|their")
        && (words.start + 1..words.start + 3).any(|at| sentence.is_at(at, SERVICES))
}

/// `1 Rocket Road`, `10 Downing Street`
fn is_address(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let number = sentence.word(words.start);
    let capital = |at: usize| sentence.written(&(at..at + 1)).starts_with(char::is_uppercase);
    let street = (words.start + 2..words.start + 5).find(|&at| sentence.is_at(at, STREETS));
    number.bytes().all(|it| it.is_ascii_digit())
        && street.is_some_and(|end| (words.start + 1..=end).all(|at| at < sentence.len() && capital(at)))
}

/// `call 112`, `the emergency number is 112`, `the Samaritans on 116 123`, `0800 123 4567`.
fn is_rung(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let digits = |at: usize| {
        let word = sentence.word(at);
        word.len() > 1 && word.bytes().all(|it| it.is_ascii_digit() || it == b'-' || it == b'+')
    };
    let bare = words.clone().all(|at| digits(at) || at > words.start && sentence.is_at(at, "or|and"));
    let grouped = bare
        && (words.len() > 1
            || digits(words.end) && !sentence.breaks_behind(words.end - 1)
            || words.start.checked_sub(1).is_some_and(|at| digits(at) && !sentence.breaks_behind(at)))
        && !words.start.checked_sub(1).is_some_and(|at| is_month(sentence.word(at)));
    let led = words.clone().any(|at| digits(at) && sentence.word(at).contains('-'));
    let start = sentence.clause_start(words.start, 7);
    let told = (start..words.start).any(|at| sentence.is_at(at, RUNG));
    let counts = (start..words.start).any(|at| sentence.is_at(at, "number|numbers of"));
    grouped || led || bare && told && !counts
}

pub(super) fn is_month(word: &str) -> bool {
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        .iter()
        .any(|month| word.starts_with(month))
}

/// `Under-21s`, `section 230`, `type 2`, `the Group of 20`.
fn is_in_name(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let bare = words.len() == 1 && sentence.word(words.start).bytes().all(|it| it.is_ascii_digit());
    let before = words.start.checked_sub(1);
    let numbered = before.is_some_and(|at| sentence.is_at(at, NUMBERED) && !sentence.breaks_behind(at));
    let in_name = sentence.names.iter().any(|it| it.start < words.start && words.start < it.end);
    let of_group = before.is_some_and(|at| sentence.is_at(at.saturating_sub(1), "group of"));
    // `the 2018 Carr Fire`
    let last = words.end - 1;
    let year = sentence.word(last).len() == 4 && sentence.word(last).bytes().all(|it| it.is_ascii_digit());
    let of_event = year
        && last > 0
        && sentence.is_at(last - 1, "the")
        && sentence.names.iter().any(|name| name.start == words.end);
    of_event || bare && (numbered || in_name || of_group)
}
