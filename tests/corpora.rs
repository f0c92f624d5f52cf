//! The fuzzer's corpora, run as ordinary tests: nothing that is read from files or people makes gainsay panic, hang or
//! outgrow its input. See tests/fuzz.

#[path = "fuzz/src/lib.rs"]
#[allow(unreachable_pub, reason = "the fuzzer uses it as a library")]
mod targets;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// As long as a file of a corpus may take, on a slow machine without optimisation.
const LONG: Duration = Duration::from_secs(20);

/// The files of a corpus, in the order of their names.
fn corpus(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = PathBuf::from("tests/fuzz/corpora").join(target);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() > 1, "{} is empty", folder.display());
    paths.into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

fn run(target: &str, read: fn(&[u8])) {
    for (path, bytes) in corpus(target) {
        let begun = Instant::now();
        // Cut short, too, as a file is that somebody still types.
        let third = bytes.get(..bytes.len() / 3).unwrap_or_default();
        read(third);
        read(&bytes);
        assert!(begun.elapsed() < LONG, "{} takes {:?}", path.display(), begun.elapsed());
    }
}

#[test]
fn claim_files() {
    run("claims", targets::claims);
}

#[test]
fn stories() {
    run("story", targets::story);
}

#[test]
fn settings() {
    run("settings", targets::settings);
}

#[test]
fn accepted_files() {
    run("accepted", targets::accepted);
}

#[test]
fn value_phrases() {
    run("value", targets::value);
}

#[test]
fn pairs_of_values() {
    run("pair", targets::pair);
}

#[test]
fn whole_stories() {
    run("whole", targets::whole);
}

/// `GAINSAY_FUZZ=600 cargo test --test suite stories_at_random -- --ignored`
#[test]
#[ignore = "runs as long as it is told"]
fn stories_at_random() {
    let seconds = std::env::var("GAINSAY_FUZZ").ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    let corpora = ["whole", "claims", "story", "accepted"].into_iter().flat_map(corpus);
    let texts = corpora.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned());
    let made_up = (0..8).flat_map(|seed| crate::support::stories::story("made-up", 4, 12, seed));
    let texts: Vec<String> = texts.chain(made_up.map(|(_, text)| text)).collect();
    let lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).collect();
    let mut random = dice();
    let begun = Instant::now();
    let mut rounds = 0;
    while begun.elapsed().as_secs() < seconds {
        let mut files = Vec::new();
        for _ in 0..4 {
            let mut own: Vec<&str> = texts[random(texts.len())].lines().take(60).collect();
            for _ in 0..random(6) {
                let (at, line) = (random(own.len() + 1), lines[random(lines.len())]);
                match random(3) {
                    0 => own.insert(at, line),
                    1 => own.truncate(at),
                    _ => own[at..].iter_mut().take(1).for_each(|it| *it = line),
                }
            }
            files.push(own.join("\n"));
        }
        targets::whole(files.join("\n%%\n").as_bytes());
        rounds += 1;
    }
    assert!(rounds > 3, "{rounds}");
    println!("{rounds} rounds");
}

/// Numbers below a bound, the same in every run.
fn dice() -> impl FnMut(usize) -> usize {
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap()
    }
}

/// `GAINSAY_FUZZ=600 cargo test --test suite pairs_at_random -- --ignored`
#[test]
#[ignore = "runs as long as it is told"]
fn pairs_at_random() {
    let seconds = std::env::var("GAINSAY_FUZZ").ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    let mut phrases: Vec<String> = Vec::new();
    for table in std::fs::read_dir("tests/values").unwrap() {
        let text = std::fs::read_to_string(table.unwrap().path()).unwrap();
        phrases.extend(text.lines().filter_map(|line| line.split('\t').next()).map(str::to_owned));
    }
    phrases.sort();
    let mut random = dice();
    let begun = Instant::now();
    let mut rounds = 0;
    while begun.elapsed().as_secs() < seconds {
        let mut text = String::new();
        for _ in 0..6 {
            let one: Vec<char> = phrases[random(phrases.len())].chars().collect();
            let other: Vec<char> = phrases[random(phrases.len())].chars().collect();
            let cut = if random(2) == 0 { one.len() } else { random(one.len() + 1) };
            text.extend(one.iter().take(cut));
            if cut < one.len() {
                text.extend(other.iter().skip(random(other.len() + 1)));
            }
            text.push('\n');
        }
        targets::pair(text.as_bytes());
        rounds += 1;
    }
    assert!(rounds > 10, "{rounds}");
    println!("{rounds} rounds");
}

#[test]
fn gold_files() {
    run("gold", targets::gold);
}

#[test]
fn lsp_messages() {
    let home = tempfile::tempdir().unwrap();
    for (path, bytes) in corpus("lsp") {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command
            .arg("lsp")
            .current_dir(home.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut server = command.spawn().unwrap();
        // The server may have ended before all is said.
        let _ = server.stdin.take().unwrap().write_all(&targets::messages(&bytes));
        let begun = Instant::now();
        let output = server.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code().is_some_and(|it| it < 2), "{}: {:?}", path.display(), output.status);
        assert!(!said.contains("panicked"), "{}: {said}", path.display());
        assert!(begun.elapsed() < LONG, "{} takes {:?}", path.display(), begun.elapsed());
        targets::is_within(&bytes, output.stdout.len());
    }
}

#[test]
fn corpora_are_small() {
    let mut size = 0;
    for entry in walkdir::WalkDir::new("tests/fuzz/corpora").into_iter().map(Result::unwrap) {
        size += entry.metadata().unwrap().len();
    }
    assert!(size < 2 << 20, "the corpora have {size} bytes: minimise them with cargo fuzz cmin");
}
