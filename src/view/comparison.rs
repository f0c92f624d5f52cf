//! Two claims of an item, and how they stand to each other.

use bitcode::{Decode, Encode};
use serde::{Serialize, Serializer};

use super::State;
use crate::fusion::Verdict;
use crate::linkage::{COMPARISONS, LevelPlace, Link, PRIOR, Sure};

/// What was said when a conflict was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Encode, Decode)]
pub struct Accepted {
    /// Where it is written, relative to where the run started.
    pub file: String,
    /// The two values, as they were worded then.
    pub values: [String; 2],
    /// Why it was accepted.
    pub reason: String,
    /// By whom.
    pub by: Option<String>,
    /// The last day it holds.
    pub until: Option<String>,
}

/// Two claims of an item, by their positions in its claims.
#[derive(Debug, Serialize, Encode, Decode)]
pub struct Comparison {
    /// The one.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// How they stand to each other.
    #[serde(serialize_with = "verdict_name")]
    pub verdict: Verdict,
    /// Why, in one sentence.
    pub reason: String,
    /// How likely both are about the same fact, from 0 to 1.
    pub r#match: Sure,
    /// A conflict that no one has accepted as it is now.
    pub new: bool,
    /// What is known of the conflict, if it is one.
    #[serde(serialize_with = "state_name")]
    pub state: Option<State>,
    /// The conflict's identity.
    pub id: String,
    /// What was said when it, or what it has changed from, was accepted.
    pub accepted: Option<Box<Accepted>>,
    /// Why they are taken for one fact.
    pub waterfall: Waterfall,
}

/// The steps from the prior to a match weight, in bits.
#[derive(Clone, Debug, Serialize, Encode, Decode)]
pub struct Waterfall {
    /// Before anything is compared.
    pub prior: f64,
    /// One level a comparison; as JSON the ones that weigh anything.
    #[serde(serialize_with = "weighty")]
    pub levels: [LevelPlace; COMPARISONS],
    /// The sum.
    pub weight: f64,
    /// What a person has said of the two.
    pub pinned: Option<bool>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
pub(super) fn verdict_name<S: Serializer>(verdict: &Verdict, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(verdict.name())
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn state_name<S: Serializer>(state: &Option<State>, serializer: S) -> Result<S::Ok, S::Error> {
    state.map(State::name).serialize(serializer)
}

/// Levels as `"comparison: level": bits`.
fn weighty<S: Serializer>(levels: &[LevelPlace], serializer: S) -> Result<S::Ok, S::Error> {
    let weighty = levels.iter().filter(|level| level.bits != 0.0);
    serializer.collect_map(weighty.map(|level| (level.title, level.bits)))
}

/// Three decimals are as many as anyone can use, and as many as stay the same everywhere.
pub(crate) fn rounded(probability: f64) -> f64 {
    (probability * 1000.0).round() / 1000.0
}

impl Waterfall {
    /// The steps of a link.
    pub fn new(link: &Link) -> Self {
        let levels = std::array::from_fn(|at| LevelPlace::new(at, link.levels[at]));
        Self { prior: PRIOR, levels, weight: rounded(link.weight), pinned: link.pinned }
    }
}
