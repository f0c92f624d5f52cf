//! What each level of a comparison is worth, in bits.

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
    /// Whether the bits were set: too few cases to estimate them from, or they must hold.
    pub by_hand: bool,
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
pub const PRIOR: f64 = -4.60;

chain!(LABEL, "label words",
    "the same" from 0.95 = 5.23,
    "nearly the same" from 0.75 = 4.14,
    "most of the weight" from 0.6 = 3.12,
    "half of the weight" from 0.45 = 2.79,
    "a third of the weight" from 0.3 = 1.53,
    "little" from 0.15 = 0.63,
    "next to nothing" from 0.0001 = 0.34,
    "nothing" from 0.0 = 0.00,
);
chain!(
    ASKED,
    "what is asked",
    "the same" = 0.32,
    "one of the other's" = -0.61,
    "not said" = 0.36,
    "said by one" = 0.23,
    "something else" = -0.30,
);
chain!(COVERAGE, "shorter label in the longer claim",
    "all of it" from 0.99 = 0.25,
    "most of it" from 0.6 = 0.37,
    "some of it" from 0.3 = 0.07,
    "hardly" from 0.0 = 0.00,
);
chain!(
    NAMES,
    "names in the labels",
    "each relates to another" = -4.0 by hand,
    "each is about another" = -6.0 by hand,
    "the same" = -0.46,
    "one names more" = -0.62,
    "none" = 0.13,
    "one names what the other does not" = 0.04,
    "one names what the other article never does" = -0.78,
    "each names one that the other article never does" = -3.0 by hand,
    "each names another" = -0.16,
    "one shared, and each names another" = -0.21,
);
chain!(APART, "words that only one has",
    "much on both sides" from 6.0 = -2.14,
    "a good deal on both sides" from 4.0 = -1.52,
    "something on both sides" from 2.0 = -1.45,
    "little on one side" from 0.5 = -0.94,
    "nothing on one side" from 0.0 = 0.00,
);
chain!(
    QUALIFIERS,
    "what the attributes are narrowed to",
    "neither is narrowed" = 0.14,
    "what narrows one is in the other" = 0.29,
    "each is narrowed otherwise" = -5.0 by hand,
    "each is narrowed a little otherwise" = 0.05,
    "one is narrowed further" = -0.44,
    "one is narrowed a little further" = -0.04,
);
chain!(
    MARKS,
    "numbers and days in the labels",
    "the same" = -1.66,
    "none" = -0.30,
    "on one side only" = -0.85,
    "one speaks of another one" = -0.62,
    "they differ" = -8.0 by hand,
);
chain!(
    KIND,
    "kind of value",
    "the same, and very rare" = 0.79,
    "the same, and rare" = 0.23,
    "the same" = 1.02,
    "both names" = -0.46,
    "both words" = 0.57,
    "both stages" = 2.5 by hand,
    "both of time" = 0.25,
    "words and names" = 0.09,
    "words and a figure" = -1.25,
    "different figures" = -1.47,
);
chain!(
    VALUE,
    "value",
    "the same telling figure" = 1.27,
    "the same figure" = 2.12,
    "the same small figure" = 1.61,
    "nearly the same figure" = 0.22,
    "different figures, under like labels" = -3.0 by hand,
    "different figures" = -4.33,
    "the same words, several of them" = 0.57,
    "the same words" = -0.14,
    "some of the same words" = -0.16,
    "a word in common" = -0.18,
    "alike, under unlike labels" = 1.36,
    "nothing in common" = -2.34,
);
chain!(QUOTE, "quote",
    "nearly the same" from 0.7 = 0.16,
    "much in common" from 0.5 = -0.45,
    "some in common" from 0.3 = -0.61,
    "little in common" from 0.1 = -0.99,
    "nothing in common" from 0.0 = -1.13,
    "no quote to compare" = 1.13,
);

chain!(TOGETHER, "label and quote together",
    "nearly the same" from 0.75 = -0.18,
    "most of the weight" from 0.6 = 0.36,
    "half of the weight" from 0.45 = 0.07,
    "a third of the weight" from 0.3 = 0.35,
    "little" from 0.15 = 0.79,
    "next to nothing" from 0.0 = 0.00,
);

