//! Whole phrases: a date or a range of dates, with the words that bound it.

use jiff::civil::Date;

use super::super::hedge::{self, Hedge};
use super::super::token::{Phrase, Shape};
use super::super::{Content, Dates, Extent, Interval, Kind, Note, Value, Year};
use super::calendar::{Days, Unit, days_on};
use super::named::{Doubt, Named, Settled, What};
use super::reader::{Read, Reader};
use super::wording::{
    self, BEHIND_INDEX, BOUND_INDEX, Bound, DAYPART_BEFORE_INDEX, MODALITY_INDEX, NEUTRAL_BEHIND_INDEX,
    PART_INDEX,
};

/// A phrase as understood.
pub(super) struct Reading {
    /// The three readings; `None` where there is nothing to count from.
    pub(super) extent: Option<Extent<Date>>,
    /// Where its year comes from.
    pub(super) year: Year,
    /// No more than a weekday is named.
    weekday_alone: bool,
    /// Its days are counted from the publication date, not those of some year.
    counted: bool,
    pub(super) hedge: Option<String>,
    modality: Option<String>,
    notes: Vec<Note>,
    /// The extent in the other reading.
    other: Option<Extent<Date>>,
}

/// One date or two, from the first to the last.
#[derive(Clone, Copy)]
enum Stretch {
    One(Named),
    Two(Named, Named, Joint),
}

/// From so many days on, an uncertain publication date tells no day that is counted from it.
const VAGUE: i64 = 7;

/// The hedges before a date.
#[derive(Clone, Copy, Default)]
struct Hedges {
    bound: Option<Bound>,
    about: bool,
    /// Where the words begin that count, and where they end.
    from: usize,
    to: usize,
    /// The place of the date.
    next: usize,
}

/// What stands between two dates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    To,
    And,
    Or,
}

