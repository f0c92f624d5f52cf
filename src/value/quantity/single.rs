//! One figure with one unit: `$4.7 billion`, `21-foot`, `half a mile`, `decades`.

use rust_decimal::Decimal;

use super::currency;
use super::figure::{Figure, NumberForm, Numeral, whole};
use super::numeral;
use super::unit::{self, Unit, UnitDoubt};
use crate::english::figures::multiples::multiple;
use crate::english::figures::numbers::BEHIND_A_SECOND;
use crate::english::figures::numbers::{NumberPart, letter};
use crate::english::lexicon::rows;
use crate::english::token::{Phrase, TokenKind};
use crate::english::words::{Promises, ordinal};
use crate::value::Kind;

/// A figure, in its unit where it has one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount {
    /// As written.
    pub figure: Figure,
    /// What it is counted in; `None` for plain numbers.
    pub unit: Option<Unit>,
    /// What multiplies its digits.
    pub magnitude: Decimal,
    /// How the number is written.
    pub form: NumberForm,
    /// The unit stands before the number: `$5`.
    pub prefixed: bool,
    /// The place behind it.
    pub end: usize,
}

/// How words of two meanings are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ReadingChoice {
    /// `pounds` are money; where it is open, the size of the figure decides.
    pub sterling: Option<bool>,
    /// `m` is million; where it is open, the words behind decide.
    pub millions: Option<bool>,
    /// `9 of 10` are nine, as the label counts them, and not nine tenths.
    pub whole: bool,
    /// The label asks for an age, so that `a 15-year-old boy` gives one.
    pub aged: bool,
    /// The label asks for a difference, so that degrees are counted from no zero.
    pub difference: bool,
}

/// An amount behind a currency: `US$4.7 billion`, `Rs 500 crore`, `$-5`.
pub(crate) fn money(phrase: &Phrase, at: usize) -> Option<Amount> {
    let (mut unit, mut place) = currency::before(phrase, at)?;
    let negative = phrase.symbol(place) == Some('-') && phrase.glued(place + 1);
    place += usize::from(negative || phrase.hyphen(place));
    let Numeral { figure, mut end, magnitude, form } = numeral::read(phrase, place, true)?;
    // `$5 million dollars`, `$5 USD`: said twice.
    let again = if phrase.hyphen(end) { end + 1 } else { end };
    if phrase.symbol(again).is_none()
        && let Some((named, after)) = currency::after(phrase, again)
        && named.scale == Decimal::ONE
        && (named.symbol == unit.symbol
            || matches!(unit.doubt, UnitDoubt::Currency(codes) if codes.contains(&named.symbol)))
    {
        end = after;
        if named.doubt == UnitDoubt::None {
            unit = named;
        }
    }
    // `$5 million Canadian` says which dollars.
    if let Some(named) = currency::named_behind(phrase, end, unit) {
        (unit, end) = named;
    }
    // `Rp 100.000`: where nobody counts in hundredths, a point before three digits groups.
    let grouped = magnitude == Decimal::ONE
        && figure.low.scale() == 3
        && matches!(unit.symbol, "IDR" | "VND" | "CLP" | "PYG" | "COP");
    let figure = if grouped { figure.times(Decimal::ONE_THOUSAND)? } else { figure };
    let figure = if negative { figure.negative() } else { figure };
    Some(Amount { figure, unit: Some(unit), magnitude, form, prefixed: true, end })
}

/// A number, and the unit behind it where there is one.
pub(crate) fn plain(phrase: &Phrase, at: usize, choice: ReadingChoice) -> Option<Amount> {
    if let Some(amount) = scaled_before(phrase, at) {
        return Some(amount);
    }
    if let Some(amount) = worded(phrase, at) {
        return Some(amount);
    }
    numbered(phrase, at, choice)
}

