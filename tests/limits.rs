//! Too much, too deep, or no file at all: what is refused is named, with a hint, and the rest is compared.

use std::fmt::Write as _;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Desk, Run};
use gainsay::files::limits;

fn article(outlet: &str, length: &str) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\n\n[[claim]]\nsubject = \"the ship\"\nattribute = \"length\"\nvalue = \"{length}\"\n"
    )
}

/// Two articles that contradict each other: whatever else there is, this is found.
fn desk() -> Desk {
    Desk::new(&[
        ("claims/ship/a.toml", &article("A", "948 feet")),
        ("claims/ship/b.toml", &article("B", "700 feet")),
    ])
}

/// Checks that the readable rest is compared, and that one problem, with a hint, names a file with these words.
fn names(run: &Run, file: &str, severity: &str, words: &[&str]) {
    let report = run.json();
    assert_eq!(report["summary"]["contradictions"], 1, "{}", run.err());
    let problems = report["diagnostics"].as_array().unwrap();
    let problem = problems.iter().find(|it| it["file"] == file && it["severity"] == severity);
    let problem = problem.unwrap_or_else(|| panic!("{file} is not named: {problems:?}"));
    assert!(!problem["hint"].as_str().unwrap().is_empty(), "{file}: no hint");
    let said = format!("{} {}", problem["message"], problem["hint"]);
    for word in words {
        assert!(said.contains(word), "{word:?} is missing from {said}");
    }
    assert!(run.err().contains(file), "{}", run.err());
    assert_eq!(run.status(), if severity == "error" { 2 } else { 1 });
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn a_large_file_is_refused() {
    let desk = desk();
    let text = format!("{}# {}\n", article("C", "1 foot"), "x".repeat(17 << 20));
    desk.write("claims/ship/c.toml", text.as_bytes());
    names(
        &desk.run(&["--format", "json"]),
        "claims/ship/c.toml",
        "error",
        &["too large", "17 MiB", "16 MiB", "split"],
    );
}

#[test]
fn a_file_of_very_many_claims_is_read_up_to_the_limit() {
    let desk = desk();
    let mut text = "[article]\noutlet = \"C\"\n".to_owned();
    for at in 0..limits::CLAIMS + 3 {
        let _ = write!(text, "[[claim]]\nsubject = \"part p{at}\"\nattribute = \"number\"\nvalue = {at}\n");
    }
    desk.write("claims/other/c.toml", text.as_bytes());
    let run = desk.run(&["--format", "json"]);
    names(&run, "claims/other/c.toml", "error", &["10003 claims", "10000", "split"]);
    assert_eq!(run.json()["summary"]["claims"], limits::CLAIMS + 2);
}

#[test]
fn a_text_that_nobody_writes_is_refused_and_its_neighbours_are_read() {
    let long = "long ".repeat(limits::TEXT / 5 + 1);
    let list = format!("[{}]", "\"x\", ".repeat(limits::MEMBERS + 1));
    let digits = "1".repeat(limits::TEXT + 1);
    let values = [
        ("value", format!("\"{long}\"")),
        ("value", digits.clone()),
        ("value", format!("0.{digits}")),
        ("value", list.clone()),
        ("value", format!("[\"x\", \"{long}\"]")),
        ("quote", format!("\"{long}\"")),
        ("according_to", list),
        ("as_of", format!("\"{long}\"")),
        ("item", format!("\"{long}\"")),
    ];
    for (key, value) in values {
        let desk = desk();
        let claim = |of: &str| format!("\n[[claim]]\nsubject = \"{of}\"\nattribute = \"number\"\n");
        let text = format!("{}{}{}", article("C", "948 feet"), claim("the bridge"), claim("the mayor"));
        let other = if key == "value" { "" } else { "value = 1\n" };
        let text = text.replacen("\"number\"\n", &format!("\"number\"\n{key} = {value}\n{other}"), 1);
        desk.write("claims/ship/c.toml", format!("{text}value = 2\n").as_bytes());
        let run = desk.run(&["--format", "json"]);
        names(&run, "claims/ship/c.toml", "error", &[key, "limit"]);
        assert_eq!(
            run.json()["summary"]["claims"],
            if key == "value" { 4 } else { 5 },
            "{key}: {}",
            run.err()
        );
        assert!(run.err().len() < 10_000, "{key}: what is too long is not shown whole");
    }
    let desk = desk();
    let settings = format!("[aliases]\n\"A\" = [\"B\", \"{long}\"]\n[broader]\n\"C\" = [\"D\"]\n");
    desk.write("gainsay.toml", settings.as_bytes());
    names(&desk.run(&["--format", "json"]), "gainsay.toml", "error", &["limit"]);
}

#[test]
fn folders_deeper_than_any_are_not_looked_into() {
    let desk = desk();
    let deep = format!("claims{}", "/d".repeat(limits::DEPTH + 3));
    desk.write(&format!("{deep}/c.toml"), article("C", "1 foot").as_bytes());
    let named = format!("claims{}", "/d".repeat(limits::DEPTH));
    names(&desk.run(&["--format", "json"]), &named, "error", &["more than 32 deep", "by its own name"]);
    assert_eq!(desk.run(&[&named]).status(), 0, "it can be checked by its own name");
}

#[test]
fn values_deep_in_one_another_are_an_error_and_no_crash() {
    for deep in [100, 100_000] {
        for (open, close) in [("[", "]"), ("{a=", "}")] {
            let desk = desk();
            let value = format!("{}1{}", open.repeat(deep), close.repeat(deep));
            desk.write("claims/ship/c.toml", article("C", "1").replace("\"1\"", &value).as_bytes());
            names(&desk.run(&["--format", "json"]), "claims/ship/c.toml", "error", &[]);
        }
    }
}

#[test]
fn links_are_followed_within_the_tree_and_never_in_a_circle() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("c.toml"), "secret = 7\n").unwrap();
    let cases: [(&str, PathBuf, &str, &[&str]); 6] = [
        ("claims/ship/c.toml", "c.toml".into(), "error", &["can't be read", "symbolic links"]),
        ("claims/ship/c.toml", "nowhere.toml".into(), "error", &["can't be read", "No such file"]),
        ("claims/ship/c.toml", outside.path().join("c.toml"), "error", &["leads out", "copy the file"]),
        ("claims/ship/story.toml", outside.path().join("c.toml"), "error", &["leads out", "copy the file"]),
        ("claims/loop", "..".into(), "error", &["not followed", "by its own name"]),
        ("claims/ship/loop", "..".into(), "warning", &["not followed", "remove the link"]),
    ];
    for (link, target, severity, words) in cases {
        let desk = desk();
        symlink(&target, desk.path().join(link)).unwrap();
        let run = desk.run(&["--format", "json"]);
        names(&run, link, severity, words);
        assert!(!run.err().contains("secret"), "what lies outside is not shown: {}", run.err());
    }
    // Within the tree a link is as good as the file.
    let desk = desk();
    desk.write("archive/c.toml", article("C", "700 feet").as_bytes());
    symlink("../../archive/c.toml", desk.path().join("claims/ship/c.toml")).unwrap();
    let run = desk.run(&["--format", "json"]);
    assert_eq!((run.status(), run.err().as_str()), (1, ""));
    assert_eq!(run.json()["summary"]["articles"], 3);
}

