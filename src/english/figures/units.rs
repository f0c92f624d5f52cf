//! The units that newspapers use, by dimension, each with what one of it is in the unit of the dimension.

use rust_decimal::Decimal;

use super::numbers::{decimal, whole};

/// A scale as a fraction, since a kilometre an hour is no finite decimal of metres a second.
pub(crate) type UnitScale = (Decimal, Decimal);

/// What units measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measures {
    /// A part of a hundred.
    Share,
    /// How often.
    Times,
    /// How long it takes.
    Time,
    /// An extent, a mass, a speed and the like.
    Extent,
}

/// Units that can be converted into one another.
pub(crate) struct Dimension {
    /// What it is called in the docs.
    pub name: &'static str,
    /// What they measure.
    pub of: Measures,
    /// The unit that values are given in.
    pub symbol: &'static str,
    /// How many of it one is, and the words for it.
    pub units: &'static [(UnitScale, &'static str)],
}

const fn w(number: u32) -> UnitScale {
    (whole(number), Decimal::ONE)
}

const fn d(digits: u64, scale: u32) -> UnitScale {
    (decimal(digits, scale), Decimal::ONE)
}

const fn r(digits: u64, scale: u32, divisor: u32) -> UnitScale {
    (decimal(digits, scale), whole(divisor))
}

/// What is added to a temperature before it is scaled to degrees Celsius.
pub(crate) const KELVIN: Decimal = Decimal::from_parts(27_315, 0, 0, true, 2);
/// What is added to a temperature before it is scaled to degrees Celsius.
pub(crate) const FAHRENHEIT: Decimal = Decimal::from_parts(32, 0, 0, true, 0);

/// Temperatures: shift, scale, words.
pub(crate) const TEMPERATURES: &[(Decimal, UnitScale, &str)] = &[
    (
        Decimal::ZERO,
        w(1),
        "degrees celsius | degree celsius | degrees centigrade | degree centigrade | degrees c | \
            degree c | ° c | ° celsius | celsius | centigrade | deg c | =C | º c",
    ),
    (
        FAHRENHEIT,
        r(5, 0, 9),
        "degrees fahrenheit | degree fahrenheit | degrees f | degree f | ° f | ° fahrenheit | fahrenheit | deg f | =F | \
            º f",
    ),
    (KELVIN, w(1), "kelvin | kelvins | =K | degrees kelvin"),
];

