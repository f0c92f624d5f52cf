//! The questions of the review, a card a question, and their answers.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use askama::Template;
use gainsay::baseline::JudgedItem;
use gainsay::review::{Case, Question};
use gainsay::workspace::CheckedStory;

use crate::act::story;
use crate::address::encoded;
use crate::app::{App, Who};
use crate::asked::{ClaimCard, asked, mark};
use crate::fault::Fault;
use crate::form::Form;
use crate::page::Frame;
use crate::pins;
use crate::reply::{Handled, Reply};
use crate::trouble::Troubles;

/// So many questions are on a page.
const MOST: usize = 20;

/// So many are put off at the most.
const MOST_SKIPPED: usize = 10_000;

#[derive(Template)]
#[template(path = "review.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Page {
    frame: Frame,
    folder: String,
    link: String,
    stories: Vec<Row>,
    cards: Vec<Card>,
    /// Questions that are left, on this page or behind it, and those that were put off.
    left: usize,
    skipped: usize,
}

/// A story, and in how many of its conflicts it is not sure that all claims tell one fact.
struct Row {
    link: String,
    title: String,
    doubtful: usize,
}

impl Row {
    fn new(story: &CheckedStory) -> Self {
        let is_doubtful =
            |it: &JudgedItem<'_>| it.verdict.is_conflict() && !it.is_settled() && it.doubt().is_some();
        Self {
            link: encoded(&story.view.folder),
            title: story.view.heading(),
            doubtful: story.view.judged().filter(is_doubtful).count(),
        }
    }
}

/// A question.
struct Card {
    claim: ClaimCard,
    why: String,
    mark: String,
    choices: Vec<ChoiceCard>,
}

struct ChoiceCard {
    claim: ClaimCard,
    sure: String,
    together: bool,
    conflicts: usize,
}

/// What is asked about a story; the stories, where none is named.
pub(crate) fn page(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    if form.get("in").is_empty() {
        let mut stories: Vec<Row> = desk.stories().map(Row::new).collect();
        stories.sort_by_key(|it| Reverse(it.doubtful));
        let frame = Frame::new(app, who, "Which claims are one fact?")?.telling(Troubles::of_story(
            &desk,
            None,
            Vec::new(),
        ));
        let (folder, link) = (String::new(), String::new());
        let page = Page { frame, folder, link, stories, cards: Vec::new(), left: 0, skipped: 0 };
        return Ok(Reply::Page(page.render()?));
    }
    let checked = story(&desk, form)?;
    let case = Case::new(&checked.story);
    let questions = case.questions();
    let put_off = app.with(who, |session| session.skipped.clone())?;
    let marked = questions.iter().map(|it| {
        let choices: Vec<usize> = it.choices.iter().map(|it| it.claim).collect();
        (it, mark(app, &case, it.claim, &choices))
    });
    let open: Vec<_> = marked.filter(|(_, mark)| !put_off.contains(mark)).collect();
    let troubles = Troubles::of_story(&desk, Some(&checked.view.folder), Vec::new());
    let page = Page {
        frame: Frame::new(app, who, format!("Which claims are one fact? {}", checked.view.heading()))?
            .telling(troubles),
        folder: checked.view.folder.clone(),
        link: encoded(&checked.view.folder),
        stories: Vec::new(),
        left: open.len(),
        skipped: questions.len() - open.len(),
        cards: open.into_iter().take(MOST).map(|(it, mark)| Card::new(&case, it, mark)).collect(),
    };
    Ok(Reply::Page(page.render()?))
}

impl Card {
    fn new(case: &Case<'_>, question: &Question, mark: String) -> Self {
        let choice = |it: &gainsay::review::Choice| ChoiceCard {
            claim: ClaimCard::new(case, it.claim),
            sure: it.sure.to_string(),
            together: it.together,
            conflicts: it.conflicts,
        };
        Self {
            claim: ClaimCard::new(case, question.claim),
            why: question.choices.first().map(why).unwrap_or_default(),
            mark,
            choices: question.choices.iter().map(choice).collect(),
        }
    }
}

/// What hangs on a question.
fn why(choice: &gainsay::review::Choice) -> String {
    let pairs = if choice.pairs == 1 { "a pair".to_owned() } else { format!("{} pairs", choice.pairs) };
    let (now, then) = if choice.together { ("one fact", "apart") } else { ("several facts", "together") };
    let conflicts = match choice.conflicts {
        0 => String::new(),
        1 => ", and a conflict hangs on it".to_owned(),
        many => format!(", and {many} conflicts hang on it"),
    };
    format!("Now taken for {now}; to decide otherwise puts {pairs} of claims {then}{conflicts}.")
}

/// Puts a question off for as long as this browser is at the desk; or asks all that were put off again.
pub(crate) fn skip(app: &App, who: &Who, form: &Form) -> Handled {
    app.with(who, |session| match form.get("mark") {
        "" => session.skipped.clear(),
        mark if session.skipped.len() < MOST_SKIPPED => {
            session.skipped.insert(mark.chars().take(64).collect());
        }
        _ => {}
    })?;
    Ok(back(form))
}

/// Goes back to the questions that are left.
fn back(form: &Form) -> Reply {
    Reply::Back(format!("{}#cards", form.back()))
}

/// Takes an answer: what is ticked tells the fact, the rest another one.
pub(crate) fn answer(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let checked = story(&desk, form)?;
    let mut case = Case::new(&checked.story);
    let claim = pins::named(&case, form.get("item"));
    let all: Vec<usize> = form.all("asked").filter_map(|it| pins::named(&case, it)).collect();
    let now = claim.map(|claim| asked(&case, claim, all.iter().copied()));
    app.still(form.get("mark"), now)?;
    let claim = claim.ok_or(Fault::Missing("claim"))?;
    let ticked: BTreeSet<&str> = form.all("same").collect();
    let (same, other): (Vec<usize>, Vec<usize>) =
        all.iter().copied().partition(|&at| ticked.contains(pins::name(&case, at).as_str()));
    pins::settle(&mut case, claim, &same, &other)?;
    let label = ClaimCard::new(&case, claim).label;
    let done = pins::write(&case, checked.folder(), format!("Answered: {label}"))?;
    app.done(who, &mut desk, done)?;
    Ok(back(form))
}
