//! Drafts that would mislead: what was said by whom is taken for what happened, or somebody stands there who does nothing of it.

use super::credit::SAYS;
use super::fact::{FactKind, StatedFact};
use super::name::Subject;
use super::sentence::Sentence;
use super::subject::listed;
use super::verb::verb_behind;
use super::words::{is_determiner, is_preposition};
use crate::english::verbs;
use crate::value::{Kind, Value};

/// Whether a phrase of a sentence is no fact of the story.
pub(super) fn is_no_fact(sentence: &Sentence<'_>, fact: &StatedFact, value: &Value) -> bool {
    let figure = matches!(fact.asks, FactKind::Figure | FactKind::Date);
    figure && (is_in_first_person(sentence, fact) || is_kind_of_night(sentence, fact))
        || fact.asks == FactKind::Figure
            && (is_of_speakers(sentence, fact, value)
                || is_of_before(sentence, fact)
                || is_score_of_votes(sentence, fact)
                || holds_verb(sentence, fact, value)
                || sentence.is_at(fact.words.start, "period|quarter of"))
}

/// Whether a label shows by itself that its sentence was not understood.
pub(super) fn is_muddled(
    sentence: &Sentence<'_>,
    fact: &StatedFact,
    subject: &Subject,
    attribute: &str,
) -> bool {
    let words: Vec<String> = subject.text.split_whitespace().map(str::to_lowercase).collect();
    let ends_open = words.len() > 1 && words.last().is_some_and(|it| is_preposition(it));
    let holds_figure = sentence.mentions.iter().any(|(words, mention)| {
        let written = sentence.written(words);
        mention.value.quantity().is_some()
            && mention.value.kind != Kind::Count
            && !written.contains('-')
            && !written.to_lowercase().contains("0s")
            && subject.text.contains(written)
    });
    let tells = words.iter().any(|it| {
        ["expect", "expects", "expected", "told", "estimate", "fear", "hope", "believe"]
            .contains(&it.as_str())
    });
    // Whoever the verb is of, it is somebody else.
    let disagrees =
        !subject.they && ["it are ", "it were ", "it have "].iter().any(|it| attribute.contains(it));
    let joined = [" and ", " or "].iter().any(|it| attribute.starts_with(&format!("how long{it}")));
    let bare = ["date", "time", "percentage", "number", "amount", "distance"].contains(&attribute);
    let asks_nothing = bare && listed(sentence, fact).is_none()
        || attribute.starts_with("number of the ")
        || attribute.strip_prefix("date of ").is_some_and(|it| {
            let first = it.split(' ').next().unwrap_or_default();
            verbs::form(first).is_some_and(|form| form != verbs::VerbForm::Going)
                || first.starts_with(char::is_uppercase)
        });
    ends_open
        || holds_figure
        || tells
        || disagrees
        || joined
        || asks_nothing
        || attribute.split(' ').any(|it| it == "ised")
}

/// What somebody says of themselves: `"I have seen nothing like it in 60 years"`.
fn is_in_first_person(sentence: &Sentence<'_>, fact: &StatedFact) -> bool {
    let opening = (0..=fact.words.start).rev().find(|&at| sentence.opens_quote(at));
    let Some(opening) = opening else { return false };
    let closed = (opening..fact.words.start).any(|at| sentence.closes_quote(at));
    !closed
        && (opening..sentence.len())
            .take(16)
            .any(|at| sentence.is_at(at, "i|we|i've|we've|i'm|we're|my|our|us"))
}

/// `Night buses`, `the lunar night`: no time of this day.
fn is_kind_of_night(sentence: &Sentence<'_>, fact: &StatedFact) -> bool {
    let before = fact.words.start.checked_sub(1);
    fact.words.len() == 1
        && sentence.is_at(fact.words.start, "night|morning|evening|afternoon|day")
        && !before.is_some_and(|at| {
            let days = sentence.mentions.iter().any(|(words, _)| words.contains(&at));
            days || is_preposition(sentence.word(at))
                || is_determiner(sentence.word(at))
                || sentence.is_at(at, "last|next")
        })
}

/// A share that runs on into its sentence: `two of five tanks leaked for`.
fn holds_verb(sentence: &Sentence<'_>, fact: &StatedFact, value: &Value) -> bool {
    let inside = fact.words.start + 1..fact.words.end;
    value.kind == Kind::Percent
        && inside.into_iter().any(|at| verbs::form(sentence.word(at)) == Some(verbs::VerbForm::Past))
}

/// How many speak: `two people familiar with the matter said`.
fn is_of_speakers(sentence: &Sentence<'_>, fact: &StatedFact, value: &Value) -> bool {
    let people = fact.words.clone().any(|at| {
        sentence.is_at(at, "people|sources|officials|witnesses|neighbours|neighbors|analysts|experts|persons")
    });
    let says = verb_behind(sentence, fact.words.end).is_some_and(|it| sentence.is_at(it.head(), SAYS));
    value.kind == Kind::Count && people && says
}

/// What it was before: `up from 54,000 a year earlier`, `598 million in the same period of 2024`.
fn is_of_before(sentence: &Sentence<'_>, fact: &StatedFact) -> bool {
    let from = fact.words.start.checked_sub(2).is_some_and(|at| sentence.is_at(at, "up|down|rise|fall from"));
    let compared = fact.words.start.checked_sub(2).is_some_and(|at| sentence.is_at(at, "compared with|to"));
    let earlier = sentence.is_at(fact.words.end - 1, "earlier|previously")
        || sentence.is_at(fact.words.end, "earlier|previously")
        || sentence.is_at(fact.words.end, "a|the year|month|quarter earlier|before");
    from || compared || earlier
}

/// One side of a vote, which says little without the other: `voted 11 to 9`.
fn is_score_of_votes(sentence: &Sentence<'_>, fact: &StatedFact) -> bool {
    let voted =
        |back: usize| fact.words.start.checked_sub(back).is_some_and(|at| sentence.is_at(at, "voted|vote"));
    fact.words.len() == 1
        && (voted(1) && sentence.is_at(fact.words.end, "to|for|against")
            || voted(3) && sentence.is_at(fact.words.start - 1, "to|against"))
}
