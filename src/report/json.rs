//! The report as JSON, for programs.

use std::io::{self, Write};

use rayon::prelude::*;
use serde::Serialize;

use super::schema::ItemLine;
use crate::baseline::JudgedStory;
use crate::files::json::add;
use crate::findings::{Report, Shown};

/// Stories are written side by side, so many at once.
const STORIES_AT_ONCE: usize = 64;

/// Writes the report as one JSON object, with a line for each item. Programs get every item, unless they ask for an item or
/// a verdict.
///
/// # Errors
/// Where `out` can't be written.
pub fn json(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let shown = Shown { all: true, ..shown.clone() };
    let mut text = b"{\n  \"schema\": ".to_vec();
    add(&mut text, &report.schema)?;
    text.extend(b",\n  \"summary\": ");
    add(&mut text, &report.summary)?;
    text.extend(b",\n  \"stories\": [");
    out.write_all(&text)?;
    let mut lead: &[u8] = b"\n    ";
    // The same pieces of memory for all stories: fresh ones cost more than what is written into them.
    let mut texts = vec![Vec::new(); STORIES_AT_ONCE];
    for stories in report.stories.chunks(STORIES_AT_ONCE) {
        stories.par_iter().zip(&mut texts).try_for_each(|(it, text)| story(it, &shown, text))?;
        for text in texts.iter().take(stories.len()) {
            out.write_all(lead)?;
            out.write_all(text)?;
            lead = b",\n    ";
        }
    }
    text.clear();
    text.extend(b"\n  ],\n  \"diagnostics\": ");
    add_lines(&mut text, &report.diagnostics, "  ")?;
    text.extend(b"\n}\n");
    out.write_all(&text)
}

/// A story, with the items that are asked for.
fn story(story: &JudgedStory, shown: &Shown, text: &mut Vec<u8>) -> io::Result<()> {
    text.clear();
    text.extend(b"{\"name\": ");
    add(text, &story.name)?;
    text.extend(b", \"items\": ");
    let items = story.judged().filter(|item| shown.wants(*item));
    add_lines(text, items.map(ItemLine::new), "    ")?;
    text.extend(b", \"stale\": ");
    add_lines(text, &story.stale, "    ")?;
    text.extend(b", \"versions\": ");
    add_lines(text, &story.versions, "    ")?;
    text.extend(b", \"articles\": ");
    add_lines(text, &story.articles, "    ")?;
    text.push(b'}');
    Ok(())
}

/// Adds a list, each member on a line of its own.
fn add_lines<T: Serialize>(
    text: &mut Vec<u8>,
    members: impl IntoIterator<Item = T>,
    indent: &str,
) -> io::Result<()> {
    text.push(b'[');
    let mut lead = "";
    for member in members {
        write!(text, "{lead}\n{indent}  ")?;
        add(text, &member)?;
        lead = ",";
    }
    if !lead.is_empty() {
        write!(text, "\n{indent}")?;
    }
    text.push(b']');
    Ok(())
}
