//! What is known of each browser: its form token, its name, what it may take back.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::door;
use crate::failed::Failed;
use crate::journal::Done;
use crate::rate::Rate;

/// More browsers than these at once are none of one desk: the oldest is let go, and opens the address again.
const MOST: usize = 512;

/// So many actions can be taken back, one after the other.
const KEPT: usize = 50;

/// What is said of the last action.
#[derive(Clone, Debug)]
pub(crate) struct Notice {
    pub(crate) words: String,
    /// The fact that it is about: it is said there, where the page has it.
    pub(crate) about: Option<String>,
    /// Whether it can be taken back.
    pub(crate) undo: bool,
}

/// A browser.
#[derive(Debug, Default)]
pub(crate) struct Session {
    /// What every form of it has to bring along.
    pub(crate) token: String,
    /// Who sits there, as they last said.
    pub(crate) name: String,
    /// What is to be said on the next page.
    pub(crate) notice: Option<Notice>,
    /// Questions that were put off, as they were asked.
    pub(crate) skipped: BTreeSet<String>,
    /// How often it asks.
    pub(crate) rate: Rate,
    /// What it has done, latest last.
    done: Vec<Done>,
}

impl Session {
    /// Notes what was done, so that it can be taken back.
    pub(crate) fn note(&mut self, done: Done) {
        self.notice = Some(Notice { words: done.what.clone(), about: done.about.clone(), undo: true });
        if self.done.len() == KEPT {
            self.done.remove(0);
        }
        self.done.push(done);
    }

    /// Says what was done at a fact that has another id since.
    pub(crate) fn tell_at(&mut self, item: &str) {
        let notice = self.notice.as_mut().map(|it| &mut it.about);
        let done = self.done.last_mut().map(|it| &mut it.about);
        for about in notice.into_iter().chain(done) {
            *about = Some(item.to_owned());
        }
    }

    /// What it did last.
    pub(crate) fn last(&self) -> Option<&Done> {
        self.done.last()
    }

    /// Forgets what it did last, and says so.
    pub(crate) fn forget(&mut self) {
        let last = self.done.pop();
        self.notice =
            last.map(|it| Notice { words: format!("Taken back: {}", it.what), about: it.about, undo: false });
    }
}

/// All browsers, by what their cookies say.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    all: BTreeMap<String, Session>,
    order: VecDeque<String>,
    /// How often those ask that nobody knows.
    strangers: Rate,
}

impl Sessions {
    /// Lets a browser in; what its cookie is to say.
    pub(crate) fn begin(&mut self) -> Result<String, Failed> {
        let (id, token) = (door::secret()?, door::secret()?);
        if self.order.len() == MOST
            && let Some(oldest) = self.order.pop_front()
        {
            self.all.remove(&oldest);
        }
        self.order.push_back(id.clone());
        self.all.insert(id.clone(), Session { token, ..Session::default() });
        Ok(id)
    }

    /// How often a browser asks, or all those together that nobody knows.
    pub(crate) fn rate(&mut self, known: Option<&str>) -> &mut Rate {
        known.and_then(|it| self.all.get_mut(it)).map_or(&mut self.strangers, |it| &mut it.rate)
    }

    /// The browser that a cookie is of.
    pub(crate) fn get(&mut self, id: &str) -> Option<&mut Session> {
        self.all.get_mut(id)
    }
}
