//! The settings of a run: `gainsay.toml`, found by walking up from the working directory.

use std::path::{Path, PathBuf};

use crate::claim::Desk;
use crate::files::{Problem, Read, TextFile};

/// The nearest `gainsay.toml` at or above a folder.
pub fn find(start: &Path) -> Option<PathBuf> {
    start.ancestors().map(|folder| folder.join("gainsay.toml")).find(|file| is_there(file))
}

/// Whether something must be read there: a pipe, or a link that leads nowhere, is refused and not passed over.
fn is_there(file: &Path) -> bool {
    file.symlink_metadata().is_ok_and(|found| !found.is_dir())
}

/// The desk's settings for all stories; none where there is no file.
pub fn load(file: Option<&Path>, problems: &mut Vec<Problem>) -> Desk {
    load_by(&TextFile::read, file, problems)
}

/// The same, with the file come by otherwise than from the disk.
pub fn load_by(read: &Read<'_>, file: Option<&Path>, problems: &mut Vec<Problem>) -> Desk {
    file.map(|file| Desk::read(read, file, problems)).unwrap_or_default()
}
