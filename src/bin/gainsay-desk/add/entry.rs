//! An article and its claims, as a form has them.

use std::path::{Path, PathBuf};

use gainsay::draft::Draft;
use gainsay::files;

use super::wrong;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::form::Form;

/// A line of a form is no longer than this.
const LINE: usize = 2_000;

/// More claims than these are several articles.
const MOST: usize = 300;

/// An article and its claims.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// The folder of its story, as reports call it.
    pub(super) folder: String,
    /// The title of a story that is not there yet.
    pub(super) new_story: String,
    pub(super) outlet: String,
    pub(super) title: String,
    pub(super) published: String,
    pub(super) url: String,
    pub(super) text: String,
    pub(super) claims: Vec<Kept>,
}

/// A claim, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) subject: String,
    pub(super) attribute: String,
    /// Several names stand behind one another, with `;` between.
    pub(super) value: String,
    pub(super) quote: String,
    /// Whom the article credits, with `;` between.
    pub(super) credits: String,
}

impl Kept {
    pub(super) fn of(draft: &Draft) -> Self {
        Self {
            subject: draft.subject.clone(),
            attribute: draft.attribute.clone(),
            value: draft.list.as_ref().map_or_else(|| draft.value.text.clone(), |names| names.join("; ")),
            quote: draft.quote.clone(),
            credits: draft.according_to.join("; "),
        }
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Entry {
    /// What a form says, in a story that is there or in one to be made.
    pub(super) fn of(form: &Form, desk: &Desk) -> Result<Self, Fault> {
        let line = |name: &str| form.line(name, LINE);
        let new_story = if form.get("in").is_empty() { line("new")? } else { String::new() };
        let folder = folder(form.get("in"), &new_story, desk)?;
        let outlet = line("outlet")?;
        if !outlet.contains(char::is_alphanumeric) {
            return Err(wrong("Name the outlet that published the article."));
        }
        let published = line("published")?;
        if !published.is_empty() && super::published(&published).is_none() {
            return Err(wrong(format!("“{published}” is no date: write 2025-12-17.")));
        }
        let (subject, attribute, value) =
            (form.lines("subject", LINE)?, form.lines("attribute", LINE)?, form.lines("value", LINE)?);
        let (quote, credits) = (form.lines("quote", LINE)?, form.lines("credits", LINE)?);
        let at = |all: &[String], at: usize| all.get(at).cloned().unwrap_or_default();
        let claim = |it: usize| Kept {
            subject: at(&subject, it),
            attribute: at(&attribute, it),
            value: at(&value, it),
            quote: at(&quote, it),
            credits: at(&credits, it),
        };
        if subject.len() > MOST {
            return Err(wrong(format!("One article has {MOST} claims at the most.")));
        }
        let claims = (0..subject.len()).map(claim).filter(|it| !it.is_empty()).collect();
        let text = form.get("text").replace("\r\n", "\n");
        Ok(Self {
            folder,
            new_story,
            outlet,
            title: line("title")?,
            published,
            url: line("url")?,
            text,
            claims,
        })
    }

    /// The folder of its story.
    pub(super) fn path(&self) -> PathBuf {
        PathBuf::from(&self.folder)
    }

    /// A name for its file that no other has.
    pub(super) fn name(&self) -> String {
        let plain = match files::slug(&self.outlet) {
            // A story's own file and the settings are no articles.
            name if matches!(name.as_str(), "story" | "gainsay" | "") => format!("{name}-article"),
            name => name,
        };
        let day: String = self.published.chars().filter(|it| it.is_ascii_digit() || *it == '-').collect();
        let dated = (!day.is_empty()).then(|| format!("{plain}-{day}"));
        let base = dated.clone().unwrap_or_else(|| plain.clone());
        let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
        let folder = self.path();
        let is_free = |name: &String| ["toml", "txt"].iter().all(|it| !taken(&folder, name, it));
        [plain].into_iter().chain(dated).chain(numbered).find(is_free).unwrap_or(base)
    }
}

fn taken(folder: &Path, name: &str, ending: &str) -> bool {
    folder.join(format!("{name}.{ending}")).symlink_metadata().is_ok()
}

/// The folder of a story that is there, or of one to be made beside the others.
fn folder(named: &str, title: &str, desk: &Desk) -> Result<String, Fault> {
    if !named.is_empty() {
        return desk.story(named).map(|it| it.view.folder.clone()).ok_or(Fault::Missing("story"));
    }
    let name = files::slug(title);
    if !title.contains(char::is_alphanumeric) || files::DECIDED.contains(&name.as_str()) {
        return Err(wrong("Choose a story, or give a new one a title."));
    }
    let path = desk.home().join(name);
    Ok(files::shown_path(&path))
}
