//! Figures: money, per cents, counts, measures and durations, with their hedges.

pub(crate) mod age;
mod allowed;
pub(crate) mod amount;
mod band;
pub(crate) mod compound;
pub(crate) mod currency;
pub(crate) mod earlier;
mod elapsed;
pub(crate) mod figure;
pub(crate) mod lead;
pub(crate) mod numeral;
mod multiple;
mod portion;
pub(crate) mod rank;
pub(crate) mod rate;
pub(crate) mod score;
pub(crate) mod several;
pub(crate) mod single;
pub(crate) mod spine;
pub(crate) mod tail;
pub(crate) mod unit;
pub(crate) mod way;

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::hedge;
use crate::english::figures::numbers::NumberPart;
use crate::english::figures::ways::Tells;
use allowed::{convert, within};
use earlier::Time;
use figure::{Figure, whole};
use lead::{Lead, Of};
use single::{Amount, ReadingChoice};

use super::{Axis, Content, Context, Direction, Extent, Interval, Kind, Motion, Note, Value};
use crate::english::asides::limits_behind;
use crate::english::label;
use crate::english::token::{self, Phrase, Token, TokenKind};
use crate::english::words::Promises;
use spine::{Reach, Spine, hedge_at_end};
use unit::{Unit, UnitDoubt};

/// The phrase, where the whole of it is a figure with words that do not change it.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    if !(phrase.promises.any(Promises::FIGURE) || label::rank(context.label)) {
        return None;
    }
    let settled = elapsed::read(phrase).or_else(|| rank::read(phrase, context));
    if let Some(value) = settled.or_else(|| portion::none(phrase, context)) {
        return Some(value);
    }
    let none = matches!(phrase.word(0), "no" | "zero") && phrase.len() > 1;
    if none && (label::counts(context.label) || label::has(context.label, |word| word == phrase.word(1))) {
        return none_of(phrase);
    }
    let whole = ReadingChoice {
        whole: label::counts(context.label),
        aged: label::age(context.label),
        difference: label::difference(context.label),
        ..ReadingChoice::default()
    };
    if let Some(value) = portion::read(phrase, whole) {
        return Some(value);
    }
    let Some(first) = lead::read(phrase, 0, whole) else { return several::after_one(phrase, context, whole) };
    several::read(phrase, context, whole, &first).or_else(|| one(phrase, context, whole, first))
}

/// The phrase as one figure, of which the beginning is read.
fn one(phrase: &Phrase, context: &Context, whole: ReadingChoice, first: (Lead, Amount)) -> Option<Value> {
    let (mut value, doubt) = parse_from(phrase, whole, first)?;
    signed(&mut value, phrase);
    multiple::settle(&mut value, phrase);
    if value.unit.is_none() && value.kind == Kind::Count {
        let other = otherwise(phrase, &mut value, context);
        value.others.extend(other);
    }
    value.is_age = age::is_one(&value, phrase, context);
    let led = led_to(&value, phrase, whole);
    value.others.extend(led);
    if value.kind == Kind::Money
        && let Some(rate) = label::rate(context.label)
    {
        price(&mut value, &rate);
    }
    match doubt {
        UnitDoubt::None if value.unit.is_none() && value.counted.is_none() && label::age(context.label) => {
            aged(&mut value);
        }
        UnitDoubt::None if (1..phrase.len()).any(|at| phrase.word(at) == "of") => {
            let other = parse(phrase, ReadingChoice { whole: !whole.whole, ..whole });
            let other = other.map(|(other, _)| other).filter(|other| other.kind != value.kind);
            value.others.extend(other);
        }
        UnitDoubt::None => {}
        UnitDoubt::Currency(codes) => in_currency(&mut value, codes, context),
        UnitDoubt::Ton => {
            value.notes.push(Note::ShortTon);
            value.others = unit::TONS.iter().filter_map(|ratio| in_other_units(&value, *ratio)).collect();
        }
        UnitDoubt::Gallon => value.others.extend(in_other_units(&value, unit::IMPERIAL_GALLON)),
        UnitDoubt::Pounds | UnitDoubt::Metres => return Some(chosen(phrase, value, doubt, context)),
    }
    Some(value)
}

