//! Forms of names: whether two of them can be one person or one company.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;

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

/// Compares two names of persons, companies or things.
pub fn same_name(a: &str, b: &str) -> NameMatch {
    if a == b {
        return NameMatch::Equal;
    }
    let (a, b) = (Form::of(a), Form::of(b));
    if a.parts.is_empty() || b.parts.is_empty() {
        return if a.parts == b.parts { NameMatch::Equal } else { NameMatch::Different };
    }
    if a.parts == b.parts || a.turned == b.parts || a.parts == b.turned || a.joined == b.joined {
        return NameMatch::Equal;
    }
    if a.is_model() && a.sorted() == b.sorted() {
        return NameMatch::Equal;
    }
    let (short, long) = if a.parts.len() <= b.parts.len() { (&a, &b) } else { (&b, &a) };
    if short.shortens(&long.parts) || short.shortens(&long.turned) || short.abbreviates(long) {
        return NameMatch::Compatible;
    }
    if short.is_nearly(long) { NameMatch::Similar } else { NameMatch::Different }
}

/// A name in its parts, without what belongs to no name.
#[derive(Debug)]
struct Form {
    parts: Vec<String>,
    /// The parts with the last one, mostly the family name, first.
    turned: Vec<String>,
    joined: String,
    /// The parts without what spellings differ in.
    sounds: Vec<String>,
    /// Written in capitals alone: `FDIC`.
    capitals: bool,
    /// The first letters of its words, legal forms and all, with and without the small words.
    initials: [String; 2],
}

/// Every name is compared with many others: what was made of one is kept, up to a bound.
const MOST_FORMS: usize = 1 << 14;

thread_local! {
    static FORMS: RefCell<HashMap<String, Rc<Form>>> = RefCell::default();
}

