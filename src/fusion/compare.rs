//! Two claims of one data item get the first verdict that holds.

use super::verdict::{Judgement, Verdict};
use super::words::{self, Wordings};
use super::{clocks, days, development, figures, places, texts, truth};
use crate::claim::{Certainty, Desk};
use crate::linkage::{Alignment, Told};
use crate::value::{Content, Kind, Value};

/// Compares two claims, given by their positions in the alignment.
pub fn compare(alignment: &Alignment<'_>, desk: &Desk, a: usize, b: usize) -> Judgement {
    let (first, second) = (alignment.claims[a], alignment.claims[b]);
    if let Some(judgement) = scopes(alignment, a, b) {
        return judgement;
    }
    let wordings = Wordings { alignment, desk, a, b };
    let judgement = readings(&first.claim.value, &second.claim.value, &wordings);
    let judgement = firmness(first, second, judgement);
    let judgement = within_one_article(first, second, judgement);
    development::of(alignment, desk, (first, second), judgement)
}

/// Claims that cover different things are not compared.
fn scopes(alignment: &Alignment<'_>, a: usize, b: usize) -> Option<Judgement> {
    let scope = |at: usize| alignment.claims[at].claim.scope.as_deref();
    let (mine, yours) = (scope(a)?, scope(b)?);
    if alignment.words(mine) == alignment.words(yours) {
        return None;
    }
    let reason = format!("they cover different things: {mine} / {yours}");
    Some(Judgement::new(Verdict::Unclear, reason))
}

/// The values as they are read first, or else as they can be compared.
fn readings(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    let judgement = values(a, b, wordings);
    if judgement.verdict != Verdict::Unclear {
        return other_days(a, b, judgement, wordings);
    }
    let of = |value: &'_ Value| -> Vec<Value> {
        std::iter::once(value.clone()).chain(value.others.iter().cloned()).collect()
    };
    let (mine, yours) = (of(a), of(b));
    mine.iter()
        .flat_map(|x| yours.iter().map(move |y| values(x, y, wordings)))
        .find(|other| other.verdict != Verdict::Unclear)
        .unwrap_or(judgement)
}

/// Dates and times that differ are compatible where another reading of one is what the other says: `next Friday`,
/// `midnight Monday`, `5:30`.
fn other_days(a: &Value, b: &Value, judgement: Judgement, wordings: &Wordings<'_, '_>) -> Judgement {
    let of_time = |value: &Value| matches!(value.kind, Kind::Date | Kind::Time);
    if !judgement.verdict.is_conflict() || !of_time(a) || !of_time(b) {
        return judgement;
    }
    let readings = |value: &Value| -> Vec<Value> {
        let all = std::iter::once(value).chain(&value.others).filter(|it| of_time(it));
        all.cloned().collect()
    };
    let (mine, yours) = (readings(a), readings(b));
    let mut pairs = mine.iter().flat_map(|x| yours.iter().map(move |y| (x, y)));
    if pairs.any(|(x, y)| values(x, y, wordings).verdict.stands_together()) {
        return Judgement::new(
            Verdict::Compatible,
            "one of them can be read in two ways, and fits the other in one",
        );
    }
    judgement
}

fn values(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    places::beside(a, b, contents(a, b, wordings))
}

fn contents(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    if let Some(judgement) = clocks::clocks(a, b) {
        return judgement;
    }
    match (&a.content, &b.content) {
        (Content::Quantity(x), Content::Quantity(y)) => figures::quantities(a, x, b, y, wordings),
        (Content::Days(x), Content::Days(y)) => days::days(x, y),
        (Content::Clock { day: Some(day), .. }, Content::Days(days))
        | (Content::Days(days), Content::Clock { day: Some(day), .. }) => days::day_and_time(day, days),
        (Content::Stage { scale: x, stages: mine }, Content::Stage { scale: y, stages: yours }) => {
            if x == y {
                figures::stages(mine, yours)
            } else {
                Judgement::new(Verdict::Unclear, format!("they stand on different scales: {x} / {y}"))
            }
        }
        (Content::Truth(x), Content::Truth(y)) => truth::truths(*x, *y, wordings),
        (Content::Names { names: x, open: x_open }, Content::Names { names: y, open: y_open }) => {
            words::names((x, *x_open), (y, *y_open), wordings)
        }
        (Content::Words { .. } | Content::Names { .. }, Content::Words { .. } | Content::Names { .. }) => {
            texts::texts(a, b, wordings)
        }
        _ => {
            let reason = format!("they can't be compared: {} / {}", a.kind.name(), b.kind.name());
            Judgement::new(Verdict::Unclear, reason)
        }
    }
}

/// An article that quotes two sources, or tells a figure and its rounding, does not contradict itself.
fn within_one_article(a: Told<'_>, b: Told<'_>, judgement: Judgement) -> Judgement {
    if !judgement.verdict.is_conflict() || !std::ptr::eq(a.article, b.article) {
        return judgement;
    }
    let (mine, yours) = (&a.claim.according_to, &b.claim.according_to);
    if !mine.is_empty() && !yours.is_empty() && !mine.iter().any(|name| yours.contains(name)) {
        return Judgement::new(
            Verdict::Unclear,
            "one article tells both, each on the word of another source",
        );
    }
    let figures = a.claim.value.quantity().is_some() && b.claim.value.quantity().is_some();
    if judgement.verdict == Verdict::Tension && figures {
        return Judgement::new(Verdict::Compatible, "one article tells both: a figure and its rounding");
    }
    judgement
}

/// What the claims say of their own firmness: a denial turns a comparison round.
fn firmness(a: Told<'_>, b: Told<'_>, judgement: Judgement) -> Judgement {
    use Certainty::{Confirmed, Denied, Possible};
    let alike = judgement.verdict.stands_together();
    let conflict = judgement.verdict.is_conflict();
    match (a.claim.certainty, b.claim.certainty) {
        (Some(Denied), Some(Denied)) if conflict => {
            Judgement::new(Verdict::Compatible, "each denies a value of its own, and both may be right")
        }
        (Some(Denied), Some(Denied)) => judgement,
        (Some(Denied), _) | (_, Some(Denied)) if conflict => {
            Judgement::new(Verdict::Compatible, "one denies a value that the other does not claim")
        }
        (Some(Denied), Some(Confirmed) | None) | (Some(Confirmed) | None, Some(Denied)) if alike => {
            Judgement::new(Verdict::Contradiction, "one says it is so, the other says it is denied")
        }
        (Some(Denied), Some(other)) | (Some(other), Some(Denied)) if alike => {
            let reason = format!("one calls it {}, the other says it is denied", other.name());
            Judgement::new(Verdict::Tension, reason)
        }
        (Some(Possible), Some(Confirmed)) | (Some(Confirmed), Some(Possible)) if alike => {
            Judgement::new(Verdict::Tension, "one calls it possible, the other confirmed")
        }
        _ => judgement,
    }
}
