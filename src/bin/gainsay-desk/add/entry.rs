//! An article and its claims, as a form has them.

use std::path::{Path, PathBuf};

use gainsay::claim::Certainty;
use gainsay::draft::Draft;
use gainsay::files;
use gainsay::review::{Amended, Words};

use super::wrong;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::form::Form;

/// A line of a form is no longer than this.
const LINE: usize = 20_000;

/// More claims than these are several articles.
const MOST: usize = 300;

/// An article and its claims.
#[derive(Clone, Debug, Default)]
pub(super) struct ArticleEntry {
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
    /// The claim file that is corrected, as reports call it; none for a new one.
    pub(super) file: String,
    /// The mark of what that file said when it was opened.
    pub(super) mark: String,
    /// The fact from whose list somebody came.
    pub(super) item: String,
    /// What it is to an article that is there already: a `later` version, or an `other` one.
    pub(super) twin: String,
    /// That article's claim file.
    pub(super) twin_of: String,
    /// Whether a text is kept beside the claim file that is corrected.
    pub(super) has_text: bool,
    /// The mark of doubts that somebody has seen, and saves all the same.
    pub(super) sure: String,
    /// What is wrong with what is said of the article.
    pub(super) wrong: Vec<String>,
}

/// A claim, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// Which claim of its file it is, from 1; none where it is a new one.
    pub(super) number: Option<usize>,
    pub(super) subject: String,
    pub(super) attribute: String,
    /// Several names stand behind one another, with `;` between.
    pub(super) value: String,
    pub(super) quote: String,
    /// Whom the article credits, with `;` between.
    pub(super) credits: String,
    pub(super) as_of: String,
    pub(super) scope: String,
    pub(super) certainty: String,
}

impl Kept {
    pub(super) fn of(draft: &Draft) -> Self {
        Self {
            subject: draft.subject.clone(),
            attribute: draft.attribute.clone(),
            value: draft.list.as_ref().map_or_else(|| draft.value.text.clone(), |names| names.join("; ")),
            quote: draft.quote.clone(),
            credits: draft.according_to.join("; "),
            ..Self::default()
        }
    }

    /// A claim of a file.
    pub(super) fn of_file(number: usize, said: &Words) -> Self {
        let [subject, attribute, value, quote, credits, as_of, scope, certainty] =
            KEYS.map(|key| said.get(key).cloned().unwrap_or_default());
        Self { number: Some(number), subject, attribute, value, quote, credits, as_of, scope, certainty }
    }

    /// The same as a claim file has it.
    pub(super) fn said(&self) -> Words {
        let texts = [
            &self.subject,
            &self.attribute,
            &self.value,
            &self.quote,
            &self.credits,
            &self.as_of,
            &self.scope,
            &self.certainty,
        ];
        KEYS.into_iter().map(str::to_owned).zip(texts.map(Clone::clone)).collect()
    }

    /// How firm a claim may be.
    pub(super) fn firmness() -> [&'static str; 5] {
        Certainty::ALL.map(Certainty::name)
    }

    /// Whether what is seldom needed is needed here.
    pub(super) fn has_more(&self) -> bool {
        !(self.as_of.is_empty() && self.scope.is_empty() && self.certainty.is_empty())
    }

    fn is_empty(&self) -> bool {
        Self { number: None, ..self.clone() } == Self::default()
    }
}

/// The keys of a claim that a form has, in its order.
const KEYS: [&str; 8] =
    ["subject", "attribute", "value", "quote", "according_to", "as_of", "scope", "certainty"];

/// The fields of the form for them.
const FIELDS: [&str; 8] =
    ["subject", "attribute", "value", "quote", "credits", "as_of", "scope", "certainty"];

