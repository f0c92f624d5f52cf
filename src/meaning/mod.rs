//! What words mean, as far as a small table of word vectors knows: `killed` is near `dead`, and far from `river`.

mod cosines;
mod table;
mod vector;

pub use cosines::cosines;
pub use table::{rank, vector};
pub use vector::{Sum, Vector};
