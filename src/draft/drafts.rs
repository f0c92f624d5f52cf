//! Drafts of claims: what an article's text may claim, each with its quote, its value and a label.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::attribute::attribute;
use super::credit::credits;
use super::fact::{FactKind, StatedFact};
use super::facts::facts;
use super::mentions::set_right;
use super::sentence::Sentence;
use super::sound::{is_muddled, is_no_fact, is_of_another_year};
use super::subject::{is_age, subject};
use super::told::Referents;
use crate::claim::{Article, Claim, Spans, Story};
use crate::files::TextFile;
use crate::linkage::{self, Link};
use crate::value::{self, Context, Interval, Kind, Value};

/// A quote is the few words that carry a claim.
const LONGEST_QUOTE: usize = 10;

/// A quote of fewer words goes on to the left.
const FEWEST_WORDS: usize = 4;

/// The same value is drafted no more often than this: an article's headlines repeat it.
const MOST_ALIKE: usize = 2;

/// A claim that a person may keep.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The sentence it comes from, as bytes of the text.
    pub sentence: Range<usize>,
    /// Whom it is about.
    pub subject: String,
    /// What of it.
    pub attribute: String,
    /// The claim of the story whose label it takes over, as `FILE:LINE`.
    pub like: Option<String>,
    /// The value, as worded and as understood.
    pub value: Value,
    /// The value as a list of names.
    pub list: Option<Vec<String>>,
    /// The words that carry it.
    pub quote: String,
    /// Whom the sentence credits.
    pub according_to: Vec<String>,
}

/// What a text may claim, in its order; labels are those of the story where one of its items fits.
pub fn drafts(
    body: &Arc<TextFile>,
    published: Option<Interval<Date>>,
    currency: Option<&str>,
    story: &Story,
) -> Vec<Draft> {
    let context =
        Context { published, currency: currency.or(story.desk.currency.as_deref()), ..story.desk.context() };
    let mut sentences = Sentence::all(body.text(), &context);
    for sentence in &mut sentences {
        set_right(sentence, &context);
    }
    let year = published.and_then(|it| it.low).map(Date::year);
    let head = head(body.text());
    sentences.retain(|sentence| sentence.span.start >= head);
    let mut told = Referents::of(&sentences);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    // Headlines say again what the text says; they come last, so that the text has its say first.
    let (whole, rest): (Vec<&Sentence<'_>>, Vec<&Sentence<'_>>) =
        sentences.iter().partition(|it| it.is_whole());
    for sentence in whole.into_iter().chain(rest) {
        let credits = credits(sentence);
        for fact in facts(sentence) {
            let about = subject(sentence, &fact, &told);
            let (value, _) = value_of(sentence, &fact, "", &context);
            let attribute = attribute(sentence, &fact, &value, &about);
            let of_another = year.is_some_and(|year| is_of_another_year(sentence, &fact, &about, year));
            if of_another
                || is_no_fact(sentence, &fact, &value)
                || is_muddled(sentence, &fact, &about, &attribute)
            {
                continue;
            }
            // `said flight director Haruto Mori`
            let subject = about.text.strip_prefix("said ").unwrap_or(&about.text).to_owned();
            let (value, list) = value_of(sentence, &fact, &format!("{subject} {attribute}"), &context);
            let times = alike
                .entry(format!("{} {:?} {:?}", value.kind.name(), value.unit, value.content))
                .or_default();
            *times += 1;
            if *times > MOST_ALIKE || *times > 1 && !sentence.is_whole() {
                continue;
            }
            drafts.push(Draft {
                sentence: sentence.span.clone(),
                subject,
                attribute,
                like: None,
                value,
                list,
                quote: quote(sentence, &fact),
                according_to: if is_by_the_way(sentence, &fact) { Vec::new() } else { credits.clone() },
            });
        }
        told.hear(sentence);
    }
    drafts.sort_by_key(|draft| draft.sentence.start);
    name_like_the_story(&mut drafts, body, published, story);
    drafts
}

/// What an article tells by the way, and nobody is credited with: who told it first, offices, the age of who is quoted.
fn is_by_the_way(sentence: &Sentence<'_>, fact: &StatedFact) -> bool {
    matches!(fact.asks, FactKind::Teller | FactKind::Office) || is_age(sentence, fact)
}

/// What people note above a text they copied.
const NOTED: &[&str] = &[
    "outlet",
    "publisher",
    "published",
    "date",
    "url",
    "link",
    "title",
    "headline",
    "author",
    "byline",
    "by",
    "source",
    "accessed",
    "retrieved",
    "updated",
    "language",
];

/// The end of the notes above a text, each a line such as `published: 2025-10-20`, before or between lines of dashes.
fn head(text: &str) -> usize {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let name = line.split_once(':').map_or("", |(name, _)| name).trim().to_lowercase();
        let noted = NOTED.contains(&name.as_str()) || line.trim().is_empty();
        if !noted && line.trim() != "---" {
            break;
        }
        end += line.len();
    }
    end
}

