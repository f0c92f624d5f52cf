//! The finished findings, and one file for each format that shows them.

mod format;
mod json;
mod problems;
mod question;
mod show;
mod table;
pub(crate) mod terminal;
mod view;

pub use format::{Format, write};
pub use json::json;
pub use problems::problems;
pub use question::{Question, Questions};
pub use show::{show, write_waterfall};
pub use table::{Shown, table};
pub use terminal::safe;
pub use view::{
    Claim, Comparison, Diagnostic, Item, NearMiss, Position, Report, Stale, Story, Summary, Waterfall,
};
