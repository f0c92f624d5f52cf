//! On whose authority: the origins of claims, by one name each, and how many of them are independent.

mod name;
mod outlet;
mod unnamed;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use name::{Names, is_unnamed};
use outlet::OutletName;

use crate::claim::{Article, Conventions, Story};
use crate::linkage::ArticleClaim;

/// The origins of a story.
#[derive(Debug)]
pub struct Origins<'s> {
    desk: &'s Conventions,
    names: Names,
    /// Every name that the story's claims and articles have for an origin, as written.
    known: BTreeMap<&'s str, KnownName>,
    /// Outlets that others credit, by their one name: each is a source of what it reports itself.
    credited: BTreeSet<String>,
    /// By the names of the story's outlets, as written.
    outlets: BTreeMap<&'s str, OutletName<'s>>,
}

/// What makes two claims one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie<'o> {
    /// A named source.
    Source(Cow<'o, str>),
    /// The outlet.
    Outlet(Cow<'o, str>),
}

/// What is known of a name.
#[derive(Clone, Debug)]
struct KnownName {
    /// The one name of the origin.
    key: String,
    /// It names nobody.
    unnamed: bool,
}

/// Whom a claim credits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, bitcode::Encode, bitcode::Decode)]
pub struct Credit {
    /// As worded.
    pub name: String,
    /// One spelling for all the names that one origin has in a story.
    pub key: String,
    /// It names nobody, so that another outlet may mean somebody else by it.
    pub anonymous: bool,
}

/// What stands behind some claims: named sources that don't rest on one another, and outlets that name none, of which nobody
/// can say whether they are independent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, bitcode::Encode, bitcode::Decode)]
pub struct Backing {
    /// Groups of claims that share no named source.
    pub named: usize,
    /// Outlets without a source.
    pub unnamed: usize,
}

impl Backing {
    /// How many there are, with and without a source.
    pub fn outlets(self) -> usize {
        self.named + self.unnamed
    }
}

impl fmt::Display for Backing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sources = if self.named == 1 { "source" } else { "sources" };
        match (self.named, self.unnamed) {
            (0, 0) => out.write_str("none"),
            (0, unnamed) => write!(out, "{unnamed} without a source"),
            (named, 0) => write!(out, "{named} named {sources}"),
            (named, unnamed) => write!(out, "{named} named {sources}, {unnamed} without a source"),
        }
    }
}

impl<'s> Origins<'s> {
    /// Whoever is credited in a story, and its outlets.
    pub fn of(story: &'s Story) -> Self {
        let claims = || story.articles.iter().flat_map(|article| &article.claims);
        let credited = || claims().flat_map(|claim| &claim.according_to).map(String::as_str);
        let outlets = story.articles.iter().flat_map(|article| {
            let apart = outlet::taken_apart(&article.outlet);
            [Some(apart.name), article.wire.as_deref().or(apart.wire)].into_iter().flatten()
        });
        let desk = &story.desk;
        let written: BTreeSet<&str> = credited().chain(outlets).collect();
        let names = Names::of(written.iter().copied(), desk);
        let known =
            |name: &'s str| (name, KnownName { key: names.one(name, desk), unnamed: is_unnamed(name) });
        let known: BTreeMap<&str, KnownName> = written.into_iter().map(known).collect();
        let sources = credited().filter_map(|name| known.get(name)).filter(|it| !it.unnamed);
        let credited = sources.map(|it| it.key.clone()).collect();
        let apart = |article: &'s Article| (article.outlet.as_str(), outlet::taken_apart(&article.outlet));
        let outlets = story.articles.iter().map(apart).collect();
        Self { desk, names, known, credited, outlets }
    }

