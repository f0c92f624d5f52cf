//! A text of comma separated values (RFC 4180) as rows of cells that know their places, which the `csv` crate doesn't tell.

use std::ops::Range;
use std::sync::Arc;

use crate::files::{Problem, Severity, TextFile};

/// A cell, and the bytes that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// The rows of a sheet. What stands between its cells is what stands most often in its first line: commas, semicolons (where a
/// comma is decimal) or tabs.
pub(super) fn rows(file: &Arc<TextFile>) -> Result<Vec<Vec<Cell>>, Box<Problem>> {
    let text = file.text();
    let separator = separator(text);
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < text.len() {
        let cell = cell(file, at, separator)?;
        at = cell.span.end;
        row.push(cell);
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with(separator) {
            at += separator.len_utf8();
            if at < text.len() {
                continue;
            }
            row.push(Cell { text: String::new(), span: at..at });
        } else {
            at += if rest.starts_with("\r\n") { 2 } else { 1 };
        }
        rows.push(std::mem::take(&mut row));
    }
    Ok(rows)
}

fn separator(text: &str) -> char {
    let line = text.lines().next().unwrap_or_default();
    let times = |it: char| line.matches(it).count();
    [',', ';', '\t'].into_iter().rev().max_by_key(|it| times(*it)).unwrap_or(',')
}

/// The cell that begins at a byte; it ends at the separator, at the end of the line, or behind its closing quote.
fn cell(file: &Arc<TextFile>, start: usize, separator: char) -> Result<Cell, Box<Problem>> {
    let rest = file.text().get(start..).unwrap_or_default();
    let ends = |it: char| it == separator || it == '\n' || it == '\r';
    if !rest.starts_with('"') {
        let length = rest.find(ends).unwrap_or(rest.len());
        let text = rest.get(..length).unwrap_or_default().to_owned();
        return Ok(Cell { text, span: start..start + length });
    }
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((_, it)) = chars.next() {
        if it != '"' {
            text.push(it);
        } else if chars.next_if(|(_, next)| *next == '"').is_some() {
            text.push('"');
        } else {
            let end = chars.peek().map_or(rest.len(), |(at, _)| *at);
            if chars.peek().is_none_or(|(_, next)| ends(*next)) {
                return Ok(Cell { text, span: start..start + end });
            }
            let message = "something stands behind the closing quote of a cell";
            let problem = Problem::new(Severity::Error, file, start..start + end, message);
            return Err(Box::new(problem.hint("double the quotes inside of a cell: \"\"")));
        }
    }
    let message = "a cell begins with a quote and never ends";
    let problem = Problem::new(Severity::Error, file, start..start + 1, message);
    Err(Box::new(problem.hint("close it, or double the quotes inside of a cell: \"\"")))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::rows;
    use crate::files::TextFile;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let found = rows(&Arc::new(TextFile::new("sheet.csv", text)));
        let rows = found.into_iter().flatten();
        rows.map(|row| row.into_iter().map(|it| it.text).collect()).collect()
    }

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        assert_eq!(texts("a,b\r\n1,\"2, \"\"x\"\"\"\r\n"), [["a", "b"], ["1", "2, \"x\""]]);
        assert_eq!(texts("a;b\nZürich;1,5\n"), [["a", "b"], ["Zürich", "1,5"]]);
        assert_eq!(texts("a\tb\n\"two\nlines\"\t"), [["a", "b"], ["two\nlines", ""]]);
        assert_eq!(texts("a,b\n,\n"), [["a", "b"], ["", ""]]);
        assert!(texts("").is_empty());
    }

    #[test]
    fn a_broken_quote_is_said_at_its_place() {
        let file = Arc::new(TextFile::new("sheet.csv", "a,b\n1,\"open"));
        let problem = rows(&file).unwrap_err();
        assert_eq!((problem.place().line, problem.place().column), (2, 3));
    }
}
