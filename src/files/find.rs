//! Finds the claim files below the paths of a run, folder by folder.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use super::text::shown_path;
use super::{Problem, Severity, TextFile, folder_of, limits};

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
        // What can't be read is refused where it is read.
        file.symlink_metadata().is_ok_and(|found| !found.is_dir()).then_some(file)
    }
}

/// The folders with claim files at or below `paths`, in the order of their paths, and what could not be looked into.
/// Paths that do not exist are passed over.
pub fn find(paths: &[PathBuf]) -> (Vec<Folder>, Vec<Problem>) {
    let mut folders: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
    let mut problems = Vec::new();
    for path in paths.iter().filter(|path| path.exists()) {
        let is_folder = path.is_dir();
        let walk = WalkDir::new(path).max_depth(limits::DEPTH).sort_by_file_name().into_iter();
        let mut walk = walk.filter_entry(|entry| entry.depth() == 0 || is_visible(entry));
        let mut neighbours = Neighbours::default();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    problems.push(unreadable(path, &error));
                    continue;
                }
            };
            if let Some(problem) = unfit(path, &entry) {
                problems.push(problem);
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                continue;
            }
            let is_folder_below = is_folder && !is_claim_file(&entry);
            // A file that is named is taken at its word, whatever its ending.
            if !is_setting(entry.path()) && !is_folder_below {
                let file: PathBuf =
                    entry.path().components().filter(|part| *part != Component::CurDir).collect();
                let folder = folder_of(&file).to_path_buf();
                folders.entry(folder).or_default().insert(file);
            }
            if !is_folder_below || entry.file_type().is_dir() {
                problems.extend(neighbours.meet(&entry));
            }
        }
    }
    keep_within_limit(&mut folders, &mut problems);
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

/// Folders below `paths` that have accepted files, and no claim files any more: what is accepted there is stale.
pub fn deserted(paths: &[PathBuf], folders: &[Folder]) -> Vec<Folder> {
    let known: BTreeSet<&Path> = folders.iter().map(|it| it.path.as_path()).collect();
    let mut found = BTreeSet::new();
    for path in paths.iter().filter(|path| path.is_dir()) {
        let walk = WalkDir::new(path).max_depth(limits::DEPTH).into_iter();
        let walk =
            walk.filter_entry(|it| it.depth() == 0 || !it.file_name().to_string_lossy().starts_with('.'));
        for entry in walk.filter_map(Result::ok).filter(is_claim_file) {
            let holder =
                entry.path().parent().filter(|it| it.file_name().is_some_and(|name| name == DECIDED[0]));
            let Some(story) = holder.and_then(Path::parent) else { continue };
            let story: PathBuf = story.components().filter(|part| *part != Component::CurDir).collect();
            if !known.contains(story.as_path()) {
                found.insert(story);
            }
        }
    }
    found.into_iter().map(|path| Folder { path, claim_files: BTreeSet::new() }).collect()
}

/// Reads no more files than anybody has: those that come first.
fn keep_within_limit(folders: &mut BTreeMap<PathBuf, BTreeSet<PathBuf>>, problems: &mut Vec<Problem>) {
    let all: usize = folders.values().map(BTreeSet::len).sum();
    let mut room = limits::FILES;
    let mut first = None;
    folders.retain(|_, files| {
        if files.len() > room {
            let rest = files.iter().nth(room).cloned();
            if let Some(rest) = &rest {
                files.retain(|file| file < rest);
            }
            first = first.take().or(rest);
        }
        room -= files.len();
        !files.is_empty()
    });
    if let Some(first) = first {
        let message = format!(
            "there are {all} claim files, and {} are read at once: this one and those behind it are left out",
            limits::FILES
        );
        problems.push(refused(&first, message, "check the folders of some stories at a time"));
    }
}

/// What a claim file is called by mistake.
const MISNAMED: [&str; 2] = [".toml.txt", ".tml"];

