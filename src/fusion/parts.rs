//! Values of several figures, compared part by part.

use rust_decimal::Decimal;

use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use crate::value::{Content, Extent, Interval, Value, names_sort, sort_of};

/// How two parts, or a part and a figure, are judged.
type PartJudge<'j> = &'j dyn Fn(&Value, &Value) -> Judgement;

/// The verdict where one value at least has several figures.
pub(super) fn compare(
    a: &Value,
    b: &Value,
    wordings: &Wordings<'_, '_>,
    judge: PartJudge<'_>,
) -> Option<Judgement> {
    match (a.parts.is_empty(), b.parts.is_empty()) {
        (true, true) => None,
        (false, false) => Some(both(&a.parts, &b.parts, wordings, judge)),
        (false, true) => Some(one(&a.parts, b, wordings.b, wordings, judge)),
        (true, false) => Some(one(&b.parts, a, wordings.a, wordings, &|x, y| judge(y, x))),
    }
}

/// Two values of several figures.
fn both(mine: &[Value], yours: &[Value], wordings: &Wordings<'_, '_>, judge: PartJudge<'_>) -> Judgement {
    let bare = |part: &Value| part.counted.is_none();
    if mine.iter().all(bare) && yours.iter().all(bare) {
        return lists(mine, yours, judge);
    }
    let mut free: Vec<&Value> = yours.iter().collect();
    let mut judged = Vec::new();
    for part in mine {
        let partner = free.iter().position(|other| same_thing(part, other, wordings));
        judged.extend(partner.map(|at| judge(part, free.remove(at))));
    }
    let whole = free.is_empty() && judged.len() == mine.len();
    match judged.into_iter().max_by_key(|it| it.verdict) {
        None => Judgement::new(Verdict::Unclear, "they can't be compared: each counts other things"),
        Some(worst) if worst.verdict == Verdict::Agreement && whole => {
            Judgement::new(Verdict::Agreement, "the same figures")
        }
        Some(worst) if worst.verdict.stands_together() => {
            let reason = if whole { worst.reason } else { "one tells of more than the other".to_owned() };
            Judgement::new(Verdict::Compatible, reason)
        }
        Some(worst) => worst,
    }
}

/// Two lists of figures that say nothing of what they count: each of the shorter one must stand in the longer one.
fn lists(mine: &[Value], yours: &[Value], judge: PartJudge<'_>) -> Judgement {
    let alike = mine.len() == yours.len();
    let shorter_first = mine.len() <= yours.len();
    let (short, long) = if shorter_first { (mine, yours) } else { (yours, mine) };
    let mut free: Vec<&Value> = long.iter().collect();
    let mut worst = Verdict::Agreement;
    for part in short {
        let verdict =
            |other: &Value| if shorter_first { judge(part, other) } else { judge(other, part) }.verdict;
        let best = free.iter().map(|other| verdict(other)).enumerate().min_by_key(|(_, verdict)| *verdict);
        match best {
            Some((at, verdict)) if verdict.stands_together() => {
                free.remove(at);
                worst = worst.max(verdict);
            }
            best => {
                let verdict = best.map_or(Verdict::Contradiction, |(_, verdict)| verdict);
                return Judgement::new(verdict, format!("only one of the two gives {}", part.understood()));
            }
        }
    }
    match (alike, worst) {
        (true, Verdict::Agreement) => Judgement::new(Verdict::Agreement, "the same figures"),
        (true, _) => Judgement::new(Verdict::Compatible, "one is vaguer than the other"),
        (false, _) => Judgement::new(Verdict::Compatible, "one gives more figures than the other"),
    }
}

/// A value of several figures beside one figure: their total, or one of them.
fn one(
    parts: &[Value],
    figure: &Value,
    at: usize,
    wordings: &Wordings<'_, '_>,
    judge: PartJudge<'_>,
) -> Judgement {
    let label = wordings.alignment.claims[at].claim.attribute.as_str();
    let counted: Vec<&str> = parts.iter().map(|part| part.counted.as_deref().unwrap_or_default()).collect();
    let sort = sort_of(&counted);
    let said = figure.counted.as_deref();
    let named = sort.is_some_and(|sort| names_sort(said.unwrap_or(label), sort));
    let by_label =
        || match (said, parts.iter().filter(|part| names(label, part, wordings)).collect::<Vec<_>>()) {
            (None, found) if found.len() == 1 => found.into_iter().next(),
            _ => None,
        };
    let partner = || parts.iter().find(|part| said.is_some() && same_thing(part, figure, wordings));
    let alike = || {
        let mut alike = parts.iter().filter(|part| part.kind == figure.kind && part.unit == figure.unit);
        alike.next().filter(|_| alike.next().is_none())
    };
    let judgement = if named {
        total(parts).map(|total| judge(&total, figure))
    } else if let Some(part) = partner().or_else(by_label) {
        Some(judge(part, figure))
    } else if sort.is_some() && said.is_none() {
        total(parts).map(|total| judge(&total, figure))
    } else if let Some(part) = alike() {
        Some(judge(part, figure))
    } else {
        parts.iter().map(|part| judge(part, figure)).find(|it| it.verdict.stands_together())
    };
    match judgement {
        Some(judgement) if judgement.verdict.stands_together() => {
            let reason = if named { "the figures add up" } else { "one tells of more than the other" };
            Judgement::new(Verdict::Compatible, reason)
        }
        Some(judgement) => judgement,
        None => Judgement::new(Verdict::Unclear, "they can't be compared: one gives several figures"),
    }
}

/// The sum of figures that are counted alike.
fn total(parts: &[Value]) -> Option<Value> {
    let (first, rest) = parts.split_first()?;
    let mut sum = *first.quantity()?;
    for part in rest {
        if part.kind != first.kind || part.unit != first.unit || part.direction != first.direction {
            return None;
        }
        sum = plus(&sum, part.quantity()?)?;
    }
    let value = Value { content: Content::Quantity(sum), counted: None, others: Vec::new(), ..first.clone() };
    Some(value)
}

fn plus(a: &Extent<Decimal>, b: &Extent<Decimal>) -> Option<Extent<Decimal>> {
    let end = |x: Option<Decimal>, y: Option<Decimal>| match (x, y) {
        (Some(x), Some(y)) => x.checked_add(y).map(Some),
        _ => Some(None),
    };
    let set = |x: &Interval<Decimal>, y: &Interval<Decimal>| {
        Some(Interval {
            low: end(x.low, y.low)?,
            low_inclusive: x.low_inclusive && y.low_inclusive,
            high: end(x.high, y.high)?,
            high_inclusive: x.high_inclusive && y.high_inclusive,
        })
    };
    Some(Extent {
        stated: set(&a.stated, &b.stated)?,
        possible: set(&a.possible, &b.possible)?,
        meant: set(&a.meant, &b.meant)?,
    })
}

/// Whether two figures count, or measure, the same.
fn same_thing(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> bool {
    if a.kind != b.kind || a.unit != b.unit {
        return false;
    }
    match (&a.counted, &b.counted) {
        (Some(mine), Some(yours)) => {
            let words = |text: &str| wordings.alignment.words(text);
            let (mine, yours) = (words(mine), words(yours));
            mine == yours || !mine.is_disjoint(&yours)
        }
        (None, None) => true,
        _ => false,
    }
}

/// Whether a label asks for what a part counts.
fn names(label: &str, part: &Value, wordings: &Wordings<'_, '_>) -> bool {
    let words = |text: &str| wordings.alignment.words(text);
    part.counted.as_deref().is_some_and(|counted| !words(counted).is_disjoint(&words(label)))
}
