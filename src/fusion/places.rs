//! Names of places, of which one may lie in the other.

use super::exchange::Exchanged;
use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use crate::english::names::places::{is_country, is_one_of_two, is_state};
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

/// Whether one of the labels asks for a place: by a word, or by where it breaks off (`found in`).
pub(super) fn are_asked(wordings: &Wordings<'_, '_>) -> bool {
    wordings.ask(ASKING) || wordings.end_in(&["in", "near", "outside"])
}

/// Words that say what sort of place a name is of, or where about in it, without inflection.
pub(super) fn sorts(wordings: &Wordings<'_, '_>) -> Vec<String> {
    const ABOUT: &str = "southern northern eastern western south north east west port waters part";
    LEVELS.iter().chain([&ABOUT]).flat_map(|words| wordings.alignment.sequence(words)).collect()
}

/// Whether of two places that share a name one may lie in the other: `Pazar in Rize`, `Rize, Turkey`, but not `Paris, Texas`
/// and `Paris, France`. `apart`: the names that each has alone.
pub(super) fn nested(a: &Value, b: &Value, apart: &Exchanged, wordings: &Wordings<'_, '_>) -> bool {
    let (mine, yours) = (wordings.alignment.sequence(&a.text), wordings.alignment.sequence(&b.text));
    let is_sort = |word: &String| sorts(wordings).contains(word);
    let shared = |words: &[String], others: &[String]| {
        words.iter().position(|word| others.contains(word) && !is_sort(word))
    };
    let Some((x, y)) = shared(&mine, &yours).zip(shared(&yours, &mine)) else { return false };
    let sides = |words: &[String], at: usize, alone: &[String]| {
        let has = |words: &[String]| words.iter().any(|word| alone.contains(word));
        let (before, behind) = words.split_at(at);
        (has(before), has(behind))
    };
    let (mine, yours) = (sides(&mine, x, &apart.0), sides(&yours, y, &apart.1));
    are_asked(wordings) && !(mine.0 && yours.0 || mine.1 && yours.1)
}

/// A name that may be short for the other, or for another place: Korea, beside North Korea.
pub(super) fn either_of_two(x: &[String], y: &[String]) -> Option<Judgement> {
    let ([mine], [yours]) = (x, y) else { return None };
    let (mine, yours) = (mine.to_lowercase(), yours.to_lowercase());
    (is_one_of_two(&mine, &yours) || is_one_of_two(&yours, &mine)).then(|| {
        let reason = "the shorter name may mean that place or another one";
        Judgement::new(Verdict::Unclear, reason)
    })
}

/// Two places by their names; none where neither label asks for one.
pub(super) fn places(x: &[String], y: &[String], wordings: &Wordings<'_, '_>) -> Option<Judgement> {
    if !are_asked(wordings) {
        return None;
    }
    let (mine, yours) = (bare(x), bare(y));
    let alike = |name: &&String| {
        yours.iter().any(|other| matches!(same_name(name, other), NameMatch::Equal | NameMatch::Compatible))
    };
    let shared = mine.iter().filter(alike).count();
    if shared > 0 {
        if lie_elsewhere(&mine, &yours) {
            let reason = "they share the name of a place, and each says of another one by that name";
            return Some(Judgement::new(Verdict::Unclear, reason));
        }
        let is_same = |name: &String| yours.iter().any(|other| same_name(name, other) == NameMatch::Equal);
        return Some(if mine.len() == yours.len() && mine.iter().all(is_same) {
            Judgement::new(Verdict::Agreement, "the same place")
        } else {
            Judgement::new(Verdict::Compatible, "one says more closely where")
        });
    }
    let level = |names: &[String]| names.iter().find_map(|name| level(name));
    let nested = x.len() > 1 || y.len() > 1 || level(x) != level(y) && !is_namesake(x, y);
    nested.then(|| Judgement::new(Verdict::Unclear, "nobody knows here whether one place lies in the other"))
}

/// Whether two addresses of as many names, each from the narrowest to the broadest, share one and differ behind it.
fn lie_elsewhere(a: &[String], b: &[String]) -> bool {
    let same = |(x, y): (&String, &String)| same_name(x, y) != NameMatch::Different;
    let Some(at) = a.iter().zip(b).position(same) else { return false };
    a.len() == b.len() && a.len() <= 3 && !a.iter().zip(b).skip(at).all(same)
}

/// Whether one place is named after the other: New Jersey and Jersey.
fn is_namesake(x: &[String], y: &[String]) -> bool {
    let ([mine], [yours]) = (x, y) else { return false };
    let after = |new: &str, old: &str| new.strip_suffix(old).is_some_and(|before| before.ends_with(' '));
    let (mine, yours) = (mine.to_lowercase(), yours.to_lowercase());
    after(&mine, &yours) || after(&yours, &mine)
}

/// How large a place is, where its name says so.
fn level(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    if is_country(&lower) {
        return Some("country");
    }
    if is_state(&lower) {
        return Some("state");
    }
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
