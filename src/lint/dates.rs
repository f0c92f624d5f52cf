//! Dates that can't be as they are written.

use jiff::civil::{Date, Weekday};

use super::LintedClaim;
use crate::claim::Certainty;
use crate::files::Problem;
use crate::mention;
use crate::value::{self, Content, Context, Interval, Kind, Note, Value};

pub(super) fn check(case: &LintedClaim<'_>) -> Vec<Problem> {
    let found = [weekday(case), after_publication(case), as_of_after_publication(case), relative(case)];
    found.into_iter().flatten().collect()
}

/// A weekday beside a date that falls on another one, in the value or else in the quote.
fn weekday(case: &LintedClaim<'_>) -> Option<Problem> {
    let claim = case.claim;
    let wrong = |value: &Value| value.notes.contains(&Note::WrongWeekday);
    let (value, span) = if wrong(&claim.value) {
        (claim.value.clone(), claim.value_span.clone())
    } else {
        let quote = claim.quote.as_deref().filter(|quote| names_weekday(quote))?;
        let label = case.label();
        let quoted = mention::figures(quote, &case.context(&label));
        let found = quoted.into_iter().find(|it| wrong(&it.value))?;
        (found.value, claim.spans.quote.clone()?)
    };
    let days = match &value.content {
        Content::Days(days) | Content::Clock { day: Some(days), .. } => days,
        Content::Quantity(_)
        | Content::Rank { .. }
        | Content::Score(..)
        | Content::Clock { day: None, .. }
        | Content::Stage { .. }
        | Content::Names { .. }
        | Content::Truth(_)
        | Content::Words { .. } => return None,
    };
    let day = days.extent.stated.low?;
    let message = format!("the weekday is not that of the date: {day} is a {}", weekday_name(day.weekday()));
    let hint = "look which of the two is right; a date without a year takes the one that `published` implies";
    Some(case.finding("weekday-not-of-date", &span, message).hint(hint))
}

/// A day after publication of which the quote speaks as past.
fn after_publication(case: &LintedClaim<'_>) -> Option<Problem> {
    let claim = case.claim;
    let last = case.article.published?.high?;
    let Content::Days(days) = &claim.value.content else { return None };
    let first = days.extent.possible.low.filter(|first| *first > last)?;
    let looks_ahead = claim.value.modality.is_some()
        || matches!(claim.certainty, Some(Certainty::Planned | Certainty::Possible | Certainty::Denied));
    if looks_ahead || !speaks_of_the_past(claim.quote.as_deref()?) {
        return None;
    }
    let message = format!("{first} is after the article appeared, and the quote speaks of the past");
    let hint = format!("it appeared on {last}: look at the year and at `published`");
    Some(case.finding("date-after-publication", &claim.value_span, message).hint(hint))
}

/// Nothing can be told as of a day that was still to come.
fn as_of_after_publication(case: &LintedClaim<'_>) -> Option<Problem> {
    let last = case.article.published?.high?;
    let first = case.claim.as_of?.low.filter(|first| *first > last)?;
    let message = format!("`as_of` is {first}, after the article appeared");
    let hint = format!("it appeared on {last}: look at the year and at `published`");
    Some(case.finding("date-after-publication", case.claim.spans.as_of.as_ref()?, message).hint(hint))
}

/// A date that is counted from the day of publication, where none is given.
fn relative(case: &LintedClaim<'_>) -> Option<Problem> {
    let claim = case.claim;
    if case.article.published.is_some() || !matches!(claim.value.kind, Kind::Date | Kind::Time) {
        return None;
    }
    let label = case.label();
    let any_day = Interval::point(Date::constant(2020, 1, 15));
    let dated = value::read(&claim.value.text, &Context { published: Some(any_day), ..case.context(&label) });
    if dated.content == claim.value.content {
        return None;
    }
    let message = format!("“{}” can't be dated: the article has no `published`", claim.value.text);
    let hint = "add published = 2025-12-17 to [article], or \"2025-12-17~\" for about that day";
    Some(case.finding("relative-date", &claim.value_span, message).hint(hint))
}

fn names_weekday(text: &str) -> bool {
    let lower = text.to_lowercase();
    // `Tuesday`, `Tue.`: all of them begin so.
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().any(|it| lower.contains(it))
        && lower.contains(|it: char| it.is_ascii_digit())
}

fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// Verbs of the past that do not end in -ed.
const PAST: &[&str] = &[
    "was", "were", "had", "did", "began", "became", "broke", "bought", "came", "fell", "got", "grew", "held",
    "left", "lost", "made", "met", "paid", "rose", "sank", "sold", "struck", "took", "went", "won", "wrote",
    "shook",
];

/// Words that make a clause look ahead, or leave its time open.
const AHEAD: &[&str] = &[
    "will",
    "would",
    "shall",
    "may",
    "might",
    "could",
    "should",
    "can",
    "next",
    "until",
    "by",
    "expected",
    "expects",
    "planned",
    "plans",
    "scheduled",
    "slated",
    "due",
    "targeted",
    "proposed",
    "anticipated",
    "projected",
    "predicted",
    "forecast",
    "expires",
    "deadline",
    "set",
    "aims",
    "hopes",
    "hoped",
    "intends",
    "intended",
    "upcoming",
    "to",
    "promised",
    "vowed",
    "agreed",
    "extended",
    "postponed",
    "delayed",
    "rescheduled",
    "through",
    "before",
    "ahead",
];

/// Words in -ed that are no verbs of the past.
const NO_VERBS: &[&str] =
    &["need", "speed", "indeed", "exceed", "proceed", "succeed", "hundred", "united", "limited", "feed"];

fn speaks_of_the_past(quote: &str) -> bool {
    let words: Vec<String> = quote
        .split(|it: char| !it.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|it| !it.is_empty())
        .collect();
    let past = |word: &str| {
        PAST.contains(&word) || word.len() > 3 && word.ends_with("ed") && !NO_VERBS.contains(&word)
    };
    words.iter().any(|word| past(word)) && !words.iter().any(|word| AHEAD.contains(&word.as_str()))
}
