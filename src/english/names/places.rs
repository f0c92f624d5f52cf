//! Places with a telling word in their name, from the table in `places.txt`: South Sudan is no part of Sudan, New York none of
//! York.
//!
//! Whoever compares names by their words takes those that [`own_place_at`] counts as a single one: then `guinea` is not found
//! in `equatorial guinea`. All other longer names (South Wales, North Macedonia) may be met by the shorter one in them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::english::labels::BY_COUNTRY;

static PLACES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| include_str!("places.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// The most words a name of the table has.
const LONGEST: usize = 3;

/// How many of the first of some words, in lower case, name one place by themselves, two at the least; none where they do not.
pub fn own_place_at<S: AsRef<str>>(words: &[S]) -> Option<usize> {
    let joined = |length: usize| {
        let words: Option<Vec<&str>> =
            words.get(..length).map(|words| words.iter().map(AsRef::as_ref).collect());
        words.map(|words| words.join(" "))
    };
    let known =
        (2..=LONGEST).rev().find(|length| joined(*length).is_some_and(|name| PLACES.contains(name.as_str())));
    let renewed = || {
        let name = joined(2).filter(|_| words.first().is_some_and(|first| first.as_ref() == "new"))?;
        (!PLACES.contains(format!("- {name}").as_str())).then_some(2)
    };
    known.or_else(renewed)
}

/// Whether the shorter of two names, both in lower case, may mean the longer one or another place: Korea, beside North Korea.
pub fn is_one_of_two(short: &str, long: &str) -> bool {
    let ends_so = long.strip_suffix(short).is_some_and(|before| before.ends_with(' '));
    ends_so && PLACES.contains(format!("? {long}").as_str())
}

/// Whether a name, in lower case, is that of a country.
pub(crate) fn is_country(name: &str) -> bool {
    BY_COUNTRY.key(name.strip_prefix("the ").unwrap_or(name)).is_some()
}

/// Whether a name, in lower case, is that of a state or province of a federation.
pub(crate) fn is_state(name: &str) -> bool {
    STATES.contains(&name)
}

/// States and provinces of federations that English-speaking outlets name without their country.
const STATES: &[&str] = &[
    "alabama",
    "alaska",
    "alberta",
    "arizona",
    "arkansas",
    "bavaria",
    "british columbia",
    "california",
    "catalonia",
    "colorado",
    "connecticut",
    "delaware",
    "florida",
    "georgia",
    "hawaii",
    "hesse",
    "idaho",
    "illinois",
    "indiana",
    "iowa",
    "kansas",
    "kentucky",
    "louisiana",
    "maine",
    "manitoba",
    "maryland",
    "massachusetts",
    "michigan",
    "minnesota",
    "mississippi",
    "missouri",
    "montana",
    "nebraska",
    "nevada",
    "new brunswick",
    "new hampshire",
    "new jersey",
    "new mexico",
    "new south wales",
    "newfoundland",
    "north carolina",
    "north dakota",
    "nova scotia",
    "ohio",
    "oklahoma",
    "ontario",
    "oregon",
    "pennsylvania",
    "quebec",
    "queensland",
    "rhode island",
    "saskatchewan",
    "saxony",
    "south australia",
    "south carolina",
    "south dakota",
    "tasmania",
    "tennessee",
    "texas",
    "utah",
    "vermont",
    "virginia",
    "west virginia",
    "western australia",
    "wisconsin",
    "wyoming",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_may_mean_one_of_two() {
        assert!(is_one_of_two("korea", "north korea") && is_one_of_two("dakota", "south dakota"));
        assert!(!is_one_of_two("korea", "south korea") && !is_one_of_two("north korea", "korea"));
        assert!(!is_one_of_two("north korea", "north korea") && !is_one_of_two("", "north korea"));
    }

    #[test]
    fn a_telling_word_makes_another_place() {
        for (words, length) in [
            (vec!["south", "sudan", "army"], Some(2)),
            (vec!["papua", "new", "guinea"], Some(3)),
            (vec!["new", "hampshire"], Some(2)),
            (vec!["new", "delhi"], None),
            (vec!["south", "wales"], None),
            (vec!["new"], None),
            (vec![], None),
        ] {
            assert_eq!(own_place_at(&words), length, "{words:?}");
        }
    }
}
