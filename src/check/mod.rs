//! The whole pipeline: claim files in, report out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::baseline::{self, Conflict, Unreadable};
use crate::claim::{Desk, Story};
use crate::files::{self, Folder, Problem, Read, Severity, TextFile};
use crate::report::{self, Known, Report};
use crate::{config, fusion, linkage, lint};

/// What to check.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders and files.
    pub paths: Vec<PathBuf>,
    /// The `gainsay.toml` to use; none where it is `None`.
    pub settings: Option<PathBuf>,
    /// Only the story of this name.
    pub story: Option<String>,
    /// What the rules of lint find counts among the problems.
    pub lint: bool,
    /// As if nothing were accepted.
    pub ignore_accepted: bool,
    /// The day by which acceptances expire; where it is missing, none does.
    pub today: Option<Date>,
    /// What an earlier revision had.
    pub earlier: Earlier,
}

/// What an earlier revision had.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    /// Its conflicts, by the names of their stories.
    conflicts: BTreeMap<String, Vec<Conflict>>,
    /// The conflicts of the stories that are no longer there.
    gone: Vec<Conflict>,
    /// What was wrong with its files.
    problems: Vec<Problem>,
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
    problems.extend(options.earlier.problems.iter().cloned());
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
    if options.lint {
        problems.extend(lint::story(&story, &alignment));
    }
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
    let earlier = options.earlier.of(&view.name);
    view.compare_with(&Known { accepted: &accepted, earlier, today: options.today, whole });
}

/// What a git revision had of the stories that are to be checked.
///
/// # Errors
/// Where the revision can't be read.
pub fn earlier(revision: &str, options: &Options) -> Result<Earlier, Unreadable> {
    let files = baseline::revision(revision, &options.paths, options.settings.as_deref())?;
    let then = Options {
        paths: files.paths.clone(),
        settings: files.settings.clone(),
        ignore_accepted: true,
        ..Options::default()
    };
    let outcome = check(&then);
    let (folders, _) = files::find(&options.paths);
    let now: BTreeSet<String> = folders.iter().map(Folder::name).collect();
    let mut conflicts: BTreeMap<String, Vec<Conflict>> = BTreeMap::new();
    let mut gone = Vec::new();
    for story in outcome.report.stories {
        if !now.contains(&story.name) {
            gone.extend(story.conflicts());
        }
        conflicts.entry(story.name.clone()).or_default().extend(story.conflicts());
    }
    let errors = outcome.problems.into_iter().filter(|problem| problem.severity == Severity::Error);
    let problems = errors.map(|problem| {
        let name = format!("{revision}:{}", files.name(Path::new(problem.file.path())));
        let file = Arc::new(TextFile::new(name, problem.file.text()));
        let message = format!("wrong in the revision compared with: {}", problem.message);
        Problem::new(Severity::Warning, &file, problem.span, message)
            .hint("what it hides there counts as new here; accept it, or compare with another revision")
    });
    Ok(Earlier { conflicts, gone, problems: problems.collect() })
}

impl Earlier {
    /// The conflicts of a story; of one that was not there, those of all stories that are gone: it may be one of them.
    fn of(&self, story: &str) -> &[Conflict] {
        self.conflicts.get(story).unwrap_or(&self.gone)
    }
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
