//! GitLab's code quality report: a list of issues that a merge request shows.

use crate::view;
use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::finding::{Finding, cut, findings, stale, told};
use super::location::Paths;
use crate::files::json::pretty;
use crate::fusion::Verdict;
use crate::view::{Claim, Diagnostic, Report, Shown, Stale};

#[derive(Serialize)]
struct Issue {
    r#type: &'static str,
    check_name: String,
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
    let mut issues: Vec<Issue> = report.diagnostics.iter().map(|it| of_problem(it, &paths)).collect();
    let found = findings(report, shown);
    let wanted = found.iter().filter(|it| shown.accepted || !it.is_old());
    issues.extend(wanted.map(|it| of_finding(it, &paths)));
    issues.extend(stale(report, shown).map(|it| of_stale(it, &paths)));
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

fn of_finding(finding: &Finding<'_>, paths: &Paths) -> Issue {
    let [ours, theirs] = finding.sides.each_ref().map(|side| told(side));
    let (kind, label, sign, reason) = (finding.kind(), finding.label(), finding.sign(), finding.reason());
    let severity = match finding.comparison.verdict {
        _ if finding.is_settled() => "info",
        Verdict::Contradiction => "major",
        Verdict::Tension => "minor",
        _ => "info",
    };
    let there = finding.sides[1].first();
    let there = there.map(|it| format!("{}:{}", cut(&paths.path(&it.file)), it.line)).unwrap_or_default();
    let place = |claim: &Claim| location(&claim.file, (claim.begin.line, claim.end.line), paths);
    Issue {
        description: format!("{kind}: {label}: {ours} {sign} {theirs}: {reason}; see {there}"),
        other_locations: finding.others().map(place).collect(),
        ..issue(
            finding.comparison.verdict.name(),
            severity,
            finding.fingerprint.clone(),
            place(finding.first()),
        )
    }
}

fn of_problem(problem: &Diagnostic, paths: &Paths) -> Issue {
    let (name, severity) = if problem.severity == "error" {
        ("claim-file-error", "critical")
    } else {
        ("claim-file-warning", "minor")
    };
    let hint = if problem.hint.is_empty() { String::new() } else { format!("; {}", cut(&problem.hint)) };
    Issue {
        description: format!("{}{hint}", cut(&problem.message)),
        ..issue(
            problem.rule.unwrap_or(name),
            severity,
            view::problem_id(&problem.file, &problem.message),
            location(&problem.file, (problem.line, problem.end_line), paths),
        )
    }
}

fn of_stale(stale: &Stale, paths: &Paths) -> Issue {
    let description = format!(
        "stale: {}: this accepted contradiction is no longer found; `gainsay prune` removes it",
        cut(&stale.item)
    );
    Issue {
        description,
        ..issue("stale", "info", format!("stale-{}", cut(&stale.id)), location(&stale.file, (1, 1), paths))
    }
}

fn issue(name: &str, severity: &'static str, fingerprint: String, location: Location) -> Issue {
    Issue {
        r#type: "issue",
        check_name: name.to_owned(),
        description: String::new(),
        categories: ["Bug Risk"],
        severity,
        fingerprint,
        location,
        other_locations: Vec::new(),
    }
}

fn location(file: &str, (begin, end): (usize, usize), paths: &Paths) -> Location {
    Location { path: paths.path(file), lines: Lines { begin, end } }
}
