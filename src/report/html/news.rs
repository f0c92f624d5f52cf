//! What changed since the revision that the page is compared with: which outlet says what now, and what it said before.

use askama::Template;

use super::sheet::{SheetEntry, StorySheet};
use crate::baseline::ChangesSince;
use crate::findings::Since;

/// So many changes are told; the rest unfolds.
const TOLD: usize = 5;

#[derive(Template)]
#[template(path = "news.html", config = "src/report/html/askama.toml")]
pub(super) struct NewsSection<'a> {
    since: &'a Since,
    /// Nothing, where the revision had no such story.
    changes: Option<&'a ChangesSince>,
    told: Vec<Row<'a>>,
    rest: Vec<Row<'a>>,
}

/// A claim that says something else, or is new.
struct Row<'a> {
    entry: &'a SheetEntry<'a>,
    outlet: &'a str,
    value: &'a str,
    before: Option<&'a str>,
}

impl<'a> NewsSection<'a> {
    /// Nothing, where the page is compared with no revision.
    pub(super) fn new(sheet: &'a StorySheet<'a>) -> Option<Self> {
        let since = sheet.since?;
        let changes = sheet.story.news.as_ref();
        let of = |entry: &'a SheetEntry<'a>| changes.into_iter().flat_map(move |it| rows(it, entry));
        let mut told: Vec<Row<'a>> = sheet.entries.iter().flat_map(of).collect();
        // What disagrees now comes first, and what said something else before what is told in addition.
        told.sort_by_key(|row| (!row.entry.item.is_open(), row.before.is_none()));
        let rest = told.split_off(told.len().min(TOLD));
        Some(Self { since, changes, told, rest })
    }
}

fn rows<'a>(changes: &'a ChangesSince, entry: &'a SheetEntry<'a>) -> Vec<Row<'a>> {
    let claims = &entry.item.view.claims;
    let row = |claim: &'a crate::view::ClaimView| {
        let before = changes.before(claim);
        let is_told = before.is_some() || changes.is_added(claim);
        is_told.then_some(Row { entry, outlet: &claim.outlet, value: &claim.value, before })
    };
    claims.iter().filter_map(row).collect()
}
