//! Laws of comparison, over all phrases of the tables of spellings.

use std::fmt::Write;

use crate::support::Desk;

/// The phrases of every table, each once, in an order that mixes the kinds.
fn phrases() -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for entry in std::fs::read_dir("tests/values").unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let rows = text.lines().filter(|line| !line.starts_with('#') && line.contains('\t'));
        found.extend(rows.filter_map(|line| line.split('\t').next()).map(str::to_owned));
    }
    found.sort();
    found.dedup();
    // A fixed shuffle: the same on every machine.
    found.sort_by_key(|phrase| {
        phrase.bytes().fold(7_u64, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into()))
    });
    found
}

/// An article with one pinned claim for each phrase.
fn article(outlet: &str, phrases: &[String]) -> String {
    let mut text = format!("[article]\noutlet = \"{outlet}\"\npublished = 2025-12-17\n");
    for (at, phrase) in phrases.iter().enumerate() {
        let value = serde_json::to_string(phrase).unwrap();
        write!(
            text,
            "\n[[claim]]\nsubject = \"thing {at}\"\nattribute = \"property\"\nvalue = {value}\nitem = \"{at}\"\n"
        )
        .unwrap();
    }
    text
}

/// For each pair of phrases, how they stand to each other.
fn verdicts(first: &[String], second: &[String]) -> Vec<(String, String)> {
    let desk =
        Desk::new(&[("claims/s/a.toml", &article("A", first)), ("claims/s/b.toml", &article("B", second))]);
    let report = desk.run(&["--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap();
    let mut found: Vec<(u64, String, String)> = items
        .iter()
        .filter(|item| item["claims"].as_array().unwrap().len() == 2)
        .map(|item| {
            let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
            let comparison = &item["comparisons"][0];
            (
                item["claims"][0]["number"].as_u64().unwrap(),
                text(&comparison["verdict"]),
                text(&comparison["reason"]),
            )
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, verdict, reason)| (verdict, reason)).collect()
}

#[test]
fn comparison_is_symmetric() {
    let first = phrases();
    let mut second = first.clone();
    second.rotate_left(1);
    let there = verdicts(&first, &second);
    let back = verdicts(&second, &first);
    assert!(there.len() > 1000, "{}", there.len());
    for (at, (mine, yours)) in there.iter().zip(&back).enumerate() {
        assert_eq!(mine.0, yours.0, "pair {at}: {} / {}", mine.1, yours.1);
    }
    assert!(there.iter().any(|(verdict, _)| verdict == "contradiction"));
}

/// Words for a change, a result or a place, each beside its opposite; `{}` is the figure.
const OPPOSITES: &[(&str, &str)] = &[
    ("up {}%", "down {}%"),
    ("rose by {}%", "a {}% drop"),
    ("a {}% increase", "{}% lower"),
    ("gained {}%", "slid {}%"),
    ("rose to {}%", "fell to {}%"),
    ("{} more seats", "{} fewer seats"),
    ("gained {} seats", "lost {} seats"),
    ("a profit of ${} million", "a loss of ${} million"),
    ("a surplus of ${} million", "a ${} million shortfall"),
    ("an inflow of ${} million", "an outflow of ${} million"),
    ("{} metres above normal", "{} metres below normal"),
    ("{} km north of the town", "{} km south of the town"),
    ("{} km east of the town", "{} km to the west of the town"),
    ("{} hours early", "{} hours late"),
    ("{} minutes ahead of schedule", "{} minutes behind schedule"),
    ("{} votes for", "{} votes against"),
    ("+{}%", "-{}%"),
];

#[test]
fn opposite_directions_never_agree() {
    let figures = &["1", "2", "5", "about 7", "at least 12", "3.5", "40"];
    let pairs = OPPOSITES.iter().flat_map(|pair| {
        figures.iter().flat_map(move |one| figures.iter().map(move |other| (*pair, *one, *other)))
    });
    // A hedge stands behind no sign.
    let pairs = pairs.filter(|((one, _), a, b)| {
        !one.starts_with('+') || [a, b].iter().all(|it| it.starts_with(|c: char| c.is_ascii_digit()))
    });
    let (first, second): (Vec<String>, Vec<String>) =
        pairs.map(|((one, other), a, b)| (one.replace("{}", a), other.replace("{}", b))).unzip();
    let found = verdicts(&first, &second);
    assert_eq!(found.len(), first.len());
    for (at, (verdict, reason)) in found.iter().enumerate() {
        assert!(
            verdict != "agreement" && verdict != "compatible",
            "{} / {}: {verdict}, {reason}",
            first[at],
            second[at]
        );
    }
}

#[test]
fn the_order_of_parts_changes_nothing() {
    let parts = ["12 dead", "30 hurt", "four rescued"];
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    let all: Vec<String> = orders.iter().map(|order| order.map(|at| parts[at]).join(", ")).collect();
    for shift in 0..all.len() {
        let mut others = all.clone();
        others.rotate_left(shift);
        for (verdict, reason) in verdicts(&all, &others) {
            assert_eq!(verdict, "agreement", "{reason}");
        }
    }
    let ages = vec!["8, 12 and 13".to_owned(), "13, 8 and 12".to_owned()];
    let others = vec!["12, 13 and 8".to_owned(), "12, 13 and 9".to_owned()];
    let found = verdicts(&ages, &others);
    assert_eq!((found[0].0.as_str(), found[1].0 == "agreement"), ("agreement", false));
}

#[test]
fn a_value_agrees_with_itself() {
    let all: Vec<String> =
        phrases().into_iter().filter(|phrase| !gainsay::value::is_no_claim(phrase)).collect();
    let found = verdicts(&all, &all);
    assert_eq!(found.len(), all.len());
    let wrong: Vec<_> = found.iter().zip(&all).filter(|((verdict, _), _)| verdict != "agreement").collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
