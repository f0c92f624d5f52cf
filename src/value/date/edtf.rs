//! The Extended Date/Time Format of ISO 8601-2, as `edtf-core` reads it. Nobody else here knows that crate.

use edtf_core::{Bound, BoundDate, Date as EdtfDate, Edtf, IntervalEndpoint, Precision, SetElement, SetKind};
use jiff::civil::Date;

use super::super::{Dates, Extent, Interval, Note, Year};
use super::calendar::{ANY_YEAR, DateUnit, Days, month_index};

/// An EDTF expression as days.
pub(super) struct Expression {
    /// What it states, allows and means.
    pub(super) dates: Dates,
    /// `~`, `?` or `%`, where the whole of it is qualified.
    pub(super) hedge: Option<&'static str>,
    /// Something that an interval can't say.
    pub(super) note: Option<Note>,
}

/// Reads an expression; `None` where it is none, or lies beyond the calendar.
pub(super) fn read(text: &str) -> Option<Expression> {
    let looks_like_one = text.bytes().all(|b| {
        b.is_ascii_digit()
            || matches!(
                b,
                b'X' | b'Y'
                    | b'E'
                    | b'S'
                    | b'~'
                    | b'?'
                    | b'%'
                    | b'-'
                    | b'.'
                    | b'/'
                    | b','
                    | b'['
                    | b']'
                    | b'{'
                    | b'}'
            )
    });
    if !looks_like_one || !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    if let Some(rest) = text.strip_prefix("XXXX-") {
        let Expression { dates, .. } =
            read(&format!("{ANY_YEAR:04}-{rest}")).filter(|_| !rest.contains(['X', '/']))?;
        let any = Interval::everything();
        let extent = Extent { possible: any, meant: any, ..dates.extent };
        let dates = Dates { year: Year::Open, ..Dates::told(extent) };
        return Some(Expression { dates, hedge: None, note: Some(Note::NoYear) });
    }
    let edtf = Edtf::parse(text).ok()?;
    let bounds = edtf.bounds();
    if let Some(side) = beyond(bounds.earliest, bounds.latest) {
        let note = Some(Note::BeyondCalendar);
        return Some(Expression { dates: Dates::told(Extent::same(side)), hedge: None, note });
    }
    let stated = interval(end(bounds.earliest)?, end(bounds.latest)?);
    let mut note = None;
    let possible = match &edtf {
        Edtf::Date(date) => widened(date, stated),
        Edtf::DateTime(_) => return None,
        Edtf::Interval(ends) => {
            let low = match ends.start {
                IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrAfter(date) => {
                    widened(&date, Interval { high: None, ..stated }).low
                }
                _ => None,
            };
            let high = match ends.end {
                IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) => {
                    widened(&date, Interval { low: None, ..stated }).high
                }
                _ => None,
            };
            if [ends.start, ends.end].contains(&IntervalEndpoint::Unknown) {
                note = Some(Note::EndUnknown);
            }
            interval(low, high)
        }
        Edtf::Set(set) => {
            if set.elements.len() > 1 || matches!(set.elements.first(), Some(SetElement::Range(..))) {
                note = Some(match set.kind {
                    SetKind::OneMember => Note::OneOfSeveral,
                    SetKind::AllMembers => Note::Several,
                });
            }
            stated
        }
    };
    let meant = if edtf.is_approximate() { possible } else { stated };
    let hedge = match (edtf.is_approximate(), edtf.is_uncertain()) {
        (true, true) => Some("%"),
        (true, false) => Some("~"),
        (false, true) => Some("?"),
        (false, false) => None,
    };
    let dates = Dates::told(Extent { stated, possible, meant });
    Some(Expression { dates, hedge, note })
}

/// One unit of the precision more on either side, where the date is approximate or uncertain.
fn widened(date: &EdtfDate, days: Interval<Date>) -> Interval<Date> {
    if !date.is_approximate() && !date.is_uncertain() {
        return days;
    }
    let months = match (days.low, days.high) {
        (Some(low), Some(high)) => month_index(high) - month_index(low) + 1,
        _ => 1,
    };
    let unit = match date.precision() {
        Precision::Year if months > 12 => DateUnit::Decade,
        Precision::Year => DateUnit::Year,
        Precision::Month => DateUnit::Month,
        Precision::Season => match months {
            0..=3 => DateUnit::Season,
            4 => DateUnit::Part,
            _ => DateUnit::Half,
        },
        Precision::Day => DateUnit::Day,
    };
    let near = |day: Date, by: i32| Days::around(day, unit)?.shift(by);
    Interval {
        low: days.low.map(|low| near(low, -1).map_or(low, |before| before.first)),
        high: days.high.map(|high| near(high, 1).map_or(high, |after| after.last)),
        ..days
    }
}

/// What lies wholly behind the last year of the calendar or before its first: `Y170000002`.
fn beyond(earliest: Bound, latest: Bound) -> Option<Interval<Date>> {
    match (earliest, latest) {
        (Bound::Date(from), _) if from.year > i64::from(Date::MAX.year()) => {
            Some(interval(Some(Date::MAX), None))
        }
        (_, Bound::Date(to)) if to.year < i64::from(Date::MIN.year()) => {
            Some(interval(None, Some(Date::MIN)))
        }
        _ => None,
    }
}

/// An end as a date, `None` inside where it is open; `None` where the calendar does not reach.
#[allow(clippy::option_option, reason = "open is not the same as out of reach")]
fn end(bound: Bound) -> Option<Option<Date>> {
    match bound {
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => Some(None),
        Bound::Date(BoundDate { year, month, day }) => {
            let year = i16::try_from(year).ok()?;
            Some(Some(Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?))
        }
    }
}

fn interval(low: Option<Date>, high: Option<Date>) -> Interval<Date> {
    Interval { low, low_inclusive: low.is_some(), high, high_inclusive: high.is_some() }
}
