//! The rows of one article as a claim file, of which every value knows the cell that it is from.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::Row;
use super::cell::parted;
use super::rows::Cell;
use crate::claim::{ARTICLE, CLAIM, toml_text};
use crate::files::{Problem, Severity, TextFile};

/// Rows that tell claims of one article.
pub(super) struct ArticleRows {
    /// The name of its file, where the sheet has one.
    file: Option<String>,
    /// What is said of the article, and in which row.
    keys: BTreeMap<&'static str, (usize, Cell)>,
    rows: Vec<Row>,
}

/// The text of a claim file before it is laid out.
#[derive(Default)]
pub(super) struct Written {
    pub(super) text: String,
    /// Where something begins, and the row and the bytes of the sheet that it is from.
    places: Vec<(usize, usize, Range<usize>)>,
}

impl ArticleRows {
    pub(super) fn new(file: Option<String>) -> Self {
        Self { file, keys: BTreeMap::new(), rows: Vec::new() }
    }

    /// Takes in a row, unless it says of the article what another one doesn't.
    pub(super) fn add(&mut self, sheet: &Arc<TextFile>, mut row: Row) -> Result<(), Box<Problem>> {
        for (key, cell) in std::mem::take(&mut row.article) {
            if let Some((number, other)) = self.keys.get(key).filter(|(_, it)| it.text != cell.text) {
                let message = format!(
                    "row {}: `{key}` is another one than in row {number}, which is of the same article",
                    row.number
                );
                let problem = Problem::new(Severity::Error, sheet, cell.span, message);
                let problem = problem.hint("give both the same, or name two files in a column `file`");
                return Err(Box::new(problem.related(sheet, other.span.clone(), "the other one")));
            }
            self.keys.entry(key).or_insert((row.number, cell));
        }
        self.rows.push(row);
        Ok(())
    }

    pub(super) fn name(&self) -> Option<&str> {
        self.file.as_deref()
    }

    pub(super) fn outlet(&self) -> &str {
        self.keys.get("outlet").map_or("", |(_, cell)| &cell.text)
    }

    pub(super) fn claims(&self) -> usize {
        self.rows.len()
    }

    /// The claim file; claims in the order of their lines where the sheet tells them, or else of the rows.
    pub(super) fn written(&self) -> Written {
        let mut out = Written::default();
        let first = self.rows.first();
        out.put(first.map_or((2, 0..0), |it| (it.number, it.start..it.start)), "[article]\n");
        for key in ARTICLE {
            if let Some((number, cell)) = self.keys.get(key.name) {
                out.key(*number, key.name, cell, &value(key.name, cell, &[]));
            }
        }
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        if rows.iter().all(|row| row.line.is_some()) {
            rows.sort_by_key(|row| row.line);
        }
        for row in rows {
            out.put((row.number, row.start..row.start), "\n[[claim]]\n");
            for key in CLAIM {
                if let Some(cell) = row.cells.get(key.name) {
                    out.key(row.number, key.name, cell, &value(key.name, cell, &row.members));
                }
            }
        }
        out
    }
}

impl Written {
    fn put(&mut self, (row, span): (usize, Range<usize>), text: &str) {
        self.places.push((self.text.len(), row, span));
        self.text.push_str(text);
    }

    fn key(&mut self, row: usize, name: &str, cell: &Cell, value: &str) {
        self.put((row, cell.span.clone()), &format!("{name:9} = {value}\n"));
    }

    /// The row, and the bytes of the sheet, that a place in the text is from.
    pub(super) fn place(&self, at: usize) -> (usize, Range<usize>) {
        let behind = self.places.partition_point(|(start, ..)| *start <= at);
        let found = behind.checked_sub(1).and_then(|it| self.places.get(it));
        found.map_or((1, 0..0), |(_, row, span)| (*row, span.clone()))
    }
}

/// A cell as the value of a key: dates bare, several as a list, all else a text.
fn value(key: &str, cell: &Cell, members: &[String]) -> String {
    let list = |texts: &[String]| {
        format!("[{}]", texts.iter().map(|it| toml_text(it)).collect::<Vec<_>>().join(", "))
    };
    match key {
        "published" | "as_of" if cell.text.parse::<Date>().is_ok() && cell.text.len() == 10 => {
            cell.text.clone()
        }
        "according_to" | "not" => list(&parted(&cell.text)),
        // Who has changed the value alone means the value.
        "value" if !members.is_empty() && members.join(", ") == cell.text => list(members),
        _ => toml_text(&cell.text),
    }
}
