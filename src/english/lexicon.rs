//! Tables of words, looked up at a place in a phrase; the longest row wins.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::token::{self, Phrase};

/// The rows of a list such as `about | around | roughly`.
pub(crate) fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    let bare = |row: &'static str| {
        let row = row.strip_prefix(' ').unwrap_or(row);
        row.strip_suffix(' ').unwrap_or(row)
    };
    list.split('|').map(bare).filter(|row| !row.is_empty())
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
    /// What each list of rows means.
    meanings: Vec<T>,
    rows: Vec<Row>,
    /// The first row of each first word. Looked up only, so the order of the table reaches nobody.
    firsts: HashTable<u16>,
}

/// Rows are kept as they are listed, and small: tables are made whenever a run starts, and few rows are ever looked at.
struct Row {
    words: &'static str,
    /// The list that it stands in.
    list: u16,
    /// How many bytes the first word has.
    first: u8,
    /// What the second word begins with; 0 where there is none.
    second: u8,
    count: u8,
    exact: bool,
    /// The next row of the same first word, or [`LAST`]: longer ones come first.
    next: u16,
}

/// No row comes behind it.
const LAST: u16 = u16::MAX;

impl<T: Copy> Lexicon<T> {
    /// A table from lists of rows, and what each list means.
    pub(crate) fn new(lists: impl IntoIterator<Item = (T, &'static str)>) -> Self {
        let (meanings, lists): (Vec<T>, Vec<&'static str>) = lists.into_iter().unzip();
        let most: usize = lists.iter().map(|list| 1 + list.bytes().filter(|it| *it == b'|').count()).sum();
        let mut lexicon =
            Self { meanings, rows: Vec::with_capacity(most), firsts: HashTable::with_capacity(most) };
        for (number, list) in (0..).zip(lists) {
            lexicon.rows.extend(rows(list).map(|words| Row::new(words, number)));
        }
        for at in (0..).take(lexicon.rows.len()) {
            lexicon.index(at);
        }
        lexicon
    }

    /// Puts a row among those of its first word.
    fn index(&mut self, at: u16) {
        let rows = &self.rows;
        let row = &rows[usize::from(at)];
        let of = |at: u16| rows[usize::from(at)].first();
        let is_of_word = |&first: &u16| of(first).eq_ignore_ascii_case(row.first());
        let entry = self.firsts.entry(token::hash(row.first()), is_of_word, |&first| token::hash(of(first)));
        let first = match entry {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => {
                free.insert(at);
                return;
            }
        };
        let goes_before = |other: u16| {
            let other = &rows[usize::from(other)];
            (row.count, row.exact) > (other.count, other.exact)
        };
        if goes_before(*first) {
            self.rows[usize::from(at)].next = std::mem::replace(first, at);
            return;
        }
        let mut before = *first;
        while let Some(next) = rows[usize::from(before)].next().filter(|&next| !goes_before(next)) {
            before = next;
        }
        self.rows[usize::from(at)].next = std::mem::replace(&mut self.rows[usize::from(before)].next, at);
    }

    /// A table whose rows are listed by meaning, as `about | around`.
    pub(crate) fn listed(lists: &[(T, &'static str)]) -> Self {
        Self::new(lists.iter().copied())
    }

    /// What the words at a place mean, and the place behind them.
    pub(crate) fn find(&self, phrase: &Phrase, at: usize) -> Option<(T, usize)> {
        let token = phrase.tokens.get(at)?;
        let row = |at: u16| &self.rows[usize::from(at)];
        let is_of_word = |&first: &u16| row(first).first().eq_ignore_ascii_case(token.lower);
        let first = self.firsts.find(token.hash, is_of_word).copied();
        let left = phrase.len() - at;
        let mut rows = std::iter::successors(first, |&at| row(at).next()).map(row);
        // Many rows begin with `a` or `the`: few of them go on with the letter that comes next.
        let second = phrase.tokens.get(at + 1).and_then(|token| token.text.bytes().next());
        let fits = |row: &Row| {
            let same = |next: u8| row.second.eq_ignore_ascii_case(&next) || next == b'-';
            usize::from(row.count) <= left && (row.second == 0 || second.is_some_and(same))
        };
        let (list, end) =
            rows.find_map(|row| Some((row.list, if fits(row) { row.end(phrase, at) } else { None }?)))?;
        Some((self.meanings[usize::from(list)], end))
    }
}

impl Row {
    fn new(words: &'static str, list: u16) -> Self {
        let (words, exact) = words.strip_prefix('=').map_or((words, false), |words| (words, true));
        let spaces = words.bytes().filter(|it| *it == b' ').count();
        let first = words.bytes().position(|it| it == b' ').unwrap_or(words.len());
        let second = words.as_bytes().get(first + 1).copied().unwrap_or(0);
        let byte = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        Self { words, list, first: byte(first), second, count: byte(1 + spaces), exact, next: LAST }
    }

    fn first(&self) -> &'static str {
        self.words.get(..usize::from(self.first)).unwrap_or_default()
    }

    fn next(&self) -> Option<u16> {
        Some(self.next).filter(|&it| it != LAST)
    }

    /// The place behind the row, where it stands at a place.
    fn end(&self, phrase: &Phrase, at: usize) -> Option<usize> {
        // The first word is the one that the row was found by.
        let (first, rest) = self.words.split_at_checked(usize::from(self.first)).unwrap_or_default();
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
        let lexicon = Lexicon::new([(1, "year"), (2, "year on year")]);
        for (text, found) in [("year on", Some((1, 1))), ("year-on-year", Some((2, 5))), ("on year", None)] {
            assert_eq!(lexicon.find(&Phrase::new(text, text), 0), found, "{text}");
        }
    }
}
