//! Which facts to ask about, in which order, and which claims may tell the same.

use std::collections::{BTreeMap, BTreeSet};

use super::Pins;
use crate::claim::Conventions;
use crate::fusion;
use crate::linkage::{Alignment, Link, Sure};

/// So many claims can be asked about at once: one key each.
const MOST_CHOICES: usize = 9;

/// What is surer than this, or less likely, is not asked about, in bits.
pub(super) const SURE: f64 = 8.0;

/// The strongest link between two items is the strongest of several, and so more by chance than it seems: what that
/// takes off, in bits, for each doubling of the number of links.
const STRONGEST: f64 = 1.0;

/// What holds an item together is asked about because it is the weakest that does, and so is less sure than others of its
/// weight: how much, in bits.
const WITHIN: f64 = 1.0;

/// A conflict that hangs on an answer counts as much as this, beside 1 for a pair of claims.
const CONFLICT: f64 = 0.2;

/// A fact, told by a claim, and the claims that a person should compare with it.
#[derive(Clone, Debug)]
pub struct Question {
    /// The most typical claim of its item.
    pub claim: usize,
    /// Most telling first.
    pub choices: Vec<Choice>,
    /// Who else is in its item, and is not asked about.
    pub with: Vec<usize>,
}

/// A claim that may tell the same fact.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Which one; of an item that may join, the one that is tied most firmly.
    pub claim: usize,
    /// Why it is thought to be the same fact, or another one: the strongest link of the two items, or within the one.
    pub link: Link,
    /// How sure it tells the fact, as every report says it.
    pub sure: Sure,
    /// Whether they are in one item now.
    pub together: bool,
    /// How many pairs of claims an answer that changes something would put together or take apart.
    pub pairs: usize,
    /// How many contradictions and tensions it would make or break.
    pub conflicts: usize,
    /// Who would join with it.
    pub with: Vec<usize>,
    /// What speaks for one fact when the items are looked at, too, in bits.
    weight: f64,
}

/// What is known of a story when its questions are looked for.
#[derive(Debug)]
pub(super) struct ReviewContext<'k> {
    pub(super) alignment: &'k Alignment<'k>,
    pub(super) desk: &'k Conventions,
    pub(super) pins: &'k Pins,
    pub(super) items: &'k [Vec<usize>],
    /// Links between claims whose labels are too unlike to have been compared.
    pub(super) unlike: &'k [Link],
    /// Pairs that a person has skipped.
    pub(super) skipped: &'k BTreeSet<(usize, usize)>,
}

/// The questions of a story, most telling first. No pair of items is asked about twice, nor what follows from answers.
pub(super) fn questions(known: &ReviewContext<'_>) -> Vec<Question> {
    let (between, pins) = (between(known), known.pins_of_items());
    let mut found: Vec<Question> = Vec::new();
    for (at, item) in known.items.iter().enumerate() {
        let Some(claim) = typical(known, item) else { continue };
        let mut choices = within(known, item, claim);
        // A fact that has a pin in its files has been looked at: what may join it is asked about by itself.
        let others = between.get(&at).filter(|_| pins[at].is_none()).into_iter().flatten();
        choices.extend(others.filter_map(|&(other, link)| joining(known, (at, other), claim, link)));
        sort(&mut choices);
        choices.truncate(MOST_CHOICES);
        for choice in &mut choices {
            choice.look(known, item);
        }
        sort(&mut choices);
        if !choices.is_empty() {
            let is_asked = |it: &&usize| choices.iter().any(|choice| choice.claim == **it);
            let with = item.iter().filter(|it| **it != claim && !is_asked(it)).copied().collect();
            found.push(Question { claim, choices, with });
        }
    }
    let by_worth = |found: &mut Vec<Question>| {
        found.sort_by(|x, y| y.worth().total_cmp(&x.worth()).then(x.claim.cmp(&y.claim)));
    };
    by_worth(&mut found);
    let item_of = item_of(known.alignment, known.items);
    let mut asked = BTreeSet::new();
    for question in &mut found {
        let mine = item_of[question.claim];
        question.choices.retain(|it| it.together || asked.insert(ordered(mine, item_of[it.claim])));
    }
    found.retain(|it| !it.choices.is_empty());
    by_worth(&mut found);
    found
}

