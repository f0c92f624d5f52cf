//! One date, two dates, or a list of them.

use jiff::civil::Date;

use super::super::Interval;
use super::calendar::{DateUnit, Days, PeriodPart};
use super::named::{NamedDate, Pick, Settled, What};
use super::reader::{DateReader, Parsed};
use crate::english::token::{Phrase, TokenKind};

/// The dates of a phrase.
#[derive(Clone)]
pub(super) enum DateStretch {
    One(NamedDate),
    /// From the first to the last, or each of the two.
    Two(NamedDate, NamedDate, DateJoint),
    /// Three or more, in their order.
    List(Vec<NamedDate>, DateJoint),
}

/// What stands between two dates.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DateJoint {
    To,
    And,
    Or,
}

impl DateStretch {
    /// Whether it is the end of something: `the end of the month`, `year-end`.
    pub(super) fn is_an_end(&self) -> bool {
        matches!(self, Self::One(NamedDate { pick: Some(Pick::Parts(PeriodPart::End, PeriodPart::End)), .. }))
    }

    /// Whether all of its dates pass a test.
    pub(super) fn all(&self, test: fn(&NamedDate) -> bool) -> bool {
        match self {
            Self::One(named) => test(named),
            Self::Two(left, right, _) => test(left) && test(right),
            Self::List(all, _) => all.iter().all(test),
        }
    }
}

/// Days of one month, two of them or more.
fn of_month(days: &[i8], joint: DateJoint, month: i8, year: Option<i16>) -> DateStretch {
    let all: Vec<NamedDate> =
        days.iter().map(|day| NamedDate::new(What::Day { month, day: *day }).in_year(year)).collect();
    match all.as_slice() {
        [first, last] => DateStretch::Two(*first, *last, joint),
        [first, .., last] if joint == DateJoint::To => DateStretch::Two(*first, *last, joint),
        _ => DateStretch::List(all, joint),
    }
}

