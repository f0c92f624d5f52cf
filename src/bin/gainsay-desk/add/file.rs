//! What is written of an entry: the claim file, laid out; a new article's text beside it; a new story's title.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gainsay::claim::toml_text;
use gainsay::files::{Batch, TextFile, shown_path};
use gainsay::layout;
use gainsay::review::{Words, amended};

use super::Texts;
use super::entry::ArticleEntry;
use crate::fault::Fault;

/// Why an entry can't be saved yet.
pub(super) fn unfinished(entry: &ArticleEntry) -> Option<String> {
    if let Some(wrong) = entry.wrong.first() {
        return Some(wrong.clone());
    }
    if entry.claims.is_empty() {
        return Some(if entry.file.is_empty() {
            "There is no claim yet: click a sentence of the article.".to_owned()
        } else {
            "No claim is left: remove the article instead, below.".to_owned()
        });
    }
    for (at, claim) in entry.claims.iter().enumerate() {
        let lacking = [("subject", &claim.subject), ("attribute", &claim.attribute), ("value", &claim.value)];
        if let Some((name, _)) = lacking.into_iter().find(|(_, text)| text.is_empty()) {
            return Some(format!("Claim {} has no {name}.", at + 1));
        }
    }
    None
}

/// The files of an entry, finished or not: of a new article, or of one that is there and says this now. The claim file is
/// named, too.
///
/// # Errors
/// Why the file that is there can't have these claims.
pub(super) fn drawn(entry: &ArticleEntry, there: Option<(&Path, &str)>) -> Result<(PathBuf, Texts), String> {
    let (path, before) = there.map_or_else(
        || (entry.path().join(format!("{}.toml", entry.name())), ""),
        |(path, text)| (path.to_path_buf(), text),
    );
    let mut article = entry.said();
    let text = path.with_extension("txt");
    let is_new_text = !entry.text.trim().is_empty() && (there.is_none() || entry.brings_text(&text));
    if is_new_text {
        let name = text.file_name().unwrap_or_default().to_string_lossy().into_owned();
        article.insert("text".to_owned(), name);
    }
    if there.is_none() {
        article.insert("replaces".to_owned(), entry.replaces().to_owned());
    }
    let file = Arc::new(TextFile::new(shown_path(&path), written(before, &article, entry)?));
    let laid_out = layout::formatted(&file).unwrap_or_else(|_| file.text().to_owned());
    let mut texts = Texts::new();
    let mut put = |path: &Path, text: String| {
        texts.insert(path.to_path_buf(), Arc::new(TextFile::new(shown_path(path), text)));
    };
    put(&path, laid_out);
    if is_new_text {
        put(&text, format!("{}\n", entry.text.trim_end()));
    }
    if !entry.new_story.is_empty() && !entry.path().exists() {
        put(&entry.path().join("story.toml"), format!("title = {}\n", toml_text(&entry.new_story)));
    }
    Ok((path, texts))
}

fn written(before: &str, article: &Words, entry: &ArticleEntry) -> Result<String, String> {
    amended(before, article, &entry.amended())
}

/// Writes them, whole or not at all. The claim file that is corrected is replaced; whatever else is there is left alone.
pub(super) fn write(entry: &ArticleEntry, texts: &Texts) -> Result<(), Fault> {
    let folder = entry.path();
    // A new story lies beside the others.
    let stories = if folder.exists() { folder.as_path() } else { Path::new(".") };
    let mut batch = Batch::within(stories)?;
    batch.make(&folder)?;
    for (path, file) in texts {
        if file.path() == entry.file {
            batch.replace(path, file.text().as_bytes())?;
        } else {
            batch.create(path, file.text().as_bytes())?;
        }
    }
    Ok(batch.finish()?)
}
