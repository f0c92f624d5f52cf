//! Figures, days, times and stages compared by their intervals.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::verdict::{Judgement, Verdict};
use super::words::Wordings;
use crate::value::{Content, Extent, Interval, Kind, Value};

/// Seconds in the shortest and in the longest month.
const MONTH: (i64, i64) = (28 * 86_400, 31 * 86_400);

/// Two figures of the same unit, or durations.
pub(super) fn quantities(
    a: &Value,
    x: &Extent<Decimal>,
    b: &Value,
    y: &Extent<Decimal>,
    wordings: &Wordings<'_, '_>,
) -> Judgement {
    if a.kind != b.kind || (a.unit != b.unit && a.kind != Kind::Duration) {
        let name = |value: &Value| match (&value.kind, &value.unit) {
            (Kind::Count, _) | (_, None) => value.kind.name().to_owned(),
            (kind, Some(unit)) => format!("{} in {unit}", kind.name()),
        };
        let reason = format!("they can't be compared: {} / {}", name(a), name(b));
        return Judgement::new(Verdict::Unclear, reason);
    }
    if let Some(judgement) = ranks(a, b, wordings) {
        return judgement;
    }
    let (x, y) = if a.unit == b.unit { (*x, *y) } else { (in_seconds(a, x), in_seconds(b, y)) };
    let judgement = extents(&x, &y, length, "figure", a.hedge.is_some() == b.hedge.is_some());
    match (judgement.verdict, wordings.tolerance(a.kind)) {
        (Verdict::Contradiction, Some(share)) if within(&x.possible, &y.possible, share) => {
            let percent = (share * Decimal::ONE_HUNDRED).normalize();
            Judgement::new(
                Verdict::Compatible,
                format!("the gap is within the story's tolerance of {percent} %"),
            )
        }
        _ => judgement,
    }
}

