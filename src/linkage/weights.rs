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
    /// Its place among the levels of the comparison.
    pub(super) place: u8,
}

/// The levels of one comparison.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chain(pub(crate) &'static [Level]);

impl Chain {
    /// The first level that a similarity reaches.
    pub(crate) fn at(self, similarity: f64) -> &'static Level {
        self.0.iter().find(|level| similarity >= level.from).unwrap_or(&UNKNOWN)
    }

    /// The most that a level weighs, in bits.
    pub(crate) fn most(self) -> f64 {
        self.0.iter().map(|it| it.bits).fold(f64::NEG_INFINITY, f64::max)
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
    place: u8::MAX,
};

/// Levels, each with its place among them.
const fn placed<const N: usize>(mut levels: [Level; N]) -> [Level; N] {
    let mut place = 0;
    while (place as usize) < N {
        levels[place as usize].place = place;
        place += 1;
    }
    levels
}

/// A comparison: its levels, each with its bits, and `by hand` where no data gave them.
macro_rules! chain {
    ($name:ident, $comparison:literal,
        $($level:literal $(from $from:literal)? = $bits:literal $(by $hand:ident)?),+ $(,)?) => {
        #[doc = concat!("Comparison of ", $comparison, ".")]
        pub(crate) const $name: Chain = Chain(&const { placed([$(
            Level {
                comparison: $comparison,
                name: $level,
                title: concat!($comparison, ": ", $level),
                from: 0.0 $(+ $from)?,
                bits: $bits,
                by_hand: !stringify!($($hand)?).is_empty(),
                place: 0,
            }
        ),+]) });
    };
}

/// How likely two claims of different articles are about one fact before anything is compared, in bits.
pub const PRIOR: f64 = -5.17;

chain!(LABEL, "label words",
    "the same" from 0.95 = 4.23,
    "nearly the same" from 0.75 = 3.44,
    "most of the weight" from 0.6 = 2.80,
    "half of the weight" from 0.45 = 2.66,
    "a third of the weight" from 0.3 = 1.40,
    "little" from 0.15 = 0.59,
    "next to nothing" from 0.0001 = 0.36,
    "nothing" from 0.0 = 0.00,
);
chain!(
    ASKED,
    "what is asked",
    "the same" = 0.34,
    "one of the other's" = -0.58,
    "not said" = 0.31,
    "said by one" = 0.21,
    "something else" = -0.29,
);
chain!(COVERAGE, "shorter label in the longer claim",
    "all of it" from 0.99 = 0.22,
    "most of it" from 0.6 = 0.20,
    "some of it" from 0.3 = -0.01,
    "hardly" from 0.0 = 0.00,
);
chain!(
    NAMES,
    "names in the labels",
    "each relates to another" = -4.0 by hand,
    "each is about another" = -6.0 by hand,
    "the same" = -0.81,
    "one names more" = -0.76,
    "none" = -0.18,
    "one names what the other does not" = 0.15,
    "one names what the other article never does" = -0.94,
    "each names one that the other article never does" = -3.0 by hand,
    "each names another" = 0.17,
    "one shared, and each names another" = 0.08,
);
chain!(APART, "words that only one has",
    "much on both sides" from 6.0 = -1.76,
    "a good deal on both sides" from 4.0 = -1.09,
    "something on both sides" from 2.0 = -1.23,
    "little on one side" from 0.5 = -0.79,
    "nothing on one side" from 0.0 = 0.00,
);
chain!(
    QUALIFIERS,
    "what the attributes are narrowed to",
    "neither is narrowed" = -1.10,
    "what narrows one is in the other" = -0.91,
    "each is narrowed otherwise" = -5.0 by hand,
    "each is narrowed a little otherwise" = -1.14,
    "one is narrowed further" = -1.75,
    "one is narrowed a little further" = -1.21,
);
chain!(
    MARKS,
    "numbers and days in the labels",
    "the same" = -1.52,
    "none" = -0.34,
    "on one side only" = -1.02,
    "one speaks of another one" = -0.55,
    "they differ" = -8.0 by hand,
);
chain!(
    KIND,
    "kind of value",
    "the same, and very rare" = 0.62,
    "the same, and rare" = 0.39,
    "the same" = 1.34,
    "both names" = -0.48,
    "both words" = 0.57,
    "both stages" = 2.5 by hand,
    "both of time" = 0.33,
    "words and names" = 0.11,
    "words and a figure" = -1.27,
    "different figures" = -1.50,
);
chain!(
    VALUE,
    "value",
    "the same telling figure" = 1.08,
    "the same figure" = 1.86,
    "the same small figure" = 1.62,
    "nearly the same figure" = -0.24,
    "different figures, under like labels" = -1.0 by hand,
    "different figures" = -2.02,
    "the same words, several of them" = 0.29,
    "the same words" = -0.12,
    "some of the same words" = -0.34,
    "a word in common" = -0.39,
    "alike, under unlike labels" = 1.17,
    "nothing in common" = -2.48,
);
chain!(
    FIGURES_OF,
    "figures and what they are of",
    "no figures that differ" = 2.46,
    "figures differ, of one subject and attribute" = -0.17,
    "figures differ, of attributes without a common word" = -0.46,
    "figures differ, of subjects without a common word" = -1.58,
    "figures differ, without a common word" = -0.25,
);
chain!(QUOTE, "quote",
    "nearly the same" from 0.7 = -0.01,
    "much in common" from 0.5 = -0.56,
    "some in common" from 0.3 = -0.77,
    "little in common" from 0.1 = -1.07,
    "nothing in common" from 0.0 = -1.13,
    "no quote to compare" = 1.13,
);

