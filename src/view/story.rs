//! A story and its articles.

use bitcode::{Decode, Encode};
use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use super::near::Near;
use super::{Item, VersionView, When, heading, period};
use crate::claim;
use crate::fusion::{self, DataItem, Origins};
use crate::linkage::Alignment;

/// Fewer items than these are not worth a thread of their own.
const ITEMS_AT_ONCE: usize = 64;

/// One story.
#[derive(Debug, Encode, Decode)]
pub struct StoryView {
    /// The name of its folder.
    pub name: String,
    /// Its data items, gravest first.
    pub items: Vec<Item>,
    /// Later versions of articles, and what they say otherwise.
    pub versions: Vec<VersionView>,
    /// What it is about.
    pub title: Option<String>,
    /// Its folder in words, as its claims spell them.
    pub words: String,
    /// Where it is.
    pub folder: String,
    /// How many outlets it has.
    pub outlets: usize,
    /// Its claims are those of other stories: what spans several of them.
    pub across: bool,
    /// So many words stand in so many of its labels that not all claims which share them were compared.
    pub hubs: usize,
    /// So many of its claims were compared only with those most like them, since the budget allowed no more.
    pub cut_short: usize,
    /// So many pairs of values were not compared for the same reason, and are unclear.
    pub unjudged: usize,
    /// Items, by their labels, of so many different values that not each was compared with each; and how many.
    pub muddled: Vec<(String, usize)>,
    /// Its articles, in the order of their paths.
    pub articles: Vec<ArticleView>,
}

/// One article.
#[derive(Clone, Debug, Serialize, Encode, Decode)]
pub struct ArticleView {
    /// Its claim file, relative to where the run started.
    pub file: String,
    /// Who published it.
    pub outlet: String,
    /// What the outlet is called where others credit it.
    #[serde(skip)]
    pub key: String,
    /// Its headline.
    pub title: Option<String>,
    /// When it appeared.
    pub published: Option<When>,
    /// Where it is to be read.
    pub url: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// What a bare `$` means in it.
    #[serde(skip)]
    pub currency: Option<String>,
    /// Whose copy it is.
    #[serde(skip)]
    pub wire: Option<String>,
    /// The file of its text, relative to where the run started.
    #[serde(skip)]
    pub text: Option<String>,
}

impl StoryView {
    /// The view of an aligned and fused story.
    pub fn new(story: &claim::Story, alignment: &Alignment<'_>, items: &[DataItem]) -> Self {
        Self::by(story, alignment, items, &Origins::of(story))
    }

    /// The view of a story whose origins are known already.
    pub fn by(
        story: &claim::Story,
        alignment: &Alignment<'_>,
        items: &[DataItem],
        origins: &Origins<'_>,
    ) -> Self {
        let outlets: std::collections::BTreeSet<&str> =
            story.articles.iter().map(|article| article.outlet.as_str()).collect();
        let near = Near::new(alignment);
        let view = |item: &DataItem| Item::new(story, alignment, origins, item, &near);
        let views: Vec<Item> = items.par_iter().with_min_len(ITEMS_AT_ONCE).map(view).collect();
        Self {
            name: story.name.clone(),
            title: story.title.clone(),
            words: heading::of(&story.name, &views),
            folder: story.folder.clone(),
            outlets: outlets.len(),
            versions: fusion::versions(story).iter().map(VersionView::new).collect(),
            across: false,
            hubs: alignment.hubs,
            cut_short: alignment.cut_short,
            unjudged: items.iter().map(|it| it.unjudged).sum(),
            muddled: items.iter().filter_map(|it| Some((it.label.clone(), it.muddled?))).collect(),
            articles: story.articles.iter().map(|article| ArticleView::new(article, origins)).collect(),
            items: views,
        }
    }
}

impl ArticleView {
    /// The first and the last day on which it may have appeared.
    pub fn published(&self) -> Option<(Date, Date)> {
        self.published?.days()
    }

    /// When it appeared, as people write days.
    pub fn appeared(&self) -> Option<String> {
        period::published(self)
    }

    /// Where it is to be read, if that is a place on the web. Anything else (`javascript:`, `data:`) is no place to go to.
    pub fn link(&self) -> Option<&str> {
        let url = self.url.as_deref()?.trim();
        let scheme = url.split_once("://")?.0;
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        (is_web && !url.contains(|it: char| it.is_control() || it.is_whitespace())).then_some(url)
    }

    pub(super) fn new(article: &claim::Article, origins: &Origins<'_>) -> Self {
        Self {
            file: article.file.path().to_owned(),
            outlet: article.outlet.clone(),
            key: origins.outlet(&article.outlet).into_owned(),
            title: article.title.clone(),
            published: article.appeared().and_then(When::of),
            url: article.url.clone(),
            author: article.author.clone(),
            currency: article.currency.clone(),
            wire: article.wire.clone(),
            text: article.body.as_ref().map(|it| it.path().to_owned()),
        }
    }
}

impl StoryView {
    /// As it calls itself, or its folder in words: `Turkey earthquake` for `turkey-earthquake`.
    pub fn heading(&self) -> String {
        self.title.as_ref().unwrap_or(&self.words).clone()
    }

    /// How many claims it has.
    pub fn claims(&self) -> usize {
        self.items.iter().map(|item| item.claims.len()).sum()
    }
}
