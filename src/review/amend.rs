//! Claims that somebody corrects, adds or removes go into the claim file; its comments and whatever else it says stay.

use std::collections::BTreeMap;

use jiff::civil::Date;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value};

use super::write::put;

/// What keys say, as a form has it: one text each, and the texts of a list with `;` between them.
pub type KeyTexts = BTreeMap<String, String>;

/// A claim file, as a form has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimFileForm {
    /// What stands below `[article]`.
    pub article: KeyTexts,
    /// What stands below each `[[claim]]`.
    pub claims: Vec<KeyTexts>,
}

/// A claim as it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// Which `[[claim]]` of the file it is, from 1; none where it is a new one.
    pub number: Option<usize>,
    /// What its keys are to say; keys that are not named stay, and empty ones go.
    pub said: KeyTexts,
}

impl ClaimFileForm {
    /// What a claim file says.
    ///
    /// # Errors
    /// Why it can't be read, where it is no TOML or its claims are written otherwise than as `[[claim]]`.
    pub fn read(text: &str) -> Result<Self, String> {
        let document = parse(text)?;
        let said = |table: &dyn toml_edit::TableLike| -> KeyTexts {
            table.iter().map(|(key, item)| (key.to_owned(), words(item))).collect()
        };
        let article = document.get("article").and_then(Item::as_table_like).map(said).unwrap_or_default();
        let claims = match document.get("claim") {
            None => Vec::new(),
            Some(Item::ArrayOfTables(all)) => all.iter().map(|it| said(it)).collect(),
            Some(_) => return Err(OTHERWISE.to_owned()),
        };
        Ok(Self { article, claims })
    }
}

const OTHERWISE: &str = "its claims are not written as [[claim]]";

/// The text of a claim file with other things said in it: claims that are not named are gone, new ones stand at the end.
///
/// # Errors
/// Why it can't have them.
pub fn amended(text: &str, article: &KeyTexts, claims: &[Amended]) -> Result<String, String> {
    let (mark, windows) = (if text.starts_with('\u{feff}') { "\u{feff}" } else { "" }, text.contains("\r\n"));
    let mut document = parse(text)?;
    let head = document.entry("article").or_insert(Item::Table(Table::new()));
    let head = head.as_table_mut().ok_or("[article] is not written as a table of its own")?;
    say(head, article);
    let all = document.entry("claim").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let all = all.as_array_of_tables_mut().ok_or(OTHERWISE)?;
    let kept: Vec<usize> = claims.iter().filter_map(|it| it.number).collect();
    if kept.iter().any(|number| !(1..=all.len()).contains(number)) {
        return Err("it has changed since it was read: start again".to_owned());
    }
    for claim in claims {
        if let Some(table) = claim.number.and_then(|number| all.get_mut(number - 1)) {
            say(table, &claim.said);
        }
    }
    for number in (1..=all.len()).rev().filter(|it| !kept.contains(it)) {
        all.remove(number - 1);
    }
    for claim in claims.iter().filter(|it| it.number.is_none()) {
        let mut table = Table::new();
        say(&mut table, &claim.said);
        table.decor_mut().set_prefix("\n");
        all.push(table);
    }
    let written = document.to_string();
    let written = if windows { written.replace("\r\n", "\n").replace('\n', "\r\n") } else { written };
    Ok(format!("{mark}{written}"))
}

fn parse(text: &str) -> Result<DocumentMut, String> {
    let body = text.trim_start_matches('\u{feff}');
    body.parse().map_err(|error: toml_edit::TomlError| error.to_string())
}

/// Gives keys what they are to say, where that is not what they say already.
fn say(table: &mut Table, said: &KeyTexts) {
    for (key, text) in said {
        let known = table.get(key);
        if known.map(words).unwrap_or_default() == *text {
            continue;
        }
        let value = (!text.is_empty()).then(|| value(key, text, known.and_then(Item::as_value)));
        put(table, key, value);
    }
}

