//! Which data items of different stories are about one fact.
//!
//! What a story's own alignment has put together or told apart stays so: its items are matched as wholes, through a few of
//! their claims. Words weigh by how few stories have them: whom a claim is about is rare, what is asked of him is not.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use foldhash::fast::RandomState;
use rayon::prelude::*;

use super::label::Labels;
use super::pair::{CandidatePair, Glance};
use super::rivals::Rivals;
use super::speakers::{MetSpeakers, SpeakerIndex, speakers};
use super::{Alignment, ArticleClaim, CLAIMS_AT_ONCE, Link, NEAR, Pin, names};
use crate::claim::Story;
use crate::meter::Budget;

/// The least average weight at which items of stories become one, in bits. Chosen on generated
/// stories that were cut in two.
const THRESHOLD: f64 = -2.5;

/// Pairs of speakers that weigh less are not kept.
const LEAST: f64 = -6.0;

/// What a pair of speakers weighs that was not kept, and a pair of items none of whose speakers met.
const UNLIKE: f64 = -7.0;
const APART: f64 = -15.0;

/// What it costs a pair of claims that they are not about the same.
const ABOUT_ANOTHER: f64 = 8.0;

/// What a person's word weighs.
const SAID: f64 = 100.0;

type Ties = HashMap<(usize, usize), f64, RandomState>;

/// Items of several stories.
pub struct Items<'i> {
    /// Positions among all claims.
    pub claims: &'i [Vec<usize>],
    /// By claim, where it is from.
    pub story_of: &'i [usize],
}

impl Items<'_> {
    fn story(&self, item: usize) -> usize {
        self.claims[item].first().map_or(0, |&claim| self.story_of[claim])
    }
}

/// Aligns the items of several stories, whose articles stand in one story, with so much work at the most.
pub fn align_across<'a>(story: &'a Story, items: &Items<'_>, budget: Budget) -> Alignment<'a> {
    let told = |article| move |claim| ArticleClaim { article, claim };
    let claims: Vec<ArticleClaim<'_>> =
        story.articles.iter().flat_map(|article| article.claims.iter().map(told(article))).collect();
    let mut labels = Labels::of(story);
    for (label, &story) in labels.of_claims.iter_mut().zip(items.story_of) {
        label.story = story;
    }
    let (near, links, rivals) = (Vec::new(), Vec::new(), Rivals::default());
    let mut alignment = Alignment {
        claims,
        items: Vec::new(),
        near,
        links,
        hubs: 0,
        cut_short: 0,
        budget,
        back: Vec::new(),
        least: LEAST,
        labels,
        rivals,
        words: Mutex::default(),
    };
    let mut item_of = vec![0; items.story_of.len()];
    for (item, claims) in items.claims.iter().enumerate() {
        for &claim in claims {
            item_of[claim] = item;
        }
    }
    let speakers = speakers(&alignment.labels, items.claims);
    let index = SpeakerIndex::new(&alignment.labels, &speakers, items.story_of);
    let (links, cut_short) = met(&alignment, &index, items.story_of);
    alignment.cut_short = cut_short;
    let mut ties = ties(&alignment, &index, &links, items, &item_of, &speakers);
    let stories: Vec<usize> = (0..items.claims.len()).map(|it| items.story(it)).collect();
    alignment.rivals = Rivals::of_items(item_of.clone(), stories.clone(), &ties);
    #[allow(clippy::iter_over_hash_type, reason = "each for itself")]
    for (&(a, b), tie) in &mut ties {
        *tie += alignment.rivals.of_two_items(a, b).bits;
    }
    let pinned = Pinned::new(&alignment, items);
    let groups = FactGroups::new(&stories, &ties, &pinned).joined();
    let mut near = links;
    near.retain_mut(|link| {
        let (x, y) = (item_of[link.a], item_of[link.b]);
        link.add(alignment.rivals.of_two_items(x, y));
        groups.of[x] != groups.of[y] && link.weight >= NEAR && link.pinned.is_none()
    });
    alignment.near = near;
    alignment.items = groups.items(items.claims);
    alignment
}

/// The speakers that meet in the index and are alike enough to be kept, in the order of their claims; and how many did not
/// meet all whom they might have.
fn met(alignment: &Alignment<'_>, index: &SpeakerIndex, story_of: &[usize]) -> (Vec<Link>, usize) {
    let cut_short = AtomicUsize::new(0);
    let of_speaker = |seen: &mut MetSpeakers, at: usize| -> Vec<Link> {
        let a = index.speaker(at);
        let mut share = alignment.budget.share(index.len());
        let (found, met_all) = index.behind(at, story_of, seen, &mut share);
        let glance = |b: usize| {
            let pair = CandidatePair::new(&alignment.labels, alignment.side(a), alignment.side(b));
            (b, Glance { alike: pair.alike, near: Some(pair.near) })
        };
        let mut found: Vec<(usize, Glance)> = found.into_iter().map(glance).collect();
        let left_out = alignment.most_alike(a, &mut found, share);
        cut_short.fetch_add(usize::from(left_out || !met_all), Relaxed);
        let compared = |(b, glance)| alignment.compared_from(a, b, glance, None, LEAST);
        found.into_iter().filter_map(compared).filter(|link| link.weight >= LEAST).collect()
    };
    let each = (0..index.len()).into_par_iter().with_min_len(CLAIMS_AT_ONCE);
    let mut links: Vec<Link> = each.map_init(|| MetSpeakers::new(index), of_speaker).flatten_iter().collect();
    links.sort_unstable_by_key(|link| (link.a, link.b));
    (links, cut_short.into_inner())
}

