//! What each level of each comparison would weigh by annotated stories, beside what it weighs.

use rayon::prelude::*;
use serde::Serialize;

use super::Annotated;
use super::regression::{self, Fitted, Fixed, Foretold, Observation};
use super::sample::{Levels, Sample};
use super::score::{Counts, Scores, rounded};
use crate::linkage::{Level, PRIOR};

/// The weights of all levels by annotated stories, and how well such weights do.
#[derive(Debug, Serialize)]
pub struct Weights {
    /// Pairs of claims of different articles that are about one fact.
    pub matches: usize,
    /// All other pairs of claims of different articles.
    pub others: usize,
    /// Before anything is compared, in bits.
    pub prior: Estimate,
    /// In the order of the comparisons.
    pub levels: Vec<LevelEstimate>,
    /// Alignment where the weights of each story come from all other stories; none where there is one story only.
    pub leave_one_out: Option<LeaveOneOut>,
}

/// One weight, in bits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// By counting: log2(m / u), Fellegi and Sunter's.
    pub counted: f64,
    /// By logistic regression.
    pub regression: f64,
    /// In use.
    pub in_use: f64,
}

/// One level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelEstimate {
    /// The comparison it belongs to.
    pub comparison: &'static str,
    /// What was found.
    pub level: &'static str,
    /// Pairs about one fact that end on it.
    pub matches: usize,
    /// Other pairs that end on it.
    pub others: usize,
    /// What it weighs.
    #[serde(flatten)]
    pub bits: Estimate,
    /// Whether it was set by hand; the regression holds it fixed.
    pub by_hand: bool,
}

/// Alignment, and what is called a contradiction, with the weights of the other stories.
#[derive(Debug, Serialize)]
pub struct LeaveOneOut {
    /// With counted weights.
    pub counted: Counts,
    /// With those of the regression.
    pub regression: Counts,
    /// With those of the regression, pairs called a contradiction.
    pub contradiction: Counts,
    /// With those of the regression, story by story.
    pub stories: Vec<(String, Counts)>,
}

/// How often each level is met, among matches and among others.
struct Tally {
    of_level: Vec<(usize, usize)>,
    matches: usize,
    others: usize,
}

impl Tally {
    fn of(cases: &[&Observation], levels: usize) -> Self {
        let mut of_level = vec![(0, 0); levels];
        for case in cases {
            for &at in &case.levels {
                let (matches, others) = &mut of_level[at];
                *(if case.same { matches } else { others }) += 1;
            }
        }
        let matches = cases.iter().filter(|case| case.same).count();
        Self { of_level, matches, others: cases.len() - matches }
    }

    /// The prior and the weight of each level, in bits: log2(m / u), with half a case added to each count so that
    /// what one side never met weighs something finite. What neither met weighs nothing.
    fn bits(&self) -> Fitted {
        let share = |count: usize, all: usize| (count as f64 + 0.5) / (all as f64 + 1.0);
        let weigh = |&(matches, others): &(usize, usize)| match matches + others {
            0 => 0.0,
            _ => (share(matches, self.matches) / share(others, self.others)).log2(),
        };
        let prior = ((self.matches as f64 + 0.5) / (self.others as f64 + 0.5)).log2();
        Fitted { prior, bits: self.of_level.iter().map(weigh).collect() }
    }
}

/// Levels set by hand keep their weights; the others have those given.
fn with_hand(mut fitted: Fitted, fixed: &Fixed) -> Fitted {
    for (bits, fixed) in fitted.bits.iter_mut().zip(&fixed.bits) {
        *bits = fixed.unwrap_or(*bits);
    }
    fitted
}

/// Estimates all weights from annotated stories.
pub fn weights(stories: &[Annotated]) -> Weights {
    let levels = Levels::new();
    let fixed = levels.fixed();
    let samples: Vec<Sample<'_>> = stories.par_iter().map(|story| Sample::new(story, &levels)).collect();
    let fitted = self_consistent(&samples.iter().collect::<Vec<_>>(), &levels, &fixed);
    let cases: Vec<&Observation> = samples.iter().flat_map(Sample::counted).collect();
    let tally = Tally::of(&cases, levels.all.len());
    let counted = tally.bits();
    let estimate = |counted: f64, regression: f64, in_use: f64| Estimate {
        counted: rounded(counted, 2),
        regression: rounded(regression, 2),
        in_use: rounded(in_use, 2),
    };
    let of_level = |(at, level): (usize, &&'static Level)| LevelEstimate {
        comparison: level.comparison,
        level: level.name,
        matches: tally.of_level[at].0,
        others: tally.of_level[at].1,
        bits: estimate(counted.bits[at], fitted.bits[at], level.bits),
        by_hand: level.by_hand,
    };
    Weights {
        matches: tally.matches,
        others: tally.others,
        prior: estimate(counted.prior, fitted.prior, PRIOR),
        levels: levels.all.iter().enumerate().map(of_level).collect(),
        leave_one_out: (samples.len() > 1).then(|| leave_one_out(&samples, &levels)),
    }
}

