//! Words around names, in English.

use super::super::token::Phrase;
use super::bodies::{self, BODIES, FIELDS, HEADS};

/// Words before names that are not all of them.
pub(crate) const CALLED: &[&str] = &[
    "including",
    "such as",
    "among them",
    "like",
    "for example",
    "for instance",
    "e.g",
    "notably",
    "particularly",
    "especially",
    "companies like",
];

/// What a word before a name in a list says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameMark {
    /// There are more.
    Opens,
    /// It is not certain.
    Doubts,
}

/// Words that make a name uncertain.
pub(crate) fn doubts(word: &str) -> bool {
    matches!(
        word,
        "reportedly" | "allegedly" | "possibly" | "probably" | "perhaps" | "apparently" | "likely" | "maybe"
    )
}

/// Whether an item of a list stands for those who are not named.
pub(crate) fn opens(item: &str) -> bool {
    let lower = item.to_lowercase();
    let mut words = lower.split_whitespace().filter(|word| *word != "and");
    let Some(first) = words.next() else { return false };
    let second = words.next().unwrap_or_default();
    matches!(first.trim_end_matches('.'), "others" | "other" | "etc" | "more" | "among" | "…" | "...")
        || (matches!(second, "others" | "other" | "more") && words.next().is_none_or(|_| second == "other"))
}

/// A name without a mark before it.
pub(crate) fn without_mark(item: &str) -> (&str, Option<NameMark>) {
    if let Some((word, rest)) = item.split_once(' ') {
        if doubts(&word.to_lowercase()) {
            return (rest.trim(), Some(NameMark::Doubts));
        }
        if word.eq_ignore_ascii_case("including") {
            return (rest.trim(), Some(NameMark::Opens));
        }
        if let Some(name) = rest.strip_prefix("as ").filter(|_| word.eq_ignore_ascii_case("such")) {
            return (name.trim(), Some(NameMark::Opens));
        }
    }
    (item, None)
}

/// Whether the tokens between two places stand for those who are not named: `among others`, `and two others`.
pub(crate) fn is_rest(phrase: &Phrase, from: usize, to: usize) -> bool {
    let mut at = from;
    if phrase.symbol(at) == Some(',') {
        at += 1;
    }
    match phrase.word(at) {
        "among" => return matches!(phrase.word(at + 1), "others" | "other") && to <= at + 3,
        "etc" => return to == at + 1,
        "et" => return phrase.word(at + 1) == "al" && to == at + 2,
        "and" | "or" => at += 1,
        _ if at == from => return false,
        _ => {}
    }
    // At most `and two other big companies`.
    to - at <= 4
        && (at..to).all(|place| !phrase.word(place).is_empty() || phrase.number(place).is_some())
        && (at..to).any(|place| {
            matches!(
                phrase.word(place),
                "others"
                    | "other"
                    | "more"
                    | "elsewhere"
                    | "team"
                    | "family"
                    | "colleagues"
                    | "staff"
                    | "crew"
                    | "partners"
                    | "associates"
                    | "beyond"
                    | "supporters"
                    | "allies"
            )
        })
}

/// Small words inside names: `Bank of America`, `Ursula von der Leyen`.
pub(crate) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "for"
            | "de"
            | "del"
            | "della"
            | "der"
            | "den"
            | "des"
            | "di"
            | "da"
            | "dos"
            | "du"
            | "la"
            | "le"
            | "los"
            | "las"
            | "van"
            | "von"
            | "zu"
            | "bin"
            | "ibn"
            | "al"
            | "el"
            | "ben"
            | "y"
            | "ter"
            | "ten"
            | "af"
            | "av"
    )
}

/// Words of kinship and office before a name: `his son Suleman`.
pub(crate) fn is_kin(word: &str) -> bool {
    matches!(
        word,
        "his"
            | "her"
            | "their"
            | "son"
            | "daughter"
            | "wife"
            | "husband"
            | "brother"
            | "sister"
            | "father"
            | "mother"
            | "founder"
            | "president"
            | "chairman"
            | "chairwoman"
            | "chair"
            | "senator"
            | "director"
            | "minister"
            | "prime"
            | "mayor"
            | "governor"
            | "general"
            | "actor"
            | "singer"
            | "author"
            | "billionaire"
            | "businessman"
            | "executive"
            | "chief"
            | "former"
            | "secretary"
            | "king"
            | "queen"
            | "prince"
            | "princess"
            | "pope"
            | "judge"
            | "professor"
            | "officer"
            | "captain"
            | "coach"
    )
}

