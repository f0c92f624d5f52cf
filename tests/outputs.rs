//! Several outputs in one run: each complete, none disturbing another, the exit status the same.

use crate::support::Desk;

fn article(outlet: &str, length: &str) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\n\n[[claim]]\nsubject = \"the ship\"\nattribute = \"length\"\nvalue = \"{length}\"\n"
    )
}

fn desk() -> Desk {
    Desk::new(&[
        ("claims/bridge/a.toml", &article("A", "948 feet")),
        ("claims/bridge/b.toml", &article("B", "984 feet")),
    ])
}

#[test]
fn each_output_is_what_a_run_of_its_own_would_give() {
    let desk = desk();
    let run = desk.run(&["--output", "json=a.json", "--output", "table=a.txt", "--output", "json"]);
    assert_eq!((run.status(), run.err()), (1, String::new()));
    assert_eq!(run.out(), desk.run(&["--format", "json"]).out());
    assert_eq!(desk.read("a.json"), run.out());
    assert_eq!(desk.read("a.txt"), desk.run(&[]).out());
    let beside = desk.run(&["--output", "json=b.json", "--format", "table"]);
    assert_eq!((beside.out(), desk.read("b.json")), (desk.read("a.txt"), desk.read("a.json")));
    let coloured = desk.run(&["--color", "always", "--output", "table=c.txt"]);
    assert_eq!((coloured.status(), desk.read("c.txt")), (1, desk.read("a.txt")), "a file has no colours");
}

#[test]
fn a_run_that_writes_only_files_leaves_standard_output_alone() {
    let desk = desk();
    let run = desk.run(&["--output", "json=a.json"]);
    assert_eq!((run.status(), run.out()), (1, String::new()));
    assert_eq!(run.err(), "1 contradiction (1 new), 0 tensions, 0 unclear: a.json\n");
    assert_eq!(desk.run(&["--output", "json=-"]).out(), desk.read("a.json"));
}

#[test]
fn a_quiet_run_says_nothing_but_what_it_is_asked() {
    let desk = desk();
    desk.write("claims/bridge/c.toml", article("C", "n/a").as_bytes());
    assert!(desk.run(&[]).err().contains("warning"));
    for args in [&["--quiet"][..], &["-q", "--output", "json=a.json"]] {
        let run = desk.run(args);
        assert_eq!((run.status(), run.out(), run.err()), (1, String::new(), String::new()), "{args:?}");
    }
    assert_eq!(desk.run(&["-q", "--format", "json"]).out(), desk.read("a.json"));
    desk.write("claims/bridge/d.toml", b"[article]\n");
    let wrong = desk.run(&["-q"]);
    assert_eq!((wrong.status(), wrong.out()), (2, String::new()));
    assert!(wrong.err().contains("error") && !wrong.err().contains("warning"), "{}", wrong.err());
}

#[test]
fn a_quiet_command_does_the_same_and_says_nothing_of_it() {
    let two = |desk: &Desk| {
        desk.write("claims/bridge/c.toml", article("C", "n/a").as_bytes());

        desk.write("text.txt", b"The bridge is 948 feet long, officials said on Tuesday.\n");
        desk.write("sheet.csv", b"story,outlet,subject,attribute,value\nquay,D,quay,length,12 m\n");
        desk.write(
            "answers.json",
            br#"[{"a": "claims/bridge/a.toml#1", "b": "claims/bridge/b.toml#1", "answer": "same"}]"#,
        );
    };
    let claims = ["claims/bridge/a.toml:4", "claims/bridge/b.toml:4"];
    for args in [
        &["check"][..],
        &["lint"],
        &["fmt"],
        &["fmt", "--check"],
        &["split", claims[0]],
        &["join", claims[0], claims[1]],
        &["accept", "--all-new", "--reason", "asked"],
        &["accept", "--refresh"],
        &["prune"],
        &["import", "sheet.csv"],
        &["init", "fresh", "--ci", "github"],
        &["new", "harbour", "--outlet", "E", "--text", "text.txt"],
        &["review", "--apply", "answers.json"],
        &["report", "--output", "page.html"],
    ] {
        let (loud, quiet) = (desk(), desk());
        two(&loud);
        two(&quiet);
        let told = loud.run(args);
        assert!(!told.out().is_empty() || !told.err().is_empty(), "{args:?} says nothing anyway");
        let run = quiet.run(&[args, &["-q"]].concat());
        assert_eq!(
            (run.status(), run.out(), run.err()),
            (told.status(), String::new(), String::new()),
            "{args:?}"
        );
        assert_eq!(everything(&quiet), everything(&loud), "{args:?}");
    }
}

/// All files of a desk, with what stands in them.
fn everything(desk: &Desk) -> Vec<(String, Vec<u8>)> {
    let all = walkdir::WalkDir::new(desk.path()).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = all.filter(|it| it.file_type().is_file());
    let named = files.map(|it| {
        let name = it.path().strip_prefix(desk.path()).unwrap().display().to_string();
        (name, std::fs::read(it.path()).unwrap())
    });
    named.collect()
}

