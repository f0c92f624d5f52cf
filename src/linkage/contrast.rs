//! What is counted, measured or concerned: words that exclude each other, from the table in `contrasts.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::normalise::{Spelling, without_inflection};

/// A column of a row.
type Column = (u16, u16);

/// By word without inflection, or two joined by a space, the columns that have it. Looked up only.
static COLUMNS: LazyLock<HashMap<String, Vec<Column>>> = LazyLock::new(|| {
    let mut columns: HashMap<String, Vec<Column>> = HashMap::new();
    let lines =
        include_str!("contrasts.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for (row, line) in (0..).zip(lines) {
        for (column, words) in (0..).zip(line.split('|')) {
            for word in words.split_whitespace() {
                let key = word.split('_').map(without_inflection).collect::<Vec<_>>().join(" ");
                let known = columns.entry(key).or_default();
                if !known.contains(&(row, column)) {
                    known.push((row, column));
                }
            }
        }
    }
    columns
});

/// The columns that a text's words stand in; sorted, each once.
#[derive(Debug, Default)]
pub(super) struct Contrasts(Vec<Column>);

/// How two texts stand to each other by such words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Contrast {
    /// No row has words of both.
    Silent,
    /// Both have words of one column.
    Same,
    /// In one row, each has words of another column, and none of the same.
    Opposed,
}

impl Contrasts {
    /// Of the words of a text.
    pub(super) fn of<'s>(words: impl Iterator<Item = &'s Spelling>) -> Self {
        let mut found = Vec::new();
        let mut before: Option<&str> = None;
        for word in words {
            let stem = word.stem();
            let pair = before.and_then(|before| COLUMNS.get(&format!("{before} {stem}")));
            let pair: &[Column] = pair.map_or(&[], Vec::as_slice);
            // A co-pilot is no pilot.
            let alone = COLUMNS.get(stem).into_iter().flatten();
            found.extend(alone.filter(|one| pair.iter().all(|it| it.0 != one.0)));
            found.extend(pair);
            before = Some(stem);
        }
        found.sort_unstable();
        found.dedup();
        Self(found)
    }

    pub(super) fn beside(&self, other: &Self) -> Contrast {
        let mut found = Contrast::Silent;
        for row in self.0.chunk_by(|x, y| x.0 == y.0) {
            let theirs = || other.0.iter().filter(|it| it.0 == row[0].0);
            if theirs().any(|it| row.contains(it)) {
                found = if found == Contrast::Opposed { found } else { Contrast::Same };
            } else if theirs().next().is_some() {
                found = Contrast::Opposed;
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::normalise::words_of;
    use super::*;

    fn beside(a: &str, b: &str) -> Contrast {
        let of = |text: &str| Contrasts::of(words_of(text).iter().map(|it| &**it));
        assert_eq!(of(a).beside(&of(b)), of(b).beside(&of(a)));
        of(a).beside(&of(b))
    }

    #[test]
    fn words_that_exclude_each_other_part_what_is_counted() {
        assert_eq!(beside("people killed", "number of injured"), Contrast::Opposed);
        assert_eq!(beside("death toll", "people who died"), Contrast::Same);
        assert_eq!(beside("profit before tax", "after-tax profit"), Contrast::Opposed);
        assert_eq!(beside("employers in favour", "employees in favour"), Contrast::Opposed);
        assert_eq!(beside("killed and injured", "people injured"), Contrast::Same);
        assert_eq!(beside("length", "colour"), Contrast::Silent);
        assert_eq!(beside("pilot", "co-pilot"), Contrast::Opposed);
    }
}