/// The claim of an item that the others are most like; of those that have a pin, where some do: what is said of one of them
/// is said of all.
fn typical(known: &ReviewContext<'_>, item: &[usize]) -> Option<usize> {
    let tied = |claim: usize| -> f64 {
        let others = item.iter().filter(|&&other| other != claim);
        others.map(|&other| known.alignment.link(claim, other).weight).sum()
    };
    let pinned: Vec<usize> = item.iter().copied().filter(|&at| known.pins.item(at).is_some()).collect();
    let speakers = if pinned.is_empty() { item } else { &pinned };
    let tied: Vec<(f64, usize)> = speakers.iter().map(|&claim| (tied(claim), claim)).collect();
    tied.into_iter().reduce(|best, it| if it.0 > best.0 { it } else { best }).map(|it| it.1)
}

/// The claims of an item that may be in it by mistake.
fn within(known: &ReviewContext<'_>, item: &[usize], claim: usize) -> Vec<Choice> {
    let choice = |&other: &usize| {
        if known.is_settled(claim, other) {
            return None;
        }
        let ties = item.iter().filter(|&&it| it != other).map(|&it| known.alignment.link(other, it));
        let link = ties.reduce(|best, it| if it.weight > best.weight { it } else { best })?;
        let weight = link.weight - WITHIN;
        let pairs = item.len() - 1;
        (weight <= SURE).then(|| {
            let sure = Sure::new(known.alignment.certainty(item, other));
            Choice { claim: other, link, sure, together: true, pairs, conflicts: 0, with: Vec::new(), weight }
        })
    };
    item.iter().filter(|&&it| it != claim).filter_map(choice).collect()
}

/// The strongest link between each two items, by either of them.
fn between<'k>(known: &ReviewContext<'k>) -> BTreeMap<usize, Vec<(usize, &'k Link)>> {
    let item_of = item_of(known.alignment, known.items);
    let of_pair = |a: usize, b: usize| ordered(item_of[a], item_of[b]);
    let settled = known.pins.told_apart().chain(known.skipped.iter().copied());
    let apart: BTreeSet<(usize, usize)> = settled.map(|(a, b)| of_pair(a, b)).collect();
    let pins = known.pins_of_items();
    let are_two = |(x, y): (usize, usize)| pins[x].is_some() && pins[y].is_some();
    let mut strongest: BTreeMap<(usize, usize), &'k Link> = BTreeMap::new();
    for link in known.alignment.links.iter().chain(known.unlike) {
        let pair = of_pair(link.a, link.b);
        let known_apart = pair.0 == pair.1 || are_two(pair) || apart.contains(&pair);
        if known_apart || known.alignment.same_article(link.a, link.b) {
            continue;
        }
        let best = strongest.entry(pair).or_insert(link);
        if link.weight > best.weight {
            *best = link;
        }
    }
    let mut found: BTreeMap<usize, Vec<(usize, &Link)>> = BTreeMap::new();
    for ((x, y), link) in strongest {
        found.entry(x).or_default().push((y, link));
        found.entry(y).or_default().push((x, link));
    }
    found
}

