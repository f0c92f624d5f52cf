//! Two outlets, one fact, two values: the verdict of each rule, in both orders.

use crate::support::Desk;

struct Case {
    a: &'static str,
    b: &'static str,
    verdict: &'static str,
}

const fn case(a: &'static str, b: &'static str, verdict: &'static str) -> Case {
    Case { a, b, verdict }
}

/// The value keys of two claims, as TOML, and the verdict.
const CASES: &[Case] = &[
    // Figures.
    case("value = \"$38 billion\"", "value = \"38bn USD\"", "agreement"),
    case("value = \"at least $8 billion\"", "value = \"over $8 billion\"", "compatible"),
    case("value = \"about $10 billion\"", "value = \"could exceed $10 billion\"", "tension"),
    case("value = \"as much as $5 billion\"", "value = \"at least $5 billion\"", "tension"),
    case("value = \"948 feet\"", "value = \"984 feet\"", "contradiction"),
    case("value = \"6.5m\"", "value = \"21-foot\"", "compatible"),
    case("value = \"6.7-metre\"", "value = \"21-foot\"", "contradiction"),
    case("value = 21", "value = 22", "contradiction"),
    case("value = \"dozens of people\"", "value = \"36 people\"", "compatible"),
    case("value = \"€5 million\"", "value = \"$5 million\"", "unclear"),
    case("value = \"27%\"", "value = \"27 percent\"", "agreement"),
    case("value = \"96 hours\"", "value = \"four days\"", "agreement"),
    case("value = \"a year\"", "value = \"12 months\"", "agreement"),
    // Days and times.
    case("value = \"October 2023\"", "value = \"in October\"", "contradiction"),
    case("value = \"Tuesday\"", "value = \"December 16\"", "agreement"),
    case("value = \"October\"", "value = \"28 October\"", "compatible"),
    case("value = \"December 15\"", "value = \"December 16\"", "tension"),
    case("value = \"about 1:30 a.m.\"", "value = \"1:28 am\"", "compatible"),
    case("value = \"3 p.m. ET\"", "value = \"8 p.m. GMT\"", "agreement"),
    case("value = \"3 p.m. on Tuesday\"", "value = \"Tuesday\"", "compatible"),
    case("value = \"1:28 a.m.\"", "value = \"3 a.m.\"", "contradiction"),
    case("value = \"overnight\"", "value = \"2 a.m.\"", "compatible"),
    case("value = \"11 p.m. to 2 a.m.\"", "value = \"1 a.m.\"", "compatible"),
    case("value = \"by 5 p.m.\"", "value = \"6 p.m.\"", "contradiction"),
    case("value = \"in the middle of the night\"", "value = \"about 1:30 a.m.\"", "compatible"),
    case("value = \"in the middle of the night\"", "value = \"noon\"", "contradiction"),
    case("value = \"20 March\"", "value = \"March 2013\"", "tension"),
    case("value = \"20 March\"", "value = \"May 2013\"", "contradiction"),
    case("value = \"20 March\"", "value = \"March 2025\"", "compatible"),
    case("value = \"20 November\"", "value = \"November 2013\"", "contradiction"),
    case("value = \"46th day\"", "value = \"46 days\"", "compatible"),
    case("value = \"46th day\"", "value = \"41st day\"", "contradiction"),
    case("value = \"Tuesday morning\"", "value = \"Tuesday night\"", "contradiction"),
    case("value = \"Tuesday at 9 p.m.\"", "value = \"Tuesday night\"", "compatible"),
    case("value = \"late Monday night\"", "value = \"early Tuesday\"", "compatible"),
    case("value = \"the night of December 16\"", "value = \"2 a.m. on December 16\"", "compatible"),
    case("value = \"midnight Monday\"", "value = \"12 a.m. Tuesday\"", "compatible"),
    case(
        "value = \"just before midnight Monday\"",
        "value = \"just after midnight Monday\"",
        "contradiction",
    ),
    case("value = \"6 a.m. ET\"", "value = \"noon local time\"", "unclear"),
    case("value = \"11:30am (0930 GMT)\"", "value = \"0930 GMT\"", "agreement"),
    case("value = \"11:30am (0930 GMT)\"", "value = \"10:40 GMT\"", "contradiction"),
    case("value = \"June 25 and July 2\"", "value = \"June 28\"", "contradiction"),
    case("value = \"June 25 and July 2\"", "value = \"July 2\"", "compatible"),
    case("value = \"before the end of the year\"", "value = \"in December\"", "compatible"),
    case("value = \"next Friday\"", "value = \"December 26, 2025\"", "compatible"),
    case("value = \"three days before Christmas\"", "value = \"December 22, 2025\"", "agreement"),
    // Stages.
    case("value = \"early talks\"", "value = \"advanced discussions\"", "contradiction"),
    case("value = \"early talks\"", "value = \"preliminary talks\"", "agreement"),
    case("value = \"early talks\"", "value = \"in talks\"", "compatible"),
    // Names.
    case("value = [\"Nvidia\", \"AMD\"]", "value = [\"AMD\", \"Nvidia\"]", "agreement"),
    case("value = [\"Nvidia\", \"AMD\"]", "value = [\"Nvidia\", \"Oracle\"]", "tension"),
    case("value = [\"Nvidia\", \"others\"]", "value = [\"Nvidia\", \"Oracle\"]", "compatible"),
    case("value = [\"Nvidia\"]", "value = [\"Oracle\"]", "contradiction"),
    case("value = [\"Donald E. Knuth\"]", "value = [\"Knuth, Donald E.\"]", "agreement"),
    case("value = [\"Anna Jensen\"]", "value = [\"Anne Jensen\"]", "tension"),
    case("value = [\"A. Jensen\"]", "value = [\"Anne Jensen\"]", "compatible"),
    case("value = [\"Boeing 737 MAX 9\"]", "value = [\"Boeing 737-9 Max\"]", "agreement"),
    case("value = [\"Trainium\"]", "value = [\"Amazon's AI chips\"]", "compatible"),
    // Yes, no and words.
    case("value = true", "value = \"no\"", "contradiction"),
    case("value = \"rose\"", "value = \"fell\"", "contradiction"),
    case("value = \"filling potholes\"", "value = \"filling potholes\"", "agreement"),
    case("value = \"a faulty update\"", "value = \"a faulty software update\"", "compatible"),
    case("value = \"north of Gaziantep\"", "value = \"near Kahramanmaras\"", "unclear"),
    case("value = \"around 40 people\"", "value = \"just under 20 people\"", "contradiction"),
    case("value = \"Gaziantep\"", "value = \"Kahramanmaras\"", "contradiction"),
    case("value = \"under the sea\"", "value = \"by mistake\"", "unclear"),
    // What else a claim says.
    case(
        "value = \"10 people\"\ncertainty = \"confirmed\"",
        "value = \"10 people\"\ncertainty = \"denied\"",
        "contradiction",
    ),
    case(
        "value = \"10 people\"\ncertainty = \"possible\"",
        "value = \"10 people\"\ncertainty = \"confirmed\"",
        "tension",
    ),
    case("value = 12\nas_of = 2025-12-01", "value = 15\nas_of = 2025-12-03", "development"),
    case("value = 12\nas_of = 2025-12-01", "value = 15\nas_of = 2025-12-01", "contradiction"),
    case("value = 12\nas_of = \"Monday\"", "value = 15\nas_of = 2025-12-17", "development"),
    case("value = 12\nas_of = \"Monday\"", "value = 15\nas_of = 2025-12-15", "contradiction"),
    case("value = 12\nscope = \"without debt\"", "value = 15\nscope = \"including pensions\"", "unclear"),
];

