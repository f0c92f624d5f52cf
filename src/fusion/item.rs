//! A data item: all that is said of one fact.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::compare::compare;
use super::verdict::Verdict;
use super::{doubt, ground, origin, stake};
use crate::claim::{Certainty, Desk, Story};
use crate::linkage::{Alignment, Link, Sure, Told};
use crate::value::Kind;

/// Items of more claims than these compare positions, not every pair.
const MOST_PAIRWISE: usize = 50;

/// Of an item of more different values than these, only the first positions are compared with each other.
const MOST_VALUES: usize = 50;

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
    /// Positions in the alignment, in its order.
    pub claims: Vec<usize>,
    /// How sure each of its claims is to tell its fact, by itself.
    pub certainties: Vec<Sure>,
    /// Every pair of its claims.
    pub comparisons: Vec<Comparison>,
    /// Groups of claims that can stand together; most independent origins first.
    pub positions: Vec<Position>,
    /// What all, or else most, leave standing.
    pub common_ground: Option<CommonGround>,
    /// How many of its origins are independent of each other.
    pub independent: usize,
    /// Outlets that say nothing of it though most do.
    pub omitted_by: Vec<String>,
    /// Claims, by their positions in `claims`, that every position can stand with, where there are several positions.
    pub beside_all: Vec<usize>,
}

/// Two claims of an item, by their positions in [`DataItem::claims`].
#[derive(Debug)]
pub struct Comparison {
    /// The one.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// How they stand to each other.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Why they are taken for one fact.
    pub link: Link,
}

/// Claims that agree or are compatible with one another.
#[derive(Debug)]
pub struct Position {
    /// The narrowest value among them, as understood.
    pub understood: String,
    /// Positions in [`DataItem::claims`].
    pub claims: Vec<usize>,
    /// Who they rest on.
    pub origins: Vec<String>,
    /// How many of the origins are independent of each other.
    pub independent: usize,
}

