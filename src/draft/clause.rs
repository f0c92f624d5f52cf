//! Who does what a verb says, and what it goes on with.

use std::ops::Range;

use super::credit::SAYS;
use super::sentence::Sentence;
use super::verb::{Verb, is_adverb, verb_at};
use super::words::{
    is_auxiliary, is_determiner, is_joint, is_modal, is_preposition, is_pronoun, is_relative, opens_clause,
};
use crate::english::verbs::VerbForm;

/// No phrase of a label has more words.
const LONGEST: usize = 7;

/// No phrase of nouns before a verb has more words.
const LONGEST_DOER: usize = 14;

/// Whoever does something, as the words before the verb have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doer {
    /// A name, as a place in the sentence.
    Name(Range<usize>),
    /// Other words.
    Words(Range<usize>),
    /// `it`, `they`, `who` without anybody before it.
    Pronoun(usize),
    /// A number of people or things.
    Figure(Range<usize>),
}

/// Who does what a verb says.
pub(super) fn doer(sentence: &Sentence<'_>, verb: &Verb) -> Option<Doer> {
    let end = verb.group.start;
    let Some(last) = end.checked_sub(1) else { return main_doer(sentence, sentence.len()) };
    let apart = sentence.breaks_behind(last);
    if is_relative(sentence.word(last)) && !apart && last > 0 && sentence.word(last) != "that" {
        return antecedent(sentence, last);
    }
    if sentence.word(last) == "that" && last > 0 && !told_by(sentence, last - 1) {
        return antecedent(sentence, last);
    }
    // `Fetch, founded in 2012`, but `tore through a village, killing nine`
    let by_name = sentence.names.iter().find(|name| name.end == end);
    if apart {
        // `that Voss, 61, had approved a letter`
        if let Some(name) = set_apart(sentence, end) {
            return Some(Doer::Name(name));
        }
        let described = verb.is_bare()
            && matches!(verb.form, VerbForm::Past | VerbForm::Participle)
            && !is_auxiliary(sentence.word(verb.head()))
            && by_name.is_some();
        return described
            .then(|| by_name.cloned().map(Doer::Name))
            .flatten()
            .or_else(|| main_doer(sentence, end));
    }
    if sentence.is_at(last, "and|but|or|then|to|of|by|for|without|after|before|while|from|than|as|in") {
        return main_doer(sentence, end);
    }
    let start = phrase_start(sentence, end);
    if start >= end {
        return main_doer(sentence, end);
    }
    // `a trawler carrying seven members went missing`, but `said removing the carcass would cost`
    let held = start
        .checked_sub(1)
        .and_then(|at| verb_at(sentence, at))
        .filter(|it| it.form == VerbForm::Going && it.is_bare());
    if let Some(held) = held.map(|it| it.group.start).filter(|&at| at > 0 && !sentence.breaks_behind(at - 1))
    {
        let gerund = verb_at(sentence, held - 1).is_some();
        let whole = Verb { group: held..held + 1, form: VerbForm::Going };
        return if gerund { Some(Doer::Words(held..end)) } else { doer(sentence, &whole) };
    }
    // `Star of Anglia, a 98-metre vessel built in 1994`
    let apposed = sentence.is_at(start, "a|an|the") && start > 0 && sentence.breaks_behind(start - 1);
    if let Some(name) = sentence.names.iter().find(|name| apposed && name.end == start) {
        return Some(Doer::Name(name.clone()));
    }
    let start = if sentence.is_at(start, "according to") { start + 2 } else { start };
    Some(named(sentence, start..without_adverbs(sentence, start, end)))
}

/// The name that begins a clause and is parted from its verb by a few words between commas.
fn set_apart(sentence: &Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let begins = |name: &Range<usize>| {
        name.start > 0
            && (opens_clause(sentence.word(name.start - 1)) && !sentence.is_at(name.start - 1, "and|or")
                || sentence.is_at(name.start - 1, "said"))
    };
    let mut names = sentence
        .names
        .iter()
        .filter(|name| name.end < verb && name.end + 4 > verb && sentence.breaks_behind(name.end - 1));
    names.find(|name| begins(name)).cloned()
}

