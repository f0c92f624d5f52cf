//! Every rule: what it finds, why that matters, and an example of the wrong and of the right.

mod files;
mod quotes;
mod stories;
mod values;
mod versions;

use crate::files::Severity;

/// A rule with a stable name.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What problems carry, and `gainsay explain` takes.
    pub name: &'static str,
    /// How much its problems matter.
    pub severity: Severity,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// Files that have the problem; see [`Rule::files`].
    pub wrong: &'static str,
    /// The same ones put right.
    pub right: &'static str,
    /// What `gainsay lint --fix` does about it, where that is safe.
    pub fix: Option<&'static str>,
}

/// What an example without an `[article]` of its own stands below.
pub const EXAMPLE_ARTICLE: &str = "[article]\noutlet    = \"Example Times\"\npublished = 2025-12-17\n\n";

/// The claim file of the one example that is to have none.
const NO_ARTICLE: &str = "claims/story/no-article.toml";

/// Every rule, in the order of their families.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [files::RULES, versions::RULES, quotes::RULES, values::RULES, stories::RULES].into_iter().flatten()
}

/// The rule of a name.
pub fn find(name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.name == name)
}

impl Rule {
    /// The files of an example, each with its path: `-- NAME --` begins one, in the folder of a story unless it says
    /// more; an example without such a line is one claim file.
    pub fn files(example: &str) -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> = Vec::new();
        for line in example.trim_start().split_inclusive('\n') {
            let name = line.trim_end().strip_prefix("-- ").and_then(|it| it.strip_suffix(" --"));
            match (name, files.last_mut()) {
                (Some(name), _) => {
                    let path =
                        if name.contains('/') { name.to_owned() } else { format!("claims/story/{name}") };
                    files.push((path, String::new()));
                }
                (None, Some((_, text))) => text.push_str(line),
                (None, None) => files.push(("claims/story/example-times.toml".to_owned(), line.to_owned())),
            }
        }
        for (path, text) in &mut files {
            if text.starts_with("[[claim]]") && path != NO_ARTICLE {
                text.insert_str(0, EXAMPLE_ARTICLE);
            }
        }
        files
    }
}
