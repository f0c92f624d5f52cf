//! Two claims compared by what their words mean, which question they answer, and what they count.

use super::about::NameRelation;
use super::contrast::Contrast;
use super::figures::Figures;
use super::pair::CandidatePair;
use super::question::QuestionType;
use super::sense::Sense;
use super::weights::{self, FIGURES_OF, Level, QUESTION};

/// Comparisons of one text of each claim: by the mean of its words, or word by word.
macro_rules! by_meaning {
    ($($name:ident: $text:ident near $chain:ident),+; $($named:ident: $of:ident met $levels:ident),+) => {
        $(pub(super) fn $name(pair: &CandidatePair<'_>) -> &'static Level {
            let (a, b) = pair.labels();
            weights::$chain.at(a.senses.$text.near(&b.senses.$text))
        })+
        $(pub(super) fn $named(pair: &CandidatePair<'_>) -> &'static Level {
            let (a, b) = pair.labels();
            weights::$levels.at(a.senses.$of.met(&b.senses.$of, &pair.story.vocabulary.vectors))
        })+
    };
}

by_meaning!(
    attributes: attribute near ATTRIBUTE_NEAR,
    subjects: subject near SUBJECT_NEAR;
    attributes_met: attribute met ATTRIBUTE_MET,
    subjects_met: subject met SUBJECT_MET,
    values_met: value met VALUE_MET
);

/// What all texts of the claims mean, taken together.
pub(super) fn claims(pair: &CandidatePair<'_>) -> &'static Level {
    weights::CLAIM_NEAR.at(pair.near)
}

/// The same word by word; the first claim may be laid out.
pub(super) fn claims_met(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let vectors = &pair.story.vocabulary.vectors;
    let met = match pair.two.laid.filter(|_| !vectors.keep_met()) {
        Some(laid) => laid.met(b, vectors),
        None => a.senses.claim.met(&b.senses.claim, vectors),
    };
    weights::CLAIM_MET.at(met)
}

/// How many of their words the values share.
pub(super) fn value_words(pair: &CandidatePair<'_>) -> &'static Level {
    weights::VALUE_WORDS.at(pair.values_alike())
}

/// The question of one claim beside that of the other.
pub(super) fn question(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let (first, second) = (a.question.min(b.question), a.question.max(b.question));
    match (first, second) {
        (QuestionType::When, QuestionType::When) => const { QUESTION.named("both ask when") },
        (QuestionType::Clock, QuestionType::Clock) => const { QUESTION.named("both ask at what time") },
        (QuestionType::HowLong, QuestionType::HowLong) => const { QUESTION.named("both ask how long") },
        (QuestionType::Where, QuestionType::Where) => const { QUESTION.named("both ask where") },
        (QuestionType::Who, QuestionType::Who) => const { QUESTION.named("both ask who") },
        (QuestionType::Why, QuestionType::Why) => const { QUESTION.named("both ask why") },
        (QuestionType::HowMany, QuestionType::HowMany) => const { QUESTION.named("both ask how many") },
        (QuestionType::HowMuch, QuestionType::HowMuch) => const { QUESTION.named("both ask how much") },
        (QuestionType::Rank, QuestionType::Rank) => const { QUESTION.named("both ask for a rank") },
        (QuestionType::Size, QuestionType::Size) => const { QUESTION.named("both ask for a size") },
        (QuestionType::Whether, QuestionType::Whether) => const { QUESTION.named("both ask whether") },
        (QuestionType::Unsaid, QuestionType::Unsaid) => const { QUESTION.named("neither says") },
        (_, QuestionType::Unsaid) => const { QUESTION.named("one says, the other may ask the same") },
        (QuestionType::When, QuestionType::Clock) => const { QUESTION.named("day and time") },
        (QuestionType::HowMany, QuestionType::HowMuch) => const { QUESTION.named("how many and how much") },
        _ => const { QUESTION.named("different questions") },
    }
}

/// Whether both ask who did one thing.
pub(super) fn deed(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    match a.deed.zip(b.deed) {
        Some((mine, yours)) if mine == yours => const { weights::DEED.named("one deed") },
        Some(_) => const { weights::DEED.named("two deeds") },
        None => const { weights::DEED.named("not asked for in both") },
    }
}

/// Whether one counts, measures or concerns what excludes the other's.
pub(super) fn counted(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    match a.contrasts.beside(&b.contrasts) {
        Contrast::Silent => const { weights::COUNTED.named("nothing told apart") },
        Contrast::Same => const { weights::COUNTED.named("the same") },
        Contrast::Opposed => const { weights::COUNTED.named("what excludes the other") },
    }
}

/// Whether a telling word makes the subjects two.
pub(super) fn called(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    match pair.story.vocabulary.parts.named(a.called, b.called) {
        NameRelation::Silent => const { weights::CALLED.named("nothing told apart") },
        NameRelation::Qualified => const { weights::CALLED.named("one is told apart by a word") },
        NameRelation::Countries => const { weights::CALLED.named("two countries") },
        NameRelation::Siblings => const { weights::CALLED.named("each is told apart by a word") },
        NameRelation::Lookalikes => const { weights::CALLED.named("words that only look alike") },
    }
}

/// Where two figures differ, whether the labels share a word, or at least a meaning, on both sides of what they are of.
pub(super) fn figures_of(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    if pair.figures() != Some(Figures::Apart) {
        return const { FIGURES_OF.named("no figures that differ") };
    }
    let vectors = &pair.story.vocabulary.vectors;
    let touch = |mine: &Sense, yours: &Sense| mine.shares_word(yours) || mine.met(yours, vectors) >= TOUCHING;
    let subjects = touch(&a.senses.subject, &b.senses.subject);
    let attributes = touch(&a.senses.attribute, &b.senses.attribute);
    match (subjects, attributes) {
        (true, true) => const { FIGURES_OF.named("figures differ, of one subject and attribute") },
        (true, false) => const { FIGURES_OF.named("figures differ, of attributes without a common word") },
        (false, true) => const { FIGURES_OF.named("figures differ, of subjects without a common word") },
        (false, false) => const { FIGURES_OF.named("figures differ, without a common word") },
    }
}

/// Words that meet as well as this are as good as one word.
const TOUCHING: f64 = 0.7;

/// Whether a count covers two places or sides, of which the other names one alone: `in Turkey and Syria`, `in Turkey`.
pub(super) fn covered(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let both_count = a.question == QuestionType::HowMany && b.question == QuestionType::HowMany;
    if both_count && (a.covers.more_than(&b.covers) || b.covers.more_than(&a.covers)) {
        return const { weights::COVERED.named("one covers more") };
    }
    const { weights::COVERED.named("nothing told apart") }
}
