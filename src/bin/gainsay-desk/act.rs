//! What an action is about: an item of a story, as it was shown.

use std::path::{Path, PathBuf};

use gainsay::baseline::JudgedItem;
use gainsay::workspace::CheckedStory;

use crate::address::said;
use crate::app::App;
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

/// The story that a form names.
pub(crate) fn story<'d>(desk: &'d Desk, form: &Form) -> Result<&'d CheckedStory, Fault> {
    desk.story(form.get("in")).ok_or(Fault::Missing("story"))
}

/// Goes back to the fact that was acted on, unfolded.
pub(crate) fn back(form: &Form) -> Reply {
    Reply::Back(said(form.back(), form.get("item")))
}
