//! Puts right what can be put right.

use std::ops::Range;

use crate::files::{Fix, Problem};

/// A file's text with the safe fixes of its problems made; and how many were made. Where two touch the same words, the
/// first is made, and the other one found again in the next run.
pub fn fixed(text: &str, problems: &[&Problem]) -> (String, usize) {
    let fixes = problems.iter().filter_map(|problem| problem.fix.as_ref()).filter(|fix| fix.is_safe);
    let mut edits: Vec<&(Range<usize>, String)> = Vec::new();
    let mut made = 0;
    for fix in fixes {
        let touches = |edit: &(Range<usize>, String)| {
            edits.iter().any(|other| edit.0.start <= other.0.end && other.0.start <= edit.0.end)
        };
        let known = fix.edits.iter().all(|edit| edits.contains(&edit));
        if fix.edits.is_empty() || known || !fits(text, fix) || fix.edits.iter().any(touches) {
            continue;
        }
        edits.extend(&fix.edits);
        made += 1;
    }
    edits.sort_by_key(|edit| edit.0.start);
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    for (span, words) in edits {
        written.push_str(text.get(at..span.start).unwrap_or_default());
        written.push_str(words);
        at = span.end;
    }
    written.push_str(text.get(at..).unwrap_or_default());
    (written, made)
}

fn fits(text: &str, fix: &Fix) -> bool {
    fix.edits.iter().all(|(span, _)| text.get(span.clone()).is_some())
}
