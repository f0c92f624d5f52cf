//! A claim as the cards and the outlets tell it.

use super::quote::{Piece, pieces};
use super::sheet::{Entry, Sheet};
use crate::report::Claim;
use crate::report::view::Article;
use crate::value::Kind;

/// Who says what, in which words, on whose authority, and where it is to be read.
pub(super) struct Line<'a> {
    pub(super) claim: &'a Claim,
    pub(super) quote: Vec<Piece<'a>>,
    pub(super) article: Option<&'a Article>,
    /// Where the page tells of its outlet.
    pub(super) outlet: &'a str,
}

impl<'a> Line<'a> {
    /// A claim of an item, beside one that says otherwise.
    pub(super) fn new(
        sheet: &'a Sheet<'a>,
        entry: &Entry<'a>,
        at: usize,
        against: Option<&'a Claim>,
    ) -> Self {
        let claim = &entry.item.claims[at];
        let quote = claim.quote.as_deref().unwrap_or_default();
        let quote = match against {
            Some(other) => pieces(quote, &claim.value, &other.value, other.quote.as_deref()),
            None if quote.is_empty() => Vec::new(),
            None => vec![Piece { text: quote, differs: false }],
        };
        Self { claim, quote, article: sheet.article(claim), outlet: &sheet.outlets[entry.columns[at]].anchor }
    }

    /// As understood, where that is not what is written.
    pub(super) fn understood(&self) -> Option<&'a str> {
        let claim = self.claim;
        let told = !matches!(claim.kind, Kind::Text | Kind::Truth) && claim.understood != claim.value;
        told.then_some(claim.understood.as_str()).filter(|it| !it.is_empty())
    }

    /// Whom it credits.
    pub(super) fn citing(&self) -> Option<String> {
        let names = &self.claim.according_to;
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// Where the article is to be read, if that is a place on the web.
    pub(super) fn link(&self) -> Option<&'a str> {
        self.article.and_then(link)
    }

    pub(super) fn published(&self) -> Option<String> {
        self.article.and_then(published)
    }
}

/// An article's place on the web. Anything else (`javascript:`, `data:`) is no place to go to.
pub(super) fn link(article: &Article) -> Option<&str> {
    let url = article.url.as_deref()?.trim();
    let scheme = url.split_once("://")?.0;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (is_web && !url.contains(|it: char| it.is_control() || it.is_whitespace())).then_some(url)
}

/// The day on which an article appeared, or the first and the last on which it may have.
pub(super) fn published(article: &Article) -> Option<String> {
    let (first, last) = article.published()?;
    let day = |day: jiff::civil::Date| day.strftime("%-d %b %Y").to_string();
    Some(if first == last { day(first) } else { format!("{} to {}", day(first), day(last)) })
}
