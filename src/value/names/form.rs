//! Forms of names: whether two of them can be one person or one company.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;

use super::spelling;
use crate::english::names::address::{self, Addressed};
use crate::english::names::bodies::is_legal_form;
use crate::english::names::given::same_given_name;
use crate::english::names::other::one_name_at;
use crate::english::names::places::own_place_at;
use crate::english::plain::{is_telling, plain, signs_behind};

/// How two names compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameMatch {
    /// The same name, but for titles, legal forms, accents, or the order of its parts.
    Equal,
    /// One can be a shorter form of the other: `Knuth`, `D. E. Knuth`, `AWS`.
    Compatible,
    /// A letter or a usual spelling apart in one part: `Anna Jensen`, `Anne Jensen`. A misspelling, or somebody else.
    Similar,
    /// Two names.
    Different,
}

/// Compares two names of persons, companies, places or things.
pub fn same_name(a: &str, b: &str) -> NameMatch {
    if a == b {
        return NameMatch::Equal;
    }
    let (a, b) = (NameForm::of(a), NameForm::of(b));
    if a.parts.is_empty() || b.parts.is_empty() {
        return if a.parts == b.parts { NameMatch::Equal } else { NameMatch::Different };
    }
    match a.compare(&b) {
        // Father and son, or husband and wife, share all the rest.
        _ if told_apart(a.generation, b.generation) || told_apart(a.addressed, b.addressed) => {
            NameMatch::Different
        }
        NameMatch::Equal if a.generation != b.generation => NameMatch::Compatible,
        sameness => sameness,
    }
}

/// Whether both say which one they mean, and not the same.
fn told_apart<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.zip(b).is_some_and(|(mine, yours)| mine != yours)
}

/// A name in its parts, without what belongs to no name.
#[derive(Debug)]
struct NameForm {
    /// In lower case, under the one name of things that have several; a place with a telling word is one part.
    parts: Vec<String>,
    /// The parts with the last one, mostly the family name, first.
    turned: Vec<String>,
    joined: String,
    /// The parts without what spellings differ in.
    sounds: Vec<String>,
    /// Its letters, where it is written as one word of capitals: `FDIC`, `P&G`, or as `Nasa`.
    acronym: Option<String>,
    /// The letters in brackets behind it: `Federal Security Service (FSB)`.
    bracketed: Option<String>,
    /// The first letters of its words, legal forms and all, with and without the small words.
    initials: [String; 2],
    /// Which of several persons of the name: `Jr.`, `XVI`.
    generation: Option<u8>,
    /// By the title before it.
    addressed: Option<Addressed>,
}

/// Every name is compared with many others: what was made of one is kept, up to a bound.
const MOST_FORMS: usize = 1 << 14;

thread_local! {
    static FORMS: RefCell<HashMap<String, Rc<NameForm>>> = RefCell::default();
}

impl NameForm {
    fn of(name: &str) -> Rc<Self> {
        FORMS.with_borrow_mut(|forms| {
            if let Some(form) = forms.get(name) {
                return Rc::clone(form);
            }
            if forms.len() >= MOST_FORMS {
                forms.clear();
            }
            let form = Rc::new(Self::new(name));
            forms.insert(name.to_owned(), Rc::clone(&form));
            form
        })
    }

