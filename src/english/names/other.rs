//! Other names of one thing, from the table in `other.txt`: Türkiye and Turkey, the AP and The Associated Press.
//!
//! Whoever compares whole names asks [`one_name`] for both and compares the answers; whoever reads running words asks
//! [`one_name_at`] at each of them, and goes on behind those that the name took.
//!
//! ```
//! use gainsay::english::names::other::{one_name, one_name_at};
//!
//! assert_eq!(one_name("Türkiye"), one_name("Turkey"));
//! assert_eq!(one_name("The Associated Press"), Some("associated press"));
//! assert_eq!(one_name("us"), None, "a pronoun");
//! assert_eq!(one_name_at(&["U.S.", "troops"]), Some(("united states", 1)));
//! ```

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use unicode_normalization::UnicodeNormalization;

use crate::english::table::{Table, table};

/// Names by their words; those that ask for their very case stand as they are written, all others in lower case.
static NAMES: Table = table!(include_str!("other.sorted.txt"));

/// The most words a name of the table has.
const LONGEST: usize = 6;

/// The one name of a thing that has several in the table, in lower case; none for whatever else. The name is given as it is
/// written: `US` is a country, `us` is none.
pub fn one_name(name: &str) -> Option<&'static str> {
    let words: Vec<&str> = name.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let words = match words.split_first() {
        Some((the, rest)) if the.eq_ignore_ascii_case("the") && !rest.is_empty() => rest,
        _ => &words,
    };
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    found(words)
}

/// The one name of the thing that the first of some words name, and how many of them do; the longest name wins, so that
/// `South America` is no part of the United States.
pub fn one_name_at<S: AsRef<str>>(words: &[S]) -> Option<(&'static str, usize)> {
    let longest = words.first().map_or(0, |first| longest(first.as_ref()));
    let words: Vec<&str> = words.iter().take(longest).map(AsRef::as_ref).collect();
    (1..=words.len()).rev().find_map(|length| Some((found(words.get(..length)?)?, length)))
}

/// Whether a name of the table may begin with a word, as it is written.
pub fn opens(word: &str) -> bool {
    longest(word) > 0
}

/// How many words the longest name of the table has that may begin with a word; 0 where none does.
fn longest(word: &str) -> usize {
    let written = folded(word);
    OPENINGS.with_borrow_mut(|kept| {
        if let Some(&longest) = kept.get(&*written) {
            return longest;
        }
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        let longest = NAMES.most_words(&written).max(NAMES.most_words(&written.to_lowercase()));
        kept.insert((*written).into(), longest);
        longest
    })
}

/// So many names are kept with what was found of them: texts repeat theirs.
const MOST_KEPT: usize = 1 << 14;

thread_local! {
    static KEPT: RefCell<HashMap<Box<str>, Option<&'static str>, RandomState>> = RefCell::default();
    static OPENINGS: RefCell<HashMap<Box<str>, usize, RandomState>> = RefCell::default();
}

/// The row of some words: in their own case, or else in lower case.
fn found(words: &[&str]) -> Option<&'static str> {
    let mut written = String::with_capacity(words.iter().map(|it| it.len() + 1).sum());
    for (at, word) in words.iter().enumerate() {
        written.push_str(if at > 0 { " " } else { "" });
        written.push_str(&folded(word));
    }
    KEPT.with_borrow_mut(|kept| {
        if let Some(&found) = kept.get(written.as_str()) {
            return found;
        }
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        let found = NAMES.get(&written).or_else(|| NAMES.get(&written.to_lowercase()));
        kept.insert(written.into(), found);
        found
    })
}

/// A word without its accents, points and apostrophes.
fn folded(word: &str) -> Cow<'_, str> {
    let mark = |c: char| matches!(c, '.' | ',' | '\'' | '\u{2019}' | '\u{300}'..='\u{36f}');
    if word.is_ascii() && !word.contains(mark) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.nfkd().filter(|c| !mark(*c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::table;

    #[test]
    fn other_names_are_one() {
        for (a, b) in [
            ("Türkiye", "Turkey"),
            ("Kyiv", "Kiev"),
            ("U.K.", "the United Kingdom"),
            ("US", "America"),
            ("Côte d’Ivoire", "Ivory Coast"),
            ("AFP", "Agence France-Presse"),
            ("The Associated Press", "AP"),
            ("Burma", "Myanmar"),
            ("Washington, D.C.", "DC"),
            ("WHO", "World Health Organisation"),
        ] {
            assert!(one_name(a).is_some() && one_name(a) == one_name(b), "{a} / {b}");
        }
    }

    #[test]
    fn longer_names_and_common_words_are_not_the_shorter_ones() {
        assert_ne!(one_name("South America"), one_name("America"));
        for none in ["us", "who", "ap", "pa", "", "the", "Sudan", "United"] {
            assert_eq!(one_name(none), None, "{none}");
        }
        assert_eq!(one_name_at(&["South", "America", "trip"]), Some(("south america", 2)));
        assert_eq!(one_name_at(&["Great", "Britain"]), Some(("united kingdom", 2)));
        assert_eq!(one_name_at::<&str>(&[]), None);
        assert!(opens("U.S.") && opens("Great") && opens("Türkiye") && !opens("bridge"));
    }

    #[test]
    fn the_table_is_written_as_it_is_looked_up() {
        let mut rows = std::collections::BTreeMap::new();
        for line in
            include_str!("other.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let first = line.split(" | ").next().unwrap_or(line);
            for name in line.split(" | ") {
                let plain = name.strip_prefix('=').unwrap_or(name);
                let known = rows.insert(plain.to_owned(), first.to_owned());
                assert_eq!(known, None, "{name} stands twice");
                assert!(plain.split(' ').count() <= LONGEST, "{name} is too long");
                assert!(name.starts_with('=') || plain == plain.to_lowercase(), "{name}: lower case");
            }
        }
        table::assert_file("src/english/names/other.sorted.txt", "other.txt", &rows);
    }
}
