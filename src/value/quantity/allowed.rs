//! What a figure allows, in the unit that values are given in.

use rust_decimal::Decimal;

use super::figure::{Figure, same};
use super::unit::Unit;
use crate::value::hedge::{self, Hedge};
use crate::value::{Extent, Interval, Kind};

/// What a figure allows under its hedges; whole counts and sums of money written in full are exact.
pub(super) fn within(figure: Figure, unit: Option<Unit>, hedges: &[Hedge]) -> Option<Extent<Decimal>> {
    let exact = figure.in_full
        && hedges.is_empty()
        && unit.is_none_or(|unit| {
            unit.kind == Kind::Count || (unit.kind == Kind::Money && unit.scale == Decimal::ONE)
        });
    let signed = unit.is_some_and(|unit| unit.symbol == "°C");
    hedge::extent(figure, if exact { &[Hedge::Exactly] } else { hedges }, signed)
}

/// All three readings in the unit that values are given in.
pub(super) fn convert(extent: Extent<Decimal>, unit: Option<Unit>) -> Option<Extent<Decimal>> {
    let Some(unit) = unit.filter(|unit| !unit.is_base()) else { return Some(extent) };
    let end = |end: Option<Decimal>| match end {
        Some(number) => unit.convert(number).map(Some),
        None => Some(None),
    };
    let alike = |a: Option<Decimal>, b: Option<Decimal>| match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (None, None) => true,
        _ => false,
    };
    let set = |set: Interval<Decimal>| {
        let low = end(set.low)?;
        let high = if alike(set.low, set.high) { low } else { end(set.high)? };
        Some(Interval { low, high, ..set })
    };
    let possible = set(extent.possible)?;
    let (low, high) = (extent.meant.low, extent.meant.high);
    let meant = if alike(low, extent.possible.low) && alike(high, extent.possible.high) {
        Interval { low: possible.low, high: possible.high, ..extent.meant }
    } else {
        set(extent.meant)?
    };
    Some(Extent { stated: set(extent.stated)?, possible, meant })
}