/// A number in digits or words, and the unit behind it where there is one.
pub(super) fn numbered(phrase: &Phrase, at: usize, choice: ReadingChoice) -> Option<Amount> {
    let numeral = numeral::read(phrase, at, false)?;
    // `a sixth-floor flat` and `a third-party audit` are no parts.
    if numeral.form == NumberForm::Share
        && phrase.hyphen(numeral.end)
        && ordinal(phrase.word(numeral.end - 1)).is_some()
        && phrase.word(numeral.end + 1) != "of"
    {
        return None;
    }
    if numeral.end >= phrase.len() && numeral.form != NumberForm::Share {
        let Numeral { figure, end, magnitude, form } = numeral;
        return Some(Amount { figure, unit: None, magnitude, form, prefixed: false, end });
    }
    // `half as many`
    if numeral.form == NumberForm::Share && phrase.word(numeral.end) == "as" {
        let Numeral { figure, end, magnitude, form } = numeral;
        return Some(Amount { figure, unit: Some(TIMES), magnitude, form, prefixed: false, end });
    }
    if let Some((figure, end)) = in_parts(phrase, numeral, choice) {
        let unit = Unit::new(Kind::Percent, "%", Decimal::ONE);
        return Some(Amount {
            figure,
            unit: Some(unit),
            magnitude: Decimal::ONE,
            form: NumberForm::Share,
            prefixed: false,
            end,
        });
    }
    let amount = |figure, unit, end| {
        let Numeral { magnitude, form, .. } = numeral;
        Some(Amount { figure, unit, magnitude, form, prefixed: false, end })
    };
    let Numeral { figure, end, form, magnitude } = numeral;
    let place = if phrase.hyphen(end) { end + 1 } else { end };

    // `5m euros`, `$5k`, `6.5M`.
    if form == NumberForm::Digits
        && magnitude == Decimal::ONE
        && let Some(factor) = phrase.tokens.get(end).and_then(|token| letter(token.text))
    {
        let behind = if phrase.hyphen(end + 1) { end + 2 } else { end + 1 };
        let multiplied = |unit, end| {
            let figure = figure.times(factor)?;
            Some(Amount { figure, unit, magnitude: factor, form, prefixed: false, end })
        };
        if let Some((unit, end)) = currency::after(phrase, behind) {
            return multiplied(Some(unit), end);
        }
        if let Some((unit, end)) = sterling(phrase, behind, factor, choice) {
            return multiplied(Some(unit), end);
        }
        let apart = phrase.tokens.get(end).is_some_and(|token| {
            matches!(token.text, "M" | "B") || token.text == "k" && end + 1 == phrase.len()
        });
        if apart || phrase.glued(end) && means_magnitude(phrase, end, choice) {
            let unit = unit::find(phrase, behind).filter(|_| phrase.word(behind).len() > 1);
            return match unit {
                Some((unit, end)) => multiplied(Some(unit), end),
                None => multiplied(None, end + 1),
            };
        }
    }

    let of =
        usize::from(phrase.word(place) == "of" && (form == NumberForm::Vague || magnitude > Decimal::ONE));
    if let Some((unit, end)) =
        sterling(phrase, place + of, if form == NumberForm::Vague { Decimal::MAX } else { magnitude }, choice)
    {
        return amount(figure, Some(unit), end);
    }
    let lines = phrase.word(place) == "p"
        && matches!(phrase.tokens.get(at).map(|token| token.text), Some("480" | "720" | "1080" | "2160"));
    if let Some((unit, end)) = currency::after(phrase, place + of).filter(|_| !lines) {
        let (unit, end) = currency::named_behind(phrase, end, unit).unwrap_or((unit, end));
        return amount(figure, Some(unit), end);
    }
    if form == NumberForm::Share {
        return shared(phrase, numeral);
    }
    let us = usize::from(phrase.word(place + of) == "full" || phrase.word(place + of) == "whole");
    if let Some((unit, end)) = unit::find(phrase, place + of + us)
        && fits(phrase, place + of + us, end, form)
    {
        return amount(figure, Some(unit), end);
    }
    amount(figure, None, end)
}

