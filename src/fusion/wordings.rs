//! Two claims, and what the desk and their words tell of both.

use std::collections::BTreeSet;
use std::ops::Deref;

use rust_decimal::Decimal;

use super::judge::Judge;
use super::verdict::{Judgement, Verdict};
use crate::claim::Claim;
use crate::value::{Kind, NameMatch, Value, same_name};

/// Two claims, and what the desk knows of their words.
pub(super) struct Wordings<'a, 's> {
    pub(super) judge: &'a Judge<'a, 's>,
    pub(super) a: usize,
    pub(super) b: usize,
}

impl<'a, 's> Deref for Wordings<'a, 's> {
    type Target = Judge<'a, 's>;

    fn deref(&self) -> &Judge<'a, 's> {
        self.judge
    }
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
        let nouns = |text: &str| {
            let mut heads = text.split_whitespace().filter(|it| !EVERYWHERE.contains(it));
            heads.next_back().map(|head| self.alignment.words(head))
        };
        nouns(mine).zip(nouns(yours)).is_some_and(|(mine, yours)| mine.is_disjoint(&yours))
    }

    pub(super) fn claims(&self) -> [&Claim; 2] {
        [self.a, self.b].map(|at| self.alignment.claims[at].claim)
    }

    /// Whether both values are a name with the same acronym behind it.
    pub(super) fn share_acronym(&self) -> bool {
        let [a, b] = self.claims();
        !acronyms(&a.value.text).is_disjoint(&acronyms(&b.value.text))
    }

    /// Whether one name is the acronym that stands behind the other.
    pub(super) fn is_acronym_of(&self, x: &[String], y: &[String]) -> bool {
        let [a, b] = self.claims();
        let bare = |names: &[String], other: &Claim| match names {
            [name] => acronyms(&other.value.text).contains(name.as_str()),
            _ => false,
        };
        bare(x, b) || bare(y, a)
    }

    /// Whether the value of one is what the other tells about: they answer different questions.
    fn tells_of_the_other(&self) -> bool {
        let [a, b] = self.claims();
        let within = |one: &Claim, other: &Claim| {
            let value = self.alignment.words(&one.value.text);
            !value.is_empty() && value.is_subset(&self.alignment.words(&other.subject))
        };
        within(a, b) || within(b, a)
    }

    /// Whether all words of one value are in the other, which is more than a name: South Sudan holds no Sudan.
    pub(super) fn one_holds_the_other(&self) -> bool {
        let [a, b] = self.claims();
        let within = |one: &Claim, other: &Claim| {
            let words = |claim: &Claim| -> BTreeSet<String> {
                let words = self.alignment.words(&claim.value.text);
                words.iter().filter(|word| !LEGAL_FORMS.contains(&word.as_str())).cloned().collect()
            };
            let held = words(one);
            other.value.text.contains(',') && !held.is_empty() && held.is_subset(&words(other))
        };
        within(a, b) || within(b, a)
    }

    /// Why two texts that share nothing are no two answers to one question; none where they are.
    pub(super) fn why_no_rivals(&self) -> Option<Judgement> {
        let [a, b] = self.claims();
        let nobody = |claim: &Claim| {
            let text = claim.value.text.to_lowercase();
            text.split(|it: char| !it.is_alphanumeric()).any(|word| NOBODY.contains(&word))
        };
        if nobody(a) || nobody(b) {
            return Some(Judgement::new(Verdict::Compatible, "one of the two names nobody"));
        }
        if self.tells_of_the_other() {
            let reason = "one names what the other tells about, so they answer different questions";
            return Some(Judgement::new(Verdict::Unclear, reason));
        }
        // Of what comes next several things can be told.
        let steps = self.ask(&["next", "then", "where"]);
        let reason = "each may name another step, place or part of the same thing";
        steps.then(|| Judgement::new(Verdict::Unclear, reason))
    }

    /// Whether one value says `67p a share` and the other `67p`, under a label that says what it is for: `price per share`.
    pub(super) fn share_a_rate(&self, a: &Value, b: &Value) -> bool {
        let [first, second] = self.claims();
        let rated = |rated: &Value, plain: &Value, claim: &Claim| {
            let (Some(long), Some(short)) = (rated.unit.as_deref(), plain.unit.as_deref()) else {
                return false;
            };
            let per = long.strip_prefix(short).and_then(|it| it.strip_prefix('/'));
            if per.is_none() {
                return false;
            }
            let label = label_of(claim).to_lowercase();
            let says = |word: &str| label.split(|it: char| !it.is_alphanumeric()).any(|it| it == word);
            per.is_some_and(|per| if per == "item" { says("each") || says("apiece") } else { says(per) })
        };
        rated(a, b, second) || rated(b, a, first)
    }

    /// Whether both labels name what a figure is compared with, or the value does: `speed vs the old model`.
    pub(super) fn compare_with_one(&self) -> bool {
        self.claims().iter().all(|claim| {
            let told = format!("{} {} {}", claim.subject, claim.attribute, claim.value.text).to_lowercase();
            told.split(|it: char| !it.is_alphanumeric()).any(|word| COMPARING.contains(&word))
        })
    }

    /// Whether both labels ask who did something.
    pub(super) fn ask_who(&self) -> bool {
        self.alignment.asks_who(self.a) && self.alignment.asks_who(self.b)
    }

    fn all_words(&self, of: impl Fn(&Claim) -> String) -> BTreeSet<String> {
        let [mine, yours] = self.claims().map(|claim| self.alignment.words(&of(claim)));
        mine.union(&yours).cloned().collect()
    }

    /// The words of both attributes, without inflection.
    pub(super) fn attributes(&self) -> BTreeSet<String> {
        self.all_words(|claim| claim.attribute.clone())
    }

    /// The words of both labels, without inflection.
    pub(super) fn labels(&self) -> BTreeSet<String> {
        self.all_words(label_of)
    }

    /// Whether both attributes are the same words.
    pub(super) fn share_an_attribute(&self) -> bool {
        let [a, b] = self.claims();
        a.attribute.eq_ignore_ascii_case(&b.attribute)
    }

    /// Whether one of the attributes has one of some words, as it is written.
    pub(super) fn ask(&self, words: &[&str]) -> bool {
        let (a, b) = self.which_ask(words);
        a || b
    }

    /// Whether one of the attributes breaks off behind one of some words: `found in`.
    pub(super) fn end_in(&self, words: &[&str]) -> bool {
        let last = |claim: &Claim| claim.attribute.split_whitespace().next_back().map(str::to_lowercase);
        self.claims().into_iter().filter_map(last).any(|it| words.contains(&it.as_str()))
    }

    /// Which of the attributes have one of some words, as it is written.
    pub(super) fn which_ask(&self, words: &[&str]) -> (bool, bool) {
        let [a, b] = self.claims();
        let asks = |claim: &Claim| {
            let attribute = claim.attribute.to_lowercase();
            attribute.split(|it: char| !it.is_alphanumeric()).any(|word| words.contains(&word))
        };
        (asks(a), asks(b))
    }

    /// Whether the value of each stands in the label of the other: `chief executive = Ada Winter`, and of Ada Winter,
    /// `post = chief executive`.
    pub(super) fn told_otherwise_round(&self) -> bool {
        let [a, b] = self.claims();
        let within = |one: &Claim, other: &Claim| {
            let label = self.alignment.words(&format!("{} {}", other.subject, other.attribute));
            let value = self.alignment.words(&one.value.text);
            let told = format!("{} {}", one.value.text, label_of(one));
            let known = self.alignment.words(&told);
            let other_value = self.alignment.words(&other.value.text);
            !value.is_empty()
                && value.iter().all(|word| label.contains(word))
                && other_value.is_subset(&known)
        };
        within(a, b) || within(b, a)
    }

    /// Whether both labels ask the same, in so far as their words show it: one attribute says no more than the other label.
    pub(super) fn ask_the_same(&self) -> bool {
        let [a, b] = self.claims();
        let within = |one: &Claim, other: &Claim| {
            self.alignment.words(&one.attribute).is_subset(&self.alignment.words(&label_of(other)))
        };
        within(a, b) || within(b, a)
    }

    /// One name for all the aliases of a thing.
    pub(super) fn canonical<'n>(&'n self, name: &'n str) -> &'n str {
        self.alignment.canonical(name)
    }

    /// Whether `general` covers `particular`, by the desk's table.
    pub(super) fn covers(&self, general: &str, particular: &str) -> bool {
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

    pub(super) fn same_name(&self, a: &str, b: &str) -> NameMatch {
        match same_name(self.canonical(a), self.canonical(b)) {
            NameMatch::Different if self.covers(a, b) || self.covers(b, a) => NameMatch::Compatible,
            sameness => sameness,
        }
    }
}

