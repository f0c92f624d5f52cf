//! What each level of a comparison is worth, in bits.

use std::ops::Deref;

use bitcode::{Decode, Encode};

/// A named outcome of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The comparison it belongs to.
    pub comparison: &'static str,
    /// What was found, for people.
    pub name: &'static str,
    /// The comparison and what was found.
    pub title: &'static str,
    /// The least similarity for it, where the comparison is a similarity.
    pub from: f64,
    /// How much more often it is met among claims of one fact than among others, as a logarithm to base 2.
    pub bits: f64,
    /// Whether the bits were set by hand: too few cases to estimate them from, or they must hold.
    pub by_hand: bool,
}

/// A level by its place: of its comparison, and in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct LevelPlace {
    comparison: u8,
    level: u8,
}

impl LevelPlace {
    /// Where the level is that the comparison of this number ended on.
    pub fn new(comparison: usize, level: &Level) -> Self {
        let among = CHAINS.get(comparison).and_then(|of| of.iter().position(|it| it.name == level.name));
        let place = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
        Self { comparison: place(comparison), level: among.map_or(u8::MAX, place) }
    }
}

impl Deref for LevelPlace {
    type Target = Level;

    fn deref(&self) -> &Level {
        let comparison = CHAINS.get(usize::from(self.comparison));
        comparison.and_then(|of| of.get(usize::from(self.level))).unwrap_or(NONE)
    }
}

/// The levels of one comparison.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chain(pub(crate) &'static [Level]);

impl Chain {
    /// The first level that a similarity reaches.
    pub(crate) fn at(self, similarity: f64) -> &'static Level {
        self.0.iter().find(|level| similarity >= level.from).unwrap_or(&UNKNOWN)
    }

    /// The level of a name.
    ///
    /// # Panics
    /// Where it has none: at compile time, since names are known then.
    pub(crate) const fn named(self, name: &str) -> &'static Level {
        let mut at = 0;
        while !same(self.0[at].name.as_bytes(), name.as_bytes()) {
            at += 1;
        }
        &self.0[at]
    }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

/// No comparison has been made.
pub(crate) const NONE: &Level = &UNKNOWN;

const UNKNOWN: Level = Level {
    comparison: "unknown",
    name: "unknown",
    title: "unknown: unknown",
    from: 0.0,
    bits: 0.0,
    by_hand: true,
};

/// A comparison: its levels, each with its bits, and `by hand` where no data gave them.
macro_rules! chain {
    ($name:ident, $comparison:literal,
        $($level:literal $(from $from:literal)? = $bits:literal $(by $hand:ident)?),+ $(,)?) => {
        #[doc = concat!("Comparison of ", $comparison, ".")]
        pub(crate) const $name: Chain = Chain(&[$(
            Level {
                comparison: $comparison,
                name: $level,
                title: concat!($comparison, ": ", $level),
                from: 0.0 $(+ $from)?,
                bits: $bits,
                by_hand: !stringify!($($hand)?).is_empty(),
            }
        ),+]);
    };
}

/// How likely two claims of different articles are about one fact before anything is compared, in bits.
pub const PRIOR: f64 = -1.99;

