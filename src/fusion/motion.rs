//! What moves while a story goes on, and what stays as it is: by the meaning of the attribute and the kind of value.

use std::collections::BTreeSet;

use super::wordings::Wordings;
use crate::claim::Claim;
use crate::linkage::Alignment;
use crate::value::{Content, Kind};

/// How a value goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trend {
    /// It only rises, so that a later lower one is a revision: a toll.
    Rises,
    /// It goes either way: a price, people missing, a rank.
    Turns,
    /// It does not move.
    Stays,
}

/// What is counted up while it is found out.
const RISES: &str = "dead casualty injured arrested destroyed collapsed evacuated displaced homeless infected case \
    hospitalized rescued survivors body aftershocks cancelled delayed burned burnt scorched containment contained";

/// What goes up and down.
const TURNS: &str = "missing unaccounted trapped stranded sheltering outage blackout poll approval";

/// What is still being counted, such as votes.
const COUNTED: &[&str] = &["counted", "so far", "tallied"];

/// Words of an attribute that tell the traded price of a share, a currency or a good, whatever else it says.
const TRADED: &[&str] = &["shares", "stock", "stocks", "bitcoin", "crude", "barrel", "brent"];

/// Words of an offer, which names a price once.
const OFFERED: &[&str] = &[
    "offer",
    "offers",
    "bid",
    "bids",
    "deal",
    "takeover",
    "purchase",
    "acquisition",
    "merger",
    "round",
    "sell",
    "sells",
    "sold",
    "selling",
    "buyback",
    "price per share",
    "offering",
    "sale",
    "vest",
    "vesting",
];

/// Words that lead back to what is over, or tell what does not depend on the day.
const OVER: &[&str] =
    &["final", "previous", "earlier year", "last year", "record", "capacity", "maximum", "history"];

/// How the values of two claims of one item go on; `None` where nobody can tell.
pub(super) fn motion(wordings: &Wordings<'_, '_>) -> Option<Trend> {
    if let Some(moves) = wordings.desk.moves(&wordings.claims()) {
        return Some(if moves { Trend::Turns } else { Trend::Stays });
    }
    let (mine, yours) = (wordings.motion(wordings.a)?, wordings.motion(wordings.b)?);
    Some(match (mine, yours) {
        (Trend::Stays, _) | (_, Trend::Stays) => Trend::Stays,
        (Trend::Rises, Trend::Rises) => Trend::Rises,
        (Trend::Turns | Trend::Rises, Trend::Turns | Trend::Rises) => Trend::Turns,
    })
}

/// How the value of a claim goes on.
pub(super) fn of_claim(alignment: &Alignment<'_>, claim: &Claim) -> Option<Trend> {
    match claim.value.kind {
        Kind::Date | Kind::Time => return Some(Trend::Stays),
        Kind::Names | Kind::Truth | Kind::Text | Kind::Duration | Kind::Stage => return None,
        Kind::Count | Kind::Percent | Kind::Money | Kind::Measure => {}
    }
    if claim.value.is_rank() {
        return Some(Trend::Turns);
    }
    let label = format!(" {} {} ", claim.subject, claim.attribute).to_lowercase();
    let split: Vec<&str> = label.split(|it: char| !it.is_alphanumeric()).collect();
    let says_one =
        |word: &str| if word.contains(' ') { has_word(&label, word) } else { split.contains(&word) };
    let says = |words: &[&str]| words.iter().any(|word| says_one(word));
    if says(OVER) || names_a_year(&split) {
        return Some(Trend::Stays);
    }
    let concepts = alignment.words(&claim.attribute);
    let subject = alignment.words(&claim.subject);
    let of = |words: &str| {
        let wanted = alignment.words(words);
        // Who was struck may stand in the subject alone: `the people still missing`, `how many`.
        !concepts.is_disjoint(&wanted) || asks_only_how_many(&concepts) && !subject.is_disjoint(&wanted)
    };
    let moving = says(&["share"])
        && says(&["price", "move", "change", "fall", "rise", "drop", "gain", "close", "value"]);
    let traded = says(TRADED) || moving || label.contains("exchange rate");
    match claim.value.kind {
        Kind::Money | Kind::Percent if traded && !says(OFFERED) => Some(Trend::Turns),
        Kind::Percent if of("containment contained") || says(COUNTED) => Some(Trend::Rises),
        Kind::Percent if of("poll approval") => Some(Trend::Turns),
        Kind::Measure if is_area(claim) && (of("burned burnt scorched") || burns(alignment, claim)) => {
            Some(Trend::Rises)
        }
        Kind::Count if is_age(alignment, claim) => None,
        Kind::Count if of(TURNS) || is_cut_off(&split) => Some(Trend::Turns),
        Kind::Count if of(RISES) || says(COUNTED) => Some(Trend::Rises),
        Kind::Money
        | Kind::Percent
        | Kind::Measure
        | Kind::Count
        | Kind::Duration
        | Kind::Date
        | Kind::Time
        | Kind::Stage
        | Kind::Names
        | Kind::Truth
        | Kind::Text => None,
    }
}

