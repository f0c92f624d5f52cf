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
    let sides = sides(item);
    let outlet = |at: &usize| item.claims[*at].outlet.as_str();
    let holders: Vec<BTreeSet<&str>> = sides.iter().map(|side| side.iter().map(outlet).collect()).collect();
    let contradict = |a: usize, b: usize| {
        let pair = (a.min(b), a.max(b));
        let found = item.comparisons.iter().find(|it| (it.a, it.b) == pair);
        let alike = same_digits(&item.claims[a], &item.claims[b]);
        !alike && found.is_some_and(|it| it.verdict == Verdict::Contradiction && accuses(item, it))
    };
    let of = |(at, side): (usize, &Vec<usize>)| {
        let one = holders[at].first().copied().filter(|_| holders[at].len() == 1)?;
        let against = |&other: &usize| {
            other != at
                && holders[other].iter().filter(|it| **it != one).count() > 1
                && side.iter().all(|&mine| sides[other].iter().all(|&theirs| contradict(mine, theirs)))
        };
        let echoed = side.iter().any(|at| item.echoed.contains(at));
        // Somebody who stands against the same others with what may be the same in other words leaves nobody alone.
        let joined = |other: usize| {
            let beside = |third: &&Vec<usize>| {
                let apart = third.iter().all(|it| side.iter().all(|&mine| contradict(mine, *it)));
                let rebels =
                    third.iter().all(|it| sides[other].iter().all(|&theirs| contradict(*it, theirs)));
                !apart && rebels && third.iter().any(|it| item.claims[*it].outlet != one)
            };
            (0..sides.len()).filter(|it| ![at, other].contains(it)).map(|it| &sides[it]).any(|it| beside(&it))
        };
        let found = !echoed && (0..sides.len()).any(|other| against(&other) && !joined(other));
        let torn = (0..sides.len()).any(|other| other != at && holders[other].contains(one));
        found.then(|| LoneOutlet { outlet: one, claims: side.clone(), torn })
    };
    sides.iter().enumerate().filter_map(of).collect()
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
