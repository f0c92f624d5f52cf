//! What each level of each comparison would weigh by annotated stories, beside what it weighs.

use serde::Serialize;

use super::Annotated;
use super::gold::pair;
use super::regression::{self, Case};
use super::score::{self, Counts, rounded};
use crate::linkage::{self, Alignment, Level, Link, PRIOR};

/// How much higher than estimated the prior is, in bits: the estimate says when two claims are as likely one fact as
/// not, and groups of claims that lean on each other come out best from 2 bits below that on. Chosen, as the threshold
/// that it stands for, on five annotated stories.
const SHIFT: f64 = 1.2;

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

/// Alignment with the weights of the other stories.
#[derive(Debug, Serialize)]
pub struct LeaveOneOut {
    /// With counted weights.
    pub counted: Counts,
    /// With those of the regression.
    pub regression: Counts,
    /// With those of the regression, story by story.
    pub stories: Vec<(String, Counts)>,
}

/// Every level of every comparison, in one list.
struct Levels {
    all: Vec<&'static Level>,
    /// Where each comparison begins.
    starts: Vec<usize>,
}

impl Levels {
    fn new() -> Self {
        let (mut all, mut starts) = (Vec::new(), Vec::new());
        for comparison in linkage::comparisons() {
            starts.push(all.len());
            all.extend(comparison);
        }
        Self { all, starts }
    }

    /// The positions of the levels that a pair ended on.
    fn of(&self, link: &Link) -> Vec<usize> {
        let at = |(&start, level): (&usize, &&Level)| {
            let named = |it: &&'static Level| it.comparison == level.comparison && it.name == level.name;
            Some(start + self.all.iter().skip(start).position(named)?)
        };
        self.starts.iter().zip(&link.levels).filter_map(at).collect()
    }

    fn fixed(&self) -> Vec<Option<f64>> {
        self.all.iter().map(|level| level.by_hand.then_some(level.bits)).collect()
    }
}

/// A story's alignment, and its pairs of claims of different articles on which the annotators agree.
struct Sample<'s> {
    story: &'s Annotated,
    alignment: Alignment<'s>,
    cases: Vec<Case>,
}

impl<'s> Sample<'s> {
    fn new(story: &'s Annotated, levels: &Levels) -> Self {
        let alignment = linkage::align(&story.story);
        let count = alignment.claims.len();
        let mut item_of = vec![None; count];
        for (number, item) in story.gold.items.iter().enumerate() {
            for &claim in item {
                item_of[claim] = Some(number);
            }
        }
        let mut cases = Vec::new();
        for a in 0..count {
            for b in a + 1..count {
                if !alignment.same_article(a, b) && !story.gold.disputed.contains(&pair(a, b)) {
                    let same = item_of[a].is_some() && item_of[a] == item_of[b];
                    cases.push(Case { levels: levels.of(&alignment.link(a, b)), same });
                }
            }
        }
        Self { story, alignment, cases }
    }

    /// How well the story is aligned where levels weigh that much.
    fn aligned_with(&self, levels: &Levels, (prior, bits): &(f64, Vec<f64>)) -> Counts {
        let mut links = self.alignment.links.clone();
        for link in &mut links {
            link.weight = prior + levels.of(link).into_iter().map(|at| bits[at]).sum::<f64>();
        }
        score::alignment(&self.alignment, &self.alignment.cluster(&links), &self.story.gold)
    }
}

/// How often each level is met, among matches and among others.
struct Tally {
    of_level: Vec<(usize, usize)>,
    matches: usize,
    others: usize,
}

impl Tally {
    fn of(cases: &[&Case], levels: usize) -> Self {
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
    fn bits(&self) -> (f64, Vec<f64>) {
        let share = |count: usize, all: usize| (count as f64 + 0.5) / (all as f64 + 1.0);
        let weigh = |&(matches, others): &(usize, usize)| match matches + others {
            0 => 0.0,
            _ => (share(matches, self.matches) / share(others, self.others)).log2(),
        };
        let prior = ((self.matches as f64 + 0.5) / (self.others as f64 + 0.5)).log2();
        (prior + SHIFT, self.of_level.iter().map(weigh).collect())
    }
}

/// Levels set by hand keep their weights; the others have those given.
fn with_hand((prior, mut bits): (f64, Vec<f64>), fixed: &[Option<f64>]) -> (f64, Vec<f64>) {
    for (bits, fixed) in bits.iter_mut().zip(fixed) {
        *bits = fixed.unwrap_or(*bits);
    }
    (prior, bits)
}

fn regression(cases: &[&Case], fixed: &[Option<f64>]) -> (f64, Vec<f64>) {
    let (intercept, bits) = regression::fit(cases, fixed);
    (intercept + SHIFT, bits)
}

/// Estimates all weights from annotated stories.
pub fn weights(stories: &[Annotated]) -> Weights {
    let levels = Levels::new();
    let fixed = levels.fixed();
    let samples: Vec<Sample<'_>> = stories.iter().map(|story| Sample::new(story, &levels)).collect();
    let cases: Vec<&Case> = samples.iter().flat_map(|sample| &sample.cases).collect();
    let tally = Tally::of(&cases, levels.all.len());
    let (counted, fitted) = (tally.bits(), regression(&cases, &fixed));
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
        bits: estimate(counted.1[at], fitted.1[at], level.bits),
        by_hand: level.by_hand,
    };
    Weights {
        matches: tally.matches,
        others: tally.others,
        prior: estimate(counted.0, fitted.0, PRIOR),
        levels: levels.all.iter().enumerate().map(of_level).collect(),
        leave_one_out: (samples.len() > 1).then(|| leave_one_out(&samples, &levels)),
    }
}

fn leave_one_out(samples: &[Sample<'_>], levels: &Levels) -> LeaveOneOut {
    let fixed = levels.fixed();
    let mut found =
        LeaveOneOut { counted: Counts::default(), regression: Counts::default(), stories: Vec::new() };
    for (at, sample) in samples.iter().enumerate() {
        let rest = samples.iter().enumerate().filter(|(other, _)| *other != at);
        let cases: Vec<&Case> = rest.flat_map(|(_, other)| &other.cases).collect();
        let counted = with_hand(Tally::of(&cases, levels.all.len()).bits(), &fixed);
        found.counted.add(sample.aligned_with(levels, &counted));
        let counts = sample.aligned_with(levels, &regression(&cases, &fixed));
        found.regression.add(counts);
        found.stories.push((sample.story.story.name.clone(), counts));
    }
    found
}
