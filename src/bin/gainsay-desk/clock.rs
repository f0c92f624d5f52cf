//! Times as people read them.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Day and time as people read them here.
pub(crate) fn time(at: Timestamp) -> String {
    at.to_zoned(TimeZone::system()).strftime("%-d %b %Y, %H:%M").to_string()
}
