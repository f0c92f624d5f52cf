//! A date as named, and the days it means once it is known when the article appeared.

use jiff::civil::{Date, Weekday};

use super::super::Context;
use super::calendar::{ANY_YEAR, DateUnit, Days, PeriodPart, Season, days_on, month_index};
use super::holiday::Holiday;
use crate::english::{label, time::days};

/// What the words name, before its year is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    /// Days that need no more.
    Settled(Days),
    /// Counted from a publication date that nobody gave: `yesterday`.
    Unanchored,
    /// A year; it is in [`NamedDate::year`].
    Year,
    /// A year as the books of some company run.
    FiscalYear,
    /// Months of a year, the first counted from 0.
    Months { first: i32, count: i32, unit: DateUnit },
    /// A season of a year.
    Season(Season),
    /// A day of a year.
    Day { month: i8, day: i8 },
    /// A day with a name.
    Holiday(Holiday),
    /// A day of the week.
    Weekday(Weekday),
    /// A day of the month: `the 16th`.
    MonthDay(i8),
    /// Counted from another day that the words don't name: `a day earlier`.
    Elsewhere,
}

/// Which one, seen from the publication date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Last,
    This,
    Next,
}

/// A smaller stretch picked out of what is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// `late October`, or from one part to another: `mid to late October`.
    Parts(PeriodPart, PeriodPart),
    /// The nth stretch of a unit, counted from 1 or, from -1, from the end: `the second week of March`.
    Nth(i8, DateUnit),
    /// The first (or, if negative, last) so many units: `the first three months of 2024`.
    Run(i32, DateUnit),
    /// The nth such weekday: `the first Monday in October`.
    Weekday(i8, Weekday),
    /// The weekend a holiday makes: `Labor Day weekend`.
    Weekend,
    /// What has passed of it by the publication date: `earlier this month`.
    Earlier,
    /// What is left of it: `later this year`.
    Later,
}

/// A date as named.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct NamedDate {
    pub(super) what: What,
    pub(super) year: Option<i16>,
    pub(super) turn: Option<Turn>,
    pub(super) pick: Option<Pick>,
    /// The weekday given beside a day; it can tell the year.
    pub(super) weekday: Option<Weekday>,
    /// How the same digits read in the other order of day and month.
    pub(super) other: Option<Days>,
    /// A quarter or a half as the books of some company run.
    pub(super) fiscal: bool,
    /// Counted from a day whose year the words don't tell.
    pub(super) implied: bool,
}

/// When the article appeared, and which way its words look.
#[derive(Clone, Copy, Debug)]
pub(super) struct DateContext<'a> {
    pub(super) context: &'a Context<'a>,
    /// The day to count from.
    pub(super) anchor: Option<Date>,
    /// The first and the last day it may have been.
    reach: Option<(Date, Date)>,
    /// The label speaks of what is to come.
    ahead: bool,
    /// The day to count from has been moved to an end of its reach.
    moved: bool,
}

/// What is not sure about a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateDoubt {
    /// Days of one year stand for days of an unknown one.
    YearOpen,
    /// A weekday given beside the day is not the day's.
    WrongWeekday,
    /// The months of a fiscal year are not known.
    Fiscal,
    /// Day and month may be the other way round.
    Swapped,
    /// No year is given, and the nearest such days are far from the publication date.
    FarYear,
    /// They are counted from a day that the words don't name.
    Elsewhere,
}

/// Days, and what had to be assumed to find them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Settled {
    /// The days; `None` where there is nothing to count from.
    pub(super) days: Option<Days>,
    /// The other days the words may mean.
    pub(super) other: Option<Days>,
    /// What is not sure about them.
    pub(super) doubt: Option<DateDoubt>,
}

/// How far ahead a date without a year may lie before it is taken to be the one just past.
const SOON: i32 = 31;
/// How far away it may lie before another year may be meant, which newspapers would rather give.
const FAR: i32 = 183;

