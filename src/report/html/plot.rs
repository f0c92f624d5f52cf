//! Values along a line, as a picture: figures, dates and times of one item, or the dates of a whole story.
//!
//! Places along the line are shares of the picture's width, so that it fits any screen with its letters unscaled; places
//! across it are pixels.

use askama::Template;

use super::sheet::StorySheet;
use crate::value::Interval;
use crate::view::axis::{AxisRange, Tick};
use crate::view::lane::{Lane, cut, lanes};
use crate::view::position::{letter, of_claims};
use crate::view::{DrawnExtent, Item, NumberLine};

/// The height of a row, in pixels.
const ROW: usize = 36;

/// The height of the axis, in pixels.
const FOOT: usize = 26;

/// Longer labels than this end in an ellipsis; the claims beside the picture have them whole.
pub(super) const LONGEST: usize = 60;

/// Ticks that have room on the narrowest screen.
const TICKS: usize = 4;

#[derive(Template)]
#[template(path = "plot.html", config = "src/report/html/askama.toml")]
pub(super) struct Plot {
    title: String,
    description: String,
    height: usize,
    foot: usize,
    rows: Vec<Row>,
    ticks: Vec<Tick>,
    /// What every claim allows.
    shared: Option<Segment>,
    log: bool,
    lettered: bool,
}

struct Row {
    /// The middle of the drawing, in pixels from above.
    y: usize,
    letter: char,
    label: String,
    bars: Vec<Bar>,
}

/// A value: what its words allow, what a reader takes from them, what is stated.
struct Bar {
    letter: char,
    possible: Segment,
    meant: Segment,
    stated: Option<Segment>,
    low: End,
    high: End,
    /// The mask that fades it where a hedge leaves it open.
    fade: Option<&'static str>,
}

/// From where to where, as shares of the width.
#[derive(Clone, Copy)]
struct Segment {
    from: f64,
    to: f64,
}

/// How a stretch ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// The end belongs to it.
    Closed,
    /// It does not.
    Open,
    /// There is none.
    Endless,
}

impl Segment {
    fn of(axis: &AxisRange, set: &Interval<f64>) -> Self {
        Self { from: set.low.map_or(0.0, |low| axis.at(low)), to: set.high.map_or(1.0, |high| axis.at(high)) }
    }

    fn width(self) -> f64 {
        self.to - self.from
    }

    fn is_point(self) -> bool {
        self.width() < 0.004
    }
}

impl End {
    fn of(end: Option<f64>, inclusive: bool, axis: &AxisRange) -> Self {
        match end {
            Some(end) if !axis.holds(end) => Self::Endless,
            Some(_) if inclusive => Self::Closed,
            Some(_) => Self::Open,
            None => Self::Endless,
        }
    }
}

impl Bar {
    fn new(axis: &AxisRange, extent: &DrawnExtent, letter: char) -> Self {
        let (stated, possible) = (&extent.stated, &extent.possible);
        let downwards = possible.low.is_none() || stated.low.is_none() || possible.low < stated.low;
        let upwards = possible.high.is_none() || stated.high.is_none() || possible.high > stated.high;
        Self {
            fade: match (downwards, upwards) {
                (true, true) => Some("both"),
                (true, false) => Some("down"),
                (false, true) => Some("up"),
                (false, false) => None,
            },
            letter,
            possible: Segment::of(axis, possible),
            meant: Segment::of(axis, &extent.meant),
            // The bound of `at least` is drawn by its end alone.
            stated: extent.stated.low.and(extent.stated.high).map(|_| Segment::of(axis, &extent.stated)),
            low: End::of(possible.low, possible.low_inclusive, axis),
            high: End::of(possible.high, possible.high_inclusive, axis),
        }
    }
}

/// What a row shows, before it has its place.
struct Drawing<'a> {
    letter: char,
    label: String,
    said: String,
    bars: Vec<(char, &'a DrawnExtent)>,
}

