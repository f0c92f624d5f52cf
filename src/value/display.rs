//! Values in words fit to print.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::quantity::figure::whole;
use super::quantity::way;
use super::{Axis, Content, Dates, Direction, Extent, Interval, Kind, Motion, Value, Year};

impl Value {
    /// The value in words fit to print, such as `≥ USD 10,000,000,000`; the same reader reads them again.
    pub fn understood(&self) -> String {
        if self.parts.is_empty() {
            return self.one();
        }
        let parts: Vec<String> = self.parts.iter().map(Self::understood).collect();
        parts.join("; ")
    }

    /// The value, or the first of its parts.
    fn one(&self) -> String {
        let said = match &self.content {
            Content::Quantity(extent) | Content::Rank { place: extent, .. } => self.figure(extent),
            Content::Score(first, second) => format!("{first}-{second}"),
            Content::Days(days) => {
                let mut out = dates(days, self.hedge.is_some());
                if let Some(hours) = &days.hours {
                    out.push_str(", ");
                    out.push_str(hours.name);
                }
                out
            }
            Content::Clock { minutes, day, zone } => {
                // Where the day is told, midnight is the one that begins it or the one that ends it.
                let ends_day = |minutes: i32| minutes == 24 * 60 && day.is_some();
                let show = |minutes: i32| if ends_day(minutes) { "24:00".to_owned() } else { clock(minutes) };
                let mut out = approximately(minutes, self.hedge.is_some(), &show);
                if let Some((zone, _)) = zone {
                    out.push(' ');
                    out.push_str(zone);
                }
                if let Some(day) = day {
                    out.push_str(" on ");
                    out.push_str(&days(&day.extent.possible, day.year));
                }
                out
            }
            Content::Stage { scale, stages } => match (stages.low, stages.high) {
                (Some(low), Some(high)) if low == high => {
                    format!("{} ({scale}, stage {})", self.text.trim(), low + 1)
                }
                (Some(low), Some(high)) => {
                    format!("{} ({scale}, stages {} to {})", self.text.trim(), low + 1, high + 1)
                }
                _ => self.text.clone(),
            },
            Content::Names { names, open } => {
                let mut out = names.join(", ");
                if *open {
                    out.push_str(" and others");
                }
                out
            }
            Content::Truth(truth) => if *truth { "yes" } else { "no" }.to_owned(),
            Content::Words { words, negated } => {
                if *negated {
                    format!("not: {}", words.join(" "))
                } else {
                    words.join(" ")
                }
            }
        };
        let said = match &self.motion {
            Some(Motion::To { was: Some(was) }) => format!("{said} (was {})", was.understood()),
            _ => said,
        };
        let others = self.also.iter().filter(|also| also.kind != self.kind || also.unit != self.unit);
        // `up from USD 1 (up from EUR 1)` would be read as where it led.
        let told = |also: &Self| match self.motion {
            Some(Motion::From) => Self { direction: None, motion: None, ..also.clone() }.understood(),
            _ => also.understood(),
        };
        let said = others.fold(said, |said, also| format!("{said} ({})", told(also)));
        match &self.modality {
            Some(modality) if !matches!(self.kind, Kind::Text) => format!("{said} ({modality})"),
            _ => said,
        }
    }

