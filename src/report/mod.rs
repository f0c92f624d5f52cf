//! The finished findings, and one file for each format that shows them.

mod json;
mod problems;
mod show;
mod table;
pub(crate) mod terminal;
mod view;

pub use json::json;
pub use problems::problems;
pub use show::show;
pub use table::{Shown, table};
pub use view::{Claim, Comparison, Diagnostic, Item, NearMiss, Position, Report, Story, Summary};
