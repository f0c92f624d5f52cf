//! The canonical layout of claim files, stories and settings: the order of keys and the spacing. Comments stay, and no
//! value is touched.

mod spacing;

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};
use toml_edit::{DocumentMut, Item, Table};

use crate::claim::{ARTICLE, CLAIM, Key, POLICY, STORY, syntax};
use crate::files::{Problem, Severity, TextFile};

/// Where the `=` of a table's keys stand; a longer key pushes its own further.
const COLUMN: usize = "attribute".len();

/// A line like this one tells editors which schema holds; it stays the first.
const SCHEMA: &str = "#:schema";

/// The text of a file in canonical layout.
///
/// # Errors
/// What is wrong with it, where it is no TOML, or can't be laid out without changing what it says.
pub fn formatted(file: &Arc<TextFile>) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let (before, _) = syntax::parse(file, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    // TOML's line ends are normalised when it is written; a file of Windows keeps its own.
    let windows = file.text().contains("\r\n");
    let (schema, rest) = schema_line(&file.text().replace("\r\n", "\n"));
    let written = laid_out(file, &rest).map(|rest| match (schema.as_str(), rest.trim_start_matches('\n')) {
        ("", rest) => rest.to_owned(),
        (schema, "") => schema.to_owned(),
        (schema, rest) => format!("{schema}\n{rest}"),
    });
    let same = |text: &str| DeTable::parse(text).is_ok_and(|it| same_table(it.get_ref(), before.get_ref()));
    match written.filter(|text| same(text)) {
        Some(text) if windows => Ok(text.replace('\n', "\r\n")),
        Some(text) => Ok(text),
        None => {
            let message = "it can't be laid out without changing what it says";
            let problem = Problem::new(Severity::Error, file, 0..0, message);
            Err(vec![problem.hint("the file is as it was; write its tables as [article] and [[claim]]")])
        }
    }
}

fn laid_out(file: &TextFile, text: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let trailing = document.trailing().as_str().unwrap_or_default().to_owned();
    let name = file.path().rsplit('/').next().unwrap_or_default();
    if matches!(name, "story.toml" | "gainsay.toml") {
        story(&mut document);
    } else {
        article(&mut document);
    }
    document.set_trailing(spacing::end(&trailing));
    Some(document.to_string())
}

/// Whether two tables say the same, in whatever order.
fn same_table(a: &DeTable<'_>, b: &DeTable<'_>) -> bool {
    let other = |key: &str| b.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value);
    a.len() == b.len()
        && a.iter().all(|(key, value)| {
            other(key.get_ref()).is_some_and(|other| same_value(value.get_ref(), other.get_ref()))
        })
}

fn same_value(a: &DeValue<'_>, b: &DeValue<'_>) -> bool {
    match (a, b) {
        (DeValue::String(a), DeValue::String(b)) => a.replace("\r\n", "\n") == b.replace("\r\n", "\n"),
        (DeValue::Integer(a), DeValue::Integer(b)) => a.to_string() == b.to_string(),
        (DeValue::Float(a), DeValue::Float(b)) => a.to_string() == b.to_string(),
        (DeValue::Boolean(a), DeValue::Boolean(b)) => a == b,
        (DeValue::Datetime(a), DeValue::Datetime(b)) => a == b,
        (DeValue::Array(a), DeValue::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| same_value(a.get_ref(), b.get_ref()))
        }
        (DeValue::Table(a), DeValue::Table(b)) => same_table(a, b),
        _ => false,
    }
}

/// The line that names the schema, wherever it stands before the first key, and the text without it.
fn schema_line(text: &str) -> (String, String) {
    let lines = || text.split_inclusive('\n');
    let head = lines().take_while(|line| line.trim().is_empty() || line.starts_with('#')).count();
    match lines().take(head).position(|line| line.starts_with(SCHEMA)) {
        Some(at) => {
            let schema = lines().nth(at).unwrap_or_default().trim_end();
            let rest = lines().enumerate().filter(|(index, _)| *index != at).map(|(_, line)| line);
            (format!("{schema}\n"), rest.collect())
        }
        None => (String::new(), text.to_owned()),
    }
}

/// A claim file: the article first, then the claims in their order.
fn article(document: &mut DocumentMut) {
    let root = document.as_table_mut();
    lay_out(root, &[], COLUMN);
    put_all(root, &[("article", ARTICLE), ("claim", CLAIM)], COLUMN);
}

