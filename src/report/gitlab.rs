//! GitLab's code quality report: a list of issues that a merge request shows.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::location::Paths;
use crate::files::json::pretty;
use crate::findings::{Finding, FindingLevel, Report, Shown, cut, unsettled};
use crate::view::ClaimView;

#[derive(Serialize)]
struct Issue {
    r#type: &'static str,
    check_name: &'static str,
    description: String,
    categories: [&'static str; 1],
    severity: &'static str,
    /// GitLab drops an issue whose fingerprint another one has.
    fingerprint: String,
    location: Location,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_locations: Vec<Location>,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Writes the report as a list of issues.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn gitlab(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let paths = Paths::of_run();
    let found = unsettled(report, shown);
    let mut issues: Vec<Issue> = found.iter().map(|it| Issue::new(it, &paths)).collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for it in &mut issues {
        let times = seen.entry(it.fingerprint.clone()).or_default();
        *times += 1;
        if *times > 1 {
            it.fingerprint = format!("{}-{times}", it.fingerprint);
        }
    }
    pretty(&issues, out)
}

impl Issue {
    fn new(finding: &Finding<'_>, paths: &Paths) -> Self {
        let place = finding.place();
        let others = match finding {
            Finding::Conflict(clash) => clash.others().map(|it| of_claim(it, paths)).collect(),
            Finding::Problem(_) | Finding::OneSource { .. } | Finding::Stale(_) => Vec::new(),
        };
        Self {
            r#type: "issue",
            check_name: finding.rule(),
            description: description(finding, paths),
            categories: ["Bug Risk"],
            severity: match (finding.level(), finding) {
                (FindingLevel::Error, Finding::Problem(_)) => "critical",
                (FindingLevel::Error, _) => "major",
                (FindingLevel::Warning, _) => "minor",
                (FindingLevel::Note, _) => "info",
            },
            fingerprint: match finding {
                Finding::Stale(_) => format!("stale-{}", finding.id()),
                Finding::Problem(_) | Finding::OneSource { .. } | Finding::Conflict(_) => finding.id(),
            },
            location: location(place.file, (place.begin.line, place.end.line), paths),
            other_locations: others,
        }
    }
}

fn description(finding: &Finding<'_>, paths: &Paths) -> String {
    let said = match finding {
        Finding::Problem(_) => finding.said(),
        Finding::OneSource { .. } | Finding::Conflict(_) | Finding::Stale(_) => {
            format!("{}: {}", finding.title(), finding.said())
        }
    };
    let hint = match finding {
        Finding::Conflict(clash) => clash.sides[1]
            .first()
            .map(|there| format!("see {}:{}", cut(&paths.path(&there.file)), there.line))
            .unwrap_or_default(),
        Finding::Problem(_) | Finding::OneSource { .. } | Finding::Stale(_) => finding.hint(),
    };
    if hint.is_empty() { said } else { format!("{said}; {hint}") }
}

fn of_claim(claim: &ClaimView, paths: &Paths) -> Location {
    location(&claim.file, (claim.begin.line, claim.end.line), paths)
}

fn location(file: &str, (begin, end): (usize, usize), paths: &Paths) -> Location {
    Location { path: paths.path(file), lines: Lines { begin, end } }
}
