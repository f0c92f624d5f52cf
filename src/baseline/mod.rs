//! Which contradictions are known: identities that outlast edits.

mod identity;
mod state;

pub use identity::{conflict_id, item_id};
pub use state::State;
