//! What a reader should know of how a phrase was read.

use std::fmt;

use serde::{Serialize, Serializer};

/// A remark on a reading. Rooms ask for the variant; only people read its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// So many times as much of something that is not named: `twice as many`.
    Multiple,
    /// The currency is the most traded of those that share a sign or a name: its code.
    Currency(&'static str),
    /// The figure is that of a ton of 2,000 pounds.
    ShortTon,
    /// A number whose comma is read as a decimal one.
    DecimalComma(String),
    /// The same value in another unit or zone, as worded.
    AlsoGiven(String),
    /// What stands in brackets.
    InBrackets(String),
    /// What follows a comma.
    GoesOn(String),
    /// Days, weeks … counted from a start: which of them.
    CountedFromStart(&'static str),
    /// A number beyond what can be written down.
    TooLarge,
    /// A phrase that stays text though it holds a figure: the figure, and the words that are in the way.
    Undecided {
        /// As written.
        figure: String,
        /// The words around it.
        rest: String,
    },
    /// A truth that is still to come.
    NotYet,
    /// A name that is marked as doubtful.
    NotCertain(String),
    /// What somebody is, beside the name.
    Described(String),
    /// Of a clause with a day in it, the day alone is read.
    OnlyTheDay,
    /// A day whose weekday is another one than the words say.
    WrongWeekday,
    /// Neither the words nor a date of publication tell the year.
    YearOpen,
    /// An EDTF expression without a year.
    NoYear,
    /// No date of publication to count from.
    DayOpen,
    /// The day is counted from another that the words don't name.
    DayElsewhere,
    /// The day beside a time is not known: no year is given, and the nearest is far off.
    DayFarOff,
    /// The day beside a time is not known: no date of publication to count from.
    DayUncounted,
    /// The nearest year may not be the one that is meant.
    FarYear,
    /// A fiscal year, whose months only its company knows.
    FiscalMonths,
    /// Day and month may be the other way round.
    DayMonthSwapped,
    /// One of two dates.
    OneOrTheOther,
    /// One of several dates, in EDTF.
    OneOfSeveral,
    /// All of several dates, in EDTF.
    Several,
    /// One end of an interval is unknown.
    EndUnknown,
    /// A year that no calendar of ours reaches.
    BeyondCalendar,
    /// Counted from a date of publication that is uncertain itself.
    UncertainPublication,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fixed = match self {
            Self::Currency(code @ ("USD" | "JPY")) => {
                return write!(f, "read as {code}, the most traded of the currencies it may mean");
            }
            Self::Currency(_) => "read as the most traded of the currencies it may mean",
            Self::DecimalComma(number) => return write!(f, "{number} read with a decimal comma"),
            Self::AlsoGiven(words) => return write!(f, "also given as {words}"),
            Self::InBrackets(words) => return write!(f, "in brackets: {words}"),
            Self::GoesOn(words) => return write!(f, "goes on: {words}"),
            Self::CountedFromStart(unit) => return write!(f, "the {unit} counted from the start"),
            Self::Undecided { figure, rest } => {
                return write!(f, "holds the figure {figure}, but it is not clear what “{rest}” makes of it");
            }
            Self::NotCertain(name) => return write!(f, "not certain: {name}"),
            Self::Described(words) => words,
            Self::Multiple => "so many times as much, of what is not said",
            Self::ShortTon => "a ton read as 2,000 pounds, no tonne",
            Self::TooLarge => "a number in it is too large to be written down",
            Self::NotYet => "not yet",
            Self::OnlyTheDay => "only the day is read",
            Self::WrongWeekday => "the weekday is not that of the day",
            Self::YearOpen => "the year is open: no publication date to tell it",
            Self::NoYear => "the year is open",
            Self::DayOpen | Self::DayUncounted => "the day is open: no publication date to count from",
            Self::DayElsewhere => "counted from a day that the words don't name",
            Self::DayFarOff => "the day is open: no year is given, and the nearest is far off",
            Self::FarYear => "no year is given: the nearest is far off, and another may be meant",
            Self::FiscalMonths => "which months the fiscal year has is not known",
            Self::DayMonthSwapped => "ambiguous: day and month may be the other way round",
            Self::OneOrTheOther => "one or the other",
            Self::OneOfSeveral => "one of several dates",
            Self::Several => "several dates",
            Self::EndUnknown => "one end is unknown",
            Self::BeyondCalendar => "beyond the calendar: only on which side of it is kept",
            Self::UncertainPublication => "counted from an uncertain publication date",
        };
        f.write_str(fixed)
    }
}

impl Serialize for Note {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
