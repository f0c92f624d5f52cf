//! Which claims are about the same data item: normalise, block, compare, weigh, cluster.
//!
//! Probabilistic record linkage after Fellegi and Sunter (1969); it never asks who is right.

mod about;
mod across;
mod block;
mod certainty;
mod cluster;
mod compare;
mod comparisons;
mod contrast;
mod covers;
mod figures;
mod frequency;
mod label;
mod lead;
mod meanings;
mod names;
mod normalise;
mod outline;
mod overlap;
mod pair;
mod pin;
mod question;
mod rarity;
mod rivals;
mod sense;
mod speakers;
mod spellings;
mod sure;
mod terms;
mod vocabulary;
mod weights;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use foldhash::fast::RandomState;
use rayon::prelude::*;

pub use across::{Items, align_across};
pub use certainty::odds;
pub use comparisons::{COMPARISONS, LevelPlace, comparisons, meters};
pub use pin::Pin;
pub use sure::Sure;
pub use weights::{Level, PRIOR};

use crate::claim::{Article, Claim, Story};
use crate::meter::{self, Budget, BudgetShare};
use label::Labels;
use overlap::Laid;
use pair::{CandidatePair, Glance};
use rivals::Rivals;

/// In a story of more claims than these, claims whose labels share nothing are not looked at even for a review.
const MOST_UNLIKE: usize = 1500;

/// Fewer claims than these are not worth a thread of their own.
const CLAIMS_AT_ONCE: usize = 256;

/// Links of at least this weight, in bits, can bring claims into one item.
pub const JOINS: f64 = cluster::THRESHOLD;

/// Pairs of at least this weight, in bits, are near misses when they are not in one item.
const NEAR: f64 = -4.0;

/// A claim as told by an article.
#[derive(Clone, Copy, Debug)]
pub struct ArticleClaim<'a> {
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
    pub levels: [LevelPlace; COMPARISONS],
    /// The sum of the prior and all levels, in bits.
    pub weight: f64,
    /// What a person has said of the two.
    pub pinned: Option<bool>,
}

impl Link {
    /// Takes in the last comparison, the one with the rivals.
    fn add(&mut self, level: &'static Level) {
        self.levels[comparisons::COUNT] = LevelPlace::new(comparisons::COUNT, level);
        self.weight += level.bits;
    }

    /// Whether a claim is one of the two.
    pub fn has(&self, claim: usize) -> bool {
        self.a == claim || self.b == claim
    }

    /// How likely both are about the same fact, from 0 to 1.
    pub fn probability(&self) -> f64 {
        match self.pinned {
            Some(true) => 1.0,
            Some(false) => 0.0,
            None => odds(self.weight),
        }
    }
}

/// The claims of a story, put together into data items.
#[derive(Debug)]
pub struct Alignment<'a> {
    /// Every claim, in the order of articles and numbers.
    pub claims: Vec<ArticleClaim<'a>>,
    /// The data items: positions in `claims`, each claim in exactly one.
    pub items: Vec<Vec<usize>>,
    /// Pairs that nearly made it into one item: a person may think otherwise.
    pub near: Vec<Link>,
    /// The pairs that were compared and are not too unlike to be kept, in the order of their claims.
    pub links: Vec<Link>,
    /// So many words stand in so many labels that not all claims which share them were compared.
    pub hubs: usize,
    /// Claims that were compared only with those most like them, since the budget allows no more.
    pub cut_short: usize,
    /// What the work on the story may take.
    pub budget: Budget,
    /// The second claim of each link with the place of that link, sorted.
    back: Vec<(usize, usize)>,
    least: f64,
    labels: Labels,
    rivals: Rivals,
    words: Mutex<WordsOf>,
}

/// The words of texts. Looked up only.
type WordsOf = HashMap<String, Arc<BTreeSet<String>>, RandomState>;

