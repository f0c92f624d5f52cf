//! Two labels compared: a fixed chain of comparisons, each of which ends on one named level.

use super::Shared;
use super::label::{Label, Labels, Words};
use super::normalise::{Concept, Sort};
use super::weights::{self, Level};
use crate::claim::Claim;
use crate::value::{Content, Interval, Kind};
use rust_decimal::Decimal;

/// The levels that a pair of claims ends on, in the order of the comparisons.
pub(crate) fn levels(labels: &Labels, a: (&Label, &Claim), b: (&Label, &Claim)) -> [&'static Level; 12] {
    let (first, second) = (a.0, b.0);
    [
        article(a, b),
        label(labels, first, second),
        asked(first, second),
        coverage(labels, first, second),
        names(labels, first, second),
        apart(labels, first, second),
        qualifiers(labels, first, second),
        marks(labels, first, second),
        kind(a, b),
        value(labels, a, b),
        quote(labels, first, second),
        together(labels, first, second),
    ]
}

/// SoftTFIDF (Cohen, Ravikumar and Fienberg 2003): the cosine of two weighted word sets, in which words that are
/// nearly spelled alike (Jaro-Winkler) count as alike. From 0 to 1.
pub(crate) fn soft_cosine(labels: &Labels, a: &Words, b: &Words) -> f64 {
    if a.norm == 0.0 || b.norm == 0.0 {
        return 0.0;
    }
    let dot: f64 = a
        .weighed()
        .filter_map(|(mine, weight)| {
            let (yours, alike) = closest(labels, mine, b)?;
            Some(weight * yours * alike)
        })
        .sum();
    (dot / (a.norm * b.norm)).min(1.0)
}

/// What the concept of `set` weighs that is `concept`, or is nearly spelled like it, and how nearly it is.
fn closest(labels: &Labels, concept: Concept, set: &Words) -> Option<(f64, f64)> {
    if let Some(weight) = set.weight(concept) {
        return Some((weight, 1.0));
    }
    labels.spelled_like(concept).iter().find_map(|&(it, alike)| Some((set.weight(it)?, alike)))
}

/// How much of each of two word sets is in the other one, by weight.
pub(crate) fn shared(labels: &Labels, a: &Words, b: &Words) -> Shared {
    let part = |set: &Words, other: &Words| {
        let sum = |all: bool| -> f64 {
            let counted = set.weighed().filter(|&(it, _)| all || closest(labels, it, other).is_some());
            counted.map(|(_, weight)| weight).sum()
        };
        if set.is_empty() { 0.0 } else { sum(false) / sum(true) }
    };
    let (mine, yours) = (part(a, b), part(b, a));
    Shared { of_shorter: mine.max(yours), of_longer: mine.min(yours) }
}

/// Whether one article makes both claims, and tells one fact twice.
pub(super) fn article(a: (&Label, &Claim), b: (&Label, &Claim)) -> &'static Level {
    let (mine, yours) = (&a.0.words, &b.0.words);
    let (short, long) = if mine.len() <= yours.len() { (mine, yours) } else { (yours, mine) };
    let within = short.concepts().all(|it| long.holds(it));
    let comparable = a.1.value.kind == b.1.value.kind && a.1.value.unit == b.1.value.unit;
    // An article follows the stages of one thing; two figures under like labels are two facts.
    let stages = a.1.value.kind == Kind::Stage;
    match (a.0.article == b.0.article, comparable && within) {
        (false, _) => weights::ARTICLE.named("different ones"),
        (true, true) if mine.len() == yours.len() => {
            weights::ARTICLE.named("the same one, which says it twice")
        }
        (true, true) if stages => weights::ARTICLE.named("the same one, in other words"),
        (true, _) => weights::ARTICLE.named("the same one, which tells them apart"),
    }
}

fn label(labels: &Labels, a: &Label, b: &Label) -> &'static Level {
    weights::LABEL.at(soft_cosine(labels, &a.words, &b.words))
}

/// Whether both ask for the same thing: the length, the day, the number.
fn asked(a: &Label, b: &Label) -> &'static Level {
    let within = |asked: Concept, other: &Label| other.words.holds(asked);
    match (a.asked, b.asked) {
        (Some(mine), Some(yours)) if mine == yours => weights::ASKED.named("the same"),
        (Some(mine), Some(yours)) if within(mine, b) || within(yours, a) => {
            weights::ASKED.named("one of the other's")
        }
        (Some(_), Some(_)) => weights::ASKED.named("something else"),
        (None, None) => weights::ASKED.named("not said"),
        _ => weights::ASKED.named("said by one"),
    }
}

