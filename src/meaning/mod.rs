//! What words mean, as far as a small table of word vectors knows: `killed` is near `dead`, and far from `river`.

mod block;
mod table;
mod vector;

pub use block::Block;
pub use table::{rank, vector};
pub use vector::{Sum, Vector};
