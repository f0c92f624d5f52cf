//! An axis to draw values along: what it spans, whether by their size or by their ratio, and where its ticks are.

use jiff::Span;
use jiff::civil::{Date, date};

use super::extent::{DrawnExtent, NumberLine, day_number, day_of};
use crate::value::Interval;

/// Figures that lie further apart than this are drawn by their ratio.
const MOST_LINEAR: f64 = 20.0;

/// How much wider than its values an axis is, at both ends.
const MARGIN: f64 = 0.08;

/// A part of a line, drawn from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct AxisRange {
    low: f64,
    high: f64,
    log: bool,
}

/// A place on an axis with what stands there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    /// From 0 to 1.
    pub(crate) at: f64,
    /// In few letters.
    pub(crate) label: String,
}

impl AxisRange {
    /// The axis that has room for all of these; `None` where they have no end to begin with.
    pub(crate) fn of<'a>(extents: impl Iterator<Item = &'a DrawnExtent> + Clone) -> Option<Self> {
        let line = &extents.clone().next()?.line;
        if let NumberLine::Stages(_) = line {
            return None;
        }
        let ends = |sets: [&Interval<f64>; 2]| sets.map(|set| [set.low, set.high]).concat();
        let all =
            extents.flat_map(|it| ends([&it.stated, &it.meant])).flatten().filter(|end| end.is_finite());
        let (low, high) =
            all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| (low.min(end), high.max(end)));
        if low > high {
            return None;
        }
        let log = matches!(line, NumberLine::Figures(_)) && low > 0.0 && high / low > MOST_LINEAR;
        if log {
            let margin = (high / low).powf(MARGIN);
            return Some(Self { low: low / margin, high: high * margin, log });
        }
        let gap = if high > low { high - low } else { low.abs().max(1.0) / 2.0 };
        // Nothing counted or measured goes below nought merely for the margin's sake.
        let floor = if low >= 0.0 && *line != NumberLine::Days { 0.0 } else { f64::NEG_INFINITY };
        Some(Self { low: (low - gap * MARGIN).max(floor), high: high + gap * MARGIN, log })
    }

    /// Whether equal steps are equal ratios.
    pub(crate) fn is_log(&self) -> bool {
        self.log
    }

    /// Where a number is, from 0 to 1; what lies beyond the ends is drawn at them.
    pub(crate) fn at(&self, number: f64) -> f64 {
        let place = |number: f64| if self.log { number.max(f64::MIN_POSITIVE).ln() } else { number };
        let (low, high) = (place(self.low), place(self.high));
        ((place(number) - low) / (high - low)).clamp(0.0, 1.0)
    }

    /// Whether a number has a place of its own.
    pub(crate) fn holds(&self, number: f64) -> bool {
        (self.low..=self.high).contains(&number)
    }

    /// Ticks at round numbers, `most` or fewer where that can be.
    pub(crate) fn ticks(&self, line: &NumberLine, most: usize) -> Vec<Tick> {
        let tick = |(number, label): (f64, String)| Tick { at: self.at(number), label };
        let numbers = match line {
            NumberLine::Days => self.days(most),
            NumberLine::Clock => self.minutes(most),
            NumberLine::Figures(unit) => self.figures(unit.as_deref(), most),
            NumberLine::Stages(_) => Vec::new(),
        };
        numbers.into_iter().map(tick).collect()
    }

    fn figures(&self, unit: Option<&str>, most: usize) -> Vec<(f64, String)> {
        let (size, _) = readable(unit, self.high);
        let numbers = if self.log { self.powers(size, most) } else { self.round_numbers(size, most) };
        numbers.into_iter().map(|number| (number, figure(number, unit, self.high))).collect()
    }

    fn round_numbers(&self, size: f64, most: usize) -> Vec<f64> {
        let least = (self.high - self.low) / size / most as f64;
        let power = 10_f64.powf(least.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].map(|it| it * power).into_iter().find(|step| *step >= least);
        self.every(step.unwrap_or(least) * size).collect()
    }

    fn powers(&self, size: f64, most: usize) -> Vec<f64> {
        let (first, last) = ((self.low / size).log10().ceil(), (self.high / size).log10().floor());
        let step = ((last - first + 1.0) / most as f64).ceil().max(1.0);
        let powers = (0..20_u8).map(|at| first + f64::from(at) * step).take_while(|power| *power <= last);
        powers.map(|power| 10_f64.powf(power) * size).collect()
    }

    fn minutes(&self, most: usize) -> Vec<(f64, String)> {
        let steps = [1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 180.0, 360.0, 720.0, 1440.0];
        let fits = |step: &f64| (self.high - self.low) / step <= most as f64;
        let step = steps.into_iter().find(fits).unwrap_or(1440.0);
        self.every(step).map(|number| (number, clock(number))).collect()
    }

    fn every(&self, step: f64) -> impl Iterator<Item = f64> {
        let (low, high) = (self.low, self.high);
        let first = (low / step).ceil();
        (0..100_u8).map(move |at| (first + f64::from(at)) * step).take_while(move |number| *number <= high)
    }

    fn days(&self, most: usize) -> Vec<(f64, String)> {
        let (Some(low), Some(high)) = (day_of(self.low), day_of(self.high)) else { return Vec::new() };
        let days = self.high - self.low;
        let (months, most) = (days / 30.44, most as f64);
        let months_apart = [1_i8, 2, 3, 6].into_iter().find(|&step| months / f64::from(step) <= most);
        let days_apart = [1, 2, 7, 14].into_iter().find(|&step| days / f64::from(step) <= most);
        let years = [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter();
        let years_apart = years.clone().find(|&step| months / 12.0 / f64::from(step) <= most).unwrap_or(1000);
        let year = i32::from(low.year());
        let (first, step) = match (days_apart, months_apart) {
            (Some(days), _) => (low, Span::new().days(days)),
            (_, Some(months)) => {
                (month_before(low, i16::from(months)), Span::new().months(i32::from(months)))
            }
            _ => (year_from(year.div_euclid(years_apart) * years_apart), Span::new().years(years_apart)),
        };
        let mut ticks = Vec::new();
        let mut day = first;
        while day <= high {
            let number = day_number(day);
            if self.holds(number) {
                let label = match (days_apart, months_apart) {
                    (Some(_), _) => day.strftime("%-d %b %Y").to_string(),
                    (_, Some(_)) => day.strftime("%b %Y").to_string(),
                    _ => day.year().to_string(),
                };
                ticks.push((number, label));
            }
            let Ok(next) = day.checked_add(step) else { break };
            day = next;
        }
        ticks
    }
}

