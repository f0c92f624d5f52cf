//! The walk behind the first amount of a phrase: hedges, the end of a range, a second bound, a margin, rates.

use rust_decimal::Decimal;

use super::amount;
use super::figure::{Figure, NumberForm, whole};
use super::lead::Lead;
use super::numeral;
use super::single::{Amount, ReadingChoice};
use super::unit::{self, Unit};
use super::{currency, rate, tail};
use crate::english::token::Phrase;
use crate::value::hedge::{self, Hedge};
use crate::value::{Extent, Kind};

/// What the figures of a phrase come to.
pub(crate) enum Reach {
    /// One figure, or a range, still to be hedged.
    Figure(Figure),
    /// Two bounds, or a figure with its margin.
    Settled(Extent<Decimal>),
}

/// The walk behind the first amount.
pub(crate) struct Spine<'p, 'a> {
    /// The phrase walked.
    pub phrase: &'p Phrase<'a>,
    /// How words of two meanings are read.
    pub choice: ReadingChoice,
    /// The first amount, in the unit found so far.
    pub amount: Amount,
    /// The place reached.
    pub at: usize,
    /// The rate behind the first end of a range, which the second has, too: `$5 per kg to $8 per kg`.
    pub rate: Option<String>,
    /// Where what moved came from: the first of `from 3% to 5%`, and its places.
    pub was: Option<(Figure, usize, usize)>,
}

