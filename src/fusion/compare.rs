//! Two claims of one data item get the first verdict that holds.

use super::judge::Judge;
use super::names;
use super::scope::Scopes;
use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use super::{across, ages, clocks, days, development, figures, parts, places, texts, truth, unread};
use crate::claim::{Certainty, Conventions};
use crate::linkage::{Alignment, ArticleClaim};
use crate::value::{Content, Kind, Value};

/// Compares two claims, given by their positions in the alignment.
pub fn compare(alignment: &Alignment<'_>, desk: &Conventions, a: usize, b: usize) -> Judgement {
    judged(&Judge::of_one_pair(alignment, desk), a, b)
}

/// What becomes of two claims.
pub(super) fn judged(judge: &Judge<'_, '_>, a: usize, b: usize) -> Judgement {
    let (first, second) = (judge.alignment.claims[a], judge.alignment.claims[b]);
    let scopes = Scopes::of(judge.alignment, a, b);
    if let Scopes::Apart(reason) = scopes {
        return Judgement::new(Verdict::Unclear, reason);
    }
    let wordings = Wordings { judge, a, b };
    if let Some(judgement) = ages::ages(first, second) {
        return firmness(first, second, judgement);
    }
    let (mine, yours) = (&first.claim.value, &second.claim.value);
    let judgement = unread::weighed(mine, yours, &wordings, whole(mine, yours, &wordings));
    let judgement = breadth(first, second, &wordings, judgement);
    let judgement = remainder(first, second, &wordings, judgement);
    let judgement = firmness(first, second, judgement);
    let judgement = within_one_article(first, second, judgement);
    scopes.weighed(&wordings, development::of(&wordings, (first, second), judgement))
}

/// What is told of a part and of the whole can both be so, and is not the same: `investment in AI firms`, `in Anthropic`.
fn breadth(
    a: ArticleClaim<'_>,
    b: ArticleClaim<'_>,
    wordings: &Wordings<'_, '_>,
    judgement: Judgement,
) -> Judgement {
    let (mine, yours) = (&a.claim.attribute, &b.claim.attribute);
    let within = wordings.covers(mine, yours) || wordings.covers(yours, mine);
    match judgement.verdict {
        Verdict::Agreement if within => {
            Judgement::new(Verdict::Compatible, "the same of a broader thing and of one that it covers")
        }
        _ => judgement,
    }
}

/// Of a figure for a thing and one for what is left of it nobody can say whether they agree or not.
fn remainder(
    a: ArticleClaim<'_>,
    b: ArticleClaim<'_>,
    wordings: &Wordings<'_, '_>,
    judgement: Judgement,
) -> Judgement {
    let asks = |at: usize| wordings.judge.asks_what_is_left(at);
    let are_figures = [a, b].iter().all(|it| it.claim.value.quantity().is_some());
    if are_figures && asks(wordings.a) != asks(wordings.b) {
        return Judgement::new(Verdict::Unclear, "only one tells what is left of it");
    }
    judgement
}

/// Values whole: all their figures, and all ways in which they are given.
fn whole(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    if is_same(a, b, wordings) {
        return Judgement::new(Verdict::Agreement, "the same words, read alike");
    }
    if let Some(judgement) = parts::compare(a, b, wordings, &|x, y| expressions(x, y, wordings)) {
        return judgement;
    }
    expressions(a, b, wordings)
}

/// Whether two values are worded and read alike. What a figure, a yes or a no says, its label may turn round.
fn is_same(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> bool {
    let told = match &a.content {
        Content::Quantity(_) | Content::Rank { .. } | Content::Truth(_) => wordings.share_an_attribute(),
        Content::Days(_)
        | Content::Clock { .. }
        | Content::Stage { .. }
        | Content::Names { .. }
        | Content::Score(..)
        | Content::Words { .. } => true,
    };
    told && a == b
}

/// What is given several times, in other units or currencies: who meets one meets all.
fn expressions(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    let judgement = readings(a, b, wordings);
    if a.also.is_empty() && b.also.is_empty() {
        return judgement;
    }
    let of = |value: &'_ Value| -> Vec<Value> {
        std::iter::once(value.clone()).chain(value.also.iter().cloned()).collect()
    };
    let (mine, yours) = (of(a), of(b));
    let judged = mine.iter().flat_map(|x| yours.iter().map(move |y| readings(x, y, wordings)));
    judged.fold(judgement, |best, other| {
        let open = best.verdict == Verdict::Unclear && other.verdict != Verdict::Unclear;
        let meets = other.verdict.stands_together() && other.verdict < best.verdict;
        if open || meets { other } else { best }
    })
}

