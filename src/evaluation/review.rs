//! What a person's answers are worth: a review of each story in which the annotations answer.

use serde::Serialize;

use super::Annotated;
use super::gold::pair;
use super::score::{self, Counts, rounded};
use crate::review::Case;

/// How well a story is aligned after each answer.
#[derive(Clone, Debug, Serialize)]
pub struct Reviewed {
    /// The folder's name.
    pub name: String,
    /// F1 of alignment before the first answer, and after each.
    pub f1: Vec<f64>,
    /// How many of the answers were `same`.
    pub same: usize,
    /// After the last answer.
    pub alignment: Counts,
}

/// Reviews each story with at most so many questions. Pairs on which the annotators differ are skipped, and count.
pub fn review(stories: &[Annotated], questions: usize) -> Vec<Reviewed> {
    stories.iter().map(|story| reviewed(story, questions)).collect()
}

/// Each question is listed and answered in a run of its own: what is remembered is what the files say.
fn reviewed(Annotated { story, gold }: &Annotated, questions: usize) -> Reviewed {
    let mut story = story.clone();
    let mut skipped: Vec<(usize, usize)> = Vec::new();
    let mut item_of = vec![None; story.articles.iter().map(|it| it.claims.len()).sum()];
    for (number, item) in gold.items.iter().enumerate() {
        for &claim in item {
            item_of[claim] = Some(number);
        }
    }
    let (mut counts, mut found_same) = (Vec::new(), 0);
    for round in 0..=questions {
        let mut case = Case::new(&story);
        counts.push(score::alignment(&case.alignment, &case.items, gold));
        for &(a, b) in &skipped {
            case.skip_pair(a, b);
        }
        let Some(question) = case.questions().into_iter().next().filter(|_| round < questions) else { break };
        let is_same = |other: usize| item_of[other].is_some() && item_of[other] == item_of[question.claim];
        let is_disputed = |other: usize| gold.disputed.contains(&pair(question.claim, other));
        let (disputed, asked): (Vec<usize>, Vec<usize>) =
            question.choices.iter().map(|it| it.claim).partition(|&it| is_disputed(it));
        let (same, different): (Vec<usize>, Vec<usize>) = asked.into_iter().partition(|&it| is_same(it));
        skipped.extend(disputed.into_iter().map(|other| pair(question.claim, other)));
        found_same += same.len();
        let told = case.settle(question.claim, &same, &different);
        skipped.extend(told.into_iter().map(|(other, _)| pair(question.claim, other)));
        let marks = case.pins.marks().to_vec();
        let claims = story.articles.iter_mut().flat_map(|it| &mut it.claims);
        for (claim, mark) in claims.zip(marks) {
            (claim.item, claim.not) = (mark.item, mark.not);
        }
    }
    Reviewed {
        name: story.name.clone(),
        f1: counts.iter().map(|it| rounded(it.f1(), 4)).collect(),
        same: found_same,
        alignment: counts.last().copied().unwrap_or_default(),
    }
}
