//! On whose authority: origins of claims, and how many of them are independent.

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
    let mut found: Vec<String> = Vec::new();
    for origin in claims.iter().flat_map(|&told| origins(told)) {
        if !found.iter().any(|known| known.eq_ignore_ascii_case(&origin)) {
            found.push(origin);
        }
    }
    found
}

/// Whom a claim credits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    let mut groups: Vec<Vec<String>> = Vec::new();
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
        let (joined, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(|origin| mine.contains(origin)));
        mine.extend(joined.into_iter().flatten());
        groups = apart;
        groups.push(mine);
    }
    groups.len()
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
