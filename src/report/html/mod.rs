//! The editor's report: one HTML file that needs nothing else.
//!
//! The page works without its script, which only filters, copies and sorts. Style and script stand in the file, and its
//! Content-Security-Policy allows these two by their hashes and nothing else.

mod advice;
mod claim;
mod course;
mod escape;
mod fact;
mod graph;
mod index;
mod matrix;
mod news;
mod outlets;
mod page;
mod pieces;
mod plot;
mod quote;
mod sheet;
mod spread;
mod steps;
mod story;
mod todo;

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::io::{self, Write};

use askama::Template;

pub use escape::MarkupEscaper as PageEscaper;
pub use fact::FactActions;
pub use pieces::{DEFS, Pieces, STYLE};

use crate::baseline::{JudgedComparison, JudgedItem, JudgedStory, State};
use crate::findings::{Report, Shown};
use index::Index;
use page::{Filters, Foot, PageHead};
use sheet::StorySheet;

/// Writes the page. It has every item, unless `shown` asks for an item or a verdict.
///
/// # Errors
/// Where `out` can't be written.
pub fn html(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let shown = Shown { all: true, ..shown.clone() };
    let mut anchors = BTreeSet::new();
    let tells_new = report.since.is_some() || report.stories.iter().any(has_old);
    let mut sheets: Vec<StorySheet<'_>> = report
        .stories
        .iter()
        .map(|story| StorySheet::new(story, report.since.as_ref(), &shown, tells_new, &mut anchors))
        .collect();
    sheets.sort_by_cached_key(index::rank);
    PageHead::new(report, &sheets).write_into(out)?;
    if let [sheet] = sheets.as_slice() {
        story::write(sheet, Some(Filters::new(&sheets)), out)?;
    } else {
        Index::new(&sheets).write_into(out)?;
        Filters::new(&sheets).write_into(out)?;
        for sheet in &sheets {
            story::write(sheet, None, out)?;
        }
    }
    Foot::new().write_into(out)
}

/// Whether a story has a conflict that is no news, so that it says something to call others new.
fn has_old(story: &JudgedStory) -> bool {
    let states = story.judged().flat_map(JudgedItem::comparisons).filter_map(JudgedComparison::state);
    states.into_iter().any(|state| state != State::New)
}

/// `1 outlet`, `2 outlets`; templates hand over numbers and references to numbers.
fn count(number: impl Borrow<usize>, what: &str) -> String {
    crate::files::count(*number.borrow(), what)
}

/// A text in which no line ends before a percent sign.
fn unbroken(text: impl AsRef<str>) -> String {
    text.as_ref().replace(" %", "\u{a0}%")
}

/// A share of the width as a percentage.
fn percent(share: impl Borrow<f64>) -> String {
    format!("{:.2}%", share.borrow() * 100.0)
}
