//! Values as JSON, in the shape that the documentation promises.

use std::fmt::Display;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::display::{clock, day};
use super::{Content, Direction, Extent, Interval, Motion, Note, Value};

/// An interval with its ends in words.
#[derive(Serialize)]
struct Ends {
    low: Option<String>,
    low_inclusive: bool,
    high: Option<String>,
    high_inclusive: bool,
}

impl Ends {
    fn new<T: Copy, D: Display>(set: &Interval<T>, show: impl Fn(T) -> D) -> Self {
        Self {
            low: set.low.map(|end| show(end).to_string()),
            low_inclusive: set.low_inclusive,
            high: set.high.map(|end| show(end).to_string()),
            high_inclusive: set.high_inclusive,
        }
    }
}

#[derive(Serialize)]
struct ZoneJson<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<i32>,
}

/// The keys of a value, in their order.
#[derive(Serialize)]
struct ValueJson<'a> {
    text: &'a str,
    kind: &'static str,
    unit: Option<&'a str>,
    hedge: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<Ends>,
    #[serde(skip_serializing_if = "Option::is_none")]
    possible: Option<Ends>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meant: Option<Ends>,
    understood: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modality: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    motion: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<&'a Value>,
    #[serde(skip_serializing_if = "<[Value]>::is_empty")]
    parts: &'a [Value],
    #[serde(skip_serializing_if = "<[Value]>::is_empty")]
    also: &'a [Value],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    unread: &'a [String],
    #[serde(skip_serializing_if = "<[Note]>::is_empty")]
    notes: &'a [Note],
    #[serde(skip_serializing_if = "<[Value]>::is_empty")]
    readings: &'a [Value],
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<Ends>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<Ends>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<ZoneJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    negated: Option<bool>,
}

impl ValueJson<'_> {
    fn set<T: Copy, D: Display>(&mut self, extent: &Extent<T>, show: impl Fn(T) -> D) {
        self.stated = Some(Ends::new(&extent.stated, &show));
        self.possible = Some(Ends::new(&extent.possible, &show));
        self.meant = Some(Ends::new(&extent.meant, &show));
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut shape = ValueJson {
            text: &self.text,
            kind: self.kind.name(),
            unit: self.unit.as_deref(),
            hedge: self.hedge.as_deref(),
            stated: None,
            possible: None,
            meant: None,
            understood: self.understood(),
            counted: self.counted.as_deref(),
            modality: self.modality.as_deref(),
            direction: self.direction.map(Direction::name),
            motion: self.motion.as_ref().map(Motion::name),
            was: match &self.motion {
                Some(Motion::To { was }) => was.as_deref(),
                Some(Motion::By | Motion::From) | None => None,
            },
            parts: &self.parts,
            also: &self.also,
            unread: &self.unread,
            notes: &self.notes,
            readings: &self.others,
            hours: None,
            day: None,
            zone: None,
            scale: None,
            values: None,
            open: None,
            negated: None,
        };
        match &self.content {
            Content::Quantity(extent) | Content::Rank { place: extent, .. } => {
                shape.set(extent, |number: Decimal| number.normalize());
            }
            Content::Score(first, second) => shape.values = Some(vec![format!("{first}-{second}")]),
            Content::Days(days) => {
                shape.set(&days.extent, |date| day(date, days.year));
                shape.hours = days.hours.map(|hours| Ends::new(&hours.minutes.stated, clock));
            }
            Content::Clock { minutes, day: clock_day, zone } => {
                shape.set(minutes, clock);
                shape.day = clock_day
                    .as_ref()
                    .map(|days| Ends::new(&days.extent.possible, |date| day(date, days.year)));
                shape.zone = zone.as_ref().map(|(name, minutes)| ZoneJson { name, minutes: *minutes });
            }
            Content::Stage { scale, stages } => {
                shape.scale = Some(scale);
                let ends = stages.low.zip(stages.high);
                shape.values = ends.map(|(low, high)| (low..=high).map(|stage| stage.to_string()).collect());
            }
            Content::Names { names, open } => {
                shape.values = Some(names.clone());
                shape.open = open.then_some(true);
            }
            Content::Truth(truth) => shape.values = Some(vec![if *truth { "yes" } else { "no" }.to_owned()]),
            Content::Words { words, negated } => {
                shape.values = Some(words.clone());
                shape.negated = negated.then_some(true);
            }
        }
        shape.serialize(serializer)
    }
}
