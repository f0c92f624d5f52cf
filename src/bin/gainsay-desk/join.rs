//! Two facts of a story that are one: the other one is chosen from a list, the most alike first.

use askama::Template;
use gainsay::baseline::JudgedItem;
use gainsay::fusion::Verdict;
use gainsay::review::Case;
use gainsay::view::Item;

use crate::act::{self, Target, story};
use crate::app::{App, Who};
use crate::fault::Fault;
use crate::form::Form;
use crate::page::Frame;
use crate::pins;
use crate::reply::{Handled, Reply};
use crate::trouble::Troubles;

/// So many facts are offered; words narrow them.
const MOST: usize = 60;

#[derive(Template)]
#[template(path = "join.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Page {
    frame: Frame,
    folder: String,
    item: String,
    mark: String,
    back: String,
    label: String,
    claims: Vec<String>,
    words: String,
    others: Vec<Other>,
    /// How many there are that these words find.
    all: usize,
}

/// A fact that may be the same.
struct Other {
    item: String,
    mark: String,
    label: String,
    verdict: Verdict,
    claims: Vec<String>,
}

impl Other {
    fn new(app: &App, target: &Target<'_>) -> Self {
        Self {
            item: target.item.id.clone(),
            mark: target.mark(app),
            label: target.item.label.clone(),
            verdict: target.item.verdict,
            claims: voices(target.item.view),
        }
    }
}

/// What each claim of a fact says, and who says it.
fn voices(item: &Item) -> Vec<String> {
    item.claims.iter().map(|it| format!("“{}” ({})", it.value, it.outlet)).collect()
}

/// The facts that may be the same as one.
pub(crate) fn page(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let checked = story(&desk, form)?;
    let item = checked.view.judged().find(|it| it.id == form.get("item")).ok_or(Fault::Missing("fact"))?;
    let target = Target::anew(checked, item);
    let words = form.line("words", 200)?;
    let case = Case::new(&checked.story);
    let has = |it: &JudgedItem<'_>| it.id != item.id && crate::list::has_words(it.view, &words);
    let mut others: Vec<(f64, JudgedItem<'_>)> =
        checked.view.judged().filter(has).map(|it| (likeness(&case, item.view, it.view), it)).collect();
    others.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all = others.len();
    let troubles = Troubles::of_story(&desk, Some(&checked.view.folder), Vec::new());
    let page = Page {
        frame: Frame::new(app, who, "Which fact is the same?")?.telling(troubles),
        folder: checked.view.folder.clone(),
        item: item.id.clone(),
        mark: target.mark(app),
        back: form.back().to_owned(),
        label: item.label.clone(),
        claims: voices(item.view),
        words,
        others: others
            .into_iter()
            .take(MOST)
            .map(|it| Other::new(app, &Target::anew(checked, it.1)))
            .collect(),
        all,
    };
    Ok(Reply::Page(page.render()?))
}

/// How alike two facts are: as the two of their claims that are most alike.
fn likeness(case: &Case<'_>, one: &Item, other: &Item) -> f64 {
    let [ones, others] = [one, other].map(|it| places(case, it));
    let pairs = ones.iter().flat_map(|&a| others.iter().map(move |&b| (a, b)));
    pairs.map(|(a, b)| case.alignment.link(a, b).weight).fold(f64::NEG_INFINITY, f64::max)
}

fn places(case: &Case<'_>, item: &Item) -> Vec<usize> {
    item.claims.iter().filter_map(|it| pins::named(case, &act::name(it))).collect()
}

/// Two facts are one from now on.
pub(crate) fn join(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let target = Target::of(app, &desk, form)?;
    let (with, mark) = form.get("with").split_once(' ').ok_or(wrong("Choose the fact that is the same."))?;
    let other = target.checked.view.judged().find(|it| it.id == with);
    let other = other.map(|it| Target::anew(target.checked, it));
    app.still(mark, other.as_ref().map(Target::told))?;
    let other = other.ok_or(Fault::Missing("fact"))?;
    let mut case = Case::new(&target.checked.story);
    let [mut all, others] = [target.item, other.item].map(|it| places(&case, it.view));
    all.extend(&others);
    let tellers = pins::one_of_each_article(&case, &all);
    let [first, rest @ ..] = tellers.as_slice() else { return Err(Fault::Missing("fact")) };
    if !rest.iter().any(|it| others.contains(it)) {
        return Err(wrong("Whoever tells the one tells the other, too: correct the claims instead."));
    }
    pins::settle(&mut case, *first, rest, &[])?;
    let what = format!("One fact: {}, and {}", target.item.label, other.item.label);
    let done = pins::write(&case, target.folder(), what)?;
    // It has the id of either now.
    drop(case);
    let name = target.item.claims.first().map(act::name).unwrap_or_default();
    let (folder, before) = (target.checked.view.folder.clone(), target.item.id.clone());
    let done = done.about(&before);
    app.done(who, &mut desk, done)?;
    desk.refresh();
    let now = desk.story(&folder).and_then(|it| act::fact_of(it, &name)).map_or(before, |it| it.id.clone());
    app.with(who, |session| session.tell_at(&now))?;
    Ok(Reply::Back(crate::address::said(form.back(), &now)))
}

fn wrong(why: &str) -> Fault {
    Fault::Wrong(why.to_owned())
}
