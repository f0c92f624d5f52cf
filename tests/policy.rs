//! What a desk settles for its runs in gainsay.toml, wherever they start, and what is shown of what is new alone.

use std::path::Path;
use std::process::Command;

use crate::support::Desk;
use crate::support::git::{commit, init};

fn says(outlet: &str, length: &str) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\n\n[[claim]]\nsubject = \"the ferry\"\nattribute = \"length\"\nvalue = \"{length}\"\n"
    )
}

fn desk(lengths: [&str; 2], settings: &str) -> Desk {
    let [a, b] = lengths;
    Desk::new(&[
        ("desk/claims/ferry/a.toml", &says("A Times", a)),
        ("desk/claims/ferry/b.toml", &says("B Post", b)),
        ("desk/gainsay.toml", settings),
    ])
}

/// The status of a run that starts in a folder.
fn status(folder: &Path, args: &[&str]) -> i32 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output = command.args(args).arg("--no-cache").current_dir(folder).output().unwrap();
    output.status.code().unwrap()
}

#[test]
fn the_settings_are_those_above_the_claims_wherever_a_run_starts() {
    let desk = desk(["exactly 91 m", "exactly 97 m"], "[tolerance]\nmeasure = \"20%\"\n");
    desk.write("elsewhere/gainsay.toml", b"[tolerance]\nmeasure = \"1%\"\n");
    let whole = desk.path().join("desk/claims");
    let whole = whole.to_str().unwrap();
    for (folder, path) in [
        ("desk", "claims"),
        ("desk/claims", "."),
        ("", "desk/claims"),
        ("elsewhere", whole),
        ("elsewhere", "../desk/claims"),
    ] {
        let folder = desk.path().join(folder);
        assert_eq!(status(&folder, &["check", path]), 0, "{} {path}", folder.display());
        let other = desk.path().join("elsewhere/gainsay.toml");
        let other = other.to_str().unwrap();
        assert_eq!(status(&folder, &["check", path, "--config", other]), 1, "{} {path}", folder.display());
    }
    // Each desk of a run has its own.
    desk.write("strict/claims/ferry/a.toml", says("A Times", "exactly 91 m").as_bytes());
    desk.write("strict/claims/ferry/b.toml", says("B Post", "exactly 97 m").as_bytes());
    let run = desk.run(&["check", "desk/claims", "strict/claims", "--format", "json"]);
    assert_eq!(run.json()["summary"]["contradictions"], 1);
    assert_eq!(desk.run(&["check", "desk/claims", "--config", "nowhere.toml"]).status(), 2);
}

#[test]
fn a_desk_settles_what_fails_its_runs() {
    let tension = desk(["about 100 m", "more than 100 m"], "");
    let run = |args: &[&str]| tension.run(&[&["check", "desk/claims"], args].concat()).status();
    assert_eq!(run(&[]), 0);
    tension.write("desk/gainsay.toml", b"fail_on = \"tension\"\n");
    assert_eq!([run(&[]), run(&["--fail-on", "contradiction"])], [1, 0]);
    let accept = tension.run(&["accept", "--all-new", "--reason", "so be it", "desk/claims"]);
    assert_eq!((accept.status(), run(&[])), (0, 0), "{}", accept.err());
    // What is accepted is gone, and the desk does not let that stand.
    tension.write("desk/claims/ferry/b.toml", says("B Post", "about 100 m").as_bytes());
    tension.write("desk/gainsay.toml", b"stale = \"deny\"\n");
    assert_eq!([run(&[]), run(&["--stale", "warn"])], [1, 0]);

    let since = desk(["91 m", "97 m"], "since = \"HEAD\"\n");
    init(since.path());
    assert_eq!(since.run(&["check", "desk/claims"]).status(), 0);
    since.write("desk/claims/ferry/c.toml", says("C News", "120 m").as_bytes());
    assert_eq!(since.run(&["check", "desk/claims"]).status(), 1);
    commit(since.path(), "third");
    assert_eq!(since.run(&["check", "desk/claims"]).status(), 0);
}

