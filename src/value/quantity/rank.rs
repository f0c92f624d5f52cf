//! Ranks: `second-largest`, `16th largest`, `third`, `among the 20 largest`.

use rust_decimal::Decimal;

use super::figure::NumberForm;
use super::numeral;
use crate::english::figures::numbers::NumberPart;
use crate::english::label;
use crate::english::token::{Phrase, TokenKind};
use crate::english::words::ordinal;
use crate::value::{Content, Context, Extent, Interval, Kind, Value};

impl Value {
    /// Whether it is a place in a row, such as `second-largest`.
    pub fn is_rank(&self) -> bool {
        matches!(self.content, Content::Rank { .. })
    }
}

/// The phrase as a place in an order. `the largest` is the first place only where the label asks for one.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    let mut at = 0;
    while matches!(
        phrase.word(at),
        "the" | "a" | "an" | "its" | "ranked" | "in" | "as" | "finished" | "placed" | "rank" | "came"
    ) {
        at += 1;
    }
    if let Some((number, end)) = ordinal_at(phrase, at) {
        // `a third` is a part, `a third-largest` a rank.
        if end >= phrase.len() && at > 0 && matches!(phrase.word(at - 1), "a" | "an") {
            return None;
        }
        let (start, counted) = order(phrase, end).or_else(|| behind(phrase, end, context))?;
        return Some(ranked(phrase, Interval::point(Decimal::from(number)), counted.then_some(start)));
    }
    numbered(phrase, at, context)
        .or_else(|| ratio(phrase, at))
        .or_else(|| among(phrase, at))
        .or_else(|| first(phrase, at, context))
}

/// A place, with what stands in order from a place of the phrase on.
fn ranked(phrase: &Phrase, place: Interval<Decimal>, from: Option<usize>) -> Value {
    let words = |from: usize| phrase.written(from, phrase.len());
    let since = from.and_then(|from| (from + 1..phrase.len()).find(|at| phrase.word(*at) == "since"));
    let since = since.map(|at| words(at + 1).to_lowercase());
    let content = Content::Rank { place: Extent::same(place), since };
    let counted = from.map(|from| words(from).to_owned());
    Value { counted, ..Value::new(phrase.text, Kind::Count, content) }
}

/// `No. 5`, `number one in the world`, `#3`: a place on a list. From ten on it may be an address, a bus or a room, so the
/// label must ask for a rank.
fn numbered(phrase: &Phrase, at: usize, context: &Context) -> Option<Value> {
    let marked = matches!(phrase.word(at), "no" | "number") || phrase.symbol(at) == Some('#');
    let found = if marked { numeral::read(phrase, at + 1, false)? } else { return None };
    // `no one` is nobody.
    if phrase.word(at) == "no" && phrase.number(at + 1).is_none() {
        return None;
    }
    let point = found.figure.in_full || found.figure.low == Decimal::TEN;
    let low = found.figure.low;
    let small = low >= Decimal::ONE && low < Decimal::TEN;
    let ends = found.end >= phrase.len()
        || matches!(phrase.word(found.end), "in" | "on" | "among" | "globally" | "worldwide" | "nationally");
    if !point || !ends || !(small || label::rank(context.label)) {
        return None;
    }
    Some(ranked(phrase, Interval::point(low), (found.end < phrase.len()).then_some(found.end)))
}

/// `the largest bank failure`, `Norway's largest bank`, of a label such as `rank of the failure`.
fn first(phrase: &Phrase, at: usize, context: &Context) -> Option<Value> {
    let owner = (at..phrase.len().min(at + 3))
        .find(|at| phrase.word(*at).ends_with("'s") || phrase.word(*at).ends_with("s'"));
    // `one of Norway's largest banks` may be any of them.
    let owner =
        owner.filter(|owner| (at..*owner).all(|at| !matches!(phrase.word(at), "one" | "of" | "among")));
    let at = owner.map_or(at, |owner| owner + 1);
    let word = phrase.word(at);
    let best = (word.ends_with("est") && word.len() > 4) || (word == "most" && at + 1 < phrase.len());
    if !best || !label::rank(context.label) {
        return None;
    }
    Some(ranked(phrase, Interval::point(Decimal::ONE), Some(at)))
}

