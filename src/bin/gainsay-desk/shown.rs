//! What was shown: an action on it is refused where it is another thing by now.

use std::collections::{BTreeMap, VecDeque};

use gainsay::baseline::JudgedItem;
use sha2::{Digest, Sha256};

use crate::door;
use crate::fault::Fault;
use crate::follow::FollowUp;

/// So many things that were shown are remembered.
const MOST: usize = 20_000;

/// So many digits of a hash tell them apart.
const DIGITS: usize = 12;

/// What was shown, by its mark.
#[derive(Debug, Default)]
pub(crate) struct ShownMarks {
    all: BTreeMap<String, String>,
    order: VecDeque<String>,
}

impl ShownMarks {
    /// Remembers what is shown; the mark that a form brings back.
    pub(crate) fn remember(&mut self, text: String) -> String {
        let mark = mark(&text);
        if self.all.insert(mark.clone(), text).is_none() {
            self.order.push_back(mark.clone());
            if self.order.len() > MOST
                && let Some(oldest) = self.order.pop_front()
            {
                self.all.remove(&oldest);
            }
        }
        mark
    }

    /// Refuses what is another thing now than it was when it was shown.
    pub(crate) fn still(&self, shown: &str, now: Option<String>) -> Result<(), Fault> {
        if now.as_ref().is_some_and(|now| mark(now) == shown) {
            return Ok(());
        }
        Err(Fault::Changed { shown: self.text(shown).map(str::to_owned), now })
    }

    /// What was shown under a mark, unless that is too long ago.
    pub(crate) fn text(&self, mark: &str) -> Option<&str> {
        self.all.get(mark).map(String::as_str)
    }
}

/// An item in words: whatever a person may have decided by.
pub(crate) fn of_item(item: JudgedItem<'_>, follow: Option<&FollowUp>) -> String {
    let mut lines = vec![format!("{}: {}", item.label, item.verdict.name())];
    for claim in &item.claims {
        let pins: Vec<&str> = claim.pin.iter().chain(&claim.not).map(String::as_str).collect();
        let pins = if pins.is_empty() { String::new() } else { format!(" [{}]", pins.join(", ")) };
        lines.push(format!("{}#{} {}: {}{pins}", claim.file, claim.number, claim.outlet, claim.value));
    }
    let mut states: Vec<String> = Vec::new();
    for it in item.comparisons() {
        let file = it.accepted().map_or("", |it| it.file.as_str());
        let state = it.state().map(|state| format!("{} {} {file}", it.id, state.name()));
        states.extend(state.filter(|it| !states.contains(it)));
    }
    lines.extend(states);
    lines.extend(follow.map(ToString::to_string));
    lines.join("\n")
}

fn mark(text: &str) -> String {
    door::hex(Sha256::digest(text).get(..DIGITS).unwrap_or_default())
}
