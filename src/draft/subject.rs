//! Whom a phrase is about.

use std::ops::Range;

use super::clause::{Doer, doer, main_doer, nouns_before};
use super::credit::SAYS;
use super::fact::{FactKind, StatedFact};
use super::name::{REFERRING, Subject, plain_name, plain_words, without_possessive};
use super::parties::is_office;
use super::sentence::Sentence;
use super::told::Referents;
use super::verb::{Verb, is_adverb, outer, verb_at, verb_before, verb_behind};
use super::words::{is_auxiliary, is_determiner, is_joint, is_modal, is_preposition, opens_clause};
use crate::english::verbs::VerbForm;
use crate::value::Kind;

/// Whom a fact is about: whoever does what the clause says, by name or in the sentence's own words; for `it` and `the company`
/// what was spoken of before; where nothing else is said, what the article is about.
pub(super) fn subject(sentence: &Sentence<'_>, fact: &StatedFact, told: &Referents) -> Subject {
    if fact.asks == FactKind::Office {
        return office(sentence, fact, told);
    }
    if let Some(name) = listed(sentence, fact) {
        return told.named(&name);
    }
    let named = aged(sentence, fact).or_else(|| holder(sentence, fact)).map(|name| told.named(&name));
    named
        .or_else(|| measured_thing(sentence, fact).map(Referents::worded))
        .or_else(|| of_deed(sentence, fact, told))
        .or_else(|| acting_later(sentence, fact).map(|name| told.named(&name)))
        .unwrap_or_else(|| told.of_nobody(sentence, fact))
}

/// The name that a figure of a list is of: `put the Conservatives on 29% and Labour on 24%`.
pub(super) fn listed(sentence: &Sentence<'_>, fact: &StatedFact) -> Option<String> {
    let before = fact.words.start.checked_sub(1).filter(|&at| sentence.is_at(at, "on|at|with|to"))?;
    let name = sentence.names.iter().find(|name| name.end == before && name.start > 0)?;
    let also = sentence.is_at(name.start - 1, "and") || sentence.breaks_behind(name.start - 1);
    (fact.asks == FactKind::Figure && also).then(|| plain_name(sentence, name).to_owned())
}

/// The name before an age between commas.
fn aged(sentence: &Sentence<'_>, fact: &StatedFact) -> Option<String> {
    let name = sentence.names.iter().find(|name| name.end == fact.words.start)?;
    is_age(sentence, fact).then(|| plain_name(sentence, name).to_owned())
}

/// A number between commas behind a name.
pub(super) fn is_age(sentence: &Sentence<'_>, fact: &StatedFact) -> bool {
    let behind_name = sentence.names.iter().any(|name| name.end == fact.words.start);
    fact.words.len() == 1
        && behind_name
        && sentence.breaks_behind(fact.words.start - 1)
        && sentence.breaks_behind(fact.words.end - 1)
}

/// Whose the phrase is: `Amazon’s $10 billion plan`.
fn holder(sentence: &Sentence<'_>, fact: &StatedFact) -> Option<String> {
    let name = sentence.names.iter().find(|name| name.end == fact.words.start)?;
    let possessive =
        sentence.word(name.end - 1).ends_with(['s', '\'']) && sentence.word(name.end - 1).contains('\'');
    possessive.then(|| plain_name(sentence, name).to_owned())
}

/// The verb that says what a fact is of: one that is part of it, the one before it, or the one behind; nobody's `said`.
pub(super) fn deed(sentence: &Sentence<'_>, fact: &StatedFact) -> Option<Verb> {
    let tells = |verb: &Verb| sentence.is_at(verb.head(), SAYS);
    let inner = inner_verb(sentence, fact);
    let before = || verb_before(sentence, fact.words.start).filter(|verb| !tells(verb));
    let behind = || verb_behind(sentence, fact.words.end).filter(|verb| !tells(verb));
    inner.or_else(before).or_else(behind)
}

/// The verb of `would cut about 400 jobs` and of `declined to comment`.
fn inner_verb(sentence: &Sentence<'_>, fact: &StatedFact) -> Option<Verb> {
    let start = fact.words.start;
    if is_modal(sentence.word(start)) && fact.words.len() > 2 && fact.asks == FactKind::Figure {
        return Some(Verb { group: start..start + 2, form: VerbForm::Base });
    }
    verb_at(sentence, start).filter(|verb| verb.group.start == start)
}