    fn new(name: &str) -> Self {
        let plain: String = plain(name).nfkd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).collect();
        let (name, behind) = plain.split_once(['(', '[']).unwrap_or((&plain, ""));
        let bracketed = behind.split([')', ']']).next().and_then(acronym).filter(|_| !name.trim().is_empty());
        let mut written = in_order(name);
        let acronym = if written.len() == 1 { written.first().and_then(|word| acronym(word)) } else { None };
        let generation = take_generation(&mut written);
        let initials = [
            initials(&written, |word| !matches!(word, "the" | "and")),
            initials(&written, |word| !matches!(word, "the" | "and" | "of" | "for" | "in" | "on" | "de")),
        ];
        let mut parts = known_parts(&written);
        while parts.len() > 1
            && parts.last().is_some_and(|part| is_legal_form(part) || address::is_honour(part))
        {
            parts.pop();
        }
        let mut addressed = None;
        // Everything up to the last title goes: `CrowdStrike CEO George Kurtz`.
        if let Some(title) =
            parts.iter().rposition(|part| address::is_title(part)).filter(|title| title + 1 < parts.len())
        {
            let titles = parts.drain(..=title);
            addressed = titles.filter_map(|title| address::addressed(&title)).next_back();
        }
        join_places(&mut parts);
        let mut turned = parts.clone();
        turned.rotate_right(usize::from(!parts.is_empty()));
        let sounds = parts.iter().map(|part| spelling::sound(part)).collect();
        // `Canal+` calls itself Canal Plus, too.
        let joined = parts.concat().replace('+', "plus");
        Self { parts, turned, joined, sounds, acronym, bracketed, initials, generation, addressed }
    }

    /// How two names compare, whichever of several persons each means.
    fn compare(&self, other: &Self) -> NameMatch {
        let (a, b) = (self, other);
        if a.parts == b.parts || a.turned == b.parts || a.parts == b.turned || a.joined == b.joined {
            return NameMatch::Equal;
        }
        if a.is_model() && a.sorted() == b.sorted() {
            return NameMatch::Equal;
        }
        let (short, long) = if a.parts.len() <= b.parts.len() { (a, b) } else { (b, a) };
        if short.shortens(&long.parts) || short.shortens(&long.turned) || a.abbreviates(b) || b.abbreviates(a)
        {
            return NameMatch::Compatible;
        }
        if short.is_nearly(long) { NameMatch::Similar } else { NameMatch::Different }
    }

    /// Whether it names a make rather than somebody: the parts of `737-9 Max` stand in any order.
    fn is_model(&self) -> bool {
        self.parts.iter().any(|part| part.starts_with(|c: char| c.is_ascii_digit()))
    }

    fn sorted(&self) -> Vec<&str> {
        let mut parts: Vec<&str> = self.parts.iter().map(String::as_str).collect();
        parts.sort_unstable();
        parts
    }

    /// Whether all parts stand, in order, in the longer name; an initial stands for a part, and a short form for the given
    /// name that both begin with.
    fn shortens(&self, long: &[String]) -> bool {
        let mut rest = long.iter().enumerate();
        let mut whole = false;
        self.parts.iter().enumerate().all(|(at, part)| {
            rest.any(|(place, other)| {
                let same = part == other || is_initial_of(part, other) || is_initial_of(other, part);
                let given = at == 0 && place == 0 && same_given_name(part, other);
                // An initial alone is nobody's name, on either side.
                whole |= part == other && part.chars().count() > 1 || given && self.parts.len() == 1;
                same || given
            })
        }) && whole
            && self.same_family(long)
    }

    /// Two parts on either side must share the last: `Donald Knuth` is no shorter form of `Donald Knuth Trump`.
    fn same_family(&self, long: &[String]) -> bool {
        self.parts.len() < 2
            || long.len() < 3
            || self.parts.last() == long.last()
            || self.parts.first() == long.first()
    }

    /// Whether it is made of the initials of the other, or of the letters in brackets behind it: `FDIC`, `SVB`.
    fn abbreviates(&self, long: &Self) -> bool {
        let Some(letters) = &self.acronym else { return false };
        if self.bracketed.is_some() && self.bracketed == long.bracketed
            || long.bracketed.as_ref() == Some(letters)
        {
            return true;
        }
        let [all, telling] = &long.initials;
        // Of the `Department of Health and Human Services` the HHS leaves one letter out.
        let most =
            letters.len() >= 3 && telling.len() <= letters.len() + 2 && telling.contains(letters.as_str());
        telling.len() > 1 && (all == letters || telling == letters || most)
    }

    /// Whether one part alone differs, and that by one letter or by a usual spelling.
    fn is_nearly(&self, other: &Self) -> bool {
        if self.parts.len() != other.parts.len() {
            return false;
        }
        let mut differing = (0..self.parts.len()).filter(|&at| self.parts[at] != other.parts[at]);
        let (Some(at), None) = (differing.next(), differing.next()) else { return false };
        self.sounds[at] == other.sounds[at] || spelling::is_nearly(&self.parts[at], &other.parts[at])
    }
}

