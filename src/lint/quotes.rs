//! Whether a quote carries its value, hedge and all.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::LintedClaim;
use crate::claim::toml_text;
use crate::files::Problem;
use crate::mention::{self, Mention};
use crate::value::{Content, Extent, Interval, Kind, Value};

/// A hedge stands at most so many words before its figure.
const CLOSE_BY: usize = 4;

const NAME_THEM: &str = "quote the words that name them, or put the name in brackets where the article says “it”: “[Reuters] has learned”";

pub(super) fn check(case: &LintedClaim<'_>) -> Option<Problem> {
    let claim = case.claim;
    let (quote, span) = (claim.quote.as_deref()?, claim.spans.quote.as_ref()?);
    let label = case.label();
    match &claim.value.content {
        Content::Quantity(_) | Content::Rank { .. } | Content::Days(_) | Content::Clock { .. } => {
            let near = around(quote, &claim.value.text).unwrap_or(quote);
            let mentions = mention::figures(near, &case.context(&label));
            figure(case, near, &mentions)
        }
        Content::Names { names, .. } if !names.iter().any(|name| share_a_word(name, quote)) => {
            let message = format!("the quote names none of {}", names.join(", "));
            Some(case.finding("quote-without-value", span, message).hint(NAME_THEM))
        }
        Content::Words { .. } | Content::Score(..) | Content::Stage { .. }
            if !share_a_word(&claim.value.text, quote) =>
        {
            let message = "the quote shares no word with the value";
            let hint = "quote the words that carry the value, or word the value as the quote does";
            Some(case.finding("quote-without-value", span, message).hint(hint))
        }
        Content::Names { .. }
        | Content::Words { .. }
        | Content::Score(..)
        | Content::Stage { .. }
        | Content::Truth(_) => None,
    }
}

fn figure(case: &LintedClaim<'_>, quote: &str, mentions: &[Mention]) -> Option<Problem> {
    let value = &case.claim.value;
    let span = case.claim.spans.quote.as_ref()?;
    let readings = || std::iter::once(value).chain(&value.others);
    if let Some(same) = mentions.iter().find(|it| readings().any(|value| same_figure(value, &it.value))) {
        return hedge(case, quote, same, mentions);
    }
    let meets = |it: &Mention| {
        readings()
            .any(|mine| std::iter::once(&it.value).chain(&it.value.others).any(|other| meet(mine, other)))
    };
    if mentions.iter().any(meets) || contains(quote, &value.text) || share_digits(quote, &value.text) {
        return None;
    }
    let words = |it: &Mention| quote.get(it.span.clone()).map(|words| format!("“{words}”"));
    let like = mentions.iter().filter(|it| it.value.kind == value.kind).filter_map(words);
    let like: Vec<String> = like.collect();
    let hint = match like.as_slice() {
        [] => "quote the words that carry the value".to_owned(),
        found => format!("the quote says {}: correct the value, or quote other words", found.join(" and ")),
    };
    let message = format!("the quote does not carry the value: {} is not in it", value.understood());
    Some(case.finding("quote-without-value", span, message).hint(hint))
}

/// A figure that the quote hedges otherwise than the value does.
fn hedge(case: &LintedClaim<'_>, quote: &str, mention: &Mention, mentions: &[Mention]) -> Option<Problem> {
    let value = &case.claim.value;
    if allows(value)? == allows(&mention.value)? {
        return None;
    }
    // `an estimated at least 1,000` is hedged as `at least 1,000` is; `up to 100 billion francs ($108 billion)` hedges both.
    let hedged = |by: &Option<String>| {
        value.hedge.as_deref().zip(by.as_deref()).is_some_and(|(mine, yours)| yours.ends_with(mine))
    };
    let in_bracket = quote.get(..mention.span.start).is_some_and(|before| before.trim_end().ends_with('('));
    let before = mentions.iter().rev().find(|it| in_bracket && it.span.end < mention.span.start);
    if hedged(&mention.value.hedge) || before.is_some_and(|before| hedged(&before.value.hedge)) {
        return None;
    }
    let words = quote.get(mention.span.clone())?;
    // `time up to which` asks for the bound, so that the value need not say it again.
    let label = case.label().to_lowercase();
    let asked =
        [&value.hedge, &mention.value.hedge].into_iter().flatten().any(|it| label.contains(it.as_str()));
    if asked || !hedges_the_figure(words, mention.value.hedge.as_deref()) {
        return None;
    }
    let message = match (&value.hedge, &mention.value.hedge) {
        (mine, yours) if mine == yours => return None,
        (None, Some(hedge)) => format!("the quote says “{hedge}”, the value does not"),
        (Some(hedge), None) => format!("the value says “{hedge}”, the quote does not"),
        (Some(mine), Some(yours)) => format!("the value says “{mine}”, the quote “{yours}”"),
        (None, None) => return None,
    };
    let worded = toml_text(words);
    let finding = case.finding("hedge-differs", &case.claim.value_span, message);
    let hint = format!("write value = {worded}, as the article words it, or quote the words that hedge it");
    Some(finding.hint(hint).fix(
        "word it as the quote does",
        false,
        vec![(case.claim.value_span.clone(), worded)],
    ))
}

/// Whether a hedge stands at its figure: `below the 2,500 of Friday` and `stay under for 96 hours` hedge nothing.
fn hedges_the_figure(words: &str, hedge: Option<&str>) -> bool {
    let lower = words.to_lowercase();
    let behind =
        hedge.and_then(|hedge| lower.split_once(hedge)).map_or("", |(_, behind)| behind.trim_start());
    !["the ", "for ", "on ", "at ", "in "].iter().any(|joint| behind.starts_with(joint))
}