fn reads_accepted(command: &str) -> bool {
    matches!(command, "accept" | "prune")
}

#[test]
fn pipes_and_devices_are_refused_and_never_waited_for() {
    for name in
        ["claims/ship/c.toml", "claims/ship/story.toml", "claims/ship/accepted/c.toml", "gainsay.toml"]
    {
        let desk = desk();
        let path = desk.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        pipe(&path);
        for args in [&["--format", "json"][..], &["--format", "json", "--no-cache"]] {
            names(
                &desk.run(args),
                name,
                "error",
                &["a pipe, a socket or a device", "put a file in its place"],
            );
        }
        for args in [
            &["lint"][..],
            &["fmt"],
            &["prune"],
            &["accept", "--all-new", "--reason", "x"],
            &["review", "--list"],
        ] {
            let run = desk.run(args);
            assert!(
                run.status() == 2 || !reads_accepted(args[0]) && name.contains("accepted"),
                "{name}: {args:?}"
            );
        }
    }
    // Named on the command line, or from within a file.
    let desk = desk();
    pipe(&desk.path().join("pipe"));
    std::fs::create_dir(desk.path().join("claims/ship/c.toml.d")).unwrap();
    for args in [&["check", "pipe"][..], &["check", "/dev/zero"], &["new", "ship", "--text", "pipe"]] {
        let run = desk.run(args);
        assert!(run.status() >= 2, "{args:?}: {}", run.out());
        assert!(!run.err().is_empty(), "{args:?}");
    }
    let text = article("C", "948 feet").replace("\n\n", "\ntext = \"pipe\"\n\n");
    std::fs::rename(desk.path().join("pipe"), desk.path().join("claims/ship/pipe")).unwrap();
    desk.write("claims/ship/c.toml", text.as_bytes());
    names(&desk.run(&["--format", "json"]), "claims/ship/c.toml", "error", &["the article's text", "a pipe"]);
}

