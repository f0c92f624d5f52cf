//! Rivals: an article makes about one claim of each fact, so where another claim of it fits as well, that speaks against.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::weights::{self, Level};
use super::{Alignment, Link};

/// Where there is no rival at all: less than any link weighs, in bits.
const NONE: f64 = -100.0;

/// Every claim's links to each other article, strongest first.
#[derive(Debug, Default)]
pub(super) struct Rivals {
    /// A claim, an article, the weight of a link between them before rivals count, and the article's claim.
    of: Vec<(usize, usize, f64, usize)>,
    /// By claim, where its links begin among these.
    begins: Vec<usize>,
    /// Where items of stories are matched, these are each other's rivals.
    items: Option<OfItems>,
}

/// The ties of items to those of other stories.
#[derive(Debug)]
struct OfItems {
    item_of: Vec<usize>,
    story_of: Vec<usize>,
    /// By item and story, the two items there that it is tied to most firmly. Looked up only.
    best: HashMap<(usize, usize), [(f64, usize); 2], RandomState>,
}

impl OfItems {
    /// The firmest tie of an item to the other one's story, but to that other itself.
    fn strongest(&self, item: usize, other: usize) -> f64 {
        let best = self.best.get(&(item, self.story_of[other]));
        best.map_or(NONE, |[first, second]| if first.1 == other { second.0 } else { first.0 })
    }
}

impl Rivals {
    /// The rivals that links are to each other.
    pub(super) fn new(alignment: &Alignment<'_>, links: &[Link]) -> Self {
        let article = |at: usize| alignment.labels.of_claims[at].article;
        let across = links.iter().filter(|link| !alignment.same_article(link.a, link.b));
        let mut of: Vec<(usize, usize, f64, usize)> = Vec::with_capacity(2 * links.len());
        of.extend(across.flat_map(|link| {
            [(link.a, article(link.b), link.weight, link.b), (link.b, article(link.a), link.weight, link.a)]
        }));
        of.sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)).then(x.3.cmp(&y.3)));
        let mut begins = vec![0; alignment.claims.len() + 1];
        for link in &of {
            begins[link.0 + 1] += 1;
        }
        let mut before = 0;
        for begin in &mut begins {
            before += *begin;
            *begin = before;
        }
        Self { of, begins, items: None }
    }

    /// The rivals that the items of stories are to each other, by their ties.
    pub(super) fn of_items(
        item_of: Vec<usize>,
        story_of: Vec<usize>,
        ties: &HashMap<(usize, usize), f64, RandomState>,
    ) -> Self {
        let mut best: HashMap<(usize, usize), [(f64, usize); 2], RandomState> = HashMap::default();
        let mut order: Vec<(f64, usize, usize)> = ties.iter().map(|(&(x, y), &tie)| (tie, x, y)).collect();
        order.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        for (tie, x, y) in order {
            for (mine, other) in [(x, y), (y, x)] {
                let best = best.entry((mine, story_of[other])).or_insert([(NONE, usize::MAX); 2]);
                if let Some(free) = best.iter_mut().find(|it| it.1 == usize::MAX) {
                    *free = (tie, other);
                }
            }
        }
        Self { of: Vec::new(), begins: Vec::new(), items: Some(OfItems { item_of, story_of, best }) }
    }

    /// How well another item of the one's story fits the other, for whichever of two items has the stronger rival.
    pub(super) fn of_two_items(&self, x: usize, y: usize) -> &'static Level {
        let strongest = self.items.as_ref().map_or(NONE, |of| of.strongest(x, y).max(of.strongest(y, x)));
        weights::RIVALS.at(strongest)
    }

    /// How well another claim of the one's article fits the other, for whichever of the two has the stronger rival.
    pub(super) fn level(&self, alignment: &Alignment<'_>, a: usize, b: usize) -> &'static Level {
        if alignment.same_article(a, b) {
            return const { weights::RIVALS.named("one article") };
        }
        if let Some(of) = &self.items {
            return self.of_two_items(of.item_of[a], of.item_of[b]);
        }
        let strongest = self.strongest(alignment, a, b).max(self.strongest(alignment, b, a));
        weights::RIVALS.at(strongest)
    }

    /// The strongest link of a claim to the other's article, but to that other itself and to what says the same.
    fn strongest(&self, alignment: &Alignment<'_>, claim: usize, other: usize) -> f64 {
        let article = alignment.labels.of_claims[other].article;
        let of_claim = self.begins.get(claim).zip(self.begins.get(claim + 1));
        let own = of_claim.and_then(|(&from, &to)| self.of.get(from..to)).unwrap_or_default();
        let start = own.partition_point(|it| it.1 < article);
        let links = own.iter().skip(start).take_while(|it| it.1 == article);
        let rival =
            links.map(|it| (it.2, it.3)).find(|it| it.1 != other && !alignment.says_the_same(it.1, other));
        rival.map_or(NONE, |it| it.0)
    }
}
