//! Drafts that would mislead: what was said by whom is taken for what happened, or somebody stands there who does nothing of it.

use std::ops::Range;

use super::credit::SAYS;
use super::fact::{FactKind, StatedFact};
use super::name::{Subject, plain_name};
use super::sentence::Sentence;
use super::subject::listed;
use super::verb::verb_behind;
use super::words::{is_determiner, is_preposition, is_pronoun};
use crate::english::verbs;
use crate::value::{Kind, Value};

/// A label of more words is a sentence.
const LONGEST_LABEL: usize = 12;

/// What a title begins with, and nobody presides over.
const DEPARTMENTS: &[&str] = &[
    "health",
    "foreign",
    "interior",
    "defence",
    "defense",
    "finance",
    "transport",
    "energy",
    "education",
    "justice",
    "prime",
    "chief",
    "vice",
    "labour",
    "labor",
    "environment",
    "agriculture",
    "culture",
];

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
    let open = |it: &String| is_preposition(it) || matches!(it.as_str(), "and" | "or");
    let described =
        |it: &String| matches!(it.as_str(), "also" | "further" | "more" | "still" | "suspended" | "pregnant");
    let ends_open = words.last().is_some_and(|it| if words.len() > 1 { open(it) } else { described(it) });
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
    let said = attribute.to_lowercase();
    // `loss: loss`, `Germany's 10-year yield: germany's 10-year yield`
    let twice = subject.text.to_lowercase() == said;
    // `amount paid to officials between`, `number of jobs that could go, mostly`
    let breaks_off = said.rsplit(' ').next().is_some_and(|it| {
        matches!(
            it,
            "between" | "among" | "during" | "mostly" | "mainly" | "largely" | "now" | "was" | "were"
        )
    });
    let runs_on = said.split(' ').nth(1).is_some_and(|it| matches!(it, "and" | "or"))
        || said.split(' ').count() > LONGEST_LABEL;
    // `children aged 10 to 14` are no persons with an age, and `Health Minister Ada Reed` is no minister of `Health`.
    let aged_group = said == "age" && sentence.is_at(fact.words.start, "aged") && fact.words.len() > 2;
    let torn = fact.asks == FactKind::Office
        && (sentence.word(fact.words.end - 1).ends_with("'s")
            || DEPARTMENTS.contains(&subject.text.to_lowercase().as_str()));
    // Of people there is nothing but that they are so many.
    let counts_anybody = matches!(
        said.as_str(),
        "number of people" | "number of customers" | "number of residents" | "number of times"
    );
    twice
        || breaks_off
        || runs_on
        || aged_group
        || torn
        || counts_anybody
        || is_of_speech(sentence, fact, subject)
        || ends_open
        || holds_figure
        || tells
        || disagrees
        || joined
        || asks_nothing
        || attribute.split(' ').any(|it| it == "ised")
}

/// Whether somebody only says what a figure is of, and it is of something else: `Weselsky said strikes would be announced 48
/// hours in advance`.
fn is_of_speech(sentence: &Sentence<'_>, fact: &StatedFact, subject: &Subject) -> bool {
    let speaks = |name: &&Range<usize>| {
        plain_name(sentence, name) == subject.text
            && sentence.is_at(name.end, SAYS)
            && name.end + 1 < fact.words.start
    };
    let said = sentence.names.iter().find(speaks).map(|name| name.end + 1);
    fact.asks == FactKind::Figure
        && said.is_some_and(|from| {
            let another =
                |at: usize| !is_pronoun(sentence.word(at)) && !sentence.is_at(at, "its|his|her|their|that");
            verb_behind(sentence, from).is_some_and(|it| {
                it.group.start > from
                    && it.group.end <= fact.words.start
                    && (from..it.group.start).all(another)
            })
        })
}

/// Whether a figure is of another event, in a year before the article's: `In 2022, floods killed 140 people`, `since 2008, when
/// eight people died`.
pub(super) fn is_of_another_year(
    sentence: &Sentence<'_>,
    fact: &StatedFact,
    subject: &Subject,
    year: i16,
) -> bool {
    let is_before = |at: &usize| {
        let word = sentence.word(*at);
        word.len() == 4 && word.parse().is_ok_and(|it: i16| (1900..year).contains(&it))
    };
    let common = subject.text.starts_with(char::is_lowercase);
    fact.asks == FactKind::Figure
        && (0..sentence.len()).filter(is_before).any(|at| {
            let opens = at == 1 && sentence.is_at(0, "in") && common;
            let last = at + 1 == sentence.len() && sentence.is_at(at - 1, "in");
            let ends = last && common && at > fact.words.start && sentence.is_at(0, "a|an");
            let when = sentence.is_at(at + 1, "when") && at < fact.words.start;
            opens || ends || when
        })
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
