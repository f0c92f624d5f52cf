//! Two branches accept and prune, and git merges them: clean, and to the right set.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::Desk;
use crate::support::git::{commit, git, init, try_git};

/// The items of the story; their labels stand side by side in the alphabet, and so do the files of what is accepted.
const ITEMS: [&str; 8] = ["anchors", "boats", "cabins", "decks", "engines", "funnels", "galleys", "hatches"];

/// Two outlets that contradict each other about every item, save those that are settled.
fn write(desk: &Desk, settled: &[&str]) {
    for (outlet, figure) in [("A Times", "210"), ("B Post", "350")] {
        let mut text = format!("[article]\noutlet = \"{outlet}\"\n");
        for item in ITEMS {
            let figure = if settled.contains(&item) { "210" } else { figure };
            let claim = format!(
                "\n[[claim]]\nsubject = \"{item}\"\nattribute = \"number\"\nvalue = {figure}\nitem = \"{item}\"\n"
            );
            text.push_str(&claim);
        }
        let file = outlet.split(' ').next().unwrap().to_lowercase();
        desk.write(&format!("claims/ship/{file}.toml"), text.as_bytes());
    }
}

/// A repository in which some contradictions are accepted.
fn desk(accepted: &[&str]) -> Desk {
    let desk = Desk::new(&[]);
    write(&desk, &[]);
    accept(&desk, accepted);
    init(desk.path());
    desk
}

fn accept(desk: &Desk, items: &[&str]) {
    accept_for(desk, items, "as both said on the phone");
}

fn accept_for(desk: &Desk, items: &[&str], reason: &str) {
    let report = desk.run(&["--format", "json", "--no-accepted"]).json();
    for wanted in items {
        let label = format!("{wanted}: number");
        let all = report["stories"][0]["items"].as_array().unwrap();
        let item = all.iter().find(|it| it["label"] == label.as_str()).unwrap();
        let run = desk.run(&["accept", item["id"].as_str().unwrap(), "--reason", reason]);
        assert_eq!(run.status(), 0, "{}", run.err());
    }
}

/// Settles contradictions by hand, and prunes what was accepted of them.
fn settle(desk: &Desk, items: &[&str]) {
    write(desk, items);
    let run = desk.run(&["prune"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert!(run.out().contains(&format!("\n{} file", items.len())), "{}", run.out());
    write(desk, &[]);
}

/// What is accepted and in force, by item, as a run says it; and what it calls new.
fn known(desk: &Desk) -> (BTreeSet<String>, BTreeSet<String>) {
    let run = desk.run(&["--format", "json"]);
    assert_eq!(run.err(), "", "every file can be read after the merge");
    let report = run.json();
    assert_eq!(report["summary"]["stale"], 0);
    let in_state = |state: &str| {
        let items = report["stories"][0]["items"].as_array().unwrap();
        let found = items.iter().filter(|item| {
            item["comparisons"].as_array().unwrap().iter().any(|comparison| comparison["state"] == state)
        });
        found.map(|item| item["label"].as_str().unwrap().trim_end_matches(": number").to_owned()).collect()
    };
    (in_state("accepted"), in_state("new"))
}

/// Changes one branch, then another that begins at the same place, and merges them: with nothing to resolve.
fn merge(desk: &Desk, ours: impl Fn(&Desk), theirs: impl Fn(&Desk)) {
    let folder: &Path = desk.path();
    git(folder, &["checkout", "-q", "-b", "theirs"]);
    theirs(desk);
    commit(folder, "theirs");
    git(folder, &["checkout", "-q", "main"]);
    ours(desk);
    commit(folder, "ours");
    let merged = try_git(folder, &["merge", "-q", "--no-edit", "theirs"]);
    assert!(merged.status.success(), "{}", String::from_utf8_lossy(&merged.stdout));
    assert_eq!(git(folder, &["status", "--porcelain"]), "");
}

fn expect(desk: &Desk, accepted: &[&str]) {
    let (found, new) = known(desk);
    let wanted: BTreeSet<String> = accepted.iter().map(|&it| it.to_owned()).collect();
    assert_eq!(found, wanted);
    let rest: BTreeSet<String> =
        ITEMS.iter().map(|&it| it.to_owned()).filter(|it| !wanted.contains(it)).collect();
    assert_eq!(new, rest);
}

#[test]
fn both_accept_neighbours() {
    let desk = desk(&[]);
    merge(
        &desk,
        |desk| accept(desk, &["boats", "decks"]),
        |desk| accept(desk, &["anchors", "cabins", "engines"]),
    );
    expect(&desk, &["anchors", "boats", "cabins", "decks", "engines"]);
}

#[test]
fn both_remove_neighbours() {
    let desk = desk(&ITEMS);
    merge(&desk, |desk| settle(desk, &["cabins", "engines"]), |desk| settle(desk, &["boats", "decks"]));
    expect(&desk, &["anchors", "funnels", "galleys", "hatches"]);
}

#[test]
fn one_removes_and_the_other_adds_beside_it() {
    let desk = desk(&["boats", "decks", "funnels"]);
    merge(&desk, |desk| settle(desk, &["decks"]), |desk| accept(desk, &["cabins", "engines"]));
    expect(&desk, &["boats", "cabins", "engines", "funnels"]);
}

#[test]
fn both_remove_and_add() {
    let desk = desk(&["anchors", "cabins", "engines", "galleys"]);
    let ours = |desk: &Desk| {
        settle(desk, &["anchors", "cabins"]);
        accept(desk, &["boats"]);
    };
    let theirs = |desk: &Desk| {
        settle(desk, &["cabins", "engines"]);
        accept(desk, &["decks", "hatches"]);
    };
    merge(&desk, ours, theirs);
    expect(&desk, &["boats", "decks", "galleys", "hatches"]);
}

#[test]
fn both_accept_the_same_with_the_same_words() {
    let desk = desk(&[]);
    merge(&desk, |desk| accept(desk, &["boats", "cabins"]), |desk| accept(desk, &["cabins", "decks"]));
    expect(&desk, &["boats", "cabins", "decks"]);
}

#[test]
fn both_accept_the_same_for_other_reasons() {
    let desk = desk(&["anchors"]);
    merge(
        &desk,
        |desk| accept_for(desk, &["boats", "cabins"], "theirs is a slip of the pen"),
        |desk| accept_for(desk, &["cabins", "decks"], "the register has it"),
    );
    expect(&desk, &["anchors", "boats", "cabins", "decks"]);
}

#[test]
fn a_merge_that_only_a_person_can_make_is_an_error_until_it_is_made() {
    let desk = desk(&["boats"]);
    let folder = desk.path();
    let mut entries = std::fs::read_dir(folder.join("claims/ship/accepted")).unwrap();
    let file = entries.find_map(|it| Some(it.unwrap().path()).filter(|it| it.extension().unwrap() == "toml"));
    let file = file.unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    git(folder, &["checkout", "-q", "-b", "theirs"]);
    std::fs::write(&file, text.replace("as both said on the phone", "theirs")).unwrap();
    commit(folder, "theirs");
    git(folder, &["checkout", "-q", "main"]);
    std::fs::write(&file, text.replace("as both said on the phone", "ours")).unwrap();
    commit(folder, "ours");
    assert!(!try_git(folder, &["merge", "-q", "theirs"]).status.success());
    let run = desk.run(&[]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("git could not merge this place"), "{}", run.err());
    std::fs::write(&file, text).unwrap();
    expect(&desk, &["boats"]);
}
