//! Claim files held open while people work on them: what is not saved yet counts, and only the stories that changed are
//! checked again.

mod stamp;
pub mod watcher;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::baseline::{JudgedItem, JudgedStory};
use crate::check::{self, Options};
use crate::claim::Story;
use crate::files::{Folder, Problem, Read, Severity, TextFile, shown_path};
use crate::{baseline, config};
use stamp::Stamp;

/// So many stories are checked before it is asked whether to go on.
const AT_ONCE: usize = 16;

/// Texts, by the places of their files.
type Texts = BTreeMap<PathBuf, Arc<TextFile>>;

/// An open set of stories.
#[derive(Debug, Default)]
pub struct Workspace {
    options: Options,
    stories: BTreeMap<PathBuf, CheckedStory>,
    unsaved: Texts,
    last_right: Option<Texts>,
}

/// A story as it was last checked.
#[derive(Debug)]
pub struct CheckedStory {
    /// What was read.
    pub story: Story,
    /// What came out.
    pub view: JudgedStory,
    /// What is wrong with its files, in the order of files and places.
    pub problems: Vec<Problem>,
    folder: Folder,
    settings: Option<PathBuf>,
    /// Every file that was asked for, and how it was found.
    inputs: BTreeMap<PathBuf, Stamp>,
    /// The same files, by the names that reports have for them.
    names: BTreeMap<String, PathBuf>,
}

/// A story that was checked anew, has come or has gone.
#[derive(Debug)]
pub struct StoryChange {
    /// Its folder.
    pub folder: PathBuf,
    /// What was known of it before; now it is in the workspace, or it is gone.
    pub before: Option<CheckedStory>,
}

impl Workspace {
    /// A workspace in which nothing is open yet; `options` say what is known of conflicts.
    pub fn new(options: Options) -> Self {
        Self { options, ..Self::default() }
    }

    /// The day by which acceptances expire.
    pub fn today(&self) -> Option<Date> {
        self.options.today
    }

    /// Compares a file with an error in it as it was when it was last right: half a sentence then makes no conflict come
    /// and go. What is wrong is told all the same.
    #[must_use]
    pub fn keeping_what_was_right(self) -> Self {
        Self { last_right: Some(Texts::new()), ..self }
    }

    /// Takes the text that an editor has for a file.
    pub fn open(&mut self, path: &Path, text: &str) {
        let file = Arc::new(TextFile::new(shown_path(path), text));
        self.unsaved.insert(path.to_path_buf(), file);
        self.touch(&[path.to_path_buf()]);
    }

    /// Goes back to what the disk has for a file.
    pub fn close(&mut self, path: &Path) {
        self.unsaved.remove(path);
        self.touch(&[path.to_path_buf()]);
    }

    /// What stands in a file now: in the editor, else on the disk.
    ///
    /// # Errors
    /// The problem, located, where the file can't be read.
    pub fn read(&self, path: &Path) -> Result<Arc<TextFile>, Box<Problem>> {
        self.unsaved.get(path).map_or_else(|| TextFile::read(path), |file| Ok(Arc::clone(file)))
    }

    /// Notes that files may have changed even if they look as they did.
    pub fn touch(&mut self, paths: &[PathBuf]) {
        // Reports name files from here; the system that tells of changes names them from its root.
        let here = std::env::current_dir().unwrap_or_default();
        let touched: BTreeSet<PathBuf> = paths.iter().map(|path| here.join(path)).collect();
        for checked in self.stories.values_mut() {
            for (input, stamp) in &mut checked.inputs {
                if touched.contains(&here.join(input)) {
                    *stamp = Stamp::Touched;
                }
            }
        }
    }

    /// Checks the stories of these folders, each with its settings, where anything they consist of has changed; the stories
    /// of other folders are let go.
    pub fn refresh(&mut self, folders: Vec<(Folder, Option<PathBuf>)>) -> Vec<StoryChange> {
        self.refresh_while(folders, || true).0
    }

    /// The same, but stories that were never checked only for as long as it may go on, some at a time; how many are left.
    pub fn refresh_while(
        &mut self,
        folders: Vec<(Folder, Option<PathBuf>)>,
        goes_on: impl Fn() -> bool,
    ) -> (Vec<StoryChange>, usize) {
        let mut changes = Vec::new();
        let wanted: BTreeSet<&Path> = folders.iter().map(|(folder, _)| folder.path.as_path()).collect();
        let gone: Vec<PathBuf> =
            self.stories.keys().filter(|path| !wanted.contains(path.as_path())).cloned().collect();
        for folder in gone {
            let before = self.stories.remove(&folder);
            changes.push(StoryChange { folder, before });
        }
        let stale = folders.into_iter().filter(|(folder, settings)| {
            let known = self.stories.get(&folder.path);
            !known.is_some_and(|it| it.is_current(folder, settings.as_deref()))
        });
        let (known, mut new): (Vec<_>, Vec<_>) =
            stale.partition(|(folder, _)| self.stories.contains_key(&folder.path));
        self.check_all(known, &mut changes);
        while !new.is_empty() && goes_on() {
            let rest = new.split_off(new.len().min(AT_ONCE));
            self.check_all(std::mem::replace(&mut new, rest), &mut changes);
        }
        (changes, new.len())
    }

