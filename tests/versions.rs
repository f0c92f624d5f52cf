//! Versions of one article: the later one counts, and who changed what is told in every format.

use crate::support::Desk;
use serde_json::Value;

/// A claim file on a ferry: its keys besides the outlet, and how many passengers it had.
fn file(outlet: &str, keys: &str, passengers: &str) -> String {
    let fact = |attribute: &str, value: &str| {
        format!("\n[[claim]]\nsubject = \"the ferry\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\n")
    };
    let (length, passengers) = (fact("length", "91 m"), fact("number of passengers", passengers));
    format!("[article]\noutlet = \"{outlet}\"\n{keys}\n{length}{passengers}")
}

/// Harbour News in two versions, and the Post, which agrees with the later one.
fn desk(earlier: &str, later: &str) -> Desk {
    Desk::new(&[
        ("claims/ferry/one.toml", &file("Harbour News", earlier, "171")),
        ("claims/ferry/two.toml", &file("Harbour News", later, "174")),
        ("claims/ferry/post.toml", &file("The Post", "published = 2026-01-06", "174")),
    ])
}

fn story(desk: &Desk) -> Value {
    desk.run(&["--all", "--format", "json"]).json()["stories"][0].clone()
}

fn files(story: &Value) -> Vec<&str> {
    let items = story["items"].as_array().unwrap().iter();
    items.flat_map(|item| item["claims"].as_array().unwrap()).map(|it| it["file"].as_str().unwrap()).collect()
}

const URL: &str = "url = \"https://harbour.example/ferry\"";

#[test]
fn the_later_of_two_files_with_one_address_counts_and_the_report_says_who_changed_what() {
    let desk = desk(
        &format!("{URL}\npublished = 2026-01-05"),
        "url = \"http://www.harbour.example/ferry/?utm_source=x\"\npublished = 2026-01-06",
    );
    let run = desk.run(&["--format", "json"]);
    assert_eq!((run.status(), run.err().as_str()), (0, ""), "the earlier figure contradicts nobody");
    let story = story(&desk);
    assert!(!files(&story).iter().any(|it| it.ends_with("one.toml")), "{story:#}");
    let version = &story["versions"][0];
    assert_eq!(version["outlet"], "Harbour News");
    assert_eq!(version["published"], "2026-01-06");
    assert_eq!(version["replaces"], "claims/ferry/one.toml");
    let changes = version["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "the length is what it was: {changes:#?}");
    assert_eq!(changes[0]["label"], "the ferry: number of passengers");
    assert_eq!(
        (&changes[0]["before"]["value"], &changes[0]["after"]["value"]),
        (&"171".into(), &"174".into())
    );
    let table = desk.run(&[]).out();
    assert!(table.contains("Harbour News, 6 Jan 2026") && table.contains("171 → 174"), "{table}");
    let markdown = desk.run(&["--format", "markdown"]).out();
    assert!(
        markdown.contains("Harbour News, 6 Jan 2026") && markdown.contains("“171” → “174”"),
        "{markdown}"
    );
    let page = desk.run(&["report", "--output", "-"]).out();
    assert!(page.contains("<del>171</del></q> → <q><ins>174</ins>"), "{page}");
    let lines = desk.run(&["--format", "jsonl"]).out();
    assert!(lines.lines().any(|it| it.starts_with("{\"type\":\"version\"")), "{lines}");
}

#[test]
fn whoever_replaces_a_file_is_the_later_one_whatever_the_days() {
    let desk = desk("published = 2026-01-06", "published = 2026-01-05\nreplaces = \"one.toml\"");
    assert!(!files(&story(&desk)).iter().any(|it| it.ends_with("one.toml")));
    // The file that is replaced need not be among those that are asked for.
    let run = desk.run(&["claims/ferry/two.toml", "claims/ferry/post.toml"]);
    assert_eq!((run.status(), run.err().as_str()), (0, ""));
}

#[test]
fn what_can_t_be_a_version_counts_and_is_told() {
    for (earlier, later, rule) in [
        ("", "replaces = \"three.toml\"", "no-replaced-file"),
        ("", "replaces = \"../ferry/one.toml\"", "no-replaced-file"),
        ("replaces = \"two.toml\"", "replaces = \"one.toml\"", "circle-of-versions"),
        ("", "replaces = \"two.toml\"", "circle-of-versions"),
        (URL, URL, "versions-of-one-day"),
    ] {
        let desk = desk(earlier, later);
        let story = story(&desk);
        assert!(files(&story).iter().any(|it| it.ends_with("one.toml")), "{earlier} {later}: {story:#}");
        for run in [desk.run(&["--format", "json"]), desk.run(&["--format", "json"])] {
            let found = run.json()["diagnostics"].as_array().unwrap().clone();
            assert!(!found.is_empty() && found.iter().all(|it| it["rule"] == rule), "{found:#?}");
        }
    }
}
