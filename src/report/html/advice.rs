//! Who stands behind the sides of an item, in the words of the page.

use std::collections::BTreeSet;

use crate::report::Claim;

fn outlets<'a>(claims: impl Iterator<Item = &'a Claim>) -> BTreeSet<&'a str> {
    claims.map(|it| it.outlet.as_str()).collect()
}

fn listed(names: &BTreeSet<&str>) -> String {
    names.iter().copied().collect::<Vec<_>>().join(", ")
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
