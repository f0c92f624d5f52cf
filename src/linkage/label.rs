//! What linkage looks at in a claim: the concepts of its label, its quote and its value.

use std::collections::{BTreeMap, BTreeSet};

use super::normalise::{Concept, Sort, Vocabulary};
use super::rarity::Rarity;
use crate::claim::{Article, Claim, Story};
use crate::value::{Content, Kind, Value};

/// Words at least this much alike, by Jaro-Winkler, count as one.
const NEARLY_ALIKE: f64 = 0.92;

/// A set of concepts, each with how telling it is in its article.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// Sorted, each once; the weights are in nats.
    of: Vec<(Concept, f64)>,
    /// The length of the vector of weights.
    pub(crate) norm: f64,
}

impl Words {
    fn new(mut concepts: Vec<Concept>, rarity: &Rarity, vocabulary: &Vocabulary) -> Self {
        concepts.sort_unstable();
        concepts.dedup();
        let of: Vec<(Concept, f64)> =
            concepts.into_iter().map(|it| (it, rarity.of_word(it, vocabulary))).collect();
        let norm = of.iter().map(|(_, weight)| weight.powi(2)).sum::<f64>().sqrt();
        Self { of, norm }
    }

    /// How telling a concept is; none where it is not in the set.
    pub(crate) fn weight(&self, concept: Concept) -> Option<f64> {
        let at = self.of.binary_search_by_key(&concept, |it| it.0).ok()?;
        self.of.get(at).map(|it| it.1)
    }

    pub(crate) fn holds(&self, concept: Concept) -> bool {
        self.weight(concept).is_some()
    }

    pub(crate) fn concepts(&self) -> impl Iterator<Item = Concept> {
        self.of.iter().map(|it| it.0)
    }

    pub(crate) fn weighed(&self) -> impl Iterator<Item = (Concept, f64)> {
        self.of.iter().copied()
    }

    pub(crate) fn len(&self) -> usize {
        self.of.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.of.is_empty()
    }
}

/// A claim, prepared for comparison.
#[derive(Debug)]
pub(crate) struct Label {
    /// Which article of the story it comes from.
    pub(crate) article: usize,
    /// The concepts of subject, attribute and scope.
    pub(crate) words: Words,
    /// Those of them that are written like names.
    pub(crate) names: Vec<Concept>,
    /// The names in the attribute: what the subject is set in relation to.
    pub(crate) objects: Vec<Concept>,
    /// The concepts behind the attribute's first preposition: what its head is narrowed to.
    pub(crate) qualifiers: Vec<Concept>,
    /// What is asked: the first concept of the attribute that says so.
    pub(crate) asked: Option<Concept>,
    /// The concepts of the quote.
    pub(crate) quote: Words,
    /// The concepts of a value that is words or names.
    pub(crate) value: Words,
    /// The concepts of label and quote.
    pub(crate) all: Words,
    /// How rare its kind of value is in its article, in nats.
    pub(crate) kind: f64,
}

/// All claims of a story in the order of its articles. Whatever is known of a claim comes from its own article, so
/// that another article changes nothing of it.
#[derive(Debug)]
pub(crate) struct Labels {
    pub(crate) of_claims: Vec<Label>,
    pub(crate) vocabulary: Vocabulary,
    /// By concept, those that are nearly spelled like it, most alike first.
    spellings: Vec<Vec<(Concept, f64)>>,
    /// By article, the concepts that it uses in any claim, and those of them that it uses in lower case.
    used: Vec<BTreeSet<Concept>>,
    plain: Vec<BTreeSet<Concept>>,
}

impl Labels {
    /// Prepares the claims of a story.
    pub(crate) fn of(story: &Story) -> Self {
        let mut vocabulary = Vocabulary::new(&story.desk.aliases);
        let claims = story.articles.iter().flat_map(|article| &article.claims);
        let texts =
            claims.flat_map(|it| [it.subject.as_str(), it.attribute.as_str(), it.value.text.as_str()]);
        vocabulary.learn_initials(texts);
        let mut labels = Self {
            of_claims: Vec::new(),
            vocabulary,
            spellings: Vec::new(),
            used: Vec::new(),
            plain: Vec::new(),
        };
        for article in &story.articles {
            labels.take(article);
        }
        labels.spellings = spellings(&labels.vocabulary);
        labels
    }

    fn take(&mut self, article: &Article) {
        let texts: Vec<Texts> =
            article.claims.iter().map(|claim| Texts::of(claim, &mut self.vocabulary)).collect();
        let everything = || texts.iter().flat_map(Texts::all);
        self.used.push(everything().map(|word| word.0).collect());
        self.plain.push(everything().filter(|word| word.1 == Sort::Word).map(|word| word.0).collect());
        let labels: Vec<Vec<Concept>> = texts.iter().map(|it| concepts(&it.label)).collect();
        let rarity = Rarity::new(&labels, &article.claims);
        let at = self.used.len() - 1;
        for (texts, claim) in texts.into_iter().zip(&article.claims) {
            self.of_claims.push(Label::new(at, &texts, claim, &rarity, &self.vocabulary));
        }
    }

