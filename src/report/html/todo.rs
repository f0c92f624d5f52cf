//! What a story asks of an editor today: a sentence for each open conflict, with what can be done about it.

use askama::Template;

use super::news::NewsSection;
use super::sheet::{SheetEntry, StorySheet};
use super::unbroken;
use crate::baseline::State;
use crate::fusion::Verdict;
use crate::view::letter::Letter;
use crate::view::task::{Print, Task};
use crate::view::{ArticleView, first, period};

/// So many conflicts are told in sentences; the others follow in the list.
const TASKS: usize = 12;

#[derive(Template)]
#[template(path = "todo.html", config = "src/report/html/askama.toml")]
pub(super) struct Todo<'a> {
    sheet: &'a StorySheet<'a>,
    /// The days on which the articles appeared.
    published: Option<String>,
    /// The newest article, and its day.
    newest: Option<(&'a str, String)>,
    /// What changed since the revision that the page is compared with.
    news: Option<NewsSection<'a>>,
    tasks: Vec<Row<'a>>,
    /// Open conflicts beyond those.
    more: usize,
    /// Of the conflicts that are settled: in which state, and how many.
    settled: Vec<(State, usize)>,
    /// Facts that a person has to look at.
    unclear: usize,
}

struct Row<'a> {
    entry: &'a SheetEntry<'a>,
    task: Task<'a>,
    /// Who told it first.
    first: Option<String>,
}

impl<'a> Todo<'a> {
    pub(super) fn new(sheet: &'a StorySheet<'a>) -> Self {
        let conflicts = || sheet.entries.iter().filter(|entry| entry.item.verdict.is_conflict());
        let (mut open, settled): (Vec<&SheetEntry<'_>>, Vec<&SheetEntry<'_>>) =
            conflicts().partition(|entry| entry.is_new());
        // Where there is a source to be asked, that comes first.
        open.sort_by_key(|entry| entry.item.findings.is_empty());
        let number = |state: State| settled.iter().filter(|entry| entry.state == Some(state)).count();
        let row = |entry: &&'a SheetEntry<'a>| Row {
            entry,
            task: Task::new(&sheet.story.view, entry.item.view),
            first: first::told(entry.item.view).map(|it| it.told),
        };
        Self {
            sheet,
            published: period::of_story(sheet.story),
            newest: newest(sheet),
            news: NewsSection::new(sheet),
            tasks: open.iter().take(TASKS).map(row).collect(),
            more: open.len().saturating_sub(TASKS),
            settled: State::ALL.map(|it| (it, number(it))).into_iter().filter(|it| it.1 > 0).collect(),
            unclear: sheet.count(Verdict::Unclear),
        }
    }

    /// What is known of conflicts in a state.
    fn told(state: State) -> &'static str {
        match state {
            State::New => "new",
            State::Changed => "with other values than before",
            State::Expired => "accepted until a day that has passed",
            State::Regrouped => "between claims that nobody has touched",
            State::Known => "known from before",
            State::Accepted => "accepted",
        }
    }

    /// All facts of the story are on the page.
    fn is_whole(&self) -> bool {
        self.sheet.entries.len() == self.sheet.story.items.len()
    }
}

/// The article that appeared last, where one did.
fn newest<'a>(sheet: &StorySheet<'a>) -> Option<(&'a str, String)> {
    let articles = &sheet.story.view.articles;
    let newest = articles.iter().max_by_key(|it| it.published().map(|(_, last)| last))?;
    let when = newest.published?;
    let earlier =
        |it: &&ArticleView| it.file == newest.file || it.published.is_some_and(|then| then.is_before(&when));
    let is_known = articles.len() > 1 && articles.iter().all(|it| earlier(&it));
    is_known.then(|| (newest.outlet.as_str(), when.said()))
}

impl Row<'_> {
    /// How sure it is that all speak of one fact, where that is not quite sure.
    fn doubt(&self) -> Option<String> {
        self.entry.item.doubt().map(unbroken)
    }

    /// A letter to whoever is to be asked, with both sides' words and where they stand.
    fn mail(&self, sheet: &StorySheet<'_>) -> String {
        Letter::new(sheet.story, self.entry.item.view, "").mailto()
    }
}
