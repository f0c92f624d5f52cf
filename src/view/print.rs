//! What can be printed, and what must be asked first, as programs read it.

use bitcode::{Decode, Encode};
use serde::{Serialize, Serializer};

use super::ClaimView;
use crate::fusion::{self, Backing, SafeReason};

/// Words that are fit to print; as JSON the words alone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SafeWordingView {
    /// The words.
    pub words: String,
    /// Why they are.
    pub why: SafeReason,
    /// The claims that say so in these words or in others of the same meaning, by their places in the item.
    pub claims: Vec<usize>,
    /// How firmly it is said, where that is less than a fact.
    pub firmness: Option<String>,
}

/// What the side with the most behind it says; as JSON its words alone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct LargestView {
    /// In the words of the claim that leaves the least open.
    pub words: String,
    /// Its place in the item.
    pub claim: usize,
    /// What stands behind the side.
    pub backing: Backing,
}

/// One source, two numbers: an origin that is quoted with values that can't both be so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Encode, Decode)]
pub struct OneSourceView {
    /// What sort of finding it is.
    pub kind: String,
    /// The origin, as the first of the claims names it.
    pub origin: String,
    /// The claims that quote it, by their places in the item, in the order of their days.
    pub claims: Vec<usize>,
    /// All of that in a sentence.
    pub sentence: String,
    /// The same without what to do about it.
    #[serde(skip)]
    pub told: String,
}

impl Serialize for SafeWordingView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.words)
    }
}

impl Serialize for LargestView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.words)
    }
}

impl SafeWordingView {
    pub(super) fn new(safe: &fusion::SafeWording) -> Self {
        Self {
            words: safe.words.clone(),
            why: safe.why,
            claims: safe.claims.clone(),
            firmness: safe.firmness.map(|it| it.name().to_owned()),
        }
    }
}

impl LargestView {
    pub(super) fn new(largest: &fusion::Largest) -> Self {
        Self { words: largest.words.clone(), claim: largest.claim, backing: largest.backing }
    }
}

impl OneSourceView {
    /// The name of the finding among others.
    pub const KIND: &'static str = "one source, two numbers";

    pub(super) fn new(found: &fusion::OneSource, claims: &[ClaimView]) -> Self {
        let told = told(found, claims);
        Self {
            kind: Self::KIND.to_owned(),
            origin: found.origin.clone(),
            claims: found.claims.clone(),
            sentence: format!("{told}: ask the source"),
            told,
        }
    }
}

/// `Lund Lines is quoted with 171 (The Post, 6 Jan 2026) and with 174 (Harbour News, 6 Jan 2026)`.
fn told(found: &fusion::OneSource, claims: &[ClaimView]) -> String {
    let mut values: Vec<(&str, &str, Vec<String>)> = Vec::new();
    for claim in found.claims.iter().filter_map(|&at| claims.get(at)) {
        let who = claim.outlet_and_day();
        match values.iter_mut().find(|(understood, ..)| *understood == claim.understood) {
            Some((.., outlets)) if outlets.contains(&who) => {}
            Some((.., outlets)) => outlets.push(who),
            None => values.push((&claim.understood, &claim.value, vec![who])),
        }
    }
    let side =
        |(_, value, outlets): (&str, &str, Vec<String>)| format!("with {value} ({})", outlets.join("; "));
    let told: Vec<String> = values.into_iter().map(side).collect();
    format!("{} is quoted {}", found.origin, told.join(" and "))
}

impl ClaimView {
    /// Who tells it, and when.
    pub(super) fn outlet_and_day(&self) -> String {
        match self.published {
            Some(when) => format!("{}, {}", self.outlet, when.said()),
            None => self.outlet.clone(),
        }
    }

    /// Who tells it, on whose word, and when: `Harbour News, citing Lund Lines, 6 Jan 2026`.
    pub(crate) fn teller(&self) -> String {
        let day = self.published.map(|when| format!(", {}", when.said())).unwrap_or_default();
        match self.according_to.as_slice() {
            [] => format!("{}{day}", self.outlet),
            credits => format!("{}, citing {}{day}", self.outlet, credits.join(", ")),
        }
    }
}
