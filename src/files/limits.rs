//! How much is read: more than any desk has, so that nothing that somebody sends in can stall a run.

/// The bytes of a file; no article has that many claims.
pub const FILE_BYTES: u64 = 16 << 20;

/// The claim files of a run.
pub const FILES: usize = 100_000;

/// How deep folders lie in one another, below a path that was asked for.
pub const DEPTH: usize = 32;

/// The claims of a file.
pub const CLAIMS: usize = 10_000;

/// The characters of a text.
pub const TEXT: usize = 200_000;

/// The members of a list.
pub const MEMBERS: usize = 1_000;

/// The words of a subject, an attribute or a scope.
pub const LABEL_WORDS: usize = 40;
