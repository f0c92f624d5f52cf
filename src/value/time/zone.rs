//! Time zones as newspapers abbreviate them, in minutes east of UTC.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

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

/// The rule by which a zone changes to summer time.
#[derive(Clone, Copy)]
enum Clock {
    Fixed(i32),
    /// American: from the second Sunday of March to the first of November, an hour more.
    American(i32),
    /// European: from the last Sunday of March to the last of October.
    European(i32),
    /// Somewhere, but nobody says where.
    Open,
}

use Clock::{American, European, Fixed, Open};

/// The zone that an abbreviation stands for.
fn abbreviation(word: &str) -> Option<Clock> {
    Some(match word {
        "utc" | "gmt" | "z" | "wet" => Fixed(0),
        "bst" | "cet" | "wat" | "west" => Fixed(60),
        "cest" | "eet" | "sast" | "cat" => Fixed(120),
        "eest" | "msk" | "eat" | "trt" | "ast" => Fixed(if word == "ast" { -240 } else { 180 }),
        "gst" => Fixed(240),
        "pkt" => Fixed(300),
        "ist" => Fixed(330),
        "wib" | "ict" => Fixed(420),
        "sgt" | "hkt" | "awst" | "pht" => Fixed(480),
        "jst" | "kst" => Fixed(540),
        "acst" => Fixed(570),
        "aest" => Fixed(600),
        "aedt" => Fixed(660),
        "nzst" => Fixed(720),
        "nzdt" => Fixed(780),
        "edt" | "e.d.t" => Fixed(-240),
        "est" | "cdt" | "e.s.t" => Fixed(-300),
        "cst" | "mdt" => Fixed(-360),
        "mst" | "pdt" => Fixed(-420),
        "pst" | "akdt" => Fixed(-480),
        "akst" => Fixed(-540),
        "hst" => Fixed(-600),
        "adt" | "art" | "brt" => Fixed(-180),
        "et" => American(-300),
        "ct" => American(-360),
        "mt" => American(-420),
        "pt" => American(-480),
        _ => return None,
    })
}

/// The zone that a name before `time` stands for: `Eastern time`, `London time`.
fn named(word: &str) -> Clock {
    match word {
        "eastern" | "york" | "washington" => American(-300),
        "central" | "chicago" => American(-360),
        "mountain" | "denver" => American(-420),
        "pacific" | "angeles" | "seattle" => American(-480),
        "london" | "uk" | "british" => European(0),
        "paris" | "berlin" | "rome" | "madrid" | "brussels" | "vienna" | "amsterdam" | "stockholm" => {
            European(60)
        }
        "kyiv" | "kiev" | "athens" | "helsinki" => European(120),
        "moscow" | "istanbul" | "riyadh" => Fixed(180),
        "dubai" => Fixed(240),
        "indian" | "delhi" | "mumbai" => Fixed(330),
        "bangkok" | "jakarta" => Fixed(420),
        "beijing" | "shanghai" | "singapore" | "kong" | "manila" => Fixed(480),
        "tokyo" | "japan" | "seoul" => Fixed(540),
        _ => Open,
    }
}

impl Clock {
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
    } else if let Some(clock) = abbreviation(phrase.word(at)) {
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

/// Whether a word abbreviates a zone.
pub(super) fn is_zone(word: &str) -> bool {
    abbreviation(word).is_some()
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
