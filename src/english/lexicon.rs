//! Tables of words, looked up at a place in a phrase; the longest row wins.

use std::borrow::Cow;

use hashbrown::HashTable;

use super::token::{self, Phrase};

/// The rows of a list such as `about | around | roughly`.
pub(crate) fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(" | ").filter(|row| !row.is_empty())
}

/// A table from words to what they mean. A row is written with single spaces between its tokens; in the phrase, hyphens
/// may stand between them. A row behind `=` asks for the very case: `=MW`.
pub(crate) struct Lexicon<T> {
    /// Rows by their first word. Looked up only, so the order of the table reaches nobody.
    rows: HashTable<Rows<T>>,
}

/// The rows of one first word, longest first.
struct Rows<T> {
    first: Cow<'static, str>,
    rows: Vec<Row<T>>,
}

struct Row<T> {
    /// As they are listed: tables are made whenever a run starts, and few rows are ever looked at.
    words: &'static str,
    count: usize,
    exact: bool,
    meaning: T,
}

impl<T: Copy> Lexicon<T> {
    /// A table from its rows.
    pub(crate) fn new(rows: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut table = HashTable::<Rows<T>>::new();
        for (words, meaning) in rows {
            let (words, exact) = words.strip_prefix('=').map_or((words, false), |words| (words, true));
            let first = words.split_once(' ').map_or(words, |(first, _)| first);
            let is_lower = !first.bytes().any(|it| it.is_ascii_uppercase());
            let first = if is_lower { first.into() } else { Cow::Owned(first.to_ascii_lowercase()) };
            let hash = token::hash(&first);
            let entry = table.entry(hash, |known| known.first == first, |known| token::hash(&known.first));
            let list = &mut entry.or_insert_with(|| Rows { first, rows: Vec::new() }).into_mut().rows;
            let count = 1 + words.bytes().filter(|it| *it == b' ').count();
            list.push(Row { words, count, exact, meaning });
        }
        for list in table.iter_mut().filter(|list| list.rows.len() > 1) {
            list.rows.sort_by_key(|row| std::cmp::Reverse((row.count, row.exact)));
        }
        Self { rows: table }
    }

    /// A table whose rows are listed by meaning, as `about | around`.
    pub(crate) fn listed(groups: &[(T, &'static str)]) -> Self {
        Self::new(groups.iter().flat_map(|(meaning, list)| rows(list).map(|words| (words, *meaning))))
    }

    /// What the words at a place mean, and the place behind them.
    pub(crate) fn find(&self, phrase: &Phrase, at: usize) -> Option<(T, usize)> {
        let first = phrase.tokens.get(at)?;
        let known = self.rows.find(first.hash, |known| *known.first == *first.lower)?;
        let left = phrase.len() - at;
        let mut rows = known.rows.iter().filter(|row| row.count <= left);
        rows.find_map(|row| Some((row.meaning, row.end(phrase, at)?)))
    }
}

impl<T> Row<T> {
    /// The place behind the row, where it stands at a place.
    fn end(&self, phrase: &Phrase, at: usize) -> Option<usize> {
        // The first word is the one that the row was found by.
        let (first, rest) = self.words.split_once(' ').unwrap_or((self.words, ""));
        if self.exact && phrase.tokens.get(at)?.text != first {
            return None;
        }
        let mut place = at + 1;
        for word in rest.split(' ').filter(|word| !word.is_empty()) {
            let lettered = word.starts_with(char::is_alphabetic);
            if lettered && phrase.hyphen(place) {
                place += 1;
            }
            let token = phrase.tokens.get(place)?;
            let same = if self.exact { token.text == word } else { token.lower == word };
            // Digits and symbols of a row belong to the word before them: `km 2`, `km / h`.
            // Only the sign of dollars may stand apart from the country: `US $5`, but not `a $5 bill`.
            // Set apart from the figure as well, it belongs to a lone `C`, too.
            let apart = word == "$"
                && (first.len() > 1 && first != "can" || first == "c" && !phrase.glued(place + 1));
            if !same || (!lettered && !token.glued && !apart) {
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
