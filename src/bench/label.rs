//! Subject and attribute that a phrase may be filed under, guessed from its sentence.

use std::collections::BTreeMap;
use std::ops::Range;

use super::credit::without_possessive;
use super::facts::{Asks, Fact, OFFICES, PROCESSES, titles};
use super::sentence::{Sentence, is_auxiliary, is_joint, is_preposition, is_verb, opens_clause};
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
    "mere",
    "all",
    "no",
    "several",
    "most",
    "many",
    "both",
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
    let refers = refers_back(sentence);
    if let Some(thing) = measured_thing(sentence, fact).filter(|_| !refers) {
        return thing.to_owned();
    }
    let free = || sentence.names.iter().filter(|it| it.end <= fact.words.start && !is_ruled(sentence, it));
    let acting = free().rev().find(|name| acts(sentence, name));
    let holder = free()
        .rev()
        .find(|name| name.end == fact.words.start && sentence.written(name).ends_with(['s', '\'', '’']));
    holder
        .or(acting)
        .or_else(|| free().next())
        // `Seventeen people were injured when the Star of Anglia ran aground`
        .or_else(|| {
            sentence.names.iter().find(|it| {
                it.start >= fact.words.end
                    && !is_ruled(sentence, it)
                    && acts(sentence, it)
                    && !tells(sentence, it)
            })
        })
        .map(plain)
        .or_else(|| known(before.filter(|_| refers)))
        .or_else(|| opening(sentence, fact))
        .or_else(|| known(before.or(main)))
        .unwrap_or_else(|| "the story".to_owned())
}

/// What a measure describes that stands before its noun: the quake of `a 7.8-magnitude quake struck`.
fn measured_thing<'t>(sentence: &Sentence<'t>, fact: &Fact) -> Option<&'t str> {
    let (words, mention) = sentence.mentions.iter().find(|(words, _)| *words == fact.words)?;
    let at = words.end;
    let measures = matches!(mention.value.kind, Kind::Measure | Kind::Duration);
    let joined = sentence.written(words).contains('-') || mention.value.unit.as_deref() == Some("magnitude");
    let word = sentence.word(at);
    let noun =
        !word.is_empty() && !is_joint(word) && !is_preposition(word) && !opens_clause(word) && !is_verb(word);
    // `the Star of Anglia, a 98-metre vessel`
    let apposed = sentence.names.iter().any(|name| {
        name.end < words.start && name.end + 2 >= words.start && sentence.breaks_behind(name.end - 1)
    });
    (measures && joined && noun && !apposed && !is_auxiliary(word) && !sentence.breaks_behind(at - 1))
        .then(|| without_possessive(sentence.written(&(at..at + 1))))
}

/// Whether somebody only tells what the sentence says: `…, the coast guard said`.
fn tells(sentence: &Sentence<'_>, name: &Range<usize>) -> bool {
    sentence.is_at(name.end, "said|says|told|reported|added|wrote")
}

/// Whether a sentence begins with what the one before was about: `it`, `the company`, `the 98-metre vessel`.
fn refers_back(sentence: &Sentence<'_>) -> bool {
    let behind_figure =
        sentence.mentions.iter().find(|(words, _)| words.start == 1).map_or(1, |(words, _)| words.end);
    let noun = "company|firm|group|bank|ship|vessel|plane|aircraft|airline|deal|storm|two|club|team|agency|ministry|carrier|ferry";
    sentence.is_at(0, "it|he|she|they|its|his|her|their")
        || sentence.is_at(0, "the|this") && sentence.is_at(behind_figure, noun)
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
    let titles = titles(sentence, name);
    let person = if titles < name.len() { name.start + titles..name.end } else { name.clone() };
    without_possessive(sentence.written(&person))
}

