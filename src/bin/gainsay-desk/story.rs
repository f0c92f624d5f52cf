//! The facts of a story, or the conflicts of all, each with what can be done about it.

use gainsay::view;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use gainsay::fusion::Verdict;
use gainsay::report;
use gainsay::report::Pieces;
use gainsay::view::Item;
use gainsay::workspace::Checked;
use jiff::civil::Date;

use crate::act::story;
use crate::app::{App, Who, held};
use crate::fault::Fault;
use crate::follow::{self, FollowUp, Status};
use crate::form::Form;
use crate::page::{Frame, encoded};
use crate::reply::{Answer, Reply};
use crate::shown;

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
    problems: Vec<String>,
    shown: usize,
    drawn: usize,
    all: usize,
    facts: String,
    outlets: String,
}

/// A choice that narrows or sorts the list.
struct Select {
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: String,
}

impl Select {
    fn new(form: &Form, name: &'static str, label: &'static str, options: &[(&str, &str)]) -> Self {
        let options = options.iter().map(|(value, word)| ((*value).to_owned(), (*word).to_owned())).collect();
        Self { name, label, options, chosen: form.get(name).to_owned() }
    }
}

#[derive(Template)]
#[template(path = "acts.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Acts<'a> {
    token: &'a str,
    read_only: bool,
    name: &'a str,
    named: bool,
    folder: &'a str,
    item: &'a str,
    mark: String,
    back: &'a str,
    follow: Option<&'a FollowUp>,
    /// Conflicts that nobody has accepted, with their values.
    open: Vec<(&'a str, String)>,
    accepted: bool,
    claims: Vec<(String, String)>,
    ask: Option<Ask>,
}

/// What outlets are to be asked.
struct Ask {
    words: String,
    /// The same as a letter to be addressed.
    mail: String,
}

impl Acts<'_> {
    fn status(&self) -> Status {
        self.follow.map(FollowUp::status).unwrap_or_default()
    }
}

/// A story with what was done about its conflicts.
struct Told<'d> {
    checked: &'d Checked,
    followed: Vec<FollowUp>,
    published: BTreeMap<&'d str, Date>,
}

impl<'d> Told<'d> {
    fn new(checked: &'d Checked, problems: &mut Vec<String>) -> Self {
        let (followed, wrong) = follow::read(checked.folder());
        problems.extend(wrong);
        let day = |it: &'d view::Article| Some((it.file.as_str(), it.published()?.1));
        Self { checked, followed, published: checked.view.articles.iter().filter_map(day).collect() }
    }

    /// When the last article that tells a fact appeared.
    fn last(&self, item: &Item) -> Option<Date> {
        item.claims.iter().filter_map(|it| self.published.get(it.file.as_str())).max().copied()
    }

    fn wants(&self, item: &Item, form: &Form, is_one: bool) -> bool {
        let verdict = match form.get("verdict") {
            "" if is_one => item.verdict != Verdict::Single,
            "" => item.verdict.is_conflict(),
            "all" => true,
            name => item.verdict.name() == name,
        };
        let status = follow::of(&self.followed, item).map(FollowUp::status).unwrap_or_default();
        let state = match form.get("state") {
            "new" => item.is_new(Verdict::Tension),
            "open" => item.verdict.is_conflict() && !item.is_settled() && status != Status::Settled,
            "accepted" => item.is_settled(),
            _ => true,
        };
        let outlet = form.get("outlet");
        let told = outlet.is_empty() || item.claims.iter().any(|it| it.outlet == outlet);
        let wanted = form.get("status");
        let charge = form.get("charge");
        let in_charge = follow::of(&self.followed, item).and_then(FollowUp::in_charge).unwrap_or_default();
        let followed =
            (wanted.is_empty() || status.name() == wanted) && (charge.is_empty() || charge == in_charge);
        verdict && state && told && followed
    }
}

