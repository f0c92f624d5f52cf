//! Two claims of an item, and how they stand to each other.

use bitcode::{Decode, Encode};
use serde::{Serialize, Serializer};

use crate::fusion::Verdict;
use crate::linkage::{COMPARISONS, LevelPlace, Link, PRIOR, Sure};

/// Two claims of an item, by their positions in its claims.
#[derive(Debug, Encode, Decode)]
pub struct ComparisonView {
    /// The one.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// How they stand to each other.
    pub verdict: Verdict,
    /// Why, in one sentence.
    pub reason: String,
    /// How likely both are about the same fact, from 0 to 1.
    pub r#match: Sure,
    /// The conflict's identity.
    pub id: String,
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
        Self { prior: PRIOR, levels: link.levels, weight: rounded(link.weight), pinned: link.pinned }
    }
}