#[test]
fn a_text_outside_of_the_tree_is_not_read() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("key"), "password = hunter2 and more").unwrap();
    for (name, leads_out) in
        [("key", outside.path().join("key")), ("nowhere", outside.path().join("nowhere"))]
    {
        let desk = desk();
        let secret = "quote = \"password = guess and more\"\n";
        let text =
            article("C", "948 feet").replace("\n\n", &format!("\ntext = \"{}\"\n\n", leads_out.display()));
        desk.write("claims/ship/c.toml", format!("{text}{secret}").as_bytes());
        let run = desk.run(&["--format", "json"]);
        names(&run, "claims/ship/c.toml", "warning", &["outside of the repository", "copy it"]);
        assert!(!run.out().contains("hunter2") && !run.err().contains("hunter2"), "{name}");
    }
}

#[test]
fn long_lists_and_texts_of_opposites_are_compared_in_steps_that_grow_with_their_length() {
    let names = |first: usize, count: usize| {
        (first..first + count).map(|it| format!("\"Name {it}\"")).collect::<Vec<_>>().join(", ")
    };
    let says = |outlet: &str, value: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n\n[[claim]]\nsubject = \"club\"\nattribute = \"members\"\nvalue = {value}\n"
        )
    };
    let reason = |a: &str, b: &str| {
        let desk = Desk::new(&[("claims/s/a.toml", &says("A", a)), ("claims/s/b.toml", &says("B", b))]);
        let report = desk.run(&["--all", "--no-cache", "--format", "json"]).json();
        report["stories"][0]["items"][0]["comparisons"][0]["reason"].as_str().unwrap_or_default().to_owned()
    };
    let [a, b] = [0, 5000].map(|first| format!("[{}]", names(first, 300)));
    let told = reason(&a, &b);
    assert!(told.contains("lists of 300 and 300 names") && told.contains("compared one by one"), "{told}");
    assert_eq!(reason(&a, &a), "the same words, read alike");
    // By the square this would take hours.
    let cuts = "\"".to_owned() + &"cut ".repeat(48_000);
    assert!(!reason(&format!("{cuts}now\""), &format!("{cuts}then\"")).is_empty());
}

