//! Pins go into the claim files: comments and layout stay.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value};

use super::{OwnedPin, Pins};
use crate::claim::Claim;
use crate::files::{self, Unwritten};
use crate::linkage::Alignment;

/// Writes what is said of claims where that differs from what they were read with.
///
/// # Errors
/// The file that could not be written, and why. Where one can't be read as TOML, none is written.
pub fn write(alignment: &Alignment<'_>, before: &Pins, after: &Pins) -> Result<(), Unwritten> {
    let mut changed: BTreeMap<&str, Vec<ClaimChange<'_>>> = BTreeMap::new();
    for (at, is) in after.changes(before) {
        let told = alignment.claims[at];
        let change = ClaimChange { claim: told.claim, was: &before.marks()[at], is };
        changed.entry(told.article.file.path()).or_default().push(change);
    }
    let texts: Vec<(&Path, String)> = changed
        .into_iter()
        .map(|(path, changes)| Ok((Path::new(path), rewritten(Path::new(path), &changes)?)))
        .collect::<Result<_, Unwritten>>()?;
    for (path, text) in texts {
        files::replace(path, &text).map_err(|error| Unwritten { path: path.to_owned(), error })?;
    }
    Ok(())
}

fn rewritten(path: &Path, changes: &[ClaimChange<'_>]) -> Result<String, Unwritten> {
    let at = |error| Unwritten { path: path.to_owned(), error };
    let text = std::fs::read_to_string(path).map_err(at)?;
    let numbered: Vec<(usize, &OwnedPin)> = changes.iter().map(|it| (it.claim.number, it.is)).collect();
    if !changes.iter().all(|it| it.is_where_it_was(&text)) {
        return Err(at(io::Error::other("it has changed since it was read: start again")));
    }
    pinned(&text, &numbered).map_err(|message| at(io::Error::other(message)))
}

/// What is to be said of a claim.
struct ClaimChange<'a> {
    claim: &'a Claim,
    /// What its file says.
    was: &'a OwnedPin,
    is: &'a OwnedPin,
}

impl ClaimChange<'_> {
    /// Whether the claim still stands where it stood, as it was: somebody may edit the file meanwhile.
    fn is_where_it_was(&self, text: &str) -> bool {
        let document: Option<DocumentMut> = text.trim_start_matches('\u{feff}').parse().ok();
        // What is no TOML is told of when it is to be written.
        let Some(document) = document else { return true };
        let claims = document.get("claim").and_then(|it| it.as_array_of_tables());
        let claim = claims.and_then(|it| it.get(self.claim.number - 1));
        let of = |key: &str| claim.and_then(|it| it.get(key)).and_then(|it| it.as_str()).map(str::trim);
        let holds = |key: &str, told: &str| of(key).is_none_or(|it| it == told);
        claims.is_none()
            || claim.is_some_and(|it| texts(it.get("not")) == self.was.not)
                && of("item") == self.was.item.as_deref()
                && holds("attribute", &self.claim.attribute)
                && holds("subject", &self.claim.subject)
    }
}