const STORY: &str = "date_order = \"mdy\"\n[broader]\n\"Amazon's AI chips\" = [\"Trainium\"]\n";

fn article(outlet: &str, value: &str) -> String {
    article_about("property in question", outlet, value)
}

fn article_about(attribute: &str, outlet: &str, value: &str) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\npublished = 2025-12-17\n\n[[claim]]\nsubject = \"the thing\"\nattribute = \"{attribute}\"\nitem = \"one\"\n{value}\n"
    )
}

fn verdict_of(first: &str, second: &str) -> (String, String) {
    verdict_about("property in question", first, second)
}

fn verdict_about(attribute: &str, first: &str, second: &str) -> (String, String) {
    let desk = Desk::new(&[
        ("claims/s/a.toml", &article_about(attribute, "A", first)),
        ("claims/s/b.toml", &article_about(attribute, "B", second)),
        ("claims/s/story.toml", STORY),
    ]);
    let run = desk.run(&["--format", "json"]);
    let report = run.json();
    assert_eq!(run.err(), "", "{first} / {second}");
    let item = &report["stories"][0]["items"][0];
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("none").to_owned();
    assert_eq!(item["comparisons"].as_array().map(Vec::len), Some(1), "{first} / {second}: {report}");
    assert_eq!(item["comparisons"][0]["match"], 1.0, "a pin is beyond doubt");
    let reason = text(&item["comparisons"][0]["reason"]);
    assert!(!reason.is_empty() && !reason.contains('\n'), "one sentence: {reason}");
    let conflict = matches!(item["verdict"].as_str(), Some("contradiction" | "tension"));
    assert_eq!(item["comparisons"][0]["new"], conflict);
    assert_eq!(run.status(), i32::from(item["verdict"] == "contradiction"));
    (text(&item["verdict"]), reason)
}

