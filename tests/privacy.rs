//! Nothing leaves the machine: the program can't reach a network, and writes nothing but what it is asked to and its cache.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::Desk;

/// Functions of the system by which a program reaches a network, or asks for an address.
const NETWORK: [&str; 16] = [
    "socket",
    "socketpair",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "send",
    "sendto",
    "sendmsg",
    "recv",
    "recvfrom",
    "recvmsg",
    "getaddrinfo",
    "gethostbyname",
    "res_query",
];

fn article(outlet: &str, length: &str) -> String {
    format!(
        "[article]\noutlet = \"{outlet}\"\nurl = \"https://example.com/a\"\n[[claim]]\nsubject = \"the ship\"\nattribute = \"length\"\nvalue = \"{length}\"\n"
    )
}

fn desk() -> Desk {
    let answers = r#"[{"a": "claims/s/a.toml#1", "b": "claims/s/b.toml#1", "answer": "same"}]"#;
    let gold =
        r#"{"items": [{"label": "length", "claims": ["a#1", "b#1"]}], "verdicts": [], "disputed": []}"#;
    Desk::new(&[
        ("claims/s/a.toml", &article("A", "9 m")),
        ("claims/s/b.toml", &article("B", "20 m")),
        ("claims/s/t.txt", "About 300 trucks were stranded on Tuesday.\n"),
        ("gold/s/a.toml", &article("A", "9 m")),
        ("gold/s/b.toml", &article("B", "20 m")),
        ("gold/s/gold.json", gold),
        ("answers.json", answers),
    ])
}

/// Every command, each with the files, below the working directory, that it may write, by how they begin.
const RUNS: &[(&[&str], &[&str])] = &[
    (&["check", "--all", "--near"], &[]),
    (&["check", "--output", "html=page.html", "--output", "sarif=a.sarif"], &["page.html", "a.sarif"]),
    (&["check", "--since", "HEAD"], &[]),
    (&["show", "length"], &[]),
    (&["report", "--output", "report.html"], &["report.html"]),
    (&["lint", "--fix"], &["claims/s/"]),
    (&["fmt"], &["claims/s/"]),
    (&["explain", "no-claim"], &[]),
    (&["evaluate", "gold", "--weights"], &[]),
    (&["checklist", "claims/s/a.toml"], &[]),
    (&["review", "--apply", "answers.json"], &["claims/s/"]),
    (&["new", "s", "--text", "claims/s/t.txt", "--url", "https://example.com/x"], &["claims/s/"]),
    (&["value", "$9"], &[]),
    (&["accept", "--all-new", "--reason", "x"], &["claims/s/accepted"]),
    (&["prune"], &["claims/s/accepted"]),
    (&["init", "new"], &["new"]),
    (&["schema", "claims"], &[]),
    (&["completions", "bash"], &[]),
    (&["man"], &[]),
    (&["lsp"], &[]),
    (&["--version"], &[]),
];

/// What the symbol table of the binary says that it takes from the system, by whichever tool can read it.
fn imported() -> Option<BTreeSet<String>> {
    let program = env!("CARGO_BIN_EXE_gainsay");
    for (tool, args) in
        [("nm", ["-D", "--undefined-only"]), ("readelf", ["-W", "--dyn-syms"]), ("objdump", ["-T", "-w"])]
    {
        let Ok(output) = Command::new(tool).args(args).arg(program).output() else { continue };
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let lines = text.lines().filter(|line| tool == "nm" || line.contains("UND"));
        let names = lines
            .flat_map(str::split_whitespace)
            .map(|it| it.split('@').next().unwrap_or_default().to_owned());
        let names: BTreeSet<String> = names.collect();
        // A list that lacks what every program needs is none.
        if names.contains("write") || names.contains("writev") {
            return Some(names);
        }
    }
    None
}

#[test]
fn no_function_of_a_network_is_linked() {
    let Some(names) = imported() else {
        assert!(
            traces(),
            "NOT TESTED: neither nm, readelf, objdump nor strace is here to look at the program"
        );
        crate::support::not_tested("symbols: none of nm, readelf and objdump is here (binutils)");
        return;
    };
    let found: Vec<&str> = NETWORK.into_iter().filter(|name| names.contains(*name)).collect();
    // The standard library talks to a child of its own over a pair of sockets that have no address.
    assert!(found.iter().all(|name| is_of_children(name)), "the program links {found:?}");
}

