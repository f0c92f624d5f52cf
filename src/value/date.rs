//! Dates: days, months, seasons, relative phrases, ranges and bounds, as an interval of days.
//!
//! A date without a year, in an article without a date of publication, is of an open year (`XXXX-03-26` in the
//! notation of EDTF): its days in a year that stands for any are `stated`, and any day at all is `possible` and `meant`.
//! A weekday that nothing dates is any day in all three.

mod beside;
mod bounds;
mod calendar;
mod edtf;
pub(super) mod holiday;
mod named;
mod numeric;
mod range;
mod reader;
mod relative;
mod stretch;
mod written;

use super::{Content, Context, Dates, Extent, Interval, Kind, Note, Value, Year};
use crate::english::label;
use crate::english::time::dates::EVENTS_INDEX;
use crate::english::time::days;
use crate::english::token::{Phrase, TokenKind};
use crate::english::words::{self, Promises};
use named::DateContext;
use reader::DateReader;

/// Whether a word in lower case names a month.
pub(crate) fn is_month(word: &str) -> bool {
    words::month(word).is_some()
}

/// The tens of a decade by its name: `thirties`.
pub(crate) fn decade_named(word: &str) -> Option<i16> {
    words::decade(word)
}

/// The phrase, where the whole of it is one.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    if let Some(expression) = written_as_edtf(phrase, context) {
        return Some(expression);
    }
    if !phrase.promises.any(Promises::DAY) || is_figure(phrase, context) {
        return None;
    }
    let reader = DateReader { phrase, end: phrase.len(), when: DateContext::new(context) };
    match reader.whole(0) {
        Some(reading) => Some(timed(reading.into_value(phrase), phrase, context)),
        None => happened(&reader).or_else(|| to_come(&reader)).or_else(|| event(&reader)),
    }
}

/// A day with a part of it as a time of that day, where the label asks for the time; a day that is counted from another
/// keeps how far it is from it.
fn timed(value: Value, phrase: &Phrase, context: &Context) -> Value {
    let Content::Days(dates) = &value.content else { return value };
    if value.notes.contains(&Note::DayElsewhere) {
        // Two such days can be told apart by the time that went by.
        let span = super::quantity::read(phrase, context);
        return Value { others: span.into_iter().collect(), ..value };
    }
    let Some(hours) = dates.hours.filter(|_| label::clock(context.label)) else { return value };
    let clock = Content::Clock { minutes: hours.minutes, day: Some(dates.clone()), zone: None };
    Value { kind: Kind::Time, content: clock, others: vec![value.clone()], ..value }
}

/// What happened, and when: `was built in 1912`, `closed on Tuesday`.
fn happened(reader: &DateReader) -> Option<Value> {
    let from = reader.skip(0, &["was", "were", "is", "are", "it", "first"]).unwrap_or(0);
    let ((), at) = reader.find(&EVENTS_INDEX, from)?;
    let relates = ["in", "on", "at", "since", "by", "before", "after", "during", "until", "around"];
    reader.skip(at, &relates)?;
    Some(reader.whole(at)?.into_value(reader.phrase))
}

/// What is still to be done, and when, where the label asks for a day: `is to rule on May 12`.
fn to_come(reader: &DateReader) -> Option<Value> {
    if !label::has(reader.when.context.label, days::asks_for_date) {
        return None;
    }
    let be = reader.skip(0, &["is", "are"]).unwrap_or(0);
    let to = reader.skip(be, &["due", "set", "scheduled", "expected", "slated"]).unwrap_or(be);
    let deed = match reader.skip(0, &["will"]) {
        Some(deed) => deed,
        None => reader.skip(to, &["to"])?,
    };
    let words = (deed..reader.end).take_while(|at| !reader.word(*at).is_empty()).take(LONGEST_DEED);
    let on = words.skip(1).find(|at| reader.skip(*at, &["on", "in", "by", "before", "after"]).is_some())?;
    let ahead = DateReader { when: reader.when.looking_ahead(), ..*reader };
    let from = reader.skip(on, &["on", "in"]).unwrap_or(on);
    let mut value = ahead.whole(from)?.into_value(reader.phrase);
    value.modality = Some(reader.phrase.written(0, on).to_lowercase());
    Some(value)
}

