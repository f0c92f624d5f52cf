//! Texts of the same words: whether their order, or a small word that tells nothing by itself, makes them say something else.

use std::collections::{BTreeMap, BTreeSet};

use super::telling::{Clause, WEAK};
use super::wordings::Wordings;

/// Small words that put what follows them into a place of its own: who stands behind them matters.
const LEADING: &[&str] = &[
    "to", "into", "onto", "from", "than", "before", "after", "until", "since", "because", "over", "under",
    "above", "below", "by", "against", "for", "with", "without", "on", "of", "in", "at", "behind", "toward",
    "towards", "via", "inside", "within",
];

/// Small words of which one says what the other does not.
const OPPOSED: &[[&[&str]; 2]] = &[
    [&["in", "inside", "into", "within"], &["out", "outside"]],
    [&["on", "onto"], &["off"]],
    [&["to", "into", "toward", "towards"], &["from"]],
    [&["over", "above"], &["under", "below"]],
    [&["for"], &["against"]],
    [&["with"], &["without"]],
    [&["before", "until"], &["after", "since"]],
    [&["before", "short"], &["beyond", "past"]],
    [&["up"], &["down"]],
    [&["he", "his", "him"], &["she", "her"]],
    [&["he", "his", "him", "she", "her"], &["they", "their", "them"]],
    [&["my", "our", "we"], &["their", "they", "his", "her"]],
    [&["all", "every", "each"], &["some", "any"]],
    [&["both"], &["either"]],
    [&["and", "both"], &["or"]],
    [&["will", "did", "has", "was"], &["may", "might", "could", "can"]],
    [&["this", "these"], &["that", "those"]],
];

/// The small words of two texts that are opposed, each as the one text has it and the other has not.
pub(super) fn opposed(a: &str, b: &str) -> Option<(String, String)> {
    let [mine, yours] = [a, b].map(|text| words(text).collect::<BTreeSet<String>>());
    let only = |of: &[&str], these: &BTreeSet<String>, others: &BTreeSet<String>| {
        let here = of.iter().find(|word| these.contains(**word))?;
        of.iter().all(|word| !others.contains(*word)).then(|| (*here).to_owned())
    };
    OPPOSED
        .iter()
        .flat_map(|[x, y]| [(x, y), (y, x)])
        .find_map(|(x, y)| Some((only(x, &mine, &yours)?, only(y, &yours, &mine)?)))
}

/// Whether two texts of the same words have them in orders that say two things: `Israel attacked Iran`, `from Paris to
/// London`, `boat race`.
pub(super) fn turned_round(a: (&str, &[Clause]), b: (&str, &[Clause]), wordings: &Wordings<'_, '_>) -> bool {
    let [mine, yours] = [a, b].map(|(_, clauses)| in_order(clauses.iter().flat_map(|it| &it.words)));
    let [led, otherwise] = [a, b].map(|(text, _)| heads(text, wordings));
    if around_the_middle(&mine, &yours) {
        return true;
    }
    let other_head = led.iter().any(|(word, heads)| {
        let same = otherwise.get(word);
        same.is_some_and(|others| {
            heads.is_disjoint(others)
                && heads.iter().chain(others).all(|it| mine.contains(&it) && yours.contains(&it))
        })
    });
    other_head || led.is_empty() && otherwise.is_empty() && is_other_compound(a.1, b.1)
}

/// Words in the order in which they come first: one that comes twice has one place.
fn in_order<'a>(words: impl Iterator<Item = &'a String>) -> Vec<&'a String> {
    let mut met = BTreeSet::new();
    words.filter(|word| met.insert(*word)).collect()
}

/// Whether three words stand in one order here and in the other one there, so that who did what to whom is turned round.
fn around_the_middle(a: &[&String], b: &[&String]) -> bool {
    let places: Vec<usize> = a.iter().filter_map(|word| b.iter().position(|other| other == word)).collect();
    // By place, the highest before it and the lowest behind it.
    let mut highest = 0;
    let mut lowest = vec![usize::MAX; places.len() + 1];
    for (at, &place) in places.iter().enumerate().rev() {
        lowest[at] = place.min(lowest[at + 1]);
    }
    places.iter().enumerate().any(|(at, &middle)| {
        let turned = highest > middle && lowest[at + 1] < middle;
        highest = highest.max(middle);
        turned
    })
}

/// Two words alone, the other way round. Where adverbs stand is a matter of taste.
fn is_other_compound(a: &[Clause], b: &[Clause]) -> bool {
    let ([mine], [yours]) = (a, b) else { return false };
    match (mine.words.as_slice(), yours.words.as_slice()) {
        ([first, second], [other_first, other_second]) if first != second => {
            first == other_second && second == other_first && !mine.has_adverb
        }
        _ => false,
    }
}

/// By leading word, what stands right behind it.
fn heads(text: &str, wordings: &Wordings<'_, '_>) -> BTreeMap<String, BTreeSet<String>> {
    let mut heads: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut leading = None;
    for word in words(text) {
        if LEADING.contains(&word.as_str()) {
            leading = Some(word);
        } else if leading.is_some() && !WEAK.contains(&word.as_str()) {
            let told = wordings.alignment.sequence(&word).into_iter().next();
            if let Some((first, leading)) = told.and_then(|first| Some((first, leading.take()?))) {
                heads.entry(leading).or_default().insert(first);
            }
        }
    }
    heads
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let bare = |word: &str| word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty())
}
