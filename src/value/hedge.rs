//! Words that say how exact a figure is, and what they allow.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::figure::{Figure, decimal};
use super::hedge_words::{AFTER, BEFORE};
use super::lexicon::Lexicon;
use super::token::Phrase;
use super::{Extent, Interval};

/// What a hedge does to a figure x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hedge {
    /// Near x.
    About,
    /// More than x.
    Over,
    /// A little more than x.
    JustOver,
    /// x or more.
    AtLeast,
    /// A little less than x.
    Nearly,
    /// Less than x.
    Under,
    /// x or less.
    UpTo,
    /// x and nothing else.
    Exactly,
}

static BEFORE_INDEX: LazyLock<Lexicon<Hedge>> = LazyLock::new(|| Lexicon::listed(BEFORE));
static AFTER_INDEX: LazyLock<Lexicon<Hedge>> = LazyLock::new(|| Lexicon::listed(AFTER));

/// The hedge that starts at a place before a figure, date or time, and the place behind it.
pub(crate) fn before(phrase: &Phrase, at: usize) -> Option<(Hedge, usize)> {
    BEFORE_INDEX.find(phrase, at)
}

/// The hedge that starts at a place behind a figure: `or more`.
pub(crate) fn after(phrase: &Phrase, at: usize) -> Option<(Hedge, usize)> {
    AFTER_INDEX.find(phrase, at)
}

impl Hedge {
    /// What it does, in words.
    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Self::About => "about x",
            Self::Over => "more than x",
            Self::JustOver => "a little more than x",
            Self::AtLeast => "x or more",
            Self::Nearly => "a little less than x",
            Self::Under => "less than x",
            Self::UpTo => "x or less",
            Self::Exactly => "x and nothing else",
        }
    }

    /// Whether it leaves one end open.
    pub(crate) fn is_bound(self) -> bool {
        matches!(self, Self::Over | Self::JustOver | Self::AtLeast | Self::Under | Self::UpTo)
    }

    /// Whether it bounds from above.
    pub(crate) fn is_upper(self) -> bool {
        matches!(self, Self::Under | Self::UpTo)
    }
}

const fn closed(low: Decimal, high: Decimal) -> Interval<Decimal> {
    Interval { low: Some(low), low_inclusive: true, high: Some(high), high_inclusive: true }
}

/// What a figure states, allows and suggests under its hedges. `signed` figures (temperatures, changes) may lie
/// below zero. `None` where an end gets too large to write down.
pub(crate) fn extent(figure: Figure, hedges: &[Hedge], signed: bool) -> Option<Extent<Decimal>> {
    let about = hedges.contains(&Hedge::About);
    let bound = hedges.iter().copied().find(|hedge| hedge.is_bound());
    let nearly = hedges.contains(&Hedge::Nearly);
    let (low, high) = (figure.low, figure.high);
    let stated = Interval { high_inclusive: !figure.open, ..closed(low, high) };
    let signed = signed || low.is_sign_negative();
    Some(match bound {
        Some(hedge) => {
            let inclusive = matches!(hedge, Hedge::AtLeast | Hedge::UpTo);
            // `up to about 5` may be a little more than five.
            let soft = |end: Decimal, outward: Decimal| {
                if about { shifted(end, outward) } else { Some(end) }
            };
            if hedge.is_upper() {
                let stated =
                    Interval { low: None, low_inclusive: false, high: Some(high), high_inclusive: inclusive };
                let high = soft(high, decimal(1, 1))?;
                let (floor, half) = if signed {
                    (None, shifted(low, -decimal(5, 1))?)
                } else {
                    (Some(Decimal::ZERO), low.checked_mul(decimal(5, 1))?)
                };
                let possible = Interval {
                    low: floor,
                    low_inclusive: floor.is_some(),
                    high: Some(high),
                    high_inclusive: inclusive,
                };
                Extent {
                    stated,
                    possible,
                    meant: Interval { low: Some(half), low_inclusive: true, ..possible },
                }
            } else {
                let stated =
                    Interval { low: Some(low), low_inclusive: inclusive, high: None, high_inclusive: false };
                let low = soft(low, -decimal(1, 1))?;
                let reach = if hedge == Hedge::JustOver { decimal(1, 1) } else { decimal(5, 1) };
                let high = shifted(high, reach)?;
                let meant = Interval { low: Some(low), high: Some(high), high_inclusive: true, ..stated };
                let possible =
                    if hedge == Hedge::JustOver { meant } else { Interval { low: Some(low), ..stated } };
                Extent { stated, possible, meant }
            }
        }
        None if nearly => {
            let below = Interval { high_inclusive: false, ..closed(shifted(low, -decimal(1, 1))?, high) };
            Extent { stated, possible: below, meant: below }
        }
        None if about => {
            let near = closed(shifted(low, -decimal(1, 1))?, shifted(high, decimal(1, 1))?);
            Extent { stated, possible: near, meant: near }
        }
        None if hedges.contains(&Hedge::Exactly) || !figure.is_point() => Extent::same(stated),
        None => bare(figure)?,
    })
}

/// A bare figure: as exact as its digits.
fn bare(figure: Figure) -> Option<Extent<Decimal>> {
    let x = figure.low;
    let widest = x.abs().checked_mul(decimal(5, 2))?;
    let half = |unit: Decimal| Some(unit.checked_mul(decimal(5, 1))?.min(widest));
    let around = |by: Decimal| Some(closed(x.checked_sub(by)?, x.checked_add(by)?));
    let possible = around(half(figure.grain)?)?;
    let meant = if figure.step == figure.grain { possible } else { around(half(figure.step)?)? };
    Some(Extent { stated: closed(x, x), possible, meant })
}

/// A number moved by a share of its size.
fn shifted(number: Decimal, share: Decimal) -> Option<Decimal> {
    number.checked_add(number.abs().checked_mul(share)?)
}

/// Two bounds at once: `more than 5 but less than 10`.
pub(crate) fn between(low: (Hedge, Figure), high: (Hedge, Figure)) -> Option<Extent<Decimal>> {
    let (floor, ceiling) = (low.1.low, high.1.high);
    (floor <= ceiling).then(|| {
        Extent::same(Interval {
            low: Some(floor),
            low_inclusive: low.0 == Hedge::AtLeast,
            high: Some(ceiling),
            high_inclusive: high.0 == Hedge::UpTo,
        })
    })
}

/// A figure with its margin: `50, give or take 3`.
pub(crate) fn margin(figure: Figure, by: Decimal) -> Option<Extent<Decimal>> {
    let around = closed(figure.low.checked_sub(by)?, figure.high.checked_add(by)?);
    Some(Extent { stated: closed(figure.low, figure.high), possible: around, meant: around })
}
