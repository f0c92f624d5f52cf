//! Markdown for a comment on a pull request, and for the summary of a job.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::baseline::{JudgedItem, State};
use crate::files::count;
use crate::findings::{Clash, Diagnostic, Finding, Report, Shown, cut, findings};
use crate::fusion::Verdict;
use crate::view::accusation::self_contradictions;
use crate::view::position::{EVERY, letter};
use crate::view::{ChangedFactView, ClaimView, StoryView, VersionView};

/// GitHub refuses comments of more than 65,536 characters.
const COMMENT: usize = 65_000;

/// GitHub drops a step's summary of more than 1 MiB without failing the step.
pub const SUMMARY: usize = 1_000_000;

/// Workflows find their comment by it, and write over it.
const MARKER: &str = "<!-- gainsay -->";

/// More claims of one item are counted, not listed.
const MOST_CLAIMS: usize = 30;

/// What is left for saying what was left out.
const RESERVE: usize = 200;

/// Writes the report as a comment on a pull request.
pub(super) fn comment(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    markdown(report, shown, COMMENT, out)
}

/// Writes the report as GitHub's Markdown, in at most `most` bytes: what is new in full, the rest folded.
///
/// # Errors
/// Where `out` can't be written.
pub fn markdown(report: &Report, shown: &Shown, most: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut page = BoundedPage { text: String::new(), room: most.saturating_sub(RESERVE), left_out: 0 };
    let _ = write!(page.text, "{MARKER}\n## gainsay: {}\n\n", headline(report));
    let _ = write!(page.text, "{}.\n\n", sentence(report));
    problems(report, &mut page);
    let found = findings(report, shown);
    page.section(None, found.iter().filter_map(asked));
    let clashes: Vec<&Clash<'_>> = found.iter().filter_map(Finding::clash).collect();
    for (grave, heading) in [(Verdict::Contradiction, None), (Verdict::Tension, Some("tension"))] {
        let new: Vec<(&StoryView, JudgedItem<'_>)> = items(report, shown)
            .filter(|(_, item)| item.verdict == grave && item.state().is_some_and(State::counts_as_new))
            .collect();
        let blocks = new.iter().map(|(story, item)| block(story, *item, &clashes, report.stories.len() > 1));
        page.section(heading.map(|what| count(new.len(), what)).as_deref(), blocks);
    }
    let accepted: Vec<String> = clashes.iter().filter(|it| it.is_old()).map(|it| line(it)).collect();
    page.section(Some(&format!("{} accepted", accepted.len())), accepted.into_iter());
    let others = clashes.iter().filter(|it| !it.comparison.verdict.is_conflict());
    let others: Vec<String> = others.map(|it| line(it)).collect();
    page.section(Some(&format!("{} to look at", others.len())), others.into_iter());
    let stale: Vec<String> = found.iter().filter_map(stale).collect();
    page.section(Some(&format!("{} stale", stale.len())), stale.into_iter());
    let versions: Vec<String> = report.stories.iter().flat_map(|it| &it.versions).map(version).collect();
    page.section(Some(&count(versions.len(), "later version")), versions.into_iter());
    if page.left_out > 0 {
        let _ = writeln!(page.text, "… and {} more; `gainsay` shows them all.", page.left_out);
    }
    out.write_all(page.text.as_bytes())
}

/// A page that never becomes longer than it may.
struct BoundedPage {
    text: String,
    room: usize,
    left_out: usize,
}

impl BoundedPage {
    /// Adds as many blocks as there is room for, folded below a heading where it has one.
    fn section(&mut self, folded: Option<&str>, blocks: impl Iterator<Item = String>) {
        let (open, close) = match folded {
            Some(heading) => (format!("<details><summary>{heading}</summary>\n\n"), "\n</details>\n\n"),
            None => (String::new(), ""),
        };
        let mut written = String::new();
        for block in blocks {
            let length = self.text.len() + open.len() + written.len() + block.len() + close.len();
            if self.left_out > 0 || length > self.room {
                self.left_out += 1;
            } else {
                written.push_str(&block);
            }
        }
        if !written.is_empty() {
            self.text.push_str(&open);
            self.text.push_str(&written);
            self.text.push_str(close);
        }
    }
}

/// The first thing to know.
fn headline(report: &Report) -> String {
    let it = &report.summary;
    let errors = report.errors();
    match (it.new, errors) {
        (0, 0) => "no new contradictions".to_owned(),
        (new, 0) => count(new, "new contradiction"),
        (0, errors) => format!("{} in claim files", count(errors, "error")),
        (new, _) => format!("{}, and errors in claim files", count(new, "new contradiction")),
    }
}

fn sentence(report: &Report) -> String {
    format!("{}; {}", report.summary.sentence(), report.summary.extent())
}

fn problems(report: &Report, page: &mut BoundedPage) {
    // Errors first.
    let mut diagnostics: Vec<&Diagnostic> = report.diagnostics.iter().collect();
    diagnostics.sort_by_key(|it| it.severity);
    let blocks: Vec<String> = diagnostics
        .into_iter()
        .map(|it| {
            let hint = if it.hint.is_empty() { String::new() } else { format!(" ({})", text(&it.hint)) };
            let place = code(&format!("{}:{}:{}", it.file, it.line, it.column));
            format!("* **{}** {place} {}{hint}\n", it.severity.name(), text(&it.message))
        })
        .collect();
    if !blocks.is_empty() {
        page.section(None, blocks.into_iter().chain(["\n".to_owned()]));
    }
}

fn items<'r>(report: &'r Report, shown: &Shown) -> impl Iterator<Item = (&'r StoryView, JudgedItem<'r>)> {
    let all = report.stories.iter().flat_map(|story| story.judged().map(move |item| (&story.view, item)));
    all.filter(move |(_, item)| shown.wants(*item))
}

