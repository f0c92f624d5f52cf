//! What can be printed of an item, and in whose name.

use std::collections::BTreeSet;

use crate::report::terminal::count;
use crate::report::{Claim, Item};

/// What can be printed.
pub(super) struct Advice<'a> {
    /// What to do, in a few words.
    pub(super) lead: &'static str,
    /// The words for it, if some go for all of it.
    pub(super) words: Option<&'a str>,
    /// What a person should know of that.
    pub(super) note: String,
    /// Weaker words that even more stand behind.
    pub(super) borne_out: Option<&'a str>,
    /// Only what each says can be printed, in its name.
    pub(super) each: bool,
}

impl<'a> Advice<'a> {
    pub(super) fn of(item: &'a Item) -> Self {
        let origins = count(item.independent, "independent origin");
        let words = item.common_ground.as_deref();
        let (lead, note) = match words {
            Some(words) if item.contested => ("Print with attribution", contested(item, words, &origins)),
            Some(words) => ("Fit to print", uncontested(item, words)),
            None if item.positions.len() == 1 => {
                ("As each words it", "Nothing here speaks against it.".to_owned())
            }
            None if item.independent == 1 => {
                ("Print only with attribution", "One origin stands behind all of it.".to_owned())
            }
            None => {
                let note = format!("No position has most of the {origins} behind it.");
                ("Print only with attribution", note)
            }
        };
        let each = words.is_none() && item.positions.len() > 1;
        Self { lead, words, note, borne_out: item.borne_out.as_deref(), each }
    }
}

fn uncontested(item: &Item, words: &str) -> String {
    let (users, all) = (users(item, words), outlets(item.claims.iter()));
    match users.len() {
        0 => "No claim here speaks against it.".to_owned(),
        few if few < all.len() => {
            let (users, others) = (listed(&users), if all.len() - few == 1 { "the other" } else { "the others" });
            format!("So says {users}; {others} can stand with it.")
        }
        _ => "Nothing here speaks against it.".to_owned(),
    }
}

fn contested(item: &Item, words: &str, origins: &str) -> String {
    let users = users(item, words);
    let by = if users.is_empty() { String::new() } else { format!("So says {}. ", listed(&users)) };
    let both = both(item);
    let both = match both.len() {
        0 => String::new(),
        1 => format!(" {} says both, and counts for neither.", listed(&both)),
        _ => format!(" {} say both, and count for neither.", listed(&both)),
    };
    format!("{by}{} of {origins} can stand with it; others say otherwise.{both}", item.backing)
}

/// The outlets that say it in these words, or in others that mean the same.
fn users<'a>(item: &'a Item, words: &str) -> BTreeSet<&'a str> {
    // A date that depends on when it was written says behind its words which one it is.
    let says = |claim: &&Claim| {
        words.strip_prefix(claim.value.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
    };
    let meant = item.claims.iter().find(says).map(|it| &it.understood);
    outlets(item.claims.iter().filter(|it| meant == Some(&it.understood)))
}

/// The outlets that stand in the first position and in another one, too.
fn both(item: &Item) -> BTreeSet<&str> {
    let of = |at: &usize| item.claims[*at].outlet.as_str();
    let Some((first, others)) = item.positions.split_first() else { return BTreeSet::new() };
    let elsewhere: BTreeSet<&str> = others.iter().flat_map(|it| &it.claims).map(of).collect();
    first.claims.iter().map(of).filter(|outlet| elsewhere.contains(outlet)).collect()
}

fn outlets<'a>(claims: impl Iterator<Item = &'a Claim>) -> BTreeSet<&'a str> {
    claims.map(|it| it.outlet.as_str()).collect()
}

fn listed(names: &BTreeSet<&str>) -> String {
    names.iter().copied().collect::<Vec<_>>().join(", ")
}

/// The wordings of some claims, in their order, each with those who use it and whom they credit.
pub(super) fn wordings<'a>(claims: impl Iterator<Item = &'a Claim>) -> Vec<(&'a str, Vec<String>)> {
    let mut found: Vec<(&str, Vec<String>)> = Vec::new();
    for claim in claims {
        let by = authority(claim);
        match found.iter_mut().find(|(value, _)| *value == claim.value) {
            Some((_, all)) if all.contains(&by) => {}
            Some((_, all)) => all.push(by),
            None => found.push((&claim.value, vec![by])),
        }
    }
    found
}

/// Who says it, and on whose word.
fn authority(claim: &Claim) -> String {
    match claim.according_to.as_slice() {
        [] => format!("{}, naming no source", claim.outlet),
        credits => format!("{}, citing {}", claim.outlet, credits.join(", ")),
    }
}

/// On whose word some claims rest: whom they credit, and the outlets that credit nobody.
pub(super) fn authorities<'a>(claims: impl Iterator<Item = &'a Claim> + Clone) -> String {
    let mut credits: Vec<&str> = Vec::new();
    for name in claims.clone().flat_map(|it| &it.according_to) {
        if !credits.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            credits.push(name);
        }
    }
    let crediting = outlets(claims.clone().filter(|it| !it.according_to.is_empty()));
    let on_their_own: BTreeSet<&str> = outlets(claims).difference(&crediting).copied().collect();
    let citing = (!credits.is_empty()).then(|| format!("citing {}", credits.join(", ")));
    let own = (!on_their_own.is_empty()).then(|| format!("naming no source: {}", listed(&on_their_own)));
    citing.into_iter().chain(own).collect::<Vec<_>>().join(" · ")
}