/// The most words of what is to be done.
const LONGEST_DEED: usize = 6;

/// The day at the end of a clause that tells when something was: `shortly after contact was lost on Sunday`.
fn event(reader: &DateReader) -> Option<Value> {
    if !label::has(reader.when.context.label, days::asks_for_date) {
        return None;
    }
    let opens = |at: usize| matches!(reader.word(at), "after" | "before" | "when" | "as" | "while");
    let from = (0..4).find(|at| opens(*at))?;
    let on = (from + 2..reader.end).rev().find(|at| reader.word(*at) == "on")?;
    let mut value = reader.whole(on)?.into_value(reader.phrase);
    value.notes.push(Note::OnlyTheDay);
    value.unread.push(reader.phrase.written(from, on).to_owned());
    Some(value)
}

/// The day beside a time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Day {
    /// The days it may be.
    Known(Dates),
    /// A day with nothing to count it from.
    Open,
}

/// The day that the tokens from a place up to another name, and whether its weekday is another one; with `ahead`, the
/// next such weekday.
pub(crate) fn day_between(
    phrase: &Phrase,
    (from, to): (usize, usize),
    context: &Context,
    ahead: bool,
) -> Option<(Day, bool)> {
    let when = DateContext::new(context);
    // Only weekdays come round so soon that a deadline tells which one is meant.
    let weekday = (from..to).any(|at| words::weekday(phrase.word(at)).is_some())
        && !(from..to).any(|at| is_month(phrase.word(at)));
    let when = if ahead && weekday { when.looking_ahead() } else { when };
    let reader = DateReader { phrase, end: to, when };
    let reading = reader.whole(from).filter(|reading| reading.hedge.is_none())?;
    let known = reading.extent.is_some() && !matches!(reading.year, Year::Far | Year::Open);
    let wrong_weekday = reading.notes.contains(&Note::WrongWeekday);
    Some((if known { Day::Known(reading.dates()) } else { Day::Open }, wrong_weekday))
}

/// An expression in EDTF: digits and signs, in one piece.
fn written_as_edtf(phrase: &Phrase, context: &Context) -> Option<Value> {
    let first = phrase.tokens.first()?;
    let starts = first.text.starts_with(|c: char| {
        c.is_ascii_digit() || matches!(c, '[' | '{' | '.' | '-' | '/' | 'Y' | '?' | '~' | '%' | 'X')
    });
    if !starts || phrase.len() < 2 || phrase.text.contains(' ') {
        return None;
    }
    // `2019-21` is three years to a newspaper, the spring of 2019 to a library.
    let years = stretch::years_in_short(phrase);
    let expression = edtf::read(phrase.text)?;
    if expression.dates.extent.stated.low.is_none() && expression.dates.extent.stated.high.is_none() {
        return None;
    }
    let mut value = Value::new(phrase.text, Kind::Date, Content::Days(expression.dates));
    value.hedge = expression.hedge.map(str::to_owned);
    value.notes.extend(expression.note);
    if let Some((days, sure)) = years {
        let range = Value::new(
            phrase.text,
            Kind::Date,
            Content::Days(Dates::told(Extent::same(Interval::closed(days.first, days.last)))),
        );
        if sure || context.label.contains("season") {
            return Some(Value { others: vec![value], ..range });
        }
        value.others.push(range);
    }
    Some(value)
}

/// Whether four digits alone are no year, since the label asks how many.
fn is_figure(phrase: &Phrase, context: &Context) -> bool {
    let mut words = phrase.tokens.iter().filter(|token| token.shape == TokenKind::Word);
    let figures = phrase.tokens.iter().filter(|token| matches!(token.shape, TokenKind::Number(_))).count();
    figures > 0
        && !words.any(|token| token.known.promises.any(Promises::DAY) || token.lower == "in")
        && !label::has(context.label, days::asks_for_date)
        && (label::counts(context.label)
            || label::sterling(context.label).is_some()
            || label::millions(context.label).is_some())
}