/// How much of the shorter label the longer one holds.
fn coverage(labels: &Labels, a: &Label, b: &Label) -> &'static Level {
    let sum = |set: &Words| set.weighed().map(|(_, weight)| weight).sum::<f64>();
    let (short, long) = if sum(&a.words) <= sum(&b.words) { (a, b) } else { (b, a) };
    let total = sum(&short.words);
    let shared: f64 = short
        .words
        .weighed()
        .filter(|&(it, _)| closest(labels, it, &long.words).is_some() || long.quote.holds(it))
        .map(|(_, weight)| weight)
        .sum();
    weights::COVERAGE.at(if total > 0.0 { shared / total } else { 0.0 })
}

/// What each label says that the other claim says nowhere, by weight: the less of the two sides counts.
fn apart(labels: &Labels, a: &Label, b: &Label) -> &'static Level {
    let left = |mine: &Label, other: &Label| -> f64 {
        let sets = [&other.words, &other.quote, &other.value];
        let lacking =
            mine.words.weighed().filter(|&(it, _)| sets.iter().all(|set| closest(labels, it, set).is_none()));
        lacking.map(|(_, weight)| weight).sum()
    };
    weights::APART.at(left(a, b).min(left(b, a)))
}

/// The names in the labels. A name tells two claims apart only where the other article uses it, too, but not for this
/// claim: an article that says `the bridge` throughout has no other name for it.
fn names(labels: &Labels, a: &Label, b: &Label) -> &'static Level {
    let articles = [a.article, b.article];
    let withheld = |it: Concept, other: &Label| {
        let sets = [&other.words, &other.quote, &other.value];
        labels.uses(other.article, it) && sets.into_iter().all(|set| closest(labels, it, set).is_none())
    };
    let (mine, yours) = (labels.names(&a.names, articles), labels.names(&b.names, articles));
    let shared = mine.iter().any(|&it| closest(labels, it, &b.words).is_some());
    let (lacks_mine, lacks_yours) =
        (mine.iter().any(|&it| withheld(it, b)), yours.iter().any(|&it| withheld(it, a)));
    let (to_mine, to_yours) = (labels.names(&a.objects, articles), labels.names(&b.objects, articles));
    let apart = |these: &[Concept], other: &Label| {
        !these.is_empty() && these.iter().all(|&it| closest(labels, it, &other.words).is_none())
    };
    if apart(&to_mine, b) && apart(&to_yours, a) {
        return weights::NAMES.named("each relates to another");
    }
    match (shared, lacks_mine, lacks_yours) {
        (true, true, true) => weights::NAMES.named("one shared, and each names another"),
        (true, false, false) => weights::NAMES.named("the same"),
        (true, _, _) => weights::NAMES.named("one names more"),
        (false, true, true) => weights::NAMES.named("each names another"),
        (false, false, false) => weights::NAMES.named("none"),
        (false, _, _) => weights::NAMES.named("one names what the other does not"),
    }
}

/// What the attributes are narrowed to: `valuation in the sale`, `valuation under the deal`.
fn qualifiers(labels: &Labels, a: &Label, b: &Label) -> &'static Level {
    let said = |it: Concept, other: &Label| {
        [&other.words, &other.quote, &other.value].iter().any(|set| closest(labels, it, set).is_some())
    };
    // How many qualifiers there are, and how many of them the other claim does not have.
    let of = |mine: &Label, other: &Label| {
        let unsaid = mine.qualifiers.iter().filter(|&&it| !said(it, other)).count();
        (mine.qualifiers.len(), unsaid)
    };
    let found = match (of(a, b), of(b, a)) {
        ((0, _), (0, _)) => "neither is narrowed",
        ((1.., 0), _) | (_, (1.., 0)) => "what narrows one is in the other",
        ((mine, lost), (yours, left)) if mine > 0 && yours > 0 && lost == mine && left == yours => {
            "each is narrowed otherwise"
        }
        ((1.., _), (1.., _)) => "each is narrowed a little otherwise",
        ((all, lost), (0, _)) | ((0, _), (all, lost)) if lost == all => "one is narrowed further",
        _ => "one is narrowed a little further",
    };
    weights::QUALIFIERS.named(found)
}

/// Numbers, identifiers and days in the labels, which must not differ.
fn marks(labels: &Labels, a: &Label, b: &Label) -> &'static Level {
    let of = |label: &Label, sort: Sort| -> Vec<Concept> {
        label.words.concepts().filter(|&it| labels.is(it, sort)).collect()
    };
    let mut one_sided = false;
    let mut shared = false;
    for sort in [Sort::Number, Sort::Day] {
        let (mine, yours) = (of(a, sort), of(b, sort));
        if mine.iter().any(|it| yours.contains(it)) {
            shared = true;
        } else if !mine.is_empty() && !yours.is_empty() {
            return weights::MARKS.named("they differ");
        } else if !mine.is_empty() || !yours.is_empty() {
            one_sided = true;
        }
    }
    match (shared, one_sided) {
        (true, _) => weights::MARKS.named("the same"),
        (false, true) => weights::MARKS.named("on one side only"),
        (false, false) => weights::MARKS.named("none"),
    }
}

