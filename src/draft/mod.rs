//! Drafts of claims from an article's text, to be kept or struck by a person, and what an article
//! leaves out that others report.

mod amount;
mod attribute;
mod checklist;
mod clause;
mod credit;
mod dateline;
mod drafts;
mod fact;
mod facts;
mod figures;
mod file;
mod mentions;
mod name;
mod numbers;
mod parties;
mod phrase;
mod predicate;
mod processes;
mod sentence;
mod sound;
mod states;
mod subject;
mod told;
mod verb;
mod when;
mod words;

pub use checklist::{Missing, Passage, missing};
pub use drafts::{Draft, drafts};
pub use file::{NewArticle, claim_file};
