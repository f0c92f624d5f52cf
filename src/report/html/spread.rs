//! How far the values of an item lie apart, in few words.

use crate::fusion::Verdict;
use crate::view::axis::{clock, figure};
use crate::view::extent::{common_line, day_of};
use crate::view::{DrawnExtent, Item, NumberLine};

/// `USD 10 bn to USD 15 bn, 50 % apart`, `2023-10-01 to 2025-11-30`, or how many positions there are.
pub(super) fn spread(item: &Item) -> String {
    measured(item).unwrap_or_else(|| match item.positions.len() {
        0 | 1 => String::new(),
        number => format!("{number} positions"),
    })
}

fn measured(item: &Item) -> Option<String> {
    if item.verdict == Verdict::Agreement {
        return None;
    }
    let line = common_line(&item.claims)?;
    let extents = item.claims.iter().filter_map(|it| it.extent.as_ref()).filter(|it| it.line == *line);
    let (low, high) = stated_ends(extents)?;
    if matches!(line, NumberLine::Figures(_) | NumberLine::Clock) && high <= low {
        return None;
    }
    match line {
        NumberLine::Figures(unit) => {
            let unit = unit.as_deref();
            let ends = format!("{} to {}", figure(low, unit, high), figure(high, unit, high));
            let apart = (high - low) / low.abs() * 100.0;
            Some(match apart {
                _ if low <= 0.0 => ends,
                apart if apart >= 1000.0 => format!("{ends}, {:.0} times", high / low),
                apart if apart >= 9.5 => format!("{ends}, {apart:.0} % apart"),
                apart => format!("{ends}, {apart:.1} % apart"),
            })
        }
        NumberLine::Days => {
            let (first, last) = (day_of(low)?, day_of(high - 0.5)?);
            let days = high - low;
            let length = match days {
                days if days >= 730.5 => format!(", {:.1} years", days / 365.25),
                days if days >= 61.0 => format!(", {:.0} months", days / 30.44),
                days if days >= 2.0 => format!(", {days:.0} days"),
                _ => String::new(),
            };
            Some(if first == last { first.to_string() } else { format!("{first} to {last}{length}") })
        }
        NumberLine::Clock => Some(format!("{} to {}, {:.0} min", clock(low), clock(high), high - low)),
        NumberLine::Stages(_) if high - low < 0.5 => Some(format!("stage {}", low + 1.0)),
        NumberLine::Stages(_) => Some(format!("stages {} to {}", low + 1.0, high + 1.0)),
    }
}

/// The outermost ends of what is stated.
fn stated_ends<'a>(extents: impl Iterator<Item = &'a DrawnExtent>) -> Option<(f64, f64)> {
    let ends = extents.flat_map(|it| [it.stated.low, it.stated.high]).flatten();
    let (low, high) =
        ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| (low.min(end), high.max(end)));
    (low <= high).then_some((low, high))
}
