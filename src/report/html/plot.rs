//! Values along a line, as a picture: figures, dates and times of one item, or the dates of a whole story.
//!
//! Places along the line are shares of the picture's width, so that it fits any screen with its letters unscaled; places
//! across it are pixels.

use askama::Template;

use super::sheet::Sheet;
use crate::report::axis::{Axis, Tick};
use crate::report::extent::{Extent, Line, common_line};
use crate::report::position::{letter, of_claims};
use crate::report::{Claim, Item};
use crate::value::Interval;

/// The height of a row, in pixels.
const ROW: usize = 36;

/// The height of the axis, in pixels.
const FOOT: usize = 26;

/// Longer labels than this end in an ellipsis; the claims beside the picture have them whole.
const LONGEST: usize = 42;

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
    shared: Option<Bar>,
    log: bool,
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
    possible: Stretch,
    meant: Stretch,
    stated: Option<Stretch>,
    low: End,
    high: End,
    /// The mask that fades it where a hedge leaves it open.
    fade: Option<&'static str>,
}

/// From where to where, as shares of the width.
#[derive(Clone, Copy)]
struct Stretch {
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

impl Stretch {
    fn of(axis: &Axis, set: &Interval<f64>) -> Self {
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
    fn of(end: Option<f64>, inclusive: bool, axis: &Axis) -> Self {
        match end {
            Some(end) if !axis.holds(end) => Self::Endless,
            Some(_) if inclusive => Self::Closed,
            Some(_) => Self::Open,
            None => Self::Endless,
        }
    }
}

impl Bar {
    fn new(axis: &Axis, extent: &Extent, letter: char) -> Self {
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
            possible: Stretch::of(axis, possible),
            meant: Stretch::of(axis, &extent.meant),
            // The bound of `at least` is drawn by its end alone.
            stated: extent.stated.low.and(extent.stated.high).map(|_| Stretch::of(axis, &extent.stated)),
            low: End::of(possible.low, possible.low_inclusive, axis),
            high: End::of(possible.high, possible.high_inclusive, axis),
        }
    }
}

impl Plot {
    /// The values of an item; `None` where there are no two to compare along a line.
    pub(super) fn of_item(item: &Item) -> Option<Self> {
        let line = common_line(&item.claims)?;
        let positions = of_claims(item);
        let mut rows: Vec<(usize, &Extent, Vec<&Claim>)> = Vec::new();
        for position in &item.positions {
            for claim in position.claims.iter().map(|&at| (at, &item.claims[at])) {
                let Some(extent) = claim.1.extent.as_ref().filter(|it| it.line == *line) else { continue };
                let place = positions[claim.0];
                match rows.iter_mut().find(|(at, it, _)| *at == place && *it == extent) {
                    Some((_, _, claims)) => claims.push(claim.1),
                    None => rows.push((place, extent, vec![claim.1])),
                }
            }
        }
        if rows.len() < 2 {
            return None;
        }
        let axis = Axis::of(rows.iter().map(|(_, extent, _)| *extent))?;
        let everything = Interval { low: None, low_inclusive: false, high: None, high_inclusive: false };
        let shared = rows.iter().try_fold(everything, |left, (_, extent, _)| shared(&left, &extent.possible));
        let what = match line {
            Line::Days => "Timeline",
            _ => "Intervals",
        };
        let said: Vec<String> = rows
            .iter()
            .map(|(place, _, claims)| {
                format!("{}: {}, {}", letter(*place), claims[0].understood, told_by(claims))
            })
            .collect();
        let drawn = |(at, (place, extent, claims)): (usize, &(usize, &Extent, Vec<&Claim>))| Row {
            y: at * ROW + ROW - 10,
            letter: letter(*place),
            label: cut(&format!("{} · {}", claims[0].value, told_by(claims))),
            bars: vec![Bar::new(&axis, extent, letter(*place))],
        };
        Some(Self {
            title: format!("{what} of {}", item.label),
            description: said.join("; "),
            height: rows.len() * ROW + FOOT,
            foot: rows.len() * ROW + 4,
            ticks: axis.ticks(line, TICKS),
            shared: shared.filter(|it| it.low.is_some() && it.high.is_some()).map(|it| {
                let meant = it;
                Bar::new(&axis, &Extent { line: line.clone(), stated: it, possible: it, meant }, ' ')
            }),
            log: axis.is_log(),
            rows: rows.iter().enumerate().map(drawn).collect(),
        })
    }

