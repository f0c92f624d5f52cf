//! Every writer under every fault: each file has its old bytes or its new ones, and never others; what ends cleanly leaves
//! nothing temporary behind; no link is followed out of the tree.

use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::support::Desk;

/// A command that writes, and a file that it writes.
struct Writer {
    args: &'static [&'static str],
    target: &'static str,
    /// Whether the file is there before.
    replaces: bool,
}

const fn creates(args: &'static [&'static str], target: &'static str) -> Writer {
    Writer { args, target, replaces: false }
}

const fn replaces(args: &'static [&'static str], target: &'static str) -> Writer {
    Writer { args, target, replaces: true }
}

/// The desk's own file of an accepted contradiction that is no longer found.
const STALE: &str = "claims/ship/accepted/gone-abcdef.toml";

const WRITERS: &[Writer] = &[
    creates(&["accept", "--all-new", "--reason", "as they said"], "claims/ship/accepted"),
    replaces(&["prune"], STALE),
    replaces(&["review", "--apply", "answers.json"], "claims/ship/a.toml"),
    creates(&["new", "ship", "--outlet", "Late Post"], "claims/ship/late-post.toml"),
    creates(&["import", "sheet.csv"], "claims/boat/late-post.toml"),
    replaces(&["fmt"], "claims/ship/a.toml"),
    replaces(&["lint", "--fix"], "claims/ship/b.toml"),
    creates(&["init", "--ci", "github"], ".github/workflows/gainsay.yml"),
    creates(&["report"], "gainsay-report.html"),
    replaces(&["report", "--output", "old.html"], "old.html"),
    replaces(&["check", "--output", "json=old.json"], "old.json"),
    creates(&["check", "--output", "table=new.txt"], "new.txt"),
    creates(&["check", "--output", "jsonl=new.jsonl"], "new.jsonl"),
    creates(&["check", "--output", "csv=new.csv"], "new.csv"),
    creates(&["check", "--output", "csv-wide=new.wide.csv"], "new.wide.csv"),
    creates(&["check", "--output", "markdown=new.md"], "new.md"),
    creates(&["check", "--output", "sarif=new.sarif"], "new.sarif"),
    creates(&["check", "--output", "github=new.log"], "new.log"),
    creates(&["check", "--output", "gitlab=new.json"], "new.json"),
    creates(&["check", "--output", "junit=new.xml"], "new.xml"),
    creates(&["check", "--output", "concise=new.out"], "new.out"),
    creates(&["check", "--output", "html=new.html"], "new.html"),
];

