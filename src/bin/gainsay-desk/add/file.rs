//! The files of an entry: the claim file, laid out, and the article's text beside it.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use gainsay::claim::toml_text;
use gainsay::files::{Batch, TextFile, shown_path};
use gainsay::layout;

use super::Texts;
use super::entry::{Entry, Kept};
use crate::fault::Fault;

/// Why an entry can't be saved yet.
pub(super) fn unfinished(entry: &Entry) -> Option<String> {
    if entry.claims.is_empty() {
        return Some("There is no claim yet: click a sentence of the article.".to_owned());
    }
    for (at, claim) in entry.claims.iter().enumerate() {
        let lacking = [("subject", &claim.subject), ("attribute", &claim.attribute), ("value", &claim.value)];
        if let Some((name, _)) = lacking.into_iter().find(|(_, text)| text.is_empty()) {
            return Some(format!("Claim {} has no {name}.", at + 1));
        }
    }
    None
}

/// The files of an entry, finished or not.
pub(super) fn drawn(entry: &Entry) -> Texts {
    let name = entry.name();
    let path = entry.path().join(format!("{name}.toml"));
    let file = Arc::new(TextFile::new(shown_path(&path), claim_file(entry, &name)));
    let laid_out = layout::formatted(&file).unwrap_or_else(|_| file.text().to_owned());
    let mut texts = Texts::new();
    let mut put = |path: &Path, text: String| {
        texts.insert(path.to_path_buf(), Arc::new(TextFile::new(shown_path(path), text)));
    };
    put(&path, laid_out);
    if !entry.text.trim().is_empty() {
        put(&path.with_extension("txt"), format!("{}\n", entry.text.trim_end()));
    }
    if !entry.new_story.is_empty() && !entry.path().exists() {
        put(&entry.path().join("story.toml"), format!("title = {}\n", toml_text(&entry.new_story)));
    }
    texts
}

/// Writes them, whole or not at all; what is there already is left alone.
pub(super) fn write(entry: &Entry, texts: &Texts) -> Result<(), Fault> {
    let folder = entry.path();
    // A new story lies beside the others.
    let stories = if folder.exists() { folder.as_path() } else { Path::new(".") };
    let mut batch = Batch::within(stories)?;
    batch.make(&folder)?;
    for (path, file) in texts {
        batch.create(path, file.text().as_bytes())?;
    }
    Ok(batch.finish()?)
}

fn claim_file(entry: &Entry, name: &str) -> String {
    let mut out = "[article]\n".to_owned();
    let is_day = entry.published.parse::<jiff::civil::Date>().is_ok();
    let published = if is_day { entry.published.clone() } else { optional(&entry.published) };
    let text = if entry.text.trim().is_empty() { String::new() } else { toml_text(&format!("{name}.txt")) };
    line(&mut out, "outlet", &toml_text(&entry.outlet));
    line(&mut out, "title", &optional(&entry.title));
    line(&mut out, "published", &published);
    line(&mut out, "url", &optional(&entry.url));
    line(&mut out, "text", &text);
    for Kept { subject, attribute, value, quote, credits } in &entry.claims {
        out.push_str("\n[[claim]]\n");
        line(&mut out, "subject", &toml_text(subject));
        line(&mut out, "attribute", &toml_text(attribute));
        line(&mut out, "value", &if value.contains(';') { list(value) } else { toml_text(value) });
        line(&mut out, "quote", &optional(quote));
        line(&mut out, "according_to", &if credits.is_empty() { String::new() } else { list(credits) });
    }
    out
}

fn optional(text: &str) -> String {
    if text.is_empty() { String::new() } else { toml_text(text) }
}

/// A key with its value, where it has one.
fn line(out: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        // A string can always be written to.
        let _ = writeln!(out, "{key} = {value}");
    }
}

fn list(text: &str) -> String {
    let all: Vec<String> =
        text.split(';').map(str::trim).filter(|it| !it.is_empty()).map(toml_text).collect();
    format!("[{}]", all.join(", "))
}
