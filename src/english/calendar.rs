//! Months and weekdays.

/// The months of the year, in full.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The days of the week, in full.
pub const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The months cut short, from 1.
pub(crate) const SHORT: &[(i8, &str)] = &[
    (1, "jan"),
    (2, "feb | febr"),
    (3, "mar"),
    (4, "apr"),
    (6, "jun"),
    (7, "jul"),
    (8, "aug"),
    (9, "sept | sep"),
    (10, "oct"),
    (11, "nov"),
    (12, "dec"),
];

/// Whether a word in lower case is a month or a weekday in full.
pub fn is_in_full(word: &str) -> bool {
    MONTHS.contains(&word) || WEEKDAYS.contains(&word)
}