/// What a key says, in one line.
fn words(item: &Item) -> String {
    let of = |value: &Value| match value {
        Value::String(text) => text.value().clone(),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            value.clone().decorated("", "").to_string()
        }
        Value::Array(_) | Value::InlineTable(_) => value.to_string(),
    };
    let texts = match item {
        Item::Value(Value::Array(list)) => list.iter().map(of).collect::<Vec<_>>().join("; "),
        Item::Value(value) => of(value),
        Item::None | Item::Table(_) | Item::ArrayOfTables(_) => String::new(),
    };
    texts.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as its key takes it: a number stays a number, a day is one, several texts are a list.
fn value(key: &str, text: &str, known: Option<&Value>) -> Value {
    let typed: Option<Value> = text.parse().ok();
    if let Some(typed) = typed
        && known.is_some_and(|it| it.type_name() == typed.type_name() && !it.is_array() && !it.is_str())
    {
        return typed.decorated(" ", "");
    }
    if matches!(key, "published" | "as_of")
        && text.parse::<Date>().is_ok()
        && text.len() == "2025-12-17".len()
    {
        return text.parse().unwrap_or_else(|_| Value::from(text));
    }
    let parts: Vec<&str> = text.split(';').map(str::trim).filter(|it| !it.is_empty()).collect();
    match (key, parts.as_slice()) {
        ("value", [_, _, ..]) | ("according_to", _) => Value::Array(parts.into_iter().collect::<Array>()),
        _ => Value::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{Amended, ClaimFileForm, KeyTexts, amended};

    const FILE: &str = "# top\n[article]\noutlet    = \"A\" # who\npublished = 2025-12-17\n\n[[claim]]\nsubject   = \"x\"\nattribute = \"dead\"\nvalue     = 14 # one\nnot       = [\"p\"]\n\n# of the next\n[[claim]]\nsubject      = \"y\"\nattribute    = \"crew\"\nvalue        = \"Ada; Grace\"\naccording_to = [\"a\", \"b\"]\n";

    fn said(all: &[(&str, &str)]) -> KeyTexts {
        all.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn what_is_not_touched_stays_byte_for_byte() {
        let sheet = ClaimFileForm::read(FILE).unwrap_or_default();
        assert_eq!(sheet.claims[1]["according_to"], "a; b");
        let all = sheet.claims.iter().enumerate();
        let all: Vec<Amended> =
            all.map(|(at, it)| Amended { number: Some(at + 1), said: it.clone() }).collect();
        assert_eq!(amended(FILE, &sheet.article, &all), Ok(FILE.to_owned()));
        let windows = FILE.replace('\n', "\r\n");
        assert_eq!(amended(&windows, &sheet.article, &all), Ok(windows.clone()));
    }

    #[test]
    fn claims_are_corrected_added_and_removed() {
        let corrected = Amended { number: Some(1), said: said(&[("value", "17"), ("quote", "17 dead")]) };
        let new = Amended {
            number: None,
            said: said(&[("subject", "z"), ("attribute", "flag"), ("value", "Malta; Panama"), ("scope", "")]),
        };
        let text = amended(FILE, &said(&[("published", "2025-12-18"), ("url", "")]), &[corrected, new]);
        let text = text.unwrap_or_default();
        assert!(text.contains("outlet    = \"A\" # who\npublished = 2025-12-18\n"), "{text}");
        assert!(
            text.contains("value     = 17 # one\nnot       = [\"p\"]\nquote     = \"17 dead\"\n"),
            "{text}"
        );
        assert!(!text.contains("crew") && text.contains("value = [\"Malta\", \"Panama\"]"), "{text}");
        let claims = ClaimFileForm::read(&text).unwrap_or_default().claims;
        assert_eq!(claims.len(), 2, "{text}");
    }

    #[test]
    fn what_is_gone_or_no_claim_file_is_refused() {
        let third = Amended { number: Some(3), said: KeyTexts::new() };
        assert!(amended(FILE, &KeyTexts::new(), &[third]).is_err());
        assert!(
            ClaimFileForm::read("[article\n").is_err()
                && ClaimFileForm::read("claim = [{ value = 1 }]\n").is_err()
        );
    }
}
