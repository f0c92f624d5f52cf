//! Words of dates and times: days and their parts, holidays, and what bounds them.

pub(crate) mod clock;
pub(crate) mod dates;
pub(crate) mod dayparts;
pub(crate) mod days;
pub(crate) mod holidays;
pub(crate) mod zones;
