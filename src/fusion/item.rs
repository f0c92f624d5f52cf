//! A data item: all that is said of one fact.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::compare::judged;
use super::comparison::Comparison;
use super::judge::Judge;
use super::origin::{Backing, Origins};
use super::position::{self, Largest, MOST_VALUES, Position};
use super::print::{PrintBasis, SafeWording};
use super::quoted::{OneSource, one_source};
use super::stake::Stake;
use super::verdict::{Judgement, Verdict};
use super::{doubt, names, stake};
use crate::claim::Story;
use crate::linkage::{Alignment, ArticleClaim, Sure};
use crate::value::{Content, Kind, Value};

/// Items of more claims than these compare positions, not every pair.
const MOST_PAIRWISE: usize = 50;

/// Characters of a word.
const A_WORD: usize = 6;

/// Why a pair is unclear for which the budget is too small.
const NOT_COMPARED: &str = "not compared: the budget for the story is spent";

/// Fewer items than these are not worth a thread of their own.
const ITEMS_AT_ONCE: usize = 64;

/// All that is said of one fact.
#[derive(Debug)]
pub struct DataItem {
    /// Subject and attribute, in the words of its most typical claim.
    pub label: String,
    /// What sort of value most of its claims have.
    pub kind: Kind,
    /// The gravest verdict of its comparisons.
    pub verdict: Verdict,
    /// What is at stake, where it is a conflict.
    pub stake: Option<Stake>,
    /// Positions in the alignment, in its order.
    pub claims: Vec<usize>,
    /// How sure each of its claims is to tell its fact, by itself.
    pub certainties: Vec<Sure>,
    /// Every pair of its claims.
    pub comparisons: Vec<Comparison>,
    /// Groups of claims that can stand together; most independent origins first.
    pub positions: Vec<Position>,
    /// The words that are fit to print.
    pub safe: Option<SafeWording>,
    /// What the side with the most behind it says, where there are several.
    pub largest: Option<Largest>,
    /// What stands behind all of it.
    pub backing: Backing,
    /// Origins that are quoted with several values.
    pub one_source: Vec<OneSource>,
    /// Of a contradiction: claims that one outlet alone holds against several, by their places in `claims`, that another outlet may
    /// tell, too, outside of the item.
    pub echoed: Vec<usize>,
    /// Outlets that say nothing of it, though most do and they could have known.
    pub omitted_by: Vec<String>,
    /// How many different values it has, where they are too many for each to be compared with each.
    pub muddled: Option<usize>,
    /// How many pairs of its values were not compared, since the budget allows no more: they are unclear.
    pub unjudged: usize,
    /// Claims, by their positions in `claims`, that every position can stand with, where there are several positions.
    pub beside_all: Vec<usize>,
}

/// The data items of a story, gravest first.
///
/// ```
/// use gainsay::claim::{Conventions, Story};
/// use gainsay::fusion::{self, Verdict};
///
/// let (folders, mut problems) = gainsay::files::find(&["claims".into()]);
/// let story = Story::read(&folders[0], &Conventions::default(), &mut problems);
/// let items = fusion::fuse(&gainsay::linkage::align(&story), &story);
/// assert_eq!(items[0].verdict, Verdict::Contradiction);
/// ```
pub fn fuse(alignment: &Alignment<'_>, story: &Story) -> Vec<DataItem> {
    fuse_by(alignment, story, &Origins::of(story))
}

/// The data items of a story whose origins are known already.
pub fn fuse_by(alignment: &Alignment<'_>, story: &Story, origins: &Origins<'_>) -> Vec<DataItem> {
    let judge = Judge::new(alignment, &story.desk);
    let of = |claims: &Vec<usize>| item(&judge, story, origins, claims);
    let mut items: Vec<DataItem> = alignment.items.par_iter().with_min_len(ITEMS_AT_ONCE).map(of).collect();
    items.sort_by(|a, b| {
        let weight = |item: &DataItem| {
            let sources: usize = item.positions.iter().map(|it| it.backing.outlets()).sum();
            // A dispute weighs as much as the side with the fewer sources.
            let against = item.positions.get(1).map(|it| it.backing);
            (item.verdict, item.stake, against, sources, item.claims.len())
        };
        weight(b).cmp(&weight(a)).then_with(|| a.label.cmp(&b.label)).then(a.claims.cmp(&b.claims))
    });
    tell_apart(&mut items);
    items
}

/// Items of one label get a number behind it, from the second one on.
fn tell_apart(items: &mut [DataItem]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for item in items {
        let times = seen.entry(item.label.clone()).or_default();
        *times += 1;
        if *times > 1 {
            item.label = format!("{} ({times})", item.label);
        }
    }
}

