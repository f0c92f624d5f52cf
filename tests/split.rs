//! `gainsay split` and `gainsay join`: what is told apart or together by hand, remembered, and taken back.

use crate::support::Desk;

const A: &str = "# by hand\n[article]\noutlet = \"A\"\n\n[[claim]]\nsubject   = \"kiln\"\nattribute = \"height\"   # kept\nvalue     = \"12 m\"\n\n[[claim]]\nsubject   = \"kiln\"\nattribute = \"builder\"\nvalue     = \"Orr\"\nitem      = \"builder\"\n";
const B: &str = "[article]\noutlet = \"B\"\n\n[[claim]]\nsubject = \"kiln\"\nattribute = \"height\"\nvalue = \"15 m\"\n\n[[claim]]\nsubject = \"old kiln\"\nattribute = \"who fired it\"\nvalue = \"Ames\"\n";
const C: &str = "[article]\noutlet = \"C\"\n\n[[claim]]\nsubject = \"the kiln\"\nattribute = \"height\"\nvalue = \"12 m\"\naccording_to = [\"Orr\"]\n";

fn desk() -> Desk {
    Desk::new(&[("claims/kiln/a.toml", A), ("claims/kiln/b.toml", B), ("claims/kiln/c.toml", C)])
}

fn texts(desk: &Desk) -> [String; 3] {
    ["a", "b", "c"].map(|name| desk.read(&format!("claims/kiln/{name}.toml")))
}

