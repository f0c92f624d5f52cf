//! What stands before a figure: hedges, possibility, the direction of a change, and words that say nothing.

use std::sync::LazyLock;

use super::amount;
use super::currency;
use super::single::{Amount, ReadingChoice};
use crate::english::figures::lead::{AGES, EARLIER, HARMLESS, MODALS, NUMBERED};
use crate::english::figures::ways::{self, Tells};
use crate::english::lexicon::{Lexicon, rows};
use crate::english::token::Phrase;
use crate::value::Kind;
use crate::value::direction::{Axis, Direction};
use crate::value::hedge::{self, Hedge};

/// The words before a figure, as understood.
#[derive(Debug, Default)]
pub(crate) struct Lead {
    /// In the order of the words.
    pub hedges: Vec<Hedge>,
    /// The hedges as worded.
    pub worded: String,
    /// The words that make it less than a fact.
    pub modality: Option<String>,
    /// Which way the figure goes, and what it tells of that.
    pub direction: Option<(Direction, Tells)>,
    /// What is done to a figure, or to things: `cut`.
    pub perhaps: Option<Direction>,
    /// `between` came first, so that `and` joins the ends of a range.
    pub between: bool,
    /// `from` came last, so that a range may follow.
    pub from: bool,
    /// What the words say the figure is.
    pub of: Of,
    /// The place behind it.
    pub end: usize,
}

/// What words before a figure say it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Of {
    /// Nothing more.
    #[default]
    Itself,
    /// An age, so that a bare number is years: `aged`.
    Age,
    /// What was before: `previously`.
    Before,
}

#[derive(Clone, Copy)]
enum Word {
    Harmless,
    Modal,
    Direction(Direction, Tells),
    Perhaps(Direction),
    Age,
    Earlier,
}

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let directions =
        ways::BEFORE.iter().map(|(to, tells, list)| (Word::Direction((*to).into(), *tells), *list));
    let perhaps = ways::PERHAPS.iter().map(|(to, list)| (Word::Perhaps((*to).into()), *list));
    let others = [(Word::Age, AGES), (Word::Earlier, EARLIER), (Word::Harmless, HARMLESS)];
    Lexicon::new([(Word::Modal, MODALS)].into_iter().chain(directions).chain(perhaps).chain(others))
});

/// The words before the first figure, and that figure. `None` where other words stand there.
pub(crate) fn read(phrase: &Phrase, at: usize, choice: ReadingChoice) -> Option<(Lead, Amount)> {
    let mut lead = Lead { end: at, ..Lead::default() };
    loop {
        let at = lead.end;
        // No hedge begins with a figure.
        if phrase.number(at).is_some() {
            // The road `A6` is no figure.
            if at > 0 && phrase.glued(at) && phrase.word(at - 1) == "a" {
                return None;
            }
            let amount = amount::read(phrase, at, choice, lead.between)?;
            return Some((lead, amount));
        }
        phrase.tokens.get(at)?;
        let hedge = hedge::before(phrase, at);
        let word = WORDS.find(phrase, at);
        // `a total of 5` goes on, `a million` is the figure.
        let sign = matches!(hedge, Some((Hedge::About, end)) if end == at + 1)
            && currency::before(phrase, at).is_some();
        if sign || hedge.is_none() && (word.is_none() || at_figure(phrase, at, choice)) {
            if let Some(amount) = amount::read(phrase, at, choice, lead.between) {
                return Some((lead, amount));
            }
            match phrase.word(at) {
                "between" => lead.between = true,
                "from" => lead.from = true,
                _ if phrase.symbol(at) == Some(',') && at > 0 => {}
                // `winds of 120 mph`, `a fleet of 12 ships`: what the figure is of.
                word if phrase.word(at + 1) == "of" && is_noun(phrase, at, word) => lead.end += 1,
                // `a trade surplus of`
                word if is_noun(phrase, at, word) && result_of(phrase, at + 1) => {}
                _ => return None,
            }
            lead.end += 1;
            continue;
        }
        match (hedge, word) {
            (Some((hedge, end)), word) if word.is_none_or(|(_, other)| other <= end) => {
                if spans(phrase, end, choice) {
                    (lead.between, lead.end) = (true, end);
                } else {
                    lead.hedge(phrase, hedge, end);
                }
            }
            (_, Some((word, mut end))) => {
                match word {
                    Word::Harmless => {}
                    // `ticked up to`
                    Word::Direction(direction, Tells::By)
                        if direction.axis == Axis::Change && phrase.word(end) == "to" =>
                    {
                        lead.direction = Some((direction, Tells::To));
                        end += 1;
                    }
                    Word::Modal => lead.modal(phrase, end),
                    Word::Direction(direction, Tells::From) => {
                        lead.direction = Some((direction, Tells::By));
                        lead.from = true;
                    }
                    Word::Direction(direction, tells) => lead.direction = Some((direction, tells)),
                    Word::Perhaps(direction) => lead.perhaps = Some(direction),
                    Word::Age => lead.of = Of::Age,
                    Word::Earlier => lead.of = Of::Before,
                }
                lead.end = end;
            }
            _ => return None,
        }
    }
}

