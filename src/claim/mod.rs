//! What articles claim: claim files, stories and settings, read with the place of every key.

mod article;
pub(crate) mod fields;
mod keys;
mod passage;
mod policy;
mod schema;
mod story;
pub(crate) mod syntax;
mod versions;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rayon::prelude::*;

pub use keys::{ACCEPTED, ARTICLE, CLAIM, Key, POLICY, SETTINGS, SIDE, STORY, Takes};
pub use passage::{Nearest, Passages};
pub use policy::{Policy, StalePolicy};
pub use schema::{SCHEMAS, schema};
pub use story::{Conventions, Tolerance};
pub use versions::{EarlierVersion, VersionKeys};

use crate::files::{Folder, Problem, Read, TextFile};
use crate::value::{Direction, Interval, Value, direction_of_label};

/// Fewer files than these are not worth a thread of their own.
const FILES_AT_ONCE: usize = 16;

/// Articles on one story, and what the desk knows about it.
#[derive(Clone, Debug)]
pub struct Story {
    /// The name of its folder.
    pub name: String,
    /// Where it is, as reports show it.
    pub folder: String,
    /// What it is about, if `story.toml` says so.
    pub title: Option<String>,
    /// Aliases, scales and the like.
    pub desk: Conventions,
    /// In the order of their paths; of an article in several versions the last one.
    pub articles: Vec<Article>,
    /// Versions of articles that later ones have replaced: nothing of them counts.
    pub earlier: Vec<EarlierVersion>,
}

/// When something held or appeared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The days on which it may have been.
    pub days: Interval<Date>,
    /// The minutes of the day, where a time is given.
    pub minutes: Option<Interval<i32>>,
}

/// One article, as curated in one claim file.
#[derive(Clone, Debug)]
pub struct Article {
    /// The claim file.
    pub file: Arc<TextFile>,
    /// Who published it.
    pub outlet: String,
    /// Its headline.
    pub title: Option<String>,
    /// The days on which it may have appeared.
    pub published: Option<Interval<Date>>,
    /// The minutes of that day, where a time is given.
    pub published_at: Option<Interval<i32>>,
    /// The bytes of what says so.
    pub published_span: Option<Range<usize>>,
    /// Where it is to be read.
    pub url: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// What a bare `$` means in it.
    pub currency: Option<String>,
    /// A local copy of its text.
    pub body: Option<Arc<TextFile>>,
    /// Whose copy it is.
    pub wire: Option<String>,
    /// Which versions of it there are.
    pub version: VersionKeys,
    /// In the order of the file.
    pub claims: Vec<Claim>,
}

impl Article {
    /// An article of which nothing is known yet but its file.
    pub(crate) fn of(file: Arc<TextFile>) -> Self {
        Self {
            file,
            outlet: String::new(),
            title: None,
            published: None,
            published_at: None,
            published_span: None,
            url: None,
            author: None,
            currency: None,
            body: None,
            wire: None,
            version: VersionKeys::default(),
            claims: Vec::new(),
        }
    }
}

/// According to `according_to`, as told by the article's outlet, the `attribute` of `subject` is `value`.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Which `[[claim]]` of its file it is, from 1.
    pub number: usize,
    /// The bytes from its header to the next one.
    pub span: Range<usize>,
    /// The bytes of other keys' values.
    pub spans: Spans,
    /// The bytes of its value.
    pub value_span: Range<usize>,
    /// Who or what it is about.
    pub subject: String,
    /// Which property of the subject.
    pub attribute: String,
    /// The value, as worded and as understood.
    pub value: Value,
    /// The members of a value that is written as a list.
    pub members: Vec<String>,
    /// The words that carry the claim.
    pub quote: Option<String>,
    /// Who the article credits.
    pub according_to: Vec<String>,
    /// When it held.
    pub as_of: Option<Interval<Date>>,
    /// The minutes of that day, where a time is given.
    pub as_of_time: Option<Interval<i32>>,
    /// What the value covers.
    pub scope: Option<String>,
    /// How firmly it is said.
    pub certainty: Option<Certainty>,
    /// The data item a person has put it into.
    pub item: Option<String>,
    /// The pins of the data items that a person has told it apart from.
    pub not: Vec<String>,
    /// The direction that its attribute gives to figures, once somebody has asked for it.
    pub(crate) direction: OnceLock<Option<Direction>>,
}

