//! A story: what to do now, then one list of its facts, then what stands and who rests on whom, closed.

use std::io::{self, Write};

use askama::Template;

use super::fact::FactCard;
use super::graph::Graph;
use super::matrix::Matrix;
use super::outlets::{Outlets, profiles};
use super::page::Filters;
use super::plot::Plot;
use super::sheet::{SheetEntry, StorySheet};
use super::todo::Todo;
use crate::fusion::Verdict;

#[derive(Template)]
#[template(path = "timeline.html", config = "src/report/html/askama.toml")]
struct Timeline<'a> {
    sheet: &'a StorySheet<'a>,
    plot: Plot,
}

#[derive(Template)]
#[template(path = "versions.html", config = "src/report/html/askama.toml")]
struct VersionsSection<'a> {
    sheet: &'a StorySheet<'a>,
}

#[derive(Template)]
#[template(path = "section.html", config = "src/report/html/askama.toml")]
struct Section<'a> {
    sheet: &'a StorySheet<'a>,
    part: &'static Part,
    facts: usize,
}

/// A part of the list of facts.
struct Part {
    /// Its anchor behind that of the story.
    name: &'static str,
    heading: &'static str,
    note: &'static str,
    verdicts: &'static [Verdict],
    /// It opens by a click.
    closed: bool,
}

/// The facts by what an editor does about them.
const PARTS: [Part; 4] = [
    Part {
        name: "conflicts",
        heading: "What disagrees",
        note: "Gravest first. Nothing here says who is right.",
        verdicts: &[Verdict::Contradiction, Verdict::Tension],
        closed: false,
    },
    Part {
        name: "moved",
        heading: "What moved on",
        note: "Figures and stages that changed as time went by.",
        verdicts: &[Verdict::Development],
        closed: false,
    },
    Part {
        name: "open",
        heading: "To be looked at",
        note: "Only a person can tell whether these say the same.",
        verdicts: &[Verdict::Unclear],
        closed: false,
    },
    Part {
        name: "agreed",
        heading: "What stands",
        note: "Told by several, and nothing here speaks against it.",
        verdicts: &[Verdict::Compatible, Verdict::Agreement],
        closed: true,
    },
];

/// Writes a story, with the filters above its list where it is the only one.
pub(super) fn write(
    sheet: &StorySheet<'_>,
    filters: Option<Filters<'_>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    Todo::new(sheet).write_into(out)?;
    if let Some(filters) = filters {
        filters.write_into(out)?;
    }
    for part in &PARTS {
        let is_of = |entry: &&SheetEntry<'_>| part.verdicts.contains(&entry.item.verdict);
        let facts = sheet.entries.iter().filter(is_of).count();
        if facts == 0 {
            continue;
        }
        Section { sheet, part, facts }.write_into(out)?;
        for entry in sheet.entries.iter().filter(is_of) {
            FactCard::new(sheet, entry, None).write_into(out)?;
        }
        writeln!(out, "{}</section>", if part.closed { "</details>" } else { "" })?;
    }
    if !sheet.story.versions.is_empty() {
        VersionsSection { sheet }.write_into(out)?;
    }
    Outlets::new(sheet, profiles(sheet)).write_into(out)?;
    if let Some(graph) = Graph::new(sheet) {
        graph.write_into(out)?;
    }
    if let Some(plot) = Plot::of_dates(sheet) {
        Timeline { sheet, plot }.write_into(out)?;
    }
    if sheet.compared().next().is_some() {
        Matrix::new(sheet).write_into(out)?;
    }
    writeln!(out, "</section>")
}
