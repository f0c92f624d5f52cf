//! Days compared by their intervals.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::figures::extents;
use super::verdict::{Judgement, Verdict};
use crate::value::{Dates, Extent, Interval, Note, Value, Year};

/// Two dates. Where both name no more than a weekday, the same one is the same day, though an article that looks back had
/// another Tuesday before it.
pub(super) fn days(x: &Dates, y: &Dates) -> Judgement {
    if !(x.listed.is_empty() && y.listed.is_empty()) {
        return lists(x, y);
    }
    let judgement = stretches(&x.extent, &y.extent, x.weekday_alone && y.weekday_alone);
    let one_alone = x.weekday_alone != y.weekday_alone;
    if judgement.verdict == Verdict::Contradiction && one_alone && in_near_weeks(&x.extent, &y.extent) {
        return Judgement::new(Verdict::Compatible, "one says the weekday, the other which one near by");
    }
    let unsaid = |dates: &Dates| matches!(dates.year, Year::Implied | Year::Far);
    if judgement.reason == ANOTHER_YEAR && unsaid(x) && unsaid(y) {
        return Judgement::new(Verdict::Compatible, "the same but for the year, which neither says");
    }
    judgement
}

/// The same day, of which one says the evening or the morning, or another weekday than it has.
pub(super) fn parts_of_a_day(a: &Value, b: &Value, judgement: Judgement) -> Judgement {
    const PARTS: &[&str] =
        &["dawn", "morning", "noon", "midday", "afternoon", "evening", "night", "overnight", "late", "early"];
    let misplaced = |value: &Value| value.notes.contains(&Note::WrongWeekday);
    if judgement.verdict.stands_together() && misplaced(a) != misplaced(b) {
        let reason = "the dates are the same, but one gives a weekday that is not that of the day";
        return Judgement::new(Verdict::Unclear, reason);
    }
    let part = |value: &Value| {
        let text = value.text.to_lowercase();
        let mut words = text.split(|it: char| !it.is_alphanumeric());
        words.any(|word| PARTS.contains(&word))
    };
    let one = judgement.verdict == Verdict::Agreement && part(a) != part(b);
    if one {
        Judgement::new(Verdict::Compatible, "the same day; one also says when on it")
    } else {
        judgement
    }
}

/// Whether two days are the ends of a span, since the label says `between`, and the other says the same one whole.
pub(super) fn same_ends(x: &Dates, y: &Dates, between: (bool, bool)) -> bool {
    let ends = |ends: &Dates, span: &Dates| {
        ends.listed.len() == 2 && span.listed.is_empty() && ends.extent.stated == span.extent.stated
    };
    between.0 && ends(x, y) || between.1 && ends(y, x)
}

/// Days that are listed are those days, and not what lies between them.
fn lists(x: &Dates, y: &Dates) -> Judgement {
    let unsure = |dates: &Dates| matches!(dates.year, Year::Far | Year::Open);
    let of = |dates: &Dates| match dates.listed.as_slice() {
        [] if unsure(dates) => vec![dates.extent.stated],
        [] => vec![dates.extent.possible],
        listed => listed.to_vec(),
    };
    let (mine, yours) = (of(x), of(y));
    let missing = |from: &[Interval<Date>], other: &[Interval<Date>]| {
        from.iter().filter(|day| !other.iter().any(|it| it.meets(day))).count()
    };
    match (missing(&mine, &yours), missing(&yours, &mine)) {
        (0, 0) if mine == yours => Judgement::new(Verdict::Agreement, "the same dates"),
        (0, _) | (_, 0) => Judgement::new(Verdict::Compatible, "one names more dates than the other"),
        (only_x, only_y) if only_x < mine.len() && only_y < yours.len() => {
            Judgement::new(Verdict::Tension, "they share a date, and each names one that the other does not")
        }
        _ if unsure(x) != unsure(y) => Judgement::new(Verdict::Tension, ANOTHER_YEAR),
        _ => Judgement::new(Verdict::Contradiction, "they name different dates"),
    }
}

/// Two stretches of days. Without a year in the words or a date of publication, the year stays open (see `value::date`):
/// then only day and month can be compared, and only with another such date.
fn stretches(x: &Extent<Date>, y: &Extent<Date>, open_week: bool) -> Judgement {
    let is_open = |extent: &Extent<Date>| extent.possible.low.is_none() && extent.possible.high.is_none();
    match (is_open(x), is_open(y)) {
        (true, true) if x.stated.low.is_some() && y.stated.low.is_some() => {
            return stretches(&Extent::same(x.stated), &Extent::same(y.stated), open_week);
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

/// Days a month apart at most, of one weekday: which week a weekday alone means is a guess.
fn in_near_weeks(x: &Extent<Date>, y: &Extent<Date>) -> bool {
    let days = x.stated.low.zip(y.stated.low).and_then(|(mine, yours)| mine.until(yours).ok());
    weeks_apart(&x.stated, &y.stated) && days.is_some_and(|span| span.get_days().abs() <= 31)
}

fn is_bounded(set: &Interval<Date>) -> bool {
    set.low.is_some() || set.high.is_some()
}

/// A date whose year is not given and may be another than the nearest, against one that is known: where no year makes
/// them one, they contradict each other.
fn in_another_year(open: &Extent<Date>, known: &Extent<Date>, open_week: bool) -> Judgement {
    let judged = |set: Interval<Date>| stretches(&Extent::same(set), known, open_week);
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
    let best = years.take(200).filter_map(moved).map(judged).min_by_key(|judgement| judgement.verdict);
    match best {
        Some(found) if found.verdict.stands_together() => Judgement::new(Verdict::Tension, ANOTHER_YEAR),
        // No year makes them one day, but one makes them neighbours: the 24th, the 25th.
        Some(found) if found.verdict != Verdict::Contradiction => found,
        _ => nearest,
    }
}

/// Why such dates are no contradiction.
const ANOTHER_YEAR: &str = "no year is given with one, and the other is of another year than the nearest";

/// A day against a time that has a day of its own.
pub(super) fn day_and_time(day: &Dates, other: &Dates) -> Judgement {
    let judgement = days(day, other);
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

pub(super) fn a_day_apart(a: &Interval<Date>, b: &Interval<Date>) -> bool {
    let single = |set: &Interval<Date>| set.low.is_some() && set.low == set.high;
    let next = |first: Option<Date>, second: Option<Date>| {
        first.and_then(|day| day.tomorrow().ok()).is_some_and(|day| Some(day) == second)
    };
    single(a) && single(b) && (next(a.high, b.low) || next(b.high, a.low))
}
