//! Claims that nearly joined an item: a person may think otherwise.

use std::collections::BTreeSet;

use bitcode::{Decode, Encode};

use super::{ClaimView, Waterfall};
use crate::claim::Story;
use crate::fusion::{self, DataItem, Verdict};
use crate::linkage::{Alignment, Link, Sure};

/// A claim that nearly joined an item.
#[derive(Debug, Encode, Decode)]
pub struct NearMiss {
    /// Position in the item's claims of the one it is nearest to.
    pub claim: usize,
    /// The claim outside.
    pub other: ClaimView,
    /// How likely both are about the same fact, from 0 to 1.
    pub probability: Sure,
    /// How the values would stand to each other, were they about the same fact.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Why not more.
    pub waterfall: Waterfall,
}

/// The near misses of each claim.
pub(super) struct Near<'a>(Vec<Vec<(&'a Link, usize)>>);

impl<'a> Near<'a> {
    pub(super) fn new(alignment: &'a Alignment<'_>) -> Self {
        let mut of_claim = vec![Vec::new(); alignment.claims.len()];
        for link in &alignment.near {
            of_claim[link.a].push((link, link.b));
            of_claim[link.b].push((link, link.a));
        }
        Self(of_claim)
    }

    /// What nearly joined an item, likeliest first.
    pub(super) fn of(&self, story: &Story, alignment: &Alignment<'_>, item: &DataItem) -> Vec<NearMiss> {
        let of =
            |(claim, &at): (usize, &usize)| self.0[at].iter().map(move |&(link, other)| (link, claim, other));
        let mut near: Vec<(&Link, usize, usize)> = item.claims.iter().enumerate().flat_map(of).collect();
        near.sort_by(|x, y| y.0.weight.total_cmp(&x.0.weight).then(x.2.cmp(&y.2)).then(x.1.cmp(&y.1)));
        let mut seen = BTreeSet::new();
        near.retain(|&(_, _, other)| seen.insert(other));
        let miss = |(link, claim, other): (&Link, usize, usize)| {
            let judgement = fusion::compare(alignment, &story.desk, item.claims[claim], other);
            NearMiss {
                claim,
                other: ClaimView::new(alignment.claims[other]),
                probability: link.sure(),
                verdict: judgement.verdict,
                reason: judgement.reason,
                waterfall: Waterfall::new(link),
            }
        };
        near.into_iter().map(miss).collect()
    }
}
