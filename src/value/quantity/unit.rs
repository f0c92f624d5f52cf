//! Units of figures, found by their words.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::figure::{Figure, decimal, whole};
use crate::english::figures::units::{DIMENSIONS, Measures, TEMPERATURES};
use crate::english::lexicon::Lexicon;
use crate::english::token::{Phrase, Token};
use crate::value::Kind;

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Money, percent, measure or duration.
    pub kind: Kind,
    /// The unit that values are given in: a currency code, `%`, `m`, `s`.
    pub symbol: &'static str,
    /// How many of those one is …
    pub scale: Decimal,
    /// … divided by this: a kilometre an hour is 10/36 of a metre a second.
    pub divisor: Decimal,
    /// What is added before scaling: degrees Fahrenheit and kelvin.
    pub shift: Decimal,
    /// What else the words may mean.
    pub doubt: UnitDoubt,
}

/// Why a unit may be another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitDoubt {
    /// It can't.
    None,
    /// A sign or name of several currencies, the most traded first.
    Currency(&'static [&'static str]),
    /// `pounds`: a mass, or sterling.
    Pounds,
    /// `6.5m`: metres, or millions.
    Metres,
    /// A gallon of the United States, or the imperial one.
    Gallon,
    /// A ton of 2,000 pounds, of 2,240, or of 1,000 kilograms.
    Ton,
}

impl Unit {
    /// A unit of which nothing is in doubt.
    pub(crate) const fn new(kind: Kind, symbol: &'static str, scale: Decimal) -> Self {
        Self { kind, symbol, scale, divisor: Decimal::ONE, shift: Decimal::ZERO, doubt: UnitDoubt::None }
    }

    /// The unit for differences, which have no zero of their own.
    pub(crate) fn without_zero(self) -> Self {
        Self { shift: Decimal::ZERO, ..self }
    }

    /// How many of the unit that values are given in one is.
    pub(crate) fn size(&self) -> Option<Decimal> {
        self.scale.checked_div(self.divisor)
    }

    /// Whether it is the unit that values are given in.
    pub(crate) fn is_base(&self) -> bool {
        self.scale == Decimal::ONE && self.divisor == Decimal::ONE && self.shift.is_zero()
    }

    /// So many of it, in the unit that values are given in. `None` where that gets too large.
    pub(crate) fn convert(&self, number: Decimal) -> Option<Decimal> {
        let shifted = if self.shift.is_zero() { number } else { number.checked_add(self.shift)? };
        let scaled = shifted.checked_mul(self.scale)?;
        if self.divisor == Decimal::ONE {
            return Some(scaled);
        }
        // Ten decimals are finer than any figure in a newspaper.
        Some(scaled.checked_div(self.divisor)?.round_dp(10))
    }

    /// A figure of it in the unit that values are given in, for sums such as `6 feet 2 inches`.
    pub(crate) fn base(&self, figure: Figure) -> Option<Figure> {
        figure.times(self.scale.checked_div(self.divisor)?)
    }

    /// The unit that values are given in.
    pub(crate) fn as_base(&self) -> Self {
        Self { scale: Decimal::ONE, divisor: Decimal::ONE, shift: Decimal::ZERO, ..*self }
    }
}

/// The tonne and the long ton, as so many tons of 2,000 pounds.
pub(crate) const TONS: &[Unit] =
    &[ratio(decimal(1_000, 0), decimal(90_718_474, 5)), ratio(whole(112), whole(100))];

/// The imperial gallon, as so many of those of the United States.
pub(crate) const IMPERIAL_GALLON: Unit = ratio(decimal(454_609, 5), decimal(3_785_411_784, 9));

const fn ratio(scale: Decimal, divisor: Decimal) -> Unit {
    Unit { divisor, ..Unit::new(Kind::Measure, "", scale) }
}

static UNITS: LazyLock<Lexicon<Unit>> = LazyLock::new(|| {
    let scaled = DIMENSIONS.iter().flat_map(|dimension| {
        dimension.units.iter().map(|((scale, divisor), words)| {
            let unit = Unit { divisor: *divisor, ..Unit::new(kind(dimension.of), dimension.symbol, *scale) };
            (unit, *words)
        })
    });
    let shifted = TEMPERATURES.iter().map(|(shift, (scale, divisor), words)| {
        let unit = Unit { shift: *shift, divisor: *divisor, ..Unit::new(Kind::Measure, "°C", *scale) };
        (unit, *words)
    });
    Lexicon::new(scaled.chain(shifted))
});

fn kind(of: Measures) -> Kind {
    match of {
        Measures::Share => Kind::Percent,
        Measures::Times => Kind::Count,
        Measures::Time => Kind::Duration,
        Measures::Extent => Kind::Measure,
    }
}

/// The unit at a place, and the place behind it.
pub(crate) fn find(phrase: &Phrase, at: usize) -> Option<(Unit, usize)> {
    let (unit, end) = UNITS.find(phrase, at).filter(|_| !is_decade(phrase, at))?;
    let doubt = match phrase.word(at) {
        "pounds" | "pound" if end == at + 1 => UnitDoubt::Pounds,
        "ton" | "tons" => UnitDoubt::Ton,
        "gallon" | "gallons" | "gal" | "gals" if end == at + 1 && unit.symbol == "m³" => UnitDoubt::Gallon,
        "m" if unit.symbol == "m" => UnitDoubt::Metres,
        _ => UnitDoubt::None,
    };
    Some(raised(phrase, Unit { doubt, ..unit }, end))
}

/// Whether an `s` makes a decade of the figure before it: `1950s`, and no seconds.
fn is_decade(phrase: &Phrase, at: usize) -> bool {
    let four = |token: &Token| {
        let year: u16 = token.text.parse().unwrap_or_default();
        (1000..2100).contains(&year) && year.is_multiple_of(10)
    };
    phrase.word(at) == "s"
        && phrase.glued(at)
        && at.checked_sub(1).and_then(|before| phrase.tokens.get(before)).is_some_and(four)
}

/// `4 km squared`, `4km^3`: a length with its power behind it.
fn raised(phrase: &Phrase, unit: Unit, end: usize) -> (Unit, usize) {
    if unit.symbol != "m" || unit.divisor != Decimal::ONE {
        return (unit, end);
    }
    let caret = phrase.symbol(end) == Some('^') && phrase.glued(end);
    let (power, behind) = match (phrase.word(end), phrase.number(end + 1).filter(|_| caret)) {
        ("squared", _) => (2, end + 1),
        ("cubed", _) => (3, end + 1),
        (_, Some(power)) if power == Decimal::TWO => (2, end + 2),
        (_, Some(power)) if power == whole(3) => (3, end + 2),
        _ => return (unit, end),
    };
    let (symbol, factor) =
        if power == 2 { ("m²", Some(unit.scale)) } else { ("m³", unit.scale.checked_mul(unit.scale)) };
    match factor.and_then(|factor| factor.checked_mul(unit.scale)) {
        Some(scale) => (Unit::new(unit.kind, symbol, scale), behind),
        None => (unit, end),
    }
}