/// Words with a capital only because they begin a sentence.
pub(crate) fn is_common(word: &str) -> bool {
    matches!(
        word,
        "many"
            | "tbd"
            | "tba"
            | "several"
            | "few"
            | "some"
            | "most"
            | "all"
            | "none"
            | "others"
            | "other"
            | "both"
            | "nobody"
            | "nothing"
            | "everyone"
            | "unknown"
            | "unclear"
            | "undisclosed"
            | "pending"
            | "various"
            | "multiple"
            | "cash"
            | "unhurt"
            | "injured"
            | "dead"
            | "alive"
            | "missing"
            | "safe"
            | "open"
            | "closed"
            | "none'"
            | "it"
            | "they"
            | "he"
            | "she"
            | "this"
            | "that"
            | "there"
            | "here"
            | "now"
            | "never"
            | "always"
            | "often"
            | "yes"
            | "no"
            | "not"
            | "a"
            | "an"
            | "the"
            | "i"
            | "we"
            | "you"
            | "once"
            | "twice"
            | "partly"
            | "fully"
            | "completely"
            | "destroyed"
            | "damaged"
            | "stable"
            | "critical"
            | "guilty"
            | "suicide"
            | "murder"
            | "arson"
            | "accident"
            | "fire"
            | "male"
            | "female"
            | "high"
            | "low"
            | "rising"
            | "falling"
            | "ongoing"
            | "complete"
            | "half"
            | "double"
            | "recently"
            | "soon"
            | "later"
            | "immediately"
            | "worldwide"
            | "nationwide"
            | "abroad"
            | "downtown"
            | "unharmed"
            | "hospitalized"
            | "hospitalised"
            | "resigned"
            | "retired"
            | "married"
            | "single"
            | "divorced"
            | "red"
            | "blue"
            | "green"
            | "black"
            | "white"
            | "yellow"
            | "grey"
            | "gray"
            | "silver"
    )
}

/// Whether `and`, or a comma, at a place belongs to one name: `Department of Financial Protection and Innovation`.
pub(crate) fn joins_a_name(phrase: &Phrase, start: usize, at: usize, end: usize) -> bool {
    if at == start {
        return false;
    }
    if fields_end(phrase, start, end).is_some_and(|behind| at < behind) {
        return true;
    }
    let the = usize::from(phrase.word(at + 1) == "the");
    if phrase.word(at) != "and" || (start..end).any(|place| phrase.symbol(place) == Some(',')) {
        return phrase.word(at) == "and"
            && bodies::joins_a_name(phrase.word(at - 1), phrase.word(at + 1 + the));
    }
    let names_another = HEADS.contains(&phrase.word(at + 1)) || is_acronym(phrase, at + 1) || the > 0;
    bodies::joins_a_name(phrase.word(at - 1), phrase.word(at + 1 + the))
        || !names_another && (has_fields(phrase, start, at) || ends_as_body(phrase, start, at, end))
}

/// Whether a noun that heads the name of a body stands before a place, with an `of` behind it.
fn has_fields(phrase: &Phrase, start: usize, at: usize) -> bool {
    let head = (start..at).find(|place| HEADS.contains(&phrase.word(*place)));
    // `Department of Energy and Tesla` are two.
    let another = FIELDS.contains(&phrase.word(at - 1)) && !FIELDS.contains(&phrase.word(at + 1));
    !another && head.is_some_and(|head| (head..at).any(|place| matches!(phrase.word(place), "of" | "for")))
}

/// Whether what an `and` joins is what a body is for, and its noun stands behind: `Food and Drug Administration`.
fn ends_as_body(phrase: &Phrase, start: usize, at: usize, end: usize) -> bool {
    let last = (at + 1..end).find(|place| phrase.word(*place) == "and").unwrap_or(end) - 1;
    FIELDS.contains(&phrase.word(at - 1))
        && BODIES.contains(&phrase.word(last))
        && last > at + 1
        && !(start..at).any(|place| BODIES.contains(&phrase.word(place)) && phrase.word(place) != "exchange")
}

