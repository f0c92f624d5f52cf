//! What is at stake in a conflict: a desk looks at people's lives first.

use bitcode::{Decode, Encode};

use crate::linkage::Alignment;
use crate::value::Kind;

/// From what can wait to what can't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub enum Stake {
    /// Anything else.
    Rest,
    /// When it was.
    Dates,
    /// Who or where it was.
    Names,
    /// What it cost.
    Money,
    /// Who died, was hurt, or is missing.
    Lives,
}

/// Words of a label that is about people's lives.
const LIVES: &str =
    "dead casualty injured missing survivors rescued evacuated hostage infected trapped hospitalized";

/// What is at stake in an item.
pub(super) fn of(alignment: &Alignment<'_>, label: &str, kind: Kind) -> Stake {
    match kind {
        Kind::Count | Kind::Text if is_of_lives(alignment, label) => Stake::Lives,
        Kind::Money => Stake::Money,
        Kind::Names => Stake::Names,
        Kind::Date | Kind::Time => Stake::Dates,
        Kind::Count
        | Kind::Percent
        | Kind::Measure
        | Kind::Duration
        | Kind::Stage
        | Kind::Truth
        | Kind::Text => Stake::Rest,
    }
}

fn is_of_lives(alignment: &Alignment<'_>, label: &str) -> bool {
    !alignment.words(label).is_disjoint(&alignment.words(LIVES))
}
