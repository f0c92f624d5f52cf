//! Where files can't be written: a clear error or nothing, and never half a file.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::support::Desk;

/// Two outlets that contradict each other about so many items, of which the last one has a long label.
fn desk(items: usize) -> Desk {
    let desk = Desk::new(&[]);
    for (outlet, figure) in [("a", "210"), ("b", "350")] {
        let mut text = format!("[article]\noutlet = \"Outlet {outlet}\"\n");
        for item in 0..items {
            let label = format!("thing {item} {}", "long".repeat(if item + 1 == items { 250 } else { 0 }));
            text += &["\n[[claim]]\nsubject = \"", &label, "\"\nattribute = \"number\"\nvalue = "].concat();
            text += &[figure, "\nitem = \"", &item.to_string(), "\"\n"].concat();
        }
        desk.write(&format!("claims/ship/{outlet}.toml"), text.as_bytes());
    }
    desk
}

const ACCEPT: [&str; 4] = ["accept", "--all-new", "--reason", "as they said"];

fn accepted(desk: &Desk) -> PathBuf {
    desk.path().join("claims/ship/accepted")
}

/// What lies in a folder, with what is in it; not the notes of what claims said.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut files: Vec<(String, Vec<u8>)> = entries
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap()))
        .collect();
    files.retain(|(name, _)| Path::new(name).extension().is_none_or(|it| it != "seen"));
    files.sort();
    files
}

/// Runs the program under the limits that a shell sets before.
fn limited(desk: &Desk, limits: &str, args: &[&str]) -> Output {
    let script = format!("{limits}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_gainsay")]).args(args).current_dir(desk.path());
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_file_where_the_folder_should_be_is_an_error_for_all() {
    let desk = desk(3);
    desk.write("claims/ship/accepted", b"not a folder\n");
    for args in [&ACCEPT[..], &["prune"], &["check"]] {
        let run = desk.run(args);
        assert_eq!(run.status(), 2, "{args:?}");
        assert!(run.err().contains("claims/ship/accepted"), "{}", run.err());
        assert!(run.err().contains("move this file away"), "{}", run.err());
    }
    assert_eq!(std::fs::read(accepted(&desk)).unwrap(), b"not a folder\n");
}

#[test]
fn a_folder_that_may_not_be_written_to_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk(3);
    let story = desk.path().join("claims/ship");
    let allow = |mode| std::fs::set_permissions(&story, std::fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    let forbidden = std::fs::write(story.join("try"), "").is_err();
    let run = desk.run(&ACCEPT);
    allow(0o755);
    // Root may write everywhere: then there is nothing to see here.
    if forbidden {
        assert_eq!(run.status(), 2, "{}", run.out());
        assert!(run.err().contains("check that you may write there"), "{}", run.err());
        assert!(!accepted(&desk).exists());
    } else {
        assert_eq!(run.status(), 0, "{}", run.err());
    }
}

#[test]
fn a_link_that_leads_out_is_not_followed() {
    let desk = desk(3);
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), accepted(&desk)).unwrap();
    let run = desk.run(&ACCEPT);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("leads out of"), "{}", run.err());
    assert!(files(outside.path()).is_empty());

    // Nor is anything removed there.
    std::fs::remove_file(accepted(&desk)).unwrap();
    assert_eq!(desk.run(&ACCEPT).status(), 0);
    for (name, bytes) in files(&accepted(&desk)) {
        std::fs::write(outside.path().join(name), bytes).unwrap();
    }
    std::fs::remove_dir_all(accepted(&desk)).unwrap();
    std::os::unix::fs::symlink(outside.path(), accepted(&desk)).unwrap();
    let agree = std::fs::read_to_string(desk.path().join("claims/ship/a.toml")).unwrap();
    desk.write("claims/ship/b.toml", agree.replace("Outlet a", "Outlet b").as_bytes());
    let run = desk.run(&["prune"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("leads out of"), "{}", run.err());
    assert_eq!(files(outside.path()).len(), 3);
}

