//! Which conflicts of a story are accepted or known already, and which of the accepted ones are no longer found.

use std::collections::{BTreeMap, BTreeSet};

use super::conflict::{ClaimName, Conflict, Sought};
use crate::fusion::Verdict;

/// A data item as it is now.
#[derive(Clone, Debug)]
pub struct ItemNow<'a> {
    /// Its label.
    pub label: &'a str,
    /// Its claims.
    pub claims: Vec<CurrentClaim<'a>>,
    /// Pairs of its claims, by their positions in `claims`, and how they stand to each other.
    pub comparisons: Vec<(usize, usize, Verdict)>,
}

/// A claim as it is now.
#[derive(Clone, Debug)]
pub struct CurrentClaim<'a> {
    name: ClaimName,
    /// As worded.
    value: &'a str,
    /// As understood, by [`meaning`](crate::view::meaning).
    meaning: &'a str,
    /// It said something else before.
    moved: bool,
}

impl<'a> CurrentClaim<'a> {
    /// A claim with its [`label`](crate::view::label), its value as worded and what that means; whether it said something else
    /// when the conflicts were accepted.
    pub fn new(outlet: &str, label: &str, value: &'a str, meaning: &'a str, moved: bool) -> Self {
        Self { name: ClaimName::new(outlet, label), value, meaning, moved }
    }
}

/// How a conflict of now goes with one that was accepted or known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// It is that one; by its position in the list.
    Same(usize),
    /// It is another one of the same item and outlets, with other values.
    Changed(usize),
}

/// What was found of a list of conflicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// For each item, for each of its comparisons.
    pub of: Vec<Vec<Option<Match>>>,
    /// The conflicts that were neither found nor have changed.
    pub lost: Vec<usize>,
}

/// Finds each of the `known` conflicts among those of the items.
pub fn find(items: &[ItemNow<'_>], known: &[&Conflict]) -> Matches {
    let known: Vec<Wanted<'_>> = known.iter().map(|conflict| Wanted::new(conflict)).collect();
    let mut story = Search::new(items);
    let mut lost: Vec<usize> = (0..known.len()).collect();
    // Each step is surer than the next one.
    lost.retain(|&at| !story.mark(&story.same(&known[at]), Match::Same(at)));
    story.mark_all(&mut lost, Match::Same, |story, at| story.reworded(&known[at]));
    for (pair, found) in story.joined(&known) {
        story.mark(&[pair], found);
    }
    story.mark_all(&mut lost, Match::Changed, |story, at| story.changed(&known[at]));
    let mut of: Vec<Vec<Option<Match>>> =
        items.iter().map(|item| vec![None; item.comparisons.len()]).collect();
    for pair in &story.pairs {
        for &comparison in &pair.comparisons {
            of[pair.item][comparison] = pair.found;
        }
    }
    Matches { of, lost }
}

/// A conflict that is looked for.
struct Wanted<'k> {
    conflict: &'k Conflict,
    sides: [Sought<'k>; 2],
}

impl<'k> Wanted<'k> {
    fn new(conflict: &'k Conflict) -> Self {
        let [one, other] = &conflict.sides;
        Self { conflict, sides: [Sought::new(one), Sought::new(other)] }
    }

    /// Whether each side fits one of two things, whichever way round.
    fn either_way(&self, fits: impl Fn(&Sought<'k>, usize) -> bool) -> bool {
        let [one, other] = &self.sides;
        fits(one, 0) && fits(other, 1) || fits(other, 0) && fits(one, 1)
    }

    fn is_told_by(&self, name: &ClaimName) -> bool {
        self.sides.iter().any(|side| side.is_told_by(name))
    }
}

/// Two values of an item that conflict somewhere: one conflict, whoever says them.
struct ConflictPair<'i> {
    item: usize,
    verdict: Verdict,
    /// What the values mean.
    values: [&'i str; 2],
    /// The item's claims of each value.
    claims: [Vec<usize>; 2],
    /// Positions in the item's comparisons.
    comparisons: Vec<usize>,
    found: Option<Match>,
}

struct Search<'i> {
    items: &'i [ItemNow<'i>],
    pairs: Vec<ConflictPair<'i>>,
    /// The pairs of each item.
    pairs_of: Vec<Vec<usize>>,
    /// The items that have a claim of that name.
    named: BTreeMap<&'i ClaimName, BTreeSet<usize>>,
    /// The items of that label.
    labelled: BTreeMap<&'i str, Vec<usize>>,
}

