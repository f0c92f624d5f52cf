//! An article's claims: its text is pasted, sentences are clicked, and what is kept becomes a claim file.

mod entry;
mod file;
mod look;
mod raw;
mod saved;
mod twin;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use askama::Template;
use gainsay::claim::Story;
use gainsay::draft::{self, Draft};
use gainsay::files::{self, Folder, TextFile};
use gainsay::mention;
use gainsay::value::{self, Content, Context, Interval};
use jiff::civil::Date;

use crate::address::{encoded, unfolding};
use crate::app::{App, Who, held};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::form::Form;
use crate::journal::{Done, Snapshot};
use crate::page::Frame;
use crate::reply::{Handled, Reply};
use crate::trouble::Troubles;
use crate::versions::Versions;
use entry::{ArticleEntry, Kept};
use look::Look;
pub(crate) use raw::mend;
use saved::Saved;
use twin::Twin;

/// More sentences than these are no article.
const MOST_SENTENCES: usize = 600;

#[derive(Template)]
#[template(path = "add.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Page {
    frame: Frame,
    stories: Vec<(String, String)>,
    entry: ArticleEntry,
}

#[derive(Template)]
#[template(path = "draft.html", config = "src/bin/gainsay-desk/askama.toml")]
struct DraftPage {
    frame: Frame,
    entry: ArticleEntry,
    /// The story that it goes into, in words.
    story: String,
    sentences: Vec<SentenceRow>,
    drafts: usize,
    claims: Vec<(Kept, Look)>,
    /// What is wrong with the file as a whole.
    wrong: Vec<String>,
    /// An article that this one may be once more.
    twin: Option<Twin>,
    /// The mark of what somebody is asked to look at once more before it is saved.
    doubts: Option<String>,
    /// What the file said when it was opened, and what it says now.
    versions: Option<Versions>,
    /// Labels that the story uses already.
    subjects: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

/// A sentence of the article.
struct SentenceRow {
    text: String,
    drafts: usize,
    claims: usize,
}

/// What was found when an entry was looked at.
#[derive(Default)]
struct Found {
    /// The claim file that is corrected.
    saved: Option<Saved>,
    /// As it was when it was opened, where somebody has changed it since.
    shown: Option<String>,
    twin: Option<Twin>,
    looks: Vec<Look>,
    wrong: Vec<String>,
}

/// Asks for the article.
pub(crate) fn page(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let entry = ArticleEntry { folder: form.get("in").to_owned(), ..ArticleEntry::default() };
    Ok(Reply::Page(asking(app, who, &desk, entry)?))
}

fn asking(app: &App, who: &Who, desk: &Desk, entry: ArticleEntry) -> Result<String, Fault> {
    let stories = desk.stories().map(|it| (it.view.folder.clone(), it.view.heading())).collect();
    let troubles = Troubles::of_story(desk, None, Vec::new());
    let frame = Frame::new(app, who, "Add an article’s claims")?.telling(troubles);
    Ok(Page { frame, stories, entry }.render()?)
}

/// Opens a claim file to be corrected.
pub(crate) fn edit(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let saved = Saved::find(&desk, &form.line("file", 2_000)?)?;
    if app.read_only || form.get("as") == "text" {
        return raw::page(app, who, &desk, &saved, None);
    }
    match saved.entry(app, &desk) {
        Ok(entry) => {
            let entry = ArticleEntry { item: form.line("item", 100)?, ..entry };
            let found = Found { saved: Some(saved), ..Found::default() };
            Ok(Reply::Page(shown(app, who, form, &desk, entry, found)?))
        }
        // What is no claim file can still be mended as the text that it is.
        Err(_) => raw::page(app, who, &desk, &saved, None),
    }
}

/// Shows the article's sentences beside the claims made of them so far.
pub(crate) fn draft(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let mut entry = ArticleEntry::of(form, &desk)?;
    if !entry.wrong.is_empty() {
        return Ok(Reply::Unfinished(asking(app, who, &desk, entry)?));
    }
    let into = form.line("into", 2_000)?;
    if !into.is_empty() {
        let saved = Saved::find(&desk, &into)?;
        let (new, text) = (entry.claims, entry.text);
        entry = saved.entry(app, &desk).map_err(wrong)?;
        if !entry.has_text {
            entry.text = text;
        }
        entry.claims.extend(new.into_iter().map(|it| Kept { number: None, ..it }));
    }
    let found = find(app, &desk, &mut entry)?;
    let is_changed = found.shown.is_some();
    let page = shown(app, who, form, &desk, entry, found)?;
    Ok(if is_changed { Reply::Changed(page) } else { Reply::Page(page) })
}

/// Looks at what an entry is beside: the file that it corrects, or an article that is there already.
fn find(app: &App, desk: &Desk, entry: &mut ArticleEntry) -> Result<Found, Fault> {
    let mut found = Found::default();
    if entry.file.is_empty() {
        found.twin = desk.story(&entry.folder).and_then(|story| twin::of(story, entry));
        entry.twin_of = found.twin.as_ref().map(|it| it.file.clone()).unwrap_or_default();
        return Ok(found);
    }
    let saved = match Saved::find(desk, &entry.file) {
        Ok(saved) if saved.folder == entry.folder => saved,
        Ok(_) => return Err(Fault::Missing("claim file")),
        Err(_) => {
            // Somebody has removed it: what is typed makes a new one.
            found.wrong.push(format!("{} is gone. Saving makes a new file of what is here.", entry.file));
            found.shown = Some(held(&app.shown).text(&entry.mark).unwrap_or_default().to_owned());
            entry.file.clear();
            entry.has_text = false;
            for claim in &mut entry.claims {
                claim.number = None;
            }
            return Ok(found);
        }
    };
    if let Err(before) = saved.is_as_shown(app, entry) {
        saved.rebase(entry, &before).map_err(wrong)?;
        entry.mark = saved.mark(app);
        found.shown = Some(before);
    }
    found.saved = Some(saved);
    Ok(found)
}

/// The article's sentences beside the claims made of them, and why they can't be saved yet.
fn shown(
    app: &App,
    who: &Who,
    form: &Form,
    desk: &Desk,
    mut entry: ArticleEntry,
    mut found: Found,
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
        let new = taken(of(clicked), words, &entry.claims);
        entry.claims.extend(new);
    }
    if form.get("all") == "yes" {
        let all = drafts.iter().map(Kept::of).filter(|it| !is_there(&entry.claims, it)).collect::<Vec<_>>();
        entry.claims.extend(all);
    }
    if form.get("new_claim") == "yes" {
        entry.claims.push(Kept::default());
    }
    if let Some(struck) = number(form, "strike").filter(|at| *at < entry.claims.len()) {
        entry.claims.remove(struck);
    }
    if let Some(mended) = mended(desk, &entry, form, found.saved.as_ref()) {
        entry.claims = mended;
    }
    let told: Vec<String> = entry.claims.iter().map(|it| plain(&it.quote)).collect();
    let sentence = |at: usize, span: &std::ops::Range<usize>| {
        let text = plain(body.slice(span.clone()));
        let claims = told.iter().filter(|it| !it.is_empty() && text.contains(it.as_str())).count();
        SentenceRow { drafts: of(at).count(), claims, text }
    };
    let sentences = sentences.iter().enumerate().map(|(at, span)| sentence(at, span)).collect();
    if found.looks.len() != entry.claims.len() {
        let (looks, wrong) = look::at(desk, &entry, found.saved.as_ref());
        found.looks = looks;
        found.wrong.extend(wrong);
    }
    let (subjects, attributes) = labels(desk, &entry);
    // To take back an earlier save would leave the page, and all that is on it.
    let troubles = Troubles::of_story(desk, Some(&entry.folder), Vec::new());
    let frame = Frame { undo: None, ..Frame::new(app, who, title(&entry))? }.telling(troubles);
    let now = found.saved.as_ref().map(|it| it.file.text().to_owned());
    let page = DraftPage {
        frame,
        sentences,
        drafts: drafts.iter().filter(|it| !is_there(&entry.claims, &Kept::of(it))).count(),
        doubts: doubts(app, &found.looks).filter(|mark| form.has("save") && *mark != entry.sure),
        claims: entry.claims.iter().cloned().zip(found.looks).collect(),
        wrong: found.wrong,
        twin: found.twin,
        versions: found
            .shown
            .map(|it| Versions::new(&it, now.as_deref().unwrap_or("(There is no such file now.)"))),
        subjects,
        attributes,
        story: story_of(desk, &entry),
        entry,
    };
    Ok(page.render()?)
}

