//! The open conflicts in sentences, for a message or a document: what to do now, and what is safe until then.

use std::io::{self, Write};

use crate::baseline::{JudgedItem, JudgedStory};
use crate::files::{count, safe};
use crate::findings::{Report, Shown, open};
use crate::fusion::Verdict;
use crate::view::task::Task;

/// Writes a numbered sentence for each open conflict of each story; plain text that Markdown reads as a list.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn brief(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    for (at, story) in report.stories.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}\n", safe(story.title.as_ref().unwrap_or(&story.name)))?;
        sentences(story, shown, out)?;
    }
    Ok(())
}

fn sentences(story: &JudgedStory, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let tasks: Vec<(JudgedItem<'_>, Task<'_>)> = open(story).filter(|(item, _)| shown.wants(*item)).collect();
    for (at, (item, task)) in tasks.iter().enumerate() {
        let state = item.state().map(|state| format!("({}) ", state.name())).unwrap_or_default();
        writeln!(out, "{}. {state}{}", at + 1, safe(&task.text()))?;
    }
    let rest = rest(story);
    match (tasks.is_empty(), rest.is_empty()) {
        (true, true) => writeln!(out, "Nothing to do: no open conflict."),
        (true, false) => writeln!(out, "No open conflict; {rest}."),
        (false, true) => Ok(()),
        (false, false) => writeln!(out, "\nBesides: {rest}."),
    }
}

/// What else there is, in few words.
fn rest(story: &JudgedStory) -> String {
    let settled = story.judged().filter(|item| item.is_settled()).count();
    let unclear = story.items.iter().filter(|item| item.verdict == Verdict::Unclear).count();
    let parts = [
        (settled > 0).then(|| format!("{} accepted", count(settled, "conflict"))),
        (!story.stale.is_empty()).then(|| format!("{} stale", story.stale.len())),
        (unclear > 0).then(|| format!("{} to be looked at", count(unclear, "fact"))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
