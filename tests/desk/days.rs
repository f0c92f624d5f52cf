//! The days of an editor and of a fact-checker, in a browser: `tests/desk/day.mjs` says what is done and what must be there.

use std::process::Command;

use super::{Open, desk, files};
use crate::browser::{missing, tools};
use crate::support::{Desk, stories};

fn day(name: &str) -> Desk {
    spend(desk(), name)
}

fn spend(desk: Desk, name: &str) -> Desk {
    let open = Open::new(&desk, &[]);
    if let Some(missing) = missing() {
        crate::support::not_tested(&format!("the desk was not opened in a browser: {missing} is missing"));
        assert!(std::env::var("GAINSAY_BROWSER").as_deref() != Ok("require"), "{missing} is missing");
        return desk;
    }
    let run = Command::new("node")
        .arg("tests/desk/day.mjs")
        .arg(tools())
        .args([name, &open.address])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success() && said.contains("ok "), "{said}{}", String::from_utf8_lossy(&run.stderr));
    desk
}

#[test]
fn the_day_of_an_editor() {
    let desk = day("editor");
    assert_eq!(desk.run(&["fmt", "--check"]).status(), 0);
    assert!(desk.run(&["lint"]).status() < 2, "{}", desk.run(&["lint"]).err());
}

#[test]
fn the_day_of_an_editor_without_javascript() {
    day("editor-plain");
}

#[test]
fn the_day_of_a_fact_checker() {
    let desk = day("checker");
    if missing().is_none() {
        assert!(files(&desk).keys().any(|it| it.ends_with("west-wind.toml")));
        assert_eq!(desk.run(&["fmt", "--check"]).status(), 0);
        assert_eq!(desk.run(&["lint", "claims/bridge/west-wind.toml"]).status(), 0);
        assert_eq!(desk.run(&[]).status(), 1);
    }
}

#[test]
fn the_day_of_a_fact_checker_without_javascript() {
    day("checker-plain");
}

#[test]
fn what_was_saved_is_corrected_in_place() {
    let desk = day("mender");
    assert_eq!(desk.run(&["fmt", "--check"]).status(), 0);
}

#[test]
fn what_was_saved_is_corrected_without_javascript() {
    day("mender-plain");
}

#[test]
fn one_stays_where_one_works() {
    day("place");
}

#[test]
fn one_stays_where_one_works_without_javascript() {
    day("place-plain");
}

#[test]
fn questions_are_answered_by_keys_and_by_touch() {
    let desk = Desk::new(&[]);
    for (path, text) in stories::story("s", 5, 30, 7) {
        desk.write(&path, text.as_bytes());
    }
    spend(desk, "review");
}

#[test]
fn every_page_reads_well_in_the_light_in_the_dark_and_on_a_phone() {
    day("pages");
}