/// The noun that a sentence begins with: `a passenger ferry carrying …`, `the search was suspended`.
fn opening(sentence: &Sentence<'_>, fact: &Fact) -> Option<String> {
    // `On the morning of the accident` is when, not whom.
    if is_preposition(sentence.word(0)) {
        return None;
    }
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

/// What of it: what the phrase measures, dates or names, as the words beside it say.
pub(super) fn attribute(sentence: &Sentence<'_>, fact: &Fact, value: &Value, subject: &str) -> String {
    match fact.asks {
        Asks::Teller => "first reported by".to_owned(),
        Asks::Office => office(sentence, fact),
        Asks::Date => date(sentence, fact, value),
        Asks::Stage => stage(sentence, fact),
        Asks::Figure => figure(sentence, fact, value, subject),
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
fn date(sentence: &Sentence<'_>, fact: &Fact, value: &Value) -> String {
    let since = sentence.is_at(fact.words.start, "since");
    let when = if value.kind == Kind::Time { "time" } else { "date" };
    let head = if since { "start of".to_owned() } else { format!("{when} of") };
    let noun = behind(sentence, fact);
    if !noun.is_empty() {
        return format!("{head} {noun}");
    }
    let event = before(sentence, fact);
    let start = sentence.clause_start(fact.words.start, 8);
    let verb = (start..fact.words.start).rev().find(|&at| is_verb(sentence.word(at)));
    match verb.filter(|&at| event.split(' ').any(|word| word == sentence.word(at))) {
        Some(at) if !since => {
            let helped =
                (at.saturating_sub(3)..at).any(|at| sentence.is_at(at, "is|are|was|were|be|been|being"));
            // `The ship, built in 1994`, `jewels valued at`: nobody before it does it.
            let described = sentence
                .is_at(at, "built|born|founded|made|held|sold|bought|based|used|named|hired")
                || at == 0
                || sentence.breaks_behind(at - 1)
                || sentence.word(at).ends_with("ing");
            let adverb = sentence.word(at + 1);
            let adverb = if matches!(
                adverb,
                "aground" | "off" | "out" | "up" | "down" | "apart" | "ashore" | "away"
            ) {
                format!(" {adverb}")
            } else {
                String::new()
            };
            let passive = if helped || described { "was " } else { "" };
            format!("{when} it {passive}{}{adverb}", participle(sentence.word(at)))
        }
        Some(at) => {
            // The words as they stand: `owning the ship`, `belonging to the company`.
            let rest = sentence.written(&(at + 1..fact.words.start.min(at + 1 + LONGEST)));
            let rest = without_possessive(rest);
            format!("start of {} {rest}", gerund(sentence.word(at))).trim_end().to_owned()
        }
        None if !event.is_empty() => format!("{head} {event}"),
        None if since => "start".to_owned(),
        None => when.to_owned(),
    }
}

/// `owning` for `owned`.
fn gerund(verb: &str) -> String {
    match (verb, verb.strip_suffix("ed")) {
        ("led", _) => "leading".to_owned(),
        ("made", _) => "making".to_owned(),
        ("held", _) => "holding".to_owned(),
        (_, Some(stem)) => format!("{stem}ing"),
        _ => verb.to_owned(),
    }
}

fn figure(sentence: &Sentence<'_>, fact: &Fact, value: &Value, subject: &str) -> String {
    let noun = behind(sentence, fact);
    // What the subject says need not be said again.
    let about = subject.to_lowercase();
    let event = before(sentence, fact);
    let event: Vec<&str> = event.split(' ').filter(|word| !about.split(' ').any(|it| it == *word)).collect();
    let event = event.join(" ");
    let verb = event.split(' ').rev().find(|word| is_verb(word)).or_else(|| event.split(' ').next_back());
    let verb = verb.map(participle).unwrap_or_default();
    match value.kind {
        Kind::Count => match value.counted.as_deref() {
            _ if fate(sentence, fact).is_some() => {
                let counted = value.counted.as_deref().unwrap_or("people");
                format!("number of {counted} {}", fate(sentence, fact).unwrap_or_default())
            }
            Some(counted)
                if sentence.is_at(fact.words.end, "were|was|are|is")
                    && is_verb(sentence.word(fact.words.end + 1)) =>
            {
                format!("number of {counted} {}", participle(sentence.word(fact.words.end + 1)))
            }
            Some(counted) if is_verb(&verb) => format!("number of {counted} {verb}"),
            Some(counted) => format!(
                "number of {}",
                if noun.is_empty() { counted.to_owned() } else { format!("{counted} {noun}") }
            ),
            None if is_age(sentence, fact) => "age".to_owned(),
            None => or(format!("number {verb}").trim().to_owned(), "number"),
        },
        Kind::Measure => or(measured(value, &noun), &or(noun, "size")),
        Kind::Duration => {
            let lasting =
                |word: &&str| !matches!(*word, "lasted" | "took" | "unfolded" | "spent" | "carried");
            let event = event.split(' ').filter(lasting).collect::<Vec<_>>().join(" ");
            let event = if measured_thing(sentence, fact) == Some(subject) { String::new() } else { event };
            format!("duration of {event}").trim_end().trim_end_matches(" of").to_owned()
        }
        Kind::Money if noun.is_empty() => {
            let into = object(sentence, fact);
            let what = if is_verb(&verb) || verb.is_empty() { verb } else { event };
            format!("amount {what} {into}").trim().to_owned()
        }
        _ => or(noun, &or(event, "figure")),
    }
}

/// What became of those who are counted: `1,300 in Turkey and Syria have died`, `320 have been reported dead`.
fn fate(sentence: &Sentence<'_>, fact: &Fact) -> Option<&'static str> {
    let until = (fact.words.end..(fact.words.end + 7).min(sentence.len()))
        .find(|&at| sentence.breaks_behind(at))
        .map_or(fact.words.end + 7, |at| at + 1);
    let mut words =
        (fact.words.end..until.min(sentence.len())).take_while(|&at| !sentence.is_at(at, "and|as|while"));
    let from = fact.words.end;
    let helped = |at: usize| (from..at).any(|at| is_auxiliary(sentence.word(at)));
    words.find_map(|at| match sentence.word(at) {
        "died" => Some("who died"),
        "dead" if helped(at) => Some("dead"),
        "killed" if helped(at) => Some("killed"),
        "injured" | "hurt" | "wounded" if helped(at) => Some("injured"),
        "missing" if helped(at) => Some("missing"),
        "arrested" if helped(at) => Some("arrested"),
        "rescued" if helped(at) => Some("rescued"),
        _ => None,
    })
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
    let last: Vec<usize> = words.iter().skip(words.len().saturating_sub(LONGEST - 1)).copied().collect();
    let mut phrase = String::new();
    for (index, &at) in last.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|index| last.get(index)) {
            // `cause of the accident` is one thing.
            let joined =
                sentence.is_at(before + 1, "of") && at <= before + 3 && !is_verb(sentence.word(*before));
            let between = (before + 1..at).filter(|_| joined).map(|at| sentence.word(at));
            phrase += &between.fold(" ".to_owned(), |joint, word| format!("{joint}{word} "));
        }
        phrase += without_possessive(sentence.word(at));
    }
    phrase
}
