//! How far a run is, for whoever watches it.

/// Hears how far a run is, from several threads at once.
pub trait Progress: Sync {
    /// So many claim files are to be checked.
    fn begin(&self, claim_files: usize);
    /// So many more are done; they make so many claims.
    fn done(&self, claim_files: usize, claims: usize);
    /// All are done.
    fn end(&self);
}

/// Nobody watches.
impl Progress for () {
    fn begin(&self, _claim_files: usize) {}
    fn done(&self, _claim_files: usize, _claims: usize) {}
    fn end(&self) {}
}
