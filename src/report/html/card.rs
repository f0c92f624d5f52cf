//! A data item in full: its positions side by side, why they conflict, what can be printed, how sure that is.

use std::collections::BTreeSet;

use askama::Template;

use super::advice::{Advice, authorities};
use super::claim::Line;
use super::plot::Plot;
use super::sheet::{Badge, Entry, Sheet};
use super::steps::Steps;
use crate::fusion::Verdict;
use crate::linkage::Sure;
use crate::report::position::{EVERY, Reason, letter, reasons, self_contradictions, sides};
use crate::report::view::Comparison;
use crate::report::{Item, known};

#[derive(Template)]
#[template(path = "card.html", config = "src/report/html/askama.toml")]
pub(super) struct Card<'a> {
    entry: &'a Entry<'a>,
    item: &'a Item,
    sides: Vec<Side<'a>>,
    reasons: Vec<Reason<'a>>,
    advice: Advice<'a>,
    selves: Vec<(&'a str, &'a str, &'a str)>,
    /// What is known of its conflicts that are not merely new.
    states: Vec<String>,
    plot: Option<Plot>,
    steps: Option<Steps<'a>>,
    firmest: Option<Firmest<'a>>,
}

/// A position with its claims.
struct Side<'a> {
    letter: char,
    outlets: usize,
    independent: usize,
    authorities: String,
    lines: Vec<Line<'a>>,
}

/// What the verdict rests on.
struct Firmest<'a> {
    comparison: &'a Comparison,
    sure: Sure,
    link: Sure,
    first: &'a str,
    second: &'a str,
    steps: Vec<Step>,
}

/// A step of the waterfall.
struct Step {
    name: String,
    bits: f64,
    sum: f64,
}

impl<'a> Card<'a> {
    pub(super) fn new(sheet: &'a Sheet<'a>, entry: &'a Entry<'a>) -> Self {
        let item = entry.item;
        let reasons = reasons(item);
        let side = |at: usize, claims: &[usize]| {
            let letter = letter(at);
            let outlets: BTreeSet<usize> = claims.iter().map(|&claim| entry.columns[claim]).collect();
            let against = reasons.iter().find(|it| it.letters.0 == letter || it.letters.1 == letter);
            let against = against.map(|it| if it.letters.0 == letter { it.claims.1 } else { it.claims.0 });
            let line = |&claim: &usize| Line::new(sheet, entry, claim, against);
            Side {
                letter,
                outlets: outlets.len(),
                independent: item.positions.get(at).map_or(0, |it| it.independent),
                authorities: authorities(claims.iter().map(|&at| &item.claims[at])),
                lines: claims.iter().map(line).collect(),
            }
        };
        let mut shown: Vec<Side<'a>> =
            sides(item).iter().enumerate().map(|(at, claims)| side(at, claims)).collect();
        if !item.beside_all.is_empty() {
            shown.push(side(EVERY, &item.beside_all));
        }
        let selves =
            self_contradictions(item).map(|(a, b)| (a.outlet.as_str(), a.value.as_str(), b.value.as_str()));
        Self {
            entry,
            item,
            sides: shown,
            selves: selves.collect(),
            advice: Advice::of(item),
            states: if entry.is_partly_new() || item.comparisons.iter().any(|it| it.accepted.is_some()) {
                known::states(item)
            } else {
                Vec::new()
            },
            plot: Plot::of_item(item),
            steps: Steps::of_item(item),
            firmest: Firmest::of(item),
            reasons,
        }
    }

    fn is_conflict(&self) -> bool {
        self.item.verdict >= Verdict::Development
    }

    fn is_weak(&self) -> bool {
        self.firmest.as_ref().is_some_and(|it| !it.sure.is_enough())
    }
}

impl<'a> Firmest<'a> {
    fn of(item: &'a Item) -> Option<Self> {
        let (comparison, sure) = (item.firmest()?, item.sure()?);
        let mut sum = comparison.waterfall.prior;
        let mut steps = vec![Step { name: "before anything is compared".to_owned(), bits: sum, sum }];
        for level in comparison.waterfall.levels.iter().filter(|level| level.bits != 0.0) {
            sum += level.bits;
            steps.push(Step { name: format!("{}: {}", level.comparison, level.name), bits: level.bits, sum });
        }
        let outlet = |at: usize| item.claims[at].outlet.as_str();
        Some(Self {
            comparison,
            sure,
            link: comparison.r#match,
            first: outlet(comparison.a),
            second: outlet(comparison.b),
            steps,
        })
    }
}

impl Step {
    /// The drawn length, of 50 to either side.
    fn length(&self) -> String {
        format!("{:.1}%", (self.bits.abs() * 5.0).min(50.0))
    }

    fn start(&self) -> String {
        let start = if self.bits < 0.0 { 50.0 - (self.bits.abs() * 5.0).min(50.0) } else { 50.0 };
        format!("{start:.1}%")
    }
}
