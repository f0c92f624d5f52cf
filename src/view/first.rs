//! Who told a fact first, when, and in which words.

use super::{ClaimView, Item, When};

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
    let told = match together.as_slice() {
        [_] => format!("“{}” ({})", first.value, first.teller()),
        all if all.len() == outlets.len() => format!("can’t be told, all are from {}", earliest.said()),
        some => {
            let more = some.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let named: Vec<&str> = some.iter().copied().take(NAMED).collect();
            format!("{}{more}, {}", named.join(" or "), earliest.said())
        }
    };
    Some(FirstTold { told, is_known })
}
