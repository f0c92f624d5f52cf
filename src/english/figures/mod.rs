//! Words of figures: numbers, units, currencies, hedges, and which way a figure goes.

pub mod currencies;
pub mod hedges;
pub mod lead;
pub mod money;
pub(crate) mod multiples;
pub mod numbers;
pub mod units;
pub mod ways;
