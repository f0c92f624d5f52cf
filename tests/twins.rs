//! Two facts of a story that differ in the same two values: one id, and nothing of one is taken for the other.

use std::collections::BTreeSet;

use crate::support::Desk;

const FACTS: [&str; 2] = ["height of the tower", "number of employees of the bank"];

fn article(outlet: &str, value: &str) -> String {
    let claim = |fact: &str| {
        ["\n[[claim]]\nsubject = \"Ashby\"\nattribute = \"", fact, "\"\nvalue = \"", value, "\"\n"].concat()
    };
    ["[article]\noutlet = \"", outlet, "\"\n", &FACTS.map(claim).concat()].concat()
}

fn desk() -> Desk {
    let desk = Desk::new(&[
        ("claims/ashby/a.toml", &article("A Times", "91")),
        ("claims/ashby/b.toml", &article("B Post", "97")),
    ]);
    assert_eq!(desk.run(&[]).status(), 1);
    desk
}

/// The id that both have, and the ids of the two items.
fn ids(desk: &Desk) -> (String, Vec<String>) {
    let report = desk.run(&["check", "--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap();
    let id = |at: usize| items[at]["comparisons"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!((items.len(), id(0)), (2, id(1)));
    (id(0), items.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect())
}

#[test]
fn an_id_that_two_conflicts_have_accepts_neither_of_them_unasked() {
    let desk = desk();
    let (id, items) = ids(&desk);
    let accept = |id: &str| desk.run(&["accept", id, "--reason", "asked"]);
    let both = accept(&id);
    assert_eq!(both.status(), 2);
    for item in &items {
        assert!(both.err().contains(&format!("{item}/{id}")), "{}", both.err());
    }
    let one = accept(&format!("{}/{id}", items[0]));
    assert_eq!(one.status(), 0, "{}", one.err());
    let left = desk.run(&["check", "--new-only", "--format", "json"]).json();
    assert_eq!([&left["summary"]["new"], &left["summary"]["known"]], [1, 1]);
    // The same words make no difference: the other one is another fact.
    let other = accept(&format!("{}/{}", items[1].split_at(6).0, id.split_at(6).0));
    assert!(other.out().contains("1 file written"), "{}{}", other.out(), other.err());
    assert_eq!(desk.run(&["check", "--stale", "deny"]).status(), 0);
    assert!(desk.run(&["accept", "--refresh"]).out().contains("nothing to refresh"));
}

#[test]
fn what_was_no_conflict_is_told_apart_from_the_conflict_of_the_same_values() {
    let desk = desk();
    let report = desk.run(&["check", "--format", "json"]).json();
    assert_eq!(report["summary"]["new"], 2);
    assert_eq!(desk.run(&["accept", "--all-new", "--reason", "asked"]).status(), 0);
    let notes = std::fs::read_dir(desk.path().join("claims/ashby/accepted")).unwrap();
    let note = notes.map(|it| it.unwrap().path()).find(|it| it.extension().is_some_and(|it| it == "seen"));
    let note = std::fs::read_to_string(note.unwrap()).unwrap();
    let conflicts: BTreeSet<&str> = note.lines().filter(|line| line.starts_with("conflict ")).collect();
    assert_eq!(conflicts.len(), 2, "each with the claims that were in it: {note}");
}

#[test]
fn every_alert_has_a_name_of_its_own_that_can_be_accepted() {
    let desk = desk();
    let (id, _) = ids(&desk);
    let names = |format: &str, key: &str| {
        let found = desk.run(&["check", "--format", format]);
        let text = found.out();
        let names: BTreeSet<String> = text
            .lines()
            .filter_map(|line| line.split_once(key))
            .map(|(_, rest)| rest.chars().skip_while(|it| !it.is_ascii_hexdigit()).take(12).collect())
            .collect();
        assert_eq!(names.len(), 2, "{format}: {names:?}\n{text}");
        assert!(names.contains(&id), "{format}: {names:?}");
        names
    };
    let all = names("sarif", "\"primaryLocationLineHash\":");
    assert_eq!(names("gitlab", "\"fingerprint\":"), all);
    assert_eq!(names("junit", "testcase name=\"91 / 97 ("), all);
    let second = all.iter().find(|it| **it != id).unwrap();
    let one = desk.run(&["accept", second, "--reason", "asked"]);
    assert!(one.out().contains("1 file written"), "{}{}", one.out(), one.err());
    // What the other one is called does not hang on that.
    assert_eq!(names("junit", "testcase name=\"91 / 97 ("), all);
}