#[test]
fn a_label_tells_scores_lists_and_ages() {
    for (attribute, a, b, verdict) in [
        ("final score", "2-1", "2-1 win", "agreement"),
        ("final score", "2-1", "2-0", "contradiction"),
        ("final score", "2-1", "1-2", "tension"),
        ("vote of the court", "a 7-2 ruling", "6 to 3", "contradiction"),
        ("charges", "murder, arson and theft", "arson, theft and murder", "agreement"),
        ("charges", "murder, arson and theft", "murder and theft", "tension"),
        ("charges", "murder and arson", "fraud and bribery", "contradiction"),
        ("reported by", "a passing trucker", "nearby residents", "contradiction"),
        ("reported by", "officials in Maine", "nearby residents", "unclear"),
        ("age", "in his 30s", "34", "compatible"),
        ("age", "in his 30s", "41", "contradiction"),
        ("age", "in her mid-fifties", "aged 47", "contradiction"),
    ] {
        let toml = |value: &str| format!("value = \"{value}\"");
        for (first, second) in [(a, b), (b, a)] {
            let (found, reason) = verdict_about(attribute, &toml(first), &toml(second));
            assert_eq!(found, verdict, "{first} / {second}: {reason}");
        }
    }
}

#[test]
fn each_rule_gives_its_verdict_in_both_orders() {
    let mut wrong = Vec::new();
    for case in CASES {
        let (there, back) = (verdict_of(case.a, case.b), verdict_of(case.b, case.a));
        assert_eq!(there.0, back.0, "{} / {}", case.a, case.b);
        if there.0 != case.verdict {
            wrong.push(format!("{} / {}: {} ({}), not {}", case.a, case.b, there.0, there.1, case.verdict));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_later_stage_or_a_higher_toll_in_a_later_article_is_a_development() {
    let of_day = |outlet: &str, day: &str, attribute: &str, value: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\npublished = {day}\n[[claim]]\nsubject = \"it\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\nitem = \"one\"\n"
        )
    };
    let article = |outlet: &str, day: &str, value: &str| of_day(outlet, day, "stage", value);
    let verdict = |first: &str, second: &str| {
        let desk = Desk::new(&[("claims/s/a.toml", first), ("claims/s/b.toml", second)]);
        desk.run(&["--format", "json"]).json()["stories"][0]["items"][0]["verdict"].clone()
    };
    let early = article("A", "2025-12-01", "early talks");
    assert_eq!(verdict(&early, &article("B", "2025-12-20", "advanced talks")), "development");
    assert_eq!(verdict(&early, &article("B", "2025-11-01", "advanced talks")), "contradiction");

    let toll = of_day("A", "2025-12-01", "death toll", "40");
    assert_eq!(verdict(&toll, &of_day("B", "2025-12-03", "people killed", "at least 55")), "development");
    assert_eq!(verdict(&toll, &of_day("B", "2025-11-30", "people killed", "55")), "development");
    assert_eq!(verdict(&toll, &of_day("B", "2025-12-01", "people killed", "55")), "contradiction");
    let as_of = |outlet: &str, day: &str, value: &str| {
        of_day(outlet, day, "death toll", value).replace("item =", "as_of = 2025-12-01\nitem =")
    };
    assert_eq!(verdict(&as_of("A", "2025-12-01", "40"), &as_of("B", "2025-12-05", "55")), "contradiction");
    let held = of_day("A", "2025-12-05", "death toll", "40").replace("item =", "as_of = 2025-12-01\nitem =");
    assert_eq!(verdict(&held, &of_day("B", "2025-12-03", "people killed", "55")), "development");
    let month = of_day("A", "\"2025-12\"", "death toll", "40");
    assert_eq!(verdict(&month, &of_day("B", "2025-12-31", "people killed", "55")), "development");
    let fire = of_day("A", "2025-12-01", "containment of the fire", "80%");
    assert_eq!(verdict(&fire, &of_day("B", "2025-12-02", "containment", "85 percent")), "development");
    assert_eq!(verdict(&fire, &of_day("B", "2025-11-30", "containment", "85 percent")), "development");
    let strike = of_day("A", "2025-12-01", "length of the strike", "four weeks");
    assert_eq!(verdict(&strike, &of_day("B", "2025-12-15", "duration", "41-day")), "development");
    assert_eq!(verdict(&strike, &of_day("B", "2025-12-15", "duration", "80 days")), "contradiction");
    assert_eq!(verdict(&strike, &of_day("B", "2025-12-02", "duration", "41-day")), "contradiction");
    let heist = of_day("A", "2025-12-01", "duration", "four minutes");
    assert_eq!(verdict(&heist, &of_day("B", "2025-12-02", "duration", "seven minutes")), "contradiction");
    let so_far = of_day("A", "2025-12-01", "time since the start", "four weeks");
    assert_eq!(verdict(&so_far, &of_day("B", "2026-02-15", "duration", "six weeks")), "development");
    assert_eq!(verdict(&so_far, &of_day("B", "2026-02-15", "duration", "two weeks")), "contradiction");
    let height = of_day("A", "2025-12-01", "height", "40");
    assert_eq!(verdict(&height, &of_day("B", "2025-12-03", "height", "55")), "contradiction");
}

/// The verdict on two ages, each told by an article of its day.
fn ages((first, on): (&str, &str), (then, later): (&str, &str)) -> String {
    let told = |value: &str, day: &str| {
        article_about("age", value, &format!("value = \"{value}\"")).replace("2025-12-17", day)
    };
    let (a, b) = (told(first, on), told(then, later));
    let run = Desk::new(&[("claims/s/a.toml", &a), ("claims/s/b.toml", &b)]).run(&["--format", "json"]);
    run.json()["stories"][0]["items"][0]["verdict"].as_str().unwrap_or("none").to_owned()
}

#[test]
fn ages_grow_by_the_time_that_goes_by_and_never_shrink() {
    assert_eq!(ages(("53", "2018-08-14"), ("54", "2018-09-20")), "development");
    assert_eq!(ages(("53-year-old", "2018-08-14"), ("aged 53", "2018-09-20")), "agreement");
    assert_eq!(ages(("54-year-old", "2018-08-14"), ("52-year-old", "2018-08-15")), "contradiction");
    assert_eq!(ages(("51-year-old", "2018-08-14"), ("50-year-old", "2018-08-15")), "contradiction");
    assert_eq!(ages(("29", "2018-08-14"), ("33", "2018-09-20")), "contradiction");
    assert_eq!(ages(("29", "2018-08-14"), ("31", "2020-09-20")), "development");
    assert_eq!(ages(("in her 40s", "2018-08-14"), ("44", "2018-08-15")), "compatible");
}

#[test]
fn a_story_tells_the_zone_of_its_local_times() {
    let times = |zone: &str| {
        let of = |outlet: &str, value: &str| article_about("time", outlet, &format!("value = \"{value}\""));
        let (a, b) = (of("A", "6 a.m. ET"), of("B", "noon local time"));
        let desk = Desk::new(&[
            ("claims/s/a.toml", &a),
            ("claims/s/b.toml", &b),
            ("claims/s/story.toml", &format!("title = \"s\"\n{zone}")),
        ]);
        let run = desk.run(&["--format", "json"]);
        run.json()["stories"][0]["items"][0]["verdict"].as_str().unwrap_or("none").to_owned()
    };
    assert_eq!(times(""), "unclear");
    assert_eq!(times("zone = \"Europe/Rome\"\n"), "agreement");
    assert_eq!(times("zone = \"Asia/Tokyo\"\n"), "contradiction");
}

#[test]
fn no_contradiction_rests_on_an_alignment_that_is_hardly_likelier_than_not() {
    let article = |outlet: &str, subject: &str, attribute: &str, figure: u32, pin: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\nvalue = {figure}\n{pin}\n[[claim]]\nsubject = \"the captain\"\nattribute = \"home of {outlet}\"\nvalue = \"Bergen\"\n"
        )
    };
    let comparison = |pin: &str| {
        let desk = Desk::new(&[
            ("claims/s/story.toml", "[moves]\npassengers = false\n"),
            ("claims/s/a.toml", &article("A", "the ferry Aurora", "passengers brought ashore", 40, pin)),
            ("claims/s/b.toml", &article("B", "the ferry", "people rescued", 55, pin)),
        ]);
        let run = desk.run(&["--format", "json"]);
        (run.status(), run.json()["stories"][0]["items"][0]["comparisons"][0].clone())
    };
    let (status, found) = comparison("");
    let sure = found["match"].as_f64().unwrap();
    assert!(sure > 0.5 && sure < 0.75, "no case in point any more: {found}");
    assert_eq!((status, &found["verdict"]), (0, &serde_json::json!("unclear")));
    let reason = found["reason"].as_str().unwrap();
    assert!(reason.starts_with("no figure satisfies both, if they speak of one fact, which is "), "{reason}");
    let (status, found) = comparison("item = \"rescued\"");
    assert_eq!((status, &found["verdict"]), (1, &serde_json::json!("contradiction")));
}

