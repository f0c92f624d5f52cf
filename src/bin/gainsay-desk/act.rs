//! What an action is about: an item of a story, as it was shown.

use std::path::{Path, PathBuf};

use gainsay::baseline::JudgedItem;
use gainsay::view::ClaimView;
use gainsay::workspace::CheckedStory;

use crate::address::said;
use crate::app::{App, held};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::follow::{self, FollowUp};
use crate::form::Form;
use crate::reply::Reply;
use crate::shown;

/// What an action is about.
pub(crate) struct Target<'d> {
    pub(crate) checked: &'d CheckedStory,
    pub(crate) item: JudgedItem<'d>,
    pub(crate) followed: Vec<FollowUp>,
}

impl<'d> Target<'d> {
    /// What a form names, if it is as it was shown.
    pub(crate) fn of(app: &App, desk: &'d Desk, form: &Form) -> Result<Self, Fault> {
        let checked = story(desk, form)?;
        let (followed, _) = follow::read(checked.folder());
        let item = checked.view.judged().find(|it| it.id == form.get("item"));
        let now = item.map(|it| shown::of_item(it, follow::of(&followed, &it)));
        app.still(form.get("mark"), now)?;
        let item = item.ok_or(Fault::Missing("fact"))?;
        Ok(Self { checked, item, followed })
    }

    /// An item as it is now, whatever was shown of it.
    pub(crate) fn anew(checked: &'d CheckedStory, item: JudgedItem<'d>) -> Self {
        Self { checked, item, followed: follow::read(checked.folder()).0 }
    }

    /// All by which a person may decide about it.
    pub(crate) fn told(&self) -> String {
        shown::of_item(self.item, self.follow())
    }

    /// Notes that it is shown as it is.
    pub(crate) fn mark(&self, app: &App) -> String {
        held(&app.shown).remember(self.told())
    }

    pub(crate) fn folder(&self) -> &'d Path {
        self.checked.folder()
    }

    /// The folder in which what was accepted lies.
    pub(crate) fn accepted(&self) -> PathBuf {
        self.folder().join(gainsay::baseline::FOLDER)
    }

    /// What was done about it.
    pub(crate) fn follow(&self) -> Option<&FollowUp> {
        follow::of(&self.followed, self.item.view)
    }
}

/// The fact of a story that a claim tells now.
pub(crate) fn fact_of<'d>(checked: &'d CheckedStory, claim: &str) -> Option<JudgedItem<'d>> {
    checked.view.judged().find(|it| it.claims.iter().any(|it| name(it) == claim))
}

/// What forms call a claim.
pub(crate) fn name(claim: &ClaimView) -> String {
    format!("{}#{}", claim.file, claim.number)
}

/// A claim in a line.
pub(crate) fn words(claim: &ClaimView) -> String {
    format!("{}: “{}” ({} / {})", claim.outlet, claim.value, claim.subject, claim.attribute)
}

/// The story that a form names.
pub(crate) fn story<'d>(desk: &'d Desk, form: &Form) -> Result<&'d CheckedStory, Fault> {
    desk.story(form.get("in")).ok_or(Fault::Missing("story"))
}

/// Goes back to the fact that was acted on, unfolded.
pub(crate) fn back(form: &Form) -> Reply {
    Reply::Back(said(form.back(), form.get("item")))
}
