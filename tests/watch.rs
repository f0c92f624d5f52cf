//! `gainsay watch`: what a save has changed is told, at once, whichever way the file was saved.
#![allow(clippy::unwrap_used, dead_code, reason = "a test that can't go on has failed")]

use crate::support::desk as made_up;

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::support::Desk;

/// However busy the machine is.
const LONG: Duration = Duration::from_secs(60);

/// A running `gainsay watch`, which is ended with the test.
struct Watch {
    child: Child,
    pieces: Receiver<String>,
}

impl Watch {
    /// Begins to watch; waits for the first look at everything.
    fn begin(desk: &Desk, args: &[&str]) -> (Self, String) {
        let watch = Self::spawn(desk, args);
        let first = watch.until("data items");
        (watch, first)
    }

    fn spawn(desk: &Desk, args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.arg("watch").args(args).current_dir(desk.path());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (tell, pieces) = channel();
        let streams: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for mut stream in streams {
            let tell = tell.clone();
            std::thread::spawn(move || {
                let mut piece = vec![0; 1 << 16];
                while let Ok(length @ 1..) = stream.read(&mut piece) {
                    if tell.send(String::from_utf8_lossy(&piece[..length]).into_owned()).is_err() {
                        break;
                    }
                }
            });
        }
        Self { child, pieces }
    }

    /// What it prints, up to these words and whatever comes right behind them.
    fn until(&self, words: &str) -> String {
        let begun = Instant::now();
        let mut printed = String::new();
        while !printed.contains(words) {
            assert!(begun.elapsed() < LONG, "{words:?} is not printed:\n{printed}");
            if let Ok(piece) = self.pieces.recv_timeout(Duration::from_millis(200)) {
                printed += &piece;
            }
        }
        printed + &self.rest(Duration::from_millis(150))
    }

    /// What it prints until it is quiet for so long.
    fn rest(&self, quiet: Duration) -> String {
        let mut printed = String::new();
        while let Ok(piece) = self.pieces.recv_timeout(quiet) {
            printed += &piece;
        }
        printed
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn article(outlet: &str, owner: &str, length: &str) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\n\n[[claim]]\nsubject = \"ferry\"\nattribute = \"owner\"\nvalue = \"{owner}\"\n\n\
         [[claim]]\nsubject = \"ferry\"\nattribute = \"length\"\nvalue = \"{length}\"\n"
    )
}

fn ferry() -> Desk {
    Desk::new(&[
        ("claims/ferry/a.toml", &article("A", "Lund", "93 m")),
        ("claims/ferry/b.toml", &article("B", "Lund", "93 m")),
    ])
}

#[test]
fn a_conflict_is_told_when_it_comes_when_it_changes_and_when_it_goes() {
    let desk = ferry();
    let (watch, first) = Watch::begin(&desk, &[]);
    assert!(first.contains("watching 2 claim files in 1 story, "), "{first}");
    assert!(first.contains("0 contradictions"), "{first}");
    desk.write("claims/ferry/b.toml", article("B", "Lund", "95 m").as_bytes());
    let told = watch.until("data items");
    assert!(told.contains("new\nCONTRADICTION  ferry: length"), "{told}");
    assert!(
        told.contains("93 m") && told.contains("95 m") && told.contains("1 contradiction (1 new)"),
        "{told}"
    );
    desk.write("claims/ferry/b.toml", article("B", "Lund", "97 m").as_bytes());
    let told = watch.until("data items");
    assert!(told.contains("changed\nCONTRADICTION  ferry: length") && told.contains("97 m"), "{told}");
    // Lines that move are no news.
    desk.write("claims/ferry/b.toml", format!("# a note\n\n{}", article("B", "Lund", "97 m")).as_bytes());
    let told = watch.until("data items");
    assert!(told.contains("nothing has changed") && !told.contains("CONTRADICTION"), "{told}");
    desk.write("claims/ferry/b.toml", article("B", "Lund", "93 m").as_bytes());
    let told = watch.until("data items");
    assert!(told.contains("gone     contradiction: ferry: length (now: agreement)"), "{told}");
}

