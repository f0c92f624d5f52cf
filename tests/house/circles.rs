//! Which files of a room know each other in a circle.
#![expect(clippy::string_slice, reason = "cut where something was found")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The modules of a folder by their path inside it, each with the modules of the folder that its code names.
pub(super) type Known = BTreeMap<String, BTreeSet<String>>;

/// What the files of a folder know of each other; `root` is how they name the folder from the crate's root.
pub(super) fn known(folder: &Path, root: &[&str]) -> Known {
    let files = super::sources(folder);
    let name = |path: &str| {
        let path = Path::new(path).strip_prefix(folder).unwrap().with_extension("");
        let parts = path.iter().map(|it| it.to_str().unwrap().to_owned());
        parts.filter(|it| it != "mod").collect::<Vec<_>>()
    };
    let names: BTreeSet<String> = files.iter().map(|(path, _)| name(path).join("::")).collect();
    let of_file = |(path, text): &(String, String)| {
        let own = name(path);
        let told = paths(text).into_iter().filter_map(|path| absolute(&path, &own, root));
        // The longest beginning that is a module; the front page knows everybody, and everybody may know it.
        let module = told.filter_map(|path| {
            (1..=path.len()).rev().map(|end| path[..end].join("::")).find(|it| names.contains(it))
        });
        let module: BTreeSet<String> = module.filter(|it| *it != own.join("::")).collect();
        (own.join("::"), module)
    };
    files.iter().map(of_file).filter(|(name, _)| !name.is_empty()).collect()
}

/// Modules of which each leads to each of the others, circle by circle.
pub(super) fn circles(known: &Known) -> BTreeSet<BTreeSet<&str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        known.keys().map(|it| (it.as_str(), reached(known, it))).collect();
    let with = |module: &&str| -> BTreeSet<&str> {
        let ours = reached
            .iter()
            .filter(|(other, found)| found.contains(module) && reached[module].contains(*other));
        ours.map(|(other, _)| *other).collect()
    };
    reached.keys().map(with).filter(|circle| !circle.is_empty()).collect()
}

/// The modules to which one leads.
fn reached<'k>(known: &'k Known, from: &'k str) -> BTreeSet<&'k str> {
    let (mut found, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(module) = next.pop() {
        next.extend(
            known.get(module).into_iter().flatten().map(String::as_str).filter(|it| found.insert(*it)),
        );
    }
    found
}

/// A path as it leads from the folder; `None` where it leads out of it.
fn absolute(path: &str, own: &[String], root: &[&str]) -> Option<Vec<String>> {
    let parts: Vec<&str> = path.split("::").collect();
    if let Some(rest) = parts.strip_prefix(root) {
        return Some(rest.iter().map(|it| (*it).to_owned()).collect());
    }
    let up = parts.iter().take_while(|it| **it == "super").count();
    let base = own.get(..own.len().checked_sub(up)?)?;
    let rest = parts.get(up..)?.iter().map(|it| (*it).to_owned());
    (up > 0).then(|| base.iter().cloned().chain(rest).collect())
}

/// All paths from `super` and `crate` in a file's code, but for its comments and tests.
fn paths(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let code: String =
        code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("super::").chain(code.match_indices("crate::")) {
        if !code[..at].ends_with("::") {
            expand("", &code[at..], &mut found);
        }
    }
    found
}

/// The paths of a tree such as `super::{a, b::{c, d}}`.
fn expand(prefix: &str, tree: &str, found: &mut Vec<String>) {
    let end = tree.find(|it: char| !(it.is_alphanumeric() || "_:".contains(it))).unwrap_or(tree.len());
    let (path, rest) = tree.split_at(end);
    if !rest.starts_with('{') || !path.ends_with("::") {
        found.push(format!("{prefix}{path}"));
        return;
    }
    let (mut depth, mut begin) = (0, 1);
    for (at, it) in rest.char_indices() {
        match it {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 1 && it == ',' || depth == 0 {
            let part = rest[begin.min(at)..at].trim();
            if !part.is_empty() {
                expand(&format!("{prefix}{path}"), part, found);
            }
            begin = at + 1;
        }
        if depth == 0 {
            return;
        }
    }
}
