//! The comparisons that a pair of claims goes through: each ends on one named level.

use std::ops::Deref;
use std::sync::LazyLock;

use bitcode::{Decode, Encode};

use super::compare;
use super::figures::Figures;
use super::meanings;
use super::names;
use super::pair::CandidatePair;
use super::terms;
use super::weights::{self, Chain, Level};
use crate::meter::{self, Meter, StagePart};

/// One comparison.
#[derive(Clone, Copy)]
struct LabelComparison {
    levels: Chain,
    /// What it costs beside the others: cheap ones are made first, and may save the dear ones.
    cost: u8,
    find: fn(&CandidatePair<'_>) -> &'static Level,
    /// The most that it can weigh for a pair, where that is known at a glance; given the most that it can weigh for any.
    most: Option<fn(&CandidatePair<'_>, f64) -> f64>,
}

const fn by(levels: Chain, cost: u8, find: fn(&CandidatePair<'_>) -> &'static Level) -> LabelComparison {
    LabelComparison { levels, cost, find, most: None }
}

const fn at_most(most: fn(&CandidatePair<'_>, f64) -> f64, comparison: LabelComparison) -> LabelComparison {
    LabelComparison { most: Some(most), ..comparison }
}

/// All comparisons of a pair by itself, in the order of the waterfall. Whoever adds one adds a line, and its levels to
/// `weights.rs`.
static TABLE: [LabelComparison; COUNT] = [
    by(weights::ARTICLE, 0, |pair| compare::article(pair.a, pair.b)),
    by(weights::LABEL, 0, |pair| weights::LABEL.at(pair.alike)),
    by(weights::ATTRIBUTE_NEAR, 3, meanings::attributes),
    by(weights::ATTRIBUTE_MET, 2, meanings::attributes_met),
    by(weights::SUBJECT_NEAR, 3, meanings::subjects),
    by(weights::SUBJECT_MET, 4, meanings::subjects_met),
    by(weights::CLAIM_NEAR, 0, meanings::claims),
    by(weights::CLAIM_MET, 2, meanings::claims_met),
    by(weights::ASKED, 3, compare::asked),
    by(weights::QUESTION, 0, meanings::question),
    by(weights::DEED, 0, meanings::deed),
    by(weights::COUNTED, 0, meanings::counted),
    by(weights::CALLED, 6, meanings::called),
    by(weights::COVERED, 6, meanings::covered),
    by(weights::LEADS, 1, compare::leads),
    by(weights::COVERAGE, 5, compare::coverage),
    by(weights::NAMES, 7, names::names),
    at_most(most_of_apart, by(weights::APART, 5, compare::apart)),
    by(weights::QUALIFIERS, 1, compare::qualifiers),
    by(weights::MARKS, 3, compare::marks),
    by(weights::KIND, 0, compare::kind),
    by(weights::VALUE, 0, compare::value),
    at_most(most_of_figures, by(weights::FIGURES_OF, 4, meanings::figures_of)),
    by(weights::VALUE_WORDS, 0, meanings::value_words),
    at_most(most_of_values_met, by(weights::VALUE_MET, 4, meanings::values_met)),
    at_most(most_of_quotes, by(weights::QUOTE, 5, compare::quote)),
    by(weights::TOGETHER, 5, compare::together),
];

/// That no figures differ, the first level, speaks for a pair more than any figures that do.
fn most_of_figures(pair: &CandidatePair<'_>, most: f64) -> f64 {
    let of_figures = weights::FIGURES_OF.0.split_first().filter(|_| pair.figures() == Some(Figures::Apart));
    of_figures.map_or(most, |(_, levels)| Chain(levels).most())
}

/// Figures share no words.
fn most_of_values_met(pair: &CandidatePair<'_>, most: f64) -> f64 {
    if pair.are_wordy() { most } else { weights::VALUE_MET.at(0.0).bits }
}

/// What neither claim can have of the other's label is apart.
fn most_of_apart(pair: &CandidatePair<'_>, _: f64) -> f64 {
    let (a, b) = (&pair.a.0.terms, &pair.b.0.terms);
    let least = (a.sum - a.said_at_most(b)).min(b.sum - b.said_at_most(a));
    let levels = weights::APART.0;
    let reached = levels.iter().position(|it| least - ROUNDING >= it.from).unwrap_or(levels.len() - 1);
    levels
        .get(..=reached)
        .map_or(0.0, |levels| levels.iter().map(|it| it.bits).fold(f64::NEG_INFINITY, f64::max))
}

/// That there is no quote, the last level, speaks for a pair more than any quote does.
fn most_of_quotes(pair: &CandidatePair<'_>, most: f64) -> f64 {
    let quoted = pair.a.0.terms.count(terms::QUOTE) > 0 && pair.b.0.terms.count(terms::QUOTE) > 0;
    let of_quotes = weights::QUOTE.0.split_last().filter(|_| quoted);
    of_quotes.map_or(most, |(_, levels)| Chain(levels).most())
}

/// How many comparisons a pair goes through by itself.
pub(super) const COUNT: usize = 27;

/// How many comparisons a pair goes through: those by itself, and the one with the rivals.
pub const COMPARISONS: usize = COUNT + 1;

/// The levels of every comparison, in the order in which a pair goes through them.
pub fn comparisons() -> [&'static [Level]; COMPARISONS] {
    std::array::from_fn(|at| TABLE.get(at).map_or(weights::RIVALS, |it| it.levels).0)
}

/// The levels that a pair of claims ends on.
pub(super) fn levels(pair: &CandidatePair<'_>) -> [&'static Level; COUNT] {
    std::array::from_fn(|at| (TABLE[at].find)(pair))
}

/// The order in which comparisons are made.
struct ComparisonOrder {
    /// By their places in the waterfall.
    order: [usize; COUNT],
    /// The most that each can weigh, by its place in the waterfall.
    most: [f64; COUNT],
    /// The prior and the most that all can weigh.
    whole: f64,
    /// Those of which more is known at a glance.
    glanced: Vec<usize>,
}

static PLAN: LazyLock<ComparisonOrder> = LazyLock::new(|| {
    let most: [f64; COUNT] = std::array::from_fn(|at| TABLE[at].levels.most());
    let mut order: [usize; COUNT] = std::array::from_fn(|at| at);
    order.sort_by_key(|&at| TABLE[at].cost);
    let whole = weights::PRIOR + order.iter().map(|&at| most[at]).sum::<f64>();
    let glanced = (0..COUNT).filter(|&at| TABLE[at].most.is_some()).collect();
    ComparisonOrder { order, most, whole, glanced }
});

/// What adding up in another order may make of a sum.
const ROUNDING: f64 = 1e-9;

/// The levels that a pair of claims ends on, unless it is sure that they weigh less than `least`, the prior included:
/// a comparison is left out where even the best of all levels that remain could not make up for those found.
pub(super) fn levels_from(pair: &CandidatePair<'_>, least: f64) -> Option<[&'static Level; COUNT]> {
    let plan = &*PLAN;
    let (mut most, mut hope) = (plan.most, plan.whole);
    for &at in &plan.glanced {
        let known = TABLE[at].most.map_or(most[at], |of| of(pair, most[at]));
        hope += known - most[at];
        most[at] = known;
    }
    let mut levels = [weights::NONE; COUNT];
    let is_asked = meter::is_asked();
    for &at in &plan.order {
        let level = if is_asked { measured(at, pair) } else { (TABLE[at].find)(pair) };
        levels[at] = level;
        hope += level.bits - most[at];
        if hope < least - ROUNDING {
            return None;
        }
    }
    Some(levels)
}

/// What each comparison has taken, by its place in the waterfall.
static METERS: [Meter; COUNT] = [const { Meter::new() }; COUNT];

fn measured(at: usize, pair: &CandidatePair<'_>) -> &'static Level {
    METERS[at].count(1);
    let _clock = METERS[at].clock();
    (TABLE[at].find)(pair)
}

/// What the comparisons of pairs have taken, in the order in which they are made: from each to the next, fewer pairs can still
/// make it.
pub fn meters() -> impl Iterator<Item = StagePart> {
    PLAN.order.iter().map(|&at| (TABLE[at].levels.0[0].comparison, "pairs", &METERS[at]))
}

/// A level by its place: of its comparison, and in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct LevelPlace {
    comparison: u8,
    level: u8,
}

impl LevelPlace {
    /// Where the level is that the comparison of this number ended on.
    pub fn new(comparison: usize, level: &Level) -> Self {
        Self { comparison: u8::try_from(comparison).unwrap_or(u8::MAX), level: level.place }
    }
}

impl Deref for LevelPlace {
    type Target = Level;

    fn deref(&self) -> &Level {
        let comparison = levels_of(usize::from(self.comparison));
        comparison.and_then(|of| of.get(usize::from(self.level))).unwrap_or(weights::NONE)
    }
}

fn levels_of(comparison: usize) -> Option<&'static [Level]> {
    match TABLE.get(comparison) {
        Some(of) => Some(of.levels.0),
        None => (comparison == COUNT).then_some(weights::RIVALS.0),
    }
}