/// Whether a reading is of the kind of the first one: days and times of day are of one.
fn alike(other: &Value, value: &Value) -> bool {
    let of_time = |value: &Value| matches!(value.kind, Kind::Date | Kind::Time);
    other.kind == value.kind || of_time(other) && of_time(value)
}

/// The values as they are read first, or else as they can be compared. Readings of one kind are settled by the other value:
/// a ton may be of 2,000 pounds, and the fourth of December the twelfth of April.
fn readings(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    let judgement = values(a, b, wordings);
    let open = judgement.verdict == Verdict::Unclear;
    if !(open || judgement.verdict.is_conflict()) || (a.others.is_empty() && b.others.is_empty()) {
        return judgement;
    }
    let of = |value: &'_ Value| -> Vec<Value> {
        let others = value.others.iter().filter(|other| open || alike(other, value));
        std::iter::once(value.clone()).chain(others.cloned()).collect()
    };
    let (mine, yours) = (of(a), of(b));
    let settles = |other: &Judgement| {
        if open { other.verdict != Verdict::Unclear } else { other.verdict.stands_together() }
    };
    let found = mine.iter().flat_map(|x| yours.iter().map(move |y| values(x, y, wordings))).find(settles);
    match found {
        Some(_) if !open => Judgement::new(
            Verdict::Compatible,
            "one of them can be read in two ways, and fits the other in one",
        ),
        found => found.unwrap_or(judgement),
    }
}

fn values(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    places::beside(a, b, contents(a, b, wordings))
}

fn contents(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Judgement {
    if let Some(judgement) = clocks::clocks(a, b) {
        return judgement;
    }
    let plain = matches!((&a.content, &b.content), (Content::Truth(_), Content::Truth(_)));
    if let Some(judgement) = across::answers(a, b, wordings).filter(|_| !plain) {
        return judgement;
    }
    match (&a.content, &b.content) {
        (
            Content::Quantity(x) | Content::Rank { place: x, .. },
            Content::Quantity(y) | Content::Rank { place: y, .. },
        ) => figures::quantities(a, x, b, y, wordings),
        (Content::Score(x, y), Content::Score(ours, theirs)) => figures::scores((*x, *y), (*ours, *theirs)),
        (Content::Days(x), Content::Days(y)) if days::same_ends(x, y, wordings.which_ask(&["between"])) => {
            Judgement::new(Verdict::Agreement, "the same span")
        }
        (Content::Days(x), Content::Days(y)) => days::parts_of_a_day(a, b, days::days(x, y)),
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
            names::names((x, *x_open), (y, *y_open), wordings)
        }
        (
            Content::Words { .. } | Content::Names { .. } | Content::Score(..),
            Content::Words { .. } | Content::Names { .. } | Content::Score(..),
        ) => texts::texts(a, b, wordings),
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
        ) => across::told_in(a, b, wordings, &|x, y| contents(x, y, wordings)).unwrap_or_else(|| {
            let reason = format!("they can't be compared: {} / {}", a.kind.name(), b.kind.name());
            Judgement::new(Verdict::Unclear, reason)
        }),
    }
}

/// An article that quotes two sources, or tells a figure and its rounding, does not contradict itself.
fn within_one_article(a: ArticleClaim<'_>, b: ArticleClaim<'_>, judgement: Judgement) -> Judgement {
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
fn firmness(a: ArticleClaim<'_>, b: ArticleClaim<'_>, judgement: Judgement) -> Judgement {
    use Certainty::{Confirmed, Denied, Possible};
    let alike = judgement.verdict.stands_together();
    let conflict = judgement.verdict.is_conflict();
    // A value that denies something itself is not denied once more.
    let of = |told: ArticleClaim<'_>| match (&told.claim.value.content, told.claim.certainty) {
        (Content::Truth(false) | Content::Words { negated: true, .. }, Some(Denied)) => None,
        (_, certainty) => certainty,
    };
    match (of(a), of(b)) {
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
