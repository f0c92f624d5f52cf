//! Figures: money, per cents, counts, measures and durations, with their hedges.

pub(crate) mod age;
pub(crate) mod amount;
pub(crate) mod compound;
pub(crate) mod currency;
pub(crate) mod currency_words;
pub(crate) mod figure;
pub(crate) mod lead;
pub(crate) mod lead_words;
pub(crate) mod numeral;
pub(crate) mod numeral_words;
pub(crate) mod rank;
pub(crate) mod rate;
pub(crate) mod score;
pub(crate) mod spine;
pub(crate) mod tail;
pub(crate) mod unit;
pub(crate) mod unit_words;

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::hedge::{self, Hedge};
use amount::Choice;
use figure::{Figure, whole};
use lead::Lead;

use super::token::{self, Phrase, Shape, Token};
use super::{Content, Context, Extent, Interval, Kind, Value, label};
use spine::{Reach, Spine, hedge_at_end};
use tail::Tail;
use unit::{Doubt, Unit};

/// The phrase, where the whole of it is a figure with words that do not change it.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    if let Some(value) = rank::read(phrase, context) {
        return Some(value);
    }
    if matches!(phrase.word(0), "no" | "zero") && label::counts(context.label) && phrase.len() > 1 {
        return none_of(phrase);
    }
    let whole = Choice { whole: label::counts(context.label), ..Choice::default() };
    let mut reading = parse(phrase, whole)?;
    if reading.kind() == Kind::Money && reading.rate.is_none() {
        reading.rate = label::rate(context.label);
    }
    match reading.doubt() {
        Doubt::None
            if reading.unit.is_none() && reading.tail.counted.is_none() && label::age(context.label) =>
        {
            Some(aged(reading.value(phrase)))
        }
        Doubt::None => {
            let mut value = reading.value(phrase);
            if (1..phrase.len()).any(|at| phrase.word(at) == "of") {
                let other = parse(phrase, Choice { whole: !whole.whole, ..whole });
                let other = other.map(|reading| reading.value(phrase));
                value.others.extend(other.filter(|other| other.kind != value.kind));
            }
            Some(value)
        }
        Doubt::Currency(codes) => Some(in_currency(reading.value(phrase), codes, context)),
        Doubt::Ton => {
            let mut value = reading.value(phrase);
            value.notes.push("a ton read as 2,000 pounds, no tonne".to_owned());
            Some(value)
        }
        Doubt::Pounds | Doubt::Metres => Some(chosen(phrase, reading, context)),
    }
}

/// Settles a sign of several currencies by the story's currency, else by the most traded of them.
fn in_currency(value: Value, codes: &'static [&'static str], context: &Context) -> Value {
    let in_code = |code: &'static str, value: &Value| {
        let rate = value.unit.as_deref().and_then(|unit| unit.split_once('/'));
        let unit = rate.map_or(Cow::Borrowed(code), |(_, rate)| Cow::Owned(format!("{code}/{rate}")));
        Value { unit: Some(unit), ..value.clone() }
    };
    if let Some(code) = context.currency.and_then(|code| currency::shares(codes, code)) {
        return in_code(code, &value);
    }
    let default = codes.first().copied().unwrap_or_default();
    let mut value = value;
    value.others = codes.iter().skip(1).take(3).map(|code| in_code(code, &value)).collect();
    value.notes.push(currency::defaulted(default).into());
    value
}

/// Settles `pounds` and `m` by the label, and keeps the other reading.
fn chosen(phrase: &Phrase, reading: Reading, context: &Context) -> Value {
    let pounds = reading.doubt() == Doubt::Pounds;
    let wish = if pounds { label::sterling(context.label) } else { label::millions(context.label) };
    let choice = |yes: bool| {
        if pounds {
            Choice { sterling: Some(yes), ..Choice::default() }
        } else {
            Choice { millions: Some(yes), ..Choice::default() }
        }
    };
    let default = if pounds { reading.kind() == Kind::Money } else { reading.kind() != Kind::Measure };
    let wish = wish.unwrap_or(default);
    let other = parse(phrase, choice(!wish)).map(|reading| reading.value(phrase));
    let mut value = parse(phrase, choice(wish)).unwrap_or(reading).value(phrase);
    value.others.extend(other.filter(|other| other.kind != value.kind || other.unit != value.unit));
    value
}

/// `no deaths`, where the label counts them. `no more than 5` is a bound.
fn none_of(phrase: &Phrase) -> Option<Value> {
    if hedge::before(phrase, 0).is_some() {
        return parse(phrase, Choice::default()).map(|reading| reading.value(phrase));
    }
    let tail = tail::read(phrase, 1, phrase.len(), None)?;
    let content = Content::Quantity(Extent::same(Interval::point(Decimal::ZERO)));
    Some(Value { counted: tail.counted, notes: tail.notes, ..Value::new(phrase.text, Kind::Count, content) })
}

/// The unit of ages.
const YEARS: Unit = Unit::new(Kind::Duration, "month", whole(12));

/// A bare number as somebody's age is years, too.
fn aged(value: Value) -> Value {
    let mut value = value;
    if let Content::Quantity(extent) = value.content {
        let content = convert(extent, Some(YEARS)).map(Content::Quantity);
        let other = content.map(|content| Value {
            kind: Kind::Duration,
            unit: Some(Cow::Borrowed("month")),
            content,
            ..value.clone()
        });
        value.others.extend(other);
    }
    value
}

/// A figure with all that was read around it.
struct Reading {
    extent: Extent<Decimal>,
    unit: Option<Unit>,
    rate: Option<String>,
    lead: Lead,
    tail: Tail,
}

