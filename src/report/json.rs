//! The report as JSON, for programs.

use std::fmt::Write as _;
use std::io::{self, Write};

use rayon::prelude::*;
use serde::Serialize;

use super::Shown;
use super::view::{Report, Story};

/// Stories are written side by side, so many at once.
const STORIES_AT_ONCE: usize = 64;

/// Writes the report as one JSON object, with a line for each item. Programs get every item, unless they ask for an item or
/// a verdict.
///
/// # Errors
/// Where `out` can't be written.
pub fn json(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let shown = Shown { all: true, ..shown.clone() };
    let (schema, summary) = (text(&report.schema)?, text(&report.summary)?);
    write!(out, "{{\n  \"schema\": {schema},\n  \"summary\": {summary},\n  \"stories\": [")?;
    let mut lead = "\n";
    for stories in report.stories.chunks(STORIES_AT_ONCE) {
        let written: Vec<io::Result<String>> = stories.par_iter().map(|it| story(it, &shown)).collect();
        for story in written {
            write!(out, "{lead}    {}", story?)?;
            lead = ",\n";
        }
    }
    write!(out, "\n  ],\n  \"diagnostics\": {}\n}}\n", lines(&report.diagnostics, "  ")?)
}

/// A story, with the items that are asked for.
fn story(story: &Story, shown: &Shown) -> io::Result<String> {
    let name = text(&story.name)?;
    let items = lines(story.items.iter().filter(|item| shown.wants(item)), "    ")?;
    let stale = lines(&story.stale, "    ")?;
    Ok(format!("{{\"name\": {name}, \"items\": {items}, \"stale\": {stale}}}"))
}

/// A list, each member on a line of its own.
fn lines<T: Serialize>(members: impl IntoIterator<Item = T>, indent: &str) -> io::Result<String> {
    let mut list = "[".to_owned();
    for member in members {
        let comma = if list.len() > 1 { "," } else { "" };
        write!(list, "{comma}\n{indent}  {}", text(&member)?).map_err(io::Error::other)?;
    }
    if list.len() > 1 {
        write!(list, "\n{indent}").map_err(io::Error::other)?;
    }
    list.push(']');
    Ok(list)
}

/// A value in one line.
fn text(value: &impl Serialize) -> io::Result<String> {
    let text = serde_json::to_string(value)?;
    let is_plain = text.is_ascii() && !text.as_bytes().contains(&0x7f);
    if is_plain || !text.contains(is_hidden) {
        return Ok(text);
    }
    let escaped = |it: char| if is_hidden(it) { format!("\\u{:04x}", u32::from(it)) } else { it.to_string() };
    Ok(text.chars().map(escaped).collect())
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
