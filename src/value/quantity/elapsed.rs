//! How long something has gone on, counted in days or weeks that have begun: `the 46th day`, `day 46 of the strike`.

use rust_decimal::Decimal;

use super::figure::whole;
use super::rank::ordinal_at;
use super::unit::{self, Unit};
use super::{convert, numeral, tail};
use crate::english::token::Phrase;
use crate::value::{Content, Extent, Interval, Kind, Note, Value};

/// The phrase as such a count. On its 46th day, more than 45 days have passed of it, and no more than 46. The first may
/// be any day on which something happens, and stays text.
pub(crate) fn read(phrase: &Phrase) -> Option<Value> {
    // Most phrases have no such word.
    if !phrase.tokens.iter().take(9).any(|token| is_unit(token.lower)) {
        return None;
    }
    let mut at = 0;
    while matches!(
        phrase.word(at),
        "on" | "in"
            | "the"
            | "its"
            | "their"
            | "his"
            | "her"
            | "a"
            | "an"
            | "now"
            | "into"
            | "during"
            | "entering"
            | "entered"
            | "enters"
            | "for"
    ) {
        at += 1;
    }
    let (nth, unit_at, end) = numbered(phrase, at).or_else(|| {
        let (nth, end) = ordinal_at(phrase, at).filter(|(nth, _)| (2..10_000).contains(nth))?;
        // `the third straight day`
        let end =
            end + usize::from(matches!(phrase.word(end), "straight" | "consecutive" | "successive" | "full"));
        Some((nth, end, end + 1))
    })?;
    if !is_unit(phrase.word(unit_at)) {
        return None;
    }
    // `the third day running`, `of the strike`, but not `the third day-care centre`
    let opens = matches!(phrase.word(end), "" | "of" | "in" | "since" | "after" | "into" | "running" | "on");
    if !opens || phrase.symbol(end).is_some_and(|sign| !matches!(sign, ',' | '.' | '(')) {
        return None;
    }
    let (unit, _) = unit::find(phrase, unit_at).filter(|(unit, _)| unit.kind == Kind::Duration)?;
    let tail = tail::read(phrase, end, phrase.len(), Some(Kind::Duration))?;
    let extent = passed(nth, unit)?;
    let mut value = Value::new(phrase.text, Kind::Duration, Content::Quantity(extent));
    value.unit = Some(unit.symbol.into());
    value.counted = tail.counted;
    value.notes = tail.notes;
    let counted_in = UNITS.into_iter().find(|unit| *unit == phrase.word(unit_at));
    value.notes.extend(counted_in.map(Note::CountedFromStart));
    Some(value)
}

/// What is counted in.
const UNITS: [&str; 4] = ["day", "week", "month", "year"];

fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// `day 46`, `week three`: the number, the place of the unit, and the place behind.
fn numbered(phrase: &Phrase, at: usize) -> Option<(u32, usize, usize)> {
    if !matches!(phrase.word(at), "day" | "week") || phrase.glued(at + 1) {
        return None;
    }
    let found = numeral::read(phrase, at + 1, false).filter(|found| found.figure.is_point())?;
    let nth = u32::try_from(found.figure.low.normalize()).ok().filter(|nth| (2..1000).contains(nth))?;
    (found.figure.low == Decimal::from(nth)).then_some((nth, at, found.end))
}

/// More than all the units before the nth, and no more than with it.
fn passed(nth: u32, unit: Unit) -> Option<Extent<Decimal>> {
    let stated = Interval { low_inclusive: false, ..Interval::closed(whole(nth - 1), whole(nth)) };
    let half = Decimal::new(5, 1);
    // Many take `the 46th day` for 46 days in full.
    let near = Interval::closed(whole(nth - 1), whole(nth) + half);
    convert(Extent { stated, possible: near, meant: near }, Some(unit))
}