#[test]
fn what_is_asked_for_is_said_by_a_quiet_command_too() {
    let desk = desk();
    desk.write("claims/bridge/c.toml", article("C", "n/a").as_bytes());
    for args in [
        &["show", "length"][..],
        &["explain", "no-claim"],
        &["value", "12 feet"],
        &["lint", "--format", "json"],
        &["lint", "--values"],
        &["review", "--list"],
        &["split", "claims/bridge/a.toml:4", "--dry-run"],
        &["checklist", "bridge"],
        &["schema", "claims"],
    ] {
        let (loud, quiet) = (desk.run(args), desk.run(&[args, &["--quiet"]].concat()));
        assert_eq!((quiet.status(), quiet.out()), (loud.status(), loud.out()), "{args:?}");
        assert!(!quiet.out().is_empty() && quiet.err().is_empty(), "{args:?}: {}", quiet.err());
    }
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    let desk = Desk::new(&[]);
    let help = desk.run(&["--help"]).out();
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let commands: Vec<&str> = commands
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert!(commands.len() > 10, "{commands:?}");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = desk.run(&["completions", shell]);
        assert_eq!(script.status(), 0);
        assert!(commands.iter().all(|name| script.out().contains(name)), "{shell}");
    }
    let page = desk.run(&["man"]).out();
    for name in &commands {
        assert!(page.contains(&format!("gainsay\\-{name}(1)")), "{name}");
        let of_command = desk.run(&["man", name]);
        assert_eq!(of_command.status(), 0);
        assert!(of_command.out().contains(&format!(".TH gainsay-{name} 1")), "{}", of_command.out());
    }
    let wrong = desk.run(&["man", "shwo"]);
    assert!(wrong.status() == 2 && wrong.err().contains("hint: it takes one of"), "{}", wrong.err());
}

#[test]
fn what_is_wrong_with_an_output_is_said_before_anything_is_written() {
    let desk = desk();
    for (args, said) in [
        (&["--output", "json", "--format", "table"][..], "two outputs go to standard output"),
        (&["--output", "json=x", "--output", "table=x"], "two outputs go to x"),
        (&["--output", "jsn=x"], "no format is called \"jsn\""),
        (&["--output", "json="], "no file is named"),
    ] {
        let run = desk.run(args);
        assert_eq!(run.status(), 2, "{args:?}");
        assert!(run.err().contains(said), "{args:?}: {}", run.err());
        assert_eq!(run.out(), "");
        assert!(!desk.path().join("x").exists());
    }
}

#[test]
fn no_output_replaces_claims_or_what_is_no_page() {
    let desk = desk();
    desk.write("notes.html", b"to be kept");
    let files = std::fs::read_dir(desk.path().join("claims")).unwrap().count();
    assert!(files > 0);
    let claims = walkdir::WalkDir::new(desk.path().join("claims")).into_iter().map(Result::unwrap);
    let claim_file = claims.map(|it| it.path().to_owned()).find(|it| it.is_file()).unwrap();
    let before = std::fs::read(&claim_file).unwrap();
    let asked = format!("json={}", claim_file.display());
    for (target, said) in [
        (asked.as_str(), "is a TOML file and was not overwritten"),
        ("csv=claims/new.TOML", "is a TOML file and was not overwritten"),
        ("html=notes.html", "is no page and was not overwritten"),
    ] {
        let run = desk.run(&["--output", target]);
        assert_eq!((run.status(), run.out()), (2, String::new()), "{target}");
        assert!(run.err().contains(said) && run.err().contains("hint: "), "{target}: {}", run.err());
    }
    assert_eq!(std::fs::read(&claim_file).unwrap(), before);
    assert_eq!(desk.read("notes.html"), "to be kept");
}

#[test]
fn what_is_meant_by_nothing_is_said() {
    let desk = desk();
    let run = desk.run(&["--item", "nosuch"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("no data item is called \"nosuch\""), "{}", run.err());
}

#[test]
fn an_output_that_can_not_be_written_stops_no_other() {
    let desk = desk();
    desk.write("taken/file", b"");
    for (target, hint) in
        [("json=nowhere/a.json", "make its folder first"), ("json=taken", "name a file in it")]
    {
        let run = desk.run(&["--output", target, "--output", "json=good.json", "--format", "table"]);
        assert_eq!(run.status(), 2, "{target}");
        assert!(run.err().contains("can't be written") && run.err().contains(hint), "{}", run.err());
        assert_eq!(run.out(), desk.run(&[]).out());
        assert_eq!(desk.read("good.json"), desk.run(&["--format", "json"]).out());
    }
}

#[test]
fn an_earlier_file_is_replaced_whole() {
    let desk = desk();
    desk.write("a.json", "x".repeat(1 << 20).as_bytes());
    desk.run(&["--output", "json=a.json"]);
    assert_eq!(desk.read("a.json"), desk.run(&["--format", "json"]).out());
    let left: Vec<_> = std::fs::read_dir(desk.path()).unwrap().collect();
    assert_eq!(left.len(), 2, "claims and a.json, and nothing half-written");
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_into() {
    let desk = desk();
    assert_eq!(desk.run(&["--output", "json=/dev/null"]).status(), 1);
    let full = desk.run(&["--output", "json=/dev/full"]);
    assert_eq!(full.status(), 2);
    assert!(full.err().contains("/dev/full can't be written"), "{}", full.err());
}
