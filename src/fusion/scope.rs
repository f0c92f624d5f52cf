//! What two claims cover: the same, one a part of the other, or different things.

use rust_decimal::Decimal;

use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use crate::linkage::Alignment;
use crate::value::Extent;

/// How the scopes of two claims stand to each other.
pub(super) enum Scopes {
    /// At most one says what it covers, or both say the same.
    Same,
    /// The one says more closely what it covers: `Finistère, Brittany` in `Brittany`.
    Within {
        /// Whether it is the first.
        first: bool,
        /// Both, as they say it.
        told: String,
    },
    /// They cover different things, and are not compared.
    Apart(String),
}

/// Words of a label that ask for the most of something, which no part of it exceeds.
const MOST: &[&str] = &["top", "highest", "peak", "maximum", "max", "record", "strongest", "most", "fastest"];

impl Scopes {
    pub(super) fn of(alignment: &Alignment<'_>, a: usize, b: usize) -> Self {
        let scope = |at: usize| alignment.claims[at].claim.scope.as_deref();
        let Some((mine, yours)) = scope(a).zip(scope(b)) else { return Self::Same };
        let (x, y) = (alignment.words(mine), alignment.words(yours));
        let told = format!("{mine} / {yours}");
        match (y.is_subset(&x), x.is_subset(&y)) {
            (true, true) => Self::Same,
            _ if x.is_empty() || y.is_empty() => Self::Same,
            (first, second) if first != second => Self::Within { first, told },
            _ => Self::Apart(format!("they cover different things: {told}")),
        }
    }

    /// A verdict as far as it holds although one claim covers only a part of what the other does.
    pub(super) fn weighed(self, wordings: &Wordings<'_, '_>, judgement: Judgement) -> Judgement {
        let Self::Within { first, told } = self else { return judgement };
        match judgement.verdict {
            Verdict::Agreement => {
                Judgement::new(Verdict::Compatible, format!("the same, of a part and of the whole: {told}"))
            }
            Verdict::Contradiction | Verdict::Tension if exceeds(wordings, first) => Judgement::new(
                Verdict::Contradiction,
                format!("a part exceeds what is told as the most of the whole: {told}"),
            ),
            Verdict::Contradiction | Verdict::Tension => {
                Judgement::new(Verdict::Unclear, format!("one covers only a part of the other: {told}"))
            }
            Verdict::Compatible | Verdict::Unclear | Verdict::Development | Verdict::Single => judgement,
        }
    }
}

/// Whether the figure of the part is more than the one told as the most of the whole.
fn exceeds(wordings: &Wordings<'_, '_>, first_is_part: bool) -> bool {
    let extent = |at: usize| wordings.alignment.claims[at].claim.value.quantity();
    let (asks_a, asks_b) = wordings.which_ask(MOST);
    let (part, whole, asks) =
        if first_is_part { (wordings.a, wordings.b, asks_b) } else { (wordings.b, wordings.a, asks_a) };
    let more = |part: &Extent<Decimal>, whole: &Extent<Decimal>| {
        part.possible.low.zip(whole.possible.high).is_some_and(|(low, high)| low > high)
    };
    asks && extent(part).zip(extent(whole)).is_some_and(|(part, whole)| more(part, whole))
}
