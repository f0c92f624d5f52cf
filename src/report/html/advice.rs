//! What can be printed of an item, and in whose name.

use std::collections::BTreeSet;

use crate::report::position::{sides, undecided};
use crate::report::terminal::count;
use crate::report::{Claim, Comparison, Item};

/// So many sides get words to print.
const MOST_ATTRIBUTED: usize = 6;

/// What can be printed.
pub(super) struct Advice<'a> {
    /// What to do, in a few words.
    pub(super) lead: &'static str,
    /// The words for it, if some go for all of it.
    pub(super) words: Option<&'a str>,
    /// Behind the words, what they mean here: ` (2025-10)`.
    pub(super) gloss: &'a str,
    /// What a person should know of that.
    pub(super) note: String,
    /// Weaker words that even more stand behind.
    pub(super) borne_out: Option<&'a str>,
    /// Where only what each says can be printed: words for each side, and in whose name.
    pub(super) each: Vec<(&'a str, String)>,
}

impl<'a> Advice<'a> {
    pub(super) fn of(item: &'a Item) -> Self {
        let words = item.common_ground.as_deref();
        let (lead, note) = match words {
            Some(words) if item.contested => ("Only with attribution", contested(item, words)),
            Some(words) => ("Fit to print", uncontested(item, words)),
            None if item.positions.len() == 1 => {
                ("Each in its own words", "Nothing here speaks against it.".to_owned())
            }
            None => ("Only with attribution, side by side", balanced(item)),
        };
        let each = if words.is_none() && item.positions.len() > 1 { attributed(item) } else { Vec::new() };
        let value = words.and_then(|words| worded(item, words)).map(|it| it.value.as_str());
        let gloss = words.zip(value).and_then(|(words, value)| words.strip_prefix(value));
        Self {
            lead,
            words: gloss.and(value).or(words),
            gloss: gloss.unwrap_or_default(),
            note,
            borne_out: item.borne_out.as_deref(),
            each,
        }
    }
}

/// The claim whose words these are. A date that depends on when it was written says behind them which one it is.
fn worded<'a>(item: &'a Item, words: &str) -> Option<&'a Claim> {
    let is_it = |it: &&Claim| {
        words.strip_prefix(it.value.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
    };
    item.claims.iter().filter(is_it).max_by_key(|it| it.value.len())
}

fn uncontested(item: &Item, words: &str) -> String {
    let (users, all) = (users(item, words), outlets(item.claims.iter()).len());
    match outlets(users.iter().copied()).len() {
        0 => "No claim here speaks against it.".to_owned(),
        few if few < all => {
            let others = if all - few == 1 { "the other" } else { "the others" };
            format!("So says {}; {others} can stand with it.", said_by(&users))
        }
        _ => "Nothing here speaks against it.".to_owned(),
    }
}

fn contested(item: &Item, words: &str) -> String {
    let users = users(item, words);
    let by = if users.is_empty() { String::new() } else { format!("So says {}. ", said_by(&users)) };
    let origins = count(item.independent, "independent origin");
    let first: BTreeSet<usize> =
        item.positions.first().into_iter().flat_map(|it| &it.claims).copied().collect();
    let conflicts = item.comparisons.iter().filter(|it| it.verdict.is_conflict());
    let opponent = |it: &Comparison| match (first.contains(&it.a), first.contains(&it.b)) {
        (true, false) => Some(it.b),
        (false, true) => Some(it.a),
        _ => None,
    };
    let outlet = |at: usize| item.claims[at].outlet.as_str();
    let against: BTreeSet<&str> = conflicts.filter_map(opponent).map(outlet).collect();
    let holders: BTreeSet<&str> = first.iter().map(|&at| outlet(at)).collect();
    let both = match against.len() {
        0 => return format!("{by}{} of {origins} can stand with it.", item.backing),
        _ if !against.is_subset(&holders) => "",
        1 => ", which says both",
        _ => ", which say both",
    };
    format!("{by}{} of {origins} can stand with it; against it: {}{both}.", item.backing, listed(&against))
}

/// Why nothing can be printed for all.
fn balanced(item: &Item) -> String {
    if item.independent == 1 {
        return "One origin stands behind all of it.".to_owned();
    }
    format!("{}.{}", sentence(&undecided(item)), torn(item))
}

/// With a capital letter.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// For each side words that can be printed, in the name of those behind them: of whom the article credits, if anyone.
fn attributed(item: &Item) -> Vec<(&str, String)> {
    let words = |side: Vec<usize>| {
        let claims = || side.iter().map(|&at| &item.claims[at]).filter(|it| !it.is_denied());
        let named = |claim: &&Claim| claim.credits.iter().any(|it| !it.anonymous);
        let claim = claims().find(named).or_else(|| claims().next())?;
        let name =
            if claim.according_to.is_empty() { claim.outlet.clone() } else { claim.according_to.join(", ") };
        Some((claim.value.as_str(), name))
    };
    sides(item).into_iter().filter_map(words).take(MOST_ATTRIBUTED).collect()
}

/// Who is on several sides, in a sentence.
fn torn(item: &Item) -> String {
    let torn = on_several_sides(item);
    match torn.len() {
        0 => String::new(),
        1 => format!(" {} is on several sides, and counts on each.", listed(&torn)),
        _ => format!(" {} are on several sides, and count on each.", listed(&torn)),
    }
}

/// The claims that say it in these words, or in others that mean the same.
fn users<'a>(item: &'a Item, words: &str) -> Vec<&'a Claim> {
    let meant = worded(item, words).map(|it| &it.understood);
    item.claims.iter().filter(|it| meant == Some(&it.understood)).collect()
}

/// Who tells some claims, each with whom it cites.
fn said_by(claims: &[&Claim]) -> String {
    let told = |claim: &&Claim| match claim.according_to.as_slice() {
        [] => claim.outlet.clone(),
        credits => format!("{}, citing {}", claim.outlet, credits.join(", ")),
    };
    claims.iter().map(told).collect::<BTreeSet<String>>().into_iter().collect::<Vec<_>>().join("; ")
}

/// The outlets that hold several positions.
pub(super) fn on_several_sides(item: &Item) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    let mut found = BTreeSet::new();
    for side in sides(item) {
        let holders: BTreeSet<&str> = side.iter().map(|&at| item.claims[at].outlet.as_str()).collect();
        for outlet in holders {
            if !seen.insert(outlet) {
                found.insert(outlet);
            }
        }
    }
    found
}

fn outlets<'a>(claims: impl Iterator<Item = &'a Claim>) -> BTreeSet<&'a str> {
    claims.map(|it| it.outlet.as_str()).collect()
}

fn listed(names: &BTreeSet<&str>) -> String {
    names.iter().copied().collect::<Vec<_>>().join(", ")
}

/// On whose word some claims rest: whom they credit, and the outlets that credit nobody.
pub(super) fn authorities<'a>(claims: impl Iterator<Item = &'a Claim> + Clone) -> String {
    let mut credits: Vec<&str> = Vec::new();
    for name in claims.clone().flat_map(|it| &it.according_to) {
        if !credits.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            credits.push(name);
        }
    }
    let crediting = outlets(claims.clone().filter(|it| !it.according_to.is_empty()));
    let on_their_own: BTreeSet<&str> = outlets(claims).difference(&crediting).copied().collect();
    let citing = (!credits.is_empty()).then(|| format!("citing {}", credits.join(", ")));
    let own = (!on_their_own.is_empty()).then(|| format!("naming no source: {}", listed(&on_their_own)));
    citing.into_iter().chain(own).collect::<Vec<_>>().join(" · ")
}