impl Reader<'_> {
    /// The tokens from a place to the end, where all of them belong to one date.
    pub(super) fn whole(&self, at: usize) -> Option<Reading> {
        let mut reader = *self;
        let mut at = at;
        let mut modality = None;
        while let Some((ahead, next)) = self.find(&MODALITY_INDEX, at) {
            if ahead {
                reader.when = reader.when.looking_ahead();
            }
            modality = Some((modality.map_or(at, |(from, _)| from), next));
            at = next;
        }
        let modality = modality.map(|(from, to)| self.phrase.written(from, to).to_ascii_lowercase());
        let mut reading = reader.bounded(at)?;
        if let Some(extent) = &mut reading.extent
            && let Some((first, last)) = self.when.spread()
        {
            // The publication date is uncertain: what is counted from it is, too. Where it may be any of many days, none
            // of them is meant.
            let vague = reading.counted && days_on(first, VAGUE).is_some_and(|end| end <= last);
            let middle = *extent;
            for anchor in [first, last] {
                let seen = Self { when: reader.when.at(anchor), ..reader }.bounded(at);
                if let Some(seen) = seen.and_then(|seen| seen.extent) {
                    extent.possible = hull(extent.possible, seen.possible);
                    if vague {
                        extent.stated = hull(extent.stated, seen.stated);
                        extent.meant = hull(extent.meant, seen.meant);
                    }
                }
            }
            if vague && *extent != middle {
                reading.notes.push(Note::UncertainPublication);
            }
        }
        Some(Reading { modality, ..reading })
    }

    /// A date with its bounds.
    fn bounded(&self, at: usize) -> Option<Reading> {
        let mut hedges = self.hedges_of_ago(at).unwrap_or_else(|| self.hedges(at));
        if !self.when.looks_ahead() && ahead_of_time(self.phrase.written(hedges.from, hedges.to)) {
            return Self { when: self.when.looking_ahead(), ..*self }.bounded(at);
        }
        let opened = hedges.bound == Some(Bound::From) && !hedges.about;
        let range = if opened { self.range(hedges.next) } else { None };
        let (stretch, next) = match range {
            // `from March to May`: the word only opens the range.
            Some(range) => {
                hedges = Hedges::default();
                range
            }
            None if hedges.from < hedges.next => self.stretch(hedges.next)?,
            None => self.between(hedges.next).or_else(|| self.stretch(hedges.next))?,
        };
        let (stretch, mut next) = self.past_remark(stretch, next);
        let mut hedge = (hedges.from, hedges.to);
        if next < self.end {
            if let Some((behind, after)) = self.find(&BEHIND_INDEX, next)
                && hedges.bound.is_none_or(|bound| bound == behind)
            {
                match behind {
                    Bound::About => hedges.about = true,
                    _ => hedges.bound = Some(behind),
                }
                if hedge.0 == hedge.1 {
                    hedge = (next, after);
                }
                next = after;
            } else if let Some((second, other, behind)) = self.other_bound(next, hedges.bound) {
                if behind != self.end {
                    return None;
                }
                let (first, second) = (self.phrase.written(hedge.0, hedge.1), second);
                let hedge = format!("{first} … {second}").to_ascii_lowercase();
                return self.double(stretch, hedges, other, hedge);
            }
        }
        if self.past(next, '.') != self.end {
            return None;
        }
        let hedge = self.phrase.written(hedge.0, hedge.1).to_ascii_lowercase();
        let mut reading = self.reading(stretch, hedges)?;
        // `by Friday` is the Friday to come, and may still be the one just past.
        let weekday = matches!(stretch, Stretch::One(Named { what: What::Weekday(_), turn: None, .. }));
        // So is `by March` the next one; `until March` may well be the last.
        let yearly = matches!(stretch, Stretch::One(named)
            if named.year.is_none() && named.turn.is_none() && named.weekday.is_none()
                && (named.is_yearly() || matches!(named.what, What::MonthDay(_))));
        let comes = weekday && wording::is_deadline(&hedge) || yearly && hedge == "by";
        if comes && !self.when.looks_ahead() {
            let ahead = Self { when: self.when.looking_ahead(), ..*self }.reading(stretch, hedges)?;
            let past = reading.extent.filter(|past| Some(*past) != ahead.extent);
            reading = Reading { other: past, ..ahead };
        }
        Some(Reading { hedge: Some(hedge).filter(|hedge| !hedge.is_empty()), ..reading })
    }

    /// The hedges at a place: `by`, `until about`, `on or before`.
    fn hedges(&self, at: usize) -> Hedges {
        let mut hedges = Hedges { from: at, to: at, next: at, ..Hedges::default() };
        loop {
            // `after sunrise on Wednesday` is that Wednesday, and `the beginning of May` a part of May.
            let place = self.past_neutral(hedges.next);
            if self.find(&DAYPART_BEFORE_INDEX, place).is_some() || self.find(&PART_INDEX, place).is_some() {
                return hedges;
            }
            // `on or before`, `in or around` begin with words that elsewhere add nothing.
            let found = self.find(&BOUND_INDEX, hedges.next).or_else(|| self.find(&BOUND_INDEX, place));
            let Some((bound, next)) = found else { return hedges };
            // `shortly before dawn on Monday` is that Monday.
            let near = matches!(bound, Bound::About | Bound::ShortlyBefore | Bound::ShortlyAfter);
            if near && self.find(&DAYPART_BEFORE_INDEX, self.past_neutral(next)).is_some() {
                hedges.next = next;
                return hedges;
            }
            match bound {
                Bound::About => hedges.about = true,
                // `only until`: the words that bound are those that count.
                Bound::Exactly => {}
                bound => hedges.bound = hedges.bound.or(Some(bound)),
            }
            if hedges.bound.is_some() || hedges.about {
                if hedges.from == hedges.to {
                    hedges.from = next - (next - hedges.next).min(self.length_of_hedge(hedges.next, next));
                }
                hedges.to = next;
            } else {
                (hedges.from, hedges.to) = (next, next);
            }
            hedges.next = self.past_hyphen(next);
        }
    }

    /// `more than a year ago` is before, `less than a week ago` after.
    fn hedges_of_ago(&self, at: usize) -> Option<Hedges> {
        let (hedge, next) = hedge::before(self.phrase, at).filter(|(_, next)| *next < self.end)?;
        self.ago(next)?;
        let bound = match hedge {
            // Five days and an hour are more than five days, and lie on the same day as five.
            Hedge::Over | Hedge::AtLeast => Bound::By,
            Hedge::JustOver => Bound::ShortlyBefore,
            Hedge::Under | Hedge::UpTo => Bound::From,
            Hedge::Nearly => Bound::ShortlyAfter,
            Hedge::About | Hedge::Exactly => return None,
        };
        Some(Hedges { bound: Some(bound), about: false, from: at, to: next, next })
    }

    /// How many tokens a hedge has that ends at a place, without the words before it that add nothing.
    fn length_of_hedge(&self, from: usize, to: usize) -> usize {
        let direct = self.find(&BOUND_INDEX, from).is_some_and(|(_, next)| next == to);
        if direct { to - from } else { to - self.past_neutral(from) }
    }

    fn past_hyphen(&self, at: usize) -> usize {
        if self.phrase.hyphen(at) { self.past(at, '-') } else { at }
    }

    /// The place behind what only repeats or underlines the date: `Tuesday (March 26)`, `the 2012-13 season`. A day in
    /// brackets tells the week of a weekday.
    fn past_remark(&self, stretch: Stretch, at: usize) -> (Stretch, usize) {
        let at = self.find(&NEUTRAL_BEHIND_INDEX, at).map_or(at, |((), next)| next);
        if self.symbol(at) != Some('(') {
            return (stretch, at);
        }
        let Some((remark, next)) = self.point(at + 1).filter(|(_, next)| self.symbol(*next) == Some(')'))
        else {
            return (stretch, at);
        };
        let told = match stretch {
            Stretch::One(Named { what: What::Weekday(day), .. })
                if matches!(remark.what, What::Day { .. }) =>
            {
                Stretch::One(Named { weekday: Some(day), ..remark })
            }
            Stretch::One(named @ Named { what: What::Day { .. }, .. }) => match remark.what {
                What::Weekday(day) => Stretch::One(Named { weekday: Some(day), ..named }),
                _ => stretch,
            },
            _ => stretch,
        };
        (told, next + 1)
    }

    /// `and before May`, `but no later than 2026`, behind a bound on the other side.
    fn other_bound(&self, at: usize, bound: Option<Bound>) -> Option<(String, (Named, Bound), usize)> {
        bound?;
        let at = self.past(at, ',');
        let at = self.skip(at, &["and", "but"])?;
        let (second, next) = self.find(&BOUND_INDEX, at)?;
        let words = self.phrase.written(at, next).to_owned();
        let (named, next) = self.point(next)?;
        Some((words, (named, second), next))
    }

    /// Two bounds at once: `after March but before May`.
    fn double(
        &self,
        first: Stretch,
        hedges: Hedges,
        (second, other): (Named, Bound),
        hedge: String,
    ) -> Option<Reading> {
        let a = self.reading(first, hedges)?;
        let b = self.reading(Stretch::One(second), Hedges { bound: Some(other), ..Hedges::default() })?;
        let extent = match (a.extent, b.extent) {
            (Some(a), Some(b)) => Some(Extent {
                stated: a.stated.intersection(&b.stated)?,
                possible: a.possible.intersection(&b.possible)?,
                meant: a.meant.intersection(&b.meant).or_else(|| a.possible.intersection(&b.possible))?,
            }),
            _ => None,
        };
        let year = if b.year == Year::Open { b.year } else { a.year };
        Some(Reading { extent, hedge: Some(hedge), year, other: None, ..a })
    }

    /// `between March and May`, `from 2015 to 2017`, `either June or July`.
    fn between(&self, at: usize) -> Read<Stretch> {
        let next = self.skip(self.past_neutral(at), &["between", "either", "from"])?;
        self.range(next)
    }

    /// A date, or two with a word between them.
    fn stretch(&self, at: usize) -> Read<Stretch> {
        if let Some(shared) = self.shared_month(at).or_else(|| self.shared_years(at)) {
            return Some(shared);
        }
        let (left, next) = self.point(at)?;
        let right = self.joint(next).and_then(|(joint, next)| Some((joint, self.point(next)?)));
        Some(match right {
            Some((joint, (right, next))) => (Stretch::Two(left, right, joint), next),
            None => (Stretch::One(left), next),
        })
    }

    fn range(&self, at: usize) -> Read<Stretch> {
        self.stretch(at).filter(|(stretch, _)| matches!(stretch, Stretch::Two(..)))
    }

    fn joint(&self, at: usize) -> Read<Joint> {
        let at = self.past(at, ',');
        match (self.word(at), self.symbol(at)) {
            ("to" | "through" | "thru" | "until" | "till" | "into", _) => Some((Joint::To, at + 1)),
            ("up", _) if self.word(at + 1) == "to" => Some((Joint::To, at + 2)),
            (_, Some('-')) => {
                let more = self.past(at + 1, '-');
                Some((Joint::To, more))
            }
            ("and", _) | (_, Some('&')) => Some((Joint::And, at + 1)),
            // `2010/2011` is a season, `January/February` one or the other.
            (_, Some('/')) if self.year_number(at + 1).is_some() => Some((Joint::To, at + 1)),
            ("or", _) | (_, Some('/')) => Some((Joint::Or, at + 1)),
            _ => None,
        }
    }

    /// Days that share their month: `Dec 3-5, 2025`, `3 to 5 December`, `March 3, 4 and 5`, `March 3 and 4`.
    fn shared_month(&self, at: usize) -> Read<Stretch> {
        let at = self.past_neutral(at);
        let (at, weekdays) = match super::vocabulary::weekday(self.word(at)) {
            Some(_) if self.day_number(self.past(at + 1, ',')).is_some() => (self.past(at + 1, ','), true),
            _ => (at, false),
        };
        let day = |day: i8, month: i8, year: Option<i16>| Named::new(What::Day { month, day }).in_year(year);
        if let Some(month) = self.month_at(at) {
            let (first, next) = self.day_number(self.skip(at + 1, &["the"]).unwrap_or(at + 1))?;
            let (joint, last, next) = self.more_days(next)?;
            if first >= last {
                return None;
            }
            let (year, next) = match self.year_behind(next) {
                Some((year, next)) => (Some(year), next),
                None => (None, next),
            };
            return Some((Stretch::Two(day(first, month, year), day(last, month, year), joint), next));
        }
        let (first, next) = self.day_number(at)?;
        let (joint, last, next) = self.more_days(next)?;
        let month_at = self.skip(next, &["of"]).unwrap_or(next);
        let month = self.month_at(month_at)?;
        if first >= last || weekdays {
            return None;
        }
        let (year, next) = match self.year_behind(month_at + 1) {
            Some((year, next)) => (Some(year), next),
            None => (None, month_at + 1),
        };
        Some((Stretch::Two(day(first, month, year), day(last, month, year), joint), next))
    }

    /// The last of the days behind the first: `-5`, `to 5`, `, 4 and 5`.
    fn more_days(&self, at: usize) -> Option<(Joint, i8, usize)> {
        let mut at = at;
        loop {
            if self.symbol(at) == Some(',')
                && let Some((_, next)) = self.day_number(at + 1)
                && (self.symbol(next) == Some(',') || self.word(next) == "and" || self.word(next) == "or")
            {
                at = next;
                continue;
            }
            let (joint, next) = self.joint(at)?;
            let next = self.skip(next, &["the"]).unwrap_or(next);
            let (day, behind) = self.day_number(next)?;
            // `Dec 3 to 5 January` has a month of its own.
            if self.month_at(behind).is_some()
                && joint == Joint::To
                && self.digits(behind + 1).is_some_and(|d| d.len() < 3)
            {
                return None;
            }
            return Some((joint, day, behind));
        }
    }

    /// Years that share their century: `1861-67`, `2012/13`, `1914 to 18`.
    fn shared_years(&self, at: usize) -> Read<Stretch> {
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
        let year = |year| Named::new(What::Year).in_year(Some(year));
        let next = self.skip(next + 1, &["season"]).unwrap_or(next + 1);
        Some((Stretch::Two(year(first), year(last), Joint::To), next))
    }

    /// The days of the stretch, seen from the publication date, and what the bound makes of them.
    fn reading(&self, stretch: Stretch, hedges: Hedges) -> Option<Reading> {
        let settled = self.settle(stretch)?;
        let fiscal = settled.doubt == Some(Doubt::Fiscal);
        let mut notes = Vec::new();
        notes.extend(match settled.doubt {
            Some(Doubt::YearOpen) => Some(Note::YearOpen),
            Some(Doubt::WrongWeekday) => Some(Note::WrongWeekday),
            Some(Doubt::Fiscal) => Some(Note::FiscalMonths),
            Some(Doubt::Swapped) => Some(Note::DayMonthSwapped),
            None if settled.days.is_none() => Some(Note::DayOpen),
            Some(Doubt::FarYear) | None => None,
        });
        if let Stretch::Two(_, _, Joint::Or) = stretch {
            notes.push(Note::OneOrTheOther);
        }
        let mut extent = match settled.days {
            Some(days) => Some(extent(days, hedges, fiscal)?),
            None => None,
        };
        let other = settled.other.and_then(|days| self::extent(days, hedges, false));
        if settled.doubt == Some(Doubt::YearOpen)
            && let Some(extent) = &mut extent
        {
            extent.possible = Interval::everything();
            extent.meant = Interval::everything();
        }
        // A bound of such a date stays: nothing but both of its ends can be those of another year.
        let two_ends = |it: &&mut Extent<Date>| it.stated.low.is_some() && it.stated.high.is_some();
        let far = extent.as_mut().filter(|_| settled.doubt == Some(Doubt::FarYear)).filter(two_ends);
        let is_far = far.is_some();
        if let Some(extent) = far {
            extent.possible = Interval::everything();
            notes.push(Note::FarYear);
        }
        let all = |test: fn(&Named) -> bool| match &stretch {
            Stretch::One(named) => test(named),
            Stretch::Two(left, right, _) => test(left) && test(right),
        };
        let year = match settled.doubt {
            Some(Doubt::YearOpen) => Year::Open,
            _ if settled.days.is_none() => Year::Open,
            Some(Doubt::FarYear) if is_far => Year::Far,
            _ if all(Named::tells_year) => Year::Told,
            _ => Year::Implied,
        };
        Some(Reading {
            extent,
            year,
            weekday_alone: all(|named| matches!(named.what, What::Weekday(_))),
            counted: all(|named| !named.is_yearly()),
            hedge: None,
            modality: None,
            notes,
            other,
        })
    }

    fn settle(&self, stretch: Stretch) -> Option<Settled> {
        let (mut left, mut right) = match stretch {
            Stretch::One(named) => return named.settle(&self.when),
            Stretch::Two(left, right, _) => (left, right),
        };
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

/// What a bound makes of days.
fn extent(named: Days, hedges: Hedges, fiscal: bool) -> Option<Extent<Date>> {
    let wide = bounded(if hedges.about { named.widened() } else { named }, hedges.bound, fiscal)?;
    if !hedges.about {
        return Some(wide);
    }
    Some(Extent { stated: bounded(named, hedges.bound, fiscal)?.stated, ..wide })
}

fn bounded(days: Days, bound: Option<Bound>, fiscal: bool) -> Option<Extent<Date>> {
    let all = Interval::closed(days.first, days.last);
    let up_to =
        |last: Date| Interval { low: None, low_inclusive: false, high: Some(last), high_inclusive: true };
    let since =
        |first: Date| Interval { low: Some(first), low_inclusive: true, high: None, high_inclusive: false };
    let around = |days: Days| Interval::closed(days.first, days.last);
    Some(match bound {
        None | Some(Bound::About | Bound::Exactly | Bound::Since) if fiscal => {
            // A fiscal year ends in the year it is named after, or in the January behind it.
            let possible = Interval::closed(days_on(days.first, -334)?, days_on(days.last, 31)?);
            let middle = days_on(days.first, -184)?;
            Extent { stated: all, possible, meant: Interval::closed(middle, days_on(days.last, -184)?) }
        }
        None | Some(Bound::About | Bound::Exactly | Bound::Since) => {
            let near = around(days.loosened());
            Extent { stated: all, possible: near, meant: near }
        }
        Some(Bound::Before) => Extent::same(up_to(days_on(days.first, -1)?)),
        Some(Bound::After) => Extent::same(since(days_on(days.last, 1)?)),
        Some(Bound::ShortlyBefore) => {
            let last = days_on(days.first, -1)?;
            let near = Interval::closed(days_on(days.first, -days.shortly())?, last);
            Extent { stated: up_to(last), possible: near, meant: near }
        }
        Some(Bound::ShortlyAfter) => {
            let first = days_on(days.last, 1)?;
            let near = Interval::closed(first, days_on(days.last, days.shortly())?);
            Extent { stated: since(first), possible: near, meant: near }
        }
        Some(Bound::By) => Extent::same(up_to(days.last)),
        Some(Bound::From) => Extent::same(since(days.first)),
        Some(Bound::Until) => Extent { meant: all, ..Extent::same(up_to(days.last)) },
    })
}

/// Whether a hedge speaks of what is still to come.
fn ahead_of_time(hedge: &str) -> bool {
    const HEDGES: [&str; 7] =
        ["no later", "not later", "no earlier", "no sooner", "not before", "not until", "as soon as"];
    // `not start before`, but not `not long before`
    let starts = hedge.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("not "))
        && hedge.ends_with(" before")
        && !hedge.contains("long");
    starts
        || HEDGES
            .iter()
            .any(|words| hedge.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words)))
}

