//! A label becomes concepts: words without inflection, with synonyms and aliases folded into one.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock};

use foldhash::fast::RandomState;
use rust_stemmers::{Algorithm, Stemmer};

use super::contrast::OfWord;
use super::frequency;
use crate::english::calendar;
use crate::english::labels::{APART as FORMS, BY_SYNONYM, SYNONYMS};
use crate::english::names::other;
use crate::english::plain::{is_currency, is_telling, plain, signs_behind};
use crate::meaning::{self, Vector};

/// A concept of the story, as a position in its [`Vocabulary`].
pub(crate) type Concept = u32;

/// What sort of thing a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConceptKind {
    /// A common word.
    Word,
    /// A name: written with a capital where a common word would not be.
    Entity,
    /// A number, or an identifier with digits.
    Number,
    /// A weekday, a month or a year.
    Day,
}

/// One word of a text, normalised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NormalisedWord {
    /// What it stands for.
    pub(crate) concept: String,
    /// What sort of thing it is.
    pub(crate) sort: ConceptKind,
}

/// Concepts that say what is asked (length, day, name), and whether they do so whatever a label is about.
static ASKING: LazyLock<HashMap<&'static str, bool, RandomState>> = LazyLock::new(|| {
    let marked = |line: &'static str| {
        let general = line.starts_with('?');
        Some((line.strip_prefix(['?', '='])?.split_whitespace().next()?, general))
    };
    SYNONYMS.lines().filter_map(marked).collect()
});

/// Whether a normalised word says what is asked.
pub(crate) fn asks(word: &str) -> bool {
    asking(word).is_some()
}

/// Whether a normalised word that says what is asked does so whatever a label is about; none for any other word.
pub(super) fn asking(word: &str) -> Option<bool> {
    ASKING.get(word).copied()
}

/// Words that say nothing of what a label is about.
const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "all", "also", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by",
    "can", "could", "did", "do", "does", "during", "for", "from", "get", "gets", "given", "had", "has",
    "have", "he", "her", "here", "him", "his", "i", "if", "in", "into", "is", "it", "its", "made", "make",
    "may", "might", "more", "of", "on", "one's", "or", "our", "out", "over", "she", "should", "so", "some",
    "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to",
    "up", "was", "we", "were", "what", "which", "while", "will", "with", "would",
];

const NUMBER_WORDS: &[(&str, &str)] = &[
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
];

/// A share before one of these, as any `shares`, is a stock and no portion.
const TRADED: &[&str] =
    &["buyback", "capital", "issue", "offer", "offering", "price", "prices", "sale", "sales", "value"];

/// Words that the stemmer would fold into others that mean something else, and what each is a form of.
static APART: LazyLock<HashMap<&'static str, &'static str, RandomState>> = LazyLock::new(|| {
    let lines = FORMS.lines().filter(|line| !line.starts_with('#'));
    let forms = lines.flat_map(str::split_whitespace).flat_map(|group| {
        let first = group.split('+').next().unwrap_or(group);
        group.split('+').map(move |form| (form, first))
    });
    forms.collect()
});

/// The word without inflection and with one spelling.
pub(super) fn without_inflection(word: &str) -> String {
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));
    let american = american(word);
    match APART.get(american.as_str()) {
        Some(form) => (*form).to_owned(),
        None => STEMMER.stem(&american).into_owned(),
    }
}

/// British spellings, as far as a rule gives them.
fn american(word: &str) -> String {
    const ENDINGS: &[(&str, &str)] = &[
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ise", "ize"),
        ("lling", "ling"),
        ("lled", "led"),
        ("lour", "lor"),
        ("bour", "bor"),
        ("vour", "vor"),
        ("ogue", "og"),
        ("metre", "meter"),
        ("centre", "center"),
        ("fence", "fense"),
    ];
    for (british, american) in ENDINGS {
        if let Some(root) = word.strip_suffix(british)
            && root.chars().count() >= 3
        {
            return format!("{root}{american}");
        }
    }
    word.to_owned()
}

