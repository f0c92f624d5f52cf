//! What different stories say of one fact.

use crate::support::Desk;

fn article(outlet: &str, value: &str) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\npublished = 2025-12-17\n
[[claim]]\nsubject = \"Amazon\"\nattribute = \"planned investment in OpenAI\"\nvalue = \"{value}\"\n
[[claim]]\nsubject = \"Amazon\"\nattribute = \"number of employees\"\nvalue = \"1.5 million\"\n"
    )
}

fn desk() -> Desk {
    Desk::new(&[
        ("claims/deal/a.toml", &article("A", "$10 billion")),
        ("claims/deal/b.toml", &article("B", "$10 billion")),
        ("claims/rivals/c.toml", &article("C", "$38 billion")),
    ])
}

#[test]
fn stories_are_compared_with_each_other_on_request_alone() {
    let desk = desk();
    let within = desk.run(&["--format", "json"]);
    assert_eq!(within.status(), 0, "{}", within.err());
    assert_eq!(within.json()["summary"]["contradictions"], 0);

    let across = desk.run(&["--across", "--format", "json"]);
    assert_eq!(across.status(), 1, "{}", across.err());
    let report = across.json();
    let stories = report["stories"].as_array().unwrap();
    let names: Vec<&str> = stories.iter().map(|story| story["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["deal", "rivals", "across"]);
    // The stories themselves stay as they are, and no claim is counted twice.
    assert_eq!(stories[..2], within.json()["stories"].as_array().unwrap()[..]);
    assert_eq!(report["summary"]["claims"], 6);
    let spanning = stories[2]["items"].as_array().unwrap();
    assert!(spanning.iter().any(|item| item["verdict"] == "contradiction"));
    for item in spanning {
        let folders: std::collections::BTreeSet<&str> = item["claims"]
            .as_array()
            .unwrap()
            .iter()
            .map(|claim| claim["file"].as_str().unwrap().rsplit_once('/').unwrap().0)
            .collect();
        assert!(folders.len() > 1, "{item}");
    }
}

#[test]
fn the_table_says_where_each_claim_stands() {
    let table = desk().run(&["--across", "--long"]).out();
    let section = table.split("Across stories").nth(1).unwrap();
    assert!(section.contains("c.toml") && section.contains("$38 billion"), "{table}");
}

fn told(outlet: &str, claims: &[[&str; 4]]) -> String {
    let head = format!("[article]\noutlet = \"{outlet}\"\npublished = 2025-12-17\n");
    let claim = |[subject, attribute, value, more]: &[&str; 4]| {
        format!(
            "\n[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\n{more}\n"
        )
    };
    head + &claims.iter().map(claim).collect::<String>()
}

fn spanning(files: [&str; 2]) -> Vec<serde_json::Value> {
    let desk = Desk::new(&[("claims/one/a.toml", files[0]), ("claims/two/b.toml", files[1])]);
    let report = desk.run(&["--across", "--all", "--format", "json"]).json();
    report["stories"][2]["items"].as_array().unwrap().clone()
}

#[test]
fn what_is_asked_of_two_is_not_one_fact() {
    let of = |outlet, whom: &str| told(outlet, &[[whom, "number of employees", "12,000", ""]]);
    assert_eq!(spanning([&of("A", "Lakeside Hospital"), &of("B", "Lakeside Hospital")]).len(), 1);
    assert!(spanning([&of("A", "Lakeside Hospital"), &of("B", "Corvin Shipyard")]).is_empty());
}

#[test]
fn a_story_has_one_item_of_a_fact() {
    let trains = ["Orrin rail link", "trains a day", "40", ""];
    let buses = ["Orrin rail link", "buses a day", "90", ""];
    for item in spanning([&told("A", &[trains, buses]), &told("B", &[trains, buses])]) {
        assert_eq!(item["claims"].as_array().unwrap().len(), 2, "{item}");
    }
}

#[test]
fn a_pin_that_stories_share_makes_one_fact_and_different_pins_two() {
    let same = ["Orrin rail link", "length", "40 km", "item = \"link\""];
    let named_otherwise = ["the new track", "how far it goes", "41 km", "item = \"link\""];
    let pinned_otherwise = ["Orrin rail link", "length", "40 km", "item = \"other\""];
    assert_eq!(spanning([&told("A", &[same]), &told("B", &[named_otherwise])]).len(), 1);
    assert!(spanning([&told("A", &[same]), &told("B", &[pinned_otherwise])]).is_empty());
}
