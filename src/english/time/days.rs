//! The words dates are made of, in English, one at a time.

use jiff::civil::Weekday;

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

/// The days of the week.
pub(crate) const WEEKDAYS: &[(Weekday, &str)] = &[
    (Weekday::Monday, "monday | mon | monday's"),
    (Weekday::Tuesday, "tuesday | tue | tues | tuesday's"),
    (Weekday::Wednesday, "wednesday | wed | weds | wednesday's"),
    (Weekday::Thursday, "thursday | thu | thur | thurs | thursday's"),
    (Weekday::Friday, "friday | fri | friday's"),
    (Weekday::Saturday, "saturday | sat | saturday's"),
    (Weekday::Sunday, "sunday | sun | sunday's"),
];

/// The seasons.
pub(crate) const SEASONS: &[(Season, &str)] = &[
    (Season::Spring, "spring | springtime"),
    (Season::Summer, "summer | summertime"),
    (Season::Autumn, "autumn | fall"),
    (Season::Winter, "winter | wintertime"),
];

/// The units that dates are counted in, one and many.
pub(crate) const UNITS: &[(DateUnit, &str)] = &[
    (DateUnit::Day, "day | days"),
    (DateUnit::Weekend, "weekend | weekends"),
    (DateUnit::Week, "week | weeks | wk | wks"),
    (DateUnit::Month, "month | months"),
    (DateUnit::Quarter, "quarter | quarters | qtr | qtrs"),
    (DateUnit::Year, "year | years | yr | yrs"),
    (DateUnit::Decade, "decade | decades"),
    (DateUnit::Century, "century | centuries"),
];

/// Decades by name.
pub(crate) const DECADES: &[(i16, &str)] = &[
    (20, "twenties"),
    (30, "thirties"),
    (40, "forties"),
    (50, "fifties"),
    (60, "sixties"),
    (70, "seventies"),
    (80, "eighties"),
    (90, "nineties"),
];

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

/// Words that can only stand in a date, or mostly do, beside those of the tables above.
pub(crate) const CALENDAR: &str = "today | today's | recently | lately | yesterday | yesterday's | tomorrow | tomorrow's | tonight \
     | night | morning | evening | afternoon | fiscal | ago | financial | fy | q | h | fortnight | \
     fortnights | half | midyear | yearend | year's | month's | quarter's | week's | decade's | st | \
     nd | rd | th | s | ad | bc | ce | bce | hours";
