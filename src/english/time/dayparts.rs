//! Parts of the day, with the hours that they are.

/// What a part of the day states, in hours, and what it may mean. Hours before 0 are those of the evening before, hours
/// from 24 those of the next morning.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct DayPart {
    /// From one hour up to another.
    pub(crate) stated: (i32, i32),
    /// The same, as far as it may reach.
    pub(crate) possible: (i32, i32),
}

/// A part of the day from one hour up to another.
pub(crate) const fn part(from: i32, to: i32, possible: (i32, i32)) -> DayPart {
    DayPart { stated: (from, to), possible }
}

/// Parts of the day, by when they are, each with its name first.
pub(crate) const PARTS: &[(DayPart, &str)] = &[
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
pub(crate) const RUSH_HOURS: [DayPart; 2] = [part(7, 9, (5, 10)), part(16, 19, (15, 20))];

/// Whether a single word names a part of the day.
pub(crate) fn is_part(word: &str) -> bool {
    matches!(word, "morning" | "afternoon" | "evening" | "night")
}

/// Whether a word ends the name of a part of the day: most phrases end here, before any is looked up.
pub(crate) fn ends_one(word: &str) -> bool {
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
