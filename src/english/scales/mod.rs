//! Scales for what newspapers report on most, with their usual words.

mod deals;
mod inquiries;
mod rulings;

use deals::DEALS;
use inquiries::{CERTAINTY, INQUIRIES, SEARCHES};
use rulings::{APPROVALS, LAWS};

/// The first and the last stage that words may mean, and the words, with bars between them.
pub(crate) type Rows = &'static [(usize, usize, &'static str)];

/// A scale, and the words that name its stages.
pub(crate) struct BuiltIn {
    pub(crate) name: &'static str,
    /// The stages, earliest first, as they are shown.
    pub(crate) stages: &'static [&'static str],
    /// Words, with the first and the last stage they may mean. They mean it wherever they stand alone.
    pub(crate) words: Rows,
    /// Words that mean a stage only where the label asks for one.
    pub(crate) asked: Rows,
    /// Words of a label that ask for a stage of this scale.
    pub(crate) asks: &'static [&'static str],
}

/// The scales, in the order in which they are tried.
pub(crate) const BUILT_IN: &[BuiltIn] = &[DEALS, APPROVALS, LAWS, INQUIRIES, SEARCHES, CERTAINTY];

/// Words beside a stage that say nothing of it.
pub(crate) const BESIDE: &str = "talks | talk | discussions | discussion | negotiations | negotiation | stage | stages | phase | \
     phases | step | level | point | in | at | on | the | a | an | its | their | still | remains | \
     remain | remained | is | are | was | were | been | be | has | have | had | being | very | only \
     | now | currently | already | just | fully | officially | formally | deal | of | to | from | it \
     | they | said | both | sides | process | reportedly | today | and | between | or | again | \
     stays";
