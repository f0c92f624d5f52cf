//! The whole pipeline: claim files in, report out.

mod accept;
mod across;
mod crowded;
mod progress;

use crate::view;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

pub use accept::{AcceptResult, Became, ItemSelection, Justification, Plan, Planned, accept, plan};
pub use crowded::left_out;
pub use progress::Progress;

pub use crate::config::Settings;

use crate::baseline;
use crate::baseline::{Conflict, JudgedStory, Known, KnownClaim, Revision, Seen, Unreadable};
use crate::cache::{Cache, CacheKey, CachedStory};
use crate::claim::{Conventions, Policy, Story};
use crate::files::{self, Folder, Problem, Read, Severity, TextFile};
use crate::findings::{Report, Since};
use crate::meter::{self, Budget};
use crate::{config, fusion, linkage, lint};

/// What to check.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders and files.
    pub paths: Vec<PathBuf>,
    /// Which `gainsay.toml` holds.
    pub settings: Settings,
    /// Only the story of this name.
    pub story: Option<String>,
    /// What the rules of lint find counts among the problems; what they found in files as they were is kept here.
    pub lint: Option<lint::LintCache>,
    /// Claims of different stories are aligned, too.
    pub across: bool,
    /// Items tell what they nearly took in, too.
    pub near: bool,
    /// Where earlier runs have left what they found.
    pub cache: Option<Cache>,
    /// As if nothing were accepted.
    pub ignore_accepted: bool,
    /// The day by which acceptances expire; where it is missing, none does.
    pub today: Option<Date>,
    /// What an earlier revision had.
    pub earlier: EarlierRevision,
    /// How much work a story may take.
    pub budget: Budget,
}

/// What an earlier revision had.
#[derive(Clone, Debug, Default)]
pub struct EarlierRevision {
    /// Its stories, by their names.
    stories: BTreeMap<String, Had>,
    /// All that the stories had that are no longer there.
    gone: Had,
    /// What was wrong with its files.
    problems: Vec<Problem>,
    /// Which one it is.
    since: Option<Since>,
}

/// What a story had.
#[derive(Clone, Debug, Default)]
struct Had {
    conflicts: Vec<Conflict>,
    seen: Vec<Seen>,
    told: Vec<KnownClaim>,
}

impl Had {
    fn take(&mut self, story: &JudgedStory) {
        self.conflicts.extend(story.conflicts());
        self.seen.push(story.seen());
        self.told.extend(story.told());
    }
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
///
/// ```
/// use gainsay::check::{Options, check};
///
/// let outcome = check(&Options { paths: vec!["claims".into()], ..Options::default() });
/// assert!(!outcome.has_errors());
/// assert!(outcome.report.summary.contradictions > 0);
/// ```
pub fn check(options: &Options) -> Outcome {
    check_watched(options, &())
}

/// Checks claim files while somebody watches.
pub fn check_watched(options: &Options, progress: &dyn Progress) -> Outcome {
    let clock = meter::FILES.clock(1);
    let (mut folders, mut problems) = files::find(&options.paths);
    drop(clock);
    problems.extend(options.earlier.problems.iter().cloned());
    let names = folders.iter().map(Folder::name).collect();
    folders.extend(files::deserted(&options.paths, &folders));
    folders.sort_by(|a, b| a.path.cmp(&b.path));
    folders.retain(|it| options.story.as_ref().is_none_or(|name| *name == it.name()));
    let settings = options.settings.read(&folders, &mut problems);
    let claim_files = folders.iter().map(|folder| folder.claim_files.len()).sum();
    progress.begin(claim_files);
    // In the order of the folders, whichever is done first.
    let checked: Vec<StoryResult> = folders
        .par_iter()
        .map(|folder| {
            let checked = StoryResult::new(folder, settings.of(folder), options);
            progress.done(folder.claim_files.len(), checked.story.claims());
            checked
        })
        .collect();
    let (mut stories, mut read, mut articles) = (Vec::new(), Vec::new(), 0);
    for checked in checked {
        problems.extend(checked.problems);
        articles += checked.articles;
        stories.push(checked.story);
        read.extend(checked.aligned);
    }
    if options.across {
        let clock = meter::ACROSS.clock(1);
        let across = across::story(read, settings.first(), options);
        drop(clock);
        problems.extend(crowded::met(&across, options.budget));
        stories.push(baseline::judge(across, &Known::default()));
    }
    progress.end();
    Problem::sort(&mut problems);
    let report = Report { since: options.earlier.since.clone(), ..Report::new(stories, articles, &problems) };
    Outcome { report, problems, claim_files, stories: names }
}

/// A story that has been checked.
struct StoryResult {
    story: JudgedStory,
    articles: usize,
    problems: Vec<Problem>,
    /// Its claims, where those of other stories are to be compared with them; else its texts are dropped.
    aligned: Option<across::Aligned>,
}

impl StoryResult {
    fn new(folder: &Folder, settings: &Conventions, options: &Options) -> Self {
        let how = if options.near { "with near misses, " } else { "" };
        let how = &format!("{how}within {}", options.budget);
        let cache = options.cache.as_ref().filter(|_| !options.across && options.lint.is_none());
        let clock = meter::CACHE.clock(usize::from(cache.is_some()));
        let key = cache.and_then(|cache| Some((cache, CacheKey::of(folder, settings, how)?)));
        let found = key.as_ref().and_then(|(cache, key)| cache.get(key));
        drop(clock);
        let viewed = if let Some(entry) = found {
            Viewed::again(entry, folder, settings)
        } else {
            let viewed = Viewed::anew(folder, settings, options);
            match key {
                Some((cache, key)) => {
                    let _clock = meter::CACHE.clock(0);
                    viewed.kept(folder, |entry| cache.put(&key, entry))
                }
                None => viewed,
            }
        };
        let Viewed { view, articles, mut problems, aligned } = viewed;
        let broken = problems.iter().any(|it| it.severity == Severity::Error);
        problems.extend(crowded::met(&view, options.budget));
        let story = judge(view, &TextFile::read, folder, settings, broken, options, &mut problems);
        Self { story, articles, problems, aligned: aligned.filter(|_| options.across) }
    }
}

/// A story whose conflicts nobody has judged yet.
struct Viewed {
    view: view::StoryView,
    articles: usize,
    problems: Vec<Problem>,
    aligned: Option<across::Aligned>,
}

impl Viewed {
    fn anew(folder: &Folder, settings: &Conventions, options: &Options) -> Self {
        let mut problems = Vec::new();
        let story = Story::read(folder, settings, &mut problems);
        let (view, items) = view(&story, options, &mut problems);
        let articles = story.all_articles().count();
        Self { view, articles, problems, aligned: Some(across::Aligned { story, items }) }
    }

