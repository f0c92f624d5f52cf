//! TOML as hurried people write it: what the parser refuses, with a hint for the commonest slips.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeTable;

use crate::files::{Problem, Severity, TextFile};

/// A broken file has many followers of one slip: more than these help nobody.
const MOST_SHOWN: usize = 10;

/// Parses a file as far as it can be parsed; the spans are those of its faults.
pub(super) fn parse<'f>(
    file: &'f Arc<TextFile>,
    problems: &mut Vec<Problem>,
) -> (Spanned<DeTable<'f>>, Vec<Range<usize>>) {
    let (table, errors) = DeTable::parse_recoverable(file.text());
    let mut faults = Vec::new();
    let mut lines = Vec::new();
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let line = file.place(span.start).line;
        faults.push(span.clone());
        if lines.contains(&line) || lines.len() == MOST_SHOWN {
            continue;
        }
        lines.push(line);
        let hint = hint(&line_text(file, line), error.message());
        let message = error.message().lines().next().unwrap_or("this is no TOML");
        problems
            .push(Problem::new(Severity::Error, file, span, format!("broken TOML: {message}")).hint(hint));
    }
    (table, faults)
}

fn line_text(file: &TextFile, line: usize) -> String {
    file.text().lines().nth(line - 1).unwrap_or_default().trim().to_owned()
}

fn hint(line: &str, message: &str) -> String {
    let (key, value) = match line.split_once('=') {
        Some((key, value)) => (key.trim(), value.trim()),
        None if line.starts_with('[') => {
            return "a table is [article] or [[claim]], brackets closed".to_owned();
        }
        None if line.contains(':') => return "write key = \"value\", with = and not a colon".to_owned(),
        None => return "every line is key = \"value\", [article], [[claim]] or a # comment".to_owned(),
    };
    let first = value.chars().next();
    if message.contains("duplicate key") {
        return format!("`{key}` stands twice in one table: remove one, or begin a new [[claim]]");
    }
    if !key.is_ascii() {
        return format!("put the key in quotes: \"{key}\" = …");
    }
    match first {
        None => format!("give it a value: {key} = \"…\""),
        Some('“' | '”' | '‘' | '’' | '«' | '„') => "use straight quotes: \"…\"".to_owned(),
        Some('"' | '\'') if value.chars().count() > 1 && value.contains('\\') => {
            "a backslash is special between \"…\": write \\\\, or use '…'".to_owned()
        }
        Some(quote @ ('"' | '\'')) if value.matches(quote).count() > 2 => {
            "for a quote inside a text, write \\\" or put the text between '…'".to_owned()
        }
        Some('"' | '\'') => "close the text with the quote it began with".to_owned(),
        Some('[') => "close the list with ], with commas between its texts in quotes".to_owned(),
        Some(_) => {
            let bare = value.split(" #").next().unwrap_or(value).trim();
            format!("put it in quotes: {key} = \"{bare}\"")
        }
    }
}
