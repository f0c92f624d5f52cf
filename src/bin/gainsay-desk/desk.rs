//! The stories of the folder, checked anew where their files have changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use gainsay::check::{Options, Settings};
use gainsay::files::{self, Folder, Problem, TextFile};
use gainsay::workspace::{CheckedStory, Workspace};
use jiff::Zoned;
use jiff::civil::Date;

/// The stories of the folder that the desk was started with, which is the working directory.
#[derive(Debug)]
pub(crate) struct Desk {
    workspace: Workspace,
    roots: Vec<PathBuf>,
    today: Date,
    /// What is wrong with the folders and the settings.
    outside: Vec<Problem>,
    /// Counts what has changed.
    version: u64,
    /// How many stories were never read yet.
    unread: usize,
}

/// A list waits so long for stories that were never read, and then shows those that are there.
const PATIENCE: Duration = Duration::from_millis(100);

impl Desk {
    /// A desk at which nothing was read yet.
    pub(crate) fn new() -> Self {
        let claims = PathBuf::from("claims");
        let roots = vec![if claims.is_dir() { claims } else { PathBuf::from(".") }];
        let today = Zoned::now().date();
        let workspace = workspace(&roots, today);
        Self { workspace, roots, today, outside: Vec::new(), version: 0, unread: 0 }
    }

    /// Where stories lie.
    pub(crate) fn root(&self) -> &Path {
        self.roots.first().map_or(Path::new("."), PathBuf::as_path)
    }

    /// Where a new story goes: beside the others, and the first one into `claims`.
    pub(crate) fn home(&self) -> PathBuf {
        let none = self.stories().next().is_none() && self.root() == Path::new(".");
        if none { PathBuf::from("claims") } else { self.root().to_path_buf() }
    }

    /// Checks what has changed, and reads whatever was never read.
    pub(crate) fn refresh(&mut self) {
        self.check(|| true);
    }

    /// The same, for a moment: stories that were never read may be left; how much has changed since the desk was opened.
    pub(crate) fn glance(&mut self) -> u64 {
        let begun = Instant::now();
        self.check(|| begun.elapsed() < PATIENCE);
        self.version
    }

    /// How many stories were never read yet.
    pub(crate) fn unread(&self) -> usize {
        self.unread
    }

    /// Notes a change of what is not checked.
    pub(crate) fn note(&mut self) {
        self.version += 1;
    }

    fn check(&mut self, goes_on: impl Fn() -> bool) {
        let today = Zoned::now().date();
        if today != self.today {
            (self.workspace, self.today) = (workspace(&self.roots, today), today);
        }
        let (folders, mut problems) = files::find(&self.roots);
        let settings = settings();
        if let Some(settings) = &settings {
            problems.extend(self.workspace.problems_of_settings(settings));
        }
        let folders = folders.into_iter().map(|folder| (folder, settings.clone())).collect();
        let (changes, unread) = self.workspace.refresh_while(folders, goes_on);
        let same = problems.iter().map(|it| &it.message).eq(self.outside.iter().map(|it| &it.message));
        (self.outside, self.unread) = (problems, unread);
        if !changes.is_empty() || !same {
            self.version += 1;
        }
    }

    /// Notes that files may have changed even if they look as they did.
    pub(crate) fn touched(&mut self, paths: &[PathBuf]) {
        self.workspace.touch(paths);
    }

    /// All stories, in the order of their folders.
    pub(crate) fn stories(&self) -> impl Iterator<Item = &CheckedStory> + Clone {
        self.workspace.stories()
    }

    /// The story of a folder, as reports call it: what no story is called is nothing.
    pub(crate) fn story(&self, folder: &str) -> Option<&CheckedStory> {
        self.stories().find(|it| it.view.folder == folder)
    }

    /// A story as it would be with these texts, one of which is a new claim file.
    pub(crate) fn as_if(
        &self,
        folder: &Path,
        file: &Path,
        texts: &BTreeMap<PathBuf, Arc<TextFile>>,
    ) -> CheckedStory {
        let mut there = Folder::at(folder);
        there.claim_files.insert(file.to_path_buf());
        self.workspace.as_if(there, settings(), texts)
    }

    /// What a run of `gainsay` would be told.
    pub(crate) fn options(&self) -> Options {
        options(&self.roots, self.today)
    }

    /// What is wrong with the folders and the settings.
    pub(crate) fn outside(&self) -> &[Problem] {
        &self.outside
    }

    /// The story and the place of a file that can be edited here: a claim file, or what a story says of itself.
    pub(crate) fn editable(&self, name: &str) -> Option<(&CheckedStory, &Path)> {
        let is_its = |story: &CheckedStory, path: &Path| {
            path.parent() == Some(story.folder()) && path.extension().is_some_and(|it| it == "toml")
        };
        self.stories().find_map(|it| Some((it, it.path_of(name).filter(|path| is_its(it, path))?)))
    }

    /// What is wrong with the files.
    pub(crate) fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.outside.iter().chain(self.stories().flat_map(|it| &it.problems))
    }
}

fn workspace(roots: &[PathBuf], today: Date) -> Workspace {
    Workspace::new(options(roots, today)).keeping_what_was_right()
}

fn options(roots: &[PathBuf], today: Date) -> Options {
    let settings = settings().map_or(Settings::Without, Settings::Given);
    Options { paths: roots.to_vec(), settings, today: Some(today), ..Options::default() }
}

/// The settings of the desk itself: those of folders above it lie outside.
pub(crate) fn settings() -> Option<PathBuf> {
    let file = PathBuf::from("gainsay.toml");
    file.symlink_metadata().is_ok_and(|it| !it.is_dir()).then_some(file)
}