/// The least interval around both.
fn hull(a: Interval<Date>, b: Interval<Date>) -> Interval<Date> {
    let low = a.low.zip(b.low).map(|(a, b)| a.min(b));
    let high = a.high.zip(b.high).map(|(a, b)| a.max(b));
    Interval { low, low_inclusive: low.is_some(), high, high_inclusive: high.is_some() }
}

/// `1861-67` as the years it spans, and whether it can hardly be a month or a season in EDTF.
pub(super) fn years_in_short(phrase: &Phrase) -> Option<(Days, bool)> {
    let [first, dash, last] = phrase.tokens.as_slice() else { return None };
    let numbers = [first, last].map(|token| matches!(token.shape, Shape::Number(_)));
    if numbers != [true, true]
        || dash.shape != Shape::Symbol('-')
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
    maybe.then_some((Days::years(year, i32::from(count), Unit::Year)?, sure))
}

impl Reading {
    /// The days, any at all where there is nothing to count from.
    pub(super) fn dates(&self) -> Dates {
        let extent = self.extent.unwrap_or_else(|| Extent::same(Interval::everything()));
        let Self { year, weekday_alone, .. } = *self;
        Dates { year, weekday_alone, ..Dates::told(extent) }
    }

    pub(super) fn into_value(self, phrase: &Phrase) -> Value {
        let mut value = Value::new(phrase.text, Kind::Date, Content::Days(self.dates()));
        value.hedge.clone_from(&self.hedge);
        value.modality.clone_from(&self.modality);
        value.notes.clone_from(&self.notes);
        if let Some(other) = self.other {
            let dates = Dates { extent: other, ..self.dates() };
            let mut reading = Value::new(phrase.text, Kind::Date, Content::Days(dates));
            reading.hedge.clone_from(&value.hedge);
            value.others.push(reading);
        }
        value
    }
}
