//! What newsrooms call persons, places and bodies, and the words around their names.

pub mod address;
pub(crate) mod around;
pub mod bodies;
pub mod given;
pub mod other;
pub mod places;
