//! Conflicts in the order of a desk: what is new, then lives, money, names and dates; the same in every format that people read.

use crate::support::Desk;

/// What each fact is called in every format, in the order that a desk wants.
const FACTS: [(&str, &str, [&str; 2]); 5] = [
    ("death toll of the fire", "Karsten mill", ["7", "11"]),
    ("cost of rebuilding", "Karsten mill", ["$4 million", "$9 million"]),
    ("name of the foreman", "Karsten mill", ["Odd Berg", "Liv Aas"]),
    ("date of the inspection", "Karsten mill", ["3 March 2025", "9 April 2025"]),
    ("height of the chimney", "Karsten mill", ["40 metres", "55 metres"]),
];

/// Formats in which facts stand in one list, and what names a fact there.
const FORMATS: [&str; 5] = ["table", "brief", "html", "markdown", "json"];

fn desk() -> Desk {
    let article = |side: usize| {
        // The least grave is written first.
        let claims = FACTS.iter().rev().map(|(attribute, subject, values)| {
            let value = values[side];
            format!(
                "\n[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\n"
            )
        });
        let outlet = ["A Times", "B Post"][side];
        format!("[article]\noutlet = \"{outlet}\"\npublished = 2025-11-18\n{}", claims.collect::<String>())
    };
    Desk::new(&[("claims/mill/a.toml", &article(0)), ("claims/mill/b.toml", &article(1))])
}

/// The places at which the facts are first named; the last of all for one that is left out, as an accepted one may be.
fn places(desk: &Desk, format: &str) -> Vec<usize> {
    let out = desk.run(&["check", "--format", format, "--width", "200"]).out();
    let first = |attribute: &str| out.find(attribute).unwrap_or(usize::MAX);
    FACTS.iter().map(|it| first(it.0)).collect()
}

#[test]
fn lives_come_before_money_names_dates_and_the_rest() {
    let desk = desk();
    for format in FORMATS {
        let found = places(&desk, format);
        assert!(found.is_sorted() && !found.contains(&usize::MAX), "{format}: {found:?}");
    }
}

#[test]
fn what_is_new_comes_before_what_is_graver_and_accepted() {
    let desk = desk();
    let report = desk.run(&["check", "--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap();
    let ids: Vec<&str> = items.iter().map(|it| it["comparisons"][0]["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), FACTS.len());
    for (graver, id) in ids.iter().enumerate().take(FACTS.len() - 1) {
        let accepted = desk.run(&["accept", id, "--reason", "asked"]);
        assert_eq!(accepted.status(), 0, "{}", accepted.err());
        for format in FORMATS.into_iter().filter(|it| *it != "json") {
            let found = places(&desk, format);
            let (known, new) = found.split_at(graver + 1);
            assert!(new.is_sorted() && !new.contains(&usize::MAX), "{format}: {found:?}");
            assert!(new.iter().all(|it| known.iter().all(|known| it < known)), "{format}: {found:?}");
        }
    }
}
