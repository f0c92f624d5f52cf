//! Figures that go one way or the other, and changes beside levels.

use rust_decimal::Decimal;

use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use crate::value::{Axis, Bearing, Direction, Extent, Motion, Value};

/// What the directions of two figures make of their comparison.
pub(super) enum DirectionEffect {
    /// The figures decide, as they are written.
    Figures,
    /// Both go the same way, so the figures decide whatever their signs.
    SameWay,
    /// They may tell of different things: only the same figure says that they don't.
    OnlyIfSame(String),
    /// The directions decide.
    Settled(Judgement),
}

/// How two figures of one kind stand to each other by their directions.
pub(super) fn course(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> DirectionEffect {
    if let Some(judgement) = motions(a, b) {
        return DirectionEffect::Settled(judgement);
    }
    let attribute = |at: usize| wordings.alignment.claims[at].claim.direction();
    match (a.direction, b.direction) {
        (Some(mine), Some(yours)) => both(mine, yours, a),
        (None, None) => match attribute(wordings.a).zip(attribute(wordings.b)) {
            Some((mine, yours)) if mine.bearing(yours, a.kind) == Bearing::Opposite => {
                DirectionEffect::Settled(opposite(mine, yours))
            }
            _ => DirectionEffect::Figures,
        },
        (Some(told), None) => one(told, a, attribute(wordings.b)),
        (None, Some(told)) => one(told, b, attribute(wordings.a)),
    }
}

fn opposite(mine: Direction, yours: Direction) -> Judgement {
    let reason = format!("they go opposite ways: {} / {}", mine.name(), yours.name());
    Judgement::new(Verdict::Contradiction, reason)
}

fn both(mine: Direction, yours: Direction, value: &Value) -> DirectionEffect {
    match mine.bearing(yours, value.kind) {
        Bearing::Opposite => DirectionEffect::Settled(opposite(mine, yours)),
        Bearing::Same => DirectionEffect::SameWay,
        Bearing::Apart => {
            let reason = format!("they can't be compared: {} / {}", mine.name(), yours.name());
            let amounts = mine.axis.is_amount() && yours.axis.is_amount() && mine.forward == yours.forward;
            if amounts { DirectionEffect::OnlyIfSame(reason) } else { unclear(reason) }
        }
    }
}

fn unclear(reason: impl Into<String>) -> DirectionEffect {
    DirectionEffect::Settled(Judgement::new(Verdict::Unclear, reason))
}

/// A direction beside a figure without one, whose attribute may have it.
fn one(told: Direction, teller: &Value, attribute: Option<Direction>) -> DirectionEffect {
    match attribute.map(|attribute| told.bearing(attribute, teller.kind)) {
        Some(Bearing::Same) => return DirectionEffect::SameWay,
        Some(Bearing::Opposite) => {
            let reason = format!("they go opposite ways: only one says {}", told.name());
            return DirectionEffect::Settled(Judgement::new(Verdict::Contradiction, reason));
        }
        Some(Bearing::Apart) | None => {}
    }
    let level = matches!(teller.motion, Some(Motion::To { .. }));
    // `Two hours later` are two hours, `four more` may be four, and mountains stand above the sea.
    let usual = match told.axis {
        Axis::Order | Axis::Height => told.forward,
        Axis::Change => told.forward && teller.motion.is_none(),
        _ => false,
    };
    if level || usual || is_signed(teller) {
        return DirectionEffect::Figures;
    }
    unclear(format!("they can't be compared: only one says which way it goes ({})", told.name()))
}

/// Whether a minus says which way a figure goes, so that plain ones go the other.
fn is_signed(value: &Value) -> bool {
    value.quantity().is_some_and(Extent::is_below_zero)
}

/// Changes, levels, and what was before.
fn motions(a: &Value, b: &Value) -> Option<Judgement> {
    let reason = match (&a.motion, &b.motion) {
        (Some(Motion::By), Some(Motion::To { .. })) | (Some(Motion::To { .. }), Some(Motion::By)) => {
            "they can't be compared: one tells the change, the other where it led"
        }
        (Some(Motion::From), Some(Motion::From)) => return None,
        (Some(Motion::From), _) | (_, Some(Motion::From)) => {
            "they can't be compared: one tells only what it was before"
        }
        _ => return None,
    };
    Some(Judgement::new(Verdict::Unclear, reason))
}

/// A figure without its sign.
pub(super) fn size(extent: &Extent<Decimal>) -> Extent<Decimal> {
    if extent.is_below_zero() { extent.negated() } else { *extent }
}
