//! An item's positions as people name them: by letters, and with the reasons that keep them apart.

use super::{ClaimView, ComparisonView, Item, PositionView};
use crate::fusion::Verdict;

/// Why two positions can't stand together.
pub(crate) struct Reason<'a> {
    /// How they stand to each other.
    pub(crate) verdict: Verdict,
    /// The letters of the two.
    pub(crate) letters: (char, char),
    /// A claim of each.
    pub(crate) claims: (&'a ClaimView, &'a ClaimView),
    /// The comparison that says so.
    pub(crate) comparison: &'a ComparisonView,
}

/// The position of a claim that every position can stand with.
pub(crate) const EVERY: usize = usize::MAX;

/// The position that each claim is in, by its place in the item; `EVERY` for one that can stand with all.
pub(crate) fn of_claims(item: &Item) -> Vec<usize> {
    let mut found = vec![0; item.claims.len()];
    for (position, it) in item.positions.iter().enumerate() {
        for &claim in &it.claims {
            found[claim] = position;
        }
    }
    for &claim in &item.beside_all {
        found[claim] = EVERY;
    }
    found
}

/// The claims of each position, without those that every position can stand with.
pub(crate) fn sides(item: &Item) -> Vec<Vec<usize>> {
    let own = |position: &PositionView| -> Vec<usize> {
        position.claims.iter().copied().filter(|at| !item.beside_all.contains(at)).collect()
    };
    item.positions.iter().map(own).collect()
}

/// The claims position by position, and last those that every position can stand with.
pub(crate) fn in_order(item: &Item) -> Vec<usize> {
    sides(item).into_iter().flatten().chain(item.beside_all.iter().copied()).collect()
}

/// The letter of a position: A for the largest; none is left for the 27th. A star stands for all of them.
pub(crate) fn letter(position: usize) -> char {
    if position == EVERY {
        return '*';
    }
    u8::try_from(position).ok().filter(|&it| it < 26).map_or('·', |it| char::from(b'A' + it))
}

/// Who needs more to see why is told by every comparison.
const MOST_REASONS: usize = 2;

/// The gravest comparison of each pair of positions that can't stand together, gravest first; of several, the one
/// that surest is about one fact.
pub(crate) fn reasons<'r>(item: &'r Item) -> Vec<Reason<'r>> {
    let positions = of_claims(item);
    let mut worst: Vec<((usize, usize), &'r ComparisonView)> = Vec::new();
    for it in item.comparisons.iter().filter(|it| it.verdict > Verdict::Compatible) {
        let pair = (positions[it.a].min(positions[it.b]), positions[it.a].max(positions[it.b]));
        match worst.iter_mut().find(|(known, _)| *known == pair) {
            Some((_, known)) if (known.verdict, known.r#match) >= (it.verdict, it.r#match) => {}
            Some((_, known)) => *known = it,
            None => worst.push((pair, it)),
        }
    }
    worst.sort_by_key(|&(pair, it)| (std::cmp::Reverse(it.verdict), pair));
    worst.truncate(MOST_REASONS);
    let reason = |((first, second), comparison): ((usize, usize), &'r ComparisonView)| {
        let (a, b) = (&item.claims[comparison.a], &item.claims[comparison.b]);
        let claims = if positions[comparison.a] == first { (a, b) } else { (b, a) };
        Reason { verdict: comparison.verdict, letters: (letter(first), letter(second)), claims, comparison }
    };
    worst.into_iter().map(reason).collect()
}
