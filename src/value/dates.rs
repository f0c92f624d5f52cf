//! What is known of a date beside its days: whether its year was told, and how much of it is a guess.

use jiff::civil::Date;

use super::{Extent, Interval};

/// The days of a date, and how they were told.
#[derive(Clone, Debug, PartialEq)]
pub struct Dates {
    /// The first and the last day. Where the year is open, they lie in a year that stands for any.
    pub extent: Extent<Date>,
    /// Where the year comes from.
    pub year: Year,
    /// No more than the day of a week is named, so that the week is a guess.
    pub weekday_alone: bool,
    /// The part of the day, where one day is named with one.
    pub hours: Option<Hours>,
    /// Each of several dates that are listed, earliest first: those, and not what lies between them. Else empty.
    pub listed: Vec<Interval<Date>>,
}

/// Where the year of a date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// The words tell it, or count from the day of publication.
    Told,
    /// The day of publication implies it.
    Implied,
    /// The nearest is far from the day of publication, so that another may be meant.
    Far,
    /// Nothing tells it.
    Open,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// As it is called: `late evening`.
    pub name: &'static str,
    /// Minutes since the midnight that begins the day; what reaches into the next day goes on beyond 1440.
    pub minutes: Extent<i32>,
}

impl Dates {
    /// Days of a year that is told, with no more to say of them.
    pub fn told(extent: Extent<Date>) -> Self {
        Self { extent, year: Year::Told, weekday_alone: false, hours: None, listed: Vec::new() }
    }

    /// The one day that the words state, where it is one.
    pub fn single(&self) -> Option<Date> {
        let Interval { low, high, .. } = self.extent.stated;
        low.filter(|_| low == high && self.listed.is_empty())
    }

    /// Whether nothing tells the year.
    pub fn is_of_any_year(&self) -> bool {
        self.year == Year::Open
    }
}
