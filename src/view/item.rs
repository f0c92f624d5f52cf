//! A data item: its claims, what stands against what, and what follows.

use bitcode::{Decode, Encode};
use serde::{Serialize, Serializer};

use super::comparison::verdict_name;
use super::near::Near;
use super::{
    Claim, Comparison, Largest, NearMiss, OneSource, Safe, State, Waterfall, conflict_id, extent,
    first_conflict_id, item_id,
};
use crate::claim;
use crate::fusion::{self, Backing, DataItem, Origins, Stake, Verdict};
use crate::linkage::{Alignment, Sure};
use crate::value::Kind;

/// How grave an item is: more is graver.
pub type Gravity = (Verdict, Option<Stake>, Option<Backing>, usize);

/// One data item.
#[derive(Debug, Serialize, Encode, Decode)]
pub struct Item {
    /// Stable as long as its story and label are.
    pub id: String,
    /// Subject and attribute of its most typical claim.
    pub label: String,
    /// The kind of most of its values.
    #[serde(serialize_with = "kind_name")]
    pub kind: Kind,
    /// The gravest of its comparisons.
    #[serde(serialize_with = "verdict_name")]
    pub verdict: Verdict,
    /// By file and number.
    pub claims: Vec<Claim>,
    /// Most independent origins first.
    pub positions: Vec<Position>,
    /// Every pair of its claims; between positions where there are very many.
    pub comparisons: Vec<Comparison>,
    /// The words that are fit to print, or else what the largest side says.
    pub common_ground: Option<String>,
    /// Outlets that say nothing of it, though most do and they could have known.
    pub omitted_by: Vec<String>,
    /// The words that are fit to print, if any are.
    pub safe_wording: Option<Safe>,
    /// What the side with the most behind it says: to be printed in the name of those who say it.
    pub largest_side: Option<Largest>,
    /// What a desk should look into before anything else.
    pub findings: Vec<OneSource>,
    /// What stands behind all of it.
    #[serde(skip)]
    pub backing: Backing,
    /// What is at stake, where it is a conflict.
    #[serde(skip)]
    pub stake: Option<Stake>,
    /// Claims that another outlet may tell, too, outside of the item: nobody stands alone with them.
    #[serde(skip)]
    pub echoed: Vec<usize>,
    /// Claims that every position can stand with, where there are several.
    #[serde(skip)]
    pub beside_all: Vec<usize>,
    /// The stages of the scale that its claims stand on, earliest first.
    #[serde(skip)]
    pub stages: Vec<String>,
    /// Claims that nearly joined it, likeliest first.
    #[serde(skip)]
    pub near: Vec<NearMiss>,
}

/// Claims that can stand together.
#[derive(Debug, Serialize, Encode, Decode)]
pub struct Position {
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn kind_name<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.name())
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
            Claim { credits, certainty: Some(certainty), ..Claim::new(told) }
        };
        let claims: Vec<Claim> = item.claims.iter().zip(&item.certainties).map(claim).collect();
        let comparisons = item.comparisons.iter().map(|it| {
            let (a, b) = (&claims[it.a].meaning, &claims[it.b].meaning);
            Comparison {
                a: it.a,
                b: it.b,
                verdict: it.verdict,
                reason: it.reason.clone(),
                r#match: it.link.sure(),
                new: it.verdict.is_conflict(),
                state: it.verdict.is_conflict().then_some(State::New),
                id: conflict_id(&story.name, a, b),
                accepted: None,
                waterfall: Waterfall::new(&it.link),
            }
        });
        let positions = item.positions.iter().map(Position::new);
        let safe = item.safe.as_ref().map(Safe::new);
        let largest = item.largest.as_ref().map(Largest::new);
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
            findings: item.one_source.iter().map(|it| OneSource::new(it, &claims)).collect(),
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

impl Position {
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
    pub(crate) fn doubt(&self) -> Option<String> {
        let sure = self.sure().filter(|it| it.probability() < CLEAR)?;
        let word = if sure.is_enough() { "probably" } else { "perhaps" };
        Some(format!("{word} the same fact, {sure}"))
    }

    /// The other claims, each with how it stands to the one at a place.
    pub fn others(&self, own: usize) -> impl Iterator<Item = (&Claim, Option<&Comparison>)> {
        let with = move |other: usize| {
            self.comparisons.iter().find(|it| (it.a, it.b) == (own.min(other), own.max(other)))
        };
        let others = self.claims.iter().enumerate().filter(move |&(at, _)| at != own);
        others.map(move |(at, claim)| (claim, with(at)))
    }

    /// Whether it has a conflict of that gravity or more that no one has accepted.
    pub fn is_new(&self, at_least: Verdict) -> bool {
        self.comparisons.iter().any(|it| it.new && it.verdict >= at_least)
    }

    /// Whether all its conflicts are accepted or known.
    pub fn is_settled(&self) -> bool {
        self.verdict.is_conflict() && !self.is_new(Verdict::Tension)
    }

    /// How grave it is, beside items of other stories: what its values do, what is at stake, what stands behind the weaker
    /// side, and how many tell it.
    pub fn gravity(&self) -> Gravity {
        (self.verdict, self.stake, self.positions.get(1).map(|it| it.backing), self.claims.len())
    }

    /// What is known of its gravest conflicts: what calls loudest.
    pub fn state(&self) -> Option<State> {
        let grave = self.comparisons.iter().filter(|it| it.verdict == self.verdict);
        grave.filter_map(|it| it.state).min()
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
    pub fn first_id(&self, story: &str, it: &Comparison) -> String {
        let [a, b] = [it.a, it.b].map(|at| self.claims[at].understood.as_str());
        first_conflict_id(story, &self.label, a, b)
    }

    /// What the verdict rests on: of the comparisons that are as grave as the item, the one whose claims are surest to tell
    /// its fact. A claim that joined by looser words takes nothing from the conflict of the others.
    pub fn firmest(&self) -> Option<&Comparison> {
        let grave = self.comparisons.iter().filter(|it| it.verdict == self.verdict);
        let sure = |it: &Comparison| (self.sure_of(it), it.r#match);
        grave.reduce(|known, it| if sure(it) > sure(known) { it } else { known })
    }

    /// How sure it is that what the verdict rests on is one fact.
    pub fn sure(&self) -> Option<Sure> {
        self.firmest().map(|it| self.sure_of(it))
    }

    /// How sure both claims of a comparison tell the item's fact.
    fn sure_of(&self, comparison: &Comparison) -> Sure {
        let of = |claim: usize| self.claims[claim].certainty.unwrap_or(Sure::CERTAIN);
        of(comparison.a).least(of(comparison.b))
    }
}
