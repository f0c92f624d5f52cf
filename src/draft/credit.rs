//! Whom a sentence credits.

use std::ops::Range;

use super::name::plain_name;
use super::sentence::Sentence;
use super::verb::verb_at;
use super::words::{is_determiner, is_joint, is_preposition, is_pronoun, opens_clause};

pub(super) const SAYS: &str =
    "said|says|say|reported|reports|noted|revealed|suggested|announced|confirmed|estimated|told|wrote|added";

/// No noun phrase that says something has more words.
const LONGEST: usize = 5;

/// Whoever a sentence credits with what it tells, in its order: by name, or in its own words.
pub(super) fn credits(sentence: &Sentence<'_>) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for name in sentence.names.iter().filter(|name| is_credited(sentence, name)) {
        found.push((name.start, plain_name(sentence, name).to_owned()));
    }
    for words in speaking(sentence) {
        let named = sentence.names.iter().any(|name| name.start < words.end && words.start < name.end);
        if !named {
            found.push((words.start, sentence.words_of(words)));
        }
    }
    found.sort();
    let mut credits: Vec<String> = found.into_iter().map(|(_, text)| text).collect();
    credits.dedup();
    credits
}

fn is_credited(sentence: &Sentence<'_>, name: &Range<usize>) -> bool {
    let before = |pattern: &str, words: usize| {
        name.start.checked_sub(words).is_some_and(|at| sentence.is_at(at, pattern))
    };
    let the = usize::from(sentence.is_at(name.start.saturating_sub(1), "the|a"));
    let listed = |at: usize| sentence.is_at(at.saturating_sub(2), "according to");
    let quoted = name.start > 0
        && says(sentence, name.start - 1)
        && name.start > 1
        && (sentence.breaks_behind(name.start - 2) || sentence.closes_quote(name.start - 2));
    // `President Boric, who was in Santiago, said`
    let by_the_way = sentence.breaks_behind(name.end - 1)
        && name.start.checked_sub(1).is_some_and(|at| is_preposition(sentence.word(at)));
    says(sentence, name.end) && !by_the_way
        || quoted
        || before("according to", 2 + the)
        || before("told", 1 + the) && says(sentence, name.start - 1 - the)
        || before("reported by", 2 + the)
        // `according to CNBC and The Information`
        || sentence.is_at(name.start.saturating_sub(1), "and")
            && sentence.names.iter().any(|other| other.end + 1 == name.start && listed(other.start))
}

/// Whether a verb of saying stands at a word, and no `said to be`, no `reported a profit`.
fn says(sentence: &Sentence<'_>, at: usize) -> bool {
    let object =
        sentence.is_at(at, "reported|reports|announced|confirmed|estimated|suggested|revealed|noted");
    sentence.is_at(at, SAYS)
        && !sentence.is_at(at + 1, "to|as|for|in|a|an")
        && !(object && sentence.is_at(at + 1, "the|its|his|her|their"))
}

/// Common nouns that say something: `…, the coastguard said`, `officials said Saturday`, `according to the police`.
fn speaking(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in (1..sentence.len()).filter(|&at| says(sentence, at) && !sentence.breaks_behind(at - 1)) {
        let start = (at.saturating_sub(LONGEST)..at).rev().take_while(|&it| {
            let word = sentence.word(it);
            let parted = it + 1 < at && sentence.breaks_behind(it);
            !parted && !opens_clause(word) && !is_preposition(word) && verb_at(sentence, it).is_none()
        });
        let start = start.last().unwrap_or(at);
        // What is cut off is no whole phrase.
        let whole = start == 0 || sentence.breaks_behind(start - 1) || opens_clause(sentence.word(start - 1));
        found.extend(Some(start..at).filter(|_| whole));
    }
    for at in sentence.places_of("according to") {
        let from = at + 2;
        let end = (from..(from + LONGEST).min(sentence.len()))
            .find(|&it| sentence.breaks_behind(it))
            .map_or(from, |it| it + 1);
        found.push(from..end);
    }
    found.iter().filter_map(|words| phrase(sentence, words)).collect()
}

/// The words of whoever says something, with their article; nobody for `he` and `it`.
fn phrase(sentence: &Sentence<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let told = |at: usize| sentence.in_figure(at);
    let nouns = words.clone().filter(|&at| {
        !is_determiner(sentence.word(at)) && !is_joint(sentence.word(at)) && !is_pronoun(sentence.word(at))
    });
    let any = nouns.clone().next().is_some() && words.clone().all(|at| !is_pronoun(sentence.word(at)));
    (any && !words.clone().any(told)).then(|| words.clone())
}
