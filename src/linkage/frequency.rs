//! How common a word is in general English, by a small built-in table.

use crate::english::labels::BY_FREQUENCY;

/// How often a word of each class would stand in a label of any story, as a share of labels; and one of no class.
const SHARES: &[(&str, f64)] = &[("thousands", 0.06), ("hundreds", 0.04), ("dozens", 0.03)];
pub(super) const RARE: f64 = 0.02;

/// The share of labels, in stories of any kind, that have a concept.
pub(super) fn share(concept: &str) -> f64 {
    let class = BY_FREQUENCY.get(concept);
    class.and_then(|class| SHARES.iter().find(|it| it.0 == class)).map_or(RARE, |it| it.1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::normalise;
    use super::SHARES;
    use crate::english::{labels::edited, table};

    #[test]
    fn the_table_has_the_concepts_of_the_words() {
        let (mut rows, mut class) = (BTreeMap::new(), "");
        for line in edited::FREQUENCY.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                assert!(SHARES.iter().any(|it| it.0 == name), "{name}");
                class = name;
                continue;
            }
            // Synonyms are as common as the commonest of them.
            for concept in line.split_whitespace().map(normalise::common) {
                rows.entry(concept).or_insert_with(|| class.to_owned());
            }
        }
        table::assert_file("src/english/labels/frequency.sorted.txt", "frequency.txt", &rows);
    }
}
