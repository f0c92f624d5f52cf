//! Which currency a sign, a name or a code means.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::figure::decimal;
use super::unit::{Unit, UnitDoubt};
use crate::english::figures::currencies as words;
use crate::english::figures::money::{self, ACCOUNTED, accountants_power};
use crate::english::lexicon::{Lexicon, rows};
use crate::english::token::{Phrase, TokenKind};
use crate::value::Kind;

type Codes = &'static [&'static str];

/// A currency among those that the words may mean, the most traded first, and whether it is a hundredth of it.
#[derive(Clone, Copy)]
enum CurrencySense {
    One(&'static str),
    Several(Codes),
    /// So many hundredths of one of them.
    Hundredths(Codes, u64),
}

static SIGNS: LazyLock<Lexicon<CurrencySense>> = LazyLock::new(|| {
    let one = words::SIGNS.iter().map(|(code, signs)| (CurrencySense::One(code), *signs));
    let shared = words::SHARED.iter().flat_map(|(codes, signs)| {
        let signs =
            rows(signs).filter(|sign| matches!(*sign, "$" | "¥" | "₨" | "rs" | "re" | "kr" | "sh" | "shs"));
        signs.map(|sign| (CurrencySense::Several(codes), sign))
    });
    Lexicon::new(one.chain(shared))
});

static NAMES: LazyLock<Lexicon<CurrencySense>> = LazyLock::new(|| {
    let signs = words::SIGNS.iter().chain(words::NAMES);
    let one = signs.map(|(code, names)| (CurrencySense::One(code), *names));
    let shared = words::SHARED.iter().map(|(codes, names)| (CurrencySense::Several(codes), *names));
    let hundredths =
        words::HUNDREDTHS.iter().map(|(codes, names)| (CurrencySense::Hundredths(codes, 1), *names));
    let coins = words::COINS
        .iter()
        .map(|(hundredths, codes, names)| (CurrencySense::Hundredths(codes, *hundredths), *names));
    Lexicon::new(one.chain(shared).chain(hundredths).chain(coins))
});

static WHOSE: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| Lexicon::new(money::WHOSE.iter().copied()));

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
    if let Some(named) = named_before(phrase, at).or_else(|| named_sign(phrase, at)) {
        return Some(named);
    }
    let unit = code(phrase, at)?;
    let sign = SIGNS.find(phrase, at + 1).filter(|(_, end)| phrase.symbol(end - 1).is_some());
    Some((unit, sign.map_or(at + 1, |(_, end)| end)))
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
    (clear && bare && !matches!(sense, CurrencySense::Hundredths(..))).then(|| (unit(sense), end))
}

/// Whose currency it is, where a word beside one that several share says so, and the place behind it: `Canadian`, perhaps in
/// brackets.
fn whose(phrase: &Phrase, at: usize, codes: Codes) -> Option<(Unit, usize)> {
    let bracket = phrase.symbol(at) == Some('(');
    let (code, end) = WHOSE.find(phrase, at + usize::from(bracket))?;
    let end = match bracket {
        true if phrase.symbol(end) == Some(')') => end + 1,
        true => return None,
        false => end,
    };
    Some((unit(CurrencySense::One(shares(codes, code)?)), end))
}

/// The currency behind a sum in one that several share, where the words end there: `30 million dollars Canadian`, but not
/// `$5 million Canadian investment`.
pub(crate) fn named_behind(phrase: &Phrase, at: usize, unit: Unit) -> Option<(Unit, usize)> {
    let UnitDoubt::Currency(codes) = unit.doubt else { return None };
    // `$30 million in Canadian dollars`
    if phrase.word(at) == "in"
        && let Some((named, end)) = NAMES.find(phrase, at + 1).filter(|(_, end)| *end == phrase.len())
        && let CurrencySense::One(code) = named
    {
        return Some((self::unit(CurrencySense::One(shares(codes, code)?)), end));
    }
    let (named, end) = whose(phrase, at, codes)?;
    let ends = match phrase.tokens.get(end) {
        None => true,
        Some(next) if next.shape == TokenKind::Word => {
            matches!(next.lower, "a" | "an" | "per" | "in" | "for" | "or" | "to" | "and" | "over" | "each")
        }
        Some(next) => next.shape != TokenKind::Symbol('-'),
    };
    ends.then_some((Unit { scale: unit.scale, ..named }, end))
}

