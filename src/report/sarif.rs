//! SARIF 2.1.0, as GitHub's code scanning takes it.
//!
//! GitHub knows an alert again by its rule, its file and `primaryLocationLineHash`; so that is our own id, which outlasts
//! edits. The upload action would make it of the line's text where it is missing, so that every rewording closed an alert
//! and opened another one; where it is there, the action prints a warning for each result whose line hashes otherwise. A
//! warning in a log costs less than alerts, with what people said of them, that come and go. GitHub shows the first location
//! alone, so the message links the others.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::location::Paths;
use crate::baseline::State;
use crate::files::Place;
use crate::files::json::pretty;
use crate::findings::{Clash, Finding, FindingLevel, Report, Shown, cut, told, unsettled};
use crate::lint;
use crate::view::ClaimView;

/// GitHub refuses a run of more results.
const MOST_RESULTS: usize = 25_000;

/// GitHub shows no more locations of a result.
const MOST_LOCATIONS: usize = 100;

/// The message links so many of them.
const MOST_LINKS: usize = 3;

/// A rule: its id, whether it is an error, a warning or a note, and what it means.
#[derive(Clone, Copy)]
struct SarifRule {
    id: &'static str,
    level: &'static str,
    short: &'static str,
    help: &'static str,
}

const RULES: &[SarifRule] = &[
    SarifRule {
        id: "contradiction",
        level: "error",
        short: "Two claims about one fact can't both be so",
        help: "Two outlets, or one outlet twice, give values for one fact that exclude each other. Look at both quotes. If one \
               claim was curated wrongly, correct its file. If the claims are about two facts, say so with `gainsay review`. \
               If the outlets really disagree, print who says what, or accept it: `gainsay accept ID --reason \"…\"`.",
    },
    SarifRule {
        id: "tension",
        level: "warning",
        short: "Two claims about one fact strain each other",
        help: "Both claims can be so by the letter, but a reader takes different things from them, as from “at least $10 \
               billion” and “$10 billion”. Print the more careful wording, or say who says what.",
    },
    SarifRule {
        id: "unclear",
        level: "note",
        short: "Two claims about one fact can't be compared",
        help: "The values are of different kinds, units or words, so that a person must look. Word the values alike, where the \
               articles allow it, or leave it as it is.",
    },
    SarifRule {
        id: "development",
        level: "note",
        short: "The value of a fact moved on as time did",
        help: "The later claim is further on than the earlier one: a later toll, a later stage of talks. Print the later one \
               with its day.",
    },
    SarifRule {
        id: "stale",
        level: "note",
        short: "An accepted contradiction is no longer found",
        help: "Somebody accepted a contradiction that is not there any more. `gainsay prune` removes its file.",
    },
    SarifRule {
        id: "claim-file-error",
        level: "error",
        short: "A claim file, a story or the settings are wrong",
        help: "What is wrong was left out of the comparison. The message says what to do.",
    },
    SarifRule {
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
    let found = unsettled(report, shown);
    let mut results: Vec<Result> = found.iter().map(|it| Result::new(it, &paths)).collect();
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
fn rules(report: &Report) -> Vec<SarifRule> {
    let met = |name: &str| report.diagnostics.iter().any(|it| it.rule == Some(name));
    let of_lint = lint::rules().filter(|rule| met(rule.name)).map(|rule| SarifRule {
        id: rule.name,
        level: rule.severity.name(),
        short: rule.summary,
        help: rule.why,
    });
    RULES.iter().copied().chain(of_lint).collect()
}

fn described(rule: &SarifRule) -> Value {
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

impl Result {
    fn new(finding: &Finding<'_>, paths: &Paths) -> Self {
        let place = finding.place();
        let id = finding.id();
        let result = Self {
            rule_id: rule(finding),
            rule_index: 0,
            level: match finding.level() {
                FindingLevel::Error => "error",
                FindingLevel::Warning => "warning",
                FindingLevel::Note => "note",
            },
            message: Text { text: message(finding) },
            locations: vec![at(place.file, place.begin, place.end, paths)],
            related_locations: Vec::new(),
            partial_fingerprints: fingerprints(&plain(&id), None),
            suppressions: Vec::new(),
            properties: json!({}),
        };
        match finding {
            Finding::Conflict(clash) => Self {
                related_locations: related(clash, paths),
                suppressions: clash.accepted_for().as_deref().map(suppression).into_iter().collect(),
                partial_fingerprints: fingerprints(&id, Some(clash.first_id())),
                properties: properties(clash),
                ..result
            },
            Finding::Problem(_) | Finding::OneSource { .. } | Finding::Stale(_) => result,
        }
    }
}

/// A rule that the log describes.
fn rule(finding: &Finding<'_>) -> &'static str {
    let rule = finding.rule();
    let is_known = RULES.iter().any(|it| it.id == rule) || lint::rules().any(|it| it.name == rule);
    match finding.level() {
        _ if is_known => rule,
        FindingLevel::Error => "claim-file-error",
        FindingLevel::Warning | FindingLevel::Note => "claim-file-warning",
    }
}

/// What is said of a finding, in sentences.
fn message(finding: &Finding<'_>) -> String {
    match finding {
        Finding::Conflict(clash) => conflict(clash),
        Finding::Problem(_) => {
            let said = [finding.said(), finding.hint()];
            let said = said.iter().filter(|it| !it.is_empty()).map(|it| plain(&sentence(it)));
            said.collect::<Vec<_>>().join(" ")
        }
        Finding::OneSource { item, .. } => {
            format!("{}: {}.", plain(&cut(&item.label)), plain(&finding.said()))
        }
        Finding::Stale(it) => format!("{}: {}; {}.", plain(&cut(&it.item)), finding.said(), finding.hint()),
    }
}

/// What is said of a conflict; GitHub shows its first place alone, so the message links the others.
fn conflict(clash: &Clash<'_>) -> String {
    let link = |(at, claim): (usize, &ClaimView)| {
        let place = plain(&format!("{}:{}", cut(&claim.file), claim.line));
        format!("[{place}]({})", at + 1)
    };
    let links: Vec<String> = clash.others().take(MOST_LINKS).enumerate().map(link).collect();
    let more = clash.others().count().saturating_sub(links.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let state = match clash.comparison.state() {
        None | Some(State::New) => String::new(),
        Some(state) => format!(" It is {}.", state.name()),
    };
    let (label, said) = (plain(&clash.label()), plain(&clash.said()));
    format!("{label}: {said}.{state} See {}{more}.", links.join(", "))
}

fn related(clash: &Clash<'_>, paths: &Paths) -> Vec<Location> {
    let others = clash.others().take(MOST_LOCATIONS).enumerate();
    let location = |(at, claim): (usize, &ClaimView)| {
        let quote = claim.quote.as_ref().map(|quote| format!(": {}", cut(quote))).unwrap_or_default();
        let text = plain(&format!("{}{quote}", told(&[claim])));
        Location {
            id: Some(at + 1),
            message: Some(Text { text }),
            ..self::at(&claim.file, claim.begin, claim.end, paths)
        }
    };
    others.map(location).collect()
}

fn properties(clash: &Clash<'_>) -> Value {
    json!({
        "id": clash.fingerprint,
        "item": clash.item.id,
        "label": cut(&clash.item.label),
        "story": cut(&clash.story.name),
        "state": clash.comparison.state().map(State::name),
        "match": clash.comparison.r#match,
    })
}

fn suppression(reason: &str) -> Value {
    json!({"kind": "external", "status": "accepted", "justification": reason})
}

/// The id for GitHub, and by the number of its recipe; what it was by the first recipe, too, where that is another one.
fn fingerprints(id: &str, first: Option<String>) -> BTreeMap<&'static str, String> {
    let mut all: BTreeMap<&'static str, String> =
        ["primaryLocationLineHash", "gainsay/v2"].map(|name| (name, id.to_owned())).into();
    all.extend(first.map(|first| ("gainsay/v1", first)));
    all
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
