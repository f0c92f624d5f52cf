//! What of it: the question that a phrase answers, in words that stand in its sentence.

use super::amount::amount;
use super::clause::nouns_before;
use super::fact::{FactKind, StatedFact};
use super::name::Subject;
use super::parties::is_office;
use super::phrase::{LONGEST, or};
use super::processes::PROCESSES;
use super::sentence::Sentence;
use super::verb::verb_before;
use super::when::when;
use super::words::{is_determiner, is_joint, is_preposition};
use crate::value::Value;

/// What a fact is of its subject.
pub(super) fn attribute(
    sentence: &Sentence<'_>,
    fact: &StatedFact,
    value: &Value,
    subject: &Subject,
) -> String {
    match fact.asks {
        FactKind::Teller => "first reported by".to_owned(),
        FactKind::Office if subject.office => "name".to_owned(),
        FactKind::Office => office(sentence, fact),
        FactKind::Date => when(sentence, fact, value, subject),
        FactKind::Stage => stage(sentence, fact),
        FactKind::Figure => amount(sentence, fact, value, subject),
        FactKind::Name | FactKind::Names => or(leading_words(sentence, fact), "names"),
        FactKind::State => state(sentence, fact),
    }
}

fn office(sentence: &Sentence<'_>, fact: &StatedFact) -> String {
    let title = |at: &usize| is_office(sentence.word(*at)) || is_joint(sentence.word(*at));
    let start = (0..fact.words.start).rev().take_while(title).last().unwrap_or(fact.words.start);
    let words = (start..fact.words.start).map(|at| sentence.word(at)).skip_while(|word| is_joint(word));
    or(words.collect::<Vec<_>>().join(" "), "office")
}

fn stage(sentence: &Sentence<'_>, fact: &StatedFact) -> String {
    let start = sentence.clause_start(fact.words.start, 6);
    let process = (start..(fact.words.end + 3).min(sentence.len())).find(|&at| sentence.is_at(at, PROCESSES));
    format!("stage of {}", process.map_or("the talks", |at| sentence.word(at)))
}

/// What is so of the subject.
fn state(sentence: &Sentence<'_>, fact: &StatedFact) -> String {
    if fact.words.clone().any(|at| sentence.is_at(at, "comment|commented")) {
        return "comment".to_owned();
    }
    or(leading_words(sentence, fact), "state")
}

/// The words before a phrase, from its verb on, as they stand: `in talks with`, `called it`; none where they say nothing.
fn leading_words(sentence: &Sentence<'_>, fact: &StatedFact) -> String {
    let end = fact.words.start;
    let nouns =
        nouns_before(sentence, end.saturating_sub(usize::from(end > 0 && is_cue(sentence.word(end - 1)))));
    let from = match verb_before(sentence, end) {
        Some(verb) if !verb.is_plain(sentence) && end - verb.head() <= LONGEST => verb.head(),
        _ => nouns.start,
    };
    let words = (from..end).find(|&at| !is_determiner(sentence.word(at))).unwrap_or(end)..end;
    let telling = words.clone().any(|at| !is_joint(sentence.word(at)) && !is_preposition(sentence.word(at)));
    if telling { sentence.words_of(words) } else { String::new() }
}

/// A word that opens a list.
fn is_cue(word: &str) -> bool {
    matches!(word, "including" | "like" | "as" | "by" | "with" | "from")
}
