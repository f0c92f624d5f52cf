//! Accepted conflicts: one small file each, in the story's folder `accepted/`.

use std::path::Path;
use std::sync::Arc;

use jiff::Span;
use jiff::civil::Date;
use toml::Spanned;

use super::conflict::{Conflict, KnownClaim, KnownSide};
use crate::claim::fields::{Fields, kind_of, plain};
use crate::claim::{ACCEPTED, Policy, SIDE, syntax};
use crate::files::{Problem, Read, Severity, TextFile, is_in_reach};
use crate::fusion::Verdict;
use crate::value::Context;

/// The folder of a story's accepted conflicts.
pub const FOLDER: &str = "accepted";

/// An id can be found by so many of its digits.
const LEAST_DIGITS: usize = 6;

/// A conflict that somebody has looked at and accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Where it is written, as reports show it.
    pub file: String,
    /// The id it was accepted by.
    pub id: String,
    /// What it is known by.
    pub conflict: Conflict,
    /// Why it is accepted.
    pub reason: String,
    /// Who accepted it.
    pub by: Option<String>,
    /// The last day it holds.
    pub until: Option<Date>,
}

impl Accepted {
    /// Whether it holds no longer.
    pub fn has_expired(&self, today: Option<Date>) -> bool {
        self.until.zip(today).is_some_and(|(until, today)| until < today)
    }
}

impl Accepted {
    /// Why a desk doesn't take it, if it doesn't.
    pub fn lacks(&self, policy: &Policy, today: Option<Date>) -> Option<(String, &'static str)> {
        let longest = policy.longest_until.zip(today);
        let last =
            longest.and_then(|(days, today)| today.checked_add(Span::new().days(i64::from(days))).ok());
        if policy.by && self.by.is_none() {
            let message = "nobody is named who accepts it, and gainsay.toml asks for it".to_owned();
            return Some((message, "say who: by = \"A. Desk\""));
        }
        match (self.until, last) {
            (None, _) if policy.until || policy.longest_until.is_some() => {
                let message = "it has no last day, and gainsay.toml asks for one".to_owned();
                Some((message, "write until = 2027-01-31"))
            }
            (Some(until), Some(last)) if until > last => {
                let message = format!("it holds until {until}, and gainsay.toml allows {last} at the latest");
                Some((message, "look at it again by then, and give it another day"))
            }
            _ => None,
        }
    }

    /// Whether a desk takes it; if not, that is an error at its file.
    pub fn is_allowed(&self, policy: &Policy, today: Option<Date>, problems: &mut Vec<Problem>) -> bool {
        let Some((message, hint)) = self.lacks(policy, today) else { return true };
        let file = Arc::new(TextFile::new(&self.file, ""));
        problems.push(Problem::new(Severity::Error, &file, 0..0, message).hint(hint));
        false
    }
}

/// The accepted conflicts of a story's folder, in the order of their names; what is wrong with any goes to `problems`.
pub fn read(read: &Read<'_>, story: &Path, problems: &mut Vec<Problem>) -> Vec<Accepted> {
    let folder = story.join(FOLDER);
    let mut refuse = |error: &std::io::Error| {
        let file = Arc::new(TextFile::new(crate::files::shown_path(&folder), ""));
        let message = format!("the accepted contradictions can't be looked into: {error}");
        let hint = match error.kind() {
            std::io::ErrorKind::NotADirectory => {
                "`accepted` is a folder with one file each: move this file away"
            }
            std::io::ErrorKind::Other => "put a folder in its place, with the files that it leads to",
            _ => "check that you may read the folder",
        };
        problems.push(Problem::new(Severity::Error, &file, 0..0, message).hint(hint));
    };
    let mut paths = Vec::new();
    if folder.is_symlink() && is_in_reach(story, Path::new(FOLDER)).is_ok_and(|reached| !reached) {
        refuse(&std::io::Error::other("it is a link that leads out of the tree"));
        return Vec::new();
    }
    match std::fs::read_dir(&folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => refuse(&error),
        Ok(entries) => {
            for entry in entries {
                match entry {
                    Ok(entry) => paths.push(entry.path()),
                    Err(error) => refuse(&error),
                }
            }
        }
    }
    paths.retain(|path| is_accepted(path));
    paths.sort();
    paths.into_iter().filter_map(|path| read_one(read, &path, problems)).collect()
}

