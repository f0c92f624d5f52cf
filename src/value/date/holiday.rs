//! Days of the year that have a name of their own.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

use super::super::lexicon::Lexicon;
use super::calendar::days_on;

/// How the day is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// The same day of the same month.
    Fixed(i8, i8),
    /// The nth (or, from -1, the last but n) such weekday of a month, and so many days later.
    Nth(i8, i8, Weekday, i64),
    /// So many days after Easter Sunday.
    Easter(i64),
}

use Holiday::{Easter, Fixed, Nth};

/// Holidays, by when they are.
pub(crate) const HOLIDAYS: &[(Holiday, &str)] = &[
    (Fixed(1, 1), "new year's day | new years day | new year's | new year"),
    (Nth(1, 3, Weekday::Monday, 0), "martin luther king day | mlk day | martin luther king jr day"),
    (Fixed(2, 2), "groundhog day"),
    (Fixed(2, 14), "valentine's day | valentines day | valentine's"),
    (Nth(2, 3, Weekday::Monday, 0), "presidents day | presidents' day | president's day"),
    (Fixed(3, 8), "international women's day"),
    (Fixed(3, 17), "st patrick's day | saint patrick's day"),
    (Easter(-47), "shrove tuesday | mardi gras"),
    (Easter(-46), "ash wednesday"),
    (Easter(-7), "palm sunday"),
    (Easter(-3), "maundy thursday | holy thursday"),
    (Easter(-2), "good friday"),
    (Easter(0), "easter | easter sunday | easter day"),
    (Easter(1), "easter monday"),
    (Easter(39), "ascension day"),
    (Easter(49), "pentecost | whit sunday"),
    (Fixed(4, 1), "april fools' day | april fools day | april fool's day"),
    (Fixed(4, 22), "earth day"),
    (Fixed(5, 1), "may day"),
    (Nth(5, 2, Weekday::Sunday, 0), "mother's day"),
    (Nth(5, -1, Weekday::Monday, 0), "memorial day"),
    (Nth(6, 3, Weekday::Sunday, 0), "father's day"),
    (Fixed(6, 19), "juneteenth"),
    (Fixed(7, 1), "canada day"),
    (Fixed(7, 4), "independence day | july fourth | july 4th | the fourth of july"),
    (Fixed(7, 14), "bastille day"),
    (Nth(9, 1, Weekday::Monday, 0), "labor day | labour day"),
    (Nth(10, 2, Weekday::Monday, 0), "columbus day | indigenous peoples' day"),
    (Fixed(10, 31), "halloween"),
    (Fixed(11, 1), "all saints' day"),
    (Fixed(11, 5), "guy fawkes night | bonfire night"),
    (Nth(11, 1, Weekday::Monday, 1), "election day"),
    (Fixed(11, 11), "veterans day | veterans' day | armistice day | remembrance day"),
    (Nth(11, 4, Weekday::Thursday, 0), "thanksgiving | thanksgiving day"),
    (Nth(11, 4, Weekday::Thursday, 1), "black friday"),
    (Nth(11, 4, Weekday::Thursday, 4), "cyber monday"),
    (Fixed(12, 24), "christmas eve"),
    (Fixed(12, 25), "christmas | christmas day | xmas | xmas day"),
    (Fixed(12, 26), "boxing day | st stephen's day"),
    (Fixed(12, 31), "new year's eve | new years eve"),
];

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
    use jiff::civil::date;

    #[test]
    fn movable_feasts() {
        assert_eq!(easter(2024), Some(date(2024, 3, 31)));
        assert_eq!(easter(2025), Some(date(2025, 4, 20)));
        assert_eq!(Nth(11, 4, Weekday::Thursday, 0).in_year(2025), Some(date(2025, 11, 27)));
        assert_eq!(Nth(11, 1, Weekday::Monday, 1).in_year(2024), Some(date(2024, 11, 5)));
    }
}
