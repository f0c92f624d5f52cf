//! Times of day compared, each with the day and the zone it has.

use rust_decimal::Decimal;

use super::days::days;
use super::figures::extents;
use super::verdict::{Judgement, Verdict};
use crate::value::{Content, Extent, Interval};

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
