//! Why a request is refused, and how that is said.

use axum::http::StatusCode;
use gainsay::files::Unwritten;
use gainsay::report;

/// Why a request is refused.
#[derive(Debug)]
pub(crate) enum Fault {
    /// Nobody knows who asks.
    Stranger,
    /// Too many requests; after so many seconds there may be more.
    TooMany(u64),
    /// It does not come from the desk's own page.
    Foreign(&'static str),
    /// Nothing is written here.
    ReadOnly,
    /// There is no such page or story.
    Missing(&'static str),
    /// What is asked can't be done, and why.
    Wrong(String),
    /// It has changed since it was shown: as it was shown, if that is known, and as it is, if it is still there.
    Changed { shown: Option<String>, now: Option<String> },
    /// A file could not be written.
    Unwritten(Unwritten),
    /// Something failed in here.
    Failed(String),
}

impl Fault {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Stranger => StatusCode::UNAUTHORIZED,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Foreign(_) | Self::ReadOnly => StatusCode::FORBIDDEN,
            Self::Missing(_) => StatusCode::NOT_FOUND,
            Self::Wrong(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Changed { .. } => StatusCode::CONFLICT,
            Self::Unwritten(_) | Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What it says.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Stranger => "Open the address that gainsay-desk printed when it was started.".to_owned(),
            Self::TooMany(seconds) => format!("These are too many requests. Wait {seconds} s, and try again."),
            Self::Foreign(why) => format!("This did not come from the desk’s own page: {why}."),
            Self::ReadOnly => "This desk only shows: it was started with --read-only.".to_owned(),
            Self::Missing(what) => format!("There is no such {what}. It may have gone meanwhile."),
            Self::Wrong(why) => why.clone(),
            Self::Changed { .. } => {
                "It has changed since it was shown to you, so nothing was written. Look at both, and decide again."
                    .to_owned()
            }
            Self::Unwritten(failed) => {
                let path = report::safe(&failed.path.display().to_string());
                format!("{path} can’t be written: {}; {}.", report::safe(&failed.error.to_string()), failed.hint())
            }
            Self::Failed(why) => format!("Something failed: {why}. Nothing was written by halves."),
        }
    }
}

impl From<Unwritten> for Fault {
    fn from(failed: Unwritten) -> Self {
        Self::Unwritten(failed)
    }
}

impl From<askama::Error> for Fault {
    fn from(error: askama::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}
