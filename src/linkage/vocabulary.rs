//! The concepts of one story: every word of its labels, quotes and values once.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::about::Parts;
use super::frequency;
use super::normalise::{
    Concept, ConceptKind, NormalisedWord, Spelling, asking, names_in, part_of_name, words_of,
};
use super::sense::Vectors;
use crate::english::names::other;

/// The concepts of one story.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: HashMap<String, Concept, foldhash::fast::RandomState>,
    known: Vec<KnownConcept>,
    /// Other names, and the name they stand for, word by word; both in lower case.
    names: BTreeMap<Vec<String>, Vec<String>>,
    /// How many words the longest other name has.
    longest: usize,
    /// By another name in lower case, as the desk writes it, the first name that it stands for. Looked up only.
    canonical: HashMap<String, String, foldhash::fast::RandomState>,
    /// The words that other names begin with.
    openings: HashSet<String, foldhash::fast::RandomState>,
    pub(super) vectors: Vectors,
    pub(super) parts: Parts,
}

/// What is known of a concept.
#[derive(Debug)]
struct KnownConcept {
    word: String,
    /// As it was met first, where it was met in a text.
    met: Option<Arc<Spelling>>,
    sort: ConceptKind,
    /// Whether it says what is asked, and then, whether it does so whatever a label is about.
    asks: Option<bool>,
    share: f64,
}

/// The words of a text.
pub(crate) type SpelledText = Vec<Arc<Spelling>>;

/// A concept as a text has it.
pub(crate) type TypedConcept = (Concept, ConceptKind);

impl Vocabulary {
    /// A vocabulary that knows the names of a story.
    pub(crate) fn new(aliases: &[(String, Vec<String>)]) -> Self {
        let mut vocabulary = Self::default();
        for (name, others) in aliases {
            for other in others {
                vocabulary.canonical.entry(other.to_ascii_lowercase()).or_insert_with(|| name.clone());
                vocabulary.call(spelled(&words_of(other)), spelled(&words_of(name)));
            }
        }
        vocabulary
    }

    /// Takes one name for another.
    fn call(&mut self, other: Vec<String>, name: Vec<String>) {
        self.openings.extend(other.first().cloned());
        self.longest = self.longest.max(other.len());
        self.names.insert(other, name);
    }

    /// Takes names and their initials for one where both stand in the texts: `SVB` for `Silicon Valley Bank`.
    /// Initials that two names have stay as they are.
    pub(crate) fn learn_initials<'t>(&mut self, texts: impl Iterator<Item = &'t SpelledText> + Clone) {
        let mut found: BTreeMap<String, Option<Vec<String>>> = BTreeMap::new();
        for initials in texts.clone().flatten().flat_map(|word| &word.initials) {
            if !found.contains_key(initials) {
                found.insert(initials.clone(), None);
            }
        }
        if found.is_empty() {
            return;
        }
        let mut ambiguous = HashSet::new();
        for text in texts {
            names_in(text, |initials, name| match found.get_mut(initials) {
                Some(Some(known)) if !known.iter().eq(name.iter().map(|it| &it.word)) => {
                    ambiguous.insert(initials.to_owned());
                }
                Some(Some(_)) | None => {}
                Some(known) => *known = Some(spelled(name)),
            });
        }
        for (initials, name) in found {
            if let Some(name) = name.filter(|_| !ambiguous.contains(&initials)) {
                let initials = vec![initials];
                if !self.names.contains_key(&initials) {
                    self.call(initials, name);
                }
            }
        }
    }

    /// One name for all the aliases of a thing.
    pub(crate) fn canonical<'n>(&'n self, name: &'n str) -> &'n str {
        if self.canonical.is_empty() {
            return name;
        }
        self.canonical.get(&name.to_ascii_lowercase()).map_or(name, String::as_str)
    }

    /// The words of a text, normalised, without stop words, in its order.
    pub(crate) fn normalise(&self, text: &str) -> Vec<NormalisedWord> {
        let words = self.resolved(words_of(text));
        let mut normal = Vec::with_capacity(words.len());
        read(&words, |concept, sort, _| normal.push(NormalisedWord { concept: concept.to_owned(), sort }));
        normal
    }

    /// The concepts of a text, in its order, each with the sort of thing it is there; new ones are taken in.
    pub(crate) fn mentions(&mut self, words: &SpelledText) -> Vec<TypedConcept> {
        let mut mentions = Vec::with_capacity(words.len());
        read(words, |concept, sort, met| mentions.push((self.take(concept, sort, Some(met)), sort)));
        if mentions.is_empty() {
            // A label of stop words alone (`it`, `The Who`) is what it says.
            let all =
                words.iter().map(|it| (self.take(&it.word, ConceptKind::Word, Some(it)), ConceptKind::Word));
            mentions.extend(all);
        }
        mentions
    }

    /// The words of a text with each name that stands for another one in place of it.
    pub(crate) fn resolved(&self, mut words: SpelledText) -> SpelledText {
        replace_other_names(&mut words);
        self.replace_aliases(&mut words);
        words
    }

    /// The words of a text that say something, each with its concept, its vector and the share of its rarity that counts;
    /// all of its words where none of them says anything.
    pub(super) fn senses(&mut self, words: &SpelledText) -> Vec<(Concept, u32, f64)> {
        let telling = words.iter().any(|word| !word.is_stop_word && word.meaning().is_some());
        let said = words.iter().filter(|word| !(telling && word.is_stop_word));
        let found = said.filter_map(|word| {
            let (vector, share) = self.vectors.take(word)?;
            Some((self.take(&word.normal.concept, word.normal.sort, Some(word)), vector, share))
        });
        found.collect()
    }

    fn replace_aliases(&self, words: &mut Vec<Arc<Spelling>>) {
        if self.openings.is_empty() {
            return;
        }
        let mut index = 0;
        while let Some(first) = words.get(index) {
            let opens = self.openings.contains(&first.word);
            let found = (1..=self.longest).rev().filter(|_| opens).find_map(|count| {
                let run = words.get(index..index + count)?;
                self.names.get(&spelled(run)).map(|name| (count, name))
            });
            match found {
                Some((count, name)) => {
                    words.splice(index..index + count, name.iter().map(|word| part_of_name(word)));
                    index += name.len();
                }
                None => index += 1,
            }
        }
    }

    /// The concept of a normalised word; a new one is taken in.
    pub(crate) fn concept(&mut self, word: &str, sort: ConceptKind) -> Concept {
        self.take(word, sort, None)
    }

    fn take(&mut self, word: &str, sort: ConceptKind, met: Option<&Arc<Spelling>>) -> Concept {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = Concept::try_from(self.known.len()).unwrap_or(Concept::MAX);
        self.ids.insert(word.to_owned(), id);
        let share = met.filter(|it| it.normal.concept == word).map(|it| it.share);
        let (asks, share) = (asking(word), share.unwrap_or_else(|| frequency::share(word)));
        self.known.push(KnownConcept { word: word.to_owned(), met: met.cloned(), sort, asks, share });
        id
    }

    fn known(&self, concept: Concept) -> Option<&KnownConcept> {
        self.known.get(concept as usize)
    }

    /// Whether two concepts that are spelled alike are two words of English that mean different things, or two names that are
    /// known for being taken for each other.
    pub(super) fn are_two(&self, a: Concept, b: Concept) -> bool {
        let met = |it| self.known(it).and_then(|it| it.met.as_deref());
        met(a).zip(met(b)).is_some_and(|(mine, yours)| mine.is_another(yours))
    }

    /// How a concept is called.
    pub(crate) fn word(&self, concept: Concept) -> &str {
        self.known(concept).map_or("", |it| it.word.as_str())
    }

    /// What sort of thing it is; a word and a name are told apart by each mention of theirs.
    pub(crate) fn sort(&self, concept: Concept) -> ConceptKind {
        self.known(concept).map_or(ConceptKind::Word, |it| it.sort)
    }

    /// Whether it sets a thing apart from the one that is meant without it: `the second earthquake`, `another fire`.
    pub(crate) fn tells_another(&self, concept: Concept) -> bool {
        let word = self.word(concept);
        let ordinal = word.starts_with(|c: char| c.is_ascii_digit())
            && ["2nd", "3rd", "th"].iter().any(|end| word.ends_with(end));
        ordinal || matches!(word, "other" | "anoth")
    }

    /// Whether it says what is asked.
    pub(crate) fn is_asking(&self, concept: Concept) -> bool {
        self.known(concept).is_some_and(|it| it.asks.is_some())
    }

    /// Whether it stands in labels whatever they are about.
    pub(crate) fn is_general(&self, concept: Concept) -> bool {
        self.known(concept).is_some_and(|it| it.asks == Some(true))
    }

    /// The share of labels, in stories of any kind, that have it.
    pub(crate) fn share(&self, concept: Concept) -> f64 {
        self.known(concept).map_or(0.0, |it| it.share)
    }

    /// How they are called, in their order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(|it| it.word.as_str())
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.known.len()
    }
}

