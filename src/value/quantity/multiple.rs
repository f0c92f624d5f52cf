//! Figures that say how many times as much, of something that they don't name: `twice as many`, `double`, `a tenfold rise`.

use rust_decimal::Decimal;

use super::way;
use crate::english::figures::multiples::{is_base, is_digits, multiple, multiplying};
use crate::english::figures::numbers::NumberPart;
use crate::english::figures::ways::Tells;
use crate::english::token::Phrase;
use crate::english::words::Promises;
use crate::value::{Axis, Content, Direction, Extent, Interval, Kind, Motion, Note, Value};

impl Value {
    /// Whether it is a multiple of something that is not named, such as `twice as many`.
    pub fn is_multiple(&self) -> bool {
        self.notes.contains(&Note::Multiple)
    }
}

/// Settles a figure whose phrase makes a multiple of it. Its number tells which way it goes, and what multiplied has
/// changed by so many per cent.
pub(super) fn settle(value: &mut Value, phrase: &Phrase) {
    let has = |is: fn(&str) -> bool| (0..phrase.len()).any(|at| is(phrase.word(at)));
    if value.kind == Kind::Percent
        && value.direction.is_none()
        && phrase.tokens.iter().any(|it| it.known.halves)
    {
        value.direct(Direction::new(Axis::Change, false), Tells::By);
    }
    // `doubled to 40`
    let led = matches!(value.motion, Some(Motion::To { .. } | Motion::From));
    if value.kind != Kind::Count || led && has(|word| multiplying(word).is_some()) || !is_one(phrase) {
        return;
    }
    value.notes.push(Note::Multiple);
    let behind = || way::among(value.counted.as_deref()?.strip_prefix("times ")?, Kind::Percent);
    let told = value.direction.zip(Some(value.motion == Some(Motion::By)));
    let told = told.or_else(|| behind().map(|(direction, tells)| (direction, tells == Tells::By)));
    let change = told.filter(|(direction, _)| direction.axis == Axis::Change);
    if change.is_some_and(|(direction, _)| !direction.forward) {
        fewer(value);
    }
    // `three times more` compares two things, and may be four times as much.
    let moved = change.is_some_and(|(_, by)| by) && !has(|word| word == "times")
        || has(|word| multiplying(word).is_some());
    let turned = change.is_some_and(|(direction, _)| !direction.forward);
    if (moved && change.is_some() || turned) && !led {
        (value.direction, value.motion) = (None, None);
    }
    let also = if moved { as_change(value) } else { None };
    value.also.extend(also);
}

/// Whether the figure of a phrase is a multiple. `Twice` alone is so often, as is `five times`.
fn is_one(phrase: &Phrase) -> bool {
    (0..phrase.len()).any(|at| {
        let word = phrase.word(at);
        let behind = || is_base(phrase.word(at + 1));
        match word {
            "times" | "twice" | "thrice" => behind(),
            "" => false,
            "double" | "triple" if is_digits(phrase, at + 1) => false,
            "as" => at > 0 && phrase.part(at - 1).is_some_and(|part| matches!(part, NumberPart::Share(_))),
            "fold" => phrase.hyphen(at.wrapping_sub(1)),
            _ => phrase.known(at).promises.any(Promises::FIGURE) && multiple(word).is_some(),
        }
    })
}

/// `three times fewer`, `fell tenfold`: such a part of it.
fn fewer(value: &mut Value) {
    let Content::Quantity(extent) = &value.content else { return };
    let ends = [extent.stated.low, extent.possible.low, extent.meant.low];
    if !ends.iter().all(|low| low.is_some_and(|low| low >= Decimal::ONE)) {
        return;
    }
    let over = |end: Decimal| Decimal::ONE.checked_div(end).map(|end| end.round_dp(6));
    let turned = |set: &Interval<Decimal>| {
        let set = set.turned();
        Interval { low: set.low.map_or(Some(Decimal::ZERO), over), high: set.high.and_then(over), ..set }
    };
    let extent = Extent {
        stated: turned(&extent.stated),
        possible: turned(&extent.possible),
        meant: turned(&extent.meant),
    };
    value.content = Content::Quantity(extent);
    let says_so = |word: &&str| way::among(word, Kind::Percent).is_none();
    let counted =
        value.counted.as_deref().map(|words| words.split(' ').filter(says_so).collect::<Vec<_>>().join(" "));
    value.counted = counted;
}

/// By how much what was multiplied has changed: what doubled rose by 100 %, what fell tenfold fell by 90 %.
fn as_change(value: &Value) -> Option<Value> {
    let Content::Quantity(extent) = &value.content else { return None };
    let rose = extent.stated.low.or(extent.stated.high)? >= Decimal::ONE;
    let by = |end: Decimal| {
        let more = end.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
        Some(if rose { more } else { -more })
    };
    let set = |set: &Interval<Decimal>| {
        let changed = Interval { low: set.low.and_then(by), high: set.high.and_then(by), ..*set };
        if rose { changed } else { changed.turned() }
    };
    let extent =
        Extent { stated: set(&extent.stated), possible: set(&extent.possible), meant: set(&extent.meant) };
    let mut change = Value::new(&value.text, Kind::Percent, Content::Quantity(extent));
    change.unit = Some("%".into());
    change.hedge.clone_from(&value.hedge);
    change.direct(Direction::new(Axis::Change, rose), Tells::By);
    Some(change)
}
