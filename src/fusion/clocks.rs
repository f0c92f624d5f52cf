//! Times of day compared, each with the day and the zone it has.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::days::{a_day_apart, days};
use super::figures::extents;
use super::verdict::{Judgement, Verdict};
use crate::value::{Content, Dates, Extent, Interval, Value};

/// Days within which a weekday alone may be that weekday.
const NEAR: i32 = 31;

/// Minutes by which clocks differ.
const CLOCKS: i32 = 2;

/// Minutes that neighbouring parts of the day share at their ends.
const ENDS: i32 = 60;

/// Minutes in a day.
const DAY: i32 = 1440;

/// What a time of day, or a day with a part of it, says of when something was.
#[derive(Clone, Copy)]
struct EventTime<'a> {
    minutes: Extent<i32>,
    day: Option<&'a Dates>,
    zone: ZoneOffset,
    /// A part of the day, which begins and ends as one takes it.
    is_part: bool,
}

/// What is known of a time's zone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ZoneOffset {
    /// Nothing is said.
    Unsaid,
    /// Said, but not where it is: `local time`.
    Unknown,
    /// Minutes east of UTC.
    East(i32),
}

impl<'a> EventTime<'a> {
    fn of(value: &'a Value) -> Option<Self> {
        match &value.content {
            Content::Clock { minutes, day, zone } => {
                let zone = match zone {
                    None => ZoneOffset::Unsaid,
                    Some((_, None)) => ZoneOffset::Unknown,
                    Some((_, Some(offset))) => ZoneOffset::East(*offset),
                };
                // Nobody gives a clock time that is an hour long.
                let wide = minutes.stated.high.zip(minutes.stated.low).is_some_and(|(high, low)| high > low);
                let is_part = wide && !minutes.stated.high_inclusive;
                Some(Self { minutes: *minutes, day: day.as_ref(), zone, is_part })
            }
            Content::Days(dates) => {
                let hours = dates.hours.filter(|_| dates.single().is_some())?;
                Some(Self {
                    minutes: hours.minutes,
                    day: Some(dates),
                    zone: ZoneOffset::Unsaid,
                    is_part: true,
                })
            }
            Content::Quantity(_)
            | Content::Rank { .. }
            | Content::Score(..)
            | Content::Stage { .. }
            | Content::Names { .. }
            | Content::Truth(_)
            | Content::Words { .. } => None,
        }
    }

    fn single_day(&self) -> Option<Date> {
        let Interval { low, high, .. } = self.day?.extent.possible;
        low.filter(|_| low == high)
    }

    fn is_bounded(&self) -> bool {
        self.minutes.stated.low.is_some() && self.minutes.stated.high.is_some()
    }
}

/// Two times of day, or days with a part of the day; `None` where one of them does not tell the hour.
pub(super) fn clocks(a: &Value, b: &Value) -> Option<Judgement> {
    let (x, y) = (EventTime::of(a)?, EventTime::of(b)?);
    let apart = match (x.single_day(), y.single_day()) {
        (Some(mine), Some(yours)) => mine.until(yours).ok()?.get_days(),
        _ => 0,
    };
    let open_week = |moment: &EventTime<'_>| moment.day.is_some_and(|day| day.weekday_alone);
    let near = match (open_week(&x), open_week(&y)) {
        (true, true) => true,
        (false, false) => false,
        _ => apart.abs() <= NEAR,
    };
    // The same weekday of two weeks is one day as far as anybody says.
    let apart = if near && apart % 7 == 0 { 0 } else { apart };
    if let (Some(mine), Some(yours)) = (x.day, y.day)
        && (apart.abs() > 1 || x.single_day().is_none() || y.single_day().is_none())
    {
        let judgement = days(mine, yours);
        if !judgement.verdict.stands_together() {
            return Some(judgement);
        }
    }
    let shift = apart * DAY;
    let judgement = match (x.zone, y.zone) {
        (ZoneOffset::East(mine), ZoneOffset::East(yours)) => at_once(&x, &y, shift + mine - yours),
        (ZoneOffset::Unknown, ZoneOffset::East(_)) | (ZoneOffset::East(_), ZoneOffset::Unknown) => {
            let judgement = at_once(&x, &y, shift);
            if judgement.verdict.stands_together() { judgement } else { unplaced() }
        }
        (ZoneOffset::Unsaid, ZoneOffset::East(_)) | (ZoneOffset::East(_), ZoneOffset::Unsaid) => {
            let judgement = at_once(&x, &y, shift);
            let zone_explains = judgement.verdict == Verdict::Contradiction && zones_apart(&x, &y, shift);
            if zone_explains { unplaced() } else { judgement }
        }
        (ZoneOffset::Unsaid | ZoneOffset::Unknown, ZoneOffset::Unsaid | ZoneOffset::Unknown) => {
            at_once(&x, &y, shift)
        }
    };
    let days_differ = judgement.verdict == Verdict::Contradiction
        && apart != 0
        && !known(&x, &y)
        && !on_both_sides_of_midnight(&x, &y, apart);
    if days_differ
        && let (Some(mine), Some(yours)) = (x.day, y.day)
        && a_day_apart(&mine.extent.possible, &yours.extent.possible)
        && !(x.is_part && y.is_part)
    {
        return Some(days(mine, yours));
    }
    Some(judgement)
}

