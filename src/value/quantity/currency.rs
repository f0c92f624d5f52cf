//! Which currency a sign, a name or a code means.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::currency_words as words;
use super::figure::decimal;
use super::unit::{Doubt, Unit};
use crate::value::Kind;
use crate::value::lexicon::{Lexicon, rows};
use crate::value::token::{Phrase, Shape};

type Codes = &'static [&'static str];

/// A currency among those that the words may mean, the most traded first, and whether it is a hundredth of it.
#[derive(Clone, Copy)]
enum Sense {
    One(&'static str),
    Several(Codes),
    /// So many hundredths of one of them.
    Hundredths(Codes, u64),
}

static SIGNS: LazyLock<Lexicon<Sense>> = LazyLock::new(|| {
    let one = words::SIGNS.iter().flat_map(|(code, signs)| rows(signs).map(|sign| (sign, Sense::One(code))));
    let shared = words::SHARED.iter().flat_map(|(codes, signs)| {
        let signs =
            rows(signs).filter(|sign| matches!(*sign, "$" | "¥" | "₨" | "rs" | "re" | "kr" | "sh" | "shs"));
        signs.map(|sign| (sign, Sense::Several(codes)))
    });
    Lexicon::new(one.chain(shared))
});

static NAMES: LazyLock<Lexicon<Sense>> = LazyLock::new(|| {
    let signs = words::SIGNS.iter().chain(words::NAMES);
    let one = signs.flat_map(|(code, names)| rows(names).map(|name| (name, Sense::One(code))));
    let shared =
        words::SHARED.iter().flat_map(|(codes, names)| rows(names).map(|name| (name, Sense::Several(codes))));
    let hundredths = words::HUNDREDTHS
        .iter()
        .flat_map(|(codes, names)| rows(names).map(|name| (name, Sense::Hundredths(codes, 1))));
    let coins = words::COINS.iter().flat_map(|(hundredths, codes, names)| {
        rows(names).map(|name| (name, Sense::Hundredths(codes, *hundredths)))
    });
    Lexicon::new(one.chain(shared).chain(hundredths).chain(coins))
});

/// The sign or code before a figure, and the place behind it.
pub(crate) fn before(phrase: &Phrase, at: usize) -> Option<(Unit, usize)> {
    if let Some((sense, end)) = SIGNS.find(phrase, at) {
        // A lone letter or word is a sign only where a figure is glued or near to it.
        let lone_letter = phrase.word(end - 1).len() == 1;
        if phrase.number(end).is_some() && (!lone_letter || phrase.glued(end))
            || phrase.symbol(end - 1).is_some_and(|sign| sign != '/')
        {
            return Some((unit(sense), end));
        }
    }
    if let Some(named) = named_before(phrase, at) {
        return Some(named);
    }
    let code = code(phrase, at)?;
    let sign = SIGNS.find(phrase, at + 1).filter(|(_, end)| phrase.symbol(end - 1).is_some());
    Some((unit(Sense::One(code)), sign.map_or(at + 1, |(_, end)| end)))
}

/// A currency named right before its figure: `US dollars 5 million`, `ringgit 42`.
fn named_before(phrase: &Phrase, at: usize) -> Option<(Unit, usize)> {
    // No name has more than three words, so that most phrases need no look into the table.
    let number_near = || (at + 1..at + 4).any(|at| phrase.number(at).is_some());
    if phrase.word(at).len() < 2 || !number_near() || at > 0 && phrase.word(at - 1) == "the" {
        return None;
    }
    let (sense, end) = NAMES.find(phrase, at)?;
    // `won 5 medals`, `the real 5`: words that are more than money.
    let clear = end > at + 1 || rows(words::AFTER_ONLY).all(|word| word != phrase.word(at));
    let bare = phrase.number(end).is_some() && !phrase.glued(end);
    // `Euros 2024` is a championship.
    let year = |text: &str| {
        text.len() == 4 && text.starts_with(['1', '2']) && text.bytes().all(|b| b.is_ascii_digit())
    };
    let bare = bare && phrase.tokens.get(end).is_none_or(|token| !year(token.text));
    (clear && bare && !matches!(sense, Sense::Hundredths(..))).then(|| (unit(sense), end))
}

/// Whose dollars, where the word stands behind the figure: `$5 million Canadian`.
pub(crate) fn adjective(word: &str) -> Option<&'static str> {
    Some(match word {
        "us" | "u.s" | "american" => "USD",
        "canadian" => "CAD",
        "australian" | "aussie" => "AUD",
        _ => return None,
    })
}

