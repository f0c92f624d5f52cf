//! Names of files as editors send them: `file:///claims/a%20b.toml`.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in a path as it is.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path that a URI means, if it means a file.
pub(super) fn to_path(uri: &str) -> Option<PathBuf> {
    let rest = uri.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("file://")).and(uri.get(7..))?;
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().ok()?;
    // A drive stands behind a slash: /c:/claims.
    let drive = path.strip_prefix('/').filter(|it| it.get(1..2) == Some(":"));
    let path = if cfg!(windows) { drive.unwrap_or(&path) } else { &path };
    (!path.is_empty()).then(|| PathBuf::from(path))
}

/// The URI of a file.
pub(super) fn of(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{}", utf8_percent_encode(&path, KEPT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_path_comes_back_as_it_was() {
        for path in ["/claims/a.toml", "/a b/ü%41#?.toml", "/x/[1]/&.toml"] {
            assert_eq!(to_path(&of(Path::new(path))), Some(PathBuf::from(path)));
        }
        assert_eq!(to_path("file:///c%3A/a.toml"), Some(PathBuf::from("/c:/a.toml")));
        assert_eq!(to_path("FILE://localhost/a.toml"), Some(PathBuf::from("/a.toml")));
    }

    #[test]
    fn what_is_no_file_has_no_path() {
        for uri in ["untitled:Untitled-1", "https://example.com/a.toml", "file://", "", "é", "file:///%ff"] {
            assert_eq!(to_path(uri), None, "{uri}");
        }
    }
}
