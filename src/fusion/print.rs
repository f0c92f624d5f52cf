//! What can be printed as it stands: words that nothing in a data item speaks against, and that more than one origin or all
//! of its wordings bear out.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::comparison::Comparison;
use super::ground::width;
use super::origin::{Backing, Origins};
use super::verdict::Verdict;
use crate::claim::{Certainty, Claim};
use crate::linkage::{ArticleClaim, Sure};
use crate::value::{Content, Extent, Kind, Value};

/// Words that are fit to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeWording {
    /// The words. A date that depends on when it was written says behind them which one it is.
    pub words: String,
    /// Why they are.
    pub why: SafeReason,
    /// The claims that say so in these words or in others of the same meaning, by their places in the item.
    pub claims: Vec<usize>,
    /// Where no article calls it a fact: how firmly it is said at the least.
    pub firmness: Option<Certainty>,
}

/// Why words are fit to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum SafeReason {
    /// Sources that don't rest on one another state it.
    Stated,
    /// All wordings bear it out.
    BorneOut,
    /// It rounds what all say in words that every figure bears out.
    Rounded,
}

impl SafeReason {
    /// As programs read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::BorneOut => "borne out",
            Self::Rounded => "rounded",
        }
    }
}

/// A figure may be rounded in words where the largest is no more than so many hundredths of the least.
const NEAR: Decimal = Decimal::from_parts(125, 0, 0, false, 0);

/// Smaller figures are told as they are: `at least 12`.
const SMALL: u32 = 20;

/// A data item, as far as it decides what can be printed.
pub(super) struct PrintBasis<'a> {
    pub(super) told: &'a [ArticleClaim<'a>],
    pub(super) sure: &'a [Sure],
    pub(super) comparisons: &'a [Comparison],
    pub(super) origins: &'a Origins<'a>,
}

