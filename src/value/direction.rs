//! Which way a figure goes, and whether it tells a change or where the change led.

use super::{Kind, Value};
use crate::english::figures::ways::{Tells, Way};

/// A pair of opposites that a figure may stand on either side of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// Up and down: `rose`, `more`, `higher`, `a 5% increase`.
    Change,
    /// Gain and loss: profits, surpluses, amounts in brackets.
    Result,
    /// Above and below a level that the words name.
    Level,
    /// Above and below the sea or the ground.
    Height,
    /// North and south.
    North,
    /// North-east and south-west.
    Northeast,
    /// East and west.
    East,
    /// South-east and north-west.
    Southeast,
    /// Late and early.
    Schedule,
    /// After and before.
    Order,
    /// In and out.
    Way,
    /// For and against.
    Vote,
    /// Up and down a slope or a river.
    Slope,
    /// To the left and to the right.
    Side,
}

/// A side of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Direction {
    /// What it is a direction of.
    pub axis: Axis,
    /// The first side that the axis names: up, gain, above, north, east, late, after, in, for, uphill.
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
    /// Where it came from, and nothing of where it led: `up from 3%`.
    From,
}

/// How two directions stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// One and the same.
    Same,
    /// Not both can be so.
    Opposite,
    /// They can't be compared: one is early, the other up.
    Apart,
}

impl Motion {
    /// In a word: `by`, `to`, `from`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::By => "by",
            Self::To { .. } => "to",
            Self::From => "from",
        }
    }
}

impl Value {
    /// Takes on what words tell of a direction.
    pub(crate) fn direct(&mut self, direction: Direction, tells: Tells) {
        self.direction = Some(direction);
        self.motion = match tells {
            Tells::Lies => None,
            Tells::By => Some(Motion::By),
            Tells::To => Some(Motion::To { was: None }),
            Tells::From => Some(Motion::From),
        };
    }
}

impl Axis {
    /// Its two sides, in words.
    fn sides(self) -> (&'static str, &'static str) {
        match self {
            Self::Change => ("up", "down"),
            Self::Result => ("gain", "loss"),
            Self::Level | Self::Height => ("above", "below"),
            Self::North => ("north", "south"),
            Self::Northeast => ("north-east", "south-west"),
            Self::East => ("east", "west"),
            Self::Southeast => ("south-east", "north-west"),
            Self::Schedule => ("late", "early"),
            Self::Order => ("after", "before"),
            Self::Way => ("in", "out"),
            Self::Vote => ("for", "against"),
            Self::Slope => ("uphill", "downhill"),
            Self::Side => ("left", "right"),
        }
    }

    fn is_compass(self) -> bool {
        matches!(self, Self::North | Self::Northeast | Self::East | Self::Southeast)
    }

    /// Whether it tells more from less.
    pub(crate) fn is_amount(self) -> bool {
        matches!(self, Self::Change | Self::Result | Self::Level)
    }
}

impl From<Way> for Direction {
    fn from(way: Way) -> Self {
        let (axis, forward) = match way {
            Way::Up => (Axis::Change, true),
            Way::Down => (Axis::Change, false),
            Way::Gain => (Axis::Result, true),
            Way::Loss => (Axis::Result, false),
            Way::In => (Axis::Way, true),
            Way::Out => (Axis::Way, false),
            Way::Above => (Axis::Level, true),
            Way::Below => (Axis::Level, false),
            Way::High => (Axis::Height, true),
            Way::Deep => (Axis::Height, false),
            Way::North => (Axis::North, true),
            Way::South => (Axis::North, false),
            Way::East => (Axis::East, true),
            Way::West => (Axis::East, false),
            Way::Northeast => (Axis::Northeast, true),
            Way::Southwest => (Axis::Northeast, false),
            Way::Southeast => (Axis::Southeast, true),
            Way::Northwest => (Axis::Southeast, false),
            Way::Late => (Axis::Schedule, true),
            Way::Early => (Axis::Schedule, false),
            Way::After => (Axis::Order, true),
            Way::Before => (Axis::Order, false),
            Way::For => (Axis::Vote, true),
            Way::Against => (Axis::Vote, false),
            Way::Uphill => (Axis::Slope, true),
            Way::Downhill => (Axis::Slope, false),
            Way::Left => (Axis::Side, true),
            Way::Right => (Axis::Side, false),
        };
        Self { axis, forward }
    }
}

impl Direction {
    /// The first side of an axis, or the second.
    pub(crate) const fn new(axis: Axis, forward: bool) -> Self {
        Self { axis, forward }
    }

    /// In a word: `up`, `loss`, `south`.
    pub fn name(self) -> &'static str {
        let (forward, back) = self.axis.sides();
        if self.forward { forward } else { back }
    }

    /// How it stands to another direction, of figures of a kind. What is gained or lost in per cent has risen or fallen;
    /// what is gained in money is a result, and results may fall.
    pub fn bearing(self, other: Self, kind: Kind) -> Bearing {
        let amounts = self.axis.is_amount() && other.axis.is_amount() && kind != Kind::Money;
        if self.axis == other.axis || amounts {
            return if self.forward == other.forward { Bearing::Same } else { Bearing::Opposite };
        }
        // North is not east; north-east may be called either.
        let straight = |axis: Axis| matches!(axis, Axis::North | Axis::East);
        let compass = self.axis.is_compass() && other.axis.is_compass();
        let across = compass && straight(self.axis) == straight(other.axis);
        if across { Bearing::Opposite } else { Bearing::Apart }
    }
}