#[test]
fn pins_put_together_and_keep_apart() {
    let article = |outlet: &str, label: &str, pin: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"x\"\nattribute = \"{label}\"\nvalue = 5\n{pin}\n"
        )
    };
    let items = |first: &str, second: &str| {
        let desk = Desk::new(&[("claims/s/a.toml", first), ("claims/s/b.toml", second)]);
        desk.run(&["--format", "json"]).json()["summary"]["items"].clone()
    };
    assert_eq!(items(&article("A", "length", ""), &article("B", "length", "")), 1);
    assert_eq!(items(&article("A", "length", "item = \"p\""), &article("B", "length", "item = \"q\"")), 2);
    let other = article("B", "quite another matter", "item = \"p\"");
    assert_eq!(items(&article("A", "length", "item = \"p\""), &other), 1);
}

#[test]
fn dates_without_a_year_are_compared_by_day_and_month() {
    let article = |outlet: &str, published: &str, value: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n{published}\n[[claim]]\nsubject = \"x\"\nattribute = \"day\"\nvalue = \"{value}\"\nitem = \"one\"\n"
        )
    };
    let verdict = |first: &str, second: &str| {
        let desk = Desk::new(&[("claims/s/a.toml", first), ("claims/s/b.toml", second)]);
        desk.run(&["--format", "json"]).json()["stories"][0]["items"][0]["verdict"].clone()
    };
    let open = article("A", "", "March 26");
    assert_eq!(verdict(&open, &article("B", "", "26 March")), "agreement");
    assert_eq!(verdict(&open, &article("B", "", "March 29")), "contradiction");
    assert_eq!(verdict(&open, &article("B", "published = 2024-03-27", "March 26")), "unclear");
    assert_eq!(verdict(&article("A", "", "Tuesday"), &article("B", "", "Monday")), "unclear");
}