    /// What an earlier run found; what is wrong with the files is looked up in them.
    fn again(entry: CachedStory, folder: &Folder, settings: &Conventions) -> Self {
        let mut problems = Vec::new();
        if let Some(files) = entry.again {
            let is_wanted = |(at, path): (usize, &PathBuf)| files.contains(&at).then(|| path.clone());
            let claim_files = folder.claim_files.iter().enumerate().filter_map(is_wanted).collect();
            Story::read(&Folder { claim_files, ..folder.clone() }, settings, &mut problems);
        }
        Self { view: entry.view, articles: entry.articles, problems, aligned: None }
    }

    /// The same, after an entry for later runs has been kept.
    fn kept(self, folder: &Folder, keep: impl FnOnce(&CachedStory)) -> Self {
        let articles = || self.aligned.iter().flat_map(|it| it.story.all_articles());
        let of_problems = self.problems.iter().map(|problem| problem.file.path());
        let with_text =
            articles().filter(|article| article.body.is_some()).map(|article| article.file.path());
        let again: BTreeSet<&str> = of_problems.chain(with_text).collect();
        let files = folder.claim_files.iter().map(|path| files::shown_path(path)).enumerate();
        let files = files.filter(|(_, path)| again.contains(path.as_str())).map(|(at, _)| at).collect();
        let entry = CachedStory {
            again: (!again.is_empty()).then_some(files),
            view: self.view,
            articles: self.articles,
        };
        keep(&entry);
        Self { view: entry.view, ..self }
    }
}

/// Checks one story, whose files are come by through `read`.
pub fn check_story(
    read: &Read<'_>,
    folder: &Folder,
    settings: &Conventions,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> (Story, JudgedStory) {
    let before = problems.len();
    let story = Story::read_by(read, folder, settings, problems);
    let broken = problems.iter().skip(before).any(|it| it.severity == Severity::Error);
    let (view, _) = view(&story, options, problems);
    let judged = judge(view, read, folder, settings, broken, options, problems);
    (story, judged)
}

/// Aligns and compares the claims of a story; with the positions of the claims of each item.
fn view(story: &Story, options: &Options, problems: &mut Vec<Problem>) -> (view::StoryView, Vec<Vec<usize>>) {
    let mut alignment = linkage::align_within(story, options.budget);
    if let Some(seen) = &options.lint {
        problems.extend(lint::story(story, &alignment, seen, options.today));
    }
    if !options.near {
        alignment.near.clear();
    }
    let clock = meter::VERDICTS.clock(alignment.items.len());
    let origins = fusion::Origins::of(story);
    let items = fusion::fuse_by(&alignment, story, &origins);
    drop(clock);
    let _clock = meter::VIEW.clock(items.len());
    (view::StoryView::by(story, &alignment, &items, &origins), alignment.items)
}

/// Says which conflicts of a story are accepted, or known from an earlier revision.
fn judge(
    view: view::StoryView,
    read: &Read<'_>,
    folder: &Folder,
    settings: &Conventions,
    broken: bool,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> JudgedStory {
    let _clock = meter::KNOWN.clock(view.items.len());
    let own = folder.story_file().and_then(|file| read(&file).ok());
    let files = settings.files.iter().chain(&own);
    let mark = baseline::settings_mark(files.map(|file| file.text()));
    let (mut accepted, mut seen) = (Vec::new(), Vec::new());
    if !options.ignore_accepted {
        accepted = baseline::read(read, &folder.path, problems);
        accepted.retain(|it| it.is_allowed(&settings.policy, options.today, problems));
        let notes = baseline::read_seen(read, &folder.path, problems);
        // A revision knows itself what it told; whoever adds claims may add a note that they have been there for long.
        let notes = notes.into_iter().filter(|_| options.earlier.since.is_none());
        seen.extend(notes.map(|(_, seen)| seen));
    }
    // What stands in a file that is broken or not asked for is not gone.
    let whole = !broken && folder.is_whole();
    let had_story = options.earlier.stories.contains_key(&view.name);
    let Had { conflicts: earlier, seen: before, told } = options.earlier.of(&view.name);
    seen.extend_from_slice(before);
    let (accepted, seen, today, settings) = (&accepted, &seen, options.today, mark.as_str());
    baseline::judge(view, &Known { accepted, earlier, told, seen, today, had_story, whole, settings })
}

/// What a git revision had of the stories that are to be checked.
///
/// # Errors
/// Where the revision can't be read.
pub fn earlier(revision: &str, options: &Options) -> Result<EarlierRevision, Unreadable> {
    let files = baseline::revision(revision, &options.paths)?;
    let then = Options {
        paths: files.paths.clone(),
        settings: then_settings(&options.settings, &options.paths, &files),
        ignore_accepted: true,
        budget: options.budget,
        ..Options::default()
    };
    let outcome = check(&then);
    let (folders, _) = files::find(&options.paths);
    let now: BTreeSet<String> = folders.iter().map(Folder::name).collect();
    let mut stories: BTreeMap<String, Had> = BTreeMap::new();
    let mut gone = Had::default();
    for story in outcome.report.stories {
        if !now.contains(&story.name) {
            gone.take(&story);
        }
        stories.entry(story.name.clone()).or_default().take(&story);
    }
    let errors = outcome.problems.into_iter().filter(|problem| problem.severity == Severity::Error);
    let problems = errors.map(|problem| {
        let name = format!("{revision}:{}", files.name(Path::new(problem.file.path())));
        let file = Arc::new(TextFile::new(name, problem.file.text()));
        let message = format!("wrong in the revision compared with: {}", problem.message);
        Problem::new(Severity::Warning, &file, problem.span, message)
            .hint("what it hides there counts as new here; accept it, or compare with another revision")
    });
    let (name, at) = (revision.to_owned(), files.at.clone());
    Ok(EarlierRevision { stories, gone, problems: problems.collect(), since: Some(Since { name, at }) })
}

/// The settings of a revision; those of now where they are no part of the repository.
fn then_settings(now: &Settings, paths: &[PathBuf], files: &Revision) -> Settings {
    let given = match now {
        Settings::Without => return Settings::Without,
        Settings::Given(file) => Some(file.clone()),
        Settings::Found => paths.first().and_then(|path| config::find(path)),
    };
    match given.map(|file| (files.then(&file), file)) {
        Some((None, outside)) => Settings::Given(outside),
        Some((Some(then), _)) if matches!(now, Settings::Given(_)) => {
            if then.is_file() {
                Settings::Given(then)
            } else {
                Settings::Without
            }
        }
        _ => Settings::Found,
    }
}

impl EarlierRevision {
    /// What a story had; of one that was not there, what all stories had that are gone: it may be one of them.
    fn of(&self, story: &str) -> &Had {
        self.stories.get(story).unwrap_or(&self.gone)
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
    let settings = options.settings.read(&folders, problems);
    let claim_files = folders.iter().map(|folder| folder.claim_files.len()).sum();
    let stories = folders.iter().map(|folder| Story::read(folder, settings.of(folder), problems)).collect();
    Problem::sort(problems);
    (stories, claim_files)
}

/// One story, read with the settings that hold for it.
pub fn story(folder: &Folder, settings: Option<&Path>, problems: &mut Vec<Problem>) -> Story {
    let settings = config::load(settings, problems);
    Story::read(folder, &settings, problems)
}

/// The `gainsay.toml` that holds for a folder.
pub fn settings_for(folder: &Path) -> Option<PathBuf> {
    config::find(folder)
}

/// What fails a run where the command line says nothing else, and what an acceptance must say: for each folder by the
/// settings that hold there, each file read once.
#[derive(Debug)]
pub struct Policies<'s> {
    settings: &'s Settings,
    read: RefCell<BTreeMap<Option<PathBuf>, Policy>>,
}

impl<'s> Policies<'s> {
    /// By some settings.
    pub fn new(settings: &'s Settings) -> Self {
        Self { settings, read: RefCell::default() }
    }

    /// What holds for a folder.
    pub fn of(&self, folder: &Path) -> Policy {
        let file = self.settings.file_for(folder);
        let read = |file: &Option<PathBuf>| config::load(file.as_deref(), &mut Vec::new()).policy;
        let mut known = self.read.borrow_mut();
        known.entry(file).or_insert_with_key(read).clone()
    }
}
