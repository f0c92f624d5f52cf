//! What git ignores, by the files that say so: nothing is asked of git itself.

use std::path::{Path, PathBuf};

/// Whether git ignores a file, or a folder that it lies in. The path must be whole, without links.
pub(super) fn is_ignored(file: &Path) -> bool {
    let Some(top) = file.ancestors().skip(1).find(|it| it.join(".git").exists()) else { return false };
    let Ok(below) = file.strip_prefix(top) else { return false };
    let mut rules = vec![Rules::read(top, &top.join(".git/info/exclude"))];
    let mut here = top.to_path_buf();
    for part in below.components() {
        rules.push(Rules::read(&here, &here.join(".gitignore")));
        here.push(part);
        let is_folder = here != file;
        // The last rule that fits decides; what is in an ignored folder can't be had back.
        let said = rules.iter().rev().find_map(|it| it.say(&here, is_folder));
        if said == Some(true) {
            return true;
        }
    }
    false
}

/// The rules of one file, for what is below its folder.
struct Rules {
    folder: PathBuf,
    rules: Vec<IgnoreRule>,
}

impl Rules {
    fn read(folder: &Path, file: &Path) -> Self {
        let text = super::bytes(file).unwrap_or_default();
        let rules = String::from_utf8_lossy(&text).lines().filter_map(IgnoreRule::new).collect();
        Self { folder: folder.to_path_buf(), rules }
    }

    /// Whether the last rule that fits a path ignores it or takes it back; nothing where none fits.
    fn say(&self, path: &Path, is_folder: bool) -> Option<bool> {
        let below = path.strip_prefix(&self.folder).ok()?.to_string_lossy().into_owned();
        let parts: Vec<Vec<char>> = below.split('/').map(|part| part.chars().collect()).collect();
        let fitting = self.rules.iter().rev().find(|rule| rule.fits(&parts, is_folder));
        fitting.map(|rule| !rule.takes_back)
    }
}

/// One line of a `.gitignore`.
struct IgnoreRule {
    takes_back: bool,
    only_folders: bool,
    /// The names of folders and of the file, from the rule's own folder on.
    parts: Vec<RulePart>,
}

/// A name in a rule.
enum RulePart {
    /// `**`
    Folders,
    Name(Vec<Glob>),
}

/// A character in a name.
enum Glob {
    /// `*`
    Many,
    /// `?`
    Any,
    One(char),
    /// `[a-z]`, and whether it is `[!a-z]`
    Class(Vec<(char, char)>, bool),
}

impl IgnoreRule {
    fn new(line: &str) -> Option<Self> {
        let line = line.trim_end();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let (takes_back, line) = line.strip_prefix('!').map_or((false, line), |rest| (true, rest));
        let (only_folders, line) = line.strip_suffix('/').map_or((false, line), |rest| (true, rest));
        let is_bound = line.contains('/');
        let part = |name: &str| if name == "**" { RulePart::Folders } else { RulePart::Name(globs(name)) };
        let parts = line.trim_start_matches('/').split('/').map(part);
        // A name alone is meant wherever it stands.
        let anywhere = (!is_bound).then_some(RulePart::Folders);
        Some(Self { takes_back, only_folders, parts: anywhere.into_iter().chain(parts).collect() })
    }

    fn fits(&self, path: &[Vec<char>], is_folder: bool) -> bool {
        let fits = |part: &RulePart, name: &Vec<char>| match part {
            RulePart::Folders => false,
            RulePart::Name(globs) => {
                runs(globs, name, |it| matches!(it, Glob::Many), |glob, it| glob.fits(*it))
            }
        };
        (is_folder || !self.only_folders)
            && runs(&self.parts, path, |part| matches!(part, RulePart::Folders), fits)
    }
}

impl Glob {
    fn fits(&self, it: char) -> bool {
        match self {
            Self::Many => false,
            Self::Any => true,
            Self::One(own) => *own == it,
            Self::Class(spans, is_not) => spans.iter().any(|(a, b)| (*a..=*b).contains(&it)) != *is_not,
        }
    }
}

fn globs(name: &str) -> Vec<Glob> {
    let mut signs = name.chars().peekable();
    let mut globs = Vec::new();
    while let Some(sign) = signs.next() {
        globs.push(match sign {
            '*' => Glob::Many,
            '?' => Glob::Any,
            '\\' => Glob::One(signs.next().unwrap_or('\\')),
            '[' => {
                let is_not = signs.next_if(|it| matches!(it, '!' | '^')).is_some();
                let inside: Vec<char> = signs.by_ref().take_while(|it| *it != ']').collect();
                let spans = inside.chunk_by(|a, b| *a == '-' || *b == '-').map(|span| {
                    let first = span.first().copied().unwrap_or_default();
                    (first, span.last().copied().unwrap_or(first))
                });
                Glob::Class(spans.collect(), is_not)
            }
            sign => Glob::One(sign),
        });
    }
    globs
}

/// Whether a row of things fits a pattern in which some parts stand for any number of them; in as many steps as both are
/// long, multiplied.
fn runs<P, T>(pattern: &[P], row: &[T], is_many: impl Fn(&P) -> bool, fits: impl Fn(&P, &T) -> bool) -> bool {
    let (mut at, mut there) = (0, 0);
    let mut back: Option<(usize, usize)> = None;
    while there < row.len() {
        match pattern.get(at) {
            Some(part) if is_many(part) => {
                back = Some((at, there));
                at += 1;
            }
            Some(part) if fits(part, &row[there]) => (at, there) = (at + 1, there + 1),
            _ => {
                let Some((many, from)) = back else { return false };
                back = Some((many, from + 1));
                (at, there) = (many + 1, from + 1);
            }
        }
    }
    pattern.iter().skip(at).all(is_many)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn rules_are_those_of_git() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path().canonicalize().unwrap();
        let put = |path: &str, text: &str| {
            let path = top.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        put(".git/info/exclude", "private.txt\n");
        put(".gitignore", "# keys\n*.key\n/build\nnotes/\n!keep.key\ndocs/**/draft?.txt\n[a-c]*.tmp\n");
        put("claims/.gitignore", "secret*\n!secret-no.txt\n");
        for (path, ignored) in [
            ("a.key", true),
            ("claims/s/b.key", true),
            ("keep.key", false),
            ("build/x.txt", true),
            ("claims/build/x.txt", false),
            ("claims/notes/x.txt", true),
            ("notes", false),
            ("docs/x/y/draft1.txt", true),
            ("docs/draft1.txt", true),
            ("docs/draft12.txt", false),
            ("b1.tmp", true),
            ("d1.tmp", false),
            ("claims/s/secret.txt", true),
            ("secret.txt", false),
            ("claims/secret-no.txt", false),
            ("private.txt", true),
            ("claims/s/a.txt", false),
        ] {
            assert_eq!(is_ignored(&top.join(path)), ignored, "{path}");
        }
        let long = format!("{}b", "*a".repeat(2000));
        put(".gitignore", &long);
        assert!(!is_ignored(&top.join("a".repeat(200))), "it ends");
    }
}
