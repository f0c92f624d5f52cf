//! Many stories on one page: which of them to read first.

use std::cmp::Reverse;

use askama::Template;
use jiff::civil::Date;

use super::sheet::{SheetEntry, StorySheet};
use crate::fusion::Verdict;
use crate::view::ArticleView;

#[derive(Template)]
#[template(path = "index.html", config = "src/report/html/askama.toml")]
pub(super) struct Index<'a> {
    rows: Vec<Row<'a>>,
    /// Some conflicts are new and others are not.
    news: bool,
}

struct Row<'a> {
    sheet: &'a StorySheet<'a>,
    /// Its gravest conflict, a new one before the others.
    gravest: Option<&'a SheetEntry<'a>>,
    newest: Option<Date>,
    /// New conflicts, all conflicts, unclear facts.
    counts: Vec<(&'static str, usize)>,
}

/// What has a new contradiction comes first, then what has a new tension; of these the newest, and then the gravest.
pub(super) fn rank(sheet: &StorySheet<'_>) -> impl Ord + use<> {
    let fresh = sheet.entries.iter().filter(|it| it.is_new()).map(|it| it.item.verdict).max();
    let counts = [Verdict::Contradiction, Verdict::Tension, Verdict::Unclear].map(|it| sheet.count(it));
    (
        Reverse(fresh),
        Reverse(newest(sheet)),
        Reverse(counts),
        sheet.story.name.clone(),
        sheet.story.folder.clone(),
    )
}

/// The day of the newest article.
fn newest(sheet: &StorySheet<'_>) -> Option<Date> {
    sheet.story.articles.iter().filter_map(ArticleView::published).map(|(_, last)| last).max()
}

impl<'a> Index<'a> {
    pub(super) fn new(sheets: &'a [StorySheet<'a>]) -> Self {
        let row = |sheet: &'a StorySheet<'a>| {
            let conflicts = || sheet.entries.iter().filter(|it| it.item.verdict.is_conflict());
            Row {
                sheet,
                gravest: conflicts().find(|it| it.is_new()).or_else(|| conflicts().next()),
                newest: newest(sheet),
                counts: sheet
                    .tells_new
                    .then(|| ("New", conflicts().filter(|it| it.is_new()).count()))
                    .into_iter()
                    .chain([
                        ("Conflicts", conflicts().count()),
                        ("To be looked at", sheet.count(Verdict::Unclear)),
                    ])
                    .collect(),
            }
        };
        let news = sheets.iter().any(|sheet| sheet.tells_new);
        Self { rows: sheets.iter().map(row).collect(), news }
    }
}