impl Form {
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
        let name = name.split(['(', '[']).next().unwrap_or(name);
        let plain: String = name.nfkd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).collect();
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '.' | '&' | '+')))
                .map(|word| word.replace('\u{2019}', "'"))
                .map(|word| word.strip_suffix("'s").map_or(word.clone(), str::to_owned))
                .map(|word| word.trim_matches(['\'', '.']).replace(['\'', '.'], ""))
                .filter(|word| !word.is_empty() && word != "&")
                .collect()
        };
        let (before, behind) = plain.split_once(',').unwrap_or((&plain, ""));
        let (family, given) = (words(before), words(behind));
        let only_suffix =
            given.iter().all(|word| is_legal_form(&word.to_lowercase()) || is_suffix(&word.to_lowercase()));
        let family_first = !only_suffix;
        let mut written: Vec<String> =
            if family_first { given.into_iter().chain(family).collect() } else { family };
        // `his son Suleman`: what stands in small letters before the first capital is no part of the name.
        let first_capital = written
            .iter()
            .position(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
        written.drain(..first_capital.unwrap_or(0));
        let capitals = written.len() == 1
            && written.first().is_some_and(|word| word.len() > 1 && word.chars().all(char::is_uppercase));
        let mut parts: Vec<String> = written
            .iter()
            .map(|word| word.to_lowercase())
            .filter(|word| word != "the" && word != "and")
            .collect();
        let initials = |keep: fn(&str) -> bool| -> String {
            parts.iter().filter(|part| keep(part)).filter_map(|part| part.chars().next()).collect()
        };
        let initials =
            [initials(|_| true), initials(|part| !matches!(part, "of" | "for" | "in" | "on" | "de"))];
        while parts.len() > 1 && parts.last().is_some_and(|part| is_legal_form(part) || is_suffix(part)) {
            parts.pop();
        }
        // Everything up to the last title goes: `CrowdStrike CEO George Kurtz`.
        if let Some(title) =
            parts.iter().rposition(|part| is_title(part)).filter(|title| title + 1 < parts.len())
        {
            parts.drain(..=title);
        }
        let mut turned = parts.clone();
        turned.rotate_right(usize::from(!parts.is_empty()));
        let sounds = parts.iter().map(|part| sound(part)).collect();
        Self { joined: parts.concat(), turned, sounds, parts, capitals, initials }
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

    /// Whether all parts stand, in order, in the longer name; an initial stands for a part.
    fn shortens(&self, long: &[String]) -> bool {
        let mut rest = long.iter();
        let mut whole = false;
        self.parts.iter().all(|part| {
            rest.any(|other| {
                let same = part == other || is_initial_of(part, other) || is_initial_of(other, part);
                whole |= same && part.chars().count() > 1;
                same
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

    /// Whether it is made of the initials of the other: `FDIC`, `SVB`.
    fn abbreviates(&self, long: &Self) -> bool {
        let [letters] = self.parts.as_slice() else { return false };
        self.capitals && letters.chars().count() > 1 && long.initials.contains(letters)
    }

    /// Whether one part alone differs, and that by one letter or by a usual spelling.
    fn is_nearly(&self, other: &Self) -> bool {
        if self.parts.len() != other.parts.len() {
            return false;
        }
        let mut differing = (0..self.parts.len()).filter(|&at| self.parts[at] != other.parts[at]);
        let (Some(at), None) = (differing.next(), differing.next()) else { return false };
        let (mine, yours) = (&self.parts[at], &other.parts[at]);
        is_a_letter_apart(mine, yours)
            || self.sounds[at] == other.sounds[at]
            || SPELLINGS.iter().any(|row| is_in(row, mine) && is_in(row, yours))
    }
}

fn is_initial_of(part: &str, other: &str) -> bool {
    let mut letters = part.chars();
    letters.next().is_some_and(|letter| other.starts_with(letter)) && letters.next().is_none()
}

/// Names that newsrooms spell in several ways, where [`sound`] does not tell.
const SPELLINGS: &[&str] = &[
    "john jon",
    "sean shaun shawn",
    "jeffrey jeffery geoffrey",
    "catherine katherine kathryn catharine",
    "muhammad mohammed mohamed mohammad muhammed",
    "yusuf yousef youssef yousuf",
    "ahmed ahmad",
    "hussein husain hossein",
    "dmitry dmitri dimitri",
    "alexander aleksandr alexandr",
    "sergei sergey serhiy",
    "kiev kyiv",
    "odessa odesa",
];

fn is_in(row: &str, name: &str) -> bool {
    row.split(' ').any(|word| word == name)
}

fn is_a_letter_apart(a: &str, b: &str) -> bool {
    let (mine, yours) = (a.chars().count(), b.chars().count());
    mine.min(yours) >= 4 && mine.abs_diff(yours) <= 1 && strsim::damerau_levenshtein(a, b) == 1
}

/// A name without what spellings of it differ in: `Stephen` and `Steven`, `Philipp` and `Filip`.
fn sound(name: &str) -> String {
    let folded = name.replace("ph", "f").replace("ck", "k").replace("th", "t");
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        let c = match c {
            'v' | 'w' => 'f',
            'c' => 'k',
            'y' => 'i',
            'z' => 's',
            c => c,
        };
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Legal forms of companies, in lower case and without points.
pub(super) fn is_legal_form(word: &str) -> bool {
    matches!(
        word,
        "inc"
            | "incorporated"
            | "corp"
            | "corporation"
            | "co"
            | "company"
            | "ltd"
            | "limited"
            | "llc"
            | "llp"
            | "lp"
            | "plc"
            | "ag"
            | "sa"
            | "se"
            | "nv"
            | "bv"
            | "gmbh"
            | "spa"
            | "ab"
            | "asa"
            | "oyj"
            | "pty"
            | "kk"
            | "holdings"
            | "group"
            | "pjsc"
            | "kg"
            | "kgaa"
            | "sas"
            | "srl"
            | "as"
            | "pbc"
    )
}

/// What may stand behind a person's name.
pub(super) fn is_suffix(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv" | "phd" | "md" | "esq" | "kc" | "qc" | "mp" | "obe")
}

/// Titles before a name, in lower case and without points.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "dr"
            | "prof"
            | "professor"
            | "sir"
            | "dame"
            | "lord"
            | "lady"
            | "ceo"
            | "cfo"
            | "cto"
            | "coo"
            | "chairman"
            | "chairwoman"
            | "chair"
            | "president"
            | "vice-president"
            | "gov"
            | "governor"
            | "sen"
            | "senator"
            | "rep"
            | "representative"
            | "secretary"
            | "minister"
            | "chancellor"
            | "mayor"
            | "judge"
            | "justice"
            | "gen"
            | "general"
            | "col"
            | "colonel"
            | "lt"
            | "sgt"
            | "capt"
            | "captain"
            | "officer"
            | "rev"
            | "reverend"
            | "pope"
            | "king"
            | "queen"
            | "prince"
            | "princess"
            | "sheikh"
            | "founder"
            | "co-founder"
            | "director"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "adm"
            | "admiral"
            | "det"
            | "detective"
            | "sheriff"
            | "attorney"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use NameMatch::{Compatible, Different, Equal, Similar};

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
            ("Martin Luther King Jr.", "Martin Luther King", Equal),
            ("NBC", "CNBC", Different),
        ] {
            assert_eq!(same_name(a, b), expected, "{a} / {b}");
            assert_eq!(same_name(b, a), expected, "{b} / {a}");
        }
    }
}
