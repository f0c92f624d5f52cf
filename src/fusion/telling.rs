//! What a text tells: its words without inflection, in the order in which they make sense, without those that tell nothing.

use std::collections::BTreeSet;

use super::wordings::Wordings;
use crate::english::same;

/// Words that put one thing to another: `a leak of gas` is a `gas leak`.
const JOINING: &[&str] = &["of", "in", "at", "from", "on", "inside", "within"];

/// Words that begin another clause.
const PARTING: &[&str] = &["and", "or", "but", "so", "because", "while", "when", "after", "before"];

/// Words that tell nothing by themselves.
pub(super) const WEAK: &[&str] = &[
    "reportedly",
    "allegedly",
    "sharply",
    "slightly",
    "very",
    "also",
    "still",
    "now",
    "then",
    "just",
    "only",
    "already",
    "later",
    "believed",
    "said",
    "says",
    "reported",
    "being",
    "having",
    "yes",
    "person",
    "people",
    "someone",
    "called",
    "known",
    "named",
    "own",
    "own",
    "apparently",
    "likely",
    "possibly",
    "probably",
    "did",
    "does",
    "do",
    "been",
    "both",
    "each",
    "other",
    "others",
    "another",
    "any",
    "every",
    "immediately",
    "something",
    "like",
    "around",
    "between",
    "approximately",
    "due",
    "near",
    "nearby",
    "under",
    "over",
    "off",
    "through",
    "by",
    "with",
    "for",
    "its",
    "his",
    "her",
    "their",
];

