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

/// The month of this name in lower case, in full or cut short, from 1.
pub fn month(word: &str) -> Option<i8> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" | "febr" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
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
