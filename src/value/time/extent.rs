//! What the hedges around a time of day make of it.

use super::super::{Extent, Interval};
use super::TimeStretch;
use crate::english::time::clock::Bound;

/// Minutes in a day.
pub(super) const DAY: i32 = 1440;
/// A few minutes that a time on the full five minutes may be off.
const ROUND: i32 = 5;
/// What `about` allows.
const ABOUT: i32 = 10;
/// How long `shortly before` is.
const SHORTLY: i32 = 30;

/// What the hedges make of a time.
pub(super) fn extent(stretch: TimeStretch, bounds: &[Bound]) -> Extent<i32> {
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