impl<'i> Search<'i> {
    fn new(items: &'i [ItemNow<'i>]) -> Self {
        let mut story = Self {
            items,
            pairs: Vec::new(),
            pairs_of: Vec::new(),
            named: BTreeMap::new(),
            labelled: BTreeMap::new(),
        };
        for (at, item) in items.iter().enumerate() {
            let first = story.pairs.len();
            story.pairs.extend(pairs(at, item));
            story.pairs_of.push((first..story.pairs.len()).collect());
            story.labelled.entry(item.label).or_default().push(at);
            for claim in &item.claims {
                story.named.entry(&claim.name).or_default().insert(at);
            }
        }
        story
    }

    /// Notes what pairs are, where nothing surer is known of them; whether there are any.
    fn mark(&mut self, pairs: &[usize], found: Match) -> bool {
        for &at in pairs {
            self.pairs[at].found.get_or_insert(found);
        }
        !pairs.is_empty()
    }

    /// Notes what the pairs are that each of the lost ones fits, and keeps those that fit none: two files may accept one
    /// conflict, and neither takes it from the other.
    fn mark_all(
        &mut self,
        lost: &mut Vec<usize>,
        found: fn(usize) -> Match,
        fitting: impl Fn(&Self, usize) -> Vec<usize>,
    ) {
        let all: Vec<(usize, Vec<usize>)> = lost.iter().map(|&at| (at, fitting(self, at))).collect();
        lost.clear();
        for (at, pairs) in all {
            if !self.mark(&pairs, found(at)) {
                lost.push(at);
            }
        }
    }

    /// The items that have a claim of either side.
    fn items_with(&self, wanted: &Wanted<'_>) -> BTreeSet<usize> {
        let names = wanted.sides.iter().flat_map(Sought::names);
        names.filter_map(|name| self.named.get(name)).flatten().copied().collect()
    }

    /// The pairs of some items that fit, by their positions.
    fn select(
        &self,
        items: &BTreeSet<usize>,
        fits: impl Fn(&ConflictPair<'i>, &ItemNow<'i>) -> bool,
    ) -> Vec<usize> {
        let pairs = items.iter().flat_map(|&item| &self.pairs_of[item]).copied();
        pairs.filter(|&at| fits(&self.pairs[at], &self.items[self.pairs[at].item])).collect()
    }

    /// The pairs with both values and at least one of the claims; or with a claim of each side word by word, however
    /// they are understood now.
    fn same(&self, wanted: &Wanted<'_>) -> Vec<usize> {
        self.select(&self.items_with(wanted), |pair, item| {
            let any = |at: usize, fits: &dyn Fn(&CurrentClaim<'_>) -> bool| {
                pair.claims[at].iter().any(|&claim| fits(&item.claims[claim]))
            };
            let [one, other] = &wanted.sides;
            let both_values = |one: &Sought<'_>, other: &Sought<'_>| {
                one.means(pair.values[0])
                    && other.means(pair.values[1])
                    && (any(0, &|claim| one.has(&claim.name)) || any(1, &|claim| other.has(&claim.name)))
            };
            pair.verdict <= wanted.conflict.verdict
                && (both_values(one, other)
                    || both_values(other, one)
                    || wanted
                        .either_way(|side, at| any(at, &|claim| side.has_verbatim(&claim.name, claim.value))))
        })
    }

    /// The pairs with both values, told by outlets of both sides, where no claim of either side is left under its old
    /// label: those of the item that shares most words with them, if that is one alone.
    fn reworded(&self, wanted: &Wanted<'_>) -> Vec<usize> {
        if !self.items_with(wanted).is_empty() {
            return Vec::new();
        }
        let all = (0..self.items.len()).collect();
        let fitting = self.select(&all, |pair, item| {
            pair.found.is_none()
                && pair.verdict <= wanted.conflict.verdict
                && wanted.either_way(|side, at| {
                    side.means(pair.values[at])
                        && pair.claims[at].iter().any(|&claim| side.is_told_by(&item.claims[claim].name))
                })
        });
        let old: BTreeSet<&str> =
            wanted.sides.iter().flat_map(Sought::names).flat_map(ClaimName::words).collect();
        let shared = |item: usize| {
            let words = self.items[item].claims.iter().flat_map(|claim| claim.name.words());
            words.collect::<BTreeSet<_>>().intersection(&old).count()
        };
        let items: BTreeSet<usize> = fitting.iter().map(|&at| self.pairs[at].item).collect();
        let most = items.iter().map(|&item| shared(item)).max();
        let mut best = items.into_iter().filter(|&item| Some(shared(item)) == most);
        match (best.next(), best.next()) {
            (Some(item), None) => fitting.into_iter().filter(|&at| self.pairs[at].item == item).collect(),
            _ => Vec::new(),
        }
    }

    /// The pairs that another outlet makes by joining a side of a known conflict with a value that can stand beside
    /// it, if they are no graver.
    fn joined(&self, known: &[Wanted<'_>]) -> Vec<(usize, Match)> {
        let mut joined = Vec::new();
        for (at, pair) in self.pairs.iter().enumerate().filter(|(_, pair)| pair.found.is_none()) {
            let others = self.pairs_of[pair.item].iter().map(|&other| &self.pairs[other]);
            let found =
                others.filter(|other| pair.verdict <= other.verdict).find_map(|other| match other.found {
                    Some(Match::Same(conflict)) if self.stands_beside(pair, other, &known[conflict]) => {
                        other.found
                    }
                    _ => None,
                });
            joined.extend(found.map(|found| (at, found)));
        }
        joined
    }

    fn stands_beside(&self, pair: &ConflictPair<'i>, other: &ConflictPair<'i>, wanted: &Wanted<'_>) -> bool {
        let item = &self.items[pair.item];
        // The conflict's own outlets, and claims that said something else before, join no side: their value has changed.
        let is_own = |&claim: &usize| item.claims[claim].moved || wanted.is_told_by(&item.claims[claim].name);
        let joins = |mine: usize, yours: usize| {
            pair.values[mine] == other.values[yours]
                || !pair.claims[mine].iter().any(is_own)
                    && item.stand_together(&pair.claims[mine], &other.claims[yours])
        };
        joins(0, 0) && joins(1, 1) || joins(0, 1) && joins(1, 0)
    }

    /// The pairs of the same item and outlets, of which one value or both are others now.
    fn changed(&self, wanted: &Wanted<'_>) -> Vec<usize> {
        let mut items = self.items_with(wanted);
        items.extend(self.labelled.get(wanted.conflict.item.as_str()).into_iter().flatten());
        self.select(&items, |pair, item| {
            pair.found.is_none()
                && wanted
                    .either_way(|side, at| pair.claims[at].iter().any(|&it| self.goes_on(side, item, it)))
        })
    }

    /// Whether a claim is what has become of a side: its outlet tells it, and it says the old value where the side still
    /// stands anywhere.
    fn goes_on(&self, side: &Sought<'_>, item: &ItemNow<'_>, claim: usize) -> bool {
        let is_kept = || {
            let mut own = item.claims.iter().filter(|other| side.is_told_by(&other.name));
            own.any(|other| side.means(other.meaning)) || self.still_says(side)
        };
        let claim = &item.claims[claim];
        side.is_told_by(&claim.name) && (side.means(claim.meaning) || !is_kept())
    }

    /// Whether a claim of a side stands in the story as it was: its value has not changed, whatever it is grouped with.
    fn still_says(&self, side: &Sought<'_>) -> bool {
        let items = side.names().filter_map(|name| self.named.get(name)).flatten();
        let claims = items.flat_map(|&item| &self.items[item].claims);
        claims.into_iter().any(|claim| side.has(&claim.name) && side.means(claim.meaning))
    }
}