fn has_word(label: &str, word: &str) -> bool {
    let edge = |it: Option<char>| it.is_none_or(|it| !it.is_alphanumeric());
    label.match_indices(word).any(|(at, found)| {
        let (before, behind) = label.split_at(at);
        edge(before.chars().next_back()) && edge(behind.chars().nth(found.chars().count()))
    })
}

/// A year in a label tells of a thing that is over: the toll of the quake of 1999.
fn names_a_year(label: &[&str]) -> bool {
    let mut figures = label.iter().filter(|word| word.len() == 4).filter_map(|word| word.parse::<u16>().ok());
    figures.any(|it| (1800..2100).contains(&it))
}

fn asks_only_how_many(concepts: &BTreeSet<String>) -> bool {
    concepts.iter().all(|word| matches!(word.as_str(), "number" | "how" | "mani" | "amount" | "person"))
}

/// Homes without power, customers who lost electricity.
fn is_cut_off(label: &[&str]) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| label.contains(word));
    says(&["without", "lost", "lack", "no", "cuts", "cut"])
        && says(&["power", "electricity", "water", "gas", "heating"])
}

fn is_area(claim: &Claim) -> bool {
    claim.value.unit.as_deref() == Some("m²") || claim.value.unit.as_deref() == Some("m2")
}

/// The area of a fire, whatever it is called.
fn burns(alignment: &Alignment<'_>, claim: &Claim) -> bool {
    let fire = alignment.words("fire");
    let label = format!("{} {}", claim.subject, claim.attribute);
    !alignment.words(&label).is_disjoint(&fire)
}

fn is_age(alignment: &Alignment<'_>, claim: &Claim) -> bool {
    !alignment.words(&claim.attribute).is_disjoint(&alignment.words("age"))
}

/// Conditions of people and things that lead one to the other; in each, what can't be undone comes later.
const ONE_WAY: &[&[&[&str]]] = &[
    &[
        &["unhurt", "unharmed", "alive", "safe", "well"],
        &[
            "injured",
            "hurt",
            "wounded",
            "critical",
            "hospitalized",
            "hospital",
            "hospitalised",
            "ill",
            "serious",
        ],
        &["dead", "died", "killed", "deceased"],
    ],
    &[&["missing", "unaccounted"], &["found", "rescued", "dead", "died", "recovered", "alive", "located"]],
    &[
        &["wanted", "fugitive", "large"],
        &["arrested", "detained", "custody", "caught"],
        &["charged", "indicted"],
        &["convicted", "acquitted", "guilty", "sentenced"],
    ],
];

/// Conditions that come and go.
const EITHER_WAY: &[&[&[&str]]] = &[
    &[&["open", "opened", "reopened"], &["closed", "shut"]],
    &[&["online", "restored", "working", "running"], &["offline", "down", "outage", "broken"]],
    &[&["stable"], &["critical", "serious", "unstable"]],
    &[&["arrested", "detained", "custody", "jailed"], &["released", "freed", "free"]],
    &[
        &["halted", "suspended", "stopped", "paused", "grounded"],
        &["resumed", "ongoing", "continues", "flying"],
    ],
];

/// Whether a text says that something is not so yet.
fn not_yet(claim: &Claim) -> bool {
    let text = format!(" {} ", claim.value.text.to_lowercase());
    let denied = [" not ", " no ", "n't ", " nobody ", " nothing "].iter().any(|it| text.contains(it));
    denied && [" yet ", " so far ", " still "].iter().any(|it| text.contains(it))
}

/// Whether the later of two texts tells a condition that the earlier one can have led to.
pub(super) fn leads_to(earlier: &Claim, later: &Claim) -> bool {
    let told = matches!(&later.value.content, Content::Words { negated: false, .. } | Content::Names { .. });
    if told && not_yet(earlier) && !not_yet(later) {
        return true;
    }
    let (Some(mine), Some(yours)) = (words_of(earlier), words_of(later)) else { return false };
    let step = |scale: &[&[&str]], words: &[String]| {
        scale.iter().position(|step| words.iter().any(|word| step.contains(&word.as_str())))
    };
    let steps = |scale: &&&[&[&str]]| step(scale, mine).zip(step(scale, yours));
    let onward = ONE_WAY.iter().filter_map(|scale| steps(&scale)).any(|(x, y)| x < y);
    onward || EITHER_WAY.iter().filter_map(|scale| steps(&scale)).any(|(x, y)| x != y)
}

/// The words of a condition; longer texts tell more than one.
fn words_of(claim: &Claim) -> Option<&[String]> {
    let (words, negated) = claim.value.words()?;
    (!negated && words.len() <= 6).then_some(words)
}
