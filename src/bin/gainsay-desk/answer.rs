//! The questions of the review, a card a question, and their answers.

use std::collections::BTreeSet;

use askama::Template;
use gainsay::review::{Case, Question};
use gainsay::view::Claim;

use crate::act::story;
use crate::app::{App, Who, held};
use crate::fault::Fault;
use crate::form::Form;
use crate::page::{Frame, encoded};
use crate::pins;
use crate::reply::{Answer, Reply};

/// So many questions are on a page.
const MOST: usize = 20;

#[derive(Template)]
#[template(path = "review.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Page {
    frame: Frame,
    folder: String,
    link: String,
    stories: Vec<(String, String)>,
    cards: Vec<Card>,
    more: usize,
}

/// A question.
struct Card {
    claim: Teller,
    why: String,
    mark: String,
    choices: Vec<Choice>,
}

struct Choice {
    claim: Teller,
    sure: String,
    together: bool,
    conflicts: usize,
}

/// A claim, as a card shows it.
struct Teller {
    name: String,
    label: String,
    value: String,
    outlet: String,
    quote: String,
}

impl Teller {
    fn new(case: &Case<'_>, at: usize) -> Self {
        let claim = Claim::new(case.alignment.claims[at]);
        Self {
            name: pins::name(case, at),
            label: format!("{}: {}", claim.subject, claim.attribute),
            value: claim.value,
            outlet: claim.outlet,
            quote: claim.quote.unwrap_or_default(),
        }
    }
}

/// What is asked about a story; the stories, where none is named.
pub(crate) fn page(app: &App, who: &Who, form: &Form) -> Answer {
    let mut desk = app.desk();
    desk.refresh();
    if form.get("in").is_empty() {
        let title = |it: &gainsay::view::Story| it.title.clone().unwrap_or_else(|| it.name.clone());
        let stories = desk.stories().map(|it| (encoded(&it.view.folder), title(&it.view))).collect();
        let frame = Frame::new(app, who, "Alignment")?;
        let (folder, link) = (String::new(), String::new());
        return Ok(Reply::Page(Page { frame, folder, link, stories, cards: Vec::new(), more: 0 }.render()?));
    }
    let checked = story(&desk, form)?;
    let case = Case::new(&checked.story);
    let questions = case.questions();
    let card = |question: &Question| Card {
        claim: Teller::new(&case, question.claim),
        why: question.why(),
        mark: held(&app.shown).remember(asked(
            &case,
            question.claim,
            question.choices.iter().map(|it| it.claim),
        )),
        choices: question
            .choices
            .iter()
            .map(|it| Choice {
                claim: Teller::new(&case, it.claim),
                sure: it.sure.to_string(),
                together: it.together,
                conflicts: it.conflicts,
            })
            .collect(),
    };
    let title = checked.view.title.clone().unwrap_or_else(|| checked.view.name.clone());
    let page = Page {
        frame: Frame::new(app, who, format!("Alignment of {title}"))?,
        folder: checked.view.folder.clone(),
        link: encoded(&checked.view.folder),
        stories: Vec::new(),
        cards: questions.iter().take(MOST).map(card).collect(),
        more: questions.len().saturating_sub(MOST),
    };
    Ok(Reply::Page(page.render()?))
}

/// Takes an answer: what is ticked tells the fact, the rest another one.
pub(crate) fn answer(app: &App, who: &Who, form: &Form) -> Answer {
    let mut desk = app.desk();
    desk.refresh();
    let checked = story(&desk, form)?;
    let mut case = Case::new(&checked.story);
    let claim = pins::named(&case, form.get("item"));
    let all: Vec<usize> = form.all("asked").filter_map(|it| pins::named(&case, it)).collect();
    let now = claim.map(|claim| asked(&case, claim, all.iter().copied()));
    app.still(form.get("mark"), now.unwrap_or_else(|| "(there is no such claim now)".to_owned()))?;
    let claim = claim.ok_or(Fault::Missing("claim"))?;
    let ticked: BTreeSet<&str> = form.all("same").collect();
    let (same, other): (Vec<usize>, Vec<usize>) =
        all.iter().copied().partition(|&at| ticked.contains(pins::name(&case, at).as_str()));
    pins::settle(&mut case, claim, &same, &other)?;
    let label = Teller::new(&case, claim).label;
    let done = pins::write(&case, checked.folder(), format!("Answered: {label}"))?;
    app.done(who, &mut desk, done)?;
    Ok(Reply::Back(form.back().to_owned()))
}

/// A question in words: whatever a person may answer by.
fn asked(case: &Case<'_>, claim: usize, choices: impl Iterator<Item = usize>) -> String {
    let line = |at: usize| {
        let mark = &case.pins.marks()[at];
        let it = Teller::new(case, at);
        let pins = format!("{} {}", mark.item.as_deref().unwrap_or_default(), mark.not.join(" "));
        format!("{} {}: {}: {} {pins}\n", it.name, it.outlet, it.label, it.value)
    };
    std::iter::once(claim).chain(choices).map(line).collect()
}
