//! What can be done about what stands at the cursor, as edits that the editor makes.

use gainsay::view;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use gainsay::baseline;
use gainsay::check::{self, Justification, Plan};
use gainsay::claim::Story;
use gainsay::files::{Problem, shown_path};
use gainsay::linkage::{self, Alignment};
use gainsay::report::safe;
use gainsay::review::{self, Answer, AnswerOutcome, OwnedPin, Pins};
use gainsay::view::Item;
use gainsay::workspace::CheckedStory;
use serde_json::{Value, json};

use super::client::Client;
use super::desk::{ClaimAt, OpenFiles};
use super::text::Span;

/// The kind of all of them.
pub(super) const KIND: &str = "quickfix";

/// Of claims that are nearly the same fact, so many are offered.
const MOST_NEAR: usize = 3;

/// What can be done in a stretch of a file; `shown` is what the editor shows there.
pub(super) fn actions(
    desk: &OpenFiles,
    path: &Path,
    range: Span,
    shown: &[Value],
    client: &Client,
) -> Vec<Value> {
    let Some(checked) = desk.story(path) else { return Vec::new() };
    let offer = Offer { desk, checked, shown, client };
    let mut actions = offer.fixes(path, range);
    if let Some(found) = desk.find(path, range.start) {
        let alignment = linkage::align(&found.checked.story);
        actions.extend(offer.pins(&found, &alignment));
        actions.extend(offer.accept(&found));
        actions.extend(offer.aliases(&found));
    }
    actions
}

struct Offer<'b> {
    desk: &'b OpenFiles,
    checked: &'b CheckedStory,
    shown: &'b [Value],
    client: &'b Client,
}

/// Edits of files, by their paths.
type Edits = BTreeMap<PathBuf, Vec<(Range<usize>, String)>>;

