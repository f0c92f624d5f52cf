//! Two claims compared by their words, their values and their quotes.

use super::Shared;
use super::comparisons::{Pair, Side};
use super::label::{Label, Labels, Words};
use super::normalise::Concept;
use super::weights::{self, Level};
use crate::value::{Content, Interval, Kind};
use rust_decimal::Decimal;

/// SoftTFIDF (Cohen, Ravikumar and Fienberg 2003): the cosine of two weighted word sets, in which words that are
/// nearly spelled alike (Jaro-Winkler) count as alike. From 0 to 1.
pub(crate) fn soft_cosine(labels: &Labels, a: &Words, b: &Words) -> f64 {
    if a.norm == 0.0 || b.norm == 0.0 {
        return 0.0;
    }
    let (mut dot, mut rest) = (0.0, b.as_slice());
    for &(mine, weight) in a.as_slice() {
        // Both are sorted: they are walked side by side.
        while let Some((_, behind)) = rest.split_first().filter(|(first, _)| first.0 < mine) {
            rest = behind;
        }
        match rest.first() {
            Some(&(yours, other)) if yours == mine => dot += weight * other,
            _ => {
                let mut likes = labels.spelled_like(mine).iter();
                dot += likes.find_map(|&(it, alike)| Some(weight * b.weight(it)? * alike)).unwrap_or(0.0);
            }
        }
    }
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
pub(super) fn article(a: Side<'_>, b: Side<'_>) -> &'static Level {
    if a.0.story != b.0.story {
        return const { weights::ARTICLE.named("different ones, of different stories") };
    }
    if a.0.article != b.0.article {
        return const { weights::ARTICLE.named("different ones") };
    }
    let (mine, yours) = (&a.0.words, &b.0.words);
    let (short, long) = if mine.len() <= yours.len() { (mine, yours) } else { (yours, mine) };
    let within = short.concepts().all(|it| long.holds(it));
    let comparable = a.1.value.kind == b.1.value.kind && a.1.value.unit == b.1.value.unit;
    // An article follows the stages of one thing; two figures under like labels are two facts.
    let stages = a.1.value.kind == Kind::Stage;
    match comparable && within {
        true if mine.len() == yours.len() => {
            const { weights::ARTICLE.named("the same one, which says it twice") }
        }
        true if stages => const { weights::ARTICLE.named("the same one, in other words") },
        _ => const { weights::ARTICLE.named("the same one, which tells them apart") },
    }
}

/// Whether both ask for the same thing: the length, the day, the number.
pub(super) fn asked(pair: &Pair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let within = |asked: Concept, other: &Label| other.words.holds(asked);
    match (a.asked, b.asked) {
        (Some(mine), Some(yours)) if mine == yours => const { weights::ASKED.named("the same") },
        (Some(mine), Some(yours)) if within(mine, b) || within(yours, a) => {
            const { weights::ASKED.named("one of the other's") }
        }
        (Some(_), Some(_)) => const { weights::ASKED.named("something else") },
        (None, None) => const { weights::ASKED.named("not said") },
        _ => const { weights::ASKED.named("said by one") },
    }
}