/// Aligns the claims of a story.
///
/// ```
/// use gainsay::claim::{Conventions, Story};
///
/// let (folders, mut problems) = gainsay::files::find(&["claims".into()]);
/// let story = Story::read(&folders[0], &Conventions::default(), &mut problems);
/// let alignment = gainsay::linkage::align(&story);
/// // Each claim is in exactly one item.
/// assert_eq!(alignment.items.iter().map(Vec::len).sum::<usize>(), alignment.claims.len());
/// ```
pub fn align(story: &Story) -> Alignment<'_> {
    align_within(story, Budget::default())
}

/// Aligns the claims of a story with so much work at the most.
pub fn align_within(story: &Story, budget: Budget) -> Alignment<'_> {
    align_from(story, NEAR, budget)
}

/// Aligns the claims of a story with so much work at the most, and keeps every pair that was compared, however unlike.
pub fn align_fully(story: &Story, budget: Budget) -> Alignment<'_> {
    align_from(story, f64::NEG_INFINITY, budget)
}

/// Aligns the claims of a story and keeps the pairs that weigh at least so much.
fn align_from(story: &Story, least: f64, budget: Budget) -> Alignment<'_> {
    let claims: Vec<ArticleClaim<'_>> = story
        .articles
        .iter()
        .flat_map(|article| article.claims.iter().map(move |claim| ArticleClaim { article, claim }))
        .collect();
    let clock = meter::LABELS.clock(claims.len());
    meter::CLAIMS.count(claims.len());
    let labels = Labels::of(story);
    drop(clock);
    let index = block::LabelIndex::new(&labels, &claims);
    let (items, near, links, rivals) = (Vec::new(), Vec::new(), Vec::new(), Rivals::default());
    let mut alignment = Alignment {
        claims,
        items,
        near,
        links,
        hubs: index.hubs,
        cut_short: 0,
        budget,
        back: Vec::new(),
        least,
        labels,
        rivals,
        words: Mutex::default(),
    };
    let count = alignment.claims.len();
    let cut_short = AtomicUsize::new(0);
    let of_claim = |seen: &mut block::MetClaims, a: usize| -> Vec<Link> {
        let own = &alignment.labels.of_claims[a];
        seen.laid.lay(own);
        let clock = meter::CANDIDATES.clock(0);
        let mut share = budget.share(count);
        let (mut others, met_all) = index.behind(&alignment.labels, a, seen, &mut share);
        let left_out = alignment.most_alike(a, &mut others, share);
        cut_short.fetch_add(usize::from(left_out || !met_all), Relaxed);
        drop(clock);
        meter::CANDIDATES.count(others.len());
        let _clock = meter::COMPARED.clock(others.len());
        let compared = |(b, glance)| alignment.compared_from(a, b, glance, Some(&seen.laid), least);
        let links = others.into_iter().filter_map(compared).collect();
        seen.laid.take_up(&own.terms);
        links
    };
    let per_claim = (0..count).into_par_iter().with_min_len(CLAIMS_AT_ONCE);
    let per_claim: Vec<Vec<Link>> =
        per_claim.map_init(|| block::MetClaims::new(&alignment.labels), of_claim).collect();
    let mut links = Vec::with_capacity(per_claim.iter().map(Vec::len).sum());
    links.extend(per_claim.into_iter().flatten());
    alignment.cut_short = cut_short.into_inner();
    meter::LINKS.count(links.len());
    let clock = meter::RIVALS.clock(links.len());
    alignment.rivals = Rivals::new(&alignment, &links);
    for link in &mut links {
        link.add(alignment.rivals.level(&alignment, link.a, link.b));
    }
    drop(clock);
    alignment.back = links.iter().enumerate().map(|(at, link)| (link.b, at)).collect();
    alignment.back.sort_unstable();
    alignment.links = links;
    let clock = meter::CLUSTERS.clock(0);
    alignment.items = alignment.cluster(&alignment.links);
    drop(clock);
    meter::CLUSTERS.count(alignment.items.len());
    let mut item_of = vec![0; count];
    for (item, claims) in alignment.items.iter().enumerate() {
        for &claim in claims {
            item_of[claim] = item;
        }
    }
    let is_near = |link: &Link| {
        let apart = item_of[link.a] != item_of[link.b] && !alignment.same_article(link.a, link.b);
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
        let (a, b) = (a.min(b), a.max(b));
        if let Ok(at) = self.links.binary_search_by_key(&(a, b), |link| (link.a, link.b)) {
            return self.links[at].clone();
        }
        self.linked_anew(a, b)
    }

    /// Leaves out the others that are least like a claim where a share of the budget is too small for all; whether any.
    fn most_alike(&self, a: usize, others: &mut Vec<(usize, Glance)>, mut share: BudgetShare) -> bool {
        let words = |claim: usize| self.labels.of_claims[claim].terms.all().len();
        let held = |claim: usize| words(claim).min(sense::MOST_WORDS);
        let steps = |&(b, _): &(usize, Glance)| words(a) + words(b) + held(a) * held(b);
        let all: usize = others.iter().map(steps).sum();
        if share.take(all) {
            return false;
        }
        others.sort_by(|x, y| y.1.alike.total_cmp(&x.1.alike).then(x.0.cmp(&y.0)));
        others.retain(|it| share.take(steps(it)));
        others.sort_unstable_by_key(|it| it.0);
        true
    }

    /// Compares two claims that are not among the links.
    fn linked_anew(&self, a: usize, b: usize) -> Link {
        let mut link = self.compared(a, b);
        link.add(self.rivals.level(self, link.a, link.b));
        link
    }

    /// Compares two claims by themselves, whatever else their articles claim.
    fn compared(&self, a: usize, b: usize) -> Link {
        let (a, b) = (a.min(b), a.max(b));
        self.linked(a, b, comparisons::levels(&CandidatePair::new(&self.labels, self.side(a), self.side(b))))
    }

    /// Compares two claims, unless they are sure to weigh less than `least`; pinned ones are always compared.
    fn compared_from(
        &self,
        a: usize,
        b: usize,
        glance: Glance,
        laid: Option<&Laid>,
        least: f64,
    ) -> Option<Link> {
        let pair = CandidatePair::laid(&self.labels, self.side(a), self.side(b), glance, laid);
        let are_pinned = pair.a.1.item.is_some() && pair.b.1.item.is_some();
        let least = if are_pinned { f64::NEG_INFINITY } else { least };
        Some(self.linked(a, b, comparisons::levels_from(&pair, least)?))
    }

    fn linked(&self, a: usize, b: usize, compared: [&'static Level; comparisons::COUNT]) -> Link {
        let weight = PRIOR + compared.iter().map(|level| level.bits).sum::<f64>();
        let level = |at: usize| LevelPlace::new(at, compared.get(at).copied().unwrap_or(weights::NONE));
        let levels = std::array::from_fn(level);
        let pinned = Pin::of(self.claims[a].claim).says(Pin::of(self.claims[b].claim));
        Link { a, b, levels, weight, pinned }
    }

    fn side(&self, at: usize) -> (&label::Label, &Claim) {
        (&self.labels.of_claims[at], self.claims[at].claim)
    }

    /// What a pair weighs that is not among the links; nothing is known of one that was not compared.
    fn weight_of_unlinked(&self, a: usize, b: usize) -> Option<f64> {
        let left_out = self.least > f64::NEG_INFINITY && block::are_alike(&self.labels, a, b);
        left_out.then(|| self.linked_anew(a, b).weight)
    }

    /// What the other claims of two articles say of each pair, where links weigh as given, their own rivals apart.
    pub fn rival_levels(&self, links: &[Link], pairs: &[(usize, usize)]) -> Vec<&'static Level> {
        let rivals = Rivals::new(self, links);
        pairs.iter().map(|&(a, b)| rivals.level(self, a, b)).collect()
    }

    /// The data items that links make. Whoever wants to know what other weights would do changes the links' weights.
    pub fn cluster(&self, links: &[Link]) -> Vec<Vec<usize>> {
        let pins: Vec<Pin<'_>> = self.claims.iter().map(|told| Pin::of(told.claim)).collect();
        cluster::cluster(self, links, &pins)
    }

    /// Pairs of different articles that were not compared since their labels share too little, if they weigh at least so
    /// much: for a person alone to look at. None where a story has so many claims that nobody would wait for it.
    pub fn unlike(&self, least: f64) -> Vec<Link> {
        let count = self.claims.len();
        if count > MOST_UNLIKE {
            return Vec::new();
        }
        let is_known = |a: usize, b: usize| {
            self.same_article(a, b) || self.links.binary_search_by_key(&(a, b), |it| (it.a, it.b)).is_ok()
        };
        let of_claim = |a: usize| -> Vec<Link> {
            let others = (a + 1..count).filter(|&b| !is_known(a, b));
            others.map(|b| self.linked_anew(a, b)).filter(|link| link.weight >= least).collect()
        };
        (0..count).into_par_iter().with_min_len(CLAIMS_AT_ONCE).flat_map_iter(of_claim).collect()
    }

    /// The data items as they would be if the claims had these pins.
    pub fn items_with(&self, pins: &[Pin<'_>]) -> Vec<Vec<usize>> {
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
pub struct SharedWords {
    /// Of the lighter one.
    pub of_shorter: f64,
    /// Of the heavier one.
    pub of_longer: f64,
}

impl Alignment<'_> {
    /// How much of their words the values of two claims share.
    pub fn shared_words(&self, a: usize, b: usize) -> SharedWords {
        let (mine, yours) = (&self.labels.of_claims[a].terms, &self.labels.of_claims[b].terms);
        let (of_shorter, of_longer) = terms::shared_values(&self.labels, mine, yours);
        SharedWords { of_shorter, of_longer }
    }

    /// The claims that nearly tell what those of an item tell, in their order; those of the item may be among them.
    pub fn near_to(&self, item: &[usize]) -> BTreeSet<usize> {
        let is_near = |link: &&Link| link.weight >= NEAR && link.pinned != Some(false);
        let near = |&claim: &usize| {
            let from = self.links.partition_point(|link| link.a < claim);
            let onward = self.links.iter().skip(from).take_while(move |link| link.a == claim);
            let from = self.back.partition_point(|it| it.0 < claim);
            let back = self.back.iter().skip(from).take_while(move |it| it.0 == claim);
            let back = back.filter_map(|it| self.links.get(it.1));
            onward.filter(is_near).map(|it| it.b).chain(back.filter(is_near).map(|it| it.a))
        };
        item.iter().flat_map(near).collect()
    }

    /// Whether a claim's label asks who did something, so that its value names somebody however it is worded.
    pub fn asks_who(&self, claim: usize) -> bool {
        let asked = self.labels.of_claims[claim].asked;
        asked.is_some_and(|asked| self.labels.vocabulary.word(asked) == "who")
    }

    /// One name for all the desk's aliases of a thing.
    pub fn canonical<'n>(&'n self, name: &'n str) -> &'n str {
        self.labels.vocabulary.canonical(name)
    }

    /// What a label's words ask for (`date`, `place`), each once, synonyms folded into one.
    pub fn asks(&self, text: &str) -> BTreeSet<String> {
        let words = self.labels.vocabulary.normalise(text).into_iter().map(|word| word.concept);
        words.filter(|word| normalise::asks(word)).collect()
    }

    /// The words of a text without inflection, in their order, synonyms and aliases folded into one.
    pub fn sequence(&self, text: &str) -> Vec<String> {
        self.labels.vocabulary.normalise(text).into_iter().map(|word| word.concept).collect()
    }

    /// The words of a text without inflection, each once, synonyms and aliases folded into one. Pairs of claims ask for the
    /// same texts again and again: what was found is kept.
    pub fn words(&self, text: &str) -> Arc<BTreeSet<String>> {
        if let Some(words) = self.known_words().get(text) {
            return Arc::clone(words);
        }
        let found = self.labels.vocabulary.normalise(text).into_iter().map(|word| word.concept);
        let words = Arc::new(found.collect());
        self.known_words().insert(text.to_owned(), Arc::clone(&words));
        words
    }

    fn known_words(&self) -> MutexGuard<'_, WordsOf> {
        self.words.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
