//! Who or what a claim is about: subjects that one telling word parts.

use std::sync::Arc;

use super::normalise::Spelling;
use super::outline::Outline;
use crate::english::table::Table;

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

/// Names of countries, without words that say nothing.
static COUNTRIES: Table = Table::new(include_str!("countries.sorted.txt"));

/// The words that tell something, one after the other.
fn joined(words: &[Arc<Spelling>]) -> String {
    let telling = words.iter().filter(|it| !it.is_stop_word).map(|it| it.word.as_str());
    telling.collect::<Vec<_>>().join(" ")
}

/// The words that a subject is called by, in their order; titles and words that say nothing are left out.
#[derive(Debug, Default)]
pub(super) struct Called {
    words: Vec<Part>,
    /// Where it is a country, its name.
    country: Option<String>,
}

/// A word that a subject is called by, with what tells at a glance that it is unlike another one.
#[derive(Debug)]
struct Part {
    spelling: Arc<Spelling>,
    outline: Outline,
    /// A bit for each row of [`SHORT`] that has it.
    short: u64,
}

/// How the names of two subjects stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// They say nothing of it.
    Silent,
    /// One has a word in front or behind that makes it another: `York`, `New York`.
    Qualified,
    /// They are two countries.
    Countries,
    /// They share their last word and have different ones before it: `John Smith`, `Jane Smith`.
    Siblings,
    /// A word of one looks like a word of the other and is another: `police`, `policy`.
    Lookalikes,
}

impl Called {
    /// What a subject's words call it.
    pub(super) fn of(subject: &[Arc<Spelling>]) -> Self {
        let words = subject.iter().filter(|it| !it.is_stop_word && !TITLES.contains(&it.word.as_str()));
        let country = Some(joined(subject)).filter(|it| COUNTRIES.key(it).is_some());
        Self { words: words.map(Part::new).collect(), country }
    }

    fn names(&self) -> impl DoubleEndedIterator<Item = &Part> {
        self.words.iter().filter(|it| it.spelling.is_name)
    }

    /// The names that the other one lacks.
    fn lacked_by<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a Part> {
        self.names().filter(|it| !other.names().any(|other| it.is_one(other)))
    }

    fn looks_like(&self, other: &Self) -> bool {
        let looks_like = |it: &Part| {
            let likes =
                |theirs: &&Part| it.is_spelled_like(theirs) && it.spelling.is_another(&theirs.spelling);
            other.words.iter().any(|theirs| likes(&theirs)) && !other.words.iter().any(|theirs| it.is(theirs))
        };
        self.words.iter().any(looks_like)
    }

    pub(super) fn beside(&self, other: &Self) -> Named {
        if self.country.as_ref().zip(other.country.as_ref()).is_some_and(|(mine, yours)| mine != yours) {
            return Named::Countries;
        }
        if self.looks_like(other) {
            return Named::Lookalikes;
        }
        let (left, right) = (self.lacked_by(other).count(), other.lacked_by(self).count());
        let share = left < self.names().count();
        let sets_apart = |mine: &Self, yours: &Self| mine.lacked_by(yours).any(Part::sets_apart);
        if share && (sets_apart(self, other) || sets_apart(other, self)) {
            return Named::Qualified;
        }
        let last_is_one = left > 0
            && right > 0
            && self.names().last().zip(other.names().last()).is_some_and(|(a, b)| a.is_one(b));
        if last_is_one { Named::Siblings } else { Named::Silent }
    }
}

impl Part {
    fn new(spelling: &Arc<Spelling>) -> Self {
        let word = spelling.word.as_str();
        let rows = SHORT.iter().enumerate().filter(|(_, row)| row.contains(&word));
        let short = rows.fold(0, |bits, (row, _)| bits | 1 << row);
        Self { spelling: Arc::clone(spelling), outline: Outline::of(word), short }
    }

    fn is(&self, other: &Self) -> bool {
        self.spelling.word == other.spelling.word
    }

    /// Whether two words of names can stand for one: the same, an initial, a short form, another spelling.
    fn is_one(&self, other: &Self) -> bool {
        let initial = |short: &Self, long: &Self| {
            short.outline.length == 1 && long.spelling.word.starts_with(&short.spelling.word)
        };
        self.short & other.short != 0
            || self.is(other)
            || initial(self, other)
            || initial(other, self)
            || self.is_spelled_like(other) && !self.spelling.is_another(&other.spelling)
    }

