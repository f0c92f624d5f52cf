//! What compares the claims of a story, and keeps what it finds out of each: every pair asks for it again.

use std::sync::OnceLock;

use super::motion::{Trend, of_claim};
use crate::claim::{Claim, Conventions};
use crate::english::label;
use crate::linkage::Alignment;

/// A story's claims as its verdicts need them.
pub(super) struct Judge<'a, 's> {
    pub(super) alignment: &'a Alignment<'s>,
    pub(super) desk: &'a Conventions,
    /// By claim; none where nothing is kept.
    known: Vec<ClaimFindings>,
}

/// What is found out of a claim when somebody asks for it first.
#[derive(Default)]
struct ClaimFindings {
    motion: OnceLock<Option<Trend>>,
    asks_what_is_left: OnceLock<bool>,
}

impl<'a, 's> Judge<'a, 's> {
    /// For many pairs.
    pub(super) fn new(alignment: &'a Alignment<'s>, desk: &'a Conventions) -> Self {
        Self { alignment, desk, known: alignment.claims.iter().map(|_| ClaimFindings::default()).collect() }
    }

    /// For a pair, of which nothing is worth keeping.
    pub(super) fn of_one_pair(alignment: &'a Alignment<'s>, desk: &'a Conventions) -> Self {
        Self { alignment, desk, known: Vec::new() }
    }

    fn claim(&self, at: usize) -> &'a Claim {
        self.alignment.claims[at].claim
    }

    /// How the value of a claim goes on; none where nobody can tell.
    pub(super) fn motion(&self, at: usize) -> Option<Trend> {
        let find = || of_claim(self.alignment, self.claim(at));
        self.known.get(at).map_or_else(find, |it| *it.motion.get_or_init(find))
    }

    /// Whether a claim's attribute asks for what is left of something.
    pub(super) fn asks_what_is_left(&self, at: usize) -> bool {
        let find = || label::what_is_left(&self.claim(at).attribute);
        self.known.get(at).map_or_else(find, |it| *it.asks_what_is_left.get_or_init(find))
    }
}
