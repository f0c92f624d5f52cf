//! Two claims compared by their words, their values and their quotes.

use super::figures::{Figures, is_repeated};
use super::label::Label;
use super::pair::{CandidatePair, LabelledClaim};
use super::terms::{self, ALL, AROUND, LABEL, QUOTE, TOLD, Term};
use super::weights::{self, KIND, LEADS, Level, VALUE};
use crate::value::Kind;

/// Whether one article makes both claims, and tells one fact twice.
pub(super) fn article(a: LabelledClaim<'_>, b: LabelledClaim<'_>) -> &'static Level {
    if a.0.story != b.0.story {
        return const { weights::ARTICLE.named("different ones, of different stories") };
    }
    if a.0.article != b.0.article {
        return const { weights::ARTICLE.named("different ones") };
    }
    let (mine, yours) = (a.0.terms.label(), b.0.terms.label());
    let (short, long) = if mine.len() <= yours.len() { (a, b) } else { (b, a) };
    let within = || short.0.terms.label().iter().all(|it| long.0.terms.holds(it.concept, LABEL));
    let comparable = a.1.value.kind == b.1.value.kind && a.1.value.unit == b.1.value.unit;
    // An article follows the stages of one thing, and repeats a figure with more or less of a label; two figures are two facts.
    let stages = a.1.value.kind == Kind::Stage;
    let repeats = || is_repeated(&a.1.value.content, &b.1.value.content);
    match comparable && within() {
        true if mine.len() == yours.len() => {
            const { weights::ARTICLE.named("the same one, which says it twice") }
        }
        true if stages || repeats() => const { weights::ARTICLE.named("the same one, in other words") },
        _ => const { weights::ARTICLE.named("the same one, which tells them apart") },
    }
}

/// Whether the subjects are one, and else, whether they are what the two articles are about.
pub(super) fn leads(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    match (shared(a, b), a.lead.leads, b.lead.leads) {
        (Shared::All, ..) => const { LEADS.named("one subject") },
        (Shared::Some, ..) => const { LEADS.named("subjects with a common word") },
        // Two stories are about two things.
        (Shared::None, true, true) if a.story == b.story => {
            if a.lead.is_named && b.lead.is_named {
                const { LEADS.named("each what its article is about, by two names") }
            } else {
                const { LEADS.named("each what its article is about") }
            }
        }
        (Shared::None, true, _) | (Shared::None, _, true) if a.lead.is_named && b.lead.is_named => {
            const { LEADS.named("one what its article is about, and another name") }
        }
        (Shared::None, ..) => const { LEADS.named("others") },
    }
}

/// How much of their words two subjects share.
enum Shared {
    All,
    Some,
    None,
}

fn shared(a: &Label, b: &Label) -> Shared {
    match a.subject == b.subject {
        true => Shared::All,
        false if a.subject.iter().any(|it| b.subject.binary_search(it).is_ok()) => Shared::Some,
        false => Shared::None,
    }
}

/// Whether both ask for the same thing: the length, the day, the number.
pub(super) fn asked(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let within = |term: Option<&Term>| term.is_some_and(|it| it.is_in(LABEL));
    match (a.asked, b.asked) {
        (Some(mine), Some(yours)) if mine == yours => const { weights::ASKED.named("the same") },
        (Some(mine), Some(yours)) if within(pair.two.in_b(mine)) || within(pair.two.in_a(yours)) => {
            const { weights::ASKED.named("one of the other's") }
        }
        (Some(_), Some(_)) => const { weights::ASKED.named("something else") },
        (None, None) => const { weights::ASKED.named("not said") },
        _ => const { weights::ASKED.named("said by one") },
    }
}

/// How much of the shorter label the longer one holds.
pub(super) fn coverage(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let held = pair.overlap().held;
    let (total, shared) =
        if a.terms.sum <= b.terms.sum { (a.terms.sum, held[0]) } else { (b.terms.sum, held[1]) };
    weights::COVERAGE.at(if total > 0.0 { shared / total } else { 0.0 })
}

/// What each label says that the other claim says nowhere, by weight: the less of the two sides counts.
pub(super) fn apart(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let said = pair.overlap().said;
    weights::APART.at((a.terms.sum - said[0]).min(b.terms.sum - said[1]).max(0.0))
}

/// What the attributes are narrowed to: `valuation in the sale`, `valuation under the deal`.
pub(super) fn qualifiers(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    if a.qualifiers.is_empty() && b.qualifiers.is_empty() {
        return const { weights::QUALIFIERS.named("neither is narrowed") };
    }
    // How many qualifiers there are, and how many of them the other claim does not have.
    let mine = a.qualifiers.iter().filter(|&&it| !pair.b_says(it)).count();
    let yours = b.qualifiers.iter().filter(|&&it| !pair.a_says(it)).count();
    match ((a.qualifiers.len(), mine), (b.qualifiers.len(), yours)) {
        ((1.., 0), (_, 0)) | ((_, 0), (1.., 0)) => {
            const { weights::QUALIFIERS.named("what narrows one is in the other") }
        }
        ((mine, lost), (yours, left)) if mine > 0 && yours > 0 && lost == mine && left == yours => {
            const { weights::QUALIFIERS.named("each is narrowed otherwise") }
        }
        ((1.., _), (1.., _)) => const { weights::QUALIFIERS.named("each is narrowed a little otherwise") },
        ((all, lost), (0, _)) | ((0, _), (all, lost)) if lost == all => {
            const { weights::QUALIFIERS.named("one is narrowed further") }
        }
        _ => const { weights::QUALIFIERS.named("one is narrowed a little further") },
    }
}

