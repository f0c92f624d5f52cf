//! One time on the clock: `1:28 a.m.`, `13.30`, `0530 GMT`, `noon`, `half past five`.

use super::zone;
use crate::english::token::{Phrase, TokenKind};
use crate::english::words::cardinal;

/// A time on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClockTime {
    /// Minutes since midnight.
    pub(super) minutes: i32,
    /// Nothing says whether it is before or after noon.
    pub(super) either_half: bool,
}

/// Before or after noon.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Morning,
    Afternoon,
}

/// The half of the day that follows a figure, and the place behind it.
pub(super) fn half(phrase: &Phrase, at: usize) -> Option<(Half, usize)> {
    match phrase.word(at) {
        "am" | "a.m" => return Some((Half::Morning, at + 1)),
        "pm" | "p.m" => return Some((Half::Afternoon, at + 1)),
        // `3:18a`
        short @ ("a" | "p") if phrase.glued(at) && phrase.symbol(at.wrapping_sub(2)) == Some(':') => {
            return Some((if short == "a" { Half::Morning } else { Half::Afternoon }, at + 1));
        }
        _ => {}
    }
    match (phrase.word(at), phrase.word(at + 1), phrase.word(at + 2)) {
        ("in", "the", "morning") => Some((Half::Morning, at + 3)),
        ("in", "the", "afternoon" | "evening") => Some((Half::Afternoon, at + 3)),
        ("at", "night", _) => Some((Half::Afternoon, at + 2)),
        _ => None,
    }
}

/// The time at a place, and the place behind it.
pub(super) fn read(phrase: &Phrase, at: usize) -> Option<(ClockTime, usize)> {
    by_name(phrase, at)
        .or_else(|| past_the_hour(phrase, at))
        .or_else(|| half_hour(phrase, at))
        .or_else(|| in_figures(phrase, at))
}

/// `half eleven`, as the British call half past eleven. `half six million` is none.
fn half_hour(phrase: &Phrase, at: usize) -> Option<(ClockTime, usize)> {
    if phrase.word(at) != "half" {
        return None;
    }
    let hour = spoken(phrase.word(at + 1)).filter(|hour| (1..=12).contains(hour))?;
    let moment = ClockTime { minutes: hour * 60 + 30, either_half: true };
    if let Some((half, behind)) = half(phrase, at + 2) {
        return Some((in_half(moment, half)?, behind));
    }
    let ends = at + 2 == phrase.len()
        || matches!(phrase.word(at + 2), "on" | "to" | "local" | "this")
        || matches!(phrase.symbol(at + 2), Some(',' | '-' | '('));
    ends.then_some((moment, at + 2))
}

/// A time as it is written where a time is asked for: `11.30`, `1130`, `14h30`, `7h`, `ten to six`.
pub(super) fn asked(phrase: &Phrase, at: usize) -> Option<(ClockTime, usize)> {
    if let (Some(minutes @ (5 | 10 | 20)), "to") = (spoken(phrase.word(at)), phrase.word(at + 1)) {
        let hour = spoken(phrase.word(at + 2)).filter(|hour| (1..=12).contains(hour))?;
        let to = ClockTime { minutes: hour * 60, either_half: true };
        return match half(phrase, at + 3) {
            Some((half, behind)) => Some((shifted(in_half(to, half)?, -minutes), behind)),
            None => Some((shifted(to, -minutes), at + 3)),
        };
    }
    let token = phrase.tokens.get(at).filter(|token| matches!(token.shape, TokenKind::Number(_)))?;
    let zero = token.text.starts_with('0');
    let moment = |hour: i32, minute: i32| {
        let either_half = (1..=12).contains(&hour) && !zero;
        (hour < 24 && minute < 60).then_some(ClockTime { minutes: hour * 60 + minute, either_half })
    };
    if phrase.word(at + 1) == "h" && phrase.glued(at + 1) {
        let hour: i32 = digits(phrase, at).filter(|hour| hour.len() <= 2)?.parse().ok()?;
        let on_24 = |moment: ClockTime| ClockTime { either_half: false, ..moment };
        let minute = digits(phrase, at + 2).filter(|minute| minute.len() == 2);
        return match minute {
            Some(minute) => Some((on_24(moment(hour, minute.parse().ok()?)?), at + 3)),
            None => Some((on_24(moment(hour, 0)?), at + 2)),
        };
    }
    if let Some((hour, minute)) = token.text.split_once('.').filter(|(_, minute)| minute.len() == 2) {
        let found = moment(hour.parse().ok()?, minute.parse().ok()?)?;
        return Some(match half(phrase, at + 1) {
            Some((half, behind)) => (in_half(found, half)?, behind),
            None => (found, at + 1),
        });
    }
    let four: i32 = digits(phrase, at).filter(|four| four.len() == 4)?.parse().ok()?;
    // `2015` is rather a year, `at 2015` is not.
    let at_it = at.checked_sub(1).is_some_and(|before| phrase.word(before) == "at");
    if (1900..2060).contains(&four) && !at_it {
        return None;
    }
    let found = moment(four / 100, four % 100)?;
    Some((ClockTime { either_half: false, ..found }, at + 1))
}

