//! Scores and votes: `2-1`, `a 7-2 ruling`, `51 to 49`. The two figures belong together: no range from one to the other.

use rust_decimal::Decimal;

use super::figure::NumberForm;
use super::lead::past_words;
use super::numeral;
use crate::english::label;
use crate::english::token::Phrase;
use crate::value::{Content, Context, Kind, Value, quantity};

impl Value {
    /// Whether it is a score or the count of a vote, such as `2-1`.
    pub fn is_score(&self) -> bool {
        matches!(self.content, Content::Score(..))
    }
}

/// The phrase as two figures against each other, where the label asks for a score or a vote.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    if !label::has(context.label, asks) {
        return None;
    }
    let (mut modality, mut start) = (None, 0);
    loop {
        let (found, next) = past_words(phrase, start);
        modality = modality.or(found);
        if next > start {
            start = next;
        } else if around(phrase.word(start)) {
            start += 1;
        } else {
            break;
        }
    }
    let (first, next) = figure(phrase, start)?;
    let joint = match (phrase.word(next), phrase.symbol(next)) {
        ("to", _) | (_, Some('-' | ':')) => next + 1,
        _ => return None,
    };
    let (second, end) = figure(phrase, joint)?;
    // `2019-21` are years, and `8:45` is a time.
    let long = |at: usize| phrase.tokens.get(at).map_or(0, |token| token.text.len());
    let years = long(start) == 4 && long(joint) == 2;
    let time = phrase.symbol(next) == Some(':') && long(joint) > 1;
    if years || time || (end..phrase.len()).any(|at| !around(phrase.word(at))) {
        return None;
    }
    let score = Content::Score(first, second);
    let mut value = Value { modality, ..Value::new(phrase.text, Kind::Text, score) };
    value.others.extend(quantity::read(phrase, context));
    Some(value)
}

/// Words of a label that ask for a score or a vote.
fn asks(word: &str) -> bool {
    matches!(
        word,
        "score"
            | "scores"
            | "scoreline"
            | "vote"
            | "votes"
            | "voted"
            | "voting"
            | "result"
            | "results"
            | "ruling"
            | "ruled"
            | "verdict"
            | "decision"
            | "tally"
    )
}

/// Words around the figures that do not change them.
fn around(word: &str) -> bool {
    matches!(
        word,
        "score"
            | "scoreline"
            | "vote"
            | "votes"
            | "voted"
            | "ruling"
            | "ruled"
            | "decision"
            | "verdict"
            | "result"
            | "win"
            | "victory"
            | "defeat"
            | "loss"
            | "draw"
            | "tie"
            | "split"
            | "majority"
            | "against"
            | "favor"
            | "favour"
            | "passed"
            | "decided"
            | "ended"
            | "finished"
            | "drew"
            | "acquitted"
            | "convicted"
            | "cleared"
            | "upheld"
            | "overturned"
            | "rejected"
            | "defeated"
            | "beat"
            | "beaten"
            | "tied"
            | "in"
            | "of"
            | "a"
            | "after"
            | "extra"
            | "time"
            | "an"
            | "the"
            | "by"
            | "on"
            | "with"
            | "for"
            | "penalties"
            | "overtime"
            | "finally"
    )
}

/// A whole number in digits, or one in words, and the place behind it.
fn figure(phrase: &Phrase, at: usize) -> Option<(Decimal, usize)> {
    let numeral = numeral::read(phrase, at, false).filter(|numeral| {
        matches!(numeral.form, NumberForm::Digits | NumberForm::Words) && numeral.figure.is_point()
    })?;
    let number = numeral.figure.low.normalize();
    number.is_integer().then_some((number, numeral.end))
}