fn desk() -> Desk {
    let article = |outlet: &str, length: &str, crew: &str| {
        format!(
            "[article]\noutlet = {outlet}\n\n[[claim]]\nsubject = \"the ship\"\nvalue = \"{length}\"\nattribute = \"length\"\n\n[[claim]]\nsubject = \"the ship\"\nattribute = \"number of crew\"\nvalue = \"{crew}\"\n"
        )
    };
    let stale = "id = \"abcdef123456\"\nitem = \"gone\"\nsides = [\n  { outlet = \"X\", claim = \"x / y\", value = \"1\", understood = \"1\" },\n  { outlet = \"Y\", claim = \"x / y\", value = \"9\", understood = \"9\" },\n]\nreason = \"it was so\"\n";
    Desk::new(&[
        ("claims/ship/a.toml", &article("\"A\"", "948 feet", "22")),
        (
            "claims/ship/b.toml",
            &article("\"B\"", "700 feet", "45").replace("attribute = \"number", "atribute = \"number"),
        ),
        ("claims/ship/c.toml", &article("\"C\"", "700 feet", "45")),
        (STALE, stale),
        ("answers.json", r#"[{"a": "claims/ship/a.toml#1", "b": "claims/ship/c.toml#1", "answer": "same"}]"#),
        ("sheet.csv", "story,outlet,subject,attribute,value\nboat,Late Post,the boat,length,30 feet\n"),
        ("old.html", "<!doctype html><p>old</p>\n"),
        ("old.json", "{\"old\": true}\n"),
    ])
}

/// The desk for a writer: some do nothing where a file is wrong.
fn desk_for(writer: &Writer) -> Desk {
    let desk = desk();
    if writer.target != STALE {
        std::fs::remove_dir_all(desk.path().join(STALE).parent().unwrap()).unwrap();
    }
    if !matches!(writer.args, ["lint", ..]) {
        let text = desk.read("claims/ship/b.toml").replace("atribute", "attribute");
        desk.write("claims/ship/b.toml", text.as_bytes());
    }
    desk
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    File(Vec<u8>),
    Link(PathBuf),
    Folder,
}

type Tree = BTreeMap<PathBuf, Node>;

fn tree(folder: &Path) -> Tree {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    let node = |path: &Path| match path.symlink_metadata().unwrap() {
        it if it.is_symlink() => Node::Link(std::fs::read_link(path).unwrap()),
        it if it.is_dir() => Node::Folder,
        _ => Node::File(std::fs::read(path).unwrap()),
    };
    entries.map(|it| (it.path().strip_prefix(folder).unwrap().to_owned(), node(it.path()))).collect()
}

fn is_temporary(path: &Path) -> bool {
    path.file_name().unwrap().to_string_lossy().starts_with(".gainsay-")
}

/// Each file as it was or as it should be; `killed` runs may leave what is temporary.
fn sound(what: &str, before: &Tree, after: &Tree, now: &Tree, killed: bool) {
    let paths: BTreeSet<&PathBuf> = before.keys().chain(after.keys()).chain(now.keys()).collect();
    for path in paths {
        let found = now.get(path);
        let known = found == before.get(path) || found == after.get(path);
        assert!(
            known || killed && is_temporary(path),
            "{what}: {} is neither old nor new: {found:?}",
            path.display()
        );
    }
}

fn program(writer: &Writer, desk: &Desk, wrapper: &[&str]) -> Command {
    let program = env!("CARGO_BIN_EXE_gainsay");
    let words: Vec<&str> =
        wrapper.iter().copied().chain([program]).chain(writer.args.iter().copied()).collect();
    let mut command = Command::new(words[0]);
    command
        .args(&words[1..])
        .current_dir(desk.path())
        .env("XDG_CACHE_HOME", desk.cache())
        .stdin(Stdio::null());
    command
}

fn run(writer: &Writer, desk: &Desk, wrapper: &[&str]) -> Output {
    program(writer, desk, wrapper).output().unwrap()
}

/// What a writer makes of its desk where nothing is in its way.
fn made(writer: &Writer) -> (Tree, Tree) {
    let desk = desk_for(writer);
    let before = tree(desk.path());
    let output = run(writer, &desk, &[]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code().is_some_and(|it| it < 2), "{:?}: {said}", writer.args);
    let after = tree(desk.path());
    assert_ne!(
        before.get(Path::new(writer.target)),
        after.get(Path::new(writer.target)),
        "{:?} writes nothing",
        writer.args
    );
    assert!(!after.keys().any(|path| is_temporary(path)), "{:?}", writer.args);
    (before, after)
}

/// Whether runs can be disturbed at a call of the system, which takes strace.
fn injects() -> bool {
    let probe =
        ["-f", "-e", "trace=unlink", "-e", "inject=unlink:error=EIO:when=99", "-o", "/dev/null", "true"];
    let works = Command::new("strace").args(probe).status().is_ok_and(|status| status.success());
    if !works {
        crate::support::not_tested("faults at every step: strace is missing here, or may not trace");
    }
    works
}

/// What changes a file or a folder; the more a run makes, the more steps there are.
const STEPS: &str =
    "write,fsync,fdatasync,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,chmod,fchmod,ftruncate";
const REMOVALS: &str = "unlink,unlinkat,rmdir";

/// More steps than any of these runs has.
const ENOUGH: usize = 400;

#[test]
fn a_run_killed_at_any_step_leaves_old_files_or_new_ones() {
    if !injects() {
        return;
    }
    for writer in WRITERS {
        let (before, after) = made(writer);
        let mut steps = 0;
        for calls in [STEPS, REMOVALS] {
            for step in 1..ENOUGH {
                let desk = desk_for(writer);
                let (trace, inject) =
                    (format!("trace={calls}"), format!("inject={calls}:signal=SIGKILL:when={step}"));
                let output =
                    run(writer, &desk, &["strace", "-f", "-o", "/dev/null", "-e", &trace, "-e", &inject]);
                if output.status.code().is_some_and(|code| code < 4) {
                    break;
                }
                assert!(
                    output.status.signal() == Some(9) || output.status.code() == Some(137),
                    "{:?}",
                    output.status
                );
                steps += 1;
                let what = format!("{:?} killed at step {step} of {calls}", writer.args);
                sound(&what, &before, &after, &tree(desk.path()), true);
                // Whoever comes next is not disturbed by what is left.
                let again = run(writer, &desk, &[]);
                assert!(again.status.code().is_some_and(|code| code < 3), "{what}: {:?}", again.status);
                let claims = desk.run(&["check", "--format", "json", "--no-cache"]);
                assert!(
                    !claims.err().contains("error") || matches!(writer.args, ["lint", ..]),
                    "{what}: {}",
                    claims.err()
                );
            }
        }
        assert!(steps > 1, "{:?} was killed {steps} times only", writer.args);
    }
}

#[test]
fn a_disk_that_is_full_at_any_step_leaves_old_files_or_new_ones_and_nothing_temporary() {
    if !injects() {
        return;
    }
    for writer in WRITERS {
        let (before, after) = made(writer);
        let mut failed = 0;
        for step in 1..ENOUGH {
            let desk = desk_for(writer);
            let inject = format!("inject={STEPS}:error=ENOSPC:when={step}");
            let log = tempfile::NamedTempFile::new().unwrap();
            let path = log.path().to_str().unwrap();
            let trace = format!("trace={STEPS}");
            let output = run(writer, &desk, &["strace", "-f", "-o", path, "-e", &trace, "-e", &inject]);
            let status =
                output.status.code().unwrap_or_else(|| panic!("{:?}: {:?}", writer.args, output.status));
            if !std::fs::read_to_string(path).unwrap().contains("INJECTED") {
                break;
            }
            failed += usize::from(status == 2);
            let what = format!("{:?} without room at step {step}", writer.args);
            assert!(status < 4, "{what}: {status}");
            sound(&what, &before, &after, &tree(desk.path()), false);
        }
        // Who only removes needs no room.
        assert!(failed > 0 || matches!(writer.args, ["prune"]), "{:?} never failed", writer.args);
    }
}

/// Runs the program as somebody who is not root, whom no folder can forbid anything; `None` where that is not possible.
fn as_anybody(writer: &Writer, desk: &Desk) -> Option<Output> {
    let own = std::fs::write(desk.path().join("claims/ship/try"), "").is_ok();
    if !own {
        return Some(run(writer, desk, &[]));
    }
    std::fs::remove_file(desk.path().join("claims/ship/try")).unwrap();
    let output = program(writer, desk, &["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"])
        .output()
        .ok()?;
    output.status.code().is_some_and(|code| code < 4).then_some(output)
}

#[test]
fn a_read_only_folder_stays_as_it_is() {
    for writer in WRITERS {
        let desk = desk_for(writer);
        let before = tree(desk.path());
        let folders = || {
            walkdir::WalkDir::new(desk.path())
                .into_iter()
                .map(Result::unwrap)
                .filter(|it| it.file_type().is_dir())
        };
        let allow = |mode| {
            folders().for_each(|it| {
                std::fs::set_permissions(it.path(), std::fs::Permissions::from_mode(mode)).unwrap();
            });
        };
        allow(0o555);
        let output = as_anybody(writer, &desk);
        allow(0o755);
        let Some(output) = output else {
            crate::support::not_tested(
                "root may write everywhere, and setpriv is missing or may not run the program",
            );
            return;
        };
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{:?}: {said}", writer.args);
        assert!(
            said.contains("error") && (said.contains("hint") || said.contains("help")),
            "{:?}: {said}",
            writer.args
        );
        assert_eq!(tree(desk.path()), before, "{:?}", writer.args);
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_is_left_alone() {
    for writer in WRITERS.iter().filter(|writer| writer.target != STALE) {
        let desk = desk_for(writer);
        let target = desk.path().join(writer.target);
        let _ = std::fs::remove_file(&target);
        std::fs::create_dir_all(target.join("kept")).unwrap();
        desk.write(&format!("{}/kept/note.txt", writer.target), b"kept\n");
        let before = tree(&target);
        let output = run(writer, &desk, &[]);
        assert!(output.status.code().is_some_and(|code| code < 4), "{:?}: {:?}", writer.args, output.status);
        let is_output = writer.target.starts_with("new.") || writer.target.starts_with("old.");
        assert!(!is_output || output.status.code() == Some(2), "{:?}", writer.args);
        let now = tree(&target);
        assert!(before.iter().all(|(path, node)| now.get(path) == Some(node)), "{:?}: {now:?}", writer.args);
        assert!(!tree(desk.path()).keys().any(|path| is_temporary(path)), "{:?}", writer.args);
    }
}

#[test]
fn a_link_in_the_place_of_a_file_is_not_followed_out_of_the_tree() {
    for writer in WRITERS {
        let desk = desk_for(writer);
        let outside = tempfile::tempdir().unwrap();
        let target = desk.path().join(writer.target);
        let kept = if writer.replaces { std::fs::read(&target).unwrap() } else { b"kept".to_vec() };
        std::fs::write(outside.path().join("kept"), &kept).unwrap();
        std::fs::create_dir(outside.path().join("folder")).unwrap();
        let is_folder = writer.target.ends_with("accepted");
        let leads = outside.path().join(if is_folder { "folder" } else { "kept" });
        let _ = std::fs::remove_file(&target);
        let _ = std::fs::remove_dir_all(&target);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        symlink(&leads, &target).unwrap();
        let (link, before) = (Node::Link(leads), tree(outside.path()));
        let output = run(writer, &desk, &[]);
        assert!(output.status.code().is_some_and(|code| code < 4), "{:?}: {:?}", writer.args, output.status);
        assert_eq!(tree(outside.path()), before, "{:?}: what lies outside is as it was", writer.args);
        let now = tree(desk.path());
        let pruned = writer.target == STALE && !now.contains_key(Path::new(STALE));
        assert!(
            pruned || now.get(Path::new(writer.target)) == Some(&link),
            "{:?}: the link is as it was",
            writer.args
        );
        assert!(!now.keys().any(|path| is_temporary(path)), "{:?}", writer.args);
    }
}

#[test]
fn two_at_once_leave_what_one_would() {
    for writer in WRITERS {
        let (before, after) = made(writer);
        for _ in 0..5 {
            let desk = desk_for(writer);
            let start =
                || program(writer, &desk, &[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            let both = [start(), start()];
            let statuses = both.map(|mut child| child.wait().unwrap().code());
            assert!(
                statuses.iter().all(|it| it.is_some_and(|code| code < 3)),
                "{:?}: {statuses:?}",
                writer.args
            );
            assert!(
                statuses.iter().any(|it| it.is_some_and(|code| code < 2)),
                "{:?}: {statuses:?}",
                writer.args
            );
            let now = tree(desk.path());
            sound(&format!("two of {:?}", writer.args), &before, &after, &now, false);
            assert_eq!(now, after, "two of {:?}", writer.args);
        }
    }
}
