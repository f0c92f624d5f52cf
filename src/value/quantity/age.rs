//! Ages by the decade: `in his 30s`, `in her early forties`, `mid-fifties` of a label that asks for an age.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::figure::whole;
use super::lead::past_words;
use super::{numeral, unit};
use crate::english::asides as unread;
use crate::english::label;
use crate::english::token::Phrase;
use crate::value::{Content, Context, Extent, Interval, Kind, Note, Value, date};

/// Years of a decade of life: the first, and the one behind the last.
type Years = (u32, u32);

/// The phrase, where the whole of it is an age by the decade. Somebody must be in it, or the label ask for an age: the
/// bare `thirties` are years of a century.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    // `in his 30s, police said`
    let until = (0..phrase.len()).find(|at| phrase.symbol(*at) == Some(',')).unwrap_or(phrase.len());
    let last = until.checked_sub(1)?;
    let ends_one = |word: &str| matches!(word, "s" | "teens" | "something") || decade_named(word).is_some();
    if !ends_one(phrase.word(last)) && person_of(phrase.word(last)).is_none() {
        return None;
    }
    let asked = label::age(context.label);
    // `a man in his 50s`, where the label asks for the age.
    let start = (0..last).find(|at| asked && phrase.word(*at) == "in" && owner(phrase.word(at + 1)));
    let start = start.filter(|start| (0..*start).all(|at| !phrase.word(at).is_empty())).unwrap_or(0);
    let (modality, at) = past_words(phrase, start);
    let somebody = (start..at).any(|at| owner(phrase.word(at)) || matches!(phrase.word(at), "aged" | "ages"));
    if !(somebody || asked) {
        return None;
    }
    let (first, next) = stretch(phrase, at)?;
    let (years, end) = match (phrase.word(next), phrase.symbol(next)) {
        ("or" | "to" | "and", _) | (_, Some('-')) => {
            let (_, again) = past_words(phrase, next + 1);
            let (second, end) = stretch(phrase, again)?;
            (
                YearStretch {
                    stated: hull(first.stated, second.stated),
                    possible: hull(first.possible, second.possible),
                },
                end,
            )
        }
        _ => (first, next),
    };
    if end != until {
        return None;
    }
    let aside = phrase.written(until + 1, phrase.len());
    let (mut notes, mut unread) = (Vec::new(), Vec::new());
    if unread::is_telling(aside) {
        unread.push(aside.to_owned());
    } else if !aside.is_empty() {
        notes.push(Note::GoesOn(aside.to_owned()));
    }
    let (stated, possible) = (months(years.stated), months(years.possible));
    let age = Content::Quantity(Extent { stated, possible, meant: stated });
    let unit = Some(Cow::Borrowed("month"));
    Some(Value {
        unit,
        modality,
        notes,
        unread,
        is_age: true,
        ..Value::new(phrase.text, Kind::Duration, age)
    })
}

/// Whether a duration is how old somebody or something is, by its words or by what the label asks.
pub(crate) fn is_one(value: &Value, phrase: &Phrase, context: &Context) -> bool {
    let worded = || (0..phrase.len()).any(|at| matches!(phrase.word(at), "old" | "aged"));
    value.kind == Kind::Duration && (label::age(context.label) || worded())
}

/// Whether a compound such as `15-year-old` describes somebody who is named or told behind it, where the place is that
/// behind its unit: `a 15-year-old boy`. `19 years old when he died` does not.
pub(crate) fn describes(phrase: &Phrase, at: usize) -> bool {
    let old = if phrase.hyphen(at) { at + 1 } else { at };
    let one = matches!(phrase.word(at.wrapping_sub(1)), "year" | "month" | "week" | "day");
    let behind = phrase.word(old + 1);
    one && phrase.word(old) == "old"
        && !behind.is_empty()
        && !matches!(
            behind,
            "when" | "at" | "now" | "today" | "then" | "as" | "or" | "and" | "on" | "last" | "by"
        )
}

/// The place behind such a compound at a place: `15-year-old`, `a 15-year-old`.
pub(crate) fn behind_compound(phrase: &Phrase, at: usize) -> Option<usize> {
    let at = at + usize::from(matches!(phrase.word(at), "a" | "an" | "the"));
    let number = numeral::read(phrase, at, false)?;
    let unit = number.end + usize::from(phrase.hyphen(number.end));
    let (found, end) = unit::find(phrase, unit)?;
    let old = end + usize::from(phrase.hyphen(end));
    (found.kind == Kind::Duration && phrase.word(old) == "old").then_some(old + 1)
}

