//! A story from its headline to its outlets.

use std::io::{self, Write};

use askama::Template;

use super::card::Card;
use super::graph::Graph;
use super::headline::Headline;
use super::matrix::Matrix;
use super::outlets::{Outlets, profiles};
use super::page::Filters;
use super::plot::Plot;
use super::sheet::Sheet;
use crate::fusion::Verdict;

#[derive(Template)]
#[template(path = "timeline.html", config = "src/report/html/askama.toml")]
struct Timeline<'a> {
    sheet: &'a Sheet<'a>,
    plot: Plot,
}

#[derive(Template)]
#[template(path = "versions.html", config = "src/report/html/askama.toml")]
struct Versions<'a> {
    sheet: &'a Sheet<'a>,
}

#[derive(Template)]
#[template(path = "section.html", config = "src/report/html/askama.toml")]
struct Section<'a> {
    sheet: &'a Sheet<'a>,
    name: &'static str,
    heading: &'static str,
    note: &'static str,
}

/// The cards by what an editor does about them.
const SECTIONS: [(&str, &str, &str, &[Verdict]); 3] = [
    (
        "conflicts",
        "What disagrees",
        "Gravest first. Claims with the same letter can stand together; nothing here says who is right.",
        &[Verdict::Contradiction, Verdict::Tension],
    ),
    (
        "open",
        "To be looked at",
        "What can’t be compared without a person, and what moved on as time did.",
        &[Verdict::Unclear, Verdict::Development],
    ),
    (
        "agreed",
        "What stands",
        "Told by several, and nothing here speaks against it.",
        &[Verdict::Compatible, Verdict::Agreement],
    ),
];

/// Writes a story, with the filters below its headline where it is the only one.
pub(super) fn write(sheet: &Sheet<'_>, filters: Option<Filters<'_>>, out: &mut dyn Write) -> io::Result<()> {
    let profiles = profiles(sheet);
    let graph = Graph::new(sheet);
    Headline::new(sheet, &profiles, contents(sheet, graph.is_some())).write_into(out)?;
    if let Some(filters) = filters {
        filters.write_into(out)?;
    }
    if sheet.compared().next().is_some() {
        Matrix::new(sheet).write_into(out)?;
    }
    for (name, heading, note, verdicts) in SECTIONS {
        let mut entries =
            sheet.entries.iter().filter(|entry| verdicts.contains(&entry.item.verdict)).peekable();
        if entries.peek().is_none() {
            continue;
        }
        Section { sheet, name, heading, note }.write_into(out)?;
        for entry in entries {
            Card::new(sheet, entry).write_into(out)?;
        }
        writeln!(out, "</section>")?;
    }
    if let Some(plot) = Plot::of_dates(sheet) {
        Timeline { sheet, plot }.write_into(out)?;
    }
    if let Some(graph) = graph {
        graph.write_into(out)?;
    }
    if !sheet.story.versions.is_empty() {
        Versions { sheet }.write_into(out)?;
    }
    Outlets::new(sheet, profiles).write_into(out)?;
    writeln!(out, "</section>")
}

/// The sections that a story has: their anchors behind that of the story, and their headings.
fn contents(sheet: &Sheet<'_>, has_graph: bool) -> Vec<(&'static str, &'static str)> {
    let has = |verdicts: &[Verdict]| sheet.entries.iter().any(|entry| verdicts.contains(&entry.item.verdict));
    let matrix = sheet.compared().next().map(|_| ("matrix", "Who says what"));
    let cards = SECTIONS.into_iter().filter(|it| has(it.3)).map(|it| (it.0, it.1));
    let graph = has_graph.then_some(("origins", "Who rests on whom"));
    let versions = (!sheet.story.versions.is_empty()).then_some(("versions", "Versions"));
    matrix.into_iter().chain(cards).chain(graph).chain(versions).chain([("outlets", "Outlets")]).collect()
}
