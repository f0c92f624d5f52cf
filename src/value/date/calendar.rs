//! Stretches of days: what a month, a quarter, the late nineties or a weekend cover.

use jiff::Span;
use jiff::civil::{Date, Weekday};

pub(super) use crate::english::time::dates::PeriodPart;
pub(super) use crate::english::time::days::{DateUnit, Season};

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) first: Date,
    pub(super) last: Date,
    pub(super) unit: DateUnit,
}

/// The year in which the days of an open year are kept: a leap year, so that 29 February is one of them.
pub(super) const ANY_YEAR: i16 = 0;

/// Months since the year 0, so that arithmetic over years needs no carrying.
pub(super) fn month_index(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

/// The first day of the month with this index.
fn month_start(index: i32) -> Option<Date> {
    let year = i16::try_from(index.div_euclid(12)).ok()?;
    let month = i8::try_from(index.rem_euclid(12)).ok()? + 1;
    Date::new(year, month, 1).ok()
}

/// `date` moved by so many days.
pub(super) fn days_on(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// `date` moved by so many months; the last day of a month where the month is too short.
pub(super) fn months_on(date: Date, months: i64) -> Option<Date> {
    date.checked_add(Span::new().try_months(months).ok()?).ok()
}

impl Days {
    pub(super) fn day(date: Date) -> Self {
        Self { first: date, last: date, unit: DateUnit::Day }
    }

    /// So many whole months from the month with this index.
    pub(super) fn months(index: i32, count: i32, unit: DateUnit) -> Option<Self> {
        let last = match month_start(index + count) {
            Some(after) => after.yesterday().ok()?,
            // The month after December 9999 is beyond the calendar.
            None => month_start(index + count - 1)?.last_of_month(),
        };
        Some(Self { first: month_start(index)?, last, unit })
    }

    pub(super) fn year(year: i16) -> Option<Self> {
        Self::months(i32::from(year) * 12, 12, DateUnit::Year)
    }

    /// So many years from `year`.
    pub(super) fn years(year: i16, count: i32, unit: DateUnit) -> Option<Self> {
        Self::months(i32::from(year) * 12, count * 12, unit)
    }

    /// A season; winter (in the south summer) ends in the year after.
    pub(super) fn season(year: i16, season: Season, southern: bool) -> Option<Self> {
        Self::months(i32::from(year) * 12 + season_start(season, southern), 3, DateUnit::Season)
    }

    /// Monday to Sunday around `date`.
    pub(super) fn week(date: Date) -> Option<Self> {
        let first = days_on(date, -i64::from(date.weekday().to_monday_zero_offset()))?;
        Some(Self { first, last: days_on(first, 6)?, unit: DateUnit::Week })
    }

    /// Saturday and Sunday of the week around `date`.
    pub(super) fn weekend(date: Date) -> Option<Self> {
        let week = Self::week(date)?;
        Some(Self { first: days_on(week.first, 5)?, last: week.last, unit: DateUnit::Weekend })
    }

    /// The week that ISO 8601 gives this number.
    pub(super) fn numbered_week(year: i16, week: i8) -> Option<Self> {
        Self::week(jiff::civil::ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date())
    }

    /// The stretch of this unit that `date` lies in.
    pub(super) fn around(date: Date, unit: DateUnit) -> Option<Self> {
        let year = date.year();
        let index = month_index(date);
        match unit {
            DateUnit::Day | DateUnit::Part => Some(Self::day(date)),
            DateUnit::Weekend => Self::weekend(date),
            DateUnit::Week => Self::week(date),
            DateUnit::Month => Self::months(index, 1, DateUnit::Month),
            // Seasons begin in March, June, September and December.
            DateUnit::Season => Self::months((index + 1).div_euclid(3) * 3 - 1, 3, DateUnit::Season),
            DateUnit::Quarter => Self::months(index.div_euclid(3) * 3, 3, DateUnit::Quarter),
            DateUnit::Half => Self::months(index.div_euclid(6) * 6, 6, DateUnit::Half),
            DateUnit::Year => Self::year(year),
            DateUnit::Decade => Self::years(year.div_euclid(10) * 10, 10, DateUnit::Decade),
            DateUnit::Century => Self::years(year.div_euclid(100) * 100, 100, DateUnit::Century),
        }
    }

    /// The stretch of the same unit so many units later.
    pub(super) fn shift(self, by: i32) -> Option<Self> {
        let months = match self.unit {
            DateUnit::Day | DateUnit::Part => {
                let days = i64::from(by) * i64::from(self.length());
                return Some(Self {
                    first: days_on(self.first, days)?,
                    last: days_on(self.last, days)?,
                    unit: self.unit,
                });
            }
            DateUnit::Weekend | DateUnit::Week => {
                let days = i64::from(by) * 7;
                return Some(Self {
                    first: days_on(self.first, days)?,
                    last: days_on(self.last, days)?,
                    unit: self.unit,
                });
            }
            DateUnit::Month => 1,
            DateUnit::Quarter | DateUnit::Season => 3,
            DateUnit::Half => 6,
            DateUnit::Year => 12,
            DateUnit::Decade => 120,
            DateUnit::Century => 1200,
        };
        let count = month_index(self.last) - month_index(self.first) + 1;
        Self::months(month_index(self.first).checked_add(by.checked_mul(months)?)?, count, self.unit)
    }

    /// How many days there are.
    pub(super) fn length(self) -> i32 {
        self.last.since(self.first).map_or(1, |span| span.get_days().saturating_add(1))
    }

    /// One unit of the precision more on either side: what `about` allows.
    pub(super) fn widened(self) -> Self {
        let days = match self.unit {
            DateUnit::Day => Some(1),
            DateUnit::Part => Some(i64::from(self.length())),
            DateUnit::Weekend | DateUnit::Week => Some(7),
            unit => self.is_counted().then(|| 2 * half(unit)),
        };
        if let Some(days) = days {
            return self.give_or_take(days);
        }
        let around = |date: Date, by: i32| Self::around(date, self.unit)?.shift(by);
        let first = around(self.first, -1).map_or(self.first, |before| before.first);
        let last = around(self.last, 1).map_or(self.last, |after| after.last);
        Self { first, last, unit: self.unit }
    }

    /// Half a unit on either side of a day counted in weeks, months or years: `three weeks ago`.
    pub(super) fn loosened(self) -> Self {
        if self.is_counted() { self.give_or_take(half(self.unit)) } else { self }
    }

    /// A single day, known to a longer unit.
    fn is_counted(self) -> bool {
        self.first == self.last && self.unit > DateUnit::Day && self.unit != DateUnit::Part
    }

    fn give_or_take(self, days: i64) -> Self {
        let first = days_on(self.first, -days).unwrap_or(self.first);
        let last = days_on(self.last, days).unwrap_or(self.last);
        Self { first, last, unit: self.unit }
    }

    /// How many days `shortly before` and `shortly after` reach.
    pub(super) fn shortly(self) -> i64 {
        if self.unit == DateUnit::Day { 14 } else { i64::from(self.length()).max(14) }
    }

    /// The part picked out; a part of a day is the day.
    pub(super) fn part(self, part: PeriodPart) -> Option<Self> {
        let months = month_index(self.last) - month_index(self.first) + 1;
        let start = month_index(self.first);
        match self.unit {
            DateUnit::Day | DateUnit::Weekend | DateUnit::Part => Some(self),
            DateUnit::Week => self.cut(match part {
                PeriodPart::Early | PeriodPart::Start => (0, 2),
                PeriodPart::Mid => (2, 4),
                PeriodPart::Late | PeriodPart::SecondHalf => (3, 6),
                PeriodPart::End => (4, 6),
                PeriodPart::FirstHalf => (0, 3),
            }),
            // The tenth and the twentieth divide a month, whatever its length.
            DateUnit::Month => self.cut(match part {
                PeriodPart::Early | PeriodPart::Start => (0, 9),
                PeriodPart::Mid => (10, 19),
                PeriodPart::Late | PeriodPart::End => (20, 30),
                PeriodPart::FirstHalf => (0, 14),
                PeriodPart::SecondHalf => (15, 30),
            }),
            DateUnit::Quarter | DateUnit::Season | DateUnit::Half | DateUnit::Year => {
                let (skip, count) = match part {
                    PeriodPart::Early => (0, months / 3),
                    PeriodPart::Mid => (months / 3, months / 3),
                    PeriodPart::Late => (months - months / 3, months / 3),
                    PeriodPart::Start => (0, 1),
                    PeriodPart::End => (months - 1, 1),
                    // Half a quarter is no whole number of months.
                    PeriodPart::FirstHalf if months < 6 => return self.cut((0, self.length() / 2 - 1)),
                    PeriodPart::SecondHalf if months < 6 => {
                        return self.cut((self.length() / 2, self.length()));
                    }
                    PeriodPart::FirstHalf => (0, months / 2),
                    PeriodPart::SecondHalf => (months / 2, months / 2),
                };
                let unit = match (self.unit, part) {
                    (DateUnit::Year, PeriodPart::FirstHalf | PeriodPart::SecondHalf) => DateUnit::Half,
                    (_, PeriodPart::Start | PeriodPart::End) => DateUnit::Month,
                    _ => DateUnit::Part,
                };
                Self::months(start + skip, count, unit)
            }
            DateUnit::Decade | DateUnit::Century => {
                let tenth = if self.unit == DateUnit::Decade { 12 } else { 120 };
                let (skip, count) = match part {
                    // 1990-93, 1994-96, 1997-99
                    PeriodPart::Early => (0, 4),
                    PeriodPart::Mid => (4, 3),
                    PeriodPart::Late => (7, 3),
                    PeriodPart::Start => (0, 2),
                    PeriodPart::End => (8, 2),
                    PeriodPart::FirstHalf => (0, 5),
                    PeriodPart::SecondHalf => (5, 5),
                };
                Self::months(start + skip * tenth, count * tenth, DateUnit::Part)
            }
        }
    }

    /// From the day with this number to the one with that, counted from 0, as far as there are days.
    fn cut(self, (from, to): (i32, i32)) -> Option<Self> {
        let first = days_on(self.first, i64::from(from))?;
        let last = days_on(self.first, i64::from(to.min(self.length() - 1)))?;
        Some(Self { first, last, unit: DateUnit::Part })
    }

    /// From the first day of one to the last day of the other.
    pub(super) fn to(self, other: Self) -> Option<Self> {
        let unit = self.unit.min(other.unit);
        (self.first <= other.last).then_some(Self { first: self.first, last: other.last, unit })
    }
}

/// Half a unit, in days.
fn half(unit: DateUnit) -> i64 {
    match unit {
        DateUnit::Day | DateUnit::Part => 0,
        DateUnit::Weekend | DateUnit::Week => 3,
        DateUnit::Month => 15,
        DateUnit::Quarter | DateUnit::Season => 45,
        DateUnit::Half => 91,
        DateUnit::Year => 183,
        DateUnit::Decade => 1826,
        DateUnit::Century => 18262,
    }
}

/// The month a season starts in, counted from 0.
pub(super) fn season_start(season: Season, southern: bool) -> i32 {
    let northern = match season {
        Season::Spring => 2,
        Season::Summer => 5,
        Season::Autumn => 8,
        Season::Winter => 11,
    };
    if southern { (northern + 6) % 12 } else { northern }
}
