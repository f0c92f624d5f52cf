//! Who or what a claim is about: subjects that one telling word parts.

use std::sync::Arc;

use super::normalise::Spelling;

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

/// The words that a subject is called by, in their order; titles and words that say nothing are left out.
#[derive(Debug, Default)]
pub(super) struct Called(Vec<Arc<Spelling>>);

/// How the names of two subjects stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// They say nothing of it.
    Silent,
    /// One has a word in front or behind that makes it another: `York`, `New York`.
    Qualified,
    /// They share their last word and have different ones before it: `John Smith`, `Jane Smith`.
    Siblings,
    /// A word of one looks like a word of the other and is another: `police`, `policy`.
    Lookalikes,
}

impl Called {
    /// What a subject's words call it.
    pub(super) fn of(subject: &[Arc<Spelling>]) -> Self {
        let words = subject.iter().filter(|it| !it.is_stop_word && !TITLES.contains(&it.word.as_str()));
        Self(words.cloned().collect())
    }

    fn names(&self) -> Vec<&Spelling> {
        self.0.iter().filter(|it| it.is_name).map(|it| &**it).collect()
    }

    pub(super) fn beside(&self, other: &Self) -> Named {
        let looks_like = |it: &Arc<Spelling>| {
            let known = other.0.iter().any(|other| other.word == it.word);
            !known && other.0.iter().any(|other| is_spelled_like(it, other) && it.is_another(other))
        };
        if self.0.iter().any(looks_like) {
            return Named::Lookalikes;
        }
        let (mine, yours) = (self.names(), other.names());
        let (left, right) = (lacking(&mine, &yours), lacking(&yours, &mine));
        let share = left.len() < mine.len();
        let is_longer = left.is_empty() != right.is_empty();
        if share && is_longer && (sets_apart(&left) || sets_apart(&right)) {
            return Named::Qualified;
        }
        let last_is_one = mine.last().zip(yours.last()).is_some_and(|(a, b)| is_one(a, b));
        if last_is_one && !left.is_empty() && !right.is_empty() { Named::Siblings } else { Named::Silent }
    }
}

fn lacking<'a>(mine: &[&'a Spelling], yours: &[&Spelling]) -> Vec<&'a str> {
    let missing = mine.iter().filter(|it| !yours.iter().any(|other| is_one(it, other)));
    missing.map(|it| it.word.as_str()).collect()
}

fn sets_apart(words: &[&str]) -> bool {
    words.iter().any(|it| QUALIFIERS.contains(it) || GENERATIONS.contains(it))
}

/// Whether two words of names can stand for one: the same, an initial, a short form, another spelling.
fn is_one(a: &Spelling, b: &Spelling) -> bool {
    let (mine, yours) = (a.word.as_str(), b.word.as_str());
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    mine == yours
        || initial(mine, yours)
        || initial(yours, mine)
        || SHORT.iter().any(|row| row.contains(&mine) && row.contains(&yours))
        || is_spelled_like(a, b) && !a.is_another(b)
}

fn is_spelled_like(a: &Spelling, b: &Spelling) -> bool {
    let long = a.word.chars().count().min(b.word.chars().count()) >= 5;
    long && strsim::jaro_winkler(&a.word, &b.word) >= 0.9
}

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

    fn beside(a: &str, b: &str) -> Named {
        let of = |text: &str| Called::of(&words_of(text));
        assert_eq!(of(a).beside(&of(b)), of(b).beside(&of(a)));
        of(a).beside(&of(b))
    }

    #[test]
    fn one_telling_word_makes_another_thing() {
        assert_eq!(beside("South Korea", "North Korea"), Named::Siblings);
        assert_eq!(beside("John Smith", "Jane Smith"), Named::Siblings);
        assert_eq!(beside("American Airlines", "United Airlines"), Named::Siblings);
        assert_eq!(beside("New York", "York"), Named::Qualified);
        assert_eq!(beside("Equatorial Guinea", "Guinea"), Named::Qualified);
        assert_eq!(beside("Robert Kane", "Robert Kane Jr."), Named::Qualified);
        assert_eq!(beside("police", "policy"), Named::Lookalikes);
        assert_eq!(beside("Niger", "Nigeria"), Named::Lookalikes);
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
