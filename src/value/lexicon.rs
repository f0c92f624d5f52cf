//! Tables of words, looked up at a place in a phrase; the longest row wins.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::token::Phrase;

/// The rows of a list such as `about | around | roughly`.
pub(crate) fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(" | ").filter(|row| !row.is_empty())
}

/// A table from words to what they mean. A row is written with single spaces between its tokens; in the phrase, hyphens
/// may stand between them. A row behind `=` asks for the very case: `=MW`.
pub(crate) struct Lexicon<T> {
    /// Rows by their first word, longest first. Looked up only, so the order of the map reaches nobody.
    rows: HashMap<String, Vec<Row<T>>, BuildHasherDefault<Fnv>>,
}

struct Row<T> {
    words: Box<[&'static str]>,
    exact: bool,
    meaning: T,
}

impl<T: Copy> Lexicon<T> {
    /// A table from its rows.
    pub(crate) fn new(rows: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut lexicon = Self { rows: HashMap::default() };
        for (words, meaning) in rows {
            let (words, exact) = words.strip_prefix('=').map_or((words, false), |words| (words, true));
            let words: Box<[&str]> = words.split(' ').collect();
            let first = words.first().map(|word| word.to_ascii_lowercase()).unwrap_or_default();
            lexicon.rows.entry(first).or_default().push(Row { words, exact, meaning });
        }
        #[allow(clippy::iter_over_hash_type, reason = "each list is sorted on its own")]
        for list in lexicon.rows.values_mut() {
            list.sort_by_key(|row| std::cmp::Reverse((row.words.len(), row.exact)));
        }
        lexicon
    }

    /// A table whose rows are listed by meaning, as `about | around`.
    pub(crate) fn listed(groups: &[(T, &'static str)]) -> Self {
        Self::new(groups.iter().flat_map(|(meaning, list)| rows(list).map(|words| (words, *meaning))))
    }

    /// What the words at a place mean, and the place behind them.
    pub(crate) fn find(&self, phrase: &Phrase, at: usize) -> Option<(T, usize)> {
        let first = phrase.tokens.get(at)?.lower;
        self.rows.get(first)?.iter().find_map(|row| Some((row.meaning, row.end(phrase, at)?)))
    }
}

impl<T> Row<T> {
    /// The place behind the row, where it stands at a place.
    fn end(&self, phrase: &Phrase, at: usize) -> Option<usize> {
        let mut place = at;
        for word in &self.words {
            let lettered = place == at || word.starts_with(char::is_alphabetic);
            if place > at && lettered && phrase.hyphen(place) {
                place += 1;
            }
            let token = phrase.tokens.get(place)?;
            let same = if self.exact { token.text == *word } else { token.lower == *word };
            // Digits and symbols of a row belong to the word before them: `km 2`, `km / h`.
            // Only the sign of dollars may stand apart from the country: `US $5`, but not `a $5 bill`.
            // Set apart from the figure as well, it belongs to a lone `C`, too.
            let apart = *word == "$"
                && self.words.first().is_some_and(|first| {
                    first.len() > 1 && *first != "can" || *first == "c" && !phrase.glued(place + 1)
                });
            if !same || (!lettered && !token.glued && !apart) {
                return None;
            }
            place += 1;
        }
        Some(place)
    }
}

/// Fowler, Noll and Vo's hash: the words are short and our own, so speed matters and attacks do not. Whoever sends
/// hostile phrases only looks words up.
#[derive(Default)]
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        // The table takes the top bits for its tags.
        self.0 ^ self.0.rotate_right(29)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_row_wins_and_hyphens_are_free() {
        let lexicon = Lexicon::new([("year", 1), ("year on year", 2)]);
        for (text, found) in [("year on", Some((1, 1))), ("year-on-year", Some((2, 5))), ("on year", None)] {
            assert_eq!(lexicon.find(&Phrase::new(text, text), 0), found, "{text}");
        }
    }
}