/// What is wrong with the place or the name of a file or folder, if anything is.
fn unfit(asked: &Path, entry: &walkdir::DirEntry) -> Option<Problem> {
    let path = entry.path();
    let (is_dir, below) = (entry.file_type().is_dir(), entry.depth() > 0);
    if path.to_str().is_none() && (is_dir || is_claim_file(entry)) {
        let hint = "rename it: reports and accepted files could not name it";
        return Some(refused(path, "the name is not UTF-8".to_owned(), hint));
    }
    let name = entry.file_name().to_string_lossy().to_lowercase();
    if below && !is_dir && MISNAMED.iter().any(|ending| name.ends_with(ending)) {
        let message = "it is not read: a claim file ends on .toml".to_owned();
        let mut problem = refused(path, message, "rename it; some editors and systems hide the last ending");
        (problem.severity, problem.rule) = (Severity::Warning, None);
        return Some(problem);
    }
    if is_dir && entry.depth() == limits::DEPTH {
        let message =
            format!("folders lie more than {} deep in one another: what is below is not read", limits::DEPTH);
        return Some(refused(path, message, "check this folder by its own name"));
    }
    if below && entry.path_is_symlink() && path.is_dir() {
        let within =
            |target: PathBuf| std::fs::canonicalize(asked).is_ok_and(|asked| target.starts_with(asked));
        let message = "links to folders are not followed".to_owned();
        if std::fs::canonicalize(path).is_ok_and(within) {
            let hint = "what it leads to is read where it stands: remove the link";
            let mut problem = refused(path, message, hint);
            (problem.severity, problem.rule) = (Severity::Warning, None);
            return Some(problem);
        }
        return Some(refused(path, message, "move the folder here, or check it by its own name"));
    }
    None
}

/// The names met so far in the folders on the way down, to find those that differ in capitals alone.
#[derive(Default)]
struct Neighbours(BTreeMap<PathBuf, BTreeMap<String, PathBuf>>);

impl Neighbours {
    /// Warns of a name that is another's on macOS and Windows: a checkout there would lose one of the two.
    fn meet(&mut self, entry: &walkdir::DirEntry) -> Option<Problem> {
        let path = entry.path();
        let name = path.file_name()?.to_str()?;
        let names = self.0.entry(folder_of(path).to_path_buf()).or_default();
        let other = names.insert(name.to_lowercase(), path.to_path_buf())?;
        let other = other.file_name()?.to_string_lossy().into_owned();
        if other == name {
            return None;
        }
        let message =
            format!("{other} and {name} are one name where capitals don't count, as on macOS and Windows");
        let mut problem = refused(path, message, "rename one of the two, or a checkout there loses it");
        (problem.severity, problem.rule) = (Severity::Warning, None);
        Some(problem)
    }
}

/// The folders of a story that hold what people decided about it, and no claim files.
pub const DECIDED: [&str; 2] = ["accepted", "follow-up"];

/// Hidden folders and what was decided about a story hold no claim files.
fn is_visible(entry: &walkdir::DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_decided = DECIDED.iter().any(|it| *it == name);
    let holds_none = is_decided && (entry.file_type().is_dir() || entry.path().is_dir());
    !name.starts_with('.') && !holds_none
}

/// By its name; whether it can be read is found out where it is read.
fn is_claim_file(entry: &walkdir::DirEntry) -> bool {
    let path = entry.path();
    // Only a link has to be followed to know what it is.
    let is_folder = || entry.file_type().is_dir() || (entry.path_is_symlink() && path.is_dir());
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) && !is_folder()
}

fn is_setting(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "story.toml" || name == "gainsay.toml")
}

fn unreadable(asked: &Path, error: &walkdir::Error) -> Problem {
    let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    let message = format!("can't be looked into: {reason}");
    refused(error.path().unwrap_or(asked), message, "check the path, and that you may read it")
}

fn refused(path: &Path, message: String, hint: &str) -> Problem {
    let file = Arc::new(TextFile::new(shown_path(path), ""));
    Problem::new(Severity::Error, &file, 0..0, message).hint(hint).rule("unreadable-file")
}