/// The story that an entry goes into, in words.
fn story_of(desk: &Desk, entry: &ArticleEntry) -> String {
    let new = || format!("“{}”, a new story", entry.new_story);
    desk.story(&entry.folder).map_or_else(new, |it| it.view.heading())
}

fn title(entry: &ArticleEntry) -> String {
    if entry.file.is_empty() {
        format!("Claims of {}", entry.outlet)
    } else {
        format!("Correct the claims of {}", entry.outlet)
    }
}

/// The subjects and the attributes that a story uses already.
fn labels(desk: &Desk, entry: &ArticleEntry) -> (BTreeSet<String>, BTreeSet<String>) {
    let claims =
        desk.story(&entry.folder).into_iter().flat_map(|it| &it.view.items).flat_map(|it| &it.claims);
    claims.map(|it| (it.subject.clone(), it.attribute.clone())).unzip()
}

/// The mark of all values that are read as words and may be meant as figures; none where there are none.
fn doubts(app: &App, looks: &[Look]) -> Option<String> {
    let all: Vec<&str> = looks.iter().filter_map(|it| it.doubt.as_deref()).collect();
    (!all.is_empty()).then(|| held(&app.shown).remember(all.join("\n")))
}

/// Writes the claim file.
pub(crate) fn save(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let mut entry = ArticleEntry::of(form, &desk)?;
    if entry.folder.is_empty() {
        return Ok(Reply::Unfinished(asking(app, who, &desk, entry)?));
    }
    let mut found = find(app, &desk, &mut entry)?;
    if found.shown.is_some() {
        return Ok(Reply::Changed(shown(app, who, form, &desk, entry, found)?));
    }
    let unfinished = file::unfinished(&entry);
    let (looks, wrong) = look::at(&desk, &entry, found.saved.as_ref());
    let undecided = found.twin.is_some() && entry.twin.is_empty();
    let doubtful = doubts(app, &looks).is_some_and(|mark| mark != entry.sure);
    (found.looks, found.wrong) = (looks, unfinished.into_iter().chain(wrong).collect());
    if undecided {
        found.wrong.push("Say first what it is to the article that is here already.".to_owned());
    }
    if !found.wrong.is_empty() || doubtful {
        return Ok(Reply::Unfinished(shown(app, who, form, &desk, entry, found)?));
    }
    let (_, texts) = file::drawn(&entry, found.saved.as_ref().map(Saved::there)).map_err(self::wrong)?;
    let root = desk.root().to_path_buf();
    let places: Vec<_> = texts.keys().cloned().collect();
    let before = Snapshot::of(&places);
    file::write(&entry, &texts)?;
    let verb = if found.saved.is_some() { "Corrected" } else { "Saved" };
    let into = if found.saved.is_some() { String::new() } else { format!(" in {}", story_of(&desk, &entry)) };
    let what = format!("{verb}: {} of {}{into}", claims(entry.claims.len()), entry.outlet);
    app.done(who, &mut desk, Done::since(&before, &places, &root, what).about(&entry.item))?;
    // Whoever came from a fact goes back to it, and else sees what the article tells and who tells it, too.
    let own = if entry.item.is_empty() {
        format!("&verdict=all&outlet={}", encoded(&entry.outlet))
    } else {
        String::new()
    };
    Ok(Reply::Back(unfolding(&format!("/story?in={}{own}", encoded(&entry.folder)), &entry.item)))
}

