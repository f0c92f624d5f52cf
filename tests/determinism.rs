//! The same files give the same bytes, whatever the machine: every command, on every machine that a test can make up.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Desk, git, stories};

/// Every command that ends by itself, as somebody would call it; what each writes is compared, too.
const RUNS: &[&[&str]] = &[
    &["check"],
    &["check", "--all", "--near", "--color", "always"],
    &["check", "--across", "--format", "json"],
    &["check", "--statistics"],
    &["check", "--since", "HEAD", "--format", "json"],
    &["check", "--stale", "deny", "--fail-on", "tension", "--show-accepted", "--format", "sarif"],
    &["check", "--format", "jsonl"],
    &["check", "--format", "csv"],
    &["check", "--format", "markdown"],
    &["check", "--format", "github"],
    &["check", "--format", "gitlab"],
    &["check", "--format", "junit"],
    &["check", "--format", "concise"],
    &["check", "--format", "html"],
    &["check", "--output", "html=page.html", "--output", "json=report.json", "--output", "table=table.txt"],
    &["show", "Aldermoor", "--full"],
    &["show", "cost", "claims/two"],
    &["report", "--output", "editor.html"],
    &["lint"],
    &["lint", "--values"],
    &["lint", "--values", "--format", "json"],
    &["lint", "--format", "json"],
    &["lint", "--format", "concise"],
    &["lint", "--fix"],
    &["split", "claims/one/000.toml#1", "--dry-run"],
    &["join", "claims/one/000.toml#1", "claims/one/001.toml#1", "--dry-run"],
    &["import", "sheet.csv", "--into", "claims/sheet"],
    &["fmt", "--check"],
    &["fmt"],
    &["explain", "hedge-differs"],
    &["explain"],
    &["evaluate", "gold", "--weights"],
    &["evaluate", "gold", "--format", "json"],
    &["evaluate", "gold"],
    &["checklist", "claims/one/000.toml"],
    &["review", "--list"],
    &["review", "--list", "--format", "json"],
    &["review", "--apply", "answers.json"],
    &["new", "one", "--outlet", "Late Post", "--text", "claims/one/text.txt", "--published", "2026-03-02"],
    &["new", "three"],
    &["value", "late October", "--published", "2025-12-17"],
    &["value", "--format", "json", "$10 billion", "63 pounds", "last fall"],
    &["accept", "--all-new", "--reason", "as they said", "--until", "2031-01-01"],
    &["prune", "--dry-run"],
    &["prune"],
    &["init", "elsewhere", "--ci", "github"],
    &["schema", "claims"],
    &["schema", "report"],
    &["completions", "bash"],
    &["man"],
    &["man", "check"],
    &["--help"],
    &["--version"],
    &["check", "nowhere"],
    &["chekc"],
];

/// The commands that go on until somebody ends them; `tests/watch.rs` and `tests/lsp.rs` look after them.
const ENDLESS: [&str; 2] = ["watch", "lsp"];

/// What a desk has: two stories with conflicts, hedges, near misses, broken files and warnings.
fn files() -> Vec<(String, String)> {
    let mut files = stories::story("one", 9, 14, 3);
    files.extend(stories::story("two", 7, 14, 4));
    let mut add = |path: &str, text: &str| files.push((path.to_owned(), text.to_owned()));
    add("claims/two/broken.toml", "[article]\noutlet = “A”\n");
    add("claims/two/other.toml", "[article]\nsource = \"B\"\npublished = 03/04/2026\n[[claim]]\nvlaue = 1\n");
    add(
        "claims/two/misspelt.toml",
        "[article]\noutlet = \"C\"\n[[claim]]\nsubject = \"Aldermoor\"\natribute = \"cost of repairs\"\nvalue = \"$9 million\"\n",
    );
    add(
        "claims/one/text.txt",
        "About 300 trucks were stranded in Aldermoor on Tuesday. Repairs will cost $410 million.\n",
    );
    add(
        "gainsay.toml",
        "currency = \"USD\"\n\n[aliases]\n\"Aldermoor\" = [\"the town\"]\n\"Brackwater\" = [\"the port\"]\n",
    );
    add("sheet.csv", "outlet,subject,attribute,value\nÄ Post,ship,crew,5\n");
    add(
        "answers.json",
        "[{\"a\": \"claims/one/000.toml#1\", \"b\": \"claims/one/001.toml#1\", \"answer\": \"same\"}]",
    );
    for story in ["x", "y"] {
        for (path, text) in stories::story(story, 4, 8, 5) {
            add(&path.replacen("claims/", "gold/", 1), &text);
        }
        let gold = "{\"items\": [{\"label\": \"cost\", \"claims\": [\"000#1\", \"001#1\"]}], \"verdicts\": [], \"disputed\": []}";
        add(&format!("gold/{story}/gold.json"), gold);
    }
    files
}

/// A machine that differs in all that must make no difference.
struct Machine {
    name: &'static str,
    /// Whether files are laid down in the opposite order.
    reversed: bool,
    variables: &'static [(&'static str, &'static str)],
}