/// Another item, that may be the same as the one of `claim`.
fn joining(
    known: &ReviewContext<'_>,
    (mine, other): (usize, usize),
    claim: usize,
    link: &Link,
) -> Option<Choice> {
    let (mine, theirs) = (&known.items[mine], &known.items[other]);
    let links = mine.len() * theirs.len();
    let weight = link.weight - STRONGEST * (links as f64).log2();
    let tied = if theirs.contains(&link.a) { link.a } else { link.b };
    // Two claims of one article are no question of the same fact.
    let is_other = |it: &usize| !known.alignment.same_article(claim, *it);
    let chosen = Some(tied).filter(is_other).or_else(|| theirs.iter().copied().find(is_other))?;
    if weight.abs() > SURE {
        return None;
    }
    let link = if link.has(chosen) { link.clone() } else { known.alignment.link(claim, chosen) };
    let with = theirs.iter().copied().filter(|it| *it != chosen).collect();
    let sure = Sure::new(known.alignment.certainty(mine, chosen));
    Some(Choice { claim: chosen, link, sure, together: false, pairs: links, conflicts: 0, with, weight })
}

fn sort(choices: &mut [Choice]) {
    choices.sort_by(|x, y| y.worth().total_cmp(&x.worth()).then(x.claim.cmp(&y.claim)));
}

/// The item of each claim.
pub(super) fn item_of(alignment: &Alignment<'_>, items: &[Vec<usize>]) -> Vec<usize> {
    let mut item_of = vec![0; alignment.claims.len()];
    for (at, item) in items.iter().enumerate() {
        for &claim in item {
            item_of[claim] = at;
        }
    }
    item_of
}

pub(super) fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

impl ReviewContext<'_> {
    /// The pin that each item has in the files.
    fn pins_of_items(&self) -> Vec<Option<&str>> {
        self.items.iter().map(|item| item.iter().find_map(|&at| self.pins.item(at))).collect()
    }

    /// Whether there is nothing to ask about two claims of an item.
    fn is_settled(&self, a: usize, b: usize) -> bool {
        self.pins.known(a, b).is_some() || self.skipped.contains(&ordered(a, b))
    }
}

impl Question {
    /// What the answers are expected to change.
    fn worth(&self) -> f64 {
        self.choices.iter().map(Choice::worth).sum()
    }

    /// Why it is asked, in a sentence: for its most telling choice.
    pub fn why(&self) -> String {
        self.choices.first().map(Choice::why).unwrap_or_default()
    }

    /// Its pairs: the claim with each of the others.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.choices.iter().map(|it| ordered(self.claim, it.claim))
    }
}

impl Choice {
    /// How likely it is the same fact, from 0 to 1, all that a question has to weigh looked at, too.
    fn likelihood(&self) -> f64 {
        1.0 / (1.0 + (-self.weight).exp2())
    }

    /// Where many pairs hang on one link, its weight is the worse a guess: they count by the root of their number.
    fn worth(&self) -> f64 {
        let surprise = if self.together { 1.0 - self.likelihood() } else { self.likelihood() };
        surprise * ((self.pairs as f64).sqrt() + if self.conflicts > 0 { CONFLICT } else { 0.0 })
    }

    /// Finds out how many conflicts an answer that changes something would make or break.
    fn look(&mut self, known: &ReviewContext<'_>, item: &[usize]) {
        let conflicts = |a: usize, b: usize| {
            !known.alignment.same_article(a, b)
                && fusion::compare(known.alignment, known.desk, a, b).verdict.is_conflict()
        };
        let theirs = self.with.iter().chain([&self.claim]);
        let pairs = theirs.flat_map(|&a| item.iter().map(move |&b| (a, b)));
        self.conflicts = pairs.filter(|(a, b)| a != b && conflicts(*a, *b)).count();
    }

    fn why(&self) -> String {
        let effect = match (self.together, self.pairs) {
            (true, 1) => "different takes 1 pair of claims apart".to_owned(),
            (true, pairs) => format!("different takes {pairs} pairs of claims apart"),
            (false, 1) => "same puts 1 pair of claims together".to_owned(),
            (false, pairs) => format!("same puts {pairs} pairs of claims together"),
        };
        match self.conflicts {
            0 => effect,
            1 => format!("{effect}, and a conflict hangs on it"),
            conflicts => format!("{effect}, and {conflicts} conflicts hang on it"),
        }
    }
}