#[test]
fn who_wants_quiet_is_told_what_is_new_and_nothing_else() {
    let desk = ferry();
    let watch = Watch::spawn(&desk, &["-q"]);
    // Nothing says when it has begun: it is saved anew until something is told.
    let mut printed = String::new();
    for length in 95.. {
        assert!(length < 195, "nothing is told:\n{printed}");
        desk.write("claims/ferry/b.toml", article("B", "Lund", &format!("{length} m")).as_bytes());
        printed += &watch.rest(Duration::from_millis(600));
        if printed.contains("CONTRADICTION") {
            break;
        }
    }
    assert!(printed.contains("CONTRADICTION  ferry: length"), "{printed}");
    desk.write("claims/ferry/b.toml", format!("# a note\n\n{}", article("B", "Lund", "93 m")).as_bytes());
    printed += &watch.until("gone     contradiction");
    for told in ["watching", "data items", "nothing has changed"] {
        assert!(!printed.contains(told), "{told:?} in\n{printed}");
    }
}

#[test]
fn half_a_sentence_is_told_as_a_problem_and_compared_as_it_was() {
    let desk = ferry();
    desk.write("claims/ferry/b.toml", article("B", "Berg", "95 m").as_bytes());
    let (watch, _) = Watch::begin(&desk, &[]);
    desk.write("claims/ferry/b.toml", article("B", "Berg", "95 m").replace("\"95 m\"", "\"95 ").as_bytes());
    let told = watch.until("stands");
    assert!(told.contains("broken TOML") && told.contains("claims/ferry/b.toml"), "{told}");
    assert!(told.contains("2 contradictions (2 new)") && !told.contains("gone"), "{told}");
    desk.write("claims/ferry/b.toml", article("B", "Berg", "95 m").as_bytes());
    let told = watch.until("data items");
    assert!(told.contains("solved   claims/ferry/b.toml: broken TOML"), "{told}");
    assert!(!told.contains("CONTRADICTION") && !told.contains("stands"), "{told}");
}

#[test]
fn files_are_seen_however_they_are_saved() {
    let desk = ferry();
    let (watch, _) = Watch::begin(&desk, &[]);
    // Written beside and renamed over it, with the rubbish that editors leave for a moment.
    desk.write("claims/ferry/4913", b"");
    std::fs::remove_file(desk.path().join("claims/ferry/4913")).unwrap();
    desk.write("claims/ferry/.b.toml.swp", b"\0\0");
    desk.write("claims/ferry/b.toml~", article("B", "Lund", "95 m").as_bytes());
    std::fs::rename(desk.path().join("claims/ferry/b.toml~"), desk.path().join("claims/ferry/b.toml"))
        .unwrap();
    let told = watch.until("data items");
    assert!(told.contains("new\nCONTRADICTION  ferry: length"), "{told}");
    // A folder that comes while it watches, and one that goes.
    desk.write("claims/fire/a.toml", article("A", "Lund", "93 m").as_bytes());
    desk.write("claims/fire/b.toml", article("B", "Lund", "99 m").as_bytes());
    let mut told = watch.until("CONTRADICTION");
    if !told.contains("data items") {
        told += &watch.until("data items");
    }
    assert!(told.contains("2 outlets, in claims/fire"), "{told}");
    std::fs::remove_dir_all(desk.path().join("claims/fire")).unwrap();
    assert!(watch.until("gone").contains("told by nobody"));
    // The whole of it goes away and comes back.
    std::fs::rename(desk.path().join("claims"), desk.path().join("away")).unwrap();
    let told = watch.until("0 data items");
    assert!(told.contains("gone"), "{told}");
    std::fs::rename(desk.path().join("away"), desk.path().join("claims")).unwrap();
    assert!(watch.until("CONTRADICTION").contains("ferry: length"));
    desk.write("claims/ferry/b.toml", article("B", "Lund", "93 m").as_bytes());
    assert!(watch.until("gone").contains("now: agreement"));
}

