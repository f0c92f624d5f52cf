//! Figures: money, per cents, counts, measures and durations, with their hedges.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::amount::{self, Amount, Choice};
use super::figure::{Figure, whole};
use super::hedge::{self, Hedge};
use super::lead::{self, Lead};
use super::numeral::{self, Form};
use super::tail::{self, Tail};
use super::token::{Phrase, Shape};
use super::unit::{self, Doubt, Unit};
use super::{Content, Context, Extent, Interval, Kind, Value, currency, label, rank, rate};

/// The phrase, where the whole of it is a figure with words that do not change it.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    if let Some(value) = rank::read(phrase, context) {
        return Some(value);
    }
    if matches!(phrase.word(0), "no" | "zero") && label::counts(context.label) && phrase.len() > 1 {
        return none_of(phrase);
    }
    let mut reading = parse(phrase, Choice::default())?;
    if reading.kind() == Kind::Money && reading.rate.is_none() {
        reading.rate = label::rate(context.label);
    }
    match reading.doubt() {
        Doubt::None
            if reading.unit.is_none() && reading.tail.counted.is_none() && label::age(context.label) =>
        {
            Some(aged(reading.value(phrase)))
        }
        Doubt::None => Some(reading.value(phrase)),
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
            Choice { sterling: Some(yes), millions: None }
        } else {
            Choice { sterling: None, millions: Some(yes) }
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
    let mut spine = Spine { phrase, choice, amount: first, at: first.end };
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

/// `or more` behind what is counted (`60 people or more`); where it starts, or else the end of the phrase.
fn hedge_at_end(phrase: &Phrase, from: usize, lead: &mut Lead) -> usize {
    let found = (from + 1..phrase.len()).rev().take(4).find_map(|at| {
        let (hedge, end) = hedge::after(phrase, at)?;
        (end == phrase.len() && !phrase.word(at).is_empty()).then_some((hedge, at))
    });
    let Some((hedge, at)) = found else { return phrase.len() };
    lead.add(phrase, hedge, at, phrase.len());
    if phrase.symbol(at - 1) == Some(',') { at - 1 } else { at }
}

/// What the figures of a phrase come to.
enum Reach {
    /// One figure, or a range, still to be hedged.
    Figure(Figure),
    /// Two bounds, or a figure with its margin.
    Settled(Extent<Decimal>),
}

/// The walk behind the first amount.
struct Spine<'p, 'a> {
    phrase: &'p Phrase<'a>,
    choice: Choice,
    amount: Amount,
    at: usize,
}

impl Spine<'_, '_> {
    /// The first amount, with what may belong to it: the end of a range, a second bound, a margin.
    fn reach(&mut self, lead: &mut Lead) -> Option<Reach> {
        if let Some(figure) = self.range(lead)? {
            return Some(Reach::Figure(figure));
        }
        if let Some(bounds) = self.second_bound(lead) {
            return bounds.map(Reach::Settled);
        }
        Some(match self.margin(lead) {
            Some(extent) => Reach::Settled(extent),
            None => Reach::Figure(self.amount.figure),
        })
    }

    /// `per share`, `a month`, one after the other.
    fn rates(&mut self, lead: &mut Lead) -> Option<String> {
        let measure = self.amount.unit.is_some_and(|unit| unit.kind == Kind::Measure);
        let mut rates: Option<String> = None;
        while let Some((noun, end)) = rate::read(self.phrase, self.at) {
            let noun = if measure && noun == "second" { "s".to_owned() } else { noun };
            rates = Some(match rates {
                Some(before) => format!("{before}/{noun}"),
                None => noun,
            });
            self.at = end;
            self.hedges_behind(lead);
        }
        rates
    }

    /// `or more`, `+`, `or so`, and the unit that may only come then: `5+ years`.
    fn hedges_behind(&mut self, lead: &mut Lead) {
        while let Some((hedge, end)) = hedge::after(self.phrase, self.at) {
            // `give or take 5` is a margin, `plus 5` a second figure.
            let margin = tail::margin(self.phrase, self.at).is_some();
            if margin || self.phrase.number(end).is_some() || currency::before(self.phrase, end).is_some() {
                break;
            }
            lead.add(self.phrase, hedge, self.at, end);
            self.at = end;
            if self.amount.unit.is_none() {
                self.unit_behind();
            }
        }
    }

    fn unit_behind(&mut self) {
        let place = if self.phrase.hyphen(self.at) { self.at + 1 } else { self.at };
        let found = currency::after(self.phrase, place).or_else(|| {
            let found = unit::find(self.phrase, place)?;
            (found.1 > place + 1 || self.phrase.word(place).len() != 1).then_some(found)
        });
        if let Some((unit, end)) = found {
            self.amount.unit = Some(unit);
            self.at = end;
        }
    }

    /// A second amount that closes a range, in the unit of both. `None` where two amounts make no range.
    #[allow(
        clippy::option_option,
        clippy::match_same_arms,
        reason = "no range is no failure; `and` has a guard"
    )]
    fn range(&mut self, lead: &mut Lead) -> Option<Option<Figure>> {
        let phrase = self.phrase;
        let place = match (phrase.word(self.at), phrase.symbol(self.at)) {
            ("to" | "or" | "through" | "until", _) | (_, Some('-' | '~')) => self.at + 1,
            ("and", _) if lead.between => self.at + 1,
            // `hundreds, if not thousands`
            (_, Some(',')) if phrase.word(self.at + 1) == "if" && phrase.word(self.at + 2) == "not" => {
                self.at + 3
            }
            _ if lead.between => return None,
            _ => {
                if lead.from {
                    lead.hedges.push(Hedge::AtLeast);
                }
                return Some(None);
            }
        };
        let mut start = place;
        let mut open = false;
        while let Some((hedge, end)) = hedge::before(phrase, start) {
            open |= hedge == Hedge::Under;
            start = end;
        }
        let start =
            start + usize::from(matches!(phrase.word(start), "maybe" | "perhaps" | "possibly" | "even"));
        let money = self.amount.unit.filter(|unit| unit.kind == Kind::Money && self.amount.prefixed);
        let second = match money {
            Some(unit) => amount::in_money(phrase, start, unit),
            None => amount::read(phrase, start, self.choice, lead.between),
        };
        let Some(second) = second else {
            return if lead.between || phrase.word(self.at) == "to" { None } else { Some(None) };
        };
        // `7-Eleven` is a name.
        if self.phrase.hyphen(self.at) && (self.amount.form == Form::Digits) != (second.form == Form::Digits)
        {
            return None;
        }
        let (figure, unit) = joined(self.amount, second)?;
        self.at = second.end;
        self.amount.unit = unit;
        self.hedges_behind(lead);
        Some(Some(Figure { open: open || figure.open, ..figure }))
    }

    /// `more than 5 but less than 10`: a bound from below and one from above.
    #[allow(clippy::option_option, reason = "no second bound is no failure")]
    fn second_bound(&mut self, lead: &mut Lead) -> Option<Option<Extent<Decimal>>> {
        let phrase = self.phrase;
        let first = lead.hedges.iter().copied().find(|hedge| hedge.is_bound())?;
        let mut place = self.at + usize::from(phrase.symbol(self.at) == Some(','));
        place += usize::from(matches!(phrase.word(place), "but" | "and" | "yet" | "though" | "or"));
        place += usize::from(matches!(phrase.word(place), "still" | "possibly" | "perhaps" | "maybe"));
        let (hedge, start) =
            hedge::before(phrase, place).filter(|(hedge, _)| hedge.is_bound() && *hedge != first)?;
        let second = amount::read(phrase, start, self.choice, false)?;
        let (Some((low, high)), unit) = aligned(self.amount, second)? else { return Some(None) };
        let bounds =
            if hedge.is_upper() { ((first, low), (hedge, high)) } else { ((hedge, high), (first, low)) };
        if bounds.0.0.is_upper() || !bounds.1.0.is_upper() {
            return Some(None);
        }
        lead.add(phrase, hedge, place, start);
        self.at = second.end;
        self.amount.unit = unit;
        Some(hedge::between(bounds.0, bounds.1))
    }

    /// `give or take 5`, `± 3`
    fn margin(&mut self, lead: &mut Lead) -> Option<Extent<Decimal>> {
        let phrase = self.phrase;
        let comma = usize::from(phrase.symbol(self.at) == Some(','));
        let start = tail::margin(phrase, self.at + comma)?;
        let by = amount::read(phrase, start, self.choice, false)?;
        lead.add(phrase, Hedge::About, self.at + comma, start);
        self.at = by.end;
        if self.amount.unit.is_none() {
            self.amount.unit = by.unit;
        }
        hedge::margin(self.amount.figure, by.figure.low)
    }
}

