//! Pairs become data items, by average linkage within the bounds that pins and articles set.

use std::collections::BTreeMap;

use super::{Alignment, Link};

/// A pair that was never compared, or that must not meet, weighs this much, in bits.
const APART: f64 = -12.0;

/// The least average weight at which two groups become one, in bits: even odds.
const THRESHOLD: f64 = 0.0;

/// The data items: positions of claims, each claim in exactly one item.
///
/// Average linkage (Sokal and Michener 1958) rather than chains: the two ends of a chain weigh in, too.
pub(super) fn cluster(alignment: &Alignment<'_>, links: &[Link]) -> Vec<Vec<usize>> {
    let mut weights: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for link in links {
        let weight = match link.pinned {
            Some(true) => f64::INFINITY,
            Some(false) => f64::NEG_INFINITY,
            None => link.weight,
        };
        weights.insert((link.a, link.b), weight);
    }
    let mut groups: Vec<Vec<usize>> = (0..alignment.claims.len()).map(|at| vec![at]).collect();
    let mut group_of: Vec<usize> = (0..groups.len()).collect();
    let between = |groups: &[Vec<usize>], x: usize, y: usize| {
        let mut sum = 0.0;
        for &a in &groups[x] {
            for &b in &groups[y] {
                sum += weights.get(&(a.min(b), a.max(b))).copied().unwrap_or(APART);
            }
        }
        sum / (groups[x].len() * groups[y].len()) as f64
    };
    // Pins first: what a person has put together stays together, and takes no part in the averages below.
    let mut order: Vec<&Link> = links
        .iter()
        .filter(|link| weights.get(&(link.a, link.b)).is_some_and(|&it| it >= THRESHOLD))
        .collect();
    order.sort_by(|x, y| {
        let pinned = |link: &Link| link.pinned == Some(true);
        pinned(y).cmp(&pinned(x)).then(y.weight.total_cmp(&x.weight)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    loop {
        let mut merged = false;
        for link in &order {
            let (x, y) = (group_of[link.a], group_of[link.b]);
            if x == y {
                continue;
            }
            let average = between(&groups, x, y);
            if average >= THRESHOLD || link.pinned == Some(true) {
                let (x, y) = (x.min(y), x.max(y));
                let moved = std::mem::take(&mut groups[y]);
                for &claim in &moved {
                    group_of[claim] = x;
                }
                groups[x].extend(moved);
                merged = true;
            }
        }
        if !merged {
            break;
        }
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort();
    groups
}
