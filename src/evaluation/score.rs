//! What was found against what people say: pairs of claims of different articles, counted.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::gold::{ClaimPair, Gold, pair};
use crate::claim::Story;
use crate::fusion::{self, Verdict};
use crate::linkage::{self, Alignment};

/// How many pairs were found, how many there are, and how many are both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(into = "ScoreFigures")]
pub struct Counts {
    /// Found, and rightly so.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Annotated.
    pub gold: usize,
}

/// Counts as JSON has them, rounded to four decimals.
#[derive(Serialize)]
struct ScoreFigures {
    precision: f64,
    recall: f64,
    f1: f64,
    pairs: usize,
}

impl From<Counts> for ScoreFigures {
    fn from(counts: Counts) -> Self {
        Self {
            precision: rounded(counts.precision(), 4),
            recall: rounded(counts.recall(), 4),
            f1: rounded(counts.f1(), 4),
            pairs: counts.gold,
        }
    }
}

/// To so many decimals; halfway cases by their exact binary value, as everyone's printing does it.
pub(super) fn rounded(figure: f64, decimals: usize) -> f64 {
    // Adding zero keeps a minus off nothing.
    format!("{figure:.decimals$}").parse().unwrap_or(figure) + 0.0
}

impl Counts {
    pub(super) fn of(found: &BTreeSet<ClaimPair>, gold: &BTreeSet<ClaimPair>) -> Self {
        Self { right: found.intersection(gold).count(), found: found.len(), gold: gold.len() }
    }

    /// The share of what was found that is right; 1 where nothing was found.
    pub fn precision(self) -> f64 {
        if self.found == 0 { 1.0 } else { self.right as f64 / self.found as f64 }
    }

    /// The share of what is annotated that was found; 1 where nothing is annotated.
    pub fn recall(self) -> f64 {
        if self.gold == 0 { 1.0 } else { self.right as f64 / self.gold as f64 }
    }

    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        let sum = precision + recall;
        if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }
}

/// The three things that are measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scores {
    /// Pairs put into one item.
    pub alignment: Counts,
    /// Pairs called a contradiction.
    pub contradiction: Counts,
    /// Pairs called a contradiction or a tension.
    pub lenient: Counts,
}

impl Scores {
    pub(super) fn add(&mut self, other: Self) {
        self.alignment.add(other.alignment);
        self.contradiction.add(other.contradiction);
        self.lenient.add(other.lenient);
    }
}

/// Pairs by the verdict annotated and the verdict found; `None` where the two are not in one item.
pub(super) type Confusion = BTreeMap<(Option<Verdict>, Option<Verdict>), usize>;

/// What is wrong with a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mistake {
    /// Two claims of one fact in different items.
    MissedAlignment,
    /// Claims of different facts in one item.
    FalseAlignment,
    /// A contradiction that was not called one.
    MissedContradiction,
    /// Called a contradiction, and is none.
    FalseContradiction,
}

impl Mistake {
    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Self::MissedAlignment => "missed alignment",
            Self::FalseAlignment => "false alignment",
            Self::MissedContradiction => "missed contradiction",
            Self::FalseContradiction => "false contradiction",
        }
    }
}

/// A pair that was got wrong.
#[derive(Clone, Debug, Serialize)]
pub struct Wrong {
    /// In which way.
    pub mistake: Mistake,
    /// The one claim.
    pub a: PairClaim,
    /// The other.
    pub b: PairClaim,
    /// The annotated verdict; none where they are not in one item.
    pub gold: Option<&'static str>,
    /// The verdict found; none where they are not in one item.
    pub found: Option<&'static str>,
}

/// A claim of a pair.
#[derive(Clone, Debug, Serialize)]
pub struct PairClaim {
    /// Relative to where the run started.
    pub file: String,
    /// The line of its value, from 1.
    pub line: usize,
    /// Who or what it is about.
    pub subject: String,
    /// Which property.
    pub attribute: String,
    /// As worded.
    pub value: String,
}

