//! JSON Lines: one item a line, for streams and `jq`.

use std::io::{self, Write};

use serde::Serialize;

use super::schema::ItemLine;
use crate::baseline::Stale;
use crate::files::json::line;
use crate::findings::{Diagnostic, Report, Shown};
use crate::view::VersionView;

/// A line; its `type` says of what.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum JsonLine<'a> {
    Item {
        story: &'a str,
        #[serde(flatten)]
        item: ItemLine<'a>,
    },
    Stale {
        story: &'a str,
        #[serde(flatten)]
        stale: &'a Stale,
    },
    Version {
        story: &'a str,
        #[serde(flatten)]
        version: &'a VersionView,
    },
    Diagnostic(&'a Diagnostic),
}

/// Writes every item, unless some are asked for; then what is stale, later versions, and what is wrong with files.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn jsonl(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let shown = Shown { all: true, ..shown.clone() };
    for story in &report.stories {
        for item in story.judged().filter(|item| shown.wants(*item)) {
            line(&JsonLine::Item { story: &story.name, item: ItemLine::new(item) }, out)?;
        }
    }
    for story in &report.stories {
        for stale in &story.stale {
            line(&JsonLine::Stale { story: &story.name, stale }, out)?;
        }
        for version in &story.versions {
            line(&JsonLine::Version { story: &story.name, version }, out)?;
        }
    }
    report.diagnostics.iter().try_for_each(|it| line(&JsonLine::Diagnostic(it), out))
}
