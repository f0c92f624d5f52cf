//! What different stories say of one fact.

use std::collections::BTreeSet;

use crate::claim::{Desk, Story};
use crate::{fusion, linkage, report};

/// The name of the section in a report.
const NAME: &str = "across";

/// The data items that span several of the stories, as a story of their own.
///
/// What one story's desk knows of names may be wrong in another one: only the settings for all stories count.
pub(super) fn story(stories: Vec<Story>, settings: &Desk) -> report::Story {
    let mut story_of = Vec::new();
    let mut articles = Vec::new();
    for (at, story) in stories.into_iter().enumerate() {
        for article in story.articles {
            story_of.extend(article.claims.iter().map(|_| at));
            articles.push(article);
        }
    }
    let all = Story {
        name: NAME.to_owned(),
        folder: String::new(),
        title: Some("Across stories".to_owned()),
        desk: settings.clone(),
        articles,
        earlier: Vec::new(),
    };
    let mut alignment = linkage::align(&all);
    let spans = |item: &Vec<usize>| item.iter().map(|&at| story_of[at]).collect::<BTreeSet<_>>().len() > 1;
    alignment.items.retain(spans);
    let items = fusion::fuse(&alignment, &all);
    report::Story { across: true, ..report::Story::new(&all, &alignment, &items) }
}
