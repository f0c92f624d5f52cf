//! What earlier runs found never changes what a run says: cold and warm, on one thread and on two.

use std::fs;
use std::path::PathBuf;

use crate::support::Desk;

const STORIES: usize = 6;

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_an_entry_and_a_relative_home_are_passed_over() {
    let desk = desk();
    let kept = tempfile::tempdir().unwrap();
    let run = |cache: &str| {
        desk.run_with(&["--format", "json"], &[("XDG_CACHE_HOME", cache), ("HOME", "home")]).out()
    };
    let first = run(kept.path().to_str().unwrap());
    let mut entries = 0;
    for entry in walkdir::WalkDir::new(kept.path()).into_iter().map(|it| it.unwrap()) {
        if entry.file_type().is_file() {
            fs::remove_file(entry.path()).unwrap();
            assert!(std::process::Command::new("mkfifo").arg(entry.path()).status().unwrap().success());
            entries += 1;
        }
    }
    assert_eq!(entries, STORIES);
    assert_eq!(run(kept.path().to_str().unwrap()), first);
    assert_eq!(run(""), first);
    assert!(!desk.path().join("home").exists(), "nothing is written beside the claims");
}

/// Stories in which outlets disagree, one file of which says nothing in one of its claims.
fn desk() -> Desk {
    let desk = Desk::new(&[]);
    for story in 0..STORIES {
        for outlet in 0..4 {
            desk.write(&path(story, outlet), article(story, outlet, 100 * (1 + outlet % 2)).as_bytes());
        }
    }
    desk
}

fn path(story: usize, outlet: usize) -> String {
    format!("claims/s{story}/o{outlet}.toml")
}

fn article(story: usize, outlet: usize, figure: usize) -> String {
    let nothing =
        if outlet == 3 { "[[claim]]\nsubject = 'dam'\nattribute = 'owner'\nvalue = 'unknown'\n" } else { "" };
    format!(
        "[article]\noutlet = 'Outlet {outlet}'\npublished = 2025-06-17\n
[[claim]]\nsubject = 'dam {story}'\nattribute = 'number of people evacuated'\nvalue = '{figure}'\n
[[claim]]\nsubject = 'dam {story}'\nattribute = 'height'\nvalue = '30 metres'\n{nothing}"
    )
}

fn entries(desk: &Desk) -> Vec<PathBuf> {
    let found = fs::read_dir(desk.cache().join("gainsay")).into_iter().flatten();
    let mut found: Vec<PathBuf> = found.map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

/// Everything a run says: its findings, its problems and its status.
fn said(desk: &Desk, args: &[&str]) -> (String, String, i32) {
    let run = desk.run(args);
    (run.out(), run.err(), run.status())
}

#[test]
fn a_warm_run_says_what_a_cold_one_says() {
    let desk = desk();
    for args in [&["--format", "json"][..], &["--all"], &["--near", "--format", "html"]] {
        let without = said(&desk, &[args, &["--no-cache"]].concat());
        let cold = said(&desk, args);
        let warm = said(&desk, args);
        assert!(without.1.contains("is no claim"), "{}", without.1);
        assert_eq!(cold, without, "{args:?}");
        assert_eq!(warm, without, "{args:?}");
    }
}

#[test]
fn no_cache_keeps_nothing() {
    let desk = desk();
    said(&desk, &["--no-cache"]);
    assert_eq!(entries(&desk), Vec::<PathBuf>::new());
    said(&desk, &[]);
    assert_eq!(entries(&desk).len(), STORIES);
}

#[test]
fn a_change_is_seen_at_once() {
    let desk = desk();
    let before = said(&desk, &["--format", "json"]);
    let kept: Vec<Vec<u8>> = entries(&desk).iter().map(|path| fs::read(path).unwrap()).collect();
    desk.write(&path(2, 0), article(2, 0, 300).as_bytes());
    let after = said(&desk, &["--format", "json"]);
    assert_ne!(after, before);
    assert_eq!(after, said(&desk, &["--format", "json", "--no-cache"]));
    let now: Vec<Vec<u8>> = entries(&desk).iter().map(|path| fs::read(path).unwrap()).collect();
    assert_eq!(kept.len(), now.len());
    assert_eq!(kept.iter().zip(&now).filter(|(before, after)| before != after).count(), 1);
    // What the desk knows changes the story, too.
    desk.write("claims/s1/story.toml", b"title = 'The dam'\n");
    assert!(desk.run(&["--all"]).out().contains("The dam"));
    fs::remove_file(desk.path().join(path(3, 1))).unwrap();
    assert_eq!(said(&desk, &["--format", "json"]), said(&desk, &["--format", "json", "--no-cache"]));
}

#[test]
fn broken_entries_are_none() {
    let desk = desk();
    let sound = said(&desk, &["--format", "json"]);
    for (number, path) in entries(&desk).iter().enumerate() {
        let mut bytes = fs::read(path).unwrap();
        match number % 3 {
            0 => bytes.truncate(bytes.len() / 2),
            1 => *bytes.last_mut().unwrap() ^= 1,
            _ => bytes.clear(),
        }
        fs::write(path, bytes).unwrap();
    }
    assert_eq!(said(&desk, &["--format", "json"]), sound);
    fs::remove_dir_all(desk.cache().join("gainsay")).unwrap();
    // A file where the folder should be: nothing can be kept, and nothing is said of it.
    fs::write(desk.cache().join("gainsay"), "in the way").unwrap();
    assert_eq!(said(&desk, &["--format", "json"]), sound);
}

#[test]
fn threads_make_no_difference() {
    let desk = desk();
    let on = |threads: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.args(["--format", "json", "--no-cache", "--across"]).current_dir(desk.path());
        command.env("RAYON_NUM_THREADS", threads).output().unwrap()
    };
    let (one, two) = (on("1"), on("2"));
    assert!(!one.stdout.is_empty());
    assert_eq!(one.stdout, two.stdout);
    assert_eq!(one.stderr, two.stderr);
}