    /// The concepts that are nearly spelled like one, and how nearly, most alike first.
    pub(crate) fn spelled_like(&self, concept: Concept) -> &[(Concept, f64)] {
        self.spellings.get(concept as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether an article uses a concept in any of its claims.
    pub(crate) fn uses(&self, article: usize, concept: Concept) -> bool {
        self.used.get(article).is_some_and(|used| used.contains(&concept))
    }

    /// The names among some concepts, as far as one of two articles does not use them in lower case.
    pub(crate) fn names(&self, concepts: &[Concept], articles: [usize; 2]) -> Vec<Concept> {
        let plain =
            |it: Concept| articles.iter().any(|&at| self.plain.get(at).is_some_and(|set| set.contains(&it)));
        concepts.iter().copied().filter(|&it| !plain(it)).collect()
    }

    /// Whether a concept is of a sort.
    pub(crate) fn is(&self, concept: Concept, sort: Sort) -> bool {
        self.vocabulary.sort(concept) == sort
    }
}

/// A concept as a text has it.
type Mention = (Concept, Sort);

/// The texts of a claim as concepts.
struct Texts {
    label: Vec<Mention>,
    attribute: Vec<Mention>,
    qualifiers: Vec<Mention>,
    asked: Option<Concept>,
    quote: Vec<Mention>,
    value: Vec<Mention>,
}

impl Texts {
    fn of(claim: &Claim, vocabulary: &mut Vocabulary) -> Self {
        let attribute = vocabulary.mentions(&claim.attribute);
        let said = attribute.iter().map(|it| it.0).find(|&it| vocabulary.is_asking(it));
        // `closed by`, `bought by`: the last word asks; or else the value shows what it answers.
        let by = || claim.attribute.trim_end().to_lowercase().ends_with(" by");
        let implied = match claim.value.kind {
            _ if by() => Some("who"),
            Kind::Date => Some("date"),
            Kind::Time => Some("time"),
            Kind::Duration => Some("duration"),
            Kind::Count => Some("count"),
            _ => None,
        };
        let asked = said.or_else(|| implied.map(|it| vocabulary.concept(it, Sort::Word)));
        let mut label = vocabulary.mentions(&claim.subject);
        label.extend(&attribute);
        label.extend(claim.scope.as_deref().map(|it| vocabulary.mentions(it)).unwrap_or_default());
        let quote = claim.quote.as_deref().map(|it| vocabulary.mentions(it)).unwrap_or_default();
        let value = value_text(&claim.value).map(|it| vocabulary.mentions(&it)).unwrap_or_default();
        let qualifiers = qualifiers(&claim.attribute).map(|it| vocabulary.mentions(it)).unwrap_or_default();
        Self { label, attribute, qualifiers, asked, quote, value }
    }

    fn all(&self) -> impl Iterator<Item = Mention> {
        [&self.label, &self.quote, &self.value].into_iter().flatten().copied()
    }
}

impl Label {
    fn new(article: usize, texts: &Texts, claim: &Claim, rarity: &Rarity, vocabulary: &Vocabulary) -> Self {
        let words = |mentions: &[Mention]| Words::new(concepts(mentions), rarity, vocabulary);
        let names = |mentions: &[Mention]| -> Vec<Concept> {
            let set: BTreeSet<Concept> =
                mentions.iter().filter(|it| it.1 == Sort::Entity).map(|it| it.0).collect();
            set.into_iter().collect()
        };
        Self {
            article,
            words: words(&texts.label),
            names: names(&texts.label),
            objects: names(&texts.attribute),
            qualifiers: concepts(&texts.qualifiers),
            asked: texts.asked,
            quote: words(&texts.quote),
            value: words(&texts.value),
            all: words(&[texts.label.as_slice(), &texts.quote].concat()),
            kind: rarity.of_kind(&claim.value),
        }
    }
}

fn concepts(mentions: &[Mention]) -> Vec<Concept> {
    mentions.iter().map(|it| it.0).collect()
}

/// Prepositions behind which an attribute says what its head is narrowed to: `rank among US banks`.
const PREPOSITIONS: &[&str] = &[
    "after", "against", "among", "at", "before", "between", "by", "during", "for", "from", "in", "into",
    "of", "on", "per", "since", "to", "under", "with", "within",
];

/// What stands behind the first preposition of an attribute that does not begin with it.
fn qualifiers(attribute: &str) -> Option<&str> {
    let mut rest = attribute;
    let mut first = true;
    while let Some((word, behind)) = rest.trim_start().split_once(char::is_whitespace) {
        if !first && PREPOSITIONS.contains(&word.to_lowercase().as_str()) {
            return Some(behind);
        }
        (rest, first) = (behind, false);
    }
    None
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