fn told_by(sentence: &Sentence<'_>, at: usize) -> bool {
    verb_at(sentence, at).is_some() || sentence.is_at(at, "reporters|and")
}

/// What `which`, `who` and `that` stand for: `a crystal in Greenland that formed` has the crystal form.
fn antecedent(sentence: &Sentence<'_>, relative: usize) -> Option<Doer> {
    if sentence.breaks_behind(relative - 1)
        && let Some(name) = sentence.names.iter().find(|name| name.end == relative)
    {
        return Some(Doer::Name(name.clone()));
    }
    let mut end = relative;
    let mut start = nouns_start(sentence, end);
    let placed = |at: usize| {
        at > 1 && sentence.is_at(at - 1, "in|near|at|on|from|outside|off") && !sentence.breaks_behind(at - 2)
    };
    let place = |words: Range<usize>| {
        is_dated(sentence, words.start) || matches!(named(sentence, words), Doer::Name(_))
    };
    while placed(start) && place(start..end) {
        end = start - 1;
        start = nouns_start(sentence, end);
    }
    (start < end).then(|| named(sentence, start..end))
}

/// Where the nouns begin that end before a word.
fn nouns_start(sentence: &Sentence<'_>, end: usize) -> usize {
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        let before = start - 1;
        let word = sentence.word(before);
        let closed = start < end && sentence.breaks_behind(before);
        if closed
            || opens_clause(word)
            || verb_at(sentence, before).is_some()
            || is_preposition(word) && word != "of"
        {
            break;
        }
        start = before;
    }
    start
}

/// Who the sentence begins with, behind words such as `on Thursday,` and `founded in 1948,`.
pub(super) fn main_doer(sentence: &Sentence<'_>, before: usize) -> Option<Doer> {
    if sentence.opens_quote(0) {
        return None;
    }
    let opening = behind_telling(sentence, before);
    let mut start = opening;
    while start < before {
        let end = part_end(sentence, start, before);
        if sentence.is_at(start, "according to") {
            start = (start..before).find(|&at| sentence.breaks_behind(at))? + 1;
            continue;
        }
        let first = sentence.word(start);
        // `At least 14 people have died`
        let figure = sentence.is_at(start, "at least|most") && sentence.in_figure(start);
        let opens = !figure && (is_preposition(first) || opens_clause(first)) || is_dated(sentence, start);
        let begin = if opens { behind_opening(sentence, start..end) } else { Some(start) };
        // Behind an opening, `Born in Lubbock, Texas,`, whoever does something stands at the verb.
        let age = sentence.word(end).bytes().all(|it| it.is_ascii_digit()) || is_relative(sentence.word(end));
        let at_verb = start == opening || !sentence.breaks_behind(end.saturating_sub(1)) || age;
        if let Some(begin) = begin.filter(|&begin| begin < end && at_verb) {
            let words = begin..without_adverbs(sentence, begin, end);
            let doer = named(sentence, words.clone());
            // `The captain, Jon Arnason, has`
            let behind =
                sentence.names.iter().find(|name| name.start == end && sentence.breaks_behind(end - 1));
            let person = behind.filter(|name| {
                matches!(doer, Doer::Words(_)) && sentence.breaks_behind(name.end - 1) && name.len() > 1
            });
            return Some(person.map_or(doer, |name| Doer::Name(name.clone())));
        }
        start = (start..before).find(|&at| sentence.breaks_behind(at))? + 1;
    }
    None
}

