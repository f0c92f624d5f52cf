//! Stages as steps: how far along each outlet puts the matter.

use std::borrow::Borrow;

use askama::Template;

use super::plot::LONGEST;
use crate::view::extent::common_line;
use crate::view::lane::cut;
use crate::view::position::{in_order, letter, of_claims};
use crate::view::{ClaimView, Item, NumberLine};

/// The height of a row, in pixels.
const ROW: usize = 34;

/// The height of the steps above the rows, in pixels.
const HEAD: usize = 24;

#[derive(Template)]
#[template(path = "steps.html", config = "src/report/html/askama.toml")]
pub(super) struct Steps<'a> {
    item: &'a Item,
    description: String,
    height: usize,
    rows: Vec<Row>,
}

struct Row {
    y: usize,
    letter: char,
    label: String,
    first: usize,
    last: usize,
}

impl<'a> Steps<'a> {
    /// The stages of an item; `None` where its values are none.
    pub(super) fn of_item(item: &'a Item) -> Option<Self> {
        let line @ NumberLine::Stages(_) = common_line(&item.claims)? else { return None };
        if item.stages.is_empty() || item.claims.len() < 2 {
            return None;
        }
        let positions = of_claims(item);
        let stage =
            |end: Option<f64>| item.stages.iter().zip(0_u32..).position(|(_, at)| Some(f64::from(at)) == end);
        let reach = |claim: &'a ClaimView| {
            let extent = claim.extent.as_ref().filter(|it| it.line == *line)?;
            Some((stage(extent.stated.low)?, stage(extent.stated.high)?))
        };
        let mut rows: Vec<Row> = Vec::new();
        let order = in_order(item).into_iter();
        for (at, (first, last)) in order.filter_map(|at| Some((at, reach(&item.claims[at])?))) {
            let claim = &item.claims[at];
            rows.push(Row {
                y: HEAD + rows.len() * ROW,
                letter: letter(positions[at]),
                label: cut(&format!("{} · {}", claim.value, claim.outlet), LONGEST),
                first,
                last,
            });
        }
        let named = |row: &Row| {
            let name = |at: usize| item.stages.get(at).map_or("", String::as_str);
            let stages = if row.first == row.last {
                name(row.first).to_owned()
            } else {
                format!("{} to {}", name(row.first), name(row.last))
            };
            format!("{}: {}, {stages}", row.letter, row.label)
        };
        let description = rows.iter().map(named).collect::<Vec<_>>().join("; ");
        Some(Self { item, description, height: HEAD + rows.len() * ROW + 6, rows })
    }

    /// How many stages, as a share of all of them.
    fn share(&self, stages: impl Borrow<usize>) -> f64 {
        *stages.borrow() as f64 / self.item.stages.len() as f64
    }
}