/// An hour alone, as in `1 to 2 a.m.`; what follows the range says which half of the day it is.
pub(super) fn bare_hour(phrase: &Phrase, at: usize) -> Option<(ClockTime, usize)> {
    let (hour, minute, next) = hour_and_minute(phrase, at)?;
    (hour <= 24).then_some((ClockTime { minutes: hour * 60 + minute, either_half: hour <= 12 }, next))
}

/// In a half of the day: 12 a.m. is midnight, 12 p.m. noon.
pub(super) fn in_half(moment: ClockTime, half: Half) -> Option<ClockTime> {
    let (hour, minute) = (moment.minutes / 60, moment.minutes % 60);
    let hour = match (hour, half) {
        (12, Half::Morning) => 0,
        (12, Half::Afternoon) => 12,
        (1..=11, Half::Afternoon) => hour + 12,
        (0..=11, Half::Morning) | (13..=23, Half::Afternoon) => hour,
        _ => return None,
    };
    Some(ClockTime { minutes: hour * 60 + minute, either_half: false })
}

/// `noon`, `midnight`, `12 noon`
fn by_name(phrase: &Phrase, at: usize) -> Option<(ClockTime, usize)> {
    let named = |word: &str| match word {
        "noon" | "midday" | "noontime" => Some(720),
        "midnight" => Some(0),
        _ => None,
    };
    let sure = |minutes: i32, next: usize| Some((ClockTime { minutes, either_half: false }, next));
    if let Some(minutes) = named(phrase.word(at)) {
        return sure(minutes, at + 1);
    }
    if digits(phrase, at) == Some("12") {
        // `12:00 noon`
        let full = phrase.symbol(at + 1) == Some(':') && digits(phrase, at + 2) == Some("00");
        let next = if full { at + 3 } else { at + 1 };
        return sure(named(phrase.word(next))?, next + 1);
    }
    None
}

/// `half past five`, `a quarter to six`, `ten past one`, `20 minutes to 3 a.m.`
fn past_the_hour(phrase: &Phrase, at: usize) -> Option<(ClockTime, usize)> {
    let at = if phrase.word(at) == "a" { at + 1 } else { at };
    let in_words = digits(phrase, at).is_none();
    let (minutes, next) = match phrase.word(at) {
        "half" => (30, at + 1),
        "quarter" => (15, at + 1),
        "twenty" if phrase.symbol(at + 1) == Some('-') && phrase.word(at + 2) == "five" => (25, at + 3),
        word => (spoken(word).or_else(|| digits(phrase, at)?.parse().ok()).filter(|n| *n < 60)?, at + 1),
    };
    let next =
        if matches!(phrase.word(next), "minutes" | "minute" | "min" | "mins") { next + 1 } else { next };
    let next = if phrase.hyphen(next) { next + 1 } else { next };
    let sign = match phrase.word(next) {
        "past" | "after" => 1,
        // `11 to 1 pm` is a range.
        "to" | "before" | "till"
            if minutes != 30 && (in_words || next > at + 1 || minutes > 12 && minutes % 5 == 0) =>
        {
            -1
        }
        _ => return None,
    };
    let minutes = sign * minutes;
    if let Some((hour, next)) = by_name(phrase, next + 1) {
        return Some((shifted(hour, minutes), next));
    }
    let (hour, next) = hour_in_words(phrase, next + 1)?;
    let o_clock = matches!(phrase.word(next), "o'clock" | "oclock");
    let next = if o_clock { next + 1 } else { next };
    let moment = ClockTime { minutes: hour * 60, either_half: hour <= 12 };
    if let Some((half, behind)) = half(phrase, next) {
        return Some((shifted(in_half(moment, half)?, minutes), behind));
    }
    // A bare `five to six` could be anything; `half past five` and `quarter to six` could not.
    let past =
        phrase.word(next.saturating_sub(2)) == "past" && (1..60).contains(&minutes) && minutes % 5 == 0;
    (o_clock || past || matches!(phrase.word(at), "half" | "quarter"))
        .then(|| (shifted(moment, minutes), next))
}

fn shifted(moment: ClockTime, by: i32) -> ClockTime {
    ClockTime { minutes: (moment.minutes + by).rem_euclid(1440), ..moment }
}

