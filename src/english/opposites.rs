//! Words of opposite meaning: where one outlet uses one and another the other, they contradict each other.

use std::collections::BTreeMap;

use crate::english::table::{Table, table};

/// The two sides of each opposition, each with its forms.
const OPPOSITIONS: &[(&[&str], &[&str])] = &[
    (
        &[
            "rose",
            "rise",
            "rises",
            "risen",
            "rising",
            "climbed",
            "climb",
            "gained",
            "jumped",
            "soared",
            "surged",
            "increased",
            "increase",
            "increases",
            "increasing",
            "grew",
            "grow",
            "grown",
            "higher",
            "upward",
        ],
        &[
            "fell",
            "fall",
            "falls",
            "fallen",
            "falling",
            "dropped",
            "drop",
            "declined",
            "decline",
            "lost",
            "plunged",
            "sank",
            "tumbled",
            "slumped",
            "decreased",
            "decrease",
            "decreases",
            "decreasing",
            "shrank",
            "shrink",
            "shrunk",
            "lower",
            "downward",
        ],
    ),
    (&["up"], &["down"]),
    (
        &["confirmed", "confirms", "confirm", "admitted", "admits", "admit", "acknowledged"],
        &["denied", "denies", "deny", "refuted", "disputed", "disputes", "rejected"],
    ),
    (
        &["alive", "survived", "survive", "survives", "survivor", "survivors", "living"],
        &["dead", "died", "die", "dies", "killed", "deceased", "perished"],
    ),
    (&["open", "opened", "opens", "reopened", "reopen"], &["closed", "close", "closes", "shut", "shuttered"]),
    (
        &["approved", "approve", "approves", "accepted", "accept", "accepts", "backed", "endorsed"],
        &["rejected", "reject", "rejects", "refused", "vetoed", "blocked", "declined"],
    ),
    (&["guilty", "convicted"], &["innocent", "acquitted", "cleared", "exonerated"]),
    (&["passed", "pass", "passes"], &["failed", "fail", "fails", "defeated"]),
    (
        &["success", "successful", "successfully", "succeeded", "succeed"],
        &["failure", "unsuccessful", "unsuccessfully", "failed", "fail"],
    ),
    (&["won", "win", "wins", "victory", "winner"], &["lost", "lose", "loses", "defeat", "loser"]),
    (
        &["true", "accurate", "correct", "genuine", "authentic", "real"],
        &["false", "inaccurate", "incorrect", "fake", "fabricated", "hoax", "untrue"],
    ),
    (
        &["supports", "supported", "support", "favors", "favours", "backs"],
        &["opposes", "opposed", "oppose", "against"],
    ),
    (
        &["allowed", "allow", "allows", "permitted", "permits", "legalized", "legalised"],
        &["banned", "bans", "ban", "forbidden", "prohibited", "prohibits", "outlawed"],
    ),
    (&["found", "located", "recovered"], &["missing", "lost", "unaccounted"]),
    (&["arrested", "detained", "jailed", "imprisoned"], &["released", "freed"]),
    (
        &["accidental", "accident", "accidentally", "unintentional", "unintentionally"],
        &["deliberate", "deliberately", "intentional", "intentionally", "sabotage", "attack"],
    ),
    (&["intact", "undamaged", "unscathed"], &["destroyed", "damaged", "collapsed", "wrecked"]),
    (
        &["online", "restored", "working", "operational", "running"],
        &["offline", "outage", "broken", "inoperable", "down"],
    ),
    (
        &["resumed", "resume", "resumes", "continued", "continues", "continue", "ongoing"],
        &["halted", "stopped", "suspended", "ended", "paused", "stop", "suspend", "ceased"],
    ),
    (
        &["stays", "stayed", "stay", "remains", "remained", "remain"],
        &[
            "leaves", "resigned", "resigns", "quit", "quits", "ousted", "fired", "departed", "leave",
            "leaving",
        ],
    ),
    (&["hired", "appointed", "named", "reinstated"], &["fired", "dismissed", "sacked", "ousted"]),
    (
        &["improved", "improves", "better", "improving"],
        &["worsened", "worsens", "worse", "deteriorated", "deteriorating"],
    ),
    (&["stable"], &["critical", "unstable"]),
    (&["profit", "profitable", "profits"], &["loss", "unprofitable", "losses"]),
    (&["solvent"], &["insolvent", "bankrupt"]),
    (&["sound", "healthy"], &["insolvent", "unsound", "troubled"]),
    (&["expanded", "expand", "expands", "widened"], &["contracted", "narrowed", "shrank", "contract"]),
    (&["strengthened", "stronger", "strong"], &["weakened", "weaker", "weak"]),
    (&["safe", "safely"], &["unsafe", "dangerous", "dangerously"]),
    (&["before"], &["after"]),
    (&["first", "earliest"], &["last", "latest"]),
    (&["north", "northern", "northbound"], &["south", "southern", "southbound"]),
    (&["east", "eastern", "eastbound"], &["west", "western", "westbound"]),
    (&["male", "man", "boy", "men"], &["female", "woman", "girl", "women"]),
    (&["public", "publicly"], &["private", "privately", "secret"]),
    (&["maximum", "most", "highest", "largest", "biggest"], &["minimum", "least", "lowest", "smallest"]),
    (&["present", "attended"], &["absent", "skipped"]),
    (&["joined", "joins", "entered"], &["withdrew", "left", "quit", "exited"]),
    (&["bought", "buys", "acquired"], &["sold", "sells"]),
    (&["voluntary", "voluntarily"], &["involuntary", "forced", "mandatory", "compulsory"]),
    (&["temporary", "temporarily"], &["permanent", "permanently"]),
    (&["legal", "lawful", "lawfully", "legally"], &["illegal", "unlawful", "unlawfully", "illegally"]),
    (&["known", "identified"], &["unknown", "unidentified"]),
    (&["hurt", "injured", "harmed", "wounded"], &["unhurt", "uninjured", "unharmed", "unscathed"]),
    (&["armed"], &["unarmed"]),
    (&["conscious", "awake"], &["unconscious", "comatose"]),
    (&["verified"], &["unverified", "unconfirmed"]),
    (&["manned", "crewed", "piloted"], &["unmanned", "uncrewed", "unpiloted"]),
    (&["vaccinated"], &["unvaccinated"]),
    (&["insured"], &["uninsured"]),
    (&["constitutional"], &["unconstitutional"]),
    (&["likely", "probable"], &["unlikely", "improbable"]),
    (&["possible"], &["impossible"]),
    (&["agreed", "agree", "agrees"], &["disagreed", "disagree", "refused", "disagrees"]),
    (&["complete", "completed", "finished"], &["incomplete", "unfinished"]),
    (&["direct", "directly"], &["indirect", "indirectly"]),
    (&["inside", "indoors"], &["outside", "outdoors"]),
    (&["domestic"], &["foreign"]),
    (&["truth"], &["lie"]),
    (&["enough", "sufficient", "adequate"], &["insufficient", "inadequate"]),
    (&["hit", "struck"], &["missed", "avoided"]),
    (&["guarded", "protected"], &["unguarded", "unprotected"]),
    (&["hot", "hottest", "warmest"], &["cold", "coldest", "coolest"]),
    (&["raised", "raise", "raises", "hiked"], &["lowered", "cut", "cuts", "slashed", "reduced"]),
];