/// The first of the months that are counted from January in steps.
fn month_before(day: Date, step: i16) -> Date {
    let month = (i16::from(day.month()) - 1) / step * step + 1;
    i8::try_from(month).ok().and_then(|month| Date::new(day.year(), month, 1).ok()).unwrap_or(day)
}

fn year_from(year: i32) -> Date {
    i16::try_from(year).ok().and_then(|year| Date::new(year, 1, 1).ok()).unwrap_or(date(1, 1, 1))
}

/// Minutes since midnight as `HH:MM`.
pub(crate) fn clock(minutes: f64) -> String {
    let minutes = minutes.rem_euclid(24.0 * 60.0);
    format!("{:02.0}:{:02.0}", (minutes / 60.0).floor(), minutes % 60.0)
}

/// A number in few letters: `13 bn`, `8.5 m`, `3,657`.
pub(crate) fn short(number: f64) -> String {
    let sizes = [(1e12, " tn"), (1e9, " bn"), (1e6, " m")];
    let (size, name) = sizes.into_iter().find(|(size, _)| number.abs() >= *size).unwrap_or((1.0, ""));
    let scaled = number / size;
    let places = if scaled.abs() >= 100.0 {
        0
    } else if scaled.abs() >= 1.0 {
        2
    } else {
        4
    };
    let text = format!("{scaled:.places$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, rest) = digits.find('.').map_or((digits, ""), |at| digits.split_at(at));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}{name}")
}

/// The unit that people read rather than seconds and months, and how many of ours it has; for numbers up to `most`.
fn readable(unit: Option<&str>, most: f64) -> (f64, Option<&str>) {
    let sizes: &[(f64, &str)] = match unit {
        Some("s") => &[(86_400.0, "days"), (3_600.0, "hours"), (60.0, "min"), (1.0, "s")],
        Some("month") => &[(12.0, "years"), (1.0, "months")],
        Some("m") => &[(1_000.0, "km")],
        Some("m²") => &[(1e6, "km²")],
        _ => &[],
    };
    let found = sizes.iter().find(|(size, _)| most >= 2.0 * size);
    found.map_or((1.0, unit), |&(size, name)| (size, Some(name)))
}

/// A number in its unit, as one of several up to `most`: `USD 13 bn`, `27%`, `21 m`.
pub(crate) fn figure(number: f64, unit: Option<&str>, most: f64) -> String {
    let (size, unit) = readable(unit, most);
    let number = short(number / size);
    let Some(unit) = unit else { return number };
    let (unit, rate) = match unit {
        "m/s" | "B/s" | "m/s²" => (unit, ""),
        _ => unit.find('/').map_or((unit, ""), |at| unit.split_at(at)),
    };
    match unit {
        "%" => format!("{number}%{rate}"),
        _ if unit.len() == 3 && unit.chars().all(|it| it.is_ascii_uppercase()) => {
            format!("{unit} {number}{rate}")
        }
        _ => format!("{number} {unit}{rate}"),
    }
}
