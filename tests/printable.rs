//! What can be printed of a fact, and in whose name.
#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod support;

use serde_json::Value;
use support::Desk;

/// A story in which each outlet tells the same fact of a ferry; what else its claim says stands in front of the value.
fn desk(attribute: &str, claims: &[(&str, &str, &str)]) -> Desk {
    let file = |(outlet, more, value): &(&str, &str, &str)| {
        let label = format!("subject = \"the ferry\"\nattribute = \"{attribute}\"");
        let text =
            format!("[article]\noutlet = \"{outlet}\"\n\n[[claim]]\n{label}\n{more}\nvalue = \"{value}\"\n");
        (format!("claims/ferry/{outlet}.toml"), text)
    };
    let files: Vec<(String, String)> = claims.iter().map(file).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Desk::new(&files)
}

fn item(desk: &Desk) -> Value {
    let report = desk.run(&["--all", "--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap().clone();
    assert_eq!(items.len(), 1, "{items:#?}");
    items[0].clone()
}

fn page(desk: &Desk) -> String {
    desk.run(&["report", "--output", "-"]).out()
}

#[test]
fn what_is_denied_is_nothing_to_print_and_speaks_for_no_side() {
    let desk =
        desk("length", &[("a", "", "91 m"), ("b", "", "97 m"), ("c", "certainty = \"denied\"", "200 m")]);
    let item = item(&desk);
    assert_eq!(item["claims"].as_array().unwrap().len(), 3);
    assert_eq!(item["common_ground"], Value::Null);
    let page = page(&desk);
    assert!(page.contains("<small>denied</small>") && !page.contains("Fit to print:"), "{page}");
    assert!(page.contains("<q>91 m</q> (a); <q>97 m</q> (b). No one side has the most"), "{page}");
}

#[test]
fn where_one_says_more_the_words_that_all_bear_out_are_told() {
    let desk =
        desk("length", &[("a", "", "at least 90 m"), ("b", "", "over 90 m"), ("c", "", "at least 90 m")]);
    assert_eq!(item(&desk)["common_ground"], "over 90 m");
    let page = page(&desk);
    assert!(page.contains("<q>over 90 m</q>. So says b; the others can stand with it."), "{page}");
    assert!(page.contains("bear out <q>at least 90 m</q>"), "{page}");
}

#[test]
fn what_can_stand_with_every_side_speaks_for_none() {
    let credit = "according_to = \"Harbour Office\"";
    let desk =
        desk("date of launch", &[("a", "", "March 2024"), ("b", "", "June 2024"), ("c", credit, "2024")]);
    assert_eq!(item(&desk)["common_ground"], "2024");
    let table = desk.run(&["--width", "120"]).out();
    assert!(table.lines().any(|line| line.starts_with(" *   2024")), "{table}");
    let page = page(&desk);
    assert!(page.contains("<q>2024</q>. So says c, citing Harbour Office"), "{page}");
    assert!(page.contains("<b class=\"pA\">A</b> 1 outlet, 1 independent origin "), "{page}");
    assert!(page.contains("can stand with all sides"), "{page}");
}
