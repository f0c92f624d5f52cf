//! What a run found.

use serde::{Serialize, Serializer};

use super::Summary;
use crate::baseline::JudgedStory;
use crate::files::{Problem, Severity};

/// What a run found; as JSON it is `gainsay-report/2`.
#[derive(Debug)]
pub struct Report {
    /// Name and version of the shape.
    pub schema: &'static str,
    /// Counts over all stories.
    pub summary: Summary,
    /// In the order of their folders.
    pub stories: Vec<JudgedStory>,
    /// What is wrong with the files.
    pub diagnostics: Vec<Diagnostic>,
    /// The revision it is compared with, if it is.
    pub since: Option<Since>,
}

/// A problem in a file.
#[derive(Debug, Serialize)]
pub struct Diagnostic {
    /// `error` or `warning`.
    #[serde(serialize_with = "severity_name")]
    pub severity: Severity,
    /// The rule that found it, if it has a name; `gainsay explain` tells more of it.
    pub rule: Option<&'static str>,
    /// Relative to where the run started.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Where it ends, from 1.
    pub end_line: usize,
    /// The column behind its last character, from 1.
    pub end_column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn severity_name<S: Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(severity.name())
}

impl Report {
    /// The report of some stories and of all problems met on the way.
    pub fn new(stories: Vec<JudgedStory>, articles: usize, problems: &[Problem]) -> Self {
        let summary = Summary::new(&stories.iter(), articles);
        let diagnostics = problems.iter().map(Diagnostic::new).collect();
        Self { schema: "gainsay-report/2", summary, stories, diagnostics, since: None }
    }

    /// How many errors the files have.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|it| it.severity == Severity::Error).count()
    }
}

impl Diagnostic {
    fn new(problem: &Problem) -> Self {
        let place = problem.place();
        let end = problem.file.place(problem.span.end.max(problem.span.start));
        Self {
            severity: problem.severity,
            file: problem.file.path().to_owned(),
            rule: problem.rule,
            line: place.line,
            column: place.column,
            end_line: end.line,
            end_column: end.column,
            message: problem.message.clone(),
            hint: problem.hint.clone(),
        }
    }
}

/// The revision that a run is compared with.
#[derive(Clone, Debug)]
pub struct Since {
    /// As it was asked for.
    pub name: String,
    /// Day and time of the commit, as `22 Nov 2026, 18:30`.
    pub at: String,
}
