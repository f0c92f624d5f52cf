//! What a hedge makes of days.

use jiff::civil::Date;

use super::super::{Extent, Interval};
use super::calendar::{Days, days_on};
use crate::english::time::dates::Bound;

/// What a bound makes of days.
pub(super) fn extent(
    named: Days,
    (bound, about): (Option<Bound>, bool),
    fiscal: bool,
) -> Option<Extent<Date>> {
    let wide = bounded(if about { named.widened() } else { named }, bound, fiscal)?;
    if !about {
        return Some(wide);
    }
    Some(Extent { stated: bounded(named, bound, fiscal)?.stated, ..wide })
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
pub(super) fn ahead_of_time(hedge: &str) -> bool {
    const HEDGES: [&str; 13] = [
        "no later",
        "not later",
        "no earlier",
        "no sooner",
        "not before",
        "not until",
        "as soon as",
        "starting",
        "beginning",
        "effective",
        "until at least",
        "at the latest",
        "at the earliest",
    ];
    // `not start before`, but not `not long before`
    let starts = hedge.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("not "))
        && hedge.ends_with(" before")
        && !hedge.contains("long");
    starts
        || HEDGES
            .iter()
            .any(|words| hedge.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words)))
}
