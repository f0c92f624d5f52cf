//! Answers become pins: `same` gives two claims one pin, `different` two.

use std::collections::BTreeSet;

use crate::files::slug;
use crate::linkage::Alignment;

/// What a person says of two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// They are about the same fact.
    Same,
    /// They are about two facts.
    Different,
}

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It follows from what was known: nothing to write.
    Known,
    /// It is written into the pins.
    Pinned,
    /// It is written, and makes one of two items that pins of the files kept apart.
    United(String, String),
    /// It contradicts what the pins say, so nothing is written.
    Contradicts(String),
}

/// The pins of a story's claims, by their positions in the alignment, and what is known of them.
#[derive(Clone, Debug)]
pub struct Pins {
    of: Vec<Option<String>>,
    /// Pins of this run: that two of them differ is no one's word yet, unless it is in `apart`.
    fresh: BTreeSet<String>,
    /// Pins whose claims a person has told apart in this run.
    apart: BTreeSet<(String, String)>,
}

impl Pins {
    /// The pins that the claim files have.
    pub fn of(alignment: &Alignment<'_>) -> Self {
        let of = alignment.claims.iter().map(|told| told.claim.item.clone()).collect();
        Self { of, fresh: BTreeSet::new(), apart: BTreeSet::new() }
    }

    /// The pin of each claim.
    pub fn all(&self) -> Vec<Option<&str>> {
        self.of.iter().map(Option::as_deref).collect()
    }

    /// What is known of two claims.
    pub fn known(&self, a: usize, b: usize) -> Option<Answer> {
        let (mine, yours) = (self.of[a].as_ref()?, self.of[b].as_ref()?);
        if mine == yours {
            return Some(Answer::Same);
        }
        let implied = self.fresh.contains(mine) || self.fresh.contains(yours);
        (!implied || self.apart.contains(&ordered(mine, yours))).then_some(Answer::Different)
    }

    /// Every two claims that are known to be about different facts.
    pub(super) fn told_apart(&self) -> Vec<(usize, usize)> {
        let pinned: Vec<usize> = (0..self.of.len()).filter(|&at| self.of[at].is_some()).collect();
        let pairs =
            pinned.iter().enumerate().flat_map(|(at, &a)| pinned.iter().skip(at + 1).map(move |&b| (a, b)));
        pairs.filter(|&(a, b)| self.known(a, b) == Some(Answer::Different)).collect()
    }

    /// Takes an answer about two claims of `items`, the data items as they stand.
    pub fn answer(
        &mut self,
        alignment: &Alignment<'_>,
        items: &[Vec<usize>],
        (a, b): (usize, usize),
        answer: Answer,
    ) -> Said {
        match (self.known(a, b), answer) {
            (Some(known), answer) if known == answer => Said::Known,
            (Some(Answer::Same), _) => Said::Contradicts(self.of[a].clone().unwrap_or_default()),
            (_, Answer::Same) => self.unite(alignment, items, a, b),
            (_, Answer::Different) => {
                self.part(alignment, items, a, b);
                Said::Pinned
            }
        }
    }

    fn unite(&mut self, alignment: &Alignment<'_>, items: &[Vec<usize>], a: usize, b: usize) -> Said {
        let (mine, yours) = (self.of[a].clone(), self.of[b].clone());
        let (Some(mine), Some(yours)) = (mine.clone(), yours.clone()) else {
            let pin = mine.or(yours).or_else(|| self.of_item(alignment, items, a, None));
            let pin = pin.or_else(|| self.of_item(alignment, items, b, None));
            let pin = pin.unwrap_or_else(|| self.name(alignment, a));
            self.of[a] = Some(pin.clone());
            self.of[b] = Some(pin);
            return Said::Pinned;
        };
        if self.apart.contains(&ordered(&mine, &yours)) {
            return Said::Contradicts(format!("{mine} ≠ {yours}"));
        }
        let kept_apart = self.known(a, b).is_some();
        for pin in &mut self.of {
            if pin.as_ref() == Some(&yours) {
                *pin = Some(mine.clone());
            }
        }
        let renamed = |pin: &String| if *pin == yours { mine.clone() } else { pin.clone() };
        self.apart = self.apart.iter().map(|(x, y)| ordered(&renamed(x), &renamed(y))).collect();
        if kept_apart { Said::United(mine, yours) } else { Said::Pinned }
    }

    fn part(&mut self, alignment: &Alignment<'_>, items: &[Vec<usize>], a: usize, b: usize) {
        // Of two claims in one item, the one that is tied more firmly to the item's pinned claims keeps their pin.
        let (first, second) =
            if self.tie(alignment, items, a) >= self.tie(alignment, items, b) { (a, b) } else { (b, a) };
        for (claim, other) in [(first, second), (second, first)] {
            if self.of[claim].is_none() {
                let taken = self.of[other].clone();
                let pin = self.of_item(alignment, items, claim, taken.as_deref());
                let pin = pin.unwrap_or_else(|| self.name(alignment, claim));
                self.of[claim] = Some(pin);
            }
        }
        if let (Some(mine), Some(yours)) = (&self.of[a], &self.of[b]) {
            self.apart.insert(ordered(mine, yours));
        }
    }

    /// The pin of the item that a claim is in, other than `taken`: of the claim that it is tied to most firmly. A pin of
    /// its own would part it from them, which nobody has said.
    fn of_item(
        &self,
        alignment: &Alignment<'_>,
        items: &[Vec<usize>],
        claim: usize,
        taken: Option<&str>,
    ) -> Option<String> {
        self.pinned(items, claim)
            .filter(|&at| self.of[at].as_deref() != taken)
            .max_by(|&x, &y| {
                let weight = |at| alignment.link(claim, at).weight;
                weight(x).total_cmp(&weight(y)).then(y.cmp(&x))
            })
            .and_then(|at| self.of[at].clone())
    }

    /// How firmly a claim is tied to the pinned claims of its item.
    fn tie(&self, alignment: &Alignment<'_>, items: &[Vec<usize>], claim: usize) -> f64 {
        let weights = self.pinned(items, claim).map(|at| alignment.link(claim, at).weight);
        weights.fold(f64::NEG_INFINITY, f64::max)
    }

    fn pinned<'i>(&'i self, items: &'i [Vec<usize>], claim: usize) -> impl Iterator<Item = usize> + 'i {
        let item = items.iter().find(|item| item.contains(&claim));
        item.into_iter().flatten().copied().filter(move |&at| at != claim && self.of[at].is_some())
    }

    /// A readable name that no pin of the story has yet.
    fn name(&mut self, alignment: &Alignment<'_>, claim: usize) -> String {
        let claim = alignment.claims[claim].claim;
        let name = slug(&format!("{} {}", claim.subject, claim.attribute));
        let taken =
            |name: &String| self.fresh.contains(name) || self.of.iter().flatten().any(|it| it == name);
        let mut names = std::iter::once(name.clone()).chain((2_u32..).map(|times| format!("{name}-{times}")));
        let name = names.find(|name| !taken(name)).unwrap_or(name);
        self.fresh.insert(name.clone());
        name
    }
}

fn ordered(a: &str, b: &str) -> (String, String) {
    (a.min(b).to_owned(), a.max(b).to_owned())
}
