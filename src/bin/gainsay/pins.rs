//! What is told of pins: which were written, which could not be, and which go against earlier ones.

use std::collections::BTreeMap;

use gainsay::claim::toml_text;
use gainsay::report;
use gainsay::review::{AnswerOutcome, Case, Pins};

use crate::named::{name, place};

/// What was written of which claims.
pub(crate) fn written(case: &Case<'_>, before: &Pins) -> String {
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (at, mark) in case.pins.changes(before) {
        // The story is known: its folder would fill the line.
        let place = place(case, at);
        let place = place.rsplit('/').next().unwrap_or_default().to_owned();
        let was = &before.marks()[at];
        if mark.item != was.item {
            let item = mark
                .item
                .as_ref()
                .map_or("item removed".to_owned(), |item| format!("item = {}", toml_text(item)));
            said.entry(item).or_default().push(place.clone());
        }
        if mark.not != was.not {
            let not: Vec<String> = mark.not.iter().map(|it| toml_text(it)).collect();
            let not =
                if not.is_empty() { "not removed".to_owned() } else { format!("not = [{}]", not.join(", ")) };
            said.entry(not).or_default().push(place);
        }
    }
    let lines =
        said.into_iter().map(|(what, places)| report::safe(&format!("  {what}  {}", places.join(", "))));
    lines.fold(String::new(), |told, line| told + "\n" + &line)
}

/// What a person should know of an answer that does not go with the earlier ones.
pub(crate) fn warning(case: &Case<'_>, (a, b): (usize, usize), said: &AnswerOutcome) -> Option<String> {
    let (a, b) = (name(case, a), name(case, b));
    let warning = match said {
        AnswerOutcome::Known | AnswerOutcome::Pinned => return None,
        AnswerOutcome::United(mine, yours) => {
            format!("warning: {a} and {b} had different pins; {yours:?} is now {mine:?}, too")
        }
        AnswerOutcome::Contradicts(pins) => {
            format!(
                "warning: the answer on {a} and {b} contradicts an earlier one ({pins}) and is not written; \
                 to answer anew, remove what their `item` and `not` say"
            )
        }
    };
    Some(report::safe(&warning))
}
