//! Dates with names in them: `16 December 2025`, `Q3 2024`, `the late 1990s`, `fiscal 2023`, `Easter 2024`.

use jiff::civil::Weekday;

use super::calendar::{DateUnit, Days, days_on};
use super::holiday::HOLIDAY_INDEX;
use super::named::{NamedDate, Pick, What};
use super::reader::{DateReader, Parsed};
use crate::english::words::{decade, season};

impl DateReader<'_> {
    pub(super) fn written(&self, at: usize) -> Parsed<NamedDate> {
        self.holiday(at)
            .or_else(|| self.month_first(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_day_alone(at))
            .or_else(|| self.quarter(at))
            .or_else(|| self.season_of_year(at))
            .or_else(|| self.fiscal_year(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.century(at))
            .or_else(|| self.week_number(at))
            .or_else(|| self.year(at))
    }

    /// `Christmas 2024`, `the Fourth of July`
    fn holiday(&self, at: usize) -> Parsed<NamedDate> {
        let (holiday, next) = self.find(&HOLIDAY_INDEX, at)?;
        let named = NamedDate::new(What::Holiday(holiday));
        if self.word(next) == "weekend" {
            return Some(self.with_year(named.pick(Pick::Weekend), next + 1));
        }
        Some(self.with_year(named, next))
    }

    fn with_year(&self, named: NamedDate, next: usize) -> (NamedDate, usize) {
        match self.year_behind(next) {
            Some((year, behind)) => (named.in_year(Some(year)), behind),
            None => (named, next),
        }
    }

    /// `December 16, 2025`, `Dec. 16th`, `Dec-16-2025`, `December the 16th`, `October 2023`, `Oct. '23`, `October`.
    fn month_first(&self, at: usize) -> Parsed<NamedDate> {
        let month = self.month_at(at)?;
        let mut next = at + 1;
        let dash = self.symbol(next).filter(|sign| matches!(sign, '-' | '/'));
        if let Some(dash) = dash
            && let Some((day, behind)) = self.day_number(next + 1)
        {
            let (year, next) = self.year_number(behind + 1).filter(|_| self.symbol(behind) == Some(dash))?;
            return Some((NamedDate::new(What::Day { month, day }).in_year(Some(year)), next));
        }
        next = self.skip(next, &["the"]).unwrap_or(next);
        if let Some((day, next)) = self.day_number(next) {
            // `Dec 16:` begins a time, not a day
            return Some(self.with_year(NamedDate::new(What::Day { month, day }), next));
        }
        Some(self.with_year(NamedDate::month(month), at + 1))
    }

    /// `16 December 2025`, `16th of December`, `16-Dec-2025`, `the third of May`.
    fn day_first(&self, at: usize) -> Parsed<NamedDate> {
        let (day, next) = self.day_number(at)?;
        let dash = ['-', '/', '.'].into_iter().find(|dash| self.symbol(next) == Some(*dash));
        let month_at = if dash.is_some() { next + 1 } else { self.skip(next, &["of"]).unwrap_or(next) };
        let month = self.month_at(month_at)?;
        let named = NamedDate::new(What::Day { month, day });
        let next = month_at + 1;
        if let Some(dash) = dash
            && self.symbol(next) == Some(dash)
        {
            let (year, next) = self.year_number(next + 1).or_else(|| {
                let two = self.digits(next + 1).filter(|digits| digits.len() == 2)?;
                Some((self.when.full_year(two.parse().ok()?), next + 2))
            })?;
            return Some((named.in_year(Some(year)), next));
        }
        Some(self.with_year(named, next))
    }

    /// `the 16th`
    fn month_day_alone(&self, at: usize) -> Parsed<NamedDate> {
        let behind_the = at.checked_sub(1).is_some_and(|before| self.word(before) == "the");
        self.digits(at).filter(|_| behind_the)?;
        let (day, next) = self.ordinal(at).filter(|(day, _)| (1..=31).contains(day))?;
        if matches!(self.word(next), "century" | "centuries" | "quarter" | "qtr" | "half") {
            return None;
        }
        Some((NamedDate::new(What::MonthDay(day)), next))
    }

    /// `Q3 2024`, `3Q24`, `the third quarter of 2024`, `H1 2024`, `first half 2024`, `the second quarter`.
    fn quarter(&self, at: usize) -> Parsed<NamedDate> {
        let letter = |word: &str| match word {
            "q" => Some((DateUnit::Quarter, 3, 4)),
            "h" => Some((DateUnit::Half, 6, 2)),
            _ => None,
        };
        let mut fiscal = false;
        let ((unit, months, most), number, next) = if let Some(parts) = letter(self.word(at)) {
            // The number may stand behind a hyphen, and the year behind an apostrophe.
            (parts, self.digits(at + 1)?.parse::<i32>().ok()?, at + 2)
        } else if let Some(parts) = self.digits(at).and_then(|_| letter(self.word(at + 1))) {
            (parts, self.digits(at)?.parse::<i32>().ok()?, at + 2)
        } else {
            let (nth, next) = if self.word(at) == "final" || self.word(at) == "last" {
                (-1, at + 1)
            } else {
                self.ordinal(at)?
            };
            let next = self.past(next, '-');
            // `the first fiscal quarter`
            let behind = self.skip(next, &["fiscal", "financial"]);
            fiscal = behind.is_some();
            let next = behind.unwrap_or(next);
            let parts = match self.word(next) {
                "quarter" | "qtr" => (DateUnit::Quarter, 3, 4),
                "half" => (DateUnit::Half, 6, 2),
                _ => return None,
            };
            if nth < 0 && self.word(next + 1) != "of" {
                return None;
            }
            (parts, if nth < 0 { parts.2 } else { i32::from(nth) }, next + 1)
        };
        if !(1..=most).contains(&number) {
            return None;
        }
        let months = What::Months { first: (number - 1) * months, count: months, unit };
        let named = NamedDate { fiscal, ..NamedDate::new(months) };
        if self.word(at).len() == 1 || self.word(at + 1).len() == 1 {
            let behind = self.past(self.past(next, '-'), '/');
            let two = self.digits(behind).filter(|digits| digits.len() == 2).and_then(|two| two.parse().ok());
            if let Some(two) = two {
                return Some((named.in_year(Some(self.when.full_year(two))), behind + 1));
            }
            if let Some((year, next)) = self.year_number(behind).filter(|_| behind > next) {
                return Some((named.in_year(Some(year)), next));
            }
        }
        let of = self.skip(next, &["of"]).unwrap_or(next);
        let of = self.skip(of, &["the", "its"]).unwrap_or(of);
        if let Some((fiscal, next)) = self.fiscal_year(of) {
            return Some((fiscal.pick(Pick::Nth(i8::try_from(number).ok()?, unit)), next));
        }
        if self.skip(of, &["fiscal", "financial"]).is_some_and(|next| self.word(next) == "year") {
            return Some((NamedDate { fiscal: true, ..named }, of + 2));
        }
        Some(self.with_year(named, next))
    }

    /// `fall 2024`, `the summer of 2024`, `winter 2023-24`.
    fn season_of_year(&self, at: usize) -> Parsed<NamedDate> {
        let season = season(self.word(at))?;
        let named = NamedDate::new(What::Season(season));
        let next = at + 1;
        let Some((year, behind)) = self.year_behind(next) else {
            // A `fall` may be anything; a season it is behind `in the`, or where it is the whole of the phrase.
            let plain = matches!(self.word(at), "fall" | "spring");
            let introduced = at.checked_sub(1).is_some_and(|before| {
                matches!(
                    self.word(before),
                    "the" | "in" | "early" | "late" | "mid" | "-" | "by" | "of" | "since" | "until" | "to"
                )
            });
            return (!plain || introduced || self.part_before(at)).then_some((named, next));
        };
        // The winter of 2023-24 begins in 2023.
        let two = self.digits(behind + 1).filter(|two| matches!(two.len(), 2 | 4));
        if matches!(self.symbol(behind), Some('-' | '/'))
            && let Some(two) = two
            && two.get(two.len() - 2..).and_then(|two| two.parse::<i16>().ok()) == Some((year + 1) % 100)
        {
            return Some((named.in_year(Some(year)), behind + 2));
        }
        Some((named.in_year(Some(year)), behind))
    }

    fn part_before(&self, at: usize) -> bool {
        at >= 2 && self.symbol(at - 1) == Some('-')
    }

    /// `fiscal 2023`, `FY23`, `financial year 2023-24`, `the 2023 fiscal year`.
    fn fiscal_year(&self, at: usize) -> Parsed<NamedDate> {
        let fiscal = |year: i16| NamedDate::new(What::FiscalYear).in_year(Some(year));
        if let Some((year, next)) = self.year_number(at)
            && matches!(self.word(next), "fiscal" | "financial")
            && self.word(next + 1) == "year"
        {
            return Some((fiscal(year), next + 2));
        }
        let next = match self.word(at) {
            "fy" => at + 1,
            "fiscal" | "financial" => self.skip(at + 1, &["year"]).unwrap_or(at + 1),
            _ => return None,
        };
        let next = self
            .skip(next, &["ending", "ended"])
            .map_or(next, |next| self.skip(next, &["in"]).unwrap_or(next));
        if let Some((year, behind)) = self.year_number(next).or_else(|| self.short_year(next)) {
            let span = matches!(self.symbol(behind), Some('-' | '/'))
                && self.digits(behind + 1).is_some_and(|two| matches!(two.len(), 2 | 4));
            if span {
                let days = Days::years(year, 2, DateUnit::Year);
                return Some((NamedDate::days(days), behind + 2));
            }
            return Some((fiscal(year), behind));
        }
        let two = self.digits(next).filter(|two| two.len() == 2)?;
        Some((fiscal(self.when.full_year(two.parse().ok()?)), next + 1))
    }

    /// `the 1990s`, `the '90s`, `the nineties`; `the 1800s` are a century.
    fn decade(&self, at: usize) -> Parsed<NamedDate> {
        let years = |first: i16| {
            let (count, unit) = if first % 100 == 0 && first < 2000 {
                (100, DateUnit::Century)
            } else {
                (10, DateUnit::Decade)
            };
            NamedDate::days(Days::years(first, count, unit))
        };
        let (century, tens_at) = match self.word(at) {
            "seventeen" => (1700, self.past(at + 1, '-')),
            "eighteen" => (1800, self.past(at + 1, '-')),
            "nineteen" => (1900, self.past(at + 1, '-')),
            _ => (1900, at),
        };
        if let Some(tens) = decade(self.word(tens_at)) {
            return Some((years(century + tens), tens_at + 1));
        }
        if let Some(tens) = self.digits(at).filter(|d| d.len() == 2).and_then(|_| decade(self.word(at + 1))) {
            let century: i16 = self.digits(at)?.parse().ok()?;
            return Some((years(century * 100 + tens), at + 2));
        }
        let (digits_at, short) = if self.symbol(at) == Some('\'') { (at + 1, true) } else { (at, false) };
        let digits = self.digits(digits_at)?;
        let mut next = digits_at + 1;
        next = self.past(next, '\'');
        let next = self.skip(next, &["s"]).filter(|_| self.phrase.glued(next))?;
        let number: i16 = digits.parse().ok()?;
        if number % 10 != 0 {
            return None;
        }
        let year = match digits.len() {
            4 if (1000..3000).contains(&number) => number,
            // Without an apostrophe, `80s` is a decade only behind words that say so.
            2 if short
                || digits_at.checked_sub(1).is_some_and(|before| self.word(before) == "the")
                || self.part_before(at) =>
            {
                if number >= 30 {
                    1900 + number
                } else {
                    2000 + number
                }
            }
            _ => return None,
        };
        Some((years(year), next))
    }

    /// `the 19th century`, `the twentieth century`
    fn century(&self, at: usize) -> Parsed<NamedDate> {
        let (nth, next) = self.ordinal(at)?;
        let next = self.past(next, '-');
        let next = self.skip(next, &["century"])?;
        if matches!(self.word(next), "bc" | "bce" | "b.c") {
            let first = i16::from(nth).checked_mul(-100)? + 1;
            return Some((NamedDate::days(Days::years(first, 100, DateUnit::Century)), next + 1));
        }
        let next = self.skip(next, &["ad", "ce"]).unwrap_or(next);
        let first = (i16::from(nth) - 1).checked_mul(100)?;
        // The 20th century is the years 1900 to 1999 to most writers.
        Some((NamedDate::days(Days::years(first, 100, DateUnit::Century)), next))
    }

    /// `week 12 of 2024`, `the week of March 3`, `the week ending 9 March`, `the weekend of March 9-10`.
    fn week_number(&self, at: usize) -> Parsed<NamedDate> {
        let unit = match self.word(at) {
            "week" => DateUnit::Week,
            "weekend" => DateUnit::Weekend,
            _ => return None,
        };
        if unit == DateUnit::Week
            && let Some(week) = self.digits(at + 1).filter(|digits| digits.len() <= 2)
        {
            let (year, next) = self.year_behind(at + 2)?;
            return Some((NamedDate::days(Some(Days::numbered_week(year, week.parse().ok()?)?)), next));
        }
        let (from, next) = match self.word(at + 1) {
            "of" => (None, at + 2),
            "beginning" | "starting" | "commencing" => (Some(0), at + 2),
            "ending" | "ended" => (Some(-6), at + 2),
            _ => return None,
        };
        let next = self.skip(next, &["on"]).unwrap_or(next);
        let (day, next) = self.weekday_or_day(next)?;
        let settled = day.settle(&self.when)?;
        let days = settled
            .days
            .filter(|_| settled.doubt != Some(super::named::DateDoubt::YearOpen))
            .and_then(|days| {
                // `the week of March 3` begins on that day where it is a Sunday.
                let sunday = unit == DateUnit::Week && days.first.weekday() == Weekday::Sunday;
                match from.or(sunday.then_some(0)) {
                    Some(from) => {
                        let first = days_on(days.first, from)?;
                        Some(Days { first, last: days_on(first, 6)?, unit })
                    }
                    None => Days::around(days.first, unit),
                }
            });
        Some((NamedDate::days(days), next))
    }

    fn weekday_or_day(&self, at: usize) -> Parsed<NamedDate> {
        let (named, next) = self.core(at, false)?;
        matches!(named.what, What::Day { .. } | What::Settled(_) | What::Holiday(_) | What::MonthDay(_))
            .then_some((named, next))
    }

    /// `2024`, `the year 2024`, `79 AD`, `44 BC`, `'24`
    fn year(&self, at: usize) -> Parsed<NamedDate> {
        let era = |word: &str| match word {
            "ad" | "ce" | "a.d" | "c.e" => Some(false),
            "bc" | "bce" | "b.c" | "b.c.e" => Some(true),
            _ => None,
        };
        if let Some(digits) = self.digits(at).filter(|digits| digits.len() <= 4)
            && let Some(before) = era(self.word(at + 1))
        {
            let year: i16 = digits.parse().ok()?;
            // There is no year 0: 1 BC is followed by AD 1.
            let year = if before { 1 - year } else { year };
            return Some((NamedDate::days(Some(Days::year(year)?)), at + 2));
        }
        if era(self.word(at)) == Some(false)
            && let Some(digits) = self.digits(at + 1).filter(|digits| digits.len() <= 4)
        {
            return Some((NamedDate::days(Some(Days::year(digits.parse().ok()?)?)), at + 2));
        }
        let (year, next) = self.year_number(at)?;
        // `2024 fall`, `2024 Q3`
        if let Some(season) = season(self.word(next)) {
            return Some((NamedDate::new(What::Season(season)).in_year(Some(year)), next + 1));
        }
        let dashed = self.past(next, '-');
        if matches!(self.word(dashed), "q" | "h")
            && let Some((named, behind)) = self.quarter(dashed)
            && named.year.is_none()
        {
            return Some((named.in_year(Some(year)), behind));
        }
        if self.word(dashed) == "w"
            && let Some(week) = self.digits(dashed + 1)
        {
            return Some((NamedDate::days(Some(Days::numbered_week(year, week.parse().ok()?)?)), dashed + 2));
        }
        if let Some(month) = self.month_at(next) {
            let Some((day, behind)) = self.day_number(next + 1) else {
                return Some((NamedDate::month(month).in_year(Some(year)), next + 1));
            };
            return Some((NamedDate::new(What::Day { month, day }).in_year(Some(year)), behind));
        }
        Some((NamedDate::new(What::Year).in_year(Some(year)), next))
    }
}
