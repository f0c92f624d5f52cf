//! Pins that do nothing, as far as the story goes.

use std::collections::{BTreeMap, BTreeSet};

use super::LintedClaim;
use crate::claim::Conventions;
use crate::files::Problem;
use crate::linkage::{Alignment, ArticleClaim};

/// Claims that are tied by less, in bits, are taken for one fact by nobody, nor asked about.
const UNLIKE: f64 = -8.0;

pub(super) fn check(desk: &Conventions, alignment: &Alignment<'_>, problems: &mut Vec<Problem>) {
    let pins = PinIndex::new(alignment);
    for (at, &ArticleClaim { article, claim }) in alignment.claims.iter().enumerate() {
        let case = LintedClaim { article, desk, claim };
        if let (Some(item), Some(span)) = (&claim.item, &claim.spans.item)
            && pins.is_idle(item, at)
        {
            let message =
                format!("the pin {item:?} does nothing: no other claim has it, and it keeps none away");
            let hint = "write it in the claims that tell the same fact, too, or remove it";
            problems.push(case.finding("idle-pin", span, message).hint(hint));
        }
        for (not, span) in claim.not.iter().zip(&claim.spans.not) {
            if let Some((message, hint)) = pins.idle_not(not, at) {
                problems.push(case.finding("idle-pin", span, message).hint(hint));
            }
        }
    }
}

/// The pins of a story.
struct PinIndex<'a> {
    alignment: &'a Alignment<'a>,
    item_of: BTreeMap<usize, usize>,
    /// The claims that have each pin.
    holders: BTreeMap<&'a str, Vec<usize>>,
    /// The pins that some claim tells another fact than.
    named: BTreeSet<&'a str>,
    /// Pinned claims that would be taken for one fact with a claim of another pin.
    kept_away: BTreeSet<usize>,
}

impl<'a> PinIndex<'a> {
    fn new(alignment: &'a Alignment<'a>) -> Self {
        let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, told) in alignment.claims.iter().enumerate() {
            if let Some(item) = &told.claim.item {
                holders.entry(item).or_default().push(at);
            }
        }
        let named = alignment.claims.iter().flat_map(|told| &told.claim.not).map(String::as_str).collect();
        let parted = alignment.links.iter().filter(|link| link.pinned == Some(false) && link.weight >= 0.0);
        let kept_away = parted.flat_map(|link| [link.a, link.b]).collect();
        Self { alignment, item_of: alignment.item_of(), holders, named, kept_away }
    }

    fn is_idle(&self, item: &str, claim: usize) -> bool {
        let alone = self.holders.get(item).is_some_and(|it| it.len() == 1);
        alone && !self.named.contains(item) && !self.kept_away.contains(&claim)
    }

    /// Why a claim need not be told apart from a pin, and what to do.
    fn idle_not(&self, not: &str, claim: usize) -> Option<(String, &'static str)> {
        let Some(holders) = self.holders.get(not) else {
            let hint = "write it as the `item` of the other claims has it, or remove it";
            return Some((format!("no claim of the story has the pin {not:?}"), hint));
        };
        match &self.alignment.claims[claim].claim.item {
            Some(own) if own == not => {
                let hint = "keep one of the two: a claim tells the fact of its pin";
                Some((format!("the claim's own pin {not:?} stands under `not`, too"), hint))
            }
            Some(own) => {
                let hint = "remove it from `not`: different pins are different facts";
                Some((format!("the pins {own:?} and {not:?} keep them apart anyway"), hint))
            }
            None if self.are_unlike(claim, holders) => {
                let hint = "remove it from `not`, unless the labels are to change";
                Some((format!("nothing would take the claim for {not:?}: they are apart anyway"), hint))
            }
            None => None,
        }
    }

    /// Whether a claim is so unlike all claims of the items in which a pin stands that nobody would ask.
    fn are_unlike(&self, claim: usize, holders: &[usize]) -> bool {
        let items: BTreeSet<usize> = holders.iter().filter_map(|it| self.item_of.get(it)).copied().collect();
        let mut others =
            items.iter().flat_map(|&item| &self.alignment.items[item]).filter(|it| **it != claim);
        others.all(|&other| self.alignment.link(claim, other).weight < UNLIKE)
    }
}
