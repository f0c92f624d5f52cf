//! What stands around a phrase.

use std::ops::Range;

use super::clause::nouns_before;
use super::fact::StatedFact;
use super::sentence::Sentence;
use super::verb::verb_at;
use super::words::{is_joint, is_modal, is_preposition, opens_clause};
use crate::english::verbs::VerbForm;

/// The most words of a phrase that a label takes over.
pub(super) const LONGEST: usize = 4;

/// Words, or others where there are none.
pub(super) fn or(words: String, otherwise: &str) -> String {
    if words.is_empty() { otherwise.to_owned() } else { words }
}

/// The nouns right behind a phrase: `$38 billion capacity purchase agreement`.
pub(super) fn behind(sentence: &Sentence<'_>, fact: &StatedFact) -> String {
    let from = fact.words.end;
    if from == 0 || sentence.breaks_behind(from - 1) {
        return String::new();
    }
    let ends = |at: usize| {
        let told = sentence.in_figure(at);
        let word = sentence.word(at);
        told || is_joint(word)
            || is_preposition(word)
            || opens_clause(word)
            || is_filler(word)
            || verb_at(sentence, at).is_some()
    };
    let last = sentence.clause_end(from, LONGEST);
    let end = (from..last).find(|&at| ends(at)).unwrap_or(last);
    // `on Thursday rescuers dug`: the nouns do something themselves.
    if verb_at(sentence, end).is_some_and(|verb| verb.form != VerbForm::Going || !verb.is_bare())
        && end > from
        && !sentence.breaks_behind(end - 1)
    {
        return String::new();
    }
    (from..end.max(from)).map(|at| sentence.word(at)).collect::<Vec<_>>().join(" ")
}

/// Words that say nothing of what a figure is about.
fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "it" | "he"
            | "she"
            | "they"
            | "we"
            | "i"
            | "you"
            | "this"
            | "these"
            | "those"
            | "also"
            | "already"
            | "recently"
            | "now"
            | "still"
            | "more"
            | "reportedly"
            | "worth"
            | "not"
            | "early"
            | "late"
            | "so"
            | "far"
            | "only"
            | "even"
            | "each"
            | "ago"
            | "later"
            | "earlier"
            | "long"
            | "apart"
            | "away"
            | "old"
            | "today"
            | "altogether"
            | "again"
            | "alone"
            | "out"
            | "off"
            | "up"
            | "down"
            | "overall"
            | "plus"
            | "nationwide"
            | "worldwide"
            | "least"
    ) || word.ends_with("ly")
}

/// Prepositions that a question may end with.
const RULING: &str = "for|at|by|to|with|from|within|in|on|of|since|until|till|before|after";

/// The preposition that rules a phrase, before it or as its first word.
pub(super) fn preposition<'s>(sentence: &'s Sentence<'_>, fact: &StatedFact) -> &'s str {
    let rules = |at: usize| sentence.is_at(at, RULING) && !sentence.is_at(at + 1, "least|most");
    let before = fact.words.start.checked_sub(1).filter(|&at| !sentence.breaks_behind(at));
    let before = before
        .map(|at| at.saturating_sub(usize::from(sentence.is_at(at, "only|just|another|almost|nearly"))));
    let at = Some(fact.words.start).filter(|&at| rules(at)).or(before.filter(|&at| rules(at)));
    at.map_or("", |at| sentence.word(at))
}

/// The words right before a phrase that name a thing, with `the` for any article: `the fine`, `sales`.
pub(super) fn thing_before(sentence: &Sentence<'_>, end: usize) -> String {
    let words: Range<usize> = nouns_before(sentence, end);
    let Some(first) = words.clone().next() else { return String::new() };
    let text = sentence.words_of(words.clone());
    match sentence.word(first) {
        "a" | "an" => format!("the {}", sentence.words_of(first + 1..words.end)),
        word if is_modal(word) => String::new(),
        _ => text,
    }
}