fn value_of(
    sentence: &Sentence<'_>,
    fact: &StatedFact,
    label: &str,
    context: &Context<'_>,
) -> (Value, Option<Vec<String>>) {
    let inside =
        sentence.names.iter().filter(|name| name.start >= fact.words.start && name.end <= fact.words.end);
    let names: Vec<String> = inside.map(|name| sentence.written(name).to_owned()).collect();
    if fact.asks == FactKind::Names && names.len() > 1 {
        return (value::read_list(&names, context), Some(names));
    }
    let words = sentence.written(&fact.words).split_whitespace().collect::<Vec<_>>().join(" ");
    (value::read(&words, &Context { label, ..*context }), None)
}

/// The words of the clause around a fact, ten at the most.
fn quote(sentence: &Sentence<'_>, fact: &StatedFact) -> String {
    let length = fact.words.len();
    let room = LONGEST_QUOTE.saturating_sub(length);
    let mut start = sentence.clause_start(fact.words.start, room);
    // A few words between commas say nothing by themselves.
    if start > 0 && fact.words.end - start < FEWEST_WORDS {
        start = sentence.clause_start(start - 1, room.saturating_sub(fact.words.start - start + 1));
    }
    // A name is quoted whole, or not at all.
    if let Some(name) = sentence.names.iter().find(|name| name.start < start && start < name.end) {
        start = if fact.words.end - name.start <= LONGEST_QUOTE + 2 { name.start } else { name.end };
    }
    let left = LONGEST_QUOTE.saturating_sub(fact.words.end - start);
    let mut end = fact.words.end;
    let few = |end: usize| end - start < FEWEST_WORDS;
    while end < sentence.len()
        && end - fact.words.end < left
        && (few(end) || !sentence.breaks_behind(end - 1))
    {
        end += 1;
    }
    sentence.quoted(&(start..end)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Takes over the labels of the story's claims that are about the same fact, as linkage finds them.
fn name_like_the_story(
    drafts: &mut [Draft],
    body: &Arc<TextFile>,
    published: Option<Interval<Date>>,
    story: &Story,
) {
    let told: usize = story.articles.iter().map(|article| article.claims.len()).sum();
    if told == 0 {
        return;
    }
    let claims = drafts.iter().enumerate().map(|(index, draft)| claim(index, draft)).collect();
    let article = Article { published, claims, ..Article::of(Arc::clone(body)) };
    let mut story = story.clone();
    story.articles.push(article);
    let alignment = linkage::align(&story);
    let mut best: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    let same_kind = |link: &Link| alike(alignment.claims[link.a].claim, alignment.claims[link.b].claim);
    let of_draft =
        |link: &&Link| link.a < told && link.b >= told && link.sure().is_enough() && same_kind(link);
    for link in alignment.links.iter().filter(of_draft) {
        let known = best.entry(link.b - told).or_insert((f64::NEG_INFINITY, link.a));
        if link.weight > known.0 {
            *known = (link.weight, link.a);
        }
    }
    // An article makes one claim of a fact: the draft that is tied to it most firmly.
    let mut firmest: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    for (index, (weight, like)) in best {
        let known = firmest.entry(like).or_insert((weight, index));
        if weight > known.0 {
            *known = (weight, index);
        }
    }
    for (like, (_, index)) in firmest {
        let told = alignment.claims[like];
        if let Some(draft) = drafts.get_mut(index) {
            draft.subject.clone_from(&told.claim.subject);
            draft.attribute.clone_from(&told.claim.attribute);
            let file = &told.article.file;
            draft.like = Some(format!("{}:{}", file.path(), file.place(told.claim.value_span.start).line));
        }
    }
}

/// Whether two values may answer one question.
fn alike(a: &Claim, b: &Claim) -> bool {
    let wordy = |kind| matches!(kind, Kind::Text | Kind::Names | Kind::Truth);
    let (mine, yours) = (a.value.kind, b.value.kind);
    mine == yours || wordy(mine) && wordy(yours)
}

fn claim(index: usize, draft: &Draft) -> Claim {
    Claim {
        number: index + 1,
        span: 0..0,
        spans: Spans {
            subject: 0..0,
            attribute: 0..0,
            quote: None,
            as_of: None,
            item: None,
            not: Vec::new(),
        },
        value_span: 0..0,
        subject: draft.subject.clone(),
        attribute: draft.attribute.clone(),
        value: draft.value.clone(),
        members: draft.list.clone().unwrap_or_default(),
        quote: Some(draft.quote.clone()),
        according_to: draft.according_to.clone(),
        as_of: None,
        as_of_time: None,
        scope: None,
        certainty: None,
        item: None,
        not: Vec::new(),
        direction: OnceLock::new(),
    }
}
