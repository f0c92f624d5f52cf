//! A story laid out: its items with their anchors, its outlets in the order of the columns.

use std::collections::{BTreeMap, BTreeSet};

use super::spread::spread;
use crate::baseline::{JudgedItem, JudgedStory, State};
use crate::findings::{Shown, Since};
use crate::fusion::Verdict;
use crate::view::{ArticleView, ClaimView, StoryView};

/// A story with what several sections need.
pub(super) struct StorySheet<'a> {
    pub(super) story: &'a JudgedStory,
    /// The revision it is compared with, if it is.
    pub(super) since: Option<&'a Since>,
    /// What links to the story name.
    pub(super) anchor: String,
    /// As the story calls itself, or its folder in words.
    pub(super) title: String,
    /// The items that are asked for, gravest first.
    pub(super) entries: Vec<SheetEntry<'a>>,
    /// In the order of the columns.
    pub(super) outlets: Vec<OutletColumn<'a>>,
    /// Outlets that stand beside each other because they credit the same origin most.
    pub(super) groups: Vec<Group>,
    /// Days are told with their years, as facts of several stories may stand side by side.
    pub(super) in_full: bool,
    /// Some conflicts are new and others are not, or may be: where all are, nothing is said of it.
    pub(super) tells_new: bool,
    /// By their files.
    articles: BTreeMap<&'a str, &'a ArticleView>,
}

/// An item of a sheet.
pub(super) struct SheetEntry<'a> {
    pub(super) item: JudgedItem<'a>,
    pub(super) anchor: String,
    pub(super) badge: Badge,
    pub(super) state: Option<State>,
    /// How far its values lie apart, in few words.
    pub(super) spread: String,
    /// The outlet of each claim, as a column.
    pub(super) columns: Vec<usize>,
}

/// An outlet of a sheet.
pub(super) struct OutletColumn<'a> {
    pub(super) name: &'a str,
    pub(super) anchor: String,
    pub(super) articles: Vec<&'a ArticleView>,
}

/// Neighbouring columns.
pub(super) struct Group {
    /// Whom they credit most; nobody, where it is empty.
    pub(super) origin: String,
    pub(super) columns: usize,
}

/// How a verdict looks: never by colour alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Badge {
    /// The class of its colours.
    pub(super) class: &'static str,
    pub(super) icon: char,
    pub(super) word: &'static str,
    /// Of several.
    pub(super) plural: &'static str,
    /// What a claim of such an item does.
    pub(super) does: &'static str,
}

impl Badge {
    pub(super) fn of(verdict: Verdict) -> Self {
        let (class, word, plural, does) = match verdict {
            Verdict::Contradiction => ("con", "Contradiction", "Contradictions", "contradicts"),
            Verdict::Tension => ("ten", "Tension", "Tensions", "in tension"),
            Verdict::Unclear => ("unc", "Unclear", "Unclear", "unclear"),
            Verdict::Development => ("dev", "Development", "Developments", "moved on"),
            Verdict::Compatible => ("com", "Compatible", "Compatible", "compatible"),
            Verdict::Agreement => ("agr", "Agreement", "Agreements", "agrees"),
            Verdict::Single => ("sin", "Reported once", "Reported once", "alone"),
        };
        Self { class, icon: verdict.sign(), word, plural, does }
    }
}

impl<'a> StorySheet<'a> {
    /// Lays a story out; `anchors` are the ones already given away on the page.
    pub(super) fn new(
        story: &'a JudgedStory,
        since: Option<&'a Since>,
        shown: &Shown,
        tells_new: bool,
        anchors: &mut BTreeSet<String>,
    ) -> Self {
        let anchor = unused(anchors, &format!("story-{}", slug(&story.name)));
        let (outlets, groups) = columns(story, &anchor);
        let column_of: BTreeMap<&str, usize> =
            outlets.iter().enumerate().map(|(at, it)| (it.name, at)).collect();
        let items = story.judged().filter(|item| shown.wants(*item));
        let entry = |item: JudgedItem<'a>| SheetEntry {
            item,
            anchor: unused(anchors, &item.id),
            badge: Badge::of(item.verdict),
            state: item.state().filter(|_| tells_new),
            spread: spread(&item),
            columns: item
                .claims
                .iter()
                .map(|it| column_of.get(it.outlet.as_str()).copied().unwrap_or(0))
                .collect(),
        };
        let entries = items.map(entry).collect();
        let articles = story.articles.iter().map(|it| (it.file.as_str(), it)).collect();
        let title = story.heading();
        Self { story, since, anchor, title, entries, outlets, groups, in_full: false, tells_new, articles }
    }

    /// The items of a verdict.
    pub(super) fn of(&self, verdict: Verdict) -> impl Iterator<Item = &SheetEntry<'a>> {
        self.entries.iter().filter(move |entry| entry.item.verdict == verdict)
    }

    pub(super) fn count(&self, verdict: Verdict) -> usize {
        self.of(verdict).count()
    }

    /// The items that several outlets report, or that one tells in two ways.
    pub(super) fn compared(&self) -> impl Iterator<Item = &SheetEntry<'a>> {
        self.entries.iter().filter(|entry| entry.item.verdict != Verdict::Single)
    }

    /// The article a claim is from.
    pub(super) fn article(&self, claim: &ClaimView) -> Option<&'a ArticleView> {
        self.articles.get(claim.file.as_str()).copied()
    }
}