/// How much of the shorter label the longer one holds.
pub(super) fn coverage(pair: &Pair<'_>) -> &'static Level {
    let (labels, (a, b)) = (pair.story, pair.labels());
    let (short, long) = if a.words.sum <= b.words.sum { (a, b) } else { (b, a) };
    let shared: f64 = short
        .words
        .weighed()
        .filter(|&(it, _)| long.all.holds(it) || closest(labels, it, &long.words).is_some())
        .map(|(_, weight)| weight)
        .sum();
    let total = short.words.sum;
    weights::COVERAGE.at(if total > 0.0 { shared / total } else { 0.0 })
}

/// Whether a claim says a concept anywhere: in its label, its quote or its value.
fn says(labels: &Labels, label: &Label, concept: Concept) -> bool {
    let holds = |it: Concept| label.all.holds(it) || label.value.holds(it);
    holds(concept) || labels.spelled_like(concept).iter().any(|&(it, _)| holds(it))
}

/// What each label says that the other claim says nowhere, by weight: the less of the two sides counts.
pub(super) fn apart(pair: &Pair<'_>) -> &'static Level {
    let (labels, (a, b)) = (pair.story, pair.labels());
    let left = |mine: &Label, other: &Label| -> f64 {
        let lacking = mine.words.weighed().filter(|&(it, _)| !says(labels, other, it));
        lacking.map(|(_, weight)| weight).sum()
    };
    weights::APART.at(left(a, b).min(left(b, a)))
}

/// Names that weigh less than this in their article, in nats, stand in a third of its labels: it is about them.
const RUNNING: f64 = 2.0;

/// The names in the labels. A name tells two claims apart only where the other article uses it, too, but not for this
/// claim: an article that says `the bridge` throughout has no other name for it.
pub(super) fn names(pair: &Pair<'_>) -> &'static Level {
    let (labels, (a, b)) = (pair.story, pair.labels());
    let articles = [a.article, b.article];
    let withheld = |it: Concept, other: &Label| labels.uses(other.article, it) && !says(labels, other, it);
    let named = |these: &[Concept], test: &dyn Fn(Concept) -> bool| {
        these.iter().any(|&it| test(it) && !labels.is_plain(it, articles))
    };
    let shared = named(&a.names, &|it| closest(labels, it, &b.words).is_some());
    let related = a.subject.iter().any(|it| b.subject.contains(it));
    let tells = |mine: &Label, it| !related || mine.words.weight(it).is_some_and(|it| it > RUNNING);
    let missing =
        |mine: &Label, other: &Label| named(&mine.names, &|it| withheld(it, other) && tells(mine, it));
    let (lacks_mine, lacks_yours) = (missing(a, b), missing(b, a));
    let is_another = |mine: &Label, other: &Label| {
        named(&mine.named, &|it| withheld(it, other))
            && !named(&mine.named, &|it| closest(labels, it, &other.words).is_some())
    };
    if is_another(a, b) && is_another(b, a) {
        return const { weights::NAMES.named("each is about another") };
    }
    let apart = |these: &[Concept], other: &Label| {
        named(these, &|_| true) && !named(these, &|it| closest(labels, it, &other.words).is_some())
    };
    if apart(&a.objects, b) && apart(&b.objects, a) {
        return const { weights::NAMES.named("each relates to another") };
    }
    match (shared, lacks_mine, lacks_yours) {
        (true, true, true) => const { weights::NAMES.named("one shared, and each names another") },
        (true, false, false) => const { weights::NAMES.named("the same") },
        (true, _, _) => const { weights::NAMES.named("one names more") },
        (false, true, true) => const { weights::NAMES.named("each names another") },
        (false, false, false) => {
            let unheard = |mine: &Label, other: &Label| {
                named(&mine.names, &|it| !labels.uses(other.article, it) && tells(mine, it))
            };
            match (unheard(a, b), unheard(b, a)) {
                (true, true) => {
                    const { weights::NAMES.named("each names one that the other article never does") }
                }
                (false, false) => const { weights::NAMES.named("none") },
                _ => const { weights::NAMES.named("one names what the other article never does") },
            }
        }
        (false, _, _) => const { weights::NAMES.named("one names what the other does not") },
    }
}

/// What the attributes are narrowed to: `valuation in the sale`, `valuation under the deal`.
pub(super) fn qualifiers(pair: &Pair<'_>) -> &'static Level {
    let (labels, (a, b)) = (pair.story, pair.labels());
    // How many qualifiers there are, and how many of them the other claim does not have.
    let of = |mine: &Label, other: &Label| {
        let unsaid = mine.qualifiers.iter().filter(|&&it| !says(labels, other, it)).count();
        (mine.qualifiers.len(), unsaid)
    };
    let found = match (of(a, b), of(b, a)) {
        ((0, _), (0, _)) => "neither is narrowed",
        ((1.., 0), (_, 0)) | ((_, 0), (1.., 0)) => "what narrows one is in the other",
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
pub(super) fn marks(pair: &Pair<'_>) -> &'static Level {
    let (labels, (a, b)) = (pair.story, pair.labels());
    let mut one_sided = false;
    let mut shared = false;
    for (mine, yours) in [(&a.numbers, &b.numbers), (&a.days, &b.days)] {
        if mine.iter().any(|it| yours.contains(it)) {
            shared = true;
        } else if !mine.is_empty() && !yours.is_empty() {
            return const { weights::MARKS.named("they differ") };
        } else if !mine.is_empty() || !yours.is_empty() {
            one_sided = true;
        }
    }
    let another = |mine: &Label, other: &Label| {
        mine.words.concepts().any(|it| labels.vocabulary.tells_another(it) && !says(labels, other, it))
    };
    if another(a, b) || another(b, a) {
        return const { weights::MARKS.named("one speaks of another one") };
    }
    match (shared, one_sided) {
        (true, _) => const { weights::MARKS.named("the same") },
        (false, true) => const { weights::MARKS.named("on one side only") },
        (false, false) => const { weights::MARKS.named("none") },
    }
}

/// The kinds of the values; a kind that is rare in the two articles says more.
pub(super) fn kind(pair: &Pair<'_>) -> &'static Level {
    let (a, b) = (pair.a, pair.b);
    let (mine, yours) = (&a.1.value, &b.1.value);
    let wordy = |kind: Kind| matches!(kind, Kind::Text | Kind::Names | Kind::Truth);
    let of_time = |kind: Kind| matches!(kind, Kind::Date | Kind::Time | Kind::Duration);
    let rarity = a.0.kind.midpoint(b.0.kind);
    if mine.kind == yours.kind && wordy(mine.kind) {
        return weights::KIND.named(if mine.kind == Kind::Names { "both names" } else { "both words" });
    }
    if mine.kind == yours.kind && mine.kind == Kind::Stage {
        return const { weights::KIND.named("both stages") };
    }
    if mine.kind == yours.kind && (mine.unit == yours.unit || mine.kind == Kind::Duration) {
        return match rarity {
            _ if rarity >= 2.0 => const { weights::KIND.named("the same, and very rare") },
            _ if rarity >= 1.4 => const { weights::KIND.named("the same, and rare") },
            _ => const { weights::KIND.named("the same") },
        };
    }
    match (wordy(mine.kind), wordy(yours.kind)) {
        (true, true) => const { weights::KIND.named("words and names") },
        (false, false) if of_time(mine.kind) && of_time(yours.kind) => {
            const { weights::KIND.named("both of time") }
        }
        (false, false) => const { weights::KIND.named("different figures") },
        _ => const { weights::KIND.named("words and a figure") },
    }
}

/// What the values share.
pub(super) fn value(pair: &Pair<'_>) -> &'static Level {
    let (mine, yours) = (&pair.a.1.value, &pair.b.1.value);
    // Many facts of a story share a figure or a name by chance: under labels that share nothing it says less.
    let unlike = pair.alike < 0.15;
    let found =
        match (mine.kind == yours.kind && mine.unit == yours.unit, figures(&mine.content, &yours.content)) {
            (true, Some(Figures::Same { telling: true })) => "the same telling figure",
            (true, Some(Figures::Same { telling: false } | Figures::Near)) if unlike => {
                "alike, under unlike labels"
            }
            (true, Some(Figures::Same { .. }))
                if mine.kind == Kind::Count && mine.text.chars().count() <= 6 =>
            {
                "the same small figure"
            }
            (true, Some(Figures::Same { .. })) => "the same figure",
            (true, Some(Figures::Near)) => "nearly the same figure",
            (true, Some(Figures::Apart)) if pair.alike >= 0.75 => "different figures, under like labels",
            (true, Some(Figures::Apart)) => "different figures",
            _ => return words(pair),
        };
    weights::VALUE.named(found)
}

/// How two figures stand to each other.
enum Figures {
    /// Telling ones are met by chance less often: of three digits and more, or a time to the minute.
    Same {
        telling: bool,
    },
    Near,
    Apart,
}

/// Whether the values are figures of one kind, and not nearly the same.
pub(super) fn figures_differ(pair: &Pair<'_>) -> bool {
    let (mine, yours) = (&pair.a.1.value, &pair.b.1.value);
    let comparable = mine.kind == yours.kind && mine.unit == yours.unit;
    comparable && matches!(figures(&mine.content, &yours.content), Some(Figures::Apart))
}

fn figures(mine: &Content, yours: &Content) -> Option<Figures> {
    let found = |same: bool, near: bool, telling: bool| match (same, near) {
        (true, _) => Figures::Same { telling },
        (false, true) => Figures::Near,
        (false, false) => Figures::Apart,
    };
    match (mine, yours) {
        (Content::Quantity(x), Content::Quantity(y)) => {
            Some(found(x.stated == y.stated, nearly(x.stated, y.stated), is_odd(x.stated)))
        }
        (Content::Days(x), Content::Days(y)) => {
            let (x, y) = (&x.extent, &y.extent);
            let meet = x.possible.meets(&y.possible) && bounded(&x.possible, &y.possible);
            Some(found(x.stated == y.stated, meet, false))
        }
        (Content::Clock { minutes: x, .. }, Content::Clock { minutes: y, .. }) => {
            let telling = x.stated.low.is_some_and(|it| it % 15 != 0);
            Some(found(x.stated == y.stated, x.possible.meets(&y.possible), telling))
        }
        _ => None,
    }
}

/// Whether a figure has three digits or more, not counting the zeros at its end.
fn is_odd(stated: Interval<Decimal>) -> bool {
    let digits = |figure: Decimal| {
        figure.normalize().mantissa().unsigned_abs().to_string().trim_end_matches('0').len()
    };
    stated.low.or(stated.high).is_some_and(|it| digits(it) >= 3)
}

/// What values share that are words, names, or figures which can't be compared.
fn words(pair: &Pair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let alike = if a.wordy && b.wordy { soft_cosine(pair.story, &a.value, &b.value) } else { 0.0 };
    let several = a.value.len().min(b.value.len()) >= SEVERAL;
    weights::VALUE.named(match alike {
        _ if alike >= 0.7 && several => "the same words, several of them",
        _ if alike >= 0.3 && pair.alike < 0.15 && !several => "alike, under unlike labels",
        _ if alike >= 0.7 => "the same words",
        _ if alike >= 0.3 => "some of the same words",
        _ if alike > 0.0 => "a word in common",
        _ => "nothing in common",
    })
}

/// So many words in common, or a list of so many names, are met by chance less often.
const SEVERAL: usize = 4;

pub(super) fn quote(pair: &Pair<'_>) -> &'static Level {
    let (labels, (a, b)) = (pair.story, pair.labels());
    if a.quote.is_empty() || b.quote.is_empty() {
        return const { weights::QUOTE.named("no quote to compare") };
    }
    weights::QUOTE.at(soft_cosine(labels, &a.quote, &b.quote).max(soft_cosine(labels, &a.around, &b.around)))
}

/// Labels and quotes taken together: what one says in its label the other may say in its quote.
pub(super) fn together(pair: &Pair<'_>) -> &'static Level {
    let (labels, (a, b)) = (pair.story, pair.labels());
    weights::TOGETHER.at(soft_cosine(labels, &a.all, &b.all).max(soft_cosine(labels, &a.told, &b.told)))
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
