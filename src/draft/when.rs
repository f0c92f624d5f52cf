//! What a date or a time is of.

use super::clause::{complement, nouns_before};
use super::fact::StatedFact;
use super::name::Subject;
use super::phrase::{behind, preposition, thing_before};
use super::predicate::clause;
use super::sentence::Sentence;
use super::subject::deed;
use super::verb::{Verb, outer, verb_before};
use super::words::{is_determiner, is_preposition};
use crate::english::verbs;
use crate::value::{Kind, Value};

/// `date of restructuring` where a noun stands at the date, else `date it sank`.
pub(super) fn when(sentence: &Sentence<'_>, fact: &StatedFact, value: &Value, subject: &Subject) -> String {
    let asked = if value.kind == Kind::Time { "time" } else { "date" };
    let ruled = preposition(sentence, fact);
    let noun = if is_modifier(sentence, fact) { behind(sentence, fact) } else { String::new() };
    if !noun.is_empty() {
        return format!("{asked} of the {noun}");
    }
    if let Some(planned) = planned(sentence, fact, subject) {
        return format!("{asked} {planned}");
    }
    let Some(verb) = deed(sentence, fact).map(|verb| outer(sentence, verb)) else {
        let noun = event_before(sentence, fact);
        return if noun.is_empty() { asked.to_owned() } else { format!("{asked} of {noun}") };
    };
    let done = clause(sentence, &verb, fact, subject);
    let before = verb.group.end <= fact.words.start;
    match ruled {
        "since" if sentence.is_at(fact.words.start.saturating_sub(2), "first time") => {
            "first time since".to_owned()
        }
        "since" if before && (verb.is_plain(sentence) || verb.is_passive(sentence)) => {
            format!("{asked} since which {done}")
        }
        "since" if before => since(sentence, &verb, fact),
        "until" | "till" | "by" | "from" if before => format!("{asked} {ruled} which {done}"),
        _ => format!("{asked} {done}"),
    }
}

/// The noun that a date hangs on: `the signing` of `a £4m signing from Bristol City in January`.
fn event_before(sentence: &Sentence<'_>, fact: &StatedFact) -> String {
    let mut end = fact.words.start;
    while let Some(before) =
        end.checked_sub(1).filter(|&at| is_preposition(sentence.word(at)) && !sentence.breaks_behind(at))
    {
        end = before;
        let nouns = nouns_before(sentence, end);
        let ruled = nouns
            .start
            .checked_sub(1)
            .filter(|&at| is_preposition(sentence.word(at)) && !sentence.breaks_behind(at));
        match ruled.filter(|_| !nouns.is_empty()) {
            Some(at) => end = at + 1,
            None => break,
        }
    }
    thing_before(sentence, end)
}

/// `start of owning the ship`
fn since(sentence: &Sentence<'_>, verb: &Verb, fact: &StatedFact) -> String {
    let rest = sentence.words_of(complement(sentence, verb, fact.words.start));
    format!("start of {} {rest}", verbs::going(sentence.word(verb.head()))).trim_end().to_owned()
}

/// Whether a date describes a noun: `the October 2024 restructuring`, `Tuesday's attack`.
fn is_modifier(sentence: &Sentence<'_>, fact: &StatedFact) -> bool {
    let last = sentence.word(fact.words.end - 1);
    let article = fact.words.start.checked_sub(1).is_some_and(|at| {
        (is_determiner(sentence.word(at)) || sentence.word(at).ends_with("'s")) && !sentence.breaks_behind(at)
    });
    article || last.ends_with("'s") || is_determiner(sentence.word(fact.words.start)) && fact.words.len() > 1
}

/// What is to come, where the value says so itself: `it is expected to close` of `is expected to close in the first quarter`.
fn planned(sentence: &Sentence<'_>, fact: &StatedFact, subject: &Subject) -> Option<String> {
    let start = fact.words.start;
    let to = (start + 1..start + 3).find(|&at| sentence.is_at(at, "to") && fact.words.contains(&at))?;
    let end = (to + 1..fact.words.end).find(|&at| is_preposition(sentence.word(at)))?;
    let verb = verb_before(sentence, start).filter(|verb| verb.group.end == start);
    let (who, be) = if subject.they { ("they", "are") } else { ("it", "is") };
    let words = sentence.words_of(verb.map_or(start, |verb| verb.group.start)..end);
    let helped = ["is ", "are ", "was ", "were "].iter().any(|it| words.starts_with(it));
    Some(if helped { format!("{who} {words}") } else { format!("{who} {be} {words}") })
}
