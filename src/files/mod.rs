//! Texts with lines and columns, problems with their places, and the claim files of a folder.

mod find;
mod problem;
mod text;
mod write;

pub use find::{Folder, find};
pub use problem::{Problem, Severity};
pub use text::{Place, TextFile};
pub use write::{create, replace};
