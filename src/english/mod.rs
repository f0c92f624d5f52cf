//! English: how a phrase is cut into words, and the lists of words that other rooms look things up in, each a table with a
//! plain function over it. It has word types of its own: what they mean for a value is told in `value`.

pub(crate) mod asides;
pub mod broader;
pub mod calendar;
pub mod figures;
pub(crate) mod label;
pub(crate) mod labels;
pub(crate) mod lexicon;
pub mod names;
pub(crate) mod nouns;
pub(crate) mod opposites;
pub(crate) mod plain;
pub(crate) mod relative;
pub(crate) mod running;
pub mod same;
pub(crate) mod scales;
pub(crate) mod sorts;
pub mod table;
pub(crate) mod time;
pub(crate) mod token;
pub mod verbs;
pub(crate) mod words;