impl ItemNow<'_> {
    /// Whether two values can stand together wherever they are compared.
    fn stand_together(&self, mine: &[usize], yours: &[usize]) -> bool {
        let between = self.comparisons.iter().filter(|(a, b, _)| {
            mine.contains(a) && yours.contains(b) || mine.contains(b) && yours.contains(a)
        });
        let mut verdicts = between.map(|&(_, _, verdict)| verdict).peekable();
        verdicts.peek().is_some() && verdicts.all(Verdict::stands_together)
    }
}

/// The pairs of values that conflict in an item, in the order of their first comparisons.
fn pairs<'i>(at: usize, item: &'i ItemNow<'i>) -> Vec<ConflictPair<'i>> {
    let mut claims: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, claim) in item.claims.iter().enumerate() {
        claims.entry(claim.meaning).or_default().push(at);
    }
    let mut places: BTreeMap<[&str; 2], usize> = BTreeMap::new();
    let mut pairs: Vec<ConflictPair<'i>> = Vec::new();
    for (comparison, &(a, b, verdict)) in item.comparisons.iter().enumerate() {
        if !verdict.is_conflict() {
            continue;
        }
        let (a, b) = (item.claims[a].meaning, item.claims[b].meaning);
        let values = [a.min(b), a.max(b)];
        let place = *places.entry(values).or_insert_with(|| {
            let claims = values.map(|value| claims.get(value).cloned().unwrap_or_default());
            pairs.push(ConflictPair {
                item: at,
                verdict,
                values,
                claims,
                comparisons: Vec::new(),
                found: None,
            });
            pairs.len() - 1
        });
        pairs[place].comparisons.push(comparison);
        pairs[place].verdict = pairs[place].verdict.max(verdict);
    }
    pairs
}
