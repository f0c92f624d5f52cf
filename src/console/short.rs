//! Conflicts in a few lines for a terminal, and the digest that is the last thing on the screen.

use std::io::{self, Write};

use anstyle::Style;

use super::known;
use super::layout::wrapped;
use super::terminal::{BOLD, DIM, style};
use crate::baseline::JudgedItem;
use crate::files::{count, safe};
use crate::findings::{Report, Shown, open};
use crate::view::lane::cut;
use crate::view::task::Task;
use crate::view::{Item, StoryView};

/// Lines that the values of a conflict may take.
const LINES: usize = 2;

/// So many conflicts are told again at the end.
const DIGEST: usize = 5;

/// A conflict: sign and fact; values by source, with dates; what to do.
pub(super) fn conflict(
    story: &StoryView,
    item: JudgedItem<'_>,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let task = Task::new(story, item.view);
    let state = item.state().map(|state| format!("  {}", state.name())).unwrap_or_default();
    let doubt = item.doubt().map(|it| format!("  {it}")).unwrap_or_default();
    let lead = format!("{}  ", item.verdict.name().to_uppercase());
    let head = format!("{}{state}{doubt}", safe(&item.label));
    writeln!(out, "{}", wrapped(style(item.verdict), &lead, &head, width))?;
    let says = cut(&safe(&task.says), LINES * width.saturating_sub(4).max(20));
    writeln!(out, "{}", wrapped(DIM, "  ", &says, width))?;
    for line in known::states(item).iter().take(LINES) {
        writeln!(out, "{}", wrapped(DIM, "  ", line, width))?;
    }
    let todo = format!("{}. {}  [{}]", safe(&task.ask), safe(&task.print.to_string()), id(item.view));
    writeln!(out, "{}\n", wrapped(BOLD, "  → ", &todo, width))
}

/// As much of an id as a person types.
fn id(item: &Item) -> &str {
    item.id.get(..8).unwrap_or(&item.id)
}

/// The open conflicts once more, a line each: what a person sees when the prompt comes back.
pub(super) fn digest(report: &Report, shown: &Shown, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let all = report.stories.iter().flat_map(open);
    let tasks: Vec<Task<'_>> =
        all.filter(|(item, _)| shown.wants(*item)).map(|(_, task)| task).take(DIGEST + 1).collect();
    for task in tasks.iter().take(DIGEST) {
        let line = format!("{}: {}", safe(&task.item.label), safe(&task.ask));
        let line = cut(&line, width.saturating_sub(4).max(20));
        writeln!(out, "{}", wrapped(style(task.item.verdict), "  • ", &line, width))?;
    }
    let open = report.stories.iter().flat_map(open).count();
    if tasks.len() > DIGEST {
        let line = format!("and {} above", count(open - DIGEST, "more conflict"));
        writeln!(out, "{}", wrapped(Style::new(), "    ", &line, width))?;
    }
    Ok(())
}