/// All but temperatures.
pub(crate) const DIMENSIONS: &[Dimension] = &[
    Dimension {
        name: "per cents",
        of: Measures::Share,
        symbol: "%",
        units: &[
            (w(1), "% | percent | per cent | pct | pc | percents"),
            (d(1, 1), "‰ | per mille | per mil | permille"),
        ],
    },
    Dimension {
        name: "percentage points",
        of: Measures::Share,
        symbol: "pp",
        units: &[
            (
                w(1),
                "percentage points | percentage point | pp | ppt | ppts | pps | % points | \
                percent points | percent point | % pts | % point | percentage pts | pct points | \
                per cent points",
            ),
            (d(1, 2), "basis points | basis point | bps | bp | bips"),
        ],
    },
    Dimension {
        name: "multiples",
        of: Measures::Times,
        symbol: "times",
        units: &[(w(1), "times | fold | =x")],
    },
    Dimension {
        name: "time",
        of: Measures::Time,
        symbol: "s",
        units: &[
            (d(1, 9), "nanosecond | nanoseconds | ns"),
            (d(1, 6), "microsecond | microseconds | μs"),
            (d(1, 3), "millisecond | milliseconds | ms | msec"),
            (w(1), "second | seconds | sec | secs | =s"),
            (w(60), "minute | minutes | min | mins"),
            (w(3_600), "hour | hours | hr | hrs | =h"),
            (w(86_400), "day | days | calendar days | consecutive days | straight days | full days"),
            (w(604_800), "week | weeks | wk | wks | straight weeks | consecutive weeks"),
            (w(1_209_600), "fortnight | fortnights"),
        ],
    },
    Dimension {
        name: "calendar time",
        of: Measures::Time,
        symbol: "month",
        units: &[
            (
                w(1),
                "month | months | mth | mths | mo | mos | calendar months | straight months | \
                consecutive months",
            ),
            (w(3), "quarters | consecutive quarters | straight quarters"),
            (
                w(12),
                "year | years | yr | yrs | calendar years | straight years | consecutive years | \
                full years",
            ),
            (w(120), "decade | decades"),
            (w(1_200), "century | centuries"),
            (w(12_000), "millennium | millennia | millenniums"),
        ],
    },
    measure(
        "length",
        "m",
        &[
            (d(1, 9), "nanometre | nanometres | nanometer | nanometers | nm"),
            (d(1, 6), "micron | microns | micrometre | micrometres | micrometer | micrometers | μm | um"),
            (d(1, 3), "millimetre | millimetres | millimeter | millimeters | mm"),
            (d(1, 2), "centimetre | centimetres | centimeter | centimeters | cm | cms"),
            (w(1), "metre | metres | meter | meters | =m | mtr | mtrs"),
            (w(1_000), "kilometre | kilometres | kilometer | kilometers | km | kms"),
            (d(254, 4), "inch | inches | \" | in"),
            (d(3_048, 4), "foot | feet | ft | '"),
            (d(9_144, 4), "yard | yards | yd | yds"),
            (d(1_609_344, 3), "mile | miles | mi | statute miles"),
            (w(1_852), "nautical mile | nautical miles | nmi | nautical mi | =NM | sea miles"),
            (d(18_288, 4), "fathom | fathoms"),
            (d(201_168, 3), "furlong | furlongs"),
            (d(149_597_870_700, 0), "astronomical unit | astronomical units | =AU"),
            (d(9_460_730_472_580_800, 0), "light year | light years"),
        ],
    ),
    measure(
        "area",
        "m²",
        &[
            (d(1, 4), "square centimetres | square centimeters | sq cm | cm 2"),
            (
                w(1),
                "square metre | square metres | square meter | square meters | sq m | sq metres | \
                sq meters | sqm | sq metre | m 2 | m ^ 2 | sq. m",
            ),
            (
                w(1_000_000),
                "square kilometre | square kilometres | square kilometer | square kilometers | \
                sq km | sqkm | km 2 | km ^ 2 | sq kms | sq kilometres | sq kilometers",
            ),
            (d(64_516, 8), "square inch | square inches | sq in | sq inches"),
            (d(9_290_304, 8), "square foot | square feet | sq ft | sqft | sq feet | ft 2 | ft ^ 2"),
            (d(83_612_736, 8), "square yard | square yards | sq yd | sq yards | sq yds"),
            (d(2_589_988_110_336, 6), "square mile | square miles | sq mi | sq miles | sq mile | mi 2"),
            (d(40_468_564_224, 7), "acre | acres"),
            (w(10_000), "hectare | hectares | =ha"),
        ],
    ),
    measure(
        "volume",
        "m³",
        &[
            (
                d(1, 6),
                "millilitre | millilitres | milliliter | milliliters | ml | cc | \
                cubic centimetres | cm 3",
            ),
            (d(1, 5), "centilitre | centilitres | cl"),
            (d(1, 3), "litre | litres | liter | liters | =l | =L | ltr | ltrs"),
            (d(1, 1), "hectolitre | hectolitres | hectoliters"),
            (w(1), "cubic metre | cubic metres | cubic meter | cubic meters | cu m | m 3 | m ^ 3 | cbm"),
            (
                d(1_000_000_000, 0),
                "cubic kilometres | cubic kilometers | cubic kilometre | \
                cubic kilometer | km 3",
            ),
            (d(28_316_846_592, 12), "cubic foot | cubic feet | cu ft | ft 3"),
            (d(16_387_064, 12), "cubic inch | cubic inches | cu in"),
            (d(764_554_857_984, 12), "cubic yard | cubic yards | cu yd | cu yds"),
            (d(295_735_295_625, 16), "fluid ounce | fluid ounces | fl oz"),
            (d(473_176_473, 12), "pint | pints | pt | pts"),
            (d(946_352_946, 12), "quart | quarts | qt | qts"),
            (d(3_785_411_784, 12), "gallon | gallons | gal | gals | us gallons | us gallon"),
            (d(454_609, 8), "imperial gallon | imperial gallons | uk gallons"),
            (
                d(158_987_294_928, 12),
                "barrel | barrels | bbl | bbls | barrels of oil | barrels of crude | \
                barrels of crude oil",
            ),
            (d(5, 6), "teaspoon | teaspoons | tsp"),
            (d(2_365_882_365, 13), "cup | cups"),
            (d(3_523_907_016_688, 14), "bushel | bushels"),
            (d(15, 6), "tablespoon | tablespoons | tbsp"),
            (d(123_348_183_754_752, 11), "acre feet | acre foot"),
        ],
    ),
    measure(
        "mass",
        "kg",
        &[
            (d(1, 9), "microgram | micrograms | μg | mcg"),
            (d(1, 6), "milligram | milligrams | milligramme | milligrammes | mg | mgs"),
            (d(1, 3), "gram | grams | gramme | grammes | =g | =gm | =gms | gr"),
            (w(1), "kilogram | kilograms | kilogramme | kilogrammes | kilo | kilos | kg | kgs"),
            (w(1_000), "tonne | tonnes | metric ton | metric tons | metric tonnes | =t | mt"),
            (w(1_000_000), "kilotonne | kilotonnes | kt"),
            (w(1_000_000_000), "megatonne | megatonnes | =Mt"),
            (d(1_000_000_000_000, 0), "gigatonne | gigatonnes | gigaton | gigatons | =Gt"),
            (
                d(90_718_474, 5),
                "ton | tons | gross tons | gross ton | deadweight tons | short ton | short tons | us tons",
            ),
            (d(10_160_469_088, 7), "long ton | long tons | imperial tons"),
            (d(45_359_237, 8), "pound | pounds | lb | lbs | pounds weight"),
            (d(28_349_523_125, 12), "ounce | ounces | oz"),
            (d(311_034_768, 10), "troy ounce | troy ounces | ozt"),
            (d(635_029_318, 8), "stone | stones"),
            (d(2, 4), "carat | carats"),
        ],
    ),
    measure(
        "speed",
        "m/s",
        &[
            (
                w(1),
                "metres per second | meters per second | metres a second | meters a second | m / s | \
                =mps | m / sec",
            ),
            (
                r(10, 0, 36),
                "kilometres per hour | kilometers per hour | kilometres an hour | \
                kilometers an hour | km / h | km / hr | kph | kmh | kmph | km per hour | kms per hour | kms / h | km an hour | \
                kilometre per hour | kilometer per hour | kilometre an hour | kilometer an hour | k / h",
            ),
            (
                d(44_704, 5),
                "miles per hour | miles an hour | mph | mile per hour | mile an hour | \
                mi / h | mi / hr",
            ),
            (d(3_048, 4), "feet per second | feet a second | ft / s | foot per second | ft / sec | fps"),
            (
                w(1_000),
                "kilometres per second | kilometers per second | km / s | km / sec | \
                kilometers a second | kilometres a second",
            ),
            (d(1_609_344, 3), "miles per second | miles a second"),
            (r(1_852, 0, 3_600), "knot | knots | kn | kt | kts | nautical miles per hour"),
        ],
    ),
    measure(
        "energy",
        "J",
        &[
            (w(1), "joule | joules | =J"),
            (w(1_000), "kilojoule | kilojoules | kj"),
            (w(1_000_000), "megajoule | megajoules | mj"),
            (w(1_000_000_000), "gigajoule | gigajoules | gj"),
            (d(1_000_000_000_000, 0), "terajoule | terajoules | tj"),
            (w(3_600), "watt hour | watt hours | wh"),
            (w(3_600_000), "kilowatt hour | kilowatt hours | kwh | =kW h"),
            (d(3_600_000_000, 0), "megawatt hour | megawatt hours | mwh"),
            (d(3_600_000_000_000, 0), "gigawatt hour | gigawatt hours | gwh"),
            (d(3_600_000_000_000_000, 0), "terawatt hour | terawatt hours | twh"),
            (d(4_184, 3), "=cal"),
            (w(4_184), "kilocalorie | kilocalories | kcal | kcals | calorie | calories | cals"),
            (d(105_505_585_262, 8), "british thermal unit | british thermal units | btu | btus"),
            (d(4_184_000_000_000, 0), "kilotons | kiloton | kilotons of tnt"),
            (d(4_184_000_000_000_000, 0), "megatons | megaton | megatons of tnt"),
            (d(1_602_176_634, 28), "electronvolt | electronvolts | electron volts | =eV"),
            (d(1_602_176_634, 19), "=GeV | gigaelectronvolts"),
            (d(1_602_176_634, 16), "=TeV | teraelectronvolts"),
        ],
    ),
    measure(
        "power",
        "W",
        &[
            (d(1, 3), "milliwatt | milliwatts | =mW"),
            (w(1), "watt | watts | =W"),
            (w(1_000), "kilowatt | kilowatts | kw"),
            (w(1_000_000), "megawatt | megawatts | mw | mwp"),
            (w(1_000_000_000), "gigawatt | gigawatts | gw"),
            (d(1_000_000_000_000, 0), "terawatt | terawatts | tw"),
            (d(74_569_987_158_227, 11), "horsepower | hp | bhp"),
        ],
    ),
    measure(
        "data",
        "B",
        &[
            (w(1), "byte | bytes"),
            (w(1_000), "kilobyte | kilobytes | kb"),
            (w(1_000_000), "megabyte | megabytes | mb | megs"),
            (w(1_000_000_000), "gigabyte | gigabytes | gb | gigs"),
            (d(1_000_000_000_000, 0), "terabyte | terabytes | tb"),
            (d(1_000_000_000_000_000, 0), "petabyte | petabytes | pb"),
            (d(1_000_000_000_000_000_000, 0), "exabyte | exabytes | eb"),
            (w(1_024), "kibibyte | kibibytes | kib"),
            (w(1_048_576), "mebibyte | mebibytes | mib"),
            (w(1_073_741_824), "gibibyte | gibibytes | gib"),
            (d(125, 3), "bit | bits"),
            (w(125), "kilobit | kilobits | =kbit"),
            (w(125_000), "megabit | megabits | =Mb | =Mbit"),
            (w(125_000_000), "gigabit | gigabits | =Gb | =Gbit"),
        ],
    ),
    measure(
        "data rate",
        "B/s",
        &[
            (w(125), "kbps | kilobits per second | kilobits a second | kbit / s"),
            (w(125_000), "mbps | megabits per second | megabits a second | mbit / s | =Mb / s"),
            (w(125_000_000), "gbps | gigabits per second | gigabits a second | gbit / s | =Gb / s"),
            (w(1_000_000), "=MBps | megabytes per second | megabytes a second | =MB / s"),
            (w(1_000_000_000), "=GBps | gigabytes per second | gigabytes a second | =GB / s"),
        ],
    ),
    measure(
        "pressure",
        "Pa",
        &[
            (w(1), "pascal | pascals | =Pa"),
            (w(100), "hectopascal | hectopascals | hpa | millibar | millibars | mbar"),
            (w(1_000), "kilopascal | kilopascals | kpa"),
            (w(1_000_000), "megapascal | megapascals | mpa"),
            (w(100_000), "bar | bars"),
            (w(101_325), "atmosphere | atmospheres | atm"),
            (d(6_894_757_293_168, 9), "psi | pounds per square inch | pounds a square inch"),
        ],
    ),
    measure(
        "frequency",
        "Hz",
        &[
            (w(1), "hertz | hz"),
            (w(1_000), "kilohertz | khz"),
            (w(1_000_000), "megahertz | mhz"),
            (w(1_000_000_000), "gigahertz | ghz"),
            (r(1, 0, 60), "rpm | revolutions per minute | revs per minute"),
        ],
    ),
    measure("force", "N", &[(w(1), "newton | newtons | =N"), (w(1_000), "kilonewton | kilonewtons | =kN")]),
    measure(
        "voltage",
        "V",
        &[
            (d(1, 3), "millivolt | millivolts | =mV"),
            (w(1), "volt | volts | =V"),
            (w(1_000), "kilovolt | kilovolts | kv"),
        ],
    ),
    measure(
        "current",
        "A",
        &[(d(1, 3), "milliamp | milliamps | =mA"), (w(1), "amp | amps | ampere | amperes | =A")],
    ),
    measure("charge", "C", &[(w(1), "coulomb | coulombs"), (d(36, 1), "mah | milliamp hours")]),
    measure("resistance", "Ω", &[(w(1), "ohm | ohms | Ω")]),
    measure("sound", "dB", &[(w(1), "decibel | decibels | db | dba")]),
    measure("light", "cd", &[(w(1), "candela | candelas")]),
    measure("light sent out", "lm", &[(w(1), "lumen | lumens | =lm")]),
    measure("light on a surface", "lx", &[(w(1), "lux | =lx")]),
    measure(
        "torque",
        "N·m",
        &[
            (w(1), "newton metre | newton metres | newton meter | newton meters | =N · m | =Nm"),
            (
                d(13_558_179_483_314, 13),
                "pound foot | pound feet | foot pound | foot pounds | lb ft | ft lb | ft lbs",
            ),
        ],
    ),
    measure(
        "density",
        "kg/m³",
        &[
            (w(1), "kilograms per cubic metre | kilograms per cubic meter | kg / m 3"),
            (
                w(1_000),
                "grams per cubic centimetre | grams per cubic centimeter | g / cm 3 | g / ml | kg / l",
            ),
        ],
    ),
    measure(
        "radiation",
        "Sv",
        &[
            (w(1), "sievert | sieverts | sv"),
            (d(1, 3), "millisievert | millisieverts | msv"),
            (d(1, 6), "microsievert | microsieverts"),
        ],
    ),
    measure(
        "absorbed dose",
        "Gy",
        &[(w(1), "gray | grays | =Gy"), (d(1, 3), "milligray | milligrays | =mGy")],
    ),
    measure(
        "radioactivity",
        "Bq",
        &[
            (w(1), "becquerel | becquerels | bq"),
            (w(1_000), "kilobecquerel | kilobecquerels | =kBq"),
            (w(1_000_000), "megabecquerel | megabecquerels | =MBq"),
        ],
    ),
    measure("amount", "mol", &[(w(1), "mole | moles | mol")]),
    measure("angle", "°", &[(w(1), "degree | degrees | ° | º | deg")]),
    measure(
        "concentration",
        "ppm",
        &[(w(1), "ppm | parts per million"), (d(1, 3), "ppb | parts per billion")],
    ),
    measure(
        "earthquakes",
        "magnitude",
        &[(w(1), "magnitude | on the richter scale | on the moment magnitude scale")],
    ),
    measure("pictures", "px", &[(w(1), "pixel | pixels"), (w(1_000_000), "megapixel | megapixels")]),
    measure(
        "fuel economy",
        "mpg",
        &[(w(1), "mpg | miles per gallon | miles to the gallon | miles a gallon")],
    ),
    measure("sound speeds", "Mach", &[(w(1), "mach")]),
    measure(
        "gravity",
        "m/s²",
        &[
            (w(1), "metres per second squared | meters per second squared | m / s 2 | m / s ^ 2"),
            (d(980_665, 5), "gs"),
        ],
    ),
];

const fn measure(
    name: &'static str,
    symbol: &'static str,
    units: &'static [(UnitScale, &'static str)],
) -> Dimension {
    Dimension { name, of: Measures::Extent, symbol, units }
}
