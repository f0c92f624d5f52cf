//! What the exit status says.

/// Nothing new.
pub(crate) const OK: u8 = 0;
/// New contradictions or findings, or figures below what they must be.
pub(crate) const CONFLICTS: u8 = 1;
/// The command line, the settings, a claim file or an accepted one is wrong.
pub(crate) const WRONG: u8 = 2;
/// No claim file found.
pub(crate) const NOTHING: u8 = 3;
