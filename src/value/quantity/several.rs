//! Values of several figures (`12 dead, 30 hurt`), and figures given twice (`80-metre, 260-foot`).

use rust_decimal::Decimal;

use super::lead::Lead;
use super::single::{Amount, ReadingChoice};
use super::{YEARS, convert, currency, earlier, lead, numeral, one, tail, way};
use crate::english::token::{Phrase, TokenKind};
use crate::value::hedge;
use crate::value::{Content, Context, Extent, Interval, Kind, Value};

/// More figures than these are a table.
const MOST: usize = 20;

/// Where a piece of a phrase begins, and the place behind it.
type Places = (usize, usize);

/// How two figures are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FigureJoint {
    /// `and`, `plus`: one and the other.
    And,
    /// A comma or a semicolon.
    Comma,
    /// `or`, a slash: the same once more.
    Or,
}

/// The phrase as several figures, each with what it counts, or as one that is given several times.
pub(super) fn read(
    phrase: &Phrase,
    context: &Context,
    choice: ReadingChoice,
    first: &(Lead, Amount),
) -> Option<Value> {
    if phrase.len() < 3 {
        return None;
    }
    all(phrase, context, choice, free_behind(first)?)
}

/// `a tiger and two lions`: one thing, told by its article, and figures behind it.
pub(super) fn after_one(phrase: &Phrase, context: &Context, choice: ReadingChoice) -> Option<Value> {
    let value = all(phrase, context, choice, one_thing(phrase, 0)?)?;
    // `a car and a van` are names, and `a fire and two explosions` are counted only where the label counts.
    let figures = value.parts.iter().filter(|part| !is_one_thing(&part.text)).count();
    (figures > 0).then_some(value)
}

/// The place behind the first word of one thing that an article tells: `a tiger`.
fn one_thing(phrase: &Phrase, from: usize) -> Option<usize> {
    let article = matches!(phrase.word(from), "a" | "an");
    let noun = phrase.word(from + 1);
    let plain = noun.len() > 2 && !["ed", "ing", "ly"].iter().any(|ending| noun.ends_with(ending));
    let figure = phrase.part(from + 1).is_some() || phrase.number(from + 2).is_some();
    (article && plain && !figure).then_some(from + 2)
}

fn is_one_thing(text: &str) -> bool {
    text.starts_with("a ") || text.starts_with("an ")
}

/// The most words that tell one thing: `a police officer`.
const LONGEST: usize = 3;

/// What an article tells, as one of it.
fn one_of(phrase: &Phrase) -> Option<Value> {
    one_thing(phrase, 0).filter(|_| phrase.len() <= LONGEST)?;
    let words = phrase.tokens.iter().all(|token| token.shape == TokenKind::Word && token.text == token.lower);
    let one = Content::Quantity(Extent::same(Interval::point(Decimal::ONE)));
    let counted = Some(phrase.written(1, phrase.len()).to_owned());
    words.then(|| Value { counted, ..Value::new(phrase.text, Kind::Count, one) })
}

/// The figures of a phrase of which the first ends at a place.
fn all(phrase: &Phrase, context: &Context, choice: ReadingChoice, free: usize) -> Option<Value> {
    let (pieces, joints) = split(phrase, choice, free)?;
    let read = |&(from, to): &(usize, usize)| {
        let sub = phrase.part_between(from, to)?;
        let figure = lead::read(&sub, 0, choice);
        let mut value = match figure {
            Some(first) => one(&sub, context, choice, first)?,
            None => one_of(&sub)?,
        };
        phrase.written(from, to).clone_into(&mut value.text);
        Some(value)
    };
    let mut values: Vec<Value> = pieces.iter().map(read).collect::<Option<_>>()?;
    let first = values.first()?.clone();
    let again = |(value, joint): (&Value, &FigureJoint)| match joint {
        // `a 180ft/55m mast`: nothing is so long and so many.
        FigureJoint::Or => value.kind == first.kind || value.kind != Kind::Count,
        FigureJoint::Comma => value.kind != Kind::Count && is_expression(&first, value),
        FigureJoint::And => false,
    };
    let unread: Vec<String> = values.iter().flat_map(|value| value.unread.clone()).collect();
    if values.iter().skip(1).zip(&joints).all(again) {
        let also = values.drain(1..).map(|also| towards(&first, also)).collect();
        return Some(Value { text: phrase.text.to_owned(), also, unread, ..first });
    }
    if joints.contains(&FigureJoint::Or) {
        return None;
    }
    ages(&mut values);
    let first = values.first()?.clone();
    Some(Value { text: phrase.text.to_owned(), parts: values, unread, ..first })
}

/// What is said again goes the way that it went the first time.
fn towards(first: &Value, mut also: Value) -> Value {
    if also.direction.is_none() {
        also.direction = first.direction;
        also.motion.clone_from(&first.motion);
    }
    also
}

/// `aged 8, 12 and 13`: what makes the first one years makes years of all.
fn ages(values: &mut [Value]) {
    let aged = matches!(values, [first, ..] if first.kind == Kind::Duration && first.unit.as_deref() == Some("month"));
    let bare = |value: &Value| value.kind == Kind::Count && value.counted.is_none();
    let Some((_, rest)) = values.split_first_mut().filter(|(_, rest)| aged && rest.iter().all(bare)) else {
        return;
    };
    for value in rest {
        if let Content::Quantity(extent) = value.content
            && let Some(extent) = convert(extent, Some(YEARS))
        {
            value.kind = Kind::Duration;
            value.unit = Some("month".into());
            value.content = Content::Quantity(extent);
            value.others.clear();
        }
    }
}

