//! Times of day: a moment or a stretch on the clock, with its day and its zone where the words give them.

mod clock;
pub(super) mod daypart;
mod extent;
mod zone;

use jiff::civil::Date;

use super::date::{self, Day};
use super::{Content, Context, Dates, Kind, Note, Value};
use crate::english::label;
use crate::english::time::clock::{self as wording, Bound};
use crate::english::time::dates::is_deadline;
use crate::english::token::Phrase;
use crate::english::words::Promises;
use clock::{ClockTime, Half};
use extent::{DAY, extent};
pub use zone::is_known as is_zone;

/// The phrase, where the whole of it is one.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    if let Some(part) = daypart::read(phrase) {
        return Some(part);
    }
    if phrase.promises.any(Promises::CLOCK) { worded(phrase, context, false) } else { None }
}

/// The phrase as the time that its label asks for: `11.30`, `at 1130`, `14h30` are times there, and figures elsewhere.
pub(crate) fn asked(phrase: &Phrase, context: &Context) -> Option<Value> {
    if phrase.len() > LONGEST || !phrase.promises.any(Promises::FIGURE) || !label::clock(context.label) {
        return None;
    }
    worded(phrase, context, true)
}

/// A time somewhere in the phrase, where all around it belongs to it.
fn worded(phrase: &Phrase, context: &Context, asked: bool) -> Option<Value> {
    let counts = label::counts(context.label);
    (0..phrase.len()).find_map(|at| {
        let (stretch, next) = stretch(phrase, at, counts, asked)?;
        Whole { phrase, context, at, stretch, next, ahead: false }.dated()
    })
}

/// No time of day is longer.
const LONGEST: usize = 16;

/// One moment, or two.
#[derive(Clone, Copy, Debug)]
struct TimeStretch {
    first: ClockTime,
    last: ClockTime,
}

/// The place behind what joins two times.
fn joint(phrase: &Phrase, at: usize) -> Option<usize> {
    match (phrase.word(at), phrase.symbol(at)) {
        ("to" | "and" | "or" | "until" | "till" | "through", _) | (_, Some('-')) => Some(at + 1),
        _ => None,
    }
}

/// The time or the range of times at a place, and the place behind it.
fn stretch(phrase: &Phrase, at: usize, counts: bool, asked: bool) -> Option<(TimeStretch, usize)> {
    let read =
        |at: usize| clock::read(phrase, at).or_else(|| if asked { clock::asked(phrase, at) } else { None });
    let both = |(left, next): (ClockTime, usize)| {
        let (right, next) = read(joint(phrase, next)?)?;
        Some((left, right, next))
    };
    let marked = read(at);
    // In `2024-03-26T01:28:00-04:00` the last is a zone.
    let in_iso = at.checked_sub(1).is_some_and(|before| phrase.word(before) == "t");
    if let Some((first, last, next)) = marked.filter(|_| !in_iso).and_then(both) {
        let first = like(first, last);
        return Some((TimeStretch { first, last: after(first, last) }, next));
    }
    if let Some((first, next)) = marked {
        return Some((TimeStretch { first, last: first }, next));
    }
    // `1 to 2 a.m.`: the second says for both which half of the day it is.
    if let Some((first, last, next)) = clock::bare_hour(phrase, at).and_then(both) {
        let first = like(first, last);
        return Some((TimeStretch { first, last: after(first, last) }, next));
    }
    // `tonight at 8`: the day says it.
    let introduced = at.checked_sub(1).is_some_and(|before| phrase.word(before) == "at");
    // `8 this evening` is a time, unless the label counts.
    let told = |moment: ClockTime, next: usize| {
        let today = at == 0 && !counts && matches!(phrase.word(next), "this" | "tonight");
        (introduced || today) && half_named(phrase, moment.minutes).is_some()
    };
    let (moment, next) = clock::bare_hour(phrase, at).filter(|(moment, next)| told(*moment, *next))?;
    Some((TimeStretch { first: moment, last: moment }, next))
}

/// The first moment of a range in the half of the day that fits the last.
fn like(first: ClockTime, last: ClockTime) -> ClockTime {
    if !first.either_half || last.either_half {
        return first;
    }
    let minutes = if last.minutes >= 720 && first.minutes < 720 && first.minutes + 720 <= last.minutes {
        first.minutes + 720
    } else if first.minutes >= 720 && last.minutes < 720 {
        first.minutes - 720
    } else {
        first.minutes
    };
    ClockTime { minutes, either_half: false }
}

/// The half of the day that `this morning` or `on Tuesday evening` tell a time. Half past one at night is no half
/// past thirteen.
fn half_named(phrase: &Phrase, minutes: i32) -> Option<Half> {
    (0..phrase.len()).find_map(|at| match phrase.word(at) {
        "morning" => Some(Half::Morning),
        "afternoon" | "evening" => Some(Half::Afternoon),
        "tonight" | "night" if minutes >= 300 => Some(Half::Afternoon),
        _ => None,
    })
}

