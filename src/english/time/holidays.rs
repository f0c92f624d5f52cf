//! Days of the year that have a name of their own.

use jiff::civil::Weekday;

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

/// Words that holidays are known by.
pub(crate) const WORDS: &str = "day | eve | easter | christmas | xmas | thanksgiving | halloween | juneteenth | pentecost | new | valentine's | mardi";