#[test]
fn no_secret_of_a_checkout_is_quoted() {
    for (place, path) in [
        ("../../.git/config", ".git/config"),
        ("../../.env", ".env"),
        ("../other/notes.txt", "claims/other/notes.txt"),
        (".hidden.txt", "claims/ship/.hidden.txt"),
        (".keys/a.txt", "claims/ship/.keys/a.txt"),
        ("keys.txt", "claims/ship/keys.txt"),
        ("linked.txt", ".git/config"),
        ("open/linked.txt", ".env"),
    ] {
        let desk = desk();
        desk.write(".git/HEAD", b"ref: refs/heads/main\n");
        desk.write(".gitignore", b"keys.txt\n");
        desk.write(path, b"password = hunter2 and more");
        if place.ends_with("linked.txt") {
            std::fs::create_dir_all(desk.path().join("claims/ship/open")).unwrap();
            symlink(desk.path().join(path), desk.path().join("claims/ship").join(place)).unwrap();
        }
        let head = format!("\ntext = \"{place}\"\n\n");
        let text = article("C", "948 feet").replace("\n\n", &head);
        let quote = "quote = \"password = guess and more\"\n";
        desk.write("claims/ship/c.toml", format!("{text}{quote}").as_bytes());
        let run = desk.run(&["--format", "json"]);
        names(&run, "claims/ship/c.toml", "warning", &["is not read", "copy it"]);
        assert!(!run.out().contains("hunter2") && !run.err().contains("hunter2"), "{place}");
    }
    // Nor does a link in the place of a claim file show one.
    let desk = desk();
    desk.write(".git/config", b"token = hunter2\n");
    symlink("../../.git/config", desk.path().join("claims/ship/c.toml")).unwrap();
    let run = desk.run(&[]);
    assert_eq!(run.status(), 2);
    assert!(!run.err().contains("hunter2") && run.err().contains("link to a hidden file"), "{}", run.err());
    // What lies open below the story is read.
    desk.write("claims/ship/texts/c.txt", b"It is 948 feet long, they said.");
    std::fs::remove_file(desk.path().join("claims/ship/c.toml")).unwrap();
    let text = article("C", "948 feet").replace("\n\n", "\ntext = \"texts/c.txt\"\n\n");
    desk.write("claims/ship/c.toml", text.as_bytes());
    assert_eq!(desk.run(&["--format", "json"]).err(), "");
}

#[test]
fn folders_that_may_not_be_read_are_named() {
    let desk = desk();
    desk.write("claims/locked/c.toml", article("C", "1 foot").as_bytes());
    let locked = desk.path().join("claims/locked");
    let allow =
        |path: &Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    allow(desk.path(), 0o777);
    allow(&locked, 0o000);
    // Root may read everything: somebody else has to try.
    let run = if std::fs::read_dir(&locked).is_ok() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", env!("CARGO_BIN_EXE_gainsay")]);
        command.args(["--format", "json", "--no-cache"]).current_dir(desk.path()).output().ok().map(Run)
    } else {
        Some(desk.run(&["--format", "json"]))
    };
    allow(&locked, 0o755);
    match run.filter(|run| run.0.status.code().is_some_and(|status| status < 4)) {
        Some(run) => names(&run, "claims/locked", "error", &["can't be looked into", "you may read it"]),
        None => {
            crate::support::not_tested(
                "root may read everything, and setpriv is missing or may not run the program",
            );
        }
    }
}

#[test]
fn names_that_are_not_utf_8_are_refused() {
    for name in [&b"claims/ship/caf\xe9.toml"[..], b"claims/caf\xe9/c.toml"] {
        let desk = desk();
        let path = desk.path().join(std::ffi::OsStr::from_bytes(name));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        if std::fs::write(&path, article("C", "1 foot")).is_err() {
            continue; // macOS has no such names.
        }
        let shown =
            if name.ends_with(b"/c.toml") { "claims/caf\u{fffd}" } else { "claims/ship/caf\u{fffd}.toml" };
        names(&desk.run(&["--format", "json"]), shown, "error", &["not UTF-8", "rename it"]);
    }
}

