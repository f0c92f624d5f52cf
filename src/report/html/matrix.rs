//! The conflict matrix: data items by gravity, outlets by whom they credit, values as worded.

use std::collections::BTreeSet;

use askama::Template;

use super::sheet::{Badge, SheetEntry, StorySheet};
use crate::fusion::Verdict;
use crate::view::position::{letter, of_claims};
use crate::view::{ComparisonView, Item};

/// More columns than these don't fit a printed page: there, rows become lists.
const MOST_PRINTED: usize = 7;

/// So many columns fit a screen: there, the table needs no box that scrolls, which would catch the wheel.
const MOST_ON_SCREEN: usize = 5;

#[derive(Template)]
#[template(path = "matrix.html", config = "src/report/html/askama.toml")]
pub(super) struct Matrix<'a> {
    sheet: &'a StorySheet<'a>,
    rows: Vec<Row<'a>>,
    singles: usize,
}

struct Row<'a> {
    entry: &'a SheetEntry<'a>,
    cells: Vec<Option<MatrixCell<'a>>>,
}

/// What an outlet says of an item.
struct MatrixCell<'a> {
    badge: Badge,
    values: Vec<(char, &'a str)>,
    /// The letters of the positions that it conflicts with.
    against: BTreeSet<char>,
}

impl MatrixCell<'_> {
    /// `in tension with A and C`.
    fn does(&self) -> String {
        let letters: Vec<String> = self.against.iter().map(char::to_string).collect();
        let with = if self.badge == Badge::of(Verdict::Tension) { " with " } else { " " };
        let whom =
            if letters.is_empty() { String::new() } else { format!("{with}{}", letters.join(" and ")) };
        format!("{}{whom}", self.badge.does)
    }
}

impl<'a> Matrix<'a> {
    pub(super) fn new(sheet: &'a StorySheet<'a>) -> Self {
        let rows: Vec<Row<'_>> =
            sheet.compared().map(|entry| Row { entry, cells: cells(entry, sheet.outlets.len()) }).collect();
        Self { sheet, singles: sheet.entries.len() - rows.len(), rows }
    }

    fn is_narrow(&self) -> bool {
        self.sheet.outlets.len() <= MOST_ON_SCREEN
    }

    fn is_wide(&self) -> bool {
        self.sheet.outlets.len() > MOST_PRINTED
    }
}

fn cells<'a>(entry: &SheetEntry<'a>, columns: usize) -> Vec<Option<MatrixCell<'a>>> {
    let item = entry.item.view;
    let (positions, verdicts, opponents) = (of_claims(item), verdicts(entry), opponents(item));
    let mut cells: Vec<Option<MatrixCell<'a>>> = (0..columns).map(|_| None).collect();
    let mut gravest: Vec<Verdict> = vec![Verdict::Single; columns];
    for position in &item.positions {
        for &claim in &position.claims {
            let column = entry.columns[claim];
            if verdicts[claim] > gravest[column] {
                gravest[column] = verdicts[claim];
                cells[column].iter_mut().for_each(|cell| cell.against.clear());
            }
            let cell = cells[column].get_or_insert(MatrixCell {
                badge: entry.badge,
                values: Vec::new(),
                against: BTreeSet::new(),
            });
            cell.badge = Badge::of(gravest[column]);
            let theirs =
                opponents.iter().filter(|(at, verdict, _)| *at == claim && *verdict == gravest[column]);
            cell.against.extend(theirs.map(|(_, _, letter)| *letter));
            let value = (letter(positions[claim]), item.claims[claim].value.as_str());
            if !cell.values.contains(&value) {
                cell.values.push(value);
            }
        }
    }
    cells
}

/// Each claim in conflict, with the verdict and the letter of what it conflicts with.
fn opponents(item: &Item) -> Vec<(usize, Verdict, char)> {
    let positions = of_claims(item);
    let conflicts = item.comparisons.iter().filter(|it| it.verdict.is_conflict());
    let both = |it: &ComparisonView| {
        [(it.a, it.verdict, letter(positions[it.b])), (it.b, it.verdict, letter(positions[it.a]))]
    };
    conflicts.flat_map(both).collect()
}

/// The gravest comparison of each claim. Where there are very many, claims of one value share one.
fn verdicts(entry: &SheetEntry<'_>) -> Vec<Verdict> {
    let claims = &entry.item.claims;
    let mut found = vec![None; claims.len()];
    for it in &entry.item.comparisons {
        for claim in [it.a, it.b] {
            found[claim] = found[claim].max(Some(it.verdict));
        }
    }
    let of_value = |value: &str| {
        let alike = claims.iter().zip(&found).filter(|(claim, _)| claim.understood == value);
        alike.filter_map(|(_, verdict)| *verdict).max().unwrap_or(entry.item.verdict)
    };
    claims
        .iter()
        .zip(&found)
        .map(|(claim, verdict)| verdict.unwrap_or_else(|| of_value(&claim.understood)))
        .collect()
}
