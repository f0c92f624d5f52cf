//! Accepted contradictions: what stays known, what is new again, and what is no longer found.

use std::path::PathBuf;
use std::process::Command;

use crate::support::{Desk, Run};

const REASON: &str = "the harbour master was asked";

/// A claim file with one claim of a subject, an attribute and a value each.
fn article(outlet: &str, claims: &[(&str, &str, &str)]) -> String {
    let mut text = format!("[article]\noutlet = \"{outlet}\"\n");
    for (subject, attribute, value) in claims {
        text +=
            &["\n[[claim]]\nsubject = \"", subject, "\"\nattribute = \"", attribute, "\"\nvalue = \"", value]
                .concat();
        text += "\"\n";
    }
    text
}

const LENGTH: (&str, &str) = ("the ferry", "length of the ferry");

fn says(outlet: &str, length: &str) -> String {
    article(outlet, &[(LENGTH.0, LENGTH.1, length), ("the ferry", "home port", "Hull")])
}

/// A says 91 m, B says 97 m, and that is accepted.
fn accepted() -> Desk {
    let desk = Desk::new(&[
        ("claims/ferry/a.toml", &says("A Times", "91 m")),
        ("claims/ferry/b.toml", &says("B Post", "97 m")),
    ]);
    assert_eq!(desk.run(&[]).status(), 1);
    let run = desk.run(&["accept", "--all-new", "--reason", REASON]);
    assert_eq!(run.status(), 0, "{}{}", run.out(), run.err());
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0]);
    assert_eq!(desk.run(&[]).status(), 0);
    desk
}

/// How many are new, known, changed, expired, stale.
fn summary(desk: &Desk, args: &[&str]) -> [u64; 5] {
    let run = desk.run(&[&["check", "--format", "json"], args].concat());
    assert_eq!(run.err(), "");
    ["new", "known", "changed", "expired", "stale"].map(|key| run.json()["summary"][key].as_u64().unwrap())
}

fn files(desk: &Desk, story: &str) -> Vec<PathBuf> {
    let folder = desk.path().join("claims").join(story).join("accepted");
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == "toml"));
    files.sort();
    files
}

fn remove(desk: &Desk, path: &str) {
    std::fs::remove_file(desk.path().join(path)).unwrap();
}

#[test]
fn what_is_accepted_is_one_small_file_that_reads_like_the_manual() {
    let desk = accepted();
    let files = files(&desk, "ferry");
    assert_eq!(files.len(), 1);
    let text = std::fs::read_to_string(&files[0]).unwrap();
    let id = text.lines().find_map(|line| line.strip_prefix("id     = \"")).unwrap().trim_end_matches('"');
    let name = format!("the-ferry-length-of-the-ferry-{}-", id.chars().take(6).collect::<String>());
    assert!(files[0].file_name().unwrap().to_str().unwrap().starts_with(&name), "{}", files[0].display());
    for line in [
        "item   = \"the ferry: length of the ferry\"",
        "    { outlet = \"A Times\", claim = \"the ferry / length of the ferry\", value = \"91 m\", understood = \"91 m\" },",
        "    { outlet = \"B Post\", claim = \"the ferry / length of the ferry\", value = \"97 m\", understood = \"97 m\" },",
        "reason = \"the harbour master was asked\"",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}\n{text}");
    }
    // As docs/baseline.md tells.
    let recipe = "printf 'gainsay-conflict/2\\nferry\\n91 m\\n97 m\\n' | sha256sum | cut -c1-12";
    let output = Command::new("sh").args(["-c", recipe]).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), id);
}

