//! Which phrases of a sentence state a fact that outlets may tell differently.

use std::ops::Range;

use super::sentence::{Sentence, is_verb};
use crate::mention::Mention;
use crate::value::{Content, Kind};

/// What a phrase answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// How much, or how many.
    Figure,
    /// When something was.
    Date,
    /// How far something has come.
    Stage,
    /// Which one.
    Name,
    /// Which ones.
    Names,
    /// Who told it first.
    Teller,
    /// Who holds an office.
    Office,
    /// What is so.
    State,
}

/// A phrase that states a fact: the places of its words, and what it answers.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) words: Range<usize>,
    pub(super) asks: Asks,
}

/// A sentence of fewer words is the furniture of a page: a button, a counter.
const FEWEST_WORDS: usize = 4;

/// The facts of a sentence, none inside another, in its order. A question states none.
pub(super) fn facts(sentence: &Sentence<'_>) -> Vec<Fact> {
    let mut found: Vec<Fact> = Vec::new();
    if sentence.len() < FEWEST_WORDS || sentence.text.trim_end().ends_with('?') {
        return found;
    }
    let mut add = |words: Range<usize>, asks: Asks| {
        let free = found.iter().all(|it| it.words.end <= words.start || words.end <= it.words.start);
        if free && !words.is_empty() && words.end <= sentence.len() {
            found.push(Fact { words, asks });
        }
    };
    for (words, asks) in figures(sentence) {
        add(words, asks);
    }
    for words in processes(sentence) {
        add(words, Asks::Stage);
    }
    for words in lists(sentence) {
        add(words, Asks::Names);
    }
    for (words, asks) in tellers(sentence).into_iter().chain(offices(sentence)) {
        add(words, asks);
    }
    for words in things_used(sentence) {
        add(words, Asks::Name);
    }
    for words in states(sentence) {
        add(words, Asks::State);
    }
    found.sort_by_key(|fact| fact.words.start);
    found
}

/// What reads as a figure, a date, a time or a stage, and adjectives such as `multi-billion-dollar`.
fn figures(sentence: &Sentence<'_>) -> Vec<(Range<usize>, Asks)> {
    let mut found = Vec::new();
    for (index, (words, mention)) in sentence.mentions.iter().enumerate() {
        let value = &mention.value;
        let before = index.checked_sub(1).and_then(|at| sentence.mentions.get(at));
        if before.is_some_and(|before| converts(sentence, before, (words, mention)))
            || is_vaguer_than_its_neighbour(sentence, index)
        {
            continue;
        }
        let digits = sentence.written(words).contains(|it: char| it.is_ascii_digit());
        let asks = match (&value.content, value.kind) {
            (Content::Stage { .. }, _) if !is_process(sentence, words) => continue,
            (Content::Stage { .. }, _) => Asks::Stage,
            (Content::Days(_), _) if sentence.is_at(words.start, "this year") => continue,
            // When somebody said it is not when it was.
            (Content::Days(_), _)
                if (words.start.saturating_sub(2)..words.start)
                    .any(|at| sentence.is_at(at, "said|says|told|added")) =>
            {
                continue;
            }
            (Content::Days(_) | Content::Clock { .. }, _) => Asks::Date,
            // `three layers`, `first`, `one`, `nobody`: most small numbers in words count nothing that outlets tell apart.
            (Content::Quantity(_), Kind::Count)
                if !digits && !is_large(sentence, words) && !counts_things(sentence, words) =>
            {
                continue;
            }
            (Content::Rank { .. }, _) if !digits => continue,
            // `billions of dollars` is a manner of speaking.
            (Content::Quantity(_), Kind::Money)
                if sentence.is_at(words.end.saturating_sub(2), "of dollars|euros|pounds") && !digits =>
            {
                continue;
            }
            (Content::Quantity(_) | Content::Rank { .. }, _) => Asks::Figure,
            _ => continue,
        };
        found.push((words.clone(), asks));
    }
    for at in 0..sentence.len() {
        let word = sentence.word(at);
        if word.starts_with("multi") && ["dollar", "euro", "pound"].iter().any(|it| word.ends_with(it)) {
            found.push((at..at + 1, Asks::Figure));
        }
    }
    found
}