/// The places of the figures, and what joins each to the one before it. `None` where there is but one.
fn split(phrase: &Phrase, choice: ReadingChoice, mut free: usize) -> Option<(Vec<Places>, Vec<FigureJoint>)> {
    let (mut pieces, mut joints) = (Vec::new(), Vec::new());
    let mut from = 0;
    let mut at = free.max(1);
    while at < phrase.len() {
        let Some((joint, next)) = joint(phrase, at).filter(|_| !is_in_number(phrase, at)) else {
            at += 1;
            continue;
        };
        // The second bound of one figure: `at least 5 and at most 10`.
        let sure = lead::past_modals(phrase, next);
        let bound = at == free && hedge::before(phrase, sure).is_some_and(|(hedge, _)| hedge.is_bound());
        let figure = || lead::read(phrase, next, choice).as_ref().and_then(free_behind);
        let behind = if bound { None } else { figure().or_else(|| one_thing(phrase, next)) };
        let Some(behind) = behind else {
            at += 1;
            continue;
        };
        pieces.push((from, at));
        joints.push(joint);
        (from, free, at) = (next, behind, behind.max(next + 1));
    }
    pieces.push((from, phrase.len()));
    (pieces.len() > 1 && pieces.len() <= MOST).then_some((pieces, joints))
}

/// The first place that the figure of a piece leaves free. `None` where a range goes on.
fn free_behind((lead, amount): &(Lead, Amount)) -> Option<usize> {
    (!lead.between).then_some(amount.end)
}

/// Whether the word at a place is one of a number, which begins up to two words before it: `two and a half million`.
fn is_in_number(phrase: &Phrase, at: usize) -> bool {
    let over = |from: usize| numeral::read(phrase, from, false).is_some_and(|number| number.end > at);
    phrase.word(at) == "and" && (at.saturating_sub(2)..at).any(over)
}

/// What joins a figure to the one before it, and where that figure begins.
fn joint(phrase: &Phrase, at: usize) -> Option<(FigureJoint, usize)> {
    let glued = |at: usize| phrase.glued(at) && phrase.glued(at + 1);
    // `180ft/55m`: a unit stands between the figures.
    let behind_unit = || at > 0 && !phrase.word(at - 1).is_empty();
    let (joint, mut next) = match (phrase.symbol(at), phrase.word(at)) {
        (Some('/'), _) if glued(at) && behind_unit() => (FigureJoint::Or, at + 1),
        // `1,2,3`, `3/4`
        (Some(',' | ';' | '/'), _) if glued(at) && phrase.number(at + 1).is_some() => return None,
        (Some(','), _) if phrase.word(at + 1) == "or" => (FigureJoint::Or, at + 2),
        (Some(',' | ';'), _) => (FigureJoint::Comma, at + 1),
        (Some('/'), _) => (FigureJoint::Or, at + 1),
        (Some('&'), _) | (_, "and" | "plus") => (FigureJoint::And, at + 1),
        _ => return None,
    };
    let mut joint = joint;
    if joint == FigureJoint::Comma && matches!(phrase.word(next), "and" | "plus") {
        (joint, next) = (FigureJoint::And, next + 1);
    }
    // `50, give or take 3` is one figure.
    let starts = starts(phrase, next) || joint == FigureJoint::Comma && goes_a_way(phrase, next);
    (starts && tail::margin(phrase, next).is_none()).then_some((joint, next))
}

/// Whether a figure of its own begins at a place with the way it goes: `up 5%; down 3%`, but not `$60, down from $120`.
fn goes_a_way(phrase: &Phrase, at: usize) -> bool {
    earlier::find(phrase, at, phrase.len()).is_none()
        && way::before(phrase, at).is_some_and(|end| starts(phrase, end))
}

/// Whether a figure may begin at a place, or a hedge before one.
fn starts(phrase: &Phrase, at: usize) -> bool {
    let figure = |at: usize| {
        phrase.number(at).is_some() || phrase.part(at).is_some() || currency::before(phrase, at).is_some()
    };
    let sure = lead::past_modals(phrase, at);
    figure(sure)
        || hedge::before(phrase, sure).is_some_and(|(_, end)| figure(end))
        || phrase.tokens.get(at).is_some_and(|token| token.shape == TokenKind::Word)
            && matches!(phrase.word(at), "a" | "an" | "another")
            && (phrase.part(at + 1).is_some() || one_thing(phrase, at).is_some())
}

/// Whether a figure says the same as another one in other units, another currency or other words.
pub(crate) fn is_expression(value: &Value, other: &Value) -> bool {
    if value.kind != other.kind {
        return false;
    }
    match (&value.content, &other.content) {
        (Content::Quantity(_), Content::Quantity(_)) if value.kind == Kind::Money => value.unit != other.unit,
        (Content::Quantity(x), Content::Quantity(y)) => {
            value.unit == other.unit && x.possible.meets(&y.possible)
        }
        _ => false,
    }
}