/// Where a change led, as the other reading of `rose 3% to 5%`.
fn led_to(value: &Value, phrase: &Phrase, choice: ReadingChoice) -> Option<Value> {
    let range = value.motion == Some(Motion::By)
        && value.quantity().is_some_and(|figure| figure.stated.low != figure.stated.high);
    let unit =
        |at: usize| matches!(phrase.symbol(at), Some('%' | '$' | '€' | '£')) || phrase.word(at) == "percent";
    let to =
        (1..phrase.len()).find(|at| phrase.word(*at) == "to").filter(|to| range && (0..*to).any(unit))?;
    let level = part(phrase, to + 1, phrase.len(), choice).filter(|level| level.kind == value.kind)?;
    let motion = Some(Motion::To { was: None });
    Some(Value { text: value.text.clone(), direction: value.direction, motion, ..level })
}

/// The other reading of a plain number: a band of per cents (`low single digits`), or what a point before three digits
/// parts. Of what comes in whole numbers alone it parts the thousands.
fn otherwise(phrase: &Phrase, value: &mut Value, context: &Context) -> Option<Value> {
    if band::is_in(phrase) {
        let other = Value { kind: Kind::Percent, unit: Some(Cow::Borrowed("%")), ..value.clone() };
        return Some(if label::share(context.label) { std::mem::replace(value, other) } else { other });
    }
    let token = phrase.tokens.iter().find(|token| matches!(token.shape, TokenKind::Number(_)))?;
    let (whole, decimals) = token.text.split_once('.')?;
    let points = decimals.len() == 3 && whole.len() < 4 && !whole.starts_with('0') && !whole.is_empty();
    let counts = value.counted.is_some() || label::counts(context.label);
    let alone = phrase.tokens.iter().filter(|token| matches!(token.shape, TokenKind::Number(_))).count() == 1;
    if !(points && counts && alone) || value.hedge.is_some() {
        return None;
    }
    let Content::Quantity(_) = value.content else { return None };
    let digits = Decimal::from_str_exact(&format!("{whole}{decimals}")).ok()?;
    let thousands = within(Figure::digits(digits), None, &[])?;
    let plain = Value { others: Vec::new(), ..value.clone() };
    value.content = Content::Quantity(thousands);
    Some(plain)
}

/// The value, if its unit is another one of the same name, so many times as large.
fn in_other_units(value: &Value, ratio: Unit) -> Option<Value> {
    let content = Content::Quantity(convert(*value.quantity()?, Some(ratio))?);
    Some(Value { content, notes: Vec::new(), others: Vec::new(), ..value.clone() })
}

/// Gives a price without a rate the one of its label.
fn price(value: &mut Value, rate: &str) {
    if let Some(code) = value.unit.take() {
        value.unit = Some(if code.contains('/') { code } else { Cow::Owned(format!("{code}/{rate}")) });
    }
}

/// Settles a sign of several currencies by the story's currency, else by the most traded of them.
fn in_currency(value: &mut Value, codes: &'static [&'static str], context: &Context) {
    let in_code = |code: &'static str, value: &Value| {
        let rate = value.unit.as_deref().and_then(|unit| unit.split_once('/'));
        Some(rate.map_or(Cow::Borrowed(code), |(_, rate)| Cow::Owned(format!("{code}/{rate}"))))
    };
    if let Some(code) = context.currency.and_then(|code| currency::shares(codes, code)) {
        value.unit = in_code(code, value);
        return;
    }
    let default = codes.first().copied().unwrap_or_default();
    let others = codes.iter().skip(1).take(3);
    value.others = others.map(|code| Value { unit: in_code(code, value), ..value.clone() }).collect();
    value.notes.push(Note::Currency(default));
}

/// Settles `pounds` and `m` by the label, and keeps the other reading.
fn chosen(phrase: &Phrase, value: Value, doubt: UnitDoubt, context: &Context) -> Value {
    let pounds = doubt == UnitDoubt::Pounds;
    let wish = if pounds { label::sterling(context.label) } else { label::millions(context.label) };
    let choice = |yes: bool| {
        if pounds {
            ReadingChoice { sterling: Some(yes), ..ReadingChoice::default() }
        } else {
            ReadingChoice { millions: Some(yes), ..ReadingChoice::default() }
        }
    };
    let default = if pounds { value.kind == Kind::Money } else { value.kind != Kind::Measure };
    let wish = wish.unwrap_or(default);
    let other = parse(phrase, choice(!wish)).map(|(other, _)| other);
    let mut value = parse(phrase, choice(wish)).map_or(value, |(value, _)| value);
    value.others.extend(other.filter(|other| other.kind != value.kind || other.unit != value.unit));
    value
}

