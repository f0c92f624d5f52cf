//! What linkage looks at in a claim: the concepts of its label, its quote and its value.

use super::about::SubjectId;
use super::contrast::Contrasts;
use super::covers::Covers;
use super::lead::SubjectRole;
use super::normalise::{Concept, ConceptKind, words_of};
use super::question::{QuestionType, deed};
use super::rarity::Rarity;
use super::sense::{Sense, Vectors};
use super::spellings::{first_of_family, spellings};
use super::terms::{self, Terms};
use super::vocabulary::{SpelledText, TypedConcept, Vocabulary};
use crate::claim::{Article, Claim, Story};
use crate::value::{Content, Kind, Value};

/// A claim, prepared for comparison.
#[derive(Debug)]
pub(crate) struct Label {
    /// Which article of the story it comes from.
    pub(crate) article: usize,
    /// Which story that is, where several are compared.
    pub(super) story: usize,
    /// The words of its label, its quote and its value.
    pub(crate) terms: Terms,
    /// Those of the label that are written like names.
    pub(super) names: Vec<LabelName>,
    /// The concepts of the subject.
    pub(crate) subject: Vec<Concept>,
    /// What the subject is to its article.
    pub(super) lead: SubjectRole,
    /// The numbers among its words, and the days.
    pub(crate) numbers: Vec<Concept>,
    pub(crate) days: Vec<Concept>,
    /// Those that set a thing apart from the one that is meant without them.
    pub(super) others: Vec<Concept>,
    /// The concepts behind the attribute's first preposition: what its head is narrowed to.
    pub(crate) qualifiers: Vec<Concept>,
    /// What is asked: the first concept of the attribute that says so.
    pub(crate) asked: Option<Concept>,
    /// How rare its kind of value is in its article, in nats.
    pub(crate) kind: f64,
    /// Whether its value is words, and no figure.
    pub(super) wordy: bool,
    /// What its texts mean.
    pub(super) senses: Senses,
    /// What is counted, measured or concerned.
    pub(super) contrasts: Contrasts,
    /// The question that it answers.
    pub(super) question: QuestionType,
    /// What was done, where it asks who did it.
    pub(super) deed: Option<Concept>,
    /// What its subject is called.
    pub(super) called: SubjectId,
    /// Which names its label puts side by side.
    pub(super) covers: Covers,
}

/// A name in a label.
#[derive(Debug)]
pub(super) struct LabelName {
    pub(super) concept: Concept,
    /// How telling it is in its article, in nats.
    pub(super) weight: f64,
    /// Whether its article uses it in lower case, too, so that it is none.
    pub(super) is_plain: bool,
    /// Whether the subject is a name and nothing else, and has it.
    pub(super) in_subject: bool,
    /// Whether the attribute has it: what the subject is set in relation to.
    pub(super) in_attribute: bool,
}

/// What the texts of a claim mean.
#[derive(Debug)]
pub(crate) struct Senses {
    /// With the scope.
    pub(super) attribute: Sense,
    pub(super) subject: Sense,
    pub(super) value: Sense,
    /// Subject, attribute, scope, quote and value.
    pub(super) claim: Sense,
}

/// All claims of a story in the order of its articles. Whatever is known of a claim comes from its own article, so
/// that another article changes nothing of it.
#[derive(Debug)]
pub(crate) struct Labels {
    pub(crate) of_claims: Vec<Label>,
    pub(crate) vocabulary: Vocabulary,
    /// By concept, those that are nearly spelled like it, most alike first.
    spellings: Vec<Vec<(Concept, f64)>>,
    /// By concept, one that stands for all that are spelled like it, directly or by way of others.
    spelled_as: Vec<Concept>,
    /// By article, the concepts that it uses in any claim, and those of them that it uses in lower case.
    used: Vec<Vec<Concept>>,
    plain: Vec<Vec<Concept>>,
}

