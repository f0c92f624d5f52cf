//! Figures that only name a band: `mid-teens`, `low single digits`, `high twenties`, `low 30s`, `six figures`.

use rust_decimal::Decimal;

use super::figure::{Figure, Loose, NumberForm, Numeral, decimal, whole};
use crate::english::figures::numbers::NumberPart;
use crate::english::token::Phrase;
use crate::english::words::part;

/// The band at a place in a phrase. Without a word that says where in it (`double digits`), it is too wide for a figure.
pub(super) fn read(phrase: &Phrase, at: usize) -> Option<Numeral> {
    let ((low, high), named) = position(phrase, at)?;
    let (floor, unit, end) =
        tens(phrase, named).or_else(|| digits(phrase, named)).or_else(|| plural(phrase, named))?;
    let at = |tenth: u32| unit.checked_mul(whole(tenth))?.checked_add(floor);
    // Of what has decimals, nearly one more: 3.9 is in the low single digits.
    let slack = if unit == Decimal::ONE { decimal(9, 1) } else { Decimal::ZERO };
    let figure = Figure { loose: Loose::Around(slack), ..Figure::range(at(low)?, at(high)?, false) };
    Some(Numeral { figure, end, magnitude: Decimal::ONE, form: NumberForm::Vague })
}

/// `low`, `mid-to-high`: which tenths of the band, and the place behind it.
fn position(phrase: &Phrase, at: usize) -> Option<((u32, u32), usize)> {
    let skip = |place: usize| if phrase.hyphen(place) { place + 1 } else { place };
    let part = |place: usize| match phrase.word(place) {
        "low" | "lower" | "early" => Some((1, 3)),
        "mid" | "middle" => Some((4, 6)),
        "high" | "upper" | "late" => Some((7, 9)),
        _ => None,
    };
    let (low, high) = part(at)?;
    let joint = skip(at + 1);
    let second = skip(joint + 1);
    Some(match part(second).filter(|_| matches!(phrase.word(joint), "to" | "and")) {
        Some((_, top)) if top > high => ((low, top), skip(second + 1)),
        _ => ((low, high), joint),
    })
}

/// `teens`, `twenties`, `30s`: where they begin, the unit within them, and the place behind.
fn tens(phrase: &Phrase, at: usize) -> Option<(Decimal, Decimal, usize)> {
    let word = phrase.word(at);
    let floor = match phrase.number(at) {
        Some(number) => {
            let s = phrase.tokens.get(at + 1).filter(|token| token.glued && token.lower == "s");
            return s.filter(|_| is_ten(number)).map(|_| (number, Decimal::ONE, at + 2));
        }
        None if word == "teens" => 10,
        None => match part(&format!("{}y", word.strip_suffix("ies")?)) {
            Some(NumberPart::Tens(tens)) => tens,
            _ => return None,
        },
    };
    Some((whole(floor), Decimal::ONE, at + 1))
}

fn is_ten(number: Decimal) -> bool {
    (2..=9).any(|tens| whole(tens * 10) == number)
}

/// `single digits`, `double-digit`: so many digits.
fn digits(phrase: &Phrase, at: usize) -> Option<(Decimal, Decimal, usize)> {
    let unit = match phrase.word(at) {
        "single" => 1,
        "double" => 10,
        "triple" => 100,
        _ => return None,
    };
    let noun = if phrase.hyphen(at + 1) { at + 2 } else { at + 1 };
    let named = matches!(phrase.word(noun), "digit" | "digits" | "figure" | "figures");
    named.then(|| (Decimal::ZERO, whole(unit), noun + 1))
}

/// `hundreds`, `millions`: so many of them.
fn plural(phrase: &Phrase, at: usize) -> Option<(Decimal, Decimal, usize)> {
    match phrase.part(at) {
        Some(NumberPart::Plural(unit)) if phrase.word(at) != "scores" && unit > whole(12) => {
            Some((Decimal::ZERO, unit, at + 1))
        }
        _ => None,
    }
}

/// Whether a phrase holds a band.
pub(super) fn is_in(phrase: &Phrase) -> bool {
    (0..phrase.len()).any(|at| phrase.part(at).is_none() && read(phrase, at).is_some())
}