/// A word as a text spells it, with all that is known of it whatever the story.
#[derive(Debug)]
pub(super) struct Spelling {
    /// In lower case.
    pub(super) word: String,
    /// Whether it is written with a capital.
    pub(super) is_name: bool,
    /// Whether it says nothing of what a label is about.
    pub(super) is_stop_word: bool,
    /// What of it may be the initials of a name, in lower case.
    pub(super) initials: Vec<String>,
    /// What it stands for on its own.
    pub(super) normal: NormalisedWord,
    /// As the text has it, where that is known.
    pub(super) written: Box<str>,
    /// Whether a name of several names may begin with it.
    pub(super) opens: bool,
    /// How common what it stands for is.
    pub(super) share: f64,
    /// What it excludes.
    pub(super) contrasts: OfWord,
    /// The stems that may follow it, and what stands for both.
    phrases: Box<[(&'static str, &'static str)]>,
    stem: String,
    meaning: OnceLock<Option<Vector>>,
}

impl Spelling {
    /// A piece of a text, as it stands there.
    fn of(piece: &str) -> Self {
        let is_name = piece.chars().next().is_some_and(char::is_uppercase);
        let (initials, opens) = (initials_in(piece), other::opens(piece));
        Self { initials, opens, written: piece.into(), ..Self::new(lower(piece), is_name) }
    }

    /// A word in lower case.
    fn new(word: String, is_name: bool) -> Self {
        let stem = without_inflection(&word);
        let is_stop_word = STOP_WORDS.contains(&word.as_str());
        let initials = Vec::new();
        let normal = normalise(&word, &stem, is_name);
        Self {
            share: frequency::share(&normal.concept),
            normal,
            is_name,
            is_stop_word,
            initials,
            written: Box::default(),
            opens: false,
            contrasts: OfWord::new(&stem),
            phrases: BY_SYNONYM.behind(&stem).collect(),
            stem,
            meaning: OnceLock::new(),
            word,
        }
    }

    /// Whether it is the initials of given names: `J`, `J.K`, `JK`.
    pub(super) fn is_initials(&self) -> bool {
        let letters = || self.written.chars().filter(|it| *it != '.');
        (1..=MOST_INITIALS).contains(&letters().count()) && letters().all(char::is_uppercase)
            || self.word.chars().count() == 1
    }

    /// It without inflection.
    pub(super) fn stem(&self) -> &str {
        &self.stem
    }

    /// What it means; none where no part of it is known.
    pub(super) fn meaning(&self) -> Option<&Vector> {
        self.meaning.get_or_init(|| meaning::vector(&self.word)).as_ref()
    }

    /// Whether both are words of English that mean different things, or names that are known for being confused.
    pub(super) fn is_another(&self, other: &Self) -> bool {
        if self.word == other.word || !self.is_known() || !other.is_known() {
            return false;
        }
        let confused =
            |row: &&[&str]| row.contains(&self.word.as_str()) && row.contains(&other.word.as_str());
        let near = self.meaning().zip(other.meaning()).map_or(0.0, |(a, b)| a.cosine(b));
        near < NEAR || CONFUSED.iter().any(confused)
    }

    /// Whether it is a word of English, or of a name that English knows.
    pub(super) fn is_known(&self) -> bool {
        meaning::rank(&self.word).is_some()
    }

    /// Whether it means shares that are traded, beside the word that follows.
    pub(super) fn is_stock(&self, next: Option<&Self>) -> bool {
        let traded = || next.is_some_and(|next| TRADED.contains(&next.word.as_str()));
        self.word == "shares" || self.word == "share" && traded()
    }

    /// The concept of the two words, where they are a phrase with a meaning of its own.
    pub(super) fn phrase(&self, next: &Self) -> Option<&'static str> {
        self.phrases.iter().find(|(second, _)| *second == next.stem).map(|(_, name)| *name)
    }
}