/// A time in a zone that nobody names, beside one in a zone that is named.
fn unplaced() -> Judgement {
    let reason = "they can't be compared: only one says in which zone it is; `zone` in story.toml tells that of \
                  the place";
    Judgement::new(Verdict::Unclear, reason)
}

/// Whether two times of neighbouring days are but some hours apart: ten to twelve, and ten past.
fn on_both_sides_of_midnight(x: &EventTime<'_>, y: &EventTime<'_>, apart: i32) -> bool {
    let minute = |moment: &EventTime<'_>| moment.minutes.stated.low.or(moment.minutes.stated.high);
    let between = minute(x).zip(minute(y)).map(|(mine, yours)| yours + apart * DAY - mine);
    apart.abs() == 1 && !x.is_part && !y.is_part && between.is_some_and(|minutes| minutes.abs() < DAY / 2)
}

/// Whether the zones of both are known, or neither says one.
fn known(x: &EventTime<'_>, y: &EventTime<'_>) -> bool {
    matches!((x.zone, y.zone), (ZoneOffset::East(_), ZoneOffset::East(_)))
}

/// Whether a difference of zones may lie between two times: whole half hours, and no more than there are on earth.
fn zones_apart(x: &EventTime<'_>, y: &EventTime<'_>, shift: i32) -> bool {
    (-14 * 2..=14 * 2).any(|half_hours| {
        let y = shifted(&y.minutes, shift + half_hours * 30);
        x.minutes.possible.meets(&y.possible)
    })
}

/// Both on the clock of the first, the second moved by so many minutes.
fn at_once(x: &EventTime<'_>, y: &EventTime<'_>, shift: i32) -> Judgement {
    let judged = |turn: i32| {
        let moved = shifted(&y.minutes, shift + turn);
        match (x.is_part, y.is_part) {
            (true, true) if are_neighbours(&x.minutes, &moved) => Judgement::new(
                Verdict::Tension,
                "they name neighbouring parts of the day, which hardly overlap at their ends",
            ),
            (false, false) => exact(&x.minutes, &moved),
            _ => parts(&x.minutes, &moved),
        }
    };
    let judgement = judged(0);
    // A stretch over midnight runs into minutes of the next day, where a time without a day may be, too.
    let free = (x.day.is_none() || y.day.is_none()) && x.is_bounded() && y.is_bounded();
    let turned = [DAY, -DAY].into_iter().filter(|_| free).map(judged);
    turned.fold(judgement, |best, other| if other.verdict < best.verdict { other } else { best })
}

fn exact(x: &Extent<i32>, y: &Extent<i32>) -> Judgement {
    let named = |extent: &Extent<i32>| extent.stated.low.or(extent.stated.high);
    if x.possible.meets(&y.possible) && x.stated != y.stated && named(x) == named(y) {
        return Judgement::new(Verdict::Compatible, "the same time, but for the words around it");
    }
    let minute = |extent: &Extent<i32>| extent.stated.low.filter(|_| extent.stated.low == extent.stated.high);
    let near = minute(x).zip(minute(y)).is_some_and(|(mine, yours)| (mine - yours).abs() <= CLOCKS);
    if near && !x.possible.meets(&y.possible) {
        return Judgement::new(Verdict::Tension, "the times are as close as clocks are to each other");
    }
    extents(x, y, |set| Some(Decimal::from(set.high? - set.low?)), "time", x.possible == y.possible)
}

/// Whether two parts of the day share no more than the slack at the end of one and the beginning of the other: morning,
/// afternoon.
fn are_neighbours(x: &Extent<i32>, y: &Extent<i32>) -> bool {
    let shared = x.possible.intersection(&y.possible).and_then(|both| Some(both.high? - both.low?));
    shared.is_some_and(|minutes| minutes <= ENDS) && !x.stated.meets(&y.stated)
}

/// Parts of the day begin and end as one takes them: what they share is enough.
fn parts(x: &Extent<i32>, y: &Extent<i32>) -> Judgement {
    if !x.possible.meets(&y.possible) {
        return Judgement::new(Verdict::Contradiction, "no time of the day satisfies both");
    }
    if x.stated == y.stated {
        return Judgement::new(Verdict::Agreement, "the same part of the day");
    }
    Judgement::new(Verdict::Compatible, "both may be the same time of the day")
}

fn shifted(extent: &Extent<i32>, minutes: i32) -> Extent<i32> {
    let shift = |set: &Interval<i32>| Interval {
        low: set.low.map(|low| low + minutes),
        high: set.high.map(|high| high + minutes),
        ..*set
    };
    Extent { stated: shift(&extent.stated), possible: shift(&extent.possible), meant: shift(&extent.meant) }
}
