//! What nobody has touched fails no run and keeps its id, whatever is added to a story or taken from it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use gainsay::baseline::{Accepted, JudgedStory, Known, State, judge};
use gainsay::check::{self, Options};
use gainsay::view::ClaimView;

/// A story as files: path and text.
type Files = Vec<(String, String)>;

/// A claim by all that it says, without its place.
type Name = [String; 4];

fn name(claim: &ClaimView) -> Name {
    [&claim.outlet, &claim.subject, &claim.attribute, &claim.value].map(Clone::clone)
}

fn checked(files: &Files) -> JudgedStory {
    let desk = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = desk.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let options = Options { paths: vec![desk.path().to_path_buf()], ..Options::default() };
    let outcome = check::check(&options);
    outcome.report.stories.into_iter().next().unwrap()
}

/// All conflicts of a story, as they are accepted: one claim of each side is named.
fn accept(story: &JudgedStory) -> Vec<Accepted> {
    let conflicts = story.items.iter().flat_map(gainsay::view::Item::conflicts);
    let accepted = conflicts.map(|(id, mut conflict)| {
        for side in &mut conflict.sides {
            side.claims.truncate(1);
        }
        let (file, id, reason) = (format!("{id}.toml"), id.to_owned(), "so be it".to_owned());
        Accepted { file, id, conflict, reason, by: None, until: None }
    });
    accepted.collect()
}

/// The conflicting pairs of a story: state and id.
fn pairs(story: &JudgedStory) -> BTreeMap<[Name; 2], (State, String)> {
    let mut found = BTreeMap::new();
    for item in story.judged() {
        for it in item.comparisons().filter(|it| it.verdict.is_conflict()) {
            let mut both = [name(&item.claims[it.a]), name(&item.claims[it.b])];
            both.sort();
            found.insert(both, (it.state().unwrap(), it.id.clone()));
        }
    }
    found
}

/// What became of a story in which everything was accepted.
#[derive(Default)]
struct Tally {
    edits: usize,
    regrouped: usize,
    standing: usize,
}

impl Tally {
    /// Accepts all of a story before an edit, and looks at it after the edit, by the files or by the revision alone.
    fn edit(&mut self, before: &JudgedStory, after: &Files, touched: &dyn Fn(&Name) -> bool, what: &str) {
        let (accepted, seen) = (accept(before), [before.seen()]);
        let (old, conflicts) = (pairs(before), before.conflicts());
        let by_files = Known { accepted: &accepted, seen: &seen, ..Known::default() };
        let by_revision = Known { earlier: &conflicts, seen: &seen, ..Known::default() };
        for known in [by_files, by_revision] {
            let story = judge(checked(after).view, &Known { settings: before.settings(), ..known });
            let now = pairs(&story);
            for (both, (state, id)) in now.clone() {
                let fails = state.counts_as_new() && !both.iter().any(touched);
                assert!(!fails, "{what}: {state:?} {both:?}");
                self.regrouped += usize::from(state == State::Regrouped);
                if let Some((_, before)) = old.get(&both) {
                    assert_eq!(*before, id, "{what}: {both:?}");
                    self.standing += 1;
                }
            }
        }
        self.edits += 1;
    }
}

/// The stories: made up ones in which facts share words and values, and the shipped one.
fn stories() -> Vec<Files> {
    let mut all: Vec<Files> = (0..2).map(flood).collect();
    for seed in 1..4 {
        all.push(crate::support::stories::story("made-up", 6, 24, seed));
    }
    let shipped = walkdir::WalkDir::new("claims/openai-amazon").sort_by_file_name();
    let files = shipped.into_iter().map(|entry| entry.unwrap().into_path()).filter(|path| path.is_file());
    let text = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap().lines().filter(|it| !it.starts_with("text")).fold(
            String::new(),
            |mut all, line| {
                all.push_str(line);
                all.push('\n');
                all
            },
        );
        (path.to_str().unwrap().to_owned(), text)
    };
    all.push(files.filter(|path| path.extension().is_some_and(|it| it == "toml")).map(text).collect());
    all
}

/// Eight articles about a flood, each about its own choice of facts, in one of three wordings.
fn flood(turn: usize) -> Files {
    const FACTS: &[[&str; 3]] = &[
        ["flood | number of people killed", "victims of the flood | number", "the flood | death toll"],
        ["flood | homes without power", "homes | left without electricity", "power cuts | number of homes"],
        ["flood | number of people hurt", "people hurt in the flood | number", "the flood | injured"],
        ["river | peak level", "the river | highest level reached", "water level of the river | peak"],
        ["river | length of the dike", "the dike | length", "dike at the river | how long it is"],
        ["dam | year of construction", "the old dam | year when it was built", "dam | built in"],
        ["evacuation | people told to leave", "residents | evacuated", "evacuated people | number"],
        ["rain | amount in two days", "the storm | rainfall within 48 hours", "rainfall | in two days"],
        ["damage | estimated cost", "the flood | cost of the damage", "repairs | expected cost"],
        ["repairs | cost of the dike", "the dike | cost of repairs", "dike repairs | expected cost"],
    ];
    let article = |article: usize| {
        let mut text = format!("[article]\noutlet = \"Outlet {article}\"\n");
        for (fact, wordings) in FACTS.iter().enumerate() {
            if (fact * 3 + article + turn).is_multiple_of(4) {
                continue;
            }
            let (subject, attribute) = wordings[(fact + article + turn) % 3].split_once(" | ").unwrap();
            let value = (fact % 4 + 2) * 7 + article % 3 * 5;
            text += &["\n[[claim]]\nsubject = \"", subject, "\"\nattribute = \"", attribute].concat();
            writeln!(text, "\"\nvalue = \"{value}\"\nquote = \"it was {value}\"").unwrap();
        }
        (format!("claims/flood/{article}.toml"), text)
    };
    (0..8).map(article).collect()
}

