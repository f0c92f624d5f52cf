//! `gainsay evaluate`: the figures, what a wrong gold.json says, what the exit status says, what weights come out.

use crate::support::Desk;
use serde_json::Value;

fn article(outlet: &str, claims: &[(&str, &str, &str)]) -> String {
    let claims = claims.iter().map(|(subject, attribute, value)| {
        format!("\n[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\n")
    });
    format!("[article]\noutlet = \"{outlet}\"\n{}", claims.collect::<String>())
}

const GOLD: &str = r#"{
  "items": [
    {"label": "length", "claims": ["a#1", "b#1"]},
    {"label": "crew", "claims": ["a#2", "b#2"]},
    {"label": "opening", "claims": ["b#3", "a#3"]}
  ],
  "verdicts": [
    {"a": "a#1", "b": "b#1", "verdict": "contradiction"},
    {"a": "b#2", "b": "a#2", "verdict": "agreement"},
    {"a": "a#3", "b": "b#3", "verdict": "contradiction"}
  ],
  "disputed": []
}
"#;

/// One annotated story. By its annotations, the third article speaks of another ship (a false alignment, and a false
/// contradiction), and harbour and pier are one (missed, since the labels share no word).
fn desk(gold: &str) -> Desk {
    let ship = ("the ship", "length");
    let a = article(
        "A",
        &[
            (ship.0, ship.1, "300 feet"),
            (ship.0, "number of crew", "22"),
            ("harbour", "year of opening", "1977"),
        ],
    );
    let b = article(
        "B",
        &[(ship.0, ship.1, "350 feet"), (ship.0, "number of crew", "22"), ("pier", "inaugurated", "1981")],
    );
    let c = article("C", &[(ship.0, ship.1, "300 feet")]);
    Desk::new(&[
        ("gold/port/a.toml", &a),
        ("gold/port/b.toml", &b),
        ("gold/port/c.toml", &c),
        ("gold/port/gold.json", gold),
    ])
}

fn figures(scores: &Value) -> [f64; 4] {
    ["precision", "recall", "f1", "pairs"].map(|key| scores[key].as_f64().unwrap())
}

