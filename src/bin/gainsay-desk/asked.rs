//! A question in words: what it is about, and the mark of what was shown.

use gainsay::review::Case;
use gainsay::view::ClaimView;

use crate::act;
use crate::app::{App, held};
use crate::pins;

/// A claim, as a card shows it.
pub(crate) struct ClaimCard {
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) value: String,
    pub(crate) outlet: String,
    pub(crate) quote: String,
}

impl ClaimCard {
    /// Of a claim, by its place.
    pub(crate) fn new(case: &Case<'_>, at: usize) -> Self {
        let claim = ClaimView::new(case.alignment.claims[at]);
        Self {
            name: pins::name(case, at),
            label: format!("{}: {}", claim.subject, claim.attribute),
            value: claim.value,
            outlet: claim.outlet,
            quote: claim.quote.unwrap_or_default(),
        }
    }
}

/// Notes that a question is shown.
pub(crate) fn mark(app: &App, case: &Case<'_>, claim: usize, choices: &[usize]) -> String {
    held(&app.shown).remember(asked(case, claim, choices.iter().copied()))
}

/// A claim in a line.
pub(crate) fn words(case: &Case<'_>, at: usize) -> String {
    act::words(&ClaimView::new(case.alignment.claims[at]))
}

/// A question in words: whatever a person may answer by.
pub(crate) fn asked(case: &Case<'_>, claim: usize, choices: impl Iterator<Item = usize>) -> String {
    let line = |at: usize| {
        let mark = &case.pins.marks()[at];
        let it = ClaimCard::new(case, at);
        let pins = format!("{} {}", mark.item.as_deref().unwrap_or_default(), mark.not.join(" "));
        format!("{} {}: {}: {} {pins}\n", it.name, it.outlet, it.label, it.value)
    };
    std::iter::once(claim).chain(choices).map(line).collect()
}
