//! Free texts: what one says and the other denies, what is opposite, and what only one of them tells.

use std::collections::{BTreeMap, BTreeSet};

use super::bodies::{is_body, may_be_part};
use super::exchange::{Exchanged, Unshared};
use super::order::{opposed, turned_round};
use super::places;
use super::telling::{Clause, clauses, share_an_origin, written_alike};
use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use crate::english::plain::is_telling;
use crate::english::{broader, relative, same};
use crate::value::{Content, Value, limits, opposite};

/// Two texts, or a text and names.
pub(super) fn texts(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    let (mine, yours) = (plainer(a), plainer(b));
    in_plain_order(mine.as_ref().unwrap_or(a), yours.as_ref().unwrap_or(b), wordings)
}

/// A text with the adjective of its last clause before the noun.
fn plainer(value: &Value) -> Option<Value> {
    let text = relative::in_front(&value.text)?;
    let (_, negated) = value.words()?;
    let words = text.split_whitespace().map(str::to_lowercase).collect();
    Some(Value { text, content: Content::Words { words, negated }, ..value.clone() })
}

fn in_plain_order(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    let negated = |value: &Value| matches!(value.content, Content::Words { negated: true, .. });
    if words_of(a) == words_of(b) && negated(a) == negated(b) {
        return Judgement::new(Verdict::Agreement, "the same words");
    }
    if wordings.told_otherwise_round() {
        return Judgement::new(Verdict::Agreement, "the same, told the other way round");
    }
    let told = TextPair::new(a, b, wordings);
    told.opposed(a, b)
        .or_else(|| told.denied(&wordings.labels()))
        .or_else(|| broader(a, b, wordings))
        .unwrap_or_else(|| told.shared(a, b, wordings))
}

/// What two texts tell, and what only one of them does.
struct TextPair {
    a: Vec<Clause>,
    b: Vec<Clause>,
    /// Told by the first alone, in its order.
    only_a: Vec<String>,
    /// Told by the second alone.
    only_b: Vec<String>,
    share_words: bool,
    /// Both answer who it was, and neither a body where the other may mean a person of it.
    name_others: bool,
}

