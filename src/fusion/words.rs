//! Names and texts compared by what they share.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::verdict::{Judgement, Verdict};
use crate::claim::Desk;
use crate::linkage::Alignment;
use crate::value::{Content, Kind, NameMatch, Value, opposite, same_name};

/// Two claims, and what the desk knows of their words.
pub(super) struct Wordings<'a, 's> {
    pub(super) alignment: &'a Alignment<'s>,
    pub(super) desk: &'a Desk,
    pub(super) a: usize,
    pub(super) b: usize,
}

impl Wordings<'_, '_> {
    /// The gap not worth a contradiction: for words of the item's label, or else for the kind of value.
    pub(super) fn tolerance(&self, kind: Kind) -> Option<Decimal> {
        if self.desk.tolerances.is_empty() {
            return None;
        }
        let labels = [self.a, self.b].map(|at| {
            let claim = self.alignment.claims[at].claim;
            format!("{} {}", claim.subject, claim.attribute).to_lowercase()
        });
        let of = |name: &str| self.desk.tolerances.iter().find(|it| it.of.eq_ignore_ascii_case(name));
        let by_label = self.desk.tolerances.iter().find(|it| {
            let words = it.of.to_lowercase();
            labels.iter().any(|label| words.split_whitespace().all(|word| label.contains(word)))
        });
        by_label.or_else(|| of(kind.name())).map(|it| it.share)
    }

    /// Whether both labels say among what something ranks, and it is not the same: `among banks`, `among bank failures`.
    pub(super) fn rank_among_others(&self) -> bool {
        let company = |at: usize| {
            let claim = self.alignment.claims[at].claim;
            company_of(&claim.attribute).or_else(|| company_of(&claim.value.text))
        };
        let Some((mine, yours)) = company(self.a).zip(company(self.b)) else { return false };
        self.alignment.words(mine).is_disjoint(&self.alignment.words(yours))
    }

    /// One name for all the aliases of a thing.
    fn canonical<'n>(&'n self, name: &'n str) -> &'n str {
        let is = |other: &String| other.eq_ignore_ascii_case(name);
        self.desk.aliases.iter().find(|(_, others)| others.iter().any(is)).map_or(name, |(name, _)| name)
    }

    /// Whether `general` covers `particular`, by the desk's table.
    fn covers(&self, general: &str, particular: &str) -> bool {
        if self.desk.broader.is_empty() {
            return false;
        }
        let words = |text: &str| self.alignment.words(text);
        let (general, particular) = (words(general), words(particular));
        let names = |text: &BTreeSet<String>, name: &str| words(name).is_subset(text);
        self.desk
            .broader
            .iter()
            .any(|(name, under)| names(&general, name) && under.iter().any(|it| names(&particular, it)))
    }

    fn same_name(&self, a: &str, b: &str) -> NameMatch {
        match same_name(self.canonical(a), self.canonical(b)) {
            NameMatch::Different if self.covers(a, b) || self.covers(b, a) => NameMatch::Compatible,
            sameness => sameness,
        }
    }
}

/// The noun that stands for those among whom something ranks: the last word before the next preposition.
fn company_of(text: &str) -> Option<&str> {
    const PREPOSITIONS: &[&str] = &["after", "at", "by", "in", "of", "on", "since", "with"];
    let (_, behind) = text.split_once("among ")?;
    behind.split_whitespace().take_while(|word| !PREPOSITIONS.contains(word)).last()
}

/// Two sets of names, each open or closed.
pub(super) fn names(
    (x, x_open): (&[String], bool),
    (y, y_open): (&[String], bool),
    wordings: &Wordings<'_, '_>,
) -> Judgement {
    let best = |name: &String, set: &[String]| {
        set.iter().map(|other| wordings.same_name(name, other)).min().unwrap_or(NameMatch::Different)
    };
    let missing = |set: &[String], other: &[String]| -> Vec<String> {
        set.iter().filter(|name| best(name, other) == NameMatch::Different).cloned().collect()
    };
    let (only_x, only_y) = (missing(x, y), missing(y, x));
    let shared = x.len() - only_x.len();
    let many = x.len() > 1 || y.len() > 1;
    match (only_x.is_empty(), only_y.is_empty()) {
        (true, true) => all_matched(x.iter().map(|name| best(name, y)).max(), many, x_open != y_open),
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
        _ if !many => Judgement::new(Verdict::Contradiction, "they name different ones"),
        _ => Judgement::new(Verdict::Contradiction, "the lists share no name"),
    }
}