/// Where a sentence goes on behind whoever tells it: `Officials say the tower was sold`.
fn behind_telling(sentence: &Sentence<'_>, before: usize) -> usize {
    let first = (0..before).find_map(|at| verb_at(sentence, at)).filter(|it| sentence.is_at(it.head(), SAYS));
    let Some(mut at) = first.map(|it| it.group.end) else { return 0 };
    at += usize::from(sentence.is_at(at, "reporters|lawmakers|journalists"));
    at += usize::from(sentence.is_at(at, "that"));
    let goes_on = is_determiner(sentence.word(at)) || sentence.names.iter().any(|it| it.start == at);
    let whole = !(0..at).any(|it| sentence.breaks_behind(it) || sentence.opens_quote(it));
    if at < before && goes_on && whole { at } else { 0 }
}

/// Where a part of a sentence ends: at a comma, a verb, or a word that opens a clause.
fn part_end(sentence: &Sentence<'_>, start: usize, before: usize) -> usize {
    let ends = |&at: &usize| {
        let word = sentence.word(at);
        let opens = at > start && (opens_clause(word) && !sentence.is_at(at, "and|or") || is_relative(word));
        opens || verb_at(sentence, at).is_some() || at > start && sentence.breaks_behind(at - 1)
    };
    let end = (start..before).find(ends).unwrap_or(before);
    verb_at(sentence, end).map_or(end, |verb| verb.group.start.max(start))
}

/// Whether a day or a time stands at a word.
fn is_dated(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.mentions.iter().any(|(words, mention)| words.contains(&at) && mention.value.quantity().is_none())
}

/// Where the doer begins that follows `in Lisbon` or `on Monday` without a comma.
fn behind_opening(sentence: &Sentence<'_>, words: Range<usize>) -> Option<usize> {
    if sentence.breaks_behind(words.end.saturating_sub(1)) {
        return None;
    }
    let behind =
        sentence.mentions.iter().map(|(it, _)| it.end).find(|&end| end > words.start && end < words.end);
    behind.or_else(|| (words.start + 2..words.end).find(|&at| is_determiner(sentence.word(at))))
}

/// The end of some words without the adverbs there: `the court also`.
fn without_adverbs(sentence: &Sentence<'_>, start: usize, end: usize) -> usize {
    let mut end = end;
    // `a court on Wednesday`
    let dated = sentence.mentions.iter().find(|(words, mention)| {
        words.end == end && words.start > start && mention.value.quantity().is_none()
    });
    if let Some((words, _)) = dated {
        end = words.start
            - usize::from(words.start > start + 1 && is_preposition(sentence.word(words.start - 1)));
    }
    while end > start + 1 && is_adverb(sentence.word(end - 1)) {
        end -= 1;
    }
    end
}

/// Where the nouns begin that end before a word: `the civil protection agency`, `shares of Fetch`.
fn phrase_start(sentence: &Sentence<'_>, end: usize) -> usize {
    let mut start = end;
    while start > 0 && end - start < LONGEST_DOER {
        let before = start - 1;
        let word = sentence.word(before);
        let closed = start < end && sentence.breaks_behind(before);
        let joins = sentence.is_at(before, "and|or") && start < end && !sentence.in_figure(start);
        // `told reporters the bank`, `said production`
        let tells = start < end && sentence.is_at(before, "said|says|say|told|reporters|lawmakers");
        if closed || tells || opens_clause(word) && !joins || verb_at(sentence, before).is_some() {
            break;
        }
        // A day before it is no part of it: `on Monday the court`.
        let dated = sentence
            .mentions
            .iter()
            .any(|(words, mention)| words.contains(&before) && mention.value.quantity().is_none());
        if dated || is_preposition(word) && start < end && (before == 0 || sentence.breaks_behind(before - 1))
        {
            break;
        }
        start = before;
    }
    // What follows a preposition without anything before it is no doer: the article parts `in Lisbon the airport`.
    if start > 0 && !sentence.in_figure(start - 1) && is_preposition(sentence.word(start - 1)) {
        start = (start + 1..end).find(|&at| is_determiner(sentence.word(at))).unwrap_or(start);
    }
    start
}