/// `pounds` as money: where the label says so, or for millions of them.
fn sterling(phrase: &Phrase, at: usize, magnitude: Decimal, choice: ReadingChoice) -> Option<(Unit, usize)> {
    if !matches!(phrase.word(at), "pounds" | "pound") {
        return None;
    }
    let (unit, end) = unit::find(phrase, at)?;
    let and = usize::from(phrase.word(end) == "and");
    // `three pounds twenty`, and `three pounds and 20 pence`.
    let twenty = || {
        let tens =
            (end..phrase.len()).filter(|at| matches!(phrase.part(*at), Some(NumberPart::Tens(_)))).count();
        tens > 0
            && (end..phrase.len())
                .all(|at| matches!(phrase.part(at), Some(NumberPart::Tens(_) | NumberPart::Unit(_))))
    };
    let pence =
        || twenty() || currency::after(phrase, end + and + 1).is_some_and(|(pence, _)| pence.symbol == "GBP");
    let money = choice.sterling.unwrap_or_else(|| magnitude >= whole(1_000_000) || pence());
    (unit.doubt == UnitDoubt::Pounds && money)
        .then_some((Unit { doubt: UnitDoubt::Pounds, ..currency::STERLING }, end))
}

/// Whether a letter glued to a figure multiplies it: `5k`, `6.5M`, `8.5m devices`, but not `6.5m long`.
fn means_magnitude(phrase: &Phrase, at: usize, choice: ReadingChoice) -> bool {
    let text = phrase.tokens.get(at).map_or("", |token| token.text);
    match text {
        "k" | "K" | "M" | "B" | "b" | "T" => true,
        "m" => choice.millions.unwrap_or_else(|| {
            // `1.5m-2m people`: what the second end counts, the first does.
            let joint = phrase.symbol(at + 1) == Some('-') || phrase.word(at + 1) == "to";
            let again = joint && phrase.number(at + 2).is_some() && phrase.word(at + 3) == "m";
            let at = if again && phrase.glued(at + 3) { at + 3 } else { at };
            let next = phrase.tokens.get(at + 1);
            next.is_some_and(|next| next.shape == TokenKind::Word && !next.glued)
                && !matches!(
                    phrase.word(at + 1),
                    "long"
                        | "wide"
                        | "tall"
                        | "deep"
                        | "high"
                        | "away"
                        | "from"
                        | "above"
                        | "below"
                        | "in"
                        | "or"
                        | "to"
                        | "and"
                        | "across"
                        | "thick"
                        | "down"
                        | "up"
                        | "off"
                        | "north"
                        | "south"
                        | "east"
                        | "west"
                        | "of"
                        | "x"
                        | "by"
                )
        }),
        _ => false,
    }
}

/// Whether the words at a place are meant as a unit here, and not as the words they look like.
fn fits(phrase: &Phrase, at: usize, end: usize, form: NumberForm) -> bool {
    let word = phrase.word(at);
    if end > at + 1 {
        return true;
    }
    let Some(token) = phrase.tokens.get(at) else { return false };
    match word {
        "in" => {
            form == NumberForm::Digits
                && (token.glued || phrase.tokens.get(end).is_none_or(|next| next.shape != TokenKind::Word))
        }
        "" => token.glued || !matches!(token.text, "'" | "\""),
        "second" => {
            phrase.hyphen(at.wrapping_sub(1))
                || form != NumberForm::Words
                || phrase.word(at.wrapping_sub(1)) == "one"
        }
        _ if word.len() == 1 => form == NumberForm::Digits,
        _ => true,
    }
}

/// `magnitude 7.8`, `Mach 2`: units that stand before the figure.
fn scaled_before(phrase: &Phrase, at: usize) -> Option<Amount> {
    if !matches!(phrase.word(at), "magnitude" | "mach") {
        return None;
    }
    let (unit, place) = unit::find(phrase, at)?;
    let place = if phrase.hyphen(place) || phrase.word(place) == "of" { place + 1 } else { place };
    let Numeral { figure, end, magnitude, form } = numeral::read(phrase, place, false)?;
    Some(Amount { figure, unit: Some(unit), magnitude, form, prefixed: true, end })
}

