//! A claim as the cards and the outlets tell it.

use super::quote::{Piece, pieces};
use super::sheet::{SheetEntry, StorySheet};
use crate::value::Kind;
use crate::view::period::{period, published, stated};
use crate::view::{ArticleView, ClaimView};

/// Who says what, in which words, on whose authority, and where it is to be read.
pub(super) struct ClaimLine<'a> {
    pub(super) claim: &'a ClaimView,
    pub(super) quote: Vec<Piece<'a>>,
    pub(super) article: Option<&'a ArticleView>,
    /// Where the page tells of its outlet.
    pub(super) outlet: &'a str,
}

impl<'a> ClaimLine<'a> {
    /// A claim of an item, beside one that says otherwise.
    pub(super) fn new(
        sheet: &'a StorySheet<'a>,
        entry: &SheetEntry<'a>,
        at: usize,
        against: Option<&'a ClaimView>,
    ) -> Self {
        let claim = &entry.item.view.claims[at];
        let quote = claim.quote.as_deref().unwrap_or_default();
        let quote = match against {
            Some(other) => pieces(quote, &claim.value, &other.value, other.quote.as_deref()),
            None if quote.is_empty() => Vec::new(),
            None => vec![Piece { text: quote, differs: false }],
        };
        Self { claim, quote, article: sheet.article(claim), outlet: &sheet.outlets[entry.columns[at]].anchor }
    }

    /// As understood, where that is not what is written.
    pub(super) fn understood(&self) -> Option<String> {
        let claim = self.claim;
        if matches!(claim.kind, Kind::Text | Kind::Truth) || claim.understood == claim.value {
            return None;
        }
        // A stage repeats its words.
        let inner = claim.understood.strip_prefix(claim.value.as_str());
        let inner = inner.and_then(|rest| rest.strip_prefix(" (")?.strip_suffix(')'));
        let plain = || inner.unwrap_or(&claim.understood).to_owned();
        let understood = stated(claim).map_or_else(plain, |(first, last)| period(first, last));
        Some(understood).filter(|it| !it.is_empty() && *it != claim.value)
    }

    /// Whom it credits.
    pub(super) fn citing(&self) -> Option<String> {
        let names = &self.claim.according_to;
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// Whose copy its article is, or whose its outlet's name says it is.
    pub(super) fn copied(&self) -> Option<&'a str> {
        let credit = self.claim.credits.iter().find(|it| !it.anonymous)?;
        let own = self.article.is_some_and(|it| it.key == credit.key);
        (self.claim.according_to.is_empty() && !own).then_some(credit.name.as_str())
    }

    /// Where the article is to be read, if that is a place on the web.
    pub(super) fn link(&self) -> Option<&'a str> {
        self.article.and_then(ArticleView::link)
    }

    pub(super) fn published(&self) -> Option<String> {
        self.article.and_then(published)
    }
}