/// Whether a figure behind another gives the same in another unit or currency: `88 million euros ($102 million)`.
fn converts(
    sentence: &Sentence<'_>,
    (before, first): &(Range<usize>, Mention),
    (words, second): (&Range<usize>, &Mention),
) -> bool {
    let kind = second.value.kind;
    before.end == words.start
        && matches!(kind, Kind::Money | Kind::Measure)
        && kind == first.value.kind
        && sentence.breaks_behind(before.end - 1)
        && sentence.opens_bracket(words.start)
}

/// Whether a day or a part of the day stands beside another phrase that says it more exactly: `Sunday morning, October 19`.
fn is_vaguer_than_its_neighbour(sentence: &Sentence<'_>, index: usize) -> bool {
    let rank = |(words, mention): &(Range<usize>, Mention)| {
        let digits = sentence.written(words).contains(|it: char| it.is_ascii_digit());
        match &mention.value.content {
            Content::Days(_) if digits => Some(2),
            Content::Days(_) => Some(1),
            Content::Clock { .. } if !digits && words.len() == 1 => Some(0),
            _ => None,
        }
    };
    let Some((own, mine)) = sentence.mentions.get(index).and_then(|it| Some((&it.0, rank(it)?))) else {
        return false;
    };
    // `On the morning of October 19`, `a night in the cold`.
    let near = |words: &Range<usize>| words.start <= own.end + 1 && own.start <= words.end + 1;
    let exacter = |it: &&(Range<usize>, Mention)| near(&it.0) && rank(it).is_some_and(|rank| rank > mine);
    sentence.mentions.iter().any(|it| exacter(&it))
        || mine == 0 && sentence.is_at(own.start.saturating_sub(1), "a|every|each|all")
}

/// Words for what goes on between parties, or until something is found.
pub(super) const PROCESSES: &str =
    "talks|discussions|negotiations|investigation|inquiry|search|probe|trial|hearing|rescue";

/// Whether a stage is one of talks and the like: `early talks`, `talks are still progressing`, `is negotiating`.
/// `signed` and `closed` are mostly verbs of the sentence.
fn is_process(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let inside = words.clone().any(|at| sentence.is_at(at, PROCESSES));
    let start = sentence.clause_start(words.start, 6);
    let of_process = (start..words.start).any(|at| sentence.is_at(at, PROCESSES));
    let going_on = sentence.is_at(words.end - 1, "negotiating|weighing|considering|investigating|searching")
        && (words.start.saturating_sub(2)..words.start).any(|at| sentence.is_at(at, "is|are|was|were"));
    inside
        || going_on
        || of_process && (start..words.start).any(|at| sentence.is_at(at, "is|are|was|were|remain|remains"))
}

/// A number in words that is more than a handful: thousands, dozens, `twenty-two`.
fn is_large(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| {
        let word = sentence.word(at);
        ["hundred", "thousand", "million", "billion", "trillion", "dozen"]
            .iter()
            .any(|it| word.starts_with(it))
            || ["teen", "ty", "eleven", "twelve"].iter().any(|it| word.ends_with(it)) && word.len() > 3
            || word.contains('-')
            || people(sentence, words.end)
    })
}

/// Whether a small number in words counts what was stolen, found, hurt: the object of a verb of the past, and no `three of
/// them`.
fn counts_things(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let number = sentence.is_at(words.start, "two|three|four|five|six|seven|eight|nine|ten");
    let things = sentence.word(words.end - 1).ends_with('s') && words.len() > 1;
    let before = words.start.checked_sub(1).map_or("", |at| sentence.word(at));
    let done = is_verb(before) && !before.ends_with("ing")
        || matches!(
            before,
            "with" | "of" | "on" | "were" | "by" | "including" | "stealing" | "killing" | "injuring"
        );
    number && things && done
}

/// Whether people are counted: their number is news, however small.
fn people(sentence: &Sentence<'_>, at: usize) -> bool {
    (at.saturating_sub(1)..at + 2).any(|at| {
        matches!(
            sentence.word(at),
            "people"
                | "men"
                | "women"
                | "children"
                | "dead"
                | "killed"
                | "injured"
                | "missing"
                | "workers"
                | "passengers"
                | "victims"
                | "bodies"
                | "survivors"
                | "soldiers"
                | "crew"
        )
    })
}

/// Talks and the like with the word that says how they stand: `confidential talks`.
fn processes(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in 1..sentence.len() {
        let process = sentence.is_at(at, "talks|discussions|negotiations");
        let before = sentence.word(at - 1);
        let plain = before.ends_with("al")
            || before.ends_with("ed")
            || before.ends_with("ing")
            || before.ends_with("ous");
        let told = matches!(before, "early" | "late" | "secret" | "final" | "intense" | "active" | "serious");
        let described = plain && before != "proposed" && before != "reported" || told;
        let held = before == "in" && sentence.is_at(at + 1, "with|for|to|about|over");
        if process && (described || held) {
            found.push(at - 1..at + 1);
        }
    }
    found
}

