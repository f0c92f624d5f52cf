//! When a verdict accuses and when it doesn't: what moves, free texts, places, hedges; each rule in words of its own.

use crate::support::Desk;

/// What an article says of one fact, and on which day.
type Said<'a> = (&'a str, &'a str);

fn article(outlet: &str, attribute: &str, (day, value): Said<'_>) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\npublished = {day}\n[[claim]]\nsubject = \"it\"\nattribute = \"{attribute}\"\nvalue = {value}\nitem = \"one\"\n"
    )
}

/// Verdict and reason, the same in both orders of the files.
fn judged(attribute: &str, first: Said<'_>, second: Said<'_>) -> (String, String) {
    let of = |a: Said<'_>, b: Said<'_>| {
        let (a, b) = (article("A", attribute, a), article("B", attribute, b));
        let desk = Desk::new(&[("claims/s/a.toml", &a), ("claims/s/b.toml", &b)]);
        let item = desk.run(&["--format", "json"]).json()["stories"][0]["items"][0].clone();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        (text(&item["verdict"]), text(&item["comparisons"][0]["reason"]))
    };
    let (there, back) = (of(first, second), of(second, first));
    assert_eq!(there.0, back.0, "{attribute}: {first:?} / {second:?}");
    there
}

fn hold(cases: &[(&str, Said<'_>, Said<'_>, &str)]) {
    let mut wrong = Vec::new();
    for &(attribute, first, second, verdict) in cases {
        let (found, reason) = judged(attribute, first, second);
        if found != verdict {
            wrong.push(format!("{attribute}: {first:?} / {second:?}: {found} ({reason}), not {verdict}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const ONE: &str = "2025-11-18";
const LATER: &str = "2025-11-20";

#[test]
fn what_moves_develops_and_what_stays_contradicts() {
    hold(&[
        ("death toll", (ONE, "\"1,200\""), (LATER, "\"1,650\""), "development"),
        ("people missing", (ONE, "40"), (LATER, "12"), "development"),
        ("number rescued", (ONE, "85"), (LATER, "112"), "development"),
        ("households without electricity", (ONE, "300000"), (LATER, "45000"), "development"),
        ("share price", (ONE, "\"$41.20\""), (LATER, "\"$38.75\""), "development"),
        ("votes counted", (ONE, "\"61%\""), (LATER, "\"88%\""), "development"),
        ("area burned", (ONE, "\"12,000 acres\""), (LATER, "\"31,000 acres\""), "development"),
        ("rank in the league", (ONE, "\"third\""), (LATER, "\"fifth\""), "development"),
        ("condition of the pilot", (ONE, "\"injured\""), (LATER, "\"dead\""), "development"),
        ("condition of the pilot", (LATER, "\"injured\""), (ONE, "\"dead\""), "unclear"),
        ("number of dead", (ONE, "\"at least 3\""), (LATER, "\"at least 7\""), "development"),
        ("number of dead", (ONE, "\"more than 3,000\""), (LATER, "\"3,412\""), "compatible"),
        ("number of injured", (ONE, "19"), (ONE, "26"), "contradiction"),
        ("death toll of 1999", (ONE, "19"), (LATER, "26"), "contradiction"),
        ("price per share of the offer", (ONE, "\"$41.20\""), (LATER, "\"$38.75\""), "contradiction"),
        ("length", (ONE, "\"230 metres\""), (LATER, "\"260 metres\""), "contradiction"),
        ("year of opening", (ONE, "\"1977\""), (LATER, "\"1981\""), "contradiction"),
        ("name of the captain", (ONE, "\"Anna Lindqvist\""), (LATER, "\"Petra Nyman\""), "contradiction"),
    ]);
}

#[test]
fn a_development_is_told_from_the_oldest_to_the_newest() {
    let told = |first: Said<'_>, second: Said<'_>| judged("death toll", first, second).1;
    assert_eq!(told((ONE, "12"), (LATER, "14")), "it moved on: 12 on 18 November, 14 on 20 November");
    assert_eq!(told((LATER, "14"), (ONE, "12")), "it moved on: 12 on 18 November, 14 on 20 November");
    assert_eq!(told((ONE, "31"), (LATER, "29")), "revised down: 31 on 18 November, 29 on 20 November");
    let years = told(("2024-12-31", "12"), ("2025-01-02", "14"));
    assert_eq!(years, "it moved on: 12 on 31 December 2024, 14 on 2 January 2025");
    let length = judged("length", (ONE, "\"230 metres\""), (LATER, "\"260 metres\"")).1;
    assert_eq!(length, "no figure satisfies both");
}

#[test]
fn a_story_says_what_moves() {
    let a = article("A", "water depth", (ONE, "\"12 metres\""));
    let b = article("B", "water depth", (LATER, "\"14 metres\""));
    let verdict = |settings: &str| {
        let desk =
            Desk::new(&[("claims/s/story.toml", settings), ("claims/s/a.toml", &a), ("claims/s/b.toml", &b)]);
        let run = desk.run(&["--format", "json"]);
        (run.json()["stories"][0]["items"][0]["verdict"].clone(), run.err())
    };
    assert_eq!(verdict("").0, "contradiction");
    assert_eq!(verdict("[moves]\n\"water depth\" = true\n").0, "development");
    let (_, said) = verdict("[moves]\n\"water depth\" = \"yes\"\n");
    assert!(said.contains("takes true or false"), "{said}");

    let (a, b) = (article("A", "death toll", (ONE, "12")), article("B", "death toll", (LATER, "14")));
    let settings = "[moves]\n\"death toll\" = false\n";
    let desk =
        Desk::new(&[("claims/s/story.toml", settings), ("claims/s/a.toml", &a), ("claims/s/b.toml", &b)]);
    let item = desk.run(&["--format", "json"]).json()["stories"][0]["items"][0].clone();
    assert_eq!(item["verdict"], "contradiction");
}

#[test]
fn an_as_of_that_is_no_date_says_what_is_covered() {
    let of = |outlet: &str, as_of: &str, votes: &str| {
        article(outlet, "votes in favour", (ONE, votes))
            .replace("item =", &format!("as_of = \"{as_of}\"\nitem ="))
    };
    let (a, b) = (of("A", "after the first reading", "312"), of("B", "after the second reading", "298"));
    let desk = Desk::new(&[("claims/s/a.toml", &a), ("claims/s/b.toml", &b)]);
    let run = desk.run(&["--format", "json"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert!(run.err().contains("as-of-no-date"), "{}", run.err());
    let found = run.json()["stories"][0]["items"][0]["comparisons"][0].clone();
    let covers = "they cover different things: after the first reading / after the second reading";
    assert_eq!((&found["verdict"], &found["reason"]), (&"unclear".into(), &covers.into()));
}

#[test]
fn texts_contradict_only_where_one_denies_the_other_or_words_are_opposites() {
    hold(&[
        ("cause", (ONE, "\"a chemical spill\""), (ONE, "\"a fuel spill\""), "unclear"),
        ("model", (ONE, "\"Airbus A320\""), (ONE, "\"Airbus A330\""), "unclear"),
        ("plea", (ONE, "\"guilty of fraud\""), (ONE, "\"guilty of perjury\""), "unclear"),
        ("injuries", (ONE, "\"slight burns\""), (ONE, "\"severe burns\""), "unclear"),
        ("cause", (ONE, "\"an oil spill\""), (ONE, "\"a spill of oil\""), "agreement"),
        ("reason for landing", (ONE, "\"smoke in the cabin\""), (ONE, "\"cabin smoke\""), "agreement"),
        (
            "what happened",
            (ONE, "\"Armenia shelled Azerbaijan\""),
            (ONE, "\"Azerbaijan shelled Armenia\""),
            "unclear",
        ),
        (
            "status",
            (ONE, "\"not scheduled yet\""),
            (ONE, "\"to be scheduled at a later hearing\""),
            "unclear",
        ),
        (
            "reason for the end",
            (ONE, "\"not enough support from shareholders\""),
            (ONE, "\"the regulator would block it\""),
            "unclear",
        ),
        (
            "part in the affair",
            (ONE, "\"knew of the payments\""),
            (ONE, "\"did not know of the payments\""),
            "contradiction",
        ),
        ("state of the bridge", (ONE, "\"open\""), (ONE, "\"closed\""), "contradiction"),
        ("weather", (ONE, "\"rain in the north\""), (ONE, "\"snow in the south\""), "unclear"),
        ("cause", (ONE, "\"heavy rain\""), (ONE, "\"heavy rain after a dry summer\""), "compatible"),
        (
            "reasons",
            (ONE, "[\"falling sales\", \"a costly merger\"]"),
            (ONE, "[\"weaker demand\", \"automation\"]"),
            "compatible",
        ),
        (
            "seized",
            (ONE, "[\"computers\", \"phones\", \"cash\"]"),
            (ONE, "[\"computers\", \"phones\"]"),
            "compatible",
        ),
    ]);
}

#[test]
fn names_that_may_lie_in_one_another_or_share_an_acronym_do_not_contradict() {
    hold(&[
        ("winner", (ONE, "\"Maria Ressa\""), (ONE, "\"Dmitry Muratov\""), "contradiction"),
        ("place where it began", (ONE, "\"Paradise\""), (ONE, "\"Butte County\""), "unclear"),
        ("epicentre", (ONE, "\"Elazig Province\""), (ONE, "\"Sivrice\""), "unclear"),
        ("destination", (ONE, "\"Piraeus, Greece\""), (ONE, "\"Greece\""), "compatible"),
        (
            "called by",
            (ONE, "\"Transport and Services Union (TSU)\""),
            (ONE, "\"the Union of Transport Workers (TSU)\""),
            "compatible",
        ),
    ]);
    let article = |outlet: &str, subject: &str, attribute: &str, value: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\nitem = \"one\"\n"
        )
    };
    let a = article("A", "Halden Foods", "chief executive", "Ada Winter");
    let b = article("B", "Ada Winter", "post", "chief executive of Halden Foods");
    let desk = Desk::new(&[("claims/s/a.toml", &a), ("claims/s/b.toml", &b)]);
    let item = desk.run(&["--format", "json"]).json()["stories"][0]["items"][0].clone();
    assert_eq!(item["verdict"], "agreement", "{item}");
}

#[test]
fn a_hedge_alone_is_no_tension() {
    hold(&[
        ("price", (ONE, "\"$61 billion\""), (ONE, "\"over $61 billion\""), "compatible"),
        ("share in favour", (ONE, "\"half\""), (ONE, "\"nearly half\""), "compatible"),
        ("size of the crowd", (ONE, "\"4,000\""), (ONE, "\"up to 4,000\""), "compatible"),
        (
            "value of the stake",
            (ONE, "\"about $8 billion\""),
            (ONE, "\"could exceed $8 billion\""),
            "tension",
        ),
    ]);
}

/// A cell of the page: a value, and the day of its article where it says so.
fn said(cell: &str) -> (&str, &str) {
    cell.strip_suffix(')').and_then(|it| it.split_once(" (on ")).unwrap_or((cell, ONE))
}

#[test]
fn the_examples_of_the_page_have_the_verdicts_it_says() {
    let page = std::fs::read_to_string("docs/report.md").unwrap();
    let rows = page.lines().skip_while(|line| !line.starts_with("| asked |")).skip(2);
    let rows: Vec<&str> = rows.take_while(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 15, "{rows:?}");
    let mut wrong = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let ((first, day), (second, later)) = (said(cells[2]), said(cells[3]));
        let (first, second) = (format!("\"{first}\""), format!("\"{second}\""));
        let (found, reason) = judged(cells[1], (day, &first), (later, &second));
        if format!("`{found}`") != cells[4] {
            wrong.push(format!("{row}: {found} ({reason})"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_article_that_quotes_two_sources_does_not_contradict_itself() {
    let article = |first: &str, second: &str| {
        let claim = |value: &str, credit: &str| {
            format!(
                "[[claim]]\nsubject = \"the tanker\"\nattribute = \"length\"\nvalue = \"{value}\"\naccording_to = \"{credit}\"\nitem = \"one\"\n"
            )
        };
        format!("[article]\noutlet = \"A\"\n{}{}", claim("230 metres", first), claim("260 metres", second))
    };
    let verdict = |first: &str, second: &str| {
        let desk = Desk::new(&[("claims/s/a.toml", &article(first, second))]);
        let item = desk.run(&["--all", "--format", "json"]).json()["stories"][0]["items"][0].clone();
        item["comparisons"][0]["verdict"].clone()
    };
    assert_eq!(verdict("the owner", "the port"), "unclear");
    assert_eq!(verdict("the port", "the port"), "contradiction");
}

#[test]
fn a_weekday_alone_is_that_of_any_week_near_by() {
    hold(&[
        (
            "date of the hearing",
            ("2025-11-18", "\"Wednesday\""),
            ("2025-11-17", "\"November 19\""),
            "compatible",
        ),
        (
            "date of the hearing",
            ("2025-11-18", "\"Wednesday\""),
            ("2025-11-17", "\"November 21\""),
            "contradiction",
        ),
        (
            "date of the hearing",
            ("2025-11-18", "\"Wednesday\""),
            ("2025-11-17", "\"June 18, 2025\""),
            "contradiction",
        ),
    ]);
}

#[test]
fn a_rate_may_stand_in_the_label_and_a_value_that_denies_is_not_denied_once_more() {
    hold(&[("price per share", (ONE, "\"67p a share\""), (ONE, "\"67p\""), "agreement")]);
    let denied = |value: &str| {
        let of = |outlet: &str, more: &str| {
            article(outlet, "fault of the crew", (ONE, value)).replace("item =", &format!("{more}item ="))
        };
        let desk = Desk::new(&[
            ("claims/s/a.toml", &of("A", "certainty = \"denied\"\n")),
            ("claims/s/b.toml", &of("B", "")),
        ]);
        desk.run(&["--format", "json"]).json()["stories"][0]["items"][0]["verdict"].clone()
    };
    assert_eq!(denied("false"), "agreement");
    assert_eq!(denied("true"), "contradiction");
}

#[test]
fn a_whole_and_what_is_left_of_it_neither_agree_nor_contradict() {
    let found = |attribute: &str, other: &str, figure: &str| {
        let (a, b) = (article("A", attribute, (ONE, "\"about 900\"")), article("B", other, (ONE, figure)));
        let desk = Desk::new(&[("claims/s/a.toml", &a), ("claims/s/b.toml", &b)]);
        desk.run(&["--format", "json"]).json()["stories"][0]["items"][0]["verdict"].clone()
    };
    assert_eq!(found("staff", "staff left after the closure", "\"about 900\""), "unclear");
    assert_eq!(found("staff", "remaining staff", "\"about 400\""), "unclear");
    assert_eq!(found("remaining staff", "staff who remain", "\"about 900\""), "agreement");
    assert_eq!(found("staff", "staff employed", "\"about 400\""), "contradiction");
}

#[test]
fn words_that_were_not_understood_weaken_a_verdict_that_they_could_change() {
    hold(&[
        ("price rise", (ONE, "\"3.1%, excluding food\""), (ONE, "\"3.1%\""), "unclear"),
        ("price rise in May", (ONE, "\"3.1%, excluding food\""), (ONE, "\"6%\""), "unclear"),
        ("length", (ONE, "\"91 m, before the refit\""), (ONE, "\"97 m\""), "unclear"),
        ("length", (ONE, "\"91 m, mostly of steel\""), (ONE, "\"97 m\""), "contradiction"),
        ("length", (ONE, "\"91 m, mostly of steel\""), (ONE, "\"91 m\""), "compatible"),
        (
            "length",
            (ONE, "\"91 m, mostly of steel\""),
            (ONE, "\"91 m (bow thrusters left aside)\""),
            "unclear",
        ),
        ("length", (ONE, "\"91 m, mostly of steel\""), (ONE, "\"91 m, mostly of steel\""), "agreement"),
        ("length", (ONE, "\"91 m, the owner said\""), (ONE, "\"91 m\""), "agreement"),
    ]);
}

#[test]
fn clocks_weekdays_and_points_explain_what_looks_like_a_difference() {
    hold(&[
        ("time of the landing", (ONE, "\"4:41 p.m.\""), (ONE, "\"4:42 p.m.\""), "tension"),
        ("time of the landing", (ONE, "\"4:41 p.m.\""), (ONE, "\"4:52 p.m.\""), "contradiction"),
        (
            "planned reopening",
            (ONE, "\"Friday, 7 a.m.\""),
            (ONE, "\"07:00 on Friday, November 21\""),
            "agreement",
        ),
        (
            "planned reopening",
            (ONE, "\"Friday, 7 a.m.\""),
            (ONE, "\"07:00 on Sunday, November 23\""),
            "contradiction",
        ),
        (
            "visitors a year",
            (ONE, "\"between 12.000 and 15.000\""),
            (ONE, "\"12,000 to 15,000\""),
            "agreement",
        ),
        ("visitors a year", (ONE, "\"12.000\""), (ONE, "\"17,000\""), "contradiction"),
    ]);
}

#[test]
fn figures_that_tell_which_came_first_develop() {
    let of = |outlet: &str, attribute: &str, value: &str| article(outlet, attribute, (ONE, value));
    let verdict = |mine: (&str, &str), yours: (&str, &str)| {
        let desk = Desk::new(&[
            ("claims/s/a.toml", &of("A", mine.0, mine.1)),
            ("claims/s/b.toml", &of("B", yours.0, yours.1)),
        ]);
        desk.run(&["--format", "json"]).json()["stories"][0]["items"][0]["verdict"].clone()
    };
    assert_eq!(
        verdict(("number of injured", "19"), ("number of injured the army gave earlier", "8")),
        "development"
    );
    assert_eq!(verdict(("number of injured", "19"), ("number of injured in the army", "8")), "contradiction");
    assert_eq!(
        verdict(
            ("length of the siege", "\"several hours\""),
            ("time since the siege began", "\"more than a day\"")
        ),
        "unclear"
    );
}

#[test]
fn a_multiple_is_so_many_percent_more_than_what_both_name() {
    let asked = "speed vs the old engine";
    hold(&[
        (asked, (ONE, "\"1.5 times faster\""), (ONE, "\"50% faster\""), "agreement"),
        (asked, (ONE, "\"1.2x faster\""), (ONE, "\"50%\""), "contradiction"),
        ("speed", (ONE, "\"1.5 times faster\""), (ONE, "\"50%\""), "unclear"),
        (asked, (ONE, "\"threefold\""), (ONE, "\"3x\""), "agreement"),
    ]);
}

#[test]
fn who_it_was_contradicts_only_where_both_name_somebody_for_the_same() {
    hold(&[
        ("who was held", (ONE, "\"Petra Nyman\""), (ONE, "\"an unnamed driver\""), "compatible"),
        ("who ordered it", (ONE, "\"the harbour commission\""), (ONE, "\"NTSB\""), "contradiction"),
        ("who ordered it", (ONE, "\"the federal government\""), (ONE, "\"NTSB\""), "unclear"),
        ("called by", (ONE, "\"Transport and Services Union (TSU)\""), (ONE, "\"TSU\""), "agreement"),
        ("who decides next", (ONE, "\"the upper house\""), (ONE, "\"the president\""), "unclear"),
    ]);
}

#[test]
fn a_conflict_over_what_has_moved_on_tells_the_latest_too() {
    let mut early = article("A", "death toll", ("2025-11-18", "\"8,547\""));
    early.push_str(
        "[[claim]]\nsubject = \"it\"\nattribute = \"death toll\"\nvalue = \"8,574\"\nitem = \"one\"\n",
    );
    let between = article("B", "death toll", ("2025-11-19", "\"9,057\""));
    let late = article("C", "death toll", ("2025-11-24", "\"over 35,000\""));
    let desk =
        Desk::new(&[("claims/s/a.toml", &early), ("claims/s/b.toml", &between), ("claims/s/c.toml", &late)]);
    let brief = desk.run(&["--format", "brief"]).out();
    assert!(brief.contains("says both “8,547”"), "{brief}");
    assert!(brief.contains("latest “over 35,000” (C, 24 Nov)"), "{brief}");
}

/// Whether the second claim of two articles, after one in common, stands in one item, and the verdict on it.
fn of_two(first: [&str; 3], second: [&str; 3]) -> Option<String> {
    let claim = |[subject, attribute, value]: [&str; 3]| {
        format!("\n[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\n")
    };
    let file = |outlet: &str, other: &str, told| {
        let other = claim(["county fair", "entry fee", other]);
        format!("[article]\noutlet = \"{outlet}\"\npublished = 2025-11-18\n{other}{}", claim(told))
    };
    let (a, b) = (file("A", "$12", first), file("B", "$12", second));
    let desk = Desk::new(&[("claims/s/a.toml", &a), ("claims/s/b.toml", &b)]);
    let report = desk.run(&["--all", "--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap();
    let is_told =
        |it: &&serde_json::Value| it["claims"].as_array().unwrap().iter().all(|it| it["number"] == 2);
    let both = items.iter().filter(is_told).find(|it| it["claims"].as_array().unwrap().len() == 2)?;
    Some(both["verdict"].as_str().unwrap().to_owned())
}

#[test]
fn who_did_one_thing_is_one_fact_however_it_is_asked() {
    let contradicts = Some("contradiction".to_owned());
    let agency = ["Orrin Bridge", "agency that shut down the bridge", "Harbour Authority"];
    assert_eq!(
        of_two(["Orrin Bridge", "closed by", "Greta Olsen"], ["Orrin Bridge", "who shut it", "Nils Aune"]),
        contradicts
    );
    assert_eq!(
        of_two(
            ["Orrin Bridge", "person who closed it", "Greta Olsen"],
            ["Orrin Bridge", "closed by", "Nils Aune"]
        ),
        contradicts
    );
    // Who took it over did something else.
    assert_eq!(
        of_two(
            ["Orrin Bridge", "who repainted it", "Greta Olsen"],
            ["Orrin Bridge", "closed by", "Nils Aune"]
        ),
        None
    );
    assert_eq!(of_two(agency, ["Orrin Bridge", "who designed it", "Greta Olsen"]), None);
    // Who had it done may be somebody else than who did it.
    assert_eq!(
        of_two(
            ["attack on Brova", "ordered by", "Greta Olsen"],
            ["attack on Brova", "who carried it out", "Nils Aune"]
        ),
        Some("unclear".to_owned())
    );
}

#[test]
fn a_first_bid_is_not_the_raised_one() {
    let first = ["Brandt's first offer for Ostfelt", "total amount", "£700m"];
    assert_eq!(of_two(first, ["Brandt's raised offer for Ostfelt", "value", "£760m"]), None);
    assert_eq!(
        of_two(first, ["Brandt's initial offer for Ostfelt", "value", "£760m"]),
        Some("contradiction".to_owned())
    );
}

#[test]
fn a_denial_of_more_than_the_other_says_is_no_denial_of_it() {
    hold(&[
        (
            "what the divers saw",
            (ONE, "\"sharks were seen\""),
            (ONE, "\"sharks were not seen\""),
            "contradiction",
        ),
        ("noise in the water", (ONE, "\"was heard\""), (ONE, "\"heard no collapse of the hull\""), "unclear"),
    ]);
}
