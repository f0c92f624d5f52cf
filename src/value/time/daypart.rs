//! Parts of the day without a day: `in the morning`, `just before dawn`.

use std::sync::LazyLock;

use super::super::display::clock;
use super::super::{Content, Extent, Hours, Interval, Kind, Value};
use crate::english::lexicon::{Lexicon, rows};
use crate::english::time::clock::{BOUND_INDEX, Bound};
use crate::english::time::dayparts::{DayPart, PARTS, RUSH_HOURS, ends_one, part};
use crate::english::token::Phrase;

/// Minutes by which a part of the day may begin earlier or end later than its hours, so that neighbours overlap.
const SLACK: i32 = 30;

impl DayPart {
    /// The hours that it states, in words.
    pub(crate) fn meaning(self) -> String {
        let hour = |hour: i32| clock(hour * 60);
        format!("{} to {}", hour(self.stated.0), hour(self.stated.1))
    }
}

/// Minutes that `about` allows around a part of the day, and that `shortly before` reaches back from it.
const NEAR: i32 = 60;

static INDEX: LazyLock<Lexicon<(DayPart, &'static str)>> =
    LazyLock::new(|| Lexicon::new(PARTS.iter().map(|(part, list)| ((*part, name(list)), *list))));

/// The first of the words for one thing.
fn name(list: &'static str) -> &'static str {
    rows(list).next().unwrap_or_default()
}

/// The place behind the words for a part of the day at a place.
pub(crate) fn behind(phrase: &Phrase, at: usize) -> Option<usize> {
    INDEX.find(phrase, at).map(|(_, next)| next)
}

/// The part of the day that the words between two places tell: `Friday night`, `early on Friday`, `the morning of`.
pub(crate) fn hours(phrase: &Phrase, from: usize, to: usize) -> Option<Hours> {
    let mut found = (from..to).filter_map(|at| {
        let (part, next) = INDEX.find(phrase, at).filter(|(_, next)| *next <= to)?;
        // `late at night` holds a night, too.
        Some((part, at, next))
    });
    let ((part, called), _, end) = found.next()?;
    let narrower = found.find(|(_, at, _)| *at >= end).and_then(|((_, second), ..)| {
        // `early Friday morning`
        let both = format!("{called} {second}");
        PARTS.iter().find(|(_, list)| rows(list).any(|words| words == both))
    });
    let (part, called) = narrower.map_or((part, called), |(part, list)| (*part, name(list)));
    Some(Hours { name: called, minutes: bounded(part, &[]) })
}

/// The small hours of the day, in which a night that is told by its last day ends.
pub(crate) fn night_before(night: Hours) -> Hours {
    let small_hours = PARTS.iter().find(|(part, _)| part.stated == (0, 6));
    small_hours.map_or(night, |(part, list)| Hours { name: name(list), minutes: bounded(*part, &[]) })
}

/// The part of the day that the whole phrase is, with its hedges.
pub(super) fn read(phrase: &Phrase) -> Option<Value> {
    if !phrase.len().checked_sub(1).is_some_and(|last| ends_one(phrase.word(last))) {
        return None;
    }
    let mut bounds = Vec::new();
    let (mut at, mut from, mut to) = (0, 0, 0);
    let (parts, behind) = loop {
        // `during the night`, `through the night`: all of it.
        let whole = matches!(phrase.word(at), "during" | "through" | "throughout");
        let place = past_neutral(phrase, at);
        if let Some((found, next)) = part_at(phrase, place) {
            let night = found[0].stated == (20, 24) && whole;
            break (if night { [part(20, 30, (17, 32)); 2] } else { found }, next);
        }
        let (bound, next) = BOUND_INDEX.find(phrase, at).or_else(|| BOUND_INDEX.find(phrase, place))?;
        if bounds.is_empty() {
            from = at;
        }
        (at, to) = (next, next);
        bounds.push(bound);
    };
    if behind != phrase.len() {
        return None;
    }
    let value = |part: DayPart| {
        let minutes = bounded(part, &bounds);
        let clock = Content::Clock { minutes, day: None, zone: None };
        let hedge = (to > from).then(|| phrase.written(from, to).to_ascii_lowercase());
        Value { hedge, ..Value::new(phrase.text, Kind::Time, clock) }
    };
    let [first, second] = parts;
    let others = if first.stated == second.stated { Vec::new() } else { vec![value(second)] };
    Some(Value { others, ..value(first) })
}

/// The part of the day at a place, twice where it has no other reading, and the place behind it.
fn part_at(phrase: &Phrase, at: usize) -> Option<([DayPart; 2], usize)> {
    if matches!((phrase.word(at), phrase.word(at + 1)), ("rush", "hour")) {
        return Some((RUSH_HOURS, at + 2));
    }
    let ((part, _), next) = INDEX.find(phrase, at)?;
    Some(([part; 2], next))
}

/// The place behind words that add nothing before a part of the day.
fn past_neutral(phrase: &Phrase, mut at: usize) -> usize {
    while matches!(
        phrase.word(at),
        "in" | "at"
            | "the"
            | "during"
            | "through"
            | "throughout"
            | "under"
            | "sometime"
            | "it"
            | "was"
            | "peak"
    ) {
        at += 1;
    }
    at
}

/// What the hedges make of a part of the day. Where it begins is vague, so that what is before it may lie in it.
fn bounded(part: DayPart, bounds: &[Bound]) -> Extent<i32> {
    // Up to the last minute before the hour at its end.
    let minutes = |from: i32, to: i32| Interval { high_inclusive: false, ..Interval::closed(from, to) };
    let (low, high) = (part.stated.0 * 60, part.stated.1 * 60);
    let stated = minutes(low, high);
    let before = |end: i32| Interval { low: None, low_inclusive: false, ..minutes(end, end) };
    let since =
        |start: i32| Interval { low: Some(start), low_inclusive: true, high: None, high_inclusive: false };
    let possible = minutes(part.possible.0 * 60 - SLACK, part.possible.1 * 60 + SLACK);
    match bounds.iter().find(|bound| !matches!(bound, Bound::About | Bound::Exactly)) {
        None if bounds.contains(&Bound::About) => {
            let wider = |set: Interval<i32>| Interval {
                low: set.low.map(|low| low - NEAR),
                high: set.high.map(|high| high + NEAR),
                ..set
            };
            Extent { stated, possible: wider(possible), meant: wider(stated) }
        }
        None | Some(Bound::Since | Bound::About | Bound::Exactly) => {
            Extent { stated, possible, meant: stated }
        }
        Some(Bound::Before) => Extent { possible: before(high), ..Extent::same(before(low)) },
        Some(Bound::After) => Extent { possible: since(low), ..Extent::same(since(high)) },
        Some(Bound::ShortlyBefore) => Extent {
            stated: before(low),
            possible: minutes(low - NEAR, high),
            meant: minutes(low - NEAR, low),
        },
        Some(Bound::ShortlyAfter) => Extent {
            stated: since(high),
            possible: minutes(low, high + NEAR),
            meant: minutes(high, high + NEAR),
        },
        Some(Bound::By) => Extent::same(before(high)),
        Some(Bound::From) => Extent::same(since(low)),
        Some(Bound::Until) => Extent { meant: stated, ..Extent::same(before(high)) },
    }
}
