//! What is new since this morning, since yesterday, or since any revision; and who has changed what.

use askama::Template;
use gainsay::baseline;
use gainsay::baseline::{Commit, Unreadable};
use gainsay::check::{self, Options};
use gainsay::findings::Report;
use gainsay::fusion::Verdict;
use gainsay::view::{Gravity, Item};
use jiff::{Span, Zoned};

use crate::address::encoded;
use crate::app::{App, Who};
use crate::form::Form;
use crate::page::Frame;
use crate::reply::{Handled, Reply};
use crate::trouble::Troubles;

/// More conflicts, or files of a commit, than these are counted.
const MOST: usize = 200;

/// A revision is named in fewer characters.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "news.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Page {
    frame: Frame,
    since: String,
    /// Since when, in words.
    told: String,
    /// Why there is nothing to be told.
    wrong: Option<Unreadable>,
    rows: Vec<Row>,
    all: usize,
    commits: Vec<Commit>,
    uncommitted: Vec<String>,
}

/// A conflict that is new.
struct Row {
    link: String,
    story: String,
    label: String,
    verdict: Verdict,
    gravity: Gravity,
    values: String,
}

impl Row {
    fn class(&self) -> String {
        self.verdict.name().chars().take(3).collect()
    }
}

/// What is found.
struct News {
    told: String,
    report: Report,
    commits: Vec<Commit>,
}

/// What is new since when, as the address says.
pub(crate) fn page(app: &App, who: &Who, form: &Form) -> Handled {
    let (options, troubles) = {
        let mut desk = app.desk();
        desk.refresh();
        (desk.options(), Troubles::of_story(&desk, None, Vec::new()))
    };
    let since = match form.line("since", LONGEST)? {
        text if text.is_empty() => "morning".to_owned(),
        text => text,
    };
    let found = find(&since, options.clone());
    let uncommitted = baseline::uncommitted(&options.paths).unwrap_or_default();
    let (told, rows, commits, wrong) = match found {
        Ok(it) => (it.told, rows(&it.report), it.commits, None),
        Err(wrong) => (String::new(), Vec::new(), Vec::new(), Some(wrong)),
    };
    let all = rows.len();
    let rows = rows.into_iter().take(MOST).collect();
    let frame = Frame::new(app, who, "What is new")?.telling(troubles);
    Ok(Reply::Page(Page { frame, since, told, wrong, rows, all, commits, uncommitted }.render()?))
}

fn find(since: &str, mut options: Options) -> Result<News, Unreadable> {
    let today = Zoned::now().start_of_day().ok();
    let days = match since {
        "morning" => Some(0),
        "yesterday" => Some(1),
        "week" => Some(7),
        _ => None,
    };
    let begin = days.zip(today).and_then(|(days, today)| today.checked_sub(Span::new().days(days)).ok());
    let (revision, told) = match begin {
        Some(begin) => {
            let time = begin.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
            let told = begin.strftime("since the beginning of %-d %b %Y").to_string();
            (baseline::commit_before(&time, &options.paths)?, told)
        }
        None => (Some(since.to_owned()), format!("since {since}")),
    };
    let commits = baseline::history(revision.as_deref(), &options.paths)?;
    let told = match &revision {
        Some(revision) => {
            options.earlier = check::earlier(revision, &options)?;
            told
        }
        None => format!("{told}; the repository is younger, so all is new"),
    };
    Ok(News { told, report: check::check(&options).report, commits })
}

fn rows(report: &Report) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for story in &report.stories {
        let new = story.judged().filter(|it| it.is_new(Verdict::Tension));
        rows.extend(new.map(|item| Row {
            link: format!("/story?in={}&open={id}#{id}", encoded(&story.folder), id = item.id),
            story: story.heading(),
            label: item.label.clone(),
            verdict: item.verdict,
            gravity: item.gravity(),
            values: values(&item),
        }));
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.gravity));
    rows
}

fn values(item: &Item) -> String {
    let Some(it) = item.firmest() else { return String::new() };
    let [a, b] = [it.a, it.b].map(|at| &item.claims[at]);
    format!("“{}” ({}) / “{}” ({})", a.value, a.outlet, b.value, b.outlet)
}
