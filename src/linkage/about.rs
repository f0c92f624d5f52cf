//! Who or what a claim is about: subjects that one telling word parts.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::normalise::Spelling;
use super::outline::Outline;
use super::spellings::first_of_family;
use crate::english::labels::BY_COUNTRY;
use crate::english::names::address::{self, Addressed};
use crate::english::names::{bodies, given};

/// Words in front of a name that make it another place or thing: `South Korea`, `New York`, `Equatorial Guinea`.
const QUALIFIERS: &[&str] = &[
    "north",
    "northern",
    "south",
    "southern",
    "east",
    "eastern",
    "west",
    "western",
    "central",
    "new",
    "upper",
    "lower",
    "greater",
    "equatorial",
    "inner",
    "outer",
    "papua",
];

/// Words behind or in a name of a person that make it another one.
const GENERATIONS: &[&str] = &["jr", "sr", "junior", "senior", "ii", "iii", "iv"];

/// Words that say what somebody is, and belong to no name.
const TITLES: &[&str] = &[
    "the",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "dame",
    "lord",
    "lady",
    "prof",
    "professor",
    "president",
    "minister",
    "prime",
    "chancellor",
    "king",
    "queen",
    "prince",
    "princess",
    "governor",
    "gov",
    "senator",
    "sen",
    "rep",
    "mayor",
    "judge",
    "justice",
    "general",
    "gen",
    "captain",
    "capt",
    "sergeant",
    "officer",
    "chief",
    "executive",
    "ceo",
    "secretary",
    "director",
    "chairman",
    "chair",
    "founder",
    "pope",
    "bishop",
    "saint",
    "st",
    "former",
    "ex",
    "late",
    "vice",
    "deputy",
    "acting",
    "coach",
    "rev",
    "reverend",
    "col",
    "colonel",
    "lt",
    "lieutenant",
    "detective",
    "inspector",
    "sheriff",
    "ambassador",
    "congressman",
    "congresswoman",
    "councillor",
];

/// Given names that are short for others.
const SHORT: &[&[&str]] = &[
    &["joe", "joseph"],
    &["bill", "william", "will", "billy"],
    &["bob", "robert", "rob", "bobby"],
    &["mike", "michael", "mick"],
    &["tom", "thomas"],
    &["jim", "james", "jimmy"],
    &["jack", "john", "johnny"],
    &["dick", "richard", "rick"],
    &["ted", "edward", "ed", "eddie"],
    &["liz", "elizabeth", "beth"],
    &["kate", "katherine", "catherine", "cathy"],
    &["chris", "christopher"],
    &["dan", "daniel"],
    &["dave", "david"],
    &["steve", "steven", "stephen"],
    &["tony", "anthony"],
    &["alex", "alexander"],
    &["matt", "matthew"],
    &["nick", "nicholas"],
    &["sam", "samuel"],
    &["andy", "andrew"],
    &["ben", "benjamin"],
    &["greg", "gregory"],
    &["jeff", "jeffrey", "geoffrey"],
    &["ken", "kenneth"],
    &["larry", "lawrence"],
    &["pete", "peter"],
    &["ron", "ronald"],
    &["tim", "timothy"],
    &["don", "donald"],
    &["chuck", "charles", "charlie"],
    &["sue", "susan"],
    &["jen", "jennifer"],
    &["pat", "patrick", "patricia"],
    &["vlad", "vladimir"],
    &["zach", "zachary"],
    &["abe", "abraham"],
    &["gabe", "gabriel"],
];

/// The words that tell something, one after the other.
fn joined(words: &[Arc<Spelling>]) -> String {
    let telling = words.iter().filter(|it| !it.is_stop_word).map(|it| it.word.as_str());
    telling.collect::<Vec<_>>().join(" ")
}

/// Whom the titles before a name are for, or else its given name; a name of more than a word has one.
fn addressed(telling: &[&Arc<Spelling>]) -> Option<Addressed> {
    let person = telling.iter().all(|it| it.is_name).then_some(telling)?;
    let by_title =
        person.iter().take(person.len().saturating_sub(1)).find_map(|it| address::addressed(&it.word));
    let first = || person.iter().find(|it| !TITLES.contains(&it.word.as_str()));
    let given = || person.last().zip(first()).filter(|(last, first)| last.word != first.word);
    by_title.or_else(|| given::is_for(&given()?.1.word))
}

/// The words that a subject is called by, in their order; titles and words that say nothing are left out.
#[derive(Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Called {
    /// Which of the story's parts, and whether it is written as a name here.
    words: Vec<(PartPlace, bool)>,
    /// Where it is a country, its name.
    country: Option<&'static str>,
    /// Whom its title or its given name is for: `Mrs Olsen`, `Greta Olsen`.
    addressed: Option<Addressed>,
}

