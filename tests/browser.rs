//! The editor's page in a real browser: `tests/browser/page.mjs` says what it checks.
//!
//! It needs Chromium, Node, pdftotext, and playwright-core and axe-core below `target/browser`, all of which `.ci/run` installs.
//! Where one is missing the tests say so and pass; with `GAINSAY_BROWSER=require` they fail.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that can't go on has failed, or says why it is skipped"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Desk, stories};

/// Every page, whatever is on it.
const ALWAYS: &[&str] = &[
    "opens without a sound",
    "axe finds nothing in the light",
    "axe finds nothing in the dark",
    "links lead to their facts",
    "without JavaScript all is there",
    "what asks for something is printed whole, the rest where it is open",
    "320 pixels are enough",
    "1920 pixels are used",
    "hostile texts stay texts",
];

/// Pages that have conflicts of several outlets.
const OF_CONFLICTS: &[&str] = &[
    "filters narrow the page",
    "the matrix keeps its headings",
    "the keyboard reaches everything",
    "the sentence and the command are copied",
    "the first screen says what to do",
];

pub(crate) fn tools() -> PathBuf {
    std::env::var_os("GAINSAY_BROWSER_TOOLS")
        .map_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("../browser"), PathBuf::from)
}

/// What is missing, if anything is.
pub(crate) fn missing() -> Option<String> {
    let runs = |program: &str, arg: &str| Command::new(program).arg(arg).output().is_ok();
    let chromium = std::env::var("GAINSAY_CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let libraries = tools().join("node_modules");
    if !runs("node", "--version") {
        Some("node".to_owned())
    } else if !runs(&chromium, "--version") {
        Some(chromium)
    } else if !runs("pdftotext", "-v") {
        Some("pdftotext (poppler-utils)".to_owned())
    } else if !(libraries.join("playwright-core").exists() && libraries.join("axe-core").exists()) {
        Some(format!("playwright-core and axe-core in {}", libraries.display()))
    } else {
        None
    }
}

/// Writes the page of a desk and checks it in the browser.
fn check(desk: &Desk, checks: &[&[&str]]) {
    let page = desk.run(&["report", "--output", "page.html"]);
    assert!(page.status() == 0 || page.status() == 2, "{}", page.err());
    let json = desk.run(&["--output", "json=facts.json"]);
    assert_ne!(json.status(), 101, "{}", json.err());
    if let Some(missing) = missing() {
        eprintln!("SKIPPED: the page was not opened in a browser: {missing} is missing; .ci/run installs it");
        assert!(std::env::var("GAINSAY_BROWSER").as_deref() != Ok("require"), "{missing} is missing");
        return;
    }
    let run = Command::new("node")
        .arg("tests/browser/page.mjs")
        .arg(tools())
        .args(["page.html", "facts.json"].map(|name| desk.path().join(name)))
        .args(checks.concat())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(said.lines().filter(|line| line.starts_with("ok ")).count(), checks.concat().len(), "{said}");
}

fn shipped() -> Desk {
    let desk = Desk::new(&[]);
    for entry in std::fs::read_dir("claims/openai-amazon").unwrap().map(Result::unwrap) {
        if entry.path().is_file() {
            let name = format!("claims/openai-amazon/{}", entry.file_name().to_string_lossy());
            desk.write(&name, &std::fs::read(entry.path()).unwrap());
        }
    }
    desk
}

#[test]
fn the_shipped_story() {
    check(&shipped(), &[ALWAYS, OF_CONFLICTS, &["a story is read at a glance"]]);
}

#[test]
fn forty_stories() {
    let desk = Desk::new(&[]);
    for number in 0..40 {
        for (path, text) in stories::story(&format!("story-{number:02}"), 3, 6, number) {
            desk.write(&path, text.as_bytes());
        }
    }
    check(&desk, &[ALWAYS, OF_CONFLICTS, &["the index sorts"]]);
}

#[test]
fn one_story_of_forty_outlets_and_three_hundred_facts() {
    let desk = Desk::new(&[]);
    for (path, text) in stories::story("large", 40, 300, 1) {
        desk.write(&path, text.as_bytes());
    }
    check(
        &desk,
        &[&[
            "opens without a sound",
            "links lead to their facts",
            "what asks for something is printed whole, the rest where it is open",
            "320 pixels are enough",
            "1920 pixels are used",
            "the matrix keeps its headings",
            "it opens in time",
        ]],
    );
}

#[test]
fn hostile_texts() {
    let hostile = [
        "<script>window.pwned=1</script>",
        "\\\"><img src=x onerror=window.pwned=1>",
        "' onmouseover='window.pwned=1",
        "</style><style>*{display:none}</style>",
        "</title></svg><svg onload=window.pwned=1>",
        "{{ 7 * 7 }} {% include 'x' %} &lt;b&gt; &amp;",
        "\\u202eright\\u2066to left\\u2069\\u200f",
        "expression(alert(1)) url(https://example.com/x.png)",
        "--> ]]> <!-- javascript:window.pwned=1",
    ];
    let desk = Desk::new(&[]);
    for (at, text) in hostile.iter().enumerate() {
        let url = [
            "javascript:window.pwned=1",
            "data:text/html,<script>window.pwned=1</script>",
            "https://example.com/\\\"onclick=\\\"window.pwned=1",
        ][at % 3];
        for (outlet, value) in [("A", "900 feet"), ("B", "700 feet"), ("C", "2023"), ("D", "soon")] {
            let file = format!(
                "[article]\noutlet = \"{outlet} {text}\"\ntitle = \"{text}\"\nauthor = \"{text}\"\nurl = \"{url}\"\n[[claim]]\nsubject = \"ship {text}\"\nattribute = \"length {text}\"\nvalue = \"{value}\"\nquote = \"{text} {value}\"\nscope = \"{text}\"\naccording_to = [\"{text}\"]\n[[claim]]\nsubject = \"only {outlet}\"\nattribute = \"word\"\nvalue = \"{text}\"\n"
            );
            desk.write(&format!("claims/hostile-{at}/{outlet}.toml"), file.as_bytes());
        }
        desk.write(&format!("claims/hostile-{at}/story.toml"), format!("title = \"{text}\"\n").as_bytes());
        desk.write(
            &format!("claims/hostile-{at}/broken.toml"),
            format!("[article]\noutlet = \"E\"\n\"{text}\" = 1\n").as_bytes(),
        );
    }
    check(&desk, &[ALWAYS]);
}