/// Numbers, identifiers and days in the labels, which must not differ.
pub(super) fn marks(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
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
    if a.others.iter().any(|&it| !pair.b_says(it)) || b.others.iter().any(|&it| !pair.a_says(it)) {
        return const { weights::MARKS.named("one speaks of another one") };
    }
    match (shared, one_sided) {
        (true, _) => const { weights::MARKS.named("the same") },
        (false, true) => const { weights::MARKS.named("on one side only") },
        (false, false) => const { weights::MARKS.named("none") },
    }
}

/// The kinds of the values; a kind that is rare in the two articles says more.
pub(super) fn kind(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = (pair.a, pair.b);
    let (mine, yours) = (&a.1.value, &b.1.value);
    let wordy = |kind: Kind| matches!(kind, Kind::Text | Kind::Names | Kind::Truth);
    let of_time = |kind: Kind| matches!(kind, Kind::Date | Kind::Time | Kind::Duration);
    let rarity = a.0.kind.midpoint(b.0.kind);
    if mine.kind == yours.kind && wordy(mine.kind) {
        let names = mine.kind == Kind::Names;
        return if names { const { KIND.named("both names") } } else { const { KIND.named("both words") } };
    }
    if mine.kind == yours.kind && mine.kind == Kind::Stage {
        return const { KIND.named("both stages") };
    }
    if mine.kind == yours.kind && (mine.unit == yours.unit || mine.kind == Kind::Duration) {
        return match rarity {
            _ if rarity >= 2.0 => const { KIND.named("the same, and very rare") },
            _ if rarity >= 1.4 => const { KIND.named("the same, and rare") },
            _ => const { KIND.named("the same") },
        };
    }
    match (wordy(mine.kind), wordy(yours.kind)) {
        (true, true) => const { KIND.named("words and names") },
        (false, false) if of_time(mine.kind) && of_time(yours.kind) => const { KIND.named("both of time") },
        (false, false) => const { KIND.named("different figures") },
        _ => const { KIND.named("words and a figure") },
    }
}

/// What the values share.
pub(super) fn value(pair: &CandidatePair<'_>) -> &'static Level {
    let mine = &pair.a.1.value;
    // Many facts of a story share a figure or a name by chance: under labels that share nothing it says less.
    let unlike = pair.alike < 0.15;
    let Some(figures) = pair.figures() else { return words(pair) };
    match figures {
        Figures::Same { telling: true } => const { VALUE.named("the same telling figure") },
        Figures::Same { telling: false } | Figures::Near if unlike => {
            const { VALUE.named("alike, under unlike labels") }
        }
        Figures::Same { .. } if mine.kind == Kind::Count && mine.text.chars().count() <= 6 => {
            const { VALUE.named("the same small figure") }
        }
        Figures::Same { .. } => const { VALUE.named("the same figure") },
        Figures::Near => const { VALUE.named("nearly the same figure") },
        Figures::Apart if pair.alike >= 0.75 => const { VALUE.named("different figures, under like labels") },
        Figures::Apart => const { VALUE.named("different figures") },
    }
}

/// What values share that are words, names, or figures which can't be compared.
fn words(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let alike = pair.values_alike();
    let several = a.terms.count(terms::VALUE).min(b.terms.count(terms::VALUE)) >= SEVERAL;
    match alike {
        _ if alike >= 0.7 && several => const { VALUE.named("the same words, several of them") },
        _ if alike >= 0.3 && pair.alike < 0.15 && !several => {
            const { VALUE.named("alike, under unlike labels") }
        }
        _ if alike >= 0.7 => const { VALUE.named("the same words") },
        _ if alike >= 0.3 => const { VALUE.named("some of the same words") },
        _ if alike > 0.0 => const { VALUE.named("a word in common") },
        _ => const { VALUE.named("nothing in common") },
    }
}

/// So many words in common, or a list of so many names, are met by chance less often.
const SEVERAL: usize = 4;

pub(super) fn quote(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    if a.terms.count(QUOTE) == 0 || b.terms.count(QUOTE) == 0 {
        return const { weights::QUOTE.named("no quote to compare") };
    }
    weights::QUOTE.at(pair.cosine(QUOTE).max(pair.cosine(AROUND)))
}

/// Labels and quotes taken together: what one says in its label the other may say in its quote.
pub(super) fn together(pair: &CandidatePair<'_>) -> &'static Level {
    weights::TOGETHER.at(pair.cosine(ALL).max(pair.cosine(TOLD)))
}
