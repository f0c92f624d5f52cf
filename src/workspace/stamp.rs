//! How a file looked from outside when it was read.

use std::path::Path;
use std::time::SystemTime;

/// What tells that a file is another one now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    /// It was not there.
    Missing,
    /// It was there, of this age and length.
    Found(Option<SystemTime>, u64),
    /// Somebody has said that it changed.
    Touched,
}

impl Stamp {
    pub(super) fn of(path: &Path) -> Self {
        std::fs::metadata(path).map_or(Self::Missing, |it| Self::Found(it.modified().ok(), it.len()))
    }
}
