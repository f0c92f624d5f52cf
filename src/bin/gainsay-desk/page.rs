//! What frames every page, and the page that says why nothing was done.

use askama::Template;
use gainsay::report::DEFS;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::app::{App, Who};
use crate::fault::Fault;

/// What stays as it is in an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// What frames a page.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) title: String,
    /// Where the page is.
    pub(crate) at: String,
    pub(crate) token: String,
    pub(crate) read_only: bool,
    /// Who sits there, and whether that is known from elsewhere.
    pub(crate) name: String,
    pub(crate) named: bool,
    pub(crate) notice: String,
    /// What can be taken back.
    pub(crate) undo: Option<String>,
    pub(crate) defs: &'static str,
}

impl Frame {
    /// The frame of a page; what was to be said is said on it.
    pub(crate) fn new(app: &App, who: &Who, title: impl Into<String>) -> Result<Self, Fault> {
        app.with(who, |session| Self {
            title: title.into(),
            at: who.at.clone(),
            token: session.token.clone(),
            read_only: app.read_only,
            name: who.named.clone().unwrap_or_else(|| session.name.clone()),
            named: who.named.is_some(),
            notice: if who.renews { String::new() } else { std::mem::take(&mut session.notice) },
            undo: session.last().map(|it| it.what.clone()),
            defs: DEFS,
        })
    }

    fn bare(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            at: "/".to_owned(),
            token: String::new(),
            read_only: true,
            name: String::new(),
            named: false,
            notice: String::new(),
            undo: None,
            defs: "",
        }
    }
}

#[derive(Template)]
#[template(path = "refused.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Refused<'a> {
    frame: Frame,
    message: String,
    versions: Option<(&'a str, &'a str)>,
    back: &'a str,
}

/// The page that says why nothing was done.
pub(crate) fn refused(fault: &Fault, back: &str) -> String {
    let title = match fault {
        Fault::Changed { .. } => "It has changed",
        Fault::Stranger => "Who is there?",
        Fault::TooMany(_) | Fault::Foreign(_) | Fault::ReadOnly | Fault::Missing(_) | Fault::Wrong(_) => {
            "Nothing was done"
        }
        Fault::Unwritten(_) | Fault::Failed(_) => "It could not be done",
    };
    let versions = match fault {
        Fault::Changed { shown, now } => {
            Some((shown.as_deref().unwrap_or("(too long ago to be known)"), now.as_str()))
        }
        _ => None,
    };
    let page = Refused { frame: Frame::bare(title), message: fault.message(), versions, back };
    page.render().unwrap_or_else(|_| title.to_owned())
}

/// A text as a part of an address.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// The page that leads in: what is asked from there comes from the desk itself.
#[derive(Template)]
#[template(path = "door.html", config = "src/bin/gainsay-desk/askama.toml")]
pub(crate) struct Way;
