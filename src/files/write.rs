//! Files are written whole or not at all, and nothing that is there is overwritten by surprise.

use std::io::{self, Write as _};
use std::path::Path;

/// Replaces a file by `text`, keeping its permissions. A link stays a link: what it points to is replaced, unless that lies
/// neither beside it nor below the working directory.
///
/// # Errors
/// Why it could not be written; the file is then as it was.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    let target = std::fs::canonicalize(path)?;
    let within = |folder: &Path| std::fs::canonicalize(folder).is_ok_and(|folder| target.starts_with(folder));
    if !within(folder_of(path)) && !within(Path::new(".")) {
        return Err(io::Error::other(format!("it is a link that leads out, to {}", target.display())));
    }
    let permissions = std::fs::metadata(&target)?.permissions();
    let file = written(&target, text)?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}

/// Writes a new file; one that is there already is left alone.
///
/// # Errors
/// Why it could not be written: `AlreadyExists` where something is there.
pub fn create(path: &Path, text: &str) -> io::Result<()> {
    let file = written(path, text)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Like any other new file: for its owner to change, for all to read.
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    file.as_file().sync_all()?;
    file.persist_noclobber(path)?;
    Ok(())
}

fn written(path: &Path, text: &str) -> io::Result<tempfile::NamedTempFile> {
    let mut file = tempfile::NamedTempFile::new_in(folder_of(path))?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