    /// Checks these stories, whatever is known of them.
    fn check_all(&mut self, stale: Vec<(Folder, Option<PathBuf>)>, changes: &mut Vec<StoryChange>) {
        let checked: Vec<_> =
            stale.into_par_iter().map(|(folder, settings)| self.check(folder, settings)).collect();
        for (checked, right) in checked {
            if let Some(last_right) = &mut self.last_right {
                last_right.extend(right);
            }
            let folder = checked.folder.path.clone();
            let before = self.stories.insert(folder.clone(), checked);
            changes.push(StoryChange { folder, before });
        }
    }

    /// What is wrong with a `gainsay.toml`.
    pub fn problems_of_settings(&self, settings: &Path) -> Vec<Problem> {
        let mut problems = Vec::new();
        config::load_by(&|path| self.read(path), Some(settings), &mut problems);
        Problem::sort(&mut problems);
        problems
    }

    /// The story of a folder.
    pub fn story(&self, folder: &Path) -> Option<&CheckedStory> {
        self.stories.get(folder)
    }

    /// All stories, in the order of their folders.
    pub fn stories(&self) -> impl Iterator<Item = &CheckedStory> + Clone {
        self.stories.values()
    }

    /// A story as it would be with these texts in the places of its files, or beside them; nothing of it is kept.
    pub fn as_if(
        &self,
        folder: Folder,
        settings: Option<PathBuf>,
        texts: &BTreeMap<PathBuf, Arc<TextFile>>,
    ) -> CheckedStory {
        let read = |path: &Path| texts.get(path).map_or_else(|| self.read(path), |it| Ok(Arc::clone(it)));
        let mut problems = Vec::new();
        let desk = config::load_by(&read, settings.as_deref(), &mut problems);
        let (story, view) = check::check_story(&read, &folder, &desk, &self.options, &mut problems);
        Problem::sort(&mut problems);
        CheckedStory {
            story,
            view,
            problems,
            folder,
            settings,
            inputs: BTreeMap::new(),
            names: BTreeMap::new(),
        }
    }

    /// A story as it is, and those of its files that are right.
    fn check(&self, folder: Folder, settings: Option<PathBuf>) -> (CheckedStory, Texts) {
        let inputs = Mutex::new(BTreeMap::new());
        let noting = |path: &Path| {
            // Before it is read, so that what is written meanwhile is noticed.
            let stamp = Stamp::of(path);
            let found = self.read(path);
            let text = found.as_ref().ok().cloned();
            inputs.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_path_buf(), (stamp, text));
            found
        };
        let mut problems = Vec::new();
        let check = |read: &Read<'_>, problems: &mut Vec<Problem>| {
            let desk = config::load_by(read, settings.as_deref(), problems);
            check::check_story(read, &folder, &desk, &self.options, problems)
        };
        let (mut story, mut view) = check(&noting, &mut problems);
        let inputs = inputs.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut rights = Texts::new();
        if let Some(last_right) = &self.last_right {
            let is_error = |problem: &&Problem| problem.severity == Severity::Error;
            let wrong: BTreeSet<&str> = problems.iter().filter(is_error).map(|it| it.file.path()).collect();
            let mut texts = BTreeMap::new();
            for (path, (_, text)) in &inputs {
                match text {
                    Some(text) if !wrong.contains(text.path()) => {
                        rights.insert(path.clone(), Arc::clone(text));
                    }
                    _ => texts.extend(last_right.get(path).map(|text| (path.as_path(), Arc::clone(text)))),
                }
            }
            if !texts.is_empty() {
                let right =
                    |path: &Path| texts.get(path).map_or_else(|| self.read(path), |it| Ok(Arc::clone(it)));
                (story, view) = check(&right, &mut Vec::new());
            }
        }
        // The settings are those of many stories: what is wrong with them is told once, not by each.
        let shown = settings.as_deref().map(shown_path);
        problems.retain(|problem| Some(problem.file.path()) != shown.as_deref());
        Problem::sort(&mut problems);
        let mut inputs: BTreeMap<PathBuf, Stamp> =
            inputs.into_iter().map(|(path, (stamp, _))| (path, stamp)).collect();
        // A story file that comes later makes a difference, too, and so does what is accepted later.
        for later in ["story.toml", baseline::FOLDER].map(|name| folder.path.join(name)) {
            inputs.entry(later.clone()).or_insert_with(|| Stamp::of(&later));
        }
        let names = inputs.keys().map(|path| (shown_path(path), path.clone())).collect();
        (CheckedStory { story, view, problems, folder, settings, inputs, names }, rights)
    }
}

impl CheckedStory {
    /// Where its folder is.
    pub fn folder(&self) -> &Path {
        &self.folder.path
    }

    /// The files that it consists of, each with the name that reports have for it.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.names.iter().map(|(name, path)| (name.as_str(), path.as_path()))
    }

    /// The file that reports call by this name.
    pub fn path_of(&self, name: &str) -> Option<&Path> {
        self.names.get(name).map(PathBuf::as_path)
    }

    /// The item of a claim, with the claim's place in it.
    pub fn item_of(&self, file: &str, number: usize) -> Option<(JudgedItem<'_>, usize)> {
        self.view.item_of(file, number)
    }

    /// How many claim files it has, readable or not.
    pub fn claim_files(&self) -> usize {
        self.folder.claim_files.len()
    }

    /// Whether nothing that it was made of has changed.
    fn is_current(&self, folder: &Folder, settings: Option<&Path>) -> bool {
        self.folder == *folder
            && self.settings.as_deref() == settings
            && self.inputs.iter().all(|(path, stamp)| *stamp == Stamp::of(path))
    }
}
