//! The facts of a story, or the conflicts of all, each with what can be done about it.

use std::collections::BTreeSet;

use askama::Template;
use gainsay::baseline::JudgedItem;
use gainsay::report::{self, Pieces};
use gainsay::view::{self, ArticleView};
use gainsay::workspace::CheckedStory;

use crate::act::{self, story};
use crate::address::{encoded, unfolding};
use crate::app::{App, Who, held};
use crate::fault::Fault;
use crate::follow::{FollowUp, Status};
use crate::form::Form;
use crate::list::{Select, Told, people, selects, sort};
use crate::page::Frame;
use crate::reply::{Handled, Reply};
use crate::session::Notice;
use crate::shown;
use crate::trouble::Troubles;

/// More facts than these are no page.
const MOST: usize = 150;

#[derive(Template)]
#[template(path = "story.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Page {
    frame: Frame,
    folder: String,
    link: String,
    published: String,
    selects: Vec<Select>,
    words: String,
    /// Whether only contradictions and tensions are listed.
    is_conflicts: bool,
    by_time: bool,
    shown: usize,
    drawn: usize,
    all: usize,
    facts: String,
    outlets: String,
    articles: Vec<Row>,
    people: Vec<String>,
}

/// An article of the story, which can be corrected.
struct Row {
    link: String,
    outlet: String,
    title: String,
    published: String,
    claims: usize,
}

impl Row {
    fn new(story: &view::StoryView, article: &ArticleView) -> Self {
        let claims =
            story.items.iter().flat_map(|it| &it.claims).filter(|it| it.file == article.file).count();
        Self {
            link: edit(&article.file),
            outlet: article.outlet.clone(),
            title: article.title.clone().unwrap_or_default(),
            published: article.appeared().unwrap_or_default(),
            claims,
        }
    }
}

/// Where a claim file is corrected.
fn edit(file: &str) -> String {
    format!("/edit?file={}", encoded(file))
}

#[derive(Template)]
#[template(path = "acts.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Acts<'a> {
    frame: &'a Frame,
    /// What was just done about it.
    notice: Option<Notice>,
    /// It stands in the list only because somebody has just worked on it.
    stray: bool,
    folder: &'a str,
    item: &'a str,
    mark: String,
    follow: Option<&'a FollowUp>,
    /// Conflicts that nobody has accepted, with their values.
    open: Vec<(&'a str, String)>,
    accepted: bool,
    claims: Vec<ClaimRow>,
    ask: Option<Ask>,
}

/// A claim of the fact.
struct ClaimRow {
    name: String,
    words: String,
    edit: String,
}

/// What outlets are to be asked.
struct Ask {
    words: String,
    /// A letter, to be addressed.
    mail: String,
}

impl Acts<'_> {
    fn status(&self) -> Status {
        self.follow.map(FollowUp::status).unwrap_or_default()
    }

    /// Where another fact is chosen that is the same.
    fn join(&self) -> String {
        let [folder, back] = [self.folder, &self.frame.at].map(encoded);
        format!("/join?in={folder}&item={}&back={back}", self.item)
    }

    fn in_charge(&self) -> &str {
        self.follow.and_then(FollowUp::in_charge).unwrap_or_default()
    }
}

