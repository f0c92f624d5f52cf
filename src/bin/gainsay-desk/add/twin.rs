//! An article that is there already, and is being added again.

use gainsay::claim::Article;
use gainsay::files::safe;
use gainsay::workspace::CheckedStory;

use super::entry::ArticleEntry;

/// An article that may be the same.
#[derive(Clone, Debug)]
pub(super) struct Twin {
    /// Its claim file, as reports call it.
    pub(super) file: String,
    /// Who published it, and its title and day, in a line.
    pub(super) told: String,
    pub(super) claims: usize,
    pub(super) sign: Sign,
}

/// What it is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Address,
    Text,
    Title,
}

impl Sign {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Address => "it has the same address",
            Self::Text => "it has the same text",
            Self::Title => "the outlet and the headline are the same",
        }
    }
}

impl Twin {
    fn new(article: &Article, sign: Sign) -> Self {
        let title = article.title.as_ref().map(|it| format!(", “{it}”")).unwrap_or_default();
        let day = article.published.and_then(|it| it.low).map(|it| it.strftime(", %-d %b %Y").to_string());
        Self {
            file: article.file.path().to_owned(),
            told: safe(&format!("{}{title}{}", article.outlet, day.unwrap_or_default())),
            claims: article.claims.len(),
            sign,
        }
    }

    /// Whether two files of these can't be two articles.
    pub(super) fn is_version(&self) -> bool {
        self.sign == Sign::Address
    }
}

/// The article of a story that a new entry may be once more.
pub(super) fn of(story: &CheckedStory, entry: &ArticleEntry) -> Option<Twin> {
    let all = &story.story.articles;
    let by = |sign: Sign, is: &dyn Fn(&Article) -> bool| {
        all.iter().rev().find(|it| is(it)).map(|it| Twin::new(it, sign))
    };
    let address = |it: &Article| {
        !entry.url.is_empty() && it.url.as_ref().is_some_and(|url| bare(url) == bare(&entry.url))
    };
    let text = |it: &Article| {
        let own = it.body.as_ref().map(|it| it.text().trim()).filter(|it| !it.is_empty());
        own.is_some_and(|text| text == entry.text.trim())
    };
    let title = |it: &Article| {
        let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
        let titled = it.title.as_ref().is_some_and(|title| same(title, &entry.title));
        titled && same(&it.outlet, &entry.outlet)
    };
    by(Sign::Address, &address).or_else(|| by(Sign::Text, &text)).or_else(|| by(Sign::Title, &title))
}

/// An address without what makes no other page of it.
fn bare(url: &str) -> String {
    let plain = url.trim().split('#').next().unwrap_or_default().trim_end_matches('/');
    let scheme = plain.split_once("://").map_or(plain, |it| it.1);
    scheme.trim_start_matches("www.").to_lowercase()
}
