//! How sure it is that claims tell one fact: written here, so that every command says the same.

use std::fmt;

use bitcode::{Decode, Encode};
use serde::{Serialize, Serializer};

use super::{Alignment, Link};

/// Of an item of more claims than these, each is measured against so many, evenly spread.
const MOST_SPEAKERS: usize = 64;

/// How sure it is that claims tell one fact, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Encode, Decode)]
pub struct Sure(f64);

impl Sure {
    /// Nothing that accuses somebody rests on a claim that is less sure than this to tell its fact.
    pub const BOUND: Self = Self(0.75);

    /// A person has said so, or there is nothing to doubt.
    pub const CERTAIN: Self = Self(1.0);

    /// A probability.
    pub fn new(probability: f64) -> Self {
        Self(probability.clamp(0.0, 1.0))
    }

    /// From 0 to 1.
    pub fn probability(self) -> f64 {
        self.0
    }

    /// Whether it is enough to rest a verdict on; else a claim tells the fact *probably*.
    pub fn is_enough(self) -> bool {
        self >= Self::BOUND
    }

    /// The lesser of two.
    #[must_use]
    pub fn least(self, other: Self) -> Self {
        if other < self { other } else { self }
    }

    /// In whole hundredths, downwards: what is below a bound never reads as if it met it, and only what is certain reads as
    /// 100.
    fn percent(self) -> u32 {
        let whole = (0..=100_u32).rev().find(|percent| f64::from(*percent) <= self.0 * 100.0 + 1e-9);
        let whole = whole.unwrap_or(0);
        if self.0 < 1.0 { whole.min(99) } else { whole }
    }
}

impl fmt::Display for Sure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.percent() {
            0 if self.0 > 0.0 => out.pad("<1 %"),
            percent => out.pad(&format!("{percent} %")),
        }
    }
}

impl Serialize for Sure {
    /// Three decimals are as many as anyone can use, and as many as stay the same everywhere.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64((self.0 * 1000.0).round() / 1000.0)
    }
}

impl Link {
    /// How sure it is that both claims are about the same fact.
    pub fn sure(&self) -> Sure {
        Sure::new(self.probability())
    }
}

impl Alignment<'_> {
    /// How sure each claim of an item is to tell its fact: by its own links to those that tell it surely, so that it can't
    /// ride on a firm link between others, nor they be dragged down by it.
    pub fn certainties(&self, item: &[usize]) -> Vec<Sure> {
        let step = item.len().div_ceil(MOST_SPEAKERS).max(1);
        let mut core: Vec<usize> = item.iter().copied().step_by(step).collect();
        while core.len() > 2 {
            let sure = core.iter().map(|&claim| Sure::new(self.certainty(&core, claim)));
            let weakest = sure.enumerate().reduce(|known, it| if it.1 < known.1 { it } else { known });
            match weakest.filter(|it| !it.1.is_enough()) {
                Some((at, _)) => core.remove(at),
                None => break,
            };
        }
        item.iter().map(|&claim| Sure::new(self.certainty(&core, claim))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Sure;

    #[test]
    fn a_figure_never_says_more_than_it_is() {
        let shown = |it: f64| Sure::new(it).to_string();
        assert_eq!(shown(0.749), "74 %");
        assert_eq!(shown(0.75), "75 %");
        assert_eq!(shown(0.29), "29 %");
        assert_eq!(shown(0.9999), "99 %");
        assert_eq!(shown(1.0), "100 %");
        assert_eq!(shown(0.0001), "<1 %");
        assert!(!Sure::new(0.7499).is_enough() && Sure::new(0.75).is_enough());
    }
}
