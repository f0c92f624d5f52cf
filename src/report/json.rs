//! The report as JSON, for programs.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use super::view::{Diagnostic, Item, Report, Story, Summary};
use super::{Shown, Stale};

/// Writes the report as one JSON object, indented, with a line feed behind it. Programs get every item, unless they ask for
/// an item or a verdict.
///
/// # Errors
/// Where `out` can't be written.
pub fn json(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let shown = Shown { all: true, ..shown.clone() };
    let whole = Whole {
        schema: report.schema,
        summary: &report.summary,
        stories: report.stories.iter().map(|story| StoryOf { story, shown: &shown }).collect(),
        diagnostics: &report.diagnostics,
    };
    pretty(&whole, out)
}

/// Writes a value as JSON, indented, with a line feed behind it.
pub(super) fn pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut Visible(&mut *out), value)?;
    out.write_all(b"\n")
}

/// Writes a value as JSON in one line.
pub(super) fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut Visible(&mut *out), value)?;
    out.write_all(b"\n")
}

/// Escapes what JSON allows as it is, though it would command a terminal or turn the writing round: C1 controls and marks of
/// direction. They stand in texts alone, and serde hands over texts in whole characters.
struct Visible<'a>(&'a mut dyn Write);

impl Write for Visible<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match std::str::from_utf8(bytes) {
            Ok(text) if !bytes.is_ascii() => {
                for part in text.split_inclusive(is_hidden) {
                    let plain = part.trim_end_matches(is_hidden);
                    self.0.write_all(plain.as_bytes())?;
                    for hidden in part.chars().rev().take_while(|it| is_hidden(*it)) {
                        write!(self.0, "\\u{:04x}", u32::from(hidden))?;
                    }
                }
            }
            _ => self.0.write_all(bytes)?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn is_hidden(it: char) -> bool {
    matches!(it, '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[derive(Serialize)]
struct Whole<'a> {
    schema: &'static str,
    summary: &'a Summary,
    stories: Vec<StoryOf<'a>>,
    diagnostics: &'a [Diagnostic],
}

/// A story with the items that are asked for.
struct StoryOf<'a> {
    story: &'a Story,
    shown: &'a Shown,
}

impl Serialize for StoryOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shape<'a> {
            name: &'a str,
            items: Wanted<'a>,
            stale: &'a [Stale],
        }
        let items = Wanted { items: &self.story.items, shown: self.shown };
        Shape { name: &self.story.name, items, stale: &self.story.stale }.serialize(serializer)
    }
}

struct Wanted<'a> {
    items: &'a [Item],
    shown: &'a Shown,
}

impl Serialize for Wanted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for item in self.items.iter().filter(|item| self.shown.wants(item)) {
            list.serialize_element(item)?;
        }
        list.end()
    }
}
