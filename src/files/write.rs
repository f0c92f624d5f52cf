//! Files are written whole or not at all: beside their place first, then renamed into it.

use std::fs::Permissions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempPath};

use super::folder_of;

/// What the names of unfinished files begin and end with; a run that is killed may leave one.
const UNFINISHED: (&str, &str) = (".gainsay-", ".tmp");

/// Files that are written together: all of them lie beside their places before the first one is put there, so that a
/// full disk or a forbidden folder leaves everything as it was.
#[derive(Debug, Default)]
pub struct Batch {
    /// Nothing outside is written.
    tree: Option<PathBuf>,
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
    /// Nothing to write yet; nothing will be written outside of the working directory, where `folder` lies in it, or else
    /// of `folder`, wherever links lead.
    pub fn within(folder: &Path) -> Result<Self, Unwritten> {
        let tree = tree(folder).map_err(|error| Unwritten { path: folder.to_owned(), error })?;
        Ok(Self { tree: Some(tree), staged: Vec::new(), made: Vec::new() })
    }

    /// Makes a folder where there is none; it goes again where nothing comes of the files.
    pub fn make(&mut self, folder: &Path) -> Result<(), Unwritten> {
        let missing = folder.ancestors().take_while(|it| !it.as_os_str().is_empty() && !it.exists());
        for folder in missing.collect::<Vec<_>>().into_iter().rev() {
            let at = |error| Unwritten { path: folder.to_owned(), error };
            self.allow(folder_of(folder)).map_err(at)?;
            std::fs::create_dir(folder).map_err(at)?;
            self.made.push(folder.to_owned());
        }
        if folder.is_dir() {
            return Ok(());
        }
        Err(Unwritten { path: folder.to_owned(), error: io::ErrorKind::NotADirectory.into() })
    }

    /// Puts a new file beside its place; one that is there already is left alone.
    pub fn create(&mut self, path: &Path, text: &[u8]) -> Result<(), Unwritten> {
        let stage = || {
            if path.symlink_metadata().is_ok() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            self.allow(folder_of(path))?;
            stage(path.to_owned(), text, None)
        };
        self.staged.push(stage().map_err(|error| Unwritten { path: path.to_owned(), error })?);
        Ok(())
    }

    /// Puts what replaces a file beside it, with its permissions. A link stays a link: what it points to is replaced,
    /// unless that lies neither beside it nor below the working directory.
    pub fn replace(&mut self, path: &Path, text: &[u8]) -> Result<(), Unwritten> {
        let stage = || {
            let target = std::fs::canonicalize(path)?;
            let holds = |folder: &Path| std::fs::canonicalize(folder).is_ok_and(|it| target.starts_with(it));
            if !holds(folder_of(path)) && !holds(Path::new(".")) {
                let message = format!("it is a link that leads out, to {}", target.display());
                return Err(io::Error::new(io::ErrorKind::PermissionDenied, message));
            }
            let permissions = std::fs::metadata(&target)?.permissions();
            stage(target, text, Some(permissions))
        };
        self.staged.push(stage().map_err(|error| Unwritten { path: path.to_owned(), error })?);
        Ok(())
    }

    fn allow(&self, folder: &Path) -> io::Result<()> {
        self.tree.as_ref().map_or(Ok(()), |tree| within(tree, folder))
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
            // What they hold stays.
            self.made.clear();
        }
        self.made.clear();
        Ok(())
    }
}

/// Lays a whole file beside its place; with the permissions of the one it replaces, if it does.
fn stage(place: PathBuf, text: &[u8], permissions: Option<Permissions>) -> io::Result<Staged> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    // As any new file, not for the owner alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder_of(&place))?;
    file.write_all(text)?;
    let replaces = permissions.is_some();
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    Ok(Staged { whole: file.into_temp_path(), place, replaces })
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

/// Replaces one file, see [`Batch::replace`].
///
/// # Errors
/// Why it could not be written; the file is then as it was.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut batch = Batch::default();
    batch.replace(path, text.as_bytes()).and_then(|()| batch.finish()).map_err(|failed| failed.error)
}

/// Replaces a text that was read from a file by another one, keeping the file's byte order mark.
///
/// # Errors
/// Why it could not be written: the file may have changed since.
pub fn replace_text(path: &Path, before: &str, text: &str) -> io::Result<()> {
    let there = std::fs::read_to_string(path)?;
    match there.strip_prefix('\u{feff}') {
        Some(there) if there == before => replace(path, &format!("\u{feff}{text}")),
        None if there == before => replace(path, text),
        _ => Err(io::Error::other("it has changed since it was read: start again")),
    }
}

/// Writes one new file; one that is there already is left alone.
///
/// # Errors
/// Why it could not be written: `AlreadyExists` where something is there.
pub fn create(path: &Path, text: &str) -> io::Result<()> {
    let mut batch = Batch::default();
    batch.create(path, text.as_bytes()).and_then(|()| batch.finish()).map_err(|failed| failed.error)
}

/// Removes a file; nothing outside of the working directory or of `folder`.
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
