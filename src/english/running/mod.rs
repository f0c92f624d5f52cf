//! Words of running texts: where sentences end, what names begin and end with, what stands beside figures.

pub(crate) mod figures;
pub(crate) mod names;
pub(crate) mod sentences;
