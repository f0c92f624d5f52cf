//! Numbers in digits and words: `8.5 million`, `two and a half`, `tens of thousands`.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::band;
use super::figure::{Figure, Loose, NumberForm, Numeral, whole};
use crate::english::figures::numbers::{BAKERS, COUPLE, NumberPart, PAIR, SEVERAL, letter};
use crate::english::lexicon::Lexicon;
use crate::english::nouns::is_many;
use crate::english::token::Phrase;

static UNNAMED: LazyLock<Lexicon<(u32, u32)>> = LazyLock::new(|| {
    Lexicon::listed(&[((2, 10), SEVERAL), ((2, 3), COUPLE), ((2, 2), PAIR), ((13, 13), BAKERS)])
});

/// The number at a place. `money` lets a letter stand for a magnitude: `$5 m`.
pub(crate) fn read(phrase: &Phrase, at: usize, money: bool) -> Option<Numeral> {
    if phrase.number(at).is_some() {
        return digits(phrase, at, money);
    }
    let word = phrase.word(at);
    if word.is_empty() {
        return None;
    }
    vague(phrase, at).or_else(|| share(phrase, at)).or_else(|| words(phrase, at))
}

/// A number in digits, with decimals, fractions and magnitudes behind it.
fn digits(phrase: &Phrase, at: usize, money: bool) -> Option<Numeral> {
    let number = phrase.number(at)?;
    if let Some(figure) = slashed(phrase, at) {
        return Some(Numeral { figure, end: at + 3, magnitude: Decimal::ONE, form: NumberForm::Share });
    }
    let mut figure = Figure::digits(number);
    let mut end = at + 1;
    if let Some((found, behind)) = decimals(phrase, at).or_else(|| power(phrase, at)) {
        figure = Figure::digits(found);
        end = behind;
    }
    if phrase.number(end).is_some()
        && !phrase.glued(end)
        && let Some(part) = slashed(phrase, end)
    {
        figure = figure.plus(part)?;
        end += 3;
    }
    let (magnitude, after) = magnitude(phrase, end, money)?;
    let mut figure = figure.times(magnitude)?;
    end = after;
    // `5 crore 20 lakh`: smaller magnitudes add up.
    let mut last = magnitude;
    while last > Decimal::ONE
        && phrase.number(end).is_some()
        && let Some(next) = phrase.number(end)
        && let Some((smaller, after)) = self::magnitude(phrase, end + 1, money)
        && smaller > Decimal::ONE
        && smaller < last
    {
        figure = figure.plus(Figure::digits(next).times(smaller)?)?;
        last = smaller;
        end = after;
    }
    let (figure, magnitude, end) = and_a_half(phrase, figure, end, magnitude)?;
    Some(Numeral { figure, end, magnitude, form: NumberForm::Digits })
}

/// `1 point 5`: decimals as they are spoken.
fn decimals(phrase: &Phrase, at: usize) -> Option<(Decimal, usize)> {
    if phrase.word(at + 1) != "point" {
        return None;
    }
    let (number, behind) = (phrase.number(at)?, phrase.number(at + 2)?);
    let scale = u32::try_from(phrase.tokens.get(at + 2)?.text.len()).ok()?;
    let whole = number.scale() == 0 && behind.scale() == 0 && scale < 10;
    let part = Decimal::try_from_i128_with_scale(behind.mantissa(), scale).ok().filter(|_| whole)?;
    Some((number.checked_add(part)?, at + 3))
}

/// `2.5 × 10^6`, `6 x 10-5`: powers of ten as scientists write them.
fn power(phrase: &Phrase, at: usize) -> Option<(Decimal, usize)> {
    // `10^6`
    if phrase.number(at) == Some(Decimal::TEN) && phrase.symbol(at + 1) == Some('^') && phrase.glued(at + 1) {
        let exponent = u32::try_from(phrase.number(at + 2)?).ok().filter(|exponent| *exponent < 28)?;
        return Some((Decimal::try_from_i128_with_scale(10i128.checked_pow(exponent)?, 0).ok()?, at + 3));
    }
    let times = phrase.symbol(at + 1) == Some('×') || phrase.word(at + 1) == "x";
    if !times || phrase.number(at + 2) != Some(Decimal::TEN) {
        return None;
    }
    let caret = usize::from(phrase.symbol(at + 3) == Some('^'));
    let minus = phrase.symbol(at + 3 + caret) == Some('-');
    let place = at + 3 + caret + usize::from(minus);
    let exponent = phrase.number(place).filter(|_| caret == 1 || minus && phrase.glued(place))?;
    let exponent = u32::try_from(exponent).ok().filter(|exponent| *exponent < 28)?;
    let ten = Decimal::try_from_i128_with_scale(10i128.checked_pow(exponent)?, 0).ok()?;
    let number = phrase.number(at)?;
    let product = if minus { number.checked_div(ten)? } else { number.checked_mul(ten)? };
    Some((product, place + 1))
}

