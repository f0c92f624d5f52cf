//! What can stand at the cursor: keys, and the words that the story uses already, so that claims of one fact are worded
//! alike.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use gainsay::claim::{Certainty, toml_text};
use gainsay::files::shown_path;
use gainsay::report::safe;
use gainsay::workspace::CheckedStory;
use serde_json::{Value, json};

use super::client::Client;
use super::cursor::{Cursor, CursorContext, CursorToken};
use super::desk::{FileKind, OpenFiles};
use super::hover::{about, keys};
use super::text::{LineIndex, TextPosition};

/// `CompletionItemKind`.
const TEXT: u8 = 1;
const PROPERTY: u8 = 10;
const VALUE: u8 = 12;
const SNIPPET: u8 = 15;
const FILE: u8 = 17;

/// Something that can stand there.
struct Candidate {
    text: String,
    /// Who uses it, or what it means.
    detail: String,
    kind: u8,
}

pub(super) fn completions(desk: &OpenFiles, path: &Path, position: TextPosition, client: &Client) -> Value {
    let Some(file) = desk.file(path) else { return Value::Null };
    let lines = desk.lines(file.text());
    let cursor = Cursor::of(file.text(), &lines, position);
    let kind = FileKind::of(path);
    let page = Page { desk, path, text: file.text(), lines: &lines, cursor: &cursor, client };
    let items = match &cursor.spot {
        CursorContext::Key { word, has_value } => {
            let mut items = page.keys(kind, word, *has_value);
            if kind == FileKind::Claims && !*has_value && word.is_empty() {
                items.extend(page.claims(word));
            }
            items
        }
        CursorContext::Header(word) if kind == FileKind::Claims => page.claims(word),
        CursorContext::Value { key, token } => page.values(kind, key, token),
        _ => Vec::new(),
    };
    json!({"isIncomplete": false, "items": items})
}

struct Page<'p> {
    desk: &'p OpenFiles,
    path: &'p Path,
    text: &'p str,
    lines: &'p LineIndex<'p>,
    cursor: &'p Cursor<'p>,
    client: &'p Client,
}

