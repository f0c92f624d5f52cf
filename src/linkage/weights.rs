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
pub const PRIOR: f64 = -4.76;

chain!(LABEL, "label words",
    "the same" from 0.95 = 4.77,
    "nearly the same" from 0.75 = 3.91,
    "most of the weight" from 0.6 = 3.02,
    "half of the weight" from 0.45 = 2.85,
    "a third of the weight" from 0.3 = 1.63,
    "little" from 0.15 = 0.73,
    "next to nothing" from 0.0001 = 0.48,
    "nothing" from 0.0 = 0.00,
);
chain!(
    ASKED,
    "what is asked",
    "the same" = 0.32,
    "one of the other's" = -0.57,
    "not said" = 0.31,
    "said by one" = 0.21,
    "something else" = -0.27,
);
chain!(COVERAGE, "shorter label in the longer claim",
    "all of it" from 0.99 = 0.46,
    "most of it" from 0.6 = 0.40,
    "some of it" from 0.3 = 0.10,
    "hardly" from 0.0 = 0.00,
);
chain!(
    NAMES,
    "names in the labels",
    "each relates to another" = -4.0 by hand,
    "each is about another" = -6.0 by hand,
    "the same" = -0.55,
    "one names more" = -0.64,
    "none" = 0.01,
    "one names what the other does not" = 0.07,
    "one names what the other article never does" = -0.86,
    "each names one that the other article never does" = -3.0 by hand,
    "each names another" = -0.07,
    "one shared, and each names another" = -0.17,
);
chain!(APART, "words that only one has",
    "much on both sides" from 6.0 = -1.81,
    "a good deal on both sides" from 4.0 = -1.12,
    "something on both sides" from 2.0 = -1.25,
    "little on one side" from 0.5 = -0.80,
    "nothing on one side" from 0.0 = 0.00,
);
chain!(
    QUALIFIERS,
    "what the attributes are narrowed to",
    "neither is narrowed" = -1.11,
    "what narrows one is in the other" = -0.94,
    "each is narrowed otherwise" = -5.0 by hand,
    "each is narrowed a little otherwise" = -1.12,
    "one is narrowed further" = -1.69,
    "one is narrowed a little further" = -1.24,
);
chain!(
    MARKS,
    "numbers and days in the labels",
    "the same" = -1.61,
    "none" = -0.35,
    "on one side only" = -0.91,
    "one speaks of another one" = -0.56,
    "they differ" = -8.0 by hand,
);
chain!(
    KIND,
    "kind of value",
    "the same, and very rare" = 0.72,
    "the same, and rare" = 0.47,
    "the same" = 1.31,
    "both names" = -0.47,
    "both words" = 0.53,
    "both stages" = 2.5 by hand,
    "both of time" = 0.31,
    "words and names" = 0.10,
    "words and a figure" = -1.29,
    "different figures" = -1.53,
);
chain!(
    VALUE,
    "value",
    "the same telling figure" = 1.00,
    "the same figure" = 1.84,
    "the same small figure" = 1.66,
    "nearly the same figure" = -0.38,
    "different figures, under like labels" = -1.0 by hand,
    "different figures" = -2.79,
    "the same words, several of them" = 0.52,
    "the same words" = -0.22,
    "some of the same words" = -0.39,
    "a word in common" = -0.42,
    "alike, under unlike labels" = 1.01,
    "nothing in common" = -2.61,
);
chain!(
    FIGURES_OF,
    "figures and what they are of",
    "no figures that differ" = 2.02,
    "figures differ, of one subject and attribute" = 0.11,
    "figures differ, of attributes without a common word" = -0.25,
    "figures differ, of subjects without a common word" = -1.63,
    "figures differ, without a common word" = -0.25,
);
chain!(QUOTE, "quote",
    "nearly the same" from 0.7 = 0.04,
    "much in common" from 0.5 = -0.54,
    "some in common" from 0.3 = -0.74,
    "little in common" from 0.1 = -1.07,
    "nothing in common" from 0.0 = -1.15,
    "no quote to compare" = 1.15,
);

chain!(TOGETHER, "label and quote together",
    "nearly the same" from 0.75 = 0.09,
    "most of the weight" from 0.6 = 0.54,
    "half of the weight" from 0.45 = 0.22,
    "a third of the weight" from 0.3 = 0.33,
    "little" from 0.15 = 0.86,
    "next to nothing" from 0.0 = 0.00,
);