#[test]
fn a_link_to_a_claim_file_stays_a_link_and_one_that_leads_out_is_left_alone() {
    let outside = tempfile::tempdir().unwrap();
    let text = "[article]\noutlet = \"C\"\n\n[[claim]]\nsubject = \"ship\"\nattribute = \"length\"\nvalue = \"9 m\"\n";
    let answers = r#"[{"a": "claims/s/a.toml#1", "b": "claims/s/c.toml#1", "answer": "same"}]"#;
    for leads_out in [true, false] {
        let desk =
            Desk::new(&[("claims/s/a.toml", &text.replace("\"C\"", "\"A\"")), ("answers.json", answers)]);
        let target = if leads_out { outside.path().join("c.toml") } else { desk.path().join("c.toml") };
        std::fs::write(&target, text).unwrap();
        std::os::unix::fs::symlink(&target, desk.path().join("claims/s/c.toml")).unwrap();
        let run = desk.run(&["review", "--apply", "answers.json"]);
        assert_eq!(run.status(), if leads_out { 2 } else { 0 }, "{}", run.err());
        assert_eq!(run.err().contains("leads out"), leads_out, "{}", run.err());
        assert_eq!(std::fs::read_to_string(&target).unwrap() == text, leads_out);
        assert!(desk.path().join("claims/s/c.toml").is_symlink());
    }
}

#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    // No file can grow beyond a block; the first ones would fit, the later ones do not.
    let desk = desk(12);
    let full = limited(&desk, "trap '' XFSZ; ulimit -f 1", &ACCEPT);
    assert_eq!(full.status.code(), Some(2), "{}", said(&full));
    assert!(said(&full).contains("can't be written: File too large"), "{}", said(&full));
    assert!(said(&full).contains("hint: make room"), "{}", said(&full));
    assert!(!accepted(&desk).exists(), "not even the folder is left");

    // With some accepted already, these stay as they are.
    assert_eq!(desk.run(&ACCEPT).status(), 0);
    let before = files(&accepted(&desk));
    assert_eq!(before.len(), 12);
    for (name, _) in before.iter().skip(3) {
        std::fs::remove_file(accepted(&desk).join(name)).unwrap();
    }
    let before = files(&accepted(&desk));
    assert_eq!(limited(&desk, "trap '' XFSZ; ulimit -f 1", &ACCEPT).status.code(), Some(2));
    assert_eq!(files(&accepted(&desk)), before);
}

#[test]
fn a_run_that_dies_of_a_full_disk_leaves_what_prune_removes() {
    use std::os::unix::process::ExitStatusExt;
    let desk = desk(12);
    let died = limited(&desk, "ulimit -c 0; ulimit -f 1", &ACCEPT);
    assert!(died.status.signal().is_some(), "{:?}", died.status);
    let left = files(&accepted(&desk));
    assert!(left.iter().all(|(name, _)| name.starts_with(".gainsay-")), "{left:?}");
    let run = desk.run(&["prune"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert!(run.out().contains("left by a run that was interrupted"), "{}", run.out());
    assert!(files(&accepted(&desk)).is_empty());
}

#[test]
fn an_output_that_is_full_is_an_error() {
    let desk = desk(3);
    for args in [&["check"][..], &["prune"], &ACCEPT] {
        let output = limited(&desk, "exec >/dev/full", args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(said(&output).contains("the output can't be written"), "{}", said(&output));
    }
}

#[test]
fn whoever_is_killed_leaves_whole_files_or_none() {
    const ITEMS: usize = 60;
    let whole = desk(ITEMS);
    assert_eq!(whole.run(&ACCEPT).status(), 0);
    let expected = files(&accepted(&whole));
    assert_eq!(expected.len(), ITEMS);

    let desk = desk(ITEMS);
    let mut interrupted = 0;
    for step in 0..12 {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.args(ACCEPT).current_dir(desk.path()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        // Killed when so many files lie there, finished or not.
        let there = || std::fs::read_dir(accepted(&desk)).map_or(0, Iterator::count);
        while there() < step * 6 && child.try_wait().unwrap().is_none() {}
        child.kill().unwrap();
        let status = child.wait().unwrap();
        let (left, placed): (Vec<_>, Vec<_>) =
            files(&accepted(&desk)).into_iter().partition(|(name, _)| name.starts_with(".gainsay-"));
        interrupted += usize::from(!status.success() && !left.is_empty());
        for file in &placed {
            assert!(expected.contains(file), "step {step}: {} is not what it should be", file.0);
        }
        let run = desk.run(&["check", "--format", "json"]);
        assert_eq!(run.err(), "", "step {step}");
        assert_eq!(run.json()["summary"]["known"], placed.len(), "step {step}");
        if step % 3 == 0 {
            std::fs::remove_dir_all(accepted(&desk)).unwrap_or_default();
        }
    }
    assert!(interrupted > 0, "no run was killed while it was writing");
    assert_eq!(desk.run(&ACCEPT).status(), 0);
    assert_eq!(desk.run(&["prune"]).status(), 0);
    assert_eq!(files(&accepted(&desk)), expected, "the next run makes it whole");
}
