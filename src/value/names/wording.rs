//! Words around names, in English.

use super::super::token::Phrase;

/// Words before names that are not all of them.
pub(super) const CALLED: &[&str] = &[
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
pub(super) enum Mark {
    /// There are more.
    Opens,
    /// It is not certain.
    Doubts,
}

/// Words that make a name uncertain.
pub(super) fn doubts(word: &str) -> bool {
    matches!(
        word,
        "reportedly" | "allegedly" | "possibly" | "probably" | "perhaps" | "apparently" | "likely" | "maybe"
    )
}

/// Whether an item of a list stands for those who are not named.
pub(super) fn opens(item: &str) -> bool {
    let lower = item.to_lowercase();
    let mut words = lower.split_whitespace().filter(|word| *word != "and");
    let Some(first) = words.next() else { return false };
    let second = words.next().unwrap_or_default();
    matches!(first.trim_end_matches('.'), "others" | "other" | "etc" | "more" | "among" | "…" | "...")
        || (matches!(second, "others" | "other" | "more") && words.next().is_none_or(|_| second == "other"))
}

/// A name without a mark before it.
pub(super) fn without_mark(item: &str) -> (&str, Option<Mark>) {
    if let Some((word, rest)) = item.split_once(' ') {
        if doubts(&word.to_lowercase()) {
            return (rest.trim(), Some(Mark::Doubts));
        }
        if word.eq_ignore_ascii_case("including") {
            return (rest.trim(), Some(Mark::Opens));
        }
        if let Some(name) = rest.strip_prefix("as ").filter(|_| word.eq_ignore_ascii_case("such")) {
            return (name.trim(), Some(Mark::Opens));
        }
    }
    (item, None)
}

/// Whether the tokens between two places stand for those who are not named: `among others`, `and two others`.
pub(super) fn is_rest(phrase: &Phrase, from: usize, to: usize) -> bool {
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
pub(super) fn is_particle(word: &str) -> bool {
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
pub(super) fn is_kin(word: &str) -> bool {
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
pub(super) fn is_common(word: &str) -> bool {
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

/// Whether `and` at a place belongs to one name: `Department of Financial Protection and Innovation`.
pub(super) fn joins_a_name(phrase: &Phrase, start: usize, at: usize, end: usize) -> bool {
    if at == start {
        return false;
    }
    let commas = (start..end).any(|place| phrase.symbol(place) == Some(','));
    let office = (start..at).any(|place| {
        matches!(
            phrase.word(place),
            "department"
                | "ministry"
                | "office"
                | "bureau"
                | "institute"
                | "centers"
                | "centre"
                | "center"
                | "secretary"
                | "minister"
                | "committee"
                | "agency"
                | "school"
                | "court"
                | "society"
                | "museum"
        )
    });
    let of = (start..at).any(|place| matches!(phrase.word(place), "of" | "for"));
    let last_word = phrase.word(end.saturating_sub(1));
    let body = matches!(
        last_word,
        "commission"
            | "administration"
            | "agency"
            | "authority"
            | "service"
            | "council"
            | "committee"
            | "organization"
            | "organisation"
            | "association"
            | "department"
            | "bureau"
            | "board"
            | "ministry"
            | "company"
            | "co"
            | "sons"
            | "museum"
            | "corps"
            | "guard"
    );
    // `Food and Drug Administration`: one word before, a body behind.
    let joined = matches!(
        phrase.word(at - 1),
        "food"
            | "securities"
            | "oceanic"
            | "health"
            | "customs"
            | "immigration"
            | "trade"
            | "science"
            | "safety"
            | "exchange"
            | "culture"
            | "education"
            | "energy"
            | "aeronautics"
            | "procter"
            | "marks"
            | "johnson"
            | "barnes"
            | "trinidad"
            | "antigua"
            | "bosnia"
            | "alcohol"
            | "competition"
            | "revenue"
            | "research"
            | "media"
    );
    !commas
        && ((of && office)
            || (body && joined && at == start + 1)
            || (joined
                && matches!(
                    phrase.word(at + 1),
                    "gamble"
                        | "spencer"
                        | "johnson"
                        | "noble"
                        | "tobago"
                        | "barbuda"
                        | "herzegovina"
                        | "atmospheric"
                        | "markets"
                        | "customs"
                        | "human"
                        | "border"
                )))
}

/// Whether what stands behind a comma belongs to the name before it: `Foo, Inc.`, `Martin Luther King, Jr.`
pub(super) fn continues_behind_comma(word: &str) -> bool {
    crate::english::names::bodies::is_legal_form(word) || matches!(word, "jr" | "sr")
}

/// Whether a name is an office and no name: `CEO of Microsoft Gaming`.
pub(super) fn is_office(phrase: &Phrase, at: usize) -> bool {
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
pub(super) fn is_aside(phrase: &Phrase, at: usize) -> bool {
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