impl Labels {
    /// Prepares the claims of a story.
    pub(crate) fn of(story: &Story) -> Self {
        let mut vocabulary = Vocabulary::new(&story.desk.aliases);
        let claims = story.articles.iter().flat_map(|article| &article.claims);
        let read: Vec<[SpelledText; 3]> = claims
            .map(|it| [&it.subject, &it.attribute, &it.value.text].map(|text| words_of(text)))
            .collect();
        vocabulary.learn_initials(read.iter().flatten());
        let broader = Broader::of(&story.desk.broader, &mut vocabulary);
        let mut read = read.into_iter();
        let mut labels = Self {
            of_claims: Vec::with_capacity(read.len()),
            vocabulary,
            spellings: Vec::new(),
            spelled_as: Vec::new(),
            used: Vec::new(),
            plain: Vec::new(),
        };
        for article in &story.articles {
            labels.take(article, &mut read, &broader);
        }
        labels.vocabulary.vectors.compare(labels.of_claims.len());
        labels.vocabulary.parts.compare();
        labels.spellings = spellings(&labels.vocabulary);
        labels.spelled_as = first_of_family(&labels.spellings);
        for label in &mut labels.of_claims {
            let has_likes = |it| labels.spellings.get(it as usize).is_some_and(|it| !it.is_empty());
            let class = |it| labels.spelled_as.get(it as usize).copied().unwrap_or(it);
            label.terms.mark_likes(has_likes, class);
        }
        labels
    }

    /// Takes in the next article, whose claims' subjects, attributes and values have been read.
    fn take(
        &mut self,
        article: &Article,
        read: &mut impl Iterator<Item = [SpelledText; 3]>,
        broader: &Broader,
    ) {
        let claims = article.claims.iter().zip(read);
        let mut texts: Vec<Texts> =
            claims.map(|(claim, read)| Texts::of(claim, read, &mut self.vocabulary)).collect();
        for texts in &mut texts {
            broader.add_to(&mut texts.value);
        }
        let everything = || texts.iter().flat_map(Texts::all);
        let used = sorted(everything().map(|word| word.0).collect());
        self.plain.push(sorted(
            everything().filter(|word| word.1 == ConceptKind::Word).map(|word| word.0).collect(),
        ));
        let labels: Vec<Vec<Concept>> = texts.iter().map(|it| concepts(&it.label)).collect();
        let rarity = Rarity::new(&used, &labels, &article.claims, &self.vocabulary);
        self.used.push(used);
        let at = self.used.len() - 1;
        let subjects: Vec<(Vec<Concept>, bool)> = texts
            .iter()
            .map(|it| {
                (sorted(concepts(&it.subject)), it.subject.iter().any(|it| it.1 == ConceptKind::Entity))
            })
            .collect();
        let leads = SubjectRole::of_article(&subjects);
        for ((texts, claim), lead) in texts.into_iter().zip(&article.claims).zip(leads) {
            let plain = self.plain.last().map_or(&[][..], Vec::as_slice);
            let label = Label::new(at, texts, claim, &rarity, plain, &mut self.vocabulary);
            self.of_claims.push(Label { lead, ..label });
        }
    }