#[test]
fn it_is_shown_quietly_and_with_its_reason() {
    let desk = accepted();
    let table = desk.run(&[]).out();
    assert!(table.contains("ACCEPTED") && table.contains(REASON), "{table}");
    assert!(!table.contains("CONTRADICTION") && !table.contains("gainsay accept"), "{table}");
    assert!(table.contains("1 contradiction (0 new, 1 accepted)"), "{table}");
    let shown = desk.run(&["show", "length"]).out();
    assert!(shown.contains(&format!("accepted: {REASON}, claims/ferry/accepted/")), "{shown}");
    let all = desk.run(&["--no-accepted", "--long"]);
    assert_eq!(all.status(), 1);
    assert!(all.out().contains("CONTRADICTION") && all.out().contains("gainsay accept"), "{}", all.out());
    let report = desk.run(&["--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap();
    let comparison = &items.iter().find(|it| it["verdict"] == "contradiction").unwrap()["comparisons"][0];
    assert_eq!(comparison["state"], "accepted");
    assert_eq!(comparison["new"], false);
    assert_eq!(comparison["accepted"]["reason"], REASON);
}

#[test]
fn renamed_files_reordered_claims_and_reworded_labels_stay_known() {
    let desk = accepted();
    let folder = desk.path().join("claims/ferry");
    std::fs::rename(folder.join("a.toml"), folder.join("z-renamed.toml")).unwrap();
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "a file renamed");

    let reordered = article(
        "B Post",
        &[
            ("the ferry", "home port", "Hull"),
            ("the ferry", "crew", "12"),
            ("the ferry", "length of the ferry", "97 m"),
        ],
    );
    desk.write("claims/ferry/b.toml", reordered.as_bytes());
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "claims reordered");

    let reworded = article("A Times", &[("Ferry", "overall length of the ferry", "91 m")]);
    desk.write("claims/ferry/z-renamed.toml", reworded.as_bytes());
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "one label reworded");

    let reworded = article("B Post", &[("Hull ferry", "ferry's overall length", "97 m")]);
    desk.write("claims/ferry/b.toml", reworded.as_bytes());
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "both labels reworded");

    std::fs::rename(&folder, desk.path().join("claims/hull-ferry")).unwrap();
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "the story renamed");
}