/// A place among [`Parts`].
type PartPlace = u32;

/// A subject, by its place among the different ones of a story.
pub(super) type SubjectId = u32;

/// A word that a subject is called by, with what tells at a glance that it is unlike another one.
#[derive(Debug)]
struct NamePart {
    spelling: Arc<Spelling>,
    outline: Outline,
    /// A bit for each row of [`SHORT`] that has it.
    short: u64,
    /// The first letter, where it is an initial.
    initial: Option<char>,
    /// Whether it makes a name another one.
    sets_apart: bool,
}

/// The words that the subjects of a story are called by, each once, and how each stands to each.
#[derive(Debug, Default)]
pub(super) struct Parts {
    of: Vec<NamePart>,
    /// By word. Looked up only.
    places: HashMap<String, PartPlace, RandomState>,
    /// By word, the others that can stand for it or look like it.
    kin: Vec<Vec<(PartPlace, Likeness)>>,
    /// The subjects, each once, and their places. Looked up only.
    subjects: Vec<Arc<Called>>,
    subject_of: HashMap<Arc<Called>, SubjectId, RandomState>,
    /// By subject, its words, a bit each; kin, directly or by way of others, share theirs, and others may.
    families: Vec<u128>,
    /// How each subject stands to each, row by row; none where they are too many for that.
    named: Vec<NameRelation>,
}

/// Of more subjects than these, how each stands to each is not kept: 256 kB.
const MOST_KEPT: usize = 512;

/// How two words stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Likeness {
    /// They are the same.
    same: bool,
    /// They can stand for one: the same, an initial, a short form, another spelling.
    one: bool,
    /// They are spelled alike and are two words all the same.
    lookalikes: bool,
}

/// How the names of two subjects stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameRelation {
    /// They say nothing of it.
    Silent,
    /// One has a word in front or behind that makes it another: `York`, `New York`.
    Qualified,
    /// They are two countries.
    Countries,
    /// They share their last word and have different ones before it, or are a man and a woman: `John Smith`, `Jane Smith`;
    /// `Mr Olsen`, `Greta Olsen`.
    Siblings,
    /// A word of one looks like a word of the other and is another: `police`, `policy`.
    Lookalikes,
}

impl Parts {
    /// What a subject's words call it; new ones are taken in.
    pub(super) fn subject(&mut self, words: &[Arc<Spelling>]) -> SubjectId {
        let called = self.called(words);
        if let Some(&subject) = self.subject_of.get(&called) {
            return subject;
        }
        let subject = SubjectId::try_from(self.subjects.len()).unwrap_or(SubjectId::MAX);
        let called = Arc::new(called);
        self.subjects.push(Arc::clone(&called));
        self.subject_of.insert(called, subject);
        subject
    }

    /// How the names of two subjects stand to each other.
    pub(super) fn named(&self, a: SubjectId, b: SubjectId) -> NameRelation {
        let at = a as usize * self.subjects.len() + b as usize;
        self.named.get(at).copied().unwrap_or_else(|| self.named_anew(a as usize, b as usize))
    }

    fn named_anew(&self, a: usize, b: usize) -> NameRelation {
        let families = self.families.get(a).zip(self.families.get(b));
        let may_be_kin = families.is_none_or(|(mine, yours)| mine & yours != 0);
        match self.subjects.get(a).zip(self.subjects.get(b)) {
            Some((mine, yours)) if may_be_kin || mine.country.is_some() => mine.beside(yours, self),
            _ => NameRelation::Silent,
        }
    }

    fn called(&mut self, subject: &[Arc<Spelling>]) -> Called {
        let telling: Vec<&Arc<Spelling>> = subject.iter().filter(|it| !it.is_stop_word).collect();
        let country = BY_COUNTRY.key(&joined(subject));
        let named = telling.iter().enumerate().filter(|(at, word)| {
            let is_title = |word: &str| TITLES.contains(&word);
            let next = telling.get(at + 1).map(|it| it.word.as_str()).filter(|it| !is_title(it));
            !is_title(&word.word) || next.is_some_and(bodies::ends_a_thing)
        });
        Called {
            words: named.map(|(_, it)| (self.place(it), it.is_name)).collect(),
            country,
            addressed: addressed(&telling),
        }
    }

    fn place(&mut self, spelling: &Arc<Spelling>) -> PartPlace {
        if let Some(&place) = self.places.get(&spelling.word) {
            return place;
        }
        let place = PartPlace::try_from(self.of.len()).unwrap_or(PartPlace::MAX);
        self.places.insert(spelling.word.clone(), place);
        self.of.push(NamePart::new(spelling));
        place
    }

