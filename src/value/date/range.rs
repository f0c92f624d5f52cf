//! Whole phrases: a date or a range of dates, with the words that bound it.

use jiff::civil::Date;

use super::super::hedge::{self, Hedge};
use super::super::time::daypart;
use super::super::{Content, Dates, Extent, Hours, Interval, Kind, Note, Value, Year};
use super::bounds::{self, ahead_of_time};
use super::calendar::days_on;
use super::named::{DateDoubt, NamedDate, What};
use super::reader::{DateReader, Parsed};
use super::stretch::{DateJoint, DateStretch};
use crate::english::label;
use crate::english::time::dates::{
    self, BEHIND_INDEX, BOUND_INDEX, Bound, DAYPART_BEFORE_INDEX, MODALITY_INDEX, NEUTRAL_BEHIND_INDEX,
    PART_INDEX,
};
use crate::english::token::Phrase;

/// A phrase as understood.
pub(super) struct Reading {
    /// The three readings; `None` where there is nothing to count from.
    pub(super) extent: Option<Extent<Date>>,
    /// Where its year comes from.
    pub(super) year: Year,
    /// No more than a weekday is named.
    weekday_alone: bool,
    /// The part of the day.
    hours: Option<Hours>,
    /// Each of the dates that are listed.
    listed: Vec<Interval<Date>>,
    /// Its days are counted from the publication date, not those of some year.
    counted: bool,
    pub(super) hedge: Option<String>,
    modality: Option<String>,
    pub(super) notes: Vec<Note>,
    /// The extent in the other reading.
    other: Option<Extent<Date>>,
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

impl Hedges {
    /// The bound, and whether it is about.
    fn of(self) -> (Option<Bound>, bool) {
        (self.bound, self.about)
    }
}

impl DateReader<'_> {
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
        if self.turns_ahead(self.phrase.written(hedges.from, hedges.to)) {
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
                if self.turns_ahead(self.phrase.written(next, after)) {
                    return Self { when: self.when.looking_ahead(), ..*self }.bounded(at);
                }
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
                return self.double(&stretch, hedges, other, hedge);
            }
        }
        if self.past(next, '.') != self.end {
            return None;
        }
        let hedge = self.phrase.written(hedge.0, hedge.1).to_ascii_lowercase();
        let mut reading = self.reading(&stretch, hedges)?;
        let on_it = matches!(hedges.bound, None | Some(Bound::About | Bound::Exactly | Bound::Since));
        if on_it && matches!(stretch, DateStretch::One(_)) && self.end > at + 1 {
            reading.hours = daypart::hours(self.phrase, at, self.end);
        }
        // `by Friday` is the Friday to come, and may still be the one just past.
        let weekday =
            matches!(stretch, DateStretch::One(NamedDate { what: What::Weekday(_), turn: None, .. }));
        // So is `by March` the next one; `until March` may well be the last.
        let yearly = matches!(stretch, DateStretch::One(named)
            if named.year.is_none() && named.turn.is_none() && named.weekday.is_none()
                && (named.is_yearly() || matches!(named.what, What::MonthDay(_))));
        let comes = weekday && dates::is_deadline(&hedge) || yearly && hedge == "by";
        if comes && !self.when.looks_ahead() {
            let ahead = Self { when: self.when.looking_ahead(), ..*self }.reading(&stretch, hedges)?;
            let past = reading.extent.filter(|past| Some(*past) != ahead.extent);
            reading = Reading { other: past, ..ahead };
        }
        Some(Reading { hedge: Some(hedge).filter(|hedge| !hedge.is_empty()), ..reading })
    }

    /// Whether a hedge looks ahead where nothing else does.
    fn turns_ahead(&self, hedge: &str) -> bool {
        !self.when.looks_ahead() && ahead_of_time(hedge) && !label::has_begun(self.when.context.label)
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
    fn past_remark(&self, stretch: DateStretch, at: usize) -> (DateStretch, usize) {
        let at = self.find(&NEUTRAL_BEHIND_INDEX, at).map_or(at, |((), next)| next);
        if self.symbol(at) != Some('(') {
            return (stretch, at);
        }
        let Some((remark, next)) = self.point(at + 1).filter(|(_, next)| self.symbol(*next) == Some(')'))
        else {
            return (stretch, at);
        };
        let told = match stretch {
            DateStretch::One(NamedDate { what: What::Weekday(day), .. })
                if matches!(remark.what, What::Day { .. }) =>
            {
                DateStretch::One(NamedDate { weekday: Some(day), ..remark })
            }
            DateStretch::One(named @ NamedDate { what: What::Day { .. }, .. }) => match remark.what {
                What::Weekday(day) => DateStretch::One(NamedDate { weekday: Some(day), ..named }),
                _ => stretch,
            },
            _ => stretch,
        };
        (told, next + 1)
    }

    /// `and before May`, `but no later than 2026`, behind a bound on the other side.
    fn other_bound(&self, at: usize, bound: Option<Bound>) -> Option<(String, (NamedDate, Bound), usize)> {
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
        first: &DateStretch,
        hedges: Hedges,
        (second, other): (NamedDate, Bound),
        hedge: String,
    ) -> Option<Reading> {
        let a = self.reading(first, hedges)?;
        let b =
            self.reading(&DateStretch::One(second), Hedges { bound: Some(other), ..Hedges::default() })?;
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
    fn between(&self, at: usize) -> Parsed<DateStretch> {
        let from = self.past_neutral(at);
        let next = self.skip(from, &["between", "either", "from"])?;
        let (stretch, next) = self.range(next)?;
        Some(match stretch {
            // `between March and May` lists nothing.
            DateStretch::Two(left, right, DateJoint::And) => {
                (DateStretch::Two(left, right, DateJoint::To), next)
            }
            stretch => (stretch, next),
        })
    }

    /// The days of the stretch, seen from the publication date, and what the bound makes of them.
    fn reading(&self, stretch: &DateStretch, hedges: Hedges) -> Option<Reading> {
        let settled = self.settle(stretch)?;
        let fiscal = settled.doubt == Some(DateDoubt::Fiscal);
        let mut notes = Vec::new();
        notes.extend(match settled.doubt {
            Some(DateDoubt::YearOpen) => Some(Note::YearOpen),
            Some(DateDoubt::WrongWeekday) => Some(Note::WrongWeekday),
            Some(DateDoubt::Fiscal) => Some(Note::FiscalMonths),
            Some(DateDoubt::Swapped) => Some(Note::DayMonthSwapped),
            None if settled.days.is_none() => Some(Note::DayOpen),
            Some(DateDoubt::Elsewhere) => Some(Note::DayElsewhere),
            Some(DateDoubt::FarYear) | None => None,
        });
        if let DateStretch::Two(_, _, DateJoint::Or) | DateStretch::List(_, DateJoint::Or) = stretch {
            notes.push(Note::OneOrTheOther);
        }
        let mut extent = match settled.days {
            Some(days) => Some(bounds::extent(days, hedges.of(), fiscal)?),
            None => None,
        };
        // Which quarter it is for everybody else is anybody's guess.
        if let Some(extent) = extent.as_mut().filter(|_| stretch.all(|named| named.fiscal)) {
            extent.meant = extent.possible;
        }
        let mut other = settled.other.and_then(|days| bounds::extent(days, hedges.of(), false));
        // `before the end of the year` is by its last day; few mean before its last month.
        if hedges.bound == Some(Bound::Before) && stretch.is_an_end() {
            other = extent;
            let by = Hedges { bound: Some(Bound::By), ..hedges };
            extent = settled.days.and_then(|days| bounds::extent(days, by.of(), fiscal));
        }
        if settled.doubt == Some(DateDoubt::YearOpen)
            && let Some(extent) = &mut extent
        {
            extent.possible = Interval::everything();
            extent.meant = Interval::everything();
        }
        // A bound of such a date stays: nothing but both of its ends can be those of another year.
        let two_ends = |it: &&mut Extent<Date>| it.stated.low.is_some() && it.stated.high.is_some();
        let far = extent.as_mut().filter(|_| settled.doubt == Some(DateDoubt::FarYear)).filter(two_ends);
        let is_far = far.is_some();
        if let Some(extent) = far {
            extent.possible = Interval::everything();
            notes.push(Note::FarYear);
        }
        let year = match settled.doubt {
            Some(DateDoubt::YearOpen) => Year::Open,
            _ if settled.days.is_none() => Year::Open,
            Some(DateDoubt::FarYear) if is_far => Year::Far,
            _ if stretch.all(NamedDate::tells_year) => Year::Told,
            _ => Year::Implied,
        };
        let plain = matches!(hedges.bound, None | Some(Bound::Exactly)) && !hedges.about;
        let days = settled.days.filter(|_| {
            plain && matches!(settled.doubt, None | Some(DateDoubt::FarYear | DateDoubt::YearOpen))
        });
        let listed = days.and_then(|days| self.listed(stretch, days)).unwrap_or_default();
        Some(Reading {
            extent,
            year,
            weekday_alone: stretch.all(|named| matches!(named.what, What::Weekday(_))),
            hours: None,
            listed,
            counted: stretch.all(|named| !named.is_yearly()),
            hedge: None,
            modality: None,
            notes,
            other,
        })
    }
}

/// The least interval around both.
fn hull(a: Interval<Date>, b: Interval<Date>) -> Interval<Date> {
    let low = a.low.zip(b.low).map(|(a, b)| a.min(b));
    let high = a.high.zip(b.high).map(|(a, b)| a.max(b));
    Interval { low, low_inclusive: low.is_some(), high, high_inclusive: high.is_some() }
}

impl Reading {
    /// The days, any at all where there is nothing to count from.
    pub(super) fn dates(&self) -> Dates {
        let extent = self.extent.unwrap_or_else(|| Extent::same(Interval::everything()));
        let Self { year, weekday_alone, hours, .. } = *self;
        let listed = self.listed.clone();
        let dates = Dates { year, weekday_alone, listed, ..Dates::told(extent) };
        Dates { hours: hours.filter(|_| dates.single().is_some()), ..dates }
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
        // `the night of January 24` may be the one that ends on that day.
        let nightly = (0..phrase.len()).any(|at| {
            phrase.word(at) == "overnight" || phrase.word(at) == "night" && phrase.word(at + 1) == "of"
        });
        if nightly && let Some(hours) = self.hours {
            let dates = Dates { hours: Some(daypart::night_before(hours)), ..self.dates() };
            value.others.push(Value { content: Content::Days(dates), others: Vec::new(), ..value.clone() });
        }
        value
    }
}
