//! Intervals and timelines in a terminal, small enough to stand below a table.

use crate::files::safe;
use crate::value::Interval;
use crate::view::axis::AxisRange;
use crate::view::lane::{Lane, cut, lanes};
use crate::view::position::letter;
use crate::view::{Item, NumberLine};

/// Narrower tracks than this show nothing.
const LEAST_TRACK: usize = 24;

/// Wider ones show no more.
const MOST_TRACK: usize = 56;

/// More rows than these are no sketch.
const MOST_ROWS: usize = 8;

/// The columns that a label needs at least.
const LABEL: usize = 24;

/// The values of an item along a line, one row for each that differs, then the axis, for `width` columns; nothing where they
/// have no line, all are alike, or there is no room.
pub(super) fn sketch(item: &Item, width: usize) -> Vec<String> {
    let track = width.saturating_sub(LABEL + 4).min(MOST_TRACK);
    let Some((line, lanes)) = lanes(item).filter(|(line, _)| !matches!(line, NumberLine::Stages(_))) else {
        return Vec::new();
    };
    let Some(axis) = AxisRange::of(lanes.iter().map(|lane| lane.extent)).filter(|_| track >= LEAST_TRACK)
    else {
        return Vec::new();
    };
    let row = |lane: &Lane<'_>| {
        let label = cut(&safe(&lane.claims[0].value), width - track - 4);
        format!("{} {}  {label}", letter(lane.position), drawn(lane, &axis, track)).trim_end().to_owned()
    };
    let mut rows: Vec<String> = lanes.iter().take(MOST_ROWS).map(row).collect();
    if lanes.len() > MOST_ROWS {
        rows.push(format!("  … and {} more", lanes.len() - MOST_ROWS));
    }
    rows.push(format!("  {}", ticks(&axis, line, track)).trim_end().to_owned());
    rows
}

/// A value: `─` what its words allow, `━` what a reader takes from it, `●` what is stated; `├ ┤` ends that belong to it, `○` ends
/// that don't, `◀ ▶` no end.
fn drawn(lane: &Lane<'_>, axis: &AxisRange, track: usize) -> String {
    let mut cells = vec![' '; track];
    let extent = lane.extent;
    let column = |number: f64| place(axis.at(number), track);
    let reach = |set: &Interval<f64>| (set.low.map_or(0, column), set.high.map_or(track - 1, column));
    for (set, mark) in [(&extent.possible, '─'), (&extent.meant, '━')] {
        let (from, to) = reach(set);
        cells[from..=to.max(from)].fill(mark);
    }
    let (from, to) = reach(&extent.possible);
    let end = |end: Option<f64>, inclusive: bool, closed: char, none: char| match end {
        Some(number) if axis.holds(number) => {
            if inclusive {
                closed
            } else {
                '○'
            }
        }
        _ => none,
    };
    cells[from] = end(extent.possible.low, extent.possible.low_inclusive, '├', '◀');
    cells[to.max(from)] = end(extent.possible.high, extent.possible.high_inclusive, '┤', '▶');
    if let Some((low, high)) = extent.stated.low.zip(extent.stated.high)
        && column(low) == column(high)
    {
        cells[column(low)] = '●';
    }
    cells.into_iter().collect()
}

/// The axis below: each tick with its label behind it, or before it at the right end.
fn ticks(axis: &AxisRange, line: &NumberLine, track: usize) -> String {
    let mut cells = vec![' '; track];
    let mut free = 0;
    for tick in axis.ticks(line, (track / 14).max(2)) {
        let label = safe(&tick.label);
        let (column, length) = (place(tick.at, track), label.chars().count());
        let behind = column + length < track;
        let start = if behind { column } else { column.saturating_sub(length) };
        if start < free || start + length >= track {
            continue;
        }
        let marked = if behind { format!("╵{label}") } else { format!("{label}╵") };
        for (cell, letter) in cells[start..].iter_mut().zip(marked.chars()) {
            *cell = letter;
        }
        free = start + length + 2;
    }
    let shown: String = cells.into_iter().collect();
    if axis.is_log() { format!("{shown}  logarithmic") } else { shown }
}

/// The column of a share of the track.
fn place(share: f64, track: usize) -> usize {
    (0..track).rev().find(|&column| column as f64 <= share * (track - 1) as f64 + 0.5).unwrap_or(0)
}
