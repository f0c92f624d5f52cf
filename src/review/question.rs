//! Which pairs of claims to ask about, and in which order.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Pins};
use crate::claim::Desk;
use crate::fusion;
use crate::linkage::{Alignment, Link};

/// Pairs that are further than this from even odds are not asked about, in bits.
const SURE: f64 = 6.0;

/// The strongest link between two items is the strongest of several, and so more by chance than it seems: what that
/// takes off, in bits, for each doubling of the number of links.
const STRONGEST: f64 = 1.0;

/// A link is asked about because it is the one that matters, and so is less sure than others of its weight. How much,
/// in bits: where it ties two items, and where it holds one together.
const BETWEEN: f64 = 1.0;
const WITHIN: f64 = 1.0;

/// Each doubling of an item's size says that its claims belong together, in bits.
const HELD: f64 = 0.5;

/// A conflict that hangs on an answer counts as this many pairs of claims.
const CONFLICT: f64 = 0.3;

/// The effect of an answer is measured for this many questions of a story, those that promise most.
const MOST_MEASURED: usize = 100;

/// Two claims of different articles that a person should look at.
#[derive(Clone, Debug)]
pub struct Question {
    /// The two claims, and why they are thought to be one fact or two.
    pub link: Link,
    /// Whether they are in one item now.
    pub together: bool,
    /// How many pairs of claims the less likely answer would put together or take apart.
    pub pairs: usize,
    /// How many contradictions and tensions that would make or break.
    pub conflicts: usize,
    /// What speaks for one fact when the two items are looked at, too, in bits.
    weight: f64,
}

/// The questions of a story, most telling first; `items` are its data items as the pins leave them.
///
/// What holds an item together is asked about, and what may put two items together, by the claims that are tied most
/// firmly; nothing that follows from answers.
pub fn questions(alignment: &Alignment<'_>, desk: &Desk, pins: &Pins, items: &[Vec<usize>]) -> Vec<Question> {
    let mut found = within(alignment, pins, items);
    found.extend(between(alignment, pins, items));
    sort(&mut found);
    let before = pairs(alignment, items);
    for question in found.iter_mut().take(MOST_MEASURED) {
        question.measure(alignment, desk, pins, (items, &before));
    }
    // What was not worth measuring comes last.
    let rest = found.split_off(found.len().min(MOST_MEASURED));
    sort(&mut found);
    found.extend(rest);
    found
}

/// The item of each claim.
fn item_of(alignment: &Alignment<'_>, items: &[Vec<usize>]) -> Vec<usize> {
    let mut item_of = vec![0; alignment.claims.len()];
    for (at, item) in items.iter().enumerate() {
        for &claim in item {
            item_of[claim] = at;
        }
    }
    item_of
}

/// Whether each item is one: its claims, as they are tied most firmly (a maximum spanning tree). All other links of an
/// item follow from these, and where answers tie claims, nothing is left to ask.
fn within(alignment: &Alignment<'_>, pins: &Pins, items: &[Vec<usize>]) -> Vec<Question> {
    let item_of = item_of(alignment, items);
    let mut links: Vec<(f64, &Link)> = alignment
        .links
        .iter()
        .filter(|link| item_of[link.a] == item_of[link.b])
        .map(|link| match pins.known(link.a, link.b) {
            Some(Answer::Same) => (f64::INFINITY, link),
            _ => (link.weight, link),
        })
        .collect();
    links.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1.a, x.1.b).cmp(&(y.1.a, y.1.b))));
    let mut part_of: Vec<usize> = (0..alignment.claims.len()).collect();
    let mut found = Vec::new();
    for (weight, link) in links {
        let (mine, yours) = (part_of[link.a], part_of[link.b]);
        if mine == yours {
            continue;
        }
        for part in &mut part_of {
            if *part == yours {
                *part = mine;
            }
        }
        if weight <= SURE && !alignment.same_article(link.a, link.b) {
            let size = items[item_of[link.a]].len();
            let weight = weight - WITHIN + HELD * (size as f64).log2();
            found.push(Question::new(link, true, size - 1, weight));
        }
    }
    found
}

