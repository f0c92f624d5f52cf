//! What is known of a conflict.

/// Whether somebody has looked at a conflict and accepted it; what calls loudest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nobody has.
    New,
    /// Another one of the same item and outlets is accepted or known: the values are others now.
    Changed,
    /// Somebody has, until a day that has passed.
    Expired,
    /// Nobody has, but both claims say what they said before: they only came together otherwise.
    Regrouped,
    /// Nobody has, but the revision that the run is compared with had it, too.
    Known,
    /// Somebody has.
    Accepted,
}

impl State {
    /// In the order of urgency.
    pub const ALL: [Self; 6] =
        [Self::New, Self::Changed, Self::Expired, Self::Regrouped, Self::Known, Self::Accepted];

    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Accepted => "accepted",
            Self::Known => "known",
            Self::Changed => "changed",
            Self::Expired => "expired",
            Self::Regrouped => "regrouped",
        }
    }

    /// Whether a run fails for it.
    pub fn counts_as_new(self) -> bool {
        matches!(self, Self::New | Self::Changed | Self::Expired)
    }

    /// Whether somebody has looked at it, or the revision compared with had it: no news to anybody.
    pub fn is_old(self) -> bool {
        matches!(self, Self::Known | Self::Accepted)
    }
}
