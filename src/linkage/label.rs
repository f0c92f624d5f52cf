//! What linkage looks at in a claim: the concepts of its label, its quote and its value.

use std::collections::{BTreeMap, BTreeSet};

use super::normalise::{Concept, Sort, Vocabulary};
use crate::claim::{Claim, Story};
use crate::value::{Content, Kind, Value};

/// What a word that stands in any label weighs, as a share of what its rarity would give it.
const GENERAL: f64 = 0.5;

/// Words at least this much alike, by Jaro-Winkler, count as one.
const NEARLY_ALIKE: f64 = 0.92;

/// A claim, prepared for comparison.
#[derive(Debug)]
pub(crate) struct Label {
    /// Which article of the story it comes from.
    pub(crate) article: usize,
    /// The concepts of subject, attribute and scope, sorted, each once.
    pub(crate) words: Vec<Concept>,
    /// The names in the attribute: what the subject is set in relation to.
    pub(crate) objects: Vec<Concept>,
    /// What is asked: the first concept of the attribute that says so.
    pub(crate) asked: Option<Concept>,
    /// The concepts of the quote, sorted.
    pub(crate) quote: Vec<Concept>,
    /// The concepts of a value that is words or names, sorted.
    pub(crate) value: Vec<Concept>,
}

/// All claims of a story in the order of its articles, and how telling each concept is.
#[derive(Debug)]
pub(crate) struct Labels {
    pub(crate) of_claims: Vec<Label>,
    pub(crate) vocabulary: Vocabulary,
    /// In nats, by concept.
    pub(crate) weights: Vec<f64>,
    /// By concept, those that are nearly spelled like it, most alike first.
    spellings: Vec<Vec<(Concept, f64)>>,
    /// The concepts that each article uses in any claim.
    used: BTreeSet<(usize, Concept)>,
    /// How rare each kind of value, with its unit, is in an article; in nats.
    kinds: BTreeMap<(Kind, Option<String>), f64>,
}

impl Labels {
    /// Prepares the claims of a story.
    pub(crate) fn of(story: &Story) -> Self {
        let mut vocabulary = Vocabulary::new(&story.desk.aliases);
        let claims = story.articles.iter().flat_map(|article| &article.claims);
        let texts =
            claims.flat_map(|it| [it.subject.as_str(), it.attribute.as_str(), it.value.text.as_str()]);
        vocabulary.learn_initials(texts);
        let mut labels = Vec::new();
        for (article, it) in story.articles.iter().enumerate() {
            for claim in &it.claims {
                labels.push(Label::of(article, claim, &mut vocabulary));
            }
        }
        let mut weights = weights(&labels, vocabulary.len());
        for (concept, weight) in (0..).zip(&mut weights) {
            if vocabulary.is_general(concept) {
                *weight *= GENERAL;
            }
        }
        let used = labels
            .iter()
            .flat_map(|label| [&label.words, &label.quote, &label.value].map(|set| (label.article, set)))
            .flat_map(|(article, set)| set.iter().map(move |&concept| (article, concept)))
            .collect();
        let spellings = spellings(&vocabulary);
        Self { of_claims: labels, vocabulary, weights, spellings, used, kinds: kinds(story) }
    }

    /// How telling a concept is, in nats.
    pub(crate) fn weight(&self, concept: Concept) -> f64 {
        self.weights.get(concept as usize).copied().unwrap_or(0.0)
    }