/// Words as what they are: a name with what describes it, a number of something, or words.
fn named(sentence: &Sentence<'_>, words: Range<usize>) -> Doer {
    let ruled = words
        .clone()
        .any(|at| is_preposition(sentence.word(at)) && !sentence.names.iter().any(|it| it.contains(&at)));
    let joined = words
        .clone()
        .any(|at| sentence.is_at(at, "and|or") && !sentence.names.iter().any(|it| it.contains(&at)));
    if let Some(name) =
        sentence.names.iter().find(|it| it.end == words.end && it.start >= words.start && !ruled && !joined)
    {
        return Doer::Name(name.clone());
    }
    // `it`, `one of them`
    if let Some(last) = words
        .clone()
        .next_back()
        .filter(|&at| is_pronoun(sentence.word(at)) && (words.len() == 1 || sentence.is_at(at, "them|us")))
    {
        return Doer::Pronoun(last);
    }
    let figure = sentence.mentions.iter().any(|(it, mention)| {
        it.end > words.start
            && it.start <= words.start + 1
            && it.end <= words.end
            && mention.value.quantity().is_some()
            && !mention.value.is_rank()
            && !sentence.is_at(it.start, "one")
            && !sentence.written(it).contains('-')
    });
    // `two of the men`
    let of = (words.start..words.end)
        .find(|&at| sentence.is_at(at, "of the|his|her|its|their") && at <= words.start + 2);
    match (figure, of) {
        (true, Some(of)) => Doer::Words(of + 1..words.end),
        (true, None) => Doer::Figure(words),
        (false, _) => Doer::Words(words),
    }
}

/// What a verb goes on with up to a phrase, as it stands: `through a mountain village` of `tore through a mountain village in
/// northern Italy before dawn`.
pub(super) fn complement(sentence: &Sentence<'_>, verb: &Verb, until: usize) -> Range<usize> {
    let from = verb.group.end;
    let mut end = from;
    let mut noun = false;
    while end < until && end - from < LONGEST {
        let word = sentence.word(end);
        let clause = opens_clause(word) && !sentence.joins_names(end, until);
        let further = noun && is_preposition(word) && word != "of";
        if clause || further || end > from && sentence.opens_quote(end) {
            break;
        }
        let particle = is_particle(word);
        noun |= !is_joint(word) && !is_preposition(word) && !is_determiner(word) && !particle;
        end += 1;
        if sentence.breaks_behind(end - 1) {
            break;
        }
    }
    if let Some(name) = sentence.names.iter().find(|name| name.start < end && end < name.end) {
        end = if name.end <= until { name.end } else { name.start };
    }
    while end > from
        && (is_joint(sentence.word(end - 1))
            || is_preposition(sentence.word(end - 1)) && !is_particle(sentence.word(end - 1))
            || is_determiner(sentence.word(end - 1)))
    {
        end -= 1;
    }
    from..end
}

fn is_particle(word: &str) -> bool {
    matches!(word, "aground" | "ashore" | "off" | "out" | "up" | "down" | "apart" | "away" | "back" | "over")
}

/// The nouns right before a word, with their article: `a fine` of `a fine of $3 million`.
pub(super) fn nouns_before(sentence: &Sentence<'_>, end: usize) -> Range<usize> {
    let mut start = end;
    while start > 0 && end - start < 4 && !sentence.breaks_behind(start - 1) {
        let before = start - 1;
        let word = sentence.word(before);
        let told = sentence.in_figure(before);
        if told
            || opens_clause(word)
            || is_preposition(word)
            || is_auxiliary(word)
            || is_modal(word)
            || is_pronoun(word)
            || verb_at(sentence, before).is_some()
        {
            break;
        }
        start = before;
        if is_determiner(word) {
            break;
        }
    }
    start..end
}