/// `1/2`, `3/4`: fractions that are no dates.
fn slashed(phrase: &Phrase, at: usize) -> Option<Figure> {
    let numerator = phrase.number(at)?;
    let denominator = phrase.number(at + 2)?;
    let fraction = phrase.symbol(at + 1) == Some('/')
        && phrase.glued(at + 1)
        && phrase.glued(at + 2)
        && phrase.symbol(at + 3) != Some('/')
        && numerator < denominator
        && ([2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100].map(whole).contains(&denominator)
            // `1/40` can be no date.
            || numerator == Decimal::ONE && denominator > whole(31) && denominator <= whole(1000));
    if fraction { Figure::fraction(numerator, denominator) } else { None }
}

/// The magnitudes that follow a number, multiplied: `million`, `lakh crore`, `m` beside money.
fn magnitude(phrase: &Phrase, at: usize, money: bool) -> Option<(Decimal, usize)> {
    let mut product = Decimal::ONE;
    let mut end = at;
    loop {
        let place = if phrase.hyphen(end) { end + 1 } else { end };
        let factor = match phrase.part(place) {
            Some(NumberPart::Hundred) => whole(100),
            Some(NumberPart::Magnitude(factor)) => factor,
            Some(NumberPart::Dozen(12)) if product == Decimal::ONE => whole(12),
            // `5 lakhs`, `three dozens`
            Some(NumberPart::Plural(factor))
                if !matches!(phrase.word(place), "tens" | "scores" | "hundreds") =>
            {
                factor
            }
            _ => match phrase.tokens.get(end).and_then(|token| letter(token.text)) {
                Some(factor) if money && product == Decimal::ONE => factor,
                _ => return Some((product, end)),
            },
        };
        product = product.checked_mul(factor)?;
        end = place + 1;
    }
}

/// `and a half` behind a number, and the magnitude that may follow: `two and a half million`.
fn and_a_half(
    phrase: &Phrase,
    figure: Figure,
    end: usize,
    magnitude: Decimal,
) -> Option<(Figure, Decimal, usize)> {
    let skip = |place: usize| if phrase.hyphen(place) { place + 1 } else { place };
    let place = skip(end);
    // `two and 3/4`
    if phrase.word(place) == "and"
        && let Some(part) = slashed(phrase, place + 1)
    {
        return Some((
            Figure { in_full: false, ..figure.plus(part.times(magnitude)?)? },
            magnitude,
            place + 4,
        ));
    }
    if phrase.word(place) == "and"
        && let Some(part) = part_of_one(phrase, skip(place + 1))
        && phrase.word(part.end) != "of"
    {
        let figure = figure.plus(part.figure.times(magnitude)?)?;
        let (factor, end) = self::magnitude(phrase, part.end, false)?;
        return Some((
            Figure { in_full: false, ..figure }.times(factor)?,
            magnitude.checked_mul(factor)?,
            end,
        ));
    }
    Some((figure, magnitude, end))
}

/// `a quarter`, `two thirds`, `half a million`.
fn share(phrase: &Phrase, at: usize) -> Option<Numeral> {
    let share = part_of_one(phrase, at)?;
    // `half a million`, `three quarters of a million`, `half a dozen`.
    let skip = |place: usize| if phrase.hyphen(place) { place + 1 } else { place };
    let of = skip(share.end);
    let a = if phrase.word(of) == "of" { of + 1 } else { of };
    let scale = if matches!(phrase.word(a), "a" | "an") { skip(a + 1) } else { share.end + (a - of) };
    let (factor, end) = magnitude(phrase, scale, false)?;
    if factor == Decimal::ONE {
        return Some(share);
    }
    let mut figure = share.figure.times(factor)?;
    // Nobody counts half a dozen: it is six, give or take one.
    if figure.low == whole(6) {
        figure.loose = Loose::Around(Decimal::ONE);
    }
    Some(Numeral { figure, end, magnitude: factor, form: NumberForm::Words })
}