/// Names in a row: `Nvidia, Oracle and AMD`.
fn lists(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(first) = sentence.names.get(at) {
        let mut end = first.end;
        let mut count = 1;
        while let Some(next) = sentence.names.get(at + count) {
            let joined = next.start == end && sentence.breaks_behind(end - 1) && !sentence.text.is_empty()
                || next.start == end + 1 && sentence.is_at(end, "and|or")
                || next.start == end + 2 && sentence.is_at(end, "and|or the");
            if !joined {
                break;
            }
            end = next.end;
            count += 1;
        }
        let joint = (first.start..end).any(|at| sentence.is_at(at, "and|or"));
        let before = first.start.saturating_sub(1);
        let before = if sentence.is_at(before, "the|both") { before.saturating_sub(1) } else { before };
        let cue = sentence
            .is_at(before, "with|as|including|like|from|by|against|firms|companies|both|named|are|were");
        let credited = sentence.is_at(before.saturating_sub(1), "reported|told|said by");
        if count > 1 && joint && cue && !credited {
            found.push(first.start..end);
        }
        at += count;
    }
    found
}

/// Who reported it first.
fn tellers(sentence: &Sentence<'_>) -> Vec<(Range<usize>, Asks)> {
    let mut found = Vec::new();
    for name in &sentence.names {
        let before = sentence.is_at(name.start.saturating_sub(2), "reported by")
            || sentence.is_at(name.start.saturating_sub(3), "reported by the");
        let behind = sentence.is_at(name.end, "broke the story|news")
            || sentence.is_at(name.end, "first reported")
            || sentence.is_at(name.end, "which|who first reported")
            || sentence.is_at(name.end, "was the first to report");
        if before || behind {
            // `The Information` begins with its article.
            let start = if name.start == 1 && sentence.is_at(0, "the") { 0 } else { name.start };
            found.push((start..name.end, Asks::Teller));
        }
    }
    found
}

/// Words of offices that stand before a name.
pub(super) const OFFICES: &[&str] = &[
    "ceo",
    "chairman",
    "chairwoman",
    "president",
    "minister",
    "secretary",
    "founder",
    "co-founder",
    "director",
    "chief",
    "officer",
    "governor",
    "mayor",
    "spokesman",
    "spokeswoman",
    "captain",
    "commissioner",
    "executive",
    "prime",
    "vice",
    "senator",
    "general",
    "judge",
    "professor",
    "dr",
    "police",
    "sheriff",
    "coach",
    "chancellor",
    "king",
    "queen",
    "pope",
];

/// How many words of a name are an office, with the nation before it: 2 of `Turkish President Recep Tayyip Erdogan`.
pub(super) fn titles(sentence: &Sentence<'_>, name: &Range<usize>) -> usize {
    let office = |at: usize| OFFICES.contains(&sentence.word(at));
    let nation = usize::from(name.len() > 3 && !office(name.start) && office(name.start + 1));
    nation + (name.start + nation..name.end).take_while(|&at| office(at)).count()
}

/// Who holds an office: `Chief Executive Officer Sam Altman`.
fn offices(sentence: &Sentence<'_>) -> Vec<(Range<usize>, Asks)> {
    let office = |at: usize| OFFICES.contains(&sentence.word(at));
    let mut found = Vec::new();
    for name in &sentence.names {
        let titles = titles(sentence, name);
        let person = name.start + titles..name.end;
        let holds_office = titles > 0 || name.start.checked_sub(1).is_some_and(office);
        if holds_office && person.len() >= 2 && person.len() <= 3 {
            found.push((person, Asks::Office));
        }
    }
    found
}

/// What somebody's things are used or bought: `using Amazon’s Trainium chips`, `optimized for Nvidia GPUs`.
fn things_used(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in sentence
        .places_of("use|uses|using|adopt|adopts|adopting|buy|buying|licence|license|deploy|deploying|for|of")
    {
        let weak = sentence.is_at(at, "for|of");
        let cue =
            !weak || sentence.is_at(at.saturating_sub(1), "optimized|optimised|built|designed|use for|of");
        let named = sentence
            .names
            .iter()
            .find(|name| name.start == at + 1 || name.start == at + 2 && sentence.is_at(at + 1, "the"));
        if let Some(name) = named.filter(|_| cue) {
            let end = sentence.clause_end(name.start, 5).max(name.end);
            let end = (name.start + 1..end)
                .find(|&at| sentence.is_at(at, "capacity|and|to|for|in|as|next"))
                .unwrap_or(end);
            if end > name.end || name.len() > 1 {
                found.push(name.start..end);
            }
        }
    }
    found
}