impl PrintBasis<'_> {
    /// The narrowest words that are fit to print.
    pub(super) fn safe(&self) -> Option<SafeWording> {
        if !self.is_one_fact_of_one_time() || !self.has_several_origins() {
            return None;
        }
        let mut candidates: Vec<usize> = (0..self.told.len()).filter(|&at| self.is_wording(at)).collect();
        // Of one meaning, the wording that most use.
        let users = |at: usize| {
            let same =
                |it: &&ArticleClaim<'_>| it.claim.value.text.eq_ignore_ascii_case(&self.value(at).text);
            self.told.iter().filter(same).count()
        };
        candidates.sort_by_cached_key(|&at| {
            (width(self.told[at]), Reverse(users(at)), self.value(at).text.chars().count(), at)
        });
        let found = candidates.into_iter().find_map(|at| {
            let why = if self.all_bear_out(at) {
                SafeReason::BorneOut
            } else if self.is_stated_apart(at) {
                SafeReason::Stated
            } else {
                return None;
            };
            Some(self.found(worded(self.value(at)), why, self.same_as(at)))
        });
        found.or_else(|| self.rounded().map(|words| self.found(words, SafeReason::Rounded, Vec::new())))
    }

    fn found(&self, words: String, why: SafeReason, claims: Vec<usize>) -> SafeWording {
        let firmness = self.told.iter().filter_map(|it| it.claim.certainty).max();
        SafeWording { words, why, claims, firmness: firmness.filter(|it| *it > Certainty::Confirmed) }
    }

    fn claim(&self, at: usize) -> &Claim {
        self.told[at].claim
    }

    fn value(&self, at: usize) -> &Value {
        &self.claim(at).value
    }

    /// Every claim surely tells the fact and denies nothing, and no two of them can't be compared or are of two times.
    fn is_one_fact_of_one_time(&self) -> bool {
        let sure = self.sure.iter().all(|it| it.is_enough());
        let stated = self.told.iter().all(|it| it.claim.certainty != Some(Certainty::Denied));
        let compared =
            self.comparisons.iter().all(|it| !matches!(it.verdict, Verdict::Unclear | Verdict::Development));
        let kinds = self
            .told
            .iter()
            .all(|it| it.claim.value.kind == self.value(0).kind && it.claim.value.unit == self.value(0).unit);
        sure && stated && compared && kinds && !self.comparisons.is_empty()
    }

    /// Several outlets tell it, and they are not known to rest on one origin.
    fn has_several_origins(&self) -> bool {
        let outlets: BTreeSet<_> =
            self.told.iter().map(|it| self.origins.outlet(&it.article.outlet)).collect();
        let Backing { named, unnamed } = self.origins.backing(self.told);
        outlets.len() > 1 && named + unnamed > 1
    }

    /// Whether a claim's words can stand alone in print.
    fn is_wording(&self, at: usize) -> bool {
        let value = self.value(at);
        let same_scope = || {
            let of = |it: &ArticleClaim<'_>| it.claim.scope.as_ref().map(|scope| scope.to_lowercase());
            self.told.iter().all(|it| of(it) == of(&self.told[at]))
        };
        let is_text = matches!(value.kind, Kind::Text | Kind::Names);
        // A scale puts words on one stage that a reader may not: `abandoned`, `rejected`.
        let same_words = |it: &&ArticleClaim<'_>| it.claim.value.text.eq_ignore_ascii_case(&value.text);
        if value.kind == Kind::Stage && self.told.iter().filter(same_words).count() < 2 {
            return false;
        }
        // A bare `true` says nothing without its question.
        let bare = matches!(value.content, Content::Truth(_)) && !value.text.contains(' ');
        !bare
            && (value.unread.is_empty() || is_text)
            && (self.claim(at).scope.is_none() || same_scope())
            && !is_vague_day(value)
    }

    fn verdict(&self, a: usize, b: usize) -> Option<Verdict> {
        let pair = (a.min(b), a.max(b));
        self.comparisons.iter().find(|it| (it.a, it.b) == pair).map(|it| it.verdict)
    }

    fn others(&self, at: usize) -> impl Iterator<Item = usize> {
        (0..self.told.len()).filter(move |other| *other != at)
    }

    /// Whether what a claim says makes the words of another one true.
    fn bears_out(&self, claim: usize, words: usize) -> bool {
        claim == words
            || self.verdict(claim, words) == Some(Verdict::Agreement)
            || covers(self.value(words), self.value(claim))
    }

    /// Whether all wordings make its words true, and none of them strains against it.
    fn all_bear_out(&self, at: usize) -> bool {
        let conflicts = |other: usize| self.verdict(at, other).is_some_and(Verdict::is_conflict);
        self.others(at).all(|other| self.bears_out(other, at) && !conflicts(other))
    }

    /// Whether sources that don't rest on one another state it, and no other value lies outside its rounding.
    fn is_stated_apart(&self, at: usize) -> bool {
        let stating: Vec<ArticleClaim<'_>> =
            (0..self.told.len()).filter(|&it| self.bears_out(it, at)).map(|it| self.told[it]).collect();
        let together = self.comparisons.iter().all(|it| it.verdict.stands_together());
        together
            && self.origins.backing(&stating).named > 1
            && self.others(at).all(|it| self.bears_out(it, at) || is_within(self.value(at), self.value(it)))
    }

    /// The claims that say the same.
    fn same_as(&self, at: usize) -> Vec<usize> {
        let same = |it: &usize| *it == at || self.value(*it).understood() == self.value(at).understood();
        (0..self.told.len()).filter(same).collect()
    }

    /// What every figure bears out: `at least 171`, `more than 170`.
    fn rounded(&self) -> Option<String> {
        let figures: Option<Vec<Decimal>> =
            self.told.iter().map(|it| plain_figure(&it.claim.value)).collect();
        let figures = figures?;
        let (least, most) = (*figures.iter().min()?, *figures.iter().max()?);
        let near =
            least > Decimal::ZERO && most.checked_mul(Decimal::ONE_HUNDRED)? <= least.checked_mul(NEAR)?;
        let at = figures.iter().position(|it| *it == least)?;
        if !near || least == most || self.told.iter().any(|it| it.claim.scope.is_some()) {
            return None;
        }
        let text = self.value(at).text.trim();
        let digits = text.chars().all(|it| it.is_ascii_digit() || it == ',');
        match round_below(least).filter(|_| digits) {
            Some(round) => Some(format!("more than {}", with_commas(round))),
            None => Some(format!("at least {text}")),
        }
    }
}

/// As worded; a date that depends on when it was written says which one it is.
pub(super) fn worded(value: &Value) -> String {
    let dated = matches!(value.kind, Kind::Date) && !value.text.chars().any(|it| it.is_ascii_digit());
    if dated { format!("{} ({})", value.text, value.understood()) } else { value.text.clone() }
}

/// `recently` is no help to anyone who knows the month: a date that counts from another one is a day, a month or a year.
fn is_vague_day(value: &Value) -> bool {
    let Content::Days(dates) = &value.content else { return false };
    let told = value.text.chars().any(|it| it.is_ascii_digit());
    let is_whole = |(low, high): (Date, Date)| {
        let month = low.day() == 1 && high == low.last_of_month();
        low == high || month || (low == low.first_of_year() && high == low.last_of_year())
    };
    !told && !dates.extent.possible.low.zip(dates.extent.possible.high).is_some_and(is_whole)
}

