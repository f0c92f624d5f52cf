//! What several claims leave standing, in words fit to print.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::linkage::Told;
use crate::value::{Content, Dates, Extent, Interval, Kind, NameMatch, Value, same_name};

/// The value that satisfies every one of the claims; `None` where nothing does.
pub(super) fn common_ground(claims: &[Told<'_>]) -> Option<String> {
    let values: Vec<&Value> = claims.iter().map(|told| &told.claim.value).collect();
    let first = values.first()?;
    if values.iter().any(|value| value.kind != first.kind || value.unit != first.unit) {
        return None;
    }
    // Of several figures none speaks for all; the claim with the fewest says the least.
    if values.iter().any(|value| !value.parts.is_empty()) {
        return values
            .iter()
            .min_by_key(|value| (value.parts.len(), value.text.len()))
            .map(|value| worded(value));
    }
    match &first.content {
        Content::Quantity(_) => {
            let of = |value: &&Value| match &value.content {
                Content::Quantity(extent) => Some(*extent),
                _ => None,
            };
            let extents: Option<Vec<Extent<Decimal>>> = values.iter().map(of).collect();
            figure(&values, &extents?, |left| Content::Quantity(Extent::same(left)))
        }
        Content::Days(_) => {
            let of = |value: &&Value| match &value.content {
                Content::Days(days) => Some(days.extent),
                _ => None,
            };
            let extents: Option<Vec<Extent<Date>>> = values.iter().map(of).collect();
            figure(&values, &extents?, |left| Content::Days(Dates::told(Extent::same(left))))
        }
        Content::Stage { scale, .. } => {
            let of = |value: &&Value| match &value.content {
                Content::Stage { scale: other, stages } if other == scale => Some(Extent::same(*stages)),
                _ => None,
            };
            let extents: Option<Vec<Extent<usize>>> = values.iter().map(of).collect();
            figure(&values, &extents?, |stages| Content::Stage { scale: scale.clone(), stages })
        }
        Content::Names { .. } => shared_names(&values),
        Content::Truth(truth) => Some(if *truth { "yes" } else { "no" }.to_owned()),
        // The claim with the fewest words says the least, so all can stand behind it.
        _ => values.iter().map(|value| value.text.as_str()).min_by_key(|text| text.len()).map(str::to_owned),
    }
}

/// The words that every one of the claims bears out: those of the claim that allows all that any of them does. `None` where
/// no claim is that wide, and where all are.
pub(super) fn borne_out(claims: &[Told<'_>]) -> Option<String> {
    let values = || claims.iter().map(|told| &told.claim.value);
    let widest = values().find(|wide| values().all(|it| covers(wide, it) == Some(true)))?;
    values().any(|it| covers(it, widest) == Some(false)).then(|| worded(widest))
}

/// Whether a value allows all that another one does; `None` where the two are not measured alike. Dates are left out:
/// `recently` is no help to anyone who knows the month.
fn covers(wide: &Value, narrow: &Value) -> Option<bool> {
    if wide.kind != narrow.kind || wide.unit != narrow.unit {
        return None;
    }
    // Who writes of several figures, or of the other way, says more than a size.
    let whole = |value: &Value| value.parts.is_empty();
    if wide.direction != narrow.direction || !whole(wide) || !whole(narrow) {
        return None;
    }
    match (&wide.content, &narrow.content) {
        (Content::Quantity(x), Content::Quantity(y)) => Some(x.possible.covers(&y.possible)),
        (Content::Stage { scale: one, stages: x }, Content::Stage { scale: other, stages: y }) => {
            (one == other).then(|| x.covers(y))
        }
        _ => None,
    }
}

/// The wording of the claim that allows exactly what all allow, or else the bounds themselves.
fn figure<T: Ord + Copy>(
    values: &[&Value],
    extents: &[Extent<T>],
    content: impl Fn(Interval<T>) -> Content,
) -> Option<String> {
    let left = extents
        .iter()
        .map(|extent| extent.possible)
        .try_fold(Interval::everything(), |left, next| left.intersection(&next))?;
    let exactly = values.iter().zip(extents).filter(|(_, extent)| extent.possible == left);
    let wording = exactly.min_by_key(|(value, _)| (value.others.len(), value.text.len()));
    if let Some((value, _)) = wording {
        return Some(worded(value));
    }
    let value = values.first()?;
    let bounds = Value {
        text: String::new(),
        hedge: None,
        content: content(left),
        notes: Vec::new(),
        others: Vec::new(),
        also: Vec::new(),
        ..(*value).clone()
    };
    Some(bounds.understood())
}

/// As worded; a date that depends on when it was written says which one it is.
fn worded(value: &Value) -> String {
    let dated = matches!(value.kind, Kind::Date) && !value.text.chars().any(|it| it.is_ascii_digit());
    if dated { format!("{} ({})", value.text, value.understood()) } else { value.text.clone() }
}

fn shared_names(values: &[&Value]) -> Option<String> {
    let sets: Option<Vec<&Vec<String>>> = values
        .iter()
        .map(|value| match &value.content {
            Content::Names { names, .. } => Some(names),
            _ => None,
        })
        .collect();
    let sets = sets?;
    let (first, rest) = sets.split_first()?;
    let alike = |a: &String, b: &String| same_name(a, b) != NameMatch::Different;
    let shared: Vec<&str> = first
        .iter()
        .filter(|name| rest.iter().all(|set| set.iter().any(|other| alike(name, other))))
        .map(String::as_str)
        .collect();
    (!shared.is_empty()).then(|| shared.join(", "))
}

/// How much a claim leaves open; an interval without an end is wider than any other, words are wider still.
pub(super) fn width(told: Told<'_>) -> (usize, Decimal) {
    let days =
        |set: &Interval<Date>| set.low?.until(set.high?).ok().map(|span| Decimal::from(span.get_days()));
    let width = match &told.claim.value.content {
        Content::Quantity(extent) => {
            extent.possible.high.zip(extent.possible.low).and_then(|(high, low)| high.checked_sub(low))
        }
        Content::Days(dates) => days(&dates.extent.possible),
        Content::Clock { minutes, .. } => {
            minutes.possible.high.zip(minutes.possible.low).map(|(high, low)| Decimal::from(high - low))
        }
        Content::Stage { stages, .. } => {
            stages.high.zip(stages.low).map(|(high, low)| Decimal::from(high - low))
        }
        _ => return (2, Decimal::ZERO),
    };
    width.map_or((1, Decimal::ZERO), |width| (0, width))
}

/// The claim that leaves the least open; the first where several do.
pub(super) fn narrowest<'a>(members: &[Told<'a>]) -> Option<Told<'a>> {
    members.iter().copied().min_by_key(|&told| width(told))
}