impl NamedDate {
    pub(super) fn new(what: What) -> Self {
        Self {
            what,
            year: None,
            turn: None,
            pick: None,
            weekday: None,
            other: None,
            fiscal: false,
            implied: false,
        }
    }

    pub(super) fn days(days: Option<Days>) -> Self {
        Self::new(days.map_or(What::Unanchored, What::Settled))
    }

    pub(super) fn month(month: i8) -> Self {
        Self::new(What::Months { first: i32::from(month) - 1, count: 1, unit: DateUnit::Month })
    }

    pub(super) fn in_year(self, year: Option<i16>) -> Self {
        Self { year: year.or(self.year), ..self }
    }

    pub(super) fn pick(self, pick: Pick) -> Self {
        Self { pick: Some(pick), ..self }
    }

    /// Whether it comes once a year, so that it takes a year from its neighbour in a range.
    pub(super) fn is_yearly(&self) -> bool {
        matches!(self.what, What::Months { .. } | What::Season(_) | What::Day { .. } | What::Holiday(_))
            && self.turn.is_none()
    }

    /// Whether its words tell the year, or count from the day of publication.
    pub(super) fn tells_year(&self) -> bool {
        let told = matches!(self.what, What::Settled(_) | What::Year) && !self.implied;
        self.year.is_some() || self.turn.is_some() || told
    }

    /// The days in a given year, before anything is picked out of them.
    fn days_in(&self, year: i16, southern: bool) -> Option<Days> {
        match self.what {
            What::Year | What::FiscalYear => Days::year(year),
            What::Months { first, count, unit } => Days::months(i32::from(year) * 12 + first, count, unit),
            What::Season(season) => Days::season(year, season, southern),
            What::Day { month, day } => Date::new(year, month, day).ok().map(Days::day),
            What::Holiday(holiday) => holiday.in_year(year).map(Days::day),
            What::Settled(days) => Some(days),
            What::Unanchored | What::Elsewhere | What::Weekday(_) | What::MonthDay(_) => None,
        }
    }

    /// The days meant, seen from the publication date.
    pub(super) fn settle(&self, when: &DateContext) -> Option<Settled> {
        let mut settled = self.whole(when)?;
        let pick = |days: Option<Days>| days.map(|days| self.picked(days, when));
        settled.days = match pick(settled.days) {
            Some(None) => return None,
            days => days.flatten(),
        };
        settled.other = pick(settled.other).flatten().or(self.other);
        Some(settled)
    }

    fn whole(&self, when: &DateContext) -> Option<Settled> {
        let found = |days: Days| Settled { days: Some(days), other: None, doubt: self.doubt(days) };
        let unknown = Settled { days: None, other: None, doubt: None };
        let southern = when.context.southern;
        match (self.what, self.year) {
            (What::Settled(days), _) => Some(found(days)),
            (What::Unanchored, _) => Some(unknown),
            (What::Elsewhere, _) => Some(Settled { doubt: Some(DateDoubt::Elsewhere), ..unknown }),
            (What::Weekday(weekday), _) => {
                Some(when.weekday(weekday, self.turn).map_or(unknown, |days| Settled {
                    other: when.other_week(days, self.turn),
                    ..found(days)
                }))
            }
            (What::MonthDay(day), _) => match when.month_day(day, self.weekday) {
                Ok(date) => date.map(|date| found(Days::day(date))),
                Err(NoAnchor) => Some(unknown),
            },
            (_, Some(year)) => self.days_in(year, southern).map(found),
            (_, None) => {
                if let Some(anchor) = when.anchor {
                    let (days, other) = self.implied(anchor, when)?;
                    let told = self.turn.is_some() || self.weekday.is_some();
                    let far = !told && distance(anchor, days) > FAR;
                    let doubt = if far { Some(DateDoubt::FarYear) } else { self.doubt(days) };
                    return Some(Settled { days: Some(days), other, doubt });
                }
                let days = self.days_in(ANY_YEAR, southern)?;
                Some(Settled { doubt: Some(DateDoubt::YearOpen), ..found(days) })
            }
        }
    }