/// `no deaths`, where the label counts them. `no more than 5` is a bound.
fn none_of(phrase: &Phrase) -> Option<Value> {
    let content = Content::Quantity(Extent::same(Interval::point(Decimal::ZERO)));
    // `no one` is nobody.
    if phrase.word(1) == "one" && phrase.len() == 2 {
        return Some(Value::new(phrase.text, Kind::Count, content));
    }
    if hedge::before(phrase, 0).is_some() {
        return parse(phrase, ReadingChoice::default()).map(|(value, _)| value);
    }
    let tail = tail::read(phrase, 1, phrase.len(), None)?;
    Some(Value {
        counted: tail.counted,
        notes: tail.notes,
        unread: tail.unread,
        ..Value::new(phrase.text, Kind::Count, content)
    })
}

/// The unit of ages.
const YEARS: Unit = Unit::new(Kind::Duration, "month", whole(12));

/// A bare number as somebody's age is years, too.
fn aged(value: &mut Value) {
    if let Content::Quantity(extent) = value.content {
        let content = convert(extent, Some(YEARS)).map(Content::Quantity);
        let other = content.map(|content| Value {
            kind: Kind::Duration,
            unit: Some(Cow::Borrowed("month")),
            content,
            is_age: true,
            ..value.clone()
        });
        value.others.extend(other);
    }
}

/// Reads the whole phrase as one figure, or one range of figures, and says what else its unit may be.
fn parse(phrase: &Phrase, choice: ReadingChoice) -> Option<(Value, UnitDoubt)> {
    parse_from(phrase, choice, lead::read(phrase, 0, choice)?)
}

fn parse_from(
    phrase: &Phrase,
    choice: ReadingChoice,
    (mut lead, mut first): (Lead, Amount),
) -> Option<(Value, UnitDoubt)> {
    if is_year_of_event(phrase, lead.end) {
        return None;
    }
    if first.end >= phrase.len() && lead.is_empty() {
        return alone(phrase, &first, choice);
    }
    if lead.of == Of::Age && first.unit.is_none() {
        first.unit = Some(YEARS);
    }
    let mut spine = Spine { phrase, choice, amount: first, at: first.end, rate: None, was: None };
    spine.hedges_behind(&mut lead);
    let reach = spine.reach(&mut lead)?;
    let unit = spine.amount.unit;
    let rate = spine.rates(&mut lead);
    let end = hedge_at_end(phrase, spine.at, &mut lead);
    let mut tail = tail::read(phrase, spine.at, end, unit.map(|unit| unit.kind))?;
    let rate = rate.or_else(|| tail.rate.take());
    if unit.is_none() && tail::is_pronoun(phrase, &first, &tail) {
        return None;
    }
    if unit.is_some_and(|unit| unit.kind == Kind::Duration)
        && !choice.aged
        && age::describes(phrase, spine.at)
    {
        return None;
    }
    let kind = unit.map_or(Kind::Count, |unit| unit.kind);
    let moved = spine.was.map(|(was, ..)| was.low <= spine.amount.figure.low);
    let told = lead.told(kind, moved).or_else(|| tail.direction(phrase, kind));
    // `fell to 3% from 5%`
    if matches!(told, Some((_, Tells::To))) && tail.time.is_none() && phrase.word(spine.at) == "from" {
        tail.time = earlier::find(phrase, spine.at, phrase.len());
        tail.counted = tail.counted.filter(|_| tail.time.is_none());
    }
    // A difference of temperatures has no zero of its own.
    let differs =
        choice.difference || told.is_some_and(|(_, tells)| matches!(tells, Tells::By | Tells::Lies));
    let unit = if differs { unit.map(Unit::without_zero) } else { unit };
    let extent = match reach {
        Reach::Figure(figure) => within(figure, unit, &lead.hedges)?,
        Reach::Settled(extent) => extent,
    };
    let mut value = figure(phrase, convert(extent, unit)?, unit);
    if let Some(rate) = rate {
        value.unit = Some(Cow::Owned(format!("{}/{rate}", value.unit.as_deref().unwrap_or("1"))));
    }
    value.hedge = (!lead.worded.is_empty()).then_some(lead.worded);
    value.modality = lead.modality;
    value.counted = match (value.counted, tail.counted.take()) {
        (Some(times), Some(words)) => Some(format!("{times} {words}")),
        (times, words) => words.or(times),
    };
    if let Some((direction, tells)) = told {
        value.direct(direction, tells);
    }
    if let Some((was, from, to)) = spine.was
        && let Some(extent) = within(was, unit, &[]).and_then(|extent| convert(extent, unit))
    {
        let was = Value { text: phrase.written(from, to).to_owned(), ..figure(phrase, extent, unit) };
        value.motion = Some(Motion::To { was: Some(Box::new(Value { unit: value.unit.clone(), ..was })) });
    }
    for (from, to) in std::mem::take(&mut tail.bracketed) {
        let words = phrase.written(from, to);
        match part(phrase, from, to, choice).filter(|other| several::is_expression(&value, other)) {
            Some(other) => {
                value.also.push(other);
                tail.notes.push(Note::AlsoGiven(words.to_owned()));
            }
            None => tail.leave(words, Note::InBrackets),
        }
    }
    if let Some((time, from, to)) = tail.time {
        value = at_another_time(value, time, part(phrase, from, to, choice)?);
    } else if lead.of == Of::Before {
        value.motion = Some(Motion::From);
    }
    value.notes.splice(0..0, tail.notes);
    value.unread = tail.unread;
    let booked = matches!(kind, Kind::Money | Kind::Percent);
    let behind = value.counted.as_deref().filter(|words| told.is_none() && limits_behind(words, booked));
    value.unread.extend(behind.map(str::to_owned));
    Some((value, unit.map_or(UnitDoubt::None, |unit| unit.doubt)))
}

