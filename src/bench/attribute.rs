//! What of it: the question that a phrase answers, in words that stand in its sentence.

use std::ops::Range;

use super::amount::amount;
use super::clause::{Doer, complement, doer, nouns_before};
use super::facts::{Asks, Fact};
use super::parties::is_office;
use super::processes::PROCESSES;
use super::sentence::Sentence;
use super::subject::Subject;
use super::verb::{Verb, verb_at, verb_before};
use super::when::when;
use super::words::{is_determiner, is_joint, is_modal, is_preposition, opens_clause};
use crate::english::verbs::{self, Form};
use crate::value::Value;

/// The most words of a phrase that a label takes over.
const LONGEST: usize = 4;

/// What a fact is of its subject.
pub(super) fn attribute(sentence: &Sentence<'_>, fact: &Fact, value: &Value, subject: &Subject) -> String {
    match fact.asks {
        Asks::Teller => "first reported by".to_owned(),
        Asks::Office if subject.office => "name".to_owned(),
        Asks::Office => office(sentence, fact),
        Asks::Date => when(sentence, fact, value, subject),
        Asks::Stage => stage(sentence, fact),
        Asks::Figure => amount(sentence, fact, value, subject),
        Asks::Name | Asks::Names => or(leading_words(sentence, fact), "names"),
        Asks::State => state(sentence, fact),
    }
}

pub(super) fn or(words: String, otherwise: &str) -> String {
    if words.is_empty() { otherwise.to_owned() } else { words }
}

fn office(sentence: &Sentence<'_>, fact: &Fact) -> String {
    let title = |at: &usize| is_office(sentence.word(*at)) || is_joint(sentence.word(*at));
    let start = (0..fact.words.start).rev().take_while(title).last().unwrap_or(fact.words.start);
    let words = (start..fact.words.start).map(|at| sentence.word(at)).skip_while(|word| is_joint(word));
    or(words.collect::<Vec<_>>().join(" "), "office")
}

fn stage(sentence: &Sentence<'_>, fact: &Fact) -> String {
    let start = sentence.clause_start(fact.words.start, 6);
    let process = (start..(fact.words.end + 3).min(sentence.len())).find(|&at| sentence.is_at(at, PROCESSES));
    format!("stage of {}", process.map_or("the talks", |at| sentence.word(at)))
}

/// What is so of the subject.
fn state(sentence: &Sentence<'_>, fact: &Fact) -> String {
    if fact.words.clone().any(|at| sentence.is_at(at, "comment|commented")) {
        return "comment".to_owned();
    }
    or(leading_words(sentence, fact), "state")
}

