//! The finished findings, and one file for each format that shows them.

mod axis;
mod brief;
mod changes;
mod checklist;
mod concise;
mod csv;
mod extent;
mod finding;
mod format;
mod github;
mod gitlab;
mod html;
mod item;
mod json;
mod jsonl;
mod junit;
mod known;
mod lane;
mod period;
mod location;
mod markdown;
mod near;
mod position;
mod problems;
mod question;
mod rules;
mod sarif;
mod schema;
mod show;
mod sketch;
mod states;
mod statistics;
mod table;
mod task;
pub(crate) mod terminal;
mod values;
mod version;
mod view;

pub use changes::{Changes, Found, changes};
pub use checklist::checklist;
pub use extent::{Extent, Line};
pub use format::{Format, Reader, write};
pub use html::html;
pub use json::json;
pub use markdown::{SUMMARY, markdown};
pub use near::NearMiss;
pub use problems::{concise, problems, problems_json};
pub use question::{Question, Questions};
pub use rules::{rule, rules};
pub use schema::SCHEMAS;
pub use show::show;
pub use states::{Gone, Known, Since};
pub use table::{Shown, table};
pub use terminal::safe;
pub use values::{values, values_json};
pub use version::{Change, Version, Wording};
pub use view::{
    Accepted, Article, Claim, Comparison, Diagnostic, Item, Position, Report, Stale, Story, Summary,
    Waterfall,
};
