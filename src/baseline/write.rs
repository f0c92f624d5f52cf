//! Accepted conflicts as files.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::accepted::{Accepted, FOLDER};
use super::conflict::{KnownClaim, KnownSide};
use crate::view::hashed;
use toml_edit::{DocumentMut, Item, TableLike, Value};

use crate::files::{is_direction_mark, slug};
use crate::fusion::Verdict;

/// How many digits of the id the name of a file ends on.
const DIGITS: usize = 6;

/// How many digits tell apart what different people say of one conflict.
const WORDS: usize = 4;

/// Where a conflict is accepted: the words of its item, so many digits of its id that no other file is called so, and a few
/// of what is said of it: who accepts it on another branch for another reason makes another file, and git merges both.
pub fn place(story: &Path, accepted: &Accepted, taken: impl Fn(&Path) -> bool) -> PathBuf {
    let (item, id) = (&accepted.conflict.item, &accepted.id);
    let until = accepted.until.map(|day| day.to_string()).unwrap_or_default();
    let said = [accepted.reason.as_str(), accepted.by.as_deref().unwrap_or_default(), &until];
    let said: String = hashed(&said).chars().take(WORDS).collect();
    let named = |digits: usize| {
        let digits: String = id.chars().take(digits).collect();
        story.join(FOLDER).join(format!("{}-{digits}-{said}.toml", slug(item)))
    };
    let short = named(DIGITS);
    if taken(&short) { named(id.len()) } else { short }
}

/// The file of an accepted conflict, for people to read and to edit.
pub fn text(accepted: &Accepted) -> String {
    let mut text = String::from(
        "# Written by `gainsay accept`. Edit reason, by and until as you like; remove the file to take it back.\n",
    );
    let mut line = |key: &str, value: &str| {
        // Writing to a text can't fail.
        let _ = writeln!(text, "{key:6} = {value}");
    };
    line("id", &quoted(&accepted.id));
    line("item", &quoted(&accepted.conflict.item));
    let side = |side: &KnownSide| {
        let claim = side.claims.first();
        let of = |get: fn(&KnownClaim) -> &String| quoted(claim.map_or("", |claim| get(claim)));
        let (outlet, label, value) = (of(|it| &it.outlet), of(|it| &it.label), of(|it| &it.value));
        let understood = quoted(&side.understood);
        format!("{{ outlet = {outlet}, claim = {label}, value = {value}, understood = {understood} }}")
    };
    let [one, other] = &accepted.conflict.sides;
    line("sides", &format!("[\n    {},\n    {},\n]", side(one), side(other)));
    line("reason", &quoted(&accepted.reason));
    if let Some(by) = &accepted.by {
        line("by", &quoted(by));
    }
    if let Some(until) = accepted.until {
        line("until", &until.to_string());
    }
    if accepted.conflict.verdict != Verdict::Contradiction {
        line("verdict", &quoted(accepted.conflict.verdict.name()));
    }
    text
}

/// The text of an accepted file with id, item and sides as they are now; everything else stays, comments too. `None` where it
/// can't be read.
pub fn refreshed(text: &str, accepted: &Accepted) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    set(document.as_table_mut(), "id", &accepted.id);
    set(document.as_table_mut(), "item", &accepted.conflict.item);
    let tables: Vec<&mut dyn TableLike> = match document.get_mut("sides")? {
        Item::Value(Value::Array(list)) => {
            list.iter_mut().filter_map(|it| it.as_inline_table_mut().map(|it| it as _)).collect()
        }
        Item::ArrayOfTables(list) => list.iter_mut().map(|it| it as _).collect(),
        Item::None | Item::Value(_) | Item::Table(_) => return None,
    };
    for (table, side) in tables.into_iter().zip(&accepted.conflict.sides) {
        let claim = side.claims.first()?;
        set(table, "outlet", &claim.outlet);
        set(table, "claim", &claim.label);
        set(table, "value", &claim.value);
        set(table, "understood", &side.understood);
    }
    Some(document.to_string())
}

/// Puts another text in the place of a value, and leaves what stands around it.
fn set(table: &mut dyn TableLike, key: &str, text: &str) {
    let Some(found) = table.get_mut(key).and_then(Item::as_value_mut) else { return };
    if found.as_str() == Some(text) {
        return;
    }
    let Ok(mut value) = quoted(text).parse::<Value>() else { return };
    *value.decor_mut() = found.decor().clone();
    *found = value;
}

/// A TOML text in one line, in which nothing can act on a terminal or turn the writing round.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for it in text.chars() {
        match it {
            '"' | '\\' => quoted.extend(['\\', it]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            it if it.is_control() || is_direction_mark(it) => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(it));
            }
            it => quoted.push(it),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_leaves_its_line() {
        assert_eq!(quoted("a \"b\" \\ \n\u{1b}\u{202e}é"), r#""a \"b\" \\ \n\u001B\u202Eé""#);
    }
}
