//! Months and weekdays.

use super::words;

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

/// The month of this name in lower case, in full or cut short, from 1.
pub fn month(word: &str) -> Option<i8> {
    words::known(word).month
}

/// Whether a word in lower case is a month or a weekday in full.
pub fn is_in_full(word: &str) -> bool {
    MONTHS.contains(&word) || WEEKDAYS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_full_and_by_three_letters() {
        for (at, name) in (1..).zip(MONTHS) {
            assert_eq!(month(name), Some(at));
            assert_eq!(name.get(..3).and_then(month), Some(at));
        }
        assert!(is_in_full("friday") && is_in_full("may") && !is_in_full("fri"));
    }
}