/// The direction that a sign gives: `-5%`, `+3`. Degrees and co-ordinates below zero go nowhere.
fn signed(value: &mut Value, phrase: &Phrase) {
    let Content::Quantity(extent) = &value.content else { return };
    let signs = matches!(value.kind, Kind::Money | Kind::Percent | Kind::Count);
    let axis = if value.kind == Kind::Money { Axis::Result } else { Axis::Change };
    let below = extent.is_below_zero();
    if !signs || value.direction.is_some() {
    } else if below {
        value.direction = Some(Direction { axis, forward: false });
    } else if phrase.symbol(0) == Some('+') {
        value.direction = Some(Direction { axis, forward: true });
        value.motion = Some(Motion::By);
    }
}

/// A sum that stands in brackets, as accounts write what is lost.
pub(crate) fn in_accounts(value: &mut Value) {
    if let Content::Quantity(extent) = &mut value.content
        && value.kind == Kind::Money
        && value.direction.is_none()
    {
        *extent = extent.negated();
        value.direction = Some(Direction { axis: Axis::Result, forward: false });
        value.others.iter_mut().for_each(in_accounts);
    }
}

/// A figure that takes some tokens of a phrase.
fn part(phrase: &Phrase, from: usize, to: usize, choice: ReadingChoice) -> Option<Value> {
    let (mut value, _) = parse(&phrase.part_between(from, to)?, choice)?;
    phrase.written(from, to).clone_into(&mut value.text);
    Some(value)
}

/// Of two figures of different times, the one of now, which remembers the other.
fn at_another_time(value: Value, time: Time, mut other: Value) -> Value {
    let (mut now, was, direction) = match time {
        Time::Earlier(direction) => (value, other, direction),
        Time::Now => {
            other.text.clone_from(&value.text);
            (other, value, None)
        }
    };
    if let Some(direction) = direction.filter(|_| now.direction.is_none()) {
        now.direction = Some(direction);
    }
    now.motion = Some(Motion::To { was: Some(Box::new(was)) });
    now
}

/// Whether a figure at the end says when something was: `cut in 2019`, `the ship, built in 1994`.
fn is_year_of_event(phrase: &Phrase, at: usize) -> bool {
    let year = |token: &Token| {
        token.text.len() == 4 && token.text.parse().is_ok_and(|year: u16| (1500..2100).contains(&year))
    };
    at > 1
        && at + 1 == phrase.len()
        && matches!(phrase.word(at - 1), "in" | "since" | "during" | "until")
        && phrase.tokens.get(at).is_some_and(year)
}

