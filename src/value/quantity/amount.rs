//! One figure with its unit, and the smaller units behind it: `$4.7 billion`, `1 hour and 45 minutes`, `-5`.

use super::figure::Numeral;
use super::single::{Amount, ReadingChoice, article, money, numbered, plain, plural};
use super::unit::Unit;
use super::{compound, currency, numeral};
use crate::english::token::Phrase;

/// The amount at a place. Within `between … and …`, `and` joins no parts of one amount.
pub(crate) fn read(phrase: &Phrase, at: usize, choice: ReadingChoice, between: bool) -> Option<Amount> {
    // What begins with digits is a number, perhaps with its unit.
    if phrase.number(at).is_some() {
        let amount = numbered(phrase, at, choice)?;
        return if amount.end < phrase.len() {
            joined(phrase, amount, choice, between)
        } else {
            Some(amount)
        };
    }
    let (negative, at) = sign(phrase, at);
    let amount = money(phrase, at)
        .or_else(|| plain(phrase, at, choice))
        .or_else(|| article(phrase, at, choice))
        .or_else(|| plural(phrase, at))?;
    let amount = if amount.end < phrase.len() { joined(phrase, amount, choice, between)? } else { amount };
    Some(if negative { Amount { figure: amount.figure.negative(), ..amount } } else { amount })
}

/// An amount with the smaller units behind it, and the words that put degrees below zero.
fn joined(phrase: &Phrase, amount: Amount, choice: ReadingChoice, between: bool) -> Option<Amount> {
    let amount = compound::join(phrase, amount, choice, between)?;
    let degrees = amount.unit.is_some_and(|unit| matches!(unit.symbol, "°" | "°C"));
    let below = degrees
        && phrase.word(amount.end) == "below"
        && matches!(phrase.word(amount.end + 1), "zero" | "freezing");
    Some(if below {
        Amount { figure: amount.figure.negative(), end: amount.end + 2, ..amount }
    } else {
        amount
    })
}

/// A sign before a figure or a currency: whether it is a minus, and the place behind it.
fn sign(phrase: &Phrase, at: usize) -> (bool, usize) {
    let figure_at = |at: usize| phrase.number(at).is_some() || currency::before(phrase, at).is_some();
    match (phrase.symbol(at), phrase.word(at)) {
        (Some('-'), _) if !(at > 0 && phrase.glued(at)) && phrase.glued(at + 1) && figure_at(at + 1) => {
            (true, at + 1)
        }
        // `- 1,200`: a minus set apart, where it can be no bullet.
        (Some('-'), _) if at == 0 && phrase.number(1).is_some() && phrase.len() == 2 => (true, 1),
        (Some('+'), _) if figure_at(at + 1) => (false, at + 1),
        (_, "minus" | "negative") => (true, at + 1),
        (_, "plus" | "positive") if phrase.number(at + 1).is_some() => (false, at + 1),
        _ => (false, at),
    }
}

/// An amount in money whose currency was named before: the second of `$20-30 million`.
pub(crate) fn in_money(phrase: &Phrase, at: usize, unit: Unit) -> Option<Amount> {
    if let Some(amount) = money(phrase, at) {
        return Some(amount);
    }
    let Numeral { figure, mut end, magnitude, form } = numeral::read(phrase, at, true)?;
    if let Some((named, after)) = currency::after(phrase, end)
        && named.symbol == unit.symbol
    {
        end = after;
    }
    Some(Amount { figure, unit: Some(unit), magnitude, form, prefixed: true, end })
}
