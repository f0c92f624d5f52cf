//! The words dates are made of, in English, one at a time.

use jiff::civil::Weekday;

pub(crate) use crate::english::calendar::month;

use crate::english::figures::numbers;

/// How precisely the words name a date; what `about` widens by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DateUnit {
    Day,
    Weekend,
    Week,
    /// A third of something: as long as it is.
    Part,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
}

/// The seasons of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// The day of the week of this name.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" | "monday's" => Weekday::Monday,
        "tuesday" | "tue" | "tues" | "tuesday's" => Weekday::Tuesday,
        "wednesday" | "wed" | "weds" | "wednesday's" => Weekday::Wednesday,
        "thursday" | "thu" | "thur" | "thurs" | "thursday's" => Weekday::Thursday,
        "friday" | "fri" | "friday's" => Weekday::Friday,
        "saturday" | "sat" | "saturday's" => Weekday::Saturday,
        "sunday" | "sun" | "sunday's" => Weekday::Sunday,
        _ => return None,
    })
}

/// The season of this name.
pub(crate) fn season(word: &str) -> Option<Season> {
    Some(match word {
        "spring" | "springtime" => Season::Spring,
        "summer" | "summertime" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" | "wintertime" => Season::Winter,
        _ => return None,
    })
}

/// The unit of this name, one or many.
pub(crate) fn unit(word: &str) -> Option<DateUnit> {
    Some(match word {
        "day" | "days" => DateUnit::Day,
        "weekend" | "weekends" => DateUnit::Weekend,
        "week" | "weeks" | "wk" | "wks" => DateUnit::Week,
        "month" | "months" => DateUnit::Month,
        "quarter" | "quarters" | "qtr" | "qtrs" => DateUnit::Quarter,
        "year" | "years" | "yr" | "yrs" => DateUnit::Year,
        "decade" | "decades" => DateUnit::Decade,
        "century" | "centuries" => DateUnit::Century,
        _ => return None,
    })
}

/// Which one, counted from 1: `first`, `third`; days of a month go no further than 31.
pub(crate) fn ordinal(word: &str) -> Option<i8> {
    i8::try_from(numbers::ordinal(word)?).ok().filter(|place| *place <= 31)
}

/// Decades by name: `the nineties`.
pub(crate) fn decade(word: &str) -> Option<i16> {
    Some(match word {
        "twenties" => 20,
        "thirties" => 30,
        "forties" => 40,
        "fifties" => 50,
        "sixties" => 60,
        "seventies" => 70,
        "eighties" => 80,
        "nineties" => 90,
        _ => return None,
    })
}

/// Words of a label that look ahead: what is expected has not been yet.
pub(crate) fn looks_ahead(word: &str) -> bool {
    matches!(
        word,
        "expected"
            | "expects"
            | "hoped"
            | "hoped-for"
            | "hopes"
            | "scheduled"
            | "planned"
            | "due"
            | "deadline"
            | "upcoming"
            | "next"
            | "will"
            | "forecast"
            | "target"
            | "future"
            | "forthcoming"
            | "coming"
            | "anticipated"
            | "slated"
            | "plans"
            | "expires"
            | "expiry"
            | "reopens"
            | "opens"
            | "resumes"
    )
}

/// Words of a label that ask for a date.
pub(crate) fn asks_for_date(word: &str) -> bool {
    matches!(
        word,
        "date"
            | "dates"
            | "day"
            | "days"
            | "year"
            | "when"
            | "month"
            | "week"
            | "deadline"
            | "since"
            | "founded"
            | "born"
            | "birth"
            | "closing"
            | "opening"
            | "launch"
            | "launched"
            | "start"
            | "started"
            | "began"
            | "begun"
            | "beginning"
            | "end"
            | "ended"
            | "due"
            | "published"
            | "built"
            | "elected"
            | "time"
    )
}

/// Whether a word can only stand in a date, or mostly does.
pub(crate) fn is_calendar_word(word: &str) -> bool {
    let first = word.as_bytes().first().copied().unwrap_or_default();
    // Most words fall here, before any is compared.
    if !first.is_ascii_lowercase() || word.len() > 13 {
        return false;
    }
    month(word).is_some()
        || weekday(word).is_some()
        || season(word).is_some()
        || unit(word).is_some()
        || decade(word).is_some()
        || matches!(
            word,
            "today"
                | "today's"
                | "recently"
                | "lately"
                | "yesterday"
                | "yesterday's"
                | "tomorrow"
                | "tomorrow's"
                | "tonight"
                | "night"
                | "morning"
                | "evening"
                | "afternoon"
                | "fiscal"
                | "ago"
                | "financial"
                | "fy"
                | "q"
                | "h"
                | "fortnight"
                | "fortnights"
                | "half"
                | "midyear"
                | "yearend"
                | "year's"
                | "month's"
                | "quarter's"
                | "week's"
                | "decade's"
                | "st"
                | "nd"
                | "rd"
                | "th"
                | "s"
                | "ad"
                | "bc"
                | "ce"
                | "bce"
                | "hours"
        )
        || is_holiday_word(word)
}

/// Whether a word is one that holidays are known by.
fn is_holiday_word(word: &str) -> bool {
    matches!(
        word,
        "day"
            | "eve"
            | "easter"
            | "christmas"
            | "xmas"
            | "thanksgiving"
            | "halloween"
            | "juneteenth"
            | "pentecost"
            | "new"
            | "valentine's"
            | "mardi"
    )
}
