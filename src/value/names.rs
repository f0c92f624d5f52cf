//! Names, and lists of them, open or closed.

mod form;
mod nouns;
mod spelling;

pub use form::{NameMatch, same_name};

use super::{Content, Context, Kind, Note, Value, quantity};
use crate::english::names::address;
use crate::english::names::around::{self, CALLED, is_common, is_kin, is_particle, opens};
use crate::english::names::bodies::is_legal_form;
use crate::english::token::{Phrase, TokenKind};

/// The phrase, where the whole of it is one name, or a list of names or of common nouns.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    proper(phrase).or_else(|| nouns::read(phrase, context))
}

fn proper(phrase: &Phrase) -> Option<Value> {
    // Some capital must be there, or nothing is.
    phrase.tokens.iter().find(|token| has_capital(token.text))?;
    let mut list = List::default();
    let mut at = list.opening(phrase);
    let end = list.closing(phrase);
    if at >= end {
        return None;
    }
    loop {
        at = list.item(phrase, at, end)?;
        if at == end {
            break;
        }
        // `Sam Altman, chief executive`; `Reuters, citing two sources`
        if list.names.len() == 1 && phrase.symbol(at) == Some(',') && around::is_aside(phrase, at + 1) {
            list.note = Some(phrase.written(at + 1, phrase.len()));
            break;
        }
        at = behind_joint(phrase, at, end)?;
    }
    list.value(phrase.text)
}

/// A list of names, as a claim file gives it.
pub(crate) fn list(items: &[String], _context: &Context) -> Value {
    let mut names = Vec::new();
    let mut open = false;
    let mut notes = Vec::new();
    for item in items {
        let item = item.trim();
        if item.is_empty() {
            continue;
        }
        if opens(item) {
            open = true;
            continue;
        }
        let (name, marked) = around::without_mark(item);
        open |= marked == Some(around::NameMark::Opens);
        if marked == Some(around::NameMark::Doubts) {
            notes.push(Note::NotCertain(name.to_owned()));
        }
        names.push(name.to_owned());
    }
    let content = Content::Names { names, open };
    Value { notes, ..Value::new(&items.join(", "), Kind::Names, content) }
}

/// A list as it is read.
#[derive(Default)]
struct List<'a> {
    names: Vec<&'a str>,
    open: bool,
    modality: Option<&'a str>,
    note: Option<&'a str>,
    /// The last name is a word and a number.
    numbered: bool,
}

impl<'a> List<'a> {
    /// The place of the first name, behind `including`, `such as`, `reportedly`, `chipmakers such as`.
    fn opening(&mut self, phrase: &Phrase<'a>) -> usize {
        let lead = phrase.tokens.iter().take(5).position(|token| has_capital(token.text)).unwrap_or(0);
        // `a 15-year-old boy, Jonah Miller`
        if let Some(from) = quantity::age::behind_compound(phrase, 0) {
            let capital = |at: &usize| phrase.tokens.get(*at).is_some_and(|token| has_capital(token.text));
            let name = (from..phrase.len().min(from + 5)).find(capital);
            if let Some(name) = name.filter(|name| (from..*name).all(|at| !breaks_off(phrase, at))) {
                self.note = Some(phrase.written(0, name).trim_end_matches([',', ' ']));
                return name;
            }
        }
        for at in 0..lead {
            if let Some(length) = CALLED.iter().find_map(|words| starts(phrase, at, words)) {
                self.open = true;
                return at + length;
            }
        }
        if around::doubts(phrase.word(0)) {
            self.modality = phrase.tokens.first().map(|token| token.lower);
            return 1;
        }
        usize::from(phrase.word(0) == "both")
    }

    /// The place where the names end, before `among others`, `and others`, `etc`.
    fn closing(&mut self, phrase: &Phrase<'a>) -> usize {
        let end = match phrase.len().checked_sub(1).and_then(|last| phrase.symbol(last)) {
            Some('.') => phrase.len() - 1,
            _ => phrase.len(),
        };
        // Behind the last name, or a comma, or an `and`, there may be those who are not named.
        let last =
            (0..end).rev().find(|at| phrase.tokens.get(*at).is_some_and(|token| has_capital(token.text)));
        let Some(after) = last.map(|last| last + 1) else { return end };
        if after < end && around::is_rest(phrase, after, end) {
            self.open = true;
            return after;
        }
        end
    }

