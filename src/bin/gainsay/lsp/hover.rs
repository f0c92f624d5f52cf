//! What a claim's value is understood as, and what the other outlets say.

use std::path::Path;

use gainsay::claim::{ARTICLE, CLAIM, Claim, Key, SETTINGS, STORY};
use gainsay::fusion::Verdict;
use gainsay::value::Value;
use gainsay::view::Item;
use serde_json::json;

use super::cursor::{Cursor, CursorContext};
use super::desk::{ClaimAt, FileKind, OpenFiles};
use super::markup::Markup;
use super::text::TextPosition;

/// More outlets than these are counted.
const MOST_SHOWN: usize = 20;

/// What is to be said of a place.
pub(super) fn hover(
    desk: &OpenFiles,
    path: &Path,
    position: TextPosition,
    markup: Markup,
) -> Option<serde_json::Value> {
    let file = desk.file(path)?;
    let lines = desk.lines(file.text());
    let cursor = Cursor::of(file.text(), &lines, position);
    if let CursorContext::Key { word, has_value: true } = &cursor.spot {
        let name = file.slice(word.clone());
        let key = keys(FileKind::of(path), cursor.table).iter().find(|key| key.name == name)?;
        return Some(shown(markup, &about(key, markup), &lines.range(word)));
    }
    let found = desk.find(path, position)?;
    let spans = &found.claim.spans;
    let quote = spans.quote.iter().chain(&spans.as_of).chain(&spans.item);
    let values = [&found.claim.value_span, &spans.subject, &spans.attribute];
    let span =
        values.into_iter().chain(quote).find(|span| span.contains(&found.at) || span.end == found.at)?;
    Some(shown(markup, &claim(desk, &found, markup), &lines.range(span)))
}

fn shown(markup: Markup, text: &str, range: &serde_json::Value) -> serde_json::Value {
    json!({"contents": {"kind": markup.name(), "value": text}, "range": range})
}

/// The keys that a table of a file knows.
pub(super) fn keys(kind: FileKind, table: &str) -> &'static [Key] {
    match (kind, table) {
        (FileKind::Claims, "article") => ARTICLE,
        (FileKind::Claims, "[claim]" | "claim") => CLAIM,
        (FileKind::Story, "") => STORY,
        (FileKind::Settings, "") => SETTINGS,
        _ => &[],
    }
}

/// What a key is for.
pub(super) fn about(key: &Key, markup: Markup) -> String {
    let required = if key.required { "; required" } else { "" };
    format!(
        "{}: {}\n\ntakes {}{required}",
        markup.strong(key.name),
        markup.text(key.about),
        markup.text(&key.takes.to_string())
    )
}

/// A claim in full.
fn claim(desk: &OpenFiles, found: &ClaimAt<'_>, markup: Markup) -> String {
    let mut parts = vec![value(&found.claim.value, markup)];
    parts.extend(limits(found.claim, markup));
    match found.item {
        Some((item, _)) if item.claims.len() > 1 => {
            parts.push(others(desk, found, item.view, markup));
            parts.extend(ground(item.view, markup));
        }
        _ => parts.push("no other claim of this story is about the same fact".to_owned()),
    }
    parts.join("\n\n")
}

fn value(value: &Value, markup: Markup) -> String {
    let mut lines = vec![format!("{}, read as {}", markup.strong(&value.text), value.kind.name())];
    let understood = value.understood();
    if !understood.trim().is_empty() {
        lines.push(format!("understood: {}", markup.text(&understood)));
    }
    lines.extend(value.hedge.iter().map(|hedge| format!("hedge: {}", markup.text(hedge))));
    lines.extend(value.readings().iter().map(|(name, reading)| format!("{name}: {}", markup.text(reading))));
    lines.extend(value.remarks().iter().map(|(name, words)| format!("{name}: {}", markup.text(words))));
    lines.extend(value.notes.iter().map(|note| format!("note: {}", markup.text(&note.to_string()))));
    let other = |it: &Value| format!("or else: {}, {}", it.kind.name(), markup.text(&it.understood()));
    lines.extend(value.others.iter().map(other));
    list(&lines)
}

/// The first line as it is, the others as a list below it.
fn list(lines: &[String]) -> String {
    let (first, rest) = lines.split_first().map(|(first, rest)| (first.as_str(), rest)).unwrap_or_default();
    let rest: Vec<String> = rest.iter().map(|line| format!("- {line}")).collect();
    if rest.is_empty() { first.to_owned() } else { format!("{first}\n\n{}", rest.join("\n")) }
}

fn limits(claim: &Claim, markup: Markup) -> Option<String> {
    let credits =
        (!claim.according_to.is_empty()).then(|| format!("credits {}", claim.according_to.join(", ")));
    let scope = claim.scope.as_ref().map(|scope| format!("covers {scope}"));
    let certainty = claim.certainty.map(|it| it.name().to_owned());
    let limits: Vec<String> = [credits, scope, certainty].into_iter().flatten().collect();
    (!limits.is_empty()).then(|| markup.text(&limits.join("; ")))
}

fn others(desk: &OpenFiles, found: &ClaimAt<'_>, item: &Item, markup: Markup) -> String {
    let head =
        format!("{}: {}", markup.strong(&item.verdict.name().to_uppercase()), markup.text(&item.label));
    let mut claims = found.others();
    claims.sort_by_key(|(_, comparison)| std::cmp::Reverse(comparison.map(|it| it.verdict)));
    let mut lines = vec![head];
    for (claim, comparison) in claims.iter().take(MOST_SHOWN) {
        let place = format!("{}:{}", claim.file.rsplit('/').next().unwrap_or(&claim.file), claim.line);
        let place = found.locate(claim).map_or(markup.text(&place), |(path, _, _)| {
            markup.link(&place, &format!("{}#L{}", desk.uri(path), claim.line))
        });
        let verdict = comparison.map_or(String::new(), |it| {
            let why = if it.verdict > Verdict::Agreement {
                format!(", {}", markup.text(&it.reason))
            } else {
                String::new()
            };
            let state = match it.accepted() {
                Some(accepted) if !it.is_new() => format!(" (accepted: {})", markup.text(&accepted.reason)),
                _ => String::new(),
            };
            format!(": {}{state}{why}", it.verdict.name())
        });
        let credits = if claim.according_to.is_empty() {
            String::new()
        } else {
            format!(", citing {}", markup.text(&claim.according_to.join(", ")))
        };
        let (outlet, value) = (markup.text(&claim.outlet), markup.text(&claim.value));
        lines.push(format!("{outlet}{credits} says “{value}”{verdict} ({place})"));
    }
    let more = claims.len().saturating_sub(MOST_SHOWN);
    if more > 0 {
        lines.push(format!("… and {more} more"));
    }
    list(&lines)
}

/// What can be printed, and who is silent.
fn ground(item: &Item, markup: Markup) -> Option<String> {
    let ground = (item.verdict >= Verdict::Unclear).then(|| markup.text(&item.advice()));
    let silent = (!item.omitted_by.is_empty())
        .then(|| format!("silent: {}", markup.text(&item.omitted_by.join(", "))));
    let parts: Vec<String> = [ground, silent].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}