/// The end of a range: of the next day, where it comes before the start.
fn after(first: ClockTime, last: ClockTime) -> ClockTime {
    if last.minutes < first.minutes { ClockTime { minutes: last.minutes + 1440, ..last } } else { last }
}

/// A phrase in which a time was found.
struct Whole<'a> {
    phrase: &'a Phrase<'a>,
    context: &'a Context<'a>,
    /// Where the time begins.
    at: usize,
    stretch: TimeStretch,
    /// The place behind it.
    next: usize,
    /// The words look ahead.
    ahead: bool,
}

impl Whole<'_> {
    /// The value, on the weekday to come where it is a deadline: `by 5 p.m. on Friday`.
    fn dated(&self) -> Option<Value> {
        let past = self.value()?;
        if !past.hedge.as_deref().is_some_and(is_deadline) {
            return Some(past);
        }
        let mut value = Self { ahead: true, ..*self }.value()?;
        if value.content != past.content {
            value.others.push(Value { others: Vec::new(), ..past });
        }
        Some(value)
    }

    /// The value, where all that stands around the time belongs to it.
    fn value(&self) -> Option<Value> {
        let day_before = self.before()?;
        let (bounds, from) = day_before.bounds;
        let mut behind = self.behind()?;
        let day = match (day_before.day, behind.day.take()) {
            (Some(_), Some(_)) => return None,
            (day, None) | (None, day) => day,
        };
        let is_open = day == Some(Day::Open);
        let known = match day {
            Some(Day::Known(days)) => Some(days),
            _ => None,
        };
        let mut bounds = bounds;
        bounds.extend(behind.bound);
        let spanned = self.spanned(&behind, known.as_ref());
        let stretch = spanned.unwrap_or(self.stretch);
        let is_range = stretch.first != stretch.last;
        // `from 9 a.m. to 5 p.m.`: the word only opens the range.
        let opens = is_range && bounds == [Bound::From] && behind.bound.is_none();
        if opens {
            bounds.clear();
        }
        let zone =
            behind.zone_at.and_then(|at| zone::read(self.phrase, at, self.day_for_zone(known.as_ref())));
        let stretch = if is_range && spanned.is_some() { stretch } else { self.in_half_named() };
        // The midnight at the end of a day is the one that a deadline means, or what is just before it.
        let midnight = known.is_some() && !is_range && self.is_midnight();
        let at_the_end = |stretch: TimeStretch| {
            let late = |moment: ClockTime| ClockTime { minutes: moment.minutes + DAY, ..moment };
            TimeStretch { first: late(stretch.first), last: late(stretch.last) }
        };
        let ends_day =
            |bound: &Bound| matches!(bound, Bound::Before | Bound::ShortlyBefore | Bound::By | Bound::Until);
        let stretch = if midnight && bounds.iter().any(ends_day) { at_the_end(stretch) } else { stretch };
        // What is local the story may tell.
        let zone = zone.map(|(zone, _)| match (zone.offset, self.context.zone) {
            (None, Some(name)) if zone.is_local() => {
                let offset = zone::offset_of(name, self.day_for_zone(known.as_ref()));
                zone::Zone { offset, ..zone }
            }
            _ => zone,
        });
        let mut value = self.time(&bounds, stretch);
        if let Content::Clock { day, zone: worded, .. } = &mut value.content {
            *day = known;
            *worded = zone.map(|zone| (zone.worded, zone.offset));
        }
        if behind.wrong_weekday || day_before.wrong_weekday {
            value.notes.push(Note::WrongWeekday);
        }
        self.told_again(&behind, &mut value);
        if from < self.at && !opens {
            value.hedge = Some(self.phrase.written(from, self.at).to_ascii_lowercase());
        } else if let Some((from, to)) = behind.hedge.filter(|_| behind.bound != Some(Bound::Exactly)) {
            value.hedge = Some(self.phrase.written(from, to).to_ascii_lowercase());
        }
        let remark = behind.remark.map(|(from, to)| self.phrase.written(from, to).to_owned());
        value.notes.extend(remark.map(Note::AlsoGiven));
        if is_open {
            let why = match self.context.published {
                Some(_) => Note::DayFarOff,
                None => Note::DayUncounted,
            };
            value.notes.push(why);
        }
        let either_end = bounds.iter().all(|bound| matches!(bound, Bound::About | Bound::Exactly));
        if midnight && either_end {
            let other = in_place_of(&value, self.time(&bounds, at_the_end(stretch)));
            value.others.push(other);
        }
        if stretch.first.either_half && stretch.last.either_half {
            let later =
                |moment: ClockTime| ClockTime { minutes: (moment.minutes + 720) % 1440, either_half: false };
            let stretch = TimeStretch { first: later(stretch.first), last: later(stretch.last) };
            let other = in_place_of(&value, self.time(&bounds, stretch));
            value.others.push(other);
        }
        Some(value)
    }

    /// Whether the time is called midnight.
    fn is_midnight(&self) -> bool {
        self.next.checked_sub(1).is_some_and(|last| self.phrase.word(last) == "midnight")
            && self.stretch.first.minutes == 0
    }

    /// From a time of one day to a time of another: `from 11 p.m. Monday to 4 a.m. Tuesday`.
    fn spanned(&self, behind: &Behind, first: Option<&Dates>) -> Option<TimeStretch> {
        let (last, day) = behind.end.as_ref()?;
        let days = match (first.and_then(Dates::single), day.as_ref().and_then(Dates::single)) {
            (Some(from), Some(to)) => from.until(to).ok()?.get_days(),
            _ => i32::from(last.minutes <= self.stretch.first.minutes),
        };
        let last = ClockTime { minutes: last.minutes + days * DAY, ..*last };
        (last.minutes > self.stretch.first.minutes).then_some(TimeStretch { first: self.stretch.first, last })
    }

    /// The same moment on another clock, in brackets. It tells the offset of a time whose zone is not known.
    fn told_again(&self, behind: &Behind, value: &mut Value) {
        let Some((from, to)) = behind.remark else { return };
        let Content::Clock { day, zone, .. } = &mut value.content else { return };
        let mut at = from;
        while at < to {
            let Some((moment, next)) = clock::read(self.phrase, at).filter(|(_, next)| *next <= to) else {
                at += 1;
                continue;
            };
            at = next;
            let there = zone::read(self.phrase, next, self.day_for_zone(day.as_ref()));
            let Some((there, next)) = there else { continue };
            at = next;
            let Some(offset) = there.offset else { continue };
            let here = self.stretch.first.minutes;
            // Minutes east of UTC, as near to it as they can be.
            let east = (here - moment.minutes + offset + DAY / 2).rem_euclid(DAY) - DAY / 2;
            if zone.as_ref().is_none_or(|(_, known)| known.is_none()) && !self.stretch.first.either_half {
                let worded = zone.take().map_or_else(|| zone::written(east), |(worded, _)| worded);
                *zone = Some((worded, Some(east)));
            }
            let known = zone.as_ref().and_then(|(_, known)| *known).unwrap_or(east);
            let minutes = here - known + offset;
            let there = Some((there.worded, there.offset));
            let same = ClockTime { minutes, either_half: false };
            // Nothing but the same moment is another expression of it.
            if (minutes - moment.minutes).rem_euclid(DAY) == 0 {
                let extent = extent(TimeStretch { first: same, last: same }, &[]);
                let content = Content::Clock { minutes: extent, day: day.clone(), zone: there };
                value.also.push(Value::new(self.phrase.written(from, to), Kind::Time, content));
            }
        }
    }

    /// The times in the half of the day that the words around tell.
    fn in_half_named(&self) -> TimeStretch {
        let half = half_named(self.phrase, self.stretch.first.minutes);
        let told = |moment: ClockTime| match half {
            Some(half) if moment.either_half => clock::in_half(moment, half).unwrap_or(moment),
            _ => moment,
        };
        TimeStretch { first: told(self.stretch.first), last: told(self.stretch.last) }
    }

    fn time(&self, bounds: &[Bound], stretch: TimeStretch) -> Value {
        let content = Content::Clock { minutes: extent(stretch, bounds), day: None, zone: None };
        Value::new(self.phrase.text, Kind::Time, content)
    }

    /// The day by which a zone is in summer time: that of the time, or that of the article.
    fn day_for_zone(&self, day: Option<&Dates>) -> Option<Date> {
        day.and_then(|day| day.extent.possible.low).or_else(|| self.context.published?.low)
    }
}

