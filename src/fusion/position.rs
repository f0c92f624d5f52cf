//! The sides of an item: which claims can stand together, and what stands behind each side.

use std::collections::BTreeMap;

use super::ground;
use super::origin::{Backing, Origins};
use super::print;
use crate::claim::Certainty;
use crate::linkage::ArticleClaim;

/// Of an item of more different values than these, only the first positions are compared with each other.
pub(super) const MOST_VALUES: usize = 50;

/// Claims that agree or are compatible with one another.
#[derive(Debug)]
pub struct Position {
    /// The narrowest value among them, as understood.
    pub understood: String,
    /// By their places in the item.
    pub claims: Vec<usize>,
    /// Who they rest on.
    pub origins: Vec<String>,
    /// What stands behind it, and behind no other one.
    pub backing: Backing,
}

pub(super) fn singles(count: usize) -> Vec<Vec<usize>> {
    (0..count).map(|at| vec![at]).collect()
}

/// Claims of one value, as understood, in the order of their first claims.
pub(super) fn by_value(told: &[ArticleClaim<'_>]) -> Vec<Vec<usize>> {
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
pub(super) fn beside_all(groups: &[Vec<usize>], together: &impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let stands = |group: &&Vec<usize>| groups.iter().all(|other| together(group[0], other[0]));
    let mut found: Vec<usize> = groups.iter().filter(stands).flatten().copied().collect();
    found.sort_unstable();
    found
}

/// Each group joins the first position with all of whose groups it can stand; the ones that leave little open come
/// first, so that a vague claim joins a position and does not make one.
pub(super) fn positions(
    told: &[ArticleClaim<'_>],
    groups: &[Vec<usize>],
    beside_all: &[usize],
    together: &impl Fn(usize, usize) -> bool,
    origins: &Origins<'_>,
) -> Vec<Position> {
    let mut groups: Vec<&Vec<usize>> = groups.iter().collect();
    groups.sort_by_key(|group| (ground::width(told[group[0]]), group[0]));
    let mut found: Vec<Vec<&Vec<usize>>> = Vec::new();
    for group in groups {
        // So many values are no dispute but a muddle: each is tried on the first positions alone.
        let tried = found.iter_mut().take(MOST_VALUES);
        let stands = |it: &&mut Vec<&Vec<usize>>| {
            it.iter().take(MOST_VALUES).all(|other| together(group[0], other[0]))
        };
        match tried.into_iter().find(stands) {
            Some(position) => position.push(group),
            None => found.push(vec![group]),
        }
    }
    let sides: Vec<Side<'_>> = found.into_iter().map(|groups| Side::new(told, groups, beside_all)).collect();
    let own: Vec<Vec<ArticleClaim<'_>>> = sides.iter().map(|side| side.own.clone()).collect();
    // An origin that stands on several sides backs none of them.
    let torn = origins.on_several_sides(&own);
    let position = |side: Side<'_>| {
        let firm: Vec<ArticleClaim<'_>> =
            side.own.into_iter().filter(|it| !origins.rests_on(*it, &torn)).collect();
        Position {
            understood: narrowest(&side.members),
            origins: origins.all(&side.members),
            backing: origins.backing(&firm),
            claims: side.claims,
        }
    };
    let mut positions: Vec<Position> = sides.into_iter().map(position).collect();
    positions
        .sort_by_key(|it| (std::cmp::Reverse((it.backing, it.claims.len())), it.claims.first().copied()));
    positions
}

/// The claims of a position.
struct Side<'a> {
    /// By their places in the item.
    claims: Vec<usize>,
    members: Vec<ArticleClaim<'a>>,
    /// Those that can't stand with all others: what can speaks for no side. All of them, where each can.
    own: Vec<ArticleClaim<'a>>,
}

impl<'a> Side<'a> {
    fn new(told: &[ArticleClaim<'a>], groups: Vec<&Vec<usize>>, beside_all: &[usize]) -> Self {
        let mut claims: Vec<usize> = groups.into_iter().flatten().copied().collect();
        claims.sort_unstable();
        let members: Vec<ArticleClaim<'a>> = claims.iter().map(|&at| told[at]).collect();
        let own = claims.iter().filter(|at| beside_all.binary_search(at).is_err());
        let own: Vec<ArticleClaim<'a>> = own.map(|&at| told[at]).collect();
        Self { own: if own.is_empty() { members.clone() } else { own }, claims, members }
    }
}

/// The claim whose words leave the least open.
fn narrowest(members: &[ArticleClaim<'_>]) -> String {
    let ground = ground::narrowest(members);
    ground.map(|told| told.claim.value.understood()).unwrap_or_default()
}

/// What the side with the most behind it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Largest {
    /// In the words of the claim that leaves the least open.
    pub words: String,
    /// Its place in the item.
    pub claim: usize,
    /// What stands behind the side.
    pub backing: Backing,
}

/// What the largest position says, if it is larger than the next.
pub(super) fn largest(
    told: &[ArticleClaim<'_>],
    beside_all: &[usize],
    positions: &[Position],
) -> Option<Largest> {
    let (largest, others) = positions.split_first()?;
    // One named source beside several outlets that name none: nobody can tell which side is larger.
    let is_larger = |other: &Position| {
        largest.backing > other.backing && largest.backing.outlets() >= other.backing.outlets()
    };
    if others.is_empty() || !others.iter().all(is_larger) {
        return None;
    }
    // A denial says what is not so: it is no value that anything could rest on.
    let stated = |at: &usize| told[*at].claim.certainty != Some(Certainty::Denied);
    let own = largest.claims.iter().copied().filter(|at| beside_all.binary_search(at).is_err());
    let claim = own.filter(stated).min_by_key(|&at| (ground::width(told[at]), at))?;
    Some(Largest { words: print::worded(&told[claim].claim.value), claim, backing: largest.backing })
}
