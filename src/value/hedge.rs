//! Words that say how exact a figure is, and what they allow.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::quantity::figure::{Figure, Loose, decimal, same};
use super::{Extent, Interval};
pub(crate) use crate::english::figures::hedges::Hedge;
use crate::english::figures::hedges::{AFTER, BEFORE};
use crate::english::lexicon::Lexicon;
use crate::english::token::Phrase;

static BEFORE_INDEX: LazyLock<Lexicon<Hedge>> = LazyLock::new(|| Lexicon::listed(BEFORE));
static AFTER_INDEX: LazyLock<Lexicon<Hedge>> = LazyLock::new(|| Lexicon::listed(AFTER));

/// The hedge that starts at a place before a figure, date or time, and the place behind it.
pub(crate) fn before(phrase: &Phrase, at: usize) -> Option<(Hedge, usize)> {
    // `Max 9` is a name.
    if phrase.word(at) == "max" && phrase.written(at, at + 1) == "Max" {
        return None;
    }
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

const TENTH: Decimal = decimal(1, 1);
const HALF: Decimal = decimal(5, 1);

const fn closed(low: Decimal, high: Decimal) -> Interval<Decimal> {
    Interval { low: Some(low), low_inclusive: true, high: Some(high), high_inclusive: true }
}

/// What a figure states, allows and suggests under its hedges. `signed` figures (temperatures) may lie below zero. `None`
/// where an end gets too large to write down, or the hedges leave nothing to go by.
pub(crate) fn extent(figure: Figure, hedges: &[Hedge], signed: bool) -> Option<Extent<Decimal>> {
    let about = hedges.contains(&Hedge::About);
    let all = Interval { high_inclusive: !figure.open, ..closed(figure.low, figure.high) };
    let stated = if figure.loose == Loose::Couple { closed(figure.low, figure.low) } else { all };
    let mut bounds = hedges.iter().copied().filter(|hedge| hedge.is_bound());
    let bound = bounds.next();
    // `up to 30 or more` bounds nothing, and nobody knows how many `almost none` are.
    let contrary = bound.is_some_and(|first| bounds.any(|other| other.is_upper() != first.is_upper()));
    let vague = hedges.contains(&Hedge::Nearly) || (about && bound.is_none());
    if contrary || (vague && figure.high.is_zero() && !signed) {
        return None;
    }
    // `at most a couple` is at most two.
    let figure = if figure.loose == Loose::Couple && bound.is_some() {
        Figure { high: figure.low, ..figure }
    } else {
        figure
    };
    match bound {
        Some(hedge) if hedge.is_upper() => below(figure, hedge == Hedge::UpTo, about, signed),
        Some(hedge) => above(figure, hedge, about),
        None if hedges.contains(&Hedge::Nearly) => {
            let near = Interval { high_inclusive: false, ..closed(moved(figure.low, -TENTH)?, figure.high) };
            Some(Extent { stated, possible: near, meant: near })
        }
        None if about => {
            let near = closed(
                figure.low.checked_sub(nearness(figure, figure.low)?)?,
                figure.high.checked_add(nearness(figure, figure.high)?)?,
            );
            Some(Extent { stated, possible: near, meant: near })
        }
        None => loosely(figure, stated, all, hedges.contains(&Hedge::Exactly)),
    }
}

/// A figure that no hedge moves: as exact as its digits or its words.
fn loosely(
    figure: Figure,
    stated: Interval<Decimal>,
    all: Interval<Decimal>,
    exactly: bool,
) -> Option<Extent<Decimal>> {
    match figure.loose {
        _ if exactly => Some(Extent { stated, possible: all, meant: all }),
        Loose::Around(by) => {
            let around =
                |by: Decimal| Some(closed(figure.low.checked_sub(by)?, figure.high.checked_add(by)?));
            let possible = around(by)?;
            // 13 and what is rounded to it is in the low teens.
            let meant = if figure.is_point() { possible } else { around(by / Decimal::TWO)? };
            Some(Extent { stated, possible, meant })
        }
        Loose::Beyond => {
            let possible = Interval { high: None, high_inclusive: false, ..all };
            Some(Extent { stated, possible, meant: all })
        }
        Loose::No if figure.is_point() => bare(figure),
        Loose::No | Loose::Couple => Some(Extent { stated, possible: all, meant: all }),
    }
}

/// Less than a figure, or no more than it; `up to about 5` may be a little more than five.
fn below(figure: Figure, inclusive: bool, about: bool, signed: bool) -> Option<Extent<Decimal>> {
    let signed = signed || figure.low.is_sign_negative() || (figure.high.is_zero() && !inclusive);
    let stated =
        Interval { low: None, low_inclusive: false, high: Some(figure.high), high_inclusive: inclusive };
    let high = if about { moved(figure.high, TENTH)? } else { figure.high };
    let floor = if signed { None } else { Some(Decimal::ZERO) };
    let possible =
        Interval { low: floor, low_inclusive: !signed, high: Some(high), high_inclusive: inclusive };
    let half = moved(figure.low, -HALF)?;
    let meant = if half == high && !inclusive {
        possible
    } else {
        Interval { low: Some(half), low_inclusive: true, ..possible }
    };
    Some(Extent { stated, possible, meant })
}

/// More than a figure, or no less than it.
fn above(figure: Figure, hedge: Hedge, about: bool) -> Option<Extent<Decimal>> {
    let inclusive = hedge == Hedge::AtLeast;
    let open = |low| Interval { low: Some(low), low_inclusive: inclusive, high: None, high_inclusive: false };
    let low = if about { moved(figure.low, -TENTH)? } else { figure.low };
    let reach = if hedge == Hedge::JustOver { TENTH } else { HALF };
    let high = moved(figure.high, reach)?;
    // Half as much again as nothing is nothing.
    let meant = if low == high {
        open(low)
    } else {
        Interval { high: Some(high), high_inclusive: true, ..open(low) }
    };
    let possible = if hedge == Hedge::JustOver { meant } else { open(low) };
    Some(Extent { stated: open(figure.low), possible, meant })
}

/// A bare figure: as exact as its digits.
fn bare(figure: Figure) -> Option<Extent<Decimal>> {
    let x = figure.low;
    let widest = x.abs().checked_mul(decimal(5, 2))?;
    let half = |unit: Decimal| Some(unit.checked_mul(HALF)?.min(widest));
    let around = |by: Decimal| Some(closed(x.checked_sub(by)?, x.checked_add(by)?));
    let possible = around(half(figure.grain)?)?;
    let meant = if same(figure.step, figure.grain) { possible } else { around(half(figure.step)?)? };
    Some(Extent { stated: closed(x, x), possible, meant })
}

/// How far from an end of a figure *about* reaches: a tenth of it, or ten units of its last digit where that is less, for
/// who writes `about 309` has not rounded to tens. A five at its end may be half of the place before.
fn nearness(figure: Figure, end: Decimal) -> Option<Decimal> {
    let tenth = end.abs().checked_mul(TENTH)?;
    let Some(units) = end.checked_div(figure.grain) else { return Some(tenth) };
    let reach = if units % Decimal::TEN == Decimal::from(5) { 50 } else { 10 };
    Some(figure.grain.checked_mul(Decimal::from(reach)).map_or(tenth, |reach| reach.min(tenth)))
}

/// A number moved by a share of its size.
fn moved(number: Decimal, share: Decimal) -> Option<Decimal> {
    number.checked_add(number.abs().checked_mul(share)?)
}

/// Two bounds at once: `more than 5 but less than 10`.
pub(crate) fn between(low: (Hedge, Figure), high: (Hedge, Figure)) -> Option<Extent<Decimal>> {
    let (floor, ceiling) = (low.1.low, high.1.high);
    let meets = low.0 == Hedge::AtLeast && high.0 == Hedge::UpTo;
    (floor < ceiling || floor == ceiling && meets).then(|| {
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