impl TextPair {
    fn new(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Self {
        let (mine, yours) = (written_alike(&a.text, &b.text), written_alike(&b.text, &a.text));
        let (mine, yours) = (clauses(wordings, &mine), clauses(wordings, &yours));
        let all = |clauses: &[Clause]| -> BTreeSet<String> {
            clauses.iter().flat_map(|it| it.words.iter().cloned()).collect()
        };
        let (told_a, told_b) = (all(&mine), all(&yours));
        // What a label says is said by its value, too.
        let mut labels: BTreeSet<String> = wordings.attributes();
        if places::are_asked(wordings) {
            labels.extend(places::sorts(wordings));
        }
        let only = |clauses: &[Clause], other: &BTreeSet<String>| -> Vec<String> {
            let words = clauses.iter().flat_map(|it| &it.words);
            words.filter(|word| !other.contains(*word) && !labels.contains(*word)).cloned().collect()
        };
        let (only_a, only_b) = (only(&mine, &told_b), only(&yours, &told_a));
        let from = |words: &[String], word: &String| !words.iter().any(|it| share_an_origin(it, word));
        Self {
            only_a: only_a.iter().filter(|word| from(&only_b, word)).cloned().collect(),
            only_b: only_b.iter().filter(|word| from(&only_a, word)).cloned().collect(),
            share_words: !told_a.is_disjoint(&told_b),
            name_others: wordings.ask_who()
                && is_body(&a.text) == is_body(&b.text)
                && !may_be_part(&a.text, &b.text),
            a: mine,
            b: yours,
        }
    }

    /// Words of opposite meaning contradict each other where the rest of the one text is in the other.
    fn opposed(&self, a: &Value, b: &Value) -> Option<Judgement> {
        let (x, y) = (words_of(a), words_of(b));
        let (mine, yours) = opposite(&x, &y)?;
        // The opposite itself is one word of each that the other lacks.
        if self.only_a.len() > 1 && self.only_b.len() > 1 {
            return None;
        }
        if denies(&self.a) != denies(&self.b) {
            let reason = format!("one denies the opposite of the other: {mine} / {yours}");
            return Some(Judgement::new(Verdict::Compatible, reason));
        }
        Some(Judgement::new(Verdict::Contradiction, format!("the words are opposites: {mine} / {yours}")))
    }

    /// One says what the other denies: all of it, in one clause, and not of what is still to come.
    fn denied(&self, labels: &BTreeSet<String>) -> Option<Judgement> {
        let (denying, saying) = match (denies(&self.a), denies(&self.b)) {
            (true, false) => (&self.a, &self.b),
            (false, true) => (&self.b, &self.a),
            _ => return None,
        };
        let to_come = saying.iter().any(|it| it.to_come);
        let said: BTreeSet<&String> = saying.iter().flat_map(|it| &it.words).collect();
        let same = |clause: &&Clause| {
            let words: BTreeSet<&String> = clause.words.iter().collect();
            // Who heard no explosion may have heard something.
            let more_denied = || words.iter().all(|it| said.contains(it) || labels.contains(*it));
            !words.is_empty()
                && (words.is_subset(&said) || said.is_subset(&words) && !said.is_empty() && more_denied())
        };
        let denied = denying.iter().filter(|it| it.denies).find(same);
        // What is denied beside it is another thing.
        let told: BTreeSet<&String> =
            denying.iter().filter(|it| !it.denies).flat_map(|it| &it.words).collect();
        let of_else =
            denying.iter().filter(|it| it.denies).all(|it| it.words.iter().all(|it| !said.contains(it)));
        Some(match denied {
            None if of_else && !said.is_empty() && said.is_subset(&told) => {
                Judgement::new(Verdict::Compatible, "both say it, and one denies something else")
            }
            Some(_) if !to_come => Judgement::new(Verdict::Contradiction, "one says it, the other denies it"),
            _ => {
                Judgement::new(Verdict::Unclear, "one denies something, but not plainly what the other says")
            }
        })
    }

    /// What each tells that the other doesn't.
    fn shared(&self, a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
        let only = |value: &Value, words: &[String]| shown(&value.text, words, wordings);
        let unlike = "the words differ; only a person can tell whether they mean the same";
        match (self.only_a.as_slice(), self.only_b.as_slice()) {
            _ if !self.share_words && self.name_others => wordings
                .why_no_rivals()
                .unwrap_or_else(|| Judgement::new(Verdict::Contradiction, "they name different ones")),
            _ if !self.share_words => Judgement::new(Verdict::Unclear, unlike),
            _ if opposed(&a.text, &b.text).is_some() => {
                let (mine, yours) = opposed(&a.text, &b.text).unwrap_or_default();
                let reason = format!("the same, but for small words that may change it: {mine} / {yours}");
                Judgement::new(Verdict::Unclear, reason)
            }
            ([], []) if turned_round((&a.text, &self.a), (&b.text, &self.b), wordings) => {
                Judgement::new(Verdict::Unclear, "the same words in another order: who does what may differ")
            }
            ([], []) => match like_things(&a.text, &b.text, wordings) {
                Some((mine, yours)) => instead(&mine, &yours),
                None => Judgement::new(Verdict::Agreement, "the same in other words"),
            },
            ([], more) => one_says_more((&self.a, &self.b), more, &wordings.labels(), &only(b, more)),
            (more, []) => one_says_more((&self.b, &self.a), more, &wordings.labels(), &only(a, more)),
            (mine, yours) => {
                let alone = Unshared { a: &self.a, b: &self.b, only_a: mine, only_b: yours };
                let nested = |apart: &Exchanged| places::nested(a, b, apart, wordings);
                let apart = || alone.named_apart().filter(|apart| !nested(apart));
                let exchanged = alone.exchanged().filter(|them| !alone.are_names(them) || !nested(them));
                if let Some((mine, yours)) = exchanged.or_else(apart) {
                    let (mine, yours) = (only(a, &mine), only(b, &yours));
                    return instead(&mine, &yours);
                }
                let (mine, yours) = (only(a, mine), only(b, yours));
                let reason = format!("each adds something to what both say: {mine} / {yours}");
                Judgement::new(Verdict::Compatible, reason)
            }
        }
    }
}

/// What one says where the other says something else: nobody knows whether that is the same, unless it is a sort of it.
fn instead(mine: &str, yours: &str) -> Judgement {
    if broader::one_is_a_sort_of_the_other(&mine.to_lowercase(), &yours.to_lowercase()) {
        return Judgement::new(Verdict::Compatible, format!("one names a broader thing: {mine} / {yours}"));
    }
    Judgement::new(Verdict::Unclear, format!("each says what the other doesn't: {mine} / {yours}"))
}

/// A name, and the same name with words that describe whose it is, are one: `Ada Winter`, `the explorer Ada Winter`.
fn one_says_more(
    (less, more): (&[Clause], &[Clause]),
    alone: &[String],
    labels: &BTreeSet<String>,
    shown: &str,
) -> Judgement {
    let named = |clauses: &[Clause], word: &String| clauses.iter().any(|it| it.named.contains(word));
    let mut words = less.iter().flat_map(|it| &it.words);
    let is_name = words.all(|word| named(less, word) && named(more, word));
    let described = |word: &String| {
        let mut holding = more.iter().skip(1).filter(|it| it.words.contains(word));
        holding.next().is_some_and(Clause::describes)
    };
    if is_name && alone.iter().all(|word| !named(more, word) || described(word)) {
        return Judgement::new(Verdict::Agreement, format!("the same name, and one describes it: {shown}"));
    }
    if alone.iter().all(|word| labels.contains(word)) {
        return Judgement::new(
            Verdict::Agreement,
            format!("one says more, which the labels say, too: {shown}"),
        );
    }
    let told: BTreeSet<&String> = less.iter().flat_map(|it| &it.words).collect();
    if let [word] = alone
        && told.len() > 2
        && !named(more, word)
        && !turns(word)
    {
        return Judgement::new(Verdict::Agreement, format!("the same, but for a word: {shown}"));
    }
    Judgement::new(Verdict::Compatible, format!("one says more: {shown}"))
}

/// Whether a word may make another thing of what it stands beside.
fn turns(word: &str) -> bool {
    limits(word) || TURNING.iter().any(|it| word.starts_with(it))
}

/// How words begin that make less of what they stand beside, or another thing.
const TURNING: &[&str] = &[
    "attempt", "alleg", "suspect", "part", "near", "almost", "former", "possibl", "potenti", "would", "tri",
    "plan", "threat", "fail", "fake", "mock", "half", "second", "third", "anti", "un", "in", "non", "dis",
];

fn denies(clauses: &[Clause]) -> bool {
    clauses.iter().any(|it| it.denies)
}

/// The first few of some words of a text, as it writes them; more would be no reason but the text again.
fn shown(text: &str, words: &[String], wordings: &Wordings<'_, '_>) -> String {
    let words: BTreeSet<&String> = words.iter().collect();
    let is_one = |word: &&str| {
        let told: Vec<String> = clauses(wordings, word).into_iter().flat_map(|it| it.words).collect();
        !told.is_empty() && told.iter().any(|it| words.contains(it))
    };
    let mut found: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|it: char| !it.is_alphanumeric() && !is_telling(it)))
        .filter(is_one)
        .collect();
    let more = found.len() > 4;
    found.truncate(4);
    format!("{}{}", found.join(" "), if more { " …" } else { "" })
}