fn is_article(path: &str) -> bool {
    !path.ends_with("story.toml")
}

/// The claims of an article's text: head first, then each table.
fn tables(text: &str) -> Vec<&str> {
    text.split("\n[[claim]]").collect()
}

#[test]
fn an_article_more_or_less_fails_nobody_else_and_moves_no_id() {
    let mut tally = Tally::default();
    for files in stories() {
        let whole = checked(&files);
        for left_out in files.iter().filter(|(path, _)| is_article(path)) {
            let rest: Files = files.iter().filter(|it| *it != left_out).cloned().collect();
            let own = checked(&vec![left_out.clone()]);
            let outlet = own.articles[0].outlet.clone();
            let is_own = |name: &Name| name[0] == outlet;
            tally.edit(&whole, &rest, &is_own, &format!("{} taken away", left_out.0));
            tally.edit(&checked(&rest), &files, &is_own, &format!("{} put back", left_out.0));
        }
    }
    let Tally { edits, regrouped, standing } = tally;
    assert!(edits > 70 && regrouped > 10 && standing > 1000, "{edits} {regrouped} {standing}");
}

#[test]
fn a_claim_deleted_or_copied_and_a_quote_removed_fail_nobody() {
    let mut tally = Tally::default();
    for files in stories() {
        let whole = checked(&files);
        for (at, (path, text)) in files.iter().enumerate().filter(|(_, (path, _))| is_article(path)) {
            let parts = tables(text);
            // Every sixth claim: the suite must end some day.
            for claim in (1..parts.len()).filter(|claim| (claim + at).is_multiple_of(6)) {
                let mut edit = |what: &str, parts: Vec<String>| {
                    let mut after = files.clone();
                    after[at].1 = parts.join("\n[[claim]]");
                    tally.edit(&whole, &after, &|_| false, &format!("{path}, claim {claim} {what}"));
                };
                let mut own: Vec<String> = parts.iter().map(|&it| it.to_owned()).collect();
                let removed = own.remove(claim);
                edit("deleted", own.clone());
                own.extend([removed.clone(), removed.clone()]);
                edit("copied", own.clone());
                own.truncate(own.len() - 2);
                let bare: Vec<&str> = removed.lines().filter(|line| !line.starts_with("quote")).collect();
                own.insert(claim, bare.join("\n"));
                edit("without its quote", own);
            }
        }
    }
    let Tally { edits, regrouped, standing } = tally;
    assert!(edits > 100 && standing > 1000, "{edits} {regrouped} {standing}");
}

#[test]
fn wording_alone_loses_hardly_any_accepted_conflict() {
    let (mut edits, mut lost) = (0, Vec::new());
    for files in stories() {
        let whole = checked(&files);
        let (accepted, seen) = (accept(&whole), [whole.seen()]);
        let conflicts = |story: &JudgedStory| pairs(story).values().filter(|it| it.0.counts_as_new()).count();
        for claim in
            whole.items.iter().filter(|it| it.verdict.is_conflict()).flat_map(|it| &it.claims).take(12)
        {
            let at = files.iter().position(|(path, _)| Path::new(&claim.file).ends_with(path)).unwrap();
            for (how, value) in [
                ("upper case", claim.value.to_uppercase()),
                ("as reported", format!("{}, as reported", claim.value)),
                ("quote", claim.value.clone()),
            ] {
                let mut after = files.clone();
                let mut parts: Vec<String> = tables(&after[at].1).iter().map(|&it| it.to_owned()).collect();
                let own = &mut parts[claim.number];
                let old = format!("value = \"{}\"", claim.value);
                if how == "quote" {
                    own.push_str("# a note\n");
                    *own = own.replace("quote = \"", "quote = \"As was said, ");
                } else if own.contains(&old) {
                    *own = own.replace(&old, &format!("value = \"{value}\""));
                } else {
                    continue;
                }
                after[at].1 = parts.join("\n[[claim]]");
                let known = Known {
                    accepted: &accepted,
                    seen: &seen,
                    whole: true,
                    settings: whole.settings(),
                    ..Known::default()
                };
                let story = judge(checked(&after).view, &known);
                edits += 1;
                if conflicts(&story) > 0 {
                    lost.push(format!("{how}: {} {}: {}", claim.file, claim.number, claim.value));
                }
            }
        }
    }
    assert!(edits >= 50 && lost.len() * 25 <= edits, "{} of {edits}: {lost:#?}", lost.len());
}
