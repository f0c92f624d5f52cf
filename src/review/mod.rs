//! What only a person can settle: which claims to ask about, and how answers become pins in the claim files.

mod amend;
mod case;
mod pins;
mod question;
mod split;
mod write;

pub use amend::{Amended, ClaimFileForm, KeyTexts as Words, amended};
pub use case::{Case, ReviewState};
pub use pins::{Answer, AnswerOutcome, OwnedPin, Pins};
pub use question::{Choice, Question};
pub use split::Refused;
pub use write::{pinned, write};