impl PairClaim {
    pub(super) fn new(alignment: &Alignment<'_>, at: usize) -> Self {
        let (article, claim) = (alignment.claims[at].article, alignment.claims[at].claim);
        Self {
            file: article.file.path().to_owned(),
            line: article.file.place(claim.value_span.start).line,
            subject: claim.subject.clone(),
            attribute: claim.attribute.clone(),
            value: claim.value.text.clone(),
        }
    }
}

/// How one story came out.
#[derive(Clone, Debug)]
pub(super) struct Scored {
    pub(super) scores: Scores,
    pub(super) confusion: Confusion,
    pub(super) wrong: Vec<Wrong>,
}

/// Pairs of claims of different articles that share an item, without the disputed ones.
fn pairs(alignment: &Alignment<'_>, items: &[Vec<usize>], gold: &Gold) -> BTreeSet<ClaimPair> {
    let mut pairs = BTreeSet::new();
    for item in items {
        for (index, &a) in item.iter().enumerate() {
            let others = item.iter().skip(index + 1).filter(|&&b| !alignment.same_article(a, b));
            pairs.extend(others.map(|&b| pair(a, b)));
        }
    }
    pairs.difference(&gold.disputed).copied().collect()
}

/// How well items match the annotated ones.
pub(super) fn alignment(alignment: &Alignment<'_>, items: &[Vec<usize>], gold: &Gold) -> Counts {
    Counts::of(&pairs(alignment, items, gold), &pairs(alignment, &gold.items, gold))
}

/// Runs a story and compares what comes out with what people say.
pub(super) fn score(story: &Story, gold: &Gold) -> Scored {
    score_of(&linkage::align(story), story, gold)
}

/// Compares what comes of an alignment of a story with what people say.
pub(super) fn score_of(alignment: &Alignment<'_>, story: &Story, gold: &Gold) -> Scored {
    let annotated = pairs(alignment, &gold.items, gold);
    let aligned = pairs(alignment, &alignment.items, gold);
    let mut found: BTreeMap<ClaimPair, Verdict> = BTreeMap::new();
    for item in fusion::fuse(alignment, story) {
        for it in &item.comparisons {
            found.insert(pair(item.claims[it.a], item.claims[it.b]), it.verdict);
        }
    }
    found.retain(|pair, _| aligned.contains(pair));
    let mut judged = gold.verdicts.clone();
    judged.retain(|pair, _| annotated.contains(pair));

    let of = |verdicts: &BTreeMap<ClaimPair, Verdict>, wanted: &[Verdict]| -> BTreeSet<ClaimPair> {
        verdicts.iter().filter(|(_, verdict)| wanted.contains(verdict)).map(|(&pair, _)| pair).collect()
    };
    let strict = [Verdict::Contradiction];
    let loose = [Verdict::Contradiction, Verdict::Tension];
    let (meant, called) = (of(&judged, &strict), of(&found, &strict));
    let scores = Scores {
        alignment: Counts::of(&aligned, &annotated),
        contradiction: Counts::of(&called, &meant),
        lenient: Counts::of(&of(&found, &loose), &of(&judged, &loose)),
    };

    let mut wrong = Vec::new();
    for (mistake, these, those) in [
        (Mistake::MissedAlignment, &annotated, &aligned),
        (Mistake::FalseAlignment, &aligned, &annotated),
        (Mistake::MissedContradiction, &meant, &called),
        (Mistake::FalseContradiction, &called, &meant),
    ] {
        wrong.extend(these.difference(those).map(|pair| Wrong {
            mistake,
            a: PairClaim::new(alignment, pair.0),
            b: PairClaim::new(alignment, pair.1),
            gold: judged.get(pair).map(|it| it.name()),
            found: found.get(pair).map(|it| it.name()),
        }));
    }

    let mut confusion = Confusion::new();
    for pair in annotated.union(&aligned) {
        let (meant, said) = (judged.get(pair).copied(), found.get(pair).copied());
        // A pair in an item without a verdict is in no row.
        if meant.is_some() == annotated.contains(pair) && said.is_some() == aligned.contains(pair) {
            *confusion.entry((meant, said)).or_default() += 1;
        }
    }
    Scored { scores, confusion, wrong }
}
