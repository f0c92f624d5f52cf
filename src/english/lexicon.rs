//! Tables of words, looked up at a place in a phrase; the longest row wins.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::token::{self, Phrase};

/// The rows of a list such as `about | around | roughly`.
pub(crate) fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(" | ").filter(|row| !row.is_empty())
}

/// Whether a word is one of a list such as `about | around | roughly`.
pub(crate) fn has(list: &'static str, word: &str) -> bool {
    rows(list).any(|row| row == word)
}

/// What a word means in lists by meaning, of which few are long.
pub(crate) fn named<T: Copy>(groups: &[(T, &'static str)], word: &str) -> Option<T> {
    groups.iter().find(|(_, list)| has(list, word)).map(|(meaning, _)| *meaning)
}

/// A table from words to what they mean. A row is written with single spaces between its tokens; in the phrase, hyphens
/// may stand between them. A row behind `=` asks for the very case: `=MW`.
pub(crate) struct Lexicon<T> {
    rows: Vec<Row<T>>,
    /// The first row of each first word. Looked up only, so the order of the table reaches nobody.
    firsts: HashTable<usize>,
}

/// Rows are kept as they are listed: tables are made whenever a run starts, and few rows are ever looked at.
struct Row<T> {
    words: &'static str,
    first: &'static str,
    /// What the second word begins with.
    second: Option<u8>,
    count: usize,
    exact: bool,
    meaning: T,
    /// The next row of the same first word: longer ones come first.
    next: Option<usize>,
}

impl<T: Copy> Lexicon<T> {
    /// A table from its rows.
    pub(crate) fn new(rows: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let rows: Vec<Row<T>> = rows.into_iter().map(|(words, meaning)| Row::new(words, meaning)).collect();
        let firsts = HashTable::with_capacity(rows.len());
        let mut lexicon = Self { rows, firsts };
        for at in 0..lexicon.rows.len() {
            lexicon.index(at);
        }
        lexicon
    }

    /// Puts a row among those of its first word.
    fn index(&mut self, at: usize) {
        let rows = &self.rows;
        let row = &rows[at];
        let is_of_word = |&first: &usize| rows[first].first.eq_ignore_ascii_case(row.first);
        let entry =
            self.firsts.entry(token::hash(row.first), is_of_word, |&first| token::hash(rows[first].first));
        let first = match entry {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => {
                free.insert(at);
                return;
            }
        };
        let goes_before = |other: usize| (row.count, row.exact) > (rows[other].count, rows[other].exact);
        if goes_before(*first) {
            self.rows[at].next = Some(std::mem::replace(first, at));
            return;
        }
        let mut before = *first;
        while let Some(next) = rows[before].next.filter(|&next| !goes_before(next)) {
            before = next;
        }
        self.rows[at].next = self.rows[before].next.replace(at);
    }

    /// A table whose rows are listed by meaning, as `about | around`.
    pub(crate) fn listed(groups: &[(T, &'static str)]) -> Self {
        Self::new(groups.iter().flat_map(|(meaning, list)| rows(list).map(|words| (words, *meaning))))
    }

    /// What the words at a place mean, and the place behind them.
    pub(crate) fn find(&self, phrase: &Phrase, at: usize) -> Option<(T, usize)> {
        let token = phrase.tokens.get(at)?;
        let is_of_word = |&first: &usize| self.rows[first].first.eq_ignore_ascii_case(token.lower);
        let first = self.firsts.find(token.hash, is_of_word).copied();
        let left = phrase.len() - at;
        let mut rows = std::iter::successors(first, |&row| self.rows[row].next).map(|row| &self.rows[row]);
        // Many rows begin with `a` or `the`: few of them go on with the letter that comes next.
        let second = phrase.tokens.get(at + 1).and_then(|token| token.text.bytes().next());
        let fits = |row: &Row<T>| {
            let same = |next: u8| row.second.is_some_and(|it| it.eq_ignore_ascii_case(&next)) || next == b'-';
            row.count <= left && (row.second.is_none() || second.is_some_and(same))
        };
        rows.find_map(|row| Some((row.meaning, if fits(row) { row.end(phrase, at) } else { None }?)))
    }
}

impl<T> Row<T> {
    fn new(words: &'static str, meaning: T) -> Self {
        let (words, exact) = words.strip_prefix('=').map_or((words, false), |words| (words, true));
        let count = 1 + words.bytes().filter(|it| *it == b' ').count();
        let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
        let second = rest.bytes().next();
        Self { words, first, second, count, exact, meaning, next: None }
    }

    /// The place behind the row, where it stands at a place.
    fn end(&self, phrase: &Phrase, at: usize) -> Option<usize> {
        // The first word is the one that the row was found by.
        let (first, rest) = (self.first, self.words.get(self.first.len()..).unwrap_or_default());
        if self.exact && phrase.tokens.get(at)?.text != first {
            return None;
        }
        if self.count == 1 {
            return Some(at + 1);
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