/// A place told by what it is near may be told by something else: `north of Gaziantep`, `near Kahramanmaras`.
pub(super) fn places(a: &Value, b: &Value, judgement: Judgement) -> Judgement {
    const BESIDE: &[&str] =
        &["near", "outside", "off", "beside", "around", "close", "north", "south", "east", "west"];
    let is_beside = |value: &Value| {
        let first = value.text.split_whitespace().next();
        let told = matches!(value.content, Content::Names { .. } | Content::Words { .. });
        told && first.is_some_and(|word| BESIDE.contains(&word))
    };
    if judgement.verdict == Verdict::Contradiction && is_beside(a) && is_beside(b) {
        return Judgement::new(Verdict::Unclear, "each tells the place by another one near it");
    }
    judgement
}

/// Every name has its like on the other side; `worst` is the least alike pair.
fn all_matched(worst: Option<NameMatch>, many: bool, one_open: bool) -> Judgement {
    match worst {
        _ if one_open => Judgement::new(Verdict::Compatible, "one list is open, the other complete"),
        Some(NameMatch::Equal) | None => {
            Judgement::new(Verdict::Agreement, if many { "the same names" } else { "the same name" })
        }
        Some(NameMatch::Similar) if !many => {
            Judgement::new(Verdict::Tension, "the names are a letter apart: a misspelling, or somebody else")
        }
        Some(_) => Judgement::new(Verdict::Compatible, "the same, more fully named or spelt otherwise"),
    }
}

/// Two texts, or a text and names.
pub(super) fn texts(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    let (x, y) = (words_of(a), words_of(b));
    if a.is_score() && b.is_score() {
        return scores(&x.concat(), &y.concat());
    }
    let negated = |value: &Value| matches!(value.content, Content::Words { negated: true, .. });
    let shared = wordings.alignment.shared_words(wordings.a, wordings.b);
    if x == y && negated(a) == negated(b) {
        return Judgement::new(Verdict::Agreement, "the same words");
    }
    if let Some((mine, yours)) = opposite(&x, &y) {
        if negated(a) != negated(b) {
            let reason = format!("one denies the opposite of the other: {mine} / {yours}");
            return Judgement::new(Verdict::Compatible, reason);
        }
        let reason = format!("the words are opposites: {mine} / {yours}");
        return Judgement::new(Verdict::Contradiction, reason);
    }
    if negated(a) != negated(b) && shared.of_shorter >= 0.6 {
        return Judgement::new(Verdict::Contradiction, "one says it, the other denies it");
    }
    if shared.of_shorter >= 0.99 && shared.of_longer >= 0.99 {
        return Judgement::new(Verdict::Agreement, "the same in other words");
    }
    if wordings.covers(&a.text, &b.text) || wordings.covers(&b.text, &a.text) {
        return Judgement::new(Verdict::Compatible, "one names a broader thing");
    }
    if shared.of_shorter >= 0.5 {
        return Judgement::new(Verdict::Compatible, "one is vaguer than the other");
    }
    if wordings.alignment.asks_who(wordings.a)
        && wordings.alignment.asks_who(wordings.b)
        && shared.of_shorter == 0.0
    {
        return Judgement::new(Verdict::Contradiction, "they name different ones");
    }
    Judgement::new(Verdict::Unclear, "the words differ; only a person can tell whether they mean the same")
}

/// Two scores or votes: `2-1` and `2-0` can't both be right.
fn scores(x: &str, y: &str) -> Judgement {
    if x == y {
        return Judgement::new(Verdict::Agreement, "the same score");
    }
    if x.split_once('-').map(|(mine, yours)| (yours, mine)) == y.split_once('-') {
        return Judgement::new(Verdict::Tension, "the same score, but told the other way round");
    }
    Judgement::new(Verdict::Contradiction, format!("the scores differ: {x} / {y}"))
}

fn words_of(value: &Value) -> Vec<String> {
    match &value.content {
        Content::Words { words, .. } => words.clone(),
        _ => value.text.split_whitespace().map(str::to_lowercase).collect(),
    }
}