/// The words of a name in the order in which they are said: without what stands in small letters before the first capital
/// (`his son Suleman`), and with the family name last.
fn in_order(name: &str) -> Vec<String> {
    let (before, behind) = name.split_once(',').unwrap_or((name, ""));
    let (family, given) = (words(before), words(behind));
    let is_suffix = |word: &String| {
        let word = word.to_lowercase();
        is_legal_form(&word) || address::is_honour(&word) || address::generation(&word).is_some()
    };
    // A body may have commas in its name: `Bureau of Alcohol, Tobacco, Firearms and Explosives`.
    let body = family.iter().any(|word| matches!(word.as_str(), "of" | "for")) || given.len() > 4;
    let given_behind = !body && !given.iter().all(is_suffix);
    let mut written: Vec<String> = if given_behind {
        given.into_iter().chain(family).collect()
    } else {
        family.into_iter().chain(given).collect()
    };
    let first_capital =
        written.iter().position(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    written.drain(..first_capital.unwrap_or(0));
    written
}

/// The words of a text, without possessives and points.
fn words(text: &str) -> Vec<String> {
    if let Some(word) = text.trim().strip_suffix('-').filter(|word| signs_behind(word, "-") == 1) {
        // A grade: `AA-`, `O-`.
        return vec![format!("{word}-")];
    }
    let belongs = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '.' | '&' | '+' | '#');
    text.split(|c: char| !belongs(c) && !is_telling(c))
        .map(|word| word.replace('\u{2019}', "'"))
        .map(|word| word.strip_suffix("'s").map_or(word.clone(), str::to_owned))
        .map(|word| word.trim_matches(['\'', '.']).replace(['\'', '.'], ""))
        .filter(|word| !word.is_empty() && word != "&")
        .collect()
}

/// The letters of a word in capitals (`FDIC`, `P&G`, `DoJ`), or of one that newsrooms write like a name (`Nasa`).
fn acronym(word: &str) -> Option<String> {
    let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let plain = word.chars().all(|c| c.is_alphanumeric() || c == '&');
    let mixed = (2..=6).contains(&letters) && capitals > 1;
    let like_a_name = (4..=6).contains(&letters) && word.starts_with(char::is_uppercase);
    let written = plain && letters > 1 && (capitals == letters || mixed || like_a_name);
    written.then(|| word.replace('&', "").to_lowercase())
}

fn initials(words: &[String], keep: fn(&str) -> bool) -> String {
    let words = words.iter().map(|word| word.to_lowercase()).filter(|word| keep(word));
    words.filter_map(|word| word.chars().next()).collect()
}

/// Takes the word that tells persons of one name apart: `Jr.`, `III`, `the Elder`, `Charles III of England`.
fn take_generation(words: &mut Vec<String>) -> Option<u8> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let elder = match lower.as_slice() {
        [_, .., the, age] if the == "the" => match age.as_str() {
            "elder" => Some(1),
            "younger" => Some(2),
            _ => None,
        },
        _ => None,
    };
    if elder.is_some() {
        words.truncate(words.len() - 2);
        return elder;
    }
    let (at, generation) = (1..words.len()).find_map(|at| {
        let word = lower.get(at)?;
        let ends = at + 1 == words.len() || lower.get(at + 1).is_some_and(|next| next == "of");
        let roman = word.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x'));
        // `Li Xi` has no number.
        let numeral = !roman || words.get(at).is_some_and(|word| word.chars().all(char::is_uppercase));
        let told = matches!(word.as_str(), "jr" | "jnr" | "sr" | "snr");
        address::generation(word).filter(|_| told || ends && numeral).map(|generation| (at, generation))
    })?;
    words.remove(at);
    Some(generation)
}

/// The words in lower case, under the one name of what has several: `U.K.` is the United Kingdom.
fn known_parts(words: &[String]) -> Vec<String> {
    let mut parts = Vec::with_capacity(words.len());
    let mut rest = words;
    while let [first, behind @ ..] = rest {
        if let Some((name, length)) = one_name_at(rest) {
            parts.extend(name.split(' ').map(str::to_owned));
            rest = rest.get(length..).unwrap_or_default();
        } else {
            parts.push(first.to_lowercase());
            rest = behind;
        }
    }
    parts.retain(|part| part != "the" && part != "and");
    parts
}

/// Makes one part of a place with a telling word, so that it is not met by the rest of it: `south sudan`.
fn join_places(parts: &mut Vec<String>) {
    let mut at = 0;
    while at < parts.len() {
        if let Some(length) = parts.get(at..).and_then(own_place_at) {
            let name = parts.drain(at..at + length).collect::<Vec<_>>().join(" ");
            parts.insert(at, name);
        }
        at += 1;
    }
}

