//! Who is told of: names in a row, who reported it first, who holds an office, whose things are used.

use std::ops::Range;

use super::fact::FactKind;
use super::sentence::Sentence;

/// Names in a row: `Nvidia, Oracle and AMD`.
pub(super) fn lists(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(first) = sentence.names.get(at) {
        let mut end = first.end;
        let mut count = 1;
        while let Some(next) = sentence.names.get(at + count) {
            let joined = next.start == end && sentence.breaks_behind(end - 1) && !sentence.text.is_empty()
                || next.start == end + 1 && sentence.is_at(end, "and|or")
                || next.start == end + 2 && sentence.is_at(end, "and|or the");
            if !joined {
                break;
            }
            end = next.end;
            count += 1;
        }
        let joint = (first.start..end).any(|at| sentence.is_at(at, "and|or"));
        let before = first.start.saturating_sub(1);
        let before = if sentence.is_at(before, "the|both") { before.saturating_sub(1) } else { before };
        let cue = sentence
            .is_at(before, "with|as|including|like|from|by|against|firms|companies|both|named|are|were");
        let credited = sentence.is_at(before.saturating_sub(1), "reported|told|said by");
        if count > 1 && joint && cue && !credited {
            found.push(first.start..end);
        }
        at += count;
    }
    found
}

/// Who reported it first.
pub(super) fn tellers(sentence: &Sentence<'_>) -> Vec<(Range<usize>, FactKind)> {
    let mut found = Vec::new();
    for name in &sentence.names {
        let before = sentence.is_at(name.start.saturating_sub(2), "reported by")
            || sentence.is_at(name.start.saturating_sub(3), "reported by the");
        let behind = sentence.is_at(name.end, "broke the story|news")
            || sentence.is_at(name.end, "first reported")
            || sentence.is_at(name.end, "which|who first reported")
            || sentence.is_at(name.end, "was the first to report");
        if before || behind {
            // `The Information` begins with its article.
            let start = if name.start == 1 && sentence.is_at(0, "the") { 0 } else { name.start };
            found.push((start..name.end, FactKind::Teller));
        }
    }
    found
}

/// Words of offices that stand before a name.
const OFFICES: &[&str] = &[
    "ceo",
    "chairman",
    "chairwoman",
    "president",
    "minister",
    "secretary",
    "founder",
    "co-founder",
    "director",
    "chief",
    "officer",
    "governor",
    "mayor",
    "spokesman",
    "spokeswoman",
    "captain",
    "commissioner",
    "executive",
    "prime",
    "vice",
    "senator",
    "general",
    "judge",
    "professor",
    "dr",
    "police",
    "sheriff",
    "coach",
    "speaker",
    "manager",
    "attorney",
    "prosecutor",
    "superintendent",
    "inspector",
    "bishop",
    "archbishop",
    "ambassador",
    "chancellor",
    "king",
    "queen",
    "pope",
];

/// Whether a word is an office, or part of one.
pub(super) fn is_office(word: &str) -> bool {
    OFFICES.contains(&word)
}

/// How many words of a name are an office, with the nation before it: 2 of `Turkish President Recep Tayyip Erdogan`.
pub(super) fn titles(sentence: &Sentence<'_>, name: &Range<usize>) -> usize {
    let office = |at: usize| is_office(sentence.word(at));
    let nation = usize::from(name.len() > 3 && !office(name.start) && office(name.start + 1));
    nation + (name.start + nation..name.end).take_while(|&at| office(at)).count()
}

/// Who holds an office: `Chief Executive Officer Sam Altman`.
pub(super) fn offices(sentence: &Sentence<'_>) -> Vec<(Range<usize>, FactKind)> {
    let office = |at: usize| is_office(sentence.word(at));
    let mut found = Vec::new();
    for name in &sentence.names {
        let titles = titles(sentence, name);
        let person = name.start + titles..name.end;
        let holds_office = titles > 0 || name.start.checked_sub(1).is_some_and(office);
        if holds_office && person.len() >= 2 && person.len() <= 3 {
            found.push((person, FactKind::Office));
        }
    }
    found
}

/// What somebody's things are used or bought: `using Amazon’s Trainium chips`, `optimized for Nvidia GPUs`.
pub(super) fn things_used(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in sentence
        .places_of("use|uses|using|adopt|adopts|adopting|buy|buying|licence|license|deploy|deploying|for|of")
    {
        let weak = sentence.is_at(at, "for|of");
        let cue =
            !weak || sentence.is_at(at.saturating_sub(1), "optimized|optimised|built|designed|use for|of");
        let named = sentence
            .names
            .iter()
            .find(|name| name.start == at + 1 || name.start == at + 2 && sentence.is_at(at + 1, "the"));
        if let Some(name) = named.filter(|_| cue) {
            let end = sentence.clause_end(name.start, 5).max(name.end);
            let end = (name.start + 1..end)
                .find(|&at| sentence.is_at(at, "capacity|and|to|for|in|as|next"))
                .unwrap_or(end);
            if end > name.end || name.len() > 1 {
                found.push(name.start..end);
            }
        }
    }
    found
}
