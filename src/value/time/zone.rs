//! Time zones as newspapers abbreviate them, in minutes east of UTC.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::english::lexicon;
use crate::english::time::zones::NAMED;
use crate::english::time::zones::ZoneRule::{self, American, European, Fixed, Open};
use crate::english::token::Phrase;

/// A zone as worded, and its offset where it has a fixed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Zone {
    pub(super) worded: String,
    pub(super) offset: Option<i32>,
}

impl Zone {
    /// Whether it is that of the place, which the words leave to be known.
    pub(super) fn is_local(&self) -> bool {
        self.worded.split_whitespace().any(|word| word.eq_ignore_ascii_case("local"))
    }
}

/// Whether the tz database has a zone of this name.
pub fn is_known(name: &str) -> bool {
    TimeZone::get(name).is_ok()
}

/// Minutes east of UTC on a day, in the zone of this name; without a day only where it never changes.
pub(super) fn offset_of(name: &str, day: Option<Date>) -> Option<i32> {
    let zone = TimeZone::get(name).ok()?;
    let on = |day: Date| Some(day.at(12, 0, 0, 0).to_zoned(zone.clone()).ok()?.offset().seconds() / 60);
    if let Some(day) = day {
        return on(day);
    }
    let (winter, summer) = (Date::constant(2025, 1, 15), Date::constant(2025, 7, 15));
    on(winter).filter(|offset| on(summer) == Some(*offset))
}

/// The zone that a name before `time` stands for: `Eastern time`, `London time`.
fn named(word: &str) -> ZoneRule {
    lexicon::named(NAMED, word).unwrap_or(Open)
}

impl ZoneRule {
    /// Minutes east of UTC on a day.
    fn offset(self, day: Option<Date>) -> Option<i32> {
        let in_summer = |day: Date, from: (i8, i8), to: (i8, i8)| {
            let sunday = |(month, nth): (i8, i8)| {
                Date::new(day.year(), month, 1).ok()?.nth_weekday_of_month(nth, Weekday::Sunday).ok()
            };
            Some(sunday(from)? <= day && day < sunday(to)?)
        };
        match self {
            Fixed(offset) => Some(offset),
            American(winter) => Some(winter + 60 * i32::from(in_summer(day?, (3, 2), (11, 1))?)),
            European(winter) => Some(winter + 60 * i32::from(in_summer(day?, (3, -1), (10, -1))?)),
            Open => None,
        }
    }
}

/// The zone at a place, and the place behind it: `ET`, `local time`, `Eastern time`, `UTC+2`, `+02:00`.
pub(super) fn read(phrase: &Phrase, at: usize, day: Option<Date>) -> Option<(Zone, usize)> {
    let (clock, next) = if let Some((minutes, next)) = offset(phrase, at) {
        (Fixed(minutes), next)
    } else if let Some(clock) = phrase.known(at).zone {
        match offset(phrase, at + 1).filter(|_| matches!(phrase.word(at), "utc" | "gmt")) {
            Some((minutes, next)) => (Fixed(minutes), next),
            None => (clock, at + 1),
        }
    } else if matches!(phrase.word(at), "eastern" | "central" | "mountain" | "pacific")
        && phrase.word(at + 1).is_empty()
    {
        (named(phrase.word(at)), at + 1)
    } else if phrase.word(at) == "local" && phrase.word(at + 1).is_empty() {
        (Open, at + 1)
    } else {
        // At most three words before `time`: `New York time`, `Eastern Standard Time`.
        let length = (1..=3).find(|length| phrase.word(at + length) == "time")?;
        let name = (at..at + length).map(|place| phrase.word(place));
        if name.clone().any(str::is_empty) {
            return None;
        }
        let mut clocks = name.map(named);
        let mut clock = clocks.find(|clock| !matches!(clock, Open)).unwrap_or(Open);
        match (clock, phrase.word(at + 1)) {
            (American(winter), "standard") => clock = Fixed(winter),
            (American(winter), "daylight") => clock = Fixed(winter + 60),
            _ => {}
        }
        (clock, at + length + 1)
    };
    let worded = phrase.written(at, next).to_owned();
    Some((Zone { worded, offset: clock.offset(day) }, next))
}

/// Whether the word at a place abbreviates a zone.
pub(super) fn is_zone(phrase: &Phrase, at: usize) -> bool {
    phrase.known(at).zone.is_some()
}

/// `+02:00`, `-0400`, `+2`
fn offset(phrase: &Phrase, at: usize) -> Option<(i32, usize)> {
    let sign = match phrase.symbol(at)? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    if !phrase.glued(at + 1) || !phrase.glued(at) {
        return None;
    }
    let digits = phrase.tokens.get(at + 1)?.text;
    let number: i32 = digits.parse().ok()?;
    let minutes = match digits.len() {
        1 | 2 if phrase.symbol(at + 2) == Some(':') => {
            let rest: i32 = phrase.tokens.get(at + 3)?.text.parse().ok()?;
            return (number <= 14 && rest < 60).then_some((sign * (number * 60 + rest), at + 4));
        }
        1 | 2 if number <= 14 => number * 60,
        4 if number <= 1400 => number / 100 * 60 + number % 100,
        _ => return None,
    };
    Some((sign * minutes, at + 2))
}

/// Minutes east of UTC as they are written: `UTC+5:30`.
pub(super) fn written(east: i32) -> String {
    let (sign, minutes) = (if east < 0 { '-' } else { '+' }, east.abs());
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}