const MACHINES: &[Machine] = &[
    Machine { name: "plain", reversed: false, variables: &[("RAYON_NUM_THREADS", "1")] },
    Machine {
        name: "elsewhere",
        reversed: true,
        variables: &[
            ("RAYON_NUM_THREADS", "2"),
            ("LANG", "tr_TR.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANGUAGE", "tr"),
            ("TZ", "Pacific/Kiritimati"),
            ("COLUMNS", "41"),
            ("LINES", "7"),
            ("TERM", "xterm-256color"),
            ("USER", "somebody"),
        ],
    },
    Machine {
        name: "bare",
        reversed: true,
        variables: &[
            ("RAYON_NUM_THREADS", "4"),
            ("TZ", "America/St_Johns"),
            ("LC_ALL", "C"),
            ("TERM", "dumb"),
        ],
    },
];

/// Every file below a folder but git's own, with what is in it.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_entry(|it| it.file_name() != ".git")
        .map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|it| (it.path().strip_prefix(folder).unwrap().to_owned(), std::fs::read(it.path()).unwrap()))
        .collect()
}

/// What every run prints and leaves, on a machine.
fn outcomes(machine: &Machine) -> Vec<(String, Vec<u8>)> {
    let desk = Desk::new(&[]);
    let mut all = files();
    if machine.reversed {
        all.reverse();
    }
    for (path, text) in &all {
        desk.write(path, text.as_bytes());
    }
    git::init(desk.path());
    // The home of each is another one, and empty: with a cold cache, then a warm one.
    let home = tempfile::tempdir().unwrap();
    let mut outcomes = Vec::new();
    for args in RUNS {
        for time in ["first", "second"] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
            command.args(["--today", "2026-04-01"]).args(*args).current_dir(desk.path()).env_clear();
            command.env("PATH", std::env::var_os("PATH").unwrap()).env("HOME", home.path());
            command.envs(machine.variables.iter().copied());
            let output = command.output().unwrap();
            let name = format!("{} ({time} time)", args.join(" "));
            let status = output.status.code().unwrap_or_else(|| panic!("{name}: {:?}", output.status));
            assert!(status < 4, "{name}: {status}: {}", String::from_utf8_lossy(&output.stderr));
            outcomes.push((format!("{name}: status"), status.to_string().into_bytes()));
            outcomes.push((format!("{name}: output"), output.stdout));
            outcomes.push((format!("{name}: errors"), output.stderr));
            outcomes.extend(
                tree(desk.path())
                    .into_iter()
                    .map(|(path, bytes)| (format!("{name}: {}", path.display()), bytes)),
            );
        }
    }
    outcomes
}

#[test]
fn every_command_writes_the_same_bytes_on_every_machine() {
    let [first, others @ ..] = MACHINES else { panic!("there is no machine") };
    let expected = outcomes(first);
    for machine in others {
        let found = outcomes(machine);
        assert_eq!(expected.len(), found.len(), "{}: other files are there", machine.name);
        for ((what, bytes), (other, theirs)) in expected.iter().zip(&found) {
            assert_eq!(what, other, "{}: other files are there", machine.name);
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert!(bytes == theirs, "{}: {what}\n{}\n---\n{}", machine.name, text(bytes), text(theirs));
        }
    }
}

#[test]
fn every_command_is_run() {
    let desk = Desk::new(&[]);
    let help = desk.run(&["--help"]).out();
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    for name in names.filter_map(|line| line.split_whitespace().next()) {
        let is_run = RUNS.iter().any(|args| args[0] == name) || ENDLESS.contains(&name) || name == "help";
        assert!(is_run, "{name} is not compared between machines");
    }
}

#[test]
fn the_day_enters_by_one_option_alone() {
    let article = |outlet: &str, length: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"the ship\"\nattribute = \"length\"\nvalue = \"{length}\"\n"
        )
    };
    let desk =
        Desk::new(&[("claims/s/a.toml", &article("A", "9 m")), ("claims/s/b.toml", &article("B", "20 m"))]);
    assert_eq!(
        desk.run(&["accept", "--all-new", "--reason", "x", "--until", "2031-05-05", "--today", "2026-01-01"])
            .status(),
        0
    );
    for (today, status) in [("2031-05-05", 0), ("2031-05-06", 1), ("1999-01-01", 0)] {
        assert_eq!(desk.run(&["--today", today]).status(), status, "{today}");
    }
    // Nowhere else does the library or the program ask what day or time it is. A desk notes when somebody did what.
    let mut asked = Vec::new();
    for entry in walkdir::WalkDir::new("src").into_iter().map(Result::unwrap) {
        if entry.path().starts_with("src/bin/gainsay-desk") {
            continue;
        }
        if entry.path().extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let clocks = ["Zoned::now", "Timestamp::now", "SystemTime::now", "civil::Date::today"];
            asked.extend(
                clocks
                    .iter()
                    .filter(|it| text.contains(**it))
                    .map(|it| format!("{}: {it}", entry.path().display())),
            );
        }
    }
    assert_eq!(asked, ["src/bin/gainsay/run.rs: Zoned::now"]);
}