/// So many given names a person has at most, that are told by their first letters.
const MOST_INITIALS: usize = 3;

/// Two words of English that are spelled alike are one where their meanings are at least this near.
const NEAR: f32 = 0.6;

/// Names that are near in spelling and in what is written of them, and still of different things.
const CONFUSED: &[&[&str]] = &[
    &["niger", "nigeria", "nigerian"],
    &["slovakia", "slovenia", "slovakian", "slovenian"],
    &["mauritius", "mauritania"],
    &["austria", "australia", "austrian", "australian"],
];

/// Texts repeat their words: what was found out of one is kept, up to a bound.
const MOST_SPELLINGS: usize = 1 << 16;

type Spellings = HashMap<Box<str>, Arc<Spelling>, RandomState>;

thread_local! {
    static SPELLINGS: RefCell<Spellings> = RefCell::default();
}

/// What is known of a piece of a text; `read` makes it a word.
fn known(piece: &str, read: impl FnOnce() -> Spelling) -> Arc<Spelling> {
    SPELLINGS.with_borrow_mut(|spellings| {
        if let Some(spelling) = spellings.get(piece) {
            return Arc::clone(spelling);
        }
        if spellings.len() >= MOST_SPELLINGS {
            spellings.clear();
        }
        let spelling = Arc::new(read());
        spellings.insert(piece.into(), Arc::clone(&spelling));
        spelling
    })
}

/// A word of a name, in lower case.
pub(super) fn part_of_name(word: &str) -> Arc<Spelling> {
    known(&format!("\0{word}"), || Spelling::new(word.to_owned(), true))
}

/// A word takes more bytes of a text than these, mostly.
const LETTERS: usize = 4;

/// The words of a text: NFKC, lower case, without possessives; hyphens and slashes part words.
pub(super) fn words_of(text: &str) -> Vec<Arc<Spelling>> {
    let mut words = Vec::with_capacity(text.len() / LETTERS);
    pieces(text, |piece| words.push(known(piece, || Spelling::of(piece))));
    words
}

fn lower(piece: &str) -> String {
    let is_decimal = piece.contains('.') && piece.chars().all(|it| it.is_ascii_digit() || it == '.');
    if is_decimal {
        return piece.to_owned();
    }
    piece.to_lowercase().chars().filter(|it| !matches!(it, '\'' | '.' | ',')).collect()
}

/// The pieces of a text that are words, or signs that say as much, as they stand there.
fn pieces(text: &str, mut take: impl FnMut(&str)) {
    let normal = plain(text);
    let mut rest: &str = &normal;
    while let Some(first) = rest.chars().next() {
        let is_sign = is_telling(first);
        let is_part = |it: char| it.is_alphanumeric() || matches!(it, '\'' | '.' | ',' | '&');
        let ends = |it: char| if is_sign { it != first } else { !is_part(it) };
        let (part, behind) =
            rest.split_at_checked(rest.find(ends).unwrap_or(rest.len())).unwrap_or((rest, ""));
        let signs = signs_behind(part, behind);
        let (_, next) = behind.split_at_checked(signs).unwrap_or((behind, ""));
        match rest.get(..part.len() + signs) {
            _ if part.is_empty() => rest = next.strip_prefix(first).unwrap_or_default(),
            Some(whole) if is_sign || signs > 0 => {
                take(whole);
                rest = next;
            }
            _ => {
                words_in(part, &mut take);
                rest = next;
            }
        }
    }
}

/// The words of a part of a text without spaces.
fn words_in(part: &str, mut take: impl FnMut(&str)) {
    if part.bytes().all(|it| it.is_ascii_alphanumeric()) {
        take(part);
        return;
    }
    // A point or a comma belongs to the word between digits or in an abbreviation: 1.5, 3,650, U.S.
    let part = part.trim_matches(|it: char| !it.is_alphanumeric());
    let mut one = |piece: &str| {
        let piece = piece.trim_matches(|it: char| !it.is_alphanumeric());
        let piece = piece.strip_suffix("'s").unwrap_or(piece);
        if !piece.is_empty() {
            take(piece);
        }
    };
    if !part.contains(',') || part.contains(|it: char| it.is_ascii_digit()) {
        one(part);
    } else {
        part.split(',').for_each(one);
    }
}

