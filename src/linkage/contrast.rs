//! What is counted, measured or concerned: words that exclude each other, from the table in `english::labels`.

use super::normalise::Spelling;
use crate::english::labels::BY_CONTRAST;

/// A column of a row.
type Column = (u16, u16);

fn columns(written: &str) -> impl Iterator<Item = Column> {
    written.split(' ').filter_map(|it| {
        let (row, column) = it.split_once('.')?;
        Some((row.parse().ok()?, column.parse().ok()?))
    })
}

/// The columns that a word stands in, alone or in front of another one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OfWord {
    alone: Box<[Column]>,
    /// The words without inflection that may follow, and the columns of both.
    pairs: Box<[(&'static str, &'static str)]>,
}

impl OfWord {
    /// Of a word without inflection.
    pub(super) fn new(stem: &str) -> Self {
        let alone = BY_CONTRAST.get(stem).into_iter().flat_map(columns).collect();
        Self { alone, pairs: BY_CONTRAST.behind(stem).collect() }
    }

    fn with(&self, next: &str) -> Option<&'static str> {
        self.pairs.iter().find(|it| it.0 == next).map(|it| it.1)
    }
}

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
        let mut before: Option<&Spelling> = None;
        for word in words {
            let pair = before.and_then(|before| before.contrasts.with(word.stem()));
            let pair: Vec<Column> = pair.into_iter().flat_map(columns).collect();
            // A co-pilot is no pilot.
            let alone = word.contrasts.alone.iter().copied();
            found.extend(alone.filter(|one| pair.iter().all(|it| it.0 != one.0)));
            found.extend(pair);
            before = Some(word);
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
    use std::collections::BTreeMap;

    use super::super::normalise::{without_inflection, words_of};
    use super::*;
    use crate::english::{labels::edited, table};

    #[test]
    fn the_table_has_the_words_without_inflection() {
        let mut rows: BTreeMap<String, String> = BTreeMap::new();
        let lines = edited::CONTRASTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for (row, line) in lines.enumerate() {
            for (column, words) in line.split('|').enumerate() {
                for word in words.split_whitespace() {
                    let key = word.split('_').map(without_inflection).collect::<Vec<_>>().join(" ");
                    let place = format!("{row}.{column}");
                    let known = rows.entry(key).or_default();
                    if !known.split(' ').any(|it| it == place) {
                        *known = format!("{known} {place}").trim_start().to_owned();
                    }
                }
            }
        }
        table::assert_file("src/english/labels/contrasts.sorted.txt", "contrasts.txt", &rows);
    }

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
