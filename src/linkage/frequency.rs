//! How common a word is in general English, by a small built-in table.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::normalise;

/// How often a word of each class would stand in a label of any story, as a share of labels; and one of no class.
const SHARES: &[(&str, f64)] = &[("[thousands]", 0.06), ("[hundreds]", 0.04), ("[dozens]", 0.03)];
const RARE: f64 = 0.02;

static CLASSES: LazyLock<HashMap<String, f64>> = LazyLock::new(|| {
    let mut classes: HashMap<String, f64> = HashMap::new();
    let mut share = RARE;
    let lines = include_str!("frequency.txt").lines().filter(|line| !line.starts_with('#'));
    for line in lines {
        if let Some((_, of_class)) = SHARES.iter().find(|(name, _)| *name == line) {
            share = *of_class;
            continue;
        }
        for word in line.split_whitespace() {
            // Synonyms are as common as the commonest of them.
            classes.entry(normalise::common(word)).or_insert(share);
        }
    }
    classes
});

/// The share of labels, in stories of any kind, that have a concept.
pub(super) fn share(concept: &str) -> f64 {
    CLASSES.get(concept).copied().unwrap_or(RARE)
}
