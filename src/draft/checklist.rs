//! What other outlets report and an article's file lacks.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::claim::{Article, Story};
use crate::fusion::{DataItem, Verdict};
use crate::linkage::Alignment;
use crate::mention;

/// A data item that an article's file says nothing of.
#[derive(Clone, Debug)]
pub struct Missing<'a> {
    /// The item.
    pub item: &'a DataItem,
    /// The outlets that report it, in the order of their files.
    pub outlets: Vec<&'a str>,
    /// Where the article's text seems to speak of it.
    pub passage: Option<Passage>,
}

/// A sentence of an article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its bytes.
    pub span: Range<usize>,
}

/// The share of a label's words, by how telling they are, that a passage must have.
const ENOUGH: f64 = 0.6;

/// The least and the most that a word weighs.
const LEAST: f64 = 0.3;
const MOST: f64 = 2.0;

/// The items that others report and an article's file lacks, gravest first, then those that most outlets report.
pub fn missing<'a>(
    article: &Article,
    story: &'a Story,
    alignment: &Alignment<'a>,
    items: &'a [DataItem],
) -> Vec<Missing<'a>> {
    let text = article.body.as_deref().map(|body| Text::of(body.text(), alignment));
    let mine = |at: usize| alignment.claims[at].article.file == article.file;
    let mut found: Vec<Missing<'a>> = Vec::new();
    for item in items.iter().filter(|item| !item.claims.iter().any(|&at| mine(at))) {
        let reporting: BTreeSet<&str> =
            item.claims.iter().map(|&at| alignment.claims[at].article.outlet.as_str()).collect();
        let outlets = story.articles.iter().map(|it| it.outlet.as_str());
        let mut seen = BTreeSet::new();
        let outlets: Vec<&str> = outlets.filter(|it| reporting.contains(it) && seen.insert(*it)).collect();
        let passage = text.as_ref().and_then(|text| text.passage(item, alignment));
        found.push(Missing { item, outlets, passage });
    }
    let gravity = |verdict: Verdict| Verdict::ALL.iter().position(|it| *it == verdict);
    found.sort_by_key(|it| {
        (gravity(it.item.verdict), std::cmp::Reverse(it.outlets.len()), it.item.label.clone())
    });
    found
}

/// The sentences of a text, each with its words without inflection.
struct Text {
    sentences: Vec<(Range<usize>, BTreeSet<String>)>,
}

impl Text {
    fn of(text: &str, alignment: &Alignment<'_>) -> Self {
        let sentences = mention::sentences(text).into_iter().map(|span| {
            let words = alignment.words(text.get(span.clone()).unwrap_or_default());
            (span, (*words).clone())
        });
        Self { sentences: sentences.collect() }
    }

    /// How telling a word is: rare in the text. One that the text has not at all may only be worded otherwise.
    fn weight(&self, word: &str) -> f64 {
        let sentences = self.sentences.len() as f64;
        let with = self.sentences.iter().filter(|(_, words)| words.contains(word)).count() as f64;
        ((sentences + 1.0) / (with + 0.5)).ln().clamp(LEAST, MOST)
    }

    /// The sentence that has most of an item's label, in the words of any of its claims; the values help.
    fn passage(&self, item: &DataItem, alignment: &Alignment<'_>) -> Option<Passage> {
        let mut best: Option<(f64, &Range<usize>)> = None;
        for &at in &item.claims {
            let claim = alignment.claims[at].claim;
            let asks = alignment.asks(&claim.attribute);
            let label = alignment.words(&format!("{} {}", claim.subject, claim.attribute));
            let mut label = (*label).clone();
            // What is asked (`number of`, `date of`) is rarely said.
            label.retain(|word| !asks.contains(word));
            let value = alignment.words(&claim.value.text);
            let whole: f64 = label.iter().map(|word| self.weight(word)).sum();
            for (span, words) in &self.sentences {
                let shared = |set: &BTreeSet<String>| -> f64 {
                    set.iter().filter(|it| words.contains(*it)).map(|it| self.weight(it)).sum()
                };
                let count = label.iter().filter(|it| words.contains(*it)).count();
                let (of_label, of_value) = (shared(&label) / whole, shared(&value) / whole);
                let alike = of_label + of_value / 2.0;
                let enough = of_label >= ENOUGH && (count >= 2 || of_value > 0.0);
                if enough && best.is_none_or(|(most, _)| alike > most) {
                    best = Some((alike, span));
                }
            }
        }
        best.map(|(_, span)| Passage { span: span.clone() })
    }
}