#[test]
fn an_outlet_that_joins_a_side_makes_nothing_new() {
    let desk = accepted();
    desk.write("claims/ferry/c.toml", says("C News", "91 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "on the one side");
    desk.write("claims/ferry/d.toml", article("D Echo", &[("ferry", "length", "97 metres")]).as_bytes());
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "on both sides, in words of its own");
    desk.write("claims/ferry/e.toml", says("E Sun", "91.2 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "with a value that can stand beside one side");
    remove(&desk, "claims/ferry/a.toml");
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "one of the first two outlets may go");
}

#[test]
fn another_value_is_new_and_told_as_changed() {
    let desk = accepted();
    desk.write("claims/ferry/b.toml", says("B Post", "103 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [1, 0, 1, 0, 0]);
    let run = desk.run(&[]);
    assert_eq!(run.status(), 1);
    assert!(run.out().contains("changed: accepted was 91 m / 97 m"), "{}", run.out());
    assert!(run.out().contains("(1 new, 1 of them changed)"), "{}", run.out());

    // Accepting it leaves the old file to be pruned, and nothing else.
    assert_eq!(desk.run(&["accept", "--all-new", "--reason", "again"]).status(), 0);
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 1]);
    assert_eq!(files(&desk, "ferry").len(), 2);
    assert_eq!(desk.run(&["prune"]).status(), 0);
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0]);
    assert_eq!(files(&desk, "ferry").len(), 1);

    desk.write("claims/ferry/a.toml", says("A Times", "80 m").as_bytes());
    desk.write("claims/ferry/b.toml", says("B Post", "70 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [1, 0, 1, 0, 0], "both values");
}

#[test]
fn values_that_change_sides_are_new() {
    let desk = accepted();
    desk.write("claims/ferry/a.toml", says("A Times", "97 m").as_bytes());
    desk.write("claims/ferry/b.toml", says("B Post", "91 m").as_bytes());
    assert_eq!(summary(&desk, &[])[..2], [1, 0]);
}

#[test]
fn a_third_position_is_new() {
    let desk = accepted();
    desk.write("claims/ferry/c.toml", says("C News", "120 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [1, 0, 0, 0, 0], "the item has a new conflict, and nothing is gone");
    let run = desk.run(&[]);
    assert_eq!(run.status(), 1);
    assert!(run.out().contains(&format!("91 m / 97 m: accepted: {REASON}")), "{}", run.out());
}

#[test]
fn a_fixed_contradiction_beside_a_new_one_is_one_stale_and_one_new() {
    let desk = accepted();
    desk.write("claims/ferry/b.toml", says("B Post", "91 m").as_bytes());
    desk.write("claims/ferry/c.toml", says("C News", "120 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [1, 0, 0, 0, 1]);

    // The same with no outlet more than before.
    let desk = accepted();
    desk.write("claims/ferry/c.toml", says("C News", "91 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0]);
    desk.write("claims/ferry/b.toml", says("B Post", "91 m").as_bytes());
    desk.write("claims/ferry/c.toml", says("C News", "120 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [1, 0, 0, 0, 1]);
}

#[test]
fn the_same_values_of_another_item_are_not_accepted() {
    let claims = |outlet, width: &str, length: &str| {
        article(outlet, &[("the ferry", "length", length), ("the lock gate", "width", width)])
    };
    let desk = Desk::new(&[
        ("claims/ferry/a.toml", &claims("A", "20 m", "91 m")),
        ("claims/ferry/b.toml", &claims("B", "20 m", "97 m")),
    ]);
    desk.run(&["accept", "--all-new", "--reason", REASON]);
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0]);
    // The length is settled, and the width is told with the very same values.
    desk.write("claims/ferry/a.toml", claims("A", "91 m", "91 m").as_bytes());
    desk.write("claims/ferry/b.toml", claims("B", "97 m", "91 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [1, 0, 0, 0, 1]);
}

#[test]
fn what_is_accepted_until_a_day_counts_as_new_after_it() {
    let desk = Desk::new(&[
        ("claims/ferry/a.toml", &says("A Times", "91 m")),
        ("claims/ferry/b.toml", &says("B Post", "97 m")),
    ]);
    let accept = |today: &str, until: &str| {
        desk.run(&["accept", "--all-new", "--reason", REASON, "--until", until, "--today", today])
    };
    let past = accept("2026-05-02", "2026-05-01");
    assert_eq!(past.status(), 2);
    assert!(past.err().contains("has passed") && past.err().contains("hint: "), "{}", past.err());
    assert_eq!(accept("2026-05-01", "2026-06-30").status(), 0);
    assert_eq!(summary(&desk, &["--today", "2026-06-30"]), [0, 1, 0, 0, 0]);
    assert_eq!(summary(&desk, &["--today", "2026-07-01"]), [1, 0, 0, 1, 0]);
    let run = desk.run(&["--today", "2026-07-01"]);
    assert_eq!(run.status(), 1);
    assert!(run.out().contains(&format!("expired: {REASON} (until 2026-06-30)")), "{}", run.out());

    // Accepted anew, it is still one file.
    assert_eq!(accept("2026-07-01", "2026-12-31").status(), 0);
    assert_eq!(files(&desk, "ferry").len(), 1);
    assert_eq!(summary(&desk, &["--today", "2026-07-01"]), [0, 1, 0, 0, 0]);
    assert_eq!(desk.run(&["--today", "soon"]).status(), 2);
}

#[test]
fn stale_ones_are_told_as_asked_and_only_prune_removes_them() {
    let desk = accepted();
    desk.write("claims/ferry/b.toml", says("B Post", "91 m").as_bytes());
    let before = files(&desk, "ferry");
    let run = |stale: &str| desk.run(&["--stale", stale]);
    let status = |stale: &str| run(stale).status();
    assert_eq!([status("allow"), status("warn"), status("deny")], [0, 0, 1]);
    assert_eq!(desk.run(&["--stale", "deny", "--exit-zero"]).status(), 0);
    assert!(
        run("warn").out().contains("STALE") && run("warn").out().contains(REASON),
        "{}",
        run("warn").out()
    );
    assert!(!run("allow").out().contains("STALE"), "{}", run("allow").out());
    assert!(run("allow").out().contains("1 stale"), "{}", run("allow").out());
    let report = desk.run(&["--format", "json", "--stale", "allow"]).json();
    assert_eq!(report["stories"][0]["stale"][0]["reason"], REASON);

    // Where only some files are read, or one can't be, nothing can be said to be gone.
    assert_eq!(summary(&desk, &["claims/ferry/a.toml"])[4], 0);
    let one = desk.run(&["prune", "claims/ferry/a.toml"]);
    assert_eq!(one.status(), 2);
    assert!(one.err().contains("name the folder"), "{}", one.err());
    desk.write("claims/ferry/c.toml", b"[article\n");
    let broken = desk.run(&["prune"]);
    assert_eq!(broken.status(), 2);
    assert!(broken.err().contains("what is left out is not gone"), "{}", broken.err());
    assert_eq!(files(&desk, "ferry"), before);
    remove(&desk, "claims/ferry/c.toml");

    let dry = desk.run(&["prune", "--dry-run"]);
    assert!(dry.out().contains("would remove claims/ferry/accepted/"), "{}", dry.out());
    assert_eq!(files(&desk, "ferry"), before);
    assert_eq!(desk.run(&["prune"]).status(), 0);
    assert!(files(&desk, "ferry").is_empty());
    assert!(desk.run(&["prune"]).out().contains("nothing to remove"));
}

#[test]
fn a_claim_that_takes_another_value_is_new_though_its_outlet_is_accepted_elsewhere() {
    let says = |outlet: &str, length: &str| article(outlet, &[("the ferry", "length", length)]);
    let desk = Desk::new(&[
        ("claims/ferry/a.toml", &says("A Times", "21-foot")),
        ("claims/ferry/b.toml", &says("B Post", "6.5 m")),
        ("claims/ferry/c.toml", &says("C News", "6.7-metre (22ft)")),
    ]);
    assert_eq!(desk.run(&["accept", "--all-new", "--reason", REASON]).status(), 0);
    assert_eq!(summary(&desk, &[])[0], 0);
    desk.write("claims/ferry/a.toml", says("A Times", "23-foot").as_bytes());
    assert_eq!(summary(&desk, &[])[0], 1, "{}", desk.run(&[]).out());
}

#[test]
fn taking_an_acceptance_back_makes_it_new_again() {
    let desk = accepted();
    for file in files(&desk, "ferry") {
        std::fs::remove_file(file).unwrap();
    }
    assert_eq!(summary(&desk, &[])[..2], [1, 0], "what was noted of the claims accepts nothing");
    assert_eq!(desk.run(&[]).status(), 1);
}

#[test]
fn other_settings_make_a_contradiction_new_though_no_claim_was_touched() {
    let desk = Desk::new(&[
        ("claims/ferry/a.toml", &says("A Times", "91 m")),
        ("claims/ferry/b.toml", &says("B Post", "97 m")),
        ("gainsay.toml", "[tolerance]\nmeasure = \"20%\"\n"),
    ]);
    assert_eq!(desk.run(&["accept", "--all-new", "--reason", REASON]).status(), 0);
    assert_eq!(desk.run(&[]).status(), 0);
    desk.write("gainsay.toml", b"");
    assert_eq!(summary(&desk, &[])[..2], [1, 0]);
}

/// Two facts that a pin on each claim holds apart; without a pin on their claims they are one.
fn apart(desk: &Desk, third: Option<&str>) {
    desk.write("claims/ferry/a.toml", says("A Times", "91 m").as_bytes());
    desk.write("claims/ferry/b.toml", says("B Post", "91 m").as_bytes());
    desk.write(
        "claims/ferry/c.toml",
        article("C News", &[("harbour", "depth at low tide", "14 m")]).as_bytes(),
    );
    if let Some(third) = third {
        desk.write("claims/ferry/d.toml", says("D Echo", third).as_bytes());
    }
}

#[test]
fn accepted_files_of_a_story_without_claim_files_are_stale() {
    let says = |outlet: &str, value: u8| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"length\"\nvalue = \"{value} feet\"\n"
        )
    };
    let desk = Desk::new(&[
        ("claims/s/a.toml", &says("A", 12)),
        ("claims/s/b.toml", &says("B", 90)),
        ("claims/t/a.toml", &says("A", 12)),
    ]);
    assert_eq!(desk.run(&["accept", "--all-new", "--reason", "x"]).status(), 0);
    for file in ["a.toml", "b.toml"] {
        std::fs::remove_file(desk.path().join("claims/s").join(file)).unwrap();
    }
    assert_eq!(desk.run(&[]).status(), 0);
    assert_eq!(desk.run(&["--stale", "deny"]).status(), 1);
    assert!(desk.run(&["prune"]).out().contains("removed claims/s/accepted/"));
    assert_eq!(desk.run(&["--stale", "deny"]).status(), 0);
}

#[test]
fn what_was_noted_is_written_once_and_pruned_when_it_says_nothing_more() {
    let notes = |desk: &Desk| {
        let folder = desk.path().join("claims/ferry/accepted");
        let entries = std::fs::read_dir(folder).into_iter().flatten();
        entries.filter(|it| it.as_ref().unwrap().path().extension().is_some_and(|it| it == "seen")).count()
    };
    let accept = |desk: &Desk| assert_eq!(desk.run(&["accept", "--all-new", "--reason", REASON]).status(), 0);
    let desk = Desk::new(&[]);
    apart(&desk, None);
    accept(&desk);
    assert_eq!(notes(&desk), 1, "all that is there has been seen, even where nothing contradicts");
    accept(&desk);
    assert_eq!(notes(&desk), 1);
    apart(&desk, Some("97 m"));
    assert_eq!(summary(&desk, &[])[0], 1);
    accept(&desk);
    assert_eq!(notes(&desk), 2);
    assert_eq!(desk.run(&["prune"]).status(), 0);
    assert_eq!(notes(&desk), 1, "the later note has all of the earlier one");
    assert_eq!(desk.run(&[]).status(), 0);
    // One that can't be read is an error at its place.
    desk.write("claims/ferry/accepted/0.seen", b"gainsay-seen/1\nclaim x\n");
    let broken = desk.run(&[]);
    assert_eq!(broken.status(), 2);
    assert!(broken.err().contains("claims/ferry/accepted/0.seen:2"), "{}", broken.err());
}

#[test]
fn accepted_files_are_brought_up_to_what_things_are_called_now() {
    let desk = accepted();
    let file = files(&desk, "ferry").remove(0);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(desk.run(&["accept", "--refresh"]).out().contains("nothing to refresh"));
    let old = text
        .replace("id     = \"", "# asked on the phone\nid     = \"0a0a0a")
        .replace("item   = \"the ferry: length of the ferry\"", "item = \"vessel: length\"")
        .replace(
            "claim = \"the ferry / length of the ferry\", value = \"97 m\"",
            "claim = \"x / y\", value = \"97 m\"",
        );
    std::fs::write(&file, &old).unwrap();
    let run = desk.run(&["accept", "--refresh"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert!(run.out().contains("1 file: commit it"), "{}", run.out());
    let now = std::fs::read_to_string(&file).unwrap();
    assert!(now.contains("# asked on the phone\n") && now.contains(REASON), "{now}");
    assert!(now.contains("= \"the ferry: length of the ferry\"") && !now.contains("x / y"), "{now}");
    assert!(!now.contains("0a0a0a"), "{now}");
    assert_eq!(desk.run(&["accept", "--refresh", "--reason", "x"]).status(), 2);
}

#[test]
fn an_id_of_the_first_recipe_still_names_its_conflict() {
    let desk = Desk::new(&[
        ("claims/ferry/a.toml", &says("A Times", "91 m")),
        ("claims/ferry/b.toml", &says("B Post", "97 m")),
    ]);
    let recipe = "printf 'gainsay-conflict/1\\nferry\\nthe ferry: length of the ferry\\n91 m\\n97 m\\n' | sha256sum | cut -c1-12";
    let id = Command::new("sh").args(["-c", recipe]).output().unwrap().stdout;
    let run = desk.run(&["accept", String::from_utf8(id).unwrap().trim(), "--reason", REASON]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0]);
}

/// One item with three positions, and another with a tension.
fn several() -> Desk {
    let of = |outlet: &str, length: &str, crew: &str| {
        article(outlet, &[("the ferry", "length", length), ("the ferry", "number of crew", crew)])
    };
    Desk::new(&[
        ("claims/ferry/a.toml", &of("A", "91 m", "about 22")),
        ("claims/ferry/b.toml", &of("B", "97 m", "more than 22")),
        ("claims/ferry/c.toml", &of("C", "120 m", "about 22")),
    ])
}

fn item<'r>(report: &'r serde_json::Value, verdict: &str) -> &'r serde_json::Value {
    report["stories"][0]["items"].as_array().unwrap().iter().find(|it| it["verdict"] == verdict).unwrap()
}

#[test]
fn an_id_is_that_of_a_conflict_or_of_an_item_and_its_beginning_will_do() {
    let desk = several();
    let report = desk.run(&["--format", "json"]).json();
    let length = item(&report, "contradiction");
    let conflict = length["comparisons"][0]["id"].as_str().unwrap();
    let run = desk.run(&["accept", conflict.get(..6).unwrap(), "--reason", REASON]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert_eq!(files(&desk, "ferry").len(), 1);
    assert_eq!(summary(&desk, &[]), [1, 0, 0, 0, 0], "two more conflicts of the item are new");
    let again = desk.run(&["accept", conflict, "--reason", "other"]);
    assert_eq!(again.status(), 0);
    assert!(again.out().contains("already") && again.out().contains("nothing new"), "{}", again.out());

    let run = desk.run(&["accept", length["id"].as_str().unwrap(), "--reason", REASON, "--by", "N. N."]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert_eq!(files(&desk, "ferry").len(), 3, "one step for the item");
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0]);

    let tension = item(&report, "tension")["id"].as_str().unwrap();
    assert_eq!(desk.run(&["--fail-on", "tension"]).status(), 1);
    assert_eq!(desk.run(&["accept", tension, "--reason", REASON]).status(), 0);
    assert_eq!(desk.run(&["--fail-on", "tension"]).status(), 0);
}

#[test]
fn an_accepted_tension_is_new_where_it_becomes_a_contradiction() {
    let of = |outlet: &str, certainty: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"deal\"\nattribute = \"price\"\nvalue = \"$5 million\"\ncertainty = \"{certainty}\"\n"
        )
    };
    let desk = Desk::new(&[
        ("claims/deal/a.toml", &of("A", "possible")),
        ("claims/deal/b.toml", &of("B", "confirmed")),
    ]);
    let all = ["accept", "--all-new", "--fail-on", "tension", "--reason", REASON];
    assert_eq!(desk.run(&all).status(), 0);
    assert_eq!(desk.run(&["--fail-on", "tension"]).status(), 0);
    desk.write("claims/deal/a.toml", of("A", "denied").as_bytes());
    assert_eq!(desk.run(&[]).status(), 1);
}

#[test]
fn all_new_accepts_what_fails_a_run_and_nothing_by_itself() {
    let desk = several();
    desk.run(&[]);
    desk.run(&["prune"]);
    assert!(files(&desk, "ferry").is_empty(), "only accept accepts");
    assert_eq!(desk.run(&["accept", "--all-new", "--reason", REASON]).status(), 0);
    assert_eq!(files(&desk, "ferry").len(), 3);
    assert_eq!(desk.run(&[]).status(), 0);
    assert_eq!(desk.run(&["--fail-on", "tension"]).status(), 1);
    let tensions = ["accept", "--all-new", "--fail-on", "tension", "--reason", REASON];
    assert_eq!(desk.run(&tensions).status(), 0);
    assert_eq!(desk.run(&["--fail-on", "tension"]).status(), 0);
    let before: Vec<String> =
        files(&desk, "ferry").iter().map(|it| std::fs::read_to_string(it).unwrap()).collect();
    assert!(desk.run(&tensions).out().contains("nothing new"));
    let after: Vec<String> =
        files(&desk, "ferry").iter().map(|it| std::fs::read_to_string(it).unwrap()).collect();
    assert_eq!(before, after);
}

#[test]
fn wrong_ids_and_missing_reasons_write_nothing_and_say_what_to_do() {
    let desk = several();
    let report = desk.run(&["--format", "json"]).json();
    let right = item(&report, "contradiction")["id"].as_str().unwrap();
    let refused = |run: &Run, words: &str| {
        assert_eq!(run.status(), 2, "{}", run.out());
        assert!(run.err().contains(words), "{words}: {}", run.err());
        assert!(files(&desk, "ferry").is_empty());
    };
    refused(&desk.run(&["accept", right, "abcdef012345", "--reason", REASON]), "no conflict has the id");
    refused(&desk.run(&["accept", right.get(..3).unwrap(), "--reason", REASON]), "too short");
    refused(&desk.run(&["accept", right]), "--reason");
    refused(&desk.run(&["accept", right, "--reason", "  "]), "say something");
    refused(&desk.run(&["accept", "--reason", REASON]), "--all-new");
    refused(&desk.run(&["accept", right, "--reason", REASON, "--until", "soon"]), "2027-01-31");
    desk.write("claims/ferry/d.toml", b"[article\n");
    refused(&desk.run(&["accept", "--all-new", "--reason", REASON]), "mend the files");
}

/// What is wrong with an accepted file, the line it is in, and words that message and hint must have.
const BROKEN: &[(&str, &str, &str, usize, &[&str])] = &[
    (
        "no TOML",
        "reason = \"the harbour master was asked\"",
        "reason = the harbour master",
        8,
        &["put it in quotes"],
    ),
    ("a merge", "reason = ", "<<<<<<< HEAD\nreason = ", 8, &["git could not merge"]),
    ("misspelt key", "reason = ", "raeson = ", 8, &["unknown key `raeson`", "did you mean `reason`"]),
    ("word used instead", "reason = ", "because = ", 8, &["unknown key `because`", "did you mean `reason`"]),
    (
        "missing key",
        "item   = \"the ferry: length of the ferry\"\n",
        "",
        1,
        &["`item` is missing", "add `item = …`"],
    ),
    ("empty text", "reason = \"the harbour master was asked\"", "reason = \"\"", 8, &["`reason` is empty"]),
    ("no id", "id     = \"", "id     = \"xyz", 2, &["`id` is no id", "hexadecimal"]),
    ("no day", "reason = ", "until = \"soon\"\nreason = ", 8, &["`until`", "until = 2025-12-17"]),
    (
        "no text",
        "reason = \"the harbour master was asked\"",
        "reason = 7",
        8,
        &["takes a text", "reason = \"7\""],
    ),
    ("sides no list", "sides  = [", "sides  = 7\nothers = [", 4, &["`sides` takes a list of two tables"]),
    (
        "key of a side",
        "outlet = \"A Times\"",
        "outlett = \"A Times\"",
        5,
        &["unknown key `outlett`", "side 1"],
    ),
    ("a side's key missing", ", understood = \"97 m\"", "", 6, &["`understood` is missing from side 2"]),
    ("no such verdict", "reason = ", "verdict = \"agreement\"\nreason = ", 8, &["contradiction, tension"]),
];

#[test]
fn a_broken_file_is_an_error_at_its_place_and_never_ignored() {
    for (name, from, to, line, words) in BROKEN {
        let desk = accepted();
        let file = files(&desk, "ferry").remove(0);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{name}: {text}");
        std::fs::write(&file, text.replacen(from, to, 1)).unwrap();
        let run = desk.run(&["--format", "json"]);
        assert_eq!(run.status(), 2, "{name}");
        let report = run.json();
        assert_eq!(report["summary"]["new"], 1, "{name}: it accepts nothing, and the rest is compared");
        let problem = &report["diagnostics"][0];
        let said = format!("{} {}", problem["message"], problem["hint"]).replace("\\\"", "\"");
        for word in *words {
            assert!(said.contains(word), "{name}: {word:?} is missing from {said}");
        }
        assert_eq!(problem["line"], *line, "{name}: {said}");
        assert!(problem["file"].as_str().unwrap().starts_with("claims/ferry/accepted/"), "{name}");
    }
    for bytes in [b"".as_slice(), b"\n \n", b"id = \"caf\xe9\"", b"\xff\xfe["] {
        let desk = accepted();
        std::fs::write(files(&desk, "ferry").remove(0), bytes).unwrap();
        let run = desk.run(&[]);
        assert_eq!(run.status(), 2);
        assert!(run.err().contains("claims/ferry/accepted/"), "{}", run.err());
    }
}

#[test]
fn a_side_may_be_written_as_a_table_of_its_own_and_notes_may_stand_beside() {
    let desk = accepted();
    let file = files(&desk, "ferry").remove(0);
    let by_hand = "id = \"ABCDEF012345\"\nitem = \"any\"\nreason = \"by hand\"\nuntil = \"2099\"\n\n[[sides]]\noutlet = \"b  post\"\nclaim = \"The ferry / Length of the ferry\"\nvalue = \"97 m\"\nunderstood = \"97 m\"\n\n[[sides]]\noutlet = \"nobody\"\nclaim = \"none\"\nvalue = \"91\"\nunderstood = \"91 m\"\n";
    std::fs::write(file, by_hand).unwrap();
    desk.write("claims/ferry/accepted/README.md", b"why these are here");
    desk.write("claims/ferry/accepted/.notes.toml", b"no TOML");
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0]);
}

#[test]
fn hostile_texts_are_accepted_and_found_again() {
    for hostile in [
        "a\\\"b\\\\c",
        "line\\nbreak",
        "\\u001b[31m",
        "'''",
        "\\u202e#",
        "\\u0000",
        "../../x",
        "é \\U0001F600",
    ] {
        let of = |outlet: &str, value: &str| {
            format!(
                "[article]\noutlet = \"{outlet} {hostile}\"\n[[claim]]\nsubject = \"s {hostile}\"\nattribute = \"length {hostile}\"\nvalue = \"{value} {hostile}\"\nitem = \"x\"\n"
            )
        };
        let desk = Desk::new(&[
            ("claims/story/a.toml", &of("A", "rose")),
            ("claims/story/b.toml", &of("B", "fell")),
        ]);
        assert_eq!(summary(&desk, &[])[0], 1, "{hostile}");
        let run = desk.run(&[
            "accept",
            "--all-new",
            "--reason",
            &format!("why {}", hostile.replace("\\u0000", "")),
        ]);
        assert_eq!(run.status(), 0, "{hostile}: {}", run.err());
        assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "{hostile}");
        let text = std::fs::read_to_string(files(&desk, "story").remove(0)).unwrap();
        assert!(!text.contains(|it: char| it.is_control() && it != '\n' || it == '\u{202e}'), "{text:?}");
        for shown in [desk.run(&[]).out(), desk.run(&["show", "length"]).out(), run.out()] {
            assert!(!shown.contains(|it: char| it.is_control() && it != '\n'), "{shown:?}");
        }
    }
}

#[test]
fn two_files_that_accept_one_conflict_go_on_together() {
    let desk = accepted();
    let first = files(&desk, "ferry").remove(0);
    let text = std::fs::read_to_string(&first).unwrap().replace(REASON, "the register has it");
    desk.write("claims/ferry/accepted/second.toml", text.as_bytes());
    let overall = |outlet: &str, value: &str| {
        article(outlet, &[(LENGTH.0, "overall length", value), ("the ferry", "home port", "Hull")])
    };
    desk.write("claims/ferry/a.toml", overall("A Times", "91 m").as_bytes());
    desk.write("claims/ferry/b.toml", overall("B Post", "97 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0], "neither is stale where both labels are reworded");
    assert_eq!(desk.run(&["accept", "--refresh"]).status(), 0);
    for file in files(&desk, "ferry") {
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(text.matches("claim = \"the ferry / overall length\"").count(), 2, "{text}");
    }
    assert_eq!(summary(&desk, &[]), [0, 1, 0, 0, 0]);
    desk.write("claims/ferry/b.toml", overall("B Post", "98 m").as_bytes());
    assert_eq!(summary(&desk, &[]), [1, 0, 1, 0, 0], "neither is stale where a value has changed");
    assert!(desk.run(&["prune", "--dry-run"]).out().starts_with("nothing"), "{}", desk.run(&["prune"]).out());
}
