//! What frames every page, and the page that says why nothing was done.

use askama::Template;
use gainsay::report::DEFS;

use crate::again::Again;
use crate::app::{App, Who};
use crate::fault::Fault;
use crate::form::Form;
use crate::session::Notice;
use crate::trouble::Troubles;
use crate::versions::Versions;

/// The pages that every page leads to; the last one is for those who write.
const PLACES: [(&str, &str); 5] = [
    ("/", "Stories"),
    ("/story", "All conflicts"),
    ("/news", "What is new"),
    ("/review", "Same fact?"),
    ("/add", "Add claims"),
];

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
    pub(crate) notice: Option<Notice>,
    /// What is wrong with the files that the page is made of.
    pub(crate) troubles: Troubles,
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
            notice: if who.renews { None } else { session.notice.take() },
            troubles: Troubles::default(),
            undo: session.last().map(|it| it.what.clone()),
            defs: DEFS,
        })
    }

    /// The same, with what is wrong with the files.
    pub(crate) fn telling(self, troubles: Troubles) -> Self {
        Self { troubles, ..self }
    }

    /// The pages that every page leads to.
    pub(crate) fn places(&self) -> &'static [(&'static str, &'static str)] {
        let all = PLACES.as_slice();
        if self.read_only { all.split_last().map_or(all, |it| it.1) } else { all }
    }

    /// Whether a page is this one.
    pub(crate) fn is_at(&self, place: &str) -> bool {
        let (path, query) = self.at.split_once('?').unwrap_or((&self.at, ""));
        path == place && !query.split('&').any(|it| it.strip_prefix("in=").is_some_and(|it| !it.is_empty()))
    }

    fn bare(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            at: "/".to_owned(),
            token: String::new(),
            read_only: true,
            name: String::new(),
            named: false,
            notice: None,
            troubles: Troubles::default(),
            undo: None,
            defs: "",
        }
    }
}

#[derive(Template)]
#[template(path = "refused.html", config = "src/bin/gainsay-desk/askama.toml")]
struct RefusedPage<'a> {
    frame: Frame,
    message: String,
    versions: Option<Versions>,
    again: Option<Again>,
    back: &'a str,
}

/// The page that says why nothing was done, where nobody knows who asks.
pub(crate) fn refused(fault: &Fault, back: &str) -> String {
    page_of(fault, None, None, back)
}

/// The same for somebody whose form it was: what was typed stands there still.
pub(crate) fn refused_to(app: &App, who: &Who, form: &Form, fault: &Fault) -> String {
    let again = Again::of(app, who, form, fault);
    page_of(fault, Frame::new(app, who, "").ok(), again, form.back())
}

fn page_of(fault: &Fault, frame: Option<Frame>, again: Option<Again>, back: &str) -> String {
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
            let shown = shown.as_deref().unwrap_or("(It was shown too long ago to be known.)");
            Some(Versions::new(shown, now.as_deref().unwrap_or("(It is not there any more.)")))
        }
        _ => None,
    };
    let frame = frame.map_or_else(
        || Frame::bare(title),
        |it| Frame { title: title.to_owned(), at: back.to_owned(), ..it },
    );
    let page = RefusedPage { frame, message: fault.message(), versions, again, back };
    page.render().unwrap_or_else(|_| title.to_owned())
}

/// The page that leads in: what is asked from there comes from the desk itself.
#[derive(Template)]
#[template(path = "door.html", config = "src/bin/gainsay-desk/askama.toml")]
pub(crate) struct LeadInPage;
