//! Verbs and their forms: the irregular ones by the table in `irregular.txt`, the others by their endings.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::RandomState;

/// What a form of a verb is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// `tear`
    Base,
    /// `tears`
    Present,
    /// `tore`
    Past,
    /// `torn`, of an irregular verb; what ends in -ed is taken for the past.
    Participle,
    /// `tearing`
    Going,
}

/// The forms of an irregular verb, in the order of the table.
type Row = [&'static str; 4];

/// Irregular verbs by each of their forms; where two are alike the earlier column counts last. Looked up only.
static IRREGULAR: LazyLock<HashMap<&'static str, (Row, VerbForm), RandomState>> = LazyLock::new(|| {
    let mut table: HashMap<_, _, RandomState> = HashMap::default();
    for line in lines(include_str!("irregular.txt")) {
        let mut words = line.split(' ');
        let mut next = || words.next().unwrap_or_default();
        let row: Row = [next(), next(), next(), next()];
        let [base, past, participle, going] = row;
        for (form, word) in [
            (VerbForm::Base, base),
            (VerbForm::Participle, participle),
            (VerbForm::Past, past),
            (VerbForm::Going, going),
        ] {
            // `lay` is a verb of its own before it is the past of `lie`.
            table
                .entry(word)
                .and_modify(|known: &mut (Row, VerbForm)| *known = (known.0, form))
                .or_insert((row, form));
        }
    }
    table
});

/// Regular verbs in their base form. Looked up only.
static REGULAR: LazyLock<HashSet<&'static str, RandomState>> =
    LazyLock::new(|| lines(include_str!("regular.txt")).flat_map(str::split_whitespace).collect());

/// Words in -ed and -ing that are no verbs.
const NO_VERBS: &[&str] = &[
    "neighboring",
    "neighbouring",
    "remaining",
    "evening",
    "morning",
    "building",
    "buildings",
    "during",
    "hundred",
    "including",
    "following",
    "according",
    "nothing",
    "something",
    "anything",
    "everything",
    "united",
    "thing",
    "king",
    "wing",
    "ring",
    "spring",
    "string",
    "ceiling",
    "wedding",
    "sibling",
    "sterling",
    "offspring",
    "shilling",
    "indeed",
    "breed",
    "speed",
    "freed",
    "exceed",
    "proceed",
    "succeed",
    "shed",
    "sacred",
    "hatred",
    "kindred",
    "pending",
    "missing",
    "outstanding",
    "beijing",
];

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// The form of a word that is a verb wherever it stands in running text: `tore`, `killing`, `swept`. The base and the
/// third person of many verbs are nouns, too; see [`may_be`].
pub fn form(word: &str) -> Option<VerbForm> {
    if NO_VERBS.contains(&word) {
        return None;
    }
    match IRREGULAR.get(word) {
        Some((_, VerbForm::Base)) => None,
        Some(&(_, form)) => Some(form),
        None if word.len() > 4 && word.ends_with("ing") => Some(VerbForm::Going),
        None if word.len() > 4 && word.ends_with("ed") => Some(VerbForm::Past),
        None => None,
    }
}

/// The form of a word that may be a verb or, with the same letters, a noun: `employs`, `costs`, `cut`.
pub fn may_be(word: &str) -> Option<VerbForm> {
    let base =
        |word: &str| REGULAR.contains(word) || IRREGULAR.get(word).is_some_and(|(row, _)| row[0] == word);
    let third = || {
        let stems = [word.strip_suffix('s'), word.strip_suffix("es")];
        let carried = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
        stems.into_iter().flatten().any(base) || carried.is_some_and(|it| base(&it))
    };
    form(word)
        .or_else(|| base(word).then_some(VerbForm::Base))
        .or_else(|| third().then_some(VerbForm::Present))
}

/// What was done, for a verb in any form: `killed` for `killing`, `torn` for `tore`, `destroyed` for `destroys`.
pub fn participle(verb: &str) -> String {
    row(verb).map_or_else(|| regular(verb), |row| row[2].to_owned())
}

/// What somebody did: `tore` for `tearing`.
pub fn past(verb: &str) -> String {
    row(verb).map_or_else(|| regular(verb), |row| row[1].to_owned())
}

/// Doing it: `owning` for `owned`, `carrying` for `carries`.
pub fn going(verb: &str) -> String {
    if let Some(row) = row(verb) {
        return row[3].to_owned();
    }
    let done = regular(verb);
    let stem = done.strip_suffix("ed").unwrap_or(&done);
    match stem.strip_suffix('i') {
        Some(stem) => format!("{stem}ying"),
        None => format!("{stem}ing"),
    }
}

fn row(verb: &str) -> Option<Row> {
    let known = |word: &str| IRREGULAR.get(word).map(|(row, _)| *row);
    let third = |ending: &str| verb.strip_suffix(ending).and_then(known);
    known(verb).or_else(|| third("s")).or_else(|| third("es"))
}

/// The past of a regular verb: `carried` for a y behind a consonant, `destroyed` for one behind a vowel.
fn regular(verb: &str) -> String {
    if verb.ends_with("ed") {
        return verb.to_owned();
    }
    let stem = match may_be(verb) {
        Some(VerbForm::Going) => verb.strip_suffix("ing"),
        Some(VerbForm::Present) => verb.strip_suffix("es").or_else(|| verb.strip_suffix('s')),
        _ => verb.strip_suffix('e'),
    };
    let stem = stem.unwrap_or(verb);
    let behind_vowel = stem.chars().rev().nth(1).is_some_and(|it| "aeiou".contains(it));
    match stem.strip_suffix('y') {
        Some(short) if !behind_vowel => format!("{short}ied"),
        _ => format!("{stem}ed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_has_its_form_whatever_the_verb() {
        for (verb, done) in [
            ("tore", "torn"),
            ("killing", "killed"),
            ("destroying", "destroyed"),
            ("carrying", "carried"),
            ("drove", "driven"),
            ("employs", "employed"),
            ("carries", "carried"),
            ("stopping", "stopped"),
            ("damage", "damaged"),
            ("went", "gone"),
            ("leaving", "left"),
            ("dying", "died"),
            ("save", "saved"),
        ] {
            assert_eq!(participle(verb), done, "{verb}");
        }
        assert_eq!(
            (past("tearing"), past("began"), past("swept")),
            ("tore".into(), "began".into(), "swept".into())
        );
        assert_eq!(
            (going("owned"), going("held"), going("carried")),
            ("owning".into(), "holding".into(), "carrying".into())
        );
    }

    #[test]
    fn verbs_are_known_by_their_form() {
        assert_eq!(form("dug"), Some(VerbForm::Past));
        assert_eq!(form("reaching"), Some(VerbForm::Going));
        assert_eq!(form("driven"), Some(VerbForm::Participle));
        assert_eq!(
            (form("morning"), form("hundred"), form("speed"), form("employs")),
            (None, None, None, None)
        );
        assert_eq!(
            (may_be("employs"), may_be("carries"), may_be("chips")),
            (Some(VerbForm::Present), Some(VerbForm::Present), None)
        );
    }
}
