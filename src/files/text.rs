//! A text file and the places in it.

use std::io::{self, Read as _};
use std::ops::Range;
use std::path::{Component, Path};
use std::sync::Arc;

use super::limits::FILE_BYTES;
use super::reach::{is_in_reach, leads_to_hidden};
use super::{Problem, Severity};

/// A file read whole.
#[derive(Debug, PartialEq, Eq)]
pub struct TextFile {
    path: String,
    text: String,
    line_starts: Vec<usize>,
}

/// How a file is come by: from the disk, or from an editor that holds it open.
pub type Read<'a> = dyn Fn(&Path) -> Result<Arc<TextFile>, Box<Problem>> + Sync + 'a;

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, bitcode::Encode, bitcode::Decode)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl TextFile {
    /// A text that is called `path` in reports.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { path: path.into(), line_starts: std::iter::once(0).chain(ends).collect(), text }
    }

    /// Reads a file that is UTF-8, with or without a byte order mark.
    ///
    /// # Errors
    /// The problem, located, where the file can't be read, is too large or is not UTF-8.
    pub fn read(path: &Path) -> Result<Arc<Self>, Box<Problem>> {
        let shown = shown_path(path);
        let refuse = |message: String, hint: &str| {
            let empty = Arc::new(Self::new(shown.clone(), ""));
            Box::new(Problem::new(Severity::Error, &empty, 0..0, message).hint(hint).rule("unreadable-file"))
        };
        let bytes =
            bytes(path).map_err(|error| refuse(format!("the file can't be read: {error}"), hint(&error)))?;
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                Ok(Arc::new(Self::new(shown, text)))
            }
            Err(error) => {
                let end = error.utf8_error().valid_up_to();
                let bytes = error.into_bytes();
                let valid = String::from_utf8_lossy(bytes.get(..end).unwrap_or_default());
                let text = Arc::new(Self::new(shown, valid));
                let hint = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
                    "it looks like UTF-16: save it as UTF-8"
                } else {
                    "it looks like Windows-1252 or Latin-1: save it as UTF-8"
                };
                let byte = bytes.get(end).copied().unwrap_or_default();
                let message = format!("the file is not UTF-8: byte 0x{byte:02X}");
                let problem = Problem::new(Severity::Error, &text, end..end, message).hint(hint);
                Err(Box::new(problem.rule("unreadable-file")))
            }
        }
    }

    /// How the file is called in reports: relative to where the run started, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What it says, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text at a span of bytes; empty where the span is none.
    pub fn slice(&self, span: Range<usize>) -> &str {
        self.text.get(span).unwrap_or_default()
    }

    /// The line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= at).max(1)
    }

    /// The line and column of a byte.
    pub fn place(&self, at: usize) -> Place {
        let line = self.line(at);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        Place { line, column: self.slice(start..at.min(self.text.len())).chars().count() + 1 }
    }
}

/// The bytes of a file; a link is followed as long as it leads nowhere else.
///
/// # Errors
/// Where it can't be read, is no file but a pipe or a device, which might never end, or is larger than any may be.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut found = std::fs::symlink_metadata(path)?;
    if found.is_symlink() {
        found = std::fs::metadata(path)?;
        let name = Path::new(path.file_name().unwrap_or_default());
        if !is_in_reach(super::folder_of(path), name)? {
            let message = "it is a link that leads out of the tree";
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, message));
        }
        if leads_to_hidden(path) {
            let message = "it is a link to a hidden file, or to one that git ignores";
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, message));
        }
    }
    if found.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(io::Error::new(io::ErrorKind::Unsupported, "it is a pipe, a socket or a device"));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len().min(FILE_BYTES)).unwrap_or_default());
    // It may grow while it is read.
    std::fs::File::open(path)?.take(FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > FILE_BYTES {
        let size = found.len().max(bytes.len() as u64) >> 20;
        let message = format!("it is too large, {size} MiB, where {} MiB is the limit", FILE_BYTES >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

/// What to do about a file that can't be read.
fn hint(error: &io::Error) -> &'static str {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::FileTooLarge => "a claim file holds the claims of one article; split it",
        Kind::IsADirectory => "a file must stand here: rename the folder",
        Kind::Unsupported => "put a file in its place, with what it would say",
        Kind::PermissionDenied if error.raw_os_error().is_none() => {
            "copy the file to where the link is; what lies outside of the repository is not read"
        }
        _ => "check that it exists and that you may read it",
    }
}

/// Whether a character turns the direction of writing, or is a mark that nobody sees.
pub fn is_direction_mark(it: char) -> bool {
    matches!(it, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A path as reports show it: relative to the working directory where it is below it, with `/`, without `./`.
pub fn shown_path(path: &Path) -> String {
    let here = path.is_absolute().then(|| std::env::current_dir().ok()).flatten();
    let below = here.and_then(|here| path.strip_prefix(here).ok());
    let parts = below.unwrap_or(path).components().filter(|part| *part != Component::CurDir);
    let mut shown = String::new();
    for part in parts {
        if !shown.is_empty() && !shown.ends_with('/') {
            shown.push('/');
        }
        match part {
            Component::RootDir => shown.push('/'),
            part => shown.push_str(&part.as_os_str().to_string_lossy()),
        }
    }
    if shown.is_empty() { ".".to_owned() } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_from_one() {
        let file = TextFile::new("a", "é1\n\nxyz");
        assert_eq!(file.place(2), Place { line: 1, column: 2 });
        assert_eq!(file.place(4), Place { line: 2, column: 1 });
        assert_eq!(file.place(7), Place { line: 3, column: 3 });
        assert_eq!(file.place(99), Place { line: 3, column: 4 });
        assert_eq!(TextFile::new("a", "").place(0), Place { line: 1, column: 1 });
    }

    #[test]
    fn paths_are_shown_without_noise() {
        assert_eq!(shown_path(Path::new("./claims/./a.toml")), "claims/a.toml");
        assert_eq!(shown_path(Path::new("/x/y")), "/x/y");
        assert_eq!(shown_path(Path::new(".")), ".");
    }
}
