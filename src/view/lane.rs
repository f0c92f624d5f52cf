//! The values of an item that can be drawn along one line, those that are drawn alike together.

use super::extent::{DrawnExtent, NumberLine, common_line};
use super::position::of_claims;
use super::{ClaimView, Item};

/// Claims of one position that are drawn alike.
pub(crate) struct Lane<'a> {
    /// The position, from 0.
    pub(crate) position: usize,
    pub(crate) extent: &'a DrawnExtent,
    pub(crate) claims: Vec<&'a ClaimView>,
}

/// What an item's values are drawn along, and its lanes by position; `None` where no two can be compared that way.
pub(crate) fn lanes(item: &Item) -> Option<(&NumberLine, Vec<Lane<'_>>)> {
    let line = common_line(&item.claims)?;
    let mut found: Vec<Lane<'_>> = Vec::new();
    let positions = of_claims(item);
    for position in &item.positions {
        for (at, claim) in position.claims.iter().map(|&it| (positions[it], &item.claims[it])) {
            let Some(extent) = claim.extent.as_ref().filter(|extent| extent.line == *line) else { continue };
            match found.iter_mut().find(|lane| lane.position == at && lane.extent == extent) {
                Some(same) => same.claims.push(claim),
                None => found.push(Lane { position: at, extent, claims: vec![claim] }),
            }
        }
    }
    (found.len() > 1).then_some((line, found))
}

impl Lane<'_> {
    /// The first outlet and how many there are beside it.
    pub(crate) fn told_by(&self) -> String {
        let mut outlets: Vec<&str> = self.claims.iter().map(|claim| claim.outlet.as_str()).collect();
        outlets.dedup();
        match outlets.as_slice() {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first, rest @ ..] => format!("{first} and {} more", rest.len()),
        }
    }
}

/// A text in at most so many letters.
pub(crate) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