    /// Finds out how each word and each subject stands to each: the pairs of claims ask the same again and again.
    pub(super) fn compare(&mut self) {
        self.find_kin();
        let family_of = first_of_family(&self.kin);
        let bits = |it: &Arc<Called>| {
            it.words.iter().fold(0, |bits, it| bits | 1 << (family_of[it.0 as usize] % 128))
        };
        self.families = self.subjects.iter().map(bits).collect();
        let count = self.subjects.len();
        if count <= MOST_KEPT {
            self.named = (0..count)
                .flat_map(|a| (0..count).map(move |b| (a, b)))
                .map(|(a, b)| self.named_anew(a, b))
                .collect();
        }
    }

    fn find_kin(&mut self) {
        self.kin = vec![Vec::new(); self.of.len()];
        for ((x, mine), at) in self.of.iter().enumerate().zip(0..) {
            for ((y, yours), other) in self.of.iter().enumerate().zip(0..).take(x) {
                let likeness = mine.beside(yours);
                if likeness.one || likeness.lookalikes {
                    self.kin[x].push((other, likeness));
                    self.kin[y].push((at, likeness));
                }
            }
        }
    }

    fn beside(&self, a: PartPlace, b: PartPlace) -> Likeness {
        if a == b {
            return Likeness { same: true, one: true, lookalikes: false };
        }
        let (a, b) = (a as usize, b);
        match self.kin.get(a) {
            Some(kin) => kin.iter().find(|it| it.0 == b).map(|it| it.1).unwrap_or_default(),
            None => self.of.get(a).zip(self.of.get(b as usize)).map(|(a, b)| a.beside(b)).unwrap_or_default(),
        }
    }

    fn are_one(&self, a: PartPlace, b: PartPlace) -> bool {
        self.beside(a, b).one
    }

    fn sets_apart(&self, place: PartPlace) -> bool {
        self.of.get(place as usize).is_some_and(|it| it.sets_apart)
    }
}

impl Called {
    fn names(&self) -> impl DoubleEndedIterator<Item = PartPlace> {
        self.words.iter().filter(|it| it.1).map(|it| it.0)
    }

    /// The names that the other one lacks.
    fn lacked_by<'a>(&'a self, other: &'a Self, parts: &'a Parts) -> impl Iterator<Item = PartPlace> {
        self.names().filter(|&it| !other.names().any(|other| parts.are_one(it, other)))
    }

    fn looks_like(&self, other: &Self, parts: &Parts) -> bool {
        let looks_like = |it: PartPlace| {
            let beside = || other.words.iter().map(|theirs| parts.beside(it, theirs.0));
            beside().any(|it| it.lookalikes) && !beside().any(|it| it.same)
        };
        self.words.iter().any(|it| looks_like(it.0))
    }

    fn beside(&self, other: &Self, parts: &Parts) -> NameRelation {
        if self.country.zip(other.country).is_some_and(|(mine, yours)| mine != yours) {
            return NameRelation::Countries;
        }
        let last_is_one =
            self.names().last().zip(other.names().last()).is_some_and(|(a, b)| parts.are_one(a, b));
        if last_is_one && self.addressed.zip(other.addressed).is_some_and(|(mine, yours)| mine != yours) {
            return NameRelation::Siblings;
        }
        if self.words == other.words {
            return NameRelation::Silent;
        }
        if self.looks_like(other, parts) {
            return NameRelation::Lookalikes;
        }
        let (left, right) = (self.lacked_by(other, parts).count(), other.lacked_by(self, parts).count());
        let share = left < self.names().count();
        let sets_apart =
            |mine: &Self, yours: &Self| mine.lacked_by(yours, parts).any(|it| parts.sets_apart(it));
        if share && (sets_apart(self, other) || sets_apart(other, self)) {
            return NameRelation::Qualified;
        }
        if left > 0 && right > 0 && last_is_one { NameRelation::Siblings } else { NameRelation::Silent }
    }
}

impl NamePart {
    fn new(spelling: &Arc<Spelling>) -> Self {
        let word = spelling.word.as_str();
        let rows = SHORT.iter().enumerate().filter(|(_, row)| row.contains(&word));
        let short = rows.fold(0, |bits, (row, _)| bits | 1 << row);
        let sets_apart = QUALIFIERS.contains(&word) || GENERATIONS.contains(&word);
        let outline = Outline::of(word);
        let initial = outline.first.filter(|_| spelling.is_initials());
        Self { spelling: Arc::clone(spelling), outline, short, initial, sets_apart }
    }

    /// How it stands to another word.
    fn beside(&self, other: &Self) -> Likeness {
        let is_short_for =
            |short: &Self, long: &Self| short.initial.is_some() && short.initial == long.outline.first;
        let alike = self.is_spelled_like(other);
        let another = alike && self.spelling.is_another(&other.spelling);
        let one = self.short & other.short != 0
            || is_short_for(self, other)
            || is_short_for(other, self)
            || alike && !another;
        Likeness { same: false, one, lookalikes: another }
    }