/// A part of one: of a unit (`half a mile`), or of a whole, in per cent.
fn shared(phrase: &Phrase, numeral: Numeral) -> Option<Amount> {
    let Numeral { figure, end, magnitude, form } = numeral;
    let of = usize::from(phrase.word(end) == "of");
    let a = usize::from(matches!(phrase.word(end + of), "a" | "an" | "one"));
    let hyphen = usize::from(phrase.hyphen(end));
    let place = end + of + a + hyphen;
    let point = Unit::new(Kind::Percent, "pp", Decimal::ONE);
    let found = match phrase.word(place) {
        "point" | "points" => Some((point, place + 1)),
        _ if a + hyphen > 0 || of == 0 => {
            unit::find(phrase, place).filter(|(_, end)| fits(phrase, place, *end, NumberForm::Share))
        }
        _ => None,
    };
    let found = found.or_else(|| {
        let article = a > 0;
        currency::after(phrase, place).filter(|_| article || hyphen > 0)
    });
    if let Some((unit, end)) = found {
        return Some(Amount { figure, unit: Some(unit), magnitude, form, prefixed: false, end });
    }
    // `three halves` are one and a half.
    if figure.low > Decimal::ONE {
        return Some(Amount { figure, unit: None, magnitude, form, prefixed: false, end });
    }
    let figure = figure.times(whole(100))?;
    let figure = Figure { low: figure.low.round_dp(6), high: figure.high.round_dp(6), ..figure };
    let percent = Unit::new(Kind::Percent, "%", Decimal::ONE);
    Some(Amount { figure, unit: Some(percent), magnitude, form, prefixed: false, end })
}

/// What shares are counted in.
const PERCENT: Unit = Unit::new(Kind::Percent, "%", Decimal::ONE);

/// What multiples are counted in.
const TIMES: Unit = Unit::new(Kind::Count, "times", Decimal::ONE);

/// Single words that are an amount: `double`, `fivefold`, and `both` where it stands alone.
fn worded(phrase: &Phrase, at: usize) -> Option<Amount> {
    let amount = |number, unit| {
        let figure = Figure::digits(whole(number));
        Amount {
            figure,
            unit,
            magnitude: Decimal::ONE,
            form: NumberForm::Words,
            prefixed: false,
            end: at + 1,
        }
    };
    match phrase.word(at) {
        "both" if phrase.len() == at + 1 => Some(amount(2, None)),
        "no" if phrase.word(at + 1) == "one" && phrase.len() == at + 2 => {
            Some(Amount { end: at + 2, ..amount(0, None) })
        }
        _ if phrase.known(at).halves => Some(amount(50, Some(PERCENT))),
        _ if !phrase.known(at).promises.any(Promises::FIGURE) => None,
        word => Some(amount(multiple(word)?, Some(TIMES))),
    }
}