impl ArticleEntry {
    /// What a form says, in a story that is there or in one to be made.
    pub(super) fn of(form: &Form, desk: &Desk) -> Result<Self, Fault> {
        let line = |name: &str| form.line(name, LINE);
        let mut wrong = Vec::new();
        let file = line("file")?;
        let new_story = line("new")?;
        if !form.get("in").is_empty() && !new_story.is_empty() {
            wrong.push(format!(
                "A story is chosen, and “{new_story}” is to be a new one: leave one of the two empty."
            ));
        }
        let folder = folder(form.get("in"), &new_story, desk)?.unwrap_or_else(|| {
            wrong.push("Choose a story, or give a new one a title.".to_owned());
            String::new()
        });
        let outlet = line("outlet")?;
        if !outlet.contains(char::is_alphanumeric) {
            wrong.push("Name the outlet that published the article.".to_owned());
        }
        let published = line("published")?;
        if file.is_empty() && !published.is_empty() && super::published(&published).is_none() {
            wrong.push(format!("“{published}” is no date: write it as 2025-12-17."));
        }
        Ok(Self {
            folder,
            new_story,
            outlet,
            title: line("title")?,
            published,
            url: line("url")?,
            text: form.get("text").replace("\r\n", "\n"),
            claims: claims(form)?,
            file,
            mark: line("mark")?,
            item: line("item")?,
            twin: line("twin")?,
            twin_of: String::new(),
            has_text: form.get("has_text") == "yes",
            sure: line("sure")?,
            wrong,
        })
    }

    /// What is said of the article, as a claim file has it.
    pub(super) fn said(&self) -> Words {
        let own = [
            ("outlet", &self.outlet),
            ("title", &self.title),
            ("published", &self.published),
            ("url", &self.url),
        ];
        own.into_iter().map(|(key, text)| (key.to_owned(), text.clone())).collect()
    }

    /// The claims as a claim file is to have them: those that are there in their order, then the new ones.
    pub(super) fn amended(&self) -> Vec<Amended> {
        self.claims.iter().map(|it| Amended { number: it.number, said: it.said() }).collect()
    }

    /// Puts the claims into the order in which the file will have them.
    pub(super) fn in_order(&mut self) {
        self.claims.sort_by_key(|it| it.number.unwrap_or(usize::MAX));
    }

    /// Whether the text is one that the file of the article lacks, and can be kept beside it.
    pub(super) fn brings_text(&self, place: &Path) -> bool {
        !self.has_text && place.symlink_metadata().is_err()
    }

    /// The name of the claim file that a later version replaces.
    pub(super) fn replaces(&self) -> &str {
        if self.twin == "later" { self.twin_of.rsplit('/').next().unwrap_or_default() } else { "" }
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

/// The claims of a form.
fn claims(form: &Form) -> Result<Vec<Kept>, Fault> {
    let numbers: Vec<&str> = form.all("number").collect();
    let columns: Vec<Vec<String>> =
        FIELDS.iter().map(|name| form.lines(name, LINE)).collect::<Result<_, Fault>>()?;
    let count = columns.first().map_or(0, Vec::len);
    if count > MOST {
        return Err(wrong(format!("One article has {MOST} claims at the most.")));
    }
    let claim = |row: usize| {
        let texts = columns.iter().map(|column| column.get(row).cloned().unwrap_or_default());
        let said: Words = KEYS.into_iter().map(str::to_owned).zip(texts).collect();
        Kept { number: numbers.get(row).and_then(|it| it.parse().ok()), ..Kept::of_file(0, &said) }
    };
    Ok((0..count).map(claim).filter(|it| !it.is_empty()).collect())
}

/// The folder of a story that is there, or of one to be made beside the others; none where neither is named.
fn folder(named: &str, title: &str, desk: &Desk) -> Result<Option<String>, Fault> {
    if !named.is_empty() {
        let known = desk.story(named).map(|it| it.view.folder.clone());
        return known.map(Some).ok_or(Fault::Missing("story"));
    }
    let name = files::slug(title);
    if !title.contains(char::is_alphanumeric) || files::DECIDED.contains(&name.as_str()) {
        return Ok(None);
    }
    Ok(Some(files::shown_path(&desk.home().join(name))))
}
