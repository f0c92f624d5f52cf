//! Times of day: a moment or a stretch on the clock, with its day and its zone where the words give them.

mod clock;
pub(super) mod daypart;
pub(super) mod wording;
mod zone;

use jiff::civil::Date;

use super::date::{self, Day};
use super::token::{Phrase, Shape};
use super::{Content, Context, Dates, Extent, Interval, Kind, Note, Value, label};
use clock::{Half, Moment};
use wording::Bound;

/// The phrase, where the whole of it is one.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    if let Some(part) = daypart::read(phrase) {
        return Some(part);
    }
    if !is_promising(phrase) {
        return None;
    }
    let counts = label::counts(context.label);
    (0..phrase.len()).find_map(|at| {
        let (stretch, next) = stretch(phrase, at, counts)?;
        Whole { phrase, context, at, stretch, next, ahead: false }.dated()
    })
}

/// Whether any token can belong to a time of day.
fn is_promising(phrase: &Phrase) -> bool {
    phrase.tokens.iter().any(|token| match token.shape {
        Shape::Symbol(sign) => sign == ':',
        Shape::Word => {
            matches!(
                token.lower,
                "tonight"
                    | "am"
                    | "a.m"
                    | "pm"
                    | "p.m"
                    | "noon"
                    | "midnight"
                    | "midday"
                    | "o'clock"
                    | "oclock"
                    | "past"
                    | "quarter"
                    | "hours"
                    | "hrs"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "night"
            ) || zone::is_zone(token.lower)
        }
        Shape::Number(_) => false,
    })
}

/// One moment, or two.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    first: Moment,
    last: Moment,
}

/// The time or the range of times at a place, and the place behind it.
fn stretch(phrase: &Phrase, at: usize, counts: bool) -> Option<(Stretch, usize)> {
    let joint = |at: usize| match (phrase.word(at), phrase.symbol(at)) {
        ("to" | "and" | "or" | "until" | "till" | "through", _) | (_, Some('-')) => Some(at + 1),
        _ => None,
    };
    let both = |(left, next): (Moment, usize)| {
        let (right, next) = clock::read(phrase, joint(next)?)?;
        Some((left, right, next))
    };
    let marked = clock::read(phrase, at);
    // In `2024-03-26T01:28:00-04:00` the last is a zone.
    let in_iso = at.checked_sub(1).is_some_and(|before| phrase.word(before) == "t");
    if let Some((first, last, next)) = marked.filter(|_| !in_iso).and_then(both) {
        let first = like(first, last);
        return Some((Stretch { first, last: after(first, last) }, next));
    }
    if let Some((first, next)) = marked {
        return Some((Stretch { first, last: first }, next));
    }
    // `1 to 2 a.m.`: the second says for both which half of the day it is.
    if let Some((first, last, next)) = clock::bare_hour(phrase, at).and_then(both) {
        let first = like(first, last);
        return Some((Stretch { first, last: after(first, last) }, next));
    }
    // `tonight at 8`: the day says it.
    let introduced = at.checked_sub(1).is_some_and(|before| phrase.word(before) == "at");
    // `8 this evening` is a time, unless the label counts.
    let told = |moment: Moment, next: usize| {
        let today = at == 0 && !counts && matches!(phrase.word(next), "this" | "tonight");
        (introduced || today) && half_named(phrase, moment.minutes).is_some()
    };
    let (moment, next) = clock::bare_hour(phrase, at).filter(|(moment, next)| told(*moment, *next))?;
    Some((Stretch { first: moment, last: moment }, next))
}

/// The first moment of a range in the half of the day that fits the last.
fn like(first: Moment, last: Moment) -> Moment {
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
    Moment { minutes, either_half: false }
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
fn after(first: Moment, last: Moment) -> Moment {
    if last.minutes < first.minutes { Moment { minutes: last.minutes + 1440, ..last } } else { last }
}

/// A phrase in which a time was found.
struct Whole<'a> {
    phrase: &'a Phrase<'a>,
    context: &'a Context<'a>,
    /// Where the time begins.
    at: usize,
    stretch: Stretch,
    /// The place behind it.
    next: usize,
    /// The words look ahead.
    ahead: bool,
}

