//! A figure as written, before any unit or hedge, and how exact its digits are.

use rust_decimal::Decimal;

pub(crate) use crate::english::figures::numbers::{decimal, whole};

/// A point, or a range that the words themselves leave open (`dozens`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The lower end.
    pub low: Decimal,
    /// The upper end; equal to `low` for a point.
    pub high: Decimal,
    /// The upper end is left out: `dozens` are fewer than ten dozen.
    pub open: bool,
    /// How far from it the words still hold.
    pub loose: Loose,
    /// One unit of the last written digit: 0.1 million for `8.5 million`.
    pub step: Decimal,
    /// One unit of the last digit that is not zero: 10 billion for `10 billion`.
    pub grain: Decimal,
    /// A whole number written out in full: `3,657`, not `8.5 million`.
    pub in_full: bool,
}

/// How far from a figure its words still hold, beyond what its digits allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loose {
    /// No further.
    No,
    /// Up to the upper end, though only the lower one is what the words name: `a couple` are two, perhaps three.
    Couple,
    /// So far from either end: `half a dozen` are six, give or take one.
    Around(Decimal),
    /// Beyond the upper end, which a reader does not think of: `millions`.
    Beyond,
}

/// Whether two decimals are written with the same digits, which is cheaper to see than whether they are equal.
pub(crate) fn same(a: Decimal, b: Decimal) -> bool {
    a.scale() == b.scale() && a.mantissa() == b.mantissa()
}

/// A number found in a phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numeral {
    /// What it is.
    pub figure: Figure,
    /// The place behind it.
    pub end: usize,
    /// What multiplies its digits: a million for `8.5 million`.
    pub magnitude: Decimal,
    /// How it is written.
    pub form: NumberForm,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberForm {
    /// In digits, perhaps with a magnitude in words.
    Digits,
    /// In words.
    Words,
    /// As a part of one: `a quarter`.
    Share,
    /// Left open: `dozens`, `several`.
    Vague,
}

impl Figure {
    /// A number as its digits give it.
    pub(crate) fn digits(number: Decimal) -> Self {
        let zeros = zeros_at_end(number.mantissa());
        let step = Decimal::new(1, number.scale());
        let grain = match 10i64.checked_pow(zeros) {
            Some(ten) => Decimal::new(ten, number.scale()),
            None => Decimal::from_i128_with_scale(10i128.pow(zeros), number.scale()),
        };
        let in_full = number.scale() == 0 && zeros == 0;
        Self { low: number, high: number, open: false, loose: Loose::No, step, grain, in_full }
    }

    /// A fraction such as `a third`: as exact as one part of it.
    pub(crate) fn fraction(numerator: Decimal, denominator: Decimal) -> Option<Self> {
        let part = Decimal::ONE.checked_div(denominator)?;
        let value = numerator.checked_div(denominator)?;
        Some(Self {
            low: value,
            high: value,
            open: false,
            loose: Loose::No,
            step: part,
            grain: part,
            in_full: false,
        })
    }

    /// From a first number to a second one.
    pub(crate) fn range(low: Decimal, high: Decimal, open: bool) -> Self {
        Self { low, high, open, loose: Loose::No, step: Decimal::ZERO, grain: Decimal::ZERO, in_full: false }
    }

    /// Whether it is one number.
    pub(crate) fn is_point(&self) -> bool {
        same(self.low, self.high) || self.low == self.high
    }

    /// So many times as much. `None` where the number gets too large.
    pub(crate) fn times(self, factor: Decimal) -> Option<Self> {
        if factor == Decimal::ONE {
            return Some(self);
        }
        let times = |number: Decimal| number.checked_mul(factor);
        let (low, step) = (times(self.low)?, times(self.step)?);
        Some(Self {
            low,
            high: if same(self.low, self.high) { low } else { times(self.high)? },
            step,
            grain: if same(self.step, self.grain) { step } else { times(self.grain)? },
            open: self.open,
            loose: self.loose.times(factor)?,
            in_full: false,
        })
    }

    /// Both together; as exact as the second. For `6 feet 2 inches`, in one unit.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: self.low.checked_add(other.low)?,
            high: self.high.checked_add(other.high)?,
            open: self.open || other.open,
            in_full: self.in_full && other.in_full,
            ..other
        })
    }

    /// Below zero.
    pub(crate) fn negative(self) -> Self {
        Self { low: -self.high, high: -self.low, loose: Loose::No, ..self }
    }
}

impl Loose {
    /// Around so many times as much. `None` where the number gets too large.
    fn times(self, factor: Decimal) -> Option<Self> {
        Some(match self {
            Self::Around(by) => Self::Around(by.checked_mul(factor)?),
            other => other,
        })
    }
}

/// How many zeros the digits end with. Most figures fit 64 bits, which divide much faster than 128.
fn zeros_at_end(digits: i128) -> u32 {
    let mut zeros = 0;
    if let Ok(mut rest) = i64::try_from(digits) {
        while rest != 0 && rest % 10 == 0 {
            rest /= 10;
            zeros += 1;
        }
        return zeros;
    }
    let mut rest = digits;
    while rest % 10 == 0 {
        rest /= 10;
        zeros += 1;
    }
    zeros
}