    fn is_spelled_like(&self, other: &Self) -> bool {
        self.outline.length.min(other.outline.length) >= SHORTEST_LIKE
            && self.outline.length.max(other.outline.length) <= LONGEST_LIKE
            && self.outline.most_alike(&other.outline) >= SPELLED_LIKE
            && strsim::jaro_winkler(&self.spelling.word, &other.spelling.word) >= SPELLED_LIKE
    }
}

/// Words of so many letters at least, and at least so much alike by Jaro-Winkler, are spelled alike.
const SHORTEST_LIKE: u32 = 5;

/// Longer words are no misspellings of each other; comparing their letters would take as long as they are, squared.
const LONGEST_LIKE: u32 = 64;
const SPELLED_LIKE: f64 = 0.9;

#[cfg(test)]
mod tests {
    use super::super::normalise::words_of;
    use super::*;
    use crate::english::{labels::edited, table};

    #[test]
    fn the_table_of_countries_is_that_of_their_names() {
        let lines = edited::COUNTRIES.lines().filter(|line| !line.starts_with('#'));
        let rows = lines.map(|line| (joined(&words_of(line)), String::new())).collect();
        table::assert_file("src/english/labels/countries.sorted.txt", "countries.txt", &rows);
    }

    fn beside(a: &str, b: &str) -> NameRelation {
        let mut parts = Parts::default();
        let [a, b] = [a, b].map(|text| parts.subject(&words_of(text)));
        let found = parts.named(a, b);
        parts.compare();
        assert_eq!([parts.named(a, b), parts.named(b, a)], [found; 2]);
        found
    }

    #[test]
    fn one_telling_word_makes_another_thing() {
        assert_eq!(beside("South Korea", "North Korea"), NameRelation::Countries);
        assert_eq!(beside("Latvia", "Lithuania"), NameRelation::Countries);
        assert_eq!(beside("South Bergen", "North Bergen"), NameRelation::Qualified);
        assert_eq!(beside("John Smith", "Jane Smith"), NameRelation::Siblings);
        assert_eq!(beside("Mr Nowak", "Mrs Nowak"), NameRelation::Siblings);
        assert_eq!(beside("Mr. Olsen", "Greta Olsen"), NameRelation::Siblings);
        assert_eq!(beside("Sir Keith Olsen", "Dame Greta Olsen"), NameRelation::Siblings);
        assert_eq!(beside("American Airlines", "United Airlines"), NameRelation::Siblings);
        assert_eq!(beside("New York", "York"), NameRelation::Qualified);
        assert_eq!(beside("General Electric", "Hitachi Electric"), NameRelation::Siblings);
        assert_eq!(beside("King Street", "Queen Street"), NameRelation::Siblings);
        assert_eq!(beside("Equatorial Guinea", "Guinea"), NameRelation::Countries);
        assert_eq!(beside("Robert Kane Sr.", "Robert Kane Jr."), NameRelation::Qualified);
        assert_eq!(beside("Robert Kane", "Robert Kane Jr."), NameRelation::Qualified);
        assert_eq!(beside("police", "policy"), NameRelation::Lookalikes);
        assert_eq!(beside("Niger", "Nigeria"), NameRelation::Countries);
    }

    #[test]
    fn titles_initials_and_short_forms_do_not() {
        assert_eq!(beside("President Joe Biden", "Joseph Biden"), NameRelation::Silent);
        assert_eq!(beside("Mr Baker", "Alan Baker"), NameRelation::Silent);
        for name in ["Mrs. Olsen", "Dr. Olsen", "Prof. Olsen", "Olsen", "Judge Olsen", "Coach Olsen"] {
            assert_eq!(beside(name, "Greta Olsen"), NameRelation::Silent, "{name}");
        }
        assert_eq!(beside("Mr Olsen", "Olsen"), NameRelation::Silent);
        assert_eq!(beside("King Street", "Queen Mary Street"), NameRelation::Siblings);
        assert_eq!(beside("J. Smith", "John Smith"), NameRelation::Silent);
        assert_eq!(beside("A.B. Keller", "Anna Keller"), NameRelation::Silent);
        assert_eq!(beside("AB Keller", "Anna Keller"), NameRelation::Silent);
        assert_eq!(beside("A.B. Keller", "Bruno Keller"), NameRelation::Siblings);
        assert_eq!(beside("Elliott Management", "Elliott Advisors"), NameRelation::Silent);
        assert_eq!(beside("the ship", "the Dali"), NameRelation::Silent);
    }
}