/// What can both be told of one thing, but not as one figure of it.
const BESIDE_FIGURES: &[(&[&str], &[&str])] = &[
    (&["hired", "hiring", "hires", "hire", "recruited"], &["laid", "lay", "axed", "redundant", "layoffs"]),
    (&["arrived", "arrivals", "arriving", "immigrants"], &["departed", "departures", "leaving", "emigrants"]),
    (&["deployed", "sent"], &["withdrawn", "recalled"]),
    (&["paid", "pays", "pay", "spent"], &["received", "receives", "earned", "saved"]),
    (&["lent", "lend", "lends"], &["borrowed", "borrow", "borrows"]),
    (&["imported", "imports", "import"], &["exported", "exports", "export"]),
    (&["winning", "winners"], &["losing", "losers"]),
    (&["left"], &["right"]),
    (&["killed", "dead", "died"], &["injured", "hurt", "wounded", "missing", "rescued"]),
    (&["missing"], &["injured", "hurt", "wounded", "rescued"]),
];

/// The oppositions that each word is in, by number, each with the side that it is on: `17l 40r`.
static SIDES: Table = table!(include_str!("opposites.sorted.txt"));

/// The oppositions that a word is in, and on which side; those beside figures have the last numbers.
fn sides_of(word: &str) -> impl Iterator<Item = (usize, bool)> + use<> {
    let sides = SIDES.get(word).unwrap_or_default().split(' ');
    sides.filter_map(|side| {
        let right = side.ends_with('r');
        Some((side.trim_end_matches(['l', 'r']).parse().ok()?, right))
    })
}

