//! What a person's answers are worth: a review of each story in which the annotations answer.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Annotated;
use super::gold::pair;
use super::score::{self, Counts, rounded};
use crate::linkage;
use crate::review::{self, Answer, Pins};

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

fn reviewed(Annotated { story, gold }: &Annotated, questions: usize) -> Reviewed {
    let alignment = linkage::align(story);
    let mut item_of = vec![None; alignment.claims.len()];
    for (number, item) in gold.items.iter().enumerate() {
        for &claim in item {
            item_of[claim] = Some(number);
        }
    }
    let mut pins = Pins::of(&alignment);
    let mut items = alignment.items.clone();
    let mut skipped = BTreeSet::new();
    let mut counts = vec![score::alignment(&alignment, &items, gold)];
    let mut found_same = 0;
    for _ in 0..questions {
        let asked = review::questions(&alignment, &story.desk, &pins, &items);
        let Some(question) = asked.iter().find(|it| !skipped.contains(&(it.link.a, it.link.b))) else {
            break;
        };
        let (a, b) = (question.link.a, question.link.b);
        if gold.disputed.contains(&pair(a, b)) {
            skipped.insert((a, b));
        } else {
            let same = item_of[a].is_some() && item_of[a] == item_of[b];
            found_same += usize::from(same);
            let answer = if same { Answer::Same } else { Answer::Different };
            pins.answer(&alignment, &items, (a, b), answer);
            items = alignment.items_with(&pins.all());
        }
        counts.push(score::alignment(&alignment, &items, gold));
    }
    Reviewed {
        name: story.name.clone(),
        f1: counts.iter().map(|it| rounded(it.f1(), 4)).collect(),
        same: found_same,
        alignment: counts.last().copied().unwrap_or_default(),
    }
}
