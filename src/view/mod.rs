//! What a run found, complete: every item with its claims, comparisons and positions, and what follows from them for a reader.
//! Formats only read it.

pub(crate) mod accusation;
pub(crate) mod advice;
pub(crate) mod axis;
mod claim;
mod comparison;
pub(crate) mod extent;
pub(crate) mod first;
mod heading;
mod identity;
mod ids;
mod item;
pub(crate) mod lane;
pub(crate) mod letter;
mod meaning;
mod near;
pub(crate) mod period;
pub(crate) mod position;
mod print;
mod story;
pub(crate) mod task;
mod version;
mod when;

pub use accusation::{Accusation, Against};
pub use claim::ClaimView;
pub(crate) use comparison::rounded;
pub use comparison::{ComparisonView, Waterfall};
pub use extent::{DrawnExtent, NumberLine};
pub use identity::Fingerprints;
pub(crate) use ids::hashed;
pub use ids::{conflict_id, conflict_id_of, first_conflict_id, item_id, problem_id};
pub use item::{Gravity, Item, PositionView};
pub(crate) use meaning::plain;
pub use meaning::{label, meaning};
pub use near::NearMiss;
pub use print::{LargestView, OneSourceView, SafeWordingView};
pub use story::{ArticleView, StoryView};
pub use version::{ChangedFactView, VersionView, Wording};
pub use when::When;