    /// One name; the place behind it.
    fn item(&mut self, phrase: &Phrase<'a>, from: usize, end: usize) -> Option<usize> {
        let start = if phrase.word(from) == "the" && phrase.tokens.get(from)?.text == "the" {
            from + 1
        } else {
            from
        };
        let mut at = start;
        let mut capitals = 0;
        while at < end {
            let token = phrase.tokens.get(at)?;
            match token.shape {
                TokenKind::Word if has_capital(token.text) => capitals += 1,
                TokenKind::Word if token.lower == "and" || token.lower == "or" => {
                    if !around::joins_a_name(phrase, start, at, end) {
                        break;
                    }
                }
                // A particle stands between two capitals.
                TokenKind::Word
                    if is_particle(token.lower) && next_capital(phrase, at, end) && capitals > 0 => {}
                // `his son Suleman`
                TokenKind::Word if is_kin(token.lower) && capitals == 0 => {}
                TokenKind::Number(_)
                    if capitals > 0 || phrase.tokens.get(at + 1).is_some_and(|next| next.glued) => {}
                TokenKind::Symbol('-' | '\'' | '&' | '.' | '/' | '+' | '#' | '!' | '"') => {}
                TokenKind::Symbol('(') => {
                    let close = (at..end).find(|place| phrase.symbol(*place) == Some(')'))?;
                    self.note = Some(phrase.written(at + 1, close));
                    at = close + 1;
                    break;
                }
                TokenKind::Symbol(',') if around::continues_behind_comma(phrase.word(at + 1)) => {}
                TokenKind::Symbol(',') if around::joins_a_name(phrase, start, at, end) => {}
                _ => break,
            }
            at += 1;
        }
        let behind = if phrase.symbol(at.checked_sub(1)?) == Some(')') {
            first_bracket(phrase, start, at)
        } else {
            at
        };
        self.numbered = capitals == 1 && (start + 1..at).any(|place| phrase.number(place).is_some());
        if capitals == 0
            || (at == start + 1 && is_common(phrase.word(start)))
            || around::is_office(phrase, start)
        {
            return None;
        }
        self.names.push(written(phrase, start, behind));
        Some(at)
    }

    fn value(self, text: &str) -> Option<Value> {
        // A word and a number alone are a model, a flight, a phase: `F-35`, `Flight 370`.
        let single = self.names.len() == 1;
        if self.names.is_empty() || self.names.len() > 60 || (single && self.numbered) {
            return None;
        }
        let names = self.names.iter().map(|name| (*name).to_owned()).collect();
        let mut value = Value::new(text, Kind::Names, Content::Names { names, open: self.open });
        value.modality = self.modality.map(str::to_owned);
        value.notes.extend(self.note.map(|words| Note::Described(words.to_owned())));
        Some(value)
    }
}

/// The place of the next name, behind a comma, an `and`, or both.
fn behind_joint(phrase: &Phrase, at: usize, end: usize) -> Option<usize> {
    let comma = matches!(phrase.symbol(at), Some(',' | ';'));
    let next = if comma { at + 1 } else { at };
    let next = match (phrase.word(next), phrase.word(next + 1), phrase.word(next + 2)) {
        ("and" | "plus", _, _) => next + 1,
        ("as", "well", "as") => next + 3,
        ("along", "with", _) => next + 2,
        _ if comma => next,
        _ => return None,
    };
    (next < end).then_some(next)
}

/// The name between two places, with the point of an abbreviation at its end: `Apple, Inc.`, `the U.S.`
fn written<'a>(phrase: &Phrase<'a>, from: usize, to: usize) -> &'a str {
    let name = phrase.written(from, to);
    let last = phrase.word(to - 1);
    let abbreviated = last.contains('.') || is_legal_form(last) || is_suffix(last);
    let end = phrase.tokens.get(to - 1).map_or(0, |token| token.end);
    let start = end.saturating_sub(name.len());
    match phrase.text.get(start..=end) {
        Some(dotted) if abbreviated && dotted.ends_with('.') => dotted,
        _ => name,
    }
}

/// Whether a word may stand behind a person's name.
fn is_suffix(word: &str) -> bool {
    address::is_honour(word) || address::generation(word).is_some()
}

/// Whether what stands between somebody's age and a capital shows that no name is told: `a 15-year-old from Leeds`.
fn breaks_off(phrase: &Phrase, at: usize) -> bool {
    let preposition = matches!(
        phrase.word(at),
        "from"
            | "in"
            | "of"
            | "at"
            | "near"
            | "by"
            | "to"
            | "with"
            | "on"
            | "and"
            | "or"
            | "who"
            | "for"
            | "was"
    );
    preposition
        || (phrase.word(at).is_empty() && phrase.symbol(at) != Some(',') && phrase.symbol(at) != Some('-'))
}

fn has_capital(text: &str) -> bool {
    text.chars().any(char::is_uppercase)
}

fn next_capital(phrase: &Phrase, at: usize, end: usize) -> bool {
    (at + 1..end.min(at + 4))
        .find(|place| !is_particle(phrase.word(*place)))
        .and_then(|place| phrase.tokens.get(place))
        .is_some_and(|token| has_capital(token.text))
}

fn first_bracket(phrase: &Phrase, from: usize, to: usize) -> usize {
    (from..to).find(|at| phrase.symbol(*at) == Some('(')).unwrap_or(to)
}

/// How many tokens the words take at a place, where they stand there.
fn starts(phrase: &Phrase, at: usize, words: &str) -> Option<usize> {
    let mut length = 0;
    for word in words.split(' ') {
        if phrase.word(at + length) != word {
            return None;
        }
        length += 1;
    }
    Some(length)
}