chain!(TOGETHER, "label and quote together",
    "nearly the same" from 0.75 = 0.21,
    "most of the weight" from 0.6 = 0.66,
    "half of the weight" from 0.45 = 0.39,
    "a third of the weight" from 0.3 = 0.50,
    "little" from 0.15 = 0.93,
    "next to nothing" from 0.0 = 0.00,
);

chain!(ATTRIBUTE_MET, "attributes, word by word",
    "every word is met" from 0.8 = 1.25,
    "nearly every word is met" from 0.7 = 1.51,
    "most is met" from 0.6 = 1.80,
    "half is met" from 0.5 = 1.62,
    "some is met" from 0.4 = 0.99,
    "a little is met" from 0.3 = 0.67,
    "hardly anything is met" from 0.2 = 0.34,
    "nothing is met" from 0.0 = 0.00,
);
chain!(SUBJECT_MET, "subjects, word by word",
    "every word is met" from 0.8 = -0.47,
    "nearly every word is met" from 0.7 = -0.24,
    "most is met" from 0.6 = -0.78,
    "half is met" from 0.5 = -0.55,
    "some is met" from 0.4 = -0.43,
    "a little is met" from 0.3 = -0.01,
    "hardly anything is met" from 0.2 = -0.48,
    "nothing is met" from 0.0 = 0.00,
);
chain!(VALUE_MET, "values, word by word",
    "every word is met" from 0.8 = 1.02,
    "nearly every word is met" from 0.7 = 1.13,
    "most is met" from 0.6 = 0.94,
    "half is met" from 0.5 = 0.44,
    "some is met" from 0.4 = -0.04,
    "a little is met" from 0.3 = 0.25,
    "hardly anything is met" from 0.2 = 0.12,
    "nothing is met" from 0.0 = 0.00,
);
chain!(CLAIM_MET, "whole claims, word by word",
    "every word is met" from 0.8 = 5.58,
    "nearly every word is met" from 0.7 = 4.98,
    "most is met" from 0.6 = 4.27,
    "half is met" from 0.5 = 3.04,
    "some is met" from 0.4 = 1.88,
    "a little is met" from 0.3 = 0.52,
    "hardly anything is met" from 0.2 = 0.13,
    "nothing is met" from 0.0 = 0.00,
);
chain!(ATTRIBUTE_NEAR, "attributes by meaning",
    "one meaning" from 0.8 = -0.52,
    "nearly one meaning" from 0.7 = -0.87,
    "like meanings" from 0.6 = -0.76,
    "related meanings" from 0.5 = -0.98,
    "loosely related meanings" from 0.4 = -0.09,
    "hardly related meanings" from 0.3 = -0.13,
    "different fields" from 0.2 = -0.13,
    "unrelated" from -1.0 = 0.00,
);
chain!(SUBJECT_NEAR, "subjects by meaning",
    "one meaning" from 0.8 = -0.25,
    "nearly one meaning" from 0.7 = -0.58,
    "like meanings" from 0.6 = -0.29,
    "related meanings" from 0.5 = -0.21,
    "loosely related meanings" from 0.4 = -0.18,
    "hardly related meanings" from 0.3 = 0.27,
    "different fields" from 0.2 = -0.23,
    "unrelated" from -1.0 = 0.00,
);
chain!(CLAIM_NEAR, "whole claims by meaning",
    "one meaning" from 0.8 = 4.03,
    "nearly one meaning" from 0.7 = 3.06,
    "like meanings" from 0.6 = 2.74,
    "related meanings" from 0.5 = 2.22,
    "loosely related meanings" from 0.4 = 1.51,
    "hardly related meanings" from 0.3 = 1.40,
    "different fields" from 0.2 = 0.33,
    "unrelated" from -1.0 = 0.00,
);
chain!(VALUE_WORDS, "words of the values",
    "nearly all" from 0.9 = 2.39,
    "most" from 0.7 = 1.50,
    "half" from 0.5 = 1.03,
    "some" from 0.3 = 0.28,
    "few" from 0.1 = 0.24,
    "hardly any" from 0.0001 = -0.34,
    "none" from 0.0 = 0.00,
);
chain!(
    QUESTION,
    "the question",
    "both ask when" = 0.14,
    "both ask at what time" = -0.02,
    "both ask how long" = 0.09,
    "both ask where" = -0.36,
    "both ask who" = -0.01,
    "both ask why" = -0.14,
    "both ask how many" = 1.69,
    "both ask how much" = 0.18,
    "both ask for a rank" = -0.44,
    "both ask for a size" = 0.26,
    "both ask whether" = -0.39,
    "neither says" = 0.13,
    "one says, the other may ask the same" = -0.44,
    "day and time" = -0.36,
    "how many and how much" = 0.28,
    "different questions" = -0.61,
);
chain!(DEED, "who did it",
    "one deed" = 3.0 by hand,
    "two deeds" = -2.0 by hand,
    "not asked for in both" = 0.0 by hand,
);
chain!(COUNTED, "what is counted or measured",
    "nothing told apart" = -2.11,
    "the same" = -1.60,
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
    "one subject" = 1.02,
    "subjects with a common word" = 0.62,
    "each what its article is about" = 0.57,
    "each what its article is about, by two names" = 0.22,
    "one what its article is about, and another name" = -1.79,
    "others" = -0.63,
);

// By the weight of the strongest rival, in bits.
chain!(RIVALS, "other claims of the two articles",
    "another fits very well" from 4.0 = -5.54,
    "another fits well" from 2.0 = -3.55,
    "another fits" from 0.0 = -2.40,
    "another might fit" from -3.0 = -1.08,
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
