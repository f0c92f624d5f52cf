//! What a run found, ready to be told: the judged stories with their counts, what of it is shown, and one list of findings,
//! each with its level, place, text and id.

mod clash;
mod finding;
mod open;
mod report;
mod shown;
mod summary;

pub(crate) use clash::{Clash, cut, told};
pub(crate) use finding::{Finding, FindingLevel, findings, unsettled};
pub(crate) use open::open;
pub use report::{Diagnostic, Report, Since};
pub use shown::Shown;
pub use summary::Summary;
