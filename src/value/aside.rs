//! A day, a time or a stage with an aside behind it: `10 March, at the fair`, `early talks (very fluid)`.

use std::ops::Range;

use super::stage::asks as asks_for_stage;
use super::{Content, Context, Kind, Note, Value, date, quantity, stage, time};
use crate::english::asides;
use crate::english::label;
use crate::english::time::days;
use crate::english::token::{self, Phrase, TokenKind};

/// Longer asides are sentences, which may tell of anything.
const LONGEST: usize = 10;

/// The value before the last comma or bracket that parts one from the rest, where the rest tells nothing of the kind.
pub(super) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    let parts = |at: &usize| matches!(phrase.symbol(*at), Some(',' | ';' | '(' | ':'));
    (1..phrase.len()).rev().filter(parts).find_map(|at| parted(phrase, at, context))
}

fn parted(phrase: &Phrase, at: usize, context: &Context) -> Option<Value> {
    let behind = at + 1..phrase.len();
    let mut value = of(phrase.written(0, at), context).filter(|it| is_asked(it, context))?;
    let aside = phrase.written(behind.start, behind.end).trim_end_matches(')').trim();
    if !asides::is_telling(aside) {
        value.notes.push(Note::GoesOn(aside.to_owned()));
    } else if behind.len() > LONGEST
        || behind.clone().any(|at| turns(phrase, at))
        || holds_one(phrase, &behind, context)
    {
        return None;
    } else {
        value.unread.push(aside.to_owned());
    }
    phrase.text.clone_into(&mut value.text);
    Some(value)
}

/// Whether some of the tokens are a day, a time or a stage, too, or a span of time.
fn holds_one(phrase: &Phrase, tokens: &Range<usize>, context: &Context) -> bool {
    let mut windows = tokens.clone().flat_map(|from| (from + 1..=tokens.end).map(move |to| (from, to)));
    let lasts = |words: &str| quantity::read(&Phrase::new(words, &token::lower(words)), context);
    let lasts = |words: &str| lasts(words).is_some_and(|it| it.kind == Kind::Duration);
    windows.any(|(from, to)| {
        let words = phrase.written(from, to);
        of(words, context).is_some() || lasts(words)
    })
}

/// Whether a token makes of the aside more than one.
fn turns(phrase: &Phrase, at: usize) -> bool {
    asides::turns(phrase.word(at))
        || phrase.tokens.get(at).is_some_and(|it| matches!(it.shape, TokenKind::Number(_)))
}

/// A day, a time or a stage that some words are.
fn of(words: &str, context: &Context) -> Option<Value> {
    let lower = token::lower(words);
    let phrase = Phrase::new(words, &lower);
    let value = time::read(&phrase, context).or_else(|| date::read(&phrase, context));
    value.or_else(|| stage::read(&phrase, context).filter(|_| asks_for_stage(context)))
}

/// Whether the label asks for such a value, or its words can be nothing else: May is a name, too.
fn is_asked(value: &Value, context: &Context) -> bool {
    let has_figure = || value.text.bytes().any(|it| it.is_ascii_digit());
    match value.content {
        Content::Days(_) => label::has(context.label, days::asks_for_date) || has_figure(),
        Content::Clock { .. } => label::clock(context.label) || has_figure(),
        Content::Stage { .. } => true,
        Content::Quantity(_)
        | Content::Rank { .. }
        | Content::Score(..)
        | Content::Names { .. }
        | Content::Truth(_)
        | Content::Words { .. } => false,
    }
}

impl Value {
    /// Whether an aside takes something out of it, or puts it on another footing. `Before` and `after` only place a day, a time
    /// or a stage.
    pub(crate) fn is_limited_by(&self, aside: &str) -> bool {
        match self.content {
            Content::Days(_) | Content::Clock { .. } | Content::Stage { .. } => asides::excepts(aside),
            Content::Quantity(_)
            | Content::Rank { .. }
            | Content::Score(..)
            | Content::Names { .. }
            | Content::Truth(_)
            | Content::Words { .. } => asides::limits(aside),
        }
    }
}
