//! A value that moved on as time did is no contradiction.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::figures::in_seconds;
use super::motion::{Trend, leads_to, motion};
use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use crate::claim::{Certainty, Claim, Moment};
use crate::linkage::ArticleClaim;
use crate::value::{Extent, Kind};

/// Seconds in a day.
const DAY: i64 = 86_400;

/// Two claims in the order of their days.
struct InOrder<'a> {
    earlier: ArticleClaim<'a>,
    later: ArticleClaim<'a>,
}

impl<'a> InOrder<'a> {
    /// By the days and times that `of` gives; none where they are not known to differ.
    fn by(
        a: ArticleClaim<'a>,
        b: ArticleClaim<'a>,
        of: impl Fn(ArticleClaim<'a>) -> Option<Moment>,
    ) -> Option<Self> {
        let (x, y) = (of(a)?, of(b)?);
        match (before(x, y), before(y, x)) {
            (true, _) => Some(Self { earlier: a, later: b }),
            (_, true) => Some(Self { earlier: b, later: a }),
            _ => None,
        }
    }

    fn claims(&self) -> (&'a Claim, &'a Claim) {
        (self.earlier.claim, self.later.claim)
    }

    /// The days that went by between the two articles: at least, at most.
    fn days_between(&self) -> Option<(i64, i64)> {
        let (before, after) = (published(self.earlier)?, published(self.later)?);
        let between = |from: Option<Date>, to: Option<Date>| {
            let (from, to) = from.zip(to)?;
            Some(i64::from(from.until(to).ok()?.get_days()))
        };
        between(before.days.high, after.days.low).zip(between(before.days.low, after.days.high))
    }

    /// What was said first and what after it, each with its day.
    fn told(&self) -> String {
        let (earlier, later) = self.claims();
        let (first, then) = (day_of(self.earlier), day_of(self.later));
        let year = |it: Option<Moment>| it.and_then(|it| it.days.high).map(Date::year);
        let with_year = year(first) != year(then);
        let one_day = first.map(|it| it.days) == then.map(|it| it.days);
        let on = |it: Option<Moment>| if one_day { at(it) } else { on(it, with_year) };
        format!("{}{}, {}{}", earlier.value.text, on(first), later.value.text, on(then))
    }
}

fn before(x: Moment, y: Moment) -> bool {
    let within_the_day = || {
        let (mine, yours) = (x.minutes?, y.minutes?);
        Some(x.days == y.days && x.days.low == x.days.high && mine.high? < yours.low?)
    };
    // An article of some day in August comes before one of the 31st.
    let by_day = |(end, start): (Date, Date)| end < start || (end == start && x.days.low < y.days.low);
    x.days.high.zip(y.days.low).is_some_and(by_day) || within_the_day().unwrap_or(false)
}

fn published(told: ArticleClaim<'_>) -> Option<Moment> {
    told.article.appeared()
}

fn as_of(told: ArticleClaim<'_>) -> Option<Moment> {
    told.claim.held()
}

/// When what a claim says held: an article that does not say so tells what held on its day.
fn day_of(told: ArticleClaim<'_>) -> Option<Moment> {
    as_of(told).or(published(told))
}

/// A day as a reason names it.
fn on(moment: Option<Moment>, with_year: bool) -> String {
    let last = moment.and_then(|it| Some((it.days, it.days.high.or(it.days.low)?)));
    let Some((days, last)) = last else { return String::new() };
    let day = last.strftime(if with_year { "%-d %B %Y" } else { "%-d %B" });
    if days.low == days.high { format!(" on {day}") } else { format!(" by {day}") }
}

/// A time of day as a reason names it, where both are of one day.
fn at(moment: Option<Moment>) -> String {
    let minutes = moment.and_then(|it| it.minutes).and_then(|it| Some(i32::midpoint(it.low?, it.high?)));
    minutes.map(|it| format!(" at {}:{:02}", it / 60, it % 60)).unwrap_or_default()
}

/// What becomes of a judgement once the days of the two claims are looked at.
pub(super) fn of(
    wordings: &Wordings<'_, '_>,
    (a, b): (ArticleClaim<'_>, ArticleClaim<'_>),
    judgement: Judgement,
) -> Judgement {
    if judgement.verdict == Verdict::Agreement {
        return judgement;
    }
    let motion = motion(wordings);
    if motion == Some(Trend::Stays) {
        return judgement;
    }
    let order = InOrder::by(a, b, day_of);
    let found = match judgement.verdict {
        Verdict::Contradiction | Verdict::Tension => moved(motion, order.as_ref(), a, b),
        Verdict::Compatible => grew(motion, order.as_ref(), a, b),
        Verdict::Unclear => {
            order.as_ref().filter(|it| leads_to(it.earlier.claim, it.later.claim)).map(on_and_on)
        }
        Verdict::Agreement | Verdict::Development | Verdict::Single => None,
    };
    match found {
        Some(found) => found,
        None if judgement.verdict.is_conflict() => ask_when(a, b, motion, judgement),
        None => judgement,
    }
}

fn on_and_on(order: &InOrder<'_>) -> Judgement {
    Judgement::new(Verdict::Development, format!("it moved on: {}", order.told()))
}

/// Values that can't both be so, of which one may have become the other.
fn moved(
    motion: Option<Trend>,
    order: Option<&InOrder<'_>>,
    a: ArticleClaim<'_>,
    b: ArticleClaim<'_>,
) -> Option<Judgement> {
    let by_article = InOrder::by(a, b, published);
    if let Some(order) = order {
        // Who says as of when says that it may change.
        let (dated, half_dated) = match (a.claim.as_of, b.claim.as_of) {
            (Some(_), Some(_)) => (true, false),
            (None, None) => (false, false),
            _ => (false, true),
        };
        let grows = dated || is_later_stage(order) || leads_to(order.earlier.claim, order.later.claim);
        return match motion {
            Some(Trend::Rises) if falls(order) => {
                Some(Judgement::new(Verdict::Development, format!("revised down: {}", order.told())))
            }
            Some(_) => Some(on_and_on(order)),
            None if grows => Some(on_and_on(order)),
            None if was_a_plan(order) => Some(Judgement::new(
                Verdict::Development,
                format!("first a plan, then a fact: {}", order.told()),
            )),
            None if by_article.as_ref().is_some_and(is_longer_since) => Some(since_then()),
            None if half_dated => {
                let reason = format!("only one says as of when, and it may have moved on: {}", order.told());
                Some(Judgement::new(Verdict::Unclear, reason))
            }
            None => None,
        };
    }
    match by_article {
        Some(order) if is_longer_since(&order) => Some(since_then()),
        _ if tells_of_before(a.claim) != tells_of_before(b.claim) => {
            let (earlier, later) = if tells_of_before(a.claim) { (a, b) } else { (b, a) };
            let (before, then) = (&earlier.claim.value.text, &later.claim.value.text);
            Some(Judgement::new(
                Verdict::Development,
                format!("one tells what it was before: {before}, {then}"),
            ))
        }
        // Nothing says which of the two was told first.
        None if both_last(a.claim, b.claim) && [a, b].iter().any(|it| counts_so_far(it.claim)) => {
            let reason = "one counts what has passed so far, and nothing says which of the two came first";
            Some(Judgement::new(Verdict::Unclear, reason))
        }
        _ => within_a_day(motion, a, b),
    }
}

/// Whether a label says that what it counts was so before: `the earlier count`, `confirmed before that`.
fn tells_of_before(claim: &Claim) -> bool {
    const BEFORE: &[&str] =
        &["earlier", "initial", "initially", "originally", "first count", "before that", "previously"];
    let label = format!(" {} ", claim.attribute.to_lowercase());
    claim.value.quantity().is_some() && BEFORE.iter().any(|word| label.contains(&format!(" {word} ")))
}

fn both_last(a: &Claim, b: &Claim) -> bool {
    a.value.kind == Kind::Duration && b.value.kind == Kind::Duration
}

/// Whether a label counts the time that has passed until now.
fn counts_so_far(claim: &Claim) -> bool {
    const SO_FAR: &[&str] = &["since", "far", "elapsed", "passed", "already"];
    claim.attribute.split_whitespace().any(|word| SO_FAR.contains(&word.to_lowercase().as_str()))
}

/// Whether the earlier figure was one to come, or hearsay, and the later one is told as it is.
fn was_a_plan(order: &InOrder<'_>) -> bool {
    const PLANNED: &[&str] = &[
        "planned",
        "expected",
        "proposed",
        "potential",
        "possible",
        "sought",
        "rumoured",
        "rumored",
        "target",
        "talks",
        "forecast",
        "preliminary",
        "initial",
        "projected",
        "reported",
    ];
    let (earlier, later) = order.claims();
    let label = |claim: &Claim| {
        let attribute = claim.attribute.to_lowercase();
        attribute.split(|it: char| !it.is_alphanumeric()).any(|word| PLANNED.contains(&word))
    };
    let tentative = |claim: &Claim| {
        let firmness = claim.certainty;
        matches!(firmness, Some(Certainty::Planned | Certainty::Possible | Certainty::Reported))
            || claim.value.modality.is_some()
            || label(claim)
    };
    earlier.value.quantity().is_some() && tentative(earlier) && !tentative(later)
}

fn since_then() -> Judgement {
    let reason = "the later article counts the time that went by between the two";
    Judgement::new(Verdict::Development, reason)
}

/// What moves from hour to hour, told on one day by articles that don't say as of when.
fn within_a_day(motion: Option<Trend>, a: ArticleClaim<'_>, b: ArticleClaim<'_>) -> Option<Judgement> {
    motion?;
    let (mine, yours) = (a.claim.value.text.as_str(), b.claim.value.text.as_str());
    let is_one_day = |it: Moment| it.days.low.is_some() && it.days.low == it.days.high;
    let one_day = published(a).filter(|it| is_one_day(*it) && published(b) == Some(*it));
    match (as_of(a), as_of(b)) {
        (Some(mine), Some(yours)) if mine == yours => None,
        _ if day_of(a).is_none() || day_of(b).is_none() => {
            let reason = "it changes from day to day, and nothing says of which day both are";
            Some(Judgement::new(Verdict::Unclear, reason))
        }
        (None, None) if one_day.is_some() => None,
        _ => {
            let reason =
                format!("it moves from hour to hour, and nothing says what came first: {mine}, {yours}");
            Some(Judgement::new(Verdict::Development, reason))
        }
    }
}

/// Bounds that leave each other standing, and yet tell of a count that went on: at least 12, then at least 14.
fn grew(
    motion: Option<Trend>,
    order: Option<&InOrder<'_>>,
    a: ArticleClaim<'_>,
    b: ArticleClaim<'_>,
) -> Option<Judgement> {
    motion?;
    let (x, y) = (a.claim.value.quantity()?, b.claim.value.quantity()?);
    let (before, after) = (figure(x)?, figure(y)?);
    let (low, high) = (before.min(after), before.max(after));
    let open = |extent: &Extent<Decimal>| extent.stated.low.is_none() || extent.stated.high.is_none();
    // `more than 3,000` and 3,412 are one count, told more and less roughly.
    let apart = (open(x) || open(y)) && high - low >= last_unit(low);
    if !apart {
        return None;
    }
    match order {
        Some(order) => Some(on_and_on(order)),
        None => within_a_day(motion, a, b).filter(|it| it.verdict == Verdict::Development),
    }
}

/// One of the last digit of a figure that is not zero.
fn last_unit(figure: Decimal) -> Decimal {
    let mut unit = Decimal::ONE;
    while unit * Decimal::TEN <= figure && (figure % (unit * Decimal::TEN)).is_zero() {
        unit *= Decimal::TEN;
    }
    unit
}

fn figure(extent: &Extent<Decimal>) -> Option<Decimal> {
    extent.stated.low.or(extent.stated.high)
}

fn falls(order: &InOrder<'_>) -> bool {
    let (earlier, later) = order.claims();
    let (before, after) =
        (earlier.value.quantity().and_then(figure), later.value.quantity().and_then(figure));
    before.zip(after).is_some_and(|(before, after)| after < before)
}

/// Where only an as-of could tell whether a figure moved on, the reason asks for it.
fn ask_when(
    a: ArticleClaim<'_>,
    b: ArticleClaim<'_>,
    motion: Option<Trend>,
    judgement: Judgement,
) -> Judgement {
    let dated = a.claim.as_of.is_some() && b.claim.as_of.is_some();
    let counts = matches!(a.claim.value.kind, Kind::Count | Kind::Money | Kind::Percent);
    let within = match (motion, InOrder::by(a, b, published)) {
        _ if dated || !counts => return judgement,
        (None, Some(_)) => "between the articles",
        (Some(_), None) => "within the day",
        (None, None) | (Some(_), Some(_)) => return judgement,
    };
    let reason = format!("{}; if it moved on {within}, as_of in both says so", judgement.reason);
    Judgement { reason, ..judgement }
}

fn is_later_stage(found: &InOrder<'_>) -> bool {
    let (earlier, later) = found.claims();
    let stages = earlier.value.stages().zip(later.value.stages());
    stages.is_some_and(|((_, x), (_, y))| x.high < y.low)
}

/// Whether the later duration is longer by the time between the articles, a day more or less, so that both count from
/// one start; or longer at all where the earlier claim says that it is what has passed so far.
fn is_longer_since(found: &InOrder<'_>) -> bool {
    let (earlier, later) = found.claims();
    let lasting = |claim: &Claim| {
        let extent = claim.value.quantity().filter(|_| claim.value.kind == Kind::Duration)?;
        Some(in_seconds(&claim.value, extent).possible)
    };
    let Some((x, y)) = lasting(earlier).zip(lasting(later)) else { return false };
    if counts_so_far(earlier) || counts_so_far(later) {
        return x.high.zip(y.low).is_some_and(|(end, start)| end <= start);
    }
    let Some((least, most)) = found.days_between() else { return false };
    // Months and years tell nothing of a few days: 51 years and 50 are two ages.
    let in_months = |claim: &Claim| claim.value.unit.as_deref() == Some("month");
    if most < 15 && (in_months(earlier) || in_months(later)) {
        return false;
    }
    let seconds = |days: i64| Decimal::from(days.max(0).saturating_mul(DAY));
    let enough = y.high.zip(x.low).is_none_or(|(long, short)| long - short >= seconds(least - 1));
    let not_more = y.low.zip(x.high).is_none_or(|(long, short)| long - short <= seconds(most + 1));
    // Hours and minutes do not count from article to article.
    enough && not_more && y.low.is_none_or(|low| low >= seconds(1))
}