    /// What is not sure about the days found.
    fn doubt(&self, days: Days) -> Option<DateDoubt> {
        if self.weekday.is_some_and(|weekday| days.first.weekday() != weekday) {
            Some(DateDoubt::WrongWeekday)
        } else if self.what == What::FiscalYear || self.fiscal {
            Some(DateDoubt::Fiscal)
        } else {
            self.other.map(|_| DateDoubt::Swapped)
        }
    }

    /// The days that the publication date implies, and the others that may be meant.
    fn implied(&self, anchor: Date, when: &DateContext) -> Option<(Days, Option<Days>)> {
        let around = |back: i16, on: i16| {
            (anchor.year() - back..=anchor.year() + on)
                .filter_map(|year| self.days_in(year, when.context.southern))
                .filter(|days| self.weekday.is_none_or(|weekday| days.first.weekday() == weekday))
        };
        if self.weekday.is_some() {
            // The year in which the weekday is right, unless that is far off: then the weekday is wrong.
            let near = |days: &Days| distance(anchor, *days) < if days.first > anchor { 180 } else { 800 };
            let nearest = around(3, 1).filter(near).min_by_key(|days| distance(anchor, *days));
            let any_weekday = Self { weekday: None, ..*self };
            return nearest.map(|days| (days, None)).or_else(|| any_weekday.implied(anchor, when));
        }
        let before = || around(9, 1).rfind(|days| days.last < anchor);
        let after = || around(1, 9).find(|days| days.first > anchor);
        match self.turn {
            Some(Turn::Last) => {
                let days = before()?;
                // In December, `last October` may be this year's or last year's.
                let year_before = around(9, 0).rfind(|earlier| earlier.last < days.first);
                Some((days, year_before.filter(|_| days.first.year() == anchor.year())))
            }
            Some(Turn::Next) => {
                let days = after()?;
                let year_after = around(0, 9).find(|later| later.first > days.last);
                Some((days, year_after.filter(|_| days.first.year() == anchor.year())))
            }
            Some(Turn::This) => {
                let this_year = around(1, 1).rfind(|days| days.first.year() == anchor.year());
                let now = around(1, 1).find(|days| days.first <= anchor && anchor <= days.last);
                now.or(this_year).map(|days| (days, None))
            }
            None if when.ahead => {
                let from = when.reach.map_or(anchor, |(first, _)| first);
                around(1, 9).find(|days| days.last >= from).map(|days| (days, None))
            }
            None => {
                let past = around(9, 0).rfind(|days| days.first <= anchor);
                let future = after();
                // A holiday is spoken of long before it comes.
                let soon = if matches!(self.what, What::Holiday(_)) { 2 * SOON } else { SOON };
                match (past, future) {
                    (Some(past), Some(future))
                        if past.unit <= DateUnit::Month
                            && past.last < anchor
                            && distance(anchor, future) <= soon
                            && distance(anchor, past) > 180 =>
                    {
                        Some((future, Some(past)))
                    }
                    (Some(past), _) => Some((past, None)),
                    (None, future) => future.map(|days| (days, None)),
                }
            }
        }
    }

