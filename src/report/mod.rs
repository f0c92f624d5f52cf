//! The finished findings, and one file for each format that shows them.

mod axis;
mod extent;
mod format;
mod html;
mod json;
mod position;
mod problems;
mod question;
mod show;
mod table;
pub(crate) mod terminal;
mod view;

pub use extent::{Extent, Line};
pub use format::{Format, write};
pub use html::html;
pub use json::json;
pub use problems::problems;
pub use question::{Question, Questions};
pub use show::{show, write_waterfall};
pub use table::{Shown, table};
pub use terminal::safe;
pub use view::{
    Article, Claim, Comparison, Diagnostic, Item, NearMiss, Position, Report, Stale, Story, Summary,
    Waterfall,
};