#[test]
fn a_desk_settles_what_an_acceptance_must_say() {
    let desk = desk(["91 m", "97 m"], "required = [\"by\", \"reason\"]\nlongest_until = 30\n");
    let accept = |args: &[&str]| {
        let fixed = ["accept", "--all-new", "--reason", "x", "desk/claims", "--today", "2026-05-01"];
        desk.run(&[&fixed, args].concat())
    };
    for (args, words) in [
        (&["--until", "2026-05-20"] as &[&str], "nobody is named"),
        (&["--by", "A. Desk"], "has no last day"),
        (&["--by", "A. Desk", "--until", "2026-06-20"], "allows 2026-05-31 at the latest"),
    ] {
        let run = accept(args);
        assert_eq!(run.status(), 2, "{args:?}");
        assert!(run.err().contains(words), "{}", run.err());
    }
    assert!(!desk.path().join("desk/claims/ferry/accepted").exists());
    assert_eq!(accept(&["--by", "A. Desk", "--until", "2026-05-20"]).status(), 0);
    let check = |today: &str| desk.run(&["check", "desk/claims", "--today", today]);
    assert_eq!(check("2026-05-01").status(), 0);
    // A file that was written by hand is held to the same.
    desk.write("desk/gainsay.toml", b"longest_until = 7\n");
    let run = check("2026-05-01");
    assert_eq!(run.status(), 2);
    assert!(
        run.err().contains("accepted/") && run.err().contains("2026-05-08 at the latest"),
        "{}",
        run.err()
    );
    desk.write("desk/gainsay.toml", b"longest_until = 0\nstale = \"maybe\"\nrequired = [\"name\"]\n");
    assert_eq!(check("2026-05-01").status(), 2);
}

#[test]
fn what_ends_soon_is_named() {
    let desk = desk(["91 m", "97 m"], "");
    let accept = ["accept", "--all-new", "--reason", "x", "desk/claims", "--until", "2026-06-30"];
    assert_eq!(desk.run(&[&accept as &[&str], &["--today", "2026-05-01"]].concat()).status(), 0);
    let note = |today: &str, args: &[&str]| {
        let run = desk.run(&[&["check", "desk/claims", "--today", today], args].concat());
        assert_eq!(run.status(), 0);
        run.err().contains("holds until 2026-06-30")
    };
    assert_eq!(
        [note("2026-06-15", &[]), note("2026-06-16", &[]), note("2026-06-30", &[])],
        [false, true, true]
    );
    assert!(!note("2026-06-30", &["-q"]));
}

#[test]
fn what_is_new_alone_is_shown_and_the_rest_in_a_line() {
    let desk = desk(["91 m", "97 m"], "");
    let check = |args: &[&str]| desk.run(&[&["check", "desk/claims", "--new-only"], args].concat());
    assert_eq!(check(&[]).status(), 1);
    assert_eq!(desk.run(&["accept", "--all-new", "--reason", "so be it", "desk/claims"]).status(), 0);
    let quiet = check(&[]);
    assert_eq!(quiet.status(), 0);
    assert!(!quiet.out().contains("ACCEPTED") && !quiet.out().contains("91 m"), "{}", quiet.out());
    assert!(quiet.out().contains("1 known contradiction"), "{}", quiet.out());
    let crew = |outlet: &str, length: &str, crew: &str| {
        says(outlet, length)
            + "\n[[claim]]\nsubject = \"the ferry\"\nattribute = \"number of crew\"\nvalue = "
            + crew
            + "\n"
    };
    desk.write("desk/claims/ferry/a.toml", crew("A Times", "91 m", "12").as_bytes());
    desk.write("desk/claims/ferry/b.toml", crew("B Post", "97 m", "30").as_bytes());
    for format in ["table", "markdown", "concise", "github", "sarif", "gitlab", "junit"] {
        let run = check(&["--format", format]);
        assert_eq!(run.status(), 1, "{format}");
        assert!(run.out().contains("30") && !run.out().contains("97 m"), "{format}: {}", run.out());
    }
}

