//! Names in `[aliases]` that stand for two things.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::dialect;
use crate::claim::Conventions;
use crate::files::{Problem, Severity, TextFile};

/// A name, and the one it stands for.
struct Alias<'a> {
    file: &'a Arc<TextFile>,
    span: Range<usize>,
    word: String,
    stands_for: String,
}

pub(super) fn check(desk: &Conventions, problems: &mut Vec<Problem>) {
    let mut first: BTreeMap<String, Alias<'_>> = BTreeMap::new();
    for file in &desk.files {
        dialect::check(file, problems);
        for alias in aliases(file) {
            let known = first.get(&alias.word.to_lowercase());
            match known.filter(|known| known.stands_for.to_lowercase() != alias.stands_for.to_lowercase()) {
                Some(known) => problems.push(clash(&alias, known)),
                None if known.is_some() => {}
                None => _ = first.insert(alias.word.to_lowercase(), alias),
            }
        }
    }
}

/// The entries of a file, each general name as an alias of itself.
fn aliases(file: &Arc<TextFile>) -> Vec<Alias<'_>> {
    let (document, _) = DeTable::parse_recoverable(file.text());
    let Some(table) = document.get_ref().get("aliases").and_then(|it| it.get_ref().as_table()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (name, others) in table {
        let mut add = |span: Range<usize>, word: &str| {
            let (word, stands_for) = (word.trim().to_owned(), name.get_ref().to_string());
            found.push(Alias { file, span, word, stands_for });
        };
        add(name.span(), name.get_ref());
        let texts: Vec<&Spanned<DeValue<'_>>> = match others.get_ref() {
            DeValue::Array(members) => members.iter().collect(),
            _ => vec![others],
        };
        for text in texts {
            if let Some(word) = text.get_ref().as_str() {
                add(text.span(), word);
            }
        }
    }
    found.sort_by_key(|alias| alias.span.start);
    found
}

fn clash(alias: &Alias<'_>, known: &Alias<'_>) -> Problem {
    let message =
        format!("“{}” stands for “{}” and for “{}”", alias.word, known.stands_for, alias.stands_for);
    let hint = "keep it below one of the two, or make the two one entry: an alias stands for one thing";
    Problem::new(Severity::Warning, alias.file, alias.span.clone(), message)
        .rule("alias-of-two-names")
        .hint(hint)
        .related(known.file, known.span.clone(), "the other one")
}
