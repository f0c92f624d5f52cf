//! What a value says beside its figure, for people.

use super::{Motion, Note, Value};

impl Value {
    /// That it is a rank or a score, which way it goes, what it was, its parts, how else it is given,
    /// what else stands beside it, and what was not understood: each with its name.
    pub fn remarks(&self) -> Vec<(&'static str, String)> {
        let mut found = Vec::new();
        if self.is_rank() {
            found.push(("note", "a rank".to_owned()));
        } else if self.is_score() {
            found.push(("note", "a score".to_owned()));
        }
        let told = match &self.motion {
            Some(Motion::By) => Some("a change"),
            Some(Motion::To { .. }) => Some("where it led"),
            Some(Motion::From) => Some("where it began"),
            None => None,
        };
        match (self.direction, told) {
            (Some(direction), Some(told)) => {
                found.push(("direction", format!("{}, {told}", direction.name())));
            }
            (Some(direction), None) => found.push(("direction", direction.name().to_owned())),
            (None, Some(told)) => found.push(("tells", told.to_owned())),
            (None, None) => {}
        }
        if let Some(Motion::To { was: Some(was) }) = &self.motion {
            found.push(("was", was.understood()));
        }
        found.extend(self.parts.iter().map(|part| ("part", part.understood())));
        if !self.notes.iter().any(|note| matches!(note, Note::AlsoGiven(_))) {
            found.extend(self.also.iter().map(|also| ("also given as", also.understood())));
        }
        let beside =
            self.counted.iter().filter(|words| !self.shows_counted() && !self.unread.contains(words));
        found.extend(beside.map(|words| ("beside it", words.clone())));
        found.extend(self.unread.iter().map(|words| ("not understood", words.clone())));
        found
    }
}