/// What ties two items: the mean over their speakers.
fn ties(
    alignment: &Alignment<'_>,
    index: &SpeakerIndex,
    links: &[Link],
    items: &Items<'_>,
    item_of: &[usize],
    speakers: &[Vec<usize>],
) -> Ties {
    let weight = |link: &Link| {
        let pair = CandidatePair::new(&alignment.labels, alignment.side(link.a), alignment.side(link.b));
        let another = !index.about_one(&pair) || names::names(&pair).bits <= ANOTHER_NAME;
        if another { link.weight - ABOUT_ANOTHER } else { link.weight }
    };
    let mut pairs: Vec<(usize, usize, f64)> = links
        .par_iter()
        .with_min_len(CLAIMS_AT_ONCE)
        .map(|link| (item_of[link.a], item_of[link.b], weight(link)))
        .map(|(x, y, weight)| (x.min(y), x.max(y), weight))
        .collect();
    pairs.sort_by_key(|it| (it.0, it.1));
    let mut ties = Ties::default();
    for of in pairs.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        let (x, y, _) = of[0];
        let all = speakers[x].len() * speakers[y].len();
        let sum: f64 = of.iter().map(|it| it.2).sum();
        let missing = all.saturating_sub(of.len()) as f64;
        if items.story(x) != items.story(y) {
            ties.insert((x, y), (sum + missing * UNLIKE) / all.max(1) as f64);
        }
    }
    ties
}

/// A comparison of names that weighs so little says that they are names of two.
const ANOTHER_NAME: f64 = -2.0;

/// What a person has said of items.
struct Pinned<'p>(Vec<Vec<Pin<'p>>>);

impl<'p> Pinned<'p> {
    fn new(alignment: &Alignment<'p>, items: &Items<'_>) -> Self {
        let of = |claims: &Vec<usize>| -> Vec<Pin<'p>> {
            let pins = claims.iter().map(|&claim| Pin::of(alignment.claims[claim].claim));
            pins.filter(|pin| pin.item.is_some() || !pin.not.is_empty()).collect()
        };
        Self(items.claims.iter().map(of).collect())
    }

    /// Whether two items are said to be one fact, or two.
    fn says(&self, x: usize, y: usize) -> Option<bool> {
        let said = self.0[x].iter().flat_map(|mine| self.0[y].iter().filter_map(|yours| mine.says(*yours)));
        said.reduce(|all, it| all && it)
    }

    /// The items that share a pin.
    fn one(&self) -> Vec<(usize, usize)> {
        let with_pin =
            |(item, pins): (usize, &Vec<Pin<'p>>)| Some((pins.iter().find_map(|it| it.item)?, item));
        let mut all: Vec<(&str, usize)> = self.0.iter().enumerate().filter_map(with_pin).collect();
        all.sort_unstable();
        let next = all.windows(2).filter(|two| two[0].0 == two[1].0);
        next.map(|two| (two[0].1, two[1].1)).collect()
    }
}

/// Items that are one fact, by average linkage; a story has one item of a fact.
struct FactGroups<'g> {
    stories: &'g [usize],
    ties: &'g Ties,
    pinned: &'g Pinned<'g>,
    members: Vec<Vec<usize>>,
    of: Vec<usize>,
}

impl<'g> FactGroups<'g> {
    fn new(stories: &'g [usize], ties: &'g Ties, pinned: &'g Pinned<'g>) -> Self {
        let all = 0..stories.len();
        Self { stories, ties, pinned, members: all.clone().map(|it| vec![it]).collect(), of: all.collect() }
    }

    fn weight(&self, x: usize, y: usize) -> f64 {
        match self.pinned.says(x, y) {
            Some(true) => SAID,
            Some(false) => f64::NEG_INFINITY,
            None => self.ties.get(&(x.min(y), x.max(y))).copied().unwrap_or(APART),
        }
    }

    /// Joins what is tied, from the firmest tie down.
    fn joined(mut self) -> Self {
        let firm = self.ties.iter().filter(|it| *it.1 >= THRESHOLD).map(|(&(x, y), &tie)| (tie, x, y));
        let mut order: Vec<(f64, usize, usize)> = firm.collect();
        order.extend(self.pinned.one().into_iter().map(|(x, y)| (SAID, x, y)));
        order.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        for (_, x, y) in order {
            self.join(self.of[x], self.of[y]);
        }
        self
    }

    fn join(&mut self, x: usize, y: usize) {
        let (first, second) = (&self.members[x], &self.members[y]);
        let pairs = || first.iter().flat_map(|&mine| second.iter().map(move |&yours| (mine, yours)));
        let of_one_story = |(mine, yours): (usize, usize)| self.stories[mine] == self.stories[yours];
        if x == y || pairs().any(of_one_story) {
            return;
        }
        let sum: f64 = pairs().map(|(mine, yours)| self.weight(mine, yours)).sum();
        if sum >= THRESHOLD * (first.len() * second.len()) as f64 {
            let moved = std::mem::take(&mut self.members[y]);
            for &it in &moved {
                self.of[it] = x;
            }
            self.members[x].extend(moved);
        }
    }

    /// The claims of each group of several items.
    fn items(&self, claims: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let of = |group: &Vec<usize>| -> Vec<usize> {
            let mut all: Vec<usize> = group.iter().flat_map(|&item| claims[item].iter().copied()).collect();
            all.sort_unstable();
            all
        };
        let mut items: Vec<Vec<usize>> = self.members.iter().filter(|it| it.len() > 1).map(of).collect();
        items.sort();
        items
    }
}