    fn is_spelled_like(&self, other: &Self) -> bool {
        self.outline.length.min(other.outline.length) >= SHORTEST_LIKE
            && self.outline.length.max(other.outline.length) <= LONGEST_LIKE
            && self.outline.most_alike(&other.outline) >= SPELLED_LIKE
            && strsim::jaro_winkler(&self.spelling.word, &other.spelling.word) >= SPELLED_LIKE
    }

    fn sets_apart(&self) -> bool {
        let word = self.spelling.word.as_str();
        QUALIFIERS.contains(&word) || GENERATIONS.contains(&word)
    }
}

/// Words of so many letters at least, and at least so much alike by Jaro-Winkler, are spelled alike.
const SHORTEST_LIKE: u32 = 5;

/// Longer words are no misspellings of each other; comparing their letters would take as long as they are, squared.
const LONGEST_LIKE: u32 = 64;
const SPELLED_LIKE: f64 = 0.9;

/// Names that a label puts side by side: `Turkey and Syria`.
#[derive(Debug, Default)]
pub(super) struct Covers {
    together: Vec<(Box<str>, Box<str>)>,
    names: Vec<Box<str>>,
}

impl Covers {
    pub(super) fn of(label: &[Arc<Spelling>]) -> Self {
        let together = label.windows(3).filter_map(|words| match words {
            [one, and, other] if and.word == "and" && one.is_name && other.is_name => {
                Some((one.word.as_str().into(), other.word.as_str().into()))
            }
            _ => None,
        });
        let names = label.iter().filter(|it| it.is_name).map(|it| it.word.as_str().into());
        Self { together: together.collect(), names: names.collect() }
    }

    /// Whether it puts two names side by side of which the other has one alone.
    pub(super) fn more_than(&self, other: &Self) -> bool {
        self.together.iter().any(|(a, b)| other.names.contains(a) != other.names.contains(b))
    }
}

#[cfg(test)]
mod tests {
    use super::super::normalise::words_of;
    use super::*;
    use crate::english::table;

    #[test]
    fn the_table_of_countries_is_that_of_their_names() {
        let lines = include_str!("countries.txt").lines().filter(|line| !line.starts_with('#'));
        let rows = lines.map(|line| (joined(&words_of(line)), String::new())).collect();
        table::assert_file("src/linkage/countries.sorted.txt", "countries.txt", &rows);
    }

    fn beside(a: &str, b: &str) -> Named {
        let of = |text: &str| Called::of(&words_of(text));
        assert_eq!(of(a).beside(&of(b)), of(b).beside(&of(a)));
        of(a).beside(&of(b))
    }

    #[test]
    fn one_telling_word_makes_another_thing() {
        assert_eq!(beside("South Korea", "North Korea"), Named::Countries);
        assert_eq!(beside("Latvia", "Lithuania"), Named::Countries);
        assert_eq!(beside("South Bergen", "North Bergen"), Named::Qualified);
        assert_eq!(beside("John Smith", "Jane Smith"), Named::Siblings);
        assert_eq!(beside("American Airlines", "United Airlines"), Named::Siblings);
        assert_eq!(beside("New York", "York"), Named::Qualified);
        assert_eq!(beside("Equatorial Guinea", "Guinea"), Named::Countries);
        assert_eq!(beside("Robert Kane Sr.", "Robert Kane Jr."), Named::Qualified);
        assert_eq!(beside("Robert Kane", "Robert Kane Jr."), Named::Qualified);
        assert_eq!(beside("police", "policy"), Named::Lookalikes);
        assert_eq!(beside("Niger", "Nigeria"), Named::Countries);
    }

    #[test]
    fn what_two_names_cover_is_more_than_what_one_does() {
        let of = |text: &str| Covers::of(&words_of(text));
        assert!(of("dead in Turkey and Syria").more_than(&of("dead in Turkey")));
        assert!(!of("dead in Turkey").more_than(&of("dead in Turkey and Syria")));
        assert!(!of("dead in Turkey and Syria").more_than(&of("dead in the quake")));
    }

    #[test]
    fn titles_initials_and_short_forms_do_not() {
        assert_eq!(beside("President Joe Biden", "Joseph Biden"), Named::Silent);
        assert_eq!(beside("Mr Baker", "Alan Baker"), Named::Silent);
        assert_eq!(beside("J. Smith", "John Smith"), Named::Silent);
        assert_eq!(beside("Elliott Management", "Elliott Advisors"), Named::Silent);
        assert_eq!(beside("the ship", "the Dali"), Named::Silent);
    }
}