chain!(LABEL, "label words",
    "the same" from 0.95 = 4.0 by hand,
    "nearly the same" from 0.75 = 1.67,
    "most of the weight" from 0.6 = 1.23,
    "half of the weight" from 0.45 = 0.85,
    "a third of the weight" from 0.3 = 0.02,
    "little" from 0.15 = -0.63,
    "next to nothing" from 0.0001 = -0.69,
    "nothing" from 0.0 = -0.92,
);
chain!(
    ASKED,
    "what is asked",
    "the same" = 1.56,
    "one of the other's" = -0.12,
    "not said" = -0.17,
    "said by one" = -0.82,
    "something else" = -0.45,
);
chain!(COVERAGE, "shorter label in the longer claim",
    "all of it" from 0.99 = 0.44,
    "most of it" from 0.6 = 0.14,
    "some of it" from 0.3 = -0.03,
    "hardly" from 0.0 = -0.55,
);
chain!(
    NAMES,
    "names in the labels",
    "each relates to another" = -4.0 by hand,
    "each is about another" = -6.0 by hand,
    "the same" = -0.09,
    "one names more" = 0.15,
    "none" = 0.44,
    "one names what the other does not" = -0.74,
    "one names what the other article never does" = -0.35,
    "each names one that the other article never does" = -2.0 by hand,
    "each names another" = -3.0 by hand,
    "one shared, and each names another" = -4.0 by hand,
);
chain!(APART, "words that only one has",
    "much on both sides" from 6.0 = -2.5 by hand,
    "a good deal on both sides" from 4.0 = -1.5 by hand,
    "something on both sides" from 2.0 = -0.6 by hand,
    "little on one side" from 0.5 = -0.36,
    "nothing on one side" from 0.0 = 0.68,
);
chain!(QUALIFIERS, "what the attributes are narrowed to",
    "neither is narrowed" = -0.28,
    "what narrows one is in the other" = 0.15,
    "each is narrowed otherwise" = -2.0 by hand,
    "each is narrowed a little otherwise" = -0.82,
    "one is narrowed further" = -0.96,
    "one is narrowed a little further" = -0.69,
);
chain!(
    MARKS,
    "numbers and days in the labels",
    "the same" = 1.0 by hand,
    "none" = 0.0 by hand,
    "on one side only" = -0.5 by hand,
    "one speaks of another one" = -3.0 by hand,
    "they differ" = -8.0 by hand,
);
chain!(
    KIND,
    "kind of value",
    "the same, and very rare" = 0.56,
    "the same, and rare" = 0.50,
    "the same" = -0.08,
    "both names" = 0.82,
    "both words" = 0.04,
    "both stages" = 2.5 by hand,
    "both of time" = 0.69,
    "words and names" = -0.53,
    "words and a figure" = -1.89,
    "different figures" = -5.0 by hand,
);
chain!(
    VALUE,
    "value",
    "the same figure" = 2.50 by hand,
    "nearly the same figure" = 1.25 by hand,
    "the same small figure" = 1.25 by hand,
    "the same words" = 2.50 by hand,
    "some of the same words" = 1.25 by hand,
    "a word in common" = 0.62 by hand,
    "alike, under unlike labels" = 1.25 by hand,
    "nothing to go by" = 0.00 by hand,
);
chain!(QUOTE, "quote",
    "nearly the same" from 0.7 = 1.28,
    "much in common" from 0.5 = 0.78,
    "some in common" from 0.3 = 0.09,
    "little in common" from 0.1 = -0.45,
    "nothing in common" from 0.0 = -1.70,
    "no quote to compare" = 0.00,
);

chain!(TOGETHER, "label and quote together",
    "nearly the same" from 0.75 = 0.28,
    "most of the weight" from 0.6 = 0.82,
    "half of the weight" from 0.45 = 0.58,
    "a third of the weight" from 0.3 = -0.16,
    "little" from 0.15 = -0.54,
    "next to nothing" from 0.0 = -0.97,
);

// By the weight of the strongest rival, in bits.
chain!(RIVALS, "other claims of the two articles",
    "another fits very well" from 4.0 = -2.54,
    "another fits well" from 2.0 = -0.87,
    "another fits" from 0.0 = 0.32,
    "another might fit" from -3.0 = 1.21,
    "none fits" from -100.0 = 1.88,
    "one article" from -1000.0 = 0.0 by hand,
);

// An article makes one claim of a fact, unless it plainly says it twice.
chain!(
    ARTICLE,
    "article",
    "different ones" = 0.0 by hand,
    "the same one, which says it twice" = 6.0 by hand,
    "the same one, in other words" = 0.0 by hand,
    "the same one, which tells them apart" = -40.0 by hand,
);

/// The levels of every comparison, in the order in which a pair goes through them.
pub fn comparisons() -> [&'static [Level]; COMPARISONS] {
    CHAINS
}

/// How many comparisons a pair goes through.
pub const COMPARISONS: usize = 13;

static CHAINS: [&[Level]; COMPARISONS] = [
    ARTICLE.0,
    LABEL.0,
    ASKED.0,
    COVERAGE.0,
    NAMES.0,
    APART.0,
    QUALIFIERS.0,
    MARKS.0,
    KIND.0,
    VALUE.0,
    QUOTE.0,
    TOGETHER.0,
    RIVALS.0,
];
