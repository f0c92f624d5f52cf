//! What a figure measures or counts.

use super::clause::{complement, nouns_before};
use super::fact::StatedFact;
use super::name::{Subject, without_possessive};
use super::phrase::{behind, or, preposition, thing_before};
use super::predicate::clause;
use super::sentence::Sentence;
use super::subject::{deed, is_age, listed, measured_thing};
use super::verb::{Verb, is_adverb, outer, verb_at, verb_before, verb_behind};
use super::words::{is_auxiliary, is_determiner, is_preposition};
use crate::english::verbs::{self, VerbForm};
use crate::value::{Kind, Value};

/// What is done to people, who need not be named: `injuring 23`.
const HARM: &str = "killed|injured|hurt|wounded|evacuated|displaced|arrested|rescued|detained|hospitalised|hospitalized|stranded";

/// Verbs of rising and falling, with the noun for how far.
const MOTIONS: &[(&str, &str)] = &[
    (
        "rose|rise|rises|rising|risen|jumped|climbed|surged|soared|gained|increased|grew|grown|advanced|rallied|up",
        "rise",
    ),
    (
        "fell|fall|falls|falling|fallen|dropped|slid|plunged|tumbled|declined|decreased|sank|shrank|slumped|shed|down",
        "fall",
    ),
];

/// What a figure is of its subject.
pub(super) fn amount(sentence: &Sentence<'_>, fact: &StatedFact, value: &Value, subject: &Subject) -> String {
    if is_age(sentence, fact) || is_years_old(sentence, fact) {
        return "age".to_owned();
    }
    if listed(sentence, fact).is_some() {
        return if value.kind == Kind::Percent { "percentage" } else { "figure" }.to_owned();
    }
    match value.kind {
        Kind::Count => count(sentence, fact, value, subject),
        Kind::Measure => measure(sentence, fact, value, subject),
        Kind::Duration => duration(sentence, fact, subject),
        Kind::Money => money(sentence, fact, subject),
        _ => percent(sentence, fact, subject),
    }
}

/// `a 73-year-old man`, `aged 19`
fn is_years_old(sentence: &Sentence<'_>, fact: &StatedFact) -> bool {
    let old =
        fact.words.clone().any(|at| sentence.word(at).ends_with("-old") || sentence.is_at(at, "aged|age"));
    let died = fact.words.start > 1
        && sentence.is_at(fact.words.start - 2, "dies|died|dead at")
        && fact.words.len() == 1;
    // `a man in his 40s`, `who is in her late 20s`
    let decade = sentence.is_at(fact.words.start, "his|her|their")
        && sentence.is_at(fact.words.start.saturating_sub(1), "in")
        && sentence.word(fact.words.end - 1).ends_with('s');
    old || died
        || decade
        || fact.words.clone().any(|at| sentence.is_at(at, "older|younger"))
        || sentence.is_at(fact.words.end, "old")
        || sentence.is_at(fact.words.start.saturating_sub(1), "aged")
}

fn count(sentence: &Sentence<'_>, fact: &StatedFact, value: &Value, subject: &Subject) -> String {
    let noun = behind(sentence, fact);
    let verb = deed(sentence, fact);
    let done = verb.as_ref().and_then(|verb| done_to(sentence, verb, fact));
    let harmed = done.as_deref().is_some_and(|done| HARM.split('|').any(|it| it == done));
    let counted =
        value.counted.clone().map(|it| joined(&it, &noun)).or_else(|| Some(noun).filter(|it| !it.is_empty()));
    let counted = counted.or_else(|| harmed.then(|| "people".to_owned()));
    if value.is_rank() {
        return or(behind(sentence, fact), "rank");
    }
    if let Some(fate) = fate(sentence, fact) {
        return format!("number of {} {fate}", counted.as_deref().unwrap_or("people"));
    }
    match (counted, done) {
        (Some(counted), Some(done)) => format!("number of {counted} {done}"),
        (Some(counted), None) => {
            format!("number of {counted} {}", deed_behind(sentence, fact, &counted)).trim_end().to_owned()
        }
        (None, _) if !deed_behind(sentence, fact, "").is_empty() => {
            format!("number {}", deed_behind(sentence, fact, ""))
        }
        (None, _) if sentence.is_at(fact.words.end, "without") => {
            format!("number {}", sentence.words_of(fact.words.end..sentence.clause_end(fact.words.end, 3)))
        }
        (None, _) => bare_figure(sentence, fact, verb.as_ref(), subject, "number"),
    }
}

