//! Lists of common nouns: `murder, arson and theft`.

use super::super::{Content, Context, Value};
use super::list;
use crate::english::label;
use crate::english::names::around;
use crate::english::token::{Phrase, TokenKind};

/// The most words an item has.
const LONGEST: usize = 4;

/// The phrase as a closed list, where it is nothing but short noun phrases with commas and an `and` between them, and the
/// label asks for several things. Two of them without a comma are a list only of such a label; three or more also where
/// there is no label.
pub(super) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    if !phrase.tokens.iter().any(|token| token.lower == "and") {
        return None;
    }
    let asked = label::has(context.label, asks_for_a_set) && !label::counts(context.label);
    if !(asked || context.label.is_empty()) {
        return None;
    }
    let end = if phrase.symbol(phrase.len().checked_sub(1)?) == Some('.') {
        phrase.len() - 1
    } else {
        phrase.len()
    };
    let (mut items, mut open) = (Vec::new(), false);
    let mut from = match (phrase.word(0), phrase.word(1)) {
        ("including" | "both", _) => 1,
        ("such", "as") => 2,
        _ => 0,
    };
    open |= from > 0 && phrase.word(0) != "both";
    let mut joined = false;
    while from < end {
        let to = (from..end).find(|at| is_joint(phrase, *at)).unwrap_or(end);
        let item = phrase.written(from, to);
        if around::opens(item) {
            open = true;
        } else {
            let from = if matches!(phrase.word(from), "a" | "an" | "the") { from + 1 } else { from };
            if !is_noun_phrase(phrase, from, to) {
                return None;
            }
            items.push(phrase.written(from, to).to_owned());
        }
        from = to;
        while from < end && is_joint(phrase, from) {
            joined |= phrase.word(from) == "and";
            from += 1;
        }
        // `fog, and` goes on.
        if from == end && to < end {
            return None;
        }
    }
    let least = if asked { 2 } else { 3 };
    if !joined || items.len() + usize::from(open) < least || items.is_empty() {
        return None;
    }
    let mut value = Value { text: phrase.text.to_owned(), ..list(&items, context) };
    if let Content::Names { open: several, .. } = &mut value.content {
        *several |= open;
    }
    Some(value)
}

fn is_joint(phrase: &Phrase, at: usize) -> bool {
    phrase.word(at) == "and" || phrase.symbol(at) == Some(',')
}

/// Whether the words can be a thing by its name: no verb, no pronoun, nothing that tells where, when or how.
fn is_noun_phrase(phrase: &Phrase, from: usize, to: usize) -> bool {
    let words = (from..to).filter(|at| phrase.symbol(*at) != Some('-'));
    let plain = words.clone().all(|at| {
        phrase.tokens.get(at).is_some_and(|token| token.shape == TokenKind::Word) && !tells(phrase.word(at))
    });
    let Some(last) = to.checked_sub(1).map(|last| phrase.word(last)) else { return false };
    let verb = last.ends_with("ed")
        && !matches!(last, "seed" | "weed" | "feed" | "speed" | "greed" | "need" | "bed" | "shed");
    // `searched the house`
    let object = (from + 1..to)
        .any(|at| matches!(phrase.word(at), "a" | "an" | "the" | "some") && phrase.word(at - 1) != "of");
    !object
        && (1..=LONGEST).contains(&words.count())
        && plain
        && !verb
        && last != "of"
        && phrase.word(from) != "of"
}

/// Words that make a clause or a circumstance of what could be a noun phrase.
fn tells(word: &str) -> bool {
    let how = word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family" | "assembly" | "supply" | "monopoly" | "italy" | "elderly" | "deadly" | "anomaly"
        );
    how || word.ends_with("n't")
        || word.contains('\'') && !word.ends_with("'s") && !word.ends_with("s'")
        || matches!(
            word,
            "i" | "you"
                | "he"
                | "she"
                | "it"
                | "we"
                | "they"
                | "who"
                | "which"
                | "that"
                | "this"
                | "these"
                | "those"
                | "his"
                | "her"
                | "its"
                | "their"
                | "him"
                | "them"
                | "what"
                | "when"
                | "where"
                | "why"
                | "how"
                | "is"
                | "are"
                | "was"
                | "were"
                | "be"
                | "been"
                | "being"
                | "am"
                | "has"
                | "have"
                | "had"
                | "do"
                | "does"
                | "did"
                | "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "might"
                | "must"
                | "should"
                | "shall"
                | "said"
                | "says"
                | "went"
                | "left"
                | "ran"
                | "fell"
                | "rose"
                | "came"
                | "took"
                | "made"
                | "got"
                | "gave"
                | "kept"
                | "led"
                | "lost"
                | "won"
                | "held"
                | "found"
                | "broke"
                | "began"
                | "put"
                | "no"
                | "not"
                | "never"
                | "none"
                | "nor"
                | "neither"
                | "without"
                | "to"
                | "in"
                | "on"
                | "at"
                | "by"
                | "from"
                | "with"
                | "into"
                | "onto"
                | "over"
                | "under"
                | "after"
                | "before"
                | "since"
                | "until"
                | "for"
                | "as"
                | "than"
                | "if"
                | "but"
                | "or"
                | "because"
                | "while"
                | "so"
                | "then"
                | "there"
                | "here"
                | "also"
                | "very"
                | "too"
                | "still"
                | "yet"
                | "now"
                | "again"
                | "out"
                | "up"
                | "down"
                | "off"
                | "away"
                | "back"
                | "about"
                | "during"
                | "between"
                | "against"
                | "unknown"
                | "alive"
                | "dead"
                | "safe"
                | "well"
        )
}

/// Words of a label that ask for several things.
fn asks_for_a_set(word: &str) -> bool {
    matches!(
        word,
        "charges"
            | "charged"
            | "counts"
            | "causes"
            | "items"
            | "offences"
            | "offenses"
            | "crimes"
            | "convicted"
            | "accused"
            | "countries"
            | "nations"
            | "states"
            | "cities"
            | "regions"
            | "areas"
            | "products"
            | "goods"
            | "reasons"
            | "factors"
            | "materials"
            | "ingredients"
            | "symptoms"
            | "diseases"
            | "weapons"
            | "sectors"
            | "industries"
            | "services"
            | "departments"
            | "topics"
            | "subjects"
            | "species"
            | "animals"
            | "drugs"
            | "substances"
            | "languages"
            | "colours"
            | "colors"
            | "demands"
            | "components"
            | "parts"
            | "types"
            | "kinds"
            | "allegations"
            | "contents"
            | "stolen"
            | "seized"
            | "damages"
            | "hazards"
            | "chemicals"
            | "crops"
            | "supplies"
            | "facilities"
            | "roles"
            | "occupations"
            | "methods"
            | "tools"
            | "targets"
            | "exports"
            | "imports"
    )
}