fn is_initial_of(part: &str, other: &str) -> bool {
    let mut letters = part.chars();
    letters.next().is_some_and(|letter| other.starts_with(letter))
        && letters.next().is_none()
        && !other.ends_with(['+', '#', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use NameMatch::{Compatible, Different, Equal, Similar};

    #[test]
    fn an_initial_alone_names_nobody() {
        assert_eq!(same_name("T", "Turner"), Different);
        assert_eq!(same_name("Turner", "T"), Different);
        assert_eq!(same_name("A. Turner", "Ada T."), Different);
        assert_eq!(same_name("A. Turner", "Ada Turner"), Compatible);
    }

    #[test]
    fn names_of_persons_and_companies() {
        for (a, b, expected) in [
            ("Knuth, Donald E.", "Donald E. Knuth", Equal),
            ("Donald Knuth", "Knuth", Compatible),
            ("D. E. Knuth", "Donald E. Knuth", Compatible),
            ("D. Knuth", "Donald Ervin Knuth", Compatible),
            ("Donald A. Knuth", "Donald E. Knuth", Different),
            ("Donald Knuth", "Donald Trump", Different),
            ("Microsoft Corp.", "Microsoft", Equal),
            ("the Dali", "Dali", Equal),
            ("Apple Inc", "Apple, Inc.", Equal),
            ("Dr. Jane Smith", "Jane Smith", Equal),
            ("CrowdStrike CEO George Kurtz", "George Kurtz", Equal),
            ("Delta", "Delta Air Lines", Compatible),
            ("FDIC", "Federal Deposit Insurance Corporation", Compatible),
            ("SVB", "Silicon Valley Bank", Compatible),
            ("Paul-Henri Nargeolet", "Paul-Henry Nargeolet", Similar),
            ("Henrik Dahl", "Hendrik Dahl", Similar),
            ("Anna Jensen", "Anne Jensen", Similar),
            ("Steven Marsh", "Stephen Marsh", Similar),
            ("Philipp Kern", "Filip Kern", Similar),
            ("Mohammed Aziz", "Muhammad Aziz", Similar),
            ("A. Jensen", "Anne Jensen", Compatible),
            ("Anna Jensen", "Anna Maria Jensen", Compatible),
            ("Anna Jensen", "Anne Jansen", Different),
            ("Boris Jensen", "Anne Jensen", Different),
            ("Horizon Arctic", "Horizon Artic", Similar),
            ("his son Suleman", "Suleman", Equal),
            ("Suleman", "Suleman Dawood", Compatible),
            ("Emmanuel Macron", "Emmanuel Mácron", Equal),
            ("Nvidia", "AMD", Different),
            ("J.P. Morgan", "JP Morgan", Equal),
            ("JPMorgan Chase & Co.", "JPMorgan Chase", Equal),
            ("Martin Luther King Jr.", "Martin Luther King", Compatible),
            ("NBC", "CNBC", Different),
            ("Robert Kane Jr.", "Robert Kane Sr.", Different),
            ("Kane, Robert, Jr.", "Robert Kane Jr.", Equal),
            ("Pliny the Elder", "Pliny the Younger", Different),
            ("Pope Benedict XVI", "Benedict XV", Different),
            ("King Charles III of England", "Charles III", Compatible),
            ("Li Xi", "Li Keqiang", Different),
            ("Mr Baker", "Mrs Baker", Different),
            ("Mr Baker", "Alan Baker", Compatible),
            ("Joe Biden", "Joseph R. Biden", Compatible),
            ("Bill Gates", "William Gates", Compatible),
            ("Joe Biden", "Jill Biden", Different),
            ("NASA", "National Aeronautics and Space Administration", Equal),
            ("Nasa", "NASA", Equal),
            ("HHS", "Department of Health and Human Services", Compatible),
            ("FSB", "Federal Security Service of Russia (FSB)", Compatible),
            ("ATF", "Bureau of Alcohol, Tobacco, Firearms and Explosives", Compatible),
            ("P&G", "Procter and Gamble", Compatible),
            ("Sudan", "South Sudan", Different),
            ("York", "New York", Different),
            ("New York", "New York City", Compatible),
            ("Delhi", "New Delhi", Compatible),
            ("South Korea", "Korea", Compatible),
            ("Türkiye", "Turkey", Equal),
            ("Kiev, Ukraine", "Kyiv", Compatible),
            ("US Air Force", "United States Air Force", Equal),
            ("C++", "C#", Different),
            ("Trainium™", "Trainium", Equal),
            ("Nord\u{ad}see", "Nordsee", Equal),
            ("✅", "❌", Different),
            ("AA-", "AA", Different),
            ("O-", "O+", Different),
            ("F#", "F", Different),
            ("BBB+", "BBB-", Different),
            ("Canal+", "Canal Plus", Equal),
        ] {
            assert_eq!(same_name(a, b), expected, "{a} / {b}");
            assert_eq!(same_name(b, a), expected, "{b} / {a}");
        }
    }
}
