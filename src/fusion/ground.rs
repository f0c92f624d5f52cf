//! How much claims leave open.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::linkage::ArticleClaim;
use crate::value::{Content, Interval};

/// How much a claim leaves open; an interval without an end is wider than any other, words are wider still.
pub(super) fn width(told: ArticleClaim<'_>) -> (usize, Decimal) {
    let days =
        |set: &Interval<Date>| set.low?.until(set.high?).ok().map(|span| Decimal::from(span.get_days()));
    let width = match &told.claim.value.content {
        Content::Quantity(extent) | Content::Rank { place: extent, .. } => {
            extent.possible.high.zip(extent.possible.low).and_then(|(high, low)| high.checked_sub(low))
        }
        Content::Days(dates) => days(&dates.extent.possible),
        Content::Clock { minutes, .. } => {
            minutes.possible.high.zip(minutes.possible.low).map(|(high, low)| Decimal::from(high - low))
        }
        Content::Stage { stages, .. } => {
            stages.high.zip(stages.low).map(|(high, low)| Decimal::from(high - low))
        }
        Content::Score(..) | Content::Names { .. } | Content::Truth(_) | Content::Words { .. } => {
            return (2, Decimal::ZERO);
        }
    };
    width.map_or((1, Decimal::ZERO), |width| (0, width))
}

/// The claim that leaves the least open; the first where several do.
pub(super) fn narrowest<'a>(members: &[ArticleClaim<'a>]) -> Option<ArticleClaim<'a>> {
    members.iter().copied().min_by_key(|&told| width(told))
}
