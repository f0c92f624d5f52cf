//! Words of a story that are nearly spelled alike.

use std::collections::BTreeMap;

use super::normalise::{Concept, ConceptKind};
use super::outline::Outline;
use super::vocabulary::Vocabulary;

/// Words at least this much alike, by Jaro-Winkler, count as one.
const NEARLY_ALIKE: f64 = 0.92;

/// A word is held against so many that come behind it, in the order of the alphabet where there are more; and of those that
/// are nearly spelled like it the most alike count.
const MOST_BEHIND: usize = 4096;
const MOST_LIKE: usize = 32;

/// Words that Jaro-Winkler finds nearly alike: misspellings, transliterations, forms that the stemmer leaves apart.
/// Short words and figures are left alone, and a word and its misspelling share their first letter.
pub(super) fn spellings(vocabulary: &Vocabulary) -> Vec<Vec<(Concept, f64)>> {
    let mut by_letter: BTreeMap<char, Vec<Spelled<'_>>> = BTreeMap::new();
    for (concept, word) in (0..).zip(vocabulary.words()) {
        let is_word = matches!(vocabulary.sort(concept), ConceptKind::Word | ConceptKind::Entity);
        if let Some(letter) = word.chars().next().filter(|_| is_word && word.chars().count() >= 5) {
            by_letter.entry(letter).or_default().push(Spelled { concept, word, outline: Outline::of(word) });
        }
    }
    let mut spellings = vec![Vec::new(); vocabulary.len()];
    for words in by_letter.values_mut() {
        if words.len() > MOST_BEHIND {
            words.sort_by_key(|it| it.word);
        }
        for (at, a) in words.iter().enumerate() {
            let may_be_like = |b: &&Spelled<'_>| a.outline.most_alike(&b.outline) >= NEARLY_ALIKE;
            for b in words.iter().skip(at + 1).take(MOST_BEHIND).filter(may_be_like) {
                let alike = strsim::jaro_winkler(a.word, b.word);
                if alike >= NEARLY_ALIKE && !vocabulary.are_two(a.concept, b.concept) {
                    spellings[a.concept as usize].push((b.concept, alike));
                    spellings[b.concept as usize].push((a.concept, alike));
                }
            }
        }
    }
    for alike in &mut spellings {
        alike.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        alike.truncate(MOST_LIKE);
    }
    spellings
}

/// By place, the first one of all that are tied to it, directly or by way of others.
pub(super) fn first_of_family<T>(ties: &[Vec<(u32, T)>]) -> Vec<u32> {
    let mut first = vec![u32::MAX; ties.len()];
    for place in (0..).take(ties.len()) {
        let mut open = vec![place];
        while let Some(next) = open.pop() {
            if first[next as usize] == u32::MAX {
                first[next as usize] = place;
                open.extend(ties[next as usize].iter().map(|it| it.0));
            }
        }
    }
    first
}

/// A word with its outline.
struct Spelled<'a> {
    concept: Concept,
    word: &'a str,
    outline: Outline,
}
