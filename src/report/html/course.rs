//! How a figure moved: a step chart over the days it is told of, with the latest figure said above it.

use askama::Template;
use jiff::civil::Date;

use super::sheet::SheetEntry;
use crate::view::extent::{common_line, day_number};
use crate::view::{ClaimView, NumberLine, first, period};

/// The height of the drawing, and of the letters above and below it, in pixels.
const TALL: f64 = 120.0;
const HEAD: f64 = 22.0;
const FOOT: f64 = 22.0;

/// Fewer days than these are told by the row alone.
const FEWEST_DAYS: usize = 2;

#[derive(Template)]
#[template(path = "course.html", config = "src/report/html/askama.toml")]
pub(super) struct Course<'a> {
    label: &'a str,
    description: String,
    height: f64,
    /// Where the axis is.
    foot: f64,
    points: Vec<Point<'a>>,
    latest: LatestPoint<'a>,
}

/// What one claim says of a day.
struct Point<'a> {
    claim: &'a ClaimView,
    day: Date,
    figure: f64,
    /// Share of the width, pixels from above.
    x: f64,
    y: f64,
    /// The highest or the newest of its day: what the steps go through.
    leads: bool,
    /// Lower than what was told on an earlier day.
    revised: bool,
    /// What stands at the mark.
    mark: Option<String>,
    anchor: &'static str,
    /// Where the next step is, as shares and pixels.
    next: Option<(f64, f64)>,
}

/// The figure of the newest day.
struct LatestPoint<'a> {
    value: &'a str,
    outlets: String,
    day: String,
}

impl<'a> Course<'a> {
    /// The course of a figure that moved; `None` where nothing moved, or within a day.
    pub(super) fn new(entry: &'a SheetEntry<'a>) -> Option<Self> {
        let item = entry.item.view;
        // Steps whose order is not known would tell a false course.
        first::latest(item).filter(|it| it.is_sure)?;
        let line = common_line(&item.claims).filter(|line| matches!(line, NumberLine::Figures(_)))?;
        let point = |claim: &'a ClaimView| {
            let extent = claim.extent.as_ref().filter(|extent| extent.line == *line)?;
            let figure = extent.stated.low.or(extent.stated.high)?;
            Some((claim.when()?.latest()?.date(), figure, claim))
        };
        let mut told: Vec<(Date, f64, &ClaimView)> = item.claims.iter().filter_map(point).collect();
        told.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut days: Vec<Date> = told.iter().map(|it| it.0).collect();
        days.dedup();
        if days.len() < FEWEST_DAYS {
            return None;
        }
        let points = placed(&told);
        let latest = LatestPoint::of(&told)?;
        let said =
            |it: &Point<'_>| format!("{}: {} ({})", period::day(it.day), it.claim.value, it.claim.outlet);
        let description = points.iter().map(said).collect::<Vec<_>>().join("; ");
        Some(Self {
            label: &item.label,
            description,
            height: HEAD + TALL + FOOT,
            foot: HEAD + TALL,
            points,
            latest,
        })
    }

    fn revisions(&self) -> usize {
        self.points.iter().filter(|it| it.revised).count()
    }
}

/// Points by day and figure, each in its place.
fn placed<'a>(told: &[(Date, f64, &'a ClaimView)]) -> Vec<Point<'a>> {
    let ends = |numbers: &mut dyn Iterator<Item = f64>| {
        numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)))
    };
    let (first, last) = ends(&mut told.iter().map(|it| day_number(it.0)));
    let (low, high) = ends(&mut told.iter().map(|it| it.1));
    let share =
        |number: f64, low: f64, high: f64| if high > low { (number - low) / (high - low) } else { 0.5 };
    let mut points: Vec<Point<'a>> = told
        .iter()
        .enumerate()
        .map(|(at, &(day, figure, claim))| Point {
            claim,
            day,
            figure,
            x: 0.06 + 0.88 * share(day_number(day), first, last),
            y: HEAD + TALL * (1.0 - share(figure, low, high)),
            leads: told.get(at + 1).is_none_or(|next| next.0 != day),
            revised: false,
            mark: None,
            anchor: "middle",
            next: None,
        })
        .collect();
    let leaders: Vec<usize> = (0..points.len()).filter(|&at| points[at].leads).collect();
    for pair in leaders.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        points[from].next = Some((points[to].x, points[to].y));
        points[to].revised = points[to].figure < points[from].figure;
    }
    mark(&mut points, &leaders);
    points
}

/// Labels the first, the last and the revised marks, which is what an eye looks for.
fn mark(points: &mut [Point<'_>], leaders: &[usize]) {
    let (first, last) = (leaders.first().copied(), leaders.last().copied());
    for &at in leaders {
        let point = &mut points[at];
        if Some(at) == first || Some(at) == last || point.revised {
            let revised = if point.revised { ", revised" } else { "" };
            point.mark = Some(format!("{}{revised}", point.claim.value));
            point.anchor = match (Some(at) == first, Some(at) == last) {
                (true, _) => "start",
                (_, true) => "end",
                _ => "middle",
            };
        }
    }
}

impl<'a> LatestPoint<'a> {
    fn of(told: &[(Date, f64, &'a ClaimView)]) -> Option<Self> {
        let &(day, figure, claim) = told.last()?;
        let mut outlets: Vec<&str> = told
            .iter()
            .filter(|it| it.0 == day && it.1.total_cmp(&figure).is_eq())
            .map(|it| it.2.outlet.as_str())
            .collect();
        outlets.dedup();
        Some(Self { value: &claim.value, outlets: outlets.join(", "), day: period::day(day) })
    }
}
