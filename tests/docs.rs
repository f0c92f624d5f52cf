//! The documentation is true: its examples parse, its tables are those of the code, its paths exist.

use crate::support::Desk;
use gainsay::claim::{ACCEPTED, ARTICLE, CLAIM, Key, POLICY, SETTINGS, SIDE, STORY};

fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The fenced blocks of a page that are marked as `language`.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    page.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

fn pages() -> Vec<String> {
    let folder = std::fs::read_dir("docs").unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<String> = folder
        .filter(|path| path.extension().is_some_and(|it| it == "md"))
        .map(|path| path.display().to_string())
        .collect();
    pages.push("README.md".to_owned());
    pages.sort();
    pages
}

#[test]
fn every_toml_block_is_read_without_a_problem() {
    let mut count = 0;
    for page in pages() {
        for block in blocks(&read(&page), "toml") {
            let name = match &block {
                text if text.contains("[article]") => "claims/story/a.toml",
                text if text.contains("sides") => "claims/story/accepted/a.toml",
                text if text.contains("title") => "claims/story/story.toml",
                _ => "gainsay.toml",
            };
            let good =
                "[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n";
            let desk = Desk::new(&[("claims/story/good.toml", good), (name, &block)]);
            let run = desk.run(&["--format", "json"]);
            assert_eq!(run.err(), "", "{page}:\n{block}");
            count += 1;
        }
    }
    assert!(count >= 3, "docs/claim-format.md shows an article, a story and settings");
}

#[test]
fn every_key_is_documented_as_the_code_has_it() {
    let page = read("docs/claim-format.md");
    let rows = |keys: &[Key], with_required: bool| -> Vec<String> {
        keys.iter()
            .map(|key| {
                let required = match (with_required, key.required) {
                    (false, _) => "",
                    (true, true) => " required |",
                    (true, false) => " |",
                };
                format!("| `{}` |{required} {} | {} |", key.name, key.takes, key.about)
            })
            .collect()
    };
    for row in rows(ARTICLE, true).into_iter().chain(rows(CLAIM, true)).chain(rows(STORY, false)) {
        assert!(page.lines().any(|line| line == row), "docs/claim-format.md lacks the line\n{row}");
    }
    let page = read("docs/baseline.md");
    for row in rows(ACCEPTED, true).into_iter().chain(rows(SIDE, true)) {
        assert!(page.lines().any(|line| line == row), "docs/baseline.md lacks the line\n{row}");
    }
    let page = read("docs/ci.md");
    for row in rows(POLICY, false) {
        assert!(page.lines().any(|line| line == row), "docs/ci.md lacks the line\n{row}");
    }
    assert_eq!(SETTINGS.len() + 1, STORY.len() + POLICY.len());
    assert!(SETTINGS.iter().all(|key| key.name != "title"));
}

#[test]
fn every_path_that_is_named_exists() {
    for page in pages() {
        let text = read(&page);
        for word in text.split(['`', '(', ')', ' ', '\n', ',']) {
            // A place in a file names the file.
            let word = word.split_once(".toml:").map_or(word.to_owned(), |(path, _)| format!("{path}.toml"));
            let word = word.trim_end_matches(['.', ':', ';', '/']);
            let ours = ["src/", "tests/", "docs/", "benches/", ".ci/"].iter().any(|it| word.starts_with(it));
            if ours && !word.contains(['*', '<', '{', '…']) {
                assert!(std::path::Path::new(word).exists(), "{page} names {word}, which does not exist");
            }
        }
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap();
            if !path.contains("://") && !path.is_empty() {
                let base = if page.starts_with("docs/") { format!("docs/{path}") } else { path.to_owned() };
                assert!(std::path::Path::new(&base).exists(), "{page} links to {path}, which does not exist");
            }
        }
    }
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let output =
        std::process::Command::new(env!("CARGO_BIN_EXE_gainsay")).args(["--width", "92"]).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    for line in blocks(&read("README.md"), "text")[0].lines() {
        let cut = line == "…";
        assert!(
            cut || printed.lines().any(|it| it == line),
            "README.md shows a line that is not printed:\n{line}"
        );
    }
}
