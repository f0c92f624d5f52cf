//! What is accepted or known, quietly: it must not drown what is new.

use std::collections::BTreeSet;
use std::io::{self, Write};

use anstyle::Style;
use comfy_table::{ContentArrangement, Table};

use super::layout::{STYLE, wrapped};
use super::terminal::DIM;
use crate::baseline::{Acceptance, Gone, JudgedComparison, JudgedItem, Stale, State};
use crate::files::safe;

/// Conflicts that are accepted or known, a few words each.
pub(super) fn settled(items: &[JudgedItem<'_>], width: usize, out: &mut dyn Write) -> io::Result<()> {
    type Items<'s> = Vec<JudgedItem<'s>>;
    let (regrouped, old): (Items<'_>, Items<'_>) = items.iter().partition(|it| it.has(State::Regrouped));
    let (accepted, known): (Items<'_>, Items<'_>) = old.into_iter().partition(|it| it.has(State::Accepted));
    let rows = |items: Items<'_>| items.into_iter().map(row).collect::<Vec<_>>();
    list(
        "REGROUPED",
        "nobody has touched these claims: they came together otherwise",
        &rows(regrouped),
        width,
        out,
    )?;
    list("ACCEPTED", "someone has looked at these", &rows(accepted), width, out)?;
    list("KNOWN", "the revision compared with has these, too", &rows(known), width, out)
}

fn row(item: JudgedItem<'_>) -> [String; 3] {
    let mut values: Vec<String> = Vec::new();
    for claim in &item.claims {
        let value = safe(&claim.value);
        if !values.contains(&value) {
            values.push(value);
        }
    }
    let mut reasons: Vec<String> = Vec::new();
    for reason in item.comparisons().filter_map(JudgedComparison::accepted).map(reason) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    [
        format!("{}\n{}", safe(&item.label), item.id),
        format!("{}\n{}", item.verdict.name(), values.join(" / ")),
        reasons.join("\n"),
    ]
}

/// Accepted conflicts that are no longer found.
pub(super) fn stale(stale: &[Stale], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<[String; 3]> =
        stale.iter().map(|it| [safe(&it.item), safe(&it.file), safe(&it.reason)]).collect();
    list("STALE", "accepted, and no longer found: gainsay prune removes them", &rows, width, out)
}

/// Conflicts that the revision compared with had.
pub(super) fn gone(gone: &[Gone], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let row = |it: &Gone| [safe(&it.item), it.verdict.name().to_owned(), safe(&it.values.join(" / "))];
    let rows: Vec<[String; 3]> = gone.iter().map(row).collect();
    list("GONE", "the revision compared with had these", &rows, width, out)
}

fn list(lead: &str, what: &str, rows: &[[String; 3]], width: usize, out: &mut dyn Write) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", wrapped(Style::new().bold(), &format!("{lead}  "), what, width))?;
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    for row in rows {
        table.add_row(row.iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>());
    }
    for line in table.lines() {
        writeln!(out, "{DIM}{}{DIM:#}", line.trim_end())?;
    }
    writeln!(out)
}

/// Why it was accepted, by whom and until when.
fn reason(accepted: &Acceptance) -> String {
    let by = accepted.by.as_ref().map(|by| format!("by {}", safe(by)));
    let until = accepted.until.as_ref().map(|until| format!("until {until}"));
    let notes: Vec<String> = by.into_iter().chain(until).collect();
    let reason = safe(&accepted.reason);
    if notes.is_empty() { reason } else { format!("{reason} ({})", notes.join(", ")) }
}

/// What is said of claims that nobody has touched.
const REGROUPED: &str = "regrouped: both say what they said before, and came together otherwise";

/// What is known of one conflict, in a sentence; `None` where it is none.
pub(super) fn state(comparison: JudgedComparison<'_>) -> Option<String> {
    let state = comparison.state()?;
    let Some(accepted) = comparison.accepted() else {
        return Some(match state {
            State::Known => "known: the revision compared with has it, too".to_owned(),
            State::Changed => "changed: the revision compared with has other values".to_owned(),
            State::Regrouped => REGROUPED.to_owned(),
            state => state.name().to_owned(),
        });
    };
    let said = format!("{}, {}", reason(accepted), safe(&accepted.file));
    Some(match state {
        State::New => "new".to_owned(),
        State::Known => format!("known: the revision compared with has it, too; {said}"),
        State::Accepted => format!("accepted: {said}"),
        State::Expired => format!("expired: {said}"),
        State::Regrouped => REGROUPED.to_owned(),
        State::Changed => {
            format!("changed: accepted was {}: {said}", safe(&accepted.values.join(" / ")))
        }
    })
}

/// What is known of the conflicts of an item that are not merely new, each once, with its values; those that only the
/// revision compared with has, too, in one line.
pub(crate) fn states(item: JudgedItem<'_>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let (mut lines, mut known) = (Vec::new(), Vec::new());
    for it in item.comparisons().filter(|it| it.state() != Some(State::New)) {
        let Some(state) = state(it).filter(|_| seen.insert(it.view.id.as_str())) else { continue };
        let values = safe(&format!("{} / {}", item.claims[it.a].value, item.claims[it.b].value));
        if it.state() == Some(State::Known) && it.accepted().is_none() {
            known.push(values);
        } else {
            lines.push(format!("{values}: {state}"));
        }
    }
    if !known.is_empty() {
        lines.push(format!("known, since the revision compared with has it, too: {}", known.join("; ")));
    }
    lines
}
