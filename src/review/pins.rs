//! Answers become pins: claims of one fact share one, and a claim that tells another fact names it under `not`.
//!
//! What is known is what the files say, so that an answer holds in every later run as it does in this one.

use std::collections::BTreeSet;

use super::split::label;
use crate::linkage::{Alignment, Pin};

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
pub enum AnswerOutcome {
    /// It follows from what was known: nothing to write.
    Known,
    /// It is written into the pins.
    Pinned,
    /// It is written, and makes one of two items that different pins kept apart.
    United(String, String),
    /// It contradicts what the pins or earlier answers say, so nothing is written.
    Contradicts(String),
}

/// What is said of a claim's fact; as [`Pin`], and to be changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnedPin {
    /// The pin.
    pub item: Option<String>,
    /// The pins of other facts.
    pub not: Vec<String>,
}

/// The pins of a story's claims, by their positions in the alignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pins(pub(super) Vec<OwnedPin>);

impl Pins {
    /// The pins that the claim files have.
    pub fn of(alignment: &Alignment<'_>) -> Self {
        let mark = |pin: Pin<'_>| OwnedPin { item: pin.item.map(str::to_owned), not: pin.not.to_vec() };
        Self(alignment.claims.iter().map(|told| mark(Pin::of(told.claim))).collect())
    }

    /// What is said of each claim.
    pub fn marks(&self) -> &[OwnedPin] {
        &self.0
    }

