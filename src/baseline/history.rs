//! Who has changed claim files, and when: what git has written down, and what is not committed yet.

use std::path::PathBuf;

use jiff::Timestamp;

use super::revision::{Repository, Unreadable};

/// More commits than these are not told one by one.
const MOST: &str = "--max-count=200";

/// A commit that touched the stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Who made the change.
    pub author: String,
    /// When.
    pub at: Timestamp,
    /// Its subject.
    pub subject: String,
    /// The files that it touched, from the top of the repository.
    pub files: Vec<String>,
}

/// The commit in which the stories at `paths` were as they were at a time, written `2026-11-22T00:00:00`; `None` where the
/// repository is younger.
///
/// # Errors
/// Outside of a repository, and where git fails.
pub fn commit_before(time: &str, paths: &[PathBuf]) -> Result<Option<String>, Unreadable> {
    let repository = Repository::of(paths)?;
    let found = repository.git(&["rev-list", "-1", &format!("--before={time}"), "HEAD"])?;
    Ok(found.ok().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()))
}

/// The commits since a revision that touched the stories at `paths`, latest first; all, where none is named.
///
/// # Errors
/// Outside of a repository, for an unknown revision, and where git fails.
pub fn history(since: Option<&str>, paths: &[PathBuf]) -> Result<Vec<Commit>, Unreadable> {
    let repository = Repository::of(paths)?;
    let range = match since {
        Some(name) => format!("{}..HEAD", repository.commit(name)?),
        None => "HEAD".to_owned(),
    };
    let below: Vec<String> = paths
        .iter()
        .map(|path| repository.below(path))
        .map(|it| it.map(|it| it.display().to_string()))
        .collect::<Result<_, _>>()?;
    // Commits begin with a control character, fields end with another: no name of git's holds either.
    let mut args = vec!["-c", "log.showSignature=false", "-c", "core.quotePath=false", "log", MOST];
    args.extend(["--no-color", "--name-only", "--format=%x1e%an%x1f%aI%x1f%s", &range, "--"]);
    args.extend(below.iter().map(|it| if it.is_empty() { "." } else { it.as_str() }));
    let told = repository.git(&args)?.unwrap_or_default();
    Ok(told.split('\u{1e}').filter_map(commit).collect())
}

fn commit(told: &str) -> Option<Commit> {
    let (head, files) = told.split_once('\n').unwrap_or((told, ""));
    let mut fields = head.split('\u{1f}');
    let (author, at, subject) = (fields.next()?, fields.next()?, fields.next()?);
    Some(Commit {
        author: author.to_owned(),
        at: at.parse().ok()?,
        subject: subject.to_owned(),
        files: files.lines().filter(|it| !it.is_empty()).map(str::to_owned).collect(),
    })
}

/// The files of the stories at `paths` that are not committed as they are, from the top of the repository.
///
/// # Errors
/// Outside of a repository, and where git fails.
pub fn uncommitted(paths: &[PathBuf]) -> Result<Vec<String>, Unreadable> {
    let repository = Repository::of(paths)?;
    let mut args = vec![
        "status".to_owned(),
        "--porcelain".to_owned(),
        "-z".to_owned(),
        "--untracked-files=all".to_owned(),
        "--no-renames".to_owned(),
        "--".to_owned(),
    ];
    for path in paths {
        let below = repository.below(path)?.display().to_string();
        args.push(if below.is_empty() { ".".to_owned() } else { below });
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let told = repository.git(&args)?.unwrap_or_default();
    let mut files: Vec<String> = told.split('\0').filter_map(|it| it.get(3..)).map(str::to_owned).collect();
    files.retain(|it| !it.is_empty());
    Ok(files)
}
