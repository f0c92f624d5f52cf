//! What can be seen where claims of one data item, or of one label, stand side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::LintedClaim;
use crate::claim::{Claim, Conventions};
use crate::files::Problem;
use crate::fusion::{self, Verdict};
use crate::linkage::{Alignment, ArticleClaim, Link};
use crate::mention::{self, same_reading};
use crate::value::{Context, Kind};

/// A text of more words describes, and could not be worded as a figure.
const MOST_WORDS: usize = 4;

pub(super) fn check(desk: &Conventions, alignment: &Alignment<'_>, problems: &mut Vec<Problem>) {
    for item in &alignment.items {
        problems.extend(item.iter().filter_map(|&at| other_kind(desk, alignment, item, at)));
    }
    let mut alike: BTreeMap<(&str, Kind, String), Vec<usize>> = BTreeMap::new();
    for (at, told) in alignment.claims.iter().enumerate() {
        let value = &told.claim.value;
        alike.entry((told.article.file.path(), value.kind, value.understood())).or_default().push(at);
    }
    for claims in alike.values() {
        for (index, &a) in claims.iter().enumerate() {
            problems.extend(claims.iter().skip(index + 1).filter_map(|&b| twice(desk, alignment, a, b)));
        }
    }
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    for link in alignment.links.iter().filter(|link| link.pinned == Some(false)) {
        let (a, b) = (alignment.claims[link.a], alignment.claims[link.b]);
        if let (Some(mine), Some(yours)) = (&a.claim.item, &b.claim.item)
            && plainly_the_same(desk, alignment, link)
            && told.insert((mine.min(yours), mine.max(yours)))
        {
            problems.extend(pinned_apart(desk, a, b, (mine, yours)));
        }
    }
}

/// A value that none of the item's other values can be compared with, since it is of another kind.
fn other_kind(desk: &Conventions, alignment: &Alignment<'_>, item: &[usize], at: usize) -> Option<Problem> {
    let mine = alignment.claims[at];
    let others: Vec<usize> = item.iter().copied().filter(|&it| !alignment.same_article(at, it)).collect();
    let kind = alignment.claims[*others.first()?].claim.value.kind;
    let wordy = |kind| matches!(kind, Kind::Text | Kind::Names | Kind::Stage | Kind::Truth);
    // A description (`the largest since the crisis`) is no figure in other words.
    let describes =
        wordy(mine.claim.value.kind) && mine.claim.value.text.split_whitespace().count() > MOST_WORDS;
    // Only what holds a figure may have been misread as words; a name among figures is a matter of the labels.
    let in_words = |at: usize| {
        let value = &alignment.claims[at].claim.value;
        wordy(value.kind) && !holds_figure(&value.text)
    };
    let misread = !describes && !in_words(at) && !others.iter().all(|&it| in_words(it));
    let outlier = misread
        && kind != mine.claim.value.kind
        && !(wordy(kind) && wordy(mine.claim.value.kind))
        && others.iter().all(|&it| alignment.claims[it].claim.value.kind == kind)
        && others.iter().all(|&it| fusion::compare(alignment, desk, at, it).verdict == Verdict::Unclear);
    // Of two, neither is the odd one: the later one is as good.
    if !outlier || others.iter().all(|&it| it > at) && others.len() == 1 {
        return None;
    }
    let case = LintedClaim { article: mine.article, desk, claim: mine.claim };
    let message = format!(
        "“{}” is read as {}, and the item's other values as {}",
        mine.claim.value.text,
        mine.claim.value.kind.name(),
        kind.name()
    );
    let mut finding = case.finding("kind-differs", &mine.claim.value_span, message).hint(
        "word it as a value of that kind if it is one; if it is another fact, say so in the attribute or pin it with `item`",
    );
    for &it in others.iter().take(2) {
        let ArticleClaim { article, claim } = alignment.claims[it];
        finding = finding.related(&article.file, claim.value_span.clone(), claim.value.understood());
    }
    Some(finding)
}

/// Whether a text has a figure in digits, or in words that are one: `a dozen or so`.
fn holds_figure(text: &str) -> bool {
    let counts = |mention: &mention::Mention| !mention.value.is_rank();
    text.contains(|it: char| it.is_ascii_digit())
        || mention::figures(text, &Context::default()).iter().any(counts)
}

/// One fact that an article is made to state twice, with the same value from the same words.
fn twice(desk: &Conventions, alignment: &Alignment<'_>, a: usize, b: usize) -> Option<Problem> {
    let (first, second) = (alignment.claims[a].claim, alignment.claims[b].claim);
    let plain = |text: &str| text.to_lowercase();
    // Word for word the same: that was noted when the file was read.
    let noted = plain(&first.subject) == plain(&second.subject)
        && plain(&first.attribute) == plain(&second.attribute)
        && plain(&first.value.text) == plain(&second.value.text);
    let same = same_reading(&first.value, &second.value)
        && first.scope == second.scope
        && first.as_of == second.as_of
        && first.certainty == second.certainty
        && first.according_to == second.according_to
        && same_words(first.quote.as_deref(), second.quote.as_deref());
    let words = |claim: &Claim| alignment.words(&format!("{} {}", claim.subject, claim.attribute));
    let (mine, yours) = (words(first), words(second));
    // A day and the hour of it are two facts.
    let asked = alignment.asks(&first.attribute) == alignment.asks(&second.attribute);
    let same = same && asked && (mine.is_subset(&yours) || yours.is_subset(&mine));
    if noted || !same || fusion::compare(alignment, desk, a, b).verdict != Verdict::Agreement {
        return None;
    }
    let article = alignment.claims[b].article;
    let case = LintedClaim { article, desk, claim: second };
    let line = article.file.place(first.value_span.start).line;
    let message = format!("the same fact stands in line {line} in other words");
    let finding = case.finding("same-fact-twice", &second.value_span, message);
    let hint = "keep one of the two; if the article says it in two places, quote both";
    Some(finding.hint(hint).related(&article.file, first.value_span.clone(), "the other one"))
}

/// Whether nothing says that two claims come from two places of an article.
fn same_words(a: Option<&str>, b: Option<&str>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.contains(b) || b.contains(a),
        _ => true,
    }
}

/// The same label and the same value in two articles.
fn plainly_the_same(desk: &Conventions, alignment: &Alignment<'_>, link: &Link) -> bool {
    let (a, b) = (alignment.claims[link.a].claim, alignment.claims[link.b].claim);
    let label = |it: &Claim| alignment.words(&format!("{} {}", it.subject, it.attribute));
    label(a) == label(b)
        && a.scope == b.scope
        && a.as_of == b.as_of
        && !alignment.same_article(link.a, link.b)
        && matches!(
            fusion::compare(alignment, desk, link.a, link.b).verdict,
            Verdict::Agreement | Verdict::Compatible
        )
}

fn pinned_apart(
    desk: &Conventions,
    a: ArticleClaim<'_>,
    b: ArticleClaim<'_>,
    (mine, yours): (&str, &str),
) -> Option<Problem> {
    let case = LintedClaim { article: b.article, desk, claim: b.claim };
    let message = format!("the pins {mine:?} and {yours:?} keep two claims apart that say the same");
    let hint =
        format!("if they are one fact, write item = {mine:?} in both; if not, tell them apart in the labels");
    let finding = case.finding("pins-split-a-fact", b.claim.spans.item.as_ref()?, message).hint(hint);
    Some(finding.related(&a.article.file, a.claim.spans.item.clone()?, "the other pin"))
}
