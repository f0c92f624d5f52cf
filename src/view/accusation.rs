//! What a report holds against an outlet: that it contradicts itself, stands alone, or is silent. Nothing of it rests on a claim
//! that only probably tells the fact.

use std::collections::BTreeSet;

use super::position::sides;
use super::{ClaimView, ComparisonView, Item};
use crate::fusion::Verdict;

/// What is held against an outlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    /// It says what several others contradict, and nobody says with it.
    Alone,
    /// Two of its claims can't both be so.
    Itself,
    /// It says nothing of what most others report.
    Silent,
}

/// An outlet that is named, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accusation {
    /// What is held against it.
    pub against: Against,
    /// The outlet.
    pub outlet: String,
    /// Its claims that are held against it, by their places in the item.
    pub claims: Vec<usize>,
}

impl Item {
    /// Every outlet that reports name, and why.
    pub fn accusations(&self) -> Vec<Accusation> {
        let alone = alone(self).into_iter().map(|it| Accusation {
            against: Against::Alone,
            outlet: it.outlet.to_owned(),
            claims: it.claims,
        });
        let itself = torn(self).map(|it| Accusation {
            against: Against::Itself,
            outlet: self.claims[it.a].outlet.clone(),
            claims: vec![it.a, it.b],
        });
        let silent = self.omitted_by.iter().map(|outlet| Accusation {
            against: Against::Silent,
            outlet: outlet.clone(),
            claims: Vec::new(),
        });
        alone.chain(itself).chain(silent).collect()
    }
}

/// An outlet that alone holds a position against several others.
pub(crate) struct LoneOutlet<'a> {
    pub(crate) outlet: &'a str,
    /// What it alone says, by the places in the item.
    pub(crate) claims: Vec<usize>,
    /// It says what others say, too.
    pub(crate) torn: bool,
}

/// The outlets that stand alone: each of their claims contradicts each of several others, and all of them surely tell the fact.
pub(crate) fn alone(item: &Item) -> Vec<LoneOutlet<'_>> {
    if item.verdict != Verdict::Contradiction {
        return Vec::new();
    }
    let sides = Sides::of(item);
    (0..sides.claims.len()).filter_map(|at| sides.lone(at)).collect()
}

/// The sides of an item, and who holds each.
struct Sides<'i> {
    item: &'i Item,
    claims: Vec<Vec<usize>>,
    holders: Vec<BTreeSet<&'i str>>,
}

impl<'i> Sides<'i> {
    fn of(item: &'i Item) -> Self {
        let claims = sides(item);
        let outlet = |at: &usize| item.claims[*at].outlet.as_str();
        let holders = claims.iter().map(|side| side.iter().map(outlet).collect()).collect();
        Self { item, claims, holders }
    }

    /// The outlet that holds a side alone, where several others surely contradict it in all it says.
    fn lone(&self, at: usize) -> Option<LoneOutlet<'i>> {
        let outlet = self.holders[at].first().copied().filter(|_| self.holders[at].len() == 1)?;
        let side = &self.claims[at];
        let against = |other: usize| {
            let others = self.holders[other].iter().filter(|it| **it != outlet).count();
            other != at && others > 1 && self.all_contradict(side, &self.claims[other])
        };
        let echoed = side.iter().any(|at| self.item.echoed.contains(at));
        let mut others = 0..self.claims.len();
        let found = !echoed && others.any(|other| against(other) && !self.is_joined(at, other, outlet));
        let torn = (0..self.claims.len()).any(|other| other != at && self.holders[other].contains(outlet));
        found.then(|| LoneOutlet { outlet, claims: side.clone(), torn })
    }

    /// Whether somebody else stands against the same others with what may be the same in other words: that leaves nobody alone.
    fn is_joined(&self, at: usize, other: usize, outlet: &str) -> bool {
        let thirds = (0..self.claims.len()).filter(|it| ![at, other].contains(it)).map(|it| &self.claims[it]);
        let mut beside = thirds.filter(|third| {
            !self.all_contradict(third, &self.claims[at]) && self.all_contradict(third, &self.claims[other])
        });
        beside.any(|third| third.iter().any(|it| self.item.claims[*it].outlet != outlet))
    }

    fn all_contradict(&self, mine: &[usize], yours: &[usize]) -> bool {
        mine.iter().all(|&a| yours.iter().all(|&b| self.contradict(a, b)))
    }

    fn contradict(&self, a: usize, b: usize) -> bool {
        let (pair, item) = ((a.min(b), a.max(b)), self.item);
        let found = item.comparisons.iter().find(|it| (it.a, it.b) == pair);
        let alike = same_digits(&item.claims[a], &item.claims[b]);
        !alike && found.is_some_and(|it| it.verdict == Verdict::Contradiction && accuses(item, it))
    }
}

/// Whether two figures have the same digits, so that a point or a comma may have been read wrongly: `30.000`, `30,000`.
fn same_digits(a: &ClaimView, b: &ClaimView) -> bool {
    let digits = |claim: &ClaimView| claim.value.chars().filter(char::is_ascii_digit).collect::<String>();
    !digits(a).is_empty() && digits(a) == digits(b)
}

/// The claims in which an outlet contradicts itself.
pub(crate) fn self_contradictions(item: &Item) -> impl Iterator<Item = (&ClaimView, &ClaimView)> {
    torn(item).map(|it| (&item.claims[it.a], &item.claims[it.b]))
}

/// The comparisons that show an outlet to contradict itself: two figures in two names do not.
fn torn(item: &Item) -> impl Iterator<Item = &ComparisonView> {
    let own = |it: &&ComparisonView| {
        let (a, b) = (&item.claims[it.a], &item.claims[it.b]);
        it.verdict == Verdict::Contradiction
            && a.outlet == b.outlet
            && accuses(item, it)
            && !in_two_names(a, b)
    };
    item.comparisons.iter().filter(own)
}

/// Whether both claims of a comparison are sure enough to tell the fact that something may be held against somebody.
fn accuses(item: &Item, comparison: &ComparisonView) -> bool {
    let sure = |at: usize| item.claims[at].certainty.is_none_or(crate::linkage::Sure::is_enough);
    sure(comparison.a) && sure(comparison.b)
}

/// Whether two claims each quote somebody, and not the same one.
fn in_two_names(a: &ClaimView, b: &ClaimView) -> bool {
    let quotes = |it: &ClaimView| !it.credits.is_empty();
    quotes(a) && quotes(b) && !a.credits.iter().any(|it| b.credits.iter().any(|other| other.key == it.key))
}