/// Phrases that say what is so, each with the pattern that opens it, whether the opening words belong to the value, and the
/// most words of the value.
const STATES: &[(&str, bool, usize)] = &[
    ("no longer", true, 6),
    ("yet to be", true, 4),
    ("neither", true, 7),
    ("declined to", true, 4),
    ("remain|remains|remained|became|becomes", false, 5),
    ("operates|operate|act|acts|serve|serves as", false, 5),
    ("lays|laid|laying the groundwork", true, 3),
    ("more freedom|flexibility|access|control|power|time to", true, 9),
    ("able to", true, 5),
    ("seeking|plans|aims|intends|agreed to", false, 7),
    ("exclusive", true, 6),
    ("non-exclusive", true, 3),
    ("rose|fell|jumped|dropped|climbed|slid|surged|plunged|tumbled", true, 4),
    ("no immediate|comment|evidence|survivors|sign|injuries", true, 4),
    ("such as", false, 3),
];

/// Words of state: what is so, no longer so, or still to come.
fn states(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = quoted(sentence);
    found.extend(superlatives(sentence));
    if sentence.supposes() {
        return found;
    }
    for &(pattern, opening, most) in STATES {
        for at in sentence.places_of(pattern) {
            let length = pattern.split(' ').count();
            let mut from = if opening { at } else { at + length };
            while !opening
                && from < sentence.len()
                && sentence.is_at(from, "a|an|the|to|its|still|also|only|just")
            {
                from += 1;
            }
            let end = sentence.clause_end(if opening { at + length - 1 } else { from }, most);
            let lone =
                end == from + 1 && (opening && length == 1 || !opening && !is_about_process(sentence, at));
            let only = sentence.is_at(at + length, "just|only|about");
            if end > from && end >= at + length && !lone && !only {
                found.push(from..end);
            }
        }
    }
    found.extend(conditions(sentence));
    found
}

/// Whether the clause before a verb is about talks, a deal and the like, of which one word says enough: `remains unconfirmed`.
fn is_about_process(sentence: &Sentence<'_>, verb: usize) -> bool {
    let start = sentence.clause_start(verb, 6);
    (start..verb).any(|at| {
        sentence.is_at(at, PROCESSES) || sentence.is_at(at, "deal|terms|agreement|cause|merger|motive")
    })
}

/// `one of the largest private investments`, `one of its biggest rivals`.
fn superlatives(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in sentence.places_of("one of") {
        let most = |at: usize| sentence.word(at).ends_with("est") || sentence.is_at(at, "most|top|leading");
        if (at + 2..at + 5).any(most) {
            found.push(at..sentence.clause_end(at, 8));
        }
    }
    found
}

/// How talks, terms and the like are: `the discussions are very fluid`, `while still fluid`.
fn conditions(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in 0..sentence.len() {
        let noun = sentence.is_at(at, PROCESSES)
            || sentence.is_at(at, "deal|terms|agreement|cause|merger|motive|condition|situation");
        if !noun {
            continue;
        }
        let inside = |&place: &usize| !sentence.breaks_behind(place - 1) || place == at + 1;
        let verb =
            (at + 1..at + 6).take_while(inside).find(|&it| sentence.is_at(it, "is|are|was|were|while"));
        if let Some(verb) = verb {
            let from = if sentence.is_at(verb + 1, "still|now|reportedly") { verb + 2 } else { verb + 1 };
            let end = sentence.clause_end(from, 4);
            if end > from && end - from <= 3 && !sentence.is_at(from, "a|an|the|being|in|one|expected") {
                found.push(verb + 1..end);
            }
        }
    }
    found
}

/// Two to four words between quotation marks.
fn quoted(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for from in (0..sentence.len()).filter(|&at| sentence.opens_quote(at)) {
        let last = (from..sentence.len().min(from + 4)).find(|&at| sentence.closes_quote(at));
        if let Some(last) = last.filter(|&last| last > from) {
            found.push(from..last + 1);
        }
    }
    found
}
