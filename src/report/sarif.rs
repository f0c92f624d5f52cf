//! SARIF 2.1.0, as GitHub's code scanning takes it.
//!
//! GitHub knows an alert again by its rule, its file and `primaryLocationLineHash`; so that is our own id, which outlasts
//! edits. The upload action would make it of the line's text where it is missing, so that every rewording closed an alert
//! and opened another one; where it is there, the action prints a warning for each result whose line hashes otherwise. A
//! warning in a log costs less than alerts, with what people said of them, that come and go. GitHub shows the first location
//! alone, so the message links the others.

use crate::view;
use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::finding::{Finding, cut, findings, stale, told};
use super::location::Paths;
use crate::files::Place;
use crate::files::json::pretty;
use crate::lint;
use crate::view::{Claim, Diagnostic, Report, Shown, Stale, State};

/// GitHub refuses a run of more results.
const MOST_RESULTS: usize = 25_000;

/// GitHub shows no more locations of a result.
const MOST_LOCATIONS: usize = 100;

/// A rule: its id, whether it is an error, a warning or a note, and what it means.
#[derive(Clone, Copy)]
struct Rule {
    id: &'static str,
    level: &'static str,
    short: &'static str,
    help: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        id: "contradiction",
        level: "error",
        short: "Two claims about one fact can't both be so",
        help: "Two outlets, or one outlet twice, give values for one fact that exclude each other. Look at both quotes. If one \
               claim was curated wrongly, correct its file. If the claims are about two facts, say so with `gainsay review`. \
               If the outlets really disagree, print who says what, or accept it: `gainsay accept ID --reason \"…\"`.",
    },
    Rule {
        id: "tension",
        level: "warning",
        short: "Two claims about one fact strain each other",
        help: "Both claims can be so by the letter, but a reader takes different things from them, as from “at least $10 \
               billion” and “$10 billion”. Print the more careful wording, or say who says what.",
    },
    Rule {
        id: "unclear",
        level: "note",
        short: "Two claims about one fact can't be compared",
        help: "The values are of different kinds, units or words, so that a person must look. Word the values alike, where the \
               articles allow it, or leave it as it is.",
    },
    Rule {
        id: "development",
        level: "note",
        short: "The value of a fact moved on as time did",
        help: "The later claim is further on than the earlier one: a later toll, a later stage of talks. Print the later one \
               with its day.",
    },
    Rule {
        id: "stale",
        level: "note",
        short: "An accepted contradiction is no longer found",
        help: "Somebody accepted a contradiction that is not there any more. `gainsay prune` removes its file.",
    },
    Rule {
        id: "claim-file-error",
        level: "error",
        short: "A claim file, a story or the settings are wrong",
        help: "What is wrong was left out of the comparison. The message says what to do.",
    },
    Rule {
        id: "claim-file-warning",
        level: "warning",
        short: "Something in a claim file, a story or the settings is worth a look",
        help: "Nothing was left out of the comparison. The message says what to do.",
    },
];

/// Writes the report as one SARIF run.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn sarif(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let paths = Paths::of_run();
    let mut results: Vec<Result> = report.diagnostics.iter().map(|it| of_problem(it, &paths)).collect();
    let found = findings(report, shown);
    let wanted = found.iter().filter(|it| shown.accepted || !it.is_old());
    results.extend(wanted.map(|it| of_finding(it, &paths)));
    results.extend(stale(report, shown).map(|it| of_stale(it, &paths)));
    number_fingerprints(&mut results);
    results.truncate(MOST_RESULTS);
    let rules = rules(report);
    for it in &mut results {
        it.rule_index = rules.iter().position(|rule| rule.id == it.rule_id).unwrap_or_default();
    }
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "gainsay",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(described).collect::<Vec<_>>(),
            }},
            "automationDetails": {"id": "gainsay/"},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    pretty(&log, out)
}

/// Our own rules, and those of `gainsay lint` that found something.
fn rules(report: &Report) -> Vec<Rule> {
    let met = |name: &str| report.diagnostics.iter().any(|it| it.rule == Some(name));
    let of_lint = lint::rules().filter(|rule| met(rule.name)).map(|rule| Rule {
        id: rule.name,
        level: rule.severity.name(),
        short: rule.summary,
        help: rule.why,
    });
    RULES.iter().copied().chain(of_lint).collect()
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "name": rule.id,
        "shortDescription": {"text": rule.short},
        "fullDescription": {"text": rule.help},
        "help": {"text": rule.help, "markdown": rule.help},
        "defaultConfiguration": {"level": rule.level},
        "properties": {
            "tags": ["facts"],
            "precision": if rule.level == "error" { "high" } else { "medium" },
            "problem.severity": if rule.level == "note" { "recommendation" } else { rule.level },
        },
    })
}

/// One result; absent keys are left out, since code scanning refuses empty texts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Result {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Value>,
    properties: Value,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    physical: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

