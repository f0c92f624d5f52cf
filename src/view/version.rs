//! Later versions of articles: who changed what, and when.

use bitcode::{Decode, Encode};
use serde::Serialize;

use super::when::When;
use crate::{claim, fusion};

/// A later version of an article beside the one that it replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Encode, Decode)]
pub struct VersionView {
    /// Who published both.
    pub outlet: String,
    /// The claim file that counts.
    pub file: String,
    /// The claim file that counts no longer.
    pub replaces: String,
    /// When the later one appeared.
    pub published: Option<When>,
    /// What the later one says otherwise, in the order of its claims.
    pub changes: Vec<ChangedFactView>,
}

/// One fact of which a later version says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Encode, Decode)]
pub struct ChangedFactView {
    /// Subject and attribute, as the later version has them.
    pub label: String,
    /// What it said.
    pub before: Wording,
    /// What it says now.
    pub after: Wording,
}

/// A value of one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Encode, Decode)]
pub struct Wording {
    /// As worded.
    pub value: String,
    /// As understood.
    pub understood: String,
    /// The line of its value in the version's file, from 1.
    pub line: usize,
}

impl VersionView {
    pub(crate) fn new(version: &fusion::Version<'_>) -> Self {
        let wording = |article: &claim::Article, claim: &claim::Claim| Wording {
            value: claim.value.text.clone(),
            understood: claim.value.understood(),
            line: article.file.place(claim.value_span.start).line,
        };
        let change = |it: &fusion::ChangedFact<'_>| ChangedFactView {
            label: format!("{}: {}", it.after.subject, it.after.attribute),
            before: wording(version.earlier, it.before),
            after: wording(version.later, it.after),
        };
        Self {
            outlet: version.later.outlet.clone(),
            file: version.later.file.path().to_owned(),
            replaces: version.earlier.file.path().to_owned(),
            published: version.later.appeared().and_then(When::of),
            changes: version.changes.iter().map(change).collect(),
        }
    }

    /// Who changed something, and when.
    pub(crate) fn who(&self) -> String {
        match self.published {
            Some(when) => format!("{}, {}", self.outlet, when.said()),
            None => self.outlet.clone(),
        }
    }
}
