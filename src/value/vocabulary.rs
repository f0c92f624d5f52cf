//! The words of the grammar, for the docs.

use rust_decimal::Decimal;

use super::hedge_words::{AFTER, BEFORE};
use super::unit_words::{DIMENSIONS, Scale, TEMPERATURES};
use super::{currency_words, lead_words, rate};

/// One list of words: what they mean, and the words between bars.
pub type Entry = (String, &'static str);

/// The words of the grammar in chapters: hedges, units, currencies and what may stand before a figure.
pub fn vocabulary() -> Vec<(&'static str, Vec<Entry>)> {
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
        );
    let changes = lead_words::CHANGES
        .iter()
        .map(|(up, words)| (if *up { "a rise" } else { "a fall" }.to_owned(), *words));
    let before = [
        ("possibility", lead_words::MODALS),
        ("age", lead_words::AGES),
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
            changes.chain(before.map(|(meaning, words)| (meaning.to_owned(), words))).collect(),
        ),
    ]
}

fn fraction((number, divisor): &Scale) -> String {
    let number = number.normalize();
    if *divisor == Decimal::ONE { number.to_string() } else { format!("{number}/{divisor}") }
}