fn label_of(claim: &Claim) -> String {
    format!("{} {}", claim.subject, claim.attribute)
}

/// Words behind those among whom something ranks that say only how far one looked.
const EVERYWHERE: &[&str] = &["worldwide", "globally", "nationwide", "ever", "overall", "today", "yet"];

/// Those among whom something ranks, as far as the next preposition; their noun is its last word.
fn company_of(text: &str) -> Option<&str> {
    const PREPOSITIONS: &[&str] = &["after", "at", "by", "in", "of", "on", "since", "with"];
    let (_, behind) = text.split_once("among ")?;
    let ends = PREPOSITIONS.iter().filter_map(|it| behind.find(&format!(" {it} ")));
    ends.min().map_or(Some(behind), |end| behind.get(..end))
}

/// What a name gives as its acronym: `Transport Union (TU)`.
fn acronyms(name: &str) -> BTreeSet<&str> {
    let inside = name.split('(').skip(1).filter_map(|it| it.split_once(')')).map(|(inside, _)| inside.trim());
    let is_one =
        |it: &&str| it.chars().count() > 1 && it.chars().all(|it| it.is_uppercase() || it.is_ascii_digit());
    inside.filter(is_one).collect()
}

/// What tells the legal form of a company, without inflection, however it is shortened.
const LEGAL_FORMS: &[&str] =
    &["corp", "corpor", "inc", "incorpor", "ltd", "limit", "plc", "llc", "ag", "gmbh", "co"];

/// Words that put one thing beside another.
const COMPARING: &[&str] = &["vs", "versus", "than", "relative", "compared", "over", "against"];

/// Words of a text that names nobody.
const NOBODY: &[&str] =
    &["unidentified", "unnamed", "unknown", "someone", "somebody", "undisclosed", "anonymous"];
