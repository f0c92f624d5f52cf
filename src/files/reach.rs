//! Where links, and paths that stand in files, may lead: not out of the tree that they stand in.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::ignored::is_ignored;

/// What stands at the top of a tree.
const TOPS: [&str; 2] = [".git", "gainsay.toml"];

/// Whether `path`, as a file of `folder` calls it, lies in the tree of that folder, wherever links lead. What is not
/// there is judged by its name, so that nobody learns what there is outside.
///
/// # Errors
/// Where the folder can't be looked up.
pub fn is_in_reach(folder: &Path, path: &Path) -> io::Result<bool> {
    let folder = std::fs::canonicalize(folder)?;
    let there = std::fs::canonicalize(folder.join(path)).unwrap_or_else(|_| plain(&folder.join(path)));
    Ok(there.starts_with(tree(&folder)))
}

/// Why the text that a file of `folder` names is nobody's to quote from, if so: a report would show it. It must be a file of
/// that folder or below it, that anybody sees who looks at the repository.
pub fn kept_from(folder: &Path, path: &Path) -> Option<&'static str> {
    if !is_in_reach(folder, path).unwrap_or(true) {
        return Some("lies outside of the repository");
    }
    let Ok(folder) = std::fs::canonicalize(folder) else { return None };
    let there = std::fs::canonicalize(folder.join(path));
    let there = there.unwrap_or_else(|_| plain(&folder.join(path)));
    match there.strip_prefix(&folder) {
        Err(_) => Some("lies outside of the story's folder"),
        Ok(below) if path.is_absolute() || has_hidden(below) => Some("is hidden, or named by a whole path"),
        Ok(_) if is_ignored(&there) => Some("is one that git ignores"),
        Ok(_) => None,
    }
}

/// Whether a link of a tree leads to what nobody is meant to see: a hidden file, or one that git ignores.
pub(super) fn leads_to_hidden(link: &Path) -> bool {
    let Ok(there) = std::fs::canonicalize(link) else { return false };
    let below = std::fs::canonicalize(super::folder_of(link)).map(|folder| tree(&folder));
    let below = below.ok().and_then(|tree| there.strip_prefix(tree).ok().map(Path::to_path_buf));
    below.is_none_or(|below| has_hidden(&below)) || is_ignored(&there)
}

fn has_hidden(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
}

/// The repository or the desk that a folder belongs to, or the working directory that it lies in, whichever is larger;
/// the folder itself where it is in none of them.
fn tree(folder: &Path) -> PathBuf {
    let marked = folder.ancestors().find(|it| TOPS.iter().any(|top| it.join(top).exists()));
    let here = std::env::current_dir().and_then(std::fs::canonicalize).ok();
    let here = here.filter(|here| folder.starts_with(here));
    let found = [marked.map(Path::to_path_buf), here].into_iter().flatten();
    found.min_by_key(|it| it.components().count()).unwrap_or_else(|| folder.to_path_buf())
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_of_the_tree_is_in_reach() {
        let desk = tempfile::tempdir().unwrap();
        let story = desk.path().join("claims/story");
        std::fs::create_dir_all(&story).unwrap();
        std::fs::create_dir(desk.path().join(".git")).unwrap();
        std::fs::write(desk.path().join("a.txt"), "").unwrap();
        let reaches = |path: &str| is_in_reach(&story, Path::new(path)).unwrap();
        for path in ["a.txt", "./a.txt", "../../a.txt", "../../nowhere.txt", "../../../x/../claims/../a.txt"]
        {
            assert_eq!(reaches(path), !path.contains("x/"), "{path}");
        }
        assert!(reaches(desk.path().join("a.txt").to_str().unwrap()));
        for path in ["../../../a.txt", "/", "/nowhere/at/all", "../../../../../../../../../../etc/passwd"] {
            assert!(!reaches(path), "{path}");
        }
    }
}