    /// The words before a figure that say which way it goes; none where a minus does.
    fn lead(&self, direction: Direction) -> Option<&'static str> {
        let (up, down) = match (direction.axis, &self.motion) {
            (Axis::Result, Some(Motion::By)) => ("gained", "lost"),
            (Axis::Result, Some(Motion::From)) => ("gained from", "lost from"),
            (Axis::Result, Some(Motion::To { .. }) | None) => ("a profit of", "a loss of"),
            (_, Some(Motion::By)) => ("up", "down"),
            (_, Some(Motion::To { .. })) => ("rose to", "fell to"),
            (_, Some(Motion::From)) => ("up from", "down from"),

            (Axis::Way, None) => ("an inflow of", "an outflow of"),
            _ => return None,
        };
        let below = matches!(&self.content, Content::Quantity(extent) if extent.is_below_zero());
        (!below).then_some(if direction.forward { up } else { down })
    }

    /// Whether the words behind the figure say which way it goes.
    fn tells_behind(&self) -> bool {
        self.counted.as_deref().is_some_and(|words| way::among(words, self.kind).is_some())
    }

    /// Whether the words behind the figure are part of it as it is shown.
    pub(super) fn shows_counted(&self) -> bool {
        self.kind == Kind::Count || self.tells_behind()
    }

    fn figure(&self, extent: &Extent<Decimal>) -> String {
        let unit = self.unit.as_deref().unwrap_or_default();
        let (unit, rate) = match unit {
            "m/s" | "B/s" | "m/s²" | "kg/m³" => (unit, None),
            _ => unit.split_once('/').map_or((unit, None), |(unit, rate)| (unit, Some(rate))),
        };
        let (divisor, unit) = readable(self.kind, unit, &extent.stated);
        let rank = self.is_rank();
        let number = |number: Decimal| {
            let written = grouped(number.checked_div(divisor).unwrap_or(number));
            match self.kind {
                _ if rank && extent.stated.low == extent.stated.high => {
                    format!("{written}{}", ordinal_ending(number))
                }
                Kind::Money => format!("{unit} {written}"),
                Kind::Percent if unit == "%" => format!("{written}%"),
                Kind::Count => written,
                _ if unit == "magnitude" => format!("magnitude {written}"),
                _ if unit == "°" => format!("{written}°"),
                _ => format!("{written} {unit}"),
            }
        };
        let mut out = approximately(extent, self.hedge.is_some(), &number);
        if let Some(rate) = rate {
            out.push_str(" per ");
            out.push_str(rate);
        }
        let behind = self.tells_behind();
        if let Some(counted) = self.counted.as_deref().filter(|_| self.shows_counted()) {
            out.push(' ');
            out.push_str(counted);
        }
        match self.direction.filter(|_| !behind).and_then(|direction| self.lead(direction)) {
            Some(lead) => format!("{lead} {out}"),
            None => out,
        }
    }
}

/// The stated set with the sign that tells how it is to be taken.
fn approximately<T: Ord + Copy>(extent: &Extent<T>, hedged: bool, show: &dyn Fn(T) -> String) -> String {
    let stated = &extent.stated;
    match (stated.low, stated.high) {
        (Some(low), Some(high)) if low == high => {
            let possible = &extent.possible;
            let above = possible.high.is_some_and(|end| end > high);
            let below = possible.low.is_some_and(|end| end < low);
            let shown = show(low);
            match (below, above) {
                (true, false) if !possible.high_inclusive => format!("nearly {shown}"),
                (true, true) if hedged => format!("about {shown}"),
                _ => shown,
            }
        }
        (Some(low), Some(high)) if stated.high_inclusive => format!("{} to {}", show(low), show(high)),
        (Some(low), Some(high)) => format!("{} to under {}", show(low), show(high)),
        (Some(low), None) if stated.low_inclusive => format!("≥ {}", show(low)),
        (Some(low), None) if extent.possible.high.is_some() => format!("just over {}", show(low)),
        (Some(low), None) => format!("> {}", show(low)),
        (None, Some(high)) if stated.high_inclusive => format!("≤ {}", show(high)),
        (None, Some(high)) => format!("< {}", show(high)),
        (None, None) => "any".to_owned(),
    }
}

/// A unit that people read rather than seconds, months and metres: the largest in which the ends are short numbers.
fn readable<'a>(kind: Kind, unit: &'a str, stated: &Interval<Decimal>) -> (Decimal, &'a str) {
    let sizes: &[(u32, &str)] = match (kind, unit) {
        (Kind::Duration, "s") => &[(86_400, "days"), (3_600, "hours"), (60, "minutes"), (1, "seconds")],
        (Kind::Duration, "month") => &[(12, "years"), (1, "months")],
        (Kind::Measure, "m") => &[(1_000, "km")],
        (Kind::Measure, "m²") => &[(1_000_000, "km²")],
        _ => &[],
    };
    let ends = || [stated.low, stated.high].into_iter().flatten();
    let suits = |size: Decimal| match kind {
        Kind::Duration => ends().all(|end| (end % size).is_zero() && !end.is_zero()),
        _ => ends().all(|end| end.abs() >= size),
    };
    let found = sizes.iter().map(|(size, name)| (whole(*size), *name)).find(|(size, _)| suits(*size));
    let (size, name) = found.unwrap_or((Decimal::ONE, unit));
    let one = kind == Kind::Duration && ends().all(|end| end == size);
    (size, if one { name.strip_suffix('s').filter(|name| !name.is_empty()).unwrap_or(name) } else { name })
}

