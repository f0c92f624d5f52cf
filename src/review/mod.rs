//! What only a person can settle: which pairs to ask about, and how answers become pins in the claim files.

mod pins;
mod question;
mod write;

pub use pins::{Answer, Pins, Said};
pub use question::{Question, questions};
pub use write::{pinned, write};
