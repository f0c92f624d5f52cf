//! On whose authority: origins of claims, and how many of them are independent.

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

/// How many groups of claims share no origin: five articles that all credit one agency are one.
pub(super) fn independent(claims: &[Told<'_>]) -> usize {
    let mut groups: Vec<Vec<String>> = Vec::new();
    for &told in claims {
        let mut mine: Vec<String> = origins(told)
            .into_iter()
            .map(|origin| {
                let lower = origin.to_lowercase();
                let anonymous = ANONYMOUS.iter().any(|it| lower.starts_with(it));
                if anonymous { format!("{lower} of {}", told.article.outlet.to_lowercase()) } else { lower }
            })
            .collect();
        // Two claims of one outlet are no two origins, whoever it credits.
        mine.push(format!("outlet {}", told.article.outlet.to_lowercase()));
        let (joined, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(|origin| mine.contains(origin)));
        mine.extend(joined.into_iter().flatten());
        groups = apart;
        groups.push(mine);
    }
    groups.len()
}