/// Whose age it is.
fn owner(word: &str) -> bool {
    matches!(word, "his" | "her" | "their" | "my" | "our" | "your")
}

/// Years as stated, and as they may be.
#[derive(Clone, Copy)]
struct YearStretch {
    stated: Years,
    possible: Years,
}

/// A decade or a part of one, and the place behind it.
fn stretch(phrase: &Phrase, at: usize) -> Option<(YearStretch, usize)> {
    let skip = |at: usize| if phrase.symbol(at) == Some('-') { at + 1 } else { at };
    let Some(from) = part(phrase.word(at)) else {
        let (decade, next) = decade(phrase, at)?;
        return Some((YearStretch { stated: decade, possible: decade }, next));
    };
    let mut next = skip(at + 1);
    let mut to = from;
    let joint = if matches!(phrase.word(next), "to" | "or") { skip(next + 1) } else { next };
    if let Some(second) = part(phrase.word(joint)) {
        to = second;
        next = skip(joint + 1);
    }
    let (decade, next) = decade(phrase, next)?;
    let (start, end) = (decade.0 / 10 * 10, decade.1);
    let stated = ((start + from.0).max(decade.0), start + to.1);
    // A year more on either side: 33 may be in the mid-thirties.
    let possible = ((stated.0 - 1).max(decade.0), (stated.1 + 1).min(end));
    (stated.0 < stated.1).then_some((YearStretch { stated, possible }, next))
}

/// The years of a decade that are early, in its middle, or late.
fn part(word: &str) -> Option<Years> {
    match word {
        "early" => Some((0, 4)),
        "mid" | "middle" => Some((4, 7)),
        "late" => Some((7, 10)),
        _ => None,
    }
}

/// `30s`, `'30s`, `30's`, `thirties`, `thirty-something`, `teens`.
fn decade(phrase: &Phrase, at: usize) -> Option<(Years, usize)> {
    if let Some(decade) = person_of(phrase.word(at)) {
        return Some((decade, at + 1));
    }
    let at = if phrase.symbol(at) == Some('\'') { at + 1 } else { at };
    if let Some(decade) = decade_named(phrase.word(at)) {
        return Some((decade, at + 1));
    }
    if let Some(tens) = phrase.number(at) {
        let tens = u32::try_from(tens).ok().filter(|tens| (20..=90).contains(tens) && tens % 10 == 0)?;
        let apostrophe = if phrase.symbol(at + 1) == Some('\'') { at + 2 } else { at + 1 };
        let end = match phrase.word(apostrophe) {
            "s" if phrase.glued(apostrophe) => apostrophe + 1,
            _ => something(phrase, at + 1)?,
        };
        return Some(((tens, tens + 10), end));
    }
    let tens = ten(phrase.word(at))?;
    Some(((tens, tens + 10), something(phrase, at + 1)?))
}

/// The place behind `-something`.
fn something(phrase: &Phrase, at: usize) -> Option<usize> {
    let at = if phrase.symbol(at) == Some('-') { at + 1 } else { at };
    (phrase.word(at) == "something").then_some(at + 1)
}

fn decade_named(word: &str) -> Option<Years> {
    if word == "teens" {
        return Some((13, 20));
    }
    let tens = u32::try_from(date::decade_named(word)?).ok()?;
    Some((tens, tens + 10))
}

/// The years of somebody who is called by them.
fn person_of(word: &str) -> Option<Years> {
    let tens = match word {
        "teenager" => return Some((13, 20)),
        "quadragenarian" => 40,
        "quinquagenarian" => 50,
        "sexagenarian" => 60,
        "septuagenarian" => 70,
        "octogenarian" => 80,
        "nonagenarian" => 90,
        "centenarian" => 100,
        _ => return None,
    };
    Some((tens, tens + 10))
}

fn ten(word: &str) -> Option<u32> {
    Some(match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

fn hull(a: Years, b: Years) -> Years {
    (a.0.min(b.0), a.1.max(b.1))
}

fn months((from, to): Years) -> Interval<Decimal> {
    let months = |years: u32| whole(years * 12);
    Interval { high_inclusive: false, ..Interval::closed(months(from), months(to)) }
}
