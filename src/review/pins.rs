//! Answers become pins: claims of one fact have one, and those of two facts have two.

use std::collections::BTreeSet;

use super::question::ordered;
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
    /// It contradicts what the pins or earlier answers say, so nothing is written.
    Contradicts(String),
}

/// The pins of a story's claims, by their positions in the alignment, and what is known of them.
#[derive(Clone, Debug)]
pub struct Pins {
    of: Vec<Option<String>>,
    /// Pins of this run: that two of them differ is no one's word.
    fresh: BTreeSet<String>,
    /// Claims that a person has told apart in this run.
    told: BTreeSet<(usize, usize)>,
    /// By claim, the first one of those that are known to tell its fact.
    first: Vec<usize>,
}

impl Pins {
    /// The pins that the claim files have.
    pub fn of(alignment: &Alignment<'_>) -> Self {
        let of: Vec<Option<String>> = alignment.claims.iter().map(|told| told.claim.item.clone()).collect();
        let same = |at: usize| of.iter().position(|pin| pin.is_some() && *pin == of[at]);
        let first = (0..of.len()).map(|at| same(at).unwrap_or(at)).collect();
        Self { of, first, fresh: BTreeSet::new(), told: BTreeSet::new() }
    }

    /// The pin of each claim.
    pub fn all(&self) -> Vec<Option<&str>> {
        self.of.iter().map(Option::as_deref).collect()
    }

    /// The pin that the files give a claim.
    pub(super) fn of_file(&self, claim: usize) -> Option<&str> {
        self.of[claim].as_deref().filter(|pin| !self.fresh.contains(*pin))
    }

    /// What is known of two claims.
    pub fn known(&self, a: usize, b: usize) -> Option<Answer> {
        if self.first[a] == self.first[b] {
            return Some(Answer::Same);
        }
        let by_files = self.of_file(a).zip(self.of_file(b)).is_some_and(|(mine, yours)| mine != yours);
        (by_files || self.are_told_apart(a, b)).then_some(Answer::Different)
    }

    /// The claims that a person has told apart in this run.
    pub(super) fn told_apart(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.told.iter().copied()
    }

    /// Whether a person has told two facts apart in this run, by whichever of their claims.
    fn are_told_apart(&self, a: usize, b: usize) -> bool {
        let (mine, yours) = (self.first[a], self.first[b]);
        self.told.iter().any(|&(x, y)| {
            let (x, y) = (self.first[x], self.first[y]);
            (x, y) == (mine, yours) || (y, x) == (mine, yours)
        })
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
            (_, Answer::Same) if self.are_told_apart(a, b) => Said::Contradicts(self.named(a, b)),
            (_, Answer::Same) => {
                self.join(a, b);
                let by_files = [a, b].iter().find_map(|&at| self.of_file(at).map(str::to_owned));
                let pin = by_files.or_else(|| [a, b].iter().find_map(|&at| self.of[at].clone()));
                let pin = pin.or_else(|| self.of_item(alignment, items, a, None));
                let pin = pin.or_else(|| self.of_item(alignment, items, b, None));
                let pin = pin.unwrap_or_else(|| self.name(alignment, a));
                let united: Vec<Said> = [a, b].into_iter().filter_map(|at| self.pin(at, &pin)).collect();
                united.into_iter().next().unwrap_or(Said::Pinned)
            }
            (_, Answer::Different) => {
                self.part(alignment, items, a, b);
                Said::Pinned
            }
        }
    }

    /// Takes the answers about the fact of a claim: whoever tells it gets its pin, and nobody else. What becomes of answers
    /// that do not simply hold.
    pub(super) fn settle(
        &mut self,
        alignment: &Alignment<'_>,
        claim: usize,
        same: &[usize],
        different: &[usize],
    ) -> Vec<(usize, Said)> {
        let mut found = Vec::new();
        let mut tellers = vec![claim];
        for &other in same {
            if tellers.iter().any(|&at| self.are_told_apart(at, other)) {
                found.push((other, Said::Contradicts(self.named(claim, other))));
            } else {
                self.join(claim, other);
                tellers.push(other);
            }
        }
        for &other in different {
            if self.known(claim, other) == Some(Answer::Same) {
                found.push((other, Said::Contradicts(self.of[claim].clone().unwrap_or_default())));
            } else {
                self.told.insert(ordered(claim, other));
            }
        }
        // What shares a pin of this run with the fact, and was told apart from it, loses that pin.
        for at in 0..self.of.len() {
            let shares = self.of[at].is_some() && tellers.iter().any(|&it| self.of[it] == self.of[at]);
            if shares && self.are_told_apart(claim, at) {
                self.keep_apart(alignment, at);
            }
        }
        let by_files = tellers.iter().find_map(|&at| self.of_file(at).map(str::to_owned));
        let pin = by_files.or_else(|| tellers.iter().find_map(|&at| self.of[at].clone()));
        let pin = pin.unwrap_or_else(|| self.name(alignment, claim));
        for at in tellers {
            found.extend(self.pin(at, &pin).map(|said| (at, said)));
        }
        found
    }

    /// Gives a claim, and those that are known to tell its fact, a pin of their own.
    pub(super) fn keep_apart(&mut self, alignment: &Alignment<'_>, claim: usize) {
        let pin = self.name(alignment, claim);
        let fact = self.first[claim];
        for at in 0..self.of.len() {
            if self.first[at] == fact {
                self.of[at] = Some(pin.clone());
            }
        }
    }

    /// Gives a claim a pin, and all that share the one it has; tells where that makes one of two of the files.
    fn pin(&mut self, claim: usize, pin: &str) -> Option<Said> {
        let was = self.of[claim].replace(pin.to_owned()).filter(|was| was != pin)?;
        let is_news = !self.fresh.contains(&was) && !self.fresh.contains(pin);
        for other in self.of.iter_mut().flatten().filter(|other| **other == was) {
            pin.clone_into(other);
        }
        is_news.then(|| Said::United(pin.to_owned(), was))
    }

    /// Two claims are known to tell one fact.
    fn join(&mut self, a: usize, b: usize) {
        let (kept, lost) = (self.first[a].min(self.first[b]), self.first[a].max(self.first[b]));
        for first in self.first.iter_mut().filter(|it| **it == lost) {
            *first = kept;
        }
    }

    /// Two facts by the pins of their claims, for a person.
    fn named(&self, a: usize, b: usize) -> String {
        let name = |at: usize| self.of[at].as_deref().unwrap_or("no pin").to_owned();
        format!("{} ≠ {}", name(a), name(b))
    }

    fn part(&mut self, alignment: &Alignment<'_>, items: &[Vec<usize>], a: usize, b: usize) {
        self.told.insert(ordered(a, b));
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
