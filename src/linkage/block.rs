//! Candidate pairs: claims whose labels are alike enough to be worth a comparison, found through an index.
//!
//! A similarity join with a prefix filter (Chaudhuri, Ganti and Kaushik 2006; `AllPairs`, Bayardo, Ma and Srikant 2007;
//! `PPJoin`, Xiao, Wang, Lin and Yu 2008). The words of all labels stand in one order, the rarest first. What comes late
//! in a label may be so light that it can't make two labels alike by itself: two labels that are alike share a word
//! before that, in their prefixes, and only those are looked up. So the story's subject, which is in nearly every label
//! and weighs little, brings no two claims together.

use std::collections::BTreeMap;

use super::ArticleClaim;
use super::label::{Label, Labels};
use super::normalise::Concept;
use super::overlap::{Laid, Two};
use super::pair::Glance;
use super::terms::LABEL;
use crate::meaning::{Vector, cosines};
use crate::meter::{self, BudgetShare};

/// Labels less alike than this are not compared; as the cosine of their weighted words.
const LEAST_ALIKE: f64 = 0.15;

/// Claims of which the one means at least so nearly what the other means are compared even where their labels share no
/// word; as the cosine of the means of their words.
const LEAST_NEAR: f64 = 0.45;

/// In a story of more claims than these nobody looks for claims that share a meaning alone.
const MOST_BY_MEANING: usize = 600;

/// A word that more labels have in their prefixes than these is a hub: a claim meets only so many of the others.
const MOST_SHARERS: usize = 400;
const NEIGHBOURS: usize = 50;

/// Of a pin that more claims have than these, each meets only so many of the others.
const MOST_PINNED: usize = 100;

/// Which claims have which words in the prefixes of their labels.
#[derive(Debug)]
pub(super) struct LabelIndex {
    /// By claim.
    prefixes: Vec<Vec<Concept>>,
    /// By concept, the claims in their order.
    claims: Vec<Vec<usize>>,
    /// By pin, the claims in their order; and by claim, which of these.
    pinned: Vec<Vec<usize>>,
    pin_of: Vec<Option<usize>>,
    /// What each claim means, where some may be compared for that alone.
    means: Vec<Vector>,
    /// How many words are hubs.
    pub(super) hubs: usize,
}

