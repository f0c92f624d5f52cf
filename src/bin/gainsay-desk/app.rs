//! What all requests share.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use crate::desk::Desk;
use crate::door::Door;
use crate::fault::Fault;
use crate::form::Form;
use crate::journal::Done;
use crate::session::{Session, Sessions};
use crate::shown::ShownMarks;

/// What all requests share.
#[derive(Debug)]
pub(crate) struct App {
    pub(crate) door: Door,
    /// Host names, each with its port, by which the desk may be called.
    pub(crate) hosts: Vec<String>,
    /// Where its forms are sent from.
    pub(crate) origins: Vec<String>,
    /// The name of the cookie: cookies know no ports.
    pub(crate) cookie: String,
    /// Whether the cookie travels over TLS alone.
    pub(crate) secure: bool,
    pub(crate) read_only: bool,
    /// Counts what has changed on disk.
    pub(crate) changes: watch::Sender<u64>,
    pub(crate) shown: Mutex<ShownMarks>,
    desk: Mutex<Desk>,
    sessions: Mutex<Sessions>,
}

/// Who sends a request.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    /// What the cookie says.
    pub(crate) session: String,
    /// Whom the proxy names.
    pub(crate) named: Option<String>,
    /// The path and the query that it asks for.
    pub(crate) at: String,
    /// Whether the page's own script asks, and not a person who reads what is said there.
    pub(crate) renews: bool,
}

impl App {
    pub(crate) fn new(door: Door, origins: Vec<String>, port: u16, read_only: bool, desk: Desk) -> Self {
        let host = |origin: &String| origin.split("://").nth(1).unwrap_or_default().to_owned();
        Self {
            door,
            hosts: origins.iter().map(host).collect(),
            secure: origins.iter().any(|it| it.starts_with("https:")),
            origins,
            cookie: format!("gainsay-desk-{port}"),
            read_only,
            changes: watch::Sender::new(0),
            shown: Mutex::default(),
            desk: Mutex::new(desk),
            sessions: Mutex::default(),
        }
    }

    /// The desk, for one at a time.
    pub(crate) fn desk(&self) -> MutexGuard<'_, Desk> {
        held(&self.desk)
    }

    /// All browsers.
    pub(crate) fn sessions(&self) -> MutexGuard<'_, Sessions> {
        held(&self.sessions)
    }

    /// Does something with the browser of a request.
    pub(crate) fn with<T>(&self, who: &Who, what: impl FnOnce(&mut Session) -> T) -> Result<T, Fault> {
        self.sessions().get(&who.session).map(what).ok_or(Fault::Stranger)
    }

    /// Refuses to act on what is another thing than it was when it was shown.
    pub(crate) fn still(&self, shown: &str, now: Option<String>) -> Result<(), Fault> {
        held(&self.shown).still(shown, now)
    }

    /// Who acts: whom the proxy names, or who the form says.
    pub(crate) fn name(&self, who: &Who, form: &Form) -> Result<Option<String>, Fault> {
        if let Some(named) = &who.named {
            return Ok(Some(named.clone()));
        }
        let name = form.line("by", 100)?;
        self.with(who, |session| session.name.clone_from(&name))?;
        Ok((!name.is_empty()).then_some(name))
    }

    /// Notes what a browser has done, and looks at the files it changed.
    pub(crate) fn done(&self, who: &Who, desk: &mut Desk, done: Done) -> Result<(), Fault> {
        desk.touched(&done.paths().map(Path::to_path_buf).collect::<Vec<_>>());
        desk.note();
        self.with(who, |session| session.note(done))
    }
}

/// What a lock holds, whoever has failed while holding it: nothing is left half done there.
pub(crate) fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
