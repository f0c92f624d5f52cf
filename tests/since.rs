//! `check --since REF`: new is what the git revision did not have.

use crate::support::Desk;
use crate::support::git::{commit, git, init};

fn article(outlet: &str, length: &str, crew: &str) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\n\n[[claim]]\nsubject = \"the ferry\"\nattribute = \"length\"\nvalue = \"{length}\"\n\n[[claim]]\nsubject = \"the ferry\"\nattribute = \"number of crew\"\nvalue = {crew}\n"
    )
}

/// A repository with one contradiction, about the length.
fn desk() -> Desk {
    let desk = Desk::new(&[
        ("claims/ferry/a.toml", &article("A Times", "91 m", "12")),
        ("claims/ferry/b.toml", &article("B Post", "97 m", "12")),
    ]);
    init(desk.path());
    desk
}

/// How many are new and known; and of the new ones, changed.
fn summary(desk: &Desk, args: &[&str]) -> [u64; 3] {
    let run = desk.run(&[&["check", "--format", "json"], args].concat());
    assert_eq!(run.err(), "");
    ["new", "known", "changed"].map(|key| run.json()["summary"][key].as_u64().unwrap())
}

#[test]
fn new_is_what_the_revision_did_not_have() {
    let desk = desk();
    assert_eq!(desk.run(&[]).status(), 1);
    let quiet = desk.run(&["--since", "HEAD"]);
    assert_eq!(quiet.status(), 0, "{}", quiet.err());
    assert!(
        quiet.out().contains("KNOWN") && quiet.out().contains("1 contradiction (0 new, 1 known)"),
        "{}",
        quiet.out()
    );

    desk.write("claims/ferry/b.toml", article("B Post", "97 m", "30").as_bytes());
    assert_eq!(summary(&desk, &["--since", "HEAD"]), [1, 1, 0], "what is not committed counts, too");
    assert_eq!(desk.run(&["--since", "HEAD"]).status(), 1);
    commit(desk.path(), "crew");
    assert_eq!(summary(&desk, &["--since", "HEAD"]), [0, 2, 0]);
    assert_eq!(summary(&desk, &["--since", "HEAD~1"]), [1, 1, 0]);
    git(desk.path(), &["tag", "published"]);
    desk.write("claims/ferry/b.toml", article("B Post", "120 m", "30").as_bytes());
    assert_eq!(summary(&desk, &["--since", "published"]), [1, 1, 1], "other values are told as changed");
    assert_eq!(
        git(desk.path(), &["status", "--porcelain"]).trim(),
        "M claims/ferry/b.toml",
        "git is only asked"
    );
}

#[test]
fn what_is_gone_is_told_and_the_page_names_the_revision() {
    let desk = desk();
    let page = |args: &[&str]| {
        let run = desk.run(&[&["report", "--output", "-"], args].concat());
        assert_eq!(run.status(), 0, "{}", run.err());
        run.out()
    };
    let before = page(&["--since", "HEAD"]);
    assert!(
        before.contains("Nothing new since then")
            && before.contains("known from before")
            && !before.contains("gone since"),
        "{before}"
    );
    let made = git(desk.path(), &["show", "--no-patch", "--format=%cd", "--date=format:%-d %b %Y, %H:%M"]);
    assert!(
        before.contains(&format!("What changed since {}", made.trim()))
            && before.contains("<code>HEAD</code>")
    );
    assert!(!page(&[]).contains("class=\"state new\""), "where all is new, nothing is called so");

    desk.write("claims/ferry/b.toml", article("B Post", "91 m", "30").as_bytes());
    let run = desk.run(&["--since", "HEAD"]);
    let out = run.out();
    let told = out.split_once("GONE").unwrap().1;
    assert!(
        told.contains("length") && told.contains("contradiction") && told.contains("91 m / 97 m"),
        "{told}"
    );
    let after = page(&["--since", "HEAD"]);
    assert!(
        after.contains("1 conflict gone since then") && after.contains("<q>91 m</q> / <q>97 m</q>"),
        "{after}"
    );
    // Part of a story can't tell what is gone.
    let part = page(&["--since", "HEAD", "claims/ferry/a.toml"]);
    assert!(!part.contains("gone since"), "{part}");
    // Other values than those that were known are told as such.
    desk.write("claims/ferry/b.toml", article("B Post", "120 m", "12").as_bytes());
    assert!(page(&["--since", "HEAD"]).contains("class=\"state changed\""));
    // Where a file can't be read, nothing is said to be gone.
    desk.write("claims/ferry/b.toml", b"[article]\noutlet = B\n");
    assert!(!desk.run(&["--since", "HEAD"]).out().contains("GONE"));
    // Nor where the whole story is another one.
    desk.write("claims/ferry/b.toml", article("B Post", "91 m", "12").as_bytes());
    std::fs::rename(desk.path().join("claims/ferry"), desk.path().join("claims/vessel")).unwrap();
    assert!(!desk.run(&["--since", "HEAD"]).out().contains("GONE"));
}

