//! What later versions of an article say otherwise than the ones that they replaced.

use super::compare::compare;
use super::verdict::Verdict;
use crate::claim::{Article, Claim, Story};
use crate::linkage::{self, Alignment, ArticleClaim};

/// A later version of an article beside the one that it replaced.
#[derive(Debug)]
pub struct Version<'a> {
    /// The version that counts no longer.
    pub earlier: &'a Article,
    /// The one that took its place.
    pub later: &'a Article,
    /// What the later one says otherwise, in the order of its claims.
    pub changes: Vec<ChangedFact<'a>>,
}

/// One fact of which a later version says something else.
#[derive(Clone, Copy, Debug)]
pub struct ChangedFact<'a> {
    /// As it was told.
    pub before: &'a Claim,
    /// As it is told now.
    pub after: &'a Claim,
}

/// Every version of the story that was replaced, in the order of the files.
pub fn versions(story: &Story) -> Vec<Version<'_>> {
    let all: Vec<&Article> = story.all_articles().collect();
    let of = |it: &'_ crate::claim::EarlierVersion| {
        let find = |path: &str| all.iter().copied().find(|article| article.file.path() == path);
        let (earlier, later) = find(it.article.file.path()).zip(find(&it.by))?;
        Some(Version { earlier, later, changes: changes(story, earlier, later) })
    };
    story.earlier.iter().filter_map(of).collect()
}

/// Two versions are aligned with each other alone, as two articles of a story are.
fn changes<'a>(story: &Story, earlier: &'a Article, later: &'a Article) -> Vec<ChangedFact<'a>> {
    let pair = Story {
        articles: vec![earlier.clone(), later.clone()],
        earlier: Vec::new(),
        desk: story.desk.clone(),
        name: story.name.clone(),
        folder: story.folder.clone(),
        title: None,
    };
    let alignment = linkage::align(&pair);
    let of_item = |item: &Vec<usize>| -> Vec<(usize, usize)> {
        let is_earlier = |at: &usize| *at < earlier.claims.len();
        let (before, after): (Vec<usize>, Vec<usize>) = item.iter().copied().partition(is_earlier);
        after.into_iter().filter_map(|after| changed(&alignment, story, &before, after)).collect()
    };
    let mut found: Vec<(usize, usize)> = alignment.items.iter().flat_map(of_item).collect();
    found.sort_by_key(|&(_, after)| after);
    let change = |(before, after): (usize, usize)| {
        let after = after.checked_sub(earlier.claims.len())?;
        Some(ChangedFact { before: earlier.claims.get(before)?, after: later.claims.get(after)? })
    };
    found.into_iter().filter_map(change).collect()
}

/// The earlier claim that a later one has taken the place of, unless one of them says the same.
fn changed(
    alignment: &Alignment<'_>,
    story: &Story,
    before: &[usize],
    after: usize,
) -> Option<(usize, usize)> {
    let worded =
        |ArticleClaim { claim, .. }: ArticleClaim<'_>| (claim.value.text.to_lowercase(), claim.certainty);
    let same = |&it: &usize| {
        worded(alignment.claims[it]) == worded(alignment.claims[after])
            || compare(alignment, &story.desk, it, after).verdict == Verdict::Agreement
    };
    if before.iter().any(same) {
        return None;
    }
    let weight = |at: usize| alignment.link(at, after).weight;
    let nearest = before.iter().copied().reduce(|best, it| if weight(it) > weight(best) { it } else { best });
    nearest.map(|before| (before, after))
}