/// A number with commas between its thousands, without trailing zeros.
fn grouped(number: Decimal) -> String {
    // Six decimals, or what a small number begins with.
    let small = number.abs() < Decimal::new(1, 5);
    let rounded = if small { number.round_sf(4).unwrap_or(number) } else { number.round_dp(6) };
    let text = rounded.normalize().to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (integer, decimals) =
        digits.split_once('.').map_or((digits, None), |(integer, decimals)| (integer, Some(decimals)));
    let mut out = String::from(sign);
    for (place, digit) in integer.chars().enumerate() {
        if place > 0 && (integer.len() - place) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(decimals) = decimals {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

fn ordinal_ending(number: Decimal) -> &'static str {
    let last = |size: u32| number % whole(size);
    if (whole(11)..=whole(13)).contains(&last(100)) {
        return "th";
    }
    match last(10) {
        digit if digit == whole(1) => "st",
        digit if digit == whole(2) => "nd",
        digit if digit == whole(3) => "rd",
        _ => "th",
    }
}

/// Minutes since midnight as `HH:MM`; negative ones lie on the day before.
pub(crate) fn clock(minutes: i32) -> String {
    let minutes = minutes.rem_euclid(24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A day as EDTF.
pub(crate) fn day(date: Date, year: Year) -> String {
    match date.year() {
        _ if year == Year::Open => format!("XXXX-{:02}-{:02}", date.month(), date.day()),
        before @ ..0 => format!("-{:04}-{:02}-{:02}", before.unsigned_abs(), date.month(), date.day()),
        _ => date.to_string(),
    }
}

/// Days as EDTF: a day, a whole month or year, or an interval.
pub(crate) fn days(set: &Interval<Date>, year: Year) -> String {
    let day = |date: Date| day(date, year);
    match (set.low, set.high) {
        (Some(low), Some(high)) if low == high => day(low),
        (Some(low), Some(high)) if low == low.first_of_month() && high == low.last_of_month() => {
            day(low).rsplit_once('-').map_or_else(String::new, |(month, _)| month.to_owned())
        }
        (Some(low), Some(high)) if low == low.first_of_year() && high == low.last_of_year() => {
            format!("{:04}", low.year())
        }
        (Some(low), Some(high)) => format!("{}/{}", day(low), day(high)),
        (Some(low), None) => format!("{}/..", day(low)),
        (None, Some(high)) => format!("../{}", day(high)),
        (None, None) => "..".to_owned(),
    }
}

/// What is stated as EDTF, with a `~` where a hedge makes it approximate.
fn dates(dates: &Dates, hedged: bool) -> String {
    let extent = &dates.extent;
    let shown = days(&extent.stated, dates.year);
    let bounded = extent.stated.low.is_some() && extent.stated.high.is_some();
    let wider = extent.possible.low < extent.stated.low && extent.possible.high > extent.stated.high;
    match shown.split_once('/') {
        _ if !(hedged && bounded && wider) => shown,
        Some((low, high)) => format!("{low}~/{high}~"),
        None => format!("{shown}~"),
    }
}

/// An interval with brackets that show whether its ends belong to it: `[5, 10)`.
fn brackets<T: Copy>(set: &Interval<T>, show: &dyn Fn(T) -> String) -> String {
    let low = set.low.map_or("-∞".to_owned(), show);
    let high = set.high.map_or("∞".to_owned(), show);
    let (open, close) =
        (if set.low_inclusive { '[' } else { '(' }, if set.high_inclusive { ']' } else { ')' });
    if set.low_inclusive && set.high_inclusive && low == high {
        low
    } else {
        format!("{open}{low}, {high}{close}")
    }
}

impl Value {
    /// What is stated, possible and meant, each as an interval in brackets; nothing for names, stages and words.
    pub fn readings(&self) -> Vec<(&'static str, String)> {
        fn three<T: Copy>(extent: &Extent<T>, show: &dyn Fn(T) -> String) -> Vec<(&'static str, String)> {
            let named =
                [("stated", &extent.stated), ("possible", &extent.possible), ("meant", &extent.meant)];
            named.map(|(name, set)| (name, brackets(set, show))).into()
        }
        match &self.content {
            Content::Quantity(extent) | Content::Rank { place: extent, .. } => three(extent, &grouped),
            Content::Days(days) => three(&days.extent, &|date: Date| day(date, days.year)),
            Content::Clock { minutes, .. } => three(minutes, &clock),
            _ => Vec::new(),
        }
    }
}
