//! An article's claims: its text is pasted, sentences are clicked, and what is kept becomes a claim file.

mod entry;
mod file;
mod look;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use askama::Template;
use gainsay::claim::Story;
use gainsay::draft::{self, Draft};
use gainsay::files::{Folder, TextFile};
use gainsay::mention;
use gainsay::value::{self, Content, Context, Interval};
use jiff::civil::Date;

use crate::address::encoded;
use crate::app::{App, Who};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::form::Form;
use crate::journal::{Done, Snapshot};
use crate::page::Frame;
use crate::reply::{Answer, Reply};
use crate::trouble::Troubles;
use entry::{Entry, Kept};
use look::Look;

/// More sentences than these are no article.
const MOST_SENTENCES: usize = 600;

#[derive(Template)]
#[template(path = "add.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Page {
    frame: Frame,
    stories: Vec<(String, String)>,
    chosen: String,
}

#[derive(Template)]
#[template(path = "draft.html", config = "src/bin/gainsay-desk/askama.toml")]
struct DraftPage {
    frame: Frame,
    entry: Entry,
    sentences: Vec<Sentence>,
    drafts: usize,
    claims: Vec<(Kept, Look)>,
    /// What is wrong with the file as a whole.
    wrong: Vec<String>,
    /// Labels that the story uses already.
    subjects: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

/// A sentence of the article.
struct Sentence {
    text: String,
    drafts: usize,
    claims: usize,
}

/// Asks for the article.
pub(crate) fn page(app: &App, who: &Who, form: &Form) -> Answer {
    let mut desk = app.desk();
    desk.refresh();
    let title = |it: &gainsay::view::Story| it.title.clone().unwrap_or_else(|| it.name.clone());
    let stories = desk.stories().map(|it| (it.view.folder.clone(), title(&it.view))).collect();
    let troubles = Troubles::of_story(&desk, None, Vec::new());
    let frame = Frame::new(app, who, "Add an article’s claims")?.telling(troubles);
    Ok(Reply::Page(Page { frame, stories, chosen: form.get("in").to_owned() }.render()?))
}

/// Shows the article's sentences beside the claims made of them so far.
pub(crate) fn draft(app: &App, who: &Who, form: &Form) -> Answer {
    let mut desk = app.desk();
    desk.refresh();
    let entry = Entry::of(form, &desk)?;
    Ok(Reply::Page(shown(app, who, form, &desk, entry, None)?))
}

/// The article's sentences beside the claims made of them, and why they can't be saved yet.
fn shown(
    app: &App,
    who: &Who,
    form: &Form,
    desk: &Desk,
    mut entry: Entry,
    unfinished: Option<String>,
) -> Result<String, Fault> {
    let body = Arc::new(TextFile::new("article", entry.text.clone()));
    let drafts = proposed(desk, &entry, &body);
    let mut sentences = mention::sentences(body.text());
    sentences.truncate(MOST_SENTENCES);
    let of = |at: usize| {
        let span = sentences.get(at).cloned().unwrap_or_default();
        drafts.iter().filter(move |it| span.contains(&it.sentence.start) || it.sentence.contains(&span.start))
    };
    if let Some(clicked) = number(form, "sentence").filter(|at| *at < sentences.len()) {
        let words = body.slice(sentences[clicked].clone());
        entry.claims.extend(taken(of(clicked), words, &entry.claims));
    }
    if form.get("all") == "yes" {
        let all: Vec<Kept> = drafts.iter().map(Kept::of).filter(|it| !entry.claims.contains(it)).collect();
        entry.claims.extend(all);
    }
    if let Some(struck) = number(form, "strike").filter(|at| *at < entry.claims.len()) {
        entry.claims.remove(struck);
    }
    let told: Vec<String> = entry.claims.iter().map(|it| plain(&it.quote)).collect();
    let sentence = |at: usize, span: &std::ops::Range<usize>| {
        let text = plain(body.slice(span.clone()));
        let claims = told.iter().filter(|it| !it.is_empty() && text.contains(it.as_str())).count();
        Sentence { drafts: of(at).count(), claims, text }
    };
    let sentences = sentences.iter().enumerate().map(|(at, span)| sentence(at, span)).collect();
    let (looks, wrong) = look::at(desk, &entry);
    let wrong = unfinished.into_iter().chain(wrong).collect();
    let story = desk.story(&entry.folder);
    let labels = |of: fn(&gainsay::view::Claim) -> &String| {
        story
            .iter()
            .flat_map(|it| &it.view.items)
            .flat_map(|it| &it.claims)
            .map(|it| of(it).clone())
            .collect()
    };
    // To take back an earlier save would leave the page, and all that is on it.
    let frame = Frame { undo: None, ..Frame::new(app, who, format!("Claims of {}", entry.outlet))? };
    let page = DraftPage {
        frame,
        sentences,
        drafts: drafts.len(),
        claims: entry.claims.iter().cloned().zip(looks).collect(),
        wrong,
        subjects: labels(|it| &it.subject),
        attributes: labels(|it| &it.attribute),
        entry,
    };
    Ok(page.render()?)
}

/// Writes the claim file.
pub(crate) fn save(app: &App, who: &Who, form: &Form) -> Answer {
    let mut desk = app.desk();
    desk.refresh();
    let entry = Entry::of(form, &desk)?;
    let unfinished = file::unfinished(&entry);
    if unfinished.is_some() || !look::at(&desk, &entry).1.is_empty() {
        return Ok(Reply::Unfinished(shown(app, who, form, &desk, entry, unfinished)?));
    }
    let texts = file::drawn(&entry);
    let root = desk.root().to_path_buf();
    let places: Vec<_> = texts.keys().cloned().collect();
    let before = Snapshot::of(&places);
    file::write(&entry, &texts)?;
    let what = format!("Saved: {} of {}", claims(entry.claims.len()), entry.outlet);
    app.done(who, &mut desk, Done::since(&before, &places, &root, what))?;
    Ok(Reply::Back(format!("/story?in={}", encoded(&entry.folder))))
}

fn claims(count: usize) -> String {
    if count == 1 { "1 claim".to_owned() } else { format!("{count} claims") }
}

/// What a click on a sentence makes: its drafts that are not there yet, or else a claim to be filled in.
fn taken<'d>(drafts: impl Iterator<Item = &'d Draft>, sentence: &str, there: &[Kept]) -> Vec<Kept> {
    let mut new: Vec<Kept> = drafts.map(Kept::of).collect();
    new.retain(|it| !there.iter().any(|known| known.quote == it.quote && known.value == it.value));
    if new.is_empty() {
        new.push(Kept { quote: plain(sentence), ..Kept::default() });
    }
    new
}

/// What the text may claim, in the words of the story.
fn proposed(desk: &Desk, entry: &Entry, body: &Arc<TextFile>) -> Vec<Draft> {
    let days = published(&entry.published);
    if let Some(checked) = desk.story(&entry.folder) {
        return draft::drafts(body, days, None, &checked.story);
    }
    let folder = Folder { path: entry.path(), ..Folder::default() };
    let story: Story = gainsay::check::story(&folder, crate::desk::settings().as_deref(), &mut Vec::new());
    draft::drafts(body, days, None, &story)
}

fn published(day: &str) -> Option<Interval<Date>> {
    match value::read(day, &Context::default()).content {
        Content::Days(days) => Some(days.extent.possible),
        _ => None,
    }
}

/// A text on one line.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn number(form: &Form, name: &str) -> Option<usize> {
    form.get(name).parse().ok()
}

/// What stands in files, by their places.
type Texts = BTreeMap<std::path::PathBuf, Arc<TextFile>>;

/// Where an entry says something that no file can hold.
fn wrong(why: impl Into<String>) -> Fault {
    Fault::Wrong(why.into())
}
