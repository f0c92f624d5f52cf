//! Tables of words, looked up at a place in a phrase; the longest row wins.

use std::collections::HashMap;

use super::token::Phrase;

/// A table from words to what they mean. A row is written with single spaces; in the phrase, hyphens may stand
/// between its words.
pub(crate) struct Lexicon<T> {
    /// Rows by their first word, longest first. Looked up only, so the order of the map reaches nobody.
    rows: HashMap<&'static str, Vec<(&'static str, T)>>,
}

impl<T: Copy> Lexicon<T> {
    /// A table from its rows.
    pub(crate) fn new(rows: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut lexicon = Self { rows: HashMap::new() };
        for (words, meaning) in rows {
            let first = words.split(' ').next().unwrap_or_default();
            lexicon.rows.entry(first).or_default().push((words, meaning));
        }
        #[allow(clippy::iter_over_hash_type, reason = "each list is sorted on its own")]
        for list in lexicon.rows.values_mut() {
            list.sort_by_key(|(words, _)| std::cmp::Reverse(words.split(' ').count()));
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
        self.rows.get(first)?.iter().find_map(|(words, meaning)| {
            let mut place = at;
            for (number, word) in words.split(' ').enumerate() {
                if number > 0 && phrase.hyphen(place) && word != "-" {
                    place += 1;
                }
                if phrase.tokens.get(place)?.lower != word {
                    return None;
                }
                place += 1;
            }
            Some((*meaning, place))
        })
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
