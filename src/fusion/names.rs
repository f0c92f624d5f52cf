//! Sets of names compared by what they share.

use std::collections::BTreeSet;

use super::bodies::is_body;
use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use super::{places, texts};
use crate::value::NameMatch;

/// Names without what they are, which a comma may part from them: `Ada Winter, U.S. District Judge`.
fn without_roles(names: &[String]) -> Vec<String> {
    let is_role = |name: &String| {
        let last = name.split_whitespace().next_back().unwrap_or_default().to_lowercase();
        ROLES.contains(&last.as_str())
    };
    let kept: Vec<String> = names.iter().filter(|name| !is_role(name)).cloned().collect();
    if kept.is_empty() { names.to_vec() } else { kept }
}

/// Last words of what somebody is.
const ROLES: &[&str] = &[
    "judge",
    "justice",
    "president",
    "minister",
    "premier",
    "chancellor",
    "secretary",
    "senator",
    "governor",
    "mayor",
    "ambassador",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "director",
    "chairman",
    "chairwoman",
    "chair",
    "ceo",
    "officer",
    "founder",
    "co-founder",
    "professor",
    "analyst",
    "attorney",
    "prosecutor",
    "lawyer",
    "captain",
    "general",
];

/// Two sets of names, each open or closed.
pub(super) fn names(
    (x, x_open): (&[String], bool),
    (y, y_open): (&[String], bool),
    wordings: &Wordings<'_, '_>,
) -> Judgement {
    if wordings.told_otherwise_round() {
        return Judgement::new(Verdict::Agreement, "the same, told the other way round");
    }
    if x.len() * y.len() > MOST_PAIRS {
        return long_lists((x, x_open), (y, y_open), wordings);
    }
    if let Some(judgement) = places::either_of_two(x, y).or_else(|| places::places(x, y, wordings)) {
        return judgement;
    }
    if wordings.is_acronym_of(x, y) {
        return Judgement::new(Verdict::Agreement, "the same name, once by its acronym");
    }
    if wordings.share_acronym() {
        return Judgement::new(Verdict::Compatible, "two wordings of one name, with the same acronym");
    }
    // Charges are told in full; reasons and descriptions need not be.
    if x.iter().chain(y).any(|name| is_free_text(name)) && !wordings.ask(CHARGES) {
        return texts::lists(x, y, wordings);
    }
    let (x, y) = (&without_roles(x), &without_roles(y));
    let best = |name: &String, set: &[String]| {
        set.iter().map(|other| wordings.same_name(name, other)).min().unwrap_or(NameMatch::Different)
    };
    let missing = |set: &[String], other: &[String]| -> Vec<String> {
        set.iter().filter(|name| best(name, other) == NameMatch::Different).cloned().collect()
    };
    let (only_x, only_y) = (missing(x, y), missing(y, x));
    let shared = x.len() - only_x.len();
    let many = x.len() > 1 || y.len() > 1;
    let numbered = x.iter().chain(y).any(|name| name.chars().any(|it| it.is_ascii_digit()));
    match (only_x.is_empty(), only_y.is_empty()) {
        (true, true) => {
            all_matched(x.iter().map(|name| best(name, y)).max(), many, x_open != y_open, numbered)
        }
        (false, true) if y_open => Judgement::new(Verdict::Compatible, "the shorter list is open"),
        (true, false) if x_open => Judgement::new(Verdict::Compatible, "the shorter list is open"),
        (false, false) if shared > 0 && x_open && y_open => {
            Judgement::new(Verdict::Compatible, "both lists are open")
        }
        _ if shared > 0 => {
            let left_out: Vec<String> = only_x.into_iter().chain(only_y).collect();
            let reason = format!("only one of the two names {}", left_out.join(", "));
            Judgement::new(Verdict::Tension, reason)
        }
        _ if x_open || y_open => {
            Judgement::new(Verdict::Unclear, "the lists share no name, but one of them is open")
        }
        _ if !many && x.iter().chain(y).filter(|name| is_body(name)).count() == 1 => {
            Judgement::new(Verdict::Unclear, "one names a body, the other perhaps a person")
        }
        _ if !many && wordings.one_holds_the_other() => {
            Judgement::new(Verdict::Unclear, "one names the other beside somebody or something else")
        }
        _ if !many => wordings
            .why_no_rivals()
            .unwrap_or_else(|| Judgement::new(Verdict::Contradiction, "they name different ones")),
        _ => Judgement::new(Verdict::Contradiction, "the lists share no name"),
    }
}

/// More pairs of names than these are not compared one by one: nobody reads them, and somebody may send them in.
pub(super) const MOST_PAIRS: usize = 4096;

/// Two lists so long that names are looked up, each as it is written or by the desk's aliases.
fn long_lists(
    (x, x_open): (&[String], bool),
    (y, y_open): (&[String], bool),
    wordings: &Wordings<'_, '_>,
) -> Judgement {
    let set = |names: &[String]| -> BTreeSet<String> {
        names.iter().map(|name| wordings.canonical(name).to_lowercase()).collect()
    };
    let (mine, yours) = (set(x), set(y));
    if mine == yours && x_open == y_open {
        return Judgement::new(Verdict::Agreement, "the same names");
    }
    if mine.is_subset(&yours) && (x_open || mine == yours) || yours.is_subset(&mine) && y_open {
        return Judgement::new(Verdict::Compatible, "the shorter list is open");
    }
    let shared = mine.intersection(&yours).count();
    let (mine, yours) = (mine.len(), yours.len());
    let reason = format!(
        "lists of {mine} and {yours} names, of which {shared} are written alike: more than are compared one by one"
    );
    Judgement::new(Verdict::Unclear, reason)
}

/// Whether it is no name: nothing in it has a capital letter, or a figure.
fn is_free_text(name: &str) -> bool {
    !name.chars().any(|it| it.is_uppercase() || it.is_ascii_digit())
}

/// Labels that ask for a list which is whole.
const CHARGES: &[&str] =
    &["charge", "charges", "charged", "counts", "offence", "offences", "offense", "offenses", "convicted"];

/// Every name has its like on the other side; `worst` is the least alike pair.
fn all_matched(worst: Option<NameMatch>, many: bool, one_open: bool, numbered: bool) -> Judgement {
    match worst {
        _ if one_open => Judgement::new(Verdict::Compatible, "one list is open, the other complete"),
        Some(NameMatch::Equal) | None => {
            Judgement::new(Verdict::Agreement, if many { "the same names" } else { "the same name" })
        }
        Some(NameMatch::Similar) if numbered => {
            Judgement::new(Verdict::Unclear, "the names differ in a number: perhaps two models of one make")
        }
        Some(NameMatch::Similar) if !many => {
            Judgement::new(Verdict::Tension, "the names are a letter apart: a misspelling, or somebody else")
        }
        Some(_) => Judgement::new(Verdict::Compatible, "the same, more fully named or spelt otherwise"),
    }
}
