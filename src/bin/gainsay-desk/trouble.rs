//! What is wrong with the files, as every page tells it that lacks something for it.

use gainsay::files::{Problem, Severity};

use crate::address::encoded;
use crate::desk::Desk;

/// More of them than these are counted.
const MOST: usize = 50;

/// What is wrong with a file.
#[derive(Debug)]
pub(crate) struct Trouble {
    pub(crate) place: String,
    pub(crate) message: String,
    pub(crate) hint: String,
    /// Where it can be mended at the desk.
    pub(crate) mend: Option<String>,
}

/// What is wrong, and how much of it there is.
#[derive(Debug, Default)]
pub(crate) struct Troubles {
    pub(crate) first: Vec<Trouble>,
    pub(crate) all: usize,
    /// Stories that were never read yet.
    pub(crate) unread: usize,
}

impl Troubles {
    /// All that is wrong with the desk's files, warnings, too.
    pub(crate) fn all(desk: &Desk) -> Self {
        Self::of(desk, desk.problems(), Vec::new())
    }

    /// The errors: what they stand in is missing from the page. Of one story, where one is named.
    pub(crate) fn of_story(desk: &Desk, folder: Option<&str>, follow_ups: Vec<String>) -> Self {
        let own = desk.stories().filter(|it| folder.is_none_or(|folder| it.view.folder == folder));
        let outside = desk.outside().iter();
        let errors =
            outside.chain(own.flat_map(|it| &it.problems)).filter(|it| it.severity == Severity::Error);
        Self::of(desk, errors, follow_ups)
    }

    fn of<'p>(desk: &Desk, problems: impl Iterator<Item = &'p Problem>, follow_ups: Vec<String>) -> Self {
        let found: Vec<&Problem> = problems.collect();
        let shown = found.iter().take(MOST).map(|it| Trouble {
            place: format!("{}:{}", it.file.path(), it.file.line(it.span.start)),
            message: it.message.clone(),
            hint: it.hint.clone(),
            mend: desk
                .editable(it.file.path())
                .map(|_| format!("/edit?file={}&as=text", encoded(it.file.path()))),
        });
        let follow_up = |message| Trouble { place: String::new(), message, hint: String::new(), mend: None };
        let all = found.len() + follow_ups.len();
        Self {
            first: shown.chain(follow_ups.into_iter().map(follow_up)).collect(),
            all,
            unread: desk.unread(),
        }
    }
}