/// What those who are counted do: `that lost power`.
fn deed_behind(sentence: &Sentence<'_>, fact: &StatedFact, counted: &str) -> String {
    let from = fact.words.end;
    let verb = verb_behind(sentence, from).filter(|verb| {
        let parted = verb.form == VerbForm::Going || sentence.is_at(from, "to");
        verb.group.start == from && !parted && verb_behind(sentence, verb.group.end).is_none()
    });
    let Some(verb) = verb.filter(|verb| !verb.is_plain(sentence) && !verb.is_passive(sentence)) else {
        return String::new();
    };
    let people = "people|customers|residents|workers|men|women|children|passengers|students|voters|employees";
    let who =
        if people.split('|').any(|it| counted.ends_with(it)) && !counted.is_empty() { "who" } else { "that" };
    let rest = complement(sentence, &verb, sentence.len());
    format!("{who} {}", sentence.words_of(verb.group.start..rest.end.max(verb.group.end)))
}

fn joined(counted: &str, noun: &str) -> String {
    if noun.is_empty() { counted.to_owned() } else { format!("{counted} {noun}") }
}

/// `killed` where people are killed: the figure is the verb's object or, in the passive, its subject.
fn done_to(sentence: &Sentence<'_>, verb: &Verb, fact: &StatedFact) -> Option<String> {
    let head = sentence.word(verb.head());
    if matches!(
        head,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "has"
            | "have"
            | "had"
            | "said"
            | "remained"
            | "became"
            | "includes"
            | "reached"
            | "totalled"
            | "totaled"
    ) {
        return None;
    }
    let done = verbs::participle(head);
    let passive = verb.is_passive(sentence);
    if verb.group.start >= fact.words.end {
        // `1,300 firefighters were deployed`
        return (passive && verb.group.start == fact.words.end).then_some(done);
    }
    let article = usize::from(sentence.is_at(verb.group.end, "a|an|the|some"));
    let object = verb.group.end + article == fact.words.start || fact.words.contains(&verb.head());
    let planned = sentence.is_at(verb.group.start, "to") || verb.form == VerbForm::Base;
    match (object && !passive, planned) {
        (false, _) => None,
        (true, true) => Some(format!("to be {done}")),
        (true, false) => Some(done),
    }
}

