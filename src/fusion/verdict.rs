//! How two claims of one data item stand to each other.

/// From harmless to grave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub enum Verdict {
    /// One article alone says it.
    Single,
    /// The same value, however worded.
    Agreement,
    /// One is vaguer than the other, or names a broader thing.
    Compatible,
    /// The value moved on as time did.
    Development,
    /// They can't be compared; a person must look.
    Unclear,
    /// What is possible meets, but a reader takes different things from the two.
    Tension,
    /// Not both can be so.
    Contradiction,
}

impl Verdict {
    /// Gravest first.
    pub const ALL: [Self; 7] = [
        Self::Contradiction,
        Self::Tension,
        Self::Unclear,
        Self::Development,
        Self::Compatible,
        Self::Agreement,
        Self::Single,
    ];

    /// As reports and the command line write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Agreement => "agreement",
            Self::Compatible => "compatible",
            Self::Development => "development",
            Self::Unclear => "unclear",
            Self::Tension => "tension",
            Self::Contradiction => "contradiction",
        }
    }

    /// Whether outlets disagree.
    pub fn is_conflict(self) -> bool {
        matches!(self, Self::Tension | Self::Contradiction)
    }

    /// Whether two claims can stand in one position.
    pub fn stands_together(self) -> bool {
        matches!(self, Self::Agreement | Self::Compatible)
    }
}

/// A verdict and its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// How the two stand to each other.
    pub verdict: Verdict,
    /// Why, in one plain sentence.
    pub reason: String,
}

impl Judgement {
    /// A verdict with its reason.
    pub(crate) fn new(verdict: Verdict, reason: impl Into<String>) -> Self {
        Self { verdict, reason: reason.into() }
    }
}