/// Removes a claim file, and the text that is kept beside it.
pub(crate) fn remove(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let saved = Saved::find(&desk, &form.line("file", 2_000)?)?;
    app.still(form.get("mark"), Some(saved.file.text().to_owned()))?;
    let entry = saved.entry(app, &desk).map_err(wrong)?;
    let text = saved.path.with_extension("txt");
    let places = if entry.has_text && text.is_file() {
        vec![saved.path.clone(), text]
    } else {
        vec![saved.path.clone()]
    };
    let (before, folder) = (Snapshot::of(&places), entry.path());
    for path in &places {
        files::remove(path, &folder)?;
    }
    let what = format!("Removed: {} of {}", claims(entry.claims.len()), entry.outlet);
    app.done(who, &mut desk, Done::since(&before, &places, &folder, what))?;
    Ok(Reply::Back(format!("/story?in={}", encoded(&entry.folder))))
}

fn claims(count: usize) -> String {
    if count == 1 { "1 claim".to_owned() } else { format!("{count} claims") }
}

/// What a click on a sentence makes: its drafts that are not there yet, or else a claim to be filled in, once.
fn taken<'d>(drafts: impl Iterator<Item = &'d Draft>, sentence: &str, there: &[Kept]) -> Vec<Kept> {
    let drafts: Vec<Kept> = drafts.map(Kept::of).collect();
    let new: Vec<Kept> = drafts.iter().filter(|it| !is_there(there, it)).cloned().collect();
    let sentence = plain(sentence);
    let is_told = |it: &Kept| !it.quote.is_empty() && sentence.contains(&plain(&it.quote));
    if new.is_empty() && drafts.is_empty() && !there.iter().any(is_told) {
        return vec![Kept { quote: sentence, ..Kept::default() }];
    }
    new
}

/// The claims with one of them put right, as a button beside it says.
fn mended(desk: &Desk, entry: &ArticleEntry, form: &Form, there: Option<&Saved>) -> Option<Vec<Kept>> {
    let (at, way) = form.get("mend").split_once('.')?;
    let (at, way): (usize, usize) = (at.parse().ok()?, way.parse().ok()?);
    let (looks, _) = look::at(desk, entry, there);
    let mut claims = entry.claims.clone();
    claims.get_mut(at)?.clone_from(&looks.get(at)?.mends.get(way)?.claim);
    Some(claims)
}

/// Whether a draft has been taken already, whatever became of its words since.
fn is_there(there: &[Kept], draft: &Kept) -> bool {
    there.iter().any(|it| plain(&it.quote) == plain(&draft.quote) && it.value == draft.value)
}

/// What the text may claim, in the words of the story.
fn proposed(desk: &Desk, entry: &ArticleEntry, body: &Arc<TextFile>) -> Vec<Draft> {
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