/// `it was the deadliest landslide`: what an article is about.
fn is_ranked(sentence: &Sentence<'_>, it: usize) -> bool {
    let rank = |at: usize| {
        sentence.is_at(at, "most|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|worst")
            || sentence.word(at).len() > 5 && sentence.word(at).ends_with("est")
    };
    sentence.is_at(it, "it is|was the") && (it + 3..it + 5).any(rank)
}

/// The nouns right before a verb that is part of the phrase itself: the damage that `could exceed £40m`.
fn is_of_nouns(sentence: &Sentence<'_>, fact: &StatedFact, words: &Range<usize>) -> bool {
    fact.asks == FactKind::Figure
        && is_modal(sentence.word(fact.words.start))
        && words.end == fact.words.start
        && words.len() == 1
}

fn of_deed(sentence: &Sentence<'_>, fact: &StatedFact, told: &Referents) -> Option<Subject> {
    let verb = deed(sentence, fact).map(|verb| outer(sentence, verb));
    if let Some(verb) = &verb
        && let Some(name) = punished(sentence, fact, verb, told)
    {
        return Some(told.named(&name));
    }
    let doing = match &verb {
        Some(verb) => doer(sentence, verb),
        None => apposed(sentence, fact).or_else(|| main_doer(sentence, fact.words.start)),
    };
    match doing? {
        Doer::Words(words) if is_of_nouns(sentence, fact, &words) => None,
        Doer::Pronoun(at) if is_ranked(sentence, at) => None,
        Doer::Pronoun(at) if sentence.is_at(at, "he|she") => {
            let own = sentence.is_at(0, "his|her");
            let says = |name: &str| {
                sentence.names.iter().any(|it| {
                    plain_name(sentence, it) == name && it.len() > 1 && sentence.is_at(it.end, "said|says")
                })
            };
            let here = sentence
                .names
                .iter()
                .rev()
                .filter(|name| name.end <= at && !own)
                .map(|name| plain_name(sentence, name));
            here.into_iter()
                .find(|name| told.is_person(name) || says(name))
                .map(|name| told.named(name))
                .or_else(|| told.meant(sentence.word(at)))
        }
        Doer::Pronoun(at) if at > 0 => match main_doer(sentence, at) {
            Some(Doer::Pronoun(_) | Doer::Figure(_)) | None => told.meant(sentence.word(at)),
            Some(doer) => told.about(sentence, &doer),
        },
        doer => told.about(sentence, &doer),
    }
}

const PUNISHES: &str = "sentenced|jailed|fined|banned|suspended|imprisoned|ordered|convicted|acquitted";

/// Who was sentenced, fined or banned: `sentenced former minister Han Joo-won to seven years for taking bribes`.
fn punished(sentence: &Sentence<'_>, fact: &StatedFact, verb: &Verb, told: &Referents) -> Option<String> {
    let for_doing =
        verb.form == VerbForm::Going && sentence.is_at(verb.group.start.saturating_sub(1), "for|of");
    let first = || (0..verb.group.start).find_map(|at| verb_at(sentence, at)).filter(|_| for_doing);
    let punishes = |verb: &Verb| verb.is_bare() && sentence.is_at(verb.head(), PUNISHES);
    let verb = Some(verb.clone()).filter(punishes).or_else(|| first().filter(punishes))?;
    if fact.asks != FactKind::Figure {
        return None;
    }
    let between = verb.group.end..fact.words.start;
    let name = sentence.names.iter().find(|name| between.start <= name.start && name.end <= between.end);
    let pronoun = sentence.is_at(verb.group.end, "him|her").then(|| told.person.clone()).flatten();
    name.map(|name| plain_name(sentence, name).to_owned()).or(pronoun)
}

/// The name that words behind a comma describe: `Val Torta, a hamlet of 340 people`.
fn apposed(sentence: &Sentence<'_>, fact: &StatedFact) -> Option<Doer> {
    let start = (1..=fact.words.start).rev().find(|&at| sentence.breaks_behind(at - 1))?;
    let name = sentence.names.iter().find(|name| name.end == start)?;
    (start == fact.words.start || is_determiner(sentence.word(start))).then(|| Doer::Name(name.clone()))
}

/// `Seventeen people were injured when the Star of Anglia ran aground`
fn acting_later(sentence: &Sentence<'_>, fact: &StatedFact) -> Option<String> {
    let acts = |name: &Range<usize>| {
        verb_at(sentence, name.end).is_some_and(|verb| !sentence.is_at(verb.head(), SAYS))
            && !sentence.breaks_behind(name.end - 1)
    };
    let name = sentence
        .names
        .iter()
        .find(|name| name.start >= fact.words.end && !is_ruled(sentence, name) && acts(name))?;
    Some(plain_name(sentence, name).to_owned())
}

