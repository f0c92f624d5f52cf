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

/// A located problem, with a hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether it spoils the run.
    pub severity: Severity,
    /// The file it is in.
    pub file: Arc<TextFile>,
    /// The bytes it is about.
    pub span: Range<usize>,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Problem {
    /// A problem without a hint yet.
    pub fn new(
        severity: Severity,
        file: &Arc<TextFile>,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        Self { severity, file: Arc::clone(file), span, message: message.into(), hint: String::new() }
    }

    /// The same problem, with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Where it begins.
    pub fn place(&self) -> Place {
        self.file.place(self.span.start)
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
