//! The claims that speak for the items of stories, and which of them are alike by words that few stories have.

use super::label::{Label, Labels};
use super::normalise::Concept;
use super::pair::CandidatePair;
use super::terms::LABEL;
use crate::meter::BudgetShare;

/// Labels less alike than this, by words weighed over all stories, are not compared; as the cosine of those words.
const LEAST_ALIKE: f64 = 0.65;

/// So many claims speak for an item, at most.
const MOST_SPEAKERS: usize = 3;

/// Two claims are about one thing where at least so much of what one is about, by weight, is in the other's label.
const LEAST_ABOUT: f64 = 0.75;

/// The claims that speak for each item: the first ones whose labels differ.
pub(super) fn speakers(labels: &Labels, items: &[Vec<usize>]) -> Vec<Vec<usize>> {
    items.iter().map(|item| speakers_of(labels, item)).collect()
}

fn speakers_of(labels: &Labels, item: &[usize]) -> Vec<usize> {
    let words = |at: usize| labels.of_claims[at].terms.label().iter().map(|it| it.concept);
    let mut found: Vec<usize> = Vec::with_capacity(MOST_SPEAKERS);
    for &claim in item {
        if found.len() < MOST_SPEAKERS && !found.iter().any(|&it| words(it).eq(words(claim))) {
            found.push(claim);
        }
    }
    found
}

/// A word of a speaker's label with its weight.
type Word = (Concept, f64);

/// Which speakers have which words in their prefixes.
pub(super) struct SpeakerIndex {
    speakers: Vec<usize>,
    /// By concept, how few stories have it, in nats.
    weights: Vec<f64>,
    /// By speaker, the words of its label, the rarest first, and how many of them are its prefix.
    words: Vec<(Vec<Word>, usize)>,
    norms: Vec<f64>,
    /// By concept, places among the speakers.
    lists: Vec<Vec<usize>>,
}

/// What a speaker has met, and what it says.
pub(super) struct MetSpeakers {
    rounds: Vec<usize>,
    round: usize,
    said: Vec<bool>,
}

impl MetSpeakers {
    pub(super) fn new(index: &SpeakerIndex) -> Self {
        Self { rounds: vec![0; index.len()], round: 0, said: vec![false; index.weights.len()] }
    }
}

impl SpeakerIndex {
    pub(super) fn new(labels: &Labels, speakers: &[Vec<usize>], story_of: &[usize]) -> Self {
        let mut speakers = speakers.concat();
        speakers.sort_unstable();
        let concepts = |claim: usize| {
            let mut all: Vec<Concept> = labels.of_claims[claim]
                .terms
                .label()
                .iter()
                .map(|it| labels.spelled_as(it.concept))
                .collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let weights = rarities(labels, &speakers, story_of, &concepts);
        let mut index = Self { speakers, weights, words: Vec::new(), norms: Vec::new(), lists: Vec::new() };
        index.lists.resize(index.weights.len(), Vec::new());
        for at in 0..index.len() {
            let mut words: Vec<Word> =
                concepts(index.speakers[at]).into_iter().map(|it| (it, index.weights[it as usize])).collect();
            words.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            let whole: f64 = words.iter().map(|it| it.1.powi(2)).sum();
            let mut rest = whole;
            let mut prefix = 0;
            while let Some(word) = words.get(prefix).filter(|_| rest >= LEAST_ALIKE.powi(2) * whole) {
                rest -= word.1.powi(2);
                index.lists[word.0 as usize].push(at);
                prefix += 1;
            }
            index.words.push((words, prefix));
            index.norms.push(whole.sqrt());
        }
        index
    }

    pub(super) fn len(&self) -> usize {
        self.speakers.len()
    }

    pub(super) fn speaker(&self, at: usize) -> usize {
        self.speakers[at]
    }

    /// The claims behind a speaker, of other stories, whose labels are like its own; in their order.
    pub(super) fn behind(
        &self,
        at: usize,
        story_of: &[usize],
        seen: &mut MetSpeakers,
        share: &mut BudgetShare,
    ) -> (Vec<usize>, bool) {
        seen.round += 1;
        let (words, prefix) = &self.words[at];
        for it in words {
            seen.said[it.0 as usize] = true;
        }
        let story = |at: usize| story_of[self.speakers[at]];
        let (mut found, mut met_all) = (Vec::new(), true);
        'all: for word in words.iter().take(*prefix) {
            let list = &self.lists[word.0 as usize];
            for &other in list.iter().skip(list.partition_point(|&it| it <= at)) {
                if !share.take(self.words[other].0.len()) {
                    met_all = false;
                    break 'all;
                }
                if seen.rounds[other] != seen.round && story(other) != story(at) {
                    let shared = self.words[other].0.iter().filter(|it| seen.said[it.0 as usize]);
                    let dot: f64 = shared.map(|it| it.1.powi(2)).sum();
                    if dot >= LEAST_ALIKE * self.norms[at] * self.norms[other] {
                        found.push(self.speakers[other]);
                    }
                }
                seen.rounds[other] = seen.round;
            }
        }
        for it in words {
            seen.said[it.0 as usize] = false;
        }
        found.sort_unstable();
        (found, met_all)
    }

    /// Whether one says what the other is about, and both name somebody or something in common: what a story calls `the
    /// flights` or `the scientist` are others in another story.
    pub(super) fn about_one(&self, pair: &CandidatePair<'_>) -> bool {
        let labels = pair.story;
        let says = |label: &Label, it: Concept| {
            let holds = |it: Concept| label.terms.holds(it, LABEL);
            holds(it) || labels.spelled_like(it).iter().any(|like| holds(like.0))
        };
        let part = |mine: &Label, other: &Label| {
            let weight = |it: Concept| self.weights[labels.spelled_as(it) as usize];
            let all: f64 = mine.subject.iter().map(|&it| weight(it)).sum();
            let said: f64 = mine.subject.iter().filter(|&&it| says(other, it)).map(|&it| weight(it)).sum();
            if all > 0.0 { said / all } else { 0.0 }
        };
        let (a, b) = pair.labels();
        let named = a.names.iter().map(|it| it.concept).chain(a.numbers.iter().copied());
        let name_one = named.into_iter().any(|it| says(b, it));
        name_one && part(a, b).max(part(b, a)) >= LEAST_ABOUT
    }
}

/// By concept, how few stories have it in a speaker's label, in nats.
fn rarities(
    labels: &Labels,
    speakers: &[usize],
    story_of: &[usize],
    concepts: &impl Fn(usize) -> Vec<Concept>,
) -> Vec<f64> {
    let mut stories = vec![0.0_f64; labels.vocabulary.len()];
    let mut last = vec![usize::MAX; labels.vocabulary.len()];
    // Speakers stand in the order of their stories.
    for &speaker in speakers {
        for concept in concepts(speaker) {
            let at = concept as usize;
            stories[at] += if last[at] == story_of[speaker] { 0.0 } else { 1.0 };
            last[at] = story_of[speaker];
        }
    }
    let all = story_of.last().map_or(1.0, |&it| it as f64 + 1.0);
    stories.iter().map(|&having| (1.0 + all / having.max(1.0)).ln()).collect()
}