/// Runs of two or more words that begin with a capital, and every end of such a run; by their initials.
pub(super) fn names_in(words: &[Arc<Spelling>], mut take: impl FnMut(&str, &[Arc<Spelling>])) {
    let mut initials = String::new();
    for run in words.split(|word| !word.is_name).filter(|run| run.len() > 1) {
        for start in 0..run.len() - 1 {
            let name = run.get(start..).unwrap_or_default();
            initials.clear();
            initials.extend(name.iter().filter_map(|word| word.word.chars().next()));
            take(&initials, name);
        }
    }
}

/// Words of a piece that may be the initials of a name, in lower case.
fn initials_in(piece: &str) -> Vec<String> {
    let is_initials = |it: &&str| (2..=6).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_uppercase());
    piece.split(|it: char| !it.is_alphanumeric()).filter(is_initials).map(str::to_lowercase).collect()
}

fn normalise(word: &str, stem: &str, is_name: bool) -> NormalisedWord {
    if let Some((_, digits)) = NUMBER_WORDS.iter().find(|(name, _)| *name == word) {
        return NormalisedWord { concept: (*digits).to_owned(), sort: ConceptKind::Number };
    }
    // `march` and `may` are verbs, too.
    let is_day = calendar::is_in_full(word) && !matches!(word, "march" | "may");
    if is_day || is_year(word) {
        return NormalisedWord { concept: word.to_owned(), sort: ConceptKind::Day };
    }
    if (word == "march" || word == "may") && is_name {
        // With a capital, so that the month is another concept than the verb.
        return NormalisedWord { concept: word.to_uppercase(), sort: ConceptKind::Day };
    }
    if word.chars().any(|it| it.is_ascii_digit()) || is_marked(word) {
        return NormalisedWord { concept: word.to_owned(), sort: ConceptKind::Number };
    }
    match BY_SYNONYM.get(stem) {
        Some(name) => NormalisedWord { concept: name.to_owned(), sort: ConceptKind::Word },
        None => NormalisedWord {
            concept: stem.to_owned(),
            sort: if is_name { ConceptKind::Entity } else { ConceptKind::Word },
        },
    }
}

/// The concept of a common word, whatever the story.
#[cfg(test)]
pub(super) fn common(word: &str) -> String {
    normalise(word, &without_inflection(word), false).concept
}

/// Whether signs tell it apart, as figures do: `C++`, `C#`, `✅`. Of arrows and currencies there are words as well.
fn is_marked(word: &str) -> bool {
    let is_picture = |it: char| {
        is_telling(it) && !matches!(it, '<' | '>' | '→' | '←' | '↔' | '⇒' | '⇐') && !is_currency(it)
    };
    word.ends_with(['+', '#', '-', '*']) || word.starts_with(is_picture)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1800..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{SYNONYMS, without_inflection};
    use crate::english::table;

    #[test]
    fn the_table_has_the_synonyms_without_inflection() {
        let mut rows = BTreeMap::new();
        for line in SYNONYMS.lines().filter(|line| !line.starts_with('#')) {
            let mut members = line.trim_start_matches(['?', '=']).split_whitespace();
            let Some(name) = members.next() else { continue };
            for member in std::iter::once(name).chain(members) {
                let key = member.split('_').map(without_inflection).collect::<Vec<_>>().join(" ");
                rows.entry(key).or_insert_with(|| name.to_owned());
            }
        }
        table::assert_file("src/english/labels/synonyms.sorted.txt", "synonyms.txt", &rows);
    }
}
