//! TOML as hurried people write it: what the parser refuses, with a hint for the commonest slips.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::{kind_of, plain};
use crate::files::{Problem, Severity, TextFile};

/// A broken file has many followers of one slip: more than these help nobody.
const MOST_SHOWN: usize = 10;

/// The number of the format that is read.
const FORMAT: &str = "1";

/// Parses a file as far as it can be parsed; the spans are those of its faults. Of a file whose format is not known, all is
/// fault.
pub(crate) fn parse<'f>(
    file: &'f Arc<TextFile>,
    problems: &mut Vec<Problem>,
) -> (Spanned<DeTable<'f>>, Vec<Range<usize>>) {
    let (table, errors) = DeTable::parse_recoverable(file.text());
    let mut faults = Vec::new();
    if let Some(problem) = unknown_format(file, table.get_ref()) {
        problems.push(problem);
        // Nothing in it is what it seems.
        faults.push(0..file.text().len());
        return (Spanned::new(0..0, DeTable::default()), faults);
    }
    let mut lines = BTreeSet::new();
    let mut last = 0..0;
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let line = file.place(span.start).line;
        faults.push(span.clone());
        if !lines.insert(line) {
            continue;
        }
        if lines.len() > MOST_SHOWN {
            last = span;
            continue;
        }
        let hint = hint(&line_text(file, line), error.message());
        let message = error.message().lines().next().unwrap_or("this is no TOML");
        let problem = Problem::new(Severity::Error, file, span, format!("broken TOML: {message}"));
        problems.push(problem.hint(hint).rule("broken-toml"));
    }
    if lines.len() > MOST_SHOWN {
        let more = lines.len() - MOST_SHOWN;
        let lines = if more == 1 { "1 more line is".to_owned() } else { format!("{more} more lines are") };
        let problem =
            Problem::new(Severity::Error, file, last, format!("broken TOML: {lines} broken, up to here"));
        problems
            .push(problem.hint("mend the first ones: they often bring on the others").rule("broken-toml"));
    }
    (table, faults)
}

/// What is wrong with the number of a file's format. A file without one is of the first, and that is read for ever.
fn unknown_format(file: &Arc<TextFile>, table: &DeTable<'_>) -> Option<Problem> {
    let found = table.get("format")?;
    let (message, hint) = match found.get_ref() {
        DeValue::Integer(number) if number.to_string() == FORMAT => return None,
        DeValue::Integer(number) => (
            format!(
                "the file is of format {}, and this gainsay reads format {FORMAT}",
                plain(&number.to_string())
            ),
            "a later gainsay wrote it: install that one; `gainsay --version` tells which this is".to_owned(),
        ),
        other => (
            format!("`format` takes a number, and this is {}", kind_of(other)),
            format!("write format = {FORMAT}, or leave it out"),
        ),
    };
    Some(Problem::new(Severity::Error, file, found.span(), message).hint(hint).rule("unknown-format"))
}

fn line_text(file: &TextFile, line: usize) -> String {
    let line = file.text().lines().nth(line - 1).unwrap_or_default();
    line.trim_matches(|it: char| it.is_ascii_whitespace() || it == '\u{feff}').to_owned()
}

/// A date such as `2026-3-12` with two digits for month and day, where that is one.
fn two_digits(value: &str) -> Option<String> {
    let value = value.split('#').next().unwrap_or(value).trim();
    let mut parts = value.splitn(3, '-').map(|it| it.parse::<i16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let date = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (value.len() < 10 && year > 999).then(|| date.to_string())
}

fn hint(line: &str, message: &str) -> String {
    if ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark)) {
        return "git could not merge this place: keep one of the two versions, and remove the marks"
            .to_owned();
    }
    // What word processors put in place of a space looks like one.
    let outside = line.split(['"', '\'']).step_by(2);
    if let Some(odd) = outside.flat_map(str::chars).find(|it| it.is_whitespace() && !it.is_ascii()) {
        let code = u32::from(odd);
        return format!("a space in this line is none that TOML knows (U+{code:04X}): write a plain one");
    }
    let (key, value) = match line.split_once('=') {
        Some((key, value)) => (key.trim(), value.trim()),
        None if line == "[claim]" => return "write [[claim]], with two brackets".to_owned(),
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
    let is_bare = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-' | '.' | '"' | '\'');
    if key.contains(' ') && !key.starts_with(['"', '\'']) {
        let joined = key.replace(' ', "_");
        return format!("write {joined} = …, or put a name in quotes: \"{key}\" = …");
    }
    if !key.chars().all(is_bare) {
        return format!("put the key in quotes: \"{key}\" = …");
    }
    let quotes = |quote: char| value.matches(quote).count();
    match first {
        None => format!("give it a value: {key} = \"…\""),
        Some('“' | '”' | '‘' | '’' | '«' | '„') => "use straight quotes: \"…\"".to_owned(),
        Some('"' | '\'') if value.contains('\\') => {
            "a backslash is special between \"…\": write \\\\, or use '…'".to_owned()
        }
        Some('"') if quotes('"') == 2 && value.ends_with(',') => "take the comma away".to_owned(),
        Some('"') if value.contains("\", \"") || value.contains("\",\"") => {
            format!("several texts make a list: {key} = [{value}]")
        }
        Some(quote @ ('"' | '\'')) if quotes(quote) > 2 => {
            "for a quote inside a text, write \\\" or put the text between '…'".to_owned()
        }
        Some('"' | '\'') => "close the text on the same line, with the quote it began with".to_owned(),
        Some('[') => "close the list with ], with commas between its texts in quotes".to_owned(),
        Some(digit) if digit.is_ascii_digit() && value.matches('-').count() == 2 => match two_digits(value) {
            Some(date) => format!("a month and a day have two digits: {key} = {date}"),
            None => format!("there is no such day; a date is written {key} = 2025-12-17"),
        },
        Some(_) => {
            let bare = value.split(" #").next().unwrap_or(value).trim();
            format!("put it in quotes: {key} = \"{bare}\"")
        }
    }
}
