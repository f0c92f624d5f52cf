//! Pieces of the page for the pages of others: a fact with what can be done about it, the outlets, the style.

use std::collections::BTreeSet;
use std::io::{self, Write};

use askama::Template;

use super::fact::{FactActions, FactCard};
use super::outlets::{Outlets, profiles};
use super::sheet::StorySheet;
use crate::baseline::JudgedStory;
use crate::findings::Shown;
use crate::view::letter::Letter;
use crate::view::task::Task;
use crate::view::{Item, period};

/// The style of the page.
pub const STYLE: &str = super::page::STYLE;

/// What pictures refer to; it stands once on a page.
pub const DEFS: &str = include_str!("templates/defs.html");

/// A story that is shown piece by piece.
#[expect(missing_debug_implementations, reason = "it is made to be written, and at once")]
pub struct Pieces<'a> {
    sheet: StorySheet<'a>,
}

impl<'a> Pieces<'a> {
    /// The pieces of a story; `anchors` are the ones already given away on the page.
    pub fn new(story: &'a JudgedStory, anchors: &mut BTreeSet<String>) -> Self {
        let shown = Shown { all: true, ..Shown::default() };
        let mut sheet = StorySheet::new(story, None, &shown, true, anchors);
        sheet.in_full = true;
        Self { sheet }
    }

    /// Writes a fact, with the markup of what can be done about it in the place of the commands.
    ///
    /// # Errors
    /// Where `out` can't be written.
    pub fn fact(&self, item: &Item, acts: FactActions<'_>, out: &mut dyn Write) -> io::Result<()> {
        let entry = self.sheet.entries.iter().find(|entry| entry.item.is(item));
        entry.map_or(Ok(()), |entry| FactCard::new(&self.sheet, entry, Some(acts)).write_into(out))
    }

    /// A conflict in words for the outlets: who says what, whom to ask, and what is safe until they answer.
    pub fn task(&self, item: &Item) -> String {
        Task::new(&self.sheet.story.view, item).text()
    }

    /// The address of a mail: a letter about a conflict to whoever is to be asked, signed by whoever sends it.
    pub fn letter(&self, item: &Item, from: &str) -> String {
        Letter::new(self.sheet.story, item, from).mailto()
    }

    /// Writes what is to be said of each outlet.
    ///
    /// # Errors
    /// Where `out` can't be written.
    pub fn outlets(&self, out: &mut dyn Write) -> io::Result<()> {
        Outlets::new(&self.sheet, profiles(&self.sheet)).write_into(out)
    }

    /// The days on which the story's articles appeared.
    pub fn published(&self) -> Option<String> {
        period::of_story(self.sheet.story)
    }
}