#[test]
fn lint_and_layout_are_told_to_services_too() {
    let desk = Desk::new(&[(
        "claims/s/a.toml",
        "[article]\noutlet=\"A\"\n[[claim]]\nsubject=\"s\"\nattribute=\"a\"\nvalue=\"n/a\"\n",
    )]);
    for command in [&["lint"] as &[&str], &["fmt", "--check"]] {
        let run = |format: &str| desk.run(&[command, &["--format", format]].concat());
        for format in ["sarif", "github", "gitlab"] {
            let run = run(format);
            assert_eq!(run.status(), 1, "{command:?} {format}: {}", run.err());
            assert!(run.out().contains("claims/s/a.toml"), "{command:?} {format}: {}", run.out());
        }
        assert_eq!(run("sarif").json()["version"], "2.1.0");
        assert!(
            run("github").out().starts_with("::warning file=claims/s/a.toml,line="),
            "{}",
            run("github").out()
        );
        assert!(!run("gitlab").json().as_array().unwrap().is_empty());
    }
}

/// Two desks in one run: the one fails for tensions and wants to know who accepts, the other does neither.
#[test]
fn each_story_of_a_run_is_judged_by_the_settings_of_its_own_desk() {
    let desk = desk(["about 100 m", "more than 100 m"], "fail_on = \"tension\"\nrequired = [\"by\"]\n");
    for outlet in ["a", "b"] {
        let text = std::fs::read(desk.path().join(format!("desk/claims/ferry/{outlet}.toml"))).unwrap();
        desk.write(&format!("lax/claims/boat/{outlet}.toml"), &text);
    }
    let both = |first: &str, second: &str| desk.run(&["check", first, second]).status();
    assert_eq!(desk.run(&["check", "lax/claims"]).status(), 0, "a tension");
    assert_eq!(desk.run(&["check", "desk/claims"]).status(), 1, "a tension that fails there");
    assert_eq!([both("lax/claims", "desk/claims"), both("desk/claims", "lax/claims")], [1, 1]);

    let accept = |args: &[&str]| desk.run(&[&["accept", "--all-new", "--reason", "as told"], args].concat());
    for roots in [["lax/claims", "desk/claims"], ["desk/claims", "lax/claims"]] {
        let run = accept(&roots);
        assert_eq!(run.status(), 2);
        assert!(run.err().contains("in ferry: "), "{}", run.err());
    }
    let accepted = |root: &str| desk.path().join(root).join("accepted").exists();
    assert!(!accepted("desk/claims/ferry") && !accepted("lax/claims/boat"), "nothing is written");
    let run = accept(&["lax/claims", "desk/claims", "--by", "A. Desk"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert!(run.out().contains("1 file written"), "what fails no run is left alone: {}", run.out());
    assert!(run.out().contains("desk/claims/ferry/accepted/"), "{}", run.out());
    assert_eq!(both("lax/claims", "desk/claims"), 0);
}

#[test]
fn ids_and_places_stand_side_by_side() {
    let desk = desk(["exactly 91 m", "exactly 97 m"], "");
    let report: serde_json::Value =
        serde_json::from_str(&desk.run(&["check", "desk/claims", "--format", "json"]).out()).unwrap();
    let id = report["stories"][0]["items"][0]["id"].as_str().unwrap().to_owned();
    let accept = |args: &[&str]| desk.run(&[&["accept", "--reason", "as told"], args].concat());
    for (args, said) in [
        (vec![], "nothing says what to accept"),
        (vec!["desk/claims"], "nothing says what to accept"),
        (vec![&*id, "desk/claims", "--all-new"], "is taken for an id"),
        (vec![&*id, "desk/nowhere"], "no file or folder desk/nowhere"),
        (vec!["ferri", "desk/claims"], "no conflict has the id"),
    ] {
        let run = accept(&args);
        assert_eq!(run.status(), 2, "{args:?}");
        assert!(run.err().contains(said), "{args:?}: {}", run.err());
    }
    let run = accept(&["desk/claims", id.get(..6).unwrap()]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert!(run.out().contains("1 file written"), "{}", run.out());
}
