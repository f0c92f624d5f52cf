//! What each level of a comparison is worth, in bits.

/// A named outcome of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The comparison it belongs to.
    pub comparison: &'static str,
    /// What was found, for people.
    pub name: &'static str,
    /// The least similarity for it, where the comparison is a similarity.
    pub from: f64,
    /// How much more often it is met among claims of one fact than among others, as a logarithm to base 2.
    pub bits: f64,
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
    pub(crate) fn named(self, name: &str) -> &'static Level {
        self.0.iter().find(|level| level.name == name).unwrap_or(&UNKNOWN)
    }
}

const UNKNOWN: Level = Level { comparison: "unknown", name: "unknown", from: 0.0, bits: 0.0 };

macro_rules! chain {
    ($name:ident, $comparison:literal, $($level:literal $(from $from:literal)? = $bits:literal),+ $(,)?) => {
        #[doc = concat!("Comparison of ", $comparison, ".")]
        pub(crate) const $name: Chain = Chain(&[$(
            Level { comparison: $comparison, name: $level, from: 0.0 $(+ $from)?, bits: $bits }
        ),+]);
    };
}

/// How likely two claims of different articles are about one fact before anything is compared, in bits.
pub const PRIOR: f64 = -6.0;

chain!(LABEL, "label words",
    "the same" from 0.95 = 8.0,
    "nearly the same" from 0.75 = 6.5,
    "most of the weight" from 0.6 = 5.0,
    "half of the weight" from 0.45 = 4.0,
    "a third of the weight" from 0.3 = 2.0,
    "little" from 0.15 = 0.0,
    "next to nothing" from 0.0001 = -3.0,
    "nothing" from 0.0 = -5.0,
);
chain!(
    ASKED,
    "what is asked",
    "the same" = 1.0,
    "one of the other's" = 0.5,
    "not said" = 0.0,
    "said by one" = 0.0,
    "something else" = -1.0,
);
chain!(COVERAGE, "shorter label in the longer claim",
    "all of it" from 0.99 = 1.5,
    "most of it" from 0.6 = 0.5,
    "some of it" from 0.3 = -0.5,
    "hardly" from 0.0 = -1.5,
);
chain!(
    NAMES,
    "names in the labels",
    "the same" = 1.5,
    "none that tells" = 0.0,
    "one shared, another not" = 0.0,
    "one names what the other does not" = -0.5,
    "each names another" = -2.0,
);
chain!(
    MARKS,
    "numbers and days in the labels",
    "the same" = 1.0,
    "none" = 0.0,
    "on one side only" = -0.5,
    "they differ" = -8.0,
);
chain!(
    KIND,
    "kind of value",
    "the same, and very rare" = 3.0,
    "the same, and rare" = 2.0,
    "the same" = 1.0,
    "both names" = 1.0,
    "both words" = 0.5,
    "both of time" = 0.0,
    "words and names" = 0.0,
    "words and a figure" = -2.0,
    "different figures" = -3.0,
);
chain!(
    VALUE,
    "value",
    "the same figure" = 3.0,
    "nearly the same figure" = 1.5,
    "the same small figure" = 1.5,
    "the same words" = 3.0,
    "some of the same words" = 1.5,
    "a word in common" = 0.5,
    "nothing to go by" = 0.0,
);
chain!(QUOTE, "quote",
    "nearly the same" from 0.7 = 3.0,
    "much in common" from 0.5 = 2.0,
    "some in common" from 0.3 = 1.0,
    "little in common" from 0.1 = 0.0,
    "nothing in common" from 0.0 = -1.5,
    "no quote to compare" = 0.0,
);

chain!(TOGETHER, "label and quote together",
    "nearly the same" from 0.75 = 1.0,
    "most of the weight" from 0.6 = 1.0,
    "half of the weight" from 0.45 = 0.5,
    "a third of the weight" from 0.3 = 0.0,
    "little" from 0.15 = -0.5,
    "next to nothing" from 0.0 = -1.0,
);

/// Every comparison, in the order in which a waterfall shows them.
pub(crate) const CHAINS: [Chain; 9] = [LABEL, ASKED, COVERAGE, NAMES, MARKS, KIND, VALUE, QUOTE, TOGETHER];