#[test]
fn the_page_tells_what_each_outlet_said_before() {
    let desk = desk();
    let page = || desk.run(&["report", "--output", "-", "--since", "HEAD"]).out();
    assert!(page().contains("Nothing: every article says what it said then."));
    let reworded =
        article("B Post", "97 m", "30").replace("attribute = \"length\"", "attribute = \"overall length\"");
    desk.write("claims/ferry/b.toml", reworded.as_bytes());
    desk.write("claims/ferry/c.toml", article("C News", "97 m", "12").as_bytes());
    let told = page();
    let news = told.split_once("What changed since").unwrap().1.split_once("</section>").unwrap().0;
    assert!(news.contains("<b>B Post</b> now says <q>30</q>, before <q><del>12</del></q>"), "{news}");
    assert!(news.contains("New article: <b>C News</b>, 2 claims"), "{news}");
    assert_eq!(news.matches("now says").count(), 1, "{news}");
    assert!(
        !news.contains("97 m") && !news.contains("no longer told"),
        "another label is no other value: {news}"
    );
    assert!(told.contains("class=\"state new\""));
    std::fs::remove_file(desk.path().join("claims/ferry/a.toml")).unwrap();
    assert!(
        page().contains("2 claims no longer told") && page().contains("A Times said <q>91 m</q>"),
        "{}",
        page()
    );
}

#[test]
fn renamed_files_and_stories_and_reworded_labels_are_nothing_new() {
    let desk = desk();
    let folder = desk.path().join("claims");
    std::fs::rename(folder.join("ferry/a.toml"), folder.join("ferry/z.toml")).unwrap();
    assert_eq!(summary(&desk, &["--since", "HEAD"]), [0, 1, 0]);
    let reworded =
        article("B Post", "97 m", "12").replace("attribute = \"length\"", "attribute = \"overall length\"");
    desk.write("claims/ferry/b.toml", reworded.as_bytes());
    desk.write("claims/ferry/c.toml", article("C News", "97 m", "12").as_bytes());
    assert_eq!(summary(&desk, &["--since", "HEAD"]), [0, 1, 0]);
    std::fs::rename(folder.join("ferry"), folder.join("vessel")).unwrap();
    assert_eq!(summary(&desk, &["--since", "HEAD"]), [0, 1, 0]);
}

#[test]
fn it_goes_with_what_is_accepted_with_paths_and_from_any_folder() {
    let desk = desk();
    assert_eq!(desk.run(&["accept", "--all-new", "--reason", "so be it"]).status(), 0);
    desk.write("claims/ferry/b.toml", article("B Post", "97 m", "30").as_bytes());
    let report = desk.run(&["--format", "json", "--since", "HEAD"]).json();
    assert_eq!(report["summary"]["new"], 1);
    assert_eq!(report["summary"]["accepted"], 1);
    assert_eq!(summary(&desk, &["--since", "HEAD", "claims/ferry/a.toml", "claims/ferry/b.toml"]), [1, 1, 0]);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.args(["check", "--since", "HEAD", "../ferry"]).current_dir(desk.path().join("claims/ferry"));
    // As in a hook.
    command.env("GIT_DIR", ".git").env("GIT_INDEX_FILE", ".git/index");
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn the_settings_are_those_of_the_revision() {
    let desk = Desk::new(&[
        ("claims/ferry/a.toml", &article("A", "91 m", "12")),
        ("claims/ferry/b.toml", &article("B", "97 m", "12")),
        ("gainsay.toml", "[tolerance]\nmeasure = \"20%\"\n"),
    ]);
    init(desk.path());
    assert_eq!(summary(&desk, &[]), [0, 0, 0]);
    desk.write("gainsay.toml", b"[tolerance]\nmeasure = \"1%\"\n");
    assert_eq!(summary(&desk, &["--since", "HEAD"]), [1, 0, 0], "it was none when it was committed");
}

#[test]
fn what_can_not_be_read_is_said_with_what_to_do() {
    let desk = desk();
    let refused = |desk: &Desk, args: &[&str], words: &[&str]| {
        let run = desk.run(args);
        assert_eq!(run.status(), 2, "{args:?}: {}", run.err());
        assert_eq!(run.out(), "");
        assert!(run.err().contains("hint: "), "{}", run.err());
        for word in words {
            assert!(run.err().contains(word), "{word}: {}", run.err());
        }
    };
    refused(&desk, &["--since", "nowhere"], &["no revision \"nowhere\"", "git branch --all"]);
    refused(&desk, &["--since", "HEAD~9"], &["no revision \"HEAD~9\""]);
    refused(&desk, &["--since=--output=x"], &["no revision \"--output=x\""]);
    refused(&desk, &["--since", "HEAD:claims"], &["no revision"]);
    let nowhere = Desk::new(&[("claims/ferry/a.toml", &article("A Times", "91 m", "12"))]);
    refused(&nowhere, &["--since", "HEAD"], &["claims is in no git repository", "without --since"]);
    git(nowhere.path(), &["init", "-q"]);
    refused(&nowhere, &["--since", "HEAD"], &["has no commit yet"]);

    // Without git at all.
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output = command.args(["--since", "HEAD"]).current_dir(desk.path()).env("PATH", "").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("git can't be run"));
}