fn item(judge: &Judge<'_, '_>, story: &Story, origins: &Origins<'_>, claims: &[usize]) -> DataItem {
    let alignment = judge.alignment;
    let told: Vec<ArticleClaim<'_>> = claims.iter().map(|&at| alignment.claims[at]).collect();
    let (share, unjudged) = (Cell::new(alignment.budget.share(alignment.items.len())), Cell::new(0));
    let judgement = |a: usize, b: usize| {
        let mut left = share.get();
        if !left.take(steps(told[a], told[b])) {
            unjudged.set(unjudged.get() + 1);
            return Judgement::new(Verdict::Unclear, NOT_COMPARED);
        }
        share.set(left);
        judged(judge, claims[a], claims[b])
    };
    let compared = |a: usize, b: usize| {
        let (a, b) = (a.min(b), a.max(b));
        let judgement = judgement(a, b);
        let link = alignment.link(claims[a], claims[b]);
        Comparison { a, b, verdict: judgement.verdict, reason: judgement.reason, link }
    };
    let certainties = alignment.certainties(claims);
    let groups = if claims.len() > MOST_PAIRWISE {
        position::by_value(&told)
    } else {
        position::singles(claims.len())
    };
    let mut group_of = vec![0; claims.len()];
    for group in &groups {
        for &at in group {
            group_of[at] = group[0];
        }
    }
    let firsts: Vec<usize> = groups.iter().map(|group| group[0]).collect();
    let many = groups.len() > MOST_VALUES;
    let mut comparisons = if many { Vec::new() } else { every_pair(&firsts, compared) };
    doubt::doubt(&mut comparisons, &certainties);
    let found = comparisons.iter().map(|it| ((it.a, it.b), it.verdict));
    let verdicts: RefCell<BTreeMap<(usize, usize), Verdict>> = RefCell::new(found.collect());
    let together = |a: usize, b: usize| {
        let (a, b) = (group_of[a].min(group_of[b]), group_of[a].max(group_of[b]));
        let verdict = || judgement(a, b).verdict;
        a == b || verdicts.borrow_mut().entry((a, b)).or_insert_with(verdict).stands_together()
    };
    let beside_all = if many { Vec::new() } else { position::beside_all(&groups, &together) };
    let positions = position::positions(&told, &groups, &beside_all, &together, origins);
    if many {
        let firsts: Vec<usize> = positions.iter().take(MOST_VALUES).map(|it| it.claims[0]).collect();
        comparisons = every_pair(&firsts, compared);
        doubt::doubt(&mut comparisons, &certainties);
    }
    comparisons.sort_by_key(|it| (it.a, it.b));
    let articles = told.iter().map(|it| it.article.file.path()).collect::<BTreeSet<_>>().len();
    let gravest = comparisons.iter().map(|it| it.verdict).max().unwrap_or(Verdict::Single);
    // One article that says the same thing twice is still alone with it.
    let verdict = if articles == 1 && gravest < Verdict::Tension { Verdict::Single } else { gravest };
    let fact = PrintBasis { told: &told, sure: &certainties, comparisons: &comparisons, origins };
    let (label, kind) = (label(&told, &comparisons), most_common_kind(&told));
    DataItem {
        stake: verdict.is_conflict().then(|| stake::of(alignment, &label, kind)),
        label,
        kind,
        verdict,
        muddled: many.then_some(groups.len()),
        unjudged: unjudged.get(),
        safe: if many { None } else { fact.safe() },
        largest: position::largest(&told, &beside_all, &positions),
        one_source: one_source(&told, &comparisons, origins),
        backing: origins.backing(&told),
        echoed: if verdict == Verdict::Contradiction {
            doubt::echoed(judge, claims, (&positions, &beside_all))
        } else {
            Vec::new()
        },
        omitted_by: doubt::omitted_by(alignment, story, (claims, &certainties)),
        claims: claims.to_vec(),
        certainties,
        beside_all: if positions.len() > 1 { beside_all } else { Vec::new() },
        comparisons,
        positions,
    }
}

/// What a comparison of two values takes at the most: their words one by one, and their names each with each.
fn steps(a: ArticleClaim<'_>, b: ArticleClaim<'_>) -> usize {
    let (mine, yours) = (&a.claim.value, &b.claim.value);
    let names =
        |value: &Value| if let Content::Names { names, .. } = &value.content { names.len() } else { 0 };
    let pairs = names(mine) * names(yours);
    (mine.text.len() + yours.text.len()) / A_WORD + if pairs > names::MOST_PAIRS { 0 } else { pairs }
}

fn every_pair(claims: &[usize], compared: impl Fn(usize, usize) -> Comparison) -> Vec<Comparison> {
    let others = |(at, &a): (usize, &usize)| claims.iter().skip(at + 1).map(move |&b| (a, b));
    claims.iter().enumerate().flat_map(others).map(|(a, b)| compared(a, b)).collect()
}

/// The claim that the others are most like; the shorter one where two are.
fn label(told: &[ArticleClaim<'_>], comparisons: &[Comparison]) -> String {
    let mut weights = vec![0.0; told.len()];
    for it in comparisons {
        weights[it.a] += it.link.weight;
        weights[it.b] += it.link.weight;
    }
    let name = |at: usize| format!("{}: {}", told[at].claim.subject, told[at].claim.attribute);
    (0..told.len())
        .max_by(|&x, &y| {
            let length = |at: usize| name(at).chars().count();
            weights[x].total_cmp(&weights[y]).then(length(y).cmp(&length(x))).then(name(y).cmp(&name(x)))
        })
        .map(name)
        .unwrap_or_default()
}

fn most_common_kind(told: &[ArticleClaim<'_>]) -> Kind {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for it in told {
        *counts.entry(it.claim.value.kind).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|&(kind, count)| (count, std::cmp::Reverse(kind)))
        .map_or(Kind::Text, |it| it.0)
}
