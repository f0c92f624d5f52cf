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

/// What a single word means in a number.
pub(crate) fn part(word: &str) -> Option<NumberPart> {
    Some(match word {
        "zero" | "nil" | "nought" | "naught" | "none" | "nobody" => Unit(0),
        "one" => Unit(1),
        "two" => Unit(2),
        "three" => Unit(3),
        "four" => Unit(4),
        "five" => Unit(5),
        "six" => Unit(6),
        "seven" => Unit(7),
        "eight" => Unit(8),
        "nine" => Unit(9),
        "ten" => Unit(10),
        "eleven" => Unit(11),
        "twelve" => Unit(12),
        "thirteen" => Unit(13),
        "fourteen" => Unit(14),
        "fifteen" => Unit(15),
        "sixteen" => Unit(16),
        "seventeen" => Unit(17),
        "eighteen" => Unit(18),
        "nineteen" => Unit(19),
        "twenty" => Tens(20),
        "thirty" => Tens(30),
        "forty" | "fourty" => Tens(40),
        "fifty" => Tens(50),
        "sixty" => Tens(60),
        "seventy" => Tens(70),
        "eighty" => Tens(80),
        "ninety" => Tens(90),
        "hundred" => Hundred,
        "thousand" => Magnitude(whole(1_000)),
        "lakh" | "lac" | "lkh" => Magnitude(whole(100_000)),
        "million" | "mn" | "mln" | "mio" | "mil" => Magnitude(whole(1_000_000)),
        "crore" | "cr" => Magnitude(whole(10_000_000)),
        "billion" | "bn" | "bln" | "milliard" | "mrd" => Magnitude(whole(1_000_000_000)),
        "trillion" | "tn" | "trn" | "tln" => Magnitude(decimal(1_000_000_000_000, 0)),
        "quadrillion" => Magnitude(decimal(1_000_000_000_000_000, 0)),
        "quintillion" => Magnitude(decimal(1_000_000_000_000_000_000, 0)),
        "dozen" => Dozen(12),
        "score" => Dozen(20),
        "tens" => Plural(whole(10)),
        "dozens" => Plural(whole(12)),
        "scores" => Plural(whole(20)),
        "hundreds" => Plural(whole(100)),
        "thousands" => Plural(whole(1_000)),
        "lakhs" | "lacs" | "lkhs" => Plural(whole(100_000)),
        "millions" => Plural(whole(1_000_000)),
        "crores" => Plural(whole(10_000_000)),
        "billions" => Plural(whole(1_000_000_000)),
        "trillions" => Plural(decimal(1_000_000_000_000, 0)),
        "half" | "halves" => Share(2),
        "third" | "thirds" => Share(3),
        "quarter" | "quarters" | "fourth" | "fourths" => Share(4),
        "fifth" | "fifths" => Share(5),
        "sixth" | "sixths" => Share(6),
        "seventh" | "sevenths" => Share(7),
        "eighth" | "eighths" => Share(8),
        "ninth" | "ninths" => Share(9),
        "tenth" | "tenths" => Share(10),
        "twelfth" | "twelfths" => Share(12),
        "twentieth" | "twentieths" => Share(20),
        "hundredth" | "hundredths" => Share(100),
        "thousandth" | "thousandths" => Share(1_000),
        _ => return None,
    })
}

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

/// A number from one to a hundred in one word.
pub(crate) fn cardinal(word: &str) -> Option<u32> {
    part(word).and_then(counting)
}

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

/// Ordinals: `third`, `twenty-first` (its last word).
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        "fortieth" => 40,
        "fiftieth" => 50,
        "sixtieth" => 60,
        "seventieth" => 70,
        "eightieth" => 80,
        "ninetieth" => 90,
        "hundredth" => 100,
        _ => return None,
    })
}