/// Who holds an office is asked of whom it is held for, or of the office itself: `Norland: president`, `regional governor: name`.
fn office(sentence: &Sentence<'_>, fact: &StatedFact, told: &Referents) -> Subject {
    let person = &fact.words;
    let name = sentence.names.iter().find(|name| name.start <= person.start && person.end <= name.end);
    let from = name.map_or(person.start, |name| name.start);
    // `Norland President Maria Jensen` is one run of capitals.
    let land = (from..person.start).take_while(|&at| !is_office(sentence.word(at))).count();
    if land > 0 {
        return told.named(without_possessive(sentence.written(&(from..from + land))));
    }
    let served = sentence.names.iter().find(|name| {
        let ends =
            |at: usize| (at..from).all(|it| is_office(sentence.word(it)) || is_determiner(sentence.word(it)));
        let before = name.end <= from && ends(name.end) && !sentence.breaks_behind(name.end - 1);
        let behind = name.start > person.end && {
            let rules = (person.end..name.start).rev().take(3).find(|&at| is_preposition(sentence.word(at)));
            rules.is_some_and(|at| {
                sentence.is_at(at, "for|of") && !(person.end..name.start).any(|at| sentence.is_at(at, SAYS))
            })
        };
        before || behind
    });
    if let Some(name) = served {
        return told.named(plain_name(sentence, name));
    }
    let words = own_office(sentence, fact);
    Subject { text: plain_words(sentence, &words), they: false, office: true }
}

/// The words of an office before a person's name, with what describes it.
fn own_office(sentence: &Sentence<'_>, fact: &StatedFact) -> Range<usize> {
    let first = (0..fact.words.start).rev().take_while(|&at| {
        is_office(sentence.word(at)) && (at + 1 == fact.words.start || !sentence.breaks_behind(at))
    });
    let first = first.last().unwrap_or(fact.words.start);
    let described = nouns_before(sentence, first);
    let named = sentence
        .names
        .iter()
        .any(|name| name.start < described.end && described.start < name.end && name.end <= first);
    if named { first..fact.words.start } else { described.start..fact.words.start }
}

/// What a measure describes that stands before its noun: the quake of `a 7.8-magnitude quake struck`.
pub(super) fn measured_thing<'t>(sentence: &Sentence<'t>, fact: &StatedFact) -> Option<&'t str> {
    let (words, mention) = sentence.mentions.iter().find(|(words, _)| *words == fact.words)?;
    let at = words.end;
    let measures = matches!(mention.value.kind, Kind::Measure | Kind::Duration);
    let joined = sentence.written(words).contains('-')
        || matches!(mention.value.unit.as_deref(), Some("magnitude" | "m/s"));
    let word = sentence.word(at);
    let noun = !word.is_empty()
        && !is_joint(word)
        && !is_preposition(word)
        && !opens_clause(word)
        && verb_at(sentence, at).is_none();
    let noun = noun
        && !is_adverb(word)
        && !matches!(
            word,
            "away" | "apart" | "long" | "wide" | "tall" | "high" | "deep" | "old" | "ago" | "later"
        );
    // `the Star of Anglia, a 98-metre vessel`
    let apposed = sentence.names.iter().any(|name| {
        name.end < words.start && name.end + 2 >= words.start && sentence.breaks_behind(name.end - 1)
    });
    let pointing = sentence.is_at(words.start.saturating_sub(1), "the|this") && sentence.is_at(at, REFERRING);
    (measures
        && joined
        && noun
        && !apposed
        && !pointing
        && !is_auxiliary(word)
        && !sentence.breaks_behind(at - 1))
    .then(|| without_possessive(sentence.written(&(at..at + 1))))
}

/// Whether a preposition stands before a name, or before the words that describe it: `by the Danish group Nordlys`.
fn is_ruled(sentence: &Sentence<'_>, name: &Range<usize>) -> bool {
    let back = (0..name.start).rev().take(3).take_while(|&at| !sentence.breaks_behind(at));
    let mut words = back.take_while(|&at| verb_at(sentence, at).is_none()).map(|at| sentence.word(at));
    words.any(|word| is_preposition(word) || word == "told")
}
