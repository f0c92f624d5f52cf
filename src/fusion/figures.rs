//! Figures and stages compared by their intervals.

use rust_decimal::Decimal;

use super::direction::{self, DirectionEffect};
use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use super::{cut, models};
use crate::value::{Content, Extent, Interval, Kind, Value, opposite_beside_figures};

/// Seconds in the shortest and in the longest month.
const MONTH: (i64, i64) = (28 * 86_400, 31 * 86_400);

/// Two figures of the same unit, or durations.
pub(super) fn quantities(
    a: &Value,
    x: &Extent<Decimal>,
    b: &Value,
    y: &Extent<Decimal>,
    wordings: &Wordings<'_, '_>,
) -> Judgement {
    if let Some(judgement) = multiple_and_percent(a, x, b, y, wordings) {
        return judgement;
    }
    if a.kind != b.kind || (a.unit != b.unit && a.kind != Kind::Duration && !wordings.share_a_rate(a, b)) {
        let name = |value: &Value| match (&value.kind, &value.unit) {
            (Kind::Count, _) | (_, None) => value.kind.name().to_owned(),
            (kind, Some(unit)) => format!("{} in {unit}", kind.name()),
        };
        let reason = format!("they can't be compared: {} / {}", name(a), name(b));
        return Judgement::new(Verdict::Unclear, reason);
    }
    if let Some(judgement) = ranks(a, b, wordings) {
        return judgement;
    }
    if is_multiple(a) != is_multiple(b) {
        let reason = "they can't be compared: a multiple, without what it is a multiple of";
        return Judgement::new(Verdict::Unclear, reason);
    }
    let (x, y) = match direction::course(a, b, wordings) {
        DirectionEffect::Settled(judgement) => return judgement,
        DirectionEffect::OnlyIfSame(reason) => {
            let judgement = sized(a, &direction::size(x), b, &direction::size(y), wordings);
            let same = judgement.verdict.stands_together();
            return if same { judgement } else { Judgement::new(Verdict::Unclear, reason) };
        }
        DirectionEffect::SameWay => (direction::size(x), direction::size(y)),
        DirectionEffect::Figures => (*x, *y),
    };
    if let Some(judgement) = models::apart(a, b, x.stated == y.stated)
        .or_else(|| nothing_known(a, b))
        .or_else(|| change_and_level(&x, &y, wordings))
    {
        return judgement;
    }
    let judgement = sized(a, &x, b, &y, wordings);
    if judgement.verdict.stands_together()
        && let Some(reason) = amounts_of_others(a, b, wordings)
    {
        return Judgement::new(Verdict::Unclear, reason);
    }
    let opposites = judgement.verdict.stands_together().then(|| opposite_words(a, b)).flatten();
    match opposites {
        Some((mine, yours)) => Judgement::new(
            Verdict::Unclear,
            format!("the figures fit, but the words beside them are opposites: {mine} / {yours}"),
        ),
        None => judgement,
    }
}

