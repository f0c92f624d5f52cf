//! Two claims compared by what their words mean, which question they answer, and what they count.

use super::about::Named;
use super::compare::{self, soft_cosine};
use super::comparisons::Pair;
use super::contrast::Contrast;
use super::question::Question;
use super::sense::Sense;
use super::weights::{self, Level};

/// Comparisons of one text of each claim: by the mean of its words, or word by word.
macro_rules! by_meaning {
    ($($name:ident: $text:ident near $chain:ident),+; $($named:ident: $of:ident met $levels:ident),+) => {
        $(pub(super) fn $name(pair: &Pair<'_>) -> &'static Level {
            let (a, b) = pair.labels();
            weights::$chain.at(a.senses.$text.near(&b.senses.$text))
        })+
        $(pub(super) fn $named(pair: &Pair<'_>) -> &'static Level {
            let (a, b) = pair.labels();
            weights::$levels.at(a.senses.$of.met(&b.senses.$of, &pair.story.vocabulary.vectors))
        })+
    };
}

by_meaning!(
    attributes: attribute near ATTRIBUTE_NEAR,
    subjects: subject near SUBJECT_NEAR,
    claims: claim near CLAIM_NEAR;
    attributes_met: attribute met ATTRIBUTE_MET,
    subjects_met: subject met SUBJECT_MET,
    values_met: value met VALUE_MET,
    claims_met: claim met CLAIM_MET
);

/// How many of their words the values share.
pub(super) fn value_words(pair: &Pair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    // A word that both figures count says nothing of the figures.
    let alike = if a.wordy && b.wordy { soft_cosine(pair.story, &a.value, &b.value) } else { 0.0 };
    weights::VALUE_WORDS.at(alike)
}

/// The question of one claim beside that of the other.
pub(super) fn question(pair: &Pair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let (first, second) = (a.question.min(b.question), a.question.max(b.question));
    weights::QUESTION.named(match (first, second) {
        (Question::When, Question::When) => "both ask when",
        (Question::Clock, Question::Clock) => "both ask at what time",
        (Question::HowLong, Question::HowLong) => "both ask how long",
        (Question::Where, Question::Where) => "both ask where",
        (Question::Who, Question::Who) => "both ask who",
        (Question::Why, Question::Why) => "both ask why",
        (Question::HowMany, Question::HowMany) => "both ask how many",
        (Question::HowMuch, Question::HowMuch) => "both ask how much",
        (Question::Rank, Question::Rank) => "both ask for a rank",
        (Question::Size, Question::Size) => "both ask for a size",
        (Question::Whether, Question::Whether) => "both ask whether",
        (Question::Unsaid, Question::Unsaid) => "neither says",
        (_, Question::Unsaid) => "one says, the other may ask the same",
        (Question::When, Question::Clock) => "day and time",
        (Question::HowMany, Question::HowMuch) => "how many and how much",
        _ => "different questions",
    })
}

/// Whether one counts, measures or concerns what excludes the other's.
pub(super) fn counted(pair: &Pair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    match a.contrasts.beside(&b.contrasts) {
        Contrast::Silent => const { weights::COUNTED.named("nothing told apart") },
        Contrast::Same => const { weights::COUNTED.named("the same") },
        Contrast::Opposed => const { weights::COUNTED.named("what excludes the other") },
    }
}

/// Whether a telling word makes the subjects two.
pub(super) fn called(pair: &Pair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    match a.called.beside(&b.called, &pair.story.vocabulary.parts) {
        Named::Silent => const { weights::CALLED.named("nothing told apart") },
        Named::Qualified => const { weights::CALLED.named("one is told apart by a word") },
        Named::Countries => const { weights::CALLED.named("two countries") },
        Named::Siblings => const { weights::CALLED.named("each is told apart by a word") },
        Named::Lookalikes => const { weights::CALLED.named("words that only look alike") },
    }
}

/// Where two figures differ, whether the labels share a word, or at least a meaning, on both sides of what they are of.
pub(super) fn figures_of(pair: &Pair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    if !compare::figures_differ(pair) {
        return const { weights::FIGURES_OF.named("no figures that differ") };
    }
    let vectors = &pair.story.vocabulary.vectors;
    let touch = |mine: &Sense, yours: &Sense| mine.shares_word(yours) || mine.met(yours, vectors) >= TOUCHING;
    let subjects = touch(&a.senses.subject, &b.senses.subject);
    let attributes = touch(&a.senses.attribute, &b.senses.attribute);
    weights::FIGURES_OF.named(match (subjects, attributes) {
        (true, true) => "figures differ, of one subject and attribute",
        (true, false) => "figures differ, of attributes without a common word",
        (false, true) => "figures differ, of subjects without a common word",
        (false, false) => "figures differ, without a common word",
    })
}

/// Words that meet as well as this are as good as one word.
const TOUCHING: f64 = 0.7;

/// Whether a count covers two places or sides, of which the other names one alone: `in Turkey and Syria`, `in Turkey`.
pub(super) fn covered(pair: &Pair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let both_count = a.question == Question::HowMany && b.question == Question::HowMany;
    if both_count && (a.covers.more_than(&b.covers) || b.covers.more_than(&a.covers)) {
        return const { weights::COVERED.named("one covers more") };
    }
    const { weights::COVERED.named("nothing told apart") }
}