    /// The pins, as the alignment takes them.
    pub fn all(&self) -> Vec<Pin<'_>> {
        self.0.iter().map(|mark| Pin { item: mark.item.as_deref(), not: &mark.not }).collect()
    }

    /// The claims of which something else is said than before, with what.
    pub fn changes<'p>(&'p self, before: &'p Self) -> impl Iterator<Item = (usize, &'p OwnedPin)> {
        self.0.iter().enumerate().filter(|(at, mark)| before.0[*at] != **mark)
    }

    /// The pin of a claim.
    pub fn item(&self, claim: usize) -> Option<&str> {
        self.0[claim].item.as_deref()
    }

    /// What is known of two claims.
    pub fn known(&self, a: usize, b: usize) -> Option<Answer> {
        let pin = |at: usize| Pin { item: self.item(at), not: &self.0[at].not };
        let answer = |same: bool| if same { Answer::Same } else { Answer::Different };
        if a == b { Some(Answer::Same) } else { pin(a).says(pin(b)).map(answer) }
    }

    /// The claims that a person has told apart by more than different pins.
    pub(super) fn told_apart(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let told = self.0.iter().enumerate().filter(|(_, mark)| !mark.not.is_empty());
        told.flat_map(move |(at, mark)| {
            let is_other =
                |other: &usize| self.item(*other).is_some_and(|it| mark.not.iter().any(|not| not == it));
            (0..self.0.len()).filter(is_other).map(move |other| (at, other))
        })
    }

    /// Whether a person has told two facts apart, by whichever of their claims; that their pins differ is no such word.
    fn are_told_apart(&self, a: usize, b: usize) -> bool {
        let tells =
            |at: usize, of: usize| at == of || self.item(at).is_some() && self.item(at) == self.item(of);
        let rules_out = |a: usize, b: usize| {
            let named =
                |mark: &OwnedPin| self.item(b).is_some_and(|item| mark.not.iter().any(|not| not == item));
            (0..self.0.len()).any(|at| tells(at, a) && named(&self.0[at]))
        };
        rules_out(a, b) || rules_out(b, a)
    }

    /// Takes an answer about two claims of `items`, the data items as they stand.
    pub fn answer(
        &mut self,
        alignment: &Alignment<'_>,
        items: &[Vec<usize>],
        (a, b): (usize, usize),
        answer: Answer,
    ) -> AnswerOutcome {
        match (self.known(a, b), answer) {
            (Some(known), answer) if known == answer => AnswerOutcome::Known,
            (Some(Answer::Same), _) => {
                AnswerOutcome::Contradicts(self.item(a).unwrap_or_default().to_owned())
            }
            (_, Answer::Same) if self.are_told_apart(a, b) => AnswerOutcome::Contradicts(self.named(a, b)),
            (_, Answer::Same) => {
                let pin = self.shared(alignment, items, &[a, b]);
                let united: Vec<AnswerOutcome> =
                    [a, b].into_iter().filter_map(|at| self.pin(at, &pin)).collect();
                united.into_iter().next().unwrap_or(AnswerOutcome::Pinned)
            }
            (_, Answer::Different) => {
                self.part(alignment, items, a, b);
                AnswerOutcome::Pinned
            }
        }
    }

    /// Takes the answers about the fact of a claim: whoever tells it gets its pin, and who does not is said not to. What
    /// becomes of answers that do not simply hold.
    pub(super) fn settle(
        &mut self,
        alignment: &Alignment<'_>,
        items: &[Vec<usize>],
        claim: usize,
        (same, different): (&[usize], &[usize]),
    ) -> Vec<(usize, AnswerOutcome)> {
        let mut found = Vec::new();
        let mut tellers = vec![claim];
        for &other in same {
            if tellers.iter().any(|&at| self.are_told_apart(at, other)) {
                found.push((other, AnswerOutcome::Contradicts(self.named(claim, other))));
            } else {
                tellers.push(other);
            }
        }
        let (same, different): (Vec<usize>, Vec<usize>) =
            different.iter().partition(|&&it| self.known(claim, it) == Some(Answer::Same));
        let pin = self.item(claim).unwrap_or_default().to_owned();
        found.extend(same.into_iter().map(|other| (other, AnswerOutcome::Contradicts(pin.clone()))));
        // Who is known to tell another fact by its own pin can name it: nobody else needs one.
        if let ([alone], Some(_)) = (tellers.as_slice(), different.iter().find_map(|&it| self.item(it)))
            && self.item(*alone).is_none()
            && different.iter().all(|&it| self.item(it).is_some())
        {
            for &other in &different {
                self.rule_out(*alone, other);
            }
            return found;
        }
        if tellers.len() > 1 || different.iter().any(|&it| self.known(claim, it).is_none()) {
            let pin = self.shared(alignment, items, &tellers);
            for &at in &tellers {
                found.extend(self.pin(at, &pin).map(|said| (at, said)));
            }
        }
        for other in different {
            self.rule_out(other, claim);
        }
        found
    }

    /// The pin for claims that tell one fact: one that they have, or that their item has, or a new one.
    pub(super) fn shared(
        &self,
        alignment: &Alignment<'_>,
        items: &[Vec<usize>],
        tellers: &[usize],
    ) -> String {
        let own = tellers.iter().find_map(|&at| self.item(at).map(str::to_owned));
        let of_item = || tellers.iter().find_map(|&at| self.of_item(alignment, items, at));
        own.or_else(of_item).unwrap_or_else(|| self.name(alignment, tellers[0]))
    }

    /// Gives a claim a pin, and all that share the one it has; tells where that makes one of two.
    pub(super) fn pin(&mut self, claim: usize, pin: &str) -> Option<AnswerOutcome> {
        let was = self.0[claim].item.replace(pin.to_owned());
        // Different pins say as much.
        self.0[claim].not.clear();
        let was = was.filter(|was| was != pin)?;
        for mark in &mut self.0 {
            let named = mark.item.iter_mut().chain(&mut mark.not).filter(|it| **it == was);
            named.for_each(|it| pin.clone_into(it));
            let mut seen = BTreeSet::new();
            mark.not.retain(|it| seen.insert(it.clone()));
        }
        Some(AnswerOutcome::United(pin.to_owned(), was))
    }

    /// A claim tells another fact than the pinned one `other`.
    pub(super) fn rule_out(&mut self, claim: usize, other: usize) {
        let Some(pin) = self.item(other).map(str::to_owned) else { return };
        if self.known(claim, other).is_none() {
            self.0[claim].not.push(pin);
        }
    }

    /// The claims that have a pin.
    pub(super) fn holders(&self, pin: &str) -> Vec<usize> {
        (0..self.0.len()).filter(|&at| self.item(at) == Some(pin)).collect()
    }

    /// Two facts by the pins of their claims, for a person.
    fn named(&self, a: usize, b: usize) -> String {
        let name = |at: usize| self.item(at).unwrap_or("no pin");
        format!("{} ≠ {}", name(a), name(b))
    }

    /// Tells two claims apart of which nothing is known: one has a pin, or gets it, and the other names that.
    pub(super) fn part(&mut self, alignment: &Alignment<'_>, items: &[Vec<usize>], a: usize, b: usize) {
        // The one that is tied more firmly to the pinned claims of its item is the one to take their pin.
        let firmer = self.tie(alignment, items, a) >= self.tie(alignment, items, b);
        let (first, second) = if firmer { (a, b) } else { (b, a) };
        if self.item(first).is_none() && self.item(second).is_none() {
            let pin = self.shared(alignment, items, &[first]);
            self.pin(first, &pin);
        }
        self.rule_out(second, first);
        self.rule_out(first, second);
    }

    /// The pin of the item that a claim is in: of the claim that it is tied to most firmly. A pin of its own would part it
    /// from them, which nobody has said.
    fn of_item(&self, alignment: &Alignment<'_>, items: &[Vec<usize>], claim: usize) -> Option<String> {
        let firmest = self.pinned(items, claim).max_by(|&x, &y| {
            let weight = |at| alignment.link(claim, at).weight;
            weight(x).total_cmp(&weight(y)).then(y.cmp(&x))
        });
        firmest.and_then(|at| self.0[at].item.clone())
    }

    /// How firmly a claim is tied to the pinned claims of its item.
    fn tie(&self, alignment: &Alignment<'_>, items: &[Vec<usize>], claim: usize) -> f64 {
        let weights = self.pinned(items, claim).map(|at| alignment.link(claim, at).weight);
        weights.fold(f64::NEG_INFINITY, f64::max)
    }

    fn pinned<'i>(&'i self, items: &'i [Vec<usize>], claim: usize) -> impl Iterator<Item = usize> + 'i {
        let item = items.iter().find(|item| item.contains(&claim));
        item.into_iter().flatten().copied().filter(move |&at| at != claim && self.item(at).is_some())
    }

    /// A readable name that the story does not have yet.
    pub(super) fn name(&self, alignment: &Alignment<'_>, claim: usize) -> String {
        let name = label(alignment.claims[claim].claim);
        let is_taken =
            |name: &String| self.0.iter().any(|it| it.item.as_ref() == Some(name) || it.not.contains(name));
        let mut names = std::iter::once(name.clone()).chain((2_u32..).map(|times| format!("{name}-{times}")));
        names.find(|name| !is_taken(name)).unwrap_or(name)
    }
}
