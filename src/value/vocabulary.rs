//! The words of the grammar, for the docs.

use rust_decimal::Decimal;

use super::date::{holiday, wording as date_words};
use super::direction::Direction;
use super::hedge_words::{AFTER, BEFORE};
use super::quantity::direction_words::{self, Tells};
use super::quantity::unit_words::{DIMENSIONS, Scale, TEMPERATURES};
use super::quantity::{currency_words, lead_words, rate};
use super::stage;
use super::time::{daypart, wording as time_words};

/// One list of words: what they mean, and the words between bars.
pub type Entry = (String, &'static str);

/// The words of the grammar in chapters: those of figures, then those of dates, times and stages.
pub fn vocabulary() -> Vec<(&'static str, Vec<Entry>)> {
    let mut chapters = of_figures();
    chapters.extend(of_dates());
    chapters.push(("Stages", stage::vocabulary().collect()));
    chapters
}

/// What bounds a date or a time, picks a part of it, or adds nothing; and the holidays.
fn of_dates() -> Vec<(&'static str, Vec<Entry>)> {
    let bounds = |list: &'static [(date_words::Bound, &'static str)]| {
        list.iter().map(|(bound, words)| (bound.meaning().to_owned(), *words)).collect::<Vec<_>>()
    };
    let parts = date_words::PARTS.iter().map(|(part, words)| (part.meaning().to_owned(), *words));
    let ahead = |ahead: bool| if ahead { "possibility, still to come" } else { "possibility" }.to_owned();
    let modalities = date_words::MODALITIES.iter().map(|(to_come, words)| (ahead(*to_come), *words));
    let around = [
        ("part of the day, behind it", date_words::DAYPARTS),
        ("part of the day, before it", date_words::DAYPARTS_BEFORE),
        ("nothing, before a date", date_words::NEUTRAL),
        ("what happened then, before `in`, `on` and the like", date_words::EVENTS),
        ("nothing, behind a date", date_words::NEUTRAL_BEHIND),
    ];
    let around = around.map(|(meaning, words)| (meaning.to_owned(), words));
    let holidays = holiday::HOLIDAYS.iter().map(|(holiday, words)| (holiday.meaning(), *words));
    vec![
        ("Hedges before a date or a time", bounds(date_words::BOUNDS)),
        ("Hedges before a time", bounds(time_words::BOUNDS)),
        ("Hedges behind a date or a time", bounds(date_words::BOUNDS_BEHIND)),
        ("Hedges behind a time", bounds(time_words::BOUNDS_BEHIND)),
        ("Parts of a month, a year, a decade", parts.collect()),
        ("Parts of a day", daypart::PARTS.iter().map(|(part, words)| (part.meaning(), *words)).collect()),
        ("Words around a date", modalities.chain(around).collect()),
        ("Holidays", holidays.collect()),
    ]
}

fn of_figures() -> Vec<(&'static str, Vec<Entry>)> {
    let hedges = |list: &'static [(super::hedge::Hedge, &'static str)]| {
        list.iter().map(|(hedge, words)| (hedge.meaning().to_owned(), *words)).collect::<Vec<_>>()
    };
    let units = DIMENSIONS.iter().flat_map(|dimension| {
        let named = |scale: &Scale| format!("{}: {} {}", dimension.name, fraction(scale), dimension.symbol);
        dimension.units.iter().map(move |(scale, words)| (named(scale), *words))
    });
    let temperatures =
        TEMPERATURES.iter().map(|(_, scale, words)| (format!("temperature: {} °C", fraction(scale)), *words));
    let one = |list: &'static [(&'static str, &'static str)]| {
        list.iter().map(|(code, words)| ((*code).to_owned(), *words))
    };
    let shared = |list: &'static [(&'static [&'static str], &'static str)]| {
        list.iter().map(|(codes, words)| (codes.join(", "), *words))
    };
    let currencies = one(currency_words::SIGNS)
        .chain(shared(currency_words::SHARED))
        .chain(one(currency_words::NAMES))
        .chain(
            shared(currency_words::HUNDREDTHS)
                .map(|(codes, words)| (format!("a hundredth of {codes}"), words)),
        )
        .chain(currency_words::COINS.iter().map(|(hundredths, codes, words)| {
            (format!("{hundredths} hundredths of {}", codes.join(", ")), *words)
        }));
    let told = |to: &Direction, tells: &Tells| match tells {
        Tells::Lies => to.name().to_owned(),
        Tells::By => format!("{}: by how much", to.name()),
        Tells::To => format!("{}: to where", to.name()),
        Tells::From => format!("{}: from where", to.name()),
    };
    let directions = direction_words::BEFORE.iter().map(|(to, tells, words)| (told(to, tells), *words));
    let perhaps = direction_words::PERHAPS
        .iter()
        .map(|(to, words)| (format!("{}, before per cents and `from`", to.name()), *words));
    let behind = direction_words::BEHIND.iter().map(|(to, tells, words)| (told(to, tells), *words));
    let of_shares = direction_words::BEHIND_SHARES
        .iter()
        .map(|(to, words)| (format!("{}: by how much, of a sum or a share", to.name()), *words));
    let of_per_cents = direction_words::BEHIND_PER_CENTS
        .iter()
        .map(|(to, words)| (format!("{}: by how much, of a share", to.name()), *words));
    let labels = direction_words::LABELS.iter().map(|(to, words)| (to.name().to_owned(), *words));
    let before = [
        ("possibility", lead_words::MODALS),
        ("age", lead_words::AGES),
        ("what was before", lead_words::EARLIER),
        ("nothing of the figure", lead_words::HARMLESS),
    ];
    vec![
        ("Hedges before the figure", hedges(BEFORE)),
        ("Hedges behind the figure", hedges(AFTER)),
        ("Units", units.chain(temperatures).collect()),
        ("Currencies", currencies.collect()),
        ("Rates", vec![("behind `a` and `an`".to_owned(), rate::USUAL)]),
        (
            "Words before the figure",
            directions
                .chain(perhaps)
                .chain(before.map(|(meaning, words)| (meaning.to_owned(), words)))
                .collect(),
        ),
        ("Directions behind the figure", behind.chain(of_shares).chain(of_per_cents).collect()),
        ("Directions in a label", labels.collect()),
    ]
}

fn fraction((number, divisor): &Scale) -> String {
    let number = number.normalize();
    if *divisor == Decimal::ONE { number.to_string() } else { format!("{number}/{divisor}") }
}
