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
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    out.write_all(b"\n")
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
