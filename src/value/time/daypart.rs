//! Parts of the day without a day: `in the morning`, `just before dawn`.

use std::sync::LazyLock;

use super::super::display::clock;
use super::super::lexicon::{Lexicon, rows};
use super::super::token::Phrase;
use super::super::{Content, Extent, Hours, Interval, Kind, Value};
use super::wording::{BOUND_INDEX, Bound};

/// What a part of the day states, in hours, and what it may mean. Hours before 0 are those of the evening before, hours
/// from 24 those of the next morning.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    stated: (i32, i32),
    possible: (i32, i32),
}

const fn part(from: i32, to: i32, possible: (i32, i32)) -> Part {
    Part { stated: (from, to), possible }
}

/// Minutes by which a part of the day may begin earlier or end later than its hours, so that neighbours overlap.
const SLACK: i32 = 30;

impl Part {
    /// The hours that it states, in words.
    pub(crate) fn meaning(self) -> String {
        let hour = |hour: i32| clock(hour * 60);
        format!("{} to {}", hour(self.stated.0), hour(self.stated.1))
    }
}

/// Parts of the day, by when they are, each with its name first.
pub(crate) const PARTS: &[(Part, &str)] = &[
    (part(0, 9, (0, 11)), "early | early on | early in the day | very early"),
    (part(17, 24, (15, 29)), "late | late on | late in the day | later in the day"),
    (part(6, 12, (0, 12)), "morning | morning hours"),
    (
        part(4, 8, (0, 9)),
        "early in the morning | early morning | early morning hours | early hours of the morning",
    ),
    (
        part(9, 12, (8, 12)),
        "late morning | late in the morning | mid morning | midmorning | middle of the morning",
    ),
    (
        part(0, 6, (0, 8)),
        "early hours | small hours | wee hours | wee small hours | before dawn | pre dawn | predawn | pre dawn \
         hours | predawn hours | pre dawn darkness | predawn darkness | hours before dawn | before sunrise | \
         before daybreak | before first light | small hours of the morning | wee hours of the morning",
    ),
    (part(0, 5, (-1, 7)), "middle of the night | dead of night | dead of the night | depths of the night"),
    (
        part(5, 8, (3, 10)),
        "dawn | sunrise | daybreak | first light | crack of dawn | break of day | early dawn",
    ),
    (part(12, 18, (12, 18)), "afternoon | afternoon hours"),
    (part(12, 15, (12, 16)), "early afternoon | early in the afternoon"),
    (part(14, 17, (13, 18)), "mid afternoon | midafternoon | middle of the afternoon"),
    (part(15, 18, (14, 18)), "late afternoon | late in the afternoon"),
    (part(11, 14, (11, 15)), "lunchtime | lunch time | lunch hour | lunch break | middle of the day"),
    (part(6, 9, (5, 11)), "breakfast time | breakfast hours"),
    (part(6, 20, (4, 22)), "daylight | broad daylight | daytime | daylight hours | day time"),
    (part(18, 22, (16, 24)), "evening | evening hours"),
    (part(17, 20, (16, 21)), "early evening | early in the evening"),
    (part(20, 24, (19, 24)), "late evening | late in the evening | later in the evening"),
    (part(18, 21, (17, 22)), "dinner time | dinnertime"),
    (part(17, 21, (15, 23)), "dusk | sunset | nightfall | sundown"),
    (
        part(20, 24, (18, 30)),
        "night | tonight | late at night | late night | after dark | after nightfall | night time | nighttime",
    ),
    // Up to six in the next morning.
    (part(20, 30, (17, 32)), "overnight | all night | hours of darkness | night hours | cover of darkness"),
    (part(7, 9, (5, 10)), "morning rush hour | morning rush | morning commute"),
    (part(16, 19, (15, 20)), "evening rush hour | evening rush | evening commute | afternoon rush hour"),
];

/// What `rush hour` may be: that of the morning, and, as the other reading, that of the evening.
const RUSH_HOURS: [Part; 2] = [part(7, 9, (5, 10)), part(16, 19, (15, 20))];

/// Minutes that `about` allows around a part of the day, and that `shortly before` reaches back from it.
const NEAR: i32 = 60;

static INDEX: LazyLock<Lexicon<(Part, &'static str)>> = LazyLock::new(|| {
    Lexicon::new(PARTS.iter().flat_map(|(part, list)| rows(list).map(|words| (words, (*part, name(list))))))
});

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
    let value = |part: Part| {
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
fn part_at(phrase: &Phrase, at: usize) -> Option<([Part; 2], usize)> {
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

/// Whether a word ends the name of a part of the day: most phrases end here, before any is looked up.
fn ends_one(word: &str) -> bool {
    matches!(
        word,
        "morning"
            | "hours"
            | "hour"
            | "dawn"
            | "predawn"
            | "darkness"
            | "sunrise"
            | "daybreak"
            | "light"
            | "night"
            | "nighttime"
            | "overnight"
            | "nightfall"
            | "midmorning"
            | "afternoon"
            | "midafternoon"
            | "lunchtime"
            | "break"
            | "day"
            | "time"
            | "daylight"
            | "daytime"
            | "evening"
            | "dinnertime"
            | "dusk"
            | "sunset"
            | "sundown"
            | "dark"
            | "rush"
            | "commute"
    )
}

/// What the hedges make of a part of the day. Where it begins is vague, so that what is before it may lie in it.
fn bounded(part: Part, bounds: &[Bound]) -> Extent<i32> {
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
