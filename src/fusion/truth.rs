//! Yes and no, which mean something only beside the question.

use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;

/// Two answers, each to the question of its own label.
pub(super) fn truths(x: bool, y: bool, wordings: &Wordings<'_, '_>) -> Judgement {
    match (x == y, wordings.ask_the_same()) {
        (true, _) => Judgement::new(Verdict::Agreement, "both say the same"),
        (false, true) => Judgement::new(Verdict::Contradiction, "one says yes, the other no"),
        (false, false) => {
            Judgement::new(Verdict::Unclear, "one says yes, the other no, but to questions in other words")
        }
    }
}