/// Notes may stand beside the files, and what editors leave there begins with a dot.
fn is_accepted(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

fn read_one(read: &Read<'_>, path: &Path, problems: &mut Vec<Problem>) -> Option<Accepted> {
    let file = match read(path) {
        Ok(file) => file,
        Err(problem) => {
            problems.push(*problem);
            return None;
        }
    };
    if file.text().trim().is_empty() {
        let hint = "restore it with git, or remove it and accept the contradiction again";
        problems.push(Problem::new(Severity::Error, &file, 0..0, "the file is empty").hint(hint));
        return None;
    }
    let before = errors(problems);
    let (document, faults) = syntax::parse(&file, problems);
    // What is missing may stand where the file is broken.
    if !faults.is_empty() {
        return None;
    }
    let name = "an accepted contradiction";
    let table = document.get_ref();
    let mut fields =
        Fields { file: &file, name, header: 0..0, table, keys: ACCEPTED, faults: &faults, problems };
    fields.check_keys();
    let id = fields.text("id").and_then(|id| self::id(&mut fields, &id));
    let item = fields.text("item").map(Spanned::into_inner);
    let sides = sides(&mut fields);
    let reason = fields.text("reason").map(Spanned::into_inner);
    let by = fields.text("by").map(Spanned::into_inner);
    let until = until(&mut fields);
    let words = [Verdict::Contradiction, Verdict::Tension].map(|it| (it.name(), it));
    let verdict = fields.word("verdict", &words).unwrap_or(Verdict::Contradiction);
    // Half an acceptance is none.
    if errors(problems) > before {
        return None;
    }
    let conflict = Conflict { item: item?, verdict, sides: sides? };
    Some(Accepted { file: file.path().to_owned(), id: id?, conflict, reason: reason?, by, until })
}

fn errors(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}

fn id(fields: &mut Fields<'_, '_>, id: &Spanned<String>) -> Option<String> {
    let digits = id.get_ref();
    if digits.len() >= LEAST_DIGITS && digits.chars().all(|it| it.is_ascii_hexdigit()) {
        return Some(digits.to_ascii_lowercase());
    }
    let message = format!("`id` is no id: \"{}\"", plain(digits));
    let hint = "an id has hexadecimal digits (0 to 9, a to f), six at the least, as `gainsay check` shows it";
    fields.refuse("wrong-type", id.span(), message, hint);
    None
}

/// The last day, from a date or from a month or year in quotes.
fn until(fields: &mut Fields<'_, '_>) -> Option<Date> {
    let days = fields.moment("until", &Context::default())?.days;
    if days.high.is_none() {
        let span = fields.find("until").map_or(0..0, Spanned::span);
        fields.refuse("unreadable-date", span, "`until` has no last day", "write until = 2027-01-31");
    }
    days.high
}

fn sides(fields: &mut Fields<'_, '_>) -> Option<[KnownSide; 2]> {
    let hint = "write sides = [{ outlet = \"…\", claim = \"…\", value = \"…\", understood = \"…\" }, { … }]";
    let found = fields.find("sides")?;
    let Some(members) = found.get_ref().as_array() else {
        let message = format!("`sides` takes a list of two tables, and this is {}", kind_of(found.get_ref()));
        fields.refuse("wrong-type", found.span(), message, hint);
        return None;
    };
    let mut sides = Vec::new();
    for (at, member) in members.iter().enumerate() {
        let Some(table) = member.get_ref().as_table() else {
            let message = format!("a side takes a table, and this is {}", kind_of(member.get_ref()));
            fields.refuse("wrong-type", member.span(), message, hint);
            continue;
        };
        let (file, faults, header) = (fields.file, fields.faults, member.span());
        let name = format!("side {}", at + 1);
        let mut side =
            Fields { file, name: &name, header, table, keys: SIDE, faults, problems: fields.problems };
        side.check_keys();
        let mut text = |key| side.text(key).map(Spanned::into_inner);
        let (outlet, label, value) = (text("outlet"), text("claim"), text("value"));
        let understood = text("understood");
        if let (Some(outlet), Some(label), Some(value), Some(understood)) = (outlet, label, value, understood)
        {
            sides.push(KnownSide { understood, claims: vec![KnownClaim { outlet, label, value }] });
        }
    }
    if members.len() != 2 {
        let message = match members.len() {
            1 => "there is only one side".to_owned(),
            several => format!("there are {several} sides"),
        };
        fields.refuse("wrong-type", found.span(), message, format!("a contradiction has two sides: {hint}"));
    }
    <[KnownSide; 2]>::try_from(sides).ok()
}
