//! What a count covers: the names that a label puts side by side.

use std::sync::Arc;

use super::normalise::Spelling;

/// Names that a label puts side by side: `Turkey and Syria`.
#[derive(Debug, Default)]
pub(super) struct Covers {
    together: Vec<(Box<str>, Box<str>)>,
    names: Vec<Box<str>>,
}

impl Covers {
    pub(super) fn of(label: &[Arc<Spelling>]) -> Self {
        let together = label.windows(3).filter_map(|words| match words {
            [one, and, other] if and.word == "and" && one.is_name && other.is_name => {
                Some((one.word.as_str().into(), other.word.as_str().into()))
            }
            _ => None,
        });
        let names = label.iter().filter(|it| it.is_name).map(|it| it.word.as_str().into());
        Self { together: together.collect(), names: names.collect() }
    }

    /// Whether it puts two names side by side of which the other has one alone.
    pub(super) fn more_than(&self, other: &Self) -> bool {
        self.together.iter().any(|(a, b)| other.names.contains(a) != other.names.contains(b))
    }
}

#[cfg(test)]
mod tests {
    use super::super::normalise::words_of;
    use super::Covers;

    #[test]
    fn what_two_names_cover_is_more_than_what_one_does() {
        let of = |text: &str| Covers::of(&words_of(text));
        assert!(of("dead in Turkey and Syria").more_than(&of("dead in Turkey")));
        assert!(!of("dead in Turkey").more_than(&of("dead in Turkey and Syria")));
        assert!(!of("dead in Turkey and Syria").more_than(&of("dead in the quake")));
    }
}