/// `a quarter`, `two thirds`, `half`.
fn part_of_one(phrase: &Phrase, at: usize) -> Option<Numeral> {
    let first = phrase.word(at);
    let article = matches!(first, "a" | "an" | "one");
    let (numerator, place) = if article {
        (Decimal::ONE, at + 1)
    } else if let Some(NumberPart::Unit(number @ 2..)) = phrase.part(at) {
        (whole(number), at + 1)
    } else {
        (Decimal::ONE, at)
    };
    let named = place > at;
    let place = if named && phrase.hyphen(place) { place + 1 } else { place };
    let Some(NumberPart::Share(parts)) = phrase.part(place) else { return None };
    let word = phrase.word(place);
    let end = place + 1;
    let next = phrase.word(end);
    // `third` alone is a rank, `a fifth person` one more person.
    let plain = match word {
        "half" => true,
        "quarter" => named || next == "of" || matches!(next, "million" | "century") || phrase.hyphen(end),
        "quarters" => numerator == whole(3),
        "halves" => numerator > whole(2),
        _ if word.ends_with('s') => named,
        _ => named && matches!(next, "" | "of" | "in" | "more" | "less" | "higher" | "lower" | "or" | "to"),
    };
    if !plain {
        return None;
    }
    let figure = Figure::fraction(numerator, whole(parts))?;
    Some(Numeral { figure, end, magnitude: Decimal::ONE, form: NumberForm::Share })
}

/// `dozens`, `tens of thousands`, `several hundred`.
fn vague(phrase: &Phrase, at: usize) -> Option<Numeral> {
    let at = if phrase.word(at) == "many" && matches!(phrase.part(at + 1), Some(NumberPart::Plural(_))) {
        at + 1
    } else {
        at
    };
    if let Some(numeral) = shared_of(phrase, at).or_else(|| band::read(phrase, at)) {
        return Some(numeral);
    }
    if let Some(NumberPart::Plural(mut unit)) = phrase.part(at) {
        let mut end = at + 1;
        // No greater word is usual: whoever says millions may mean twenty of them.
        let loose = if unit >= whole(1_000_000) { Loose::Beyond } else { Loose::No };
        while phrase.word(end) == "of"
            && let Some(NumberPart::Plural(next)) = phrase.part(end + 1)
        {
            unit = unit.checked_mul(next)?;
            end += 2;
        }
        let figure = Figure::range(unit.checked_mul(whole(2))?, unit.checked_mul(whole(10))?, true);
        return Some(Numeral {
            figure: Figure { loose, ..figure },
            end,
            magnitude: unit,
            form: NumberForm::Vague,
        });
    }
    let ((low, high), end) = UNNAMED.find(phrase, at)?;
    let (unit, end) = magnitude(phrase, end, false)?;
    let figure = Figure {
        loose: if high == 3 { Loose::Couple } else { Loose::No },
        ..Figure::range(whole(low), whole(high), high == 10)
    };
    let figure = figure.times(unit)?;
    Some(Numeral { figure, end, magnitude: unit, form: NumberForm::Vague })
}

/// `tens, if not hundreds, of thousands`, `tens or hundreds of millions`: two plurals of one magnitude.
fn shared_of(phrase: &Phrase, at: usize) -> Option<Numeral> {
    let plural = |place: usize| match phrase.part(place) {
        Some(NumberPart::Plural(unit)) => Some(unit),
        _ => None,
    };
    let comma = |place: usize| place + usize::from(phrase.symbol(place) == Some(','));
    let low = plural(at)?;
    let joint = comma(at + 1);
    let second = match (phrase.word(joint), phrase.word(joint + 1)) {
        ("if", "not") | ("or", "even" | "perhaps" | "possibly") | ("and", "possibly" | "perhaps") => {
            joint + 2
        }
        ("or" | "to", _) => joint + 1,
        _ => return None,
    };
    let high = plural(second).filter(|high| *high > low)?;
    let of = comma(second + 1);
    let unit = plural(of + 1).filter(|_| phrase.word(of) == "of")?;
    let low = low.checked_mul(whole(2))?.checked_mul(unit)?;
    let high = high.checked_mul(whole(10))?.checked_mul(unit)?;
    let figure = Figure::range(low, high, true);
    Some(Numeral { figure, end: of + 2, magnitude: unit, form: NumberForm::Vague })
}