impl Offer<'_> {
    /// What rules have a fix for.
    fn fixes(&self, path: &Path, range: Span) -> Vec<Value> {
        let Some(file) = self.desk.file(path) else { return Vec::new() };
        let asked = self.desk.lines(file.text()).bytes(range);
        let name = shown_path(path);
        let is_there = |it: &&Problem| {
            it.file.path() == name && it.span.start <= asked.end && asked.start <= it.span.end
        };
        let problems = self.checked.problems.iter().filter(is_there);
        let fixes = problems.filter_map(|problem| {
            let fix = problem.fix.as_ref()?;
            let edits = Edits::from([(path.to_path_buf(), fix.edits.clone())]);
            let mut action = self.action(&safe(&fix.label), &edits, &[])?;
            action["isPreferred"] = fix.is_safe.into();
            let told: Vec<&Value> = self
                .shown
                .iter()
                .filter(|it| it.get("code").and_then(Value::as_str) == problem.rule)
                .collect();
            if !told.is_empty() {
                action["diagnostics"] = json!(told);
            }
            Some(action)
        });
        fixes.collect()
    }

    /// Pins: the same fact as a claim that nearly is, another fact than one that is taken for the same.
    fn pins(&self, found: &ClaimAt<'_>, alignment: &Alignment<'_>) -> Vec<Value> {
        let position = |file: &str, number: usize| {
            alignment.claims.iter().position(|it| it.article.file.path() == file && it.claim.number == number)
        };
        let Some(own) = position(found.article.file.path(), found.claim.number) else { return Vec::new() };
        let mut others: Vec<(&view::ClaimView, Answer)> =
            near(found).into_iter().map(|claim| (claim, Answer::Same)).collect();
        let mut together = found.others();
        together.sort_by_key(|(_, comparison)| std::cmp::Reverse(comparison.map(|it| it.verdict)));
        for (claim, _) in together.into_iter().take(MOST_NEAR) {
            others.push((claim, Answer::Same));
            others.push((claim, Answer::Different));
        }
        let mut actions = Vec::new();
        for (claim, answer) in others {
            let what = match answer {
                Answer::Same => "Pin as the same fact as",
                Answer::Different => "Pin as another fact than",
            };
            let title = format!("{what} {}", named(claim));
            let Some(other) = position(&claim.file, claim.number) else { continue };
            let edits = self.pin(alignment, (own.min(other), own.max(other)), answer);
            actions.extend(edits.and_then(|edits| self.action(&title, &edits, &[])));
        }
        actions
    }

    /// The edits that an answer about two claims makes.
    fn pin(&self, alignment: &Alignment<'_>, pair: (usize, usize), answer: Answer) -> Option<Edits> {
        let before = Pins::of(alignment);
        let mut pins = before.clone();
        if !matches!(
            pins.answer(alignment, &alignment.items, pair, answer),
            AnswerOutcome::Pinned | AnswerOutcome::United(..)
        ) {
            return None;
        }
        let mut changed: BTreeMap<&str, Vec<(usize, &OwnedPin)>> = BTreeMap::new();
        for (at, mark) in pins.changes(&before) {
            let told = alignment.claims[at];
            changed.entry(told.article.file.path()).or_default().push((told.claim.number, mark));
        }
        let mut edits = Edits::new();
        for (name, pins) in changed {
            let path = self.checked.path_of(name)?;
            let file = self.desk.file(path)?;
            let pinned = review::pinned(file.text(), &pins).ok()?;
            edits.insert(path.to_path_buf(), vec![difference(file.text(), &pinned)]);
        }
        Some(edits)
    }

    /// What `gainsay accept` would write for a conflict; nothing where the desk asks for more than the editor knows.
    fn accept(&self, found: &ClaimAt<'_>) -> Vec<Value> {
        let Some((item, own)) = found.item else { return Vec::new() };
        let why = Justification { reason: "looked at in the editor".to_owned(), ..Justification::default() };
        let policy = &self.checked.story.desk.policy;
        if !self.client.creates || why.lacks(policy, self.desk.workspace.today()).is_some() {
            return Vec::new();
        }
        let mut seen: Vec<&str> = Vec::new();
        let mut actions = Vec::new();
        for it in item.comparisons().filter(|it| it.is_new() && (it.a == own || it.b == own)) {
            if seen.contains(&it.view.id.as_str()) {
                continue;
            }
            seen.push(&it.view.id);
            let plan = check::plan(&[(&self.checked.view, item, Some(&it.id))], &[], &why);
            let other = &item.claims[if it.a == own { it.b } else { it.a }];
            let title = format!("Accept the {} with {}", it.verdict.name(), named(other));
            let Some((edits, made)) = self.written(&plan) else { continue };
            actions.extend(self.action(&title, &edits, &made).map(|mut action| {
                let told =
                    |told: &&Value| told.pointer("/data/item").and_then(Value::as_str) == Some(&item.id);
                let told: Vec<&Value> = self.shown.iter().filter(told).collect();
                if !told.is_empty() {
                    action["diagnostics"] = json!(told);
                }
                action
            }));
        }
        actions
    }

    /// The files of a plan as edits, and which of them have to be made; `None` where there are none.
    fn written(&self, plan: &Plan) -> Option<(Edits, Vec<PathBuf>)> {
        let (mut edits, mut made) = (Edits::new(), Vec::new());
        for file in &plan.files {
            // The view has names for people; the editor wants whole paths.
            let path = self.checked.folder().join(baseline::FOLDER).join(file.path.file_name()?);
            let before = if file.replaces { self.desk.file(&path)?.text().to_owned() } else { String::new() };
            edits.insert(path.clone(), vec![difference(&before, &file.text)]);
            if !file.replaces {
                made.push(path);
            }
        }
        (!edits.is_empty()).then_some((edits, made))
    }

    /// Two names for one thing, written into the story's file.
    fn aliases(&self, found: &ClaimAt<'_>) -> Vec<Value> {
        let story = self.checked.folder().join("story.toml");
        let file = self.desk.file(&story);
        let is_new = file.is_none();
        if is_new && !self.client.creates {
            return Vec::new();
        }
        let before = file.as_ref().map(|file| file.text()).unwrap_or_default();
        let others = near(found).into_iter().chain(found.others().into_iter().map(|(claim, _)| claim));
        let mut seen = Vec::new();
        let mut actions = Vec::new();
        for claim in others {
            let (own, other) = (found.claim.subject.as_str(), claim.subject.as_str());
            let (name, alias) = if own.len() >= other.len() { (own, other) } else { (other, own) };
            if name.eq_ignore_ascii_case(alias)
                || seen.contains(&(name, alias))
                || is_alias(&self.checked.story, name, alias)
                || seen.len() == MOST_NEAR
            {
                continue;
            }
            seen.push((name, alias));
            let title = format!("Add alias: “{}” is “{}”", safe(alias), safe(name));
            let Some(after) = with_alias(before, name, alias) else { continue };
            let edits = Edits::from([(story.clone(), vec![difference(before, &after)])]);
            let made = if is_new { std::slice::from_ref(&story) } else { &[] };
            actions.extend(self.action(&title, &edits, made));
        }
        actions
    }

    /// An action that makes these edits, some of them in files that are made for it.
    fn action(&self, title: &str, edits: &Edits, made: &[PathBuf]) -> Option<Value> {
        let mut changes = serde_json::Map::new();
        let mut documents: Vec<Value> = Vec::new();
        for path in made {
            let options = json!({"overwrite": false, "ignoreIfExists": true});
            documents.push(json!({"kind": "create", "uri": self.desk.uri(path), "options": options}));
        }
        for (path, edits) in edits {
            let file = if made.contains(path) { None } else { Some(self.desk.file(path)?) };
            let lines = self.desk.lines(file.as_ref().map(|file| file.text()).unwrap_or_default());
            let edit =
                |(span, text): &(Range<usize>, String)| json!({"range": lines.range(span), "newText": text});
            let edits: Vec<Value> = edits.iter().map(edit).collect();
            let uri = self.desk.uri(path);
            let version = self.desk.documents.get(path).and_then(|it| it.version);
            documents.push(json!({"textDocument": {"uri": &uri, "version": version}, "edits": &edits}));
            changes.insert(uri, Value::Array(edits));
        }
        let edit = if self.client.versioned {
            json!({"documentChanges": documents})
        } else {
            json!({"changes": changes})
        };
        Some(json!({"title": title, "kind": KIND, "edit": edit}))
    }
}

