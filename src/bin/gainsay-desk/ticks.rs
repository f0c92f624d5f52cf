//! The ticks of a form that was refused: they are set as they were, beside what there is now.

use gainsay::review::Case;

use crate::act::{self, Target};
use crate::app::App;
use crate::asked;
use crate::form::Form;
use crate::pins;

/// The claims that a form was about, and how they were ticked.
#[derive(Debug)]
pub(crate) struct Ticks {
    /// What the form calls what is ticked.
    pub(crate) field: &'static str,
    /// What it calls whatever could be ticked, where it says so.
    pub(crate) offered: Option<&'static str>,
    /// The fact, or the claim, that it is about now, and the mark of that.
    pub(crate) item: String,
    pub(crate) mark: String,
    pub(crate) all: Vec<ClaimTick>,
}

/// A claim that could be ticked.
#[derive(Debug)]
pub(crate) struct ClaimTick {
    pub(crate) name: String,
    pub(crate) words: String,
    pub(crate) is_set: bool,
}

impl Ticks {
    /// Those of a form that was sent to an address; none where it has no ticks, or nothing of what it was about is there.
    pub(crate) fn of(app: &App, address: &str, form: &Form) -> Option<Self> {
        match address {
            "/same" | "/different" => Self::of_fact(app, form),
            "/answer" => Self::of_question(app, form),
            _ => None,
        }
    }

    fn of_fact(app: &App, form: &Form) -> Option<Self> {
        let desk = app.desk();
        let checked = act::story(&desk, form).ok()?;
        let same = checked.view.judged().find(|it| it.id == form.get("item"));
        // A fact whose claims were told apart, or joined, goes on where the first of its claims that were ticked is.
        let item = same.or_else(|| act::fact_of(checked, form.all("claim").next()?))?;
        let tick = |claim: &gainsay::view::ClaimView| {
            let name = act::name(claim);
            let is_set = form.all("claim").any(|it| it == name);
            ClaimTick { words: act::words(claim), name, is_set }
        };
        let target = Target::anew(checked, item);
        Some(Self {
            field: "claim",
            offered: None,
            item: item.id.clone(),
            mark: target.mark(app),
            all: item.claims.iter().map(tick).collect(),
        })
    }

    fn of_question(app: &App, form: &Form) -> Option<Self> {
        let desk = app.desk();
        let case = Case::new(&act::story(&desk, form).ok()?.story);
        let claim = pins::named(&case, form.get("item"))?;
        let there: Vec<usize> = form.all("asked").filter_map(|it| pins::named(&case, it)).collect();
        let tick = |&at: &usize| {
            let name = pins::name(&case, at);
            let is_set = form.all("same").any(|it| it == name);
            ClaimTick { words: asked::words(&case, at), name, is_set }
        };
        Some(Self {
            field: "same",
            offered: Some("asked"),
            item: form.get("item").to_owned(),
            mark: asked::mark(app, &case, claim, &there),
            all: there.iter().map(tick).collect(),
        })
    }
}
