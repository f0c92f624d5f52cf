//! What is read from files and from people, each as one function of bytes: for the fuzzer, and for the tests that run its
//! corpora on stable.

use gainsay::console;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use gainsay::check::{self, Options};
use gainsay::claim::Story;
use gainsay::evaluation::{self, Annotated, Gold};
use gainsay::files::{Folder, Problem, TextFile};
use gainsay::findings::{Report, Shown};
use gainsay::report;
use gainsay::report::Format;
use gainsay::{config, fusion, layout, linkage, lint, value};

/// What comes out may be larger than what goes in, since both sides of each conflict are told with reasons: so many times,
/// beside what every report has.
const GROWTH: usize = 2000;
const REPORT: usize = 1 << 20;

/// The two articles of a story stand on either side of this line.
const BETWEEN: &str = "\n%%\n";

/// A story on the disk, in which one file at a time says what the bytes say.
static DESK: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let desk = tempfile::tempdir().expect("a folder for temporary files");
    let files = ["a.toml", "b.toml", "story.toml", "accepted/a.toml"];
    std::fs::create_dir(desk.path().join("accepted")).expect("a folder");
    for file in files {
        std::fs::write(desk.path().join(file), "").expect("a file");
    }
    desk
});

/// Two articles that have something to say of each other, for whatever the desk knows of them.
const ONE: &str = "[article]\noutlet = \"A\"\npublished = 2025-12-17\n\n[[claim]]\nsubject = \"the ferry\"\nattribute = \"length\"\nvalue = \"91 m\"\n\n[[claim]]\nsubject = \"Lund\"\nattribute = \"price of the repair\"\nvalue = \"$2 million\"\n";
const OTHER: &str = "[article]\noutlet = \"B\"\npublished = 2025-12-18\n\n[[claim]]\nsubject = \"the ferry\"\nattribute = \"length\"\nvalue = \"97 m\"\n\n[[claim]]\nsubject = \"Lund Lines\"\nattribute = \"price of the repair\"\nvalue = \"at least $3 million\"\n";

/// Checks that no output outgrows its input.
pub fn is_within(input: &[u8], output: usize) {
    assert!(output <= REPORT + GROWTH * input.len(), "{output} bytes come out of {}", input.len());
}

/// Reads, aligns, compares and writes a story of which some files say something else.
fn story_with(input: &[u8], files: &[(&str, &str)], settings: Option<&str>) {
    let path = DESK.path();
    let claim_files = ["a.toml", "b.toml"].map(|name| path.join(name));
    let folder = Folder { path: path.to_path_buf(), claim_files: claim_files.into_iter().collect() };
    let read = |asked: &Path| {
        let name = asked.strip_prefix(path).unwrap_or(asked).to_string_lossy().into_owned();
        let own = files.iter().find(|(file, _)| *file == name).map(|(_, text)| *text);
        let text = own.or(match name.as_str() {
            "a.toml" => Some(ONE),
            "b.toml" => Some(OTHER),
            "story.toml" => Some(""),
            "gainsay.toml" => settings,
            _ => None,
        });
        match text {
            Some(text) => Ok(Arc::new(TextFile::new(name, text))),
            None => TextFile::read(Path::new("nowhere.toml")),
        }
    };
    let mut problems = Vec::new();
    let settings = settings.map(|_| path.join("gainsay.toml"));
    let desk = config::load_by(&read, settings.as_deref(), &mut problems);
    let options = Options { near: true, today: "2026-01-01".parse().ok(), ..Options::default() };
    let accepted = files.iter().any(|(name, _)| name.starts_with("accepted"));
    let options = Options { ignore_accepted: !accepted, ..options };
    let (story, view) = check::check_story(&read, &folder, &desk, &options, &mut problems);
    problems.extend(lint::story(&story, &linkage::align(&story), &lint::LintCache::default(), None));
    Problem::sort(&mut problems);
    let report = Report::new(vec![view], story.articles.len(), &problems);
    for format in Format::ALL {
        let mut text = Vec::new();
        let _ = report::write(
            format,
            &report,
            &Shown { all: true, near: true, ..Shown::default() },
            80,
            &mut text,
        );
        is_within(input, text.len());
    }
    let mut text = Vec::new();
    let _ = console::problems(&problems, 80, &mut text);
    let _ = console::problems_json(&problems, &mut text);
    is_within(input, text.len());
    for (name, text) in files {
        let file = Arc::new(TextFile::new(*name, *text));
        if let Ok(once) = layout::formatted(&file) {
            let again = layout::formatted(&Arc::new(TextFile::new(*name, once.clone())));
            assert_eq!(again.ok(), Some(once), "laying out twice is laying out once");
        }
        let found: Vec<&Problem> = problems
            .iter()
            .filter(|it| it.file.path() == *name && it.fix.as_ref().is_some_and(|fix| fix.is_safe))
            .collect();
        lint::fixed(text, &found);
    }
}

/// The claim files of a story: two of them, or one beside one that is right.
pub fn claims(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (one, other) = text.split_once(BETWEEN).unwrap_or((&text, OTHER));
    story_with(bytes, &[("a.toml", one), ("b.toml", other)], None);
}

