//! What is to be done now.

use crate::baseline::{JudgedItem, JudgedStory};
use crate::view::task::Task;

/// The conflicts of a story that nobody has accepted, each with what to do about it: where there is a source to be asked
/// first, then gravest first.
pub(crate) fn open(story: &JudgedStory) -> impl Iterator<Item = (JudgedItem<'_>, Task<'_>)> {
    let mut open: Vec<JudgedItem<'_>> = story.judged().filter(|it| it.is_open()).collect();
    open.sort_by_key(|item| item.findings.is_empty());
    open.into_iter().map(|item| (item, Task::new(&story.view, item.view)))
}
