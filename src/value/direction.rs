//! Which way a figure goes, and whether it tells a change or where the change led.

use super::Value;

/// A pair of opposites that a figure may stand on either side of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// Up and down: `rose`, `more`, `higher`, `a 5% increase`.
    Change,
    /// Gain and loss: profits, surpluses, amounts in brackets.
    Result,
    /// Above and below a level that the words name.
    Level,
    /// North and south.
    NorthSouth,
    /// East and west.
    EastWest,
    /// Late and early.
    Schedule,
    /// After and before.
    Order,
    /// In and out.
    Way,
    /// For and against.
    Vote,
}

/// A side of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Direction {
    /// What it is a direction of.
    pub axis: Axis,
    /// The first side that the axis names: up, gain, above, north, east, late, after, in, for.
    pub forward: bool,
}

/// How a figure tells of something that moved.
#[derive(Clone, Debug, PartialEq)]
pub enum Motion {
    /// By how much it moved: `fell 3%`.
    By,
    /// Where it came to: `fell to 3%`, `up from 3% to 5%`.
    To {
        /// Where it came from, where that is told.
        was: Option<Box<Value>>,
    },
}
