//! A label becomes concepts: words without inflection, with synonyms and aliases folded into one.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

/// A concept of the story, as a position in its [`Vocabulary`].
pub(crate) type Concept = u32;

/// What sort of thing a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A common word.
    Word,
    /// A name: written with a capital where a common word would not be.
    Entity,
    /// A number, or an identifier with digits.
    Number,
    /// A weekday, a month or a year.
    Day,
}

/// The concepts of one story.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: HashMap<String, Concept>,
    words: Vec<String>,
    sorts: Vec<Sort>,
    names: BTreeMap<Vec<String>, Vec<String>>,
}

/// One word of a text, normalised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// What it stands for.
    pub(crate) concept: String,
    /// What sort of thing it is.
    pub(crate) sort: Sort,
}

/// Concepts that say what is asked (length, day, name), and whether they do so whatever a label is about.
static ASKING: LazyLock<HashMap<&'static str, bool>> = LazyLock::new(|| {
    let marked = |line: &'static str| {
        let general = line.starts_with('?');
        Some((line.strip_prefix(['?', '='])?.split_whitespace().next()?, general))
    };
    include_str!("synonyms.txt").lines().filter_map(marked).collect()
});

static SYNONYMS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    let lines = include_str!("synonyms.txt").lines().filter(|line| !line.starts_with('#'));
    for line in lines {
        let mut members = line.trim_start_matches(['?', '=']).split_whitespace();
        let Some(name) = members.next() else { continue };
        for member in std::iter::once(name).chain(members) {
            let key = member.split('_').map(stem).collect::<Vec<_>>().join(" ");
            table.entry(key).or_insert(name);
        }
    }
    table
});

/// Whether a normalised word says what is asked.
pub(crate) fn asks(word: &str) -> bool {
    ASKING.contains_key(word)
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

const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
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

/// The word without inflection and with one spelling.
fn stem(word: &str) -> String {
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));
    let american = american(word);
    STEMMER.stem(&american).into_owned()
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

/// The words of a text: NFKC, lower case, without possessives; hyphens and slashes part words.
fn words_of(text: &str) -> Vec<(String, bool)> {
    let text: String = text.nfkc().collect();
    let parts = text.split(|it: char| !(it.is_alphanumeric() || matches!(it, '\'' | '’' | '.' | ',' | '&')));
    let mut words = Vec::new();
    for part in parts {
        // A point or a comma belongs to the word between digits or in an abbreviation: 1.5, 3,650, U.S.
        let part = part.trim_matches(|it: char| !it.is_alphanumeric());
        let pieces: Vec<&str> =
            if part.chars().any(|it| it.is_ascii_digit()) { vec![part] } else { part.split(',').collect() };
        for piece in pieces {
            let piece = piece.trim_matches(|it: char| !it.is_alphanumeric());
            let piece = piece.strip_suffix("'s").or_else(|| piece.strip_suffix("’s")).unwrap_or(piece);
            let is_name = piece.chars().next().is_some_and(char::is_uppercase);
            let word: String =
                piece.to_lowercase().chars().filter(|it| !matches!(it, '\'' | '’' | '.' | ',')).collect();
            let is_decimal = piece.contains('.') && piece.chars().all(|it| it.is_ascii_digit() || it == '.');
            let word = if is_decimal { piece.to_owned() } else { word };
            if !word.is_empty() {
                words.push((word, is_name));
            }
        }
    }
    words
}

impl Vocabulary {
    /// A vocabulary that knows the names of a story.
    pub(crate) fn new(aliases: &[(String, Vec<String>)]) -> Self {
        let spelled = |name: &str| words_of(name).into_iter().map(|(word, _)| word).collect::<Vec<_>>();
        let mut names = BTreeMap::new();
        for (name, others) in aliases {
            for other in others {
                names.insert(spelled(other), spelled(name));
            }
        }
        Self { names, ..Self::default() }
    }