/// What the words allow, by their ends.
fn allows(value: &Value) -> Option<[Option<String>; 2]> {
    let ends = |low: Option<String>, high: Option<String>| Some([low, high]);
    let number = |it: Option<Decimal>| it.map(|it| it.normalize().to_string());
    let day = |it: Option<jiff::civil::Date>| it.map(|it| it.to_string());
    match &value.content {
        Content::Quantity(extent) | Content::Rank { place: extent, .. } => {
            ends(number(extent.possible.low), number(extent.possible.high))
        }
        Content::Days(days) => ends(day(days.extent.possible.low), day(days.extent.possible.high)),
        Content::Clock { minutes, .. } => {
            let minute = |it: Option<i32>| it.map(|it| it.to_string());
            ends(minute(minutes.possible.low), minute(minutes.possible.high))
        }
        Content::Score(..)
        | Content::Stage { .. }
        | Content::Names { .. }
        | Content::Truth(_)
        | Content::Words { .. } => None,
    }
}

/// Whether both name the same number or the same days, whatever they make of it.
fn same_figure(a: &Value, b: &Value) -> bool {
    match (&a.content, &b.content) {
        (
            Content::Quantity(x) | Content::Rank { place: x, .. },
            Content::Quantity(y) | Content::Rank { place: y, .. },
        ) => a.unit == b.unit && ends(x) == ends(y),
        (Content::Days(x), Content::Days(y)) => ends(&x.extent) == ends(&y.extent),
        (Content::Clock { minutes: x, .. }, Content::Clock { minutes: y, .. }) => ends(x) == ends(y),
        (
            Content::Quantity(_)
            | Content::Rank { .. }
            | Content::Score(..)
            | Content::Days(_)
            | Content::Clock { .. }
            | Content::Stage { .. }
            | Content::Names { .. }
            | Content::Truth(_)
            | Content::Words { .. },
            _,
        ) => false,
    }
}

fn ends<T: Ord + Copy>(extent: &Extent<T>) -> Option<(T, T)> {
    let Interval { low, high, .. } = extent.stated;
    Some((low.or(high)?, high.or(low)?))
}

fn meet(a: &Value, b: &Value) -> bool {
    match (&a.content, &b.content) {
        (
            Content::Quantity(x) | Content::Rank { place: x, .. },
            Content::Quantity(y) | Content::Rank { place: y, .. },
        ) => {
            let units = a.unit == b.unit || a.kind == Kind::Count || b.kind == Kind::Count;
            // What has one end alone meets nearly everything.
            let closed = |it: &Extent<Decimal>| it.stated.low.is_some() && it.stated.high.is_some();
            units && closed(x) && closed(y) && x.possible.meets(&y.possible)
        }
        (Content::Days(x), Content::Days(y)) => x.extent.possible.meets(&y.extent.possible),
        (Content::Clock { minutes: x, .. }, Content::Clock { minutes: y, .. }) => {
            x.possible.meets(&y.possible)
        }
        // Of a time with its day, the quote may have either.
        (Content::Clock { .. }, Content::Days(_)) | (Content::Days(_), Content::Clock { .. }) => true,
        (
            Content::Quantity(_)
            | Content::Rank { .. }
            | Content::Score(..)
            | Content::Days(_)
            | Content::Clock { .. }
            | Content::Stage { .. }
            | Content::Names { .. }
            | Content::Truth(_)
            | Content::Words { .. },
            _,
        ) => false,
    }
}

/// The words of a quote around a value that it has as it is: whatever hedges it stands close by.
fn around<'q>(quote: &'q str, value: &str) -> Option<&'q str> {
    let at = quote.find(value)?;
    let words = mention::words(quote);
    let first = words.iter().position(|word| word.end > at)?.saturating_sub(CLOSE_BY);
    let last = words.iter().rposition(|word| word.start < at + value.len())?;
    let last = words.get(last + 2).or_else(|| words.last())?;
    quote.get(words.get(first)?.start..last.end)
}

/// Whether a text has the words of another, whatever stands around them.
fn contains(text: &str, words: &str) -> bool {
    let plain = |text: &str| {
        let words = text.to_lowercase().replace(['’', '‘'], "'");
        words.split(|it: char| it.is_whitespace() || it == '-').collect::<Vec<_>>().join(" ")
    };
    plain(text).contains(&plain(words))
}

fn share_digits(a: &str, b: &str) -> bool {
    let numbers = |text: &str| -> BTreeSet<String> {
        let parts = text.split(|it: char| !(it.is_ascii_digit() || it == '.' || it == ','));
        parts.map(|it| it.replace(',', "").trim_matches('.').to_owned()).filter(|it| !it.is_empty()).collect()
    };
    !numbers(a).is_disjoint(&numbers(b))
}

/// Whether two texts share the stem of a word that is more than a joint.
fn share_a_word(a: &str, b: &str) -> bool {
    let stems = |text: &str| -> BTreeSet<String> {
        let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
        let stem = |word: &str| word.to_lowercase().chars().take(4).collect::<String>();
        words
            .filter(|word| !matches!(word.to_lowercase().as_str(), "a" | "an" | "the" | "of" | "in" | "to"))
            .map(stem)
            .collect()
    };
    !stems(a).is_disjoint(&stems(b))
}
