//! What a later gainsay owes to the files of an earlier one. The files in tests/upgrades are of format 1 and stay as they are.

use std::path::Path;

use crate::support::Desk;

/// The files of format 1: all keys of all kinds of files.
const FIRST: &str = "tests/upgrades";

fn first() -> Desk {
    let desk = Desk::new(&[]);
    for entry in walkdir::WalkDir::new(FIRST).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(FIRST).unwrap();
            desk.write(path.to_str().unwrap(), &std::fs::read(entry.path()).unwrap());
        }
    }
    desk
}

#[test]
fn files_of_format_1_are_read_for_ever() {
    let desk = first();
    let run = desk.run(&["--format", "json", "--today", "2026-01-31"]);
    assert_eq!((run.status(), run.err().as_str()), (0, ""));
    let report = run.json();
    let story = &report["stories"][0];
    let item = |label: &str| {
        let found = story["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["label"].as_str().unwrap().ends_with(label));
        found.unwrap_or_else(|| panic!("no item {label}: {}", run.out())).clone()
    };
    let understood =
        |label: &str, claim: usize| item(label)["claims"][claim]["understood"].as_str().unwrap().to_owned();
    assert!(desk.run(&["--today", "2026-01-31"]).out().contains("A ferry runs aground"));
    assert_eq!(understood("length", 0), "91 m");
    assert_eq!(understood("price of the repair", 0), "CAD 2,000,000");
    assert_eq!(
        understood("price of the repair", 1),
        "AUD 3,000,000",
        "a story's currency comes before the desk's"
    );
    assert_eq!(item("whether the hull is torn")["verdict"], "single");
    assert_eq!(item("ships that help")["claims"][0]["value"], serde_json::json!("Nord, Ost"));
    assert_eq!(report["summary"]["claims"], 8);
    assert_eq!(desk.run(&["lint"]).status(), 0, "{}", desk.run(&["lint"]).out());
}

#[test]
fn what_was_accepted_under_an_older_recipe_stays_accepted() {
    let desk = first();
    let report = desk.run(&["--format", "json", "--today", "2026-01-31"]).json();
    assert_eq!(report["summary"]["known"], 2, "{}", report["summary"]);
    let mut ids = Vec::new();
    for item in report["stories"][0]["items"].as_array().unwrap() {
        for comparison in item["comparisons"].as_array().unwrap() {
            if comparison["state"] == "accepted" {
                ids.push(comparison["id"].as_str().unwrap().to_owned());
                assert_eq!(comparison["new"], false);
            }
        }
    }
    assert_eq!(ids.len(), 2);
    for name in ["length-be4a8d.toml", "passengers-0a0a0a.toml"] {
        let text = desk.read(&format!("claims/ferry/accepted/{name}"));
        assert!(ids.iter().all(|id| !text.contains(id)), "{name}: the id of today would prove nothing");
    }
    let run = desk.run(&["prune"]);
    assert!(run.out().contains("nothing to remove"), "{}", run.out());
}

#[test]
fn a_format_that_is_not_known_is_refused_with_advice_and_the_rest_is_read() {
    for file in [
        "claims/ferry/b.toml",
        "claims/ferry/story.toml",
        "claims/ferry/accepted/length-be4a8d.toml",
        "gainsay.toml",
    ] {
        for (number, words) in [
            ("2", "of format 2, and this gainsay reads format 1"),
            ("-1", "of format -1"),
            ("99999999999999999999999999", "of format 99999"),
            ("\"1\"", "`format` takes a number, and this is a text"),
            ("1.0", "`format` takes a number"),
        ] {
            let desk = first();
            let text = desk.read(file).replace("format     = 1\n", "").replace("format = 1\n", "");
            desk.write(file, format!("format = {number}\nwhatever = [[1]]\n{text}").as_bytes());
            let run = desk.run(&["--format", "json", "--today", "2026-01-31"]);
            assert_eq!(run.status(), 2, "{file}: {}", run.err());
            let report = run.json();
            let problems = report["diagnostics"].as_array().unwrap();
            assert_eq!(problems.len(), 1, "nothing else is said of it: {problems:?}");
            assert_eq!((problems[0]["file"].as_str(), problems[0]["line"].as_u64()), (Some(file), Some(1)));
            assert!(problems[0]["message"].as_str().unwrap().contains(words), "{}", problems[0]);
            assert!(!problems[0]["hint"].as_str().unwrap().is_empty());
            let claims = if file.ends_with("b.toml") { 5 } else { 8 };
            assert_eq!(report["summary"]["claims"], claims, "{file}: the others are read");
            // No command touches what it does not understand.
            let before = desk.read(file);
            for args in
                [&["fmt"][..], &["lint", "--fix"], &["prune"], &["accept", "--all-new", "--reason", "x"]]
            {
                desk.run(args);
                assert_eq!(desk.read(file), before, "{args:?}");
            }
        }
    }
}

/// Keys that came to format 1 after these files were written; they read the same without them.
const LATER: [&str; 5] = ["wire", "replaces", "not", "zone", "moves"];

#[test]
fn the_files_of_format_1_hold_every_key() {
    let read = |path: &str| std::fs::read_to_string(Path::new(FIRST).join(path)).unwrap();
    let claims = read("claims/ferry/a.toml");
    let is_first = |name: &str| !LATER.contains(&name);
    for key in gainsay::claim::ARTICLE.iter().chain(gainsay::claim::CLAIM).filter(|it| is_first(it.name)) {
        assert!(
            claims.lines().any(|line| line.split('=').next().unwrap().trim() == key.name),
            "{}",
            key.name
        );
    }
    let accepted = read("claims/ferry/accepted/length-be4a8d.toml")
        + &read("claims/ferry/accepted/passengers-0a0a0a.toml");
    for key in gainsay::claim::ACCEPTED.iter().chain(gainsay::claim::SIDE) {
        assert!(
            accepted.contains(&format!("{} = ", key.name)) || accepted.contains(&format!("{}  ", key.name)),
            "{}",
            key.name
        );
    }
    let story = read("claims/ferry/story.toml");
    for key in gainsay::claim::STORY.iter().filter(|it| is_first(it.name)) {
        assert!(story.contains(key.name), "{}", key.name);
    }
}
