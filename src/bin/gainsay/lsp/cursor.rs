//! What stands where the cursor is, in a text that is being typed: its TOML may be broken.

use std::ops::Range;

use super::text::{LineIndex, TextPosition};

/// A list of texts over more lines than these is none.
const MOST_LINES: usize = 50;

/// The place of the cursor.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cursor<'t> {
    /// The table it is in: `article`, `[claim]` with its own brackets for one of many; empty before the first one.
    pub(super) table: &'t str,
    /// The lines of the table, the cursor's included.
    pub(super) lines: Range<usize>,
    pub(super) spot: CursorContext<'t>,
}

/// What is there.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum CursorContext<'t> {
    /// A key, or where one could begin; whether a value follows.
    Key { word: Range<usize>, has_value: bool },
    /// The header of a table, begun or whole.
    Header(Range<usize>),
    /// The value of a key.
    Value { key: &'t str, token: CursorToken },
    /// Nothing that can be completed.
    Other,
}

/// A text, or a word without quotes, that the cursor is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CursorToken {
    /// What is between the quotes; the whole word where there are none.
    pub(super) inside: Range<usize>,
    pub(super) quote: Option<char>,
    /// The closing quote is there.
    pub(super) is_closed: bool,
}

impl<'t> Cursor<'t> {
    pub(super) fn of(text: &'t str, lines: &LineIndex<'t>, position: TextPosition) -> Self {
        let position = lines.within(position);
        let at = lines.offset(position);
        let (start, line) = lines.line(position.line);
        let header = (0..position.line).rev().find_map(|it| Some((it, header(lines.line(it).1)?)));
        let (first, table) = header.unwrap_or((0, ""));
        let next = (position.line + 1..).take_while(|&it| lines.line(it).0 < text.len());
        let last = next.take_while(|&it| header_of(lines, it).is_none()).last().unwrap_or(position.line);
        let spot = spot(lines, position.line, start, line, at);
        Self { table, lines: first..last + 1, spot }
    }
}

fn header_of<'t>(lines: &LineIndex<'t>, line: usize) -> Option<&'t str> {
    header(lines.line(line).1)
}

/// The name of the table that a line begins: `[[claim]]` is `[claim]`, `[article]` is `article`.
fn header(line: &str) -> Option<&str> {
    let line = line.trim_start().strip_prefix('[')?;
    let inside = line.split_once(']').map_or(line, |(inside, _)| inside);
    let name = inside.trim_start_matches('[').trim();
    let is_name =
        !name.is_empty() && name.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | '-' | '.'));
    match (is_name, inside.starts_with('[')) {
        (false, _) => None,
        (true, true) => line.split_once(']').map_or(Some(inside), |(inside, _)| line.get(..=inside.len())),
        (true, false) => Some(name),
    }
}

fn spot<'t>(
    lines: &LineIndex<'t>,
    number: usize,
    start: usize,
    line: &'t str,
    at: usize,
) -> CursorContext<'t> {
    let before = line.get(..at - start).unwrap_or(line);
    let indent = line.len() - line.trim_start().len();
    if before.trim_start().starts_with('#') {
        return CursorContext::Other;
    }
    if let Some((key, equals)) = key(line)
        && at > start + equals
    {
        return value(key, start + equals + 1, start + line.len(), line, start, at);
    }
    if let Some(key) = list_above(lines, number) {
        return value(key, start, start + line.len(), line, start, at);
    }
    if line.trim_start().starts_with('[') {
        return CursorContext::Header(start + indent..start + line.trim_end().len());
    }
    let is_word = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
    let word = line.trim_start().find(|it| !is_word(it)).map_or(line.len(), |end| indent + end);
    if at < start + indent || at > start + word {
        return if line.trim().is_empty() {
            CursorContext::Key { word: at..at, has_value: false }
        } else {
            CursorContext::Other
        };
    }
    CursorContext::Key { word: start + indent..start + word, has_value: line.contains('=') }
}

/// The key of a line, and where its `=` is.
fn key(line: &str) -> Option<(&str, usize)> {
    let equals = line.find('=')?;
    let key = line.get(..equals)?.trim().trim_matches(['"', '\'']);
    (!key.is_empty() && !key.starts_with(['#', '['])).then_some((key, equals))
}

/// The key whose list was begun on a line above and is not closed yet.
fn list_above<'t>(lines: &LineIndex<'t>, number: usize) -> Option<&'t str> {
    for above in (number.saturating_sub(MOST_LINES)..number).rev() {
        let (_, line) = lines.line(above);
        if let Some((key, equals)) = key(line) {
            let list = line.get(equals + 1..)?.trim();
            return (list.starts_with('[') && !outside_of_texts(list).contains(']')).then_some(key);
        }
        if header(line).is_some() || outside_of_texts(line).contains(']') {
            return None;
        }
    }
    None
}

/// A line without its texts and its comment.
fn outside_of_texts(line: &str) -> String {
    let mut outside = String::new();
    let mut quote = None;
    let mut letters = line.chars();
    while let Some(it) = letters.next() {
        match (quote, it) {
            (Some('"'), '\\') => drop(letters.next()),
            (Some(open), it) if it == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(it),
            (None, '#') => break,
            (None, it) => outside.push(it),
        }
    }
    outside
}

