//! What accuses must be sure: verdicts on claims that may tell another fact, and outlets that may not be silent.

use std::collections::BTreeSet;

use super::compare::judged;
use super::comparison::Comparison;
use super::judge::Judge;
use super::position::Position;
use super::verdict::Verdict;
use crate::claim::Story;
use crate::linkage::{Alignment, ArticleClaim, Sure};

/// Nobody is accused of what may be another fact: where one of two claims is not sure enough to belong to the item, what
/// disagrees is for a person to look at.
pub(super) fn doubt(comparisons: &mut [Comparison], sure: &[Sure]) {
    for it in comparisons.iter_mut().filter(|it| it.verdict.is_conflict()) {
        let least = sure[it.a].least(sure[it.b]);
        if !least.is_enough() {
            it.verdict = Verdict::Unclear;
            it.reason = format!("{}, if they speak of one fact, which is {least} sure", it.reason);
        }
    }
}

/// Where more pairs than these would have to be compared, nobody has looked whether a claim is told again elsewhere: each counts
/// as if it were. Stories of a few hundred claims have half as many at most.
const MOST_LOOKED_THROUGH: usize = 256;

/// The claims of a contradiction that one outlet alone holds against several others, by their places in the item, that another
/// outlet may tell, too, in a claim outside of it: one that is near the item, and of the same value. Nobody stands alone with these.
pub(super) fn echoed(
    judge: &Judge<'_, '_>,
    claims: &[usize],
    (positions, beside_all): (&[Position], &[usize]),
) -> Vec<usize> {
    let alignment = judge.alignment;
    let outlet = |claim: usize| alignment.claims[claim].article.outlet.as_str();
    let own = |position: &Position| -> Vec<usize> {
        position.claims.iter().copied().filter(|at| beside_all.binary_search(at).is_err()).collect()
    };
    let sides: Vec<Vec<usize>> = positions.iter().map(own).collect();
    let holders: Vec<BTreeSet<&str>> =
        sides.iter().map(|side| side.iter().map(|&at| outlet(claims[at])).collect()).collect();
    let stands_alone = |holds: &BTreeSet<&str>| {
        holds.len() == 1 && holders.iter().any(|others| others.difference(holds).count() > 1)
    };
    let alone: Vec<usize> =
        sides.iter().zip(&holders).filter(|it| stands_alone(it.1)).flat_map(|it| it.0).copied().collect();
    if alone.is_empty() {
        return alone;
    }
    let near: Vec<usize> =
        alignment.near_to(claims).into_iter().filter(|other| !claims.contains(other)).collect();
    if claims.len() * near.len() > MOST_LOOKED_THROUGH {
        return alone;
    }
    let told_again = |claim: usize| {
        near.iter().any(|&other| {
            outlet(other) != outlet(claim) && judged(judge, claim, other).verdict.stands_together()
        })
    };
    alone.into_iter().filter(|&at| told_again(claims[at])).collect()
}

/// The outlets that say nothing of an item that more than half of the story's outlets surely report: nothing near it
/// either, though they published on a later day than the first of those.
pub(super) fn omitted_by(
    alignment: &Alignment<'_>,
    story: &Story,
    (claims, sure): (&[usize], &[Sure]),
) -> Vec<String> {
    let outlets: BTreeSet<&str> = story.articles.iter().map(|article| article.outlet.as_str()).collect();
    let outlet = |claim: usize| alignment.claims[claim].article.outlet.as_str();
    let surely = claims.iter().zip(sure).filter(|(_, sure)| sure.is_enough());
    let reporting: BTreeSet<&str> = surely.map(|(&claim, _)| outlet(claim)).collect();
    if reporting.len() * 2 <= outlets.len() {
        return Vec::new();
    }
    let told: Vec<ArticleClaim<'_>> = claims.iter().map(|&claim| alignment.claims[claim]).collect();
    let known = told.iter().filter_map(|it| it.article.published?.high).min();
    // On the day itself it may have been printed before.
    let later = |outlet: &str| {
        let mut theirs = story.articles.iter().filter(|it| it.outlet == outlet && !it.claims.is_empty());
        theirs.any(|it| {
            it.published.and_then(|days| days.low).zip(known).is_some_and(|(day, known)| day > known)
        })
    };
    let mut telling: BTreeSet<&str> = claims.iter().map(|&claim| outlet(claim)).collect();
    telling.extend(alignment.near_to(claims).into_iter().map(outlet));
    let near = |name: &str| telling.contains(name);
    let silent = outlets.difference(&reporting).filter(|outlet| later(outlet) && !near(outlet));
    silent.map(|&outlet| outlet.to_owned()).collect()
}
