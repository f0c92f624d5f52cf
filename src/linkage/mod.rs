//! Which claims are about the same data item: normalise, block, compare, weigh, cluster.
//!
//! Probabilistic record linkage after Fellegi and Sunter (1969); it never asks who is right.

mod block;
mod cluster;
mod compare;
mod frequency;
mod label;
mod normalise;
mod rarity;
mod rivals;
mod weights;

use std::collections::{BTreeMap, BTreeSet};

pub use weights::{Level, PRIOR, comparisons};

use crate::claim::{Article, Claim, Story};
use label::Labels;
use rivals::Rivals;

/// Pairs of at least this weight, in bits, are near misses when they are not in one item.
const NEAR: f64 = -4.0;

/// A claim as told by an article.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The article.
    pub article: &'a Article,
    /// The claim.
    pub claim: &'a Claim,
}

/// Two claims that were compared, by their positions in [`Alignment::claims`]; `a` comes first.
#[derive(Clone, Debug)]
pub struct Link {
    /// Position of the one.
    pub a: usize,
    /// Position of the other.
    pub b: usize,
    /// The level each comparison ended on: the steps of the waterfall.
    pub levels: Vec<&'static Level>,
    /// The sum of the prior and all levels, in bits.
    pub weight: f64,
    /// What a person has said of the two.
    pub pinned: Option<bool>,
}

impl Link {
    /// Takes in the outcome of one more comparison.
    fn add(&mut self, level: &'static Level) {
        self.levels.push(level);
        self.weight += level.bits;
    }

    /// How likely both are about the same fact, from 0 to 1.
    pub fn probability(&self) -> f64 {
        match self.pinned {
            Some(true) => 1.0,
            Some(false) => 0.0,
            None => 1.0 / (1.0 + (-self.weight).exp2()),
        }
    }
}

/// The claims of a story, put together into data items.
#[derive(Debug)]
pub struct Alignment<'a> {
    /// Every claim, in the order of articles and numbers.
    pub claims: Vec<Told<'a>>,
    /// The data items: positions in `claims`, each claim in exactly one.
    pub items: Vec<Vec<usize>>,
    /// Pairs that nearly made it into one item: a person may think otherwise.
    pub near: Vec<Link>,
    /// Every pair that was compared, in the order of its claims.
    pub links: Vec<Link>,
    labels: Labels,
    rivals: Rivals,
}

/// Aligns the claims of a story.
pub fn align(story: &Story) -> Alignment<'_> {
    let claims: Vec<Told<'_>> = story
        .articles
        .iter()
        .flat_map(|article| article.claims.iter().map(move |claim| Told { article, claim }))
        .collect();
    let labels = Labels::of(story);
    let rivals = Rivals::default();
    let mut alignment =
        Alignment { claims, items: Vec::new(), near: Vec::new(), links: Vec::new(), labels, rivals };
    let mut links: Vec<Link> =
        block::candidates(&alignment).into_iter().map(|(a, b)| alignment.compared(a, b)).collect();
    alignment.rivals = Rivals::new(&alignment, &links);
    for link in &mut links {
        link.add(alignment.rivals.level(&alignment, link));
    }
    alignment.links = links;
    alignment.items = alignment.cluster(&alignment.links);
    let item_of = alignment.item_of();
    let is_near = |link: &Link| {
        let apart = item_of.get(&link.a) != item_of.get(&link.b) && !alignment.same_article(link.a, link.b);
        apart && link.weight >= NEAR && link.pinned.is_none()
    };
    alignment.near = alignment.links.iter().filter(|link| is_near(link)).cloned().collect();
    alignment
}

impl Alignment<'_> {
    /// Compares two claims.
    ///
    /// # Panics
    /// Where `a` or `b` is no position in `claims`.
    pub fn link(&self, a: usize, b: usize) -> Link {
        let mut link = self.compared(a, b);
        link.add(self.rivals.level(self, &link));
        link
    }

    /// Compares two claims by themselves, whatever else their articles claim.
    fn compared(&self, a: usize, b: usize) -> Link {
        let (a, b) = (a.min(b), a.max(b));
        let side = |at: usize| (&self.labels.of_claims[at], self.claims[at].claim);
        let levels = compare::levels(&self.labels, side(a), side(b)).to_vec();
        let weight = PRIOR + levels.iter().map(|level| level.bits).sum::<f64>();
        let pinned = match (&side(a).1.item, &side(b).1.item) {
            (Some(mine), Some(yours)) => Some(mine == yours),
            _ => None,
        };
        Link { a, b, levels, weight, pinned }
    }

    /// The data items that links make. Whoever wants to know what other weights would do changes the links' weights.
    pub fn cluster(&self, links: &[Link]) -> Vec<Vec<usize>> {
        let pins: Vec<Option<&str>> = self.claims.iter().map(|told| told.claim.item.as_deref()).collect();
        cluster::cluster(self, links, &pins)
    }

    /// The data items as they would be if the claims had these pins.
    pub fn items_with(&self, pins: &[Option<&str>]) -> Vec<Vec<usize>> {
        cluster::cluster(self, &self.links, pins)
    }

    /// Whether two claims of one article say the same fact twice.
    fn says_the_same(&self, a: usize, b: usize) -> bool {
        let side = |at: usize| (&self.labels.of_claims[at], self.claims[at].claim);
        compare::article(side(a), side(b)).bits >= 0.0
    }

    /// Whether two claims come from one article.
    pub fn same_article(&self, a: usize, b: usize) -> bool {
        self.labels.of_claims[a].article == self.labels.of_claims[b].article
    }

    /// The item of each claim.
    pub fn item_of(&self) -> BTreeMap<usize, usize> {
        self.items
            .iter()
            .enumerate()
            .flat_map(|(item, claims)| claims.iter().map(move |&claim| (claim, item)))
            .collect()
    }
}

/// How much of their words two values share, by weight, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared {
    /// Of the lighter one.
    pub of_shorter: f64,
    /// Of the heavier one.
    pub of_longer: f64,
}

impl Alignment<'_> {
    /// How much of their words the values of two claims share.
    pub fn shared_words(&self, a: usize, b: usize) -> Shared {
        let (mine, yours) = (&self.labels.of_claims[a].value, &self.labels.of_claims[b].value);
        compare::shared(&self.labels, mine, yours)
    }

    /// Whether a claim's label asks who did something, so that its value names somebody however it is worded.
    pub fn asks_who(&self, claim: usize) -> bool {
        let asked = self.labels.of_claims[claim].asked;
        asked.is_some_and(|asked| self.labels.vocabulary.word(asked) == "who")
    }

    /// What a label's words ask for (`date`, `place`), each once, synonyms folded into one.
    pub fn asks(&self, text: &str) -> BTreeSet<String> {
        let words = self.labels.vocabulary.normalise(text).into_iter().map(|word| word.concept);
        words.filter(|word| normalise::asks(word)).collect()
    }

    /// The words of a text without inflection, each once, synonyms and aliases folded into one.
    pub fn words(&self, text: &str) -> BTreeSet<String> {
        self.labels.vocabulary.normalise(text).into_iter().map(|word| word.concept).collect()
    }
}