impl SheetEntry<'_> {
    /// How many outlets report it.
    pub(super) fn outlets(&self) -> usize {
        self.columns.iter().collect::<BTreeSet<_>>().len()
    }

    /// Whether some of its conflicts are new, and others are not.
    pub(super) fn is_partly_new(&self) -> bool {
        self.is_new() && self.item.comparisons().any(|it| it.state().is_some() && !it.is_new())
    }

    /// Whether nobody has accepted one of its conflicts as it is now.
    pub(super) fn is_new(&self) -> bool {
        self.item.is_new(Verdict::Tension)
    }
}

/// The outlets of a story, those that credit one origin most beside each other: largest group first, those that credit nobody
/// last.
fn columns<'a>(story: &'a StoryView, anchor: &str) -> (Vec<OutletColumn<'a>>, Vec<Group>) {
    let mut articles: BTreeMap<&str, Vec<&ArticleView>> = BTreeMap::new();
    for article in &story.articles {
        articles.entry(&article.outlet).or_default().push(article);
    }
    let origins = origins(story);
    let mut groups: BTreeMap<Option<&str>, Vec<&str>> = BTreeMap::new();
    for &outlet in articles.keys() {
        groups.entry(origins.get(outlet).copied()).or_default().push(outlet);
    }
    let mut groups: Vec<(Option<&str>, Vec<&str>)> = groups.into_iter().collect();
    groups.sort_by_key(|(origin, outlets)| (origin.is_none(), std::cmp::Reverse(outlets.len()), *origin));
    let mut columns: Vec<OutletColumn<'a>> = Vec::new();
    let mut headings = Vec::new();
    for (origin, outlets) in groups {
        headings.push(Group { origin: origin.unwrap_or_default().to_owned(), columns: outlets.len() });
        for name in outlets {
            let anchor = format!("{anchor}-outlet-{}", columns.len() + 1);
            columns.push(OutletColumn { name, anchor, articles: articles.remove(name).unwrap_or_default() });
        }
    }
    (columns, headings)
}

/// Whom each outlet credits most, by the wording met first; of several, whom most outlets credit.
fn origins(story: &StoryView) -> BTreeMap<&str, &str> {
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    let mut times: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut of_outlets: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for claim in story.items.iter().flat_map(|item| &item.claims) {
        for credit in claim.credits.iter().filter(|credit| !credit.anonymous) {
            names.entry(&credit.key).or_insert(&credit.name);
            *times.entry(&claim.outlet).or_default().entry(&credit.key).or_default() += 1;
            of_outlets.entry(&credit.key).or_default().insert(&claim.outlet);
        }
    }
    let most = |times: &BTreeMap<&'_ str, usize>| {
        let weight =
            |(key, times): &(&&str, &usize)| (**times, of_outlets.get(**key).map_or(0, BTreeSet::len));
        let best = times.iter().max_by(|a, b| weight(a).cmp(&weight(b)).then_with(|| b.0.cmp(a.0)));
        best.and_then(|(key, _)| names.get(key).copied())
    };
    let mut found: BTreeMap<&str, &str> =
        times.iter().filter_map(|(outlet, times)| Some((*outlet, most(times)?))).collect();
    // An outlet that others credit stands among them.
    for article in &story.articles {
        let credited =
            of_outlets.get(article.key.as_str()).is_some_and(|by| by.iter().any(|it| *it != article.outlet));
        if let Some(name) = names.get(article.key.as_str()).filter(|_| credited) {
            found.insert(&article.outlet, name);
        }
    }
    found
}

/// A text as an anchor: letters, digits and hyphens.
fn slug(text: &str) -> String {
    text.chars()
        .map(|it| if it.is_ascii_alphanumeric() || matches!(it, '-' | '_') { it } else { '-' })
        .collect()
}

/// The anchor, or else the next one behind it that nothing has yet.
fn unused(anchors: &mut BTreeSet<String>, wanted: &str) -> String {
    let numbered = (2_usize..).map(|number| format!("{wanted}-{number}"));
    let free = std::iter::once(wanted.to_owned()).chain(numbered).find(|it| !anchors.contains(it));
    let free = free.unwrap_or_default();
    anchors.insert(free.clone());
    free
}
