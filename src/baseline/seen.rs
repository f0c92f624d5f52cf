//! What the claims of a story said when somebody accepted something there, or in an earlier revision: so a conflict between
//! claims that nobody has touched since is known from one that is news.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Noted;
use super::accepted::FOLDER;
use crate::claim::POLICY;
use crate::files::{Problem, Read, Severity, TextFile, is_in_reach};
use crate::fusion::Verdict;
use crate::view::{hashed, plain};

/// The ending of its files.
const ENDING: &str = "seen";

/// The first line that is no comment.
const FORMAT: &str = "gainsay-seen/2";

/// The same of notes that say of conflicts nothing but their ids.
const FIRST_FORMAT: &str = "gainsay-seen/1";

/// What a claim says, as hashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClaimHashes {
    /// Outlet and label.
    name: String,
    /// All it says, with the value as worded.
    worded: String,
    /// The same, with the value as understood.
    meant: String,
}

impl ClaimHashes {
    /// A claim of an outlet: its label, its value as worded and what that means, and what else it says: scope, time,
    /// certainty, pin, credit.
    pub fn new(outlet: &str, label: &str, value: &str, meaning: &str, rest: &[&str]) -> Self {
        let (outlet, label, value) = (plain(outlet), plain(label), plain(value));
        let rest = plain(&rest.join("\u{1f}"));
        let all = |value: &str| hashed(&["gainsay-claim/1", &outlet, &label, value, &rest]);
        Self {
            name: hashed(&["gainsay-name/1", &outlet, &label]),
            worded: all(&value),
            meant: all(&plain(meaning)),
        }
    }

    /// The hash of outlet and label.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

/// A story as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The settings that it was read with, as a hash.
    settings: String,
    /// Its claims.
    claims: BTreeSet<ClaimHashes>,
    names: BTreeSet<String>,
    sayings: BTreeSet<String>,
    /// Its conflicts, by their ids.
    conflicts: BTreeMap<String, BTreeSet<Noted>>,
}

impl Seen {
    /// A story of claims and conflicts, read with some settings.
    pub fn new(
        settings: &str,
        claims: impl IntoIterator<Item = ClaimHashes>,
        conflicts: impl IntoIterator<Item = Noted>,
    ) -> Self {
        let mut seen = Self { settings: settings.to_owned(), ..Self::default() };
        for said in claims {
            seen.take(said);
        }
        for conflict in conflicts {
            seen.take_conflict(conflict);
        }
        seen
    }

    fn take(&mut self, said: ClaimHashes) {
        self.names.insert(said.name.clone());
        self.sayings.extend([said.worded.clone(), said.meant.clone()]);
        self.claims.insert(said);
    }

    fn take_conflict(&mut self, conflict: Noted) {
        self.conflicts.entry(conflict.id.clone()).or_default().insert(conflict);
    }

    /// Takes in a line of its file; whether it can be one.
    fn read(&mut self, words: &[&str]) -> bool {
        match *words {
            ["settings", settings] => settings.clone_into(&mut self.settings),
            ["claim", name, worded, meant] => {
                let [name, worded, meant] = [name, worded, meant].map(str::to_owned);
                self.take(ClaimHashes { name, worded, meant });
            }
            _ => match Noted::read(words) {
                Some(conflict) => self.take_conflict(conflict),
                None => return false,
            },
        }
        true
    }

    /// Whether the story had a claim that said just this.
    pub fn has(&self, said: &ClaimHashes) -> bool {
        self.sayings.contains(&said.meant) || self.sayings.contains(&said.worded)
    }

    /// Whether the story had a claim of that outlet and label.
    pub fn has_name(&self, said: &ClaimHashes) -> bool {
        self.names.contains(&said.name)
    }

    /// Whether two claims of now stood in it, read in the same way, and were no conflict as grave as that of now.
    pub fn kept_apart(
        &self,
        claims: [&ClaimHashes; 2],
        settings: &str,
        conflict: &str,
        verdict: Verdict,
    ) -> bool {
        self.settings == settings
            && claims.iter().all(|said| self.has(said))
            && !self
                .conflicts
                .get(conflict)
                .is_some_and(|known| known.iter().any(|it| it.verdict >= verdict && it.was_between(claims)))
    }

    /// Whether another one has all its claims. What was a conflict to it was one to the other, too, unless they only came
    /// together, and that is written nowhere.
    pub fn is_within(&self, other: &Self) -> bool {
        self.settings == other.settings && self.claims.is_subset(&other.claims)
    }

    /// Its file: who accepts on another branch at the same time writes another one.
    pub fn place(&self, story: &Path) -> PathBuf {
        let text = self.text();
        story.join(FOLDER).join(format!("{}.{ENDING}", hashed(&[text.as_str()])))
    }

    /// What stands in its file: a line a fact, in order.
    pub fn text(&self) -> String {
        let mut text = format!(
            "# Written by `gainsay accept`: what the claims said then, so that what nobody has touched fails no run.\n{FORMAT}\n"
        );
        // Writing to a text can't fail.
        let _ = writeln!(text, "settings {}", self.settings);
        for ClaimHashes { name, worded, meant } in &self.claims {
            let _ = writeln!(text, "claim {name} {worded} {meant}");
        }
        for conflict in self.conflicts.values().flatten() {
            let _ = writeln!(text, "{}", conflict.words().collect::<Vec<_>>().join(" "));
        }
        text
    }
}

