//! The fact-checker's bench: drafts of claims from an article's text, to be kept or struck by a person, and what an article
//! leaves out that others report.

mod checklist;
mod credit;
mod draft;
mod facts;
mod file;
mod label;
mod sentence;

pub use checklist::{Missing, Passage, missing};
pub use draft::{Draft, drafts};
pub use file::{NewArticle, claim_file};