    /// The dates of a story, earliest first, one row an item; `None` where there are no two.
    pub(super) fn of_dates(sheet: &Sheet<'_>) -> Option<Self> {
        let mut rows: Vec<(&Item, Vec<(char, &Extent)>)> = Vec::new();
        for item in sheet.entries.iter().map(|entry| entry.item) {
            let positions = of_claims(item);
            let mut bars: Vec<(char, &Extent)> = Vec::new();
            for (claim, place) in item.claims.iter().zip(&positions) {
                if let Some(extent) = claim.extent.as_ref().filter(|it| it.line == Line::Days)
                    && !bars.iter().any(|(_, known)| *known == extent)
                {
                    bars.push((letter(*place), extent));
                }
            }
            if !bars.is_empty() {
                rows.push((item, bars));
            }
        }
        if rows.len() < 2 {
            return None;
        }
        let first = |bars: &[(char, &Extent)]| {
            let ends = bars.iter().filter_map(|(_, it)| it.stated.low.or(it.stated.high));
            ends.fold(f64::INFINITY, f64::min)
        };
        rows.sort_by(|a, b| first(&a.1).total_cmp(&first(&b.1)));
        let axis = Axis::of(rows.iter().flat_map(|(_, bars)| bars.iter().map(|(_, extent)| *extent)))?;
        let said = |(item, _): &(&Item, _)| {
            let mut values: Vec<&str> = item.claims.iter().map(|it| it.understood.as_str()).collect();
            values.dedup();
            format!("{}: {}", item.label, values.join(" / "))
        };
        let drawn = |(at, (item, bars)): (usize, &(&Item, Vec<(char, &Extent)>))| Row {
            y: at * ROW + ROW - 10,
            letter: ' ',
            label: cut(&item.label),
            bars: bars.iter().map(|(letter, extent)| Bar::new(&axis, extent, *letter)).collect(),
        };
        Some(Self {
            title: format!("Dates in {}", sheet.title),
            description: rows.iter().map(said).collect::<Vec<_>>().join("; "),
            height: rows.len() * ROW + FOOT,
            foot: rows.len() * ROW + 4,
            ticks: axis.ticks(&Line::Days, TICKS),
            shared: None,
            log: false,
            rows: rows.iter().enumerate().map(drawn).collect(),
        })
    }
}

/// What two sets of numbers share.
fn shared(a: &Interval<f64>, b: &Interval<f64>) -> Option<Interval<f64>> {
    let low = match (a.low, b.low) {
        (Some(x), Some(y)) => Some(x.max(y)),
        (x, y) => x.or(y),
    };
    let high = match (a.high, b.high) {
        (Some(x), Some(y)) => Some(x.min(y)),
        (x, y) => x.or(y),
    };
    let empty = low.zip(high).is_some_and(|(low, high)| low > high);
    (!empty).then_some(Interval { low, low_inclusive: true, high, high_inclusive: true })
}

/// The first outlet and how many there are beside it.
fn told_by(claims: &[&Claim]) -> String {
    let mut outlets: Vec<&str> = claims.iter().map(|claim| claim.outlet.as_str()).collect();
    outlets.dedup();
    match outlets.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first, rest @ ..] => format!("{first} and {} more", rest.len()),
    }
}

/// A text in at most as many letters as have room.
pub(super) fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}