/// What became of those who are counted: `1,300 in Turkey and Syria have died`, `320 have been reported dead`.
fn fate(sentence: &Sentence<'_>, fact: &StatedFact) -> Option<&'static str> {
    if sentence.breaks_behind(fact.words.end - 1) {
        return None;
    }
    let until = (fact.words.end..(fact.words.end + 7).min(sentence.len()))
        .find(|&at| sentence.breaks_behind(at))
        .map_or(fact.words.end + 7, |at| at + 1);
    let mut words =
        (fact.words.end..until.min(sentence.len())).take_while(|&at| !sentence.is_at(at, "and|as|while"));
    let from = fact.words.end;
    let helped = |at: usize| {
        (from..at)
            .any(|at| is_auxiliary(sentence.word(at)) || sentence.is_at(at, "remained|remain|remains|still"))
    };
    words.find_map(|at| match sentence.word(at) {
        "died" => Some("who died"),
        "dead" if helped(at) => Some("dead"),
        "killed" if helped(at) => Some("killed"),
        "injured" | "hurt" | "wounded" if helped(at) => Some("injured"),
        "missing" if helped(at) || at == from => Some("missing"),
        "arrested" if helped(at) => Some("arrested"),
        "rescued" if helped(at) => Some("rescued"),
        _ => None,
    })
}

fn money(sentence: &Sentence<'_>, fact: &StatedFact, subject: &Subject) -> String {
    let noun = behind(sentence, fact);
    if !noun.is_empty() {
        return noun;
    }
    if let Some(noun) = noun_of(sentence, fact) {
        return noun;
    }
    let inner =
        deed(sentence, fact).filter(|verb| verb.group.start == fact.words.start && subject.text != "it");
    if let Some(verb) = inner.filter(|verb| {
        !thing_before(sentence, verb.group.start).is_empty()
            && nouns_before(sentence, verb.group.start).len() > 1
    }) {
        let they = if subject.they { "they" } else { "it" };
        return format!("amount {they} {}", sentence.words_of(verb.group));
    }
    let before = |verb: &Verb| verb.group.end <= fact.words.start;
    let Some(verb) = deed(sentence, fact).filter(before) else {
        return stated(sentence, fact, "amount");
    };
    let beside = verb.group.end + usize::from(sentence.is_at(verb.group.end, "him|her|them|it|us"))
        == fact.words.start;
    let simple = verb.is_bare() && beside && verb.form != VerbForm::Base && verb.form != VerbForm::Present;
    if simple && sentence.is_at(verb.head(), "cost") {
        return "cost".to_owned();
    }
    if simple {
        return format!(
            "amount {} {}",
            verbs::participle(sentence.word(verb.head())),
            object(sentence, fact)
        )
        .trim_end()
        .to_owned();
    }
    with_clause(sentence, fact, &verb, subject, "amount")
}

/// `amount it will pay`, `amount it was bought by Nordlys for`
fn with_clause(
    sentence: &Sentence<'_>,
    fact: &StatedFact,
    verb: &Verb,
    subject: &Subject,
    asked: &str,
) -> String {
    let done = clause(sentence, verb, fact, subject);
    match preposition(sentence, fact) {
        ruled @ ("for" | "at" | "by" | "to" | "with" | "from" | "on") if !done.starts_with("to ") => {
            format!("{asked} {done} {ruled}")
        }
        "of" if done.ends_with(" out") => format!("{asked} {done} of"),
        _ => format!("{asked} {done}"),
    }
}

/// `sales` of `sales of £2bn`, `value of bribes` of `bribes worth £2m`.
fn noun_of(sentence: &Sentence<'_>, fact: &StatedFact) -> Option<String> {
    let at = fact.words.start.checked_sub(1)?;
    let end = if sentence.is_at(at, "of") {
        at
    } else if sentence.is_at(at, "worth") || sentence.is_at(at.saturating_sub(1), "valued at") {
        at - usize::from(!sentence.is_at(at, "worth"))
    } else {
        return None;
    };
    if sentence.is_at(end.saturating_sub(1), "out|one|all|instead") {
        return None;
    }
    let noun = thing_before(sentence, end);
    let plain = noun.strip_prefix("the ").unwrap_or(&noun);
    let valued = !sentence.is_at(at, "of");
    (!noun.is_empty()).then(|| if valued { format!("value of {noun}") } else { plain.to_owned() })
}

/// `amount of damage` of `damage could exceed £40m`; the words before a figure where no verb tells.
fn stated(sentence: &Sentence<'_>, fact: &StatedFact, asked: &str) -> String {
    let noun = thing_before(sentence, fact.words.start);
    if noun.is_empty() { asked.to_owned() } else { format!("{asked} of {noun}") }
}

/// What somebody puts money into: `in OpenAI`, `for cloud services`.
fn object(sentence: &Sentence<'_>, fact: &StatedFact) -> String {
    let at = fact.words.end;
    if !sentence.is_at(at, "in|into|for|from|on|to")
        || sentence.breaks_behind(at.saturating_sub(1))
        || sentence.in_figure(at + 1)
    {
        return String::new();
    }
    let end = sentence.clause_end(at + 1, 4);
    without_possessive(&sentence.words_of(at..end)).to_owned()
}

fn measure(sentence: &Sentence<'_>, fact: &StatedFact, value: &Value, subject: &Subject) -> String {
    let noun = behind(sentence, fact);
    let near = |pattern: &str| {
        let start = sentence.clause_start(fact.words.start, 8).saturating_sub(1);
        (start..fact.words.start)
            .chain(fact.words.end..fact.words.end + 2)
            .chain(fact.words.clone())
            .any(|at| sentence.is_at(at, pattern))
    };
    match value.unit.as_deref() {
        Some("m") if is_direction(sentence, fact.words.end) => {
            let end = sentence.clause_end(fact.words.end, 5);
            let ends = |&at: &usize| is_adverb(sentence.word(at)) || sentence.in_figure(at);
            let end = (fact.words.end + 1..end).find(ends).unwrap_or(end);
            format!("distance {}", sentence.words_of(fact.words.end..end))
        }
        Some("m") if near("rain|rainfall") => "rainfall".to_owned(),
        Some("m") if near("snow|snowfall") => "snowfall".to_owned(),
        Some("m") if near("deep|depth") => "depth".to_owned(),
        Some("m") if near("high|tall|height|altitude|elevation") => "height".to_owned(),
        Some("m") if near("wide|width") => "width".to_owned(),
        Some("m") if near("long|length") || sentence.written(&fact.words).contains('-') => {
            "length".to_owned()
        }
        Some("m") => moved(sentence, fact, subject, "distance"),
        Some("kg") if sentence.is_at(fact.words.end, "of") => {
            let end = sentence.clause_end(fact.words.end + 1, 3);
            let ends = |&at: &usize| {
                is_adverb(sentence.word(at)) || sentence.in_figure(at) || is_preposition(sentence.word(at))
            };
            let end = (fact.words.end + 1..end).find(ends).unwrap_or(end);
            format!("weight {}", sentence.words_of(fact.words.end..end))
        }
        Some("kg") => "weight".to_owned(),
        Some("m/s") => "speed".to_owned(),
        Some("m²") => "area".to_owned(),
        Some("m³") => "volume".to_owned(),
        Some("°C" | "K") => "temperature".to_owned(),
        Some("magnitude") => "magnitude".to_owned(),
        _ => or(noun, "size"),
    }
}

/// Whether a word says where from something is.
fn is_direction(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_at(
        at,
        "north|south|east|west|northeast|northwest|southeast|southwest|off|from|away|outside|inland",
    )
}

fn moved(sentence: &Sentence<'_>, fact: &StatedFact, subject: &Subject, asked: &str) -> String {
    match deed(sentence, fact).filter(|verb| verb.group.end <= fact.words.start) {
        Some(verb) if !is_be(sentence, &verb) => with_clause(sentence, fact, &verb, subject, asked),
        _ => asked.to_owned(),
    }
}

fn is_be(sentence: &Sentence<'_>, verb: &Verb) -> bool {
    sentence.is_at(
        verb.head(),
        "is|are|was|were|be|been|lasted|took|takes|lasts|last|take|ran|spans|spanned|has|had|have",
    )
}

fn duration(sentence: &Sentence<'_>, fact: &StatedFact, subject: &Subject) -> String {
    let end = fact.words.end;
    let clause_words = sentence.clause_start(fact.words.start, 12)..(end + 3).min(sentence.len());
    let jailed = sentence.is_at(end, "in|behind prison|jail|bars|custody")
        || clause_words.clone().any(|at| sentence.is_at(at, "sentenced|sentence|jailed|imprisoned"));
    if jailed {
        return "prison sentence".to_owned();
    }
    if sentence.is_at(end, "of") && !sentence.breaks_behind(end - 1) {
        return format!("duration of {}", nouns_behind(sentence, end + 1));
    }
    if sentence.is_at(end, "behind|ahead") {
        return format!("time {}", sentence.word(end));
    }
    let for_long = sentence.is_at(fact.words.start.saturating_sub(1), "for");
    if sentence.is_at(end, "ago")
        && let Some(verb) = verb_before(sentence, fact.words.start)
    {
        return format!("how long ago {}", clause(sentence, &verb, fact, subject));
    }
    if let Some(at) = Some(end)
        .filter(|&at| !for_long && sentence.is_at(at, "after|before") && !sentence.breaks_behind(at - 1))
    {
        let until = sentence.clause_end(at + 1, 6);
        return format!("how long {}", sentence.words_of(at..until));
    }
    let noun = behind(sentence, fact);
    if measured_thing(sentence, fact).is_some_and(|thing| thing == subject.text) || noun == subject.text {
        return "duration".to_owned();
    }
    if !noun.is_empty() {
        return format!("duration of the {noun}");
    }
    let before = fact.words.start.checked_sub(1);
    if before.is_some_and(|at| sentence.is_at(at, "of")) {
        let noun = thing_before(sentence, fact.words.start - 1);
        if !noun.is_empty() {
            return format!("duration of {noun}");
        }
    }
    let Some(verb) = deed(sentence, fact).filter(|verb| verb.group.end <= fact.words.start) else {
        return "duration".to_owned();
    };
    let next = verb_at(sentence, end + 1).filter(|next| next.group.start == end && sentence.is_at(end, "to"));
    match preposition(sentence, fact) {
        "for" => format!("how long {}", clause(sentence, &outer(sentence, verb), fact, subject)),
        _ if next.is_some() => {
            let next = next
                .map(|next| next.group.start..complement(sentence, &next, sentence.len()).end)
                .unwrap_or_default();
            format!("time {}", sentence.words_of(next))
        }
        "in" | "within" => format!("time within which {}", clause(sentence, &verb, fact, subject)),
        "by" => format!("time by which {}", clause(sentence, &verb, fact, subject)),
        "after" => format!("time after which {}", clause(sentence, &verb, fact, subject)),
        "" if is_be(sentence, &verb) => "duration".to_owned(),
        "" if verb.group.end == fact.words.start && verb.is_bare() => {
            format!("time {}", verbs::participle(sentence.word(verb.head())))
        }
        _ => format!("time {}", clause(sentence, &verb, fact, subject)),
    }
}

/// A percentage, a rate, or another figure.
fn percent(sentence: &Sentence<'_>, fact: &StatedFact, subject: &Subject) -> String {
    let end = fact.words.end;
    if sentence.is_at(end, "of") && !sentence.breaks_behind(end - 1) {
        return format!("share of {}", nouns_behind(sentence, end + 1));
    }
    let noun = behind(sentence, fact);
    if !noun.is_empty() {
        return noun;
    }
    if let Some(noun) = noun_of(sentence, fact) {
        return noun;
    }
    let verb = deed(sentence, fact).filter(|verb| verb.group.end <= fact.words.start);
    let moved =
        |at: usize| MOTIONS.iter().find(|(pattern, _)| sentence.is_at(at, pattern)).map(|(_, noun)| *noun);
    let near = fact.words.start.saturating_sub(2)..=fact.words.start;
    let to = matches!(preposition(sentence, fact), "to" | "at" | "from");
    match near.rev().find_map(moved).filter(|_| !to) {
        Some(noun) => noun.to_owned(),
        None => bare_figure(sentence, fact, verb.as_ref(), subject, "percentage"),
    }
}

/// The nouns that begin at a word: `speculation` of `speculation about its future`.
fn nouns_behind(sentence: &Sentence<'_>, from: usize) -> String {
    let last = sentence.clause_end(from, 4);
    let ends = |&at: &usize| {
        let word = sentence.word(at);
        is_preposition(word)
            || is_determiner(word)
            || is_adverb(word)
            || sentence.is_at(at, "last")
            || verb_at(sentence, at).is_some()
    };
    let end = (from + 1..last).find(ends).unwrap_or(last);
    sentence.words_of(from..end)
}

/// A figure of nothing that is counted: `number it rose to`.
fn bare_figure(
    sentence: &Sentence<'_>,
    fact: &StatedFact,
    verb: Option<&Verb>,
    subject: &Subject,
    asked: &str,
) -> String {
    match verb.filter(|verb| verb.group.end <= fact.words.start && !is_be(sentence, verb)) {
        Some(verb) => with_clause(sentence, fact, verb, subject, asked),
        None => stated(sentence, fact, asked),
    }
}
