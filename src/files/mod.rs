//! Texts with lines and columns, problems with their places, the claim files of a folder, and writing files whole.

mod find;
mod problem;
mod text;
mod write;

pub use find::{Folder, find};
pub use problem::{Fix, Problem, Related, Severity};
pub use text::{Place, TextFile, shown_path};
pub use write::{create, replace, replace_text};
