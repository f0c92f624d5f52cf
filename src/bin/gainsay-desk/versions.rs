//! What was shown and what there is now, beside each other: the lines that differ, and those around them.

use similar::{ChangeTag, TextDiff};

/// So many lines around a difference are shown.
const AROUND: usize = 3;

/// Two versions of a text.
#[derive(Debug, Default)]
pub(crate) struct Versions {
    pub(crate) shown: Vec<Line>,
    pub(crate) now: Vec<Line>,
}

/// A line of a version.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// Whether the other version lacks it.
    pub(crate) differs: bool,
}

impl Versions {
    pub(crate) fn new(shown: &str, now: &str) -> Self {
        let diff = TextDiff::from_lines(shown, now);
        let mut found = Self::default();
        for (at, group) in diff.grouped_ops(AROUND).iter().enumerate() {
            if at > 0 {
                found.both(Line { text: "…".to_owned(), differs: false });
            }
            for change in group.iter().flat_map(|it| diff.iter_changes(it)) {
                let text = change.value().trim_end_matches(['\n', '\r']).to_owned();
                match change.tag() {
                    ChangeTag::Equal => found.both(Line { text, differs: false }),
                    ChangeTag::Delete => found.shown.push(Line { text, differs: true }),
                    ChangeTag::Insert => found.now.push(Line { text, differs: true }),
                }
            }
        }
        found
    }

    fn both(&mut self, line: Line) {
        self.shown.push(Line { text: line.text.clone(), ..line });
        self.now.push(line);
    }
}
