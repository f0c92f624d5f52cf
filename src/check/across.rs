//! What different stories say of one fact.

use super::Options;
use crate::claim::{Conventions, Story};
use crate::view;
use crate::{fusion, linkage};

/// The name of the section in a report.
const NAME: &str = "across";

/// The data items that span several of the stories, as a story of their own.
///
/// What one story's desk knows of names may be wrong in another one: only the settings for all stories count.
pub(super) fn story(stories: Vec<Aligned>, settings: &Conventions, options: &Options) -> view::StoryView {
    let (mut story_of, mut articles, mut items) = (Vec::new(), Vec::new(), Vec::new());
    for (at, Aligned { story, items: own }) in stories.into_iter().enumerate() {
        let before = story_of.len();
        items.extend(own.into_iter().map(|item| item.into_iter().map(|it| it + before).collect()));
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
    let items = linkage::Items { claims: &items, story_of: &story_of };
    let mut alignment = linkage::align_across(&all, &items, options.budget);
    if !options.near {
        alignment.near.clear();
    }
    let items = fusion::fuse(&alignment, &all);
    view::StoryView { across: true, ..view::StoryView::new(&all, &alignment, &items) }
}

/// A story with its own items, as positions among its claims.
pub(super) struct Aligned {
    pub(super) story: Story,
    pub(super) items: Vec<Vec<usize>>,
}