/// Reads the whole phrase as one figure, or one range of figures.
fn parse(phrase: &Phrase, choice: Choice) -> Option<Reading> {
    let (mut lead, mut first) = lead::read(phrase, 0, choice)?;
    if lead.aged && first.unit.is_none() {
        first.unit = Some(YEARS);
    }
    let mut spine = Spine { phrase, choice, amount: first, at: first.end, rate: None };
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
    let extent = match reach {
        Reach::Figure(figure) => within(figure, unit, &lead.hedges)?,
        Reach::Settled(extent) => extent,
    };
    let extent = convert(extent, unit)?;
    Some(Reading { extent, unit, rate, lead, tail })
}

/// What a figure allows under its hedges; whole counts and sums of money written in full are exact.
fn within(figure: Figure, unit: Option<Unit>, hedges: &[Hedge]) -> Option<Extent<Decimal>> {
    let exact = figure.in_full
        && hedges.is_empty()
        && unit.is_none_or(|unit| {
            unit.kind == Kind::Count || (unit.kind == Kind::Money && unit.scale == Decimal::ONE)
        });
    let signed = unit.is_some_and(|unit| unit.symbol == "°C");
    hedge::extent(figure, if exact { &[Hedge::Exactly] } else { hedges }, signed)
}

/// All three readings in the unit that values are given in.
fn convert(extent: Extent<Decimal>, unit: Option<Unit>) -> Option<Extent<Decimal>> {
    let Some(unit) = unit.filter(|unit| !unit.is_base()) else { return Some(extent) };
    let end = |end: Option<Decimal>| match end {
        Some(number) => unit.convert(number).map(Some),
        None => Some(None),
    };
    let set = |set: Interval<Decimal>| {
        let low = end(set.low)?;
        let high = if set.high == set.low { low } else { end(set.high)? };
        Some(Interval { low, high, ..set })
    };
    let possible = set(extent.possible)?;
    let meant = if extent.meant == extent.possible { possible } else { set(extent.meant)? };
    Some(Extent { stated: set(extent.stated)?, possible, meant })
}

impl Reading {
    fn doubt(&self) -> Doubt {
        self.unit.map_or(Doubt::None, |unit| unit.doubt)
    }

    fn kind(&self) -> Kind {
        self.unit.map_or(Kind::Count, |unit| unit.kind)
    }

    fn value(self, phrase: &Phrase) -> Value {
        let kind = self.kind();
        let symbol = self.unit.map(|unit| unit.symbol).filter(|_| kind != Kind::Count);
        let unit = match (symbol, self.rate) {
            (Some(symbol), None) => Some(Cow::Borrowed(symbol)),
            (None, None) => None,
            (symbol, Some(rate)) => Some(Cow::Owned(format!("{}/{rate}", symbol.unwrap_or("1")))),
        };
        let mut notes = self.tail.notes;
        match self.lead.change {
            Some(true) => notes.push("a rise".to_owned()),
            Some(false) => notes.push("a fall".to_owned()),
            None => {}
        }
        notes.extend(phrase.tokens.iter().find_map(comma_noted));
        let times = self.unit.filter(|unit| unit.kind == Kind::Count).map(|unit| unit.symbol);
        let counted = match (times, self.tail.counted) {
            (Some(times), Some(words)) => Some(format!("{times} {words}")),
            (times, words) => words.or(times.map(str::to_owned)),
        };
        Value {
            unit,
            hedge: (!self.lead.worded.is_empty()).then_some(self.lead.worded),
            counted,
            modality: self.lead.modality,
            notes,
            ..Value::new(phrase.text, kind, Content::Quantity(self.extent))
        }
    }
}

/// The note on a number whose comma is read as a decimal one.
fn comma_noted(token: &Token) -> Option<String> {
    token::parts_at_comma(token.text).filter(|_| matches!(token.shape, Shape::Number(_)))?;
    Some(format!("{} read with a decimal comma", token.text))
}

/// Whether a phrase is a number and its unit alone, which can be no date: `435 miles`, `seven years`, `8.5 million`.
pub(crate) fn is_plain(phrase: &Phrase) -> bool {
    let last = match phrase.len() {
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
    let short = phrase.tokens.first().is_some_and(|token| token.shape == Shape::Word || token.text.len() < 4);
    let unit = || {
        unit::find(phrase, last).is_some_and(|(unit, _)| matches!(unit.kind, Kind::Measure | Kind::Duration))
    };
    short
        && phrase.word(last).len() > 2
        && numeral::read(phrase, 0, false).is_some_and(|number| number.end > last || unit())
}

/// How far a phrase that is no figure could be read as one, for people who wonder.
pub(crate) fn progress(phrase: &Phrase) -> Option<String> {
    if phrase.tokens.iter().any(|token| token.shape == Shape::Number(None)) {
        return Some("a number in it is too large to be written down".to_owned());
    }
    let choice = Choice::default();
    let identifier = |at: usize| at > 0 && (phrase.glued(at) || phrase.word(at - 1) == "number");
    let at = (0..phrase.len()).find(|at| {
        phrase.number(*at).is_some() && !identifier(*at)
            || currency::before(phrase, *at).is_some_and(|(_, end)| phrase.number(end).is_some())
    })?;
    let amount = amount::read(phrase, at, choice, false)?;
    let figure = phrase.written(at, amount.end);
    let rest = match (phrase.written(0, at), phrase.written(amount.end, phrase.len())) {
        ("", after) => after.to_owned(),
        (before, "") => before.to_owned(),
        (before, after) => format!("{before} … {after}"),
    };
    Some(format!("holds the figure {figure}, but it is not clear what “{rest}” makes of it"))
}
