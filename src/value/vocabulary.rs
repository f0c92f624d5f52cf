//! The words of the grammar, for the docs.

use rust_decimal::Decimal;

use super::direction::Direction;
use super::quantity::rate;
use super::stage;
use crate::english::figures::hedges::{AFTER, BEFORE};
use crate::english::figures::units::{DIMENSIONS, TEMPERATURES, UnitScale};
use crate::english::figures::ways::{self, Tells};
use crate::english::figures::{currencies, lead};
use crate::english::time::{clock as time_words, dates as date_words, dayparts, holidays};

/// One list of words: what they mean, and the words between bars.
pub type WordList = (String, &'static str);

/// The words of the grammar in chapters: those of figures, then those of dates, times and stages.
pub fn vocabulary() -> Vec<(&'static str, Vec<WordList>)> {
    let mut chapters = of_figures();
    chapters.extend(of_dates());
    chapters.push(("Stages", stage::vocabulary().collect()));
    chapters
}

/// What bounds a date or a time, picks a part of it, or adds nothing; and the holidays.
fn of_dates() -> Vec<(&'static str, Vec<WordList>)> {
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
    let holidays = holidays::HOLIDAYS.iter().map(|(holiday, words)| (holiday.meaning(), *words));
    vec![
        ("Hedges before a date or a time", bounds(date_words::BOUNDS)),
        ("Hedges before a time", bounds(time_words::BOUNDS)),
        ("Hedges behind a date or a time", bounds(date_words::BOUNDS_BEHIND)),
        ("Hedges behind a time", bounds(time_words::BOUNDS_BEHIND)),
        ("Parts of a month, a year, a decade", parts.collect()),
        ("Parts of a day", dayparts::PARTS.iter().map(|(part, words)| (part.meaning(), *words)).collect()),
        ("Words around a date", modalities.chain(around).collect()),
        ("Holidays", holidays.collect()),
    ]
}

fn of_figures() -> Vec<(&'static str, Vec<WordList>)> {
    let hedges = |list: &'static [(super::hedge::Hedge, &'static str)]| {
        list.iter().map(|(hedge, words)| (hedge.meaning().to_owned(), *words)).collect::<Vec<_>>()
    };
    let units = DIMENSIONS.iter().flat_map(|dimension| {
        let named =
            |scale: &UnitScale| format!("{}: {} {}", dimension.name, fraction(scale), dimension.symbol);
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
    let currencies = one(currencies::SIGNS)
        .chain(shared(currencies::SHARED))
        .chain(one(currencies::NAMES))
        .chain(
            shared(currencies::HUNDREDTHS).map(|(codes, words)| (format!("a hundredth of {codes}"), words)),
        )
        .chain(currencies::COINS.iter().map(|(hundredths, codes, words)| {
            (format!("{hundredths} hundredths of {}", codes.join(", ")), *words)
        }));
    let told = |to: &ways::Way, tells: &Tells| match tells {
        Tells::Lies => Direction::from(*to).name().to_owned(),
        Tells::By => format!("{}: by how much", Direction::from(*to).name()),
        Tells::To => format!("{}: to where", Direction::from(*to).name()),
        Tells::From => format!("{}: from where", Direction::from(*to).name()),
    };
    let directions = ways::BEFORE.iter().map(|(to, tells, words)| (told(to, tells), *words));
    let perhaps = ways::PERHAPS
        .iter()
        .map(|(to, words)| (format!("{}, before per cents and `from`", Direction::from(*to).name()), *words));
    let behind = ways::BEHIND.iter().map(|(to, tells, words)| (told(to, tells), *words));
    let of_shares = ways::BEHIND_SHARES.iter().map(|(to, words)| {
        (format!("{}: by how much, of a sum or a share", Direction::from(*to).name()), *words)
    });
    let of_per_cents = ways::BEHIND_PER_CENTS
        .iter()
        .map(|(to, words)| (format!("{}: by how much, of a share", Direction::from(*to).name()), *words));
    let labels = ways::LABELS.iter().map(|(to, words)| (Direction::from(*to).name().to_owned(), *words));
    let before = [
        ("possibility", lead::MODALS),
        ("age", lead::AGES),
        ("what was before", lead::EARLIER),
        ("nothing of the figure", lead::HARMLESS),
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

fn fraction((number, divisor): &UnitScale) -> String {
    let number = number.normalize();
    if *divisor == Decimal::ONE { number.to_string() } else { format!("{number}/{divisor}") }
}
