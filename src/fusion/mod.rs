//! Claims of one fact become a data item: what agrees, what contradicts, who rests on whom, what can be printed.

mod across;
mod ages;
mod clocks;
mod compare;
mod cut;
mod days;
mod development;
mod direction;
mod doubt;
mod exchange;
mod figures;
mod ground;
mod item;
mod motion;
mod order;
mod origin;
mod places;
mod stake;
mod telling;
mod texts;
mod truth;
mod unread;
mod parts;
mod print;
mod quoted;
mod verdict;
mod versions;
mod words;

pub use compare::compare;
pub use item::{Comparison, DataItem, Largest, Position, fuse, fuse_by};
pub use origin::{Backing, Credit, Origins};
pub use print::{Safe, Why};
pub use quoted::OneSource;
pub use verdict::{Judgement, Verdict};
pub use versions::{Change, Version, versions};
