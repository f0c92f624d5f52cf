//! What people read in a terminal.

mod changes;
mod checklist;
pub(crate) mod known;
mod layout;
mod problems;
mod question;
mod rules;
mod screen;
mod short;
mod show;
mod sketch;
mod statistics;
mod table;
mod terminal;
mod values;
mod versions;

pub use changes::{Changes, StoryState, changes};
pub use checklist::checklist;
pub use problems::{concise, problems, problems_json};
pub use question::{QuestionView, Questions};
pub use rules::{rule, rules};
pub use show::show;
pub(crate) use statistics::statistics;
pub use table::table;
pub use values::{values, values_json};
