//! What can be printed of an item, and in whose name: the same in every format.

use super::position::sides;
use super::{ClaimView, Item, When, first};
use crate::fusion::{Backing, SafeReason, Verdict};

/// So many wordings are told, each in the name of those who use it.
const MOST_WORDINGS: usize = 6;

/// So many who use a wording are named.
const MOST_TELLERS: usize = 3;

/// What can be printed.
pub(crate) struct Advice {
    /// What to do, in a few words.
    pub(crate) lead: &'static str,
    /// The words that are fit to print as they stand.
    pub(crate) words: Option<String>,
    /// Behind the words, what they mean here: ` (2025-10)`.
    pub(crate) gloss: String,
    /// Where nothing is: each wording, and in whose name it can be printed.
    pub(crate) each: Vec<(String, String)>,
    /// What a person should know of that.
    pub(crate) note: String,
}

impl Advice {
    pub(crate) fn of(item: &Item) -> Self {
        if let Some(safe) = &item.safe_wording {
            let value = safe.claims.iter().filter_map(|&at| item.claims.get(at)).map(|it| it.value.as_str());
            let (words, gloss) = value
                .filter_map(|value| Some((value, safe.words.strip_prefix(value)?)))
                .max_by_key(|(value, _)| value.len())
                .map_or((safe.words.as_str(), ""), |it| it);
            let firmness =
                safe.firmness.as_ref().map(|it| format!(", and it is told as {it}")).unwrap_or_default();
            return Self {
                lead: "Fit to print",
                words: Some(words.to_owned()),
                gloss: gloss.to_owned(),
                each: Vec::new(),
                note: format!("{}{firmness}.", why(item, safe.why)),
            };
        }
        let (lead, note) = attributed(item);
        Self { lead, words: None, gloss: String::new(), each: wordings(item), note }
    }

    /// In one line: what to do, words, and why.
    pub(crate) fn line(&self) -> String {
        if let Some(words) = &self.words {
            return format!("“{words}”{}: {}", self.gloss, lower(&self.note));
        }
        let each: Vec<String> = self.each.iter().map(|(value, by)| format!("“{value}” ({by})")).collect();
        format!("{}: {}. {}", lower(self.lead), each.join("; "), self.note)
    }
}

impl Item {
    /// What can be printed of it, in one line.
    pub fn advice(&self) -> String {
        let advice = Advice::of(self);
        match advice.words {
            Some(_) => format!("{}: {}", lower(advice.lead), advice.line()),
            None => advice.line(),
        }
    }
}

fn why(item: &Item, why: SafeReason) -> String {
    let backing = match days(item) {
        Some(days) => format!("{}; {days}", item.backing),
        None => item.backing.to_string(),
    };
    match why {
        SafeReason::Stated => format!("Sources that do not rest on one another state it ({backing} in all)"),
        SafeReason::BorneOut => format!("All wordings bear it out ({backing})"),
        SafeReason::Rounded => format!("Every figure told here bears it out ({backing})"),
    }
}

/// From the day of the first article that tells it to that of the last.
fn days(item: &Item) -> Option<String> {
    let mut days: Vec<When> = item.claims.iter().filter_map(|it| it.published).collect();
    days.sort_by_key(When::latest);
    let (first, last) = (days.first()?.said(), days.last()?.said());
    Some(if first == last { first } else { format!("from {first} on to {last}") })
}

/// Why nothing can be printed but in somebody's name.
fn attributed(item: &Item) -> (&'static str, String) {
    let mut outlets: Vec<&str> = item.claims.iter().map(|it| it.outlet.as_str()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    if outlets.len() < 2 {
        return ("One outlet says", "Nobody else tells it.".to_owned());
    }
    if item.claims.iter().any(|it| it.certainty.is_some_and(|sure| !sure.is_enough())) {
        return (ATTRIBUTE, "It is not sure that all of these tell one fact.".to_owned());
    }
    if item.backing == (Backing { named: 1, unnamed: 0 }) {
        return ("One source says", "All of these rest on one origin.".to_owned());
    }
    if item.positions.len() > 1 {
        return (ATTRIBUTE, behind(item));
    }
    (ATTRIBUTE, "No wording here is borne out by all.".to_owned())
}

const ATTRIBUTE: &str = "Only with attribution";

/// What stands behind each side: `Behind “14”: 2 named sources; behind “17”: 1 without a source.`
fn behind(item: &Item) -> String {
    let sides = item.positions.iter().take(MOST_WORDINGS).map(|side| behind_side(item, side));
    format!("Behind {}.", sides.collect::<Vec<_>>().join("; behind "))
}

fn behind_side(item: &Item, side: &super::PositionView) -> String {
    let backing = match side.backing {
        Backing { named: 0, unnamed: 0 } => "no source of its own".to_owned(),
        backing => backing.to_string(),
    };
    let own = side.claims.iter().find(|claim| !item.beside_all.contains(claim)).or(side.claims.first());
    let words = own.map(|&claim| item.claims[claim].value.as_str()).unwrap_or_default();
    format!("“{words}”: {backing}")
}

/// Each wording once, side by side, in the name of those who use it.
fn wordings(item: &Item) -> Vec<(String, String)> {
    let stated = |at: &usize| !item.claims[*at].is_denied();
    let in_time = (item.verdict == Verdict::Development).then(|| first::places_in_time(item));
    let order = in_time
        .into_iter()
        .flatten()
        .chain(sides(item).into_iter().flatten())
        .chain(item.beside_all.iter().copied());
    let mut found: Vec<(&ClaimView, Vec<String>)> = Vec::new();
    for claim in order.filter(stated).map(|at| &item.claims[at]) {
        let teller = claim.teller();
        match found.iter_mut().find(|(known, _)| known.meaning == claim.meaning) {
            Some((_, tellers)) if tellers.contains(&teller) => {}
            Some((_, tellers)) => tellers.push(teller),
            None => found.push((claim, vec![teller])),
        }
    }
    let told = |(claim, mut tellers): (&ClaimView, Vec<String>)| {
        let more = tellers.len().saturating_sub(MOST_TELLERS);
        tellers.truncate(MOST_TELLERS);
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        (claim.value.clone(), format!("{}{more}", tellers.join("; ")))
    };
    found.into_iter().take(MOST_WORDINGS).map(told).collect()
}

/// With a small letter.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
