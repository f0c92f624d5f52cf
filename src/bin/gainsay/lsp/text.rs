//! Texts as editors count them: lines from 0, and in them units of the encoding that was agreed on.

use std::ops::Range;

use serde::Deserialize;
use serde_json::{Value, json};

/// What the characters of a position count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// What every editor knows.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The first one of a client's list that is known here.
    pub(super) fn agreed<'n>(mut names: impl Iterator<Item = &'n str>) -> Self {
        let known =
            |name: &str| [Self::Utf8, Self::Utf16, Self::Utf32].into_iter().find(|it| it.name() == name);
        names.find_map(known).unwrap_or_default()
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Utf32 => "utf-32",
        }
    }

    fn units(self, it: char) -> usize {
        match self {
            Self::Utf8 => it.len_utf8(),
            Self::Utf16 => it.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct TextPosition {
    pub(super) line: usize,
    pub(super) character: usize,
}

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Span {
    pub(super) start: TextPosition,
    pub(super) end: TextPosition,
}

/// A text whose lines are known.
#[derive(Debug)]
pub(super) struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
    encoding: Encoding,
    /// How many lines were looked at.
    #[cfg(test)]
    pub(super) looked: std::cell::Cell<usize>,
}

impl<'t> LineIndex<'t> {
    pub(super) fn of(text: &'t str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        // A line ends with a line feed, or with a carriage return that none follows.
        let ends = bytes
            .iter()
            .enumerate()
            .filter(|&(at, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self {
            text,
            starts,
            encoding,
            #[cfg(test)]
            looked: std::cell::Cell::default(),
        }
    }

    /// The bytes of a line without its end, and where they begin.
    pub(super) fn line(&self, line: usize) -> (usize, &'t str) {
        #[cfg(test)]
        self.looked.set(self.looked.get() + 1);
        let start = self.starts.get(line).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        (start, self.text.get(start..end).unwrap_or_default().trim_end_matches(['\r', '\n']))
    }

    /// Where a byte is.
    pub(super) fn position(&self, at: usize) -> TextPosition {
        let line = self.starts.partition_point(|&start| start <= at).max(1) - 1;
        let (start, text) = self.line(line);
        let before = text.char_indices().take_while(|&(index, _)| start + index < at);
        TextPosition { line, character: before.map(|(_, it)| self.encoding.units(it)).sum() }
    }

    /// A position with a line that there is: an editor may ask for any.
    pub(super) fn within(&self, position: TextPosition) -> TextPosition {
        if position.line < self.starts.len() {
            return position;
        }
        self.position(self.text.len())
    }

    /// The byte at a position; the end of the line where the line is shorter, the end of the text where it has fewer lines.
    pub(super) fn offset(&self, position: TextPosition) -> usize {
        let (start, text) = self.line(position.line);
        let mut units = 0;
        for (index, it) in text.char_indices() {
            if units >= position.character {
                return start + index;
            }
            units += self.encoding.units(it);
        }
        start + text.len()
    }

    pub(super) fn bytes(&self, span: Span) -> Range<usize> {
        let (start, end) = (self.offset(span.start), self.offset(span.end));
        start.min(end)..end.max(start)
    }

    /// A stretch of bytes as the protocol writes it.
    pub(super) fn range(&self, span: &Range<usize>) -> Value {
        let place = |at: usize| {
            let position = self.position(at);
            json!({"line": position.line, "character": position.character})
        };
        json!({"start": place(span.start), "end": place(span.end)})
    }
}

/// A change of an open text.
#[derive(Debug, Deserialize)]
pub(super) struct TextChange {
    /// All of it where it is missing.
    pub(super) range: Option<Span>,
    pub(super) text: String,
}

impl TextChange {
    /// Makes the change.
    pub(super) fn apply(self, text: &mut String, encoding: Encoding) {
        match self.range {
            Some(range) => {
                let bytes = LineIndex::of(text, encoding).bytes(range);
                text.replace_range(bytes, &self.text);
            }
            None => *text = self.text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_again_in_every_encoding() {
        let text = "é = \"😀\"\r\nb\rc\n\nĳ";
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let lines = LineIndex::of(text, encoding);
            for (at, it) in text.char_indices().filter(|&(_, it)| it != '\r' && it != '\n') {
                assert_eq!(lines.offset(lines.position(at)), at, "{it} in {encoding:?}");
            }
        }
        let after = |encoding| LineIndex::of(text, encoding).position(text.find("\"\r").unwrap_or_default());
        assert_eq!(after(Encoding::Utf8), TextPosition { line: 0, character: 10 });
        assert_eq!(after(Encoding::Utf16), TextPosition { line: 0, character: 7 });
        assert_eq!(after(Encoding::Utf32), TextPosition { line: 0, character: 6 });
    }

    #[test]
    fn places_that_are_none_are_the_nearest_there_is() {
        let lines = LineIndex::of("ab\ncd", Encoding::Utf16);
        for (line, character, at) in [(0, 9, 2), (1, 9, 5), (9, 0, 5), (9, 9, 5)] {
            assert_eq!(lines.offset(TextPosition { line, character }), at);
        }
        // In the middle of a character.
        // Whoever goes from there to the top, line by line, takes three steps and not two thousand million.
        let far = TextPosition { line: 1 << 31, character: 1 << 31 };
        assert_eq!(lines.within(far), TextPosition { line: 1, character: 2 });
        assert_eq!(
            lines.within(TextPosition { line: 0, character: 9 }),
            TextPosition { line: 0, character: 9 }
        );
        assert_eq!(LineIndex::of("😀b", Encoding::Utf16).offset(TextPosition { line: 0, character: 1 }), 4);
    }

    #[test]
    fn changes_are_made_where_they_are_asked_for() {
        let mut text = "value = \"😀 m\"\n".to_owned();
        let at = |character| TextPosition { line: 0, character };
        let change = TextChange { range: Some(Span { start: at(9), end: at(11) }), text: "95".to_owned() };
        change.apply(&mut text, Encoding::Utf16);
        assert_eq!(text, "value = \"95 m\"\n");
        TextChange { range: None, text: "x".to_owned() }.apply(&mut text, Encoding::Utf8);
        assert_eq!(text, "x");
    }
}
