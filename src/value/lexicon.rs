//! Tables of words, looked up at a place in a phrase; the longest row wins.

use std::collections::HashMap;

use super::token::Phrase;

/// A table from words to what they mean. A row is written with single spaces between its tokens; in the phrase, hyphens
/// may stand between them. A row behind `=` asks for the very case: `=MW`.
pub(crate) struct Lexicon<T> {
    /// Rows by their first word, longest first. Looked up only, so the order of the map reaches nobody.
    rows: HashMap<String, Vec<Row<T>>>,
}

struct Row<T> {
    words: &'static str,
    exact: bool,
    meaning: T,
}

impl<T: Copy> Lexicon<T> {
    /// A table from its rows.
    pub(crate) fn new(rows: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut lexicon = Self { rows: HashMap::new() };
        for (words, meaning) in rows {
            let (words, exact) = words.strip_prefix('=').map_or((words, false), |words| (words, true));
            let first = words.split(' ').next().unwrap_or_default().to_ascii_lowercase();
            lexicon.rows.entry(first).or_default().push(Row { words, exact, meaning });
        }
        #[allow(clippy::iter_over_hash_type, reason = "each list is sorted on its own")]
        for list in lexicon.rows.values_mut() {
            list.sort_by_key(|row| std::cmp::Reverse((row.words.split(' ').count(), row.exact)));
        }
        lexicon
    }

    /// A table whose rows are grouped by meaning.
    pub(crate) fn grouped(groups: &'static [(T, &'static [&'static str])]) -> Self {
        Self::new(groups.iter().flat_map(|(meaning, words)| words.iter().map(|words| (*words, *meaning))))
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
        for word in self.words.split(' ') {
            let lettered = word.starts_with(char::is_alphabetic);
            if place > at && lettered && phrase.hyphen(place) {
                place += 1;
            }
            let token = phrase.tokens.get(place)?;
            let same = if self.exact { token.text == word } else { token.lower == word };
            // Digits and symbols of a row belong to the word before them: `km 2`, `km / h`.
            if !same || (place > at && !lettered && !token.glued) {
                return None;
            }
            place += 1;
        }
        Some(place)
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