fn broader(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Option<Judgement> {
    let covers = wordings.covers(&a.text, &b.text) || wordings.covers(&b.text, &a.text);
    covers.then(|| Judgement::new(Verdict::Compatible, "one names a broader thing"))
}

fn words_of(value: &Value) -> Vec<String> {
    let split = || value.text.split_whitespace().map(str::to_lowercase).collect();
    value.words().map_or_else(split, |(words, _)| words.to_vec())
}

/// Two lists of which one at least is of free texts: reasons, descriptions, kinds. None of them need be complete.
pub(super) fn lists(x: &[String], y: &[String], wordings: &Wordings<'_, '_>) -> Judgement {
    let told = |list: &[String]| -> Vec<BTreeSet<String>> {
        let of = |text: &String| clauses(wordings, text).into_iter().flat_map(|it| it.words).collect();
        list.iter().map(of).collect()
    };
    let (mine, yours) = (told(x), told(y));
    let meets = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        one.is_subset(other)
            || other.is_subset(one)
            || one.intersection(other).count() * 2 > one.len().min(other.len())
    };
    let missing = |list: &[BTreeSet<String>], other: &[BTreeSet<String>], named: &[String]| -> Vec<String> {
        let lacking = list.iter().zip(named).filter(|(one, _)| !other.iter().any(|it| meets(one, it)));
        lacking.map(|(_, name)| name.clone()).collect()
    };
    let (only_x, only_y) = (missing(&mine, &yours, x), missing(&yours, &mine, y));
    let same = |one: &BTreeSet<String>| yours.contains(one);
    match (only_x.as_slice(), only_y.as_slice()) {
        ([], []) if mine.len() == yours.len() && mine.iter().all(same) => {
            Judgement::new(Verdict::Agreement, "the same list")
        }
        ([], []) if mine.len() == yours.len() => {
            Judgement::new(Verdict::Agreement, "the same list in other words")
        }
        ([], []) => Judgement::new(Verdict::Compatible, "the same list in other words"),
        ([], more) | (more, []) => {
            Judgement::new(Verdict::Compatible, format!("one lists more: {}", more.join(", ")))
        }
        (mine, yours) if mine.len() < x.len() && yours.len() < y.len() => {
            let left_out = mine.iter().chain(yours).cloned().collect::<Vec<_>>().join(", ");
            Judgement::new(
                Verdict::Compatible,
                format!("they share a part, and only one of the two lists {left_out}"),
            )
        }
        _ if x.len() > 1 && y.len() > 1 => {
            Judgement::new(Verdict::Compatible, "they list different things, and neither need be all")
        }
        _ => Judgement::new(Verdict::Unclear, "they tell different things, and neither need be all"),
    }
}

/// Letters that two forms of a word share at its beginning.
const ROOT: usize = 3;

/// Words that are one in a label and two in a value: `hit a car`, `hit a truck`.
fn like_things(a: &str, b: &str, wordings: &Wordings<'_, '_>) -> Option<(String, String)> {
    let (mine, yours) = (written_alike(a, b).to_lowercase(), written_alike(b, a).to_lowercase());
    let (mine, yours) = (by_meaning(&mine), by_meaning(&yours));
    let concepts = |word: &str| wordings.alignment.words(word);
    let root = |word: &str| word.chars().take(ROOT).collect::<String>();
    mine.iter().filter(|it| !yours.contains_key(it.0)).find_map(|(name, &one)| {
        let meant = concepts(name);
        let like =
            |it: &(&&str, &&str)| !meant.is_empty() && concepts(it.0) == meant && root(it.1) != root(one);
        let (_, &other) = yours.iter().filter(|it| !mine.contains_key(it.0)).find(like)?;
        Some((one.to_owned(), other.to_owned()))
    })
}

/// The words of a text in lower case, each by the one that stands for all of its meaning.
fn by_meaning(text: &str) -> BTreeMap<&str, &str> {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(|word| (same::one_word(word).unwrap_or(word), word)).collect()
}
