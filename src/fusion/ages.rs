//! Ages compared: they grow by the time that goes by, and never shrink.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::verdict::{Judgement, Verdict};
use crate::linkage::ArticleClaim;
use crate::value::{Content, Interval, Value};

/// Days in a month, on average.
const MONTH: Decimal = Decimal::from_parts(30_436_875, 0, 0, false, 6);
/// Seconds in a day.
const DAY: Decimal = Decimal::from_parts(86_400, 0, 0, false, 0);
/// From an age of so many years on, round ones are rounded.
const OLD: Decimal = Decimal::ONE_HUNDRED;
/// Between articles fewer days apart, few have a birthday.
const WEEK: i64 = 7;

/// How old, in days.
#[derive(Clone, Copy)]
struct Age {
    low: Decimal,
    /// Where it is older than told: a year behind the last birthday.
    below: Decimal,
    is_point: bool,
}

impl Age {
    fn told(told: ArticleClaim<'_>) -> Option<Self> {
        let value = &told.claim.value;
        // Several ages are compared one by one.
        if value.parts.is_empty() { Self::of(value.age()?) } else { None }
    }

    fn of(value: &Value) -> Option<Self> {
        let Content::Quantity(extent) = &value.content else { return None };
        let in_months = value.unit.as_deref() == Some("month");
        let (low, high) =
            (extent.stated.low.or(extent.stated.high)?, extent.stated.high.or(extent.stated.low)?);
        let years = Decimal::from(12);
        let in_years = in_months && (low % years).is_zero() && (high % years).is_zero();
        // Whoever is 53 will be so until the next birthday.
        let week = DAY * Decimal::from(7);
        let grain = match (in_months, in_years) {
            (_, true) => years,
            (true, false) => Decimal::ONE,
            (false, _) if (low % week).is_zero() => week,
            (false, _) => DAY,
        };
        let rough = value.hedge.is_some() || (in_years && low >= OLD * years);
        let set = if rough { &extent.possible } else { &extent.stated };
        let days = |it: Decimal| if in_months { it.checked_mul(MONTH) } else { it.checked_div(DAY) };
        let until = |end: Decimal| if set.high_inclusive { end.checked_add(grain) } else { Some(end) };
        Some(Self {
            low: set.low.map_or(Some(Decimal::ZERO), days)?,
            below: set.high.map_or(Some(Decimal::MAX), |end| until(end).and_then(days))?,
            is_point: low == high && !rough,
        })
    }

    fn meets(self, other: Self) -> bool {
        self.low < other.below && other.low < self.below
    }
}

/// Two ages, each as old as on the day of its article; `None` where one is no age.
pub(super) fn ages(a: ArticleClaim<'_>, b: ArticleClaim<'_>) -> Option<Judgement> {
    let (x, y) = (Age::told(a)?, Age::told(b)?);
    // Of somebody's age at a time that is told the day of the article says nothing.
    let is_fixed = |it: ArticleClaim<'_>| {
        let mut words = it.claim.attribute.split_whitespace();
        words.any(|word| matches!(word.to_lowercase().as_str(), "at" | "when" | "death"))
    };
    let between = if is_fixed(a) || is_fixed(b) { Some((0, 0)) } else { days_between(a, b) };
    Some(match between {
        None => {
            apart(x, y, Verdict::Unclear, "the ages differ, and nothing says how much time went by between")
        }
        Some((0, 0)) => {
            apart(x, y, Verdict::Tension, "the ages are a year apart: only a birthday explains it")
        }
        Some((least, most)) if most > 0 && least >= 0 => grown((a, x), (b, y), (least, most)),
        Some((least, most)) if least < 0 && most <= 0 => grown((b, y), (a, x), (-most, -least)),
        Some(_) => apart(x, y, Verdict::Unclear, "the ages differ, and nothing says which was told first"),
    })
}

/// Ages of one day; `near` is what becomes of those that lie side by side.
fn apart(x: Age, y: Age, near: Verdict, reason: &str) -> Judgement {
    if x.meets(y) {
        return alike(x, y);
    }
    if x.below == y.low || y.below == x.low {
        return Judgement::new(near, reason);
    }
    Judgement::new(Verdict::Contradiction, "no age satisfies both")
}

fn alike(x: Age, y: Age) -> Judgement {
    if x.low == y.low && x.below == y.below {
        return Judgement::new(Verdict::Agreement, "the same age");
    }
    Judgement::new(Verdict::Compatible, "one age is vaguer than the other")
}

/// An age, and one that was told so many days later: at least, at most.
fn grown(
    (first, x): (ArticleClaim<'_>, Age),
    (then, y): (ArticleClaim<'_>, Age),
    (least, most): (i64, i64),
) -> Judgement {
    let (before, after) = (&first.claim.value.text, &then.claim.value.text);
    // Who tells a story again may tell the age of then, so that it need not have grown.
    if x.meets(y) {
        return alike(x, y);
    }
    if y.below <= x.low {
        let reason = format!("nothing grows younger: {before}, and later {after}");
        return Judgement::new(Verdict::Contradiction, reason);
    }
    if y.low >= x.below + Decimal::from(most) {
        let reason = format!("it grew older than time went by: {before}, and later {after}");
        return Judgement::new(Verdict::Contradiction, reason);
    }
    if x.is_point && y.is_point && least < WEEK {
        let reason = format!("only a birthday between the two articles explains it: {before}, then {after}");
        return Judgement::new(Verdict::Tension, reason);
    }
    Judgement::new(Verdict::Development, format!("it grew older as time went by: {before}, then {after}"))
}

/// The days from the first claim to the second: at least, at most.
fn days_between(a: ArticleClaim<'_>, b: ArticleClaim<'_>) -> Option<(i64, i64)> {
    let day = |it: ArticleClaim<'_>| it.claim.as_of.or(it.article.published);
    let (x, y): (Interval<Date>, Interval<Date>) = (day(a)?, day(b)?);
    let between = |from: Option<Date>, to: Option<Date>| {
        let (from, to) = from.zip(to)?;
        Some(i64::from(from.until(to).ok()?.get_days()))
    };
    between(x.high, y.low).zip(between(x.low, y.high))
}