/// The words before a phrase, from its verb on, as they stand: `in talks with`, `called it`; none where they say nothing.
fn leading_words(sentence: &Sentence<'_>, fact: &Fact) -> String {
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

/// The nouns right behind a phrase: `$38 billion capacity purchase agreement`.
pub(super) fn behind(sentence: &Sentence<'_>, fact: &Fact) -> String {
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
    if verb_at(sentence, end).is_some_and(|verb| verb.form != Form::Going || !verb.is_bare())
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

/// What is done, as a clause about the subject: `it tore through a mountain village`, `it was built`, `to buy Fetch`,
/// `120,000 customers had been reconnected`.
pub(super) fn clause(sentence: &Sentence<'_>, verb: &Verb, fact: &Fact, subject: &Subject) -> String {
    let rest = rest(sentence, verb, fact);
    let head = sentence.word(verb.head());
    let join =
        |words: &[&str]| words.iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join(" ");
    if sentence.is_at(verb.group.start, "to") {
        return join(&[&sentence.words_of(verb.group.clone()), &rest]);
    }
    if verb.form == Form::Base && verb.is_bare() {
        return join(&["to", head, &rest]);
    }
    let who = who(sentence, verb, subject);
    let pronoun = if subject.they { "they" } else { "it" };
    let (who, ours) = who.map_or((pronoun.to_owned(), true), |who| (who, false));
    let plural = ours && subject.they;
    let was = if plural { "were" } else { "was" };
    if verb.is_bare() && is_described(sentence, verb, fact) {
        return join(&[&who, was, &verbs::participle(head), &rest]);
    }
    if verb.is_bare() && matches!(verb.form, Form::Going | Form::Participle) {
        return join(&[&who, &verbs::past(head), &rest]);
    }
    let done: Vec<String> = verb.group.clone().map(|at| agreeing(sentence, at, plural)).collect();
    join(&[&who, &done.join(" "), &rest])
}

/// A word of a verb as it follows `they`: `were` for `was`, `hold` for `holds`.
fn agreeing(sentence: &Sentence<'_>, at: usize, plural: bool) -> String {
    let word = sentence.word(at);
    let word = match word {
        "was" if plural => "were",
        "is" if plural => "are",
        "has" if plural => "have",
        "does" if plural => "do",
        _ if plural && verbs::may_be(word) == Some(Form::Present) => word.strip_suffix('s').unwrap_or(word),
        _ => word,
    };
    word.to_owned()
}

/// The words for who does it, where that is not the subject.
fn who(sentence: &Sentence<'_>, verb: &Verb, subject: &Subject) -> Option<String> {
    let words = match doer(sentence, verb)? {
        Doer::Figure(words) | Doer::Words(words) => words,
        Doer::Name(_) | Doer::Pronoun(_) => return None,
    };
    let text = sentence.words_of(words.clone());
    let bare = |text: &str| {
        text.split_whitespace()
            .filter(|it| !is_determiner(&it.to_lowercase()))
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    let known = bare(&text).starts_with(&bare(&subject.text)) || words.end != verb.group.start;
    let pointing = sentence.is_at(words.start, "the|this|its")
        && words.len() <= 3
        && !text.chars().any(|it| it.is_ascii_digit());
    (!known && !pointing).then_some(text)
}

/// Whether a verb without help is done to what stands before it: `the trawler built in 1998`, `Fetch, founded in 2012`.
fn is_described(sentence: &Sentence<'_>, verb: &Verb, fact: &Fact) -> bool {
    let head = verb.head();
    let lone = head == 0 || sentence.breaks_behind(head - 1);
    let object =
        is_determiner(sentence.word(head + 1)) || sentence.names.iter().any(|it| it.start == head + 1);
    let table = sentence.is_at(head, "built|born|founded|made|based|used|named|hired|valued|launched|established|owned|estimated|commissioned|published");
    let again = verb.group.end <= fact.words.start && finite_behind(sentence, fact.words.end);
    match verb.form {
        Form::Participle => true,
        Form::Past => {
            !object
                && (table
                    || lone && (head == 0 || again)
                    || again
                        && !sentence.breaks_behind(fact.words.end - 1)
                        && verb_at(sentence, fact.words.end).is_some())
        }
        Form::Base | Form::Present | Form::Going => false,
    }
}

/// Whether the sentence goes on with its own verb behind a phrase: `the ship built in 1994 sank`, `Fetch, hit in May, has`.
fn finite_behind(sentence: &Sentence<'_>, from: usize) -> bool {
    let verb = (from..sentence.len())
        .take_while(|&at| !opens_clause(sentence.word(at)))
        .find_map(|at| verb_at(sentence, at));
    verb.is_some_and(|verb| matches!(verb.form, Form::Past | Form::Present))
}

/// What a verb goes on with, without the fact itself.
fn rest(sentence: &Sentence<'_>, verb: &Verb, fact: &Fact) -> String {
    if fact.words.start >= verb.group.end {
        let words = complement(sentence, verb, fact.words.start);
        // `agreed Monday to buy online grocer Fetch`
        let open = words.end <= fact.words.start && words.is_empty() && sentence.is_at(fact.words.end, "to");
        if open
            && let Some(next) =
                verb_at(sentence, fact.words.end + 1).filter(|next| next.group.start == fact.words.end)
        {
            let further = complement(sentence, &next, sentence.len());
            return sentence.words_of(next.group.start..further.end.max(next.group.end));
        }
        // `was expected to reach Spain on Saturday`
        return sentence.words_of(words);
    }
    sentence.words_of(complement(sentence, verb, sentence.len()))
}

/// Prepositions that a question may end with.
const RULING: &str = "for|at|by|to|with|from|within|in|on|of|since|until|till|before|after";

/// The preposition that rules a phrase, before it or as its first word.
pub(super) fn preposition<'s>(sentence: &'s Sentence<'_>, fact: &Fact) -> &'s str {
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
