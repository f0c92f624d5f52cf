//! What stands behind a figure: what is counted, a second figure in brackets, an aside.

use super::amount;
use super::earlier::{self, Time};
use super::numeral;
use super::rate;
use super::single::{Amount, ReadingChoice};
use super::way;
use crate::english::asides as unread;
use crate::english::figures::numbers::{JOINED, NumberPart};
use crate::english::figures::ways::Tells;
use crate::english::lexicon::rows;
use crate::english::token::{Phrase, TokenKind};
use crate::english::words::month;
use crate::value::{Direction, Kind, Note, hedge};

/// The words behind a figure, as understood.
#[derive(Debug, Default)]
pub(crate) struct Tail {
    /// What is counted, or what the figure is of.
    pub counted: Option<String>,
    /// Where that stands: from one place up to another.
    pub places: (usize, usize),
    /// A rate behind what is counted: `30 flights a day`.
    pub rate: Option<String>,
    /// Brackets and asides that tell nothing of the figure.
    pub notes: Vec<Note>,
    /// Brackets and asides that were not understood.
    pub unread: Vec<String>,
    /// Figures in brackets, by their places: the value in other units, or something else.
    pub bracketed: Vec<(usize, usize)>,
    /// What an aside tells of another time.
    pub time: Option<(Time, usize, usize)>,
}

impl Tail {
    /// Keeps an aside that was not understood, or notes one that tells nothing.
    pub(crate) fn leave(&mut self, words: &str, note: fn(String) -> Note) {
        if unread::is_telling(words) {
            self.unread.push(words.to_owned());
        } else {
            self.notes.push(note(words.to_owned()));
        }
    }

    /// The direction among the words of what is counted.
    pub(crate) fn direction(&self, phrase: &Phrase, kind: Kind) -> Option<(Direction, Tells)> {
        let (from, to) = self.places;
        if from < to { way::behind(phrase, from, to, kind) } else { None }
    }

    /// `a ranch in Morgan County, Utah`: the comma is one of a name.
    fn count_on(&mut self, rest: &str) {
        if let Some(counted) = &mut self.counted {
            counted.push_str(", ");
            counted.push_str(rest);
        }
    }
}

/// Whether what follows a comma is the rest of a name of a place before it.
fn names_on(phrase: &Phrase, comma: usize, until: usize) -> bool {
    let capital = |at: usize| {
        let token = phrase.tokens.get(at);
        token.is_some_and(|it| it.shape == TokenKind::Word && it.text.starts_with(char::is_uppercase))
    };
    let rest = comma + 1..until;
    comma > 1 && capital(comma - 1) && !rest.is_empty() && rest.len() < 4 && rest.into_iter().all(capital)
}

/// More words than this are a sentence, not a thing counted.
const LONGEST: usize = 16;

/// Words that multiply a figure, and those that look like one of them and are none.
const MAGNITUDES: &[&str] = &["thousand", "million", "billion", "trillion"];
const NO_MAGNITUDES: &[&str] = &["bullion", "pillion", "thousands", "millions", "billions", "trillions"];

/// Whether a word behind a figure is one that multiplies it, but for a slip of the keyboard.
fn is_misspelt_magnitude(word: &str) -> bool {
    word.len() > 5
        && !MAGNITUDES.contains(&word)
        && !NO_MAGNITUDES.contains(&word)
        && MAGNITUDES.iter().any(|known| strsim::osa_distance(word, known) == 1)
}