    /// The part picked out of the days.
    fn picked(&self, days: Days, when: &DateContext) -> Option<Days> {
        let Some(pick) = self.pick else { return Some(days) };
        match pick {
            Pick::Parts(from, to) => days.part(from)?.to(days.part(to)?),
            Pick::Nth(nth, unit) => nth_of(days, nth, unit),
            Pick::Run(count, unit) => run_of(days, count, unit),
            Pick::Weekday(nth, weekday) => {
                let first = if nth > 0 {
                    days_on(days.first, -1)?.nth_weekday(i32::from(nth), weekday)
                } else {
                    days_on(days.last, 1)?.nth_weekday(i32::from(nth), weekday)
                };
                first.ok().filter(|date| (days.first..=days.last).contains(date)).map(Days::day)
            }
            Pick::Weekend => match days.first.weekday() {
                Weekday::Monday => Days::weekend(days_on(days.first, -1)?)?.to(days),
                Weekday::Thursday | Weekday::Friday => days.to(Days::weekend(days.first)?),
                _ => Days::weekend(days.first),
            },
            Pick::Earlier => match when.anchor {
                Some(anchor) if anchor < days.last && anchor >= days.first => {
                    Some(Days { last: anchor, ..days })
                }
                _ => Some(days),
            },
            Pick::Later => match when.anchor {
                Some(anchor) if anchor > days.first && anchor <= days.last => {
                    Some(Days { first: anchor, ..days })
                }
                _ => Some(days),
            },
        }
    }
}

/// The nth week, weekend, day or month of a stretch.
fn nth_of(days: Days, nth: i8, unit: DateUnit) -> Option<Days> {
    let steps = i32::from(nth) - i32::from(nth > 0);
    let within = |found: Days| (found.first <= days.last && found.last >= days.first).then_some(found);
    match unit {
        // The first week of March is its first seven days; the last one its last seven.
        DateUnit::Week if nth > 0 => {
            let first = days_on(days.first, i64::from(steps) * 7)?;
            let last = days_on(first, 6)?.min(days.last);
            (first <= days.last).then_some(Days { first, last, unit })
        }
        DateUnit::Week => {
            let last = days_on(days.last, i64::from(steps + 1) * 7)?;
            Some(Days { first: days_on(last, -6)?.max(days.first), last, unit })
        }
        _ => {
            let end = if nth > 0 { days.first } else { days.last };
            let mut first = Days::around(end, unit)?;
            if unit == DateUnit::Weekend && nth > 0 && first.last < days.first {
                first = first.shift(1)?;
            }
            within(first.shift(if nth > 0 { steps } else { steps + 1 })?)
        }
    }
}

/// The first or the last so many units of a stretch.
fn run_of(days: Days, count: i32, unit: DateUnit) -> Option<Days> {
    let run = if count > 0 {
        let end = Days::around(days.first, unit)?.shift(count)?;
        let last = if unit == DateUnit::Week {
            days_on(days.first, i64::from(count) * 7 - 1)?
        } else {
            end.first.yesterday().ok()?
        };
        Days { last, unit, ..days }
    } else {
        let end = Days::around(days.last, unit)?.shift(count)?;
        let first = if unit == DateUnit::Week {
            days_on(days.last, i64::from(count) * 7 + 1)?
        } else {
            end.last.tomorrow().ok()?
        };
        Days { first, unit, ..days }
    };
    (run.first >= days.first && run.last <= days.last).then_some(run)
}

/// Days from the anchor to the stretch; 0 inside it.
fn distance(anchor: Date, days: Days) -> i32 {
    let between = |from: Date, to: Date| to.since(from).map_or(i32::MAX, |span| span.get_days());
    if anchor < days.first {
        between(anchor, days.first)
    } else if anchor > days.last {
        between(days.last, anchor)
    } else {
        0
    }
}

/// Nothing to count from.
struct NoAnchor;