/// A story whole: two articles, what the desk knows of it, and what is accepted in it.
pub fn whole(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let names = ["a.toml", "b.toml", "story.toml", "accepted/a.toml"];
    let files: Vec<(&str, &str)> = names.into_iter().zip(text.split(BETWEEN)).collect();
    story_with(bytes, &files, None);
}

/// A `story.toml`.
pub fn story(bytes: &[u8]) {
    story_with(bytes, &[("story.toml", &String::from_utf8_lossy(bytes))], None);
}

/// A `gainsay.toml`.
pub fn settings(bytes: &[u8]) {
    story_with(bytes, &[], Some(&String::from_utf8_lossy(bytes)));
}

/// An accepted contradiction.
pub fn accepted(bytes: &[u8]) {
    story_with(bytes, &[("accepted/a.toml", &String::from_utf8_lossy(bytes))], None);
}

/// Phrases, one a line, each read alone, under every label and as one of a list.
pub fn value(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut shown = String::new();
    let labels =
        ["", "length", "price", "age of the driver", "day of the accident", "share", "number of ships"];
    for (line, label) in text.lines().zip(labels.iter().cycle()) {
        let context = value::Context { label, ..value::Context::default() };
        let found = value::read(line, &context);
        let _ = write!(shown, "{}", found.understood());
        found.others.iter().for_each(|other| shown += &other.understood());
        let number = value::read_number(line, &context);
        let date = value::read_date(line, &context);
        shown += &number.understood();
        shown += &date.understood();
    }
    let list: Vec<String> = text.lines().take(50).map(str::to_owned).collect();
    shown += &value::read_list(&list, &value::Context::default()).understood();
    is_within(bytes, shown.len());
}

/// Phrases, one a line, as values of one fact in two articles: each stands to any other as the other to it, and agrees
/// with itself.
pub fn pair(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let phrases: Vec<&str> = text.lines().filter(|line| !value::is_no_claim(line)).take(6).collect();
    let article = |outlet: &str| {
        let mut text = format!("[article]\noutlet = \"{outlet}\"\npublished = 2025-12-17\n");
        for phrase in &phrases {
            let value = serde_json::Value::from(*phrase).to_string().replace('\u{7f}', " ");
            let _ = write!(text, "[[claim]]\nsubject = \"it\"\nattribute = \"property\"\nvalue = {value}\n");
        }
        text
    };
    let path = DESK.path();
    let claim_files = ["a.toml", "b.toml"].map(|name| path.join(name));
    let folder = Folder { path: path.to_path_buf(), claim_files: claim_files.into_iter().collect() };
    let read = |asked: &Path| {
        let name = asked.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = if name == "story.toml" { String::new() } else { article(&name) };
        Ok(Arc::new(TextFile::new(name, text)))
    };
    let mut problems = Vec::new();
    let desk = config::load_by(&read, None, &mut problems);
    let (story, _) = check::check_story(&read, &folder, &desk, &Options::default(), &mut problems);
    let alignment = linkage::align(&story);
    for (a, one) in alignment.claims.iter().enumerate() {
        for (b, other) in
            alignment.claims.iter().enumerate().filter(|(_, it)| !std::ptr::eq(it.article, one.article))
        {
            let (mine, yours) = (&one.claim.value, &other.claim.value);
            let there = fusion::compare(&alignment, &story.desk, a, b);
            let back = fusion::compare(&alignment, &story.desk, b, a);
            assert_eq!(
                there.verdict, back.verdict,
                "{:?} / {:?}: {} / {}",
                mine.text, yours.text, there.reason, back.reason
            );
            let agree = there.verdict == fusion::Verdict::Agreement;
            assert!(agree || mine.text != yours.text, "{:?} beside itself: {}", mine.text, there.reason);
        }
    }
}

/// A `gold.json`.
pub fn gold(bytes: &[u8]) {
    let path: PathBuf = DESK.path().join("gold.json");
    let story = |problems: &mut Vec<Problem>| {
        let read = |asked: &Path| {
            let text = if asked.ends_with("a.toml") { ONE } else { OTHER };
            Ok(Arc::new(TextFile::new(asked.file_name().unwrap_or_default().to_string_lossy(), text)))
        };
        let claim_files = ["a.toml", "b.toml"].map(PathBuf::from).into_iter().collect();
        let folder = Folder { path: PathBuf::from("nowhere"), claim_files };
        Story::read_by(&read, &folder, &gainsay::claim::Conventions::default(), problems)
    };
    let text = String::from_utf8_lossy(bytes);
    let read = |_: &Path| Ok(Arc::new(TextFile::new("gold.json", text.as_ref())));
    let mut problems = Vec::new();
    let story = story(&mut problems);
    let gold = Gold::read_by(&read, &path, &story, &mut problems);
    let annotated = [Annotated { story, gold }];
    let mut shown = Vec::new();
    let _ = evaluation::json(&evaluation::evaluate(&annotated, true), &mut shown);
    let _ = console::problems(&problems, 80, &mut shown);
    is_within(bytes, shown.len());
}

/// What a client sends: a stream as it is, or else a message a line.
pub fn messages(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"Content-") {
        return bytes.to_vec();
    }
    let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    lines
        .flat_map(|line| [format!("Content-Length: {}\r\n\r\n", line.len()).as_bytes(), line].concat())
        .collect()
}
