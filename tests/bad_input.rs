//! Bad input gives a located error with a hint, and the rest still works.

use crate::support::Desk;

const GOOD: &str = "[article]\noutlet = \"Good\"\n\n[[claim]]\nsubject = \"ship\"\nattribute = \"length\"\nvalue = \"948 feet\"\n";

/// A broken file, the line its first problem is in, and words that its message and hint must have.
const BROKEN: &[(&str, &[u8], usize, &[&str])] = &[
    ("missing key", b"[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nvalue = \"1\"\n", 3, &["`attribute` is missing", "add `attribute = "]),
    ("misspelt key", b"[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvlaue = \"1\"\n", 6, &["unknown key `vlaue`", "did you mean `value`"]),
    ("word used instead", b"[article]\nsource = \"A\"\n", 2, &["unknown key `source`", "did you mean `outlet`"]),
    ("month without quotes", b"[article]\noutlet = \"A\"\npublished = 2025-12\n", 3, &["published = \"2025-12\""]),
    ("wrong type", b"[article]\noutlet = 7\n", 2, &["takes a text", "outlet = \"7\""]),
    ("empty required text", b"[article]\noutlet = \"\"\n", 2, &["`outlet` is empty"]),
    ("no article", b"[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = \"1\"\n", 1, &["there is no [article]"]),
    ("empty file", b"", 1, &["the file is empty"]),
    ("unknown key", b"[article]\noutlet = \"A\"\nzzz = 1\n", 3, &["unknown key `zzz`", "[article] knows outlet"]),
    ("not UTF-8", b"[article]\noutlet = \"Caf\xe9\"\n", 2, &["not UTF-8", "save it as UTF-8"]),
    ("UTF-16", b"\xff\xfe[\0a\0", 1, &["not UTF-8", "UTF-16"]),
    ("value is a table", b"[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = { a = 1 }\n", 6, &["`value` takes one value"]),
    ("list of numbers", b"[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = [1, 2]\n", 6, &["list of texts", "\"1\""]),
    ("unknown certainty", b"[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = \"1\"\ncertainty = \"plannd\"\n", 7, &["\"plannd\"", "did you mean \"planned\""]),
    ("one bracket", b"[article]\noutlet = \"A\"\n[claim]\nsubject = \"s\"\nattribute = \"a\"\nvalue = \"1\"\n", 3, &["[[claim]], with two brackets"]),
    ("claims", b"[article]\noutlet = \"A\"\n[[claims]]\nsubject = \"s\"\n", 3, &["unknown table `claims`", "[[claim]]"]),
    ("key twice", b"[article]\noutlet = \"A\"\noutlet = \"B\"\n", 3, &["`outlet` stands twice"]),
    ("curly quotes", "[article]\noutlet = “A”\n".as_bytes(), 2, &["straight quotes"]),
    ("open text", b"[article]\noutlet = \"A\n", 2, &["close the text"]),
    ("no such date", b"[article]\noutlet = \"A\"\npublished = \"soonish\"\n", 3, &["must be a date of its own"]),
    ("no such currency", b"[article]\noutlet = \"A\"\ncurrency = \"dollars\"\n", 3, &["no currency code", "ISO 4217"]),
    ("several texts without a list", b"[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = \"x\", \"y\"\n", 6, &["several texts make a list"]),
    ("comma behind a text", b"[article]\noutlet = \"A\",\n", 2, &["take the comma away"]),
    ("key with a space", b"[article]\noutlet = \"A\"\nin print = \"x\"\n", 3, &["in_print"]),
    ("one digit", b"[article]\noutlet = \"A\"\npublished = 2025-3-1 # or so\n", 3, &["two digits: published = 2025-03-01"]),
    ("one bracket behind two", b"[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = \"1\"\n[claim]\nsubject = \"t\"\n", 7, &["[[claim]], with two brackets"]),
    ("no such day", b"[article]\noutlet = \"A\"\npublished = 2025-13-45\n", 3, &["there is no such day"]),
    ("a day counted from another", b"[article]\noutlet = \"A\"\npublished = \"yesterday\"\n", 3, &["must be a date of its own"]),
    ("a day counted from no other", b"[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = \"1\"\nas_of = \"Monday\"\n", 7, &["must be a date of its own"]),
    ("a day of no year", b"[article]\noutlet = \"A\"\npublished = \"12 March\"\n", 3, &["must be a date of its own"]),
    ("capital table", b"[article]\noutlet = \"A\"\n[[Claim]]\nsubject = \"s\"\n", 3, &["unknown table `Claim`", "[[claim]]"]),
    ("text file missing", b"[article]\noutlet = \"A\"\ntext = \"nowhere.txt\"\n", 3, &["the article's text"]),
];

