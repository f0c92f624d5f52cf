//! Rates behind a figure: `per share`, `a month`, `/h`, `annually`.

use crate::english::lexicon::rows;
use crate::english::token::{Phrase, TokenKind};

/// The rate at a place, as a noun in the singular (`share`), and the place behind it.
pub(crate) fn read(phrase: &Phrase, at: usize) -> Option<(String, usize)> {
    if let Some(noun) = adverb(phrase.word(at)).filter(|_| !usual(phrase.word(at + 1))) {
        return Some((noun.to_owned(), at + 1));
    }
    let hyphen = |place: usize| if phrase.hyphen(place) { place + 1 } else { place };
    let at = hyphen(at);
    let place = hyphen(at + 1);
    match (phrase.word(at), phrase.symbol(at)) {
        ("per", _) => {
            if phrase.word(place) == "annum" {
                return Some(("year".to_owned(), place + 1));
            }
            if matches!(phrase.word(place), "capita" | "head") {
                return Some(("person".to_owned(), place + 1));
            }
            many(phrase, place).or_else(|| noun(phrase, place))
        }
        (_, Some('/')) => noun(phrase, place),
        ("a" | "an" | "each" | "every" | "the", _) => {
            let (found, end) = noun(phrase, place)?;
            usual(phrase.word(place)).then_some((found, end))
        }
        ("for", _) if phrase.word(at + 1) == "each" || phrase.word(at + 1) == "every" => noun(phrase, at + 2),
        _ => None,
    }
}

/// `per 100,000 people`
fn many(phrase: &Phrase, at: usize) -> Option<(String, usize)> {
    let number = super::numeral::read(phrase, at, false)?;
    let noun = phrase.tokens.get(number.end).filter(|token| token.shape == TokenKind::Word)?;
    Some((format!("{} {}", number.figure.low.normalize(), noun.lower), number.end + 1))
}

fn noun(phrase: &Phrase, at: usize) -> Option<(String, usize)> {
    let token = phrase.tokens.get(at).filter(|token| token.shape == TokenKind::Word)?;
    let named = match token.lower {
        "h" | "hr" | "hrs" | "hour" | "hours" => "hour",
        "s" | "sec" | "seconds" => "second",
        "min" | "mins" | "minutes" => "minute",
        "d" | "days" => "day",
        "wk" | "weeks" => "week",
        "mo" | "mth" | "months" => "month",
        "yr" | "yrs" | "y" | "years" => "year",
        "people" | "persons" | "head" | "individual" => "person",
        "square" | "sq" | "cubic" => {
            let unit = phrase.tokens.get(at + 1).filter(|token| token.shape == TokenKind::Word)?;
            return Some((format!("{} {}", token.lower, unit.lower), at + 2));
        }
        // `5 kg/m3`
        "m" | "cm" | "km" if phrase.glued(at + 1) && phrase.number(at + 1).is_some() => {
            let power = phrase.tokens.get(at + 1)?;
            return Some((format!("{}{}", token.lower, power.text), at + 2));
        }
        other => other,
    };
    Some((named.to_owned(), at + 1))
}

/// Nouns that `a` makes a rate of: `$5 a share`, but not `$5 a good deal`.
pub(crate) const USUAL: &str = "year | month | week | day | hour | minute | second | night | share | barrel | gallon | litre | \
    liter | tonne | ton | head | piece | pop | person | unit | ounce | pound | kilo | kilogram | kg | mile | seat | ticket | \
    bottle | pint | pack | game | season | quarter | decade | word | page | plate | acre | hectare | household | student | \
    employee | customer | user | vehicle | car | child | shot | dose | copy | fortnight";

fn usual(word: &str) -> bool {
    rows(USUAL).any(|noun| noun == word)
}

fn adverb(word: &str) -> Option<&'static str> {
    Some(match word {
        "annually" | "yearly" | "p.a" => "year",
        "monthly" => "month",
        "weekly" => "week",
        "daily" => "day",
        "hourly" => "hour",
        "nightly" => "night",
        "quarterly" => "quarter",
        "each" | "apiece" => "item",
        _ => return None,
    })
}
