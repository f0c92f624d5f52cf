//! Names of places, of which one may lie in the other.

use super::verdict::{Judgement, Verdict};
use super::words::Wordings;
use crate::value::{NameMatch, Value, same_name};

/// Words of a label that ask for a place, beside those that `asks` knows.
const ASKING: &[&str] = &[
    "where",
    "place",
    "location",
    "site",
    "port",
    "destination",
    "headquarters",
    "headquartered",
    "birthplace",
    "hometown",
    "epicentre",
    "epicenter",
    "bound",
    "headed",
    "town",
    "village",
    "region",
    "area",
    "venue",
    "based",
];

/// Words that say how large a place is.
const LEVELS: &[&str] = &[
    "county",
    "province",
    "state",
    "district",
    "region",
    "island",
    "islands",
    "prefecture",
    "governorate",
    "canton",
    "department",
    "municipality",
    "territory",
    "parish",
    "borough",
    "city",
    "town",
    "village",
    "bay",
    "coast",
    "mountains",
    "valley",
    "peninsula",
    "republic",
];

/// Two places by their names; none where neither label asks for one.
pub(super) fn places(x: &[String], y: &[String], wordings: &Wordings<'_, '_>) -> Option<Judgement> {
    if !wordings.ask(ASKING) {
        return None;
    }
    let (mine, yours) = (bare(x), bare(y));
    let alike = |name: &&String| {
        yours.iter().any(|other| matches!(same_name(name, other), NameMatch::Equal | NameMatch::Compatible))
    };
    let shared = mine.iter().filter(alike).count();
    if shared > 0 {
        return Some(if mine.len() == yours.len() && shared == mine.len() {
            Judgement::new(Verdict::Agreement, "the same place")
        } else {
            Judgement::new(Verdict::Compatible, "one says more closely where")
        });
    }
    let level = |names: &[String]| names.iter().find_map(|name| level(name));
    let nested = x.len() > 1 || y.len() > 1 || level(x) != level(y);
    nested.then(|| Judgement::new(Verdict::Unclear, "nobody knows here whether one place lies in the other"))
}

/// How large a place is, where its name says so.
fn level(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let words = || lower.split(|it: char| !it.is_alphabetic());
    LEVELS.iter().copied().find(|level| words().any(|word| word == *level))
}

/// Names without the words for how large a place is: `Zamboanga City` is Zamboanga.
fn bare(names: &[String]) -> Vec<String> {
    let bare = |name: &String| {
        let kept = name.split_whitespace().filter(|word| {
            let lower = word.to_lowercase();
            !LEVELS.contains(&lower.as_str())
                && !matches!(lower.as_str(), "of" | "the" | "in" | "southern" | "northern")
        });
        kept.collect::<Vec<_>>().join(" ")
    };
    names
        .iter()
        .map(|name| Some(bare(name)).filter(|it| !it.is_empty()).unwrap_or_else(|| name.clone()))
        .collect()
}

/// A place told by what it is near may be told by something else: `north of Gaziantep`, `near Kahramanmaras`.
pub(super) fn beside(a: &Value, b: &Value, judgement: Judgement) -> Judgement {
    const BESIDE: &[&str] =
        &["near", "outside", "off", "beside", "around", "close", "north", "south", "east", "west"];
    let is_beside = |value: &Value| {
        let first = value.text.split_whitespace().next();
        let told = matches!(
            value.content,
            crate::value::Content::Names { .. } | crate::value::Content::Words { .. }
        );
        told && first.is_some_and(|word| BESIDE.contains(&word))
    };
    if judgement.verdict == Verdict::Contradiction && is_beside(a) && is_beside(b) {
        return Judgement::new(Verdict::Unclear, "each tells the place by another one near it");
    }
    judgement
}