impl Page<'_> {
    /// The keys that the table does not have yet.
    fn keys(&self, kind: FileKind, word: &std::ops::Range<usize>, has_value: bool) -> Vec<Value> {
        let known = keys(kind, self.cursor.table);
        let there: BTreeSet<&str> = self.entries().map(|(key, _)| key).collect();
        let written = self.text.get(word.clone()).unwrap_or_default();
        let missing =
            known.iter().enumerate().filter(|(_, key)| key.name == written || !there.contains(key.name));
        // As wide as the keys of the table are.
        let width = self.entries().map(|(key, before)| if before > key.len() + 1 { before } else { 0 }).max();
        let item = |(at, key): (usize, &gainsay::claim::Key)| {
            let pad = " ".repeat(width.unwrap_or(0).saturating_sub(key.name.len()).max(1));
            let quote = if key.takes.is_quoted() { "\"" } else { "" };
            let text = match (has_value, self.client.snippets) {
                (true, _) => key.name.to_owned(),
                (false, true) => format!("{}{pad}= {quote}$0{quote}", key.name),
                (false, false) => format!("{}{pad}= ", key.name),
            };
            json!({
                "label": key.name,
                "kind": PROPERTY,
                "detail": key.takes.to_string(),
                "documentation": {
                    "kind": self.client.documentation.name(),
                    "value": about(key, self.client.documentation),
                },
                "sortText": format!("{at:02}"),
                "filterText": key.name,
                "insertTextFormat": if self.client.snippets && !has_value { 2 } else { 1 },
                "textEdit": {"range": self.lines.range(word), "newText": text},
            })
        };
        missing.map(item).collect()
    }

    /// The keys of the cursor's table, each with how far before its `=` its line begins.
    fn entries(&self) -> impl Iterator<Item = (&str, usize)> {
        let lines = self.cursor.lines.clone().map(|line| self.lines.line(line).1);
        lines.filter_map(|line| {
            let (key, _) = line.split_once('=')?;
            Some((key.trim(), key.len())).filter(|(key, _)| !key.is_empty() && !key.starts_with(['#', '[']))
        })
    }

    /// A new claim; above all of what other outlets report and this file lacks, in the words they use.
    fn claims(&self, word: &std::ops::Range<usize>) -> Vec<Value> {
        let tables = [("[article]", "the article itself"), ("[[claim]]", "a claim of its own")];
        let has_article = self.text.lines().any(|line| line.trim_start().starts_with("[article]"));
        let mut found: Vec<Value> = tables
            .into_iter()
            .filter(|(table, _)| !(*table == "[article]" && has_article))
            .map(|(table, detail)| {
                json!({
                    "label": table, "kind": SNIPPET, "detail": detail, "filterText": table, "sortText": "0",
                    "textEdit": {"range": self.lines.range(word), "newText": format!("{table}\n")},
                })
            })
            .collect();
        let Some(checked) = self.desk.story(self.path) else { return found };
        let own = shown_path(self.path);
        for (at, item) in checked.view.items.iter().enumerate() {
            if item.claims.iter().any(|claim| claim.file == own) {
                continue;
            }
            let outlets: BTreeSet<&str> = item.claims.iter().map(|it| it.outlet.as_str()).collect();
            let Some(claim) = item.claims.first() else { continue };
            let (subject, attribute) = (toml_text(&claim.subject), toml_text(&claim.attribute));
            let blank = if self.client.snippets { ["\"$1\"", "\"$2\""] } else { ["\"\"", "\"\""] };
            let words =
                [subject, attribute].map(|it| if self.client.snippets { no_snippet(&it) } else { it });
            let text = format!(
                "[[claim]]\nsubject   = {}\nattribute = {}\nvalue     = {}\nquote     = {}\n",
                words[0], words[1], blank[0], blank[1]
            );
            found.push(json!({
                "label": format!("[[claim]] {}", safe(&item.label)),
                "kind": SNIPPET,
                "detail": format!("not in this file; {}", who(&outlets)),
                "filterText": format!("[[claim]] {}", safe(&item.label)),
                // What most outlets report comes first.
                "sortText": format!("1{:03}{at:05}", 999 - outlets.len().min(999)),
                "insertTextFormat": if self.client.snippets { 2 } else { 1 },
                "textEdit": {"range": self.lines.range(word), "newText": text},
            }));
        }
        found
    }

    fn values(&self, kind: FileKind, key: &str, token: &CursorToken) -> Vec<Value> {
        let mut candidates = match (kind, self.cursor.table, key) {
            (FileKind::Claims, "article", "outlet") => self.outlets(),
            (FileKind::Claims, "article", "text") => self.texts(),
            (FileKind::Claims, "[claim]", "certainty") => certainties(),
            (FileKind::Claims, "[claim]", key) => {
                self.desk.story(self.path).map(|checked| self.used(checked, key)).unwrap_or_default()
            }
            (FileKind::Story | FileKind::Settings, "", "date_order") => words(&["mdy", "dmy", "ymd"]),
            (FileKind::Story | FileKind::Settings, "", "hemisphere") => words(&["northern", "southern"]),
            _ => Vec::new(),
        };
        candidates.retain(|it| !it.text.is_empty());
        candidates.iter().enumerate().map(|(at, it)| self.value(at, it, token)).collect()
    }

    fn value(&self, at: usize, candidate: &Candidate, token: &CursorToken) -> Value {
        let whole = toml_text(&candidate.text);
        let is_plain =
            whole.strip_prefix('"').and_then(|it| it.strip_suffix('"')) == Some(candidate.text.as_str());
        let (range, text) = match token.quote {
            Some(quote) if is_plain => {
                let close = if token.is_closed { String::new() } else { quote.to_string() };
                (token.inside.clone(), format!("{}{close}", candidate.text))
            }
            // What needs other quotes brings its own.
            Some(_) => (token.inside.start - 1..token.inside.end + usize::from(token.is_closed), whole),
            None => (token.inside.clone(), whole),
        };
        let begun = self.text.get(range.start..token.inside.start).unwrap_or_default();
        json!({
            "label": safe(&candidate.text),
            "kind": candidate.kind,
            "detail": safe(&candidate.detail),
            "sortText": format!("{at:05}"),
            "filterText": format!("{begun}{}", safe(&candidate.text)),
            "textEdit": {"range": self.lines.range(&range), "newText": text},
        })
    }

    /// The words that the claims of the story use for a key, most used first.
    fn used(&self, checked: &CheckedStory, key: &str) -> Vec<Candidate> {
        let own = shown_path(self.path);
        let subject = self.subject();
        let mut found: BTreeMap<String, (bool, BTreeSet<&str>, BTreeSet<String>)> = BTreeMap::new();
        for article in &checked.story.articles {
            for claim in &article.claims {
                let at = claim.span.start;
                let line = self.lines.position(at).line;
                // What is being typed is no word that is used already.
                if article.file.path() == own && self.cursor.lines.contains(&line) {
                    continue;
                }
                let label = format!("{}: {}", claim.subject, claim.attribute);
                let texts: Vec<String> = match key {
                    "subject" => vec![claim.subject.clone()],
                    "attribute" => vec![claim.attribute.clone()],
                    "item" | "not" => claim.item.iter().cloned().collect(),
                    "scope" => claim.scope.iter().cloned().collect(),
                    "according_to" => claim.according_to.clone(),
                    _ => Vec::new(),
                };
                let is_near = subject.as_deref().is_some_and(|it| it.eq_ignore_ascii_case(&claim.subject));
                for text in texts {
                    let (near, outlets, labels) = found.entry(text).or_default();
                    *near |= is_near;
                    outlets.insert(&article.outlet);
                    labels.insert(label.clone());
                }
            }
        }
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_by(|(a, (near, outlets, _)), (b, (other_near, others, _))| {
            (other_near, others.len()).cmp(&(near, outlets.len())).then_with(|| a.cmp(b))
        });
        let candidate = |(text, (_, outlets, labels)): (String, (bool, BTreeSet<&str>, BTreeSet<String>))| {
            let of = match key {
                "item" | "not" => labels.first().map(|label| format!("{label}; ")).unwrap_or_default(),
                _ => String::new(),
            };
            Candidate { text, detail: format!("{of}{}", who(&outlets)), kind: TEXT }
        };
        found.into_iter().map(candidate).collect()
    }

    /// The subject of the claim that the cursor is in, if it has one already.
    fn subject(&self) -> Option<String> {
        let lines = self.cursor.lines.clone().map(|line| self.lines.line(line).1);
        let value = lines.filter_map(|line| line.split_once('=')).find(|(key, _)| key.trim() == "subject")?.1;
        Some(value.trim().trim_matches(['"', '\'']).to_owned())
    }

    /// The outlets of all stories that are open.
    fn outlets(&self) -> Vec<Candidate> {
        let own = shown_path(self.path);
        let mut stories: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for checked in self.desk.workspace.stories() {
            for article in checked.story.articles.iter().filter(|it| it.file.path() != own) {
                stories.entry(&article.outlet).or_default().insert(&checked.story.name);
            }
        }
        let detail = |stories: BTreeSet<&str>| stories.into_iter().collect::<Vec<_>>().join(", ");
        let found = stories.into_iter().map(|(text, stories)| (text.to_owned(), detail(stories)));
        found.map(|(text, detail)| Candidate { text, detail, kind: VALUE }).collect()
    }

    /// The texts that lie beside the claim file.
    fn texts(&self) -> Vec<Candidate> {
        let entries = self.path.parent().and_then(|folder| std::fs::read_dir(folder).ok());
        let paths = entries.into_iter().flatten().flatten().map(|entry| entry.path());
        let is_text =
            |path: &PathBuf| path.extension().is_some_and(|ending| ending == "txt" || ending == "md");
        let name = |path: PathBuf| Some(path.file_name()?.to_string_lossy().into_owned());
        let mut names: Vec<String> = paths.filter(is_text).filter_map(name).collect();
        names.sort();
        names
            .into_iter()
            .map(|text| Candidate { text, detail: "beside this file".to_owned(), kind: FILE })
            .collect()
    }
}

/// Who uses something: up to three names.
fn who(outlets: &BTreeSet<&str>) -> String {
    let names: Vec<&str> = outlets.iter().take(3).copied().collect();
    match outlets.len() {
        0..=3 => names.join(", "),
        more => format!("{} and {} more", names.join(", "), more - 3),
    }
}

fn certainties() -> Vec<Candidate> {
    let about = |certainty: Certainty| match certainty {
        Certainty::Confirmed => "it is so",
        Certainty::Reported => "others say so",
        Certainty::Planned => "somebody means to",
        Certainty::Possible => "it may be so",
        Certainty::Denied => "it is not so",
    };
    let all = Certainty::ALL.into_iter();
    all.map(|it| Candidate { text: it.name().to_owned(), detail: about(it).to_owned(), kind: VALUE })
        .collect()
}

fn words(words: &[&str]) -> Vec<Candidate> {
    let candidate = |&word: &&str| Candidate { text: word.to_owned(), detail: String::new(), kind: VALUE };
    words.iter().map(candidate).collect()
}

/// A text of a file inside a snippet, where it is no place to fill in.
fn no_snippet(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}