/// The place behind words before a figure that say nothing of its size, and those among them that make it less than a
/// fact: `believed to be in his`.
pub(crate) fn past_words(phrase: &Phrase, at: usize) -> (Option<String>, usize) {
    let mut lead = Lead { end: at, ..Lead::default() };
    while let Some((word, end)) = WORDS.find(phrase, lead.end) {
        match word {
            Word::Harmless | Word::Age | Word::Perhaps(_) | Word::Earlier => {}
            Word::Modal => lead.modal(phrase, end),
            Word::Direction(..) => break,
        }
        lead.end = end;
    }
    (lead.modality, lead.end)
}

/// The place behind words that make a figure behind them less than a fact: `perhaps`.
pub(crate) fn past_modals(phrase: &Phrase, mut at: usize) -> usize {
    while let Some((Word::Modal, end)) = WORDS.find(phrase, at) {
        at = end;
    }
    at
}

/// Whether `in the range of` ends at a place, with two figures behind it: `2.9 and 3.5 billion`.
fn spans(phrase: &Phrase, end: usize, choice: ReadingChoice) -> bool {
    phrase.word(end.saturating_sub(2)) == "range"
        && amount::read(phrase, end, choice, true).is_some_and(|first| {
            phrase.word(first.end) == "and" && amount::read(phrase, first.end + 1, choice, true).is_some()
        })
}

/// Whether an article or another harmless word begins the figure itself: `a million`, `half`, `one`.
fn at_figure(phrase: &Phrase, at: usize, choice: ReadingChoice) -> bool {
    match phrase.word(at) {
        "a" | "an" => amount::read(phrase, at, choice, false).is_some(),
        // `New Zealand $7 million`
        "new" => currency::before(phrase, at).is_some(),
        _ => false,
    }
}

/// Whether a result stands at a place, as `surplus of` does: any word may tell of what it is one.
fn result_of(phrase: &Phrase, at: usize) -> bool {
    matches!(WORDS.find(phrase, at), Some((Word::Direction(direction, Tells::Lies), end))
        if direction.axis == Axis::Result && phrase.word(end - 1) == "of")
}

/// Whether a word before `of` names what the figure measures or counts, and not a thing with a number.
fn is_noun(phrase: &Phrase, at: usize, word: &str) -> bool {
    let lower = phrase.tokens.get(at).is_some_and(|token| token.text == token.lower);
    lower && word.len() > 2 && rows(NUMBERED).all(|numbered| numbered != word)
}

impl Lead {
    /// Whether no words stood before the figure, or only such as say nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.hedges.is_empty()
            && self.modality.is_none()
            && self.direction.is_none()
            && self.perhaps.is_none()
            && !(self.between || self.from)
            && self.of == Of::Itself
    }

    /// Whether the words are of something that moves.
    pub(crate) fn tells_change(&self) -> bool {
        self.direction.is_some() || self.perhaps.is_some()
    }

    /// Which way a figure of a kind goes, and what it tells of that, where the words before it say so; `was` is where it
    /// came from, `forward` whether that is less.
    pub(crate) fn told(&self, kind: Kind, moved: Option<bool>) -> Option<(Direction, Tells)> {
        let (direction, tells) = match (self.direction, self.perhaps) {
            (Some((direction, tells)), _) => (direction, tells),
            (None, Some(direction)) if moved.is_some() || self.from || kind == Kind::Percent => {
                (Direction { forward: moved.unwrap_or(direction.forward), ..direction }, Tells::By)
            }
            _ => return None,
        };
        Some(match (moved, tells) {
            (Some(_), _) => (direction, Tells::To),
            (_, Tells::By) if self.from => (direction, Tells::From),
            (_, tells) => (direction, tells),
        })
    }

    fn hedge(&mut self, phrase: &Phrase, hedge: Hedge, end: usize) {
        self.add(phrase, hedge, self.end, end);
        self.end = end;
    }

    /// Adds a hedge that stands anywhere in the phrase.
    pub(crate) fn add(&mut self, phrase: &Phrase, hedge: Hedge, from: usize, to: usize) {
        if !self.worded.is_empty() {
            self.worded.push(' ');
        }
        let words = phrase.written(from, to).to_lowercase();
        if let Some(modal @ ("could" | "may" | "might" | "would")) = words.split(' ').next() {
            self.modality = Some(modal.to_owned());
        }
        self.worded.push_str(&words);
        self.hedges.push(hedge);
    }

    fn modal(&mut self, phrase: &Phrase, end: usize) {
        let words = phrase.written(self.end, end).to_lowercase();
        self.modality = Some(match self.modality.take() {
            Some(before) => format!("{before} {words}"),
            None => words,
        });
    }
}
