//! Where a value lies on a line: numbers good enough to draw, for pictures alone. What is compared stays exact.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use rust_decimal::prelude::ToPrimitive;

use super::ClaimView;
use crate::claim::Conventions;
use crate::value::{self, Content, Interval, Value};

/// What a value is drawn along; only values of one line can be drawn together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, bitcode::Encode, bitcode::Decode)]
pub enum NumberLine {
    /// Numbers, in a unit where they have one.
    Figures(Option<String>),
    /// Days, counted from 1970-01-01; a day reaches to the beginning of the next.
    Days,
    /// Minutes since midnight.
    Clock,
    /// Stages of the scale of this name, from 0.
    Stages(String),
}

/// The three readings of a value as numbers.
#[derive(Clone, Debug, PartialEq, bitcode::Encode, bitcode::Decode)]
pub struct DrawnExtent {
    /// What they are numbers of.
    pub line: NumberLine,
    /// The value itself, before any allowance.
    pub stated: Interval<f64>,
    /// What the words allow.
    pub possible: Interval<f64>,
    /// What a reader takes from them.
    pub meant: Interval<f64>,
}

impl DrawnExtent {
    /// The extent of a figure, a date, a time or a stage; `None` for what has none.
    pub fn of(value: &Value) -> Option<Self> {
        fn three<T>(
            line: NumberLine,
            extent: &value::Extent<T>,
            number: impl Fn(&T) -> Option<f64>,
        ) -> DrawnExtent {
            let [stated, possible, meant] =
                [&extent.stated, &extent.possible, &extent.meant].map(|set| numbers(set, &number));
            DrawnExtent { line, stated, possible, meant }
        }
        match &value.content {
            Content::Quantity(extent) | Content::Rank { place: extent, .. } => {
                let unit = value.unit.as_deref().map(str::to_owned);
                Some(three(NumberLine::Figures(unit), extent, ToPrimitive::to_f64))
            }
            // A date of which the year is not known has a place in the year, but none on a line.
            Content::Days(days) if !days.is_of_any_year() => {
                let extent = &days.extent;
                let [stated, possible, meant] =
                    [&extent.stated, &extent.possible, &extent.meant].map(whole_days);
                Some(Self { line: NumberLine::Days, stated, possible, meant })
            }
            Content::Clock { minutes, .. } => {
                Some(three(NumberLine::Clock, minutes, |&minutes| Some(f64::from(minutes))))
            }
            Content::Stage { scale, stages } => {
                let extent = value::Extent::same(*stages);
                Some(three(NumberLine::Stages(scale.clone()), &extent, |&stage| stage.to_f64()))
            }
            Content::Days(_)
            | Content::Score(..)
            | Content::Names { .. }
            | Content::Truth(_)
            | Content::Words { .. } => None,
        }
    }
}

fn numbers<T>(set: &Interval<T>, number: impl Fn(&T) -> Option<f64>) -> Interval<f64> {
    Interval {
        low: set.low.as_ref().and_then(&number),
        low_inclusive: set.low_inclusive,
        high: set.high.as_ref().and_then(&number),
        high_inclusive: set.high_inclusive,
    }
}

fn whole_days(days: &Interval<Date>) -> Interval<f64> {
    let end = |day: Date, included: bool| day_number(day) + f64::from(u8::from(included));
    Interval {
        // An end that is left out begins with the day behind it.
        low: days.low.map(|day| end(day, !days.low_inclusive)),
        low_inclusive: true,
        high: days.high.map(|day| end(day, days.high_inclusive)),
        high_inclusive: true,
    }
}

/// The epoch of the days.
const FIRST: Date = date(1970, 1, 1);

/// How many days lie between the epoch and a day.
pub(crate) fn day_number(day: Date) -> f64 {
    FIRST.until(day).map_or(0.0, |span| f64::from(span.get_days()))
}

/// The day so many days behind the epoch.
pub(crate) fn day_of(number: f64) -> Option<Date> {
    FIRST.checked_add(jiff::Span::new().try_days(number.floor().to_i64()?).ok()?).ok()
}

/// The names of the stages of the scale that most claims stand on.
pub(crate) fn stages(claims: &[ClaimView], desk: &Conventions) -> Vec<String> {
    let Some(NumberLine::Stages(name)) = common_line(claims) else { return Vec::new() };
    let built_in = || value::built_in_scales().into_iter().find(|scale| scale.name == *name);
    let scale = desk.scales.iter().find(|scale| scale.name == *name).cloned().or_else(built_in);
    let first = |words: Vec<String>| words.into_iter().next().unwrap_or_default();
    scale.map(|scale| scale.stages.into_iter().map(first).collect()).unwrap_or_default()
}

/// The line that most of the claims lie on; the first of several.
pub(crate) fn common_line(claims: &[ClaimView]) -> Option<&NumberLine> {
    let mut times: BTreeMap<&NumberLine, usize> = BTreeMap::new();
    for extent in claims.iter().filter_map(|claim| claim.extent.as_ref()) {
        *times.entry(&extent.line).or_default() += 1;
    }
    times.into_iter().min_by_key(|&(line, times)| (std::cmp::Reverse(times), line)).map(|(line, _)| line)
}
