//! `gainsay review`: what is asked, and how answers become pins.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::support::Desk;

fn article(outlet: &str, claims: &[(&str, &str, &str)]) -> String {
    let mut text = format!("# by hand\n[article]\noutlet = \"{outlet}\"\n");
    for (subject, attribute, value) in claims {
        text += &[
            "\n[[claim]]\nsubject   = \"",
            subject,
            "\"\nattribute = \"",
            attribute,
            "\"   # kept\nvalue     = \"",
            value,
            "\"\n",
        ]
        .concat();
    }
    text
}

/// Three articles on one ferry, which word its facts each in their own way.
fn desk() -> Desk {
    Desk::new(&[
        (
            "claims/ferry/a.toml",
            &article(
                "A",
                &[("ferry", "length", "90 m"), ("ferry", "number of crew", "12"), ("ferry", "owner", "Lund")],
            ),
        ),
        (
            "claims/ferry/b.toml",
            &article(
                "B",
                &[
                    ("vessel", "extent of the ferry from bow to stern", "95 m"),
                    ("ferry", "crew on duty", "14"),
                    ("ferry", "owner of the wharf", "Berg"),
                ],
            ),
        ),
        (
            "claims/ferry/c.toml",
            &article(
                "C",
                &[
                    ("sunken ferry", "how long", "90 m"),
                    ("ferry crew", "saved", "11"),
                    ("ferry", "company it belongs to", "Lund Lines"),
                ],
            ),
        ),
    ])
}

fn read(desk: &Desk, file: &str) -> String {
    std::fs::read_to_string(desk.path().join("claims/ferry").join(file)).unwrap()
}

/// The pins of a file, by claim.
fn pins(desk: &Desk, file: &str) -> Vec<Option<String>> {
    let text = read(desk, file);
    let claims = text.split("[[claim]]").skip(1);
    claims
        .map(|claim| {
            let line = claim.lines().find(|line| line.starts_with("item"))?;
            Some(line.split('"').nth(1).unwrap().to_owned())
        })
        .collect()
}

fn apply(desk: &Desk, answers: &[(&str, &str, &str)]) -> crate::support::Run {
    let answers: Vec<serde_json::Value> = answers
        .iter()
        .map(|(a, b, answer)| {
            serde_json::json!({"a": format!("claims/ferry/{a}"), "b": format!("claims/ferry/{b}"), "answer": answer})
        })
        .collect();
    desk.write("answers.json", serde_json::to_string(&answers).unwrap().as_bytes());
    desk.run(&["review", "--apply", "answers.json"])
}