/// What std takes to start a child process, and to hand it a file: none of it reaches a network without `socket`.
fn is_of_children(name: &str) -> bool {
    matches!(name, "socketpair" | "sendmsg" | "recvmsg" | "send" | "recv")
}

fn traces() -> bool {
    Command::new("strace").args(["-o", "/dev/null", "true"]).status().is_ok_and(|status| status.success())
}

/// The system calls of a run, its children's too.
fn traced(desk: &Desk, args: &[&str], home: &Path) -> String {
    let log = tempfile::NamedTempFile::new().unwrap();
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-y", "-s", "4096", "-e", "trace=%network,%file,pwrite64,ftruncate", "-o"])
        .arg(log.path());
    command
        .arg(env!("CARGO_BIN_EXE_gainsay"))
        .args(args)
        .current_dir(desk.path())
        .stdin(std::process::Stdio::null());
    command.env("HOME", home).env("XDG_CACHE_HOME", home.join("cache"));
    let output = command.output().unwrap();
    assert!(
        output.status.code().is_some_and(|it| it < 4),
        "{args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&std::fs::read(log.path()).unwrap()).into_owned()
}

/// The file that a call makes, changes or removes, if it does.
fn changed(call: &str) -> Option<PathBuf> {
    let writes = ["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| call.contains(flag));
    let name = call.split('(').next()?.split_whitespace().last()?;
    let alters = ["rename", "unlink", "mkdir", "rmdir", "link", "symlink", "chmod", "truncate", "mknod"];
    let alters = name != "readlink" && name != "readlinkat" && alters.iter().any(|it| name.starts_with(it));
    if call.contains(" = -1 ") || !(writes && name.starts_with("open") || alters) {
        return None;
    }
    // Where a name counts from stands before it: `unlinkat(6</folder>, "a.toml", 0)`.
    let (before, rest) = call.split_once('"')?;
    let folder =
        before.split_once('<').and_then(|(_, rest)| rest.rsplit_once('>')).map_or("", |(folder, _)| folder);
    Some(Path::new(folder).join(rest.split('"').next()?))
}

#[test]
fn no_run_opens_a_socket_or_writes_where_it_was_not_asked_to() {
    if !traces() {
        assert!(
            imported().is_some(),
            "NOT TESTED: neither nm, readelf, objdump nor strace is here to look at the program"
        );
        crate::support::not_tested("calls: strace is missing here, or may not trace");
        return;
    }
    for (args, may_write) in RUNS {
        let desk = desk();
        crate::support::git::init(desk.path());
        let home = tempfile::tempdir().unwrap();
        let log = traced(&desk, args, home.path());
        assert!(log.contains("open"), "{args:?}: nothing was traced");
        for call in log.lines() {
            let is_network = NETWORK.iter().any(|name| call.contains(&format!(" {name}(")));
            let is_inner = call.contains("AF_UNIX") && call.contains("socketpair(") || call.contains("<UNIX");
            assert!(!is_network || is_inner, "{args:?}: {call}");
            let Some(path) = changed(call) else { continue };
            let here = std::fs::canonicalize(desk.path()).unwrap();
            let is_git =
                path.starts_with(here.join(".git")) || path.components().any(|it| it.as_os_str() == ".git");
            let in_cache = path.starts_with(home.path().join("cache"));
            let is_device = path.starts_with("/dev") || path.starts_with("/proc");
            // What a revision had is laid down where the system keeps what is temporary, and goes again.
            let is_revision = args.contains(&"--since") && path.starts_with(std::env::temp_dir());
            let own = path.strip_prefix(&here).unwrap_or(&path);
            let is_asked =
                may_write.iter().any(|it| own.starts_with(it) || own.to_string_lossy().starts_with(it))
                    || own.parent() == Some(Path::new(""))
                        && !may_write.is_empty()
                        && own.to_string_lossy().starts_with(".gainsay-")
                    || own.to_string_lossy().starts_with("./.gainsay-") && !may_write.is_empty();
            assert!(
                is_git || in_cache || is_device || is_revision || is_asked,
                "{args:?} writes {}: {call}",
                path.display()
            );
        }
        // Whatever was temporary is gone.
        for folder in [desk.path(), home.path()] {
            for entry in walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap) {
                let name = entry.file_name().to_string_lossy().into_owned();
                assert!(
                    !name.starts_with(".gainsay-") && !name.starts_with(".tmp"),
                    "{args:?} leaves {}",
                    entry.path().display()
                );
            }
        }
    }
}