/// The two ends of a range as one figure, in the unit of both.
fn joined(first: Amount, second: Amount) -> Option<(Figure, Option<Unit>)> {
    let (ends, unit) = aligned(first, second)?;
    let (low, high) = ends?;
    (low.low < high.high).then(|| (Figure::range(low.low, high.high, high.open), unit))
}

/// Two amounts in one unit: what only one of them names, the other shares (`5 to 10 million euros`).
#[allow(clippy::type_complexity, reason = "two figures and their unit")]
fn aligned(first: Amount, second: Amount) -> Option<(Option<(Figure, Figure)>, Option<Unit>)> {
    let mut low = first.figure;
    let shares_magnitude = first.magnitude == Decimal::ONE
        && second.magnitude > Decimal::ONE
        && matches!(first.form, Form::Digits | Form::Words)
        && low.low < second.figure.low.checked_div(second.magnitude)?
        && (first.unit.is_none()
            || first.prefixed
            || first.unit.map(|u| u.kind) != second.unit.map(|u| u.kind));
    if shares_magnitude {
        low = low.times(second.magnitude)?;
    }
    Some(match (first.unit, second.unit) {
        (Some(a), Some(b)) if a.symbol != b.symbol => (None, None),
        (Some(a), Some(b)) if a.scale != b.scale || a.divisor != b.divisor || a.shift != b.shift => {
            (Some((a.base(low)?, b.base(second.figure)?)), Some(a.as_base()))
        }
        (a, b) => (Some((low, second.figure)), b.or(a)),
    })
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
