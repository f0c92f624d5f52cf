//! One file for each format that shows what was found.

mod brief;
mod concise;
mod csv;
mod format;
mod github;
mod gitlab;
mod html;
mod json;
mod jsonl;
mod junit;
mod location;
mod markdown;
mod sarif;
mod schema;

pub use crate::files::safe;
pub use format::{Audience, Format, write};
pub use html::{DEFS, FactActions, PageEscaper, Pieces, STYLE, html};
pub use json::json;
pub use markdown::{SUMMARY, markdown};
pub use schema::SCHEMAS;
