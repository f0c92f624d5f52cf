//! One line for each place, as editors and grep take it: `file:line:column: what is wrong there`.

use std::io::{self, Write};

use super::finding::{Finding, cut, findings, stale, told};
use crate::view::{Claim, Report, Shown};

/// Writes a line for each problem, for each claim of each finding and for each accepted conflict that is no longer found.
/// Paths count from the working directory, where editors look for them.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn concise(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    for it in &report.diagnostics {
        let hint = if it.hint.is_empty() { String::new() } else { format!(" ({})", cut(&it.hint)) };
        let rule = it.rule.map(|rule| format!("[{rule}]")).unwrap_or_default();
        let (file, message) = (cut(&it.file), cut(&it.message));
        writeln!(out, "{file}:{}:{}: {}{rule}: {message}{hint}", it.line, it.column, it.severity)?;
    }
    for finding in findings(report, shown) {
        for side in [0, 1] {
            for claim in &finding.sides[side] {
                line(&finding, claim, &finding.sides[1 - side], out)?;
            }
        }
    }
    for it in stale(report, shown) {
        let (file, item) = (cut(&it.file), cut(&it.item));
        writeln!(out, "{file}:1:1: stale: {item}: this accepted contradiction is no longer found")?;
    }
    Ok(())
}

fn line(finding: &Finding<'_>, ours: &Claim, theirs: &[&Claim], out: &mut dyn Write) -> io::Result<()> {
    let place = |it: &Claim| format!("{}:{}:{}", cut(&it.file), it.begin.line, it.begin.column);
    let (label, sign, reason) = (finding.label(), finding.sign(), finding.reason());
    let value = cut(&ours.value);
    let there = theirs.first().map(|it| place(it)).unwrap_or_default();
    let accepted = finding.accepted_for().map(|why| format!(" (accepted: {why})")).unwrap_or_default();
    let (kind, id, theirs) = (finding.kind(), &finding.fingerprint, told(theirs));
    let place = place(ours);
    writeln!(out, "{place}: {kind}: {label}: “{value}” {sign} {theirs} at {there}: {reason}{accepted} [{id}]")
}