/// Forms that no rule leads back to their verb.
const IRREGULAR: &[(&str, &str)] = &[
    ("knew", "know"),
    ("known", "know"),
    ("took", "take"),
    ("taken", "take"),
    ("gave", "give"),
    ("given", "give"),
    ("paid", "pay"),
    ("told", "tell"),
    ("saw", "see"),
    ("seen", "see"),
    ("went", "go"),
    ("gone", "go"),
    ("came", "come"),
    ("left", "leave"),
    ("met", "meet"),
    ("sold", "sell"),
    ("bought", "buy"),
    ("won", "win"),
    ("lost", "lose"),
    ("broke", "break"),
    ("broken", "break"),
    ("fell", "fall"),
    ("fallen", "fall"),
    ("rose", "rise"),
    ("risen", "rise"),
    ("began", "begin"),
    ("begun", "begin"),
    ("wrote", "write"),
    ("written", "write"),
    ("spoke", "speak"),
    ("drove", "drive"),
    ("driven", "drive"),
    ("flew", "fly"),
    ("flown", "fly"),
    ("sank", "sink"),
    ("sunk", "sink"),
    ("shot", "shoot"),
    ("held", "hold"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("struck", "strike"),
    ("fought", "fight"),
    ("kept", "keep"),
    ("brought", "bring"),
    ("thought", "think"),
    ("became", "become"),
    ("ran", "run"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("stayed", "stay"),
    ("resigned", "resign"),
    ("died", "die"),
    ("knowing", "know"),
];

/// Words that deny what stands behind them.
const DENYING: &[&str] = &[
    "not", "no", "never", "none", "nothing", "nobody", "neither", "nor", "without", "cannot", "denied",
    "denies", "deny", "lacks", "lacked", "failed", "refused", "declined", "unable",
];

/// A part of a text between commas or such words as `and`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// What it tells.
    pub(super) words: Vec<String>,
    /// Those of its words that are written with a capital or a digit.
    pub(super) named: BTreeSet<String>,
    /// Its first word, in lower case.
    pub(super) first: String,
    /// Whether it denies it.
    pub(super) denies: bool,
    /// Whether it tells of what is still to come.
    pub(super) to_come: bool,
    /// Whether one of its words tells how: `seriously`.
    pub(super) has_adverb: bool,
}

impl Clause {
    /// Whether it may describe what stands before it: `the explorer`, `a French company`.
    pub(super) fn describes(&self) -> bool {
        matches!(self.first.as_str(), "a" | "an" | "the" | "former")
    }
}

/// The clauses of a text that tell anything.
pub(super) fn clauses(wordings: &Wordings<'_, '_>, text: &str) -> Vec<Clause> {
    let text = text.replace("multi-", "multi");
    let marked = text.replace([',', ';', ':', '(', ')', '–', '—'], " , ");
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    for word in marked.split_whitespace() {
        if word == "," || PARTING.contains(&word.to_lowercase().as_str()) {
            parts.push(Vec::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(word);
        }
    }
    let clause = |words: Vec<&str>| {
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let is = |table: &[&str]| lower.iter().any(|word| table.contains(&word.as_str()));
        let contracted = lower.iter().any(|word| is_contracted(word));
        let named = (0..words.len()).filter(|&at| is_named(&words, at)).map(|at| words[at]);
        Clause {
            words: in_order(wordings, &words),
            named: named
                .flat_map(|word| wordings.alignment.sequence(&base(word, &word.to_lowercase())))
                .collect(),
            first: lower.first().cloned().unwrap_or_default(),
            denies: is(DENYING) || contracted,
            has_adverb: lower.iter().any(|word| word.ends_with("ly")),
            to_come: is(&["will", "would", "future", "planned", "plans", "expected", "soon", "next", "yet"])
                || lower.windows(2).any(|pair| pair == ["to", "be"]),
        }
    };
    let clauses = parts.into_iter().map(clause);
    clauses.filter(|it| !it.words.is_empty() || it.denies).collect()
}

/// Whether a word belongs to a name or is a figure. `Californian` before a noun says only where that is from.
fn is_named(words: &[&str], at: usize) -> bool {
    const FROM: &[&str] = &["ian", "ean", "can", "ish", "ese"];
    let word = words[at];
    let has = |word: &str, is: fn(char) -> bool| word.chars().any(is);
    let noun = words.get(at + 1).is_some_and(|next| !has(next, char::is_uppercase));
    let origin = noun && FROM.iter().any(|it| word.ends_with(it));
    has(word, |it| it.is_uppercase() || it.is_ascii_digit()) && !origin
}

/// What is joined comes first, as in a compound.
fn in_order(wordings: &Wordings<'_, '_>, words: &[&str]) -> Vec<String> {
    let mut chunks: Vec<Vec<String>> = vec![Vec::new()];
    for word in words {
        let lower = word.to_lowercase();
        if JOINING.contains(&lower.as_str()) {
            chunks.push(Vec::new());
        } else if !WEAK.contains(&lower.as_str())
            && !DENYING.contains(&lower.as_str())
            && !is_contracted(&lower)
            && let Some(chunk) = chunks.last_mut()
        {
            chunk.push(base(word, &lower));
        }
    }
    chunks.iter().rev().flat_map(|chunk| wordings.alignment.sequence(&chunk.join(" "))).collect()
}

/// `couldn't`
fn is_contracted(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t")
}

/// A verb in its first form; letters and digits that a hyphen parts, as one: `PL-01`.
fn base(word: &str, lower: &str) -> String {
    if let Some((_, base)) = IRREGULAR.iter().find(|(form, _)| *form == lower) {
        return same::one_word(base).unwrap_or(base).to_owned();
    }
    if let Some(name) = same::one_word(lower) {
        return name.to_owned();
    }
    let mut joined = String::with_capacity(word.len());
    let mut rest = word.chars().peekable();
    while let Some(letter) = rest.next() {
        let parted = letter == '-'
            && joined.chars().next_back().is_some_and(char::is_alphabetic)
            && rest.peek().is_some_and(char::is_ascii_digit);
        if !parted {
            joined.push(letter);
        }
    }
    joined
}

/// A text whose parted words are written as one where another text has them so: `co-founder`, `cofounder`.
pub(super) fn written_alike(text: &str, other: &str) -> String {
    if !text.contains('-') {
        return text.to_owned();
    }
    let bare = |word: &str| word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    let others: BTreeSet<String> = other.split_whitespace().map(bare).collect();
    let words = text.split_whitespace().map(|word| {
        let joined = word.replace('-', "");
        if joined != word && others.contains(&bare(&joined)) { joined } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether two words name a country and who or what is from there: `Kenya`, `Kenyan`.
pub(super) fn share_an_origin(a: &str, b: &str) -> bool {
    const VOWELS: &[char] = &['a', 'e', 'i', 'o', 'u', 'y'];
    let from = |adjective: &str, country: &str| {
        let root = adjective.strip_suffix("an").map(|it| it.trim_end_matches(VOWELS));
        let country = country.strip_suffix(VOWELS).map(|it| it.trim_end_matches(VOWELS));
        root.zip(country).is_some_and(|(root, country)| root.len() > 2 && root == country)
    };
    from(a, b) || from(b, a)
}