/// Where the fields of a body end that are told one by one behind its noun: `Bureau of Alcohol, Tobacco, Firearms and
/// Explosives`. None unless a last one comes behind an `and`.
fn fields_end(phrase: &Phrase, start: usize, end: usize) -> Option<usize> {
    let head = (start..end.min(start + 4)).find(|place| HEADS.contains(&phrase.word(*place)))?;
    let mut at =
        (head + 1..end.min(head + 2)).find(|at| matches!(phrase.word(*at), "of" | "for" | "on"))? + 1;
    loop {
        // A field may have several words: `Human Services`.
        if !FIELDS.contains(&phrase.word(at)) {
            return None;
        }
        while at < end && FIELDS.contains(&phrase.word(at))
            || matches!(phrase.word(at), "services" | "violence")
        {
            at += 1;
        }
        let comma = usize::from(phrase.symbol(at) == Some(','));
        let and = phrase.word(at + comma) == "and";
        if and && FIELDS.contains(&phrase.word(at + comma + 1)) {
            at += comma + 1;
            while at < end && (FIELDS.contains(&phrase.word(at)) || phrase.word(at) == "services") {
                at += 1;
            }
            return Some(at);
        }
        if comma == 0 {
            return None;
        }
        at += 1;
    }
}

/// Whether a name begins with letters: `FAA`.
fn is_acronym(phrase: &Phrase, at: usize) -> bool {
    phrase
        .tokens
        .get(at)
        .is_some_and(|token| token.text.len() > 1 && token.text.bytes().all(|b| b.is_ascii_uppercase()))
}

/// Whether what stands behind a comma belongs to the name before it: `Foo, Inc.`, `Martin Luther King, Jr.`
pub(crate) fn continues_behind_comma(word: &str) -> bool {
    bodies::is_legal_form(word) || matches!(word, "jr" | "sr")
}

/// Whether a name is an office and no name: `CEO of Microsoft Gaming`.
pub(crate) fn is_office(phrase: &Phrase, at: usize) -> bool {
    matches!(
        phrase.word(at),
        "ceo"
            | "cfo"
            | "cto"
            | "coo"
            | "chairman"
            | "president"
            | "chair"
            | "director"
            | "head"
            | "minister"
            | "secretary"
            | "chief"
            | "founder"
            | "prime"
    ) && (phrase.word(at + 1) == "of" || at + 1 == phrase.len())
}

/// Whether what stands behind a name and a comma, up to the end, says who that is or whence it has its news.
pub(crate) fn is_aside(phrase: &Phrase, at: usize) -> bool {
    let end = phrase.len();
    if matches!(phrase.word(at), "citing" | "quoting") {
        return at + 1 < end;
    }
    // Another comma, or an `and` before a capital, is a list.
    let capital =
        |at: usize| phrase.tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_uppercase));
    let list = (at..end)
        .any(|place| phrase.symbol(place) == Some(',') || phrase.word(place) == "and" && capital(place + 1));
    let of = (at..end).find(|place| matches!(phrase.word(*place), "of" | "at" | "for")).unwrap_or(end);
    // Who it is ends with a role, or goes on with whose it is: `Microsoft's CEO`, `head of research at Citi`.
    let role = of > at && is_role(phrase.word(of - 1));
    let proper = capital(at) && !phrase.word(at).ends_with("'s") && !is_role(phrase.word(at));
    role && !list && !proper
}

/// What somebody is.
fn is_role(word: &str) -> bool {
    matches!(
        word,
        "executive"
            | "ceo"
            | "cfo"
            | "cto"
            | "coo"
            | "president"
            | "chairman"
            | "chairwoman"
            | "chairperson"
            | "chair"
            | "chief"
            | "founder"
            | "co-founder"
            | "cofounder"
            | "director"
            | "officer"
            | "owner"
            | "partner"
            | "head"
            | "manager"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "minister"
            | "secretary"
            | "chancellor"
            | "senator"
            | "congressman"
            | "congresswoman"
            | "lawmaker"
            | "governor"
            | "mayor"
            | "commissioner"
            | "ambassador"
            | "leader"
            | "analyst"
            | "economist"
            | "lawyer"
            | "attorney"
            | "prosecutor"
            | "judge"
            | "professor"
            | "researcher"
            | "scientist"
            | "investor"
            | "author"
            | "editor"
            | "coach"
            | "captain"
            | "pilot"
            | "king"
            | "queen"
            | "treasurer"
    )
}
