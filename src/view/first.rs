//! Who told a fact first, when, and in which words.

use super::period::period;
use super::{ClaimView, Item, When};
use crate::fusion::Verdict;
use crate::linkage::Sure;

/// So many who were first together are named.
const NAMED: usize = 3;

impl ClaimView {
    /// The day, and hour, that it speaks of: as of when it holds, or else when its article appeared.
    pub(crate) fn when(&self) -> Option<When> {
        self.as_of.or(self.published)
    }
}

/// The places of claims in the order of time; those without a day are left out.
pub(crate) fn places_in_time(item: &Item) -> Vec<usize> {
    let latest = |at: usize| item.claims[at].when().and_then(|when| when.latest());
    let mut places: Vec<usize> = (0..item.claims.len()).filter(|&at| latest(at).is_some()).collect();
    places.sort_by_key(|&at| latest(at));
    places
}

/// The claims in the order of time.
pub(crate) fn in_time(item: &Item) -> Vec<&ClaimView> {
    places_in_time(item).into_iter().map(|at| &item.claims[at]).collect()
}

/// What was told last of a fact that moved.
pub(crate) struct Latest<'a> {
    pub(crate) claim: &'a ClaimView,
    /// All that says something else is surely from before.
    pub(crate) is_sure: bool,
}

/// What was told last of a fact of which something moved; never what only probably tells it.
pub(crate) fn latest(item: &Item) -> Option<Latest<'_>> {
    let has_moved = item.comparisons.iter().any(|it| it.verdict == Verdict::Development);
    let moment = |claim: &&ClaimView| claim.when().and_then(|when| when.latest());
    let surely = |claim: &&ClaimView| claim.certainty.is_none_or(Sure::is_enough) && !claim.is_denied();
    let dated = || item.claims.iter().filter(|claim| moment(claim).is_some());
    let claim = dated().filter(surely).max_by_key(moment).filter(|_| has_moved)?;
    let when = claim.when()?;
    let is_sure = dated()
        .filter(|other| other.meaning != claim.meaning)
        .all(|other| other.when().is_some_and(|then| then.is_before(&when)));
    Some(Latest { claim, is_sure })
}

/// Who told a fact first.
pub(crate) struct FirstTold {
    /// `“over 90” (The Federal, citing AFP, 6 Feb 2023)`; where several articles may have been, which ones.
    pub(crate) told: String,
    /// It is one outlet, or one of a few.
    pub(crate) is_known: bool,
}

/// Who published a fact first, where several outlets did.
pub(crate) fn told(item: &Item) -> Option<FirstTold> {
    let mut claims: Vec<&ClaimView> = item.claims.iter().filter(|it| it.published.is_some()).collect();
    claims.sort_by_key(|it| it.published.and_then(|when| when.latest()));
    let first = claims.first()?;
    let mut outlets: Vec<&str> = claims.iter().map(|it| it.outlet.as_str()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    if outlets.len() < 2 {
        return None;
    }
    let earliest = first.published?;
    let mut together: Vec<&str> = Vec::new();
    for claim in claims.iter().filter(|it| it.published.is_some_and(|when| !earliest.is_before(&when))) {
        if !together.contains(&claim.outlet.as_str()) {
            together.push(&claim.outlet);
        }
    }
    let is_known = together.len() < outlets.len();
    let first_day = |outlet: &str| claims.iter().find(|it| it.outlet == outlet).and_then(|it| it.published);
    let same_day = together.iter().all(|outlet| first_day(outlet) == Some(earliest));
    let told = match together.as_slice() {
        [_] => format!("“{}” ({})", first.value, first.teller()),
        _ if !is_known && same_day => format!("can’t be told, all are from {}", earliest.said()),
        _ if !is_known => {
            let days = claims.iter().filter_map(|it| it.published?.days());
            let days = days.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
            let days = days.map(|(first, last)| format!(" ({})", period(first, last))).unwrap_or_default();
            format!("can’t be told, their days overlap{days}")
        }
        some => {
            let more = some.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" or {more} more") } else { String::new() };
            let day =
                |outlet: &str| first_day(outlet).map(|it| format!(" ({})", it.said())).unwrap_or_default();
            let named = |outlet: &&str| {
                if same_day { (*outlet).to_owned() } else { format!("{outlet}{}", day(outlet)) }
            };
            let named: Vec<String> = some.iter().take(NAMED).map(named).collect();
            let when = if same_day { format!(", {}", earliest.said()) } else { String::new() };
            format!("{}{more}{when}", named.join(" or "))
        }
    };
    Some(FirstTold { told, is_known })
}
