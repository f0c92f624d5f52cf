//! Two claims of an item, as they stand to each other.

use super::verdict::Verdict;
use crate::linkage::Link;

/// Two claims of an item, by their places in it.
#[derive(Debug)]
pub struct Comparison {
    /// The one.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// How they stand to each other.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Why they are taken for one fact.
    pub link: Link,
}
