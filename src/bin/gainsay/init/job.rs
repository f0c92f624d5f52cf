//! The job that checks the claims, where the platform looks for it: at the top of the repository.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Ci {
    /// A workflow of GitHub Actions
    Github,
    /// A job of GitLab CI
    Gitlab,
}

/// The file of GitLab that includes ours.
pub(super) const GITLAB_CI: &str = ".gitlab-ci.yml";

/// The top of the repository that a folder lies in; the folder itself where it is in none.
pub(super) fn top(folder: &Path) -> PathBuf {
    place(folder).0
}

/// The files of a job, with what is in them.
pub(super) fn files(ci: Ci, folder: &Path) -> Vec<(PathBuf, String)> {
    let (top, below) = place(folder);
    let text = |template: &str| {
        let text = template.replace("@VERSION@", env!("CARGO_PKG_VERSION"));
        let text = text.replace("branches: [main]", &format!("branches: [{}]", branch(&top)));
        in_folder(&text, &below)
    };
    match ci {
        Ci::Github => vec![(top.join(".github/workflows/gainsay.yml"), text(include_str!("github.yml")))],
        Ci::Gitlab => vec![
            (top.join(".gitlab/gainsay.yml"), text(include_str!("gitlab.yml"))),
            (top.join(GITLAB_CI), include_str!("gitlab-ci.yml").to_owned()),
        ],
    }
}

/// The top of the repository, and the desk's folder from there on.
fn place(folder: &Path) -> (PathBuf, String) {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    let whole: PathBuf = whole.components().collect();
    match whole.ancestors().find(|it| it.join(".git").exists()) {
        Some(top) if top != whole => {
            let below = whole.strip_prefix(top).unwrap_or(Path::new(""));
            let parts = below.components().map(|it| it.as_os_str().to_string_lossy().into_owned());
            (top.to_path_buf(), parts.collect::<Vec<_>>().join("/"))
        }
        _ => (folder.to_path_buf(), String::new()),
    }
}

/// The branch that others are merged into: what the remote calls so, or else the one that is checked out.
fn branch(top: &Path) -> String {
    let named = |file: &str, lead: &str| {
        let text = std::fs::read_to_string(top.join(".git").join(file)).ok()?;
        Some(text.trim().strip_prefix(lead)?.to_owned())
    };
    let plain = |name: &String| {
        !name.is_empty() && name.chars().all(|it| it.is_ascii_alphanumeric() || "-_./".contains(it))
    };
    let remote = named("refs/remotes/origin/HEAD", "ref: refs/remotes/origin/");
    let found = remote.or_else(|| named("HEAD", "ref: refs/heads/"));
    found.filter(plain).unwrap_or_else(|| "main".to_owned())
}

/// A job for a desk that is a folder of its repository: what it runs starts there.
fn in_folder(text: &str, below: &str) -> String {
    if below.is_empty() {
        return text.to_owned();
    }
    let quoted = format!("{below:?}");
    let text = text.replace(
        "    steps:\n",
        &format!("    defaults:\n      run:\n        working-directory: {quoted}\n    steps:\n"),
    );
    let text = text.replace(
        "hashFiles('gainsay.sarif')",
        &format!("hashFiles('{}/gainsay.sarif')", below.replace('\'', "''")),
    );
    let text = text
        .replace("sarif_file: gainsay.sarif", &format!("sarif_file: {:?}", format!("{below}/gainsay.sarif")));
    // What GitLab runs starts at the top, and finds its files there.
    text.replace("gainsay check $SINCE", &format!("gainsay check {:?} $SINCE", format!("{below}/claims")))
}
