//! GitHub workflow commands: annotations in the files of a pull request.

use std::io::{self, Write};

use super::finding::{Finding, cut, findings, stale, told};
use super::location::Paths;
use crate::fusion::Verdict;
use crate::view::{Claim, Diagnostic, Report, Shown, Stale};

/// GitHub shows ten annotations of each level in a step and drops the rest in silence.
const MOST: usize = 10;

/// GitHub cuts longer titles.
const LONGEST_TITLE: usize = 200;

/// The levels of an annotation, gravest first.
const LEVELS: [&str; 3] = ["error", "warning", "notice"];

/// One annotation.
struct Annotation {
    level: &'static str,
    file: String,
    begin: (usize, usize),
    end: (usize, usize),
    title: String,
    message: String,
}

/// Writes one command for each problem and finding: within GitHub's limits the gravest ones, and how many more there are.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn github(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let paths = Paths::of_run();
    let mut all: Vec<Annotation> = report.diagnostics.iter().map(|it| of_problem(it, &paths)).collect();
    let found = findings(report, shown);
    let wanted = found.iter().filter(|it| shown.accepted || !it.is_old());
    all.extend(wanted.map(|it| of_finding(it, &paths)));
    all.extend(stale(report, shown).map(|it| of_stale(it, &paths)));
    let mut left_out: Vec<String> = Vec::new();
    for level in LEVELS {
        let of_level: Vec<&Annotation> = all.iter().filter(|it| it.level == level).collect();
        // The last notice says what was left out.
        let room = if level == "notice" { MOST - 1 } else { MOST };
        for it in of_level.iter().take(room) {
            it.write(out)?;
        }
        let more = of_level.len().saturating_sub(room);
        left_out.extend((more > 0).then(|| crate::files::count(more, level)));
    }
    if !left_out.is_empty() {
        let more = left_out.join(", ");
        writeln!(
            out,
            "::notice title=gainsay::+ {more} more than GitHub shows; the job's summary has them all"
        )?;
    }
    writeln!(out, "gainsay: {}; {}", report.summary.sentence(), report.summary.extent())
}

impl Annotation {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let title: String = self.title.chars().take(LONGEST_TITLE).collect();
        let (file, title, message) = (property(&self.file), property(&title), data(&self.message));
        let ((line, col), (end_line, end_col)) = (self.begin, self.end);
        write!(out, "::{} file={file},line={line},endLine={end_line}", self.level)?;
        // GitHub takes columns within one line alone.
        if line == end_line {
            write!(out, ",col={col},endColumn={end_col}")?;
        }
        writeln!(out, ",title={title}::{message}")
    }
}

fn of_finding(finding: &Finding<'_>, paths: &Paths) -> Annotation {
    let level = match finding.comparison.verdict {
        _ if finding.is_settled() => "notice",
        Verdict::Contradiction => "error",
        Verdict::Tension => "warning",
        _ => "notice",
    };
    let first = finding.first();
    let [ours, theirs] = finding.sides.each_ref().map(|side| told(side));
    let places: Vec<String> = finding.others().take(5).map(|it| place(it, paths)).collect();
    let more = finding.others().count().saturating_sub(places.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let (places, reason, sign) = (places.join(", "), finding.reason(), finding.sign());
    let end =
        if first.end.line == first.begin.line { first.end.column.max(first.begin.column + 1) - 1 } else { 0 };
    Annotation {
        level,
        file: paths.path(&first.file),
        begin: (first.begin.line, first.begin.column),
        end: (first.end.line, end),
        title: format!("{}: {}", finding.kind(), finding.label()),
        message: format!("{ours} {sign} {theirs}: {reason}\nsee {places}{more}\nid {}", finding.fingerprint),
    }
}

fn place(claim: &Claim, paths: &Paths) -> String {
    format!("{}:{}", cut(&paths.path(&claim.file)), claim.line)
}

fn of_problem(problem: &Diagnostic, paths: &Paths) -> Annotation {
    let is_error = problem.severity == "error";
    let hint = if problem.hint.is_empty() { String::new() } else { format!("\n{}", cut(&problem.hint)) };
    Annotation {
        level: if is_error { "error" } else { "warning" },
        file: paths.path(&problem.file),
        begin: (problem.line, problem.column),
        end: (problem.end_line, problem.end_column.max(problem.column + 1) - 1),
        title: problem
            .rule
            .unwrap_or(if is_error { "wrong, and left out" } else { "worth a look" })
            .to_owned(),
        message: format!("{}{hint}", cut(&problem.message)),
    }
}

fn of_stale(stale: &Stale, paths: &Paths) -> Annotation {
    Annotation {
        level: "notice",
        file: paths.path(&stale.file),
        begin: (1, 1),
        end: (1, 1),
        title: format!("stale: {}", cut(&stale.item)),
        message: "this accepted contradiction is no longer found; `gainsay prune` removes its file"
            .to_owned(),
    }
}

/// What stands behind `::` of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands behind `=` in a command, in one line.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
