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

    /// The sign between two values.
    pub fn sign(self) -> char {
        match self {
            Self::Single => '•',
            Self::Agreement => '=',
            Self::Compatible => '≈',
            Self::Development => '→',
            Self::Unclear => '?',
            Self::Tension => '~',
            Self::Contradiction => '≠',
        }
    }

    /// What it means, for whoever meets it in a report.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Single => "one article alone says it",
            Self::Agreement => "the same value, however worded",
            Self::Compatible => "one is vaguer than the other, or names a broader thing",
            Self::Development => "the value moved on as time did",
            Self::Unclear => "they can’t be compared: a person must look",
            Self::Tension => "both could be so, but a reader takes different things from them",
            Self::Contradiction => "not both can be so",
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
