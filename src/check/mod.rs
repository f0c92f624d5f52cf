//! The whole pipeline: claim files in, report out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::baseline::{self, Conflict};
use crate::claim::{Desk, Story};
use crate::files::{self, Folder, Problem, Read, Severity, TextFile};
use crate::report::{self, Known, Report};
use crate::{config, fusion, linkage};

/// What to check.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders and files.
    pub paths: Vec<PathBuf>,
    /// The `gainsay.toml` to use; none where it is `None`.
    pub settings: Option<PathBuf>,
    /// Only the story of this name.
    pub story: Option<String>,
    /// As if nothing were accepted.
    pub ignore_accepted: bool,
    /// The day by which acceptances expire; where it is missing, none does.
    pub today: Option<Date>,
    /// The conflicts that an earlier revision had, by the names of their stories.
    pub earlier: BTreeMap<String, Vec<Conflict>>,
}

/// What came out.
#[derive(Debug)]
pub struct Outcome {
    /// Ready to be written in any format.
    pub report: Report,
    /// Every problem met, in the order of files and places.
    pub problems: Vec<Problem>,
    /// How many claim files there were, readable or not.
    pub claim_files: usize,
    /// The names of all stories there are, checked or not.
    pub stories: Vec<String>,
}

/// Checks claim files: read, align, compare, report.
pub fn check(options: &Options) -> Outcome {
    let (folders, mut problems) = files::find(&options.paths);
    let settings = config::load(options.settings.as_deref(), &mut problems);
    let names = folders.iter().map(Folder::name).collect();
    let mut stories = Vec::new();
    let (mut articles, mut claim_files) = (0, 0);
    for folder in folders.iter().filter(|it| options.story.as_ref().is_none_or(|name| *name == it.name())) {
        let (story, view) = check_story(&TextFile::read, folder, &settings, options, &mut problems);
        stories.push(view);
        articles += story.articles.len();
        claim_files += folder.claim_files.len();
    }
    Problem::sort(&mut problems);
    Outcome { report: Report::new(stories, articles, &problems), problems, claim_files, stories: names }
}

/// Checks one story, whose files are come by through `read`.
pub fn check_story(
    read: &Read<'_>,
    folder: &Folder,
    settings: &Desk,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> (Story, report::Story) {
    let before = problems.len();
    let story = Story::read_by(read, folder, settings, problems);
    let broken = problems.iter().skip(before).any(|it| it.severity == Severity::Error);
    let alignment = linkage::align(&story);
    let items = fusion::fuse(&alignment, &story);
    let mut view = report::Story::new(&story, &alignment, &items);
    drop(alignment);
    compare_with_known(&mut view, read, folder, broken, options, problems);
    (story, view)
}

/// Says which conflicts of a story are accepted, or known from an earlier revision.
fn compare_with_known(
    view: &mut report::Story,
    read: &Read<'_>,
    folder: &Folder,
    broken: bool,
    options: &Options,
    problems: &mut Vec<Problem>,
) {
    let accepted =
        if options.ignore_accepted { Vec::new() } else { baseline::read(read, &folder.path, problems) };
    // What stands in a file that is broken or not asked for is not gone.
    let whole = !broken && !accepted.is_empty() && folder.is_whole();
    let earlier = options.earlier.get(&view.name).map(Vec::as_slice).unwrap_or_default();
    view.compare_with(&Known { accepted: &accepted, earlier, today: options.today, whole });
}

impl Outcome {
    /// Whether something was left out because it is wrong.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// The stories that are to be checked, read; and how many claim files there were.
pub fn stories(options: &Options, problems: &mut Vec<Problem>) -> (Vec<Story>, usize) {
    let (folders, found) = files::find(&options.paths);
    problems.extend(found);
    let settings = config::load(options.settings.as_deref(), problems);
    let claim_files = folders.iter().map(|folder| folder.claim_files.len()).sum();
    let stories = folders.iter().map(|folder| Story::read(folder, &settings, problems)).collect();
    Problem::sort(problems);
    (stories, claim_files)
}

/// The `gainsay.toml` that holds for a folder.
pub fn settings_for(folder: &Path) -> Option<PathBuf> {
    config::find(folder)
}
