//! The language server, taken from the program's own files; each line is a message, unless the bytes are a whole stream.
#![no_main]
#![allow(dead_code)]

#[path = "../../../src/bin/gainsay/lsp/mod.rs"]
mod lsp;

/// What `main.rs` has around it.
const OK: u8 = 0;
const CONFLICTS: u8 = 1;

mod check {
    pub(crate) fn options(
        paths: &[std::path::PathBuf],
        story: Option<String>,
        today: Option<jiff::civil::Date>,
    ) -> gainsay::check::Options {
        gainsay::check::Options { paths: paths.to_vec(), story, today, ..gainsay::check::Options::default() }
    }
}

/// Nothing changes on the disk while a message is read.
mod watcher {
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};

    pub(crate) const NOW_AND_THEN: std::time::Duration = std::time::Duration::from_secs(2);

    pub(crate) struct Watcher;

    impl Watcher {
        pub(crate) fn new(_: impl Fn(Vec<PathBuf>) + Send + 'static) -> Self {
            Self
        }

        pub(crate) fn watch<Mode>(&mut self, _: BTreeMap<PathBuf, Mode>) {}

        pub(crate) fn forget(&mut self, _: &[PathBuf]) {}
    }

    pub(crate) fn absolute(path: &Path) -> PathBuf {
        std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let stream = std::io::Cursor::new(gainsay_fuzz::messages(bytes));
    let mut answers = Vec::new();
    let _ = lsp::converse(&[], None, stream, &mut answers);
    gainsay_fuzz::is_within(bytes, answers.len());
});
