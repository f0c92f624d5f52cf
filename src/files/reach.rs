//! Where links, and paths that stand in files, may lead: not out of the tree that they stand in.

use std::io;
use std::path::{Component, Path, PathBuf};

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