/// Two shares, measures or sums that fit, and say that they are of different things: `30% of voters`, `30% of adults`; `two
/// tonnes of wheat`, `two tonnes of maize`.
fn amounts_of_others(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Option<String> {
    let of = |value: &Value| -> Option<String> {
        let is_amount = matches!(value.kind, Kind::Percent | Kind::Measure | Kind::Money);
        let told = value.counted.as_deref().filter(|_| is_amount)?;
        let of = || value.text.to_lowercase().contains(&format!(" of {}", told.to_lowercase()));
        (told.starts_with("for ") || of()).then(|| told.to_owned())
    };
    let (mine, yours) = (of(a)?, of(b)?);
    let words = |text: &str| wordings.alignment.words(text);
    let (x, y) = (words(&mine), words(&yours));
    let apart = !x.is_empty() && !y.is_empty() && x.is_disjoint(&y);
    apart.then(|| format!("they may be of different things: {mine} / {yours}"))
}

/// Words beside two figures that are opposites: `hired 120 people`, `laid off 120 people`. Hedges are none of them.
fn opposite_words(a: &Value, b: &Value) -> Option<(String, String)> {
    let words = |value: &Value| -> Vec<String> {
        let hedge = value.hedge.as_deref().unwrap_or_default();
        let text = value.text.to_lowercase();
        let words = text.split(|it: char| !it.is_alphanumeric());
        words
            .filter(|word| !word.is_empty() && !hedge.split(' ').any(|it| it == *word))
            .map(str::to_owned)
            .collect()
    };
    let (mine, yours) = (words(a), words(b));
    opposite_beside_figures(&mine, &yours).map(|(x, y)| (x.to_owned(), y.to_owned()))
}

/// Whether a figure is a multiple of something: `twice as many`, `1.3x faster`.
fn is_multiple(value: &Value) -> bool {
    value.is_multiple()
        || value.kind == Kind::Count
            && value.counted.as_deref().is_some_and(|it| it.split_whitespace().next() == Some("times"))
}

/// A multiple as the percent that it is more: `1.5 times faster` is 50 % faster.
fn as_percent(value: &Value, extent: &Extent<Decimal>) -> Option<Extent<Decimal>> {
    let text = value.text.to_lowercase();
    let compares = |word: &str| word.ends_with("er") || matches!(word, "more" | "as" | "less");
    if !is_multiple(value) || !text.split_whitespace().any(compares) {
        return None;
    }
    let end = |it: Option<Decimal>| it.map(|it| (it - Decimal::ONE) * Decimal::ONE_HUNDRED);
    let set = |it: &Interval<Decimal>| Interval { low: end(it.low), high: end(it.high), ..*it };
    Some(Extent { stated: set(&extent.stated), possible: set(&extent.possible), meant: set(&extent.meant) })
}

/// A multiple beside a percentage, where the label says what both compare with.
fn multiple_and_percent(
    a: &Value,
    x: &Extent<Decimal>,
    b: &Value,
    y: &Extent<Decimal>,
    wordings: &Wordings<'_, '_>,
) -> Option<Judgement> {
    let (x, y) = match (a.kind, b.kind) {
        (Kind::Count, Kind::Percent) => (as_percent(a, x)?, *y),
        (Kind::Percent, Kind::Count) => (*x, as_percent(b, y)?),
        _ => return None,
    };
    wordings
        .compare_with_one()
        .then(|| extents(&x, &y, length, "figure", a.hedge.is_some() == b.hedge.is_some()))
}

/// Whoever converts a bound rounds it by no more than this share.
const ROUNDED: Decimal = Decimal::from_parts(2, 0, 0, false, 3);

/// No information is no figure: `no confirmed toll available`.
fn nothing_known(a: &Value, b: &Value) -> Option<Judgement> {
    const KNOWING: &[&str] =
        &["information", "word", "details", "confirmation", "comment", "reports", "figure", "figures"];
    let unknown = |value: &Value| {
        let none = value.quantity().is_some_and(|it| it.stated.high.is_some_and(|high| high.is_zero()));
        none && value
            .counted
            .as_deref()
            .is_some_and(|it| it.split_whitespace().any(|word| KNOWING.contains(&word)))
    };
    (unknown(a) != unknown(b))
        .then(|| Judgement::new(Verdict::Unclear, "one says that nothing is known of it"))
}

/// A change by some of it beside what may be all of it: `reduction of the week = two hours`, `weekly hours = 35 hours`.
fn change_and_level(
    x: &Extent<Decimal>,
    y: &Extent<Decimal>,
    wordings: &Wordings<'_, '_>,
) -> Option<Judgement> {
    const CHANGES: &[&str] = &[
        "reduction",
        "reduced",
        "cut",
        "increase",
        "rise",
        "fall",
        "drop",
        "decrease",
        "change",
        "raise",
        "growth",
    ];
    let far = |low: &Extent<Decimal>, high: &Extent<Decimal>| {
        let ends = low.possible.high.zip(high.possible.low);
        ends.is_some_and(|(x, y)| x.checked_mul(Decimal::from(3)).is_some_and(|x| x < y))
    };
    let (first, second) = (far(x, y), far(y, x));
    if !first && !second {
        return None;
    }
    let apart = match wordings.which_ask(CHANGES) {
        (true, false) => first,
        (false, true) => second,
        _ => false,
    };
    apart.then(|| {
        Judgement::new(Verdict::Unclear, "one label asks for a change, the other perhaps for all of it")
    })
}

/// Two figures whose directions let them be compared.
fn sized(
    a: &Value,
    x: &Extent<Decimal>,
    b: &Value,
    y: &Extent<Decimal>,
    wordings: &Wordings<'_, '_>,
) -> Judgement {
    let (x, y) = if a.unit == b.unit { (*x, *y) } else { (in_seconds(a, x), in_seconds(b, y)) };
    if let Some(judgement) = hedge_alone(a, &x, b, &y) {
        return judgement;
    }
    let (x, y) = if is_converted(a, b) { (rounded(x), rounded(y)) } else { (x, y) };
    let judgement = extents(&x, &y, length, "figure", a.hedge.is_some() == b.hedge.is_some());
    if judgement.verdict == Verdict::Contradiction
        && let Some(better) = grouped(a, &x, b, &y)
    {
        return better;
    }
    if judgement.verdict == Verdict::Contradiction
        && is_converted(a, b)
        && (a.hedge.is_some() || b.hedge.is_some())
        && within(&x.possible, &y.possible, ROUNDED)
    {
        return Judgement::new(Verdict::Compatible, "one is the other in another unit, and rounded");
    }
    match (judgement.verdict, wordings.tolerance(a.kind)) {
        (Verdict::Contradiction, _) if cut::is_cut(&x, &y) => {
            Judgement::new(Verdict::Compatible, "one is the other, cut off behind its last digit")
        }
        (Verdict::Contradiction, Some(share)) if within(&x.possible, &y.possible, share) => {
            let percent = (share * Decimal::ONE_HUNDRED).normalize();
            Judgement::new(
                Verdict::Compatible,
                format!("the gap is within the story's tolerance of {percent} %"),
            )
        }
        _ => judgement,
    }
}

/// Figures of which one parts its thousands by points, as much of Europe does: `30.000`.
fn grouped(a: &Value, x: &Extent<Decimal>, b: &Value, y: &Extent<Decimal>) -> Option<Judgement> {
    let points = |value: &Value| {
        let is_group = |word: &str| {
            let mut digits = word.split('.');
            let first = digits.next().is_some_and(|it| (1..=3).contains(&it.len()) && it != "0");
            let mut rest = digits.peekable();
            let all = |part: &str| part.bytes().all(|it| it.is_ascii_digit());
            first && rest.peek().is_some() && rest.all(|it| it.len() == 3 && all(it))
        };
        let mut words = value.text.split(|it: char| !(it.is_ascii_digit() || it == '.'));
        matches!(value.kind, Kind::Count | Kind::Money) && words.any(is_group)
    };
    let thousand = Decimal::ONE_THOUSAND;
    let times = |set: &Interval<Decimal>| Interval {
        low: set.low.and_then(|it| it.checked_mul(thousand)),
        high: set.high.and_then(|it| it.checked_mul(thousand)),
        ..*set
    };
    let larger = |it: &Extent<Decimal>| Extent {
        stated: times(&it.stated),
        possible: times(&it.possible),
        meant: times(&it.meant),
    };
    let (x, y) = match (points(a), points(b)) {
        (true, false) => (larger(x), *y),
        (false, true) => (*x, larger(y)),
        _ => return None,
    };
    let judgement = extents(&x, &y, length, "figure", a.hedge.is_some() == b.hedge.is_some());
    judgement.verdict.stands_together().then_some(judgement)
}

/// Whether the units as written are of two systems, so that one figure may be converted from the other, and rounded.
fn is_converted(a: &Value, b: &Value) -> bool {
    let Some(mut ratio) = a.unit_size.zip(b.unit_size).and_then(|(x, y)| x.max(y).checked_div(x.min(y)))
    else {
        return false;
    };
    // Kilometres and metres are of one system.
    while ratio >= Decimal::TEN {
        ratio /= Decimal::TEN;
    }
    ratio.round_dp(6) != Decimal::ONE
}

/// What is meant by a figure that was rounded once more: all that it allows.
fn rounded(extent: Extent<Decimal>) -> Extent<Decimal> {
    let point = extent.stated.low.is_some() && extent.stated.low == extent.stated.high;
    if point { Extent { meant: extent.possible, ..extent } } else { extent }
}

/// The same figure, which one of the two hedges: `half`, `nearly half`.
fn hedge_alone(a: &Value, x: &Extent<Decimal>, b: &Value, y: &Extent<Decimal>) -> Option<Judgement> {
    let end = |set: &Interval<Decimal>| match (set.low, set.high) {
        (Some(low), Some(high)) if low != high => None,
        (low, high) => low.or(high),
    };
    let same = end(&x.stated).zip(end(&y.stated)).is_some_and(|(mine, yours)| mine == yours);
    (same && a.hedge.is_some() != b.hedge.is_some())
        .then(|| Judgement::new(Verdict::Compatible, "the same figure, and one of them hedges it"))
}

/// Ranks since different times, or among different things, are ranks in different company.
fn ranks(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Option<Judgement> {
    let (Content::Rank { since: mine, .. }, Content::Rank { since: yours, .. }) = (&a.content, &b.content)
    else {
        return None;
    };
    if wordings.rank_among_others() {
        return Some(Judgement::new(Verdict::Unclear, "they rank among different things"));
    }
    let told = a.counted.is_some() && b.counted.is_some();
    (told && mine != yours)
        .then(|| Judgement::new(Verdict::Unclear, "they rank among different ones: one says since when"))
}

/// Two scores or votes: `2-1` and `2-0` can't both be right.
pub(super) fn scores(x: (Decimal, Decimal), y: (Decimal, Decimal)) -> Judgement {
    if x == y {
        return Judgement::new(Verdict::Agreement, "the same score");
    }
    if x == (y.1, y.0) {
        return Judgement::new(Verdict::Tension, "the same score, but told the other way round");
    }
    let reason = format!("the scores differ: {}-{} / {}-{}", x.0, x.1, y.0, y.1);
    Judgement::new(Verdict::Contradiction, reason)
}

/// Whether the gap between two intervals is at most a share of the larger figure.
fn within(a: &Interval<Decimal>, b: &Interval<Decimal>, share: Decimal) -> bool {
    let gap = |low: &Interval<Decimal>, high: &Interval<Decimal>| {
        let (end, start) = (low.high?, high.low?);
        (start >= end).then(|| start - end <= share * start.abs())
    };
    gap(a, b).or_else(|| gap(b, a)).unwrap_or(false)
}

/// A duration in months as the seconds it may last.
pub(super) fn in_seconds(value: &Value, extent: &Extent<Decimal>) -> Extent<Decimal> {
    if value.unit.as_deref() != Some("month") {
        return *extent;
    }
    let convert = |set: &Interval<Decimal>| Interval {
        low: set.low.and_then(|low| low.checked_mul(Decimal::from(MONTH.0))),
        high: set.high.and_then(|high| high.checked_mul(Decimal::from(MONTH.1))),
        ..*set
    };
    Extent {
        stated: convert(&extent.stated),
        possible: convert(&extent.possible),
        meant: convert(&extent.meant),
    }
}

/// Two ranges of stages on one scale.
pub(super) fn stages(x: &Interval<usize>, y: &Interval<usize>) -> Judgement {
    if x == y {
        return Judgement::new(Verdict::Agreement, "the same stage");
    }
    if x.meets(y) {
        return Judgement::new(Verdict::Compatible, "one names a stage that the other includes");
    }
    let gap = |earlier: &Interval<usize>, later: &Interval<usize>| later.low?.checked_sub(earlier.high?);
    let apart = gap(x, y).or_else(|| gap(y, x)).unwrap_or(0);
    if apart == 1 {
        return Judgement::new(Verdict::Tension, "the stages are neighbours on the scale");
    }
    let between = apart.saturating_sub(1);
    let stages = if between == 1 { "a stage lies" } else { "stages lie" };
    Judgement::new(Verdict::Contradiction, format!("not both stages can hold: {stages} between them"))
}

fn length(set: &Interval<Decimal>) -> Option<Decimal> {
    set.high?.checked_sub(set.low?)
}

/// The rules that all intervals share; `length` measures one, `None` where it has no end. `alike`: both are hedged, or
/// neither is, so that the same figure in them is the same value.
pub(super) fn extents<T: Ord + Copy>(
    x: &Extent<T>,
    y: &Extent<T>,
    length: impl Fn(&Interval<T>) -> Option<Decimal>,
    what: &str,
    alike: bool,
) -> Judgement {
    if !x.possible.meets(&y.possible) {
        return Judgement::new(Verdict::Contradiction, format!("no {what} satisfies both"));
    }
    if x.stated == y.stated && alike {
        return Judgement::new(Verdict::Agreement, format!("the same {what}"));
    }
    let shared = x.meant.intersection(&y.meant);
    let overlap = shared.as_ref().and_then(&length);
    let shorter = match (length(&x.meant), length(&y.meant)) {
        (Some(mine), Some(yours)) => Some(mine.min(yours)),
        (mine, yours) => mine.or(yours),
    };
    let half = shorter.map(|shorter| shorter / Decimal::TWO);
    match (shared, overlap, half) {
        (None, _, _) => {
            let reason = format!("a {what} can satisfy both, but a reader takes different ones from them");
            Judgement::new(Verdict::Tension, reason)
        }
        (Some(_), Some(overlap), Some(half)) if overlap <= half && shorter > Some(Decimal::ZERO) => {
            let reason =
                format!("a {what} can satisfy both, but what a reader takes from them hardly overlaps");
            Judgement::new(Verdict::Tension, reason)
        }
        _ if x.possible == y.possible => {
            Judgement::new(Verdict::Compatible, format!("nearly the same {what}"))
        }
        _ => Judgement::new(Verdict::Compatible, "one is vaguer than the other"),
    }
}
