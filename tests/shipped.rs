//! What the shipped claims must show, without pins.

use std::process::Command;

use serde_json::Value;

fn report() -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay")).args(["--format", "json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn items(report: &Value) -> Vec<&Value> {
    report["stories"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|story| story["items"].as_array().unwrap())
        .collect()
}

/// The comparisons between values, each with its item and both claims.
fn between<'r>(report: &'r Value, a: &str, b: &str) -> Vec<(&'r Value, &'r Value, &'r Value, &'r Value)> {
    let mut found = Vec::new();
    for item in items(report) {
        for comparison in item["comparisons"].as_array().unwrap() {
            let claim =
                |side: &str| &item["claims"][usize::try_from(comparison[side].as_u64().unwrap()).unwrap()];
            let (first, second) = (claim("a"), claim("b"));
            if first["value"] == a && second["value"] == b {
                found.push((item, comparison, first, second));
            } else if first["value"] == b && second["value"] == a {
                found.push((item, comparison, second, first));
            }
        }
    }
    found
}

fn item_of<'r>(report: &'r Value, file: &str, value: &str, label: &str) -> &'r Value {
    items(report)
        .into_iter()
        .find(|item| {
            item["claims"].as_array().unwrap().iter().any(|claim| {
                let text = |key: &str| claim[key].as_str().unwrap();
                let name = format!("{} {}", text("subject"), text("attribute")).to_lowercase();
                text("file").contains(file) && text("value") == value && name.contains(label)
            })
        })
        .unwrap_or_else(|| panic!("{file} has no {value} on {label}"))
}

fn verdicts(report: &Value, a: &str, b: &str) -> Vec<String> {
    between(report, a, b).iter().map(|(_, it, _, _)| it["verdict"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn there_are_no_pins() {
    for entry in std::fs::read_dir("claims/openai-amazon").unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(!text.lines().any(|line| line.starts_with("item")), "{}", path.display());
        }
    }
}

#[test]
fn the_year_of_the_restructuring_is_contradicted_by_another_outlet_and_by_its_own() {
    let report = report();
    let outlets = |b: &str| -> Vec<(String, String, String)> {
        between(&report, "October 2023", b)
            .iter()
            .map(|(_, it, x, y)| {
                let text = |value: &Value| value.as_str().unwrap().to_owned();
                (text(&it["verdict"]), text(&x["file"]), text(&y["file"]))
            })
            .collect()
    };
    let other = outlets("in October");
    assert!(
        other.iter().any(|(verdict, x, y)| {
            verdict == "contradiction" && x.ends_with("unnamed-000.toml") && y.ends_with("unnamed-003.toml")
        }),
        "{other:?}"
    );
    let own = outlets("last fall");
    assert!(
        own.iter()
            .any(|(verdict, x, y)| verdict == "contradiction" && x == y && x.ends_with("unnamed-000.toml")),
        "{own:?}"
    );
}

#[test]
fn early_talks_contradict_advanced_discussions() {
    let report = report();
    assert_eq!(verdicts(&report, "early talks", "advanced discussions"), ["contradiction"]);
}

#[test]
fn about_ten_billion_strains_against_more_than_that() {
    let report = report();
    let found = verdicts(&report, "about $10 billion", "could exceed $10 billion");
    assert!(!found.is_empty() && found.iter().all(|it| it == "tension"), "{found:?}");
}

#[test]
fn at_least_and_over_eight_billion_are_compatible() {
    let report = report();
    let found = verdicts(&report, "at least $8 billion", "over $8 billion");
    assert!(!found.is_empty() && found.iter().all(|it| it == "compatible"), "{found:?}");
}

#[test]
fn the_same_figures_agree() {
    let report = report();
    for (value, least) in
        [("$38 billion", 4), ("$6.6 billion", 1), ("since 2015", 1), ("up to $5 billion", 1)]
    {
        let found = verdicts(&report, value, value);
        assert!(found.len() >= least && found.iter().all(|it| it == "agreement"), "{value}: {found:?}");
    }
    let sale = item_of(&report, "unnamed-001", "$500 billion", "share sale");
    let files: Vec<&str> =
        sale["claims"].as_array().unwrap().iter().map(|it| it["file"].as_str().unwrap()).collect();
    assert!(files.iter().any(|it| it.contains("unnamed-000")), "{files:?}");
    assert_eq!(sale["verdict"], "agreement");
}

#[test]
fn tuesday_is_december_16() {
    let report = report();
    let understood = |file: &str, value: &str| {
        let found = items(&report)
            .into_iter()
            .flat_map(|item| item["claims"].as_array().unwrap())
            .find(|claim| claim["file"].as_str().unwrap().contains(file) && claim["value"] == value);
        found.unwrap()["understood"].as_str().unwrap().to_owned()
    };
    let day = understood("unnamed-001", "Tuesday");
    assert!(day.contains("2025-12-16"), "{day}");
    assert_eq!(day, understood("unnamed-002", "December 16"));
}

#[test]
fn the_valuation_of_the_sale_is_not_the_one_of_the_talks() {
    let report = report();
    let sale = item_of(&report, "unnamed-001", "$500 billion", "share sale");
    let talks = item_of(&report, "unnamed-002", "more than $500 billion", "valuation");
    let other = item_of(&report, "business-news-today", "north of $500 billion", "valuation");
    assert_ne!(sale["id"], talks["id"]);
    assert_eq!(talks["id"], other["id"], "the two that speak of the talks are one");
}

#[test]
fn trainium_is_compatible_with_amazons_ai_chips() {
    let report = report();
    let found = verdicts(&report, "Trainium", "Amazon's artificial intelligence chips");
    assert_eq!(found, ["compatible"]);
}

#[test]
fn investments_in_anthropic_and_in_openai_never_meet() {
    let report = report();
    for item in items(&report) {
        let labels: Vec<String> = item["claims"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| format!("{}: {}", it["subject"].as_str().unwrap(), it["attribute"].as_str().unwrap()))
            .filter(|label| label.contains("invest"))
            .collect();
        let of = |name: &str| labels.iter().any(|label| label.contains(name));
        let anthropic_only = labels.iter().any(|it| it.contains("Anthropic"));
        let openai_only = labels.iter().any(|it| it.contains("OpenAI") && !it.contains("Anthropic"));
        assert!(!(anthropic_only && openai_only), "{labels:?} {}", of("Anthropic"));
    }
}

#[test]
fn an_acquisition_is_no_investment() {
    let found = report();
    let found = verdicts(&found, "acquisition", "investment");
    assert!(found.len() > 1 && found.iter().all(|it| it == "tension"), "{found:?}");
}

#[test]
fn what_goes_into_ai_firms_and_into_one_of_them_is_compatible() {
    let report = report();
    let item = item_of(&report, "unnamed-003", "up to $10 billion", "ai firms");
    let anthropic = |it: &Value| it["attribute"].as_str().unwrap().contains("Anthropic");
    assert!(item["claims"].as_array().unwrap().iter().any(anthropic), "{item:#}");
    assert_eq!(item["verdict"], "compatible");
}

#[test]
fn thirteen_billion_and_over_thirteen_billion_are_compatible() {
    let report = report();
    let found = verdicts(&report, "$13 billion", "over $13 billion");
    assert!(!found.is_empty() && found.iter().all(|it| it == "compatible"), "{found:?}");
}
