//! Finds the claim files below the paths of a run, folder by folder.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use super::text::shown_path;
use super::{Problem, Severity, TextFile};

/// The folder of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// Its claim files, in the order of their names.
    pub claim_files: BTreeSet<PathBuf>,
}

impl Folder {
    /// The folder itself, without what is below it.
    pub fn at(path: &Path) -> Self {
        let mut files = BTreeSet::new();
        for entry in WalkDir::new(path).min_depth(1).max_depth(1).into_iter().flatten() {
            if is_visible(&entry) && is_claim_file(&entry) && !is_setting(entry.path()) {
                files.insert(entry.into_path());
            }
        }
        Self { path: path.to_path_buf(), claim_files: files }
    }

    /// The folder's own name, which names the story.
    pub fn name(&self) -> String {
        let absolute = std::path::absolute(&self.path).unwrap_or_else(|_| self.path.clone());
        absolute.file_name().unwrap_or(absolute.as_os_str()).to_string_lossy().into_owned()
    }

    /// Whether all the claim files that lie in it are to be read, and not some of them alone.
    pub fn is_whole(&self) -> bool {
        let (all, problems) = find(std::slice::from_ref(&self.path));
        let own = all.iter().find(|folder| folder.path == self.path);
        problems.is_empty() && own.is_none_or(|own| own.claim_files.is_subset(&self.claim_files))
    }

    /// Where it is, as reports show it.
    pub fn shown(&self) -> String {
        shown_path(&self.path)
    }

    /// Its `story.toml`, if there is one.
    pub fn story_file(&self) -> Option<PathBuf> {
        let file = self.path.join("story.toml");
        file.is_file().then_some(file)
    }
}

/// The folders with claim files at or below `paths`, in the order of their paths, and what could not be looked into.
/// Paths that do not exist are passed over.
pub fn find(paths: &[PathBuf]) -> (Vec<Folder>, Vec<Problem>) {
    let mut folders: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
    let mut problems = Vec::new();
    for path in paths.iter().filter(|path| path.exists()) {
        let is_folder = path.is_dir();
        let walk =
            WalkDir::new(path).into_iter().filter_entry(|entry| entry.depth() == 0 || is_visible(entry));
        for entry in walk {
            match entry {
                // A file that is named is taken at its word, whatever its ending.
                Ok(entry) if is_setting(entry.path()) || (is_folder && !is_claim_file(&entry)) => {}
                Ok(entry) => {
                    let file: PathBuf =
                        entry.path().components().filter(|part| *part != Component::CurDir).collect();
                    let folder =
                        file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
                    folders.entry(folder.to_path_buf()).or_default().insert(file);
                }
                Err(error) => problems.push(unreadable(path, &error)),
            }
        }
    }
    for (folder, files) in &folders {
        // Paths are ordered part by part: what is below a folder comes right behind it.
        let next = folders.range::<Path, _>((Bound::Excluded(folder.as_path()), Bound::Unbounded)).next();
        let below = next.map(|(other, _)| other).filter(|other| other.starts_with(folder));
        if let (Some(below), Some(file)) = (below, files.iter().next()) {
            let (story, below) = (shown_path(folder), shown_path(below));
            let message =
                format!("this file stands beside stories, so {story} is taken for a story of its own");
            let text = Arc::new(TextFile::new(shown_path(file), ""));
            let hint = format!("put it into a folder such as {below}, where it is compared with others");
            let problem = Problem::new(Severity::Warning, &text, 0..0, message).hint(hint);
            problems.push(problem.rule("file-beside-stories"));
        }
    }
    let folders = folders.into_iter().map(|(path, claim_files)| Folder { path, claim_files }).collect();
    (folders, problems)
}

/// Hidden folders and the accepted contradictions of a story hold no claim files.
fn is_visible(entry: &walkdir::DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let holds_accepted = entry.file_type().is_dir() && name == "accepted";
    !name.starts_with('.') && !holds_accepted
}

fn is_claim_file(entry: &walkdir::DirEntry) -> bool {
    let path = entry.path();
    // Only a link has to be followed to know what it is.
    let is_file = || entry.file_type().is_file() || (entry.path_is_symlink() && path.is_file());
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) && is_file()
}

fn is_setting(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "story.toml" || name == "gainsay.toml")
}

fn unreadable(asked: &Path, error: &walkdir::Error) -> Problem {
    let file = Arc::new(TextFile::new(shown_path(error.path().unwrap_or(asked)), ""));
    let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    Problem::new(Severity::Error, &file, 0..0, format!("can't be looked into: {reason}"))
        .hint("check the path, and that you may read it")
        .rule("unreadable-file")
}
