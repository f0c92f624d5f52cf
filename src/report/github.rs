//! GitHub workflow commands: annotations in the files of a pull request.

use std::io::{self, Write};

use super::location::Paths;
use crate::findings::{Finding, FindingLevel, Report, Shown, cut, unsettled};
use crate::view::ClaimView;

/// GitHub shows ten annotations of each level in a step and drops the rest in silence.
const MOST: usize = 10;

/// GitHub cuts longer titles.
const LONGEST_TITLE: usize = 200;

/// So many of the other places of a conflict are named.
const MOST_PLACES: usize = 5;

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
    let found = unsettled(report, shown);
    let all: Vec<Annotation> = found.iter().map(|it| Annotation::new(it, &paths)).collect();
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
    // What looked at files alone compared nothing.
    if report.stories.is_empty() {
        return Ok(());
    }
    writeln!(out, "gainsay: {}; {}", report.summary.sentence(), report.summary.extent())
}

impl Annotation {
    fn new(finding: &Finding<'_>, paths: &Paths) -> Self {
        let place = finding.place();
        Self {
            level: match finding.level() {
                FindingLevel::Error => "error",
                FindingLevel::Warning => "warning",
                FindingLevel::Note => "notice",
            },
            file: paths.path(place.file),
            begin: (place.begin.line, place.begin.column),
            end: (place.end.line, place.end.column.max(place.begin.column + 1) - 1),
            title: finding.title(),
            message: message(finding, paths),
        }
    }

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

/// What is said of a finding: why, and where else to look.
fn message(finding: &Finding<'_>, paths: &Paths) -> String {
    match finding {
        Finding::Conflict(clash) => {
            let place = |it: &ClaimView| format!("{}:{}", cut(&paths.path(&it.file)), it.line);
            let places: Vec<String> = clash.others().take(MOST_PLACES).map(place).collect();
            let more = clash.others().count().saturating_sub(places.len());
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("{}\nsee {}{more}\nid {}", finding.said(), places.join(", "), finding.id())
        }
        Finding::Problem(_) if finding.hint().is_empty() => finding.said(),
        Finding::Problem(_) => format!("{}\n{}", finding.said(), finding.hint()),
        Finding::OneSource { .. } | Finding::Stale(_) => {
            format!("{}; {}", finding.said(), finding.hint())
        }
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