/// The regression's weights, drawn together as far as stories that had no say in them ask for. What other claims of two
/// articles say of a pair depends on the weights themselves: they are estimated without it, and with it once more.
pub(super) fn self_consistent(samples: &[&Sample<'_>], levels: &Levels, fixed: &Fixed) -> Fitted {
    let alone: Vec<&Observation> = samples.iter().flat_map(|sample| sample.counted()).collect();
    let mut first = fixed.clone();
    for at in levels.rivals.clone() {
        first.bits[at] = Some(0.0);
    }
    let mut fitted = regression::fit(&alone, &first);
    for _ in 0..ROUNDS {
        let with_rivals: Vec<Vec<Observation>> =
            samples.iter().map(|sample| sample.with_rivals(levels, &fitted)).collect();
        let all: Vec<&Observation> = with_rivals.iter().flatten().collect();
        fitted = sobered(&with_rivals, fixed, &regression::fit_from(&all, fixed, Some(&fitted)));
    }
    fitted
}

/// Weights suit the stories that they were found on better than others, and promise there more than they keep. So the stories
/// are dealt into parts, each part is foretold by the weights of the others, and what comes true says how far all are to be
/// drawn together (Platt 1999).
fn sobered(stories: &[Vec<Observation>], fixed: &Fixed, fitted: &Fitted) -> Fitted {
    if stories.len() < PARTS {
        return fitted.clone();
    }
    let dealt = |part: usize, inside: bool| {
        let at = move |story: &(usize, &Vec<Observation>)| (story.0 % PARTS == part) == inside;
        stories.iter().enumerate().filter(at).flat_map(|it| it.1)
    };
    let of_part = |part: usize| -> Vec<Foretold> {
        let of_others = regression::fit_from(&dealt(part, false).collect::<Vec<_>>(), fixed, Some(fitted));
        dealt(part, true).map(|case| of_others.foretell(case, fixed)).collect()
    };
    let told: Vec<Foretold> = (0..PARTS).into_par_iter().flat_map_iter(of_part).collect();
    fitted.drawn_together(&told, fixed)
}

/// Into so many parts stories are dealt.
const PARTS: usize = 4;

/// How often the rivals are weighed by the weights found with them.
const ROUNDS: usize = 2;

fn leave_one_out(samples: &[Sample<'_>], levels: &Levels) -> LeaveOneOut {
    let fixed = levels.fixed();
    let folds: Vec<(Counts, Scores)> = (0..samples.len())
        .into_par_iter()
        .map(|at| {
            let rest: Vec<&Sample<'_>> = others(samples, at);
            let cases: Vec<&Observation> = rest.iter().flat_map(|sample| sample.counted()).collect();
            let counted = with_hand(Tally::of(&cases, levels.all.len()).bits(), &fixed);
            let fitted = self_consistent(&rest, levels, &fixed);
            (samples[at].aligned_with(levels, &counted), samples[at].scored_with(levels, &fitted))
        })
        .collect();
    let mut found = LeaveOneOut {
        counted: Counts::default(),
        regression: Counts::default(),
        contradiction: Counts::default(),
        stories: Vec::new(),
    };
    for (sample, (counted, fitted)) in samples.iter().zip(folds) {
        found.counted.add(counted);
        found.regression.add(fitted.alignment);
        found.contradiction.add(fitted.contradiction);
        found.stories.push((sample.story.story.name.clone(), fitted.alignment));
    }
    found
}

/// All samples but one.
pub(super) fn others<'a, 's>(samples: &'a [Sample<'s>], but: usize) -> Vec<&'a Sample<'s>> {
    samples.iter().enumerate().filter(|(at, _)| *at != but).map(|it| it.1).collect()
}
