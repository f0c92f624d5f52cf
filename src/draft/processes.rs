//! Talks, searches and the like, and how they stand.

use std::ops::Range;

use super::sentence::Sentence;

/// Words for what goes on between parties, or until something is found.
pub(super) const PROCESSES: &str =
    "talks|discussions|negotiations|investigation|inquiry|search|probe|trial|hearing|rescue";

/// Whether a stage is one of talks and the like: `early talks`, `talks are still progressing`, `is negotiating`.
/// `signed` and `closed` are mostly verbs of the sentence.
pub(super) fn is_process(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let inside = words.clone().any(|at| sentence.is_at(at, PROCESSES));
    let start = sentence.clause_start(words.start, 6);
    let of_process = (start..words.start).any(|at| sentence.is_at(at, PROCESSES));
    let going_on = sentence.is_at(words.end - 1, "negotiating|weighing|considering|investigating|searching")
        && (words.start.saturating_sub(2)..words.start).any(|at| sentence.is_at(at, "is|are|was|were"));
    inside
        || going_on
        || of_process && (start..words.start).any(|at| sentence.is_at(at, "is|are|was|were|remain|remains"))
}

/// Talks and the like with the word that says how they stand: `confidential talks`.
pub(super) fn processes(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in 1..sentence.len() {
        let process = sentence.is_at(at, "talks|discussions|negotiations");
        let before = sentence.word(at - 1);
        let plain = before.ends_with("al")
            || before.ends_with("ed")
            || before.ends_with("ing")
            || before.ends_with("ous");
        let told = matches!(before, "early" | "late" | "secret" | "final" | "intense" | "active" | "serious");
        let described = plain && before != "proposed" && before != "reported" || told;
        let held = before == "in" && sentence.is_at(at + 1, "with|for|to|about|over");
        if process && (described || held) {
            found.push(at - 1..at + 1);
        }
    }
    found
}
