//! One line for each place, as editors and grep take it: `file:line:column: what is wrong there`.

use std::io::{self, Write};

use super::Shown;
use super::finding::{Finding, cut, findings, told};
use super::view::{Claim, Report};

/// Writes a line for each problem, for each claim of each finding and for each accepted conflict that is no longer found.
/// Paths count from the working directory, where editors look for them.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn concise(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    for it in &report.diagnostics {
        let hint = if it.hint.is_empty() { String::new() } else { format!("; {}", cut(&it.hint)) };
        let (file, message) = (cut(&it.file), cut(&it.message));
        writeln!(out, "{file}:{}:{}: {}: {message}{hint}", it.line, it.column, it.severity)?;
    }
    for finding in findings(report, shown) {
        for side in [0, 1] {
            for claim in &finding.sides[side] {
                line(&finding, claim, &finding.sides[1 - side], out)?;
            }
        }
    }
    for stale in report.stories.iter().flat_map(|story| &story.stale) {
        let (file, item) = (cut(&stale.file), cut(&stale.item));
        writeln!(out, "{file}:1:1: stale: {item}: this accepted contradiction is no longer found")?;
    }
    Ok(())
}

fn line(finding: &Finding<'_>, ours: &Claim, theirs: &[&Claim], out: &mut dyn Write) -> io::Result<()> {
    let place = |it: &Claim| format!("{}:{}:{}", cut(&it.file), it.begin.line, it.begin.column);
    let (label, sign, reason) = (finding.label(), finding.sign(), finding.reason());
    let value = cut(&ours.value);
    let there = theirs.first().map(|it| place(it)).unwrap_or_default();
    writeln!(
        out,
        "{}: {}: {label}: “{value}” {sign} {} at {there}: {reason} [{}]",
        place(ours),
        finding.kind(),
        told(theirs),
        finding.comparison.id
    )
}
