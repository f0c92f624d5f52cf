//! Rivals: an article makes about one claim of each fact, so where another claim of it fits as well, that speaks against.

use super::weights::{self, Level};
use super::{Alignment, Link};

/// Where there is no rival at all: less than any link weighs, in bits.
const NONE: f64 = -100.0;

/// Every claim's links to each other article, strongest first.
#[derive(Debug, Default)]
pub(super) struct Rivals {
    /// A claim, an article, the weight of a link between them before rivals count, and the article's claim.
    of: Vec<(usize, usize, f64, usize)>,
}

impl Rivals {
    /// The rivals that links are to each other.
    pub(super) fn new(alignment: &Alignment<'_>, links: &[Link]) -> Self {
        let article = |at: usize| alignment.labels.of_claims[at].article;
        let across = links.iter().filter(|link| !alignment.same_article(link.a, link.b));
        let mut of: Vec<(usize, usize, f64, usize)> = across
            .flat_map(|link| {
                [
                    (link.a, article(link.b), link.weight, link.b),
                    (link.b, article(link.a), link.weight, link.a),
                ]
            })
            .collect();
        of.sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)).then(x.3.cmp(&y.3)));
        Self { of }
    }

    /// How well another claim of the one's article fits the other, for whichever of the two has the stronger rival.
    pub(super) fn level(&self, alignment: &Alignment<'_>, a: usize, b: usize) -> &'static Level {
        if alignment.same_article(a, b) {
            return weights::RIVALS.named("one article");
        }
        let strongest = self.strongest(alignment, a, b).max(self.strongest(alignment, b, a));
        weights::RIVALS.at(strongest)
    }

    /// The strongest link of a claim to the other's article, but to that other itself and to what says the same.
    fn strongest(&self, alignment: &Alignment<'_>, claim: usize, other: usize) -> f64 {
        let article = alignment.labels.of_claims[other].article;
        let start = self.of.partition_point(|it| (it.0, it.1) < (claim, article));
        let links = self.of[start..].iter().take_while(|it| (it.0, it.1) == (claim, article));
        let rival =
            links.map(|it| (it.2, it.3)).find(|it| it.1 != other && !alignment.says_the_same(it.1, other));
        rival.map_or(NONE, |it| it.0)
    }
}
