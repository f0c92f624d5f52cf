//! Days of the year that have a name of their own.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::english::time::holidays::HOLIDAYS;
pub(crate) use crate::english::time::holidays::Holiday;

use super::calendar::days_on;
use crate::english::lexicon::Lexicon;

pub(super) static HOLIDAY_INDEX: LazyLock<Lexicon<Holiday>> = LazyLock::new(|| Lexicon::listed(HOLIDAYS));

impl Holiday {
    /// When it is, in words.
    pub(crate) fn meaning(self) -> String {
        let later = |days: i64| if days == 0 { String::new() } else { format!(", and {days} days") };
        match self {
            Self::Fixed(month, day) => format!("{month:02}-{day:02}"),
            Self::Nth(month, -1, weekday, days) => {
                format!("the last {weekday:?} of month {month}{}", later(days))
            }
            Self::Nth(month, nth, weekday, days) => {
                format!("{weekday:?} number {nth} of month {month}{}", later(days))
            }
            Self::Easter(0) => "Easter".to_owned(),
            Self::Easter(days) => format!("Easter {days:+} days"),
        }
    }

    /// The day in this year.
    pub(super) fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, nth, weekday, later) => {
                let month = Date::new(year, month, 1).ok()?;
                days_on(month.nth_weekday_of_month(nth, weekday).ok()?, later)
            }
            Self::Easter(later) => days_on(easter(year)?, later),
        }
    }
}

/// Easter Sunday of the Gregorian calendar, after the computus of Meeus, Jones and Butcher.
#[allow(clippy::many_single_char_names, reason = "the letters are those of the published rule")]
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let g = (b - (b + 8).div_euclid(25) + 1).div_euclid(3);
    let h = (19 * a + b - b.div_euclid(4) - g + 15).rem_euclid(30);
    let l = (32 + 2 * b.rem_euclid(4) + 2 * c.div_euclid(4) - h - c.rem_euclid(4)).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let n = h + l - 7 * m + 114;
    let (month, day) = (n.div_euclid(31), n.rem_euclid(31) + 1);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Holiday::Nth;
    use jiff::civil::{Weekday, date};

    #[test]
    fn movable_feasts() {
        assert_eq!(easter(2024), Some(date(2024, 3, 31)));
        assert_eq!(easter(2025), Some(date(2025, 4, 20)));
        assert_eq!(Nth(11, 4, Weekday::Thursday, 0).in_year(2025), Some(date(2025, 11, 27)));
        assert_eq!(Nth(11, 1, Weekday::Monday, 1).in_year(2024), Some(date(2024, 11, 5)));
    }
}
