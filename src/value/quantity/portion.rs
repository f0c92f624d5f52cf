//! Shares told by what they are of, and nothing at all: `one child in five`, `two voters out of three`, `not a single person`.

use rust_decimal::Decimal;

use super::figure::{Figure, NumberForm, whole};
use super::numeral;
use super::single::ReadingChoice;
use super::{lead, tail, unit};
use crate::english::label;
use crate::english::token::{Phrase, TokenKind};
use crate::value::hedge;
use crate::value::{Content, Context, Extent, Interval, Kind, Value};

/// The most words of what a share is of: `one young woman in five`.
const LONGEST: usize = 3;

/// The whole phrase as so many of so many of a thing, in per cent.
pub(super) fn read(phrase: &Phrase, choice: ReadingChoice) -> Option<Value> {
    let figure = |at: usize| phrase.number(at).is_some() || phrase.part(at).is_some();
    let joint = (2..phrase.len()).find(|at| of_all(phrase, *at).is_some_and(figure))?;
    let (lead, part) = lead::read(phrase, 0, choice)?;
    let counted = part.end..joint;
    let noun = |at: usize| {
        phrase.tokens.get(at).is_some_and(|token| token.shape == TokenKind::Word && token.text == token.lower)
    };
    if part.unit.is_some() || !(1..=LONGEST).contains(&counted.len()) || !counted.clone().all(noun) {
        return None;
    }
    let all = numeral::read(phrase, of_all(phrase, joint)?, false)?;
    let (part, whole_of) = (whole_number(part.figure)?, whole_number(all.figure)?);
    let plain = matches!(all.form, NumberForm::Digits | NumberForm::Words) && all.end == phrase.len();
    if !plain || part >= whole_of || whole_of > whole(1000) || unit::find(phrase, counted.start).is_some() {
        return None;
    }
    let figure = Figure::fraction(part, whole_of)?.times(whole(100))?;
    let figure = Figure { low: figure.low.round_dp(6), high: figure.high.round_dp(6), ..figure };
    let content = Content::Quantity(hedge::extent(figure, &lead.hedges, false)?);
    let mut value = Value::new(phrase.text, Kind::Percent, content);
    value.unit = Some("%".into());
    value.counted = Some(phrase.written(counted.start, counted.end).to_owned());
    value.hedge = (!lead.worded.is_empty()).then_some(lead.worded);
    value.modality = lead.modality;
    Some(value)
}

/// The place behind `in`, `in every`, `out of`.
fn of_all(phrase: &Phrase, at: usize) -> Option<usize> {
    let place = match (phrase.word(at), phrase.word(at + 1)) {
        ("in", _) => at + 1,
        ("out", "of") => at + 2,
        _ => return None,
    };
    Some(place + usize::from(matches!(phrase.word(place), "every" | "each")))
}

fn whole_number(figure: Figure) -> Option<Decimal> {
    (figure.is_point() && figure.low.is_integer() && figure.low > Decimal::ZERO).then_some(figure.low)
}

/// `not a single person`, `not one survivor`, `not a soul`: none of what is named.
pub(super) fn none(phrase: &Phrase, context: &Context) -> Option<Value> {
    let named = match (phrase.word(0), phrase.word(1), phrase.word(2)) {
        ("not" | "without", "a", "single") | ("not", "one" | "any", "single") => 3,
        ("not", "one", _) | ("not", "a", "soul") => 2,
        _ => return None,
    };
    // `not one of them` names them behind; `not one to give up` is no figure.
    let nothing = Content::Quantity(Extent::same(Interval::point(Decimal::ZERO)));
    // `not a single one`, `not one`, where the label counts them.
    let bare = phrase.len() == named && phrase.word(1) == "one"
        || phrase.len() == named + 1 && phrase.word(named) == "one" && phrase.word(named - 1) == "single";
    if bare && label::counts(context.label) {
        return Some(Value::new(phrase.text, Kind::Count, nothing));
    }
    if phrase.len() <= named || matches!(phrase.word(named), "to" | "for" | "but") {
        return None;
    }
    let tail = tail::read(phrase, named, phrase.len(), None)?;
    Some(Value { counted: tail.counted, notes: tail.notes, ..Value::new(phrase.text, Kind::Count, nothing) })
}
