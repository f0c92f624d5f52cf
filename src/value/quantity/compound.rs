//! Amounts of several units: `6ft 2in`, `1 hour and 45 minutes`, `$20 and 43 cents`.

use rust_decimal::Decimal;

use super::figure::{Figure, NumberForm, decimal, whole};
use super::numeral;
use super::single::{Amount, ReadingChoice, article, money, plain};
use super::unit::{Unit, UnitDoubt};
use crate::english::token::Phrase;
use crate::value::Kind;

/// The smaller units that belong to the same amount: `6ft 2in`, `$20 and 43 cents`, `a year and a half`.
pub(crate) fn join(
    phrase: &Phrase,
    mut amount: Amount,
    choice: ReadingChoice,
    between: bool,
) -> Option<Amount> {
    let Some(first) = amount.unit.filter(|unit| amount.figure.is_point() && unit.shift.is_zero()) else {
        return Some(amount);
    };
    let mut last = first;
    let mut base = None;
    loop {
        let comma = usize::from(phrase.symbol(amount.end) == Some(','));
        let and = usize::from(phrase.word(amount.end + comma) == "and");
        // `6-foot-2`
        let hyphen = usize::from(last.symbol == "m" && comma + and == 0 && phrase.hyphen(amount.end));
        let place = amount.end + comma + and + hyphen;
        if and == 1 && between {
            break;
        }
        if and == 1
            && base.is_none()
            && matches!(phrase.word(place), "a" | "one" | "three")
            && let Some(part) = numeral::read(phrase, place, false)
            && part.form == NumberForm::Share
        {
            amount.figure = amount.figure.plus(part.figure)?;
            amount.end = part.end;
            break;
        }
        if base.is_none()
            && comma + hyphen == 0
            && let Some(cents) = cents(phrase, place, &amount)
        {
            base = Some(first.base(amount.figure)?.plus(cents)?);
            amount.end = phrase.len();
            break;
        }
        let Some(Amount { figure, unit: Some(unit), end, .. }) = smaller(phrase, place, last, choice) else {
            break;
        };
        // Cents are those of the money they follow: `5 euros and 20 cents`.
        let hundredths = matches!(unit.doubt, UnitDoubt::Currency(_)) && unit.scale < Decimal::ONE;
        let unit =
            if last.kind == Kind::Money && hundredths { Unit { symbol: last.symbol, ..unit } } else { unit };
        let part = if unit.symbol == last.symbol && unit.scale < last.scale {
            let part = unit.base(figure)?;
            // `80-metre, 260-foot` is the same length twice.
            if unit.kind == Kind::Measure && part.low >= last.scale.checked_div(last.divisor)? {
                break;
            }
            part
        } else if last.symbol == "month" && unit.symbol == "s" {
            months(unit.base(figure)?)?
        } else {
            break;
        };
        let sum = match base {
            Some(sum) => sum,
            None => first.base(amount.figure)?,
        };
        base = Some(Figure::plus(sum, part)?);
        amount.end = end;
        last = unit;
    }
    Some(match base {
        Some(figure) => Amount { figure, unit: Some(first.as_base()), ..amount },
        None => amount,
    })
}

/// The hundredths that go without their name at the end of a price: `20 rupees 43`, `$20 and 43`.
fn cents(phrase: &Phrase, at: usize, amount: &Amount) -> Option<Figure> {
    let money = amount.unit.filter(|unit| unit.kind == Kind::Money && unit.scale == Decimal::ONE)?;
    let round = amount.magnitude == Decimal::ONE && amount.figure.low.scale() == 0;
    let number = last_of_two(phrase, at).filter(|number| round && number.scale() == 0)?;
    Unit { scale: decimal(1, 2), ..money }.base(Figure::digits(number))
}

/// The number below a hundred that ends the phrase, in two digits set apart or in words: `fifty`.
fn last_of_two(phrase: &Phrase, at: usize) -> Option<Decimal> {
    let token = phrase.tokens.get(at).filter(|token| !token.glued)?;
    if at + 1 == phrase.len() && token.text.len() == 2 && phrase.number(at).is_some() {
        return phrase.number(at);
    }
    let spelt = numeral::read(phrase, at, false)
        .filter(|number| number.form == NumberForm::Words && number.magnitude == Decimal::ONE)?;
    let whole = spelt.figure.is_point() && spelt.figure.low.is_integer();
    (whole
        && spelt.end == phrase.len()
        && spelt.figure.low < Decimal::ONE_HUNDRED
        && spelt.figure.low >= Decimal::TEN)
        .then_some(spelt.figure.low)
}

/// The number and unit of a smaller part; after feet, inches may go without saying.
fn smaller(phrase: &Phrase, at: usize, larger: Unit, choice: ReadingChoice) -> Option<Amount> {
    phrase.tokens.get(at)?;
    let part = if larger.kind == Kind::Money { money(phrase, at) } else { None };
    let part = part.or_else(|| plain(phrase, at, choice)).or_else(|| article(phrase, at, choice))?;
    if !part.figure.is_point() || part.magnitude != Decimal::ONE {
        return None;
    }
    let bare = part.unit.is_none()
        && larger.scale == whole(3_600)
        && (phrase.glued(at) || last_of_two(phrase, at).is_some())
        && part.figure.low < whole(60);
    if larger.symbol == "s" && (bare || matches!(part.unit, Some(Unit { doubt: UnitDoubt::Metres, .. }))) {
        return Some(Amount { unit: Some(Unit::new(Kind::Duration, "s", whole(60))), ..part });
    }
    if part.unit.is_none()
        && larger.symbol == "m"
        && larger.scale == decimal(3_048, 4)
        && part.figure.low < whole(12)
        && phrase.tokens.get(part.end).is_none()
    {
        return Some(Amount { unit: Some(Unit::new(Kind::Measure, "m", decimal(254, 4))), ..part });
    }
    Some(part)
}

/// Seconds as parts of a mean month, for `1 year and 3 days`.
fn months(seconds: Figure) -> Option<Figure> {
    let part = seconds.low.checked_div(decimal(2_629_746, 0))?.round_dp(4);
    let day = decimal(3, 2);
    Some(Figure { low: part, high: part, step: day, grain: day, ..seconds })
}