/// Whether two items are one.
fn between(alignment: &Alignment<'_>, pins: &Pins, items: &[Vec<usize>]) -> Vec<Question> {
    let item_of = item_of(alignment, items);
    let of_pair = |a: usize, b: usize| (item_of[a].min(item_of[b]), item_of[a].max(item_of[b]));
    let settled: BTreeSet<(usize, usize)> =
        pins.told_apart().into_iter().map(|(a, b)| of_pair(a, b)).collect();
    let mut strongest: BTreeMap<(usize, usize), &Link> = BTreeMap::new();
    for link in &alignment.links {
        let pair = of_pair(link.a, link.b);
        let sure = link.weight.abs() > SURE || pair.0 == pair.1 || settled.contains(&pair);
        if !sure && !alignment.same_article(link.a, link.b) {
            let known = strongest.entry(pair).or_insert(link);
            if link.weight > known.weight {
                *known = link;
            }
        }
    }
    let question = |((x, y), link): ((usize, usize), &Link)| {
        let links = items[x].len() * items[y].len();
        let weight = link.weight - BETWEEN - STRONGEST * (links as f64).log2();
        Question::new(link, false, links, weight)
    };
    strongest.into_iter().map(question).collect()
}

fn sort(questions: &mut [Question]) {
    questions.sort_by(|x, y| {
        let place = |it: &Question| (it.link.a, it.link.b);
        y.worth().total_cmp(&x.worth()).then_with(|| place(x).cmp(&place(y)))
    });
}

impl Question {
    fn new(link: &Link, together: bool, pairs: usize, weight: f64) -> Self {
        Self { link: link.clone(), together, pairs, conflicts: 0, weight }
    }

    /// How many pairs of claims and conflicts the answer is expected to change.
    fn worth(&self) -> f64 {
        let same = 1.0 / (1.0 + (-self.weight).exp2());
        let surprise = if self.together { 1.0 - same } else { same };
        surprise * (self.pairs as f64 + if self.conflicts > 0 { CONFLICT } else { 0.0 })
    }

    /// Finds out what the less likely answer would change.
    fn measure(
        &mut self,
        alignment: &Alignment<'_>,
        desk: &Desk,
        pins: &Pins,
        (items, before): (&[Vec<usize>], &BTreeSet<(usize, usize)>),
    ) {
        let mut pins = pins.clone();
        let answer = if self.together { Answer::Different } else { Answer::Same };
        pins.answer(alignment, items, (self.link.a, self.link.b), answer);
        let after = pairs(alignment, &alignment.items_with(&pins.all()));
        let changed: Vec<&(usize, usize)> = before.symmetric_difference(&after).collect();
        self.pairs = changed.len();
        let is_conflict =
            |&&&(a, b): &&&(usize, usize)| fusion::compare(alignment, desk, a, b).verdict.is_conflict();
        self.conflicts = changed.iter().filter(is_conflict).count();
    }

    /// Why it is asked, in a sentence.
    pub fn why(&self) -> String {
        let effect = match (self.together, self.pairs) {
            (true, 1) => "different takes 1 pair of claims apart".to_owned(),
            (true, pairs) => format!("different changes {pairs} pairs of claims"),
            (false, 1) => "same puts 1 pair of claims together".to_owned(),
            (false, pairs) => format!("same changes {pairs} pairs of claims"),
        };
        match self.conflicts {
            0 => effect,
            1 => format!("{effect}, and a conflict hangs on it"),
            conflicts => format!("{effect}, and {conflicts} conflicts hang on it"),
        }
    }
}

/// The pairs of claims of different articles that share an item.
fn pairs(alignment: &Alignment<'_>, items: &[Vec<usize>]) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    for item in items {
        for (at, &a) in item.iter().enumerate() {
            let others = item.iter().skip(at + 1).filter(|&&b| !alignment.same_article(a, b));
            pairs.extend(others.map(|&b| (a, b)));
        }
    }
    pairs
}