    fn known(&self, name: &str) -> Cow<'_, KnownName> {
        let anew = || KnownName { key: self.names.one(name, self.desk), unnamed: is_unnamed(name) };
        self.known.get(name).map_or_else(|| Cow::Owned(anew()), Cow::Borrowed)
    }

    fn key(&self, name: &str) -> Cow<'_, str> {
        match self.known(name) {
            Cow::Borrowed(known) => known.key.as_str().into(),
            Cow::Owned(known) => known.key.into(),
        }
    }

    fn taken_apart<'a>(&self, article: &'a Article) -> OutletName<'a>
    where
        's: 'a,
    {
        let known = self.outlets.get(article.outlet.as_str());
        known.copied().unwrap_or_else(|| outlet::taken_apart(&article.outlet))
    }

    /// Whose copy an article is, by its own key or by the outlet's name.
    fn wire<'a>(&self, article: &'a Article) -> Option<&'a str>
    where
        's: 'a,
    {
        article.wire.as_deref().or_else(|| self.taken_apart(article).wire)
    }

    /// Whom a claim credits, in the order given; where it stands on its outlet's own word, the agency whose copy the article
    /// is, and else nobody.
    pub fn credits(&self, told: ArticleClaim<'_>) -> Vec<Credit> {
        let credit = |name: &str| {
            let KnownName { key, unnamed } = self.known(name).into_owned();
            Credit { name: name.to_owned(), key, anonymous: unnamed }
        };
        let own = self.taken_apart(told.article).name;
        let agency = self.wire(told.article).filter(|it| told.claim.according_to.is_empty() && *it != own);
        told.claim.according_to.iter().map(String::as_str).chain(agency).map(credit).collect()
    }

    /// The one name of an outlet as an origin.
    pub fn outlet(&self, outlet: &str) -> Cow<'_, str> {
        self.key(self.outlets.get(outlet).map_or_else(|| outlet::taken_apart(outlet).name, |it| it.name))
    }

    /// The named sources that a claim rests on, by their one names: those it credits, the agency whose copy the article is,
    /// the outlet itself where others credit it.
    pub(super) fn sources(&self, told: ArticleClaim<'_>) -> BTreeSet<Cow<'_, str>> {
        let mut found = self.quoted(told);
        found.extend(self.wire(told.article).map(|it| self.key(it)));
        let own = self.outlet(&told.article.outlet);
        if found.is_empty() && self.credited.contains(&*own) {
            found.insert(own);
        }
        found
    }

    /// The named sources that a claim quotes, or the agency in whose text it stands. An outlet is not quoted by itself.
    pub(super) fn quoted(&self, told: ArticleClaim<'_>) -> BTreeSet<Cow<'_, str>> {
        self.credits(told).into_iter().filter(|it| !it.anonymous).map(|it| it.key.into()).collect()
    }

    /// All that would make two claims one: their sources, and the outlet, which is no two origins, whoever it credits.
    fn ties(&self, told: ArticleClaim<'_>) -> BTreeSet<Tie<'_>> {
        let mut ties: BTreeSet<Tie<'_>> = self.sources(told).into_iter().map(Tie::Source).collect();
        ties.insert(Tie::Outlet(self.outlet(&told.article.outlet)));
        ties
    }

    /// What stands behind some claims.
    pub(super) fn backing(&self, claims: &[ArticleClaim<'_>]) -> Backing {
        self.groups(claims).fold(Backing::default(), |backing, is_named| Backing {
            named: backing.named + usize::from(is_named),
            unnamed: backing.unnamed + usize::from(!is_named),
        })
    }

    /// The groups of claims that share no origin, each with whether it has a named source.
    fn groups(&self, claims: &[ArticleClaim<'_>]) -> impl Iterator<Item = bool> {
        let mut group_of: BTreeMap<Tie<'_>, usize> = BTreeMap::new();
        // A group that has become part of another one leads to it.
        let mut leads_to: Vec<usize> = Vec::new();
        let mut named = Vec::new();
        for &told in claims {
            let group = leads_to.len();
            leads_to.push(group);
            let ties = self.ties(told);
            named.push(ties.iter().any(|it| matches!(it, Tie::Source(_))));
            for tie in ties {
                let known = group_of.insert(tie, group).map(|known| last(&leads_to, known));
                if let Some(known) = known.filter(|known| *known != group) {
                    leads_to[known] = group;
                    named[group] |= named[known];
                }
            }
        }
        let ends = leads_to.into_iter().enumerate().zip(named);
        ends.filter(|((at, to), _)| at == to).map(|(_, named)| named)
    }

    /// The origins that stand behind claims of several sides: each backs neither.
    pub(super) fn on_several_sides(&self, sides: &[Vec<ArticleClaim<'_>>]) -> BTreeSet<Tie<'_>> {
        let mut seen = BTreeSet::new();
        let mut found = BTreeSet::new();
        for side in sides {
            let ties: BTreeSet<Tie<'_>> = side.iter().flat_map(|&told| self.ties(told)).collect();
            found.extend(ties.into_iter().filter(|tie| !seen.insert(tie.clone())));
        }
        found
    }

    /// Every origin of some claims once, as worded, in the order of the claims: those they credit, or else their outlets.
    pub(super) fn all(&self, claims: &[ArticleClaim<'_>]) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut found: Vec<&str> = Vec::new();
        for told in claims {
            let credited = &told.claim.according_to;
            let own = || self.wire(told.article).unwrap_or(&told.article.outlet);
            let own = credited.is_empty().then(own);
            found.extend(credited.iter().map(String::as_str).chain(own));
        }
        found.retain(|origin| seen.insert(origin.to_ascii_lowercase()));
        found.into_iter().map(str::to_owned).collect()
    }

    /// Whether a claim rests on one of some origins.
    pub(super) fn rests_on(&self, told: ArticleClaim<'_>, origins: &BTreeSet<Tie<'_>>) -> bool {
        !origins.is_empty() && !self.ties(told).is_disjoint(origins)
    }
}

/// The group that a group has become part of in the end.
fn last(leads_to: &[usize], mut group: usize) -> usize {
    while leads_to[group] != group {
        group = leads_to[group];
    }
    group
}
