//! What a person has said of a claim's fact, as claim files keep it.

use crate::claim::Claim;

/// What a person has said of a claim's fact: the pin it shares with all that tell it, and the pins of facts that it does not
/// tell. Of claims that nobody was asked about neither says anything, save that different pins are different facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pin<'p> {
    /// The pin.
    pub item: Option<&'p str>,
    /// The pins of other facts.
    pub not: &'p [String],
}

impl<'p> Pin<'p> {
    /// What the file says of a claim.
    pub fn of(claim: &'p Claim) -> Self {
        Self { item: claim.item.as_deref(), not: &claim.not }
    }

    /// Whether two claims are said to tell one fact, or two; `None` where nobody has said anything.
    pub fn says(self, other: Self) -> Option<bool> {
        match (self.item, other.item) {
            (Some(mine), Some(yours)) => Some(mine == yours),
            _ if self.rules_out(other) || other.rules_out(self) => Some(false),
            _ => None,
        }
    }

    fn rules_out(self, other: Self) -> bool {
        other.item.is_some_and(|item| self.not.iter().any(|it| it == item))
    }
}