/// The rest of the phrase, or of what stands before a last hedge. `None` where it would change what the figure means.
pub(crate) fn read(phrase: &Phrase, at: usize, until: usize, kind: Option<Kind>) -> Option<Tail> {
    let plain = kind.is_none();
    let mut tail = Tail::default();
    if until <= at {
        return Some(tail);
    }
    let mut at = at;
    // `three days' notice`
    if matches!(kind, Some(Kind::Duration | Kind::Money))
        && phrase.symbol(at) == Some('\'')
        && phrase.glued(at)
        && !phrase.glued(at + 1)
        && phrase.word(at.wrapping_sub(1)).ends_with('s')
        && !phrase.word(at + 1).is_empty()
    {
        at += 1;
    }
    if phrase.hyphen(at) {
        at += 1;
        // `a year-long inquiry`
        if kind == Some(Kind::Duration) && phrase.word(at) == "long" && phrase.word(at - 2).len() > 2 {
            at += 1;
        }
        if plain && rows(JOINED).all(|noun| noun != phrase.word(at)) {
            return None;
        }
    } else if phrase.glued(at)
        && phrase
            .tokens
            .get(at)
            .is_some_and(|token| token.shape != TokenKind::Symbol('(') && !is_stop(token.shape))
    {
        // `49ers`, `3D`: letters glued to a figure make it a name.
        // `$1O`: one that looks like a digit may be meant for it.
        let letter = phrase.tokens.get(at).is_some_and(|it| matches!(it.text, "O" | "o" | "l" | "I"));
        let slip = letter && phrase.number(at.wrapping_sub(1)).is_some();
        if phrase.number(at).is_some() || phrase.word(at).is_empty() || plain || slip {
            return None;
        }
    }
    // `$10 bilion` is not ten dollars.
    if phrase.number(at.wrapping_sub(1)).is_some() && is_misspelt_magnitude(phrase.word(at)) {
        return None;
    }
    let mut end = at;
    while let Some(token) = phrase.tokens.get(end).filter(|_| end < until) {
        match token.shape {
            TokenKind::Symbol('(' | ',' | ';') => break,
            TokenKind::Symbol('-' | '\'' | '&' | '"' | '/') | TokenKind::Word => {}
            TokenKind::Symbol('.' | '!') if end + 1 == phrase.len() => break,
            TokenKind::Number(_) | TokenKind::Symbol('$' | '€' | '£' | '¥' | '₹' | '%')
                if allows_number(phrase, at, end) => {}
            _ => return None,
        }
        end += 1;
    }
    if end > at {
        if end - at > LONGEST || !starts_well(phrase, at, end, plain) {
            return None;
        }
        // `30 flights a day`
        let last = end.checked_sub(2).filter(|last| *last > at);
        let mut counted_end = end;
        if let Some(last) = last
            && let Some((noun, rate_end)) = rate::read(phrase, last)
            && rate_end == end
        {
            tail.rate = Some(noun);
            counted_end = last;
        }
        // `9 of 10` keeps its word, so that it can be told from `9 10`.
        let of = usize::from(phrase.word(at) == "of" && phrase.number(at + 1).is_none());
        let words = phrase.written(at + of, counted_end);
        if !words.is_empty() {
            tail.counted = Some(words.to_owned());
            tail.places = (at + of, counted_end);
        }
    }
    aside(phrase, end, until, &mut tail)?;
    Some(tail)
}

/// Brackets and what follows a comma.
fn aside(phrase: &Phrase, at: usize, until: usize, tail: &mut Tail) -> Option<()> {
    let (start, mut at) = (at, at);
    while let Some(token) = phrase.tokens.get(at).filter(|_| at < until) {
        match token.shape {
            TokenKind::Symbol('(') => {
                let close = (at..phrase.len()).find(|place| phrase.symbol(*place) == Some(')'))?;
                let words = phrase.written(at + 1, close);
                let figure = hedge::before(phrase, at + 1).map_or(at + 1, |(_, figure)| figure);
                let figure = amount::read(phrase, figure, ReadingChoice::default(), false);
                if let Some(time) = earlier::find(phrase, at + 1, close) {
                    tail.time = Some(time);
                } else if figure.is_some() {
                    tail.bracketed.push((at + 1, close));
                } else {
                    tail.leave(words, Note::InBrackets);
                }
                at = close + 1;
            }
            TokenKind::Symbol(',' | ';') => {
                let rest = phrase.written(at + 1, until);
                // `1,2,3` is a list.
                if phrase.glued(at) && phrase.glued(at + 1) && phrase.number(at + 1).is_some() {
                    return None;
                }
                if matches!(phrase.word(at + 1), "not" | "but" | "and" | "if" | "of") || rest.is_empty() {
                    return None;
                }
                match earlier::find(phrase, at + 1, until) {
                    Some(time) => tail.time = Some(time),
                    None if names_on(phrase, at, until) => tail.count_on(rest),
                    None => tail.leave(rest, Note::GoesOn),
                }
                return Some(());
            }
            TokenKind::Symbol('.' | '!') if at + 1 == phrase.len() => return Some(()),
            TokenKind::Word if at > start => {
                let rest = phrase.written(at, until);
                tail.counted.get_or_insert_with(|| rest.to_owned());
                return Some(());
            }
            _ => return None,
        }
    }
    Some(())
}

fn is_stop(shape: TokenKind) -> bool {
    matches!(shape, TokenKind::Symbol(',' | ';' | '.' | '!'))
}