    /// The concepts that are nearly spelled like one, and how nearly, most alike first.
    pub(crate) fn spelled_like(&self, concept: Concept) -> &[(Concept, f64)] {
        self.spellings.get(concept as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether an article uses a concept in any of its claims.
    pub(crate) fn uses(&self, article: usize, concept: Concept) -> bool {
        self.used.get(article).is_some_and(|used| used.binary_search(&concept).is_ok())
    }

    /// The concept that stands for all that are spelled like one.
    pub(crate) fn spelled_as(&self, concept: Concept) -> Concept {
        self.spelled_as.get(concept as usize).copied().unwrap_or(concept)
    }

    /// Whether an article uses a concept in lower case, so that it is no name there.
    pub(super) fn is_plain(&self, concept: Concept, article: usize) -> bool {
        self.plain.get(article).is_some_and(|set| set.binary_search(&concept).is_ok())
    }
}

/// The texts of a claim as concepts.
struct Texts {
    subject: Vec<TypedConcept>,
    label: Vec<TypedConcept>,
    attribute: Vec<TypedConcept>,
    qualifiers: Vec<TypedConcept>,
    asked: Option<Concept>,
    quote: Vec<TypedConcept>,
    /// The concepts of the quote that the value holds, too.
    valued: Vec<Concept>,
    value: Vec<TypedConcept>,
    senses: SensesRead,
    contrasts: Contrasts,
    question: QuestionType,
    deed: Option<Concept>,
    called: SubjectId,
    covers: Covers,
}

/// The words of a claim's texts, as [`Vocabulary::senses`] has them.
struct SensesRead {
    subject: Vec<(Concept, u32, f64)>,
    attribute: Vec<(Concept, u32, f64)>,
    value: Vec<(Concept, u32, f64)>,
    /// Whether the value is words.
    wordy: bool,
    quote: Vec<(Concept, u32, f64)>,
}

impl Texts {
    fn of(claim: &Claim, [subject, attribute, value]: [SpelledText; 3], vocabulary: &mut Vocabulary) -> Self {
        let [subject, attribute, value] = [subject, attribute, value].map(|text| vocabulary.resolved(text));
        let quoted = vocabulary.resolved(claim.quote.as_deref().map(words_of).unwrap_or_default());
        let scoped = vocabulary.resolved(claim.scope.as_deref().map(words_of).unwrap_or_default());
        let narrowed = vocabulary.resolved(qualifiers(&claim.attribute).map(words_of).unwrap_or_default());
        let asking = [attribute.as_slice(), &scoped].concat();
        let senses = SensesRead {
            subject: vocabulary.senses(&subject),
            attribute: vocabulary.senses(&asking),
            value: vocabulary.senses(&value),
            wordy: is_wordy(&claim.value),
            quote: vocabulary.senses(&quoted),
        };
        let contrasts = Contrasts::of(subject.iter().chain(&asking).map(|it| &**it));
        let question = QuestionType::of(attribute.iter().map(|it| &**it), claim.value.kind);
        let deed = deed(&attribute).map(<[_]>::to_vec);
        let deed = deed.and_then(|it| vocabulary.mentions(&it).first().map(|it| it.0));
        let called = vocabulary.parts.subject(&subject);
        let covers = Covers::of(&[subject.as_slice(), &asking].concat());
        let mut attribute = vocabulary.mentions(&attribute);
        let said = attribute.iter_mut().find(|it| vocabulary.is_asking(it.0));
        // `closed by`, `bought by`: the last word asks; or else the value shows what it answers.
        let by = || claim.attribute.trim_end().to_lowercase().ends_with(" by");
        let implied = match claim.value.kind {
            _ if by() => Some("who"),
            Kind::Date => Some("date"),
            Kind::Time => Some("time"),
            Kind::Duration => Some("duration"),
            Kind::Count => Some("count"),
            Kind::Money
            | Kind::Percent
            | Kind::Measure
            | Kind::Stage
            | Kind::Names
            | Kind::Truth
            | Kind::Text => None,
        };
        let asked = match (said, implied) {
            // The length of a strike is its duration, the time of a crash may be a day.
            (Some(said), Some("date" | "duration"))
                if ["length", "time"].contains(&vocabulary.word(said.0)) =>
            {
                said.0 = vocabulary.concept(implied.unwrap_or_default(), ConceptKind::Word);
                Some(said.0)
            }
            (Some(said), _) => Some(said.0),
            (None, implied) => implied.map(|it| vocabulary.concept(it, ConceptKind::Word)),
        };
        let scope = vocabulary.mentions(&scoped);
        let quote = vocabulary.mentions(&quoted);
        let qualifiers = vocabulary.mentions(&narrowed);
        let subject = vocabulary.mentions(&subject);
        let mut label = subject.clone();
        label.extend(&attribute);
        label.extend(scope);
        let valued = concepts(&vocabulary.mentions(&value));
        let value = value_text(&claim.value, value)
            .map(|it| vocabulary.mentions(&vocabulary.resolved(it)))
            .unwrap_or_default();
        Self {
            subject,
            label,
            attribute,
            qualifiers,
            asked,
            quote,
            valued,
            value,
            senses,
            contrasts,
            question,
            deed,
            called,
            covers,
        }
    }

    fn all(&self) -> impl Iterator<Item = TypedConcept> {
        [&self.label, &self.quote, &self.value].into_iter().flatten().copied()
    }

    /// Its words, each in its sets.
    fn terms(&self, rarity: &Rarity<'_>) -> Terms {
        let quoted = |it: &TypedConcept| {
            let is_valued = self.valued.contains(&it.0);
            (it.0, if is_valued { terms::QUOTE } else { terms::QUOTE | terms::AROUND })
        };
        let label = self.label.iter().map(|it| (it.0, terms::LABEL));
        let value = self.value.iter().map(|it| (it.0, terms::VALUE));
        Terms::new(label.chain(self.quote.iter().map(quoted)).chain(value).collect(), rarity)
    }

    /// The names in its label.
    fn names(&self, rarity: &Rarity<'_>, plain: &[Concept]) -> Vec<LabelName> {
        let is_name = |it: &&TypedConcept| it.1 == ConceptKind::Entity;
        let is_in = |mentions: &[TypedConcept], concept| mentions.contains(&(concept, ConceptKind::Entity));
        let of_subject = self.subject.iter().all(|it| is_name(&it));
        let names = sorted(self.label.iter().filter(is_name).map(|it| it.0).collect());
        let name = |concept| LabelName {
            concept,
            weight: rarity.of_word(concept),
            is_plain: plain.binary_search(&concept).is_ok(),
            in_subject: of_subject && is_in(&self.subject, concept),
            in_attribute: is_in(&self.attribute, concept),
        };
        names.into_iter().map(name).collect()
    }
}

impl Label {
    fn new(
        article: usize,
        texts: Texts,
        claim: &Claim,
        rarity: &Rarity<'_>,
        plain: &[Concept],
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let label = sorted(concepts(&texts.label));
        let of_sort =
            |sort: ConceptKind| label.iter().copied().filter(|&it| vocabulary.sort(it) == sort).collect();
        Self {
            article,
            story: 0,
            names: texts.names(rarity, plain),
            subject: sorted(concepts(&texts.subject)),
            others: label.iter().copied().filter(|&it| vocabulary.tells_another(it)).collect(),
            lead: SubjectRole::default(),
            numbers: of_sort(ConceptKind::Number),
            days: of_sort(ConceptKind::Day),
            qualifiers: concepts(&texts.qualifiers),
            asked: texts.asked,
            terms: texts.terms(rarity),
            kind: rarity.of_kind(&claim.value),
            wordy: texts.senses.wordy,
            senses: Senses::new(&texts.senses, rarity, &mut vocabulary.vectors),
            contrasts: texts.contrasts,
            question: texts.question,
            deed: texts.deed,
            called: texts.called,
            covers: texts.covers,
        }
    }
}

impl Senses {
    fn new(read: &SensesRead, rarity: &Rarity<'_>, vectors: &mut Vectors) -> Self {
        let mut sense = |texts: &[&Vec<(Concept, u32, f64)>]| {
            let words = texts.iter().copied().flatten();
            let weighed = words.map(|&(concept, vector, share)| (vector, rarity.of_any(concept) * share));
            Sense::new(weighed.collect(), vectors)
        };
        let SensesRead { subject, attribute, value, wordy, quote } = read;
        Self {
            attribute: sense(&[attribute]),
            subject: sense(&[subject]),
            value: if *wordy { sense(&[value]) } else { sense(&[]) },
            claim: sense(&[subject, attribute, quote, value]),
        }
    }
}

/// Broader names with the ones below them, by the desk's table.
struct Broader(Vec<(Vec<TypedConcept>, Vec<Vec<Concept>>)>);

impl Broader {
    fn of(table: &[(String, Vec<String>)], vocabulary: &mut Vocabulary) -> Self {
        let mut read = |text: &String| vocabulary.mentions(&vocabulary.resolved(words_of(text)));
        let rows = table.iter().map(|(name, under)| {
            (read(name), under.iter().map(|it| concepts(&read(it))).filter(|it| !it.is_empty()).collect())
        });
        Self(rows.collect())
    }

    /// Adds the broader names of those that stand in a value, so that values of one sort are alike.
    fn add_to(&self, value: &mut Vec<TypedConcept>) {
        let said = sorted(concepts(value));
        let is_said = |under: &Vec<Concept>| under.iter().all(|it| said.binary_search(it).is_ok());
        for (name, _) in self.0.iter().filter(|(_, under)| under.iter().any(is_said)) {
            value.extend(name);
        }
    }
}

fn concepts(mentions: &[TypedConcept]) -> Vec<Concept> {
    mentions.iter().map(|it| it.0).collect()
}

fn sorted(mut concepts: Vec<Concept>) -> Vec<Concept> {
    concepts.sort_unstable();
    concepts.dedup();
    concepts
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

/// Whether a value is words: what figures count and measure tells two facts apart badly, since many facts share it.
fn is_wordy(value: &Value) -> bool {
    match &value.content {
        Content::Quantity(_) | Content::Rank { .. } | Content::Days(_) | Content::Clock { .. } => false,
        Content::Names { .. }
        | Content::Words { .. }
        | Content::Score(..)
        | Content::Stage { .. }
        | Content::Truth { .. } => true,
    }
}

/// The words of a value that is no figure.
fn value_text(value: &Value, read: SpelledText) -> Option<SpelledText> {
    match &value.content {
        Content::Names { names, .. } => Some(words_of(&names.join(", "))),
        Content::Words { .. } | Content::Score(..) => Some(read),
        Content::Quantity(_)
        | Content::Rank { .. }
        | Content::Days(_)
        | Content::Clock { .. }
        | Content::Stage { .. }
        | Content::Truth(_) => value.counted.as_deref().map(words_of),
    }
}
