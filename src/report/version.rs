//! Later versions of articles: who changed what, and when.

use std::io::{self, Write};

use bitcode::{Decode, Encode};
use comfy_table::{ContentArrangement, Table};
use serde::Serialize;

use super::table::{STYLE, wrapped};
use super::terminal::BOLD;
use super::when::When;
use crate::claim;
use crate::files::safe;
use crate::fusion;

/// A later version of an article beside the one that it replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Encode, Decode)]
pub struct Version {
    /// Who published both.
    pub outlet: String,
    /// The claim file that counts.
    pub file: String,
    /// The claim file that counts no longer.
    pub replaces: String,
    /// When the later one appeared.
    pub published: Option<When>,
    /// What the later one says otherwise, in the order of its claims.
    pub changes: Vec<Change>,
}

/// One fact of which a later version says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Encode, Decode)]
pub struct Change {
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

impl Version {
    pub(super) fn new(version: &fusion::Version<'_>) -> Self {
        let wording = |article: &claim::Article, claim: &claim::Claim| Wording {
            value: claim.value.text.clone(),
            understood: claim.value.understood(),
            line: article.file.place(claim.value_span.start).line,
        };
        let change = |it: &fusion::Change<'_>| Change {
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
    pub(super) fn who(&self) -> String {
        match self.published {
            Some(when) => format!("{}, {}", self.outlet, when.said()),
            None => self.outlet.clone(),
        }
    }
}

/// Writes who changed what, for a terminal of `width` columns.
pub(super) fn list(versions: &[Version], width: usize, out: &mut dyn Write) -> io::Result<()> {
    if versions.is_empty() {
        return Ok(());
    }
    let what = "what later versions of an article say otherwise; the earlier ones count no longer";
    writeln!(out, "{}", wrapped(BOLD, "VERSIONS  ", what, width))?;
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    for version in versions {
        let who = format!("{}\n{}", safe(&version.who()), safe(&version.file));
        if version.changes.is_empty() {
            let nothing = format!("nothing else than {}", safe(&version.replaces));
            table.add_row([who.clone(), nothing, String::new()]);
        }
        for (nth, change) in version.changes.iter().enumerate() {
            let who = if nth == 0 { who.clone() } else { String::new() };
            let values = format!("{} → {}", safe(&change.before.value), safe(&change.after.value));
            table.add_row([who, safe(&change.label), values]);
        }
    }
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out)
}
