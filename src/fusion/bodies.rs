//! Bodies of several people, and acronyms, which may stand for one.

/// Whether a name is that of a body, and not of a person.
pub(super) fn is_body(name: &str) -> bool {
    const BODIES: &[&str] = &[
        "court",
        "council",
        "committee",
        "ministry",
        "senate",
        "house",
        "parliament",
        "congress",
        "cabinet",
        "government",
        "commission",
        "agency",
        "regulators",
        "regulator",
        "police",
        "office",
        "department",
        "board",
        "university",
        "authorities",
        "officials",
        "union",
        "party",
    ];
    let lower = name.to_lowercase();
    is_acronym(name) || lower.split(|it: char| !it.is_alphanumeric()).any(|word| BODIES.contains(&word))
}

/// Whether a name is an acronym and nothing else: `FDIC`.
fn is_acronym(name: &str) -> bool {
    let bare = name.strip_prefix("the ").unwrap_or(name);
    bare.chars().count() > 1 && bare.chars().all(char::is_uppercase)
}

/// Whether one is an acronym and the other a government, of which it may be a part.
pub(super) fn may_be_part(a: &str, b: &str) -> bool {
    let governs = |name: &str| name.to_lowercase().split_whitespace().any(|word| word == "government");
    is_acronym(a) && governs(b) || is_acronym(b) && governs(a)
}
