//! One name for each origin of a story: the agency and its initials, a person with and without the given name.

use std::collections::{BTreeMap, BTreeSet};

use super::unnamed::names_nobody;
use crate::claim::Conventions;
use crate::english::names::other::one_name;

/// What an office or a title says before somebody's name.
const TITLES: &[&str] = &[
    "president",
    "vice",
    "prime",
    "minister",
    "secretary",
    "senator",
    "sen",
    "rep",
    "representative",
    "governor",
    "gov",
    "mayor",
    "chancellor",
    "judge",
    "justice",
    "chief",
    "ceo",
    "cfo",
    "cto",
    "coo",
    "chairman",
    "chairwoman",
    "chair",
    "director",
    "general",
    "gen",
    "admiral",
    "adm",
    "rear",
    "commodore",
    "captain",
    "capt",
    "commander",
    "colonel",
    "col",
    "lieutenant",
    "lt",
    "sergeant",
    "sgt",
    "major",
    "sheriff",
    "officer",
    "inspector",
    "commissioner",
    "attorney",
    "prosecutor",
    "professor",
    "prof",
    "dr",
    "mr",
    "mrs",
    "ms",
    "sir",
    "dame",
    "lord",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "bishop",
    "archbishop",
    "ambassador",
    "analyst",
    "founder",
    "prefect",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "executive",
    "head",
    "agent",
];

/// Whoever speaks in this way speaks for the body that is named behind it.
const SPEAKING_FOR: &[&str] = &[
    "a spokesman for ",
    "a spokeswoman for ",
    "a spokesperson for ",
    "spokesman for ",
    "spokeswoman for ",
    "spokesperson for ",
    "a statement from ",
    "a statement by ",
    "statement by ",
    "analysts at ",
    "sec filing by ",
    "documents seen by ",
    "a report by ",
    "report by ",
    "a tweet by ",
];

/// Ways in which somebody tells it, behind the name.
const WAYS: &[&str] = &[
    " news agency",
    " agency",
    " newspaper",
    " press release",
    " statement",
    " in a statement",
    " spokesman",
    " spokeswoman",
    " spokesperson",
    " report",
    " website",
    " filing",
    " on weibo",
    " on x",
    " on twitter",
    " on facebook",
    " on instagram",
    " on telegram",
    " on social media",
    " data",
    " figures",
];

/// Words of a name that tell no name apart by themselves.
const COMMON: &[&str] = &[
    "times",
    "post",
    "news",
    "journal",
    "press",
    "radio",
    "tv",
    "herald",
    "tribune",
    "star",
    "sun",
    "mail",
    "daily",
    "department",
    "ministry",
    "service",
    "services",
    "office",
    "agency",
    "bank",
    "group",
    "commission",
    "council",
    "board",
    "university",
    "court",
    "company",
];

/// Of more names than these none is taken for a shorter one of another.
const MOST_NAMES: usize = 1500;

/// Words that no name rests on.
const STOP: &[&str] = &["the", "of", "and", "for", "a", "an", "de", "la", "on", "in", "to"];

/// The names that the origins of a story have, each with the one that it is known by.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Names as written, each without what tells no name apart.
    plain: BTreeMap<String, String>,
    one: BTreeMap<String, String>,
}

impl Names {
    /// Finds out which of some names are one: by the desk's aliases, the table of other names, initials, and a part of the
    /// name that no second one has.
    pub(super) fn of<'n>(written: impl Iterator<Item = &'n str>, desk: &Conventions) -> Self {
        let named = written.filter(|name| !is_unnamed(name));
        let plain: BTreeMap<String, String> =
            named.map(|name| (name.to_owned(), plain(name, desk))).collect();
        let distinct: BTreeSet<&String> = plain.values().collect();
        let each: Vec<Words<'_>> = distinct.into_iter().map(|name| Words::of(name)).collect();
        let mut one = BTreeMap::new();
        // So many names are a matter of many desks: nobody can tell which is short for which.
        let few = if each.len() > MOST_NAMES { &[] } else { each.as_slice() };
        for short in few.iter().filter(|it| !it.is_in_table && !it.all.is_empty()) {
            let mut longer = each.iter().filter(|long| short.is_short_for(long));
            // A short name of which two longer ones could be meant is neither.
            if let (Some(long), None) = (longer.next(), longer.next()) {
                one.insert(short.name.to_owned(), long.name.to_owned());
            }
        }
        Self { plain, one }
    }

    /// The one name that a name stands for.
    pub(super) fn one(&self, name: &str, desk: &Conventions) -> String {
        let plain = self.plain.get(name).cloned().unwrap_or_else(|| plain(name, desk));
        let next = |name: &String| self.one.get(name).cloned();
        // Short names lead to longer ones, and those to no shorter ones.
        std::iter::successors(Some(plain.clone()), next).take(4).last().unwrap_or(plain)
    }
}

/// Whether a credit names nobody.
pub(super) fn is_unnamed(credit: &str) -> bool {
    let credit = credit.trim();
    let lower = credit.to_lowercase();
    if SPEAKING_FOR.iter().any(|it| lower.starts_with(it)) {
        return false;
    }
    let core = core(credit);
    one_name(core).is_none() && names_nobody(without_the(core))
}

