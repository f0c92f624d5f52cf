//! Words of labels, by what they mean there: which are one, which exclude each other, and how common each is. People edit the
//! plain files; the sorted ones are made of them by the tests of `linkage`, which knows how words are stripped of inflection.

use super::table::{Table, table};

/// Groups of words that mean the same in any label.
pub(crate) const SYNONYMS: &str = include_str!("synonyms.txt");
/// The same, by word.
pub(crate) static BY_SYNONYM: Table = table!(include_str!("synonyms.sorted.txt"));

/// Words that share a stem and mean different things.
pub(crate) const APART: &str = include_str!("apart.txt");

/// The columns of words that exclude each other, by word.
pub(crate) static BY_CONTRAST: Table = table!(include_str!("contrasts.sorted.txt"));

/// Names of countries.
pub(crate) static BY_COUNTRY: Table = table!(include_str!("countries.sorted.txt"));

/// How common words are, by concept.
pub(crate) static BY_FREQUENCY: Table = table!(include_str!("frequency.sorted.txt"));

/// The files that people edit, of which the sorted ones are made.
#[cfg(test)]
pub(crate) mod edited {
    pub(crate) const CONTRASTS: &str = include_str!("contrasts.txt");
    pub(crate) const COUNTRIES: &str = include_str!("countries.txt");
    pub(crate) const FREQUENCY: &str = include_str!("frequency.txt");
}