/// The claims that are one item with a claim, itself included.
fn item(desk: &Desk, file: &str, number: u64) -> Vec<String> {
    let report = desk.run(&["--all", "--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap().clone();
    let claims = |item: &serde_json::Value| -> Vec<String> {
        let claims = item["claims"].as_array().unwrap().iter();
        claims
            .map(|it| {
                format!("{}#{}", it["file"].as_str().unwrap().rsplit('/').next().unwrap(), it["number"])
            })
            .collect()
    };
    items.iter().map(claims).find(|it| it.contains(&format!("{file}#{number}"))).unwrap()
}

#[test]
fn a_claim_is_split_off_and_the_others_stay_together() {
    let desk = desk();
    assert_eq!(item(&desk, "b.toml", 1), ["a.toml#1", "b.toml#1", "c.toml#1"]);
    let before = texts(&desk);
    let run = desk.run(&["split", "claims/kiln/b.toml#1", "--dry-run"]);
    assert_eq!((run.status(), run.err()), (0, String::new()));
    assert!(run.out().contains("nothing is written"), "{}", run.out());
    assert_eq!(texts(&desk), before);
    let run = desk.run(&["split", "claims/kiln/b.toml:7"]);
    assert_eq!((run.status(), run.err()), (0, String::new()));
    assert_eq!(item(&desk, "b.toml", 1), ["b.toml#1"]);
    assert_eq!(item(&desk, "a.toml", 1), ["a.toml#1", "c.toml#1"]);
    let [a, b, c] = texts(&desk);
    let pins = |text: &str| text.lines().filter(|it| it.starts_with("item") || it.starts_with("not")).count();
    assert_eq!(pins(&a) + pins(&b) + pins(&c), 1 + 2, "one pin beside the one of old, and one `not`");
    assert!(b.contains("value = \"15 m\"\nnot = [\""), "{b}");
    let kept: String = a
        .lines()
        .filter(|it| !it.contains("item      = \"kiln-height\""))
        .fold(String::new(), |all, it| all + it + "\n");
    assert_eq!(kept, A, "nothing else changes");
    // It is never asked again, and lint and fmt have nothing to say.
    let asked = desk.run(&["review", "--list", "--format", "json"]).out();
    let about = |text: &str| text.contains("claims/kiln/b.toml#1") && text.contains("claims/kiln/a.toml#1");
    let questions: serde_json::Value = serde_json::from_str(&asked).unwrap();
    let questions = questions["questions"].as_array().unwrap();
    assert!(!questions.iter().any(|it| about(&it.to_string())), "{asked}");
    let lint = desk.run(&["lint", "claims/kiln/b.toml"]);
    assert_eq!(lint.status(), 0, "{}", lint.out());
    // What told it apart is taken back, to the byte.
    assert_eq!(desk.run(&["split", "--undo", "claims/kiln/b.toml#1"]).status(), 0);
    assert_eq!(texts(&desk), before);
    let run = desk.run(&["split", "--undo", "claims/kiln/b.toml#1"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("nothing says that claims/kiln/b.toml#1 is told apart"), "{}", run.err());
}

#[test]
fn two_claims_are_joined_and_the_join_is_taken_back() {
    let desk = desk();
    let before = texts(&desk);
    assert_eq!(item(&desk, "b.toml", 2), ["b.toml#2"]);
    let run = desk.run(&["join", "b.toml#2", "a.toml#2"]);
    assert_eq!((run.status(), run.err()), (0, String::new()));
    assert_eq!(item(&desk, "b.toml", 2), ["a.toml#2", "b.toml#2"]);
    assert_eq!(texts(&desk)[0], before[0], "one pin is enough");
    assert!(run.out().contains("undo: gainsay join --undo claims/kiln/b.toml#2\n"), "{}", run.out());
    let run = desk.run(&["join", "b.toml#2", "a.toml#2"]);
    assert!(run.err().contains("pinned as one fact already"), "{}", run.err());
    let run = desk.run(&["split", "b.toml#2"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("pinned as one fact: item = \"builder\""), "{}", run.err());
    assert_eq!(desk.run(&["join", "--undo", "b.toml#2"]).status(), 0);
    assert_eq!(texts(&desk), before);
    // Two claims that have no pin yet get one, and both lose it.
    let run = desk.run(&["join", "claims/kiln/b.toml#2", "claims/kiln/c.toml#1"]);
    assert!(run.out().contains("join --undo claims/kiln/b.toml#2 claims/kiln/c.toml#1"), "{}", run.out());
    assert_eq!(desk.run(&["join", "--undo", "b.toml#2", "c.toml#1"]).status(), 0);
    assert_eq!(texts(&desk), before);
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let desk = desk();
    desk.write("claims/oven/a.toml", B.replace("kiln", "oven").as_bytes());
    let before = texts(&desk);
    for (args, fault) in [
        (["split", "d.toml#1", ""], "there is no claim file d.toml"),
        (["split", "kiln/a.toml#9", ""], "claims/kiln/a.toml has no claim number 9"),
        (["split", "kiln/a.toml:1", ""], "claims/kiln/a.toml has no claim in line 1"),
        (["split", "a.toml#1", ""], "may mean claims/kiln/a.toml#1 or claims/oven/a.toml#1"),
        (["split", "no-such-id", ""], "no claim and no item is called no-such-id"),
        (["split", "kiln/b.toml#2", ""], "is the only claim of its item"),
        (["join", "kiln/a.toml#1", "kiln/a.toml#2"], "are told by one article"),
        (["join", "kiln/a.toml#1", "kiln/a.toml#1"], "is named twice"),
        (["join", "kiln/a.toml#1", "oven/a.toml#1"], "are of two stories"),
        (["join", "kiln/a.toml#1", "x\u{1b}[2J.toml#1"], "there is no claim file"),
    ] {
        let args: Vec<&str> = args.into_iter().filter(|it| !it.is_empty()).collect();
        let run = desk.run(&args);
        assert_eq!(run.status(), 2, "{args:?}");
        assert!(run.err().contains(fault) && run.err().contains("hint: "), "{args:?}: {}", run.err());
        assert!(!run.err().contains('\u{1b}'), "{:?}", run.err());
    }
    assert_eq!(texts(&desk), before);
    assert_eq!(desk.run(&["split", "kiln/b.toml#1"]).status(), 0);
    let run = desk.run(&["join", "kiln/a.toml#1", "kiln/b.toml#1"]);
    assert!(run.err().contains("were told apart"), "{}", run.err());
    assert_eq!(desk.run(&["join", "kiln/b.toml#2", "kiln/b.toml#1"]).status(), 2);
}

#[test]
fn an_id_means_the_claim_that_is_in_doubt() {
    let desk = desk();
    let report = desk.run(&["--all", "--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap().clone();
    let of = items.iter().find(|it| it["claims"].as_array().unwrap().len() == 3).unwrap();
    let run = desk.run(&["split", of["id"].as_str().unwrap()]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("has 3 claims: which one is meant?"), "{}", run.err());
    assert!(run.err().contains("\n  claims/kiln/b.toml#1  "), "{}", run.err());
    desk.write("claims/kiln/c.toml", b"[article]\noutlet = \"C\"\n");
    let report = desk.run(&["--all", "--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap().clone();
    let of = items.iter().find(|it| it["claims"].as_array().unwrap().len() == 2).unwrap();
    let run = desk.run(&["split", of["id"].as_str().unwrap()]);
    assert_eq!((run.status(), run.err()), (0, String::new()));
    assert_eq!(item(&desk, "a.toml", 1), ["a.toml#1"]);
}

#[test]
fn an_answer_different_parts_nobody_else_and_outlasts_the_run() {
    let desk = desk();
    // The height is told apart from the builder, which has a pin: nothing is pinned that another pin could part.
    desk.write(
        "answers.json",
        br#"[{"a": "claims/kiln/b.toml#2", "b": "claims/kiln/a.toml#2", "answer": "different"}]"#,
    );
    assert_eq!(desk.run(&["review", "--apply", "answers.json"]).status(), 0);
    let b = desk.read("claims/kiln/b.toml");
    assert!(b.ends_with("not = [\"builder\"]\n") && !b.contains("item"), "{b}");
    desk.write(
        "answers.json",
        br#"[{"a": "claims/kiln/b.toml#2", "b": "claims/kiln/a.toml#2", "answer": "same"}]"#,
    );
    let run = desk.run(&["review", "--apply", "answers.json"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("contradicts an earlier one"), "{}", run.err());
    assert_eq!(desk.read("claims/kiln/b.toml"), b);
}
