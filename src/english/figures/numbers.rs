//! The English words for numbers.

use rust_decimal::Decimal;

/// A whole number, as a constant.
pub(crate) const fn whole(number: u32) -> Decimal {
    Decimal::from_parts(number, 0, 0, false, 0)
}

/// A decimal of the given digits and decimals, as a constant.
pub(crate) const fn decimal(digits: u64, scale: u32) -> Decimal {
    #[allow(clippy::cast_possible_truncation, reason = "the two halves of the digits")]
    Decimal::from_parts(digits as u32, (digits >> 32) as u32, 0, false, scale)
}

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberPart {
    /// `zero` to `nineteen`.
    Unit(u32),
    /// `twenty` to `ninety`.
    Tens(u32),
    /// `hundred`.
    Hundred,
    /// `thousand`, `crore`, `bn`: multiplies what stands before it.
    Magnitude(Decimal),
    /// `dozen`, `score`: multiplies small numbers.
    Dozen(u32),
    /// `dozens`, `tens`, `thousands`: from two to ten of them.
    Plural(Decimal),
    /// `half`, `thirds`: a part of one.
    Share(u32),
}

use NumberPart::{Dozen, Hundred, Magnitude, Plural, Share, Tens, Unit};

/// What single words mean in a number.
pub(crate) const PARTS: &[(NumberPart, &str)] = &[
    (Unit(0), "zero | nil | nought | naught | none | nobody"),
    (Unit(1), "one"),
    (Unit(2), "two"),
    (Unit(3), "three"),
    (Unit(4), "four"),
    (Unit(5), "five"),
    (Unit(6), "six"),
    (Unit(7), "seven"),
    (Unit(8), "eight"),
    (Unit(9), "nine"),
    (Unit(10), "ten"),
    (Unit(11), "eleven"),
    (Unit(12), "twelve"),
    (Unit(13), "thirteen"),
    (Unit(14), "fourteen"),
    (Unit(15), "fifteen"),
    (Unit(16), "sixteen"),
    (Unit(17), "seventeen"),
    (Unit(18), "eighteen"),
    (Unit(19), "nineteen"),
    (Tens(20), "twenty"),
    (Tens(30), "thirty"),
    (Tens(40), "forty | fourty"),
    (Tens(50), "fifty"),
    (Tens(60), "sixty"),
    (Tens(70), "seventy"),
    (Tens(80), "eighty"),
    (Tens(90), "ninety"),
    (Hundred, "hundred"),
    (Magnitude(whole(1_000)), "thousand"),
    (Magnitude(whole(100_000)), "lakh | lac | lkh"),
    (Magnitude(whole(1_000_000)), "million | mn | mln | mio | mil"),
    (Magnitude(whole(10_000_000)), "crore | cr"),
    (Magnitude(whole(1_000_000_000)), "billion | bn | bln | milliard | mrd"),
    (Magnitude(decimal(1_000_000_000_000, 0)), "trillion | tn | trn | tln"),
    (Magnitude(decimal(1_000_000_000_000_000, 0)), "quadrillion"),
    (Magnitude(decimal(1_000_000_000_000_000_000, 0)), "quintillion"),
    (Dozen(12), "dozen"),
    (Dozen(20), "score"),
    (Plural(whole(10)), "tens"),
    (Plural(whole(12)), "dozens"),
    (Plural(whole(20)), "scores"),
    (Plural(whole(100)), "hundreds"),
    (Plural(whole(1_000)), "thousands"),
    (Plural(whole(100_000)), "lakhs | lacs | lkhs"),
    (Plural(whole(1_000_000)), "millions"),
    (Plural(whole(10_000_000)), "crores"),
    (Plural(whole(1_000_000_000)), "billions"),
    (Plural(decimal(1_000_000_000_000, 0)), "trillions"),
    (Share(2), "half | halves"),
    (Share(3), "third | thirds"),
    (Share(4), "quarter | quarters | fourth | fourths"),
    (Share(5), "fifth | fifths"),
    (Share(6), "sixth | sixths"),
    (Share(7), "seventh | sevenths"),
    (Share(8), "eighth | eighths"),
    (Share(9), "ninth | ninths"),
    (Share(10), "tenth | tenths"),
    (Share(12), "twelfth | twelfths"),
    (Share(20), "twentieth | twentieths"),
    (Share(100), "hundredth | hundredths"),
    (Share(1_000), "thousandth | thousandths"),
];