    /// The concepts that are nearly spelled like one, and how nearly, most alike first.
    pub(crate) fn spelled_like(&self, concept: Concept) -> &[(Concept, f64)] {
        self.spellings.get(concept as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether an article uses a concept in any of its claims.
    pub(crate) fn uses(&self, article: usize, concept: Concept) -> bool {
        self.used.contains(&(article, concept))
    }

    /// How rare a kind of value is in an article, in nats.
    pub(crate) fn rarity(&self, value: &Value) -> f64 {
        self.kinds.get(&kind_of(value)).copied().unwrap_or(0.0)
    }

    /// Whether a concept is of a sort.
    pub(crate) fn is(&self, concept: Concept, sort: Sort) -> bool {
        self.vocabulary.sort(concept) == sort
    }
}

impl Label {
    fn of(article: usize, claim: &Claim, vocabulary: &mut Vocabulary) -> Self {
        let subject = vocabulary.concepts(&claim.subject);
        let attribute = vocabulary.concepts(&claim.attribute);
        let said = attribute.iter().copied().find(|&it| vocabulary.is_asking(it));
        // `closed by`, `bought by`: the last word asks.
        let by = || claim.attribute.trim_end().to_lowercase().ends_with(" by");
        let asked = said.or_else(|| by().then(|| vocabulary.concept("who", Sort::Word)));
        let scope = claim.scope.as_deref().map(|it| vocabulary.concepts(it)).unwrap_or_default();
        let objects = attribute.clone();
        let words = sorted([subject, attribute, scope].concat());
        let quote = claim.quote.as_deref().map(|it| vocabulary.concepts(it)).unwrap_or_default();
        let value = value_text(&claim.value).map(|it| vocabulary.concepts(&it)).unwrap_or_default();
        Self { article, words, objects, asked, quote: sorted(quote), value: sorted(value) }
    }
}

/// The words of a value that is no figure.
fn value_text(value: &Value) -> Option<String> {
    match &value.content {
        Content::Names { names, .. } => Some(names.join(", ")),
        Content::Words { .. } => Some(value.text.clone()),
        _ => value.counted.clone(),
    }
}

/// Words that Jaro-Winkler finds nearly alike: misspellings, transliterations, forms that the stemmer leaves apart.
/// Short words and figures are left alone, and a word and its misspelling share their first letter.
fn spellings(vocabulary: &Vocabulary) -> Vec<Vec<(Concept, f64)>> {
    let mut by_letter: BTreeMap<char, Vec<Concept>> = BTreeMap::new();
    for (concept, word) in (0..).zip(vocabulary.words()) {
        let is_word = matches!(vocabulary.sort(concept), Sort::Word | Sort::Entity);
        if let Some(letter) = word.chars().next().filter(|_| is_word && word.chars().count() >= 5) {
            by_letter.entry(letter).or_default().push(concept);
        }
    }
    let mut spellings = vec![Vec::new(); vocabulary.len()];
    for concepts in by_letter.values() {
        for (at, &a) in concepts.iter().enumerate() {
            for &b in concepts.iter().skip(at + 1) {
                let alike = strsim::jaro_winkler(vocabulary.word(a), vocabulary.word(b));
                if alike >= NEARLY_ALIKE {
                    spellings[a as usize].push((b, alike));
                    spellings[b as usize].push((a, alike));
                }
            }
        }
    }
    for alike in &mut spellings {
        alike.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    }
    spellings
}

fn kind_of(value: &Value) -> (Kind, Option<String>) {
    (value.kind, value.unit.as_ref().map(ToString::to_string))
}

/// Inverse document frequency of the kinds of values, with the claims of one article as documents.
fn kinds(story: &Story) -> BTreeMap<(Kind, Option<String>), f64> {
    let mut shares: BTreeMap<(Kind, Option<String>), (f64, f64)> = BTreeMap::new();
    for article in &story.articles {
        let mut counts: BTreeMap<(Kind, Option<String>), f64> = BTreeMap::new();
        for claim in &article.claims {
            *counts.entry(kind_of(&claim.value)).or_default() += 1.0;
        }
        for (kind, count) in counts {
            let (sum, articles) = shares.entry(kind).or_default();
            *sum += (count + 0.5) / (article.claims.len() as f64 + 1.0);
            *articles += 1.0;
        }
    }
    shares.into_iter().map(|(kind, (sum, articles))| (kind, f64::ln(articles / sum))).collect()
}

fn sorted(mut concepts: Vec<Concept>) -> Vec<Concept> {
    concepts.sort_unstable();
    concepts.dedup();
    concepts
}

/// Inverse document frequency inside the articles that use a concept: an article makes one claim of each fact,
/// so a concept that many of its labels hold (the story's own subject) tells them apart badly, however many
/// articles use it. (Spärck Jones 1972, with the claims of one article as documents.)
fn weights(labels: &[Label], concepts: usize) -> Vec<f64> {
    let mut sizes: BTreeMap<usize, f64> = BTreeMap::new();
    let mut uses: BTreeMap<(Concept, usize), f64> = BTreeMap::new();
    for label in labels {
        *sizes.entry(label.article).or_default() += 1.0;
        for &concept in &label.words {
            *uses.entry((concept, label.article)).or_default() += 1.0;
        }
    }
    let mut shares = vec![(0.0, 0.0); concepts];
    for ((concept, article), count) in uses {
        let size = sizes.get(&article).copied().unwrap_or(1.0);
        if let Some((sum, articles)) = shares.get_mut(concept as usize) {
            *sum += (count + 0.5) / (size + 1.0);
            *articles += 1.0;
        }
    }
    let unseen = (labels.len().max(1) as f64).ln();
    shares
        .into_iter()
        .map(
            |(sum, articles)| if articles > 0.0 { f64::ln(articles / sum).max(0.1) } else { unseen.min(2.5) },
        )
        .collect()
}