impl Claim {
    /// The direction that its attribute gives to figures: `fall in sales`.
    pub fn direction(&self) -> Option<Direction> {
        *self.direction.get_or_init(|| direction_of_label(&self.attribute, self.value.kind))
    }
}

/// Where in its file a claim says what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spans {
    /// The subject's text.
    pub subject: Range<usize>,
    /// The attribute's text.
    pub attribute: Range<usize>,
    /// The quote's text.
    pub quote: Option<Range<usize>>,
    /// When it held.
    pub as_of: Option<Range<usize>>,
    /// The pin.
    pub item: Option<Range<usize>>,
    /// The pins of other facts, one by one.
    pub not: Vec<Range<usize>>,
}

/// How firmly a claim is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It is so.
    Confirmed,
    /// Others say so.
    Reported,
    /// Somebody means to.
    Planned,
    /// It may be so.
    Possible,
    /// It is not so.
    Denied,
}

/// A text as TOML writes it, in the quotes that suit it.
pub fn toml_text(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

impl Article {
    /// When it appeared.
    pub fn appeared(&self) -> Option<Moment> {
        self.published.map(|days| Moment { days, minutes: self.published_at })
    }
}

impl Claim {
    /// When it held, where its article says so.
    pub fn held(&self) -> Option<Moment> {
        self.as_of.map(|days| Moment { days, minutes: self.as_of_time })
    }
}

impl Certainty {
    /// In the order of the documentation.
    pub const ALL: [Self; 5] = [Self::Confirmed, Self::Reported, Self::Planned, Self::Possible, Self::Denied];

    /// As claim files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Reported => "reported",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Denied => "denied",
        }
    }
}

impl Conventions {
    /// Reads the desk's settings for all stories, a `gainsay.toml`.
    pub fn read(read: &Read<'_>, path: &Path, problems: &mut Vec<Problem>) -> Self {
        story::read(read, path, SETTINGS, problems).1
    }
}

impl Story {
    /// Reads the story of a folder; `settings` are the desk's for all stories.
    ///
    /// Whatever is wrong goes to `problems`; all that is right is in the story.
    ///
    /// ```
    /// use gainsay::claim::{Conventions, Story};
    ///
    /// let (folders, mut problems) = gainsay::files::find(&["claims".into()]);
    /// let story = Story::read(&folders[0], &Conventions::default(), &mut problems);
    /// assert_eq!(story.articles.len(), 5);
    /// ```
    pub fn read(folder: &Folder, settings: &Conventions, problems: &mut Vec<Problem>) -> Self {
        Self::read_by(&TextFile::read, folder, settings, problems)
    }

    /// The same, with files that were not read from disk.
    pub fn read_by(
        read: &Read<'_>,
        folder: &Folder,
        settings: &Conventions,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let (title, desk) = match folder.story_file() {
            Some(path) => story::read(read, &path, STORY, problems),
            None => (None, Conventions::default()),
        };
        let desk = desk.over(settings);
        let files: Vec<&PathBuf> = folder.claim_files.iter().collect();
        let article = |path: &&PathBuf| {
            let mut problems = Vec::new();
            (article::read(read, path, &desk, &mut problems), problems)
        };
        let found: Vec<_> = files.par_iter().with_min_len(FILES_AT_ONCE).map(article).collect();
        let mut articles = Vec::new();
        for (article, found) in found {
            articles.extend(article);
            problems.extend(found);
        }
        let (articles, earlier) = versions::part(read, articles, problems);
        Self { name: folder.name(), folder: folder.shown(), title, desk, articles, earlier }
    }

    /// Every article that was read, in the order of their paths, whatever has become of it.
    pub fn all_articles(&self) -> impl Iterator<Item = &Article> {
        let mut all: Vec<&Article> =
            self.articles.iter().chain(self.earlier.iter().map(|it| &it.article)).collect();
        all.sort_by(|a, b| a.file.path().cmp(b.file.path()));
        all.into_iter()
    }
}