#[test]
#[expect(clippy::float_cmp, reason = "figures are rounded to four decimals, and are those or they are not")]
fn the_figures_are_those_counted_by_hand() {
    let run = desk(GOLD).run(&["evaluate", "gold", "--format", "json"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let report = run.json();
    // Found: the three lengths among each other, and the crews. Annotated: lengths of A and B, crews, openings.
    for scores in [&report, &report["stories"][0]] {
        assert_eq!(figures(&scores["alignment"]), [0.5, 0.6667, 0.5714, 3.0]);
        assert_eq!(figures(&scores["contradiction"]), [0.5, 0.5, 0.5, 2.0]);
        assert_eq!(figures(&scores["lenient"]), [0.5, 0.5, 0.5, 2.0]);
    }
    let cell = |gold: Option<&str>, found: Option<&str>| {
        let cells = report["confusion"].as_array().unwrap().iter();
        let found = cells.filter(|it| it["gold"].as_str() == gold && it["found"].as_str() == found);
        found.map(|it| it["pairs"].as_u64().unwrap()).sum::<u64>()
    };
    assert_eq!(cell(Some("contradiction"), Some("contradiction")), 1);
    assert_eq!(cell(Some("contradiction"), None), 1);
    assert_eq!(cell(Some("agreement"), Some("agreement")), 1);
    assert_eq!(cell(None, Some("contradiction")), 1);
    assert_eq!(cell(None, Some("agreement")), 1);
    assert_eq!(report["confusion"].as_array().unwrap().len(), 5);
    assert!(report["stories"][0].get("errors").is_none(), "only where they are asked for");
}

#[test]
fn disputed_pairs_are_left_out_of_every_count() {
    let gold =
        GOLD.replace("\"disputed\": []", r#""disputed": [["c#1", "a#1"], ["b#1", "c#1"], ["a#3", "b#3"]]"#);
    let report = desk(&gold).run(&["evaluate", "gold", "--format", "json"]).json();
    for name in ["alignment", "contradiction", "lenient"] {
        assert_eq!(report[name]["f1"], 1.0, "{name}");
    }
    assert_eq!(report["alignment"]["pairs"], 2);
}

#[test]
fn the_table_shows_two_decimals_and_errors_their_places() {
    let desk = desk(GOLD);
    let out = desk.run(&["evaluate", "gold"]).out();
    let all = out.lines().find(|line| line.starts_with("all ")).unwrap();
    assert_eq!(
        all.split_whitespace().collect::<Vec<_>>().join(" "),
        "all 0.50 / 0.67 / 0.57 0.50 / 0.50 / 0.50 0.50 / 0.50 / 0.50"
    );
    assert!(!out.contains("missed"), "{out}");
    let out = desk.run(&["evaluate", "gold", "--errors"]).out();
    let lines: Vec<&str> = out.lines().map(str::trim).collect();
    let at =
        lines.iter().position(|it| *it == "missed alignment (annotated contradiction, found apart)").unwrap();
    assert_eq!(lines[at + 1], "gold/port/a.toml:17  harbour | year of opening = 1977");
    assert_eq!(lines[at + 2], "gold/port/b.toml:17  pier | inaugurated = 1981");
    let count = |what: &str| lines.iter().filter(|it| it.starts_with(what)).count();
    assert_eq!(count("false alignment"), 2);
    assert_eq!(count("missed contradiction"), 1);
    assert_eq!(count("false contradiction"), 1);
}

#[test]
fn least_figures_are_held() {
    let desk = desk(GOLD);
    let status = |args: &[&str]| desk.run(&[&["evaluate", "gold"], args].concat()).status();
    for format in ["text", "json"] {
        assert_eq!(
            status(&["--format", format, "--min-alignment", "0.57", "--min-contradictions", "0.5"]),
            0
        );
        assert_eq!(status(&["--format", format, "--min-alignment", "0.58"]), 1);
        assert_eq!(status(&["--format", format, "--min-contradictions", "0.51"]), 1);
    }
    assert_eq!(status(&["--min-alignment", "80"]), 2);
    assert_eq!(status(&["--weights", "--min-alignment", "0.5"]), 2);
    let run = desk.run(&["evaluate", "gold", "--min-alignment", "0.58"]);
    assert!(run.err().contains("F1 of alignment is 0.5714, below 0.58"), "{}", run.err());
}

#[test]
fn all_that_is_wrong_with_a_gold_file_is_said_at_its_place() {
    let gold = r#"{
  "items": [
    {"label": "length", "claims": ["a#1", "b#1", "b#9"]},
    {"label": "crew", "claims": ["a#2", "a#1", "d#1", 7]},
    {"label": "no claims"}
  ],
  "verdicts": [
    {"a": "a#1", "b": "b#1", "verdict": "agrement"},
    {"a": "a#1", "b": "x", "verdict": "tension"},
    {"a": "a#1", "b": "b#1", "verdict": "tension"},
    {"a": "b#1", "b": "a#1", "verdict": "agreement"},
    {"a": "a#2", "b": "b#1", "verdict": "agreement"}
  ],
  "disputed": [["a#1"], ["a#1", "a#1"], ["é#1", "a#1"]]
}
"#;
    let run = desk(gold).run(&["evaluate", "gold", "--width", "200"]);
    assert_eq!((run.status(), run.out().as_str()), (2, ""), "figures from half a gold would be no figures");
    let err = run.err();
    for (place, message) in [
        ("3:50", "there is no claim \"b#9\""),
        ("4:41", "the claim \"a#1\" is in another item above, too"),
        ("4:48", "there is no claim \"d#1\""),
        ("4:55", "invalid type: integer `7`, expected a string"),
        ("5:5", "missing field `claims`"),
        ("8:41", "there is no verdict \"agrement\""),
        ("9:23", "there is no claim \"x\""),
        ("11:5", "the pair has another verdict above"),
        ("12:5", "a verdict on claims that are not in one item"),
        ("14:16", "invalid length 1"),
        ("14:25", "a pair of a claim and itself"),
        ("14:42", "there is no claim \"é#1\""),
    ] {
        let place = format!("gold/port/gold.json:{place}\n");
        let (before, _) = err.split_once(&place).unwrap_or_else(|| panic!("nothing at {place}:\n{err}"));
        let title = before.lines().rev().find(|line| line.contains(": ")).unwrap();
        assert!(title.contains(message), "{place} {message}: {title}");
    }
    let said = |what: &str| err.lines().filter(|line| line.contains(what)).count();
    assert_eq!(said("help: "), 12, "each has a hint:\n{err}");
    assert!(err.contains("the claims of b.toml are 1 to 3"), "{err}");
    assert!(err.contains("there is no claim file d.toml"), "{err}");
}

#[test]
fn what_is_no_json_is_said_where_it_breaks() {
    for (gold, place, message) in [
        ("{\n  \"items\": [],\n  \"verdicts\": [},\n}\n", "3:16", "expected value"),
        ("{\n  \"items\": [\"é", "2:", "EOF while parsing"),
        ("", "1:1", "EOF while parsing"),
        ("[]", "1:1", "invalid length 0"),
        ("{\"items\": []}", "1:1", "missing field `verdicts`"),
    ] {
        let run = desk(gold).run(&["evaluate", "gold"]);
        assert_eq!(run.status(), 2, "{gold:?}");
        let err = run.err();
        assert!(
            err.contains(&format!("gold/port/gold.json:{place}")) && err.contains(message),
            "{gold:?}\n{err}"
        );
        assert!(err.contains("help: "), "{gold:?}\n{err}");
    }
}

#[test]
fn a_wrong_claim_file_spoils_the_figures_and_nothing_annotated_is_status_3() {
    let desk = desk(GOLD);
    desk.write("gold/port/d.toml", b"[article]\noutlet = 7\n");
    let run = desk.run(&["evaluate", "gold"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("gold/port/d.toml:2:"), "{}", run.err());
    desk.write("claims/port/a.toml", b"[article]\noutlet = \"A\"\n");
    let run = desk.run(&["evaluate", "claims"]);
    assert_eq!(run.status(), 3);
    assert!(run.err().contains("no gold.json") && run.err().contains("hint: "), "{}", run.err());
    assert_eq!(desk.run(&["evaluate", "nowhere"]).status(), 2);
    assert_eq!(desk.run(&["evaluate"]).status(), 2);
}

#[test]
fn one_story_folder_may_be_named_itself_and_order_makes_no_difference() {
    let desk = desk(GOLD);
    let figures = |folder: &str| {
        let mut report = desk.run(&["evaluate", folder, "--format", "json"]).json();
        report["stories"].take()
    };
    assert_eq!(figures("gold"), figures("gold/port"));
    assert_eq!(figures("gold"), figures("./gold/"));
    for (folder, path) in [("gold", "."), ("gold/port", "."), ("gold/port", "..")] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.args(["evaluate", path, "--format", "json"]).current_dir(desk.path().join(folder));
        let report: Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
        assert_eq!(report["stories"], figures("gold"), "{path} in {folder}");
    }
    let first = desk.run(&["evaluate", "gold", "--errors"]).out();
    let crew = "{\"label\": \"crew\", \"claims\": [\"a#2\", \"b#2\"]},\n";
    let moved = GOLD.replace(crew, "").replace("\"items\": [", &format!("\"items\": [\n{crew}"));
    assert_ne!(moved, GOLD);
    desk.write("gold/port/gold.json", moved.as_bytes());
    assert_eq!(desk.run(&["evaluate", "gold", "--errors"]).out(), first);
}

#[test]
fn hostile_labels_can_not_move_the_cursor() {
    let evil = |outlet: &str| article(outlet, &[("\\u001b[2Jship", "length", "\\u001b[31m9 feet")]);
    let gold = r#"{"items": [], "verdicts": []}"#;
    let desk = Desk::new(&[("g/s/a.toml", &evil("A")), ("g/s/b.toml", &evil("B")), ("g/s/gold.json", gold)]);
    let run = desk.run(&["evaluate", "g", "--errors"]);
    assert!(run.out().contains("false alignment"), "{}", run.out());
    assert!(!run.out().contains('\u{1b}'), "{:?}", run.out());
    desk.write("g/s/gold.json", b"{\"items\": [{\"claims\": [\"\\u001b[2J#1\"]}], \"verdicts\": []}");
    let run = desk.run(&["evaluate", "g", "--errors"]);
    assert_eq!(run.status(), 2);
    assert!(!run.err().contains('\u{1b}'), "{:?}", run.err());
}

/// Two annotated stories alike in build, so that the one can teach the other.
#[test]
#[expect(clippy::float_cmp, reason = "figures are rounded to four decimals, and are those or they are not")]
fn verdicts_alone_are_measured_on_the_items_as_annotated() {
    let run = desk(GOLD).run(&["evaluate", "gold", "--gold-items", "--errors", "--format", "json"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let report = run.json();
    // Lengths and openings contradict, crews agree: harbour and pier are one, and the third ship is another.
    assert_eq!(figures(&report["contradiction"]), [1.0, 1.0, 1.0, 2.0]);
    assert_eq!(report["agreement"]["share"], 1.0);
    assert_eq!(report["agreement"]["pairs"], 3);
    assert_eq!(report["stories"][0]["errors"].as_array().unwrap().len(), 0);

    let other = GOLD.replace("\"verdict\": \"agreement\"", "\"verdict\": \"tension\"");
    let run = desk(&other).run(&["evaluate", "gold", "--gold-items", "--errors", "--format", "json"]);
    let report = run.json();
    assert_eq!(report["agreement"]["share"], 0.6667);
    let wrong = &report["stories"][0]["errors"][0];
    assert_eq!([&wrong["gold"], &wrong["found"]], ["tension", "agreement"]);
    assert_eq!(wrong["reason"], "the same words, read alike");
    let table = desk(&other).run(&["evaluate", "gold", "--gold-items", "--errors"]);
    assert!(
        table.out().contains("annotated tension, found agreement: the same words, read alike"),
        "{}",
        table.out()
    );
}

#[test]
fn what_is_advised_is_held_against_the_annotations() {
    let run = desk(GOLD).run(&["evaluate", "gold", "--safety", "--format", "json"]);
    let found = run.json();
    assert_eq!(
        (run.status(), &found["printed"]),
        (0, &serde_json::json!({"all": 1, "wrong": 0})),
        "{found:#}"
    );
    let told = found["stories"][0]["told"].as_array().unwrap();
    assert!(told.iter().any(|it| it["sort"] == "printed" && it["words"] == "22"), "{found:#}");
    // Somebody who knows better has seen the two crews contradict each other.
    let other = GOLD.replace("\"verdict\": \"agreement\"", "\"verdict\": \"contradiction\"");
    let run = desk(&other).run(&["evaluate", "gold", "--safety"]);
    assert_eq!(run.status(), 1, "{}", run.out());
    assert!(run.out().contains("WRONG: contradicted by"), "{}", run.out());
}

/// Who stands alone with which bridge-builder, where the outlets name these.
fn alone(names: &[&str]) -> Vec<String> {
    let files: Vec<(String, String)> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let outlet = char::from(b'A' + u8::try_from(at).unwrap()).to_string();
            let file = article(&outlet, &[("Orrin Bridge", "who closed it", name)]);
            (format!("gold/bridge/{outlet}.toml"), file)
        })
        .collect();
    let mut files: Vec<(&str, &str)> = files.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    files.push(("gold/bridge/gold.json", r#"{"items": [], "verdicts": []}"#));
    let found = Desk::new(&files).run(&["evaluate", "gold", "--safety", "--format", "json"]).json();
    let told = found["stories"][0]["told"].as_array().unwrap().clone();
    told.iter()
        .filter(|it| it["sort"] == "alone")
        .map(|it| it["words"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn nobody_stands_alone_beside_who_may_say_the_same_in_other_words() {
    assert_eq!(alone(&["Greta Olsen", "Greta Olsen", "Nils Aune"]), ["C"]);
    assert_eq!(alone(&["Greta Olsen", "Greta Olsen", "Nils Aune", "Berit Lund"]), ["C", "D"]);
    assert_eq!(alone(&["Greta Olsen", "Greta Olsen", "the federal government", "FDIC"]), [""; 0]);
}

fn two_stories() -> Desk {
    let desk = desk(GOLD);
    let a = article("A", &[("the plane", "wingspan", "30 m"), ("the plane", "number of seats", "120")]);
    let b = article("B", &[("the plane", "wingspan", "36 m"), ("the plane", "number of seats", "120")]);
    let gold = r#"{"items": [{"claims": ["a#1", "b#1"]}, {"claims": ["a#2", "b#2"]}], "verdicts": []}"#;
    desk.write("gold/air/a.toml", a.as_bytes());
    desk.write("gold/air/b.toml", b.as_bytes());
    desk.write("gold/air/gold.json", gold.as_bytes());
    desk
}

#[test]
fn weights_are_estimated_from_counts_and_by_regression() {
    let desk = two_stories();
    let run = desk.run(&["evaluate", "gold", "--weights", "--format", "json"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let report = run.json();
    // Pairs of claims of different articles: 3×3 + 3×1 + 3×1 in the port, 2×2 in the air.
    assert_eq!((report["matches"].as_u64(), report["others"].as_u64()), (Some(5), Some(14)));
    let levels = report["levels"].as_array().unwrap();
    let mut sums = std::collections::BTreeMap::new();
    for level in levels {
        let (matches, others) = (level["matches"].as_u64().unwrap(), level["others"].as_u64().unwrap());
        let sum: &mut (u64, u64) = sums.entry(level["comparison"].as_str().unwrap()).or_default();
        *sum = (sum.0 + matches, sum.1 + others);
        let bits = |key: &str| level[key].as_f64().unwrap();
        if level["by_hand"] == true {
            assert!((bits("regression") - bits("in_use")).abs() < 1e-9, "held fixed: {level}");
        }
        if matches + others > 0 {
            let expected = (((matches as f64 + 0.5) / 6.0) / ((others as f64 + 0.5) / 15.0)).log2();
            assert!((bits("counted") - expected).abs() < 0.006, "{level}");
        }
    }
    assert_eq!(sums.len(), gainsay::linkage::COMPARISONS);
    assert!(
        sums.values().all(|&sum| sum == (5, 14)),
        "each pair ends on one level of each comparison: {sums:?}"
    );
    assert_eq!(report["leave_one_out"]["regression"]["pairs"], 5);
    assert!(report["leave_one_out"]["contradiction"]["pairs"].is_u64());
    assert_eq!(report["leave_one_out"]["stories"].as_array().unwrap().len(), 2);
    let text = desk.run(&["evaluate", "gold", "--weights"]);
    assert!(text.out().contains("all, with log2 m/u"), "{}", text.out());
    assert_eq!(desk.run(&["evaluate", "gold", "--weights"]).out(), text.out(), "same bytes");
}

#[test]
fn one_story_alone_can_not_be_left_out() {
    let run = desk(GOLD).run(&["evaluate", "gold", "--weights", "--format", "json"]);
    assert_eq!((run.status(), &run.json()["leave_one_out"]), (0, &Value::Null));
    let run = desk(GOLD).run(&["evaluate", "gold", "--weights"]);
    assert!(run.out().contains("A second annotated story"), "{}", run.out());
}

/// Three articles that word five facts so differently that no program finds them all.
fn flood() -> Desk {
    const FACTS: [[&str; 3]; 5] = [
        ["flood | people killed", "victims of the flood | number", "the flood | death toll"],
        ["homes | number without power", "homes | left without electricity", "power cuts | homes affected"],
        ["river | peak level", "the Alder | how far it came up", "gauge at the bridge | reading on Sunday"],
        ["mayor | name", "town hall | who runs it", "head of the council | how she is called"],
        ["rain | amount in two days", "the storm | what fell by Monday", "weather station | measured"],
    ];
    const VALUES: [[&str; 5]; 3] = [
        ["12", "4,000", "7 metres", "Ada Smith", "90 mm"],
        ["15", "4,000", "6.2 metres", "Mrs Smith", "120 mm"],
        ["at least 9", "2,500", "8 metres", "Ada Smith", "74 mm"],
    ];
    let desk = Desk::new(&[]);
    for at in 0..3 {
        let split = |wordings: &[&'static str; 3]| wordings[at].split_once(" | ").unwrap();
        let claims: Vec<(&str, &str, &str)> =
            FACTS.iter().zip(VALUES[at]).map(|(fact, value)| (split(fact).0, split(fact).1, value)).collect();
        desk.write(&format!("gold/flood/{at}.toml"), article(&format!("Outlet {at}"), &claims).as_bytes());
    }
    let item = |fact: usize| format!(r#"{{"claims": ["0#{fact}", "1#{fact}", "2#{fact}"]}}"#);
    let items: Vec<String> = (1..=5).map(item).collect();
    let gold = format!(r#"{{"items": [{}], "verdicts": []}}"#, items.join(", "));
    desk.write("gold/flood/gold.json", gold.as_bytes());
    desk
}

#[test]
fn a_review_answered_by_the_annotations_is_measured() {
    let desk = flood();
    let run = desk.run(&["evaluate", "gold", "--review", "12", "--format", "json"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let story = &run.json()[0];
    assert_eq!(story["name"], "flood");
    let f1: Vec<f64> = story["f1"].as_array().unwrap().iter().map(|it| it.as_f64().unwrap()).collect();
    assert!(f1[0] < 0.95 && f1[f1.len() - 1] > f1[0] + 0.1, "{f1:?}");
    assert_eq!(story["alignment"]["f1"], f1[f1.len() - 1]);
    let text = desk.run(&["evaluate", "gold", "--review", "6"]);
    assert!(text.out().starts_with("F1 after questions             0       5       6"), "{}", text.out());
    assert_eq!(desk.run(&["evaluate", "gold", "--review", "6", "--errors"]).status(), 2);
}
