//! Subject and attribute that a phrase may be filed under, guessed from its sentence.

use std::collections::BTreeMap;
use std::ops::Range;

use super::credit::without_possessive;
use super::facts::{Asks, Fact, OFFICES, PROCESSES};
use super::sentence::{Sentence, is_joint, is_preposition, opens_clause};
use crate::value::{Kind, Value};

/// The most words of a phrase that a label takes over.
const LONGEST: usize = 4;

/// Words that say nothing of what a figure is about.
const EMPTY: &[&str] = &[
    "has",
    "have",
    "had",
    "been",
    "be",
    "it",
    "he",
    "she",
    "they",
    "we",
    "also",
    "already",
    "recently",
    "now",
    "still",
    "could",
    "may",
    "will",
    "would",
    "might",
    "can",
    "this",
    "these",
    "those",
    "such",
    "more",
    "said",
    "says",
    "just",
    "reportedly",
    "reported",
    "according",
    "worth",
    "some",
    "other",
    "one",
    "two",
    "i",
    "not",
    "early",
    "late",
    "potentially",
    "approximately",
    "quickly",
    "has",
    "did",
    "do",
    "does",
    "there",
    "so",
    "far",
    "only",
    "even",
    "least",
];

/// The name that an article speaks of most.
pub(super) fn main_name(sentences: &[Sentence<'_>]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for sentence in sentences {
        for name in &sentence.names {
            *counts.entry(plain_name(sentence, name)).or_default() += 1;
        }
    }
    let most = counts.into_iter().max_by_key(|&(name, count)| (count, std::cmp::Reverse(name)));
    most.map(|(name, _)| name.to_owned())
}

/// Whom a fact is about: the name before it that does something, or the first that no preposition rules, or what the
/// sentence begins with; for `it` and `the company`, what the sentence before was about.
pub(super) fn subject(
    sentence: &Sentence<'_>,
    fact: &Fact,
    before: Option<&str>,
    main: Option<&str>,
) -> String {
    let known = |text: Option<&str>| text.map(str::to_owned);
    let plain = |name: &Range<usize>| plain_name(sentence, name).to_owned();
    if fact.asks == Asks::Office {
        let other =
            sentence.names.iter().find(|name| name.end <= fact.words.start || name.start >= fact.words.end);
        return other
            .map(plain)
            .or_else(|| known(before.or(main)))
            .unwrap_or_else(|| "the company".to_owned());
    }
    let refers =
        sentence.is_at(0, "it|he|she|they|its|his|her") || sentence.is_at(0, "the company|firm|group|bank");
    let free = || sentence.names.iter().filter(|it| it.end <= fact.words.start && !is_ruled(sentence, it));
    let acting = free().rev().find(|name| acts(sentence, name));
    let holder = free()
        .rev()
        .find(|name| name.end == fact.words.start && sentence.written(name).ends_with(['s', '\'', '’']));
    holder
        .or(acting)
        .or_else(|| free().next())
        .map(plain)
        .or_else(|| known(before.filter(|_| refers)))
        .or_else(|| opening(sentence, fact))
        .or_else(|| known(before.or(main)))
        .unwrap_or_else(|| "the story".to_owned())
}

/// Whether a preposition stands before a name, or before the words that describe it: `by the Danish group Nordlys`.
fn is_ruled(sentence: &Sentence<'_>, name: &Range<usize>) -> bool {
    let back = (0..name.start).rev().take(3).take_while(|&at| !sentence.breaks_behind(at));
    let mut words = back.map(|at| sentence.word(at)).take_while(|word| !is_verb(word));
    words.any(|word| is_preposition(word) || word == "told")
}

/// Whether a name does what follows it: `Amazon has`, `OpenAI itself recently signed`, `Microsoft, which`.
fn acts(sentence: &Sentence<'_>, name: &Range<usize>) -> bool {
    let word = sentence.word(name.end);
    let helps = matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "could"
            | "may"
            | "might"
            | "can"
            | "itself"
            | "also"
            | "now"
            | "just"
            | "which"
            | "who"
            | "plans"
            | "remains"
            | "holds"
            | "says"
    );
    helps || is_verb(word) || word.ends_with("ly") && word.len() > 4
}

/// A name without its possessive and the office before it: `Captain Tom Ridley’s`.
pub(super) fn plain_name<'t>(sentence: &Sentence<'t>, name: &Range<usize>) -> &'t str {
    let titles = name.clone().take_while(|&at| OFFICES.contains(&sentence.word(at))).count();
    let person = if titles < name.len() { name.start + titles..name.end } else { name.clone() };
    without_possessive(sentence.written(&person))
}