/// What of a value the cursor is in; `from` is where the value can begin.
fn value<'t>(
    key: &'t str,
    from: usize,
    end: usize,
    line: &'t str,
    start: usize,
    at: usize,
) -> CursorContext<'t> {
    let text = |span: Range<usize>| line.get(span.start - start..span.end - start).unwrap_or_default();
    let mut open: Option<(usize, char)> = None;
    let mut word = from;
    let mut letters = text(from..at.max(from)).char_indices();
    while let Some((index, it)) = letters.next() {
        match (open, it) {
            (Some((_, '"')), '\\') => drop(letters.next()),
            (Some((_, quote)), it) if it == quote => {
                open = None;
                word = from + index + 1;
            }
            (None, '"' | '\'') => open = Some((from + index + 1, it)),
            (None, '#') => return CursorContext::Other,
            (None, ',' | '[' | '{' | ' ' | '\t') => word = from + index + 1,
            _ => {}
        }
    }
    let token = if let Some((inside, quote)) = open {
        let close = closing(text(at..end), quote).map(|close| at + close);
        CursorToken { inside: inside..close.unwrap_or(at), quote: Some(quote), is_closed: close.is_some() }
    } else {
        let rest = text(at..end);
        let length = rest.find([',', ']', '}', ' ', '\t', '#', '"', '\'']).unwrap_or(rest.len());
        CursorToken { inside: word..at + length, quote: None, is_closed: false }
    };
    CursorContext::Value { key, token }
}

/// Where a text ends that was begun with this quote.
fn closing(rest: &str, quote: char) -> Option<usize> {
    let mut letters = rest.char_indices();
    while let Some((at, it)) = letters.next() {
        if it == quote {
            return Some(at);
        }
        if it == '\\' && quote == '"' {
            letters.next();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::text::Encoding;
    use super::*;

    /// The cursor where `¦` stands.
    fn at<T>(text: &str, look: impl FnOnce(&Cursor<'_>, &str) -> T) -> T {
        let at = text.find('¦').unwrap_or(text.len());
        let text = text.replace('¦', "");
        let lines = LineIndex::of(&text, Encoding::Utf8);
        look(&Cursor::of(&text, &lines, lines.position(at)), &text)
    }

    fn shown(text: &str) -> String {
        at(text, |cursor, text| {
            let part = |span: &Range<usize>| text.get(span.clone()).unwrap_or("?").to_owned();
            let spot = match &cursor.spot {
                CursorContext::Key { word, has_value } => format!("key {:?} {has_value}", part(word)),
                CursorContext::Header(word) => format!("header {:?}", part(word)),
                CursorContext::Value { key, token } => {
                    format!("value of {key} {:?} {:?} {}", part(&token.inside), token.quote, token.is_closed)
                }
                CursorContext::Other => "other".to_owned(),
            };
            format!("{} {spot}", cursor.table)
        })
    }

    #[test]
    fn it_knows_where_it_is_in_half_a_line() {
        let claim =
            |line: &str| shown(&format!("[article]\noutlet = \"A\"\n\n[[claim]]\n{line}\nvalue = 1\n"));
        assert_eq!(claim("¦"), "[claim] key \"\" false");
        assert_eq!(claim("  sub¦"), "[claim] key \"sub\" false");
        assert_eq!(claim("su¦bject = \"A\""), "[claim] key \"subject\" true");
        assert_eq!(claim("subject = ¦"), "[claim] value of subject \"\" None false");
        assert_eq!(claim("subject = \"Am¦"), "[claim] value of subject \"Am\" Some('\"') false");
        assert_eq!(
            claim("subject = \"A\\\"m¦a\" # x"),
            "[claim] value of subject \"A\\\\\\\"ma\" Some('\"') true"
        );
        assert_eq!(claim("subject = 'A¦'"), "[claim] value of subject \"A\" Some('\\'') true");
        assert_eq!(
            claim("according_to = [\"A\", \"B¦\"]"),
            "[claim] value of according_to \"B\" Some('\"') true"
        );
        assert_eq!(
            claim("according_to = [\n  \"A\",\n  \"B¦"),
            "[claim] value of according_to \"B\" Some('\"') false"
        );
        assert_eq!(claim("certainty = rep¦"), "[claim] value of certainty \"rep\" None false");
        assert_eq!(claim("# sub¦"), "[claim] other");
        assert_eq!(claim("subject = \"A\" # ¦"), "[claim] other");
        assert_eq!(claim("[[cl¦"), "[claim] header \"[[cl\"");
        assert_eq!(shown("¦"), " key \"\" false");
        assert_eq!(shown("[aliases]\n¦"), "aliases key \"\" false");
    }

    #[test]
    fn a_table_ends_where_the_next_one_begins() {
        let text = "[article]\noutlet = \"A\"\n\n[[claim]]\nsubject = \"¦\"\nvalue = 1\n[[claim]]\nx = 1\n";
        assert_eq!(at(text, |cursor, _| cursor.lines.clone()), 3..6);
    }

    #[test]
    fn a_place_far_below_takes_as_many_steps_as_there_are_lines() {
        let steps = |lines: usize, line: usize, text: &str| {
            let text = text.repeat(lines);
            let lines = LineIndex::of(&text, Encoding::Utf16);
            Cursor::of(&text, &lines, TextPosition { line, character: line });
            lines.looked.get()
        };
        for text in ["x = 1\n", "[[claim]]\n", "\n", "a = [\n"] {
            for line in [1 << 31, usize::MAX / 2] {
                let taken = [100, 200, 400].map(|lines| steps(lines, line, text));
                assert!(taken.windows(2).all(|it| it[1] <= it[0] * 2 + 1), "{text:?}: {taken:?}");
                assert!(taken[2] <= 500, "{text:?}: {taken:?}");
            }
        }
    }

    #[test]
    fn nothing_makes_it_fail() {
        for text in ["\"", "[", "[[", "= ", "é = \"😀¦", "a = [\"\\", "\r\n\r", "]]]", "= = =¦= "] {
            for end in (0..=text.len()).filter(|&end| text.is_char_boundary(end)) {
                shown(&format!("{}¦{}", text.get(..end).unwrap_or(""), text.get(end..).unwrap_or("")));
            }
        }
    }
}
