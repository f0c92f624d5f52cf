//! A figure that is another one cut off behind its last digit: 85.1 of 85.19.

use rust_decimal::Decimal;

use crate::value::Extent;

/// How far the figures may be apart, as a part of the shorter: a fortieth.
const NEAREST: u32 = 40;

/// Whether one of two bare figures is what is left of the other when its last digits are cut off.
pub(super) fn is_cut(x: &Extent<Decimal>, y: &Extent<Decimal>) -> bool {
    cut_of(x, y) || cut_of(y, x)
}

fn cut_of(short: &Extent<Decimal>, long: &Extent<Decimal>) -> bool {
    let (Some(cut), Some(full)) = (bare(short), bare(long)) else { return false };
    let gap = full.0.abs() - cut.0.abs();
    // The unit of its last digit is more than what is cut off, and the longer one is written more finely.
    cut.0.is_sign_negative() == full.0.is_sign_negative()
        && full.1 < cut.1
        && gap > Decimal::ZERO
        && gap < cut.1
        && gap.checked_mul(Decimal::from(NEAREST)).is_some_and(|gap| gap <= cut.0.abs())
}

/// A bare figure and the unit of its last digit, which is as wide as what a reader takes from it.
fn bare(extent: &Extent<Decimal>) -> Option<(Decimal, Decimal)> {
    let (low, high) = (extent.stated.low?, extent.stated.high?);
    let wide = extent.meant.high?.checked_sub(extent.meant.low?)?;
    let even = low.checked_sub(extent.meant.low?)? == extent.meant.high?.checked_sub(high)?;
    (low == high && even).then_some((low, wide))
}