/// `1:28 a.m.`, `13:45`, `1.30am`, `5 p.m.`, `five o'clock`, `0530 GMT`.
fn in_figures(phrase: &Phrase, at: usize) -> Option<(ClockTime, usize)> {
    let written_as_clock = phrase.symbol(at + 1) == Some(':') && phrase.glued(at + 1);
    // Four digits are a time only before a zone, or where they begin with a 0 before `hours`.
    if let Some(four) = digits(phrase, at).filter(|four| four.len() == 4) {
        let number: i32 = four.parse().ok()?;
        let military =
            matches!(phrase.word(at + 1), "hours" | "hrs" | "h") && four.starts_with(['0', '1', '2']);
        let zoned = zone::is_zone(phrase, at + 1)
            || (phrase.word(at + 1) == "local" && phrase.word(at + 2) == "time");
        if !(military || zoned) || number % 100 > 59 || number > 2400 {
            return None;
        }
        let moment = ClockTime { minutes: number / 100 * 60 + number % 100, either_half: false };
        return Some((moment, if military { at + 2 } else { at + 1 }));
    }
    let (hour, minute, mut next) = hour_and_minute(phrase, at)?;
    let moment = ClockTime { minutes: hour * 60 + minute, either_half: (1..=12).contains(&hour) };
    let o_clock = matches!(phrase.word(next), "o'clock" | "oclock");
    if o_clock {
        next += 1;
    }
    if let Some((half, behind)) = half(phrase, next) {
        return Some((in_half(moment, half)?, behind));
    }
    if matches!(phrase.word(next), "noon" | "midnight") && hour == 12 {
        return None;
    }
    if written_as_clock && matches!(phrase.word(next), "hours" | "hrs") {
        return Some((ClockTime { either_half: false, ..moment }, next + 1));
    }
    if hour > 24 || (hour == 24 && minute > 0) {
        return None;
    }
    let dotted = phrase.tokens.get(at).is_some_and(|token| token.text.contains('.'));
    let zoned = zone::is_zone(phrase, next);
    // `01:30` and `5:30 GMT` are on the clock of twenty-four hours.
    let zero = phrase.tokens.get(at).is_some_and(|token| token.text.starts_with('0'));
    let moment = ClockTime { either_half: moment.either_half && !zero && !zoned, ..moment };
    // `10 GMT` is ten o'clock, `10 MT` may be megatonnes.
    let sure_zone =
        matches!(phrase.word(next), "gmt" | "utc" | "et" | "est" | "edt" | "bst" | "cet" | "cest");
    (o_clock || (written_as_clock && !dotted) || (zoned && (dotted || minute > 0)) || sure_zone)
        .then_some((moment, next))
}

/// Hour, minute, and the place behind them, whatever follows.
fn hour_and_minute(phrase: &Phrase, at: usize) -> Option<(i32, i32, usize)> {
    let Some(token) = phrase.tokens.get(at).filter(|token| matches!(token.shape, TokenKind::Number(_)))
    else {
        let (hour, next) = hour_in_words(phrase, at)?;
        if phrase.word(next) == "thirty" {
            return Some((hour, 30, next + 1));
        }
        return Some((hour, 0, next));
    };
    if let Some((hour, minute)) = token.text.split_once('.') {
        let valid = (1..=2).contains(&hour.len()) && minute.len() == 2;
        let (hour, minute) = (hour.parse().ok().filter(|_| valid)?, minute.parse().ok()?);
        return (hour <= 24 && minute < 60).then_some((hour, minute, at + 1));
    }
    let hour: i32 = digits(phrase, at).filter(|digits| digits.len() <= 2)?.parse().ok()?;
    let mut next = at + 1;
    let mut minute = 0;
    if phrase.symbol(next) == Some(':') && phrase.glued(next) && phrase.glued(next + 1) {
        let seconds = phrase.symbol(next + 2) == Some(':');
        let text = digits(phrase, next + 1).filter(|text| text.len() == 2)?;
        minute = text.parse().ok().filter(|minute| *minute < 60)?;
        next += 2;
        if seconds && phrase.glued(next) {
            // Seconds are told, but not kept.
            let seconds = digits_of_fraction(phrase, next + 1).filter(|text| text.len() == 2)?;
            seconds.parse::<i32>().ok().filter(|seconds| *seconds <= 60)?;
            next += 2;
        }
    }
    (hour <= 24).then_some((hour, minute, next))
}

/// Digits, with any decimals left off: the `28` of `28.5`.
fn digits_of_fraction<'a>(phrase: &Phrase<'a>, at: usize) -> Option<&'a str> {
    let token = phrase.tokens.get(at).filter(|token| matches!(token.shape, TokenKind::Number(_)))?;
    token.text.split('.').next().filter(|text| text.bytes().all(|b| b.is_ascii_digit()))
}

fn digits<'a>(phrase: &Phrase<'a>, at: usize) -> Option<&'a str> {
    let token = phrase.tokens.get(at).filter(|token| matches!(token.shape, TokenKind::Number(_)))?;
    token.text.bytes().all(|b| b.is_ascii_digit()).then_some(token.text)
}

/// An hour in digits or words.
fn hour_in_words(phrase: &Phrase, at: usize) -> Option<(i32, usize)> {
    let hour = match digits(phrase, at) {
        Some(digits) => digits.parse().ok()?,
        None => spoken(phrase.word(at))?,
    };
    (hour <= 24).then_some((hour, at + 1))
}

/// An hour in words; no clock says thirteen.
fn spoken(word: &str) -> Option<i32> {
    cardinal(word).filter(|hour| *hour <= 12 || *hour == 20).and_then(|hour| i32::try_from(hour).ok())
}
