//! One source, two numbers: an origin that is quoted with values that can't both be so. Whoever finds that asks the source.

use std::collections::{BTreeMap, BTreeSet};

use super::comparison::Comparison;
use super::origin::Origins;
use super::verdict::Verdict;
use crate::linkage::ArticleClaim;
use crate::value::Kind;

/// An origin that is quoted with several values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneSource {
    /// The origin, as the first of the claims names it.
    pub origin: String,
    /// The claims that quote it, by their places in the item, in the order of their days.
    pub claims: Vec<usize>,
}

/// The origins that stand on both sides of a contradiction between two articles.
pub(super) fn one_source(
    told: &[ArticleClaim<'_>],
    comparisons: &[Comparison],
    origins: &Origins<'_>,
) -> Vec<OneSource> {
    let mut found: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for it in comparisons.iter().filter(|it| it.verdict == Verdict::Contradiction) {
        let (a, b) = (told[it.a], told[it.b]);
        // What somebody means is told in many ways: only what is a figure, a date or a yes has been taken down wrongly.
        let in_words = [a, b].iter().any(|it| matches!(it.claim.value.kind, Kind::Text | Kind::Names));
        if in_words || a.article.file.path() == b.article.file.path() {
            continue;
        }
        for origin in origins.quoted(a).intersection(&origins.quoted(b)) {
            found.entry(origin.clone().into_owned()).or_default().extend([it.a, it.b]);
        }
    }
    let of = |(key, claims): (String, BTreeSet<usize>)| {
        let mut claims: Vec<usize> = claims.into_iter().collect();
        claims.sort_by_key(|&at| (told[at].article.published.and_then(|it| it.low), at));
        let named = |&at: &usize| origins.credits(told[at]).into_iter().find(|it| it.key == key);
        let origin = claims.iter().find_map(named).map_or(key.clone(), |credit| credit.name);
        OneSource { origin, claims }
    };
    found.into_iter().map(of).collect()
}