/// Ranks since different times, or among different things, are ranks in different company.
fn ranks(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Option<Judgement> {
    if a.is_rank() && b.is_rank() && wordings.rank_among_others() {
        return Some(Judgement::new(Verdict::Unclear, "they rank among different things"));
    }
    let since = |value: &Value| {
        let words = value.counted.as_deref().filter(|_| value.is_rank())?;
        Some(words.split_once(" since ").map(|(_, since)| since.to_lowercase()))
    };
    let (mine, yours) = (since(a)?, since(b)?);
    (mine != yours)
        .then(|| Judgement::new(Verdict::Unclear, "they rank among different ones: one says since when"))
}

/// Whether the gap between two intervals is at most a share of the larger figure.
fn within(a: &Interval<Decimal>, b: &Interval<Decimal>, share: Decimal) -> bool {
    let gap = |low: &Interval<Decimal>, high: &Interval<Decimal>| {
        let (end, start) = (low.high?, high.low?);
        (start >= end).then(|| start - end <= share * start.abs())
    };
    gap(a, b).or_else(|| gap(b, a)).unwrap_or(false)
}

/// A duration in months as the seconds it may last.
pub(super) fn in_seconds(value: &Value, extent: &Extent<Decimal>) -> Extent<Decimal> {
    if value.unit.as_deref() != Some("month") {
        return *extent;
    }
    let convert = |set: &Interval<Decimal>| Interval {
        low: set.low.and_then(|low| low.checked_mul(Decimal::from(MONTH.0))),
        high: set.high.and_then(|high| high.checked_mul(Decimal::from(MONTH.1))),
        ..*set
    };
    Extent {
        stated: convert(&extent.stated),
        possible: convert(&extent.possible),
        meant: convert(&extent.meant),
    }
}

/// Two dates. Without a year in the words or a date of publication, the year stays open (see `value::date`): then
/// only day and month can be compared, and only with another such date. Where both name no more than a
/// weekday (`open_week`), the same one is the same day, though an article that looks back had another Tuesday before it.
pub(super) fn days(x: &Extent<Date>, y: &Extent<Date>, open_week: bool) -> Judgement {
    let is_open = |extent: &Extent<Date>| extent.possible.low.is_none() && extent.possible.high.is_none();
    match (is_open(x), is_open(y)) {
        (true, true) if x.stated.low.is_some() && y.stated.low.is_some() => {
            return days(&Extent::same(x.stated), &Extent::same(y.stated), open_week);
        }
        (false, false) => {}
        (true, false) if is_bounded(&x.meant) => return in_another_year(x, y, open_week),
        (false, true) if is_bounded(&y.meant) => return in_another_year(y, x, open_week),
        _ => {
            let reason =
                "a date can't be placed: its article says neither the year nor when it was published";
            return Judgement::new(Verdict::Unclear, reason);
        }
    }
    let judgement =
        extents(x, y, |set| Some(Decimal::from(day_count(set)?)), "date", x.possible == y.possible);
    if judgement.verdict != Verdict::Contradiction {
        return judgement;
    }
    if open_week && weeks_apart(&x.possible, &y.possible) {
        return Judgement::new(Verdict::Compatible, "the same weekday, and neither says of which week");
    }
    if a_day_apart(&x.possible, &y.possible) {
        return Judgement::new(Verdict::Tension, "the dates are a day apart, which a time zone can explain");
    }
    judgement
}

fn is_bounded(set: &Interval<Date>) -> bool {
    set.low.is_some() || set.high.is_some()
}

/// A date whose year is not given and may be another than the nearest, against one that is known: where no year makes
/// them one, they contradict each other.
fn in_another_year(open: &Extent<Date>, known: &Extent<Date>, open_week: bool) -> Judgement {
    let judged = |set: Interval<Date>| days(&Extent::same(set), known, open_week);
    let nearest = judged(open.stated);
    if nearest.verdict != Verdict::Contradiction {
        return nearest;
    }
    let (Some(first), Some(from), Some(to)) = (open.stated.low, known.possible.low, known.possible.high)
    else {
        return Judgement::new(Verdict::Tension, ANOTHER_YEAR);
    };
    // A stretch over New Year begins in the year before.
    let years = i32::from(from.year()) - 1..=i32::from(to.year());
    let moved = |year: i32| {
        let months = (year - i32::from(first.year())).checked_mul(12)?;
        let span = jiff::Span::new().try_months(months).ok()?;
        let end = |end: Option<Date>| match end {
            Some(day) => day.checked_add(span).ok().map(Some),
            None => Some(None),
        };
        let (low, high) = (end(open.stated.low)?, end(open.stated.high)?);
        Some(Interval { low, high, ..open.stated })
    };
    let fits = years.take(200).filter_map(moved).any(|set| judged(set).verdict != Verdict::Contradiction);
    if fits { Judgement::new(Verdict::Tension, ANOTHER_YEAR) } else { nearest }
}

/// Why such dates are no contradiction.
const ANOTHER_YEAR: &str = "no year is given with one, and the other is of another year than the nearest";

/// A day against a time that has a day of its own.
pub(super) fn day_and_time(day: Interval<Date>, other: &Extent<Date>, open_week: bool) -> Judgement {
    let judgement = days(&Extent::same(day), other, open_week);
    match judgement.verdict {
        Verdict::Agreement => Judgement::new(Verdict::Compatible, "the same day; one also says when on it"),
        _ => judgement,
    }
}

/// Days in an interval, both ends included.
fn day_count(set: &Interval<Date>) -> Option<i64> {
    let (low, high) = (set.low?, set.high?);
    Some(i64::from(low.until(high).ok()?.get_days()) + 1)
}

/// Whether both are a single day, and the same day of a week.
fn weeks_apart(a: &Interval<Date>, b: &Interval<Date>) -> bool {
    let single = |set: &Interval<Date>| set.low.filter(|_| set.low == set.high);
    single(a).zip(single(b)).is_some_and(|(mine, yours)| mine.weekday() == yours.weekday())
}

fn a_day_apart(a: &Interval<Date>, b: &Interval<Date>) -> bool {
    let single = |set: &Interval<Date>| set.low.is_some() && set.low == set.high;
    let next = |first: Option<Date>, second: Option<Date>| {
        first.and_then(|day| day.tomorrow().ok()).is_some_and(|day| Some(day) == second)
    };
    single(a) && single(b) && (next(a.high, b.low) || next(b.high, a.low))
}

/// Two times of day.
pub(super) fn clocks(a: &Content, b: &Content, open_week: bool) -> Judgement {
    let (
        Content::Clock { minutes: x, day: x_day, zone: x_zone },
        Content::Clock { minutes: y, day: y_day, zone: y_zone },
    ) = (a, b)
    else {
        return Judgement::new(Verdict::Unclear, "they can't be compared");
    };
    if let (Some(mine), Some(yours)) = (x_day, y_day) {
        let judgement = days(&Extent::same(*mine), &Extent::same(*yours), open_week);
        if !judgement.verdict.stands_together() {
            return judgement;
        }
    }
    let offset = |zone: &Option<(String, Option<i32>)>| zone.as_ref().and_then(|(_, offset)| *offset);
    let (x, y) = match (offset(x_zone), offset(y_zone)) {
        (Some(mine), Some(yours)) if mine != yours => (*x, shifted(y, mine - yours)),
        _ => (*x, *y),
    };
    // A stretch over midnight runs into minutes of the next day, where a time without a day may be, too.
    let bounded = |extent: &Extent<i32>| extent.stated.low.is_some() && extent.stated.high.is_some();
    let free = (x_day.is_none() || y_day.is_none()) && bounded(&x) && bounded(&y);
    let judged = |turn: i32| {
        let y = shifted(&y, turn);
        extents(&x, &y, |set| Some(Decimal::from(set.high? - set.low?)), "time", x.possible == y.possible)
    };
    let judgement = judged(0);
    let turned = [1440, -1440].into_iter().filter(|_| free).map(judged);
    turned.fold(judgement, |best, other| if other.verdict < best.verdict { other } else { best })
}

fn shifted(extent: &Extent<i32>, minutes: i32) -> Extent<i32> {
    let shift = |set: &Interval<i32>| Interval {
        low: set.low.map(|low| low + minutes),
        high: set.high.map(|high| high + minutes),
        ..*set
    };
    Extent { stated: shift(&extent.stated), possible: shift(&extent.possible), meant: shift(&extent.meant) }
}

/// Two ranges of stages on one scale.
pub(super) fn stages(x: &Interval<usize>, y: &Interval<usize>) -> Judgement {
    if x == y {
        return Judgement::new(Verdict::Agreement, "the same stage");
    }
    if x.meets(y) {
        return Judgement::new(Verdict::Compatible, "one names a stage that the other includes");
    }
    let gap = |earlier: &Interval<usize>, later: &Interval<usize>| later.low?.checked_sub(earlier.high?);
    let apart = gap(x, y).or_else(|| gap(y, x)).unwrap_or(0);
    if apart == 1 {
        return Judgement::new(Verdict::Tension, "the stages are neighbours on the scale");
    }
    let between = apart.saturating_sub(1);
    let stages = if between == 1 { "a stage lies" } else { "stages lie" };
    Judgement::new(Verdict::Contradiction, format!("not both stages can hold: {stages} between them"))
}

fn length(set: &Interval<Decimal>) -> Option<Decimal> {
    set.high?.checked_sub(set.low?)
}

/// The rules that all intervals share; `length` measures one, `None` where it has no end. `alike`: both are hedged, or
/// neither is, so that the same figure in them is the same value.
fn extents<T: Ord + Copy>(
    x: &Extent<T>,
    y: &Extent<T>,
    length: impl Fn(&Interval<T>) -> Option<Decimal>,
    what: &str,
    alike: bool,
) -> Judgement {
    if !x.possible.meets(&y.possible) {
        return Judgement::new(Verdict::Contradiction, format!("no {what} satisfies both"));
    }
    if x.stated == y.stated && alike {
        return Judgement::new(Verdict::Agreement, format!("the same {what}"));
    }
    let shared = x.meant.intersection(&y.meant);
    let overlap = shared.as_ref().and_then(&length);
    let shorter = match (length(&x.meant), length(&y.meant)) {
        (Some(mine), Some(yours)) => Some(mine.min(yours)),
        (mine, yours) => mine.or(yours),
    };
    let half = shorter.map(|shorter| shorter / Decimal::TWO);
    match (shared, overlap, half) {
        (None, _, _) => {
            let reason = format!("a {what} can satisfy both, but a reader takes different ones from them");
            Judgement::new(Verdict::Tension, reason)
        }
        (Some(_), Some(overlap), Some(half)) if overlap <= half && shorter > Some(Decimal::ZERO) => {
            let reason =
                format!("a {what} can satisfy both, but what a reader takes from them hardly overlaps");
            Judgement::new(Verdict::Tension, reason)
        }
        _ if x.possible == y.possible => {
            Judgement::new(Verdict::Compatible, format!("nearly the same {what}"))
        }
        _ => Judgement::new(Verdict::Compatible, "one is vaguer than the other"),
    }
}
