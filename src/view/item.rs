//! A data item: its claims, what stands against what, and what follows.

use bitcode::{Decode, Encode};
use serde::Serialize;

use super::near::Near;
use super::{
    ClaimView, ComparisonView, LargestView, NearMiss, OneSourceView, SafeWordingView, Waterfall, conflict_id,
    extent, first_conflict_id, item_id,
};
use crate::claim;
use crate::fusion::{self, Backing, DataItem, Origins, Stake, Verdict};
use crate::linkage::{Alignment, Sure};
use crate::value::Kind;

/// How grave an item is: more is graver.
pub type Gravity = (Verdict, Option<Stake>, Option<Backing>, usize);

/// One data item.
#[derive(Debug, Encode, Decode)]
pub struct Item {
    /// Stable as long as its story and label are.
    pub id: String,
    /// Subject and attribute of its most typical claim.
    pub label: String,
    /// The kind of most of its values.
    pub kind: Kind,
    /// The gravest of its comparisons.
    pub verdict: Verdict,
    /// By file and number.
    pub claims: Vec<ClaimView>,
    /// Most independent origins first.
    pub positions: Vec<PositionView>,
    /// Every pair of its claims; between positions where there are very many.
    pub comparisons: Vec<ComparisonView>,
    /// The words that are fit to print, or else what the largest side says.
    pub common_ground: Option<String>,
    /// Outlets that say nothing of it, though most do and they could have known.
    pub omitted_by: Vec<String>,
    /// The words that are fit to print, if any are.
    pub safe_wording: Option<SafeWordingView>,
    /// What the side with the most behind it says: to be printed in the name of those who say it.
    pub largest_side: Option<LargestView>,
    /// What a desk should look into before anything else.
    pub findings: Vec<OneSourceView>,
    /// What stands behind all of it.
    pub backing: Backing,
    /// What is at stake, where it is a conflict.
    pub stake: Option<Stake>,
    /// Claims that another outlet may tell, too, outside of the item: nobody stands alone with them.
    pub echoed: Vec<usize>,
    /// Claims that every position can stand with, where there are several.
    pub beside_all: Vec<usize>,
    /// The stages of the scale that its claims stand on, earliest first.
    pub stages: Vec<String>,
    /// Claims that nearly joined it, likeliest first.
    pub near: Vec<NearMiss>,
}

/// Claims that can stand together.
#[derive(Debug, Serialize, Encode, Decode)]
pub struct PositionView {
    /// The narrowest value among them.
    pub understood: String,
    /// Positions in the item's claims.
    pub claims: Vec<usize>,
    /// Who they rest on.
    pub origins: Vec<String>,
    /// What stands behind it, and behind no other one.
    #[serde(skip)]
    pub backing: Backing,
}

impl Item {
    pub(super) fn new(
        story: &claim::Story,
        alignment: &Alignment<'_>,
        origins: &Origins<'_>,
        item: &DataItem,
        near: &Near<'_>,
    ) -> Self {
        let claim = |(&at, &certainty): (&usize, &Sure)| {
            let told = alignment.claims[at];
            let credits = origins.credits(told);
            ClaimView { credits, certainty: Some(certainty), ..ClaimView::new(told) }
        };
        let claims: Vec<ClaimView> = item.claims.iter().zip(&item.certainties).map(claim).collect();
        let comparisons = item.comparisons.iter().map(|it| {
            let (a, b) = (&claims[it.a].meaning, &claims[it.b].meaning);
            ComparisonView {
                a: it.a,
                b: it.b,
                verdict: it.verdict,
                reason: it.reason.clone(),
                r#match: it.link.sure(),
                id: conflict_id(&story.name, a, b),
                waterfall: Waterfall::new(&it.link),
            }
        });
        let positions = item.positions.iter().map(PositionView::new);
        let safe = item.safe.as_ref().map(SafeWordingView::new);
        let largest = item.largest.as_ref().map(LargestView::new);
        Self {
            id: item_id(&story.name, &item.label),
            label: item.label.clone(),
            kind: item.kind,
            verdict: item.verdict,
            comparisons: comparisons.collect(),
            positions: positions.collect(),
            common_ground: safe.clone().map(|it| it.words).or_else(|| largest.clone().map(|it| it.words)),
            safe_wording: safe,
            largest_side: largest,
            findings: item.one_source.iter().map(|it| OneSourceView::new(it, &claims)).collect(),
            backing: item.backing,
            stake: item.stake,
            echoed: item.echoed.clone(),
            beside_all: item.beside_all.clone(),
            omitted_by: item.omitted_by.clone(),
            near: near.of(story, alignment, item),
            stages: extent::stages(&claims, &story.desk),
            claims,
        }
    }
}

impl PositionView {
    pub(super) fn new(position: &fusion::Position) -> Self {
        Self {
            understood: position.understood.clone(),
            claims: position.claims.clone(),
            origins: position.origins.clone(),
            backing: position.backing,
        }
    }
}

/// A fact that is less sure than this to be one says so.
const CLEAR: f64 = 0.9;

impl Item {
    /// How sure it is that all speak of one fact, where that is not quite sure.
    pub fn doubt(&self) -> Option<String> {
        let sure = self.sure().filter(|it| it.probability() < CLEAR)?;
        let word = if sure.is_enough() { "probably" } else { "perhaps" };
        Some(format!("{word} the same fact, {sure}"))
    }

    /// How grave it is, beside items of other stories: what its values do, what is at stake, what stands behind the weaker
    /// side, and how many tell it.
    pub fn gravity(&self) -> Gravity {
        (self.verdict, self.stake, self.positions.get(1).map(|it| it.backing), self.claims.len())
    }

    /// Whether words of its label, or the beginning of an id, mean it.
    pub fn is_meant(&self, words: &str) -> bool {
        let label = self.label.to_lowercase();
        words.to_lowercase().split_whitespace().all(|word| label.contains(word)) || self.is_called(words)
    }

    /// Whether its id, or that of one of its conflicts, begins so.
    pub fn is_called(&self, start: &str) -> bool {
        let conflicts = || self.comparisons.iter().filter(|it| it.verdict.is_conflict());
        self.id.starts_with(start) || conflicts().any(|it| it.id.starts_with(start))
    }

    /// The id that a comparison had under the first recipe, which took in the item's label.
    pub fn first_id(&self, story: &str, it: &ComparisonView) -> String {
        let [a, b] = [it.a, it.b].map(|at| self.claims[at].understood.as_str());
        first_conflict_id(story, &self.label, a, b)
    }

    /// What the verdict rests on: of the comparisons that are as grave as the item, the one whose claims are surest to tell
    /// its fact. A claim that joined by looser words takes nothing from the conflict of the others.
    pub fn firmest(&self) -> Option<&ComparisonView> {
        let grave = self.comparisons.iter().filter(|it| it.verdict == self.verdict);
        let sure = |it: &ComparisonView| (self.sure_of(it), it.r#match);
        grave.reduce(|known, it| if sure(it) > sure(known) { it } else { known })
    }

    /// How sure it is that what the verdict rests on is one fact.
    pub fn sure(&self) -> Option<Sure> {
        self.firmest().map(|it| self.sure_of(it))
    }

    /// How sure both claims of a comparison tell the item's fact.
    fn sure_of(&self, comparison: &ComparisonView) -> Sure {
        let of = |claim: usize| self.claims[claim].certainty.unwrap_or(Sure::CERTAIN);
        of(comparison.a).least(of(comparison.b))
    }
}
