//! Credits that name nobody: two articles may mean two people by them.

/// Words by which a credit begins that names nobody.
const HEADS: &[&str] = &[
    "a",
    "an",
    "one",
    "two",
    "three",
    "four",
    "several",
    "some",
    "many",
    "multiple",
    "various",
    "unnamed",
    "anonymous",
    "unidentified",
    "unverified",
    "source",
    "sources",
    "people",
    "persons",
    "person",
    "official",
    "officials",
    "insiders",
    "witnesses",
    "eyewitnesses",
    "analysts",
    "experts",
    "reports",
    "media",
    "press",
    "authorities",
    "local",
    "industry",
    "financial",
    "senior",
    "government",
    "documents",
];

/// Words by which a credit ends that names nobody.
const TAILS: &[&str] = &[
    "source",
    "sources",
    "official",
    "officials",
    "insiders",
    "witnesses",
    "eyewitnesses",
    "analysts",
    "experts",
    "researchers",
    "scientists",
    "media",
    "reports",
    "report",
    "authorities",
    "residents",
    "lawyers",
    "investors",
    "economists",
    "observers",
    "regulator",
    "regulators",
];

/// Words for somebody who is not named, whatever the capitals at the beginning of a text.
const COMMON: &[&str] = &[
    "police",
    "prosecutors",
    "prosecution",
    "firefighters",
    "rescuers",
    "company",
    "union",
    "airline",
    "ministry",
    "court",
    "family",
    "families",
    "relatives",
    "residents",
    "activists",
    "campaigners",
    "researchers",
    "scientists",
    "owner",
    "operator",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "governor",
    "mayor",
    "minister",
    "president",
    "ceo",
    "chief",
    "indictment",
    "statement",
    "filing",
    "manifest",
    "data",
    "retailer",
    "railway",
    "bidder",
];

/// Words for a body: with another word before it, it is one that everybody in the story knows: `the coast guard`.
const BODIES: &[&str] = &[
    "guard",
    "ministry",
    "department",
    "office",
    "agency",
    "board",
    "commission",
    "council",
    "service",
    "authority",
    "navy",
    "army",
    "court",
    "university",
    "bureau",
];

/// Whether a credit, without a `the` before it, names nobody in particular.
pub(super) fn names_nobody(credit: &str) -> bool {
    let words: Vec<String> = credit.split_whitespace().map(str::to_lowercase).collect();
    if words.len() > 1 && words.last().is_some_and(|word| BODIES.contains(&word.as_str())) && !is_one(&words)
    {
        return false;
    }
    let begins = words.first().is_none_or(|word| HEADS.contains(&word.as_str()));
    let ends = words.last().is_none_or(|word| TAILS.contains(&word.as_str()));
    begins || ends || credit.split_whitespace().all(|word| !is_name(word))
}

/// Whether a credit begins as that of somebody does: `a ministry`.
fn is_one(words: &[String]) -> bool {
    words.first().is_some_and(|word| matches!(word.as_str(), "a" | "an" | "one" | "local" | "government"))
}

/// Whether a word is part of a name: it has a capital, and is no common word.
fn is_name(word: &str) -> bool {
    let bare = word.trim_matches(|it: char| !it.is_alphanumeric());
    bare.chars().any(char::is_uppercase) && !COMMON.contains(&bare.to_lowercase().as_str())
}
