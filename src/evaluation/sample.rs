//! Pairs of claims of annotated stories, as the levels that their comparisons end on.

use std::ops::Range;

use super::Annotated;
use super::gold::pair;
use super::regression::{Fitted, Fixed, Observation};
use super::score::{self, Counts, Scores};
use crate::linkage::{self, Alignment, Level, Link};
use crate::meter::Budget;

/// Every level of every comparison, in one list.
pub(super) struct Levels {
    pub(super) all: Vec<&'static Level>,
    /// Where each comparison begins.
    starts: Vec<usize>,
    /// Where the last comparison is, that with the rivals.
    pub(super) rivals: Range<usize>,
}

impl Levels {
    pub(super) fn new() -> Self {
        let (mut all, mut starts) = (Vec::new(), Vec::new());
        for comparison in linkage::comparisons() {
            starts.push(all.len());
            all.extend(comparison);
        }
        let rivals = starts.last().copied().unwrap_or_default()..all.len();
        Self { all, starts, rivals }
    }

    fn at(&self, start: usize, level: &Level) -> Option<usize> {
        let named = |it: &&'static Level| it.comparison == level.comparison && it.name == level.name;
        Some(start + self.all.iter().skip(start).position(named)?)
    }

    /// The positions of the levels that a pair ended on.
    fn of(&self, link: &Link) -> Vec<usize> {
        self.starts.iter().zip(&link.levels).filter_map(|(&start, level)| self.at(start, level)).collect()
    }

    /// What the regression must keep: bits set by hand, and which levels are steps of one similarity.
    pub(super) fn fixed(&self) -> Fixed {
        let bits = self.all.iter().map(|level| level.by_hand.then_some(level.bits)).collect();
        let mut next = vec![None; self.all.len()];
        for (at, two) in self.all.windows(2).enumerate() {
            let one_comparison = two[0].comparison == two[1].comparison;
            let are_steps = two[0].from > two[1].from && two.iter().all(|it| !it.by_hand);
            next[at] = (one_comparison && are_steps).then_some(at + 1);
        }
        Fixed { bits, next }
    }
}

/// A story's alignment, and its pairs of claims of different articles.
pub(super) struct Sample<'s> {
    pub(super) story: &'s Annotated,
    alignment: Alignment<'s>,
    /// The levels of each of the alignment's links.
    of_links: Vec<Vec<usize>>,
    /// The pairs, and whether annotators agree on each.
    pairs: Vec<(usize, usize)>,
    cases: Vec<Observation>,
    agreed: Vec<bool>,
}

impl<'s> Sample<'s> {
    pub(super) fn new(story: &'s Annotated, levels: &Levels) -> Self {
        let alignment = linkage::align_fully(&story.story, Budget::default());
        let count = alignment.claims.len();
        let mut item_of = vec![None; count];
        for (number, item) in story.gold.items.iter().enumerate() {
            for &claim in item {
                item_of[claim] = Some(number);
            }
        }
        let across = |a: usize| {
            let alignment = &alignment;
            (a + 1..count).filter(move |&b| !alignment.same_article(a, b)).map(move |b| (a, b))
        };
        let pairs: Vec<(usize, usize)> = (0..count).flat_map(across).collect();
        let case = |&(a, b): &(usize, usize)| Observation {
            levels: levels.of(&alignment.link(a, b)),
            same: item_of[a].is_some() && item_of[a] == item_of[b],
        };
        let cases = pairs.iter().map(case).collect();
        let agreed = pairs.iter().map(|&(a, b)| !story.gold.disputed.contains(&pair(a, b))).collect();
        let of_links = alignment.links.iter().map(|link| levels.of(link)).collect();
        Self { story, alignment, of_links, pairs, cases, agreed }
    }

    /// The pairs on which the annotators agree.
    pub(super) fn counted(&self) -> impl Iterator<Item = &Observation> {
        self.cases.iter().zip(&self.agreed).filter(|it| *it.1).map(|it| it.0)
    }

    /// The links as they weigh by other weights, without what their rivals say.
    fn without_rivals(&self, levels: &Levels, fitted: &Fitted) -> Vec<Link> {
        let mut links = self.alignment.links.clone();
        for (link, of) in links.iter_mut().zip(&self.of_links) {
            link.weight = fitted.weight(of.iter().copied().filter(|at| !levels.rivals.contains(at)));
        }
        links
    }

    /// The pairs on which the annotators agree, with the rivals that other weights make.
    pub(super) fn with_rivals(&self, levels: &Levels, fitted: &Fitted) -> Vec<Observation> {
        let found = self.alignment.rival_levels(&self.without_rivals(levels, fitted), &self.pairs);
        let cases = self.cases.iter().zip(found).zip(&self.agreed).filter(|it| *it.1);
        cases
            .map(|((case, level), _)| {
                let mut levels_of = case.levels.clone();
                levels_of.pop();
                levels_of.extend(levels.at(levels.rivals.start, level));
                Observation { levels: levels_of, same: case.same }
            })
            .collect()
    }

    /// The links as they weigh by other weights.
    fn weighed(&self, levels: &Levels, fitted: &Fitted) -> Vec<Link> {
        let mut links = self.without_rivals(levels, fitted);
        let pairs: Vec<(usize, usize)> = links.iter().map(|link| (link.a, link.b)).collect();
        let found = self.alignment.rival_levels(&links, &pairs);
        for (link, level) in links.iter_mut().zip(found) {
            link.weight += levels.at(levels.rivals.start, level).map_or(0.0, |at| fitted.bits[at]);
        }
        links
    }

    /// How likely each pair is about one fact by other weights, and whether it is.
    pub(super) fn foretold(&self, levels: &Levels, fitted: &Fitted) -> Vec<(f64, bool)> {
        let cases = self.with_rivals(levels, fitted).into_iter();
        cases.map(|case| (linkage::odds(fitted.weight(case.levels.into_iter())), case.same)).collect()
    }

    /// How the story comes out by other weights: its items, and the verdicts on them.
    pub(super) fn scored_with(&self, levels: &Levels, fitted: &Fitted) -> Scores {
        let mut alignment = linkage::align_fully(&self.story.story, Budget::default());
        alignment.links = self.weighed(levels, fitted);
        alignment.items = self.alignment.cluster(&alignment.links);
        score::score_of(&alignment, &self.story.story, &self.story.gold).scores
    }

    /// How well the story is aligned by other weights.
    pub(super) fn aligned_with(&self, levels: &Levels, fitted: &Fitted) -> Counts {
        let items = self.alignment.cluster(&self.weighed(levels, fitted));
        score::alignment(&self.alignment, &items, &self.story.gold)
    }
}
