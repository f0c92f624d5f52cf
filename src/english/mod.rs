//! English: the lists of words that other rooms look things up in, each a table with a plain function over it.

pub mod calendar;
pub mod figures;
pub mod names;
pub mod table;
pub mod verbs;
pub mod same;
