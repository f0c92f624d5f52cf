//! Every format: the same bytes whatever the order of files, nothing of a hostile text at work, empty reports valid.
#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod support;

use support::Desk;

const FORMATS: &[&str] = &["table", "json"];

const HOSTILE: &[&str] = &[
    "line\\nbreak",
    "\\u001b[31mred\\u001b[0m",
    "::error::x",
    "%0A%0D",
    "]]>",
    "</script><script>alert(1)</script>",
    "a | b",
    "`code`",
    "@everyone",
    "=cmd()",
    "nul\\u0000nul",
    "right\\u202eleft\\u2066",
    "\\u009b31m",
];

fn shipped() -> Vec<(String, String)> {
    let folder = std::fs::read_dir("claims/openai-amazon").unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<(String, String)> = folder
        .filter(|path| path.is_file())
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read_to_string(&path).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

fn desk(files: &[(String, String)]) -> Desk {
    let desk = Desk::new(&[]);
    for (name, text) in files {
        desk.write(&format!("claims/openai-amazon/{name}"), text.as_bytes());
    }
    desk
}

#[test]
fn two_runs_and_another_order_of_files_give_the_same_bytes() {
    let files = shipped();
    let (one, mut backwards) = (desk(&files), files.clone());
    backwards.reverse();
    let other = desk(&backwards);
    let names: Vec<String> =
        files.iter().map(|(name, _)| format!("claims/openai-amazon/{name}")).rev().collect();
    for format in FORMATS {
        let args = ["--all", "--format", format];
        let first = one.run(&args).out();
        assert!(first.len() > 1000);
        assert_eq!(first, one.run(&args).out(), "{format}: a second run");
        assert_eq!(first, other.run(&args).out(), "{format}: files written in another order");
        let mut asked: Vec<&str> = args.to_vec();
        asked.extend(names.iter().map(String::as_str));
        assert_eq!(first, one.run(&asked).out(), "{format}: files named backwards");
    }
    for wanted in ["restructuring", "stage"] {
        assert_eq!(one.run(&["show", wanted]).out(), other.run(&["show", wanted]).out());
    }
}

#[test]
fn hostile_texts_stay_texts() {
    for hostile in HOSTILE {
        let file = |outlet: &str, value: &str| {
            format!(
                "[article]\noutlet = \"{outlet} {hostile}\"\n[[claim]]\nsubject = \"ship {hostile}\"\nattribute = \"length {hostile}\"\nvalue = \"{value}\"\nquote = \"{hostile}\"\naccording_to = [\"{hostile}\"]\nscope = \"{hostile}\"\n"
            )
        };
        let desk = Desk::new(&[
            ("claims/story/a.toml", &file("A", "900 feet")),
            ("claims/story/b.toml", &file("B", "700 feet")),
            ("claims/story/c.toml", &format!("[article]\noutlet = \"C\"\n\"key {hostile}\" = 1\n")),
        ]);
        let runs = [
            desk.run(&["--all"]),
            desk.run(&["--all", "--width", "50"]),
            desk.run(&["--format", "json"]),
            desk.run(&["show", "ship"]),
            desk.run(&["value", "900 feet"]),
        ];
        for run in &runs {
            assert_ne!(run.status(), 101, "{hostile}: {}", run.err());
            for text in [run.out(), run.err()] {
                let bad = |it: char| {
                    it.is_control() && it != '\n'
                        || matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                };
                assert!(!text.contains(bad) || text.starts_with('{'), "{hostile}: {text:?}");
            }
        }
        let report = runs[2].json();
        assert_eq!(report["summary"]["contradictions"], 1, "{hostile}: {report}");
    }
}

#[test]
fn empty_reports_are_valid() {
    let desk = Desk::new(&[("claims/story/a.toml", "[article]\noutlet = \"A\"\n")]);
    for format in FORMATS {
        let run = desk.run(&["--format", format]);
        assert_eq!(run.status(), 0);
        assert!(run.out().contains("contradictions"), "{format}");
    }
    assert_eq!(desk.run(&["--format", "json"]).json()["summary"]["items"], 0);
}

#[test]
fn the_json_has_the_keys_of_the_documentation_in_their_order() {
    let text = desk(&shipped()).run(&["--format", "json"]).out();
    let order = |from: &str, keys: &[&str]| {
        let (_, text) = text.split_once(from).unwrap();
        let places: Vec<usize> = keys
            .iter()
            .map(|key| text.find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key}")))
            .collect();
        assert!(places.is_sorted(), "{keys:?} {places:?}");
    };
    order("{", &["schema", "summary", "stories", "diagnostics"]);
    order(
        "\"summary\"",
        &["articles", "claims", "items", "contradictions", "tensions", "unclear", "new", "known"],
    );
    order(
        "\"items\": [",
        &["id", "label", "kind", "verdict", "claims", "positions", "comparisons", "common_ground"],
    );
    order(
        "\"claims\": [",
        &[
            "file",
            "number",
            "line",
            "outlet",
            "subject",
            "attribute",
            "value",
            "understood",
            "quote",
            "according_to",
        ],
    );
    order("\"positions\": [", &["understood", "claims", "origins"]);
    order("\"comparisons\": [", &["a", "b", "verdict", "reason", "match", "new"]);
}

#[test]
fn the_table_fits_the_width_it_has() {
    let desk = desk(&shipped());
    for width in [40, 64, 80, 100, 160] {
        let text = desk.run(&["--all", "--width", &width.to_string()]).out();
        for line in text.lines() {
            // Paths are never cut, so that they can be clicked.
            let is_place = line.contains(".toml:");
            assert!(is_place || line.chars().count() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn colour_is_for_those_who_ask() {
    let desk = desk(&shipped());
    assert!(!desk.run(&[]).out().contains('\u{1b}'), "no colour in a pipe");
    assert!(desk.run(&["--color", "always"]).out().contains('\u{1b}'));
}