/// Words that say how many times as much, beside those in `-fold`.
pub(crate) const MULTIPLES: &[(u32, &str)] =
    &[(2, "twice | double"), (3, "thrice | triple | treble"), (4, "quadruple"), (5, "quintuple")];

/// Verbs by what they multiply.
pub(crate) const MULTIPLYING: &[(u32, &str)] = &[
    (2, "doubled | doubling | doubles"),
    (3, "tripled | tripling | triples | trebled | trebling | trebles"),
    (4, "quadrupled | quadrupling | quadruples"),
    (5, "quintupled | quintupling | quintuples"),
];

/// Verbs that say that half of something has gone.
pub(crate) const HALVING: &str = "halved | halving";

/// Letters that multiply, glued to a figure or beside a currency: `5k`, `$3M`, `€2b`.
pub(crate) fn letter(text: &str) -> Option<Decimal> {
    Some(match text {
        "k" | "K" => whole(1_000),
        "m" | "M" | "mm" | "MM" => whole(1_000_000),
        "b" | "B" => whole(1_000_000_000),
        "t" | "T" => decimal(1_000_000_000_000, 0),
        _ => return None,
    })
}

/// Words for an unnamed small number: from two to ten of what follows.
pub(crate) const SEVERAL: &str = "several | a few | few | a handful of | a handful";

/// Words for two, or three.
pub(crate) const COUPLE: &str = "a couple of | a couple | couple of | couple";

/// Words that may follow `a second`, where it is a time and no rank.
pub(crate) const BEHIND_A_SECOND: &str =
    "or | later | earlier | after | before | long | longer | and | to | of | per | more | less";

/// Nouns that a hyphen joins to a count: `a 20-strong team`, but not `a two-party system`.
pub(crate) const JOINED: &str = "strong | member | person | man | woman | people | page | seat | seater | bed | bedroom | storey | \
    story | floor | room | car | coach | carriage | game | nation | state | country | city | ship | vessel | unit | store | piece | \
    part | point | vote | count | judge | stop | engine | wheel | player | team | course | episode | volume | lane | turbine | home | \
    house | apartment | school | hospital | plane | aircraft | truck | vehicle | item | word | letter | digit | goal | run | stroke";

/// Words for two.
pub(crate) const PAIR: &str = "a pair of | a pair | pair of";

/// The number from one to a hundred that a word of a number is alone.
pub(crate) fn counting(part: NumberPart) -> Option<u32> {
    match part {
        Unit(number) | Tens(number) => Some(number).filter(|number| *number > 0),
        Hundred => Some(100),
        _ => None,
    }
}

/// Words for thirteen.
pub(crate) const BAKERS: &str = "a baker's dozen | baker's dozen";

/// The words by which figures are known that are neither digits nor parts of a number: `a few`, `a pair`.
pub(crate) const UNNAMED: &str =
    "several | few | handful | couple | pair | baker's | both | no | teens | single | soul";

/// Ordinals: `third`, `twenty-first` (its last word).
pub(crate) const ORDINALS: &[(u8, &str)] = &[
    (1, "first"),
    (2, "second"),
    (3, "third"),
    (4, "fourth"),
    (5, "fifth"),
    (6, "sixth"),
    (7, "seventh"),
    (8, "eighth"),
    (9, "ninth"),
    (10, "tenth"),
    (11, "eleventh"),
    (12, "twelfth"),
    (13, "thirteenth"),
    (14, "fourteenth"),
    (15, "fifteenth"),
    (16, "sixteenth"),
    (17, "seventeenth"),
    (18, "eighteenth"),
    (19, "nineteenth"),
    (20, "twentieth"),
    (30, "thirtieth"),
    (40, "fortieth"),
    (50, "fiftieth"),
    (60, "sixtieth"),
    (70, "seventieth"),
    (80, "eightieth"),
    (90, "ninetieth"),
    (100, "hundredth"),
];