/// Whose money stands before its sign: `Singapore $12m`.
fn named_sign(phrase: &Phrase, at: usize) -> Option<(Unit, usize)> {
    let (_, place) = WHOSE.find(phrase, at)?;
    let (sense, end) = SIGNS.find(phrase, place).filter(|(_, end)| *end == place + 1)?;
    let CurrencySense::Several(codes) = sense else { return None };
    phrase.symbol(place)?;
    let (named, _) = whose(phrase, at, codes)?;
    phrase.number(end).map(|_| (named, end))
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
    if let Some(unit) = code(phrase, at) {
        return Some((unit, at + 1));
    }
    of_a_country(phrase, at)
}

/// `Gambian dalasi`, `Costa Rican colons`: the name of one currency behind whose it is.
fn of_a_country(phrase: &Phrase, at: usize) -> Option<(Unit, usize)> {
    let capital = |at: usize| {
        let token = phrase.tokens.get(at)?;
        (token.shape == TokenKind::Word && token.text.starts_with(char::is_uppercase)).then_some(token.lower)
    };
    let (mut last, mut place) = (capital(at)?, at + 1);
    while let Some(word) = capital(place).filter(|_| place < at + 3) {
        (last, place) = (word, place + 1);
    }
    let (sense, end) = NAMES.find(phrase, place)?;
    // `Lao kip`, but no `Arctic real estate`: everyday words want a people before them.
    let everyday = rows(words::AFTER_ONLY).any(|word| word == phrase.word(place));
    let people = last.ends_with("an") || last.ends_with("ese") || last.ends_with("ish");
    (matches!(sense, CurrencySense::One(_)) && phrase.word(place).len() > 2 && (people || !everyday))
        .then(|| (unit(sense), end))
}

/// An ISO 4217 code in capitals, perhaps in one word with its magnitude.
fn code(phrase: &Phrase, at: usize) -> Option<Unit> {
    let token = phrase.tokens.get(at).filter(|token| token.shape == TokenKind::Word)?;
    if token.text.len() != 3 {
        return accounted(token.text);
    }
    if !token.text.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let code = iso_currency::Currency::from_code(token.text)?.code();
    // Codes for tests, metals and nothing at all are no money.
    (!matches!(code, "XXX" | "XTS" | "XAU" | "XAG" | "XPD" | "XPT")).then(|| unit(CurrencySense::One(code)))
}

/// `MUSD`, `TEUR`, `USDm`: a currency with its magnitude, as accountants write it.
fn accounted(text: &str) -> Option<Unit> {
    let in_capitals = || text.bytes().filter(u8::is_ascii_uppercase).count() >= 3;
    if !(4..=6).contains(&text.len()) || !in_capitals() {
        return None;
    }
    let known = |code: &str| ACCOUNTED.iter().copied().find(|known| *known == code);
    let before = || Some((text.get(..1)?, known(text.get(1..)?)?));
    let behind = || Some((text.get(3..)?, known(text.get(..3)?)?));
    let (letters, code) = before().or_else(behind)?;
    let scale = Decimal::from(10u64.checked_pow(accountants_power(letters)?)?);
    Some(Unit::new(Kind::Money, code, scale))
}

fn unit(sense: CurrencySense) -> Unit {
    match sense {
        CurrencySense::One(code) => Unit::new(Kind::Money, code, Decimal::ONE),
        CurrencySense::Several(codes) => several(codes, Decimal::ONE),
        CurrencySense::Hundredths(codes, number) => several(codes, decimal(number, 2)),
    }
}

fn several(codes: Codes, scale: Decimal) -> Unit {
    let doubt = if codes.len() > 1 { UnitDoubt::Currency(codes) } else { UnitDoubt::None };
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
