//! Days counted from other days: `three days before Christmas`, `the Friday after Easter`, `a day earlier`.

use super::calendar::{DateUnit, Days, days_on, months_on};
use super::named::{DateDoubt, NamedDate, What};
use super::reader::{DateReader, Parsed};
use crate::english::label;
use crate::english::time::dayparts::is_part;
use crate::english::words::{unit, weekday};

/// What is counted from a day.
#[derive(Clone, Copy)]
enum DayStep {
    /// So many of a unit.
    Units(i64, DateUnit),
    /// The whole unit beside it: `the week before`.
    Unit(DateUnit),
    /// The nearest such weekday.
    Weekday(jiff::civil::Weekday),
}

impl DateReader<'_> {
    /// `three days before Christmas`, `the week after Easter`, `the Friday before Labor Day`.
    pub(super) fn beside_another(&self, at: usize) -> Parsed<NamedDate> {
        let (step, sign, next) = self.eve(at).or_else(|| {
            let (step, next) = self.step(at)?;
            match self.word(next) {
                "before" => Some((step, -1, next + 1)),
                // The night after a day may be the one that it ends in.
                "after" | "following" if self.word(at) != "night" => Some((step, 1, next + 1)),
                _ => None,
            }
        })?;
        let (other, next) = self.core(self.skip(next, &["the"]).unwrap_or(next), false)?;
        let is_day =
            matches!(other.what, What::Day { .. } | What::Holiday(_) | What::Settled(_) | What::MonthDay(_));
        let settled = other.settle(&self.when).filter(|_| is_day && other.pick.is_none())?;
        let known = settled.days.filter(|_| settled.doubt != Some(DateDoubt::YearOpen));
        let days = match known {
            Some(days) if days.unit != DateUnit::Day => return None,
            Some(days) => Some(days.beside(step, sign)?),
            None => None,
        };
        Some((NamedDate { implied: !other.tells_year(), ..NamedDate::days(days) }, next))
    }

    /// `the eve of Christmas` is the day before it.
    fn eve(&self, at: usize) -> Option<(DayStep, i64, usize)> {
        let next = self.skip(at, &["eve"]).and_then(|next| self.skip(next, &["of"]))?;
        Some((DayStep::Unit(DateUnit::Day), -1, next))
    }

    fn step(&self, at: usize) -> Parsed<DayStep> {
        if let Some(day) = weekday(self.word(at)) {
            return Some((DayStep::Weekday(day), at + 1));
        }
        if let Some((count, next)) = self.count(at) {
            let unit = unit(self.word(next)).filter(|unit| *unit != DateUnit::Weekend)?;
            return Some((DayStep::Units(count, unit), next + 1));
        }
        // The part of the day itself is kept beside the day.
        if is_part(self.word(at)) {
            return Some((DayStep::Unit(DateUnit::Day), at + 1));
        }
        let unit = unit(self.word(at)).filter(|unit| *unit <= DateUnit::Month)?;
        Some((DayStep::Unit(unit), at + 1))
    }

    /// `a day earlier`, `two weeks later`: of some other day that the words don't name.
    pub(super) fn counted_elsewhere(&self, at: usize) -> Parsed<NamedDate> {
        if label::lasts(self.when.context.label) {
            return None;
        }
        let (_, next) = self.count(at)?;
        unit(self.word(next))?;
        let next = self.skip(next + 1, &["earlier", "later", "before", "afterwards"])?;
        (next == self.end).then(|| (NamedDate::new(What::Elsewhere), next))
    }

    /// Months of a fraction, and how closely it is told: `half a century`, `a decade and a half`, `two and a half years`.
    pub(super) fn fraction_of(&self, at: usize) -> Parsed<(i64, DateUnit)> {
        let months = |unit: DateUnit| match unit {
            DateUnit::Year => Some((12, DateUnit::Half)),
            DateUnit::Decade => Some((120, DateUnit::Year)),
            DateUnit::Century => Some((1200, DateUnit::Decade)),
            _ => None,
        };
        let of = |unit_at: usize| months(unit(self.word(unit_at))?);
        let a = |at: usize| self.skip(at, &["a", "an"]);
        if let Some(next) = self.skip(at, &["half"]).and_then(a) {
            let (whole, told) = of(next)?;
            return Some(((whole / 2, told), next + 1));
        }
        let quarter = a(at).unwrap_or(at);
        if let Some(next) = self.skip(quarter, &["quarter"]) {
            let next = self.skip(next, &["of"]).unwrap_or(next);
            let next = a(self.past(next, '-')).unwrap_or(self.past(next, '-'));
            let (whole, told) = of(next).filter(|(whole, _)| *whole > 12)?;
            return Some(((whole / 4, told), next + 1));
        }
        let (count, next) = self.count(at)?;
        let and_a_half = |at: usize| {
            let next = a(self.skip(at, &["and"])?)?;
            self.skip(next, &["half"])
        };
        let (unit_at, end) = match and_a_half(next) {
            Some(behind) => (behind, behind + 1),
            None => (next, and_a_half(next + 1)?),
        };
        let (whole, told) = of(unit_at)?;
        Some(((count * whole + whole / 2, told), end))
    }
}

impl Days {
    /// The days a step away from a single day, forwards or backwards.
    fn beside(self, step: DayStep, sign: i64) -> Option<Self> {
        let day = self.first;
        match step {
            DayStep::Units(count, unit) => {
                let date = match unit {
                    DateUnit::Day => days_on(day, sign * count)?,
                    DateUnit::Week => days_on(day, sign * count * 7)?,
                    DateUnit::Month => months_on(day, sign * count)?,
                    DateUnit::Year => months_on(day, sign * count * 12)?,
                    _ => return None,
                };
                // Days and weeks from a day that is known are exact.
                Some(if unit <= DateUnit::Week { Self::day(date) } else { Self { unit, ..Self::day(date) } })
            }
            DayStep::Unit(DateUnit::Day) => Some(Self::day(days_on(day, sign)?)),
            DayStep::Unit(DateUnit::Weekend) => {
                let this = Self::weekend(day)?;
                // Of a day in the week, the weekend after is that of its own week.
                if sign > 0 && day < this.first {
                    Some(this)
                } else {
                    this.shift(if sign > 0 { 1 } else { -1 })
                }
            }
            DayStep::Unit(unit) => {
                let length = if unit == DateUnit::Week { 7 } else { 30 };
                let (near, far) = (days_on(day, sign)?, days_on(day, sign * length)?);
                Some(Self { first: near.min(far), last: near.max(far), unit })
            }
            DayStep::Weekday(weekday) => {
                Some(Self::day(day.nth_weekday(if sign > 0 { 1 } else { -1 }, weekday).ok()?))
            }
        }
    }
}