/// The data items of a story, gravest first.
pub fn fuse(alignment: &Alignment<'_>, story: &Story) -> Vec<DataItem> {
    let outlets: BTreeSet<&str> = story.articles.iter().map(|article| article.outlet.as_str()).collect();
    let of = |claims: &Vec<usize>| item(alignment, story, &outlets, claims);
    let mut items: Vec<DataItem> = alignment.items.par_iter().with_min_len(ITEMS_AT_ONCE).map(of).collect();
    items.sort_by(|a, b| {
        let weight = |item: &DataItem| {
            let independent: usize = item.positions.iter().map(|it| it.independent).sum();
            // A dispute weighs as much as the side with the fewer sources.
            let against = item.positions.get(1).map_or(0, |it| it.independent);
            let stake = item.verdict.is_conflict().then(|| stake::of(alignment, item));
            (item.verdict, stake, against, independent, item.claims.len())
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

fn item(alignment: &Alignment<'_>, story: &Story, outlets: &BTreeSet<&str>, claims: &[usize]) -> DataItem {
    let told: Vec<Told<'_>> = claims.iter().map(|&at| alignment.claims[at]).collect();
    let compared = |a: usize, b: usize| {
        let (a, b) = (a.min(b), a.max(b));
        let judgement = compare(alignment, &story.desk, claims[a], claims[b]);
        let link = alignment.link(claims[a], claims[b]);
        Comparison { a, b, verdict: judgement.verdict, reason: judgement.reason, link }
    };
    let certainties = alignment.certainties(claims);
    let groups = if claims.len() > MOST_PAIRWISE { by_value(&told) } else { singles(claims.len()) };
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
        let judged = || compare(alignment, &story.desk, claims[a], claims[b]).verdict;
        a == b || verdicts.borrow_mut().entry((a, b)).or_insert_with(judged).stands_together()
    };
    let beside_all = if many { Vec::new() } else { beside_all(&groups, &together) };
    let positions = positions(&told, &groups, &beside_all, &together, &story.desk);
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
    DataItem {
        label: label(&told, &comparisons),
        kind: most_common_kind(&told),
        verdict,
        common_ground: common_ground(&told, &beside_all, &positions, &story.desk),
        independent: origin::independent(&told, &story.desk),
        omitted_by: doubt::omitted_by(alignment, story, outlets, (claims, &certainties)),
        claims: claims.to_vec(),
        certainties,
        beside_all: if positions.len() > 1 { beside_all } else { Vec::new() },
        comparisons,
        positions,
    }
}

fn every_pair(claims: &[usize], compared: impl Fn(usize, usize) -> Comparison) -> Vec<Comparison> {
    let others = |(at, &a): (usize, &usize)| claims.iter().skip(at + 1).map(move |&b| (a, b));
    claims.iter().enumerate().flat_map(others).map(|(a, b)| compared(a, b)).collect()
}

fn singles(count: usize) -> Vec<Vec<usize>> {
    (0..count).map(|at| vec![at]).collect()
}

/// Claims of one value, as understood, in the order of their first claims.
fn by_value(told: &[Told<'_>]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, it) in told.iter().enumerate() {
        let value = &it.claim.value;
        let key = format!("{} {} {:?}", value.kind.name(), value.understood(), it.claim.certainty);
        groups.entry(key).or_default().push(at);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    groups.sort();
    groups
}

/// The claims that can stand with every other one.
fn beside_all(groups: &[Vec<usize>], together: &impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let stands = |group: &&Vec<usize>| groups.iter().all(|other| together(group[0], other[0]));
    let mut found: Vec<usize> = groups.iter().filter(stands).flatten().copied().collect();
    found.sort_unstable();
    found
}

/// Each group joins the first position with all of whose groups it can stand; the ones that leave little open come
/// first, so that a vague claim joins a position and does not make one.
fn positions(
    told: &[Told<'_>],
    groups: &[Vec<usize>],
    beside_all: &[usize],
    together: &impl Fn(usize, usize) -> bool,
    desk: &Desk,
) -> Vec<Position> {
    let mut groups: Vec<&Vec<usize>> = groups.iter().collect();
    groups.sort_by_key(|group| (ground::width(told[group[0]]), group[0]));
    let mut found: Vec<Vec<&Vec<usize>>> = Vec::new();
    for group in groups {
        // So many values are no dispute but a muddle: each is tried on the first positions alone.
        let tried = found.iter_mut().take(MOST_VALUES);
        match tried.into_iter().find(|it| it.iter().all(|other| together(group[0], other[0]))) {
            Some(position) => position.push(group),
            None => found.push(vec![group]),
        }
    }
    let mut positions: Vec<Position> = found
        .into_iter()
        .map(|groups| {
            let mut claims: Vec<usize> = groups.into_iter().flatten().copied().collect();
            claims.sort_unstable();
            let members: Vec<Told<'_>> = claims.iter().map(|&at| told[at]).collect();
            // What can stand with all others speaks for none of them.
            let own = claims.iter().filter(|at| beside_all.binary_search(at).is_err());
            let own: Vec<Told<'_>> = own.map(|&at| told[at]).collect();
            Position {
                understood: narrowest(&members),
                origins: origin::all(&members),
                independent: origin::independent(if own.is_empty() { &members } else { &own }, desk),
                claims,
            }
        })
        .collect();
    positions
        .sort_by_key(|it| (std::cmp::Reverse((it.independent, it.claims.len())), it.claims.first().copied()));
    positions
}

/// The claim whose words leave the least open.
fn narrowest(members: &[Told<'_>]) -> String {
    let ground = ground::narrowest(members);
    ground.map(|told| told.claim.value.understood()).unwrap_or_default()
}

/// The claim that the others are most like; the shorter one where two are.
fn label(told: &[Told<'_>], comparisons: &[Comparison]) -> String {
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

fn most_common_kind(told: &[Told<'_>]) -> Kind {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for it in told {
        *counts.entry(it.claim.value.kind).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|&(kind, count)| (count, std::cmp::Reverse(kind)))
        .map_or(Kind::Text, |it| it.0)
}

/// What can be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommonGround {
    /// In words.
    pub words: String,
    /// How many independent origins stand behind it, and behind nothing else.
    pub independent: usize,
    /// Others say something that it rules out.
    pub contested: bool,
    /// Where it says more than some of the claims it rests on: the words that every one of them bears out.
    pub borne_out: Option<String>,
}

/// What all leave standing; or else the claim that can stand beside every other one; or else what the largest
/// position leaves standing, if it is larger than the next.
fn common_ground(
    told: &[Told<'_>],
    beside_all: &[usize],
    positions: &[Position],
    desk: &Desk,
) -> Option<CommonGround> {
    let every: Vec<usize> = (0..told.len()).collect();
    let members = |claims: &[usize]| -> Vec<Told<'_>> { claims.iter().map(|&at| told[at]).collect() };
    // A denial says what is not so: it is no value that anything could rest on.
    let stated = |at: &usize| told[*at].claim.certainty != Some(Certainty::Denied);
    let resting = |claims: &[usize], of: &[usize], contested: bool| {
        let of: Vec<usize> = of.iter().copied().filter(stated).collect();
        let words = ground::common_ground(&members(&of))?;
        Some(CommonGround {
            borne_out: ground::borne_out(&members(&of)).filter(|it| *it != words),
            words,
            independent: origin::independent(&members(claims), desk),
            contested,
        })
    };
    let largest = positions.first()?;
    if positions.len() == 1 {
        return resting(&every, &every, false);
    }
    if let Some(at) = beside_all.iter().copied().find(stated) {
        return resting(&every, &[at], false);
    }
    if positions.get(1).is_some_and(|next| next.independent >= largest.independent) {
        return None;
    }
    // An outlet that stands in two positions backs neither.
    let others = positions.iter().skip(1).flat_map(|position| &position.claims);
    let elsewhere: BTreeSet<&str> = others.map(|&at| told[at].article.outlet.as_str()).collect();
    let outlet = |at: usize| told[at].article.outlet.as_str();
    let firm: Vec<usize> =
        largest.claims.iter().copied().filter(|&at| !elsewhere.contains(outlet(at))).collect();
    resting(&firm, &largest.claims, true)
}
