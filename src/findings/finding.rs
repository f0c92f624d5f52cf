//! One list of all that a run found, for formats that point at places: what is wrong with files, what conflicts, which source
//! is quoted with two numbers, what is accepted and gone.

use super::clash::{Clash, clashes, cut};
use super::{Diagnostic, Report, Shown};
use crate::baseline::{JudgedStory, Stale};
use crate::files::{Place, Severity};
use crate::fusion::Verdict;
use crate::view::{Item, OneSourceView, problem_id};

/// Something that was found.
pub(crate) enum Finding<'r> {
    /// Something is wrong with a file.
    Problem(&'r Diagnostic),
    /// A source is quoted with two numbers.
    OneSource { item: &'r Item, source: &'r OneSourceView },
    /// Two values of one fact don't go together.
    Conflict(Clash<'r>),
    /// An accepted contradiction is no longer found.
    Stale(&'r Stale),
}

/// How loud a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FindingLevel {
    Error,
    Warning,
    Note,
}

/// Where a finding is.
pub(crate) struct Spot<'r> {
    /// Relative to where the run started.
    pub(crate) file: &'r str,
    pub(crate) begin: Place,
    /// Behind its last character.
    pub(crate) end: Place,
}

/// All that was found and is to be shown: what is wrong with files first, then sources to be asked, then what is new and
/// grave, at last what is gone.
pub(crate) fn findings<'r>(report: &'r Report, shown: &Shown) -> Vec<Finding<'r>> {
    let mut all: Vec<Finding<'r>> = report.diagnostics.iter().map(Finding::Problem).collect();
    let items = report.stories.iter().flat_map(JudgedStory::judged).filter(|item| shown.wants(*item));
    let sources = items.flat_map(|item| {
        item.view.findings.iter().map(move |source| Finding::OneSource { item: item.view, source })
    });
    all.extend(sources);
    all.extend(clashes(report, shown).into_iter().map(Finding::Conflict));
    if !shown.no_stale {
        all.extend(report.stories.iter().flat_map(|story| &story.stale).map(Finding::Stale));
    }
    all
}

/// The same for a service that has a log of what it was told: each thing once, and what is accepted or known only where that
/// is asked for.
pub(crate) fn unsettled<'r>(report: &'r Report, shown: &Shown) -> Vec<Finding<'r>> {
    let mut all = findings(report, shown);
    all.retain(|it| match it {
        // Its conflict is in the list.
        Finding::OneSource { .. } => false,
        Finding::Conflict(clash) => shown.accepted || !clash.is_old(),
        Finding::Problem(_) | Finding::Stale(_) => true,
    });
    all
}

impl<'r> Finding<'r> {
    /// The conflict that it is, if it is one.
    pub(crate) fn clash(&self) -> Option<&Clash<'r>> {
        match self {
            Self::Conflict(clash) => Some(clash),
            Self::Problem(_) | Self::OneSource { .. } | Self::Stale(_) => None,
        }
    }

    /// How loud it is.
    pub(crate) fn level(&self) -> FindingLevel {
        match self {
            Self::Problem(it) if it.severity == Severity::Error => FindingLevel::Error,
            Self::Problem(_) | Self::OneSource { .. } => FindingLevel::Warning,
            Self::Conflict(it) if it.is_settled() => FindingLevel::Note,
            Self::Conflict(it) => level(it.comparison.verdict),
            Self::Stale(_) => FindingLevel::Note,
        }
    }

    /// Where it is: a conflict at the first of its claims.
    pub(crate) fn place(&self) -> Spot<'r> {
        match self {
            Self::Problem(it) => Spot {
                file: &it.file,
                begin: Place { line: it.line, column: it.column },
                end: Place { line: it.end_line, column: it.end_column },
            },
            Self::OneSource { item, .. } => {
                let first = &item.claims[0];
                Spot { file: &first.file, begin: first.begin, end: first.end }
            }
            Self::Conflict(it) => {
                let first = it.first();
                Spot { file: &first.file, begin: first.begin, end: first.end }
            }
            Self::Stale(it) => {
                let start = Place { line: 1, column: 1 };
                Spot { file: &it.file, begin: start, end: start }
            }
        }
    }

    /// What outlasts edits of it.
    pub(crate) fn id(&self) -> String {
        match self {
            Self::Problem(it) => problem_id(&it.file, &it.message),
            Self::OneSource { item, .. } => item.id.clone(),
            Self::Conflict(it) => it.fingerprint.clone(),
            Self::Stale(it) => cut(&it.id),
        }
    }

    /// The rule that it breaks.
    pub(crate) fn rule(&self) -> &'static str {
        match self {
            Self::Problem(it) => it.rule.unwrap_or(match self.level() {
                FindingLevel::Error => "claim-file-error",
                FindingLevel::Warning | FindingLevel::Note => "claim-file-warning",
            }),
            Self::OneSource { .. } => "one-source",
            Self::Conflict(it) => it.comparison.verdict.name(),
            Self::Stale(_) => "stale",
        }
    }

    /// What it is about, in a line.
    pub(crate) fn title(&self) -> String {
        match self {
            Self::Problem(it) => it.rule.map_or_else(
                || {
                    if self.level() == FindingLevel::Error { "wrong, and left out" } else { "worth a look" }
                        .to_owned()
                },
                str::to_owned,
            ),
            Self::OneSource { item, .. } => format!("one source, two numbers: {}", cut(&item.label)),
            Self::Conflict(it) => format!("{}: {}", it.kind(), it.label()),
            Self::Stale(it) => format!("stale: {}", cut(&it.item)),
        }
    }

    /// What was found.
    pub(crate) fn said(&self) -> String {
        match self {
            Self::Problem(it) => cut(&it.message),
            Self::OneSource { source, .. } => cut(&source.sentence),
            Self::Conflict(it) => it.said(),
            Self::Stale(_) => "this accepted contradiction is no longer found".to_owned(),
        }
    }

    /// What to do about it; empty where the rest says so.
    pub(crate) fn hint(&self) -> String {
        match self {
            Self::Problem(it) => cut(&it.hint),
            Self::OneSource { .. } | Self::Conflict(_) => String::new(),
            Self::Stale(_) => "`gainsay prune` removes its file".to_owned(),
        }
    }
}

fn level(verdict: Verdict) -> FindingLevel {
    match verdict {
        Verdict::Contradiction => FindingLevel::Error,
        Verdict::Tension => FindingLevel::Warning,
        Verdict::Unclear
        | Verdict::Development
        | Verdict::Compatible
        | Verdict::Agreement
        | Verdict::Single => FindingLevel::Note,
    }
}
