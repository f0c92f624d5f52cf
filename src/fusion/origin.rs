//! On whose authority: origins of claims, and how many of them are independent.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::Desk;
use crate::linkage::Told;

/// Credits that name nobody: two articles may mean two people.
const ANONYMOUS: &[&str] = &[
    "a source",
    "sources",
    "people familiar",
    "person familiar",
    "officials",
    "an official",
    "insiders",
    "reports",
];

/// Who a claim rests on: those the article credits, or else its own outlet.
pub(super) fn origins(told: Told<'_>) -> Vec<String> {
    if told.claim.according_to.is_empty() {
        return vec![told.article.outlet.clone()];
    }
    told.claim.according_to.clone()
}

/// Every origin of some claims once, in the order of the claims.
pub(super) fn all(claims: &[Told<'_>]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let origins = claims.iter().flat_map(|&told| origins(told));
    origins.filter(|origin| seen.insert(origin.to_ascii_lowercase())).collect()
}

/// Whom a claim credits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, bitcode::Encode, bitcode::Decode)]
pub struct Credit {
    /// As worded.
    pub name: String,
    /// One spelling for all the names that one origin has in a story.
    pub key: String,
    /// It names nobody, so that another outlet may mean somebody else by it.
    pub anonymous: bool,
}

/// Whom a claim credits, in the order given; nobody where it stands on its outlet's own word.
pub fn credits(told: Told<'_>, desk: &Desk) -> Vec<Credit> {
    let credit = |name: &String| {
        let key = canonical(name, desk);
        let anonymous = ANONYMOUS.iter().any(|it| key.starts_with(it));
        Credit { name: name.clone(), key, anonymous }
    };
    told.claim.according_to.iter().map(credit).collect()
}

/// The one spelling of an outlet's name as an origin.
pub fn outlet_key(outlet: &str, desk: &Desk) -> String {
    canonical(outlet, desk)
}

/// How many groups of claims share no origin: five articles that all credit one agency are one.
pub(super) fn independent(claims: &[Told<'_>], desk: &Desk) -> usize {
    if claims.len() < 2 {
        return claims.len();
    }
    let mut group_of: BTreeMap<String, usize> = BTreeMap::new();
    // A group that has become part of another one leads to it.
    let mut leads_to: Vec<usize> = Vec::new();
    let mut groups = 0;
    for &told in claims {
        let outlet = told.article.outlet.to_lowercase();
        let mut mine: Vec<String> = origins(told)
            .into_iter()
            .map(|origin| {
                let name = canonical(&origin, desk);
                let anonymous = ANONYMOUS.iter().any(|it| name.starts_with(it));
                if anonymous { format!("{name} of {outlet}") } else { name }
            })
            .collect();
        // Two claims of one outlet are no two origins, whoever it credits.
        mine.push(format!("outlet {outlet}"));
        let group = leads_to.len();
        leads_to.push(group);
        groups += 1;
        for origin in mine {
            let known = group_of.insert(origin, group).map(|known| last(&leads_to, known));
            if let Some(known) = known.filter(|known| *known != group) {
                leads_to[known] = group;
                groups -= 1;
            }
        }
    }
    groups
}

/// The group that a group has become part of in the end.
fn last(leads_to: &[usize], mut group: usize) -> usize {
    while leads_to[group] != group {
        group = leads_to[group];
    }
    group
}

/// One spelling for all the names of an origin: `the Reuters news agency` is Reuters.
fn canonical(origin: &str, desk: &Desk) -> String {
    let lower = origin.to_lowercase();
    let name = lower.strip_prefix("the ").unwrap_or(&lower);
    let name = [" news agency", " agency", " newspaper"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(name)
        .trim();
    let is = |other: &String| other.to_lowercase() == name || other.to_lowercase() == lower;
    let known = desk.aliases.iter().find(|(_, others)| others.iter().any(is));
    known.map_or_else(|| name.to_owned(), |(name, _)| name.to_lowercase())
}
