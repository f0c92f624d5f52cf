//! One line for each place, as editors and grep take it: `file:line:column: what is wrong there`.

use std::io::{self, Write};

use crate::findings::{Clash, Finding, Report, Shown, cut, findings, told};
use crate::view::ClaimView;

/// Writes a line for each problem, for each claim of each finding and for each accepted conflict that is no longer found.
/// Paths count from the working directory, where editors look for them.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn concise(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    findings(report, shown).iter().try_for_each(|it| lines(it, out))
}

fn lines(finding: &Finding<'_>, out: &mut dyn Write) -> io::Result<()> {
    let place = finding.place();
    let at = format!("{}:{}:{}", cut(place.file), place.begin.line, place.begin.column);
    match finding {
        Finding::Problem(it) => {
            let rule = it.rule.map(|rule| format!("[{rule}]")).unwrap_or_default();
            let hint = finding.hint();
            let hint = if hint.is_empty() { hint } else { format!(" ({hint})") };
            writeln!(out, "{at}: {}{rule}: {}{hint}", it.severity.name(), finding.said())
        }
        Finding::Conflict(clash) => {
            let [one, other] = &clash.sides;
            one.iter().try_for_each(|claim| line(clash, claim, other, out))?;
            other.iter().try_for_each(|claim| line(clash, claim, one, out))
        }
        // Its conflict has a line for each of its claims.
        Finding::OneSource { .. } => Ok(()),
        Finding::Stale(_) => writeln!(out, "{at}: {}: {}", finding.title(), finding.said()),
    }
}

fn line(clash: &Clash<'_>, ours: &ClaimView, theirs: &[&ClaimView], out: &mut dyn Write) -> io::Result<()> {
    let place = |it: &ClaimView| format!("{}:{}:{}", cut(&it.file), it.begin.line, it.begin.column);
    let (label, sign, reason) = (clash.label(), clash.sign(), clash.reason());
    let value = cut(&ours.value);
    let there = theirs.first().map(|it| place(it)).unwrap_or_default();
    let accepted = clash.accepted_for().map(|why| format!(" (accepted: {why})")).unwrap_or_default();
    let (kind, id, theirs) = (clash.kind(), &clash.fingerprint, told(theirs));
    let place = place(ours);
    writeln!(out, "{place}: {kind}: {label}: “{value}” {sign} {theirs} at {there}: {reason}{accepted} [{id}]")
}
