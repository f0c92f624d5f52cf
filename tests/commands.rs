//! The command line: what narrows, what shows, what the exit status says.

use std::io::Read;
use std::process::{Command, Stdio};

use crate::support::Desk;

fn article(outlet: &str, length: &str, crew: &str) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\n\n[[claim]]\nsubject = \"the ship\"\nattribute = \"length\"\nvalue = \"{length}\"\n\n[[claim]]\nsubject = \"the ship\"\nattribute = \"number of crew\"\nvalue = {crew}\n"
    )
}

/// Two stories: one with a contradiction and a tension, one where all agree.
fn desk() -> Desk {
    Desk::new(&[
        ("claims/bridge/a.toml", &article("A", "948 feet", "\"about 22\"")),
        ("claims/bridge/b.toml", &article("B", "984 feet", "\"more than 22\"")),
        ("claims/calm/a.toml", &article("A", "948 feet", "22")),
        ("claims/calm/b.toml", &article("B", "948 ft", "22")),
    ])
}

#[test]
fn the_exit_status_says_what_was_found_whatever_the_format() {
    let desk = desk();
    for format in ["table", "json"] {
        let status = |args: &[&str]| desk.run(&[&["--format", format], args].concat()).status();
        assert_eq!(status(&[]), 1, "{format}");
        assert_eq!(status(&["--exit-zero"]), 0, "{format}");
        assert_eq!(status(&["--verdict", "agreement"]), 1, "what is shown is not what was found");
        assert_eq!(status(&["--story", "calm"]), 0, "{format}");
        assert_eq!(status(&["claims/calm"]), 0, "{format}");
        assert_eq!(status(&["--story", "nowhere"]), 3, "{format}");
    }
    assert_eq!(desk.run(&["check"]).out(), desk.run(&[]).out(), "check is the default command");
}

#[test]
fn tensions_fail_the_run_only_where_they_are_to() {
    let desk = Desk::new(&[
        ("claims/s/a.toml", &article("A", "948 feet", "\"about 20\"")),
        ("claims/s/b.toml", &article("B", "948 feet", "\"more than 20\"")),
    ]);
    assert_eq!(desk.run(&["--format", "json"]).json()["summary"]["tensions"], 1);
    assert_eq!(desk.run(&[]).status(), 0);
    assert_eq!(desk.run(&["--fail-on", "tension"]).status(), 1);
}

#[test]
fn flags_narrow_what_is_shown() {
    let desk = desk();
    let all = desk.run(&["--all"]).out();
    assert!(all.contains("AGREEMENT") && all.contains("CONTRADICTION"), "{all}");
    let plain = desk.run(&[]).out();
    assert!(!plain.contains("AGREEMENT") && plain.contains("more with --all"), "{plain}");
    let item = desk.run(&["--item", "LENGTH ship"]).out();
    assert!(item.contains("the ship: length") && !item.contains("crew"), "{item}");
    let verdict = desk.run(&["--verdict", "agreement"]).out();
    assert!(verdict.contains("AGREEMENT") && !verdict.contains("CONTRADICTION"), "{verdict}");
    let json = desk.run(&["--format", "json", "--verdict", "contradiction"]).json();
    let labels: Vec<&str> = json["stories"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|story| story["items"].as_array().unwrap())
        .map(|item| item["label"].as_str().unwrap())
        .collect();
    assert_eq!(labels, ["the ship: length"]);
    assert_eq!(json["summary"]["items"], 4, "the summary counts everything found");
}

#[test]
fn an_item_is_shown_by_id_place_or_words() {
    let desk = desk();
    let report = desk.run(&["--format", "json"]).json();
    let id = report["stories"][0]["items"][0]["id"].as_str().unwrap().to_owned();
    let by_id = desk.run(&["show", &id]);
    assert_eq!(by_id.status(), 0);
    for part in
        ["CONTRADICTION", "948 feet", "984 feet", "no figure satisfies both", "match weights", "A", "B"]
    {
        assert!(by_id.out().contains(part), "{part}: {}", by_id.out());
    }
    let beginning: String = id.chars().take(6).collect();
    for wanted in
        [beginning.as_str(), "claims/bridge/a.toml:7", "bridge/b.toml:5", "./claims/bridge/b.toml:6"]
    {
        assert_eq!(desk.run(&["show", wanted]).out(), by_id.out(), "{wanted}");
    }
    assert_eq!(desk.run(&["show", "length", "claims/bridge"]).out(), by_id.out());
    let several = desk.run(&["show", "length"]);
    assert!(several.out().contains("2 data items are meant"), "{}", several.out());
    let nothing = desk.run(&["show", "nothing of the kind"]);
    assert_eq!(nothing.status(), 2);
    assert!(nothing.err().contains("hint: "), "{}", nothing.err());
}

#[test]
fn the_waterfall_adds_up() {
    let out = desk().run(&["show", "length", "claims/bridge"]).out();
    let steps: Vec<(f64, f64)> = out
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let step = words.next()?.parse().ok()?;
            (words.next()? == "=").then_some(())?;
            Some((step, words.next()?.parse().ok()?))
        })
        .collect();
    assert!(steps.len() > 5, "{out}");
    let mut sum = 0.0;
    for (step, shown) in steps {
        sum += step;
        // Each line is rounded to a tenth.
        assert!((sum - shown).abs() < 0.6, "{sum} {shown}\n{out}");
    }
}

