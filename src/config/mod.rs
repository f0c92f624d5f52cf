//! The settings of a run: `gainsay.toml`, found by walking up from the claims.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::claim::Conventions;
use crate::files::{Folder, Problem, Read, TextFile};

/// The nearest `gainsay.toml` at or above a folder, wherever the run has started.
pub fn find(start: &Path) -> Option<PathBuf> {
    // Where the folder is not there yet, one of those above it is.
    let whole = std::fs::canonicalize(start).or_else(|_| std::path::absolute(start)).ok()?;
    whole.ancestors().map(|folder| folder.join("gainsay.toml")).find(|file| is_there(file))
}

/// Whether something must be read there: a pipe, or a link that leads nowhere, is refused and not passed over.
fn is_there(file: &Path) -> bool {
    file.symlink_metadata().is_ok_and(|found| !found.is_dir())
}

/// The desk's settings for all stories; none where there is no file.
pub fn load(file: Option<&Path>, problems: &mut Vec<Problem>) -> Conventions {
    load_by(&TextFile::read, file, problems)
}

/// The same, with a file that was not read from disk.
pub fn load_by(read: &Read<'_>, file: Option<&Path>, problems: &mut Vec<Problem>) -> Conventions {
    file.map(|file| Conventions::read(read, file, problems)).unwrap_or_default()
}

/// Which settings hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Settings {
    /// None.
    #[default]
    Without,
    /// Those of a file, for all stories.
    Given(PathBuf),
    /// For each story those above it.
    Found,
}

impl Settings {
    /// The file that holds for a folder.
    pub fn file_for(&self, folder: &Path) -> Option<PathBuf> {
        match self {
            Self::Without => None,
            Self::Given(file) => Some(file.clone()),
            Self::Found => find(folder),
        }
    }

    /// What holds for each of some folders, each file read once.
    pub fn read(&self, folders: &[Folder], problems: &mut Vec<Problem>) -> Desks {
        let mut desks = Desks::default();
        let mut known: BTreeMap<PathBuf, Option<PathBuf>> = BTreeMap::new();
        for folder in folders {
            // Stories stand side by side.
            let parent = folder.path.parent().unwrap_or(&folder.path).to_path_buf();
            let has_own = is_there(&folder.path.join("gainsay.toml"));
            let file = match known.get(&parent) {
                Some(file) if !has_own => file.clone(),
                _ => self.file_for(&folder.path),
            };
            if !has_own {
                known.insert(parent, file.clone());
            }
            if !desks.read.contains_key(&file) {
                desks.read.insert(file.clone(), load(file.as_deref(), problems));
            }
            desks.of.insert(folder.path.clone(), file);
        }
        desks
    }
}

/// The settings of some folders.
#[derive(Debug, Default)]
pub struct Desks {
    of: BTreeMap<PathBuf, Option<PathBuf>>,
    read: BTreeMap<Option<PathBuf>, Conventions>,
    none: Conventions,
}

impl Desks {
    /// Those that hold for a folder.
    pub fn of(&self, folder: &Folder) -> &Conventions {
        self.of.get(&folder.path).and_then(|file| self.read.get(file)).unwrap_or(&self.none)
    }

    /// Those that hold for what spans several folders: those of the first one.
    pub fn first(&self) -> &Conventions {
        self.of.values().next().and_then(|file| self.read.get(file)).unwrap_or(&self.none)
    }
}
