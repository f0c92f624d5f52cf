//! The language server, taken from the program's own files; each line is a message, unless the bytes are a whole stream.
#![no_main]
#![allow(dead_code)]

#[path = "../../../src/bin/gainsay/lsp/mod.rs"]
mod lsp;

#[path = "../../../src/bin/gainsay/status.rs"]
mod status;

/// The settings that hold are those of the files.
mod run {
    use std::path::PathBuf;

    use gainsay::check::Options;
    use jiff::civil::Date;

    pub(crate) fn options(paths: &[PathBuf], story: Option<String>, today: Option<Date>) -> Options {
        Options { paths: paths.to_vec(), story, today, ..Options::default() }
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