/// The files of a story's folder, each with its place; what is wrong with any goes to `problems`.
pub fn read_seen(read: &Read<'_>, story: &Path, problems: &mut Vec<Problem>) -> Vec<(PathBuf, Seen)> {
    // What is wrong with the folder is told by who reads what is accepted.
    let folder = story.join(FOLDER);
    if folder.is_symlink() && !is_in_reach(story, Path::new(FOLDER)).unwrap_or(false) {
        return Vec::new();
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == ENDING));
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        match read(&path) {
            Ok(file) => found.extend(parse(&file, problems).map(|seen| (path, seen))),
            Err(problem) => problems.push(*problem),
        }
    }
    found
}

fn parse(file: &Arc<TextFile>, problems: &mut Vec<Problem>) -> Option<Seen> {
    let mut refuse = |span: Range<usize>| {
        let hint = "remove it and accept something, or `gainsay accept --refresh`, to have it written again";
        let message = "this is no line of what `gainsay accept` has seen";
        problems.push(Problem::new(Severity::Error, file, span, message).hint(hint));
    };
    let mut seen = Seen::default();
    let mut begun = false;
    let mut at = 0;
    for line in file.text().split_inclusive('\n') {
        let span = at..at + line.trim_end().len();
        at += line.len();
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_comment = words.first().is_none_or(|first| first.starts_with('#'));
        let is_first = !begun && (words == [FORMAT] || words == [FIRST_FORMAT]);
        begun |= is_first;
        if !(is_comment || is_first || begun && seen.read(&words)) {
            refuse(span);
            return None;
        }
    }
    Some(seen)
}

/// The settings of a story as a hash: everything that stands in these files but what leaves values and facts alone.
pub fn settings_mark<'t>(files: impl IntoIterator<Item = &'t str>) -> String {
    let mut tables = Vec::new();
    for text in files {
        match text.parse::<toml::Table>() {
            Ok(mut table) => {
                let policy = POLICY.iter().map(|key| key.name);
                let beside: Vec<&str> = BESIDE.iter().copied().chain(policy).collect();
                table.retain(|key, _| beside.iter().all(|beside| key != *beside));
                // A file that settles nothing is no file.
                if !table.is_empty() {
                    tables.push(serde_json::to_string(&table).unwrap_or_else(|_| text.to_owned()));
                }
            }
            Err(_) => tables.push(text.to_owned()),
        }
    }
    let lines: Vec<&str> = tables.iter().map(String::as_str).collect();
    hashed(&lines)
}

/// Keys of stories that decide nothing about values; those of the policy don't, either.
const BESIDE: &[&str] = &["title", "format"];

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]
mod tests {
    use super::*;

    fn said(value: &str) -> ClaimHashes {
        ClaimHashes::new("A Times", "ferry / length", value, value, &["covers the hull"])
    }

    fn noted(id: &str, claims: &[&ClaimHashes]) -> Noted {
        let names = claims.iter().map(|it| it.name().to_owned()).collect();
        Noted { id: id.to_owned(), verdict: Verdict::Tension, names }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let conflicts = [noted("0123456789ab", &[&said("91 m")]), noted("0123456789ab", &[])];
        let seen = Seen::new("abc", [said("91 m"), said("97 m")], conflicts);
        let file = Arc::new(TextFile::new("x.seen", seen.text()));
        let mut problems = Vec::new();
        assert_eq!(parse(&file, &mut problems).unwrap(), seen);
        for broken in ["claim a\n", "<<<<<<< ours\n", "gainsay-seen/3\n", "conflict 0123456789ab maybe\n"] {
            let file = Arc::new(TextFile::new("x.seen", format!("{FORMAT}\n{broken}")));
            assert_eq!(parse(&file, &mut problems), None, "{broken}");
        }
        assert_eq!(problems.len(), 4);
    }

    #[test]
    fn claims_are_known_by_what_they_say() {
        let seen =
            Seen::new("abc", [said("91 m"), said("97 m")], [noted("x", &[&said("91 m"), &said("97 m")])]);
        let apart = |values: [&str; 2], id: &str, verdict| {
            let claims = values.map(said);
            seen.kept_apart([&claims[0], &claims[1]], "abc", id, verdict)
        };
        assert!(apart(["91 M", "97  m"], "y", Verdict::Tension), "case and spaces");
        assert!(!apart(["91 m", "98 m"], "y", Verdict::Tension), "another value");
        assert!(!apart(["91 m", "97 m"], "x", Verdict::Tension), "it was one");
        assert!(apart(["91 m", "97 m"], "x", Verdict::Contradiction), "it was less grave");
        assert!(seen.has_name(&said("98 m")) && !seen.has(&said("98 m")));
    }

    #[test]
    fn two_facts_may_differ_in_the_same_two_values() {
        let of = |label: &str, value: &str| ClaimHashes::new("A Times", label, value, value, &[]);
        let [length, longer] = ["91 m", "97 m"].map(|value| of("ferry / length", value));
        let [width, wider] = ["91 m", "97 m"].map(|value| of("quay / width", value));
        let claims = [&length, &longer, &width, &wider].map(Clone::clone);
        let apart = |conflict| {
            let seen = Seen::new("abc", claims.clone(), [conflict]);
            seen.kept_apart([&width, &wider], "abc", "x", Verdict::Tension)
        };
        assert!(apart(noted("x", &[&length, &longer])), "the other fact was in conflict");
        assert!(!apart(noted("x", &[&width, &wider])));
        assert!(!apart(noted("x", &[])), "as notes of the first format say it");
    }

    #[test]
    fn settings_are_the_same_whatever_their_order_and_title() {
        let one = settings_mark(["currency = \"USD\"\ntitle = \"a\"\n[aliases]\nA = [\"B\"]\n"]);
        assert_eq!(one, settings_mark(["# note\ncurrency=\"USD\"\naliases = { A = [\"B\"] }\n", ""]));
        assert_ne!(one, settings_mark(["currency = \"CAD\"\n[aliases]\nA = [\"B\"]\n"]));
    }
}