/// `3 to 1`, `a ratio of 3:1`, `5-to-1`: so many to one.
fn ratio(phrase: &Phrase, at: usize) -> Option<Value> {
    let named = matches!(phrase.word(at), "ratio" | "odds" | "margin") && phrase.word(at + 1) == "of";
    let at = if named { at + 2 } else { at };
    // Most phrases have no such joint, and need no look at their figure.
    (at + 1..phrase.len()).find(|at| phrase.word(*at) == "to" || phrase.symbol(*at) == Some(':'))?;
    let many = numeral::read(phrase, at, false)?;
    let end = match (phrase.word(many.end), phrase.symbol(many.end), phrase.hyphen(many.end)) {
        ("to", _, _) | (_, Some(':'), _) => many.end + 1,
        (_, _, true) if phrase.word(many.end + 1) == "to" && phrase.hyphen(many.end + 2) => many.end + 3,
        _ => return None,
    };
    let one =
        numeral::read(phrase, end, false).filter(|one| one.figure.low == Decimal::ONE).filter(|one| {
            let named = matches!(phrase.word(one.end), "ratio" | "odds" | "margin");
            one.end + usize::from(named) == phrase.len()
        })?;
    let plain = many.figure.is_point()
        && many.figure.low >= Decimal::ONE
        && phrase.number(end).is_none_or(|_| one.figure.step == Decimal::ONE);
    let two_digits = phrase
        .tokens
        .get(end)
        .is_some_and(|token| token.text.len() > 1 && phrase.symbol(many.end) == Some(':'));
    if !plain || two_digits {
        return None;
    }
    let content = Content::Quantity(Extent::same(Interval::point(many.figure.low)));
    Some(Value { counted: Some("to 1".to_owned()), ..Value::new(phrase.text, Kind::Count, content) })
}

/// `second`, `twenty-first`, `16th`
pub(super) fn ordinal_at(phrase: &Phrase, at: usize) -> Option<(u32, usize)> {
    if let Some(number) = phrase.number(at)
        && phrase.glued(at + 1)
        && matches!(phrase.word(at + 1), "st" | "nd" | "rd" | "th")
    {
        return Some((u32::try_from(number).ok()?, at + 2));
    }
    if let Some(NumberPart::Tens(tens)) = phrase.part(at) {
        let place = if phrase.hyphen(at + 1) { at + 2 } else { at + 1 };
        let unit = ordinal(phrase.word(place)).filter(|unit| *unit < 10)?;
        return Some((tens + unit, place + 1));
    }
    if let Some(number) = ordinal(phrase.word(at)) {
        return Some((number, at + 1));
    }
    // `one hundred and eleventh`
    let hundreds = numeral::read(phrase, at, false).filter(|found| found.form == NumberForm::Words)?;
    let number = u32::try_from(hundreds.figure.low).ok().filter(|number| *number > 0 && number % 100 == 0)?;
    let place = hundreds.end + usize::from(phrase.word(hundreds.end) == "and");
    if hundreds.end >= phrase.len() || phrase.part(place) == Some(NumberPart::Hundred) {
        return None;
    }
    let (rest, end) = ordinal_at(phrase, place).filter(|(rest, _)| *rest < 100)?;
    Some((number.checked_add(rest)?, end))
}

/// What is ordered behind an ordinal: where it starts, and whether there is anything.
fn order(phrase: &Phrase, end: usize) -> Option<(usize, bool)> {
    let place = if phrase.hyphen(end) { end + 1 } else { end };
    let word = phrase.word(place);
    if phrase.tokens.len() <= end {
        return Some((end, false));
    }
    let words = (place..phrase.len()).all(|at| !matches!(phrase.symbol(at), Some('(' | ';' | ':')));
    let superlative = (word.ends_with("est") && word.len() > 4)
        || matches!(word, "most" | "least" | "worst" | "best" | "place" | "position" | "spot" | "overall");
    (superlative && words).then_some((place, true))
}

/// `third in size`, `second by revenue`, of a label that asks for a rank. `second in command` is a post.
fn behind(phrase: &Phrase, end: usize, context: &Context) -> Option<(usize, bool)> {
    let joins = matches!(phrase.word(end), "in" | "by" | "among" | "behind" | "only");
    let post = matches!(phrase.word(end + 1), "command" | "line" | "charge");
    (joins && !post && label::rank(context.label)).then_some((end, true))
}

/// `among the 20 largest`, `top 10`: a rank no lower than that.
fn among(phrase: &Phrase, at: usize) -> Option<Value> {
    let mut place = at;
    let mut marked = false;
    if phrase.word(place) == "one" && phrase.word(place + 1) == "of" {
        place += 2;
        marked = true;
    } else if phrase.word(place) == "among" {
        place += 1;
        marked = true;
    }
    if marked && phrase.word(place) == "the" {
        place += 1;
    }
    let top = phrase.word(place) == "top";
    place += usize::from(top);
    if !marked && !top {
        return None;
    }
    let found = numeral::read(phrase, place, false)
        .filter(|found| found.figure.is_point() && found.figure.low >= Decimal::ONE)?;
    let word = phrase.word(found.end);
    let superlative = (word.ends_with("est") && word.len() > 4) || word == "most";
    let plain =
        (found.end..phrase.len()).all(|at| phrase.tokens.get(at).is_some_and(|t| t.shape == TokenKind::Word));
    if !(plain && (superlative || (top && found.end >= phrase.len()))) {
        return None;
    }
    let set = Interval::closed(Decimal::ONE, found.figure.low);
    let value = ranked(phrase, set, (found.end < phrase.len()).then_some(found.end));
    Some(Value { hedge: Some(phrase.written(at, place).to_lowercase()), ..value })
}
