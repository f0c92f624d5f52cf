//! A story from its headline to its outlets.

use std::io::{self, Write};

use askama::Template;

use super::advice::{Advice, wordings};
use super::card::Card;
use super::graph::Graph;
use super::matrix::Matrix;
use super::outlets::{Outlets, Profile, profiles};
use super::page::Filters;
use super::plot::Plot;
use super::sheet::{Badge, Entry, Sheet};
use crate::baseline::State;
use crate::fusion::Verdict;
use crate::report::Position;
use crate::report::position::{lead, letter};

/// So many conflicts make the headline; the others follow in the matrix.
const HEADLINES: usize = 6;

/// So many positions of a conflict make the headline.
const SIDES: usize = 3;

/// So many wordings of a position do.
const WORDINGS: usize = 3;

#[derive(Template)]
#[template(path = "headline.html", config = "src/report/html/askama.toml")]
struct Headline<'a> {
    sheet: &'a Sheet<'a>,
    claims: usize,
    /// The verdicts there are, with their counts.
    tally: Vec<(Badge, usize)>,
    /// The states there are among the conflicts, with their counts.
    states: Vec<(State, usize)>,
    conflicts: Vec<Conflict<'a>>,
    more: usize,
    alone: Vec<&'a Profile<'a>>,
    has_graph: bool,
}

/// A conflict in a few lines.
struct Conflict<'a> {
    entry: &'a Entry<'a>,
    sides: Vec<Side<'a>>,
    more: usize,
    advice: Advice<'a>,
}

/// A position with its wordings, narrowest first, and with those who use them.
struct Side<'a> {
    letter: char,
    wordings: Vec<(&'a str, Vec<String>)>,
    more: usize,
}

#[derive(Template)]
#[template(path = "timeline.html", config = "src/report/html/askama.toml")]
struct Timeline<'a> {
    sheet: &'a Sheet<'a>,
    plot: Plot,
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
    Headline::new(sheet, &profiles, graph.is_some()).write_into(out)?;
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
    Outlets::new(sheet, profiles).write_into(out)?;
    writeln!(out, "</section>")
}

impl<'a> Headline<'a> {
    fn new(sheet: &'a Sheet<'a>, profiles: &'a [Profile<'a>], has_graph: bool) -> Self {
        let counted = Verdict::ALL.map(|verdict| (Badge::of(verdict), sheet.count(verdict)));
        let conflicts = || sheet.entries.iter().filter(|entry| entry.item.verdict.is_conflict());
        let all_states = State::ALL;
        let states =
            all_states.map(|state| (state, conflicts().filter(|entry| entry.state == Some(state)).count()));
        let mut alone: Vec<&Profile<'_>> = profiles.iter().filter(|it| !it.odd.is_empty()).collect();
        alone.sort_by_key(|it| std::cmp::Reverse(it.odd.len()));
        Self {
            sheet,
            claims: sheet.entries.iter().map(|entry| entry.item.claims.len()).sum(),
            tally: counted.into_iter().filter(|(_, number)| *number > 0).collect(),
            states: states.into_iter().filter(|(_, number)| *number > 0).collect(),
            conflicts: conflicts().take(HEADLINES).map(Conflict::new).collect(),
            more: conflicts().count().saturating_sub(HEADLINES),
            alone,
            has_graph,
        }
    }

    fn has(&self, section: &str) -> bool {
        let verdicts = SECTIONS.iter().find(|it| it.0 == section).map_or(&[][..], |it| it.3);
        self.sheet.entries.iter().any(|entry| verdicts.contains(&entry.item.verdict))
    }
}

impl<'a> Conflict<'a> {
    fn new(entry: &'a Entry<'a>) -> Self {
        let item = entry.item;
        let side = |(at, position): (usize, &'a Position)| {
            let claims = position.claims.iter().map(|&at| &item.claims[at]);
            let first = lead(item, position).into_iter();
            let mut wordings = wordings(first.chain(claims));
            let more = wordings.len().saturating_sub(WORDINGS);
            wordings.truncate(WORDINGS);
            Side { letter: letter(at), wordings, more }
        };
        Self {
            entry,
            sides: item.positions.iter().enumerate().map(side).take(SIDES).collect(),
            more: item.positions.len().saturating_sub(SIDES),
            advice: Advice::of(item),
        }
    }
}