#[test]
fn settings_and_stories_count_as_soon_as_they_are_saved() {
    let desk = ferry();
    desk.write("claims/ferry/b.toml", article("B", "Lund", "95 m").as_bytes());
    let (watch, first) = Watch::begin(&desk, &[]);
    assert!(first.contains("1 contradiction"), "{first}");
    desk.write("gainsay.toml", b"[tolerance]\nmeasure = \"5%\"\n");
    assert!(watch.until("gone").contains("ferry: length"));
    desk.write("gainsay.toml", b"[tolerance]\nmeasure = 5\n");
    let told = watch.until("stands");
    assert_eq!(told.matches("a tolerance is a text").count(), 1, "{told}");
    desk.write("gainsay.toml", b"");
    watch.until("CONTRADICTION");
    desk.write("claims/ferry/story.toml", b"[tolerance]\nmeasure = \"5%\"\n");
    assert!(watch.until("gone").contains("ferry: length"));
}

#[test]
fn an_accepted_conflict_is_gone_until_its_file_is() {
    let desk = ferry();
    desk.write("claims/ferry/b.toml", article("B", "Lund", "97 m").as_bytes());
    let (watch, first) = Watch::begin(&desk, &[]);
    assert!(first.contains("1 contradiction (1 new)"), "{first}");
    let run = desk.run(&["accept", "--all-new", "--reason", "asked for a correction"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert!(watch.until("data items").contains("gone     contradiction: ferry: length (now: accepted)"));
    std::fs::remove_dir_all(desk.path().join("claims/ferry/accepted")).unwrap();
    assert!(watch.until("data items").contains("new\nCONTRADICTION  ferry: length"));
}

#[test]
fn nothing_is_printed_where_nothing_is_saved() {
    let desk = ferry();
    let (watch, _) = Watch::begin(&desk, &[]);
    desk.run(&["check"]);
    desk.write("claims/ferry/notes.txt", b"nothing to do with it");
    assert_eq!(watch.rest(Duration::from_secs(3)), "");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_as_a_command_ends() {
    let desk = ferry();
    let (mut watch, _) = Watch::begin(&desk, &[]);
    let pid = watch.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = watch.child.try_wait().unwrap() {
            break status;
        }
        assert!(begun.elapsed() < LONG);
        std::thread::sleep(Duration::from_millis(5));
    };
    assert_eq!(status.code(), Some(0));
    assert_eq!(watch.rest(Duration::from_millis(50)), "");
}

#[test]
fn it_says_so_where_there_is_nothing_to_watch() {
    let desk = ferry();
    let run = desk.run(&["watch", "clams"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("there is no file or folder clams"), "{}", run.err());
    let run = Desk::new(&[]).run(&["watch"]);
    assert_eq!(run.status(), 3);
    assert!(run.err().contains("no claim file in ./claims"), "{}", run.err());
}

#[test]
fn hostile_texts_cannot_play_with_the_terminal() {
    let desk = ferry();
    let (watch, _) = Watch::begin(&desk, &["--color", "never"]);
    desk.write("claims/ferry/b.toml", article("B\\u001b[2J", "\\u202eBerg", "95 m").as_bytes());
    let told = watch.until("data items");
    assert!(told.contains("CONTRADICTION") && !told.contains(['\u{1b}', '\u{202e}']), "{told:?}");
}

#[test]
fn a_save_among_a_thousand_files_is_told_within_a_tenth_of_a_second() {
    let desk = made_up::many(1000, 6);
    let (watch, first) = Watch::begin(&desk, &[]);
    assert!(first.contains("1000 claim files in 125 stories"), "{first}");
    let mut seed = made_up::Seed::new(3);
    let mut times = Vec::new();
    for turn in 0..9 {
        let (story, outlet) = (seed.below(125), "herald");
        let text = made_up::article(&mut seed, outlet, story + 100 * turn, 6);
        let begun = Instant::now();
        desk.write(&format!("claims/s{story:04}/{outlet}.toml"), text.as_bytes());
        let told = loop {
            let piece = watch.pieces.recv_timeout(LONG).unwrap();
            if piece.contains("data items") {
                break begun.elapsed();
            }
        };
        watch.rest(Duration::from_millis(150));
        times.push(told);
    }
    times.sort();
    // Code that is not optimised takes some ten times as long.
    let most = if cfg!(debug_assertions) { 1000 } else { 100 };
    assert!(times[4] < Duration::from_millis(most), "{times:?}");
}
