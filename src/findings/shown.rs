//! Which items are shown.

use crate::baseline::JudgedItem;
use crate::fusion::Verdict;

/// Which items are shown.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a wish of its own")]
pub struct Shown {
    /// Agreements and single claims, too.
    pub all: bool,
    /// Conflicts with every claim, quote and reason.
    pub long: bool,
    /// Near misses whose values conflict, too.
    pub near: bool,
    /// Accepted conflicts, too, where a format leaves them out.
    pub accepted: bool,
    /// Words that the label must have, in any case.
    pub item: Option<String>,
    /// The least verdict that fails the run; a contradiction where it is `None`.
    pub fail_on: Option<Verdict>,
    /// Items of these verdicts alone.
    pub verdicts: Vec<Verdict>,
    /// Accepted contradictions that are no longer found are counted, not listed.
    pub no_stale: bool,
    /// Items alone that are new and grave enough to fail the run.
    pub new_only: bool,
}

impl Shown {
    /// What is grave enough to fail the run.
    pub fn gravity(&self) -> Verdict {
        self.fail_on.unwrap_or(Verdict::Contradiction)
    }

    /// Whether an item is to be shown.
    pub fn wants(&self, item: JudgedItem<'_>) -> bool {
        if self.new_only && !item.is_new(self.gravity()) {
            return false;
        }
        let asked = self.item.as_ref().is_none_or(|words| item.is_meant(words));
        let grave = self.all || self.item.is_some() || item.verdict >= Verdict::Development;
        asked && if self.verdicts.is_empty() { grave } else { self.verdicts.contains(&item.verdict) }
    }
}
