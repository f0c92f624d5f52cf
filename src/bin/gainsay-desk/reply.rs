//! What an address answers.

use crate::fault::Fault;

/// What an address answers.
#[derive(Debug)]
pub(crate) enum Reply {
    Page(String),
    /// The page again, with what is still wrong on it.
    Unfinished(String),
    /// The page again, with what somebody else has changed meanwhile.
    Changed(String),
    /// Go there.
    Back(String),
}

/// That, or why it is refused.
pub(crate) type Handled = Result<Reply, Fault>;
