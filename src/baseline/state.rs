//! What is known of a conflict.

/// Whether somebody has looked at a conflict and accepted it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nobody has.
    New,
    /// Somebody has.
    Accepted,
    /// Somebody has accepted another one of the same item and outlets: the values are others now.
    Changed,
    /// Somebody has, until a day that has passed.
    Expired,
}

impl State {
    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Accepted => "accepted",
            Self::Changed => "changed",
            Self::Expired => "expired",
        }
    }

    /// Whether a run fails for it.
    pub fn counts_as_new(self) -> bool {
        self != Self::Accepted
    }
}
