//! When an article appeared, or what it says held: days, and the time of day where one is given.

use bitcode::{Decode, Encode};
use jiff::civil::{Date, DateTime, Time};
use serde::{Serialize, Serializer};

use super::period::period;
use crate::claim::Moment;

/// A day as it is kept.
type StoredDay = (i16, i8, i8);

/// A time that allows more minutes than these is none of the clock.
const CLOCK: i32 = 10;

/// As JSON a text of EDTF: `2025-12-17`, `2025-12-17T14:30`, `2025-12-16/2025-12-18`, `2025-12-16/..`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct When {
    first: Option<StoredDay>,
    last: Option<StoredDay>,
    /// Minutes since midnight.
    minutes: Option<i32>,
}

impl When {
    pub(crate) fn of(moment: Moment) -> Option<Self> {
        let days = moment.days;
        // An end that is left out is the day beside it.
        let first = days.low.and_then(|day| if days.low_inclusive { Some(day) } else { day.tomorrow().ok() });
        let last =
            days.high.and_then(|day| if days.high_inclusive { Some(day) } else { day.yesterday().ok() });
        // A clock time allows as much on either side; an evening does not become its middle.
        let ends = moment.minutes.and_then(|it| it.low.zip(it.high));
        let minutes =
            ends.filter(|(low, high)| high - low <= CLOCK).map(|(low, high)| i32::midpoint(low, high));
        let kept = |day: Date| (day.year(), day.month(), day.day());
        (first.is_some() || last.is_some()).then(|| Self {
            first: first.map(kept),
            last: last.map(kept),
            minutes: minutes.filter(|_| first == last),
        })
    }

    fn ends(&self) -> [Option<Date>; 2] {
        [self.first, self.last].map(|day| day.and_then(|(year, month, day)| Date::new(year, month, day).ok()))
    }

    /// The first and the last day, where both are known.
    pub fn days(&self) -> Option<(Date, Date)> {
        let [first, last] = self.ends();
        first.zip(last)
    }

    /// The latest moment that it may be; of a day without a time, its beginning.
    pub(crate) fn latest(&self) -> Option<DateTime> {
        let [first, last] = self.ends();
        Some(last.or(first)?.to_datetime(self.time().unwrap_or(Time::midnight())))
    }

    /// Whether it is over before the other can begin.
    pub(crate) fn is_before(&self, other: &Self) -> bool {
        let [_, end] = self.ends();
        let [begin, _] = other.ends();
        match (end, begin) {
            (Some(end), Some(begin)) if end == begin => {
                self.time().zip(other.time()).is_some_and(|(mine, theirs)| mine < theirs)
            }
            (Some(end), Some(begin)) => end < begin,
            _ => false,
        }
    }

    /// The time of day, where one is given.
    fn time(&self) -> Option<Time> {
        let minutes = self.minutes?;
        Time::new(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0).ok()
    }

    /// As programs and claim files write it.
    pub fn edtf(&self) -> String {
        let end = |day: Option<Date>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
        match (self.ends(), self.time()) {
            ([Some(day), _], Some(time)) => format!("{day}T{}", time.strftime("%H:%M")),
            ([first, last], None) if first == last => end(first),
            ([first, last], _) => format!("{}/{}", end(first), end(last)),
        }
    }

    /// As people write it: `17 Dec 2025, 14:30`, `since 16 Dec 2025`.
    pub(crate) fn said(&self) -> String {
        let time = self.time().map(|it| it.strftime(", %H:%M").to_string()).unwrap_or_default();
        match self.ends() {
            [Some(first), Some(last)] => format!("{}{time}", period(first, last)),
            [Some(first), None] => format!("since {}", period(first, first)),
            [None, Some(last)] => format!("until {}", period(last, last)),
            [None, None] => String::new(),
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.edtf())
    }
}