#[test]
fn names_that_differ_in_capitals_alone_are_warned_of() {
    for (one, other) in [("ship/C.toml", "ship/c.toml"), ("Ship/x.toml", "ship/a.toml")] {
        let desk = desk();
        desk.write(&format!("claims/{one}"), article("C", "948 feet").as_bytes());
        desk.write(&format!("claims/{other}"), article("A", "948 feet").as_bytes());
        if !desk.path().join("claims").join(one.to_lowercase()).exists()
            || !desk.path().join("claims/ship/b.toml").exists()
        {
            continue; // The file system has made them one.
        }
        let named = if one.starts_with("Ship") { "claims/ship" } else { "claims/ship/c.toml" };
        names(&desk.run(&["--format", "json"]), named, "warning", &["one name", "rename one"]);
    }
}

#[test]
fn of_more_files_than_anybody_has_those_that_come_first_are_read() {
    let desk = desk();
    desk.write("claims/many/0.toml", b"");
    let folder = desk.path().join("claims/many");
    for at in 1..=limits::FILES {
        // One file of many names: quick to make, and as many to read.
        let (whole, name) = (at / 50_000, format!("{at}.toml"));
        let first = folder.join(format!("first-{whole}.toml"));
        if !first.exists() {
            std::fs::write(&first, "").unwrap();
        }
        std::fs::hard_link(&first, folder.join(name)).unwrap();
    }
    let run = desk.run(&["--format", "json"]);
    let said = "claim files, and 100000 are read at once";
    let report = run.json();
    let found = report["diagnostics"].as_array().unwrap();
    let refused: Vec<_> = found.iter().filter(|it| it["message"].as_str().unwrap().contains(said)).collect();
    assert_eq!(refused.len(), 1, "{}", run.err());
    assert_eq!(run.status(), 2);
    assert!(refused[0]["file"].as_str().unwrap().starts_with("claims/many/9999"), "{}", refused[0]);
    assert!(found.len() > limits::FILES, "every other file was looked at: {}", found.len());
}

#[test]
fn of_ten_thousand_problems_the_first_hundred_are_shown_and_the_rest_counted() {
    let desk = desk();
    let mut text = "[article]\noutlet = \"C\"\n".to_owned();
    for at in 0..9_999 {
        let _ =
            write!(text, "[[claim]]\nsubject = \"part p{at}\"\nattribute = \"number\"\nvalue = \"n/a\"\n");
    }
    desk.write("claims/ship/c.toml", text.as_bytes());
    desk.write("claims/ship/d.toml", b"[article]\n");
    let run = desk.run(&[]);
    assert_eq!(run.status(), 2);
    let shown =
        run.err().lines().filter(|line| line.starts_with("error") || line.starts_with("warning")).count();
    assert_eq!(shown, 100);
    assert!(run.err().contains("error[missing-key]: `outlet` is missing"), "errors come first");
    assert!(
        run.err().contains("… and 9900 more problems\n"),
        "{}",
        run.err().lines().last().unwrap_or_default()
    );
}

#[test]
fn the_limits_are_those_of_the_documentation() {
    let page = std::fs::read_to_string("docs/security.md").unwrap();
    let with_commas = |number: usize| {
        let digits = number.to_string();
        let (head, tail) = digits.split_at(digits.len().saturating_sub(3));
        if head.is_empty() { tail.to_owned() } else { format!("{head},{tail}") }
    };
    for (what, limit) in [
        ("a file", format!("{} MiB", limits::FILE_BYTES >> 20)),
        ("claim files of a run", with_commas(limits::FILES)),
        ("folders in one another, below a path that is named", with_commas(limits::DEPTH)),
        ("claims of a file", with_commas(limits::CLAIMS)),
        ("characters of a text", with_commas(limits::TEXT)),
        ("members of a list", with_commas(limits::MEMBERS)),
    ] {
        let row = format!("| {what} | {limit} |");
        assert!(page.lines().any(|line| line == row), "docs/security.md lacks the line {row}");
    }
}