/// Whether a value allows all that another one does, by their words alone.
fn covers(wide: &Value, narrow: &Value) -> bool {
    if wide.kind != narrow.kind || wide.unit != narrow.unit || !go_alike(wide, narrow) {
        return false;
    }
    match (&wide.content, &narrow.content) {
        (
            Content::Quantity(x) | Content::Rank { place: x, .. },
            Content::Quantity(y) | Content::Rank { place: y, .. },
        ) => x.possible.covers(&y.possible) && rounds_to(y, x),
        (Content::Days(x), Content::Days(y)) => {
            x.listed.is_empty() && x.extent.possible.covers(&y.extent.possible)
        }
        (
            Content::Clock { minutes: x, day: None, zone: mine },
            Content::Clock { minutes: y, day: None, zone },
        ) => mine == zone && x.possible.covers(&y.possible),
        (Content::Stage { scale: one, stages: x }, Content::Stage { scale: other, stages: y }) => {
            one == other && x.covers(y)
        }
        (Content::Names { names: few, open: true }, Content::Names { names: many, .. }) => {
            // An open list says that there are others.
            few.len() < many.len() && few.iter().all(|name| many.contains(name))
        }
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

/// Whether a figure is another one once it is rounded as that one is: 328 is no `about 309`. A bound rounds nothing.
fn rounds_to(figure: &Extent<Decimal>, rounded: &Extent<Decimal>) -> bool {
    let point = |it: &Extent<Decimal>| it.stated.low.filter(|_| it.stated.low == it.stated.high);
    let Some((figure, rounded)) = point(figure).zip(point(rounded)) else { return true };
    let whole = rounded.normalize();
    let mut unit = Decimal::new(1, whole.scale());
    // The place of the last digit that is not zero.
    while let Some(next) =
        unit.checked_mul(Decimal::TEN).filter(|it| !whole.is_zero() && (whole % it).is_zero())
    {
        unit = next;
    }
    (figure - rounded).abs() * Decimal::TWO <= unit
}

/// Whether two figures go the same way and have no parts of which one could differ.
fn go_alike(a: &Value, b: &Value) -> bool {
    a.direction == b.direction && a.motion == b.motion && a.parts.is_empty() && b.parts.is_empty()
}

/// Whether a vaguer value leaves room for another one, and what it states itself lies within the rounding of that.
fn is_within(value: &Value, other: &Value) -> bool {
    let fits = |x: &Extent<Decimal>, y: &Extent<Decimal>| {
        let point = y.stated.low.filter(|_| y.stated.low == y.stated.high);
        y.possible.meets(&x.possible) && point.is_none_or(|point| x.possible.contains(point))
    };
    match (&value.content, &other.content) {
        (
            Content::Quantity(x) | Content::Rank { place: x, .. },
            Content::Quantity(y) | Content::Rank { place: y, .. },
        ) => go_alike(value, other) && fits(x, y),
        (Content::Days(x), Content::Days(y)) => y.extent.possible.covers(&x.extent.possible),
        (Content::Stage { scale: one, stages: x }, Content::Stage { scale: two, stages: y }) => {
            one == two && y.covers(x)
        }
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

/// A count that is told as it is.
fn plain_figure(value: &Value) -> Option<Decimal> {
    let counts = value.kind == Kind::Count;
    let bare = value.hedge.is_none()
        && value.direction.is_none()
        && value.motion.is_none()
        && value.parts.is_empty()
        && value.unread.is_empty()
        && value.modality.is_none();
    match &value.content {
        Content::Quantity(extent) if counts && bare => {
            extent.stated.low.filter(|_| extent.stated.low == extent.stated.high)
        }
        Content::Quantity(_)
        | Content::Rank { .. }
        | Content::Score(..)
        | Content::Days(_)
        | Content::Clock { .. }
        | Content::Stage { .. }
        | Content::Names { .. }
        | Content::Truth(_)
        | Content::Words { .. } => None,
    }
}

/// The round number below a figure, where it is near: 170 for 171.
fn round_below(figure: Decimal) -> Option<Decimal> {
    if figure <= Decimal::from(SMALL) || figure.fract() != Decimal::ZERO {
        return None;
    }
    let mut step = Decimal::TEN;
    while step.checked_mul(Decimal::ONE_HUNDRED)? <= figure {
        step = step.checked_mul(Decimal::TEN)?;
    }
    let round = figure.checked_sub(figure % step)?;
    (round < figure && round.checked_mul(Decimal::TEN)? >= figure.checked_mul(Decimal::from(9))?)
        .then_some(round)
}

/// `12,000`.
fn with_commas(figure: Decimal) -> String {
    let digits: Vec<char> = figure.normalize().to_string().chars().collect();
    let mut shown = String::new();
    for (at, digit) in digits.iter().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(*digit);
    }
    shown
}