/// The claims that are nearly the same fact, likeliest first.
fn near<'d>(found: &ClaimAt<'d>) -> Vec<&'d view::ClaimView> {
    let Some((item, own)) = found.item else { return Vec::new() };
    let mut misses: Vec<(f64, &view::ClaimView)> = Vec::new();
    misses.extend(
        item.view
            .near
            .iter()
            .filter(|it| it.claim == own)
            .map(|it| (it.probability.probability(), &it.other)),
    );
    let mine = |claim: &view::ClaimView| {
        claim.file == item.claims[own].file && claim.number == item.claims[own].number
    };
    // A miss is told by the item that it is nearest to; it may be told by the other one alone.
    let others = found.checked.view.items.iter().filter(|other| other.id != item.id);
    let told = |other: &'d Item| {
        other
            .near
            .iter()
            .filter(|it| mine(&it.other))
            .map(|it| (it.probability.probability(), &other.claims[it.claim]))
    };
    misses.extend(others.flat_map(told));
    misses.sort_by(|a, b| {
        b.0.total_cmp(&a.0).then_with(|| (&a.1.file, a.1.number).cmp(&(&b.1.file, b.1.number)))
    });
    misses.dedup_by(|a, b| (&a.1.file, a.1.number) == (&b.1.file, b.1.number));
    misses.into_iter().take(MOST_NEAR).map(|(_, claim)| claim).collect()
}

fn named(claim: &view::ClaimView) -> String {
    let label = format!("{}: {}", claim.subject, claim.attribute);
    format!("{}, “{}” ({})", safe(&claim.outlet), safe(&claim.value), safe(&label))
}

fn is_alias(story: &Story, name: &str, alias: &str) -> bool {
    let holds = |(known, others): &(String, Vec<String>)| {
        let is = |text: &str| {
            known.eq_ignore_ascii_case(text) || others.iter().any(|it| it.eq_ignore_ascii_case(text))
        };
        is(name) && is(alias)
    };
    story.desk.aliases.iter().any(holds)
}

/// The text of a story's file with one more alias; `None` where it can't have any.
fn with_alias(text: &str, name: &str, alias: &str) -> Option<String> {
    let mut document: toml_edit::DocumentMut = text.parse().ok()?;
    let table = document.entry("aliases").or_insert_with(toml_edit::table).as_table_like_mut()?;
    match table.get_mut(name).and_then(|it| it.as_value_mut()) {
        Some(toml_edit::Value::Array(others)) => others.push(alias),
        Some(other) => {
            let known = other.as_str()?.to_owned();
            *other = [known.as_str(), alias].into_iter().collect::<toml_edit::Array>().into();
        }
        None => {
            let others: toml_edit::Array = std::iter::once(alias).collect();
            table.insert(name, toml_edit::value(others));
        }
    }
    let written = document.to_string();
    Some(if text.contains("\r\n") { written.replace("\r\n", "\n").replace('\n', "\r\n") } else { written })
}

/// The one edit that makes `after` of `before`.
fn difference(before: &str, after: &str) -> (Range<usize>, String) {
    let same = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let start =
        (0..=same).rev().find(|&at| before.is_char_boundary(at) && after.is_char_boundary(at)).unwrap_or(0);
    let rest = (before.len() - start).min(after.len() - start);
    let same = before.bytes().rev().zip(after.bytes().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let is_border = |&end: &usize| {
        before.is_char_boundary(before.len() - end) && after.is_char_boundary(after.len() - end)
    };
    let end = (0..=same).rev().find(is_border).unwrap_or(0);
    (start..before.len() - end, after.get(start..after.len() - end).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_makes_one_text_of_the_other() {
        for (before, after) in
            [("", "a"), ("a", ""), ("aa", "aaa"), ("é", "è"), ("😀x", "😁x"), ("ab", "ab"), ("xay", "xby")]
        {
            let (span, text) = difference(before, after);
            let mut made = before.to_owned();
            made.replace_range(span, &text);
            assert_eq!(made, after);
        }
    }

    #[test]
    fn an_alias_leaves_the_rest_of_the_file_as_it_is() {
        let text = "# by hand\ntitle = 'x' # why\n\n[aliases]\n\"AWS\" = \"a\" # c\n";
        assert_eq!(
            with_alias(text, "Bank", "B").as_deref(),
            Some("# by hand\ntitle = 'x' # why\n\n[aliases]\n\"AWS\" = \"a\" # c\nBank = [\"B\"]\n")
        );
        assert!(with_alias(text, "AWS", "b").is_some_and(|it| it.contains("[\"a\", \"b\"]")));
        assert_eq!(with_alias("", "A B", "C").as_deref(), Some("[aliases]\n\"A B\" = [\"C\"]\n"));
        assert_eq!(with_alias("aliases = 1\n", "A", "B"), None);
        assert_eq!(with_alias("= broken", "A", "B"), None);
    }
}