impl<'a> DateContext<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        let reach = context.published.and_then(|days| Some((days.low?, days.high?)));
        let middle = reach.and_then(|(first, last)| {
            let days = last.since(first).ok()?.get_days();
            days_on(first, i64::from(days) / 2)
        });
        Self { context, anchor: middle, reach, ahead: looks_ahead(context.label), moved: false }
    }

    /// The same, with the publication date at an end of what it may be.
    pub(super) fn at(self, anchor: Date) -> Self {
        Self { anchor: Some(anchor), moved: true, ..self }
    }

    /// The first and the last day the publication date may have been, where they differ.
    pub(super) fn spread(&self) -> Option<(Date, Date)> {
        self.reach.filter(|(first, last)| first < last && !self.moved)
    }

    /// Whether the words look ahead.
    pub(super) fn looks_ahead(&self) -> bool {
        self.ahead
    }

    /// Looking ahead, whatever the label says.
    pub(super) fn looking_ahead(self) -> Self {
        Self { ahead: true, ..self }
    }

    /// The stretch of a unit that so many units lie between it and now.
    pub(super) fn unit(&self, unit: DateUnit, by: i32) -> Option<Days> {
        Days::around(self.anchor?, unit)?.shift(by)
    }

    /// The weekday meant; `None` where there is nothing to count from.
    fn weekday(&self, weekday: Weekday, turn: Option<Turn>) -> Option<Days> {
        let anchor = self.anchor?;
        let (first, last) = match self.reach {
            // Where the date of publication is uncertain by a few days, a weekday among them is that one.
            Some((first, last)) if distance(first, Days::day(last)) < 7 => (first, last),
            _ => (anchor, anchor),
        };
        let date = match turn {
            Some(Turn::Last) => anchor.nth_weekday(-1, weekday).ok()?,
            Some(Turn::Next) => anchor.nth_weekday(1, weekday).ok()?,
            Some(Turn::This) => {
                let week = Days::week(anchor)?;
                days_on(week.first, i64::from(weekday.to_monday_zero_offset()))?
            }
            None if self.ahead => days_on(first, -1)?.nth_weekday(1, weekday).ok()?,
            None => days_on(last, 1)?.nth_weekday(-1, weekday).ok()?,
        };
        Some(Days::day(date))
    }

    /// The weekday a week on from `next Friday`, or back from `last Friday`, where that one is of this week.
    fn other_week(&self, days: Days, turn: Option<Turn>) -> Option<Days> {
        let week = Days::week(self.anchor?)?;
        let this_week = (week.first..=week.last).contains(&days.first);
        match turn.filter(|_| this_week)? {
            Turn::Next => days.shift(7),
            Turn::Last => days.shift(-7),
            Turn::This => None,
        }
    }

    /// The day of the month meant: the nearest at or before the anchor, or after it where the label looks ahead. A
    /// weekday given beside it (`Friday the 13th`) tells the month.
    fn month_day(&self, day: i8, weekday: Option<Weekday>) -> Result<Option<Date>, NoAnchor> {
        let anchor = self.anchor.ok_or(NoAnchor)?;
        let in_month = |by: i32| {
            let month = Days::months(month_index(anchor) + by, 1, DateUnit::Month)?.first;
            Date::new(month.year(), month.month(), day).ok()
        };
        let fits = |date: &Date| weekday.is_none_or(|weekday| date.weekday() == weekday);
        let next = || (0..14).filter_map(in_month).filter(fits).find(|date| *date >= anchor);
        let before = || (-14..1).rev().filter_map(in_month).filter(fits).find(|date| *date <= anchor);
        let near = |date: &Date| distance(anchor, Days::day(*date));
        let found = match (self.ahead, weekday) {
            (true, _) => next(),
            // The weekday may say that the day comes within a fortnight.
            (false, Some(_)) => {
                let soon = next().filter(|date| near(date) <= 14);
                before().into_iter().chain(soon).min_by_key(near)
            }
            (false, None) => before(),
        };
        match weekday {
            Some(_) if found.is_none() => self.month_day(day, None),
            _ => Ok(found),
        }
    }

    /// The year that two digits mean: of this century, unless that lies far ahead.
    pub(super) fn full_year(&self, two: i16) -> i16 {
        let now = self.anchor.map_or(2030, Date::year);
        if 2000 + two > now + 20 { 1900 + two } else { 2000 + two }
    }
}

/// Whether a label speaks of what is to come.
fn looks_ahead(label: &str) -> bool {
    label::has(label, days::looks_ahead) || label::to_do(label)
}
