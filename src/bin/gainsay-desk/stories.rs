//! The list of stories.

use std::cmp::Reverse;

use askama::Template;
use gainsay::baseline::{JudgedItem, JudgedStory};
use gainsay::fusion::Verdict;
use gainsay::view::ArticleView;
use jiff::civil::Date;

use crate::address::encoded;
use crate::app::{App, Who};
use crate::form::Form;
use crate::page::Frame;
use crate::reply::{Handled, Reply};
use crate::trouble::Troubles;

#[derive(Template)]
#[template(path = "stories.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Page {
    frame: Frame,
    rows: Vec<Row>,
    by_time: bool,
}

struct Row {
    link: String,
    title: String,
    published: String,
    new: usize,
    contradictions: usize,
    tensions: usize,
    unclear: usize,
    accepted: usize,
    articles: usize,
    last: Option<Date>,
}

impl Row {
    fn new(story: &JudgedStory) -> Self {
        let count = |is: &dyn Fn(JudgedItem<'_>) -> bool| story.judged().filter(|it| is(*it)).count();
        let last = story.articles.iter().filter_map(ArticleView::published).map(|it| it.1).max();
        Self {
            link: encoded(&story.folder),
            title: story.heading(),
            published: last.map(|it| it.strftime("%-d %b %Y").to_string()).unwrap_or_default(),
            new: count(&|it| it.is_new(Verdict::Tension)),
            contradictions: count(&|it| it.verdict == Verdict::Contradiction),
            tensions: count(&|it| it.verdict == Verdict::Tension),
            unclear: count(&|it| it.verdict == Verdict::Unclear),
            accepted: count(&|it| it.is_settled()),
            articles: story.articles.len(),
            last,
        }
    }
}

/// The list of stories, gravest or latest first.
pub(crate) fn page(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.glance();
    let by_time = form.get("sort") == "time";
    let mut rows: Vec<Row> = desk.stories().map(|it| Row::new(&it.view)).collect();
    if by_time {
        rows.sort_by_key(|it| Reverse(it.last));
    } else {
        rows.sort_by_key(|it| Reverse((it.new, it.contradictions, it.tensions, it.unclear)));
    }
    let frame = Frame::new(app, who, "Stories")?.telling(Troubles::all(&desk));
    Ok(Reply::Page(Page { frame, rows, by_time }.render()?))
}