impl Whole<'_> {
    /// The value, on the weekday to come where it is a deadline: `by 5 p.m. on Friday`.
    fn dated(&self) -> Option<Value> {
        let past = self.value()?;
        if !past.hedge.as_deref().is_some_and(date::wording::is_deadline) {
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
        let behind = self.behind()?;
        let day = match (day_before.day, behind.day) {
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
        let is_range = self.stretch.first != self.stretch.last;
        // `from 9 a.m. to 5 p.m.`: the word only opens the range.
        let opens = is_range && bounds == [Bound::From] && behind.bound.is_none();
        if opens {
            bounds.clear();
        }
        let zone =
            behind.zone_at.and_then(|at| zone::read(self.phrase, at, self.day_for_zone(known.as_ref())));
        let stretch = self.in_half_named();
        let mut value = self.time(&bounds, stretch);
        if let Content::Clock { day, zone: worded, .. } = &mut value.content {
            *day = known;
            *worded = zone.map(|(zone, _)| (zone.worded, zone.offset));
        }
        if from < self.at && !opens {
            value.hedge = Some(self.phrase.written(from, self.at).to_ascii_lowercase());
        } else if let Some((from, to)) = behind.hedge.filter(|_| behind.bound != Some(Bound::Exactly)) {
            value.hedge = Some(self.phrase.written(from, to).to_ascii_lowercase());
        }
        value.notes.extend(behind.remark.map(Note::AlsoGiven));
        if is_open {
            let why = match self.context.published {
                Some(_) => Note::DayFarOff,
                None => Note::DayUncounted,
            };
            value.notes.push(why);
        }
        if stretch.first.either_half && stretch.last.either_half {
            let later =
                |moment: Moment| Moment { minutes: (moment.minutes + 720) % 1440, either_half: false };
            let stretch = Stretch { first: later(stretch.first), last: later(stretch.last) };
            let mut other = self.time(&bounds, stretch);
            if let (
                Content::Clock { day, zone, .. },
                Content::Clock { day: other_day, zone: other_zone, .. },
            ) = (&value.content, &mut other.content)
            {
                other_day.clone_from(day);
                other_zone.clone_from(zone);
            }
            other.hedge.clone_from(&value.hedge);
            value.others.push(other);
        }
        Some(value)
    }

    /// The times in the half of the day that the words around tell.
    fn in_half_named(&self) -> Stretch {
        let half = half_named(self.phrase, self.stretch.first.minutes);
        let told = |moment: Moment| match half {
            Some(half) if moment.either_half => clock::in_half(moment, half).unwrap_or(moment),
            _ => moment,
        };
        Stretch { first: told(self.stretch.first), last: told(self.stretch.last) }
    }

    fn time(&self, bounds: &[Bound], stretch: Stretch) -> Value {
        let content = Content::Clock { minutes: extent(stretch, bounds), day: None, zone: None };
        Value::new(self.phrase.text, Kind::Time, content)
    }

    /// The day by which a zone is in summer time: that of the time, or that of the article.
    fn day_for_zone(&self, day: Option<&Dates>) -> Option<Date> {
        day.and_then(|day| day.extent.possible.low).or_else(|| self.context.published?.low)
    }
}

/// What stands before a time.
struct Before {
    day: Option<Day>,
    /// The hedges, and the place of the first.
    bounds: (Vec<Bound>, usize),
}

/// What stands behind a time.
#[derive(Default)]
struct Behind {
    day: Option<Day>,
    zone_at: Option<usize>,
    remark: Option<String>,
    bound: Option<Bound>,
    hedge: Option<(usize, usize)>,
}

impl Whole<'_> {
    /// `Tuesday at about`, `only until about`, `between`.
    fn before(&self) -> Option<Before> {
        (0..=self.at).find_map(|split| {
            let bounds = self.bounds_between(split)?;
            let day = if split == 0 { None } else { Some(self.day(0, split)?) };
            Some(Before { day, bounds })
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
                behind.remark = Some(self.phrase.written(at + 1, to).to_owned());
                at = next;
            } else if let Some((bound, next)) =
                wording::BEHIND_INDEX.find(self.phrase, at).filter(|(_, next)| {
                    *next <= end && behind.bound.is_none() && (self.phrase.word(at) != "on" || *next == end)
                })
            {
                behind.bound = Some(bound);
                behind.hedge = Some((at, next));
                at = next;
            } else if behind.day.is_none() {
                let to = self.day_end(at);
                behind.day = Some(self.day(at, to)?);
                at = to;
            } else {
                return None;
            }
        }
        Some(behind)
    }

    /// Where a day that begins at a place ends: before a zone or a remark, or at the end.
    fn day_end(&self, at: usize) -> usize {
        let end = self.phrase.len();
        (at + 1..end)
            .find(|place| {
                self.phrase.symbol(*place) == Some('(') || zone::read(self.phrase, *place, None).is_some()
            })
            .unwrap_or(end)
    }

    fn day(&self, from: usize, to: usize) -> Option<Day> {
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

/// A few minutes that a time on the full five minutes may be off.
const ROUND: i32 = 5;
/// What `about` allows.
const ABOUT: i32 = 10;
/// How long `shortly before` is.
const SHORTLY: i32 = 30;

/// What the hedges make of a time.
fn extent(stretch: Stretch, bounds: &[Bound]) -> Extent<i32> {
    let (low, high) = (stretch.first.minutes, stretch.last.minutes);
    let stated = Interval::closed(low, high);
    let about = bounds.contains(&Bound::About);
    let round = |minutes: i32| if minutes % 5 == 0 { ROUND } else { 0 };
    let near = if about {
        Interval::closed(low - ABOUT, high + ABOUT)
    } else if low < high || bounds.contains(&Bound::Exactly) {
        stated
    } else {
        Interval::closed(low - round(low), high + round(high))
    };
    let slack = if about { ABOUT } else { 0 };
    let open = |low: Option<i32>, high: Option<i32>, inclusive: bool| Interval {
        low,
        low_inclusive: low.is_some() && inclusive,
        high,
        high_inclusive: high.is_some() && inclusive,
    };
    match bounds.iter().find(|bound| !matches!(bound, Bound::About | Bound::Exactly)) {
        None => Extent { stated, possible: near, meant: if about { near } else { stated } },
        Some(Bound::Before) => Extent::same(open(None, Some(low + slack), false)),
        Some(Bound::After) => Extent::same(open(Some(high - slack), None, false)),
        Some(Bound::ShortlyBefore) => {
            let near = Interval { high_inclusive: false, ..Interval::closed(low - SHORTLY, low) };
            Extent { stated: open(None, Some(low), false), possible: near, meant: near }
        }
        Some(Bound::ShortlyAfter) => {
            let near = Interval { low_inclusive: false, ..Interval::closed(high, high + SHORTLY) };
            Extent { stated: open(Some(high), None, false), possible: near, meant: near }
        }
        Some(Bound::By) => Extent::same(open(None, Some(high + slack), true)),
        Some(Bound::From) => Extent::same(open(Some(low - slack), None, true)),
        Some(Bound::Until) => {
            let up_to = open(None, Some(high), true);
            let possible = open(None, near.high, true);
            Extent { stated: up_to, possible, meant: if about { near } else { stated } }
        }
        Some(Bound::Since | Bound::About | Bound::Exactly) => {
            Extent { stated, possible: near, meant: if about { near } else { stated } }
        }
    }
}