#[test]
fn general_flags_may_stand_before_a_command_and_others_may_not() {
    let desk = desk();
    let behind = desk.run(&["show", "length", "claims/bridge", "--color", "never"]);
    let before = desk.run(&["--color", "never", "show", "length", "claims/bridge"]);
    assert_eq!((before.status(), before.out()), (0, behind.out()));
    let wrong = desk.run(&["--all", "show", "length"]);
    assert_eq!(wrong.status(), 2);
    assert!(wrong.err().contains("behind its name"), "{}", wrong.err());
}

#[test]
fn every_command_can_be_quiet() {
    let desk = desk();
    let help = desk.run(&["--help"]).out();
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names: Vec<&str> =
        commands.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()).collect();
    assert!(names.contains(&"accept") && names.contains(&"watch"), "{names:?}");
    for name in names.into_iter().filter(|it| *it != "help" && !it.is_empty()) {
        let run = desk.run(&[name, "-q", "--help"]);
        assert!(run.status() == 0 && run.out().contains("-q, --quiet"), "{name}: {}", run.err());
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    for args in [&["--all"][..], &["--format", "json"], &["show", "length"]] {
        let desk = desk();
        let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
            .args(args)
            .current_dir(desk.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let status = child.wait().unwrap();
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(status.code().is_some_and(|code| code < 2), "{args:?}: {status} {said}");
        assert_eq!(said, "", "{args:?}");
    }
}

#[test]
fn settings_are_found_from_below_and_apply_to_all_stories() {
    let file = |outlet: &str, subject: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"{subject}\"\nattribute = \"seat\"\nvalue = \"Brussels\"\n"
        )
    };
    let desk = Desk::new(&[
        ("claims/s/a.toml", &file("A", "EC")),
        ("claims/s/b.toml", &file("B", "European Commission")),
        ("gainsay.toml", "[aliases]\n\"European Commission\" = [\"EC\"]\n"),
    ]);
    assert_eq!(desk.run(&["--format", "json"]).json()["summary"]["items"], 1);
    let below = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["--format", "json", "."])
        .current_dir(desk.path().join("claims/s"))
        .output()
        .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&below.stdout).unwrap();
    assert_eq!(report["summary"]["items"], 1);
    assert_eq!(report["stories"][0]["name"], "s");
}

/// A story is called by its name as well as by its path, whatever the command.
#[test]
fn a_story_is_named_or_pointed_at_alike() {
    let claim = |value: &str| {
        format!(
            "[article]\noutlet = \"O {value}\"\npublished = 2025-12-17\n\n[[claim]]\nsubject = \"Ferry\"\nattribute = \"length\"\nvalue = \"{value}\"\n"
        )
    };
    // Some of them write: each has a desk of its own.
    let desk = || {
        Desk::new(&[
            ("claims/ferry/a.toml", &claim("98 metres")),
            ("claims/ferry/b.toml", &claim("120 metres")),
            ("claims/other/c.toml", &claim("3 metres")),
        ])
    };
    for (command, status) in [
        (&["check", "--color", "never"][..], 1),
        (&["lint"], 0),
        (&["fmt", "--check"], 1),
        (&["review", "--list"], 0),
        (&["checklist"], 0),
        (&["prune"], 0),
        (&["accept", "--all-new", "--reason", "as told"], 0),
        (&["report", "--output", "-"], 0),
        (&["new", "--outlet", "Third Post"], 0),
        (&["show", "length"], 0),
        (&["split", "a.toml#1", "--dry-run"], 0),
        (&["join", "a.toml#1", "b.toml#1", "--dry-run"], 0),
    ] {
        let with = |place| desk().run(&[command, &[place]].concat());
        let (named, pointed) = (with("ferry"), with("claims/ferry"));
        assert_eq!((named.status(), pointed.status()), (status, status), "{command:?}: {}", named.err());
        assert_eq!(named.out(), pointed.out(), "{command:?}: {}", named.err());
    }
    let nowhere = desk().run(&["lint", "nowhere"]);
    assert!(nowhere.status() == 2 && nowhere.err().contains("a story below ./claims"), "{}", nowhere.err());
}

#[test]
fn timings_say_what_a_run_cost_and_change_nothing_of_it() {
    let desk = desk();
    let plain = desk.run(&["--no-cache", "--format", "json"]);
    let measured = desk.run(&["--no-cache", "--format", "json", "--timings"]);
    assert_eq!((plain.status(), plain.out()), (measured.status(), measured.out()));
    let err = measured.err();
    let times = |stage: &str| -> u64 {
        let row = err.lines().find(|it| it.trim_start().starts_with(stage));
        let row = row.and_then(|it| it.get(38..)).unwrap_or_else(|| panic!("{stage}: {err}"));
        row.split_whitespace()
            .nth(1)
            .and_then(|it| it.parse().ok())
            .unwrap_or_else(|| panic!("{stage}: {err}"))
    };
    assert_eq!(times("TOML parsed"), 4);
    assert_eq!(times("labels prepared"), 8);
    assert_eq!((times("items judged"), times("json")), (4, 1));
    // Each comparison is made for no more pairs than the one before it.
    assert!(times("candidates found") >= times("article"));
    assert!(times("article") >= times("names in the labels"));
    assert!(times("names in the labels") >= times("links kept"));
    assert!(!desk.run(&["--format", "json"]).err().contains("TOML parsed"));
}
