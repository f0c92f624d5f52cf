//! Pairs become data items, by average linkage within the bounds that pins and articles set.

use std::collections::BTreeMap;

use super::{Alignment, Link};

/// A pair that was never compared weighs this much, in bits.
const APART: f64 = -12.0;

/// The least average weight at which two groups become one, in bits: even odds.
const THRESHOLD: f64 = 0.0;

/// How much less firmly than each of them is held together two groups may be tied to become one, in bits. Two groups
/// that are each of one mind do not meet for a weak tie between them.
const SLACK: f64 = 3.5;

/// The data items: positions of claims, each claim in exactly one item.
///
/// Average linkage (Sokal and Michener 1958) rather than chains: the two ends of a chain weigh in, too. Links are
/// taken from the strongest down; what a person has pinned comes before all.
pub(super) fn cluster(alignment: &Alignment<'_>, links: &[Link]) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(alignment, links);
    let mut order: Vec<&Link> =
        links.iter().filter(|link| link.pinned != Some(false) && effective(link) >= THRESHOLD).collect();
    order.sort_by(|x, y| effective(y).total_cmp(&effective(x)).then((x.a, x.b).cmp(&(y.a, y.b))));
    while order.iter().filter(|link| groups.join(link)).count() > 0 {}
    groups.into_items()
}

/// The weight of a link, which a pin puts beyond doubt.
fn effective(link: &Link) -> f64 {
    match link.pinned {
        Some(true) => f64::INFINITY,
        Some(false) => f64::NEG_INFINITY,
        None => link.weight,
    }
}

struct Groups {
    weights: BTreeMap<(usize, usize), f64>,
    members: Vec<Vec<usize>>,
    group_of: Vec<usize>,
    article_of: Vec<usize>,
}

impl Groups {
    fn new(alignment: &Alignment<'_>, links: &[Link]) -> Self {
        let count = alignment.claims.len();
        Self {
            weights: links.iter().map(|link| ((link.a, link.b), effective(link))).collect(),
            members: (0..count).map(|at| vec![at]).collect(),
            group_of: (0..count).collect(),
            article_of: alignment.labels.of_claims.iter().map(|label| label.article).collect(),
        }
    }

    fn weight(&self, a: usize, b: usize) -> f64 {
        self.weights.get(&(a.min(b), a.max(b))).copied().unwrap_or(APART)
    }

    /// Joins the groups of a link's two claims, if they are to be one; whether they were.
    fn join(&mut self, link: &Link) -> bool {
        let (x, y) = (self.group_of[link.a], self.group_of[link.b]);
        if x == y || !(link.pinned == Some(true) || self.belong_together(x, y)) {
            return false;
        }
        let (x, y) = (x.min(y), x.max(y));
        let moved = std::mem::take(&mut self.members[y]);
        for &claim in &moved {
            self.group_of[claim] = x;
        }
        self.members[x].extend(moved);
        true
    }

    fn belong_together(&self, x: usize, y: usize) -> bool {
        let (first, second) = (&self.members[x], &self.members[y]);
        let across = first.iter().flat_map(|&a| second.iter().map(move |&b| self.weight(a, b)));
        let average = mean(across).unwrap_or(APART);
        let needed = match (self.cohesion(first), self.cohesion(second)) {
            (Some(mine), Some(yours)) => THRESHOLD.max(mine.min(yours) - SLACK),
            _ => THRESHOLD,
        };
        average >= needed
    }

    /// The average weight between the articles of a group; none where there is one alone, or pins hold it together.
    fn cohesion(&self, members: &[usize]) -> Option<f64> {
        let pairs = members.iter().enumerate().flat_map(|(at, &a)| {
            let others =
                members.iter().skip(at + 1).filter(move |&&b| self.article_of[a] != self.article_of[b]);
            others.map(move |&b| self.weight(a, b))
        });
        mean(pairs).filter(|mean| mean.is_finite())
    }

    fn into_items(self) -> Vec<Vec<usize>> {
        let mut items: Vec<Vec<usize>> = self.members.into_iter().filter(|it| !it.is_empty()).collect();
        for item in &mut items {
            item.sort_unstable();
        }
        items.sort();
        items
    }
}

/// The mean; minus infinity, a veto, is stronger than plus infinity.
fn mean(weights: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count, mut veto) = (0.0, 0.0, false);
    for weight in weights {
        veto |= weight == f64::NEG_INFINITY;
        sum += weight;
        count += 1.0;
    }
    if veto { Some(f64::NEG_INFINITY) } else { (count > 0.0).then(|| sum / count) }
}