/// The noun that a sentence begins with: `a passenger ferry carrying …`, `the search was suspended`.
fn opening(sentence: &Sentence<'_>, fact: &Fact) -> Option<String> {
    let start = (0..sentence.len().min(3)).find(|&at| !is_joint(sentence.word(at)))?;
    let verb = |at: usize| {
        let word = sentence.word(at);
        EMPTY.contains(&word)
            || is_joint(word)
            || opens_clause(word)
            || is_verb(word)
            || sentence.breaks_behind(at - 1)
    };
    let end =
        (start + 1..fact.words.start).take(3).find(|&at| verb(at)).unwrap_or(fact.words.start.min(start + 3));
    let nouns = start < end && !EMPTY.contains(&sentence.word(start)) && !opens_clause(sentence.word(start));
    nouns.then(|| without_possessive(sentence.written(&(start..end))).to_owned())
}

/// Verbs as news tell them, by their ending or by heart.
fn is_verb(word: &str) -> bool {
    let regular = word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"));
    regular
        || matches!(
            word,
            "sank"
                | "left"
                | "fell"
                | "rose"
                | "began"
                | "hit"
                | "killed"
                | "made"
                | "took"
                | "struck"
                | "broke"
                | "built"
                | "bought"
                | "sold"
                | "paid"
                | "lost"
                | "won"
                | "came"
                | "went"
                | "held"
                | "found"
                | "met"
                | "grew"
                | "shut"
                | "died"
                | "said"
                | "told"
                | "spent"
                | "led"
                | "cost"
                | "costs"
                | "burned"
                | "burnt"
                | "declined"
        )
}

/// What of it: what the phrase measures, dates or names, as the words beside it say.
pub(super) fn attribute(sentence: &Sentence<'_>, fact: &Fact, value: &Value) -> String {
    match fact.asks {
        Asks::Teller => "first reported by".to_owned(),
        Asks::Office => office(sentence, fact),
        Asks::Date => date(sentence, fact),
        Asks::Stage => stage(sentence, fact),
        Asks::Figure => figure(sentence, fact, value),
        Asks::Name | Asks::Names => or(before(sentence, fact), "names"),
        Asks::State => state(sentence, fact),
    }
}

fn or(words: String, otherwise: &str) -> String {
    if words.is_empty() { otherwise.to_owned() } else { words }
}

fn office(sentence: &Sentence<'_>, fact: &Fact) -> String {
    let title = |at: &usize| OFFICES.contains(&sentence.word(*at)) || is_joint(sentence.word(*at));
    let start = (0..fact.words.start).rev().take_while(title).last().unwrap_or(fact.words.start);
    let words = (start..fact.words.start).map(|at| sentence.word(at)).skip_while(|word| is_joint(word));
    or(words.collect::<Vec<_>>().join(" "), "office")
}

fn stage(sentence: &Sentence<'_>, fact: &Fact) -> String {
    let start = sentence.clause_start(fact.words.start, 6);
    let process = (start..(fact.words.end + 3).min(sentence.len())).find(|&at| sentence.is_at(at, PROCESSES));
    format!("stage of {}", process.map_or("the talks", |at| sentence.word(at)))
}

fn state(sentence: &Sentence<'_>, fact: &Fact) -> String {
    if fact.words.clone().any(|at| sentence.is_at(at, "comment|commented")) {
        return "comment".to_owned();
    }
    or(before(sentence, fact), "state")
}

/// `date of restructuring` where a noun stands at the date, else `date it sank`.
fn date(sentence: &Sentence<'_>, fact: &Fact) -> String {
    let since = sentence.is_at(fact.words.start, "since");
    let head = if since { "start of" } else { "date of" };
    let noun = behind(sentence, fact);
    if !noun.is_empty() {
        return format!("{head} {noun}");
    }
    let event = before(sentence, fact);
    let alone = |verb: &str| {
        matches!(verb, "sank" | "left" | "fell" | "rose" | "began" | "died" | "came" | "went" | "broke")
    };
    let verb = event.split(' ').rev().find(|word| is_verb(word));
    match verb.or_else(|| event.split(' ').next_back()) {
        Some(verb) if !since && alone(verb) => format!("date it {verb}"),
        Some(verb) if !since && is_verb(verb) => format!("date it was {}", participle(verb)),
        Some(last) if !last.is_empty() => format!("{head} {event}"),
        _ if since => "start".to_owned(),
        _ => "date".to_owned(),
    }
}

