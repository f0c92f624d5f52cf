//! A value that moved on as time did is no contradiction.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::figures::in_seconds;
use super::verdict::{Judgement, Verdict};
use crate::claim::Claim;
use crate::linkage::{Alignment, Told};
use crate::value::{Content, Extent, Interval, Kind};

/// Seconds in a day.
const DAY: i64 = 86_400;

/// Two claims in the order of their days.
struct InOrder<'a> {
    earlier: Told<'a>,
    later: Told<'a>,
}

impl<'a> InOrder<'a> {
    /// By the days that `of` gives; none where they are not known to differ.
    fn by(a: Told<'a>, b: Told<'a>, of: impl Fn(Told<'a>) -> Option<Interval<Date>>) -> Option<Self> {
        let (x, y) = (of(a)?, of(b)?);
        let before = |x: Interval<Date>, y: Interval<Date>| {
            // An article of some day in August comes before one of the 31st.
            x.high.zip(y.low).is_some_and(|(end, start)| end < start || (end == start && x.low < y.low))
        };
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
        between(before.high, after.low).zip(between(before.low, after.high))
    }
}

fn published(told: Told<'_>) -> Option<Interval<Date>> {
    told.article.published
}

/// What becomes of a judgement once the days of the two claims are looked at.
pub(super) fn of(alignment: &Alignment<'_>, a: Told<'_>, b: Told<'_>, judgement: Judgement) -> Judgement {
    if !judgement.verdict.is_conflict() {
        return judgement;
    }
    if let Some(found) = InOrder::by(a, b, |it| it.claim.as_of) {
        let (earlier, later) = found.claims();
        let reason = format!(
            "the value moved on: {} as of {}, {} as of {}",
            earlier.value.text,
            last_day(earlier.as_of),
            later.value.text,
            last_day(later.as_of)
        );
        return Judgement::new(Verdict::Development, reason);
    }
    let by_article = InOrder::by(a, b, published);
    // An article that does not say when its toll held gives the one of its day.
    let by_day = InOrder::by(a, b, |it| it.claim.as_of.or(it.article.published));
    let reason = match (&by_article, &by_day) {
        (Some(found), _) if is_later_stage(found) => Some("the later article reports a later stage"),
        (_, Some(found)) if is_higher_toll(alignment, found) => {
            Some("the later article reports a higher toll")
        }
        (Some(found), _) if is_longer_since(found) => {
            Some("the later article counts the time that went by between the two")
        }
        _ => None,
    };
    if let Some(reason) = reason {
        return Judgement::new(Verdict::Development, reason);
    }
    let counts = matches!(a.claim.value.kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Measure);
    if counts && by_article.is_some() {
        let reason =
            format!("{}; if it moved on between the articles, as_of in both says so", judgement.reason);
        return Judgement { reason, ..judgement };
    }
    judgement
}

fn is_later_stage(found: &InOrder<'_>) -> bool {
    let (earlier, later) = found.claims();
    match (&earlier.value.content, &later.value.content) {
        (Content::Stage { stages: x, .. }, Content::Stage { stages: y, .. }) => x.high < y.low,
        _ => false,
    }
}

/// Whether both count those whom a disaster has struck, or how far a fire is contained: that rises from day to day.
fn is_higher_toll(alignment: &Alignment<'_>, found: &InOrder<'_>) -> bool {
    const STRUCK: &str = "dead injured arrested destroyed collapsed evacuated displaced infected rescued \
        survivors aftershocks cancelled";
    const CONTAINED: &str = "containment";
    let (earlier, later) = found.claims();
    let asks = |claim: &Claim| {
        let of = |words: &str| !alignment.words(&claim.attribute).is_disjoint(&alignment.words(words));
        match claim.value.kind {
            Kind::Count => of(STRUCK),
            Kind::Percent => of(CONTAINED),
            _ => false,
        }
    };
    let figure = |it: &Extent<Decimal>| it.stated.low.or(it.stated.high);
    match (&earlier.value.content, &later.value.content) {
        (Content::Quantity(x), Content::Quantity(y)) => figure(x) < figure(y) && asks(earlier) && asks(later),
        _ => false,
    }
}

/// Whether the later duration is longer by the time between the articles, a day more or less, so that both count from
/// one start; or longer at all where the earlier claim says that it is what has passed so far.
fn is_longer_since(found: &InOrder<'_>) -> bool {
    const SO_FAR: &[&str] = &["since", "far", "elapsed", "passed", "already"];
    let (earlier, later) = found.claims();
    let lasting = |claim: &Claim| match &claim.value.content {
        Content::Quantity(extent) if claim.value.kind == Kind::Duration => {
            Some(in_seconds(&claim.value, extent).possible)
        }
        _ => None,
    };
    let Some((x, y)) = lasting(earlier).zip(lasting(later)) else { return false };
    let so_far =
        earlier.attribute.split_whitespace().any(|word| SO_FAR.contains(&word.to_lowercase().as_str()));
    if so_far {
        return x.high.zip(y.low).is_some_and(|(end, start)| end <= start);
    }
    let Some((least, most)) = found.days_between() else { return false };
    let seconds = |days: i64| Decimal::from(days.max(0).saturating_mul(DAY));
    let enough = y.high.zip(x.low).is_none_or(|(long, short)| long - short >= seconds(least - 1));
    let not_more = y.low.zip(x.high).is_none_or(|(long, short)| long - short <= seconds(most + 1));
    // Hours and minutes do not count from article to article.
    enough && not_more && y.low.is_none_or(|low| low >= seconds(1))
}

fn last_day(days: Option<Interval<Date>>) -> String {
    days.and_then(|days| days.high.or(days.low)).map(|day| day.to_string()).unwrap_or_default()
}
