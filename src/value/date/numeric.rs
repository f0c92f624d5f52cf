//! Dates in digits alone: `2025-12-16`, `12/16/25`, `16.12.2025`, `20251216`.

use jiff::civil::Date;

use super::super::DateOrder;
use super::calendar::{DateUnit, Days, month_index};
use super::named::{NamedDate, What};
use super::reader::{DateReader, Parsed};
use crate::english::label;
use crate::english::time::days::asks_for_date;

impl DateReader<'_> {
    pub(super) fn numeric(&self, at: usize) -> Parsed<NamedDate> {
        let first = self.digits(at)?;
        if first.len() == 8 {
            return Some((NamedDate::days(Some(Days::day(compact(first)?))), at + 1));
        }
        let sign = self.symbol(at + 1).filter(|sign| matches!(sign, '/' | '-' | '.'))?;
        if !self.phrase.glued(at + 1) || !self.phrase.glued(at + 2) {
            return None;
        }
        let second = self.digits(at + 2)?;
        if self.symbol(at + 3) == Some(sign)
            && let Some(third) = self.digits(at + 4)
        {
            return Some((self.three(first, second, third, sign)?, at + 5));
        }
        let named = match (first.len(), second.len()) {
            (4, 1 | 2) if sign == '/' => month_of(first, second),
            (1 | 2, 4) if sign != '.' => month_of(second, first),
            (1 | 2, 1 | 2) if sign == '/' && label::has(self.when.context.label, asks_for_date) => {
                let (month, day) = match self.when.context.date_order {
                    Some(DateOrder::DayFirst) => (second, first),
                    _ => (first, second),
                };
                let (month, day) = (month.parse().ok()?, day.parse().ok()?);
                Date::new(2000, month, day).ok()?;
                Some(NamedDate::new(What::Day { month, day }))
            }
            _ => None,
        }?;
        Some((named, at + 3))
    }

    /// Three numbers: year first where it has four digits, else in the order of the story, else month first
    /// (day first where points divide them), with the other order kept.
    fn three(&self, first: &str, second: &str, third: &str, sign: char) -> Option<NamedDate> {
        let year = |digits: &str| {
            let number: i16 = digits.parse().ok()?;
            match digits.len() {
                4 => Some(number),
                2 => Some(self.when.full_year(number)),
                _ => None,
            }
        };
        let date = |y: &str, m: &str, d: &str| {
            let short = m.len() <= 2 && d.len() <= 2;
            Date::new(year(y)?, m.parse().ok()?, d.parse().ok()?).ok().filter(|_| short)
        };
        if first.len() == 4 {
            return Some(NamedDate::days(Some(Days::day(date(first, second, third)?))));
        }
        let month_first = date(third, first, second);
        let day_first = date(third, second, first);
        let year_first = date(first, second, third).filter(|_| third.len() == 2);
        let order = match self.when.context.date_order {
            Some(order) => [Some(order), None],
            None if sign == '.' => [Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst)],
            None => [Some(DateOrder::MonthFirst), Some(DateOrder::DayFirst)],
        };
        let read = |order: Option<DateOrder>| match order? {
            DateOrder::MonthFirst => month_first,
            DateOrder::DayFirst => day_first,
            DateOrder::YearFirst => year_first,
        };
        let known = read(order[0]);
        let other = read(order[1]);
        let date = known.or(other).or(month_first).or(day_first).or(year_first)?;
        let mut named = NamedDate::days(Some(Days::day(date)));
        named.other = other.filter(|other| known.is_some() && *other != date).map(Days::day);
        Some(named)
    }
}

/// `20251216`
fn compact(digits: &str) -> Option<Date> {
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    let year: i16 = year.parse().ok().filter(|year| (1800..2200).contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn month_of(year: &str, month: &str) -> Option<NamedDate> {
    let year: i16 = year.parse().ok().filter(|year| (1000..3000).contains(year))?;
    let first = Date::new(year, month.parse().ok()?, 1).ok()?;
    Some(NamedDate::days(Days::months(month_index(first), 1, DateUnit::Month)))
}
