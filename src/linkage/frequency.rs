//! How common a word is in general English, by a small built-in table.

use std::collections::HashMap;
use std::sync::LazyLock;

/// How often a word of each class would stand in a label of any story, as a share of labels; and one of no class.
const SHARES: &[(&str, f64)] = &[("[thousands]", 0.06), ("[hundreds]", 0.04), ("[dozens]", 0.03)];
pub(super) const RARE: f64 = 0.02;

/// By concept. The table has the words of `frequency.txt` as the concepts they stand for, since finding these takes
/// longer than a small run; a test holds the two together.
static CLASSES: LazyLock<HashMap<&'static str, f64>> =
    LazyLock::new(|| classes(include_str!("frequency_concepts.txt")));

fn classes(table: &str) -> HashMap<&str, f64> {
    let mut classes = HashMap::new();
    let mut share = RARE;
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        if let Some((_, of_class)) = SHARES.iter().find(|(name, _)| *name == line) {
            share = *of_class;
            continue;
        }
        for word in line.split_whitespace() {
            classes.entry(word).or_insert(share);
        }
    }
    classes
}

/// The share of labels, in stories of any kind, that have a concept.
pub(super) fn share(concept: &str) -> f64 {
    CLASSES.get(concept).copied().unwrap_or(RARE)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::fmt::Write as _;

    use super::super::normalise;
    use super::SHARES;

    #[test]
    fn the_concepts_are_those_of_the_words() {
        let words = include_str!("frequency.txt").lines().filter(|line| !line.starts_with('#'));
        let mut seen = HashSet::new();
        let mut table = "# The words of frequency.txt as concepts.\n".to_owned();
        for line in words {
            if SHARES.iter().any(|(name, _)| *name == line) {
                writeln!(table, "{line}").unwrap_or_default();
            }
            // Synonyms are as common as the commonest of them.
            let words = line.split_whitespace().filter(|word| !word.starts_with('['));
            let concepts: Vec<String> =
                words.map(normalise::common).filter(|it| seen.insert(it.clone())).collect();
            if !concepts.is_empty() {
                writeln!(table, "{}", concepts.join(" ")).unwrap_or_default();
            }
        }
        assert!(
            table == include_str!("frequency_concepts.txt"),
            "src/linkage/frequency_concepts.txt must be:\n{table}"
        );
    }
}