/// An item with its claims, and why they don't go together.
fn block(story: &StoryView, item: JudgedItem<'_>, clashes: &[&Clash<'_>], name_story: bool) -> String {
    let state = match item.state() {
        None | Some(State::New) => String::new(),
        Some(state) => format!(" ({})", state.name()),
    };
    let of = if name_story { format!(", {}", text(&story.name)) } else { String::new() };
    let mut block = format!("### {}\n\n{}{state}{of}\n\n", text(&item.label), item.verdict.name());
    block.push_str("| | says | outlet | quote | where |\n| --- | --- | --- | --- | --- |\n");
    let mut rows = 0;
    for (at, position) in item.positions.iter().enumerate() {
        for &claim in &position.claims {
            rows += 1;
            if rows <= MOST_CLAIMS {
                let at = if item.beside_all.contains(&claim) { EVERY } else { at };
                block.push_str(&row(letter(at), &item.claims[claim]));
            }
        }
    }
    if rows > MOST_CLAIMS {
        let _ = writeln!(block, "| | … and {} more | | | |", rows - MOST_CLAIMS);
    }
    block.push('\n');
    for it in clashes.iter().filter(|it| item.is(it.item)).take(MOST_CLAIMS) {
        block.push_str(&point(it, ""));
    }
    for it in self_contradictions(item.view) {
        let _ = writeln!(
            block,
            "* {} contradicts itself: “{}” / “{}”",
            text(&it.0.outlet),
            text(&it.0.value),
            text(&it.1.value)
        );
    }
    let _ = writeln!(block, "* {}", text(&item.advice()));
    block.push('\n');
    block
}

/// Whom to ask before anything else.
fn asked(finding: &Finding<'_>) -> Option<String> {
    let Finding::OneSource { item, source } = finding else { return None };
    let (label, said) = (text(&item.label), text(&source.sentence));
    Some(format!("* **One source, two numbers** ({label}): {said}\n\n"))
}

fn stale(finding: &Finding<'_>) -> Option<String> {
    let Finding::Stale(it) = finding else { return None };
    Some(format!("* {} ({}): accepted, and no longer found\n", text(&it.item), code(&it.file)))
}

fn row(letter: char, claim: &ClaimView) -> String {
    let quote = claim.quote.as_ref().map(|quote| format!("“{}”", text(quote))).unwrap_or_default();
    let credits = match claim.according_to.as_slice() {
        [] => String::new(),
        credits => format!(", citing {}", text(&credits.join(", "))),
    };
    let (value, outlet) = (text(&claim.value), text(&claim.outlet));
    let place = code(&format!("{}:{}", claim.file, claim.line));
    format!("| {letter} | {value} | {outlet}{credits} | {quote} | {place} |\n")
}

/// A conflict as a point of a list.
fn line(clash: &Clash<'_>) -> String {
    point(clash, &format!("{}: ", text(&clash.item.label)))
}

fn point(clash: &Clash<'_>, label: &str) -> String {
    let [ours, theirs] = clash.sides.each_ref().map(|side| {
        let claim = side[0];
        format!("“{}” ({})", text(&claim.value), text(&claim.outlet))
    });
    let accepted = clash.accepted_for().map(|why| format!("; accepted: {}", text(&why))).unwrap_or_default();
    let (kind, sign) = (clash.kind(), clash.sign());
    let reason = text(&clash.comparison.reason);
    format!("* {kind} `{}` {label}{ours} {sign} {theirs}: {reason}{accepted}\n", clash.fingerprint)
}

/// What a later version of an article says otherwise.
fn version(version: &VersionView) -> String {
    let change = |it: &ChangedFactView| {
        let (before, after) = (text(&it.before.value), text(&it.after.value));
        format!("{}: “{before}” → “{after}”", text(&it.label))
    };
    let changes: Vec<String> = version.changes.iter().map(change).collect();
    let said = if changes.is_empty() { "nothing else".to_owned() } else { changes.join("; ") };
    format!("* {} ({}): {said}\n", text(&version.who()), code(&version.file))
}

/// A text of a file in which nothing is markup, a mention, a reference or a link.
fn text(text: &str) -> String {
    let mut shown = String::new();
    let text = cut(text);
    let mut letters = text.chars().peekable();
    while let Some(it) = letters.next() {
        match it {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '|' => shown.push_str("&#124;"),
            '`' => shown.push_str("&#96;"),
            '\\' | '*' | '_' | '[' | ']' | '~' | '$' => shown.extend(['\\', it]),
            // A character of no width: mentions and references are found in the finished text, where an entity is no help.
            '@' | '#' | '!' => {
                shown.push(it);
                shown.push_str("&#8203;");
            }
            '-' if letters.peek().is_some_and(char::is_ascii_digit) => shown.push_str("-&#8203;"),
            // `https://…` and `www.…` are links without any markup.
            ':' if letters.peek() == Some(&'/') => shown.push_str(":&#8203;"),
            '.' if shown.to_ascii_lowercase().ends_with("www") => shown.push_str(".&#8203;"),
            it => shown.push(it),
        }
    }
    shown
}

/// A path as code.
fn code(path: &str) -> String {
    let path = cut(path).replace('|', "\u{fffd}");
    let fence = if path.contains('`') { "``" } else { "`" };
    if path.contains("``") { text(&path) } else { format!("{fence}{path}{fence}") }
}