/// The facts of a story, or the conflicts of all where none is named.
pub(crate) fn page(app: &App, who: &Who, form: &Form) -> Answer {
    let mut desk = app.desk();
    desk.refresh();
    let one = if form.get("in").is_empty() { None } else { Some(story(&desk, form)?) };
    let mut problems = Vec::new();
    let chosen: Vec<&Checked> = one.map_or_else(|| desk.stories().collect(), |it| vec![it]);
    let told: Vec<Told<'_>> = chosen.into_iter().map(|it| Told::new(it, &mut problems)).collect();
    let title = one.map_or("All conflicts", |it| it.view.title.as_deref().unwrap_or(&it.view.name));
    let frame = Frame::new(app, who, title)?;
    let all: usize = told.iter().map(|it| it.checked.view.items.len()).sum();
    let mut wanted: Vec<(usize, &Item)> = Vec::new();
    for (at, it) in told.iter().enumerate() {
        let items = it.checked.view.items.iter().filter(|item| it.wants(item, form, one.is_some()));
        wanted.extend(items.map(|item| (at, item)));
    }
    if form.get("sort") == "time" {
        wanted.sort_by_key(|(at, item)| Reverse(told[*at].last(item)));
    } else {
        wanted.sort_by_key(|(_, item)| Reverse((item.verdict, item.is_new(Verdict::Tension))));
    }
    let mut anchors = BTreeSet::new();
    let pieces: Vec<Pieces<'_>> = told.iter().map(|it| Pieces::new(&it.checked.view, &mut anchors)).collect();
    let (mut facts, mut outlets) = (Vec::new(), Vec::new());
    for (at, item) in wanted.iter().take(MOST) {
        let acts = acts(app, &frame, &told[*at], item, pieces[*at].task(item))?;
        let status = follow::of(&told[*at].followed, item).and_then(FollowUp::told);
        let view = &told[*at].checked.view;
        let link = format!("/story?in={}", encoded(&view.folder));
        let story =
            one.is_none().then_some((view.title.as_ref().unwrap_or(&view.name).as_str(), link.as_str()));
        let acts = report::Acts { markup: &acts, status: status.as_deref(), story };
        pieces[*at].fact(item, acts, &mut facts)?;
    }
    for it in pieces.iter().filter(|_| one.is_some()) {
        it.outlets(&mut outlets)?;
    }
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| Fault::Failed(error.to_string()));
    let folder = one.map_or(String::new(), |it| it.view.folder.clone());
    let page = Page {
        link: encoded(&folder),
        folder,
        published: pieces.first().filter(|_| one.is_some()).and_then(Pieces::published).unwrap_or_default(),
        selects: selects(form, &told, one.is_some()),
        problems,
        shown: wanted.len(),
        drawn: wanted.len().min(MOST),
        all,
        facts: text(facts)?,
        outlets: text(outlets)?,
        frame,
    };
    Ok(Reply::Page(page.render()?))
}

/// What can be done about a fact.
fn acts(app: &App, frame: &Frame, told: &Told<'_>, item: &Item, task: String) -> Result<String, Fault> {
    let follow = follow::of(&told.followed, item);
    let mut open: Vec<(&str, String)> = Vec::new();
    for it in item.comparisons.iter().filter(|it| it.new && it.verdict.is_conflict()) {
        if open.iter().all(|(id, _)| *id != it.id) {
            open.push((&it.id, format!("{} / {}", item.claims[it.a].value, item.claims[it.b].value)));
        }
    }
    let claim = |it: &view::Claim| {
        let words = format!("{}: “{}” ({} / {})", it.outlet, it.value, it.subject, it.attribute);
        (format!("{}#{}", it.file, it.number), words)
    };
    let ask = item.verdict.is_conflict().then(|| Ask {
        mail: format!("mailto:?subject={}&body={}", encoded(&item.label), encoded(&task)),
        words: task,
    });
    let acts = Acts {
        ask,
        token: &frame.token,
        read_only: frame.read_only,
        name: &frame.name,
        named: frame.named,
        folder: &told.checked.view.folder,
        item: &item.id,
        mark: held(&app.shown).remember(shown::of_item(item, follow)),
        back: &frame.at,
        follow,
        open,
        accepted: item.comparisons.iter().any(|it| it.accepted.is_some()),
        claims: item.claims.iter().map(claim).collect(),
    };
    Ok(acts.render()?)
}

/// What narrows the list, and what sorts it.
fn selects(form: &Form, all_told: &[Told<'_>], is_one: bool) -> Vec<Select> {
    let all = if is_one { "told by several" } else { "conflicts" };
    let mut verdicts = vec![("", all), ("all", "all")];
    verdicts.extend(Verdict::ALL.map(|it| (it.name(), it.name())));
    let outlets: BTreeSet<&str> =
        all_told.iter().flat_map(|it| &it.checked.view.articles).map(|it| it.outlet.as_str()).collect();
    let mut by_outlet = vec![("", "all")];
    by_outlet.extend(outlets.into_iter().map(|it| (it, it)));
    let mut statuses = vec![("", "any")];
    statuses.extend(Status::ALL.map(|it| (it.name(), it.name())));
    let people: BTreeSet<&str> =
        all_told.iter().flat_map(|it| &it.followed).filter_map(FollowUp::in_charge).collect();
    let mut by_person = vec![("", "anybody")];
    by_person.extend(people.into_iter().map(|it| (it, it)));
    vec![
        Select::new(form, "verdict", "Verdict", &verdicts),
        Select::new(
            form,
            "state",
            "State",
            &[("", "any"), ("new", "new"), ("open", "open"), ("accepted", "accepted")],
        ),
        Select::new(form, "status", "Status", &statuses),
        Select::new(form, "charge", "In charge", &by_person),
        Select::new(form, "outlet", "Outlet", &by_outlet),
        Select::new(form, "sort", "Sort by", &[("", "gravity"), ("time", "time")]),
    ]
}
