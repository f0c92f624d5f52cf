//! The columns that a sheet may have: those that `csv` writes, and the keys of claim files.

use std::sync::Arc;

use super::rows::Cell;
use crate::claim::fields::{closest, plain};
use crate::claim::{ARTICLE, CLAIM, Key};
use crate::files::{Problem, Severity, TextFile};

/// What becomes of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// A key of `[article]`.
    Article(&'static str),
    /// A key of `[[claim]]`.
    Claim(&'static str),
    /// The members of a value that is a list.
    Members,
    /// The name of the story.
    Story,
    /// The claim file.
    File,
    /// The line of the claim in it.
    Line,
    /// What gainsay works out anew.
    WorkedOut,
}

/// Columns that are not called like a key.
const NAMED: &[(&str, Use)] = &[
    ("link", Use::Article("url")),
    ("pin", Use::Claim("item")),
    ("members", Use::Members),
    ("story", Use::Story),
    ("file", Use::File),
    ("line", Use::Line),
    ("item", Use::WorkedOut),
    ("item_id", Use::WorkedOut),
    ("kind", Use::WorkedOut),
    ("verdict", Use::WorkedOut),
    ("state", Use::WorkedOut),
    ("position", Use::WorkedOut),
    ("conflicts", Use::WorkedOut),
    ("understood", Use::WorkedOut),
    ("limits", Use::WorkedOut),
    ("column", Use::WorkedOut),
    ("safe_wording", Use::WorkedOut),
    ("largest_side", Use::WorkedOut),
    ("low", Use::WorkedOut),
    ("high", Use::WorkedOut),
    ("unit", Use::WorkedOut),
    ("side", Use::WorkedOut),
    ("same_fact", Use::WorkedOut),
];

/// What a sheet must have.
const NEEDED: [Use; 4] =
    [Use::Article("outlet"), Use::Claim("subject"), Use::Claim("attribute"), Use::Claim("value")];

/// The columns of a sheet by its first row; `None` where one has no name.
pub(super) fn columns(file: &Arc<TextFile>, head: &[Cell], problems: &mut Vec<Problem>) -> Vec<Option<Use>> {
    let mut found: Vec<Option<Use>> = Vec::new();
    let has_ids = head.iter().any(|it| folded(&it.text) == "item_id");
    for cell in head {
        let mut refuse = |message: String, hint: String| {
            problems.push(Problem::new(Severity::Error, file, cell.span.clone(), message).hint(hint));
        };
        let name = folded(&cell.text);
        let known = named(&name);
        let shown = plain(cell.text.trim());
        if name == "item" && !has_ids {
            let hint = "call it pin, if it says which claims are one fact, or remove it";
            refuse(String::from("the column `item` is a label that gainsay gives"), hint.to_owned());
        } else if known.is_none() && !name.is_empty() {
            let meant = meant(&name).map(|it| format!("did you mean `{it}`?"));
            let hint =
                meant.unwrap_or_else(|| format!("remove it, or call it one of {}", names().join(", ")));
            refuse(format!("unknown column `{shown}`"), hint);
        } else if known.is_some_and(|it| it != Use::WorkedOut && found.contains(&Some(it))) {
            refuse(format!("the column `{shown}` is there twice"), "keep one of the two".to_owned());
        }
        found.push(known);
    }
    for needed in NEEDED.iter().filter(|it| !found.contains(&Some(**it))) {
        let (Use::Article(name) | Use::Claim(name)) = needed else { continue };
        let misspelt = head.iter().any(|it| {
            let name_there = folded(&it.text);
            named(&name_there).is_none() && meant(&name_there) == Some(*name)
        });
        if !misspelt {
            let message = format!("there is no column `{name}`");
            let hint = "the first row names the columns; outlet, subject, attribute and value must be there";
            problems.push(Problem::new(Severity::Error, file, 0..0, message).hint(hint));
        }
    }
    found
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

fn named(name: &str) -> Option<Use> {
    let own = NAMED.iter().find(|(known, _)| *known == name).map(|(_, it)| *it);
    let key = |keys: &'static [Key]| keys.iter().find(|key| key.name == name).map(|key| key.name);
    own.or_else(|| key(ARTICLE).map(Use::Article)).or_else(|| key(CLAIM).map(Use::Claim))
}

/// Every name that a column may have.
fn names() -> Vec<&'static str> {
    let keys = ARTICLE.iter().chain(CLAIM).map(|key| key.name).filter(|name| *name != "item");
    let own = NAMED.iter().filter(|(_, it)| *it != Use::WorkedOut).map(|(name, _)| *name);
    keys.chain(own).collect()
}

/// The column that a name may mean.
fn meant(name: &str) -> Option<&'static str> {
    let instead = |keys: &'static [Key]| keys.iter().find(|key| key.instead.contains(&name));
    let spelt =
        closest(name, names().into_iter()).and_then(|near| names().into_iter().find(|it| *it == near));
    spelt.or_else(|| instead(ARTICLE).or_else(|| instead(CLAIM)).map(|key| key.name))
}
