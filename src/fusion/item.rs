//! A data item: all that is said of one fact.

use std::collections::BTreeMap;

use super::compare::compare;
use super::verdict::Verdict;
use super::{ground, origin};
use crate::claim::{Desk, Story};
use crate::linkage::{Alignment, Link, Told};
use crate::value::Kind;

/// Items of more claims than these compare positions, not every pair.
const MOST_PAIRWISE: usize = 50;

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
    let mut items: Vec<DataItem> =
        alignment.items.iter().map(|claims| item(alignment, story, claims)).collect();
    items.sort_by(|a, b| {
        let weight = |item: &DataItem| {
            let independent: usize = item.positions.iter().map(|it| it.independent).sum();
            (item.verdict, independent, item.claims.len())
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

fn item(alignment: &Alignment<'_>, story: &Story, claims: &[usize]) -> DataItem {
    let told: Vec<Told<'_>> = claims.iter().map(|&at| alignment.claims[at]).collect();
    let groups = if claims.len() > MOST_PAIRWISE { by_value(&told) } else { singles(claims.len()) };
    let mut comparisons = Vec::new();
    for (index, first) in groups.iter().enumerate() {
        for second in groups.iter().skip(index + 1) {
            let (a, b) = (first[0].min(second[0]), first[0].max(second[0]));
            let judgement = compare(alignment, &story.desk, claims[a], claims[b]);
            let link = alignment.link(claims[a], claims[b]);
            comparisons.push(Comparison { a, b, verdict: judgement.verdict, reason: judgement.reason, link });
        }
    }
    comparisons.sort_by_key(|it| (it.a, it.b));
    let articles =
        told.iter().map(|it| it.article.file.path()).collect::<std::collections::BTreeSet<_>>().len();
    let gravest = comparisons.iter().map(|it| it.verdict).max().unwrap_or(Verdict::Single);
    // One article that says the same thing twice is still alone with it.
    let verdict = if articles == 1 && gravest < Verdict::Tension { Verdict::Single } else { gravest };
    let verdicts: BTreeMap<(usize, usize), Verdict> =
        comparisons.iter().map(|it| ((it.a, it.b), it.verdict)).collect();
    let group_of: BTreeMap<usize, usize> =
        groups.iter().flat_map(|group| group.iter().map(|&at| (at, group[0]))).collect();
    let together = |a: usize, b: usize| {
        let (a, b) = (group_of[&a], group_of[&b]);
        a == b || verdicts.get(&(a.min(b), a.max(b))).is_some_and(|verdict| verdict.stands_together())
    };
    let positions = positions(&told, &groups, &together, &story.desk);
    DataItem {
        label: label(&told, &comparisons),
        kind: most_common_kind(&told),
        verdict,
        common_ground: common_ground(&told, &positions, &together, &story.desk),
        independent: origin::independent(&told, &story.desk),
        omitted_by: omitted_by(story, &told),
        claims: claims.to_vec(),
        comparisons,
        positions,
    }
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

/// Each group joins the first position with all of whose groups it can stand; the ones that leave little open come
/// first, so that a vague claim joins a position and does not make one.
fn positions(
    told: &[Told<'_>],
    groups: &[Vec<usize>],
    together: &impl Fn(usize, usize) -> bool,
    desk: &Desk,
) -> Vec<Position> {
    let mut groups: Vec<&Vec<usize>> = groups.iter().collect();
    groups.sort_by_key(|group| (ground::width(told[group[0]]), group[0]));
    let mut found: Vec<Vec<&Vec<usize>>> = Vec::new();
    for group in groups {
        match found.iter_mut().find(|it| it.iter().all(|other| together(group[0], other[0]))) {
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
            Position {
                understood: narrowest(&members),
                origins: origin::all(&members),
                independent: origin::independent(&members, desk),
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
}

/// What all leave standing; or else the claim that can stand beside every other one; or else what the largest
/// position leaves standing, if it is larger than the next.
fn common_ground(
    told: &[Told<'_>],
    positions: &[Position],
    together: &impl Fn(usize, usize) -> bool,
    desk: &Desk,
) -> Option<CommonGround> {
    let every: Vec<usize> = (0..told.len()).collect();
    let beside_all = |&at: &usize| every.iter().all(|&other| other == at || together(at, other));
    let resting = |claims: &[usize], words: Option<String>, contested: bool| {
        let members: Vec<Told<'_>> = claims.iter().map(|&at| told[at]).collect();
        words.map(|words| CommonGround { words, independent: origin::independent(&members, desk), contested })
    };
    let of = |claims: &[usize]| {
        let members: Vec<Told<'_>> = claims.iter().map(|&at| told[at]).collect();
        ground::common_ground(&members)
    };
    let largest = positions.first()?;
    if positions.len() == 1 {
        return resting(&every, of(&every), false);
    }
    if let Some(at) = every.iter().copied().find(beside_all) {
        return resting(&every, of(&[at]), false);
    }
    if positions.get(1).is_some_and(|next| next.independent >= largest.independent) {
        return None;
    }
    // An outlet that stands in two positions backs neither.
    let elsewhere = |at: usize| {
        let others = positions.iter().skip(1).flat_map(|position| &position.claims);
        others.clone().any(|&other| told[other].article.outlet == told[at].article.outlet)
    };
    let firm: Vec<usize> = largest.claims.iter().copied().filter(|&at| !elsewhere(at)).collect();
    resting(&firm, of(&largest.claims), true)
}

/// The outlets that say nothing of an item that more than half of the story's outlets report.
fn omitted_by(story: &Story, told: &[Told<'_>]) -> Vec<String> {
    let outlets: std::collections::BTreeSet<&str> =
        story.articles.iter().map(|article| article.outlet.as_str()).collect();
    let reporting: std::collections::BTreeSet<&str> =
        told.iter().map(|it| it.article.outlet.as_str()).collect();
    if reporting.len() * 2 <= outlets.len() {
        return Vec::new();
    }
    outlets.difference(&reporting).map(|&outlet| outlet.to_owned()).collect()
}