fn figure(sentence: &Sentence<'_>, fact: &Fact, value: &Value) -> String {
    let (noun, event) = (behind(sentence, fact), before(sentence, fact));
    let verb = event.split(' ').rev().find(|word| is_verb(word)).or_else(|| event.split(' ').next_back());
    let verb = verb.map(participle).unwrap_or_default();
    match value.kind {
        Kind::Count => match value.counted.as_deref().and_then(|it| it.split_whitespace().next()) {
            Some(counted) if is_verb(&verb) => format!("number of {counted} {verb}"),
            Some(counted) => format!(
                "number of {}",
                if noun.is_empty() { counted.to_owned() } else { format!("{counted} {noun}") }
            ),
            None if is_age(sentence, fact) => "age".to_owned(),
            None => or(format!("number {verb}").trim().to_owned(), "number"),
        },
        Kind::Measure => or(measured(value, &noun), &or(noun, "size")),
        Kind::Duration => format!("duration of {}", or(event, "it")),
        Kind::Money if noun.is_empty() => {
            let into = object(sentence, fact);
            let what = if is_verb(&verb) || verb.is_empty() { verb } else { event };
            format!("amount {what} {into}").trim().to_owned()
        }
        _ => or(noun, &or(event, "figure")),
    }
}

/// A number between commas behind a name.
fn is_age(sentence: &Sentence<'_>, fact: &Fact) -> bool {
    let behind_name = sentence.names.iter().any(|name| name.end == fact.words.start);
    behind_name && sentence.breaks_behind(fact.words.start - 1) && sentence.breaks_behind(fact.words.end - 1)
}

/// What a unit measures, where that is plain.
fn measured(value: &Value, noun: &str) -> String {
    let name = match value.unit.as_deref() {
        Some("m") if noun.is_empty() => "distance",
        Some("m") => "length",
        Some("kg") => "weight",
        Some("m/s") => "speed",
        Some("m²") => "area",
        Some("°C" | "K") => "temperature",
        Some("magnitude") => "magnitude",
        _ => "",
    };
    name.to_owned()
}

/// `killed` for `killing`: what is told as going on is asked for as done.
fn participle(verb: &str) -> String {
    let irregular = match verb {
        "leaving" => "left",
        "making" => "made",
        "building" => "built",
        "taking" => "taken",
        "buying" => "bought",
        "selling" => "sold",
        "paying" => "paid",
        "spending" => "spent",
        "losing" => "lost",
        "holding" => "held",
        _ => "",
    };
    match verb.strip_suffix("ing") {
        _ if !irregular.is_empty() => irregular.to_owned(),
        Some(stem) if stem.ends_with('y') => format!("{}ied", stem.trim_end_matches('y')),
        Some(stem) if stem.len() > 2 => format!("{stem}ed"),
        _ => verb.to_owned(),
    }
}

/// What somebody puts money into: `in OpenAI`, `for cloud services`.
fn object(sentence: &Sentence<'_>, fact: &Fact) -> String {
    let at = fact.words.end;
    if !sentence.is_at(at, "in|into|for|from|on|to") || sentence.breaks_behind(at.saturating_sub(1)) {
        return String::new();
    }
    let end = sentence.clause_end(at + 1, LONGEST);
    without_possessive(sentence.written(&(at..end))).to_owned()
}

/// The nouns right behind a phrase: `$38 billion capacity purchase agreement`.
fn behind(sentence: &Sentence<'_>, fact: &Fact) -> String {
    let from = fact.words.end;
    if from == 0 || sentence.breaks_behind(from - 1) {
        return String::new();
    }
    let ends = |at: usize| {
        let told = sentence.mentions.iter().any(|(words, _)| words.contains(&at));
        let word = sentence.word(at);
        told || is_joint(word)
            || is_preposition(word)
            || opens_clause(word)
            || EMPTY.contains(&word)
            || is_verb(word) && at > from
    };
    let end = (from..sentence.clause_end(from, LONGEST))
        .find(|&at| ends(at))
        .unwrap_or(sentence.clause_end(from, LONGEST));
    (from..end.max(from)).map(|at| sentence.word(at)).collect::<Vec<_>>().join(" ")
}

/// The telling words of the clause before a phrase, without the names.
fn before(sentence: &Sentence<'_>, fact: &Fact) -> String {
    let start = sentence.clause_start(fact.words.start, 8);
    let in_name = |at: usize| sentence.names.iter().any(|name| name.contains(&at));
    let told = |at: usize| sentence.mentions.iter().any(|(words, _)| words.contains(&at));
    let telling = |at: &usize| {
        let word = sentence.word(*at);
        let empty = is_joint(word) || is_preposition(word) || opens_clause(word) || EMPTY.contains(&word);
        word.len() > 2 && !empty && !in_name(*at) && !told(*at)
    };
    let words: Vec<usize> = (start..fact.words.start).filter(telling).collect();
    let last = words.iter().skip(words.len().saturating_sub(LONGEST - 1));
    last.map(|&at| without_possessive(sentence.word(at))).collect::<Vec<_>>().join(" ")
}