    /// Takes names and their initials for one where both stand in the texts: `SVB` for `Silicon Valley Bank`.
    /// Initials that two names have stay as they are.
    pub(crate) fn learn_initials<'t>(&mut self, texts: impl Iterator<Item = &'t str> + Clone) {
        let mut found: BTreeMap<String, Option<Vec<String>>> = BTreeMap::new();
        let is_initials =
            |it: &str| (2..=6).contains(&it.len()) && it.chars().all(|it| it.is_ascii_uppercase());
        for text in texts.clone() {
            for word in text.split(|it: char| !it.is_alphanumeric()).filter(|it| is_initials(it)) {
                found.entry(word.to_lowercase()).or_insert(None);
            }
        }
        let mut ambiguous = HashSet::new();
        for text in texts {
            for name in names_of(text) {
                let initials: String = name.iter().filter_map(|word| word.chars().next()).collect();
                match found.get_mut(&initials) {
                    Some(Some(known)) if *known != name => _ = ambiguous.insert(initials),
                    Some(known) => *known = Some(name),
                    None => {}
                }
            }
        }
        for (initials, name) in found {
            if let Some(name) = name.filter(|_| !ambiguous.contains(&initials)) {
                self.names.entry(vec![initials]).or_insert(name);
            }
        }
    }

    /// The words of a text, normalised, without stop words, in its order.
    pub(crate) fn normalise(&self, text: &str) -> Vec<Word> {
        let mut spelled = words_of(text);
        self.replace_aliases(&mut spelled);
        let mut words = Vec::new();
        let mut index = 0;
        while let Some((word, is_name)) = spelled.get(index) {
            let pair = spelled.get(index + 1).map(|(next, _)| format!("{} {}", stem(word), stem(next)));
            if let Some(name) = pair.and_then(|pair| SYNONYMS.get(&pair)) {
                words.push(Word { concept: (*name).to_owned(), sort: Sort::Word });
                index += 2;
                continue;
            }
            let next = spelled.get(index + 1).map_or("", |(next, _)| next.as_str());
            if word == "shares" || word == "share" && TRADED.contains(&next) {
                words.push(Word { concept: "stock".to_owned(), sort: Sort::Word });
            } else if !STOP_WORDS.contains(&word.as_str()) {
                words.push(normalise(word, *is_name));
            }
            index += 1;
        }
        words
    }

    /// The concepts of a text, in its order, each with the sort of thing it is there; new ones are taken in.
    pub(crate) fn mentions(&mut self, text: &str) -> Vec<(Concept, Sort)> {
        let words = self.normalise(text);
        words.into_iter().map(|word| (self.concept(&word.concept, word.sort), word.sort)).collect()
    }

    fn replace_aliases(&self, spelled: &mut Vec<(String, bool)>) {
        let longest = self.names.keys().map(Vec::len).max().unwrap_or(0);
        let mut index = 0;
        while index < spelled.len() {
            let found = (1..=longest).rev().find_map(|count| {
                let run = spelled.get(index..index + count)?;
                let key: Vec<String> = run.iter().map(|(word, _)| word.clone()).collect();
                self.names.get(&key).map(|name| (count, name.clone()))
            });
            match found {
                Some((count, name)) => {
                    let after = index + name.len();
                    spelled.splice(index..index + count, name.into_iter().map(|word| (word, true)));
                    index = after;
                }
                None => index += 1,
            }
        }
    }

    /// The concept of a normalised word; a new one is taken in.
    pub(crate) fn concept(&mut self, word: &str, sort: Sort) -> Concept {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = Concept::try_from(self.words.len()).unwrap_or(Concept::MAX);
        self.ids.insert(word.to_owned(), id);
        self.words.push(word.to_owned());
        self.sorts.push(sort);
        id
    }

    /// How a concept is called.
    pub(crate) fn word(&self, concept: Concept) -> &str {
        self.words.get(concept as usize).map_or("", String::as_str)
    }

    /// What sort of thing it is; a word and a name are told apart by each mention of theirs.
    pub(crate) fn sort(&self, concept: Concept) -> Sort {
        self.sorts.get(concept as usize).copied().unwrap_or(Sort::Word)
    }

    /// Whether it says what is asked.
    pub(crate) fn is_asking(&self, concept: Concept) -> bool {
        asks(self.word(concept))
    }

    /// Whether it stands in labels whatever they are about.
    pub(crate) fn is_general(&self, concept: Concept) -> bool {
        ASKING.get(self.word(concept)).copied().unwrap_or(false)
    }

    /// How they are called, in their order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }
}

/// Runs of two or more words that begin with a capital, and every end of such a run.
fn names_of(text: &str) -> Vec<Vec<String>> {
    let mut names = Vec::new();
    let mut run: Vec<String> = Vec::new();
    for (word, is_name) in words_of(text).into_iter().chain([(String::new(), false)]) {
        if is_name {
            run.push(word);
            continue;
        }
        for start in 0..run.len().saturating_sub(1) {
            names.extend(run.get(start..).map(<[String]>::to_vec));
        }
        run.clear();
    }
    names
}

fn normalise(word: &str, is_name: bool) -> Word {
    if let Some((_, digits)) = NUMBER_WORDS.iter().find(|(name, _)| *name == word) {
        return Word { concept: (*digits).to_owned(), sort: Sort::Number };
    }
    if DAYS.contains(&word) || is_year(word) {
        return Word { concept: word.to_owned(), sort: Sort::Day };
    }
    if (word == "march" || word == "may") && is_name {
        // With a capital, so that the month is another concept than the verb.
        return Word { concept: word.to_uppercase(), sort: Sort::Day };
    }
    if word.chars().any(|it| it.is_ascii_digit()) {
        return Word { concept: word.to_owned(), sort: Sort::Number };
    }
    let stemmed = stem(word);
    match SYNONYMS.get(&stemmed) {
        Some(name) => Word { concept: (*name).to_owned(), sort: Sort::Word },
        None => Word { concept: stemmed, sort: if is_name { Sort::Entity } else { Sort::Word } },
    }
}

/// The concept of a common word, whatever the story.
pub(super) fn common(word: &str) -> String {
    normalise(word, false).concept
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1800..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, aliases: &[(String, Vec<String>)]) -> Vec<String> {
        let mut vocabulary = Vocabulary::new(aliases);
        let mentions = vocabulary.mentions(text);
        let mut words: Vec<String> =
            mentions.into_iter().map(|it| vocabulary.word(it.0).to_owned()).collect();
        words.sort();
        words
    }

    #[test]
    fn inflection_spelling_and_synonyms_make_no_difference() {
        assert_eq!(words("People killed", &[]), words("the dead persons", &[]));
        assert_eq!(words("cancelled flights", &[]), words("canceled flight", &[]));
        assert_eq!(words("Chief executive's age", &[]), words("CEO age", &[]));
        assert_eq!(words("organisation", &[]), words("organization", &[]));
    }

    #[test]
    fn aliases_stand_for_the_name() {
        let aliases = [("Amazon Web Services".to_owned(), vec!["AWS".to_owned()])];
        assert_eq!(words("AWS deal", &aliases), words("Amazon Web Services deal", &aliases));
    }
}