/// A second figure in the tail does not disturb behind these words: `over seven years`, `by 2030`.
fn allows_number(phrase: &Phrase, from: usize, at: usize) -> bool {
    (from..at).any(|place| {
        matches!(
            phrase.word(place),
            "over"
                | "in"
                | "by"
                | "for"
                | "since"
                | "until"
                | "on"
                | "within"
                | "during"
                | "at"
                | "of"
                | "from"
                | "after"
                | "before"
                | "aged"
                | "last"
        )
    })
}

/// Whether the words behind a figure can be what it is of.
fn starts_well(phrase: &Phrase, at: usize, end: usize, plain: bool) -> bool {
    let first = phrase.word(at);
    if first.is_empty() {
        return false;
    }
    if matches!(
        first,
        "am" | "pm"
            | "a.m"
            | "p.m"
            | "o'clock"
            | "oclock"
            | "noon"
            | "bc"
            | "ad"
            | "bce"
            | "ce"
            | "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "and"
            | "but"
            | "than"
            | "if"
            | "figure"
            | "figures"
            | "digit"
            | "digits"
            | "because"
            | "not"
            | "nor"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "point"
            | "degrees"
    ) || (plain
        && (matches!(first, "to" | "or" | "by" | "as" | "is" | "x" | "it" | "i" | "we" | "you" | "per")
            || month(first).is_some()))
    {
        return false;
    }
    // `seven for` is a vote, `seven for the road` nothing of the kind.
    if plain && first == "for" && end > at + 1 {
        return false;
    }
    // `ten below zero` wants its degrees.
    if plain && matches!(first, "below" | "above") && matches!(phrase.word(at + 1), "zero" | "freezing") {
        return false;
    }
    // `one twenty two`: neither 1 of something nor a number as it is written.
    if plain && matches!(phrase.part(at), Some(NumberPart::Unit(_) | NumberPart::Tens(_))) {
        return false;
    }
    if !plain && matches!(first, "or" | "minus") {
        return false;
    }
    if (at..end).any(|place| matches!(phrase.word(place), "not" | "never" | "denied" | "instead")) {
        return false;
    }
    // `10 Downing Street` is an address, `5 Americans` and `20 Windows devices` are counted.
    let capital =
        |place: usize| phrase.tokens.get(place).is_some_and(|t| t.text.starts_with(char::is_uppercase));
    let last = phrase.word(end - 1);
    // `the Six-Day War`, `Hundred Years War`: a capital in the number, the unit and what follows is a name's.
    let numbered = (0..at).find(|place| phrase.part(*place).is_some());
    if !plain && capital(at) && capital(at.saturating_sub(1)) && numbered.is_some_and(capital) {
        return false;
    }
    // `Seven Sisters` is a name, `Six Palestinians` are counted.
    if plain
        && capital(at)
        && capital(end - 1)
        && phrase.number(at - 1).is_none()
        && capital(at - 1)
        && at < 3
    {
        return last.ends_with("ans") || last.ends_with("is") || last == "people";
    }
    !plain
        || !capital(at)
        || !capital(end - 1)
        // `two million Rohingya`: no address has so high a number in words.
        || matches!(phrase.part(at - 1), Some(NumberPart::Magnitude(_)))
        || (last.ends_with('s') && !last.ends_with("ss"))
        || (numeral::read(phrase, at - 1, false).is_some()
            && matches!(last, "people" | "men" | "women" | "children"))
}

/// Where the margin starts in `give or take 5`, `± 3`, `plus or minus 3`.
pub(crate) fn margin(phrase: &Phrase, at: usize) -> Option<usize> {
    phrase.tokens.get(at)?;
    let words = |list: &[&str]| {
        list.iter().enumerate().all(|(n, word)| phrase.tokens.get(at + n).is_some_and(|t| t.lower == *word))
    };
    [
        &["give", "or", "take"][..],
        &["plus", "or", "minus"],
        &["±"],
        &["+", "/", "-"],
        &["+", "-"],
        &["with", "a", "margin", "of"],
    ]
    .iter()
    .find(|list| words(list))
    .map(|list| at + list.len())
}

/// `one of the largest`, `one`, as a pronoun and not as a number.
pub(crate) fn is_pronoun(phrase: &Phrase, amount: &Amount, tail: &Tail) -> bool {
    let Some(last) = amount.end.checked_sub(1) else { return false };
    phrase.word(last) == "one"
        && (phrase.word(amount.end) == "of"
            || tail.counted.as_deref().is_some_and(|words| words.contains(" of the ")))
}