/// The name, sign or code behind a figure, and the place behind it.
pub(crate) fn after(phrase: &Phrase, at: usize) -> Option<(Unit, usize)> {
    if let Some(grand) = grand(phrase, at) {
        return Some(grand);
    }
    let found = NAMES.find(phrase, at).filter(|(_, end)| {
        // Single letters are pence and cents only where they are glued to the figure.
        phrase.word(at).len() != 1 || *end > at + 1 || phrase.glued(at)
    });
    let ringgit = phrase.glued(at) && phrase.tokens.get(at).is_some_and(|token| token.text == "RM");
    if let Some((sense, end)) = found
        && (ringgit
            || !matches!(
                phrase.word(at),
                "ft" | "le" | "fr" | "r" | "rm" | "rp" | "bs" | "sr" | "zk" | "sum" | "sol" | "zig"
            ))
    {
        return Some((unit(sense), end));
    }
    if let Some(code) = code(phrase, at) {
        return Some((unit(Sense::One(code)), at + 1));
    }
    of_a_country(phrase, at)
}

/// `Gambian dalasi`, `Costa Rican colons`: the name of one currency behind whose it is.
fn of_a_country(phrase: &Phrase, at: usize) -> Option<(Unit, usize)> {
    let capital = |at: usize| {
        let token = phrase.tokens.get(at)?;
        (token.shape == Shape::Word && token.text.starts_with(char::is_uppercase)).then_some(token.lower)
    };
    let (mut last, mut place) = (capital(at)?, at + 1);
    while let Some(word) = capital(place).filter(|_| place < at + 3) {
        (last, place) = (word, place + 1);
    }
    let (sense, end) = NAMES.find(phrase, place)?;
    // `Lao kip`, but no `Arctic real estate`: everyday words want a people before them.
    let everyday = rows(words::AFTER_ONLY).any(|word| word == phrase.word(place));
    let people = last.ends_with("an") || last.ends_with("ese") || last.ends_with("ish");
    (matches!(sense, Sense::One(_)) && phrase.word(place).len() > 2 && (people || !everyday))
        .then(|| (unit(sense), end))
}

/// An ISO 4217 code in capitals.
fn code(phrase: &Phrase, at: usize) -> Option<&'static str> {
    let token = phrase.tokens.get(at)?;
    if token.shape != Shape::Word
        || token.text.len() != 3
        || !token.text.bytes().all(|b| b.is_ascii_uppercase())
    {
        return None;
    }
    let code = iso_currency::Currency::from_code(token.text)?.code();
    // Codes for tests, metals and nothing at all are no money.
    (!matches!(code, "XXX" | "XTS" | "XAU" | "XAG" | "XPD" | "XPT")).then_some(code)
}

fn unit(sense: Sense) -> Unit {
    match sense {
        Sense::One(code) => Unit::new(Kind::Money, code, Decimal::ONE),
        Sense::Several(codes) => several(codes, Decimal::ONE),
        Sense::Hundredths(codes, number) => several(codes, decimal(number, 2)),
    }
}

fn several(codes: Codes, scale: Decimal) -> Unit {
    let doubt = if codes.len() > 1 { Doubt::Currency(codes) } else { Doubt::None };
    Unit { doubt, ..Unit::new(Kind::Money, codes.first().copied().unwrap_or_default(), scale) }
}

/// Thousands of the money of the place, where `grand` ends a phrase or a price: `10 grand`, but not `10 grand prix`.
pub(crate) fn grand(phrase: &Phrase, at: usize) -> Option<(Unit, usize)> {
    let ends = phrase.tokens.get(at + 1).is_none_or(|next| {
        matches!(next.lower, "a" | "an" | "per" | "each" | "in" | "for" | "or" | "to" | "," | "-" | "(" | "+")
    });
    (phrase.word(at) == "grand" && ends).then(|| (several(words::GRAND, Decimal::ONE_THOUSAND), at + 1))
}

/// Sterling, for `pounds` that are no mass.
pub(crate) const STERLING: Unit = Unit::new(Kind::Money, "GBP", Decimal::ONE);

/// Whether a currency has the sign, or name, of the doubt; for `$` and `peso`, which more currencies share than can be
/// listed with a rank, any currency called so.
pub(crate) fn shares(codes: Codes, code: &str) -> Option<&'static str> {
    if let Some(found) = codes.iter().find(|known| **known == code) {
        return Some(found);
    }
    let currency = iso_currency::Currency::from_code(code)?;
    let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    let first = iso_currency::Currency::from_code(codes.first()?)?;
    (last(first.name()) == last(currency.name())
        || (first.code() == "USD" && last(currency.name()) == "peso"))
        .then(|| currency.code())
}