/// A story or the settings: plain keys first, then the tables in the order of the documentation.
fn story(document: &mut DocumentMut) {
    let root = document.as_table_mut();
    let plain = root.iter().filter(|(_, item)| item.is_value());
    let column = plain.map(|(name, _)| name.chars().count()).max();
    let keys: Vec<Key> = STORY.iter().chain(POLICY).copied().collect();
    lay_out(root, &keys, column.unwrap_or_default());
    let tables: Vec<(&str, &[Key])> = STORY.iter().map(|key| (key.name, [].as_slice())).collect();
    put_all(root, &tables, 0);
}

/// Puts all tables into the order given, each with its keys; those that nobody knows stand behind them, in their own order.
fn put_all(root: &mut Table, order: &[(&str, &[Key])], column: usize) {
    let stands_on_lines = |item: &Item| item.is_value() || item.as_table().is_some_and(Table::is_dotted);
    let is_bare = !root.iter().any(|(_, item)| stands_on_lines(item));
    let rank = |name: &str| order.iter().position(|(known, _)| name == *known).unwrap_or(order.len());
    let mut places = Vec::new();
    for (name, item) in root.iter() {
        headers(item, &mut |position| places.push((rank(name), position)));
    }
    places.sort_unstable();
    let places: BTreeMap<isize, isize> = places.into_iter().map(|(_, position)| position).zip(0..).collect();
    for (name, item) in root.iter_mut() {
        let keys = order.get(rank(&name)).map_or([].as_slice(), |(_, keys)| keys);
        put_below(item, keys, &mut |table, keys| {
            if let Some(place) = table.position().and_then(|position| places.get(&position)) {
                lay_out(table, keys, column);
                put(table, *place, *place == 0 && is_bare);
            }
        });
    }
}

/// The positions of all headers of an item and below it.
fn headers(item: &Item, found: &mut dyn FnMut(isize)) {
    let mut of_table = |table: &Table| {
        if let Some(position) = table.position().filter(|_| !table.is_dotted()) {
            found(position);
        }
        table.iter().for_each(|(_, item)| headers(item, found));
    };
    match item {
        Item::Table(table) => of_table(table),
        Item::ArrayOfTables(tables) => tables.iter().for_each(of_table),
        _ => {}
    }
}

/// Does something to every table of an item that has a header, and to those below it, which have no keys that are known.
fn put_below(item: &mut Item, keys: &[Key], put: &mut dyn FnMut(&mut Table, &[Key])) {
    let mut of_table = |table: &mut Table| {
        if !table.is_dotted() {
            put(table, keys);
        }
        table.iter_mut().for_each(|(_, item)| put_below(item, &[], put));
    };
    match item {
        Item::Table(table) => of_table(table),
        Item::ArrayOfTables(tables) => tables.iter_mut().for_each(of_table),
        _ => {}
    }
}

/// Puts the keys of a table in their order, those that it does not know behind them as they stand, `=` in a column.
fn lay_out(table: &mut Table, keys: &[Key], column: usize) {
    let rank = |name: &str| keys.iter().position(|key| key.name == name).unwrap_or(keys.len());
    // Only what has a line of its own can be moved; sorting is stable.
    table.sort_values_by(|a, _, b, _| rank(a.get()).cmp(&rank(b.get())));
    for (mut key, item) in table.iter_mut() {
        let Some(value) = item.as_value_mut() else { continue };
        let above =
            spacing::above_key(key.leaf_decor().prefix().and_then(|it| it.as_str()).unwrap_or_default());
        let width = key.display_repr().chars().count();
        key.leaf_decor_mut().set_prefix(above);
        key.leaf_decor_mut().set_suffix(" ".repeat(column.saturating_sub(width) + 1));
        spacing::value(value, column.max(width) + " = ".len());
        let behind = value.decor().suffix().and_then(|it| it.as_str()).unwrap_or_default();
        let behind = spacing::behind(behind);
        value.decor_mut().set_prefix(" ");
        value.decor_mut().set_suffix(behind);
    }
}

/// Puts a table's header into its place, with its comments.
fn put(table: &mut Table, position: isize, first: bool) {
    let text = |found: Option<&toml_edit::RawString>| {
        found.and_then(|it| it.as_str()).unwrap_or_default().to_owned()
    };
    let (above, behind) = (text(table.decor().prefix()), text(table.decor().suffix()));
    table.set_position(Some(position));
    table.decor_mut().set_prefix(spacing::above_table(&above, first));
    table.decor_mut().set_suffix(spacing::behind(&behind));
}