fn of_finding(finding: &Finding<'_>, paths: &Paths) -> Result {
    let related: Vec<Location> = finding
        .others()
        .take(MOST_LOCATIONS)
        .enumerate()
        .map(|(at, claim)| {
            let quote = claim.quote.as_ref().map(|quote| format!(": {}", cut(quote))).unwrap_or_default();
            let text = plain(&format!("{}{quote}", told(&[claim])));
            Location { id: Some(at + 1), message: Some(Text { text }), ..place_of(claim, paths) }
        })
        .collect();
    let link = |claim: &Claim, at: usize| {
        let place = plain(&format!("{}:{}", cut(&claim.file), claim.line));
        format!("[{place}]({at})")
    };
    let links: Vec<String> = finding.others().take(3).enumerate().map(|(at, it)| link(it, at + 1)).collect();
    let more = finding.others().count().saturating_sub(links.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let [ours, theirs] = finding.sides.each_ref().map(|side| plain(&told(side)));
    let (label, reason) = (plain(&finding.label()), plain(&finding.reason()));
    let state = match finding.comparison.state {
        None | Some(State::New) => String::new(),
        Some(state) => format!(" It is {}.", state.name()),
    };
    let sign = finding.sign();
    let text = format!("{label}: {ours} {sign} {theirs}: {reason}.{state} See {}{more}.", links.join(", "));
    let id = &finding.fingerprint;
    let settled = finding.is_settled();
    Result {
        level: if settled { "note" } else { level(finding.comparison.verdict.name()) },
        related_locations: related,
        suppressions: finding.accepted_for().as_deref().map(suppression).into_iter().collect(),
        partial_fingerprints: fingerprints(id, Some(finding.first_id())),
        properties: json!({
            "id": id,
            "item": finding.item.id,
            "label": cut(&finding.item.label),
            "story": cut(&finding.story.name),
            "state": finding.comparison.state.map(State::name),
            "match": finding.comparison.r#match,
        }),
        ..result(finding.comparison.verdict.name(), text, place_of(finding.first(), paths), id)
    }
}

fn suppression(reason: &str) -> Value {
    json!({"kind": "external", "status": "accepted", "justification": reason})
}

fn of_problem(problem: &Diagnostic, paths: &Paths) -> Result {
    let begin = Place { line: problem.line, column: problem.column };
    let end = Place { line: problem.end_line, column: problem.end_column };
    let mut text = plain(&sentence(&problem.message));
    if !problem.hint.is_empty() {
        text = format!("{text} {}", plain(&sentence(&problem.hint)));
    }
    let unnamed = if problem.severity == "error" { "claim-file-error" } else { "claim-file-warning" };
    let known = problem.rule.filter(|name| lint::rules().any(|rule| rule.name == *name));
    let id = view::problem_id(&problem.file, &problem.message);
    Result {
        level: problem.severity,
        ..result(known.unwrap_or(unnamed), text, at(&problem.file, begin, end, paths), &id)
    }
}

fn of_stale(stale: &Stale, paths: &Paths) -> Result {
    let item = plain(&cut(&stale.item));
    let text =
        format!("{item}: this accepted contradiction is no longer found; `gainsay prune` removes its file.");
    let start = Place { line: 1, column: 1 };
    let id = plain(&cut(&stale.id));
    result("stale", text, at(&stale.file, start, start, paths), &id)
}

fn result(rule: &'static str, text: String, location: Location, id: &str) -> Result {
    Result {
        rule_id: rule,
        rule_index: 0,
        level: level(rule),
        message: Text { text },
        locations: vec![location],
        related_locations: Vec::new(),
        partial_fingerprints: fingerprints(id, None),
        suppressions: Vec::new(),
        properties: json!({}),
    }
}

/// The id for GitHub, and by the number of its recipe; what it was by the first recipe, too, where that is another one.
fn fingerprints(id: &str, first: Option<String>) -> BTreeMap<&'static str, String> {
    let mut all: BTreeMap<&'static str, String> =
        ["primaryLocationLineHash", "gainsay/v2"].map(|name| (name, id.to_owned())).into();
    all.extend(first.map(|first| ("gainsay/v1", first)));
    all
}

fn level(rule: &str) -> &'static str {
    RULES.iter().find(|it| it.id == rule).map_or("note", |it| it.level)
}

/// GitHub's form of a fingerprint is hash, colon, how many came before it with that hash.
fn number_fingerprints(results: &mut [Result]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for it in results {
        if let Some(hash) = it.partial_fingerprints.get_mut("primaryLocationLineHash") {
            let times = seen.entry(hash.clone()).or_default();
            *times += 1;
            *hash = format!("{hash}:{times}");
        }
    }
}

fn place_of(claim: &Claim, paths: &Paths) -> Location {
    at(&claim.file, claim.begin, claim.end, paths)
}

fn at(file: &str, begin: Place, end: Place, paths: &Paths) -> Location {
    // A region ends behind its last character, and is at least one wide, so that it can be seen.
    let end = if end > begin { end } else { Place { column: begin.column + 1, ..begin } };
    let region = Region {
        start_line: begin.line,
        start_column: begin.column,
        end_line: end.line,
        end_column: end.column,
    };
    let physical = Physical { artifact_location: Artifact { uri: paths.uri(file) }, region };
    Location { id: None, physical, message: None }
}

/// A text in which nothing is a link or a placeholder (SARIF 3.11.5 and 3.11.6).
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '\\' | '[' | ']' => plain.extend(['\\', it]),
            '{' | '}' => plain.extend([it, it]),
            it => plain.push(it),
        }
    }
    plain
}

/// A message as a sentence.
fn sentence(text: &str) -> String {
    let text = cut(text);
    let mut letters = text.chars();
    let first: String = letters.next().map(|it| it.to_uppercase().collect()).unwrap_or_default();
    let end = if text.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}
