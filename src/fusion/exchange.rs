//! What stands in the place of something else: `a gas leak`, `a water leak`.

use std::collections::BTreeSet;

use super::telling::Clause;

/// Longer clauses are not put beside each other word by word: nobody writes them, and somebody may send them in.
const LONGEST: usize = 100;

/// Two texts, and what each tells that neither the other nor their labels do.
pub(super) struct Unshared<'a> {
    pub(super) a: &'a [Clause],
    pub(super) b: &'a [Clause],
    pub(super) only_a: &'a [String],
    pub(super) only_b: &'a [String],
}

/// Words of the one, and those of the other that stand for them.
pub(super) type Exchanged = (Vec<String>, Vec<String>);

impl Unshared<'_> {
    /// Words of one text that stand where the other has words of the same sort, beside what both tell: in clauses of which
    /// each is most like the other, read from either side.
    pub(super) fn exchanged(&self) -> Option<Exchanged> {
        let back = Self { a: self.b, b: self.a, only_a: self.only_b, only_b: self.only_a };
        self.read_from_first().or_else(|| back.read_from_first().map(|(yours, mine)| (mine, yours)))
    }

    fn read_from_first(&self) -> Option<Exchanged> {
        self.a.iter().find_map(|mine| {
            let yours = nearest(mine, self.b)?;
            if !nearest(yours, self.a).is_some_and(|it| std::ptr::eq(it, mine)) {
                return None;
            }
            let of = |clause: &Clause, words: &[String], named: bool| {
                words.iter().any(|word| clause.named.contains(word) == named)
            };
            let alike = |(x, y): &Exchanged| {
                [true, false].iter().any(|&named| of(mine, x, named) && of(yours, y, named))
            };
            self.gaps(mine, yours).into_iter().find(alike)
        })
    }

    /// What each has alone before, between and behind the words that both clauses have in one order.
    fn gaps(&self, mine: &Clause, yours: &Clause) -> Vec<Exchanged> {
        let mut gaps = vec![Exchanged::default()];
        let (mut x, mut y) = (0, 0);
        let ends = (mine.words.len(), yours.words.len());
        for (next_x, next_y) in in_one_order(&mine.words, &yours.words).into_iter().chain([ends]) {
            let between = |words: &[String], from: usize, to: usize, alone: &[String]| -> Vec<String> {
                let words = words.get(from..to).unwrap_or_default();
                words.iter().filter(|it| alone.contains(it)).cloned().collect()
            };
            gaps.push((
                between(&mine.words, x, next_x, self.only_a),
                between(&yours.words, y, next_y, self.only_b),
            ));
            (x, y) = (next_x + 1, next_y + 1);
        }
        gaps
    }

    /// Whether all of some words belong to names or are figures.
    pub(super) fn are_names(&self, (x, y): &Exchanged) -> bool {
        let named = |clauses: &[Clause], word: &String| clauses.iter().any(|it| it.named.contains(word));
        x.iter().all(|word| named(self.a, word)) && y.iter().all(|word| named(self.b, word))
    }

    /// Names and figures that each has alone, wherever they stand.
    pub(super) fn named_apart(&self) -> Option<Exchanged> {
        let named = |clauses: &[Clause], alone: &[String]| -> Vec<String> {
            let is_named = |word: &&String| clauses.iter().any(|it| it.named.contains(*word));
            alone.iter().filter(is_named).cloned().collect()
        };
        let (x, y) = (named(self.a, self.only_a), named(self.b, self.only_b));
        (!x.is_empty() && !y.is_empty()).then_some((x, y))
    }
}

/// The clause that shares most with another one; the first of several.
fn nearest<'c>(clause: &Clause, clauses: &'c [Clause]) -> Option<&'c Clause> {
    let words: BTreeSet<&String> = clause.words.iter().collect();
    let shared = |it: &Clause| it.words.iter().filter(|word| words.contains(word)).count();
    clauses.iter().rev().max_by_key(|it| shared(it)).filter(|it| shared(it) > 0)
}

/// The places of the most words that both have in one order.
fn in_one_order(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let (a, b) = (a.get(..LONGEST).unwrap_or(a), b.get(..LONGEST).unwrap_or(b));
    let mut most = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for (x, mine) in a.iter().enumerate().rev() {
        for (y, yours) in b.iter().enumerate().rev() {
            let skipping = most[x + 1][y].max(most[x][y + 1]);
            most[x][y] = if mine == yours { most[x + 1][y + 1] + 1 } else { skipping };
        }
    }
    let (mut x, mut y, mut found) = (0, 0, Vec::new());
    while x < a.len() && y < b.len() {
        if a[x] == b[y] {
            found.push((x, y));
            (x, y) = (x + 1, y + 1);
        } else if most[x + 1][y] >= most[x][y + 1] {
            x += 1;
        } else {
            y += 1;
        }
    }
    found
}
