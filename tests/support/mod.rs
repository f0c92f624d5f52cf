//! What several tests need: a folder with claim files, and the program run on it.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "each test uses its part, and fails where it can't"
)]

pub(crate) mod client;
pub(crate) mod desk;
pub(crate) mod git;
pub(crate) mod laws;
pub(crate) mod stories;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

/// Says, past the harness, which keeps what passing tests print, that something can't be tested here; where nothing may be
/// left out, the test fails.
pub(crate) fn not_tested(why: &str) {
    assert!(std::env::var_os("GAINSAY_TRACE").is_none_or(|it| it != "require"), "NOT TESTED: {why}");
    say_untested(why);
}

/// The same of what nobody has to have.
pub(crate) fn say_untested(why: &str) {
    let mut err = std::io::stderr();
    writeln!(err, "NOT TESTED: {why}").unwrap();
}

/// A folder that is gone after the test.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
    cache: tempfile::TempDir,
}

impl Desk {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), cache: tempfile::tempdir().unwrap() };
        for (path, text) in files {
            desk.write(path, text.as_bytes());
        }
        desk
    }

    /// Where the program keeps what it finds.
    pub(crate) fn cache(&self) -> &Path {
        self.cache.path()
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(path)).unwrap()
    }

    /// Runs the program in the folder.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, &[])
    }

    /// Runs the program with some variables set.
    pub(crate) fn run_with(&self, args: &[&str], variables: &[(&str, &str)]) -> Run {
        let mut command = command(args);
        command.env("XDG_CACHE_HOME", self.cache.path());
        Run(command.current_dir(self.path()).envs(variables.iter().copied()).output().unwrap())
    }

    /// Runs the program in a folder below.
    pub(crate) fn run_in(&self, folder: &str, args: &[&str]) -> Run {
        let mut command = command(args);
        command.env("XDG_CACHE_HOME", self.cache.path());
        Run(command.current_dir(self.path().join(folder)).output().unwrap())
    }
}

/// The program, as it runs without what the machine that tests it says of colours and of its own run.
fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    for name in
        ["GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"]
    {
        command.env_remove(name);
    }
    command.args(args);
    command
}

/// What a run of the program left.
pub(crate) struct Run(pub(crate) Output);

impl Run {
    pub(crate) fn status(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    pub(crate) fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    pub(crate) fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.0.stdout).unwrap()
    }
}