/// The facts of a story, or the conflicts of all where none is named.
pub(crate) fn page(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    if form.get("in").is_empty() {
        desk.glance();
    } else {
        desk.refresh();
    }
    let one = if form.get("in").is_empty() { None } else { Some(story(&desk, form)?) };
    let mut wrong = Vec::new();
    let chosen: Vec<&CheckedStory> = one.map_or_else(|| desk.stories().collect(), |it| vec![it]);
    let told: Vec<Told<'_>> = chosen.into_iter().map(|it| Told::new(it, &mut wrong)).collect();
    let title = one.map_or_else(|| "All conflicts".to_owned(), |it| it.view.heading());
    let troubles = Troubles::of_story(&desk, one.map(|it| it.view.folder.as_str()), wrong);
    let mut frame = Frame::new(app, who, title)?.telling(troubles);
    let mut wanted: Vec<(usize, JudgedItem<'_>)> = Vec::new();
    let opened = form.get("open");
    for (at, it) in told.iter().enumerate() {
        let of_list = |item: &JudgedItem<'_>| it.wants(*item, form, one.is_some()) || item.id == opened;
        wanted.extend(it.checked.view.judged().filter(of_list).map(|item| (at, item)));
    }
    sort(&mut wanted, &told, form);
    let drawn = drawn(&wanted, opened);
    // What was done about a fact is said there.
    let is_drawn = |it: &mut Notice| drawn.iter().any(|(_, item)| Some(&item.id) == it.about.as_ref());
    let notice = frame.notice.take_if(is_drawn);
    let mut anchors = BTreeSet::new();
    let pieces: Vec<Pieces<'_>> = told.iter().map(|it| Pieces::new(&it.checked.view, &mut anchors)).collect();
    let (mut facts, mut outlets) = (Vec::new(), Vec::new());
    for &(at, item) in &drawn {
        let told = &told[at];
        let notice = notice.clone().filter(|it| it.about.as_ref() == Some(&item.id));
        let stray = !told.wants(item, form, one.is_some());
        let markup = acts(app, &frame, told, item, &pieces[at], (notice, stray))?;
        let view = &told.checked.view;
        let (own, link) = (format!("/story?in={}", encoded(&view.folder)), unfolding(&frame.at, &item.id));
        let title = view.heading();
        let status = told.follow(&item).and_then(FollowUp::told);
        let acts = report::FactActions {
            markup: &markup,
            status: status.as_deref(),
            story: one.is_none().then_some((title.as_str(), own.as_str())),
            link: &link,
            open: item.id == opened,
        };
        pieces[at].fact(&item, acts, &mut facts)?;
    }
    for it in pieces.iter().filter(|_| one.is_some()) {
        it.outlets(&mut outlets)?;
    }
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| Fault::Failed(error.to_string()));
    let folder = one.map_or(String::new(), |it| it.view.folder.clone());
    let rows =
        |it: &CheckedStory| it.view.articles.iter().map(|article| Row::new(&it.view, article)).collect();
    let page = Page {
        link: encoded(&folder),
        folder,
        published: pieces.first().filter(|_| one.is_some()).and_then(Pieces::published).unwrap_or_default(),
        selects: selects(form, &told, one.is_some()),
        words: form.line("words", 200)?,
        is_conflicts: one.is_none() && form.get("verdict").is_empty(),
        by_time: form.get("sort") == "time",
        shown: wanted.len(),
        drawn: drawn.len(),
        all: told.iter().map(|it| it.checked.view.items.len()).sum(),
        facts: text(facts)?,
        outlets: text(outlets)?,
        articles: one.map(rows).unwrap_or_default(),
        people: people(&told).into_iter().map(str::to_owned).collect(),
        frame,
    };
    Ok(Reply::Page(page.render()?))
}

/// As many facts as a page bears, and the one that is unfolded wherever it stands.
fn drawn<'d>(wanted: &[(usize, JudgedItem<'d>)], opened: &str) -> Vec<(usize, JudgedItem<'d>)> {
    let is_drawn = |(at, it): &(usize, &(usize, JudgedItem<'_>))| *at < MOST || it.1.id == opened;
    wanted.iter().enumerate().filter(is_drawn).map(|(_, it)| *it).collect()
}

/// What can be done about a fact.
fn acts(
    app: &App,
    frame: &Frame,
    told: &Told<'_>,
    item: JudgedItem<'_>,
    pieces: &Pieces<'_>,
    (notice, stray): (Option<Notice>, bool),
) -> Result<String, Fault> {
    let follow = told.follow(&item);
    let mut open: Vec<(&str, String)> = Vec::new();
    for it in item.comparisons().filter(|it| it.is_new()) {
        if open.iter().all(|(id, _)| *id != it.id) {
            open.push((&it.view.id, format!("{} / {}", item.claims[it.a].value, item.claims[it.b].value)));
        }
    }
    let claim = |it: &view::ClaimView| ClaimRow {
        name: act::name(it),
        words: act::words(it),
        edit: format!("{}&item={}#claim-{}", edit(&it.file), item.id, it.number),
    };
    let ask = item
        .verdict
        .is_conflict()
        .then(|| Ask { words: pieces.task(&item), mail: pieces.letter(&item, &frame.name) });
    let acts = Acts {
        notice,
        stray,
        ask,
        frame,
        folder: &told.checked.view.folder,
        item: &item.id,
        mark: held(&app.shown).remember(shown::of_item(item, follow)),
        follow,
        open,
        accepted: item.comparisons().any(|it| it.accepted().is_some()),
        claims: item.claims.iter().map(claim).collect(),
    };
    Ok(acts.render()?)
}
