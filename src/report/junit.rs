//! Test reports: a test suite a story, a test case a conflict or an item without one; new contradictions fail.
//!
//! A conflict's case is called by what its two values mean and by its id, so that a service knows it again whatever its
//! item is called today.

use std::io::{self, Write};

use super::location::Paths;
use crate::baseline::{JudgedItem, Stale};
use crate::files::{Severity, safe};
use crate::findings::{Clash, Diagnostic, Finding, Report, Shown, cut, findings, told};

/// What a test case came to.
enum TestOutcome {
    Passed,
    Skipped(String),
    Failed { verdict: &'static str, message: String, text: String },
    Wrong { rule: &'static str, message: String, text: String },
}

struct TestCase {
    name: String,
    /// Where to look, as most services show it.
    place: (String, usize),
    outcome: TestOutcome,
}

/// Writes the report as test suites, every conflict and every other item a case: contradictions that no one has accepted
/// fail, tensions where they fail the run; accepted and stale ones are skipped. What is wrong with files is a suite of its
/// own.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn junit(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, "<testsuites>")?;
    let everything = Shown { all: true, ..shown.clone() };
    let found = findings(report, shown);
    let paths = Paths::of_run();
    let mut number = 0;
    if !report.diagnostics.is_empty() {
        let is_error = |it: &&Diagnostic| it.severity == Severity::Error;
        let (errors, warnings): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            report.diagnostics.iter().partition(is_error);
        let cases: Vec<TestCase> = errors.into_iter().map(|it| wrong(it, &paths)).collect();
        let warnings: Vec<String> = warnings.into_iter().map(said).collect();
        suite(number, "claim files", &cases, &warnings, out)?;
        number += 1;
    }
    for story in &report.stories {
        let items = story.judged().filter(|item| everything.wants(*item));
        let mut cases: Vec<TestCase> = items.flat_map(|item| cases_of(item, &found, shown, &paths)).collect();
        let stale = if shown.no_stale { &[] } else { story.stale.as_slice() };
        cases.extend(stale.iter().map(|it| of_stale(it, &paths)));
        suite(number, &safe(&story.name), &cases, &[], out)?;
        number += 1;
    }
    writeln!(out, "</testsuites>")
}

fn of_stale(stale: &Stale, paths: &Paths) -> TestCase {
    TestCase {
        name: format!("{} (stale, {})", cut(&stale.item), cut(&stale.id)),
        place: (paths.path(&stale.file), 1),
        outcome: TestOutcome::Skipped(format!("stale: {}", Finding::Stale(stale).said())),
    }
}

fn cases_of(item: JudgedItem<'_>, found: &[Finding<'_>], shown: &Shown, paths: &Paths) -> Vec<TestCase> {
    let of_item = found.iter().filter_map(Finding::clash);
    let of_item = of_item.filter(|it| item.is(it.item) && it.comparison.state().is_some());
    let cases: Vec<TestCase> = of_item.map(|it| of_clash(it, shown, paths)).collect();
    if !cases.is_empty() {
        return cases;
    }
    let place = item.claims.first().map(|it| (paths.path(&it.file), it.line)).unwrap_or_default();
    vec![TestCase {
        name: format!("{} ({})", cut(&item.label), item.id),
        place,
        outcome: TestOutcome::Passed,
    }]
}

fn of_clash(clash: &Clash<'_>, shown: &Shown, paths: &Paths) -> TestCase {
    let (first, verdict) = (clash.first(), clash.comparison.verdict);
    let outcome = if clash.is_new() && verdict >= shown.gravity() {
        let (message, text) = (headline(clash), told_in_full(clash));
        TestOutcome::Failed { verdict: verdict.name(), message, text }
    } else if clash.is_settled() {
        TestOutcome::Skipped(headline(clash))
    } else {
        TestOutcome::Passed
    };
    let mut values = clash.sides.each_ref().map(|side| side.first().map_or("", |it| it.meaning.as_str()));
    values.sort_unstable();
    let [one, other] = values.map(cut);
    let name = format!("{one} / {other} ({})", clash.fingerprint);
    TestCase { name, place: (paths.path(&first.file), first.line), outcome }
}