/// Puts the one name of a thing in place of its others: `united states` for `US`.
fn replace_other_names(words: &mut SpelledText) {
    let mut index = 0;
    while let Some(first) = words.get(index) {
        if first.opens {
            let written: Vec<&str> = words.iter().skip(index).map(|it| &*it.written).collect();
            if let Some((name, count)) = other::one_name_at(&written) {
                let name: SpelledText = name.split(' ').map(part_of_name).collect();
                let length = name.len();
                words.splice(index..index + count, name);
                index += length;
                continue;
            }
        }
        index += 1;
    }
}

/// Words in lower case.
fn spelled(words: &[Arc<Spelling>]) -> Vec<String> {
    words.iter().map(|it| it.word.clone()).collect()
}

/// What words stand for, in their order: phrases first, without stop words.
fn read(words: &[Arc<Spelling>], mut take: impl FnMut(&str, ConceptKind, &Arc<Spelling>)) {
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        if let Some(name) = words.peek().and_then(|next| word.phrase(next)) {
            words.next();
            take(name, ConceptKind::Word, word);
        } else if word.is_stock(words.peek().map(|next| &***next)) {
            take("stock", ConceptKind::Word, word);
        } else if !word.is_stop_word {
            take(&word.normal.concept, word.normal.sort, word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, aliases: &[(String, Vec<String>)]) -> Vec<String> {
        let mut vocabulary = Vocabulary::new(aliases);
        let mentions = vocabulary.mentions(&vocabulary.resolved(words_of(text)));
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
    fn labels_of_stop_words_or_signs_are_what_they_are() {
        assert_ne!(words("he", &[]), words("she", &[]));
        assert_ne!(words("✅", &[]), words("❌", &[]));
        assert_ne!(words("C++ developers", &[]), words("C# developers", &[]));
        assert_ne!(words("price in $", &[]), words("price in €", &[]));
        assert_eq!(words("co\u{ad}operation", &[]), words("cooperation", &[]));
        assert_eq!(words("the price of it", &[]), words("price", &[]));
    }

    #[test]
    fn aliases_stand_for_the_name() {
        let aliases = [("Amazon Web Services".to_owned(), vec!["AWS".to_owned()])];
        assert_eq!(words("AWS deal", &aliases), words("Amazon Web Services deal", &aliases));
    }
}