/// `1 in 5`, `two out of three`, `9 of 10`, `one in every ten`: a share in per cent.
fn in_parts(phrase: &Phrase, part: Numeral, choice: ReadingChoice) -> Option<(Figure, usize)> {
    // `1-in-5`
    let skip = |place: usize| if phrase.hyphen(place) { place + 1 } else { place };
    let first = skip(part.end);
    let second = skip(first + 1);
    let place = match (phrase.word(first), phrase.word(second)) {
        ("in", "every") => skip(second + 1),
        ("in", _) => second,
        // `dozens of 10`, `half of 3 million` and `one of five` are none.
        ("of", word)
            if !choice.whole
                && part.magnitude == Decimal::ONE
                && matches!(part.form, NumberForm::Digits | NumberForm::Words)
                && phrase.word(part.end - 1) != "one"
                && (word.is_empty()
                    || numeral::read(phrase, second, false)
                        .is_some_and(|all| all.form == NumberForm::Words)) =>
        {
            second
        }
        ("out", "of") => skip(second + 1) + usize::from(phrase.word(second + 1) == "every"),
        _ => return None,
    };
    let all = numeral::read(phrase, place, false)?;
    // `5 in 2024` is no share.
    let year =
        phrase.tokens.get(place).is_some_and(|token| matches!(token.text.as_bytes(), [b'1' | b'2', _, _, _]));
    let of_a_crowd = phrase.word(first) == "of" && all.magnitude > Decimal::ONE;
    if of_a_crowd {
        return None;
    }
    let points = part.figure.is_point() && all.figure.is_point() && part.figure.low < all.figure.low;
    if !points || year && part.figure.low != Decimal::ONE || unit::find(phrase, all.end).is_some() {
        return None;
    }
    let figure = Figure::fraction(part.figure.low, all.figure.low)?.times(whole(100))?;
    Some((Figure { low: figure.low.round_dp(6), high: figure.high.round_dp(6), ..figure }, all.end))
}

/// `decades`, `hours later`: so many of a time that only its plural is given.
pub(super) fn plural(phrase: &Phrase, at: usize) -> Option<Amount> {
    let word = phrase.word(at);
    // `hour-long`, `year-long`: one of it.
    if phrase.hyphen(at + 1) && phrase.word(at + 2) == "long" {
        let (unit, end) = unit::find(phrase, at).filter(|(unit, _)| unit.kind == Kind::Duration)?;
        let (figure, magnitude) = (Figure::digits(Decimal::ONE), Decimal::ONE);
        return (end == at + 1 && word.len() > 2).then_some(Amount {
            figure,
            unit: Some(unit),
            magnitude,
            form: NumberForm::Words,
            prefixed: false,
            end,
        });
    }
    let (unit, end) =
        unit::find(phrase, at).filter(|(unit, _)| unit.kind == Kind::Duration && word.len() > 3)?;
    let alone =
        matches!(phrase.word(end), "later" | "earlier" | "after" | "before" | "long") || end >= phrase.len();
    if !alone || !(word.ends_with('s') || matches!(word, "centuries" | "millennia")) {
        return None;
    }
    let figure = Figure::range(whole(2), whole(10), true);
    Some(Amount {
        figure,
        unit: Some(unit),
        magnitude: Decimal::ONE,
        form: NumberForm::Vague,
        prefixed: false,
        end,
    })
}

/// `a mile`, `an hour`, `a dollar`: one of it.
pub(crate) fn article(phrase: &Phrase, at: usize, choice: ReadingChoice) -> Option<Amount> {
    if !matches!(phrase.word(at), "a" | "an") {
        return None;
    }
    let full = usize::from(matches!(phrase.word(at + 1), "full" | "whole" | "single" | "further"));
    let place = at + 1 + full;
    let (unit, end) = sterling(phrase, place, Decimal::ONE, choice)
        .or_else(|| unit::find(phrase, place))
        .or_else(|| currency::after(phrase, place))?;
    let common = match unit.kind {
        Kind::Duration | Kind::Percent => true,
        Kind::Money => {
            matches!(
                phrase.word(end - 1),
                "dollar" | "euro" | "pound" | "cent" | "penny" | "buck" | "rupee" | "yen"
            )
        }
        _ => matches!(unit.symbol, "m" | "m²" | "m³" | "kg") && !matches!(phrase.word(end - 1), "stone"),
    };
    // `a second term` is no time.
    let next = phrase.word(end);
    if phrase.word(end - 1) == "second" && !next.is_empty() && rows(BEHIND_A_SECOND).all(|word| word != next)
    {
        return None;
    }
    let figure = Figure::digits(Decimal::ONE);
    (common && phrase.word(end - 1).len() > 2).then_some(Amount {
        figure,
        unit: Some(unit),
        magnitude: Decimal::ONE,
        form: NumberForm::Words,
        prefixed: false,
        end,
    })
}
