//! Files are written whole or not at all: beside their place first, then renamed into it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempPath};

/// What the names of unfinished files begin and end with; a run that is killed may leave one.
const UNFINISHED: (&str, &str) = (".gainsay-", ".tmp");

/// Files that are written together: all of them lie beside their places before the first one is put there, so that a
/// full disk or a forbidden folder leaves everything as it was.
#[derive(Debug)]
pub struct Batch {
    /// Nothing outside is written, wherever links lead.
    tree: PathBuf,
    staged: Vec<Staged>,
    /// Folders that were made for the files, outermost first.
    made: Vec<PathBuf>,
}

#[derive(Debug)]
struct Staged {
    whole: TempPath,
    place: PathBuf,
    replaces: bool,
}

/// A file that could not be written or removed.
#[derive(Debug)]
pub struct Unwritten {
    /// Which one.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

impl Unwritten {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        use io::ErrorKind as Kind;
        match self.error.kind() {
            Kind::AlreadyExists => "it is left as it is; remove it, or give the new one another place",
            Kind::NotADirectory => "a file stands where a folder must be: move it away",
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => "make room, and start again",
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => "check that you may write there",
            _ => "everything is as it was; check the folder, and start again",
        }
    }
}

impl Batch {
    /// Nothing to write yet. What is written lies in the working directory, or else in `folder`.
    pub fn new(folder: &Path) -> Result<Self, Unwritten> {
        let at = |error| Unwritten { path: folder.to_owned(), error };
        Ok(Self { tree: tree(folder).map_err(at)?, staged: Vec::new(), made: Vec::new() })
    }

    /// Puts a new file beside its place, and makes its folder where there is none.
    pub fn create(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Unwritten> {
        self.stage(path, bytes, false).map_err(|error| Unwritten { path: path.to_owned(), error })
    }

    /// Puts what replaces a file beside it. A link stays a link: what it points to is replaced.
    pub fn replace(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Unwritten> {
        self.stage(path, bytes, true).map_err(|error| Unwritten { path: path.to_owned(), error })
    }

    fn stage(&mut self, path: &Path, bytes: &[u8], replaces: bool) -> io::Result<()> {
        let place = if replaces { std::fs::canonicalize(path)? } else { path.to_owned() };
        if !replaces && place.symlink_metadata().is_ok() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, "there is such a file already"));
        }
        let folder = place.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        self.make(folder)?;
        within(&self.tree, folder)?;
        let mut builder = Builder::new();
        builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
        // As any new file, not for the owner alone.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(bytes)?;
        if replaces {
            file.as_file().set_permissions(std::fs::metadata(&place)?.permissions())?;
        }
        file.as_file().sync_all()?;
        self.staged.push(Staged { whole: file.into_temp_path(), place, replaces });
        Ok(())
    }

    fn make(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|it| !it.as_os_str().is_empty() && !it.exists()).collect();
        let outermost = missing.last().and_then(|it| it.parent()).filter(|it| !it.as_os_str().is_empty());
        within(&self.tree, if missing.is_empty() { folder } else { outermost.unwrap_or(Path::new(".")) })?;
        for folder in missing.into_iter().rev() {
            std::fs::create_dir(folder)?;
            self.made.push(folder.to_owned());
        }
        Ok(())
    }

    /// Puts every file into its place.
    ///
    /// # Errors
    /// The first one that could not be put there; those before it are written.
    pub fn finish(mut self) -> Result<(), Unwritten> {
        for it in std::mem::take(&mut self.staged) {
            let done =
                if it.replaces { it.whole.persist(&it.place) } else { it.whole.persist_noclobber(&it.place) };
            done.map_err(|found| Unwritten { path: it.place, error: found.error })?;
        }
        self.made.clear();
        Ok(())
    }
}

impl Drop for Batch {
    /// Where nothing came of it, the folders made for it go, too, as far as they are empty.
    fn drop(&mut self) {
        self.staged.clear();
        for folder in self.made.iter().rev() {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

/// Removes a file, and what a killed run left beside it; nothing outside of the working directory or of `folder`.
pub fn remove(path: &Path, folder: &Path) -> Result<(), Unwritten> {
    let parent = path.parent().unwrap_or(Path::new("."));
    let removed =
        tree(folder).and_then(|tree| within(&tree, parent)).and_then(|()| std::fs::remove_file(path));
    removed.map_err(|error| Unwritten { path: path.to_owned(), error })
}

/// The files that killed runs left unfinished in a folder.
pub fn unfinished(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut left: Vec<PathBuf> = entries
        .filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1)
        })
        .map(|entry| entry.path())
        .collect();
    left.sort();
    left
}

/// What may be written to: the working directory where the folder lies in it, or else the folder.
fn tree(folder: &Path) -> io::Result<PathBuf> {
    let folder = std::fs::canonicalize(folder)?;
    let here = std::env::current_dir().and_then(std::fs::canonicalize);
    Ok(here.ok().filter(|here| folder.starts_with(here)).unwrap_or(folder))
}

fn within(tree: &Path, folder: &Path) -> io::Result<()> {
    if std::fs::canonicalize(folder)?.starts_with(tree) {
        return Ok(());
    }
    let message = format!("a link leads out of {}", tree.display());
    Err(io::Error::new(io::ErrorKind::PermissionDenied, message))
}
