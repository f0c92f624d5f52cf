//! Texts with lines and columns, problems with their places, the claim files of a folder, and the one writer of files.

mod find;
mod problem;
mod slug;
mod text;
mod write;

pub use find::{Folder, find};
pub use problem::{Fix, Problem, Related, Severity};
pub use slug::slug;
pub use text::{Place, Read, TextFile, is_direction_mark, shown_path};
pub use write::{Batch, Unwritten, create, remove, replace, replace_text, unfinished};
