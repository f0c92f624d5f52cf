//! Which contradictions are known: identities that outlast edits.

mod identity;

pub use identity::{conflict_id, item_id};