fn headline(clash: &Clash<'_>) -> String {
    let [ours, theirs] = clash.sides.each_ref().map(|side| told(side));
    let accepted = clash.accepted_for().map(|why| format!(": {why}")).unwrap_or_default();
    format!("{}: {}: {ours} {} {theirs}{accepted}", clash.kind(), clash.label(), clash.sign())
}

/// A finding with its reason and the place and quote of each claim.
fn told_in_full(clash: &Clash<'_>) -> String {
    let mut lines = vec![headline(clash), format!("  {}", clash.reason())];
    for claim in clash.sides.iter().flatten() {
        let quote = claim.quote.as_ref().map(|quote| format!(": “{}”", cut(quote))).unwrap_or_default();
        lines.push(format!("  {}:{} {}{quote}", cut(&claim.file), claim.line, cut(&claim.outlet)));
    }
    lines.push(format!("  id {}", clash.fingerprint));
    lines.join("\n")
}

fn said(problem: &Diagnostic) -> String {
    let hint = if problem.hint.is_empty() { String::new() } else { format!(" ({})", cut(&problem.hint)) };
    let (file, message) = (cut(&problem.file), cut(&problem.message));
    format!("{file}:{}:{}: {}: {message}{hint}", problem.line, problem.column, problem.severity.name())
}

fn wrong(problem: &Diagnostic, paths: &Paths) -> TestCase {
    TestCase {
        place: (paths.path(&problem.file), problem.line),
        name: format!("{}:{}:{}", cut(&problem.file), problem.line, problem.column),
        outcome: TestOutcome::Wrong {
            rule: problem.rule.unwrap_or("claim-file-error"),
            message: cut(&problem.message),
            text: said(problem),
        },
    }
}

/// A suite in the shape that both Ant's and Jenkins' schemas take, but for the place of each case, which neither knows and
/// most services show. gainsay has no clock, so that the same input gives the same
/// bytes: times are nought.
fn suite(
    number: usize,
    name: &str,
    cases: &[TestCase],
    said: &[String],
    out: &mut dyn Write,
) -> io::Result<()> {
    let count = |is: fn(&TestOutcome) -> bool| cases.iter().filter(|it| is(&it.outcome)).count();
    let failures = count(|it| matches!(it, TestOutcome::Failed { .. }));
    let errors = count(|it| matches!(it, TestOutcome::Wrong { .. }));
    let name = escaped(name);
    writeln!(
        out,
        r#"  <testsuite name="{name}" package="gainsay" id="{number}" tests="{}" failures="{failures}" errors="{errors}" time="0" timestamp="1970-01-01T00:00:00" hostname="localhost">"#,
        cases.len()
    )?;
    let version = env!("CARGO_PKG_VERSION");
    writeln!(out, r#"    <properties><property name="gainsay" value="{version}"/></properties>"#)?;
    for case in cases {
        let (file, line) = (escaped(&case.place.0), case.place.1);
        write!(
            out,
            r#"    <testcase name="{}" classname="{name}" file="{file}" line="{line}" time="0""#,
            escaped(&case.name)
        )?;
        match &case.outcome {
            TestOutcome::Passed => writeln!(out, "/>")?,
            TestOutcome::Skipped(why) => {
                writeln!(out, ">\n      <skipped message=\"{}\"/>\n    </testcase>", escaped(why))?;
            }
            TestOutcome::Failed { verdict, message, text } => fault("failure", verdict, message, text, out)?,
            TestOutcome::Wrong { rule, message, text } => fault("error", rule, message, text, out)?,
        }
    }
    let said: Vec<String> = said.iter().map(|line| escaped(line)).collect();
    writeln!(out, "    <system-out>{}</system-out>\n    <system-err/>\n  </testsuite>", said.join("\n"))
}

fn fault(element: &str, kind: &str, message: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let (message, text) = (escaped(message), escaped(text));
    writeln!(
        out,
        ">\n      <{element} type=\"{kind}\" message=\"{message}\">{text}</{element}>\n    </testcase>"
    )
}

/// A text as XML 1.0 may hold it: most control characters it can't, not even escaped.
fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '"' => shown.push_str("&quot;"),
            '\n' => shown.push('\n'),
            '\u{fffe}' | '\u{ffff}' => shown.push('\u{fffd}'),
            it if it.is_control() => shown.push('\u{fffd}'),
            it => shown.push(it),
        }
    }
    shown
}
