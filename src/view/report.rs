//! What a run found.

use serde::Serialize;

use super::{Story, Summary};
use crate::files::{Problem, Severity};

/// What a run found; as JSON it is `gainsay-report/2`.
#[derive(Debug)]
pub struct Report {
    /// Name and version of the shape.
    pub schema: &'static str,
    /// Counts over all stories.
    pub summary: Summary,
    /// In the order of their folders.
    pub stories: Vec<Story>,
    /// What is wrong with the files.
    pub diagnostics: Vec<Diagnostic>,
    /// The revision it is compared with, if it is.
    pub since: Option<Since>,
}

/// A problem in a file.
#[derive(Debug, Serialize)]
pub struct Diagnostic {
    /// `error` or `warning`.
    pub severity: &'static str,
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

impl Report {
    /// The report of some stories and of all problems met on the way.
    pub fn new(stories: Vec<Story>, articles: usize, problems: &[Problem]) -> Self {
        let summary = Summary::new(&stories.iter(), articles);
        let diagnostics = problems.iter().map(Diagnostic::new).collect();
        Self { schema: "gainsay-report/2", summary, stories, diagnostics, since: None }
    }
}

impl Diagnostic {
    fn new(problem: &Problem) -> Self {
        let place = problem.place();
        let end = problem.file.place(problem.span.end.max(problem.span.start));
        Self {
            severity: match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
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
    /// Day and time of the commit, as `2026-11-22 18:30`.
    pub at: String,
}