impl Spine<'_, '_> {
    /// The first amount, with what may belong to it: the end of a range, a second bound, a margin.
    pub(crate) fn reach(&mut self, lead: &mut Lead) -> Option<Reach> {
        if self.moved(lead) {
            return Some(Reach::Figure(self.amount.figure));
        }
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
    pub(crate) fn rates(&mut self, lead: &mut Lead) -> Option<String> {
        if self.at >= self.phrase.len() {
            return self.rate.take();
        }
        let measure = self.amount.unit.is_some_and(|unit| unit.kind == Kind::Measure);
        let mut rates = self.rate.take();
        if let Some((noun, end)) =
            rate::read(self.phrase, self.at).filter(|(noun, _)| rates.as_ref() == Some(noun))
        {
            rates = Some(noun);
            self.at = end;
        }
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
    pub(crate) fn hedges_behind(&mut self, lead: &mut Lead) {
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

    /// `from 3% to 5%` behind a word for a change: where it came from, and where it came to.
    fn moved(&mut self, lead: &mut Lead) -> bool {
        let phrase = self.phrase;
        if !(lead.from && lead.tells_change() && phrase.word(self.at) == "to") {
            return false;
        }
        let money = self.amount.unit.filter(|unit| unit.kind == Kind::Money && self.amount.prefixed);
        let mut start = self.at + 1;
        let mut hedges = Vec::new();
        while let Some((hedge, end)) = hedge::before(phrase, start) {
            hedges.push((hedge, start, end));
            start = end;
        }
        let second = match money {
            Some(unit) => amount::in_money(phrase, start, unit),
            None => amount::read(phrase, start, self.choice, false),
        };
        let joined = second.and_then(|second| Some((aligned(self.amount, second)?, second.end)));
        let Some(((Some((first, second)), unit), end)) = joined else { return false };
        self.was = Some((first, lead.end, self.at));
        for (hedge, from, to) in hedges {
            lead.add(phrase, hedge, from, to);
        }
        self.amount = Amount { figure: second, unit, end, ..self.amount };
        self.at = end;
        self.hedges_behind(lead);
        true
    }

    /// A second amount that closes a range, in the unit of both. `None` where two amounts make no range.
    #[allow(
        clippy::option_option,
        clippy::match_same_arms,
        reason = "no range is no failure; `and` has a guard"
    )]
    fn range(&mut self, lead: &mut Lead) -> Option<Option<Figure>> {
        let phrase = self.phrase;
        if self.at >= phrase.len() && !(lead.between || lead.from) {
            return Some(None);
        }
        // `8- to 16-metre`: the first hyphen waits for the unit of the second.
        let waits =
            phrase.symbol(self.at) == Some('-') && phrase.glued(self.at) && !phrase.glued(self.at + 1);
        if waits && matches!(phrase.word(self.at + 1), "to" | "or") {
            self.at += 1;
        }
        if let Some((noun, end)) = rate::read(phrase, self.at)
            && (phrase.word(end) == "to" || lead.between && phrase.word(end) == "and")
            && (phrase.number(end + 1).is_some() || currency::before(phrase, end + 1).is_some())
        {
            self.rate = Some(noun);
            self.at = end;
        }
        let place = match (phrase.word(self.at), phrase.symbol(self.at)) {
            ("to" | "or" | "through" | "until", _) | (_, Some('-' | '~')) => self.at + 1,
            ("and", _) if lead.between => self.at + 1,
            // `hundreds, if not thousands`
            (_, Some(',')) if phrase.word(self.at + 1) == "if" && phrase.word(self.at + 2) == "not" => {
                self.at + 3
            }
            _ if lead.between => return None,
            _ => {
                // `up from 3.2 percent` tells what it was.
                if lead.from && !lead.tells_change() {
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
            // `5 miles to the north` is no range left open.
            let direction = phrase.word(start) == "the"
                && matches!(phrase.word(start + 1), "north" | "south" | "east" | "west" | "left" | "right");
            let open = phrase.word(self.at) == "to" && !direction;
            return if lead.between || open { None } else { Some(None) };
        };
        // `7-Eleven` is a name.
        if self.phrase.hyphen(self.at)
            && (self.amount.form == NumberForm::Digits) != (second.form == NumberForm::Digits)
        {
            return None;
        }
        let number = (start..start + 3).find(|at| phrase.number(*at).is_some() || phrase.part(*at).is_some());
        let scale = number.map_or(Decimal::ONE, |at| numeral::shared_scale(phrase, at));
        let (figure, unit) = joined(sharing(self.amount, second, scale), second)?;
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
        // `up to $100 million over five years` goes on with something else.
        let (Some((low, high)), unit) = aligned(self.amount, second)? else { return None };
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
        hedge::margin(self.amount.figure, by.figure.low.abs())
    }
}

/// The two ends of a range as one figure, in the unit of both.
fn joined(first: Amount, second: Amount) -> Option<(Figure, Option<Unit>)> {
    let (ends, unit) = aligned(first, second)?;
    let (low, high) = ends?;
    (low.low < high.high).then(|| (Figure::range(low.low, high.high, high.open), unit))
}

/// The first end of a range with the scale that only the second one writes: `two to three hundred`, `250-300,000`.
fn sharing(first: Amount, second: Amount, scale: Decimal) -> Amount {
    let written = |amount: &Amount| amount.figure.is_point() && amount.figure.low.is_integer();
    let near = |first: Decimal, second: Decimal| match second.checked_div(scale) {
        // Of `1 to 5,000` the first is one.
        Some(second) => {
            first < second && (first.checked_mul(whole(4)) >= Some(second) || scale < whole(1_000))
        }
        None => false,
    };
    let shares = scale > second.magnitude
        && first.magnitude == Decimal::ONE
        && first.form == second.form
        && matches!(first.form, NumberForm::Digits | NumberForm::Words)
        && written(&first)
        && first.figure.low < whole(1_000)
        && near(first.figure.low, second.figure.low)
        && (first.unit.is_none() || first.prefixed);
    let figure = first.figure.times(scale).filter(|_| shares);
    figure.map_or(first, |figure| Amount { figure, magnitude: scale, ..first })
}

/// Two amounts in one unit: what only one of them names, the other shares (`5 to 10 million euros`).
#[allow(clippy::type_complexity, reason = "two figures and their unit")]
fn aligned(first: Amount, second: Amount) -> Option<(Option<(Figure, Figure)>, Option<Unit>)> {
    let mut low = first.figure;
    let shares_magnitude = first.magnitude == Decimal::ONE
        && second.magnitude > Decimal::ONE
        && matches!(first.form, NumberForm::Digits | NumberForm::Words)
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

/// `or more` behind what is counted (`60 people or more`); where it starts, or else the end of the phrase.
pub(crate) fn hedge_at_end(phrase: &Phrase, from: usize, lead: &mut Lead) -> usize {
    let found = (from + 1..phrase.len()).rev().take(4).find_map(|at| {
        let (hedge, end) = hedge::after(phrase, at)?;
        (end == phrase.len() && !phrase.word(at).is_empty()).then_some((hedge, at))
    });
    let Some((hedge, at)) = found else { return phrase.len() };
    lead.add(phrase, hedge, at, phrase.len());
    if phrase.symbol(at - 1) == Some(',') { at - 1 } else { at }
}
