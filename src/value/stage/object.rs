//! What is bought or sold, behind a stage that ends with such a verb: `agreed to buy Acme`, `has agreed to sell itself`.

use crate::english::token::{Phrase, TokenKind};

/// The most words a name has here.
const LONGEST: usize = 5;

/// The place behind the object of a verb that ends before a place, or the same place where there is none. Only names,
/// the parties of a deal and deals can be objects, so that a sentence about something else stays one.
pub(super) fn behind(phrase: &Phrase, at: usize) -> usize {
    match at.checked_sub(1).map_or("", |last| phrase.word(last)) {
        "buy" | "buying" | "acquire" | "acquiring" | "purchase" | "purchasing" | "sell" | "selling"
        | "bought" | "acquired" | "purchased" => {
            let next = party(phrase, at);
            // `to sell itself to Acme`
            let joint = next > at && matches!(phrase.word(next), "to" | "from");
            if joint { after_joint(phrase, next) } else { next }
        }
        "merge" | "merging" if matches!(phrase.word(at), "with" | "into") => after_joint(phrase, at),
        "agree" | "agreed" | "agrees" | "agreeing" | "sign" | "signing" | "accept" => deal(phrase, at),
        _ => at,
    }
}

fn after_joint(phrase: &Phrase, joint: usize) -> usize {
    let next = party(phrase, joint + 1);
    if next > joint + 1 { next } else { joint }
}

/// `Acme`, `the Acme Group's`, `itself`, `the company`, `its rival Acme`.
fn party(phrase: &Phrase, from: usize) -> usize {
    if matches!(phrase.word(from), "itself" | "it" | "them" | "themselves") {
        return from + 1;
    }
    let determined = matches!(phrase.word(from), "the" | "its" | "his" | "their" | "all" | "a" | "an");
    let mut at = from + usize::from(determined);
    let first = at;
    while is_party(phrase.word(at)) && phrase.tokens.get(at).is_some_and(|token| token.text == token.lower) {
        at += 1;
    }
    let told = determined && at > first;
    let start = at;
    while let Some(token) = phrase.tokens.get(at).filter(|_| at < start + LONGEST) {
        let joins = matches!(token.shape, TokenKind::Symbol('-' | '&' | '.' | '\'')) && at > start;
        let capital = token.shape == TokenKind::Word && token.text.starts_with(char::is_uppercase);
        if !(joins || capital) {
            break;
        }
        at += 1;
    }
    if at > start || told { at } else { from }
}

/// Whether a word says what a party of a deal is.
fn is_party(word: &str) -> bool {
    matches!(
        word,
        "company"
            | "bank"
            | "firm"
            | "business"
            | "rival"
            | "platform"
            | "network"
            | "club"
            | "group"
            | "lender"
            | "exchange"
            | "competitor"
            | "stake"
            | "maker"
            | "chain"
    )
}

/// `to a sale`, `the deal`, `an agreement`.
fn deal(phrase: &Phrase, from: usize) -> usize {
    let at = from + usize::from(matches!(phrase.word(from), "to" | "on"));
    let at = at + usize::from(matches!(phrase.word(at), "a" | "an" | "the" | "its" | "his"));
    let noun = matches!(
        phrase.word(at),
        "sale"
            | "deal"
            | "merger"
            | "takeover"
            | "acquisition"
            | "buyout"
            | "offer"
            | "bid"
            | "transaction"
            | "agreement"
    );
    if noun { at + 1 } else { from }
}