/// The texts of a value that is one or a list of them.
fn texts(item: Option<&Item>) -> Vec<String> {
    let one = item.and_then(Item::as_str).into_iter();
    let list = item.and_then(Item::as_array).into_iter().flatten().filter_map(Value::as_str);
    one.chain(list).map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

/// The text of a claim file with this said of its claims, by their numbers.
///
/// # Errors
/// Why it can't have them.
pub fn pinned(text: &str, marks: &[(usize, &OwnedPin)]) -> Result<String, String> {
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    // TOML's line ends are normalised when it is written; a file of Windows keeps its own.
    let windows = body.contains("\r\n");
    let mut document: DocumentMut = body.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let claims = document.get_mut("claim").and_then(|it| it.as_array_of_tables_mut());
    let claims: &mut ArrayOfTables =
        claims.ok_or("its claims are not written as [[claim]]: write the pins by hand")?;
    for &(number, said) in marks {
        let claim = claims.get_mut(number - 1).ok_or("it has changed since it was read: start again")?;
        put(claim, "item", said.item.as_deref().map(Value::from));
        let list = || Value::Array(said.not.iter().map(String::as_str).collect::<Array>());
        if texts(claim.get("not")) != said.not {
            put(claim, "not", (!said.not.is_empty()).then(list));
        }
    }
    let written = document.to_string();
    let written = if windows { written.replace("\r\n", "\n").replace('\n', "\r\n") } else { written };
    Ok(format!("{mark}{written}"))
}

/// Gives a key its value, or removes it.
pub(super) fn put(claim: &mut Table, key: &str, value: Option<Value>) {
    match (claim.get_mut(key).and_then(Item::as_value_mut), value) {
        (Some(there), Some(mut value)) => {
            if there.as_str().is_none() || there.as_str() != value.as_str() {
                *value.decor_mut() = there.decor().clone();
                *there = value;
            }
        }
        (None, Some(value)) => {
            claim.insert(key, Item::Value(value));
            align_key(claim, key);
        }
        (Some(_), None) => remove(claim, key),
        (None, None) => {}
    }
}

/// Removes a key; the comments at it stay, below the key before it.
fn remove(claim: &mut Table, key: &str) {
    let before = claim.iter().map(|it| it.0.to_owned()).take_while(|it| it != key).last();
    let Some((name, item)) = claim.remove_entry(key) else { return };
    let at_value = item.as_value().and_then(|it| it.decor().suffix()?.as_str());
    let comments = [name.leaf_decor().prefix().and_then(|it| it.as_str()), at_value];
    let lines = comments.into_iter().flatten().flat_map(str::lines).map(str::trim);
    let lines: Vec<&str> = lines.filter(|it| !it.is_empty()).collect();
    let before = before.and_then(|before| claim.get_mut(&before)?.as_value_mut());
    if let Some(value) = before.filter(|_| !lines.is_empty()) {
        let suffix = value.decor().suffix().and_then(|it| it.as_str()).unwrap_or_default();
        let suffix = format!("{suffix}\n{}", lines.join("\n"));
        value.decor_mut().set_suffix(suffix);
    }
}

/// Writes the new key as the table writes its others, where these make a column; longer ones stand out of it.
fn align_key(claim: &mut Table, key: &str) {
    let width = |name: &str| {
        let (key, _) = claim.get_key_value(name)?;
        Some((
            name.chars().count(),
            name.chars().count() + key.leaf_decor().suffix()?.as_str()?.chars().count(),
        ))
    };
    let names = claim.iter().map(|it| it.0).filter(|it| *it != key);
    let widths: Vec<(usize, usize)> = names.filter_map(width).collect();
    let shortest = widths.iter().min().copied();
    let is_column = |&(name, column): &(usize, usize)| {
        let is_padded = column > name + 1;
        widths.iter().all(|(name, width)| width == &column || is_padded && *name >= column)
    };
    let column = shortest.filter(is_column).map(|it| it.1);
    if let (Some(width), Some(mut name)) = (column, claim.key_mut(key)) {
        name.leaf_decor_mut().set_suffix(" ".repeat(width.saturating_sub(key.len()).max(1)));
    }
}

#[cfg(test)]
mod tests {
    use super::{OwnedPin, pinned};

    fn item(name: &str) -> OwnedPin {
        OwnedPin { item: Some(name.to_owned()), not: Vec::new() }
    }

    #[test]
    fn comments_and_layout_stay() {
        let text = "# top\n[article]\noutlet = 'A' # who\n\n[[claim]]\nsubject   = \"x\"\nvalue     = 1   # one\n\n# of the next\n[[claim]]\nsubject='y'\nitem = 'old' # by hand\nvalue=2\n";
        let expected = "# top\n[article]\noutlet = 'A' # who\n\n[[claim]]\nsubject   = \"x\"\nvalue     = 1   # one\nitem      = \"new\"\n\n# of the next\n[[claim]]\nsubject='y'\nitem = \"other\" # by hand\nvalue=2\n";
        assert_eq!(pinned(text, &[(1, &item("new")), (2, &item("other"))]), Ok(expected.to_owned()));
    }

    #[test]
    fn marks_and_line_ends_stay() {
        let text = "\u{feff}[[claim]]\r\nvalue = 1\r\n";
        assert_eq!(
            pinned(text, &[(1, &item("a"))]),
            Ok("\u{feff}[[claim]]\r\nvalue = 1\r\nitem  = \"a\"\r\n".to_owned())
        );
    }

    #[test]
    fn a_file_that_has_changed_is_left_alone() {
        assert!(pinned("[[claim]]\nvalue = 1\n", &[(2, &item("a"))]).is_err());
        assert!(pinned("claim = [{ value = 1 }]\n", &[(1, &item("a"))]).is_err());
    }

    #[test]
    fn what_is_told_apart_is_a_list_and_what_is_taken_back_leaves_the_comments() {
        let text = "[[claim]]\nsubject = 'x'\nvalue   = 1   # one\n";
        let told = OwnedPin { item: None, not: vec!["a".to_owned(), "b".to_owned()] };
        let with = "[[claim]]\nsubject = 'x'\nvalue   = 1   # one\nnot     = [\"a\", \"b\"]\n";
        assert_eq!(pinned(text, &[(1, &told)]), Ok(with.to_owned()));
        assert_eq!(pinned(with, &[(1, &OwnedPin::default())]), Ok(text.to_owned()));
        let noted = "[[claim]]\nsubject = 'x'\nvalue = 1 # one\n# asked\nitem = 'a' # sure\n";
        let left = "[[claim]]\nsubject = 'x'\nvalue = 1 # one\n# asked\n# sure\n";
        assert_eq!(pinned(noted, &[(1, &OwnedPin::default())]), Ok(left.to_owned()));
    }
}