impl DateReader<'_> {
    /// A date, or several with words between them.
    pub(super) fn stretch(&self, at: usize) -> Parsed<DateStretch> {
        if let Some(shared) = self.shared_month(at).or_else(|| self.shared_years(at)) {
            return Some(shared);
        }
        let (left, next) = self.point(at)?;
        if let Some(list) = self.list(left, next) {
            return Some(list);
        }
        let right = self.joint(next).and_then(|(joint, next)| {
            // `the 1950s to about 1970`
            let next = self.skip(next, &["about", "around", "roughly", "circa"]).unwrap_or(next);
            Some((joint, self.point(next)?))
        });
        Some(match right {
            Some((joint, (right, next))) => (DateStretch::Two(left, right, joint), next),
            None => (DateStretch::One(left), next),
        })
    }

    /// Three dates or more, of which the first is read: `July 4, July 11 and July 18`.
    fn list(&self, first: NamedDate, mut next: usize) -> Parsed<DateStretch> {
        if self.symbol(next) != Some(',') {
            return None;
        }
        let mut all = vec![first];
        while self.symbol(next) == Some(',')
            && let Some((named, behind)) = self.point(next + 1)
        {
            all.push(named);
            next = behind;
        }
        let (joint, last) = self.joint(next).filter(|(joint, _)| all.len() > 1 && *joint != DateJoint::To)?;
        let (named, next) = self.point(last)?;
        all.push(named);
        Some((DateStretch::List(all, joint), next))
    }

    pub(super) fn range(&self, at: usize) -> Parsed<DateStretch> {
        self.stretch(at).filter(|(stretch, _)| matches!(stretch, DateStretch::Two(..)))
    }

    fn joint(&self, at: usize) -> Parsed<DateJoint> {
        let at = self.past(at, ',');
        match (self.word(at), self.symbol(at)) {
            ("to" | "through" | "thru" | "until" | "till" | "into", _) => Some((DateJoint::To, at + 1)),
            ("up", _) if self.word(at + 1) == "to" => Some((DateJoint::To, at + 2)),
            (_, Some('-')) => {
                let more = self.past(at + 1, '-');
                Some((DateJoint::To, more))
            }
            ("and", _) | (_, Some('&')) => Some((DateJoint::And, at + 1)),
            // `2010/2011` is a season, `January/February` one or the other.
            (_, Some('/')) if self.year_number(at + 1).is_some() => Some((DateJoint::To, at + 1)),
            ("or", _) | (_, Some('/')) => Some((DateJoint::Or, at + 1)),
            _ => None,
        }
    }

    /// Days that share their month: `Dec 3-5, 2025`, `3 to 5 December`, `March 3, 4 and 5`, `March 3 and 4`.
    fn shared_month(&self, at: usize) -> Parsed<DateStretch> {
        let at = self.past_neutral(at);
        let (at, weekdays) = match crate::english::words::weekday(self.word(at)) {
            Some(_) if self.day_number(self.past(at + 1, ',')).is_some() => (self.past(at + 1, ','), true),
            _ => (at, false),
        };
        if let Some(month) = self.month_at(at) {
            let (first, next) = self.day_number(self.skip(at + 1, &["the"]).unwrap_or(at + 1))?;
            let (joint, days, next) = self.more_days(first, next)?;
            if !days.is_sorted_by(|one, other| one < other) {
                return None;
            }
            let (year, next) = match self.year_behind(next) {
                Some((year, next)) => (Some(year), next),
                None => (None, next),
            };
            return Some((of_month(&days, joint, month, year), next));
        }
        let (first, next) = self.day_number(at)?;
        let (joint, days, next) = self.more_days(first, next)?;
        let month_at = self.skip(next, &["of"]).unwrap_or(next);
        let month = self.month_at(month_at)?;
        if !days.is_sorted_by(|one, other| one < other) || weekdays {
            return None;
        }
        let (year, next) = match self.year_behind(month_at + 1) {
            Some((year, next)) => (Some(year), next),
            None => (None, month_at + 1),
        };
        Some((of_month(&days, joint, month, year), next))
    }

    /// The days from the first on: `-5`, `to 5`, `, 4 and 5` behind it.
    fn more_days(&self, first: i8, at: usize) -> Option<(DateJoint, Vec<i8>, usize)> {
        let mut at = at;
        let mut days = vec![first];
        loop {
            if self.symbol(at) == Some(',')
                && let Some((day, next)) = self.day_number(at + 1)
                && (self.symbol(next) == Some(',') || self.word(next) == "and" || self.word(next) == "or")
            {
                days.push(day);
                at = next;
                continue;
            }
            let (joint, next) = self.joint(at)?;
            let next = self.skip(next, &["the"]).unwrap_or(next);
            let (day, behind) = self.day_number(next)?;
            // `Dec 3 to 5 January` has a month of its own.
            if self.month_at(behind).is_some()
                && joint == DateJoint::To
                && self.digits(behind + 1).is_some_and(|d| d.len() < 3)
            {
                return None;
            }
            days.push(day);
            return Some((joint, days, behind));
        }
    }

    /// Years that share their century: `1861-67`, `2012/13`, `1914 to 18`.
    fn shared_years(&self, at: usize) -> Parsed<DateStretch> {
        let at = self.past_neutral(at);
        let (first, next) = self.year_number(at)?;
        let sign = self.symbol(next).filter(|sign| matches!(sign, '-' | '/'));
        let next = if sign.is_some() { next + 1 } else { self.skip(next, &["to"])? };
        let two = self.digits(next).filter(|digits| digits.len() == 2)?;
        let two: i16 = two.parse().ok()?;
        let last = first - first % 100 + two + if two <= first % 100 { 100 } else { 0 };
        // `2024/03` is a month, `2024-03-16` a day.
        let more = matches!(self.symbol(next + 1), Some('-' | '/'));
        if (sign == Some('/') && last != first + 1) || more || last - first > 60 {
            return None;
        }
        let year = |year| NamedDate::new(What::Year).in_year(Some(year));
        let next = self.skip(next + 1, &["season"]).unwrap_or(next + 1);
        Some((DateStretch::Two(year(first), year(last), DateJoint::To), next))
    }

    /// The days of a stretch, seen from the publication date.
    pub(super) fn settle(&self, stretch: &DateStretch) -> Option<Settled> {
        match stretch {
            DateStretch::One(named) => named.settle(&self.when),
            DateStretch::Two(left, right, _) => self.settle_two(*left, *right),
            DateStretch::List(all, _) => {
                let (first, last) = (all.first()?, all.last()?);
                self.settle_two(*first, *last)
            }
        }
    }

    /// Each of the dates that a stretch lists, where there is a gap between them.
    pub(super) fn listed(&self, stretch: &DateStretch, whole: Days) -> Option<Vec<Interval<Date>>> {
        let all = match stretch {
            DateStretch::Two(left, right, DateJoint::And | DateJoint::Or) => vec![*left, *right],
            DateStretch::List(all, _) => all.clone(),
            DateStretch::One(_) | DateStretch::Two(..) => return None,
        };
        let mut listed: Vec<Interval<Date>> = Vec::new();
        let mut gap = false;
        for named in all {
            // The year that one of them has, or that the first is found to have.
            let year = named.year.unwrap_or_else(|| match listed.last() {
                Some(Interval { high: Some(last), .. }) => last.year(),
                _ => whole.first.year(),
            });
            let named = if named.is_yearly() { named.in_year(Some(year)) } else { named };
            let days = named.settle(&self.when)?.days?;
            if let Some(Interval { high: Some(before), .. }) = listed.last() {
                gap |= before.tomorrow().ok()? < days.first;
            }
            listed.push(Interval::closed(days.first, days.last));
        }
        let ends = (listed.first()?.low, listed.last()?.high);
        // Over New Year, or out of order, the whole is what is sure.
        let in_order = listed.is_sorted_by(|one, other| one.high < other.low);
        (gap && in_order && ends == (Some(whole.first), Some(whole.last))).then_some(listed)
    }

    fn settle_two(&self, mut left: NamedDate, mut right: NamedDate) -> Option<Settled> {
        // A pick before the first (`early March or April`) is its own.
        if left.is_yearly() && left.year.is_none() && right.year.is_some() {
            left.year = right.year;
            let (a, b) = (left.settle(&self.when)?, right.settle(&self.when)?);
            if let (Some(a), Some(b)) = (a.days, b.days)
                && a.first > b.last
            {
                left.year = right.year.map(|year| year - 1);
            }
        }
        let first = left.settle(&self.when)?;
        let Some(from) = first.days else { return Some(first) };
        let mut last = if right.is_yearly() && right.year.is_none() {
            right.year = Some(from.first.year());
            let same_year = right.settle(&self.when)?;
            if same_year.days.is_some_and(|days| days.last < from.first) {
                right.year = Some(from.first.year() + 1);
            }
            right.settle(&self.when)?
        } else {
            right.settle(&self.when)?
        };
        if let (What::Weekday(_), Some(days)) = (right.what, last.days)
            && days.last < from.first
        {
            last.days = days.shift(7);
        }
        let days = match last.days {
            Some(to) => Some(from.to(to)?),
            None => None,
        };
        Some(Settled { days, other: None, doubt: first.doubt.or(last.doubt) })
    }
}

/// `1861-67` as the years it spans, and whether it can hardly be a month or a season in EDTF.
pub(super) fn years_in_short(phrase: &Phrase) -> Option<(Days, bool)> {
    let [first, dash, last] = phrase.tokens.as_slice() else { return None };
    let numbers = [first, last].map(|token| matches!(token.shape, TokenKind::Number(_)));
    if numbers != [true, true]
        || dash.shape != TokenKind::Symbol('-')
        || first.text.len() != 4
        || last.text.len() != 2
    {
        return None;
    }
    let year: i16 = first.text.parse().ok()?;
    let two: i16 = last.text.parse().ok()?;
    let count = (two - year % 100).rem_euclid(100) + 1;
    // A month is a month; `2003-04` could be the season of two years.
    let sure = two > 12 && (2..=12).contains(&count);
    let maybe = (two > 12 && two > year % 100) || count == 2;
    maybe.then_some((Days::years(year, i32::from(count), DateUnit::Year)?, sure))
}