impl Plot {
    /// The values of an item; `None` where there are no two to compare along a line.
    /// Letters stand at the rows where the sides have some.
    pub(super) fn of_item<'a>(item: &'a Item, lettered: bool) -> Option<Self> {
        let (line, lanes) = lanes(item)?;
        let row = |lane: &Lane<'a>| {
            let (letter, value, outlets) = (letter(lane.position), lane.claims[0], lane.told_by());
            Drawing {
                letter,
                label: cut(&format!("{} · {outlets}", value.value), LONGEST),
                said: format!("{letter}: {}, {outlets}", value.understood),
                bars: vec![(letter, lane.extent)],
            }
        };
        let what = if *line == NumberLine::Days { "Timeline" } else { "Intervals" };
        let mut plot =
            Self::draw(format!("{what} of {}", item.label), line, lanes.iter().map(row).collect())?;
        let possible = lanes.iter().map(|lane| &lane.extent.possible);
        plot.lettered = lettered;
        plot.shared = shared(possible).and_then(|set| {
            let axis = AxisRange::of(lanes.iter().map(|lane| lane.extent))?;
            (set.low.is_some() && set.high.is_some()).then(|| Segment::of(&axis, &set))
        });
        Some(plot)
    }

    /// The dates of a story, earliest first, one row an item; `None` where there are no two.
    pub(super) fn of_dates(sheet: &StorySheet<'_>) -> Option<Self> {
        let mut lanes: Vec<Drawing<'_>> =
            sheet.entries.iter().filter_map(|entry| dates(entry.item.view)).collect();
        let first = |lane: &Drawing<'_>| {
            let ends = lane.bars.iter().filter_map(|(_, it)| it.stated.low.or(it.stated.high));
            ends.fold(f64::INFINITY, f64::min)
        };
        lanes.sort_by(|a, b| first(a).total_cmp(&first(b)));
        Self::draw(format!("Dates in {}", sheet.title), &NumberLine::Days, lanes)
    }

    fn draw(title: String, line: &NumberLine, lanes: Vec<Drawing<'_>>) -> Option<Self> {
        if lanes.len() < 2 {
            return None;
        }
        let axis = AxisRange::of(lanes.iter().flat_map(|lane| lane.bars.iter().map(|(_, extent)| *extent)))?;
        let said: Vec<&str> = lanes.iter().map(|lane| lane.said.as_str()).collect();
        let (description, foot) = (said.join("; "), lanes.len() * ROW + 4);
        let row = |(at, lane): (usize, Drawing<'_>)| Row {
            y: (at + 1) * ROW - 10,
            letter: lane.letter,
            label: lane.label,
            bars: lane.bars.into_iter().map(|(letter, extent)| Bar::new(&axis, extent, letter)).collect(),
        };
        Some(Self {
            title,
            description,
            height: foot + FOOT,
            foot,
            rows: lanes.into_iter().enumerate().map(row).collect(),
            ticks: axis.ticks(line, TICKS),
            shared: None,
            log: axis.is_log(),
            lettered: false,
        })
    }
}

/// The dates of an item.
fn dates(item: &Item) -> Option<Drawing<'_>> {
    let dates = item.claims.iter().zip(of_claims(item));
    let dates =
        dates.filter(|(claim, _)| claim.extent.as_ref().is_some_and(|it| it.line == NumberLine::Days));
    let mut bars: Vec<(char, &DrawnExtent)> = Vec::new();
    let mut values: Vec<&str> = Vec::new();
    for (claim, place) in dates {
        if let Some(extent) = claim.extent.as_ref().filter(|it| bars.iter().all(|(_, known)| known != it)) {
            bars.push((letter(place), extent));
            values.push(&claim.understood);
        }
    }
    let said = format!("{}: {}", item.label, values.join(" / "));
    (!bars.is_empty()).then(|| Drawing { letter: ' ', label: cut(&item.label, LONGEST), said, bars })
}

/// What all sets of numbers share.
fn shared<'a>(mut sets: impl Iterator<Item = &'a Interval<f64>>) -> Option<Interval<f64>> {
    let first = *sets.next()?;
    let shared = sets.fold(first, |left, next| Interval {
        low: match (left.low, next.low) {
            (Some(x), Some(y)) => Some(x.max(y)),
            (x, y) => x.or(y),
        },
        high: match (left.high, next.high) {
            (Some(x), Some(y)) => Some(x.min(y)),
            (x, y) => x.or(y),
        },
        ..left
    });
    let is_empty = shared.low.zip(shared.high).is_some_and(|(low, high)| low > high);
    (!is_empty).then_some(shared)
}
