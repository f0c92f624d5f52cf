//! How well the verdicts are, whatever the alignment is: the items are taken from the annotations.

use std::collections::BTreeSet;
use std::io::{self, Write};

use rayon::prelude::*;
use serde::Serialize;

use super::gold::{ClaimPair, Gold, pair};
use super::score::{Confusion, PairClaim, rounded};
use super::{Annotated, ConfusionCell, Counts, cells, table};
use crate::claim::Story;
use crate::files::safe;
use crate::fusion::{self, Verdict};
use crate::linkage;

/// How the verdicts on the annotated pairs came out.
#[derive(Debug, Serialize)]
pub struct Verdicts {
    /// Over all stories (micro average).
    #[serde(flatten)]
    pub all: VerdictScores,
    /// Story by story.
    pub stories: Vec<StoryVerdicts>,
    /// Pairs by the verdict annotated and the verdict found, over all stories.
    pub confusion: Vec<ConfusionCell>,
}

/// How the verdicts on the annotated pairs of one story came out.
#[derive(Debug, Serialize)]
pub struct StoryVerdicts {
    /// The folder's name.
    pub name: String,
    /// Its figures.
    #[serde(flatten)]
    pub scores: VerdictScores,
    /// Every pair that was judged otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<Misjudged>>,
}

/// What is measured of verdicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VerdictScores {
    /// Pairs called a contradiction.
    pub contradiction: Counts,
    /// Pairs with the very verdict that people gave them.
    pub agreement: Share,
}

/// How many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(into = "ShareFigures")]
pub struct Share {
    /// So many are right.
    pub right: usize,
    /// So many there are.
    pub pairs: usize,
}

/// A share as JSON has it.
#[derive(Serialize)]
struct ShareFigures {
    share: f64,
    pairs: usize,
}

impl From<Share> for ShareFigures {
    fn from(it: Share) -> Self {
        Self { share: rounded(it.share(), 4), pairs: it.pairs }
    }
}

impl Share {
    /// From 0 to 1; 1 of nothing.
    pub fn share(self) -> f64 {
        if self.pairs == 0 { 1.0 } else { self.right as f64 / self.pairs as f64 }
    }
}

/// A pair that was judged otherwise than people did.
#[derive(Clone, Debug, Serialize)]
pub struct Misjudged {
    /// The one claim.
    pub a: PairClaim,
    /// The other.
    pub b: PairClaim,
    /// The annotated verdict.
    pub gold: &'static str,
    /// The verdict found.
    pub found: &'static str,
    /// Why it was found.
    pub reason: String,
}

/// Judges the annotated pairs of some stories; with every pair judged otherwise, where `errors` are wanted.
pub fn verdicts(stories: &[Annotated], errors: bool) -> Verdicts {
    let mut all = VerdictScores::default();
    let mut confusion = Confusion::new();
    let judged: Vec<_> = stories.par_iter().map(|it| judge(&it.story, &it.gold)).collect();
    let mut measured = Vec::new();
    for (Annotated { story, .. }, (found, wrong)) in stories.iter().zip(judged) {
        let scores = scores(&found);
        all.contradiction.add(scores.contradiction);
        all.agreement.right += scores.agreement.right;
        all.agreement.pairs += scores.agreement.pairs;
        for it in found {
            *confusion.entry((Some(it.gold), Some(it.found))).or_default() += 1;
        }
        let errors = errors.then_some(wrong);
        measured.push(StoryVerdicts { name: story.name.clone(), scores, errors });
    }
    Verdicts { all, stories: measured, confusion: cells(confusion) }
}

/// A pair as people judged it, and as it was judged.
struct Judged {
    pair: ClaimPair,
    gold: Verdict,
    found: Verdict,
}

fn judge(story: &Story, gold: &Gold) -> (Vec<Judged>, Vec<Misjudged>) {
    let alignment = linkage::align(story);
    let (mut judged, mut wrong) = (Vec::new(), Vec::new());
    for pair in pairs(gold, |a, b| alignment.same_article(a, b)) {
        let Some(&gold) = gold.verdicts.get(&pair) else { continue };
        let found = fusion::compare(&alignment, &story.desk, pair.0, pair.1);
        judged.push(Judged { pair, gold, found: found.verdict });
        if found.verdict != gold {
            let side = |at: usize| PairClaim::new(&alignment, at);
            let (a, b, gold) = (side(pair.0), side(pair.1), gold.name());
            wrong.push(Misjudged { a, b, gold, found: found.verdict.name(), reason: found.reason });
        }
    }
    (judged, wrong)
}

/// The annotated pairs of different articles on which the annotators agree.
fn pairs(gold: &Gold, same_article: impl Fn(usize, usize) -> bool) -> BTreeSet<ClaimPair> {
    let of_item = |item: &Vec<usize>| -> Vec<ClaimPair> {
        let others = |(at, &a): (usize, &usize)| item.iter().skip(at + 1).map(move |&b| pair(a, b));
        item.iter().enumerate().flat_map(others).collect()
    };
    let pairs = gold.items.iter().flat_map(of_item);
    pairs.filter(|pair| !gold.disputed.contains(pair) && !same_article(pair.0, pair.1)).collect()
}

fn scores(judged: &[Judged]) -> VerdictScores {
    let of = |verdict: fn(&Judged) -> Verdict| -> BTreeSet<ClaimPair> {
        let wanted = judged.iter().filter(|it| verdict(it) == Verdict::Contradiction);
        wanted.map(|it| it.pair).collect()
    };
    let right = judged.iter().filter(|it| it.gold == it.found).count();
    VerdictScores {
        contradiction: Counts::of(&of(|it| it.found), &of(|it| it.gold)),
        agreement: Share { right, pairs: judged.len() },
    }
}

/// Writes how the verdicts of each story and of all came out, the pairs judged otherwise where there are any to show, and
/// how annotated and found verdicts meet.
pub fn verdicts_table(verdicts: &Verdicts, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{:24}{:>28}{:>24}", "story", "contradiction P / R / F1", "the same verdict")?;
    let row = |name: &str, scores: VerdictScores, out: &mut dyn Write| {
        let Share { right, pairs } = scores.agreement;
        let share = format!("{:.2} ({right} of {pairs})", scores.agreement.share());
        writeln!(out, "{name:24}{:>28}{share:>24}", table::triple(scores.contradiction))
    };
    for story in &verdicts.stories {
        row(&safe(&story.name), story.scores, out)?;
        for it in story.errors.iter().flatten() {
            writeln!(out, "    annotated {}, found {}: {}", it.gold, it.found, safe(&it.reason))?;
            table::sides([&it.a, &it.b], out)?;
        }
    }
    row("all", verdicts.all, out)?;
    table::confusion(&verdicts.confusion, out)
}