/// The first word of one text that has its opposite in the other, and that opposite. A text that has both sides of
/// an opposition itself (`rose, then fell`) is not held against another.
pub fn opposite<'a>(a: &'a [String], b: &'a [String]) -> Option<(&'a str, &'a str)> {
    opposite_by(OPPOSITIONS.len(), a, b)
}

/// The same of words that stand beside two figures: `hired 120 people`, `laid off 120 people`.
pub fn opposite_beside_figures<'a>(a: &'a [String], b: &'a [String]) -> Option<(&'a str, &'a str)> {
    opposite_by(OPPOSITIONS.len() + BESIDE_FIGURES.len(), a, b)
}

fn opposite_by<'a>(below: usize, a: &'a [String], b: &'a [String]) -> Option<(&'a str, &'a str)> {
    let (mine, yours) = (first_of_each(below, a), first_of_each(below, b));
    let mut met: Vec<_> = mine.iter().collect();
    met.sort_by_key(|(_, (at, _))| *at);
    met.into_iter().find_map(|(&(number, side), &(_, word))| {
        let (_, against) = yours.get(&(number, !side))?;
        let torn = mine.contains_key(&(number, !side)) || yours.contains_key(&(number, side));
        (!torn).then_some((word, *against))
    })
}

/// The first word of each side of an opposition of a number below one, and where it stands: a text of any length is gone through once.
fn first_of_each(below: usize, words: &[String]) -> BTreeMap<(usize, bool), (usize, &str)> {
    let mut first = BTreeMap::new();
    for (at, word) in words.iter().enumerate() {
        for side in sides_of(word).filter(|it| it.0 < below) {
            first.entry(side).or_insert((at, word.as_str()));
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::table;

    #[test]
    fn the_table_has_the_oppositions_by_their_words() {
        let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (number, (left, right)) in OPPOSITIONS.iter().chain(BESIDE_FIGURES).enumerate() {
            for (words, side) in [(left, 'l'), (right, 'r')] {
                for word in *words {
                    rows.entry((*word).to_owned()).or_default().push(format!("{number}{side}"));
                }
            }
        }
        let rows = rows.into_iter().map(|(word, sides)| (word, sides.join(" "))).collect();
        table::assert_file("src/english/opposites.sorted.txt", "opposites.rs", &rows);
    }

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    fn found(a: &str, b: &str) -> Option<(String, String)> {
        let (a, b) = (words(a), words(b));
        opposite(&a, &b).map(|(a, b)| (a.to_owned(), b.to_owned()))
    }

    #[test]
    fn opposites_are_found_both_ways() {
        for (a, b) in
            [("shares rose", "stock fell sharply"), ("found alive", "believed dead"), ("confirmed", "denied")]
        {
            assert!(found(a, b).is_some(), "{a} / {b}");
            assert!(found(b, a).is_some(), "{b} / {a}");
        }
        assert_eq!(found("rose then fell", "fell"), None);
        assert_eq!(found("rose", "climbed"), None);
        assert_eq!(found("a blue car", "a red car"), None);
    }

    #[test]
    fn no_word_is_its_own_opposite() {
        for (left, right) in OPPOSITIONS {
            assert!(left.iter().all(|word| !right.contains(word)), "{left:?}");
        }
    }
}