#[test]
fn every_problem_has_file_line_and_hint_and_good_files_lose_nothing() {
    for (name, bytes, line, words) in BROKEN {
        let desk = Desk::new(&[("claims/story/good.toml", GOOD)]);
        desk.write("claims/story/bad.toml", bytes);
        let run = desk.run(&["--format", "json"]);
        assert_eq!(run.status(), 2, "{name}: {}", run.err());
        let report = run.json();
        let problems = report["diagnostics"].as_array().unwrap();
        let first = problems.iter().find(|it| it["severity"] == "error");
        let first = first.unwrap_or_else(|| panic!("{name}: no error reported"));
        assert_eq!(first["file"], "claims/story/bad.toml", "{name}");
        assert_eq!(first["line"], *line, "{name}: {first}");
        for problem in problems {
            assert!(!problem["hint"].as_str().unwrap().is_empty(), "{name}: no hint: {problem}");
        }
        let said = format!("{} {}", first["message"], first["hint"]).replace("\\\"", "\"");
        for word in *words {
            assert!(said.contains(word), "{name}: {word:?} is missing from {said}");
        }
        assert!(run.err().contains(&format!("claims/story/bad.toml:{line}:")), "{name}: {}", run.err());
        let labels: Vec<&str> = report["stories"][0]["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|item| item["label"].as_str())
            .collect();
        assert!(labels.contains(&"ship: length"), "{name}: the good file's claim is gone: {labels:?}");
    }
}

#[test]
fn all_bad_files_together_are_all_reported() {
    let desk = Desk::new(&[("claims/story/good.toml", GOOD)]);
    for (index, (_, bytes, _, _)) in BROKEN.iter().enumerate() {
        desk.write(&format!("claims/story/bad-{index}.toml"), bytes);
    }
    let run = desk.run(&["--format", "json"]);
    assert_eq!(run.status(), 2);
    let report = run.json();
    for (index, (name, ..)) in BROKEN.iter().enumerate() {
        let file = format!("claims/story/bad-{index}.toml");
        let found = report["diagnostics"].as_array().unwrap().iter().any(|it| it["file"] == file.as_str());
        assert!(found, "{file}: {name}");
    }
}

#[test]
fn a_fault_in_one_claim_spoils_no_other_claim_of_the_file() {
    let text = "[article]\noutlet = \"A\"\n\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 2025-12\n\n[[claim]]\nsubject = \"t\"\nattribute = \"b\"\nvalue = \"1\"\n";
    let desk = Desk::new(&[("claims/story/a.toml", text)]);
    let run = desk.run(&["--format", "json"]);
    assert_eq!(run.status(), 2);
    let report = run.json();
    assert_eq!(report["summary"]["claims"], 1);
    assert_eq!(report["stories"][0]["items"][0]["claims"][0]["number"], 2);
}

#[test]
fn an_article_nobody_tells_hides_no_problem_of_its_claims() {
    let text = "[article]\noutlet = 5\n[[claim]]\nsubject = \"s\"\nvlaue = 1\nattribute = \"a\"\n";
    let desk = Desk::new(&[("claims/story/a.toml", text), ("claims/story/good.toml", GOOD)]);
    let report = desk.run(&["--format", "json"]).json();
    let lines: Vec<u64> =
        report["diagnostics"].as_array().unwrap().iter().filter_map(|it| it["line"].as_u64()).collect();
    assert_eq!(lines, [2, 5], "{}", report["diagnostics"]);
}

#[test]
fn slips_that_are_read_but_not_meant_are_warned_of() {
    let file = "[article]\noutlet = \"A\"\npublished = \"03/04/2025\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\naccording_to = \"Reuters, Bloomberg\"\n";
    let story = "[aliases]\n\"A\" = [\"B\"]\ntitle = \"x\"\n";
    let empty = "[article]\noutlet = \"B\"\n";
    let desk = Desk::new(&[
        ("claims/story/a.toml", file),
        ("claims/story/b.toml", empty),
        ("claims/story/story.toml", story),
    ]);
    let run = desk.run(&["--format", "json"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let report = run.json();
    let messages: Vec<&str> =
        report["diagnostics"].as_array().unwrap().iter().filter_map(|it| it["message"].as_str()).collect();
    for words in ["can be read as", "one credit with a comma", "makes no claim", "stands below [aliases]"] {
        assert!(messages.iter().any(|it| it.contains(words)), "{words}: {messages:?}");
    }
}

#[test]
fn warnings_do_not_fail_the_run() {
    let text = "[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = \"n/a\"\n[[claim]]\nsubject = \"s\"\nattribute = \"b\"\nvalue = \"1\"\n[[claim]]\nsubject = \"s\"\nattribute = \"b\"\nvalue = \"1\"\n[[claim]]\nsubject = \"s\"\nattribute = \"c\"\nvalue = \"\"\n";
    let desk = Desk::new(&[("claims/story/a.toml", text)]);
    let run = desk.run(&["--format", "json"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let report = run.json();
    let messages: Vec<&str> =
        report["diagnostics"].as_array().unwrap().iter().filter_map(|it| it["message"].as_str()).collect();
    assert!(messages[0].contains("\"n/a\" is no claim"), "{messages:?}");
    assert!(messages[1].contains("the same claim stands in line 10"), "{messages:?}");
    assert!(messages[2].contains("the value is empty"), "{messages:?}");
    assert_eq!(report["summary"]["claims"], 2);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_make_no_difference() {
    let plain = Desk::new(&[("claims/story/a.toml", GOOD)]);
    let marked = Desk::new(&[]);
    marked.write("claims/story/a.toml", format!("\u{feff}{}", GOOD.replace('\n', "\r\n")).as_bytes());
    assert_eq!(plain.run(&["--format", "json"]).out(), marked.run(&["--format", "json"]).out());
}

#[test]
fn nothing_to_check_is_status_3_and_a_wrong_path_is_2() {
    let desk = Desk::new(&[("claims/story/story.toml", "title = \"t\"\n")]);
    let run = desk.run(&[]);
    assert_eq!(run.status(), 3);
    assert!(run.err().contains("no claim file in ./claims"), "{}", run.err());
    assert!(run.err().contains("hint: "), "{}", run.err());
    assert_eq!(desk.run(&["nowhere"]).status(), 2);
    assert_eq!(desk.run(&["--verdict", "wrong"]).status(), 2);
}

#[test]
fn wrong_settings_are_errors_with_a_place() {
    let story = "currency = \"dollars\"\ndate_order = \"dmx\"\nscale = 1\n[scales]\nx = [\"one\"]\n[tolerance]\nmoney = \"much\"\n";
    let desk = Desk::new(&[("claims/story/a.toml", GOOD), ("claims/story/story.toml", story)]);
    let run = desk.run(&["--format", "json"]);
    assert_eq!(run.status(), 2);
    let report = run.json();
    let lines: Vec<u64> =
        report["diagnostics"].as_array().unwrap().iter().filter_map(|it| it["line"].as_u64()).collect();
    assert_eq!(lines, [1, 2, 3, 5, 7], "{}", report["diagnostics"]);
    let settings = Desk::new(&[("claims/story/a.toml", GOOD), ("gainsay.toml", "titel = 1\n")]);
    let run = settings.run(&[]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("gainsay.toml:1:1"), "{}", run.err());
}

#[test]
fn a_claim_file_of_another_ending_is_told_of_and_read_where_it_is_named() {
    let desk = Desk::new(&[("claims/story/good.toml", GOOD), ("claims/story/b.toml.txt", GOOD)]);
    let run = desk.run(&[]);
    assert_eq!(run.status(), 0);
    assert!(
        run.err().contains("claims/story/b.toml.txt") && run.err().contains("ends on .toml"),
        "{}",
        run.err()
    );
    let named = desk.run(&["claims/story/b.toml.txt"]);
    assert!(named.out().contains("in 1 article") && !named.err().contains("not read"), "{}", named.err());
}
