//! What can be printed of a fact, and in whose name.

use crate::support::Desk;
use serde_json::Value;

/// A story in which each outlet tells the same fact of a ferry; what else its claim says stands in front of the value.
fn desk(attribute: &str, claims: &[(&str, &str, &str)]) -> Desk {
    let file = |(at, (outlet, more, value)): (usize, &(&str, &str, &str))| {
        let label = format!("subject = \"the ferry\"\nattribute = \"{attribute}\"");
        let day = "published = 2026-01-06";
        let text = format!(
            "[article]\noutlet = \"{outlet}\"\n{day}\n\n[[claim]]\n{label}\n{more}\nvalue = \"{value}\"\n"
        );
        (format!("claims/ferry/{at}.toml"), text)
    };
    let files: Vec<(String, String)> = claims.iter().enumerate().map(file).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Desk::new(&files)
}

fn item(desk: &Desk) -> Value {
    let report = desk.run(&["--all", "--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap().clone();
    assert_eq!(items.len(), 1, "{items:#?}");
    items[0].clone()
}

fn safe(attribute: &str, claims: &[(&str, &str, &str)]) -> Value {
    item(&desk(attribute, claims))["safe_wording"].clone()
}

const OFFICE: &str = "according_to = \"Harbour Office\"";
const OWNER: &str = "according_to = \"Lund Lines\"";

#[test]
fn a_bare_yes_says_nothing_without_its_question() {
    let said = |attribute, value| safe(attribute, &[("a", OFFICE, value), ("b", OWNER, value)]);
    assert_eq!(said("insured", "yes"), Value::Null);
    assert_eq!(said("insured", "true"), Value::Null);
    assert_eq!(said("length", "91 m"), "91 m");
}

#[test]
fn what_is_denied_is_nothing_to_print_and_speaks_for_no_side() {
    let desk =
        desk("length", &[("a", "", "91 m"), ("b", "", "97 m"), ("c", "certainty = \"denied\"", "200 m")]);
    let item = item(&desk);
    assert_eq!(item["claims"].as_array().unwrap().len(), 3);
    assert_eq!((&item["safe_wording"], &item["largest_side"]), (&Value::Null, &Value::Null));
    let page = desk.run(&["report", "--output", "-"]).out();
    assert!(!page.contains("Fit to print:"), "{page}");
    assert!(page.contains("<q>91 m</q> (a, 6 Jan 2026); <q>97 m</q> (b, 6 Jan 2026)."), "{page}");
}

#[test]
fn the_words_that_all_bear_out_are_fit_to_print_and_never_the_narrowest_on_the_votes_of_others() {
    let vague = [("a", "", "at least 90 m"), ("b", "", "over 90 m"), ("c", "", "at least 90 m")];
    assert_eq!(safe("length", &vague), "at least 90 m");
    assert_eq!(safe("length", &[("a", "", "$13 million"), ("b", "", "over $13 million")]), Value::Null);
    let dated = [("a", "", "March 2024"), ("b", "", "June 2024"), ("c", OFFICE, "2024")];
    assert_eq!(safe("date of launch", &dated), "2024");
}

#[test]
fn what_can_stand_with_every_side_speaks_for_none() {
    let desk =
        desk("date of launch", &[("a", "", "March 2024"), ("b", "", "June 2024"), ("c", OFFICE, "2024")]);
    let table = desk.run(&["--long", "--width", "120"]).out();
    assert!(table.lines().any(|line| line.starts_with(" *   2024")), "{table}");
    assert!(
        table.contains("print  “2024”: all wordings bear it out (1 named source, 2 without a source"),
        "{table}"
    );
    let page = desk.run(&["report", "--output", "-"]).out();
    assert!(page.contains("can stand with all"), "{page}");
}

#[test]
fn figures_are_rounded_in_words_where_every_one_bears_them_out() {
    let passengers = "number of passengers";
    assert_eq!(safe(passengers, &[("a", "", "171"), ("b", "", "174"), ("c", "", "177")]), "more than 170");
    assert_eq!(safe(passengers, &[("a", "", "12"), ("b", "", "14")]), "at least 12");
    // Figures that lie far apart bear out nothing that anybody would print.
    assert_eq!(safe(passengers, &[("a", "", "120"), ("b", "", "174")]), Value::Null);
    assert_eq!(safe("length", &[("a", "", "948 feet"), ("b", "", "984 feet")]), Value::Null);
}

#[test]
fn two_named_sources_state_it_and_one_origin_does_not() {
    let passengers = "number of passengers";
    let vague = ("c", "", "more than 170");
    let two = [("a", OFFICE, "174"), ("b", OWNER, "174"), vague];
    assert_eq!(safe(passengers, &two), "174");
    for one in [
        [("a", OFFICE, "174"), ("b", OFFICE, "174"), vague],
        [("a", OFFICE, "174"), ("b", "", "174"), vague],
        [("a (AP text)", "", "174"), ("b (rewrites AP)", "", "174"), vague],
    ] {
        assert_eq!(safe(passengers, &one), "more than 170", "{one:?}");
    }
    let wire = [("a (AP text)", "", "174"), ("The Associated Press", "", "174")];
    assert_eq!(safe(passengers, &wire), Value::Null, "both are AP's");
}

#[test]
fn nothing_is_fit_to_print_that_one_outlet_tells() {
    assert_eq!(safe("length", &[("a", "", "91 m")]), Value::Null);
}

#[test]
fn one_source_with_two_numbers_is_the_first_finding_in_every_format() {
    let desk = desk(
        "number of passengers",
        &[
            ("a", OWNER, "171"),
            ("b", "according_to = [\"a spokeswoman for Lund Lines\"]", "174"),
            ("c", "", "171"),
        ],
    );
    let item = item(&desk);
    let found = item["findings"].as_array().unwrap();
    assert_eq!(found.len(), 1, "{item:#}");
    assert_eq!(
        (&found[0]["kind"], &found[0]["origin"]),
        (&"one source, two numbers".into(), &"Lund Lines".into())
    );
    let sentence =
        "Lund Lines is quoted with 171 (a, 6 Jan 2026) and with 174 (b, 6 Jan 2026): ask the source";
    assert_eq!(found[0]["sentence"], sentence);
    let table = desk.run(&["--width", "200"]).out();
    let (first, conflict) = (table.find("ONE SOURCE, TWO NUMBERS"), table.find("CONTRADICTION"));
    assert!(first.is_some() && first < conflict && table.contains(sentence), "{table}");
    let markdown = desk.run(&["--format", "markdown"]).out();
    assert!(markdown.find(sentence) < markdown.find("###") && markdown.contains(sentence), "{markdown}");
    let page = desk.run(&["report", "--output", "-"]).out();
    let first = page.find("and with 174 (b, 6 Jan 2026): <b>ask Lund Lines</b>");
    assert!(page.contains(sentence) && first.is_some() && first < page.find("<article"), "{page}");
}

#[test]
fn an_agency_has_two_numbers_where_its_own_text_has_another_than_is_quoted() {
    let of = |text: &str| {
        let desk =
            desk("number of passengers", &[("a", "according_to = [\"AP\"]", "171"), (text, "", "174")]);
        let found = item(&desk)["findings"].as_array().cloned().unwrap_or_default();
        found.iter().map(|it| it["sentence"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let sentence =
        "AP is quoted with 171 (a, 6 Jan 2026) and with 174 (b (AP text), 6 Jan 2026): ask the source";
    assert_eq!(of("b (AP text)"), [sentence]);
    assert_eq!(of("b (AFP text)"), [""; 0]);
}

#[test]
fn the_spreadsheet_tells_what_is_safe_from_what_the_largest_side_says() {
    let desk = desk("length", &[("a", OFFICE, "91 m"), ("b", OWNER, "91 m"), ("c", "", "97 m")]);
    let wide = desk.run(&["--format", "csv-wide"]).out();
    let mut lines = wide.lines();
    assert!(lines.next().unwrap().contains("\"state\",\"safe_wording\",\"largest_side\",\"a\""), "{wide}");
    assert!(lines.next().unwrap().contains("\"new\",\"\",\"91 m\",\"91 m\""), "{wide}");
}