/// Another time with the day, the zone and the hedge of the first.
fn in_place_of(value: &Value, other: Value) -> Value {
    let content = match (&value.content, other.content) {
        (Content::Clock { day, zone, .. }, Content::Clock { minutes, .. }) => {
            Content::Clock { minutes, day: day.clone(), zone: zone.clone() }
        }
        (_, content) => content,
    };
    Value { content, hedge: value.hedge.clone(), ..other }
}

/// What stands before a time.
struct Before {
    day: Option<Day>,
    wrong_weekday: bool,
    /// The hedges, and the place of the first.
    bounds: (Vec<Bound>, usize),
}

/// What stands behind a time.
#[derive(Default)]
struct Behind {
    day: Option<Day>,
    zone_at: Option<usize>,
    /// From where to where another time stands in brackets.
    remark: Option<(usize, usize)>,
    /// The time and the day at which it ends.
    end: Option<(ClockTime, Option<Dates>)>,
    wrong_weekday: bool,
    bound: Option<Bound>,
    hedge: Option<(usize, usize)>,
}

impl Whole<'_> {
    /// `Tuesday at about`, `only until about`, `between`.
    fn before(&self) -> Option<Before> {
        (0..=self.at).find_map(|split| {
            let bounds = self.bounds_between(split)?;
            let day = if split == 0 { None } else { Some(self.day(0, split)?) };
            let wrong_weekday = day.as_ref().is_some_and(|(_, wrong)| *wrong);
            Some(Before { day: day.map(|(day, _)| day), wrong_weekday, bounds })
        })
    }

    /// The hedges from a place up to the time, where there is nothing else.
    fn bounds_between(&self, from: usize) -> Option<(Vec<Bound>, usize)> {
        let mut bounds = Vec::new();
        let mut first = self.at;
        let mut at = from;
        while at < self.at {
            if let Some((bound, next)) =
                wording::BOUND_INDEX.find(self.phrase, at).filter(|(_, next)| *next <= self.at)
            {
                // `only until`: the words that bound are those that count.
                if bounds.iter().all(|bound| *bound == Bound::Exactly) {
                    first = if bound == Bound::Exactly { self.at } else { at };
                }
                bounds.push(bound);
                at = next;
            } else if wording::is_neutral(self.phrase, at) {
                at += 1;
            } else {
                return None;
            }
        }
        Some((bounds, first))
    }

    /// `ET (0530 GMT) on Tuesday`, `or so`, `local time`.
    fn behind(&self) -> Option<Behind> {
        let mut behind = Behind::default();
        let mut at = self.next;
        let end = self.phrase.len();
        while at < end {
            if let Some((_, next)) = zone::read(self.phrase, at, None).filter(|_| behind.zone_at.is_none()) {
                behind.zone_at = Some(at);
                at = next;
            } else if matches!(self.phrase.word(at), "eastern" | "pacific" | "local")
                && behind.zone_at.is_none()
                && (at + 1 == end || self.phrase.word(at + 1) == "on")
            {
                at += 1;
            } else if matches!(self.phrase.symbol(at), Some('(' | '/' | ';')) && behind.remark.is_none() {
                let close = (at..end).find(|place| self.phrase.symbol(*place) == Some(')'));
                let (to, next) = close.map_or((end, end), |close| (close, close + 1));
                // Only another time may stand beside a time.
                (at + 1..to).find_map(|place| clock::read(self.phrase, place))?;
                behind.remark = Some((at + 1, to));
                at = next;
            } else if let Some((bound, next)) =
                wording::BEHIND_INDEX.find(self.phrase, at).filter(|(_, next)| {
                    *next <= end && behind.bound.is_none() && (self.phrase.word(at) != "on" || *next == end)
                })
            {
                behind.bound = Some(bound);
                behind.hedge = Some((at, next));
                at = next;
            } else if let Some((last, next)) = self.end_of_span(at).filter(|_| behind.end.is_none()) {
                let to = self.day_end(next);
                let day = if next < to { Some(self.day(next, to)?) } else { None };
                let day = match day {
                    Some((Day::Known(days), _)) => Some(days),
                    Some((Day::Open, _)) | None => None,
                };
                behind.end = Some((last, day));
                at = to;
            } else if behind.day.is_none() {
                let to = self.day_end(at);
                let (day, wrong) = self.day(at, to)?;
                (behind.day, behind.wrong_weekday) = (Some(day), wrong);
                at = to;
            } else {
                return None;
            }
        }
        Some(behind)
    }

    /// The time behind a word that joins it to the one before, and the place behind it.
    fn end_of_span(&self, at: usize) -> Option<(ClockTime, usize)> {
        clock::read(self.phrase, joint(self.phrase, at)?)
    }

    /// Where a day that begins at a place ends: before a zone or a remark, or at the end.
    fn day_end(&self, at: usize) -> usize {
        let end = self.phrase.len();
        (at + 1..end)
            .find(|place| {
                self.phrase.symbol(*place) == Some('(')
                    || zone::read(self.phrase, *place, None).is_some()
                    || self.end_of_span(*place).is_some()
            })
            .unwrap_or(end)
    }

    /// The day between two places, and whether its weekday is another one.
    fn day(&self, from: usize, to: usize) -> Option<(Day, bool)> {
        let mut from = from;
        while from < to && matches!(self.phrase.symbol(from), Some(',')) {
            from += 1;
        }
        let mut to = to;
        while to > from && matches!(self.phrase.symbol(to - 1), Some(',' | ':' | '-')) {
            to -= 1;
        }
        date::day_between(self.phrase, (from, to), self.context, self.ahead)
    }
}
