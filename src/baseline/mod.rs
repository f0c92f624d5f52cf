//! Which contradictions are known: identities that outlast edits, and the accepted ones, each in a file of its own.

mod accepted;
mod conflict;
mod find;
mod history;
mod judge;
mod judged;
mod news;
mod noted;
mod revision;
mod seen;
mod state;
mod write;

pub use accepted::{Accepted, FOLDER, read};
pub use conflict::{Conflict, KnownClaim, KnownSide};
pub use find::{CurrentClaim, ItemNow, Match, Matches, find};
pub use history::{Commit, commit_before, history, uncommitted};
pub use judge::{Known, judge};
pub use judged::{Acceptance, Gone, JudgedComparison, JudgedItem, JudgedStory, Stale, Standing};
pub use news::ChangesSince;
pub use noted::Noted;
pub use revision::{Revision, Unreadable, revision};
pub use seen::{ClaimHashes, Seen, read_seen, settings_mark};
pub use state::State;
pub use write::{place, refreshed, text};
