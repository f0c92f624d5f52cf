//! What a sentence says is so, no longer so, or still to come.

use std::ops::Range;

use super::processes::PROCESSES;
use super::sentence::Sentence;

/// Phrases that say what is so, each with the pattern that opens it, whether the opening words belong to the value, and the
/// most words of the value.
const STATES: &[(&str, bool, usize)] = &[
    ("no longer", true, 6),
    ("yet to be", true, 4),
    ("neither", true, 7),
    ("declined to", true, 4),
    ("remain|remains|remained|became|becomes", false, 5),
    ("operates|operate|act|acts|serve|serves as", false, 5),
    ("lays|laid|laying the groundwork", true, 3),
    ("more freedom|flexibility|access|control|power|time to", true, 9),
    ("able to", true, 5),
    ("seeking|plans|aims|intends|agreed to", false, 7),
    ("exclusive", true, 6),
    ("non-exclusive", true, 3),
    ("rose|fell|jumped|dropped|climbed|slid|surged|plunged|tumbled", true, 4),
    ("no immediate|comment|evidence|survivors|sign|injuries", true, 4),
    ("such as", false, 3),
];

/// Words of state: what is so, no longer so, or still to come.
pub(super) fn states(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = quoted(sentence);
    // Of what `making it one of the largest` speaks, the words don't say.
    let made =
        |words: &Range<usize>| words.start > 1 && sentence.is_at(words.start - 2, "making it|him|her|them");
    found.extend(superlatives(sentence).into_iter().filter(|words| !made(words)));
    if sentence.supposes() {
        return found;
    }
    for &(pattern, opening, most) in STATES {
        let named = |at: &usize| *at > 0 && sentence.names.iter().any(|name| name.contains(at));
        for at in sentence.places_of(pattern).filter(|at| !named(at)) {
            let length = pattern.split(' ').count();
            let mut from = if opening { at } else { at + length };
            while !opening
                && from < sentence.len()
                && sentence.is_at(from, "a|an|the|to|its|still|also|only|just")
            {
                from += 1;
            }
            let end = sentence.clause_end(if opening { at + length - 1 } else { from }, most);
            let lone =
                end == from + 1 && (opening && length == 1 || !opening && !is_about_process(sentence, at));
            let only = sentence.is_at(at + length, "just|only|about");
            if end > from && end >= at + length && !lone && !only {
                found.push(from..end);
            }
        }
    }
    found.extend(conditions(sentence));
    found
}

/// Whether the clause before a verb is about talks, a deal and the like, of which one word says enough: `remains unconfirmed`.
fn is_about_process(sentence: &Sentence<'_>, verb: usize) -> bool {
    let start = sentence.clause_start(verb, 6);
    (start..verb).any(|at| {
        sentence.is_at(at, PROCESSES) || sentence.is_at(at, "deal|terms|agreement|cause|merger|motive")
    })
}

/// `one of the largest private investments`, `one of its biggest rivals`.
fn superlatives(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in sentence.places_of("one of") {
        let most = |at: usize| sentence.word(at).ends_with("est") || sentence.is_at(at, "most|top|leading");
        if (at + 2..at + 5).any(most) {
            found.push(at..sentence.clause_end(at, 8));
        }
    }
    found
}

/// How talks, terms and the like are: `the discussions are very fluid`, `while still fluid`.
fn conditions(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in 0..sentence.len() {
        let noun = sentence.is_at(at, PROCESSES)
            || sentence.is_at(at, "deal|terms|agreement|cause|merger|motive|condition|situation");
        if !noun {
            continue;
        }
        let inside = |&place: &usize| !sentence.breaks_behind(place - 1) || place == at + 1;
        let verb =
            (at + 1..at + 6).take_while(inside).find(|&it| sentence.is_at(it, "is|are|was|were|while"));
        if let Some(verb) = verb {
            let from = if sentence.is_at(verb + 1, "still|now|reportedly") { verb + 2 } else { verb + 1 };
            let end = sentence.clause_end(from, 4);
            if end > from && end - from <= 3 && !sentence.is_at(from, "a|an|the|being|in|one|expected") {
                found.push(verb + 1..end);
            }
        }
    }
    found
}

/// Two to four words between quotation marks.
fn quoted(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for from in (0..sentence.len()).filter(|&at| sentence.opens_quote(at)) {
        let last = (from..sentence.len().min(from + 4)).find(|&at| sentence.closes_quote(at));
        // A sentence of its own is a statement, and no state.
        let whole = from == 0 || sentence.written(&(from..from + 1)).starts_with(char::is_uppercase);
        if let Some(last) = last.filter(|&last| last > from && !whole) {
            found.push(from..last + 1);
        }
    }
    found
}
