//! Pins go into the claim files: comments and layout stay.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use toml_edit::{ArrayOfTables, DocumentMut, value};

use crate::claim::Claim;
use crate::files::{self, Unwritten};
use crate::linkage::Alignment;

/// Writes the pins that differ from those the claims were read with; `pins` has one for each claim.
///
/// # Errors
/// The file that could not be written, and why. Where one can't be read as TOML, none is written.
pub fn write(
    alignment: &Alignment<'_>,
    before: &[Option<&str>],
    pins: &[Option<&str>],
) -> Result<(), Unwritten> {
    let mut changed: BTreeMap<&str, Vec<Pin<'_>>> = BTreeMap::new();
    for (at, told) in alignment.claims.iter().enumerate() {
        if let Some(pin) = pins[at].filter(|_| pins[at] != before[at]) {
            let pin = Pin { claim: told.claim, was: before[at], is: pin };
            changed.entry(told.article.file.path()).or_default().push(pin);
        }
    }
    let texts: Vec<(&Path, String)> = changed
        .into_iter()
        .map(|(path, pins)| Ok((Path::new(path), rewritten(Path::new(path), &pins)?)))
        .collect::<Result<_, Unwritten>>()?;
    for (path, text) in texts {
        files::replace(path, &text).map_err(|error| Unwritten { path: path.to_owned(), error })?;
    }
    Ok(())
}

fn rewritten(path: &Path, pins: &[Pin<'_>]) -> Result<String, Unwritten> {
    let at = |error| Unwritten { path: path.to_owned(), error };
    let text = std::fs::read_to_string(path).map_err(at)?;
    let numbered: Vec<(usize, &str)> = pins.iter().map(|it| (it.claim.number, it.is)).collect();
    if !pins.iter().all(|it| it.is_where_it_was(&text)) {
        return Err(at(io::Error::other("it has changed since it was read: start again")));
    }
    pinned(&text, &numbered).map_err(|message| at(io::Error::other(message)))
}

/// A pin to write.
struct Pin<'a> {
    claim: &'a Claim,
    /// The one that the file has.
    was: Option<&'a str>,
    is: &'a str,
}

impl Pin<'_> {
    /// Whether the claim still stands where it stood, with the pin it had: somebody may edit the file meanwhile.
    fn is_where_it_was(&self, text: &str) -> bool {
        let document: Option<DocumentMut> = text.trim_start_matches('\u{feff}').parse().ok();
        // What is no TOML is told of when it is to be written.
        let Some(document) = document else { return true };
        let claims = document.get("claim").and_then(|it| it.as_array_of_tables());
        let claim = claims.and_then(|it| it.get(self.claim.number - 1));
        let of = |key: &str| claim.and_then(|it| it.get(key)).and_then(|it| it.as_str()).map(str::trim);
        let holds = |key: &str, told: &str| of(key).is_none_or(|it| it == told);
        claims.is_none()
            || claim.is_some()
                && of("item") == self.was
                && holds("attribute", &self.claim.attribute)
                && holds("subject", &self.claim.subject)
    }
}

/// The text of a claim file with these pins, by the numbers of its claims.
///
/// # Errors
/// Why it can't have them.
pub fn pinned(text: &str, pins: &[(usize, &str)]) -> Result<String, String> {
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
    for &(number, pin) in pins {
        let claim = claims.get_mut(number - 1).ok_or("it has changed since it was read: start again")?;
        if let Some(item) = claim.get_mut("item").and_then(|it| it.as_value_mut()) {
            let decor = item.decor().clone();
            *item = pin.into();
            *item.decor_mut() = decor;
        } else {
            claim.insert("item", value(pin));
            align_key(claim);
        }
    }
    let written = document.to_string();
    let written = if windows { written.replace("\r\n", "\n").replace('\n', "\r\n") } else { written };
    Ok(format!("{mark}{written}"))
}

/// Writes the new key as the table writes its others, where these make a column.
fn align_key(claim: &mut toml_edit::Table) {
    let width = |name: &str| {
        let (key, _) = claim.get_key_value(name)?;
        Some(name.chars().count() + key.leaf_decor().suffix()?.as_str()?.chars().count())
    };
    let names: Vec<String> = claim.iter().map(|it| it.0.to_owned()).filter(|it| it != "item").collect();
    let widths: BTreeSet<Option<usize>> = names.iter().map(|it| width(it)).collect();
    let column = widths.first().copied().flatten().filter(|_| widths.len() == 1);
    if let (Some(width), Some(mut key)) = (column, claim.key_mut("item")) {
        key.leaf_decor_mut().set_suffix(" ".repeat(width.saturating_sub("item".len()).max(1)));
    }
}

#[cfg(test)]
mod tests {
    use super::pinned;

    #[test]
    fn comments_and_layout_stay() {
        let text = "# top\n[article]\noutlet = 'A' # who\n\n[[claim]]\nsubject   = \"x\"\nvalue     = 1   # one\n\n# of the next\n[[claim]]\nsubject='y'\nitem = 'old' # by hand\nvalue=2\n";
        let expected = "# top\n[article]\noutlet = 'A' # who\n\n[[claim]]\nsubject   = \"x\"\nvalue     = 1   # one\nitem      = \"new\"\n\n# of the next\n[[claim]]\nsubject='y'\nitem = \"other\" # by hand\nvalue=2\n";
        assert_eq!(pinned(text, &[(1, "new"), (2, "other")]), Ok(expected.to_owned()));
    }

    #[test]
    fn marks_and_line_ends_stay() {
        let text = "\u{feff}[[claim]]\r\nvalue = 1\r\n";
        assert_eq!(
            pinned(text, &[(1, "a")]),
            Ok("\u{feff}[[claim]]\r\nvalue = 1\r\nitem  = \"a\"\r\n".to_owned())
        );
    }

    #[test]
    fn a_file_that_has_changed_is_left_alone() {
        assert!(pinned("[[claim]]\nvalue = 1\n", &[(2, "a")]).is_err());
        assert!(pinned("claim = [{ value = 1 }]\n", &[(1, "a")]).is_err());
    }
}
