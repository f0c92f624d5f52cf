//! Pairs of values as newspapers word them: `tests/pairs.tsv` says which verdicts are right, in both orders of the articles.

use crate::support::Desk;

struct Row<'a> {
    verdicts: Vec<&'a str>,
    subject: &'a str,
    attribute: &'a str,
    /// Each value, and the day of its article.
    values: [(&'a str, &'a str); 2],
}

fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let [_, verdicts, subject, attribute, a, b, day_a, day_b] =
            line.split('\t').collect::<Vec<_>>().try_into().expect(line);
        Row { verdicts: verdicts.split('|').collect(), subject, attribute, values: [(a, day_a), (b, day_b)] }
    })
}

fn article(outlet: &str, row: &Row<'_>, (value, day): (&str, &str)) -> String {
    let day = if day.is_empty() { "2025-11-19" } else { day };
    format!(
        "[article]\noutlet = \"{outlet}\"\npublished = {day}\n[[claim]]\nsubject = \"{}\"\nattribute = \"{}\"\nvalue = \"{value}\"\nitem = \"one\"\n",
        row.subject, row.attribute
    )
}

#[test]
fn every_pair_gets_a_verdict_that_is_right() {
    let table = include_str!("pairs.tsv");
    let mut files = Vec::new();
    for (at, row) in rows(table).enumerate() {
        for (order, [first, second]) in [("a", row.values), ("b", [row.values[1], row.values[0]])] {
            files.push((format!("claims/{at:03}{order}/1.toml"), article("A", &row, first)));
            files.push((format!("claims/{at:03}{order}/2.toml"), article("B", &row, second)));
        }
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let report = Desk::new(&files).run(&["--all", "--format", "json"]).json();
    let stories = report["stories"].as_array().unwrap();
    let mut wrong = Vec::new();
    for (at, row) in rows(table).enumerate() {
        for story in &stories[2 * at..2 * at + 2] {
            let item = &story["items"][0];
            let verdict = item["verdict"].as_str().unwrap();
            if !row.verdicts.contains(&verdict) {
                let reason = &item["comparisons"][0]["reason"];
                wrong.push(format!(
                    "{}: {:?}: {verdict} ({reason}), not {:?}",
                    story["name"], row.values, row.verdicts
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