chain!(ATTRIBUTE_MET, "attributes, word by word",
    "every word is met" from 0.8 = 1.05,
    "nearly every word is met" from 0.7 = 1.30,
    "most is met" from 0.6 = 1.66,
    "half is met" from 0.5 = 1.59,
    "some is met" from 0.4 = 0.97,
    "a little is met" from 0.3 = 0.67,
    "hardly anything is met" from 0.2 = 0.40,
    "nothing is met" from 0.0 = 0.00,
);
chain!(SUBJECT_MET, "subjects, word by word",
    "every word is met" from 0.8 = 0.91,
    "nearly every word is met" from 0.7 = 0.97,
    "most is met" from 0.6 = 0.35,
    "half is met" from 0.5 = 0.51,
    "some is met" from 0.4 = 0.28,
    "a little is met" from 0.3 = 0.52,
    "hardly anything is met" from 0.2 = -0.34,
    "nothing is met" from 0.0 = 0.00,
);
chain!(VALUE_MET, "values, word by word",
    "every word is met" from 0.8 = 1.19,
    "nearly every word is met" from 0.7 = 1.28,
    "most is met" from 0.6 = 0.98,
    "half is met" from 0.5 = 0.53,
    "some is met" from 0.4 = -0.06,
    "a little is met" from 0.3 = 0.22,
    "hardly anything is met" from 0.2 = 0.19,
    "nothing is met" from 0.0 = 0.00,
);
chain!(CLAIM_MET, "whole claims, word by word",
    "every word is met" from 0.8 = 5.43,
    "nearly every word is met" from 0.7 = 4.81,
    "most is met" from 0.6 = 4.20,
    "half is met" from 0.5 = 2.97,
    "some is met" from 0.4 = 1.89,
    "a little is met" from 0.3 = 0.53,
    "hardly anything is met" from 0.2 = 0.13,
    "nothing is met" from 0.0 = 0.00,
);
chain!(ATTRIBUTE_NEAR, "attributes by meaning",
    "one meaning" from 0.8 = -0.34,
    "nearly one meaning" from 0.7 = -0.74,
    "like meanings" from 0.6 = -0.78,
    "related meanings" from 0.5 = -1.01,
    "loosely related meanings" from 0.4 = -0.13,
    "hardly related meanings" from 0.3 = -0.08,
    "different fields" from 0.2 = -0.24,
    "unrelated" from -1.0 = 0.00,
);
chain!(SUBJECT_NEAR, "subjects by meaning",
    "one meaning" from 0.8 = -0.58,
    "nearly one meaning" from 0.7 = -0.94,
    "like meanings" from 0.6 = -0.57,
    "related meanings" from 0.5 = -0.45,
    "loosely related meanings" from 0.4 = -0.35,
    "hardly related meanings" from 0.3 = 0.15,
    "different fields" from 0.2 = -0.21,
    "unrelated" from -1.0 = 0.00,
);
chain!(CLAIM_NEAR, "whole claims by meaning",
    "one meaning" from 0.8 = 3.88,
    "nearly one meaning" from 0.7 = 3.02,
    "like meanings" from 0.6 = 2.66,
    "related meanings" from 0.5 = 2.22,
    "loosely related meanings" from 0.4 = 1.47,
    "hardly related meanings" from 0.3 = 1.35,
    "different fields" from 0.2 = 0.36,
    "unrelated" from -1.0 = 0.00,
);
chain!(VALUE_WORDS, "words of the values",
    "nearly all" from 0.9 = 2.59,
    "most" from 0.7 = 1.68,
    "half" from 0.5 = 0.97,
    "some" from 0.3 = 0.14,
    "few" from 0.1 = 0.23,
    "hardly any" from 0.0001 = -0.27,
    "none" from 0.0 = 0.00,
);
chain!(
    QUESTION,
    "the question",
    "both ask when" = 0.13,
    "both ask at what time" = 0.54,
    "both ask how long" = 0.06,
    "both ask where" = -0.45,
    "both ask who" = -0.08,
    "both ask why" = -0.19,
    "both ask how many" = 1.63,
    "both ask how much" = 0.15,
    "both ask for a rank" = -0.30,
    "both ask for a size" = 0.07,
    "both ask whether" = -0.47,
    "neither says" = 0.16,
    "one says, the other may ask the same" = -0.46,
    "day and time" = -0.57,
    "how many and how much" = 0.32,
    "different questions" = -0.56,
);
chain!(COUNTED, "what is counted or measured",
    "nothing told apart" = -1.95,
    "the same" = -1.36,
    "what excludes the other" = -12.0 by hand,
);
chain!(
    CALLED,
    "what the subjects are called",
    "nothing told apart" = 0.0 by hand,
    "one is told apart by a word" = -10.0 by hand,
    "each is told apart by a word" = -8.0 by hand,
    "words that only look alike" = -8.0 by hand,
);
chain!(
    COVERED,
    "what a count covers",
    "nothing told apart" = 0.0 by hand,
    "one covers more" = -10.0 by hand,
);

// By the weight of the strongest rival, in bits.
chain!(RIVALS, "other claims of the two articles",
    "another fits very well" from 4.0 = -5.57,
    "another fits well" from 2.0 = -3.45,
    "another fits" from 0.0 = -2.35,
    "another might fit" from -3.0 = -1.17,
    "none fits" from -100.0 = 0.00,
    "one article" from -1000.0 = 0.0 by hand,
);

// An article makes one claim of a fact, unless it plainly says it twice; stories are about different things, and what their
// claims have in common says less: chosen on generated stories that were cut in two.
chain!(
    ARTICLE,
    "article",
    "different ones" = 0.0 by hand,
    "different ones, of different stories" = -3.0 by hand,
    "the same one, which says it twice" = 6.0 by hand,
    "the same one, in other words" = 0.0 by hand,
    "the same one, which tells them apart" = -40.0 by hand,
);
