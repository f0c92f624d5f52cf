//! What is done, as a clause about the subject.

use super::clause::{Doer, complement, doer};
use super::fact::StatedFact;
use super::name::Subject;
use super::sentence::Sentence;
use super::verb::{Verb, verb_at};
use super::words::{is_determiner, opens_clause};
use crate::english::verbs::{self, VerbForm};

/// What is done, as a clause about the subject: `it tore through a mountain village`, `it was built`, `to buy Fetch`,
/// `120,000 customers had been reconnected`.
pub(super) fn clause(sentence: &Sentence<'_>, verb: &Verb, fact: &StatedFact, subject: &Subject) -> String {
    let rest = rest(sentence, verb, fact);
    let head = sentence.word(verb.head());
    let join =
        |words: &[&str]| words.iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join(" ");
    if sentence.is_at(verb.group.start, "to") {
        return join(&[&sentence.words_of(verb.group.clone()), &rest]);
    }
    if verb.form == VerbForm::Base && verb.is_bare() {
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
    if verb.is_bare() && matches!(verb.form, VerbForm::Going | VerbForm::Participle) {
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
        _ if plural && verbs::may_be(word) == Some(VerbForm::Present) => {
            word.strip_suffix('s').unwrap_or(word)
        }
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
fn is_described(sentence: &Sentence<'_>, verb: &Verb, fact: &StatedFact) -> bool {
    let head = verb.head();
    let lone = head == 0 || sentence.breaks_behind(head - 1);
    let object =
        is_determiner(sentence.word(head + 1)) || sentence.names.iter().any(|it| it.start == head + 1);
    let table = sentence.is_at(head, "built|born|founded|made|based|used|named|hired|valued|launched|established|owned|estimated|commissioned|published");
    let again = verb.group.end <= fact.words.start && finite_behind(sentence, fact.words.end);
    match verb.form {
        VerbForm::Participle => true,
        VerbForm::Past => {
            !object
                && (table
                    || lone && (head == 0 || again)
                    || again
                        && !sentence.breaks_behind(fact.words.end - 1)
                        && verb_at(sentence, fact.words.end).is_some())
        }
        VerbForm::Base | VerbForm::Present | VerbForm::Going => false,
    }
}

/// Whether the sentence goes on with its own verb behind a phrase: `the ship built in 1994 sank`, `Fetch, hit in May, has`.
fn finite_behind(sentence: &Sentence<'_>, from: usize) -> bool {
    let verb = (from..sentence.len())
        .take_while(|&at| !opens_clause(sentence.word(at)))
        .find_map(|at| verb_at(sentence, at));
    verb.is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::Present))
}

/// What a verb goes on with, without the fact itself.
fn rest(sentence: &Sentence<'_>, verb: &Verb, fact: &StatedFact) -> String {
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
