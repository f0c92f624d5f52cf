//! The texts that the editor has open, the stories they belong to, and what stands where in them.

use gainsay::view;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gainsay::baseline::{JudgedComparison, JudgedItem};
use gainsay::claim::{Article, Claim};
use gainsay::files::{Folder, TextFile, shown_path};
use gainsay::workspace::{CheckedStory, StoryChange, Workspace};

use super::text::{Encoding, LineIndex, TextPosition};

/// A text that the editor has open.
#[derive(Debug)]
pub(super) struct Document {
    /// As the editor calls it.
    pub(super) uri: String,
    pub(super) text: String,
    pub(super) version: Option<i64>,
}

/// What is open.
#[derive(Debug)]
pub(super) struct OpenFiles {
    pub(super) workspace: Workspace,
    pub(super) documents: BTreeMap<PathBuf, Document>,
    /// Below these, every TOML file is a claim file.
    pub(super) roots: Vec<PathBuf>,
    pub(super) encoding: Encoding,
}

/// What a TOML file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    Claims,
    Story,
    Settings,
    Accepted,
}

impl FileKind {
    pub(super) fn of(path: &Path) -> Self {
        let is_accepted = path.parent().is_some_and(|folder| folder.ends_with("accepted"));
        match path.file_name().and_then(|name| name.to_str()) {
            Some("story.toml") => Self::Story,
            Some("gainsay.toml") => Self::Settings,
            _ if is_accepted => Self::Accepted,
            _ => Self::Claims,
        }
    }
}

/// A claim at a place, and all that is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClaimAt<'d> {
    pub(super) checked: &'d CheckedStory,
    pub(super) article: &'d Article,
    pub(super) claim: &'d Claim,
    /// Its data item, and which of the item's claims it is.
    pub(super) item: Option<(JudgedItem<'d>, usize)>,
    /// The byte that was asked for.
    pub(super) at: usize,
}

impl OpenFiles {
    /// Checks what has changed.
    pub(super) fn refresh(&mut self) -> Vec<StoryChange> {
        let mut folders: BTreeMap<PathBuf, Folder> = BTreeMap::new();
        for (path, document) in &self.documents {
            if FileKind::of(path) == FileKind::Settings || !self.is_ours(path, &document.text) {
                continue;
            }
            let Some(story) = story_folder(path) else { continue };
            let folder = folders.entry(story.clone()).or_insert_with(|| Folder::at(&story));
            // A file that is not saved yet is there all the same.
            if FileKind::of(path) == FileKind::Claims {
                folder.claim_files.insert(path.clone());
            }
        }
        let with_settings = |(path, folder)| (folder, gainsay::check::settings_for(path));
        let folders: Vec<(Folder, Option<PathBuf>)> =
            folders.iter().map(|(path, folder)| with_settings((path, folder.clone()))).collect();
        self.workspace.refresh(folders)
    }

    /// Whether a TOML file has to do with claims; the editor shows us every one that it opens.
    fn is_ours(&self, path: &Path, text: &str) -> bool {
        let is_toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
        let tables = ["[article]", "[[claim]]"];
        let is_claims =
            |text: &str| text.lines().any(|line| tables.iter().any(|it| line.trim_start().starts_with(it)));
        match FileKind::of(path) {
            _ if !is_toml => false,
            _ if self.roots.iter().any(|root| path.starts_with(root)) => true,
            FileKind::Claims => is_claims(text),
            // What stands beside claim files belongs to them.
            FileKind::Story | FileKind::Accepted => story_folder(path).is_some_and(|folder| {
                Folder::at(&folder)
                    .claim_files
                    .iter()
                    .any(|it| self.workspace.read(it).is_ok_and(|it| is_claims(it.text())))
            }),
            FileKind::Settings => true,
        }
    }

    /// The story that a file belongs to.
    pub(super) fn story(&self, path: &Path) -> Option<&CheckedStory> {
        self.workspace.story(&story_folder(path)?)
    }

    /// A file's text: as the editor has it, else as it is saved.
    pub(super) fn file(&self, path: &Path) -> Option<Arc<TextFile>> {
        self.workspace.read(path).ok()
    }

    pub(super) fn lines<'t>(&self, text: &'t str) -> LineIndex<'t> {
        LineIndex::of(text, self.encoding)
    }

    /// The claim at a place of a file.
    pub(super) fn find(&self, path: &Path, position: TextPosition) -> Option<ClaimAt<'_>> {
        let checked = self.story(path)?;
        let name = shown_path(path);
        let article = checked.story.all_articles().find(|article| article.file.path() == name)?;
        let at = self.lines(article.file.text()).offset(position);
        let claim = article.claims.iter().find(|claim| claim.span.contains(&at) || claim.span.end == at)?;
        Some(ClaimAt { checked, article, claim, item: checked.item_of(&name, claim.number), at })
    }

    /// The name that the editor has for a file, or else the one it would have.
    pub(super) fn uri(&self, path: &Path) -> String {
        self.documents.get(path).map_or_else(|| super::uri::of(path), |document| document.uri.clone())
    }
}

impl<'d> ClaimAt<'d> {
    /// The claims of its item that another article or another place of this one makes, with how they stand to it.
    pub(super) fn others(&self) -> Vec<(&'d view::ClaimView, Option<JudgedComparison<'d>>)> {
        let Some((item, own)) = self.item else { return Vec::new() };
        item.others(own).collect()
    }

    /// Where another claim of the story stands.
    pub(super) fn locate(&self, claim: &view::ClaimView) -> Option<(&'d Path, &'d Article, &'d Claim)> {
        locate(self.checked, claim)
    }
}

/// Where a claim of a story stands.
pub(super) fn locate<'d>(
    checked: &'d CheckedStory,
    claim: &view::ClaimView,
) -> Option<(&'d Path, &'d Article, &'d Claim)> {
    let article = checked.story.articles.iter().find(|it| it.file.path() == claim.file)?;
    let found = article.claims.binary_search_by_key(&claim.number, |it| it.number).ok()?;
    Some((checked.path_of(&claim.file)?, article, &article.claims[found]))
}

/// The folder of the story that a file belongs to.
fn story_folder(path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?;
    let story = if FileKind::of(path) == FileKind::Accepted { folder.parent()? } else { folder };
    Some(story.to_path_buf())
}

/// The folders in which `claims` would stand.
pub(super) fn roots(paths: &[PathBuf], folders: &[PathBuf]) -> Vec<PathBuf> {
    let absolute = |path: &PathBuf| gainsay::workspace::watcher::absolute(path);
    if !paths.is_empty() {
        return paths.iter().map(absolute).collect();
    }
    let here = std::env::current_dir().ok();
    let all: BTreeSet<PathBuf> =
        folders.iter().map(absolute).chain(here).map(|it| it.join("claims")).collect();
    all.into_iter().collect()
}
