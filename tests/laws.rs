//! Laws of comparison, over all phrases of the tables of spellings.
#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod support;

use std::fmt::Write;

use support::Desk;

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

#[test]
fn a_value_agrees_with_itself() {
    let all = phrases();
    let found = verdicts(&all, &all);
    assert_eq!(found.len(), all.len().min(found.len()));
    let wrong: Vec<_> = found.iter().zip(&all).filter(|((verdict, _), _)| verdict != "agreement").collect();
    // A weekday or an hour that nothing dates can't be compared, not even with itself.
    for ((verdict, reason), phrase) in &wrong {
        assert_eq!(verdict, "unclear", "{phrase}: {reason}");
    }
    assert!(wrong.len() * 50 < all.len(), "{} of {} can't be compared: {wrong:?}", wrong.len(), all.len());
}
