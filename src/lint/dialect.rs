//! TOML 1.1, which gainsay reads and many other tools refuse.

use std::ops::Range;
use std::sync::Arc;

use toml_parser::Source;
use toml_parser::decoder::Encoding;
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};

use crate::files::{Problem, Severity, TextFile};

const RULE: &str = "toml-1-1";
const HINT: &str =
    "Python's tomllib, taplo and other readers of TOML 1.0 refuse it; `gainsay lint --fix` rewrites it";

/// Lists in lists in lists: what is deeper is broken, and the reader of claim files says so.
const DEEPEST: u32 = 80;

/// A table or a list that is open where the reader stands.
struct Open {
    is_table: bool,
    start: usize,
    /// The line breaks in it, with the spaces around them.
    breaks: Vec<Range<usize>>,
    has_comment: bool,
    /// The comma that nothing has followed yet.
    comma: Option<Range<usize>>,
}

pub(super) fn check(file: &Arc<TextFile>, problems: &mut Vec<Problem>) {
    let text = file.text();
    let tokens = Source::new(text).lex().into_vec();
    let mut events: Vec<Event> = Vec::new();
    parse_document(&tokens, &mut RecursionGuard::new(&mut events, DEEPEST), &mut ());
    let mut open: Vec<Open> = Vec::new();
    let finding = |span: Range<usize>, message: &str| {
        Problem::new(Severity::Warning, file, span, message).rule(RULE).hint(HINT)
    };
    for event in events {
        let span = event.span().start()..event.span().end();
        if let Some(inner) = open.last_mut() {
            match event.kind() {
                EventKind::Newline => inner.breaks.push(around(text, &span)),
                EventKind::Comment => inner.has_comment = true,
                EventKind::ValueSep => inner.comma = Some(span.clone()),
                EventKind::Whitespace | EventKind::InlineTableClose | EventKind::ArrayClose => {}
                _ => inner.comma = None,
            }
        }
        match event.kind() {
            EventKind::InlineTableOpen | EventKind::ArrayOpen => {
                let is_table = event.kind() == EventKind::InlineTableOpen;
                let (start, breaks) = (span.start, Vec::new());
                open.push(Open { is_table, start, breaks, has_comment: false, comma: None });
            }
            EventKind::ArrayClose => drop(open.pop()),
            EventKind::InlineTableClose => {
                let Some(inner) = open.pop().filter(|inner| inner.is_table) else { continue };
                let whole = inner.start..span.end;
                if let Some(comma) = inner.comma {
                    let found = finding(comma.clone(), "a comma behind the last entry of a table in braces");
                    problems.push(found.fix("take it away", true, vec![(comma, String::new())]));
                }
                if !inner.breaks.is_empty() {
                    let found = finding(whole, "a table in braces over several lines");
                    let edits = inner.breaks.into_iter().map(|span| (span, " ".to_owned())).collect();
                    // A comment would swallow what follows it on one line.
                    let found = if inner.has_comment {
                        found
                    } else {
                        found.fix("write it on one line", true, edits)
                    };
                    problems.push(found);
                }
            }
            EventKind::Scalar | EventKind::SimpleKey => {
                let written = text.get(span.clone()).unwrap_or_default();
                match event.encoding() {
                    Some(Encoding::BasicString | Encoding::MlBasicString) => {
                        problems.extend(escapes(written, span.start).map(|(span, words)| {
                            let found = finding(span.clone(), "an escape that only TOML 1.1 knows");
                            found.fix("write it as \\u…", true, vec![(span, words)])
                        }));
                    }
                    None if event.kind() == EventKind::Scalar => {
                        if let Some(at) = time_without_seconds(written) {
                            let at = span.start + at;
                            let found = finding(span, "a time without seconds");
                            problems.push(found.fix("add :00", true, vec![(at..at, ":00".to_owned())]));
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// A line break with the spaces before and behind it.
fn around(text: &str, span: &Range<usize>) -> Range<usize> {
    let before = text.get(..span.start).unwrap_or_default();
    let behind = text.get(span.end..).unwrap_or_default();
    before.trim_end_matches([' ', '\t']).len()..text.len() - behind.trim_start_matches([' ', '\t']).len()
}

/// `\e` and `\xHH`, each with what TOML 1.0 writes.
fn escapes(written: &str, start: usize) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut escaped = false;
    written.char_indices().filter_map(move |(at, it)| {
        let opens = escaped;
        escaped = it == '\\' && !opens;
        let from = start + at.checked_sub(1)?;
        match it {
            'e' if opens => Some((from..from + 2, "\\u001B".to_owned())),
            'x' if opens => {
                let digits = written.get(at + 1..at + 3)?;
                Some((from..from + 4, format!("\\u00{digits}")))
            }
            _ => None,
        }
    })
}

/// Where `:00` belongs in a time that ends with its minutes.
fn time_without_seconds(written: &str) -> Option<usize> {
    let colon = written.find(':')?;
    let digits =
        |span: Range<usize>| written.get(span).is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()));
    let is_time = digits(colon.checked_sub(2)?..colon) && digits(colon + 1..colon + 3);
    let behind = written.get(colon + 3..)?;
    (is_time && !behind.starts_with(':')).then_some(colon + 3)
}
