//! Dates counted from the publication date: `yesterday`, `last week`, `two days ago`, `next spring`.

use jiff::civil::Date;

use super::calendar::{DateUnit, Days, days_on, months_on};
use super::holiday::HOLIDAY_INDEX;
use super::named::{DateDoubt, NamedDate, Turn, What};
use super::reader::{DateReader, Parsed};
use crate::english::words::{month, season, unit, weekday};

impl DateReader<'_> {
    /// A date relative to the publication date. `inner`: behind words such as `the end of`, `the year` is this year.
    pub(super) fn relative(&self, at: usize, inner: bool) -> Parsed<NamedDate> {
        self.near_day(at)
            .or_else(|| self.counted_weekdays(at))
            .or_else(|| self.beside_another(at))
            .or_else(|| self.counted_elsewhere(at))
            .or_else(|| self.of_late(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.in_so_long(at))
            .or_else(|| self.run_up_to(at))
            .or_else(|| self.up_to_now(at))
            .or_else(|| self.turned(at))
            .or_else(|| self.this_unit(at, inner))
    }

    /// `yesterday`, `today`, `the day before yesterday`.
    fn near_day(&self, at: usize) -> Parsed<NamedDate> {
        let (by, next) = match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            ("day", "before", "yesterday") => (-2, at + 3),
            ("day", "after", "tomorrow") => (2, at + 3),
            ("today" | "today's" | "tonight", _, _) => (0, at + 1),
            ("yesterday" | "yesterday's", _, _) => (-1, at + 1),
            ("tomorrow" | "tomorrow's", _, _) => (1, at + 1),
            ("last", "night" | "evening", _) => (-1, at + 2),
            ("this", "morning" | "afternoon" | "evening", _) => (0, at + 2),
            _ => return None,
        };
        Some((NamedDate::days(self.when.unit(DateUnit::Day, by)), next))
    }

    /// `two Fridays ago`, `a week from Friday`.
    fn counted_weekdays(&self, at: usize) -> Parsed<NamedDate> {
        let (count, next) = self.count(at)?;
        let singular = |word: &str| weekday(word.strip_suffix('s').unwrap_or(word));
        if let Some(day) = singular(self.word(next)).filter(|_| self.word(next + 1) == "ago") {
            let back = i32::try_from(count).ok()?.checked_neg()?;
            let date = self.when.anchor.and_then(|anchor| anchor.nth_weekday(back, day).ok());
            return Some((NamedDate::days(date.map(Days::day)), next + 2));
        }
        let weeks = matches!(self.word(next), "week" | "weeks") && self.word(next + 1) == "from";
        let day = weekday(self.word(next + 2)).filter(|_| weeks)?;
        let coming = self.when.anchor.and_then(|anchor| anchor.nth_weekday(1, day).ok());
        let date = coming.and_then(|coming| days_on(coming, count.checked_mul(7)?));
        Some((NamedDate::days(date.map(Days::day)), next + 3))
    }

    /// `recently`, `lately`: within the half year before the publication date.
    fn of_late(&self, at: usize) -> Parsed<NamedDate> {
        if !matches!(self.word(at), "recently" | "lately") {
            return None;
        }
        let far = self.when.anchor.and_then(|anchor| months_on(anchor, -6));
        Some((self.between_now_and(far), at + 1))
    }

    /// `two days ago`, `a week ago`, `3 years back`; the day, give or take half the unit.
    pub(super) fn ago(&self, at: usize) -> Parsed<NamedDate> {
        let ((count, unit), next) = match self.fraction_of(at) {
            Some(((months, unit), next)) => {
                let day = self.when.anchor.and_then(|anchor| months_on(anchor, -months));
                let next = self.skip(next, &["ago"])?;
                return Some((NamedDate::days(day.map(|day| Days { unit, ..Days::day(day) })), next));
            }
            None => self.count_of(at)?,
        };
        // `a week ago Tuesday`
        if let Some(day) =
            weekday(self.word(next + 1)).filter(|_| self.word(next) == "ago" && unit == DateUnit::Week)
        {
            let last = self.when.anchor.and_then(|anchor| anchor.tomorrow().ok()?.nth_weekday(-1, day).ok());
            let date = last.and_then(|last| days_on(last, count.checked_mul(-7)?));
            return Some((NamedDate::days(date.map(Days::day)), next + 2));
        }
        let (sign, next) = match (self.word(next), self.word(next + 1)) {
            ("ago", "today") => (-1, next + 2),
            ("ago" | "back", _) => (-1, next + 1),
            ("from", "now" | "today") => (1, next + 2),
            ("hence", _) => (1, next + 1),
            _ => return None,
        };
        Some((NamedDate::days(self.counted(sign * count, unit)), next))
    }

    /// So many of a unit; a fortnight is two weeks.
    fn count_of(&self, at: usize) -> Parsed<(i64, DateUnit)> {
        let (count, next) = self.count(at)?;
        if matches!(self.word(next), "fortnight" | "fortnights") {
            return Some(((2 * count, DateUnit::Week), next + 1));
        }
        Some(((count, unit(self.word(next))?), next + 1))
    }

    /// `in two weeks`, where a unit follows the number. The `in` itself has been passed over.
    fn in_so_long(&self, at: usize) -> Parsed<NamedDate> {
        let before = at.checked_sub(1).map(|before| self.word(before))?;
        if before != "in" {
            return None;
        }
        let ((count, unit), next) = self.count_of(at)?;
        let behind = self.past(next, '\'');
        let next = self.skip(behind, &["time"]).unwrap_or(next);
        Some((NamedDate::days(self.counted(count, unit)), next))
    }

    /// `the three months to June 2024`, `the year ended March 31`, `nine months through September`.
    fn run_up_to(&self, at: usize) -> Parsed<NamedDate> {
        let (count, next) = self.count(at).unwrap_or((1, at));
        let unit = unit(self.word(next)).filter(|unit| *unit >= DateUnit::Week)?;
        let next = self.skip(next + 1, &["to", "ended", "ending", "through", "until"])?;
        let next = self.skip(next, &["on", "in"]).unwrap_or(next);
        let (end, next) = self.core(next, false)?;
        if !matches!(end.what, What::Day { .. } | What::Months { .. } | What::Settled(_)) {
            return None;
        }
        let settled = end.settle(&self.when)?;
        let days = settled.days.filter(|_| settled.doubt != Some(DateDoubt::YearOpen));
        let run = days.and_then(|days| {
            // Twelve months before 1 April are a year up to 31 March, whatever the months' lengths.
            let behind = days.last.tomorrow().ok()?;
            let first = Self::moved(behind, -count, unit)?;
            Some(Days { first, last: days.last, unit })
        });
        Some((NamedDate::days(run), next))
    }

    /// So many units from the publication date.
    fn counted(&self, by: i64, unit: DateUnit) -> Option<Days> {
        if unit == DateUnit::Weekend {
            return self.when.unit(unit, i32::try_from(by).ok()?);
        }
        Some(Days { unit, ..Days::day(Self::moved(self.when.anchor?, by, unit)?) })
    }

    /// A day moved by so many units.
    fn moved(day: Date, by: i64, unit: DateUnit) -> Option<Date> {
        match unit {
            DateUnit::Day | DateUnit::Part => days_on(day, by),
            DateUnit::Weekend | DateUnit::Week => days_on(day, by.checked_mul(7)?),
            DateUnit::Month => months_on(day, by),
            DateUnit::Quarter | DateUnit::Season => months_on(day, by.checked_mul(3)?),
            DateUnit::Half => months_on(day, by.checked_mul(6)?),
            DateUnit::Year => months_on(day, by.checked_mul(12)?),
            DateUnit::Decade => months_on(day, by.checked_mul(120)?),
            DateUnit::Century => months_on(day, by.checked_mul(1200)?),
        }
    }

    /// `the past week`, `the last three months`, `the next 24 hours`: up to the publication date, or from it.
    fn up_to_now(&self, at: usize) -> Parsed<NamedDate> {
        let (sign, next) = match self.word(at) {
            "past" | "last" | "previous" | "preceding" | "recent" => (-1, at + 1),
            "next" | "coming" | "following" => (1, at + 1),
            _ => return None,
        };
        // Nobody says how many the `coming days` are.
        let vague = match self.word(next) {
            "few" => Some((5, next + 1)),
            "several" => Some((10, next + 1)),
            "days" | "weeks" | "months" | "years" | "decades" => Some((10, next)),
            _ => None,
        };
        let (count, next) = vague.or_else(|| self.count(next)).unwrap_or((1, next));
        if matches!(self.word(next), "hour" | "hours") {
            let days = self.when.anchor.and_then(|anchor| days_on(anchor, sign * ((count + 23) / 24)));
            return Some((self.between_now_and(days), next + 1));
        }
        let unit = unit(self.word(next))?;
        // `the last week` alone is the week before; `the past week` runs up to now.
        if count == 1 && self.word(at) != "past" && unit != DateUnit::Decade {
            return None;
        }
        if unit == DateUnit::Weekend || (unit == DateUnit::Decade && sign > 0 && count == 1) {
            return None;
        }
        let far = self.counted(sign * count, unit).map(|days| days.first);
        Some((self.between_now_and(far), next + 1))
    }

    fn between_now_and(&self, far: Option<Date>) -> NamedDate {
        let days = self.when.anchor.zip(far).map(|(now, far)| Days {
            first: now.min(far),
            last: now.max(far),
            unit: DateUnit::Day,
        });
        NamedDate::days(days)
    }

    /// `last October`, `next Tuesday`, `this summer`, `last year`, `next Christmas`.
    fn turned(&self, at: usize) -> Parsed<NamedDate> {
        let (turn, next) = self.turn(at)?;
        let with_turn =
            |what: What, next: usize| Some((NamedDate { turn: Some(turn), ..NamedDate::new(what) }, next));
        if let Some(day) = weekday(self.word(next)) {
            // `next Tuesday, Dec. 16`: the date tells.
            let comma = self.past(next + 1, ',');
            if comma > next + 1
                && let Some((named, behind)) = self.written(comma)
            {
                return Some((NamedDate { weekday: Some(day), ..named }, behind));
            }
            return with_turn(What::Weekday(day), next + 1);
        }
        if let Some(month) = month(self.word(next)) {
            if let Some((day, behind)) = self.day_number(next + 1) {
                return with_turn(What::Day { month, day }, behind);
            }
            let first = i32::from(month) - 1;
            return with_turn(What::Months { first, count: 1, unit: DateUnit::Month }, next + 1);
        }
        if let Some(season) = season(self.word(next)) {
            return with_turn(What::Season(season), next + 1);
        }
        if let Some((holiday, behind)) = self.find(&HOLIDAY_INDEX, next) {
            return with_turn(What::Holiday(holiday), behind);
        }
        if let Some((what, behind)) = self.fiscal_unit(next) {
            return Some((self.fiscal_near(what, turn), behind));
        }
        // `next week Tuesday`, `next week on Tuesday`
        let behind = self.skip(next + 1, &["on"]).unwrap_or_else(|| self.past(next + 1, ','));
        if self.word(next) == "week"
            && let Some(day) = weekday(self.word(behind))
        {
            let week = self.when.unit(DateUnit::Week, turn.steps());
            let date = week.and_then(|week| days_on(week.first, i64::from(day.to_monday_zero_offset())));
            return Some((NamedDate::days(date.map(Days::day)), behind + 1));
        }
        // `the next day` is the day after something, and nobody says after what.
        let unit = unit(self.word(next)).filter(|unit| *unit != DateUnit::Day)?;
        Some((NamedDate::days(self.when.unit(unit, turn.steps())), next + 1))
    }

    /// `fiscal year`, `financial year` behind `last` or `next`.
    fn fiscal_unit(&self, at: usize) -> Parsed<What> {
        let fiscal = self.skip(at, &["fiscal", "financial"])?;
        Some((What::FiscalYear, self.skip(fiscal, &["year"])?))
    }

    fn fiscal_near(&self, what: What, turn: Turn) -> NamedDate {
        match self.when.unit(DateUnit::Year, turn.steps()) {
            Some(year) => NamedDate::new(what).in_year(Some(year.first.year())),
            None => NamedDate::new(What::Unanchored),
        }
    }

    /// `the year`, `the month`, behind `the end of`; `the weekend`; `year-end`.
    fn this_unit(&self, at: usize, inner: bool) -> Parsed<NamedDate> {
        let word = self.word(at);
        if matches!(word, "year's" | "month's" | "quarter's" | "week's" | "decade's") {
            let unit = unit(word.strip_suffix("'s")?)?;
            let next = self.skip(at + 1, &["end"])?;
            return Some((self.end_of_unit(unit), next));
        }
        if let Some(unit) = match word {
            "yearend" => Some(DateUnit::Year),
            "midyear" => return Some((self.mid_year(None), at + 1)),
            _ => None,
        } {
            return Some(self.with_year_behind(unit, at + 1));
        }
        let unit = unit(word)?;
        let away = match (self.word(at + 1), self.word(at + 2)) {
            ("after", "next") => Some(2),
            ("before", "last") => Some(-2),
            _ => None,
        };
        if let Some(by) = away {
            return Some((NamedDate::days(self.when.unit(unit, by)), at + 3));
        }
        let dashed = self.past(at + 1, '-');
        if self.word(dashed) == "end" && unit >= DateUnit::Week {
            return Some(self.with_year_behind(unit, dashed + 1));
        }
        if unit == DateUnit::Weekend && at > 0 && self.word(at + 1) != "of" {
            // The weekend that is on, or the last one.
            let days = self.when.anchor.and_then(|anchor| {
                let this = Days::weekend(anchor)?;
                if this.first <= anchor { Some(this) } else { this.shift(-1) }
            });
            return Some((NamedDate::days(days), at + 1));
        }
        (inner && unit >= DateUnit::Week).then(|| (NamedDate::days(self.when.unit(unit, 0)), at + 1))
    }

    fn end_of_unit(&self, unit: DateUnit) -> NamedDate {
        use super::calendar::PeriodPart;
        use super::named::Pick;
        NamedDate::days(self.when.unit(unit, 0)).pick(Pick::Parts(PeriodPart::End, PeriodPart::End))
    }

    fn mid_year(&self, year: Option<i16>) -> NamedDate {
        use super::calendar::PeriodPart;
        use super::named::Pick;
        let named = match year {
            Some(year) => NamedDate::new(What::Year).in_year(Some(year)),
            None => NamedDate::days(self.when.unit(DateUnit::Year, 0)),
        };
        named.pick(Pick::Parts(PeriodPart::Mid, PeriodPart::Mid))
    }

    /// `year-end 2025`
    fn with_year_behind(&self, unit: DateUnit, next: usize) -> (NamedDate, usize) {
        let end = self.end_of_unit(unit);
        match self.year_behind(next) {
            Some((year, next)) if unit == DateUnit::Year => {
                (NamedDate { what: What::Year, ..end }.in_year(Some(year)), next)
            }
            _ => (end, next),
        }
    }
}
