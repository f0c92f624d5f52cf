//! A claim file that is opened to be corrected; and one that somebody else has changed meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gainsay::files::TextFile;
use gainsay::review::{ClaimFileForm, Words};

use super::entry::{ArticleEntry, Kept};
use crate::app::{App, held};
use crate::desk::Desk;
use crate::fault::Fault;

/// A claim file as it is now.
#[derive(Clone, Debug)]
pub(super) struct Saved {
    /// The folder of its story, as reports call it.
    pub(super) folder: String,
    pub(super) path: PathBuf,
    pub(super) file: Arc<TextFile>,
}

impl Saved {
    /// The claim file that reports call so.
    pub(super) fn find(desk: &Desk, name: &str) -> Result<Self, Fault> {
        let (story, path) = desk.editable(name).ok_or(Fault::Missing("claim file"))?;
        let file = TextFile::read(path).map_err(|_| Fault::Missing("claim file"))?;
        Ok(Self { folder: story.view.folder.clone(), path: path.to_path_buf(), file })
    }

    pub(super) fn there(&self) -> (&Path, &str) {
        (&self.path, self.file.text())
    }

    /// Notes that it is shown.
    pub(super) fn mark(&self, app: &App) -> String {
        held(&app.shown).remember(self.file.text().to_owned())
    }

    /// The article's text, where one is kept.
    fn body(&self, desk: &Desk) -> String {
        let article = desk.story(&self.folder).and_then(|it| {
            it.story.all_articles().find(|it| it.file.path() == self.file.path())?.body.clone()
        });
        article.map(|it| it.text().to_owned()).unwrap_or_default()
    }

    /// The entry that it makes; why it can't be shown as one.
    pub(super) fn entry(&self, app: &App, desk: &Desk) -> Result<ArticleEntry, String> {
        let sheet = ClaimFileForm::read(self.file.text())?;
        let of = |key: &str| sheet.article.get(key).cloned().unwrap_or_default();
        let has_text = !of("text").is_empty();
        let claims = sheet.claims.iter().enumerate().map(|(at, said)| Kept::of_file(at + 1, said));
        Ok(ArticleEntry {
            folder: self.folder.clone(),
            outlet: of("outlet"),
            title: of("title"),
            published: of("published"),
            url: of("url"),
            text: self.body(desk),
            has_text,
            claims: claims.collect(),
            file: self.file.path().to_owned(),
            mark: self.mark(app),
            ..ArticleEntry::default()
        })
    }

    /// Whether it says what it said when an entry was made of it; else that, as far as it is known.
    pub(super) fn is_as_shown(&self, app: &App, entry: &ArticleEntry) -> Result<(), String> {
        let now = Some(self.file.text().to_owned());
        match app.still(&entry.mark, now) {
            Err(Fault::Changed { shown, .. }) => {
                Err(shown.unwrap_or_else(|| "(It was shown too long ago to be known.)".to_owned()))
            }
            _ => Ok(()),
        }
    }

    /// Puts what somebody has typed onto what the file says now: what they have not touched is as it is now.
    pub(super) fn rebase(&self, entry: &mut ArticleEntry, shown: &str) -> Result<(), String> {
        let now = ClaimFileForm::read(self.file.text())?;
        let before = ClaimFileForm::read(shown).unwrap_or_else(|_| ClaimFileForm {
            article: entry.said(),
            claims: entry.claims.iter().filter(|it| it.number.is_some()).map(Kept::said).collect(),
        });
        let places = places(&before.claims, &now.claims);
        let mut kept = Vec::new();
        for mut claim in std::mem::take(&mut entry.claims) {
            let Some(number) = claim.number else {
                kept.push(claim);
                continue;
            };
            let untouched =
                before.claims.get(number - 1).is_some_and(|it| Kept::of_file(number, it) == claim);
            match (places.get(number - 1).copied().flatten(), untouched) {
                (Some(at), true) => kept.push(Kept::of_file(at + 1, &now.claims[at])),
                (Some(at), false) => {
                    claim.number = Some(at + 1);
                    kept.push(claim);
                }
                (None, true) => {}
                (None, false) => kept.push(Kept { number: None, ..claim }),
            }
        }
        let is_new = |at: &usize| !places.contains(&Some(*at));
        let new = (0..now.claims.len()).filter(is_new);
        kept.extend(new.map(|at| Kept::of_file(at + 1, &now.claims[at])));
        entry.claims = kept;
        let texts = [
            ("outlet", &mut entry.outlet),
            ("title", &mut entry.title),
            ("published", &mut entry.published),
            ("url", &mut entry.url),
        ];
        for (key, text) in texts {
            let of = |sheet: &ClaimFileForm| sheet.article.get(key).cloned().unwrap_or_default();
            if *text == of(&before) {
                *text = of(&now);
            }
        }
        entry.in_order();
        Ok(())
    }
}

/// Where each claim stands now: the same claim first, then one about the same.
fn places(before: &[Words], now: &[Words]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; before.len()];
    let label = |it: &Words| (it.get("subject").cloned(), it.get("attribute").cloned());
    for whole in [true, false] {
        let is = |a: &Words, b: &Words| if whole { a == b } else { label(a) == label(b) };
        for (at, claim) in before.iter().enumerate() {
            if found[at].is_none() {
                found[at] = (0..now.len()).find(|it| !found.contains(&Some(*it)) && is(claim, &now[*it]));
            }
        }
    }
    found
}