impl LabelIndex {
    pub(super) fn new(labels: &Labels, told: &[ArticleClaim<'_>]) -> Self {
        let mut frequency = vec![0_usize; labels.vocabulary.len()];
        for label in &labels.of_claims {
            label.terms.label().iter().for_each(|it| frequency[labels.spelled_as(it.concept) as usize] += 1);
        }
        let prefix = |at: usize| {
            let label = &labels.of_claims[at];
            let mut words: Vec<(usize, Concept, f64)> = label
                .terms
                .label()
                .iter()
                .map(|it| (labels.spelled_as(it.concept), it.weight))
                .map(|(it, weight)| (frequency[it as usize], it, weight))
                .collect();
            words.sort_unstable_by_key(|&(frequency, it, _)| (frequency, it));
            // The rest can't make two labels alike where it is shorter than that, as a part of the whole of length 1.
            let least = (LEAST_ALIKE * label.terms.norm(LABEL)).powi(2);
            let mut rest: f64 = words.iter().map(|it| it.2.powi(2)).sum();
            let mut prefix = Vec::with_capacity(words.len());
            for (_, concept, weight) in words {
                if rest < least {
                    break;
                }
                rest -= weight.powi(2);
                prefix.push(concept);
            }
            prefix.dedup();
            prefix
        };
        let prefixes: Vec<Vec<Concept>> = (0..told.len()).map(prefix).collect();
        let mut claims = vec![Vec::new(); labels.vocabulary.len()];
        for (at, prefix) in prefixes.iter().enumerate() {
            for &concept in prefix {
                claims[concept as usize].push(at);
            }
        }
        let mut pins: BTreeMap<&str, usize> = BTreeMap::new();
        let mut pinned: Vec<Vec<usize>> = Vec::new();
        let mut pin_of = Vec::with_capacity(told.len());
        for (at, told) in told.iter().enumerate() {
            pin_of.push(told.claim.item.as_deref().map(|pin| {
                let number = *pins.entry(pin).or_insert(pinned.len());
                pinned.resize(pinned.len().max(number + 1), Vec::new());
                pinned[number].push(at);
                number
            }));
        }
        let hubs = claims.iter().filter(|claims| claims.len() > MOST_SHARERS).count();
        let by_meaning = if told.len() <= MOST_BY_MEANING { labels.of_claims.as_slice() } else { &[] };
        let means = by_meaning.iter().map(|it| *it.senses.claim.mean()).collect();
        Self { prefixes, claims, pinned, pin_of, means, hubs }
    }

    /// The claims behind one, whose words are laid out, that it is to be compared with; in their order, each with what is known
    /// of the two; and whether all were met, or the share of the budget has ended before.
    pub(super) fn behind(
        &self,
        labels: &Labels,
        at: usize,
        seen: &mut MetClaims,
        share: &mut BudgetShare,
    ) -> (Vec<(usize, Glance)>, bool) {
        seen.round += 2;
        let mut found = Vec::new();
        let label = &labels.of_claims[at];
        let by_meaning = labels.of_claims.len() <= MOST_BY_MEANING;
        let mut near = std::mem::take(&mut seen.near);
        if by_meaning {
            near.resize(labels.of_claims.len() - at - 1, 0.0);
            let behind = self.means.get(at + 1..).unwrap_or_default();
            cosines(label.senses.claim.mean(), behind, &mut near);
        }
        let nearness = |other: usize| near.get(other - at - 1).map(|&it| f64::from(it));
        let pinned = self.pin_of[at].map(|pin| self.pinned[pin].as_slice()).unwrap_or_default();
        let (words, mut met_all) = (label.terms.label().len(), true);
        let mut take = |claims: &[usize], asked: bool| {
            let behind = claims.partition_point(|&it| it <= at);
            // What a person has pinned is one item anyway.
            let bound = if asked { MOST_PINNED } else { MOST_SHARERS };
            let most = if claims.len() > bound { NEIGHBOURS } else { usize::MAX };
            for &other in claims.iter().skip(behind).take(most) {
                if seen.rounds[other] < seen.round {
                    if !share.take(words.max(labels.of_claims[other].terms.label().len())) {
                        met_all = false;
                        break;
                    }
                    seen.met += 1;
                    seen.rounds[other] = seen.round;
                    let alike = seen.alike(labels, at, other);
                    if asked || alike >= LEAST_ALIKE {
                        seen.rounds[other] += 1;
                        found.push((other, Glance { alike, near: nearness(other) }));
                    }
                }
            }
        };
        take(pinned, true);
        for &concept in &self.prefixes[at] {
            take(&self.claims[concept as usize], false);
        }
        for (other, near) in (at + 1..).zip(&near).map(|(other, &near)| (other, f64::from(near))) {
            let is_near = near >= LEAST_NEAR && seen.rounds[other] <= seen.round;
            if is_near && label.article != labels.of_claims[other].article {
                let alike = seen.alike(labels, at, other);
                found.push((other, Glance { alike, near: Some(near) }));
            }
        }
        seen.near = near;
        meter::MET.count(std::mem::take(&mut seen.met));
        found.sort_unstable_by_key(|it| it.0);
        (found, met_all)
    }
}

/// Whether two claims are compared at all, where no pin says so.
pub(super) fn are_alike(labels: &Labels, a: usize, b: usize) -> bool {
    let by_meaning = labels.of_claims.len() <= MOST_BY_MEANING;
    by_meaning && mean_alike(&labels.of_claims[a], &labels.of_claims[b])
        || Two { story: labels, a: &labels.of_claims[a], b: &labels.of_claims[b], laid: None }.labels_alike()
            >= LEAST_ALIKE
}

/// Whether claims of two articles mean nearly the same.
fn mean_alike(a: &Label, b: &Label) -> bool {
    a.article != b.article && a.senses.claim.near(&b.senses.claim) >= LEAST_NEAR
}

/// The claims that one has met already.
#[derive(Debug)]
pub(super) struct MetClaims {
    /// By claim, the last round in which it was met; one more where it was taken, too.
    rounds: Vec<usize>,
    round: usize,
    /// How many were met.
    met: usize,
    /// How near each claim behind it is in meaning, where that counts.
    near: Vec<f32>,
    /// The words of that one.
    pub(super) laid: Laid,
}

impl MetClaims {
    pub(super) fn new(labels: &Labels) -> Self {
        Self {
            rounds: vec![0; labels.of_claims.len()],
            round: 0,
            met: 0,
            near: Vec::new(),
            laid: Laid::new(labels),
        }
    }

    /// How alike the labels are of the one that is laid out and of another.
    fn alike(&self, labels: &Labels, a: usize, b: usize) -> f64 {
        let (a, b) = (&labels.of_claims[a], &labels.of_claims[b]);
        Two { story: labels, a, b, laid: Some(&self.laid) }.labels_alike()
    }
}