#[test]
fn a_tolerance_is_no_contradiction() {
    let story = |share: &str| format!("[tolerance]\nmeasure = \"{share}\"\n");
    let verdict = |share: &str| {
        let desk = Desk::new(&[
            ("claims/s/a.toml", &article("A", "value = \"948 feet\"")),
            ("claims/s/b.toml", &article("B", "value = \"984 feet\"")),
            ("claims/s/story.toml", &story(share)),
        ]);
        desk.run(&["--format", "json"]).json()["stories"][0]["items"][0]["verdict"].clone()
    };
    assert_eq!(verdict("5%"), "compatible");
    assert_eq!(verdict("1%"), "contradiction");
}

#[test]
fn five_outlets_that_credit_one_agency_are_one_origin() {
    let article = |outlet: &str, value: &str, credit: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"crew\"\nvalue = {value}\nitem = \"one\"\naccording_to = [{credit}]\n"
        )
    };
    let desk = Desk::new(&[
        ("claims/s/a.toml", &article("A", "22", "\"Reuters\"")),
        ("claims/s/b.toml", &article("B", "22", "\"Reuters\"")),
        ("claims/s/c.toml", &article("C", "22", "\"reuters\"")),
        ("claims/s/d.toml", &article("D", "21", "")),
        ("claims/s/e.toml", &article("E", "21", "\"the coast guard\"")),
    ]);
    let run = desk.run(&["--format", "json"]);
    let report = run.json();
    let positions = report["stories"][0]["items"][0]["positions"].as_array().unwrap();
    assert_eq!(positions[0]["claims"].as_array().unwrap().len(), 2, "two origins before one: {positions:?}");
    assert_eq!(positions[1]["origins"], serde_json::json!(["Reuters"]));
    let out = desk.run(&["--long", "--width", "200"]).out();
    assert!(
        out.contains(
            "“more than 20”: every figure told here bears it out (2 named sources, 1 without a source)"
        ),
        "{out}"
    );
}

#[test]
fn an_item_that_most_outlets_report_names_those_that_do_not() {
    let silent = |day: u8| {
        let other = format!(
            "[article]\noutlet = \"Silent Post\"\npublished = 2025-12-{day}\n[[claim]]\nsubject = \"harbour master\"\nattribute = \"name\"\nvalue = \"Jane Roe\"\n"
        );
        let desk = Desk::new(&[
            ("claims/s/a.toml", &article("A", "value = 7")),
            ("claims/s/b.toml", &article("B", "value = 9")),
            ("claims/s/c.toml", &other),
        ]);
        desk.run(&["--long"]).out()
    };
    assert!(silent(18).contains("silent Silent Post"), "{}", silent(18));
    for day in [16, 17] {
        assert!(!silent(day).contains("silent Silent Post"), "it may not have known: {}", silent(day));
    }
}