/// What a first end of a range shares of the number at a place, where it is written without: a hundred of `two to three
/// hundred`, a thousand of `250-300,000`; one where it has nothing to share.
pub(crate) fn shared_scale(phrase: &Phrase, at: usize) -> Decimal {
    let groups = |at: usize| {
        let text = phrase.tokens.get(at).map_or("", |token| token.text);
        let zeros = text.trim_end_matches(['0', ',']);
        let written = text.get(zeros.len()..).unwrap_or_default().matches(",000").count();
        [1, 1_000, 1_000_000, 1_000_000_000].get(written).copied().map_or(Decimal::ONE, whole)
    };
    if phrase.number(at).is_some() {
        return groups(at);
    }
    // `three hundred thousand` shares both of its words.
    let hundred = matches!(phrase.part(at), Some(NumberPart::Unit(1..)))
        && phrase.part(at + 1) == Some(NumberPart::Hundred);
    match phrase.part(at + 2) {
        _ if !hundred => Decimal::ONE,
        Some(NumberPart::Magnitude(factor)) => factor.checked_mul(whole(100)).unwrap_or(Decimal::ONE),
        Some(_) => Decimal::ONE,
        None if phrase.word(at + 2) == "and" => Decimal::ONE,
        None => whole(100),
    }
}

