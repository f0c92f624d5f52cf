//! Versions of one article: which of them counts.

use super::Rule;
use crate::files::Severity::{Error, Warning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "no-replaced-file",
        severity: Error,
        summary: "`replaces` names no claim file of the story",
        why: "The earlier version goes on counting as an article of its own, and contradicts the later one.",
        wrong: include_str!("examples/no-replaced-file.wrong.txt"),
        right: include_str!("examples/no-replaced-file.right.txt"),
        fix: None,
    },
    Rule {
        name: "circle-of-versions",
        severity: Error,
        summary: "files replace each other, or a file replaces itself",
        why: "None of them can be told to be the last version, so all go on counting.",
        wrong: include_str!("examples/circle-of-versions.wrong.txt"),
        right: include_str!("examples/circle-of-versions.right.txt"),
        fix: None,
    },
    Rule {
        name: "versions-of-one-day",
        severity: Warning,
        summary: "two files have one address, and nothing says which version is the later one",
        why: "Files with one `url` are versions of one article, of which the later one counts. Where it can't be told, both \
              count, and a correction looks like an outlet that contradicts itself.",
        wrong: include_str!("examples/versions-of-one-day.wrong.txt"),
        right: include_str!("examples/versions-of-one-day.right.txt"),
        fix: None,
    },
];
