//! What a story's claims say otherwise than an earlier revision had it.

use std::collections::{BTreeMap, BTreeSet};

use super::KnownClaim;
use super::conflict::ClaimName;
use crate::view::{self, ClaimView, plain};

/// What is otherwise than in an earlier revision.
#[derive(Clone, Debug, Default)]
pub struct ChangesSince {
    /// What claims said then, by file and number.
    before: BTreeMap<(String, usize), String>,
    /// Claims that were not there, of outlets that were.
    added: BTreeSet<(String, usize)>,
    /// Outlets that were not there, with how many claims they make.
    pub joined: Vec<(String, usize)>,
    /// Claims that are no longer there.
    pub dropped: Vec<KnownClaim>,
}

impl ChangesSince {
    /// What the claims of a story say otherwise than some did; what is not there is gone only where the story is `whole`.
    pub(super) fn between(now: &view::StoryView, then: &[KnownClaim], whole: bool) -> Self {
        let mut left: BTreeMap<ClaimName, Vec<&KnownClaim>> = BTreeMap::new();
        for claim in then {
            left.entry(ClaimName::new(&claim.outlet, &claim.label)).or_default().push(claim);
        }
        let known: BTreeSet<String> = then.iter().map(|it| plain(&it.outlet)).collect();
        let mut other: Vec<(&ClaimView, ClaimName)> = Vec::new();
        // What says the same is out of the way before the rest is paired.
        for claim in now.items.iter().flat_map(|item| &item.claims) {
            let name = ClaimName::new(&claim.outlet, &view::label(&claim.subject, &claim.attribute));
            let same = left.get_mut(&name).and_then(|then| {
                let at = then.iter().position(|it| plain(&it.value) == plain(&claim.value))?;
                Some(then.remove(at))
            });
            if same.is_none() {
                other.push((claim, name));
            }
        }
        other.sort_by_key(|(claim, _)| (claim.file.as_str(), claim.number));
        let mut news = Self::default();
        let mut joined: BTreeMap<&str, usize> = BTreeMap::new();
        let mut added: Vec<&ClaimView> = Vec::new();
        for (claim, name) in other {
            let place = (claim.file.clone(), claim.number);
            if let Some(then) = left.get_mut(&name).filter(|then| !then.is_empty()) {
                news.before.insert(place, then.remove(0).value.clone());
            } else if !known.contains(&plain(&claim.outlet)) {
                *joined.entry(&claim.outlet).or_default() += 1;
            } else {
                added.push(claim);
            }
        }
        // Under another label it still says what it said.
        let mut dropped: Vec<&KnownClaim> = left.into_values().flatten().collect();
        for claim in added {
            let same = |it: &&KnownClaim| {
                plain(&it.outlet) == plain(&claim.outlet) && plain(&it.value) == plain(&claim.value)
            };
            match dropped.iter().position(same) {
                Some(at) => {
                    dropped.remove(at);
                }
                None => {
                    news.added.insert((claim.file.clone(), claim.number));
                }
            }
        }
        news.joined = joined.into_iter().map(|(outlet, claims)| (outlet.to_owned(), claims)).collect();
        news.dropped = if whole { dropped.into_iter().cloned().collect() } else { Vec::new() };
        news
    }

    /// What a claim said then, if that was something else.
    pub fn before(&self, claim: &ClaimView) -> Option<&str> {
        self.before.get(&(claim.file.clone(), claim.number)).map(String::as_str)
    }

    /// Whether a claim was not there, though its outlet was.
    pub fn is_added(&self, claim: &ClaimView) -> bool {
        self.added.contains(&(claim.file.clone(), claim.number))
    }

    /// Whether nothing is otherwise.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.added.is_empty() && self.joined.is_empty() && self.dropped.is_empty()
    }
}
