//! Texts with lines and columns, problems with their places, the claim files of a folder, and the one writer of files.

mod find;
mod ignored;
pub mod json;
pub mod limits;
mod problem;
mod reach;
mod shown;
mod slug;
mod text;
mod write;

pub use find::{DECIDED, Folder, deserted, find};
pub use problem::{Fix, Problem, Related, Severity};
pub use reach::{is_in_reach, kept_from};
pub use shown::safe;
pub(crate) use shown::{count, one_line, shown};
pub use slug::slug;
pub use text::{Place, Read, TextFile, bytes, is_direction_mark, shown_path};
pub use write::{Batch, Unwritten, create, remove, replace, replace_text, unfinished};

use std::path::Path;

/// The folder that a file lies in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