/// The kinds of the values; a kind that is rare in the two articles says more.
fn kind(a: (&Label, &Claim), b: (&Label, &Claim)) -> &'static Level {
    let (mine, yours) = (&a.1.value, &b.1.value);
    let wordy = |kind: Kind| matches!(kind, Kind::Text | Kind::Names | Kind::Truth);
    let of_time = |kind: Kind| matches!(kind, Kind::Date | Kind::Time | Kind::Duration);
    let rarity = a.0.kind.midpoint(b.0.kind);
    if mine.kind == yours.kind && wordy(mine.kind) {
        return weights::KIND.named(if mine.kind == Kind::Names { "both names" } else { "both words" });
    }
    if mine.kind == yours.kind && (mine.unit == yours.unit || mine.kind == Kind::Duration) {
        return match rarity {
            _ if rarity >= 2.0 => weights::KIND.named("the same, and very rare"),
            _ if rarity >= 1.4 => weights::KIND.named("the same, and rare"),
            _ => weights::KIND.named("the same"),
        };
    }
    match (wordy(mine.kind), wordy(yours.kind)) {
        (true, true) => weights::KIND.named("words and names"),
        (false, false) if of_time(mine.kind) && of_time(yours.kind) => weights::KIND.named("both of time"),
        (false, false) => weights::KIND.named("different figures"),
        _ => weights::KIND.named("words and a figure"),
    }
}

/// What the values share. Values that differ say nothing, so that no contradiction is explained away.
fn value(labels: &Labels, a: (&Label, &Claim), b: (&Label, &Claim)) -> &'static Level {
    let (mine, yours) = (&a.1.value, &b.1.value);
    let same_figure = match (&mine.content, &yours.content) {
        (Content::Quantity(x), Content::Quantity(y)) => mine.unit == yours.unit && x.stated == y.stated,
        (Content::Days(x), Content::Days(y)) => x.stated == y.stated,
        (Content::Clock { minutes: x, .. }, Content::Clock { minutes: y, .. }) => x.stated == y.stated,
        _ => false,
    };
    let near = || match (&mine.content, &yours.content) {
        (Content::Quantity(x), Content::Quantity(y)) => mine.unit == yours.unit && nearly(x.stated, y.stated),
        (Content::Days(x), Content::Days(y)) => {
            x.possible.meets(&y.possible) && bounded(&x.possible, &y.possible)
        }
        (Content::Clock { minutes: x, .. }, Content::Clock { minutes: y, .. }) => {
            x.possible.meets(&y.possible)
        }
        _ => false,
    };
    let alike = soft_cosine(labels, &a.0.value, &b.0.value);
    let found = if same_figure {
        let plain = mine.kind == Kind::Count && mine.text.chars().count() <= 6;
        if plain { "the same small figure" } else { "the same figure" }
    } else if near() {
        "nearly the same figure"
    } else if alike >= 0.7 {
        "the same words"
    } else if alike >= 0.3 {
        "some of the same words"
    } else if alike > 0.0 {
        "a word in common"
    } else {
        return weights::VALUE.named("nothing to go by");
    };
    // Many facts of a story share a figure or a name by chance: alone it is no reason.
    let unlike = soft_cosine(labels, &a.0.words, &b.0.words) < 0.15;
    weights::VALUE.named(if unlike { "alike, under unlike labels" } else { found })
}

fn quote(labels: &Labels, a: &Label, b: &Label) -> &'static Level {
    if a.quote.is_empty() || b.quote.is_empty() {
        return weights::QUOTE.named("no quote to compare");
    }
    weights::QUOTE.at(soft_cosine(labels, &a.quote, &b.quote))
}

/// Labels and quotes taken together: what one says in its label the other may say in its quote.
fn together(labels: &Labels, a: &Label, b: &Label) -> &'static Level {
    weights::TOGETHER.at(soft_cosine(labels, &a.all, &b.all))
}

/// Whether two figures are no further apart than a tenth.
fn nearly(x: Interval<Decimal>, y: Interval<Decimal>) -> bool {
    let figure = |set: Interval<Decimal>| set.low.or(set.high);
    let (Some(mine), Some(yours)) = (figure(x), figure(y)) else { return false };
    let larger = mine.abs().max(yours.abs());
    (mine - yours).abs() * Decimal::TEN <= larger
}

fn bounded<T: Ord + Copy>(x: &Interval<T>, y: &Interval<T>) -> bool {
    [x.low, x.high, y.low, y.high].iter().all(Option::is_some)
}
