//! How the built-in scales are laid out, and looked up.

use std::sync::{LazyLock, OnceLock};

use super::super::Scale;
use crate::english::label;
use crate::english::lexicon::Lexicon;
use crate::english::scales::{BUILT_IN, BuiltIn, Rows};
use crate::english::token::Phrase;

/// A scale with its words laid out for looking up.
pub(super) struct Indexed {
    pub(super) scale: &'static BuiltIn,
    /// The words that mean a stage wherever they stand alone.
    pub(super) sure: Lexicon<(usize, usize)>,
    /// All of them, laid out when the first label asks for a stage.
    all: OnceLock<Lexicon<(usize, usize)>>,
}

pub(super) static INDEX: LazyLock<Vec<Indexed>> =
    LazyLock::new(|| BUILT_IN.iter().map(Indexed::new).collect());

/// The words of rows, with the stages that they may mean.
fn rows(rows: Rows) -> impl Iterator<Item = ((usize, usize), &'static str)> {
    rows.iter().map(|(low, high, list)| ((*low, *high), *list))
}

/// Whether a label may ask for a stage of any scale.
pub(super) fn are_asked_by(label: &str) -> bool {
    label.is_empty() || label::has(label, |word| BUILT_IN.iter().any(|scale| scale.asks.contains(&word)))
}

impl Indexed {
    fn new(scale: &'static BuiltIn) -> Self {
        Self { scale, sure: Lexicon::new(rows(scale.words)), all: OnceLock::new() }
    }

    /// All words that mean a stage, for a label that asks for one.
    pub(super) fn all(&self) -> &Lexicon<(usize, usize)> {
        self.all.get_or_init(|| Lexicon::new(rows(self.scale.words).chain(rows(self.scale.asked))))
    }

    /// Whether a label asks for a stage; under none at all, a deal is the likeliest to have stages.
    pub(super) fn is_asked_by(&self, label: &str) -> bool {
        let asked = label::has(label, |word| self.scale.asks.contains(&word));
        asked || (label.is_empty() && self.scale.name == "deal")
    }

    /// Whether its stages are those of something bought, sold or merged.
    pub(super) fn trades(&self) -> bool {
        self.scale.name == "deal"
    }

    /// The stages that a story's word means, whether or not it has to be asked for.
    pub(super) fn stages_of(&self, word: &str) -> Option<(usize, usize)> {
        let lower = word.to_lowercase();
        let phrase = Phrase::new(&lower, &lower);
        self.all().find(&phrase, 0).filter(|(_, next)| *next == phrase.len()).map(|(stages, _)| stages)
    }
}

impl BuiltIn {
    /// The scale as a story would give it, each stage under the name it is shown with.
    pub(super) fn to_scale(&self) -> Scale {
        let stages = self.stages.iter().map(|stage| vec![(*stage).to_owned()]);
        Scale { name: self.name.to_owned(), stages: stages.collect() }
    }
}
