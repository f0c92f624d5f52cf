//! A claim, as formats show it.

use bitcode::{Decode, Encode};
use serde::Serialize;

use super::{DrawnExtent, When, meaning};
use crate::claim::Certainty;
use crate::files::Place;
use crate::fusion;
use crate::linkage::{ArticleClaim, Sure};
use crate::value::Kind;

/// One claim.
#[derive(Clone, Debug, Serialize, Encode, Decode)]
pub struct ClaimView {
    /// Relative to where the run started.
    pub file: String,
    /// Which `[[claim]]` of the file, from 1.
    pub number: usize,
    /// The line of its value, from 1.
    pub line: usize,
    /// Who tells it.
    pub outlet: String,
    /// Who or what it is about.
    pub subject: String,
    /// Which property.
    pub attribute: String,
    /// As worded.
    pub value: String,
    /// As understood.
    pub understood: String,
    /// The words that carry it.
    pub quote: Option<String>,
    /// Who the article credits.
    pub according_to: Vec<String>,
    /// How sure it is to tell the fact of the item it is shown in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Sure>,
    /// When its article appeared.
    pub published: Option<When>,
    /// When it held, where the article says so.
    pub as_of: Option<When>,
    /// What sort of value it has.
    #[serde(skip)]
    pub kind: Kind,
    /// Where its value begins.
    #[serde(skip)]
    pub begin: Place,
    /// Where its value ends: the place behind its last character.
    #[serde(skip)]
    pub end: Place,
    /// First and last line of its table.
    #[serde(skip)]
    pub lines: (usize, usize),
    /// What it says of scope, time and certainty.
    #[serde(skip)]
    pub limits: Vec<String>,
    /// What its value means to whoever looks for what was accepted.
    #[serde(skip)]
    pub meaning: String,
    /// What it covers.
    #[serde(skip)]
    pub scope: Option<String>,
    /// How firmly it is said.
    #[serde(skip)]
    pub firmness: Option<String>,
    /// The members of a value that is written as a list.
    #[serde(skip)]
    pub members: Vec<String>,
    /// Its pin.
    #[serde(skip)]
    pub pin: Option<String>,
    /// The pins that it is told apart from.
    #[serde(skip)]
    pub not: Vec<String>,
    /// Whom it credits, by one name each.
    #[serde(skip)]
    pub credits: Vec<fusion::Credit>,
    /// Where it lies on a line, if its value can.
    #[serde(skip)]
    pub extent: Option<DrawnExtent>,
}

impl ClaimView {
    /// A claim as it is told.
    pub fn new(told: ArticleClaim<'_>) -> Self {
        let (article, claim) = (told.article, told.claim);
        let line = |at: usize| article.file.line(at);
        let limits = [
            claim.scope.as_ref().map(|scope| format!("covers {scope}")),
            claim.held().and_then(When::of).map(|it| format!("as of {}", it.said())),
            claim.certainty.map(|certainty| certainty.name().to_owned()),
        ];
        let understood = claim.value.understood();
        Self {
            file: article.file.path().to_owned(),
            number: claim.number,
            line: line(claim.value_span.start),
            outlet: article.outlet.clone(),
            subject: claim.subject.clone(),
            attribute: claim.attribute.clone(),
            kind: claim.value.kind,
            value: claim.value.text.clone(),
            meaning: meaning(&understood, &claim.value.text),
            understood,
            scope: claim.scope.clone(),
            firmness: claim.certainty.map(|it| it.name().to_owned()),
            members: claim.members.clone(),
            pin: claim.item.clone(),
            not: claim.not.clone(),
            quote: claim.quote.clone(),
            according_to: claim.according_to.clone(),
            certainty: None,
            published: article.appeared().and_then(When::of),
            as_of: claim.held().and_then(When::of),
            begin: article.file.place(claim.value_span.start),
            end: article.file.place(claim.value_span.end),
            lines: (line(claim.span.start), line(claim.span.end.saturating_sub(1))),
            limits: limits.into_iter().flatten().collect(),
            credits: Vec::new(),
            extent: DrawnExtent::of(&claim.value),
        }
    }

    /// Where it is not sure enough to tell the fact of its item: that, in words.
    pub fn probably(&self) -> Option<String> {
        self.certainty.filter(|it| !it.is_enough()).map(|it| format!("probably the same fact: {it}"))
    }

    /// Whether it says what is not so.
    pub(crate) fn is_denied(&self) -> bool {
        self.limits.iter().any(|it| it == Certainty::Denied.name())
    }
}
