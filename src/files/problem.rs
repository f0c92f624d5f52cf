//! What is wrong with a file, where, and what to do about it.

use std::ops::Range;
use std::sync::Arc;

use super::{Place, TextFile};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was left out because it is wrong; the run ends with status 2.
    Error,
    /// Worth a look; nothing was lost.
    Warning,
}

impl Severity {
    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A located problem, with a hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether it spoils the run.
    pub severity: Severity,
    /// The rule that found it; `gainsay explain` tells more of it.
    pub rule: Option<&'static str>,
    /// The file it is in.
    pub file: Arc<TextFile>,
    /// The bytes it is about.
    pub span: Range<usize>,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// Other places that it is about.
    pub related: Vec<Related>,
    /// How it can be put right.
    pub fix: Option<Fix>,
}

/// Another place that a problem is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The file it is in.
    pub file: Arc<TextFile>,
    /// Its bytes.
    pub span: Range<usize>,
    /// What stands there, in a few words.
    pub label: String,
}

/// A change of the problem's file that puts it right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in a few words: `write it as a list`.
    pub label: String,
    /// Whether nobody need look at it before it is made: it changes no claim.
    pub is_safe: bool,
    /// What is replaced, by what.
    pub edits: Vec<(Range<usize>, String)>,
}

impl Problem {
    /// A problem without a hint yet.
    pub fn new(
        severity: Severity,
        file: &Arc<TextFile>,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            rule: None,
            file: Arc::clone(file),
            span,
            message: message.into(),
            hint: String::new(),
            related: Vec::new(),
            fix: None,
        }
    }

    /// The same problem, with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The same problem, with the name of its rule.
    #[must_use]
    pub fn rule(mut self, rule: &'static str) -> Self {
        self.rule = Some(rule);
        self
    }

    /// The same problem, with another place that it is about.
    #[must_use]
    pub fn related(mut self, file: &Arc<TextFile>, span: Range<usize>, label: impl Into<String>) -> Self {
        self.related.push(Related { file: Arc::clone(file), span, label: label.into() });
        self
    }

    /// The same problem, with one edit that puts it right.
    #[must_use]
    pub fn fix(
        mut self,
        label: impl Into<String>,
        is_safe: bool,
        edits: Vec<(Range<usize>, String)>,
    ) -> Self {
        self.fix = Some(Fix { label: label.into(), is_safe, edits });
        self
    }

    /// Where it begins.
    pub fn place(&self) -> Place {
        self.file.place(self.span.start)
    }

    /// Whether any of them spoils the run.
    pub fn any_error(problems: &[Self]) -> bool {
        problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// By file, then by place.
    pub fn sort(problems: &mut [Self]) {
        problems.sort_by(|a, b| {
            let by_place = |it: &Self| (it.span.start, it.span.end);
            let by_file = || a.file.path().cmp(b.file.path());
            by_file().then_with(|| by_place(a).cmp(&by_place(b))).then_with(|| a.message.cmp(&b.message))
        });
    }
}
