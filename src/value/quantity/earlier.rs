//! The figure of another time, in an aside: `$60, down from $120`, `was $120, now $60`.

use std::sync::LazyLock;

use super::amount;
use super::single::ReadingChoice;
use crate::english::lexicon::Lexicon;
use crate::english::token::Phrase;
use crate::value::direction::{Axis, Direction};

/// When the figure of an aside held, beside the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// Before; and which way it went from there, where the words say so.
    Earlier(Option<Direction>),
    /// Now, so that the other is the one of before.
    Now,
}

const UP: Time = Time::Earlier(Some(Direction::new(Axis::Change, true)));
const DOWN: Time = Time::Earlier(Some(Direction::new(Axis::Change, false)));

/// Words that open such an aside.
pub(crate) const TIMES: &[(Time, &str)] = &[
    (UP, "up from | rising from | a rise from | an increase from | increased from | raised from"),
    (
        DOWN,
        "down from | falling from | a fall from | a drop from | a decrease from | reduced from | cut from | \
        lowered from | slashed from | marked down from",
    ),
    (
        Time::Earlier(None),
        "was | were | from | it was | previously | formerly | originally | initially | earlier | had been | \
        was previously | was originally | before that",
    ),
    (
        Time::Now,
        "now | currently | today | is now | are now | now at | now reduced to | reduced to | cut to | \
        lowered to | slashed to | marked down to | raised to | increased to",
    ),
];

static INDEX: LazyLock<Lexicon<Time>> = LazyLock::new(|| Lexicon::listed(TIMES));

/// The figure of another time that takes the whole of an aside, by its places.
pub(crate) fn find(phrase: &Phrase, from: usize, to: usize) -> Option<(Time, usize, usize)> {
    let (time, start) = INDEX.find(phrase, from)?;
    let amount = amount::read(phrase, start, ReadingChoice::default(), false)?;
    (amount.end == to).then_some((time, start, to))
}
