//! Which phrases of a sentence state a fact that outlets may tell differently.

use std::ops::Range;

use super::fact::{FactKind, StatedFact};
use super::figures::figures;
use super::parties::{lists, offices, tellers, things_used};
use super::processes::processes;
use super::sentence::Sentence;
use super::states::states;
use super::verb::{verb_before, verb_behind};

/// A sentence of fewer words is the furniture of a page: a button, a counter.
const FEWEST_WORDS: usize = 4;

/// The facts of a sentence, none inside another, in its order. A question states none.
pub(super) fn facts(sentence: &Sentence<'_>) -> Vec<StatedFact> {
    let mut found: Vec<StatedFact> = Vec::new();
    // `Updated 14:05 GMT, 6 May`
    let stamped =
        sentence.is_at(0, "updated|published|posted") || sentence.is_at(0, "last|first updated|published");
    if sentence.len() < FEWEST_WORDS
        || sentence.text.trim_end().ends_with('?')
        || stamped && !sentence.is_whole()
    {
        return found;
    }
    let mut add = |words: Range<usize>, asks: FactKind| {
        let free = found.iter().all(|it| it.words.end <= words.start || words.end <= it.words.start);
        if free && !words.is_empty() && words.end <= sentence.len() {
            found.push(StatedFact { words, asks });
        }
    };
    for (words, asks) in figures(sentence) {
        add(words, asks);
    }
    for words in processes(sentence) {
        add(words, FactKind::Stage);
    }
    for words in lists(sentence) {
        // Whoever does something together is the subject.
        let doing =
            verb_before(sentence, words.start).is_none() && verb_behind(sentence, words.end).is_some();
        if !doing {
            add(words, FactKind::Names);
        }
    }
    for (words, asks) in tellers(sentence).into_iter().chain(offices(sentence)) {
        add(words, asks);
    }
    for words in things_used(sentence) {
        add(words, FactKind::Name);
    }
    for words in states(sentence) {
        add(words, FactKind::State);
    }
    found.sort_by_key(|fact| fact.words.start);
    found
}
