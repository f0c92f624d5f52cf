//! The English hedges.

/// What a hedge does to a figure x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hedge {
    /// Near x.
    About,
    /// More than x.
    Over,
    /// A little more than x.
    JustOver,
    /// x or more.
    AtLeast,
    /// A little less than x.
    Nearly,
    /// Less than x.
    Under,
    /// x or less.
    UpTo,
    /// x and nothing else.
    Exactly,
}

use Hedge::{About, AtLeast, Exactly, JustOver, Nearly, Over, Under, UpTo};

/// Hedges before the figure.
pub(crate) const BEFORE: &[(Hedge, &str)] = &[
    (
        About,
        "about | around | roughly | approximate | an approximate | approximately | approx | an estimated | estimated | \
        estimated at | some | circa | ca | c | in the region of | in the order of | on the order of | \
        of the order of | in the neighborhood of | in the neighbourhood of | in the vicinity of | \
        somewhere around | somewhere near | somewhere in the region of | something like | more or less | \
        give or take | or so | ~ | ≈ | ≃ | broadly | very roughly | just about | loosely | \
        an approximate | in the range of | a rough | an estimate of | near | around about | \
        or thereabouts | a rounded | reckoned at | put at",
    ),
    (
        Over,
        "over | more than | above | north of | past | upward of | upwards of | exceeding | exceed | \
        exceeds | exceeded | could exceed | may exceed | might exceed | would exceed | in excess of | \
        greater than | larger than | bigger than | higher than | well over | well above | longer than | \
        older than | far more than | much more than | many more than | significantly more than | \
        considerably more than | beyond | surpassing | surpassed | surpasses | topping | topped | > | \
        far above | comfortably more than | comfortably over | and more than | better than | \
        heavier than | taller than | deeper than | well in excess of | far over | even more than | \
        way more than | way over | passed | substantially more than | \
        comfortably above | a lot more than | all of over",
    ),
    (
        JustOver,
        "just over | a little over | slightly more than | a little more than | slightly over | \
        just above | just more than | slightly above | a little above | little more than | \
        marginally more than | marginally over | a bit more than | a bit over | a shade over | \
        a touch over | a fraction over | just past | a tad over | narrowly over | barely over | \
        barely more than | a little north of | a whisker over | only just over | just north of",
    ),
    (
        AtLeast,
        "at least | greater than or equal to | more than or equal to | equal to or greater than | \
        as low as | as short as | as small as | no fewer than | no less than | not less than | \
        not fewer than | a minimum of | minimum | min | minimum of | ≥ | at the very least | \
        at a minimum | no smaller than | no lower than | not under | not below | starting at | \
        starting from | from at least | as few as | as little as | > = | from as little as | \
        never less than | never fewer than | nothing less than | \
        not lower than | the minimum",
    ),
    (
        Nearly,
        "nearly | almost | just under | close to | approaching | just shy of | shy of | \
        a little under | slightly under | slightly less than | a little less than | not quite | \
        just below | nearing | just short of | virtually | slightly below | a little below | \
        just less than | a little short of | practically | well nigh | a shade under | a touch under | \
        a bit under | a bit less than | slightly fewer than | just fewer than | a fraction under | \
        marginally less than | marginally under | very nearly | very close to | closing in on | \
        a tad under | a little shy of | slightly shy of | a hair under | a whisker under | \
        a little fewer than | near to | nigh on | approach | approaches | approached | coming up on | close on | \
        only just under | just south of | a little south of",
    ),
    (
        Under,
        "under | less than | below | fewer than | lower than | smaller than | south of | short of | \
        < | well under | well below | far less than | far fewer than | much less than | far below | \
        considerably less than | inside | shorter than | younger than | cheaper than | \
        significantly less than | not even | substantially less than | way less than | way under | \
        lighter than | comfortably under | many fewer than | barely | hardly",
    ),
    (
        UpTo,
        "up to | less than or equal to | fewer than or equal to | equal to or less than | as much as | \
        as many as | at most | a maximum of | maximum | max | maximum of | no more than | not more than | \
        at the most | no greater than | no higher than | no larger than | not over | not above | ≤ | \
        upto | as high as | as long as | as large as | limited to | capped at | a cap of | \
        not exceeding | not to exceed | did not exceed | does not exceed | will not exceed | \
        do not exceed | no longer than | no bigger than | within | anything up to | < = | a ceiling of | \
        never more than | not exceed | not longer than | not greater than | a limit of | \
        an upper limit of | as tall as | as deep as | the maximum | a peak of | at its peak | as far as | \
        won't exceed | cannot exceed | may not exceed | must not exceed | no over | nothing over",
    ),
    (Exactly, "exactly | precisely | = | spot on | an exact | the exact"),
];

/// Hedges behind the figure.
pub(crate) const AFTER: &[(Hedge, &str)] = &[
    (
        About,
        "or so | or thereabouts | approximately | approx | roughly | or around that | more or less | \
        give or take | odd | - odd | ish | - ish | - some | in round numbers | on a rough estimate | \
        or about that",
    ),
    (
        Over,
        "+ | - plus | plus | and more | and then some | and counting | or upward | or upwards | \
        or beyond",
    ),
    (
        AtLeast,
        "or more | or greater | or higher | or above | or over | or larger | or longer | or older | \
        or better | and up | and above | and over | and upwards | and upward | at least | at the least | \
        at the very least | minimum | min | at a minimum | upwards | and older | or bigger | \
        or even more | or maybe more | or possibly more | or perhaps more | or later | if not more",
    ),
    (Under, "or under that"),
    (
        UpTo,
        "or less | or fewer | or lower | or under | or below | at most | at the most | maximum | max | \
        tops | or shorter | or smaller | and under | and below | or younger | at a maximum | \
        at the outside | or earlier | if not less | and younger",
    ),
    (Exactly, "exactly | precisely | flat | sharp | on the dot | in all | in total | altogether | all told"),
];
