//! Who stands behind the sides of an item, in the words of the page.

use std::collections::BTreeSet;

use crate::fusion::Backing;
use crate::view::ClaimView;

fn outlets<'a>(claims: impl Iterator<Item = &'a ClaimView>) -> BTreeSet<&'a str> {
    claims.map(|it| it.outlet.as_str()).collect()
}

fn listed(names: &BTreeSet<&str>) -> String {
    names.iter().copied().collect::<Vec<_>>().join(", ")
}

/// What stands behind a side, in a few words.
pub(super) fn backing(backing: Backing) -> String {
    match backing {
        Backing { named: 0, unnamed: 0 } => "no source of its own".to_owned(),
        backing => backing.to_string(),
    }
}

/// On whose word some claims rest: whom they credit, and the outlets that credit nobody, by their names where those are not
/// said anyway.
pub(super) fn authorities<'a>(claims: impl Iterator<Item = &'a ClaimView> + Clone, named: bool) -> String {
    let mut credits: Vec<&str> = Vec::new();
    for name in claims.clone().flat_map(|it| &it.according_to) {
        if !credits.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            credits.push(name);
        }
    }
    let crediting = outlets(claims.clone().filter(|it| !it.according_to.is_empty()));
    let on_their_own: BTreeSet<&str> = outlets(claims).difference(&crediting).copied().collect();
    let citing = (!credits.is_empty()).then(|| format!("citing {}", credits.join(", ")));
    let own = (!on_their_own.is_empty()).then(|| match (named, credits.is_empty()) {
        (true, _) => format!("naming no source: {}", listed(&on_their_own)),
        (false, true) => "naming no source".to_owned(),
        (false, false) => format!("{} without a source", on_their_own.len()),
    });
    citing.into_iter().chain(own).collect::<Vec<_>>().join(" · ")
}