/// A number in words: `two hundred and fifty thousand`, `a hundred`, `one point five million`.
fn words(phrase: &Phrase, at: usize) -> Option<Numeral> {
    let mut total: u64 = 0;
    let mut group: Option<u64> = None;
    let mut last = Decimal::MAX;
    let mut joinable = false;
    let mut goes_on = false;
    let mut end = at;
    let article = usize::from(matches!(phrase.word(at), "a" | "an"));
    if article > 0 {
        if !matches!(
            phrase.part(at + 1),
            Some(NumberPart::Hundred | NumberPart::Magnitude(_) | NumberPart::Dozen(_))
        ) {
            return None;
        }
        group = Some(1);
        end += 1;
    } else if matches!(phrase.word(at), "hundred" | "thousand" | "million" | "billion")
        && phrase.word(at + 1) == "and"
        && matches!(phrase.part(at + 2), Some(NumberPart::Unit(1..) | NumberPart::Tens(_)))
    {
        // `hundred and ten`
        group = Some(1);
    }
    loop {
        let mut place = end;
        if place > at && phrase.hyphen(place) {
            place += 1;
        }
        // `three million, two hundred and forty thousand`: only a number of hundreds or more goes on behind a comma.
        if joinable
            && phrase.symbol(place) == Some(',')
            && matches!(phrase.part(place + 1), Some(NumberPart::Unit(1..) | NumberPart::Tens(_)))
            && (place + 2..place + 5)
                .any(|at| matches!(phrase.part(at), Some(NumberPart::Hundred | NumberPart::Magnitude(_))))
        {
            place += 1;
            goes_on = true;
        }
        if joinable && (phrase.word(place) == "and" || phrase.symbol(place) == Some('&')) {
            place += 1;
            if !matches!(phrase.part(place), Some(NumberPart::Unit(1..) | NumberPart::Tens(_))) {
                break;
            }
        }
        let Some(part) = phrase.part(place) else { break };
        match (part, group) {
            (NumberPart::Unit(n) | NumberPart::Tens(n), None) => group = Some(n.into()),
            (NumberPart::Unit(n @ 1..=9), Some(g)) if g % 10 == 0 && g % 100 >= 20 => {
                group = Some(g + u64::from(n));
            }
            (NumberPart::Unit(n @ 1..) | NumberPart::Tens(n), Some(g)) if g >= 100 && g % 100 == 0 => {
                group = Some(g + u64::from(n));
            }
            (NumberPart::Hundred, Some(g @ 1..=99)) => group = Some(g * 100),
            // `three score`, but not `a score of 5`.
            (NumberPart::Dozen(n), g)
                if total == 0
                    && g.is_none_or(|g| g < 100)
                    && (n == 12 || g > Some(1) || is_of_many(phrase, place + 1)) =>
            {
                let figure = Figure::digits(whole(n)).times(Decimal::from(g.unwrap_or(1)))?;
                let figure = Figure { in_full: false, step: whole(n), grain: whole(n), ..figure };
                let (figure, magnitude, end) = and_a_half(phrase, figure, place + 1, whole(n))?;
                return Some(Numeral { figure, end, magnitude, form: NumberForm::Words });
            }
            (NumberPart::Plural(m), Some(g)) if total == 0 => {
                let figure = Figure::digits(Decimal::from(g)).times(m)?;
                return Some(Numeral { figure, end: place + 1, magnitude: m, form: NumberForm::Words });
            }
            // `one thousand two hundred million`
            (NumberPart::Magnitude(m), Some(g)) if m > last && total > 0 => {
                let figure = Figure::digits(Decimal::from(total.checked_add(g)?)).times(m)?;
                return Some(Numeral { figure, end: place + 1, magnitude: m, form: NumberForm::Words });
            }
            // `three thousand million`, `three thousand millions`
            (NumberPart::Magnitude(m) | NumberPart::Plural(m), None)
                if m > last && total > 0 && m >= whole(1_000) =>
            {
                let figure = Figure::digits(Decimal::from(total)).times(m)?;
                return Some(Numeral { figure, end: place + 1, magnitude: m, form: NumberForm::Words });
            }
            (NumberPart::Magnitude(m), Some(g)) if m < last => {
                let factor = u64::try_from(m).ok()?;
                total = total.checked_add(g.checked_mul(factor)?)?;
                last = m;
                group = None;
            }
            _ => break,
        }
        joinable = matches!(part, NumberPart::Hundred | NumberPart::Magnitude(_));
        end = place + 1;
    }
    // `three million, two hundred of them ill` are two numbers.
    if end == at + article || (group.is_none() && total == 0) || goes_on && phrase.word(end) == "of" {
        return None;
    }
    if let (Some(whole_part), true) = (group, total == 0)
        && let Some(numeral) = pointed(phrase, end, whole_part)
    {
        return Some(numeral);
    }
    let round = group.is_none();
    let magnitude = if round { last } else { Decimal::ONE };
    let count = Decimal::from(total.checked_add(group.unwrap_or(0))?);
    let figure = if round {
        Figure::digits(count.checked_div(magnitude)?.normalize()).times(magnitude)?
    } else {
        Figure::digits(count)
    };
    let (figure, magnitude, end) = and_a_half(phrase, figure, end, magnitude)?;
    Some(Numeral { figure, end, magnitude, form: NumberForm::Words })
}

/// Whether `of` and what there are many of stand at a place: `a score of people`, but not `a score of 5`.
fn is_of_many(phrase: &Phrase, at: usize) -> bool {
    let noun = phrase.word(at + 1);
    let plain = phrase.tokens.get(at + 1).is_some_and(|token| token.text == token.lower);
    phrase.word(at) == "of" && plain && is_many(noun) && phrase.part(at + 1).is_none()
}

/// `one point five million`: decimals in words.
fn pointed(phrase: &Phrase, end: usize, whole_part: u64) -> Option<Numeral> {
    if phrase.word(end) != "point" {
        return None;
    }
    let mut digits = i64::try_from(whole_part).ok()?;
    let mut scale = 0;
    let mut end = end + 1;
    let digit = |at: usize| match (phrase.part(at), phrase.word(at)) {
        (Some(NumberPart::Unit(digit @ 0..=9)), _) => Some(digit),
        (None, "oh" | "o") => Some(0),
        _ => None,
    };
    while let Some(digit) = digit(end) {
        digits = digits.checked_mul(10)?.checked_add(digit.into())?;
        scale += 1;
        end += 1;
    }
    if scale == 0 {
        return None;
    }
    let (magnitude, end) = magnitude(phrase, end, false)?;
    let figure = Figure::digits(Decimal::try_new(digits, scale).ok()?).times(magnitude)?;
    Some(Numeral { figure, end, magnitude, form: NumberForm::Words })
}
