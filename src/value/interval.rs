//! Intervals with open and closed ends.

use std::ops::Neg;

use rust_decimal::Decimal;

/// A set of values between two ends; an end that is `None` is unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub struct Interval<T> {
    /// The lower end.
    pub low: Option<T>,
    /// Whether the lower end belongs to the set.
    pub low_inclusive: bool,
    /// The upper end.
    pub high: Option<T>,
    /// Whether the upper end belongs to the set.
    pub high_inclusive: bool,
}

/// The three readings of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent<T> {
    /// The figure itself, before any allowance.
    pub stated: Interval<T>,
    /// What the words allow.
    pub possible: Interval<T>,
    /// What a reader takes from them.
    pub meant: Interval<T>,
}

impl<T: Ord + Copy> Interval<T> {
    /// One value alone.
    pub fn point(at: T) -> Self {
        Self::closed(at, at)
    }

    /// Both ends included.
    pub fn closed(low: T, high: T) -> Self {
        Self { low: Some(low), low_inclusive: true, high: Some(high), high_inclusive: true }
    }

    /// Every value.
    pub fn everything() -> Self {
        Self { low: None, low_inclusive: false, high: None, high_inclusive: false }
    }

    /// Whether `at` belongs to the set.
    pub fn contains(&self, at: T) -> bool {
        let above = self.low.is_none_or(|low| at > low || (self.low_inclusive && at == low));
        let below = self.high.is_none_or(|high| at < high || (self.high_inclusive && at == high));
        above && below
    }

    /// What both sets share; `None` where they share nothing.
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let (low, low_inclusive) = match (self.low, other.low) {
            (Some(a), Some(b)) if a == b => (Some(a), self.low_inclusive && other.low_inclusive),
            (Some(a), Some(b)) if a < b => (Some(b), other.low_inclusive),
            (Some(a), _) => (Some(a), self.low_inclusive),
            (None, _) => (other.low, other.low_inclusive),
        };
        let (high, high_inclusive) = match (self.high, other.high) {
            (Some(a), Some(b)) if a == b => (Some(a), self.high_inclusive && other.high_inclusive),
            (Some(a), Some(b)) if a > b => (Some(b), other.high_inclusive),
            (Some(a), _) => (Some(a), self.high_inclusive),
            (None, _) => (other.high, other.high_inclusive),
        };
        if let (Some(low), Some(high)) = (low, high)
            && (low > high || (low == high && !(low_inclusive && high_inclusive)))
        {
            return None;
        }
        Some(Self { low, low_inclusive, high, high_inclusive })
    }

    /// Whether the two sets share a value.
    pub fn meets(&self, other: &Self) -> bool {
        self.intersection(other).is_some()
    }

    /// Whether every value of `other` belongs to this set, too.
    pub fn covers(&self, other: &Self) -> bool {
        self.intersection(other).is_some_and(|shared| shared == *other)
    }
}

impl<T: Copy> Interval<T> {
    /// The set with its ends exchanged, of which only the order is to be turned round.
    pub(crate) fn turned(self) -> Self {
        Self {
            low: self.high,
            low_inclusive: self.high_inclusive,
            high: self.low,
            high_inclusive: self.low_inclusive,
        }
    }
}

impl<T: Copy + Neg<Output = T>> Interval<T> {
    /// The same set below zero.
    fn negated(self) -> Self {
        let turned = self.turned();
        Self { low: turned.low.map(Neg::neg), high: turned.high.map(Neg::neg), ..turned }
    }
}

impl<T: Copy + Neg<Output = T>> Extent<T> {
    /// The same readings below zero.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { stated: self.stated.negated(), possible: self.possible.negated(), meant: self.meant.negated() }
    }
}

impl Extent<Decimal> {
    /// Whether what is stated lies below zero.
    pub fn is_below_zero(&self) -> bool {
        self.stated.high.is_some_and(|high| high.is_sign_negative() && !high.is_zero())
    }
}

impl<T: Ord + Copy> Extent<T> {
    /// The same set in all three readings.
    pub fn same(set: Interval<T>) -> Self {
        Self { stated: set, possible: set, meant: set }
    }
}
