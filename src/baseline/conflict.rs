//! What a conflict is known by: its item, its two values as understood, and who says them.

use std::collections::BTreeSet;

use crate::fusion::Verdict;
use crate::view::{meaning, plain};

/// A conflict that somebody has accepted, or that an earlier revision had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The label of its data item.
    pub item: String,
    /// The gravest verdict of the two values.
    pub verdict: Verdict,
    /// The two values and who says them.
    pub sides: [KnownSide; 2],
}

/// One of the two values of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSide {
    /// As understood.
    pub understood: String,
    /// Claims of that value.
    pub claims: Vec<KnownClaim>,
}

/// A claim as it is found again, whatever file and line it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownClaim {
    /// Who tells it.
    pub outlet: String,
    /// Subject and attribute, as [`crate::view::label`] joins them.
    pub label: String,
    /// Its value as worded.
    pub value: String,
}

/// Outlet and label of a claim: case and spaces make no difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ClaimName {
    pub(super) outlet: String,
    pub(super) label: String,
}

impl ClaimName {
    pub(super) fn new(outlet: &str, label: &str) -> Self {
        Self { outlet: plain(outlet), label: plain(label) }
    }

    /// The words of the label.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.label.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty())
    }
}

/// A side of a conflict that is looked for.
pub(super) struct Sought<'k> {
    meaning: String,
    names: BTreeSet<ClaimName>,
    outlets: BTreeSet<String>,
    verbatim: BTreeSet<(ClaimName, &'k str)>,
}

impl<'k> Sought<'k> {
    pub(super) fn new(side: &'k KnownSide) -> Self {
        let name = |claim: &KnownClaim| ClaimName::new(&claim.outlet, &claim.label);
        Self {
            meaning: meaning(&side.understood, ""),
            names: side.claims.iter().map(name).collect(),
            outlets: side.claims.iter().map(|claim| name(claim).outlet).collect(),
            verbatim: side.claims.iter().map(|claim| (name(claim), claim.value.trim())).collect(),
        }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &ClaimName> {
        self.names.iter()
    }

    pub(super) fn means(&self, meaning: &str) -> bool {
        self.meaning == meaning
    }

    pub(super) fn has(&self, name: &ClaimName) -> bool {
        self.names.contains(name)
    }

    /// Whether it has the very words of a claim.
    pub(super) fn has_verbatim(&self, name: &ClaimName, value: &str) -> bool {
        // Most claims are none of its own.
        self.has(name) && self.verbatim.contains(&(name.clone(), value.trim()))
    }

    pub(super) fn is_told_by(&self, name: &ClaimName) -> bool {
        self.outlets.contains(&name.outlet)
    }
}