/// A figure with nothing around it, as most are.
fn alone(phrase: &Phrase, amount: &Amount, choice: ReadingChoice) -> Option<(Value, UnitDoubt)> {
    let unit = if choice.difference { amount.unit.map(Unit::without_zero) } else { amount.unit };
    let extent = convert(within(amount.figure, unit, &[])?, unit)?;
    Some((figure(phrase, extent, unit), unit.map_or(UnitDoubt::None, |unit| unit.doubt)))
}

/// A figure in its unit, and the note on a comma in it.
fn figure(phrase: &Phrase, extent: Extent<Decimal>, unit: Option<Unit>) -> Value {
    let (kind, symbol) = unit.map_or((Kind::Count, None), |unit| (unit.kind, Some(unit.symbol)));
    let mut value = Value::new(phrase.text, kind, Content::Quantity(extent));
    match symbol {
        Some(times) if kind == Kind::Count => value.counted = Some(times.to_owned()),
        symbol => value.unit = symbol.map(Cow::Borrowed),
    }
    value.unit_size = unit.filter(|unit| unit.kind == Kind::Measure).and_then(|unit| unit.size());
    let mut numbers = phrase.tokens.iter().filter(|token| matches!(token.shape, TokenKind::Number(_)));
    value.notes.extend(numbers.find_map(comma_noted));
    value
}

/// The note on a number whose comma is read as a decimal one.
fn comma_noted(token: &Token) -> Option<Note> {
    token::parts_at_comma(token.text)?;
    Some(Note::DecimalComma(token.text.to_owned()))
}

/// Whether a phrase is a number and its unit alone, which can be no date: `435 miles`, `seven years`, `8.5 million`.
pub(crate) fn is_plain(phrase: &Phrase) -> bool {
    if !phrase.promises.any(Promises::FIGURE) {
        return false;
    }
    let last = match phrase.len() {
        // Four digits may be a year, eight a date.
        1 => {
            return phrase.number(0).is_some()
                && phrase.tokens.iter().all(|token| !matches!(token.text.len(), 4 | 8));
        }
        2 => 1,
        3 if phrase.hyphen(1) => 2,
        // `1h30`
        3 if phrase.tokens.get(1).is_some_and(|token| token.text == "h")
            && phrase.glued(1)
            && phrase.glued(2) =>
        {
            return phrase.number(0).is_some();
        }
        _ => return false,
    };
    // `1200 hours` is a time of day.
    let short =
        phrase.tokens.first().is_some_and(|token| token.shape == TokenKind::Word || token.text.len() < 4);
    let unit = || {
        unit::find(phrase, last).is_some_and(|(unit, _)| matches!(unit.kind, Kind::Measure | Kind::Duration))
    };
    if !short || phrase.word(last).len() < 3 {
        return false;
    }
    if phrase.number(0).is_some() {
        return matches!(phrase.part(last), Some(NumberPart::Magnitude(_) | NumberPart::Hundred)) || unit();
    }
    numeral::read(phrase, 0, false).is_some_and(|number| number.end > last || unit())
}

/// How far a phrase that is no figure could be read as one, for people who wonder.
pub(crate) fn progress(phrase: &Phrase) -> Option<Note> {
    if !phrase.promises.any(Promises::FIGURE) {
        return None;
    }
    if phrase.tokens.iter().any(|token| token.shape == TokenKind::Number(None)) {
        return Some(Note::TooLarge);
    }
    let choice = ReadingChoice::default();
    let identifier = |at: usize| at > 0 && (phrase.glued(at) || phrase.word(at - 1) == "number");
    let at = (0..phrase.len()).find(|at| {
        (phrase.number(*at).is_some()
            || matches!(phrase.part(*at), Some(NumberPart::Unit(2..) | NumberPart::Tens(_))))
            && !identifier(*at)
            || currency::before(phrase, *at).is_some_and(|(_, end)| phrase.number(end).is_some())
    })?;
    let amount = amount::read(phrase, at, choice, false)?;
    let figure = phrase.written(at, amount.end).to_owned();
    let rest = match (phrase.written(0, at), phrase.written(amount.end, phrase.len())) {
        ("", after) => after.to_owned(),
        (before, "") => before.to_owned(),
        (before, after) => format!("{before} … {after}"),
    };
    Some(Note::Undecided { figure, rest })
}
