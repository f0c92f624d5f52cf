//! A git repository for a test, whatever the settings of whoever runs it.
#![allow(dead_code, clippy::unwrap_used, reason = "each test uses its part, and fails where it can't")]

use std::path::Path;
use std::process::{Command, Output};

/// Runs git in a folder; what it says is in the output, wrong or not.
pub(crate) fn try_git(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]);
    command.args(["-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"]);
    command
        .args(args)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    command.output().unwrap()
}

/// Runs git in a folder, which must succeed; what it prints.
pub(crate) fn git(folder: &Path, args: &[&str]) -> String {
    let output = try_git(folder, args);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {args:?}: {said}{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stdout).unwrap()
}

/// Commits all there is.
pub(crate) fn commit(folder: &Path, message: &str) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "--allow-empty", "-m", message]);
}

/// A repository of the files of a folder, on the branch `main`.
pub(crate) fn init(folder: &Path) {
    git(folder, &["init", "-q"]);
    git(folder, &["checkout", "-q", "-B", "main"]);
    commit(folder, "first");
}