chain!(ATTRIBUTE_MET, "attributes, word by word",
    "every word is met" from 0.8 = 1.13,
    "nearly every word is met" from 0.7 = 1.35,
    "most is met" from 0.6 = 1.66,
    "half is met" from 0.5 = 1.46,
    "some is met" from 0.4 = 0.94,
    "a little is met" from 0.3 = 0.62,
    "hardly anything is met" from 0.2 = 0.31,
    "nothing is met" from 0.0 = 0.00,
);
chain!(SUBJECT_MET, "subjects, word by word",
    "every word is met" from 0.8 = 0.78,
    "nearly every word is met" from 0.7 = 0.88,
    "most is met" from 0.6 = 0.27,
    "half is met" from 0.5 = 0.39,
    "some is met" from 0.4 = 0.26,
    "a little is met" from 0.3 = 0.45,
    "hardly anything is met" from 0.2 = -0.36,
    "nothing is met" from 0.0 = 0.00,
);
chain!(VALUE_MET, "values, word by word",
    "every word is met" from 0.8 = 1.04,
    "nearly every word is met" from 0.7 = 1.20,
    "most is met" from 0.6 = 0.95,
    "half is met" from 0.5 = 0.44,
    "some is met" from 0.4 = -0.04,
    "a little is met" from 0.3 = 0.25,
    "hardly anything is met" from 0.2 = 0.14,
    "nothing is met" from 0.0 = 0.00,
);
chain!(CLAIM_MET, "whole claims, word by word",
    "every word is met" from 0.8 = 5.49,
    "nearly every word is met" from 0.7 = 4.91,
    "most is met" from 0.6 = 4.17,
    "half is met" from 0.5 = 2.95,
    "some is met" from 0.4 = 1.83,
    "a little is met" from 0.3 = 0.50,
    "hardly anything is met" from 0.2 = 0.13,
    "nothing is met" from 0.0 = 0.00,
);
chain!(ATTRIBUTE_NEAR, "attributes by meaning",
    "one meaning" from 0.8 = -0.38,
    "nearly one meaning" from 0.7 = -0.73,
    "like meanings" from 0.6 = -0.65,
    "related meanings" from 0.5 = -0.85,
    "loosely related meanings" from 0.4 = -0.05,
    "hardly related meanings" from 0.3 = -0.06,
    "different fields" from 0.2 = -0.12,
    "unrelated" from -1.0 = 0.00,
);
chain!(SUBJECT_NEAR, "subjects by meaning",
    "one meaning" from 0.8 = -0.44,
    "nearly one meaning" from 0.7 = -0.86,
    "like meanings" from 0.6 = -0.49,
    "related meanings" from 0.5 = -0.41,
    "loosely related meanings" from 0.4 = -0.35,
    "hardly related meanings" from 0.3 = 0.14,
    "different fields" from 0.2 = -0.22,
    "unrelated" from -1.0 = 0.00,
);
chain!(CLAIM_NEAR, "whole claims by meaning",
    "one meaning" from 0.8 = 4.00,
    "nearly one meaning" from 0.7 = 3.06,
    "like meanings" from 0.6 = 2.74,
    "related meanings" from 0.5 = 2.25,
    "loosely related meanings" from 0.4 = 1.52,
    "hardly related meanings" from 0.3 = 1.38,
    "different fields" from 0.2 = 0.35,
    "unrelated" from -1.0 = 0.00,
);
chain!(VALUE_WORDS, "words of the values",
    "nearly all" from 0.9 = 2.55,
    "most" from 0.7 = 1.54,
    "half" from 0.5 = 0.94,
    "some" from 0.3 = 0.19,
    "few" from 0.1 = 0.16,
    "hardly any" from 0.0001 = -0.40,
    "none" from 0.0 = 0.00,
);
chain!(
    QUESTION,
    "the question",
    "both ask when" = 0.21,
    "both ask at what time" = 0.03,
    "both ask how long" = 0.02,
    "both ask where" = -0.34,
    "both ask who" = -0.09,
    "both ask why" = -0.20,
    "both ask how many" = 1.79,
    "both ask how much" = 0.12,
    "both ask for a rank" = -0.29,
    "both ask for a size" = 0.22,
    "both ask whether" = -0.46,
    "neither says" = 0.13,
    "one says, the other may ask the same" = -0.46,
    "day and time" = -0.42,
    "how many and how much" = 0.32,
    "different questions" = -0.58,
);
chain!(COUNTED, "what is counted or measured",
    "nothing told apart" = -2.47,
    "the same" = -2.01,
    "what excludes the other" = -14.0 by hand,
);
chain!(
    CALLED,
    "what the subjects are called",
    "nothing told apart" = 0.0 by hand,
    "one is told apart by a word" = -10.0 by hand,
    "two countries" = -12.0 by hand,
    "each is told apart by a word" = -8.0 by hand,
    "words that only look alike" = -8.0 by hand,
);
chain!(
    COVERED,
    "what a count covers",
    "nothing told apart" = 0.0 by hand,
    "one covers more" = -10.0 by hand,
);

chain!(
    LEADS,
    "what the articles are about",
    "one subject" = 0.76,
    "subjects with a common word" = 0.23,
    "each what its article is about" = 0.55,
    "each what its article is about, by two names" = -0.16,
    "one what its article is about, and another name" = -1.21,
    "others" = -0.59,
);

// By the weight of the strongest rival, in bits.
chain!(RIVALS, "other claims of the two articles",
    "another fits very well" from 4.0 = -5.60,
    "another fits well" from 2.0 = -3.49,
    "another fits" from 0.0 = -2.44,
    "another might fit" from -3.0 = -1.15,
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
