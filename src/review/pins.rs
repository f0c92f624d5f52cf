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
    /// Claims that a person has told apart in this run, pinned or not.
    told: BTreeSet<(usize, usize)>,
    /// By claim, the first one of those that are known to tell its fact: a pin of this run is also given to claims that
    /// nobody was asked about.
    first: Vec<usize>,
}

impl Pins {
    /// The pins that the claim files have.
    pub fn of(alignment: &Alignment<'_>) -> Self {
        let of: Vec<Option<String>> = alignment.claims.iter().map(|told| told.claim.item.clone()).collect();
        let same = |at: usize| of.iter().position(|pin| pin.is_some() && *pin == of[at]);
        let first = (0..of.len()).map(|at| same(at).unwrap_or(at)).collect();
        Self { of, first, fresh: BTreeSet::new(), apart: BTreeSet::new(), told: BTreeSet::new() }
    }

    /// The pin of each claim.
    pub fn all(&self) -> Vec<Option<&str>> {
        self.of.iter().map(Option::as_deref).collect()
    }

    /// What is known of two claims.
    pub fn known(&self, a: usize, b: usize) -> Option<Answer> {
        if self.told.contains(&(a.min(b), a.max(b))) {
            return Some(Answer::Different);
        }
        if self.first[a] == self.first[b] {
            return Some(Answer::Same);
        }
        let (mine, yours) = (self.of[a].as_ref()?, self.of[b].as_ref()?);
        if mine == yours {
            return None;
        }
        let implied = self.fresh.contains(mine) || self.fresh.contains(yours);
        (!implied || self.apart.contains(&ordered(mine, yours))).then_some(Answer::Different)
    }

    /// Every two claims that are known to be about different facts.
    pub(super) fn told_apart(&self) -> Vec<(usize, usize)> {
        let pinned: Vec<usize> = (0..self.of.len()).filter(|&at| self.of[at].is_some()).collect();
        let pairs =
            pinned.iter().enumerate().flat_map(|(at, &a)| pinned.iter().skip(at + 1).map(move |&b| (a, b)));
        let by_pins = pairs.filter(|&(a, b)| self.known(a, b) == Some(Answer::Different));
        by_pins.chain(self.told.iter().copied()).collect()
    }

    /// Takes the answers about the fact of a claim: whoever tells it gets its pin, with all of their items. What becomes
    /// of answers that do not simply hold.
    pub(super) fn settle(
        &mut self,
        alignment: &Alignment<'_>,
        items: &[Vec<usize>],
        claim: usize,
        same: &[usize],
        different: &[usize],
    ) -> Vec<(usize, Said)> {
        let mut told = Vec::new();
        let item = |at: usize| items.iter().find(|it| it.contains(&at)).cloned().unwrap_or_default();
        let mine = item(claim);
        for &other in different {
            if self.known(claim, other) == Some(Answer::Same) {
                told.push((other, Said::Contradicts(self.of[claim].clone().unwrap_or_default())));
                continue;
            }
            self.told.insert((claim.min(other), claim.max(other)));
            if mine.contains(&other) {
                self.keep_apart(alignment, other);
            }
        }
        let mut fact: Vec<usize> = mine.into_iter().filter(|it| !different.contains(it)).collect();
        for &other in same {
            let theirs = item(other);
            let clash = |&it: &usize| fact.iter().any(|&at| self.told.contains(&(at.min(it), at.max(it))));
            if self.known(claim, other) == Some(Answer::Different) && self.is_said(claim, other)
                || theirs.iter().any(clash)
            {
                let names = [claim, other].map(|at| self.of[at].clone().unwrap_or_default());
                told.push((other, Said::Contradicts(names.join(" ≠ "))));
                continue;
            }
            self.join(claim, other);
            fact.extend(
                theirs
                    .into_iter()
                    .filter(|it| !fact.contains(it) && !different.contains(it))
                    .collect::<Vec<_>>(),
            );
        }
        let pin =
            fact.iter().find_map(|&at| self.of[at].clone()).unwrap_or_else(|| self.name(alignment, claim));
        for at in fact {
            match self.of[at].clone() {
                Some(yours) if yours != pin => {
                    if !self.fresh.contains(&yours) && !self.fresh.contains(&pin) {
                        told.push((at, Said::United(pin.clone(), yours.clone())));
                    }
                    self.rename(&yours, &pin);
                }
                _ => self.of[at] = Some(pin.clone()),
            }
        }
        told
    }

    /// Gives a claim that is no part of its item a pin of its own.
    pub(super) fn keep_apart(&mut self, alignment: &Alignment<'_>, claim: usize) {
        self.of[claim] = Some(self.name(alignment, claim));
    }

    /// Two claims are known to tell one fact.
    fn join(&mut self, a: usize, b: usize) {
        let (kept, lost) = (self.first[a].min(self.first[b]), self.first[a].max(self.first[b]));
        self.first.iter_mut().filter(|it| **it == lost).for_each(|it| *it = kept);
    }

    /// Whether a person has said in this run that two claims differ.
    fn is_said(&self, a: usize, b: usize) -> bool {
        let pins = self.of[a].as_ref().zip(self.of[b].as_ref());
        self.told.contains(&(a.min(b), a.max(b)))
            || pins.is_some_and(|(mine, yours)| self.apart.contains(&ordered(mine, yours)))
    }

    fn rename(&mut self, from: &str, to: &str) {
        for pin in &mut self.of {
            if pin.as_deref() == Some(from) {
                *pin = Some(to.to_owned());
            }
        }
        let renamed = |pin: &String| if pin == from { to.to_owned() } else { pin.clone() };
        self.apart = self.apart.iter().map(|(x, y)| ordered(&renamed(x), &renamed(y))).collect();
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
            self.join(a, b);
            self.of[a] = Some(pin.clone());
            self.of[b] = Some(pin);
            return Said::Pinned;
        };
        if self.apart.contains(&ordered(&mine, &yours)) {
            return Said::Contradicts(format!("{mine} ≠ {yours}"));
        }
        let kept_apart = self.known(a, b).is_some();
        self.join(a, b);
        self.rename(&yours, &mine);
        if kept_apart { Said::United(mine, yours) } else { Said::Pinned }
    }

    fn part(&mut self, alignment: &Alignment<'_>, items: &[Vec<usize>], a: usize, b: usize) {
        // Of two claims in one item, the one that is tied more firmly to the item's pinned claims keeps their pin.
        let (first, second) =
            if self.tie(alignment, items, a) >= self.tie(alignment, items, b) { (a, b) } else { (b, a) };
        if self.of[a].is_some() && self.of[a] == self.of[b] {
            self.keep_apart(alignment, second);
        }
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