fn typed(desk: &Desk, keys: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .arg("review")
        .current_dir(desk.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(keys.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn questions_are_listed_in_one_order_and_settled_ones_are_gone() {
    let desk = desk();
    let run = desk.run(&["review", "--list", "--format", "json"]);
    assert_eq!(run.status(), 0);
    assert_eq!(run.out(), desk.run(&["review", "--list", "--format", "json"]).out());
    let list = run.json();
    let questions = list["questions"].as_array().unwrap();
    assert!(questions.len() > 2, "{}", run.out());
    let name =
        |question: &serde_json::Value, side: &str| question[side]["claim"].as_str().unwrap().to_owned();
    for question in questions {
        if question["together"] == false {
            assert_ne!(question["a"]["file"], question["b"]["file"], "pairs of different articles");
        }
        let mut claims: Vec<String> =
            question["others"].as_array().unwrap().iter().map(|it| it["claim"].to_string()).collect();
        claims.extend(["a", "b"].map(|side| question[side]["claim"].to_string()));
        let all = claims.len();
        claims.sort();
        claims.dedup();
        assert!(claims.len() == all && all <= 10, "{claims:?}");
        assert!(question["why"].as_str().unwrap().contains("claims"));
        let probability = question["probability"].as_f64().unwrap();
        assert!(probability > 0.0 && probability < 1.0);
    }
    let (a, b) = (name(&questions[0], "a"), name(&questions[0], "b"));
    let strip = |name: &str| name.strip_prefix("claims/ferry/").unwrap().to_owned();
    assert_eq!(apply(&desk, &[(&strip(&a), &strip(&b), "different")]).status(), 0);
    let left = desk.run(&["review", "--list", "--format", "json"]).json();
    let again =
        left["questions"].as_array().unwrap().iter().any(|it| name(it, "a") == a && name(it, "b") == b);
    assert!(!again, "what is answered is not asked again");
}

#[test]
fn answers_become_pins_and_nothing_else_changes() {
    let desk = desk();
    let before = read(&desk, "a.toml");
    let run = apply(&desk, &[("a.toml#1", "b.toml#1", "same"), ("a.toml#3", "b.toml#3", "different")]);
    assert_eq!((run.status(), run.err()), (0, String::new()));
    let (a, b) = (pins(&desk, "a.toml"), pins(&desk, "b.toml"));
    assert_eq!(a[0].as_deref(), Some("ferry-length"));
    assert_eq!(a[0], b[0]);
    assert_eq!((a[2].as_deref(), &b[2]), (Some("ferry-owner"), &None), "one pin is enough to tell two apart");
    assert!(read(&desk, "b.toml").ends_with("not       = [\"ferry-owner\"]\n"), "{}", read(&desk, "b.toml"));
    assert_eq!((&a[1], &b[1]), (&None, &None));
    let after = read(&desk, "a.toml");
    let without: Vec<&str> = after.lines().filter(|line| !line.starts_with("item")).collect();
    assert_eq!(without, before.lines().collect::<Vec<_>>());
    let report = desk.run(&["--format", "json", "--item", "length"]).json();
    let claims = report["stories"][0]["items"][0]["claims"].as_array().unwrap();
    assert!(claims.iter().any(|it| it["file"] == "claims/ferry/b.toml" && it["number"] == 1));
    assert_eq!(apply(&desk, &[("a.toml#1", "b.toml#1", "same")]).status(), 0);
    assert_eq!(read(&desk, "a.toml"), after, "what is known is not written again");
}

#[test]
fn same_is_transitive() {
    let desk = desk();
    apply(&desk, &[("a.toml#2", "b.toml#2", "same"), ("a.toml#3", "c.toml#3", "same")]);
    let run = apply(&desk, &[("b.toml#2", "c.toml#3", "same")]);
    assert_eq!(run.status(), 0);
    assert!(run.err().contains("had different pins"), "{}", run.err());
    let (a, b, c) = (pins(&desk, "a.toml"), pins(&desk, "b.toml"), pins(&desk, "c.toml"));
    assert!(a[1].is_some() && a[1] == a[2] && a[1] == b[1] && a[1] == c[2]);
}

#[test]
fn an_answer_that_contradicts_an_earlier_one_is_told_and_not_written() {
    let desk = desk();
    let run = apply(
        &desk,
        &[
            ("a.toml#1", "b.toml#1", "same"),
            ("b.toml#1", "c.toml#1", "same"),
            ("a.toml#1", "c.toml#1", "different"),
        ],
    );
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("contradicts an earlier one"), "{}", run.err());
    assert_eq!(pins(&desk, "a.toml")[0], pins(&desk, "c.toml")[0]);
    let run = apply(
        &desk,
        &[
            ("a.toml#2", "b.toml#2", "different"),
            ("a.toml#2", "c.toml#2", "same"),
            ("b.toml#2", "c.toml#2", "same"),
        ],
    );
    assert!(run.err().contains("contradicts an earlier one"), "{}", run.err());
    assert_ne!(pins(&desk, "b.toml")[1], pins(&desk, "c.toml")[1]);
}

#[test]
fn answers_that_cannot_be_understood_change_nothing() {
    let desk = desk();
    let before = read(&desk, "a.toml");
    for answers in [
        r#"[{"a": "claims/ferry/a.toml#1", "b": "claims/ferry/b.toml#1", "answer": "same"}, {"a": "claims/ferry/a.toml#1", "b": "claims/ferry/b.toml#9", "answer": "same"}]"#,
        r#"[{"a": "claims/ferry/a.toml#1", "b": "claims/ferry/a.toml#1", "answer": "same"}]"#,
        r#"[{"a": "claims/ferry/a.toml#1", "b": "claims/ferry/b.toml#1", "answer": "maybe"}]"#,
        "{",
    ] {
        desk.write("answers.json", answers.as_bytes());
        let run = desk.run(&["review", "--apply", "answers.json"]);
        assert_eq!(run.status(), 2, "{answers}");
        assert!(run.err().contains("hint: "), "{}", run.err());
    }
    assert_eq!(desk.run(&["review", "--apply", "nowhere.json"]).status(), 2);
    assert_eq!(read(&desk, "a.toml"), before);
}

#[test]
fn a_person_answers_by_one_key() {
    let desk = desk();
    let list = desk.run(&["review", "--list", "--format", "json"]).json();
    let first = &list["questions"][0];
    let out = typed(&desk, "s\nq\n");
    for side in ["a", "b"] {
        for key in ["value", "outlet", "attribute"] {
            assert!(out.contains(first[side][key].as_str().unwrap()), "{out}");
        }
    }
    assert!(out.contains("before anything is compared"), "the waterfall is shown: {out}");
    let pin = |side: &str| {
        let file = first[side]["file"].as_str().unwrap().rsplit('/').next().unwrap();
        pins(&desk, file)[usize::try_from(first[side]["number"].as_u64().unwrap()).unwrap() - 1].clone()
    };
    assert!(pin("a").is_some() && pin("a") == pin("b"));
}

#[test]
fn skipping_and_quitting_write_nothing() {
    let desk = desk();
    let before = [read(&desk, "a.toml"), read(&desk, "b.toml"), read(&desk, "c.toml")];
    assert!(typed(&desk, "k\nk\nq\n").contains("3. ferry"), "a skipped question makes room for the next");
    typed(&desk, "");
    let out = typed(&desk, &"k\n".repeat(500));
    assert!(out.contains("nothing is left to ask"), "{out}");
    assert_eq!([read(&desk, "a.toml"), read(&desk, "b.toml"), read(&desk, "c.toml")], before);
}

#[test]
fn hostile_texts_cannot_play_with_the_terminal() {
    let evil = "\\u001b[2J\\u202eowner";
    let desk = Desk::new(&[
        ("claims/s/a.toml", &article("A", &[("ferry", evil, "Lund")])),
        ("claims/s/b.toml", &article("B", &[("ferry", "owner of it", "Berg")])),
    ]);
    let out = desk.run(&["review", "--list", "--color", "never"]).out();
    assert!(out.contains("owner of it"), "{out:?}");
    assert!(!out.contains(['\u{1b}', '\u{202e}']), "{out:?}");
}

/// The first question with several choices, and which it is, from 0.
fn with_others(desk: &Desk) -> (usize, serde_json::Value) {
    let list = desk.run(&["review", "--list", "--format", "json"]).json();
    let questions = list["questions"].as_array().unwrap();
    let at = questions.iter().position(|it| !it["others"].as_array().unwrap().is_empty()).unwrap();
    (at, questions[at].clone())
}

/// The pin that a claim has in its file.
fn pin_of(desk: &Desk, claim: &serde_json::Value) -> Option<String> {
    let file = claim["file"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    pins(desk, &file)[usize::try_from(claim["number"].as_u64().unwrap()).unwrap() - 1].clone()
}

#[test]
fn one_question_settles_all_that_may_tell_a_fact() {
    let desk = desk();
    let (skipped, question) = with_others(&desk);
    let others = question["others"].as_array().unwrap();
    let is_out = |it: &serde_json::Value| it["together"] == false;
    // What is marked is what holds now: 1 changes the second claim, 2 the first of the others.
    let changed = [("1 ", &question), ("2 ", &others[0])].into_iter().filter(|(_, it)| is_out(it));
    let keys: String = changed.map(|(number, _)| number).collect();
    let out = typed(&desk, &format!("{}{keys}\nq\n", "k\n".repeat(skipped)));
    assert!(out.contains("Which of these tell this fact, too?") && out.contains("Enter as marked"), "{out}");
    assert!(out.contains(others[0]["value"].as_str().unwrap()), "{out}");
    let pin = pin_of(&desk, &question["a"]);
    assert!(pin.is_some());
    assert_eq!(pin_of(&desk, &question["b"]), pin);
    assert_eq!(pin_of(&desk, &others[0]), pin);
    for other in others.iter().skip(1).filter(|it| is_out(it)) {
        assert_ne!(pin_of(&desk, other), pin, "what is not marked does not tell the fact");
    }
    let asked = desk.run(&["review", "--list", "--format", "json"]).json();
    let again =
        asked["questions"].as_array().unwrap().iter().any(|it| {
            it["a"]["claim"] == question["a"]["claim"] && it["b"]["claim"] == question["b"]["claim"]
        });
    assert!(!again, "what is answered is not asked again");
}

#[test]
fn enter_takes_what_is_marked_and_none_takes_an_item_apart() {
    let desk = desk();
    let (skipped, question) = with_others(&desk);
    typed(&desk, &format!("{}d\nq\n", "k\n".repeat(skipped)));
    let pin = pin_of(&desk, &question["a"]);
    assert!(pin.is_some(), "the fact has been looked at");
    for other in question["others"].as_array().unwrap().iter().chain([&question["b"]]) {
        assert_ne!(pin_of(&desk, other), pin);
    }
    let report = desk.run(&["--all", "--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap();
    let claims = |item: &serde_json::Value| -> Vec<String> {
        let claims = item["claims"].as_array().unwrap().iter();
        claims.map(|it| format!("{}#{}", it["file"].as_str().unwrap(), it["number"])).collect()
    };
    let name = question["a"]["claim"].as_str().unwrap().to_owned();
    let own = items.iter().map(claims).find(|it| it.contains(&name)).unwrap();
    assert!(!own.contains(&question["b"]["claim"].as_str().unwrap().to_owned()), "{own:?}");
}

#[test]
fn a_file_answers_a_whole_question_too() {
    let desk = desk();
    desk.write(
        "answers.json",
        br#"[{"a": "claims/ferry/a.toml#1", "same": ["claims/ferry/b.toml#1", "claims/ferry/c.toml#1"], "different": ["claims/ferry/c.toml#3"]}]"#,
    );
    let run = desk.run(&["review", "--apply", "answers.json"]);
    assert_eq!((run.status(), run.err()), (0, String::new()));
    let (a, b, c) = (pins(&desk, "a.toml"), pins(&desk, "b.toml"), pins(&desk, "c.toml"));
    assert!(a[0].is_some() && a[0] == b[0] && a[0] == c[0] && a[0] != c[2]);
    // One claim can't be on both sides, nor be missing.
    for (answers, fault) in [
        (
            r#"[{"a": "claims/ferry/a.toml#1", "same": ["claims/ferry/b.toml#1"], "different": ["claims/ferry/b.toml#1"]}]"#,
            "is named twice",
        ),
        (r#"[{"a": "claims/ferry/a.toml#1", "same": []}]"#, "nothing is said of claims/ferry/a.toml#1"),
        (
            r#"[{"a": "claims/ferry/a.toml#1", "same": ["claims/ferry/z.toml#1"]}]"#,
            "there is no claim claims/ferry/z.toml#1",
        ),
        (r#"[{"a": "claims/ferry/a.toml#1", "sme": ["claims/ferry/b.toml#1"]}]"#, "unknown field `sme`"),
    ] {
        desk.write("answers.json", answers.as_bytes());
        let run = desk.run(&["review", "--apply", "answers.json"]);
        assert_eq!(run.status(), 2, "{answers}");
        assert!(run.err().contains(fault), "{}", run.err());
    }
    // What contradicts a pin is told, and the rest holds.
    desk.write(
        "answers.json",
        br#"[{"a": "claims/ferry/a.toml#1", "same": ["claims/ferry/a.toml#2"], "different": ["claims/ferry/b.toml#1"]}]"#,
    );
    let run = desk.run(&["review", "--apply", "answers.json"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("contradicts an earlier one"), "{}", run.err());
    assert_eq!(pins(&desk, "a.toml")[0], pins(&desk, "b.toml")[0]);
}

#[test]
fn a_line_that_is_no_answer_ends_the_review_with_an_error() {
    let desk = desk();
    for line in ["maybe", "dont know", "0", "12345678901"] {
        desk.write("lines", format!("{line}\n").as_bytes());
        let lines = std::fs::File::open(desk.path().join("lines")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let output = command.arg("review").current_dir(desk.path()).stdin(lines).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("is no answer to question 1"), "{line}");
    }
    assert_eq!(pins(&desk, "a.toml"), [None, None, None]);
}

#[test]
fn a_file_that_somebody_edits_meanwhile_is_left_alone() {
    let desk = desk();
    let list = desk.run(&["review", "--list", "--format", "json"]).json();
    let first = &list["questions"][0]["a"];
    let file = first["file"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .arg("review")
        .current_dir(desk.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It asks: what it asks about has been read.
    let mut asked = [0; 64];
    std::io::Read::read(child.stdout.as_mut().unwrap(), &mut asked).unwrap();
    let new = "\n[[claim]]\nsubject = \"quay\"\nattribute = \"depth\"\nvalue = \"9 m\"\n";
    let edited = read(&desk, &file).replacen("\n[[claim]]", &format!("{new}\n[[claim]]"), 1);
    desk.write(&format!("claims/ferry/{file}"), edited.as_bytes());
    child.stdin.take().unwrap().write_all(b"s\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("changed since it was read"));
    for file in ["a.toml", "b.toml", "c.toml"] {
        assert!(pins(&desk, file).iter().all(Option::is_none), "{file}: all or nothing");
    }
}

#[test]
fn only_what_was_answered_is_pinned_and_different_taken_apart_stays_apart() {
    let desk = desk();
    // Three are said to be one, then one of them not to be: the other answers hold.
    desk.write(
        "answers.json",
        br#"[{"a": "claims/ferry/a.toml#2", "same": ["claims/ferry/b.toml#2"], "different": ["claims/ferry/c.toml#2"]},
             {"a": "claims/ferry/c.toml#2", "same": ["claims/ferry/b.toml#2"]},
             {"a": "claims/ferry/a.toml#2", "b": "claims/ferry/c.toml#2", "answer": "same"}]"#,
    );
    let run = desk.run(&["review", "--apply", "answers.json"]);
    assert_eq!(run.status(), 2);
    assert_eq!(run.err().matches("contradicts an earlier one").count(), 2, "{}", run.err());
    let (a, b, c) = (pins(&desk, "a.toml"), pins(&desk, "b.toml"), pins(&desk, "c.toml"));
    assert!(a[1].is_some() && a[1] == b[1] && a[1] != c[1], "{a:?} {b:?} {c:?}");
    assert_eq!([&a[0], &a[2], &b[0], &b[2], &c[0], &c[2]], [&None; 6]);
}

#[test]
fn the_last_answer_is_taken_back_in_the_files_too() {
    let desk = desk();
    let before = ["a.toml", "b.toml", "c.toml"].map(|file| read(&desk, file));
    let out = typed(&desk, "s\nu\nq\n");
    assert!(out.contains("taken back\n  item removed  "), "{out}");
    assert_eq!(out.matches("1. ferry").count(), 2, "the question comes again: {out}");
    assert_eq!(["a.toml", "b.toml", "c.toml"].map(|file| read(&desk, file)), before);
    typed(&desk, "s\nd\nu\nq\n");
    let after = ["a.toml", "b.toml", "c.toml"].map(|file| read(&desk, file));
    let once = self::desk();
    typed(&once, "s\nq\n");
    assert_eq!(["a.toml", "b.toml", "c.toml"].map(|file| read(&once, file)), after);
    // Nothing was answered: there is nothing to take back.
    assert!(typed(&self::desk(), "u\nq\n").matches("1. ferry").count() == 2);
}

#[test]
fn a_question_fits_a_small_screen() {
    use gainsay::linkage::align_fully;
    let words = |count: usize| "word ".repeat(count);
    let claims: Vec<(&str, String)> =
        (0..4).map(|at| ("ferry", format!("length {}", words(30 + at)))).collect();
    let file = |outlet: &str| {
        let claims: Vec<(&str, &str, &str)> = claims.iter().map(|(a, b)| (*a, b.as_str(), "90 m")).collect();
        article(outlet, &claims)
    };
    let desk = Desk::new(&[
        ("claims/s/a.toml", &file("A")),
        ("claims/s/b.toml", &file("B")),
        ("claims/s/c.toml", &file("C")),
    ]);
    let paths = vec![desk.path().join("claims")];
    let options = gainsay::check::Options { paths, ..Default::default() };
    let (stories, _) = gainsay::check::stories(&options, &mut Vec::new());
    let case = gainsay::review::Case::new(&stories[0]);
    let alignment = align_fully(&stories[0], gainsay::meter::Budget::default());
    for question in case.questions() {
        let view = gainsay::console::QuestionView::new("s", &alignment, &question);
        let mut screen = Vec::new();
        view.screen(1, 80, Some(21), &mut screen).unwrap();
        let text = anstream::adapter::strip_str(std::str::from_utf8(&screen).unwrap()).to_string();
        assert!(text.lines().count() <= 21, "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    }
}