#[test]
fn a_shallow_clone_has_what_it_has_and_is_told_what_to_fetch() {
    let origin = desk();
    origin.write("claims/ferry/b.toml", article("B Post", "97 m", "30").as_bytes());
    commit(origin.path(), "crew");
    git(origin.path(), &["checkout", "-q", "-b", "draft"]);
    origin.write("claims/ferry/b.toml", article("B Post", "120 m", "30").as_bytes());
    commit(origin.path(), "draft");
    let clone = Desk::new(&[]);
    let url = format!("file://{}", origin.path().display());
    git(clone.path(), &["clone", "-q", "--depth", "1", "--branch", "draft", &url, "."]);
    assert_eq!(summary(&clone, &["--since", "HEAD"]), [0, 2, 0], "one revision is there whole");

    let run = clone.run(&["--since", "main"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("shallow clone"), "{}", run.err());
    let hint = "git fetch --depth 1 origin main:refs/remotes/origin/main, then --since origin/main";
    assert!(run.err().contains(hint), "{}", run.err());
    git(clone.path(), &["fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main"]);
    assert_eq!(summary(&clone, &["--since", "origin/main"]), [1, 1, 1], "the hint is enough");
    assert!(clone.run(&["--since", "main"]).err().contains("did you mean origin/main?"));
    assert!(clone.run(&["--since", "HEAD~1"]).err().contains("git fetch --unshallow"));
    let first = git(origin.path(), &["rev-list", "--max-parents=0", "HEAD"]);
    let unknown = clone.run(&["--since", first.trim()]);
    assert!(
        unknown.err().contains(&format!("git fetch --depth 1 origin {}", first.trim())),
        "{}",
        unknown.err()
    );
}

#[test]
fn a_revision_with_errors_of_its_own_is_warned_of() {
    let desk = Desk::new(&[
        ("claims/ferry/a.toml", &article("A Times", "91 m", "12")),
        ("claims/ferry/b.toml", "[article]\noutlet = B\n"),
    ]);
    init(desk.path());
    desk.write("claims/ferry/b.toml", article("B Post", "97 m", "12").as_bytes());
    let run = desk.run(&["--since", "HEAD"]);
    assert_eq!(run.status(), 1, "{}", run.err());
    assert!(run.err().contains("HEAD:claims/ferry/b.toml:2"), "{}", run.err());
    assert!(run.err().contains("counts as new here"), "{}", run.err());
}

#[test]
fn a_note_that_comes_along_with_new_claims_makes_them_no_older() {
    let desk = Desk::new(&[
        ("claims/quay/a.toml", &article("A Times", "12 m", "12")),
        ("claims/quay/b.toml", &article("B Post", "12 m", "12")),
    ]);
    init(desk.path());
    // A note that knows the claims to come, made where they did not conflict yet.
    let other = Desk::new(&[
        ("claims/quay/a.toml", &article("A Times", "12 m", "12")),
        ("claims/quay/b.toml", &article("B Post", "19 m", "12")),
    ]);
    assert_eq!(other.run(&["accept", "--all-new", "--reason", "x"]).status(), 0);
    let notes = std::fs::read_dir(other.path().join("claims/quay/accepted")).unwrap();
    let note =
        notes.map(|it| it.unwrap().path()).find(|it| it.extension().is_some_and(|it| it == "seen")).unwrap();
    let note = std::fs::read_to_string(note).unwrap();
    let bare: Vec<&str> = note.lines().filter(|it| !it.starts_with("conflict")).collect();
    desk.write("claims/quay/b.toml", article("B Post", "19 m", "12").as_bytes());
    desk.write("claims/quay/accepted/0.seen", bare.join("\n").as_bytes());
    let state = |args: &[&str]| {
        let run = desk.run(&[&["check", "--format", "json"], args].concat());
        (run.status(), run.json()["stories"][0]["items"][0]["comparisons"][0]["state"].clone())
    };
    assert_eq!(state(&["--since", "HEAD"]), (1, serde_json::json!("new")));
    assert_eq!(
        state(&[]),
        (0, serde_json::json!("regrouped")),
        "without a revision the note is all there is"
    );
}