/// A name without article, office, brackets and the way it was told, in lower case.
fn plain(name: &str, desk: &Conventions) -> String {
    let name = core(name.trim());
    let alias = |name: &str| {
        let is = |other: &str| other.eq_ignore_ascii_case(name);
        let known = desk.aliases.iter().find(|(one, others)| is(one) || others.iter().any(|it| is(it)));
        known.map(|(one, _)| one.to_lowercase())
    };
    if let Some(known) = alias(name).or_else(|| alias(without_the(name))) {
        return known;
    }
    if let Some(known) = one_name(name) {
        return known.to_owned();
    }
    let lower = without_the(name).to_lowercase();
    let lower = SPEAKING_FOR.iter().find_map(|it| lower.strip_prefix(it)).unwrap_or(&lower);
    let lower = lower.strip_prefix("the ").unwrap_or(lower);
    let lower = WAYS.iter().find_map(|it| lower.strip_suffix(it)).unwrap_or(lower);
    let lower = lower.split_once("'s ").or_else(|| lower.split_once("’s ")).map_or(lower, |(who, _)| who);
    if let Some(known) =
        one_name(lower).or_else(|| one_name(&lower.to_uppercase()).filter(|_| lower.len() < 6))
    {
        return known.to_owned();
    }
    let words: Vec<&str> = lower.split_whitespace().map(|it| it.trim_matches(['.', ','])).collect();
    // Behind the last title stands the name: `regional coast guard commander Rejard Marfe`.
    let title = words.iter().rposition(|word| TITLES.contains(word)).filter(|at| at + 1 < words.len());
    let named = title.map_or(words.as_slice(), |at| words.get(at + 1..).unwrap_or_default());
    named.join(" ")
}

/// What is said before a comma or brackets; where only an office stands there, what is said behind it.
fn core(name: &str) -> &str {
    let name = name.split(" (").next().unwrap_or(name);
    let (first, rest) = name.split_once(", ").unwrap_or((name, ""));
    let rest = rest.strip_prefix("via ").unwrap_or(rest);
    let has_name = |part: &str| part.split_whitespace().any(|it| it.starts_with(char::is_uppercase));
    if names_nobody(without_the(first)) && has_name(rest) && !rest.starts_with("to ") { rest } else { first }
}

fn without_the(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}

/// A name in its words, with what is asked of them again and again.
struct Words<'n> {
    name: &'n str,
    /// Those that a name may rest on, in their order, and sorted.
    all: Vec<&'n str>,
    sorted: Vec<&'n str>,
    /// Whether one of them tells a name apart by itself.
    tells: bool,
    /// Whether the table of other names has it.
    is_in_table: bool,
}

impl<'n> Words<'n> {
    fn of(name: &'n str) -> Self {
        let all: Vec<&str> =
            name.split([' ', '-']).filter(|it| !it.is_empty() && !STOP.contains(it)).collect();
        let mut sorted = all.clone();
        sorted.sort_unstable();
        sorted.dedup();
        let tells = all.iter().any(|word| !COMMON.contains(word));
        Self { name, all, sorted, tells, is_in_table: one_name(name).is_some() }
    }

    /// Whether it is a shorter one of another: its initials, its beginning, its end, or the same words in another order.
    fn is_short_for(&self, long: &Self) -> bool {
        if self.sorted == long.sorted {
            return self.name > long.name;
        }
        let initials = long.all.iter().filter_map(|word| word.chars().next());
        if self.all.len() == 1 && long.all.len() > 1 && initials.eq(self.name.chars()) {
            return true;
        }
        self.tells
            && !long.is_in_table
            && self.all.len() < long.all.len()
            && (long.all.ends_with(&self.all) || long.all.starts_with(&self.all))
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, is_unnamed};
    use crate::claim::Conventions;

    #[test]
    fn one_origin_has_one_name() {
        for (a, b) in [
            ("AP", "The Associated Press"),
            ("USGS", "US Geological Survey"),
            ("Musk", "Elon Musk"),
            ("Elon Musk", "Elon Musk, chief executive"),
            ("CEO Jane Roe", "Jane Roe"),
            ("Commodore Ray Marsh", "regional coast guard commander Ray Marsh"),
            ("HSB", "Harbour Safety Board"),
            ("the Harbour Safety Board's notice", "Harbour Safety Board"),
            ("a spokeswoman for Lund Lines", "Lund Lines"),
            ("Lund Lines press release", "Lund Lines"),
            ("Norden Interior Ministry", "Interior Ministry of Norden"),
            ("the lawyer, Jane Roe", "Jane Roe"),
            ("the Reuters news agency", "Reuters"),
        ] {
            let names = Names::of([a, b].into_iter(), &Conventions::default());
            assert_eq!(
                names.one(a, &Conventions::default()),
                names.one(b, &Conventions::default()),
                "{a} / {b}"
            );
        }
    }

    #[test]
    fn two_origins_have_two_names() {
        for (a, b) in [
            ("Financial Times", "The Times"),
            ("Elon Musk", "Kimbal Musk"),
            ("Harbour Police", "Harbour Safety Board"),
            ("New York Times", "New York"),
        ] {
            let names = Names::of([a, b].into_iter(), &Conventions::default());
            assert_ne!(
                names.one(a, &Conventions::default()),
                names.one(b, &Conventions::default()),
                "{a} / {b}"
            );
        }
        let names = Names::of(["Musk", "Elon Musk", "Kimbal Musk"].into_iter(), &Conventions::default());
        assert_eq!(names.one("Musk", &Conventions::default()), "musk", "either could be meant");
    }

    #[test]
    fn nobody_is_named() {
        for nobody in [
            "officials",
            "a source familiar with the matter",
            "US officials",
            "people close to the talks",
            "Police",
            "the governor",
            "a Navy official",
            "industry sources",
            "the company",
            "two people",
        ] {
            assert!(is_unnamed(nobody), "{nobody}");
        }
        for somebody in [
            "Reuters",
            "dpa",
            "the Coast Guard",
            "the coast guard",
            "NTSB",
            "Jane Roe",
            "a spokesman for Lund Lines",
            "Harbour Police",
        ] {
            assert!(!is_unnamed(somebody), "{somebody}");
        }
    }
}
