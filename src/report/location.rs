//! Where a file is for whoever hosts the repository: from its root, with `/`.

use std::path::{Component, Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a path may not hold as it is.
const OUTSIDE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Where the run started, and the repository around it.
pub(super) struct Paths {
    here: PathBuf,
    /// The nearest folder above that has a `.git`; else where the run started.
    root: PathBuf,
}

impl Paths {
    /// Those of this run.
    pub(super) fn of_run() -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        let root = here.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(&here).to_owned();
        Self { here, root }
    }

    /// A file of a report from the root of the repository; absolute where it lies outside.
    pub(super) fn path(&self, file: &str) -> String {
        let mut whole = PathBuf::new();
        for part in self.here.join(file).components() {
            match part {
                Component::CurDir => {}
                Component::ParentDir => {
                    whole.pop();
                }
                part => whole.push(part),
            }
        }
        let path: &Path = whole.strip_prefix(&self.root).unwrap_or(&whole);
        let path = path.to_string_lossy();
        if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() }
    }

    /// The same as a URI reference (RFC 3986).
    pub(super) fn uri(&self, file: &str) -> String {
        let path = self.path(file);
        let mut uri = String::new();
        if path.starts_with('/') {
            uri.push_str("file://");
        } else if path.get(1..2) == Some(":") {
            uri.push_str("file:///");
        }
        uri.extend(utf8_percent_encode(&path, OUTSIDE));
        uri
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uris_count_from_the_root_and_hold_nothing_that_means_something_else() {
        let paths = Paths { here: "/home/desk/news".into(), root: "/home/desk".into() };
        assert_eq!(paths.uri("claims/a b/é#1?.toml"), "news/claims/a%20b/%C3%A9%231%3F.toml");
        assert_eq!(paths.uri("../claims/./a:%20.toml"), "claims/a%3A%2520.toml");
        assert_eq!(paths.uri("/home/desk/news/x.toml"), "news/x.toml");
        assert_eq!(paths.uri("/tmp/x y.toml"), "file:///tmp/x%20y.toml");
        assert_eq!(paths.path("../../elsewhere/a b.toml"), "/home/elsewhere/a b.toml");
    }
}
