//! The claim files of a git revision, read by calling `git`: nothing of the working tree is touched.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// Claim files of a revision in a folder of their own, which goes with it.
#[derive(Debug)]
pub struct Revision {
    _temporary: TempDir,
    root: PathBuf,
    /// Where the paths asked for are.
    pub paths: Vec<PathBuf>,
    /// Day and time of the commit, as `22 Nov 2026, 18:30`, where it was made.
    pub at: String,
    /// The repository as it is now.
    top: PathBuf,
}

impl Revision {
    /// Where a file of the repository is in it, whether it has it or not; nothing where it is no part of the repository.
    pub fn then(&self, file: &Path) -> Option<PathBuf> {
        let (file, top) = (std::fs::canonicalize(file).ok()?, std::fs::canonicalize(&self.top).ok()?);
        file.strip_prefix(top).ok().map(|below| self.root.join(below))
    }

    /// A path in it as git names it: from the top of the repository.
    pub fn name(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }
}

/// Why a revision can't be read.
#[derive(Debug)]
pub struct Unreadable {
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

fn unreadable(message: impl Into<String>, hint: impl Into<String>) -> Unreadable {
    Unreadable { message: message.into(), hint: hint.into() }
}

/// Reads the stories at `paths`, and all settings above them, as a revision has them.
///
/// # Errors
/// Outside of a repository, for an unknown revision, and where git fails.
pub fn revision(name: &str, paths: &[PathBuf]) -> Result<Revision, Unreadable> {
    let repository = Repository::of(paths)?;
    let commit = repository.commit(name)?;
    let temporary = tempfile::tempdir().map_err(|error| {
        unreadable(format!("no temporary folder can be made: {error}"), "make room, or set TMPDIR")
    })?;
    // A story may be the repository itself, and is called like it.
    let top = repository.top.file_name().unwrap_or(OsStr::new("repository"));
    let root = temporary.path().join(top);
    let mut wanted = Vec::new();
    for path in paths {
        // Of a file that is named, the whole story is read: in the revision it may be called otherwise.
        let folder = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(path) };
        wanted.push(repository.below(folder)?);
    }
    let above = wanted.iter().flat_map(|folder| folder.ancestors());
    let settings: BTreeSet<PathBuf> = above.map(|folder| folder.join("gainsay.toml")).collect();
    let mut blobs = repository.blobs(&commit, &wanted)?;
    blobs.extend(repository.blobs(&commit, &settings.into_iter().collect::<Vec<_>>())?);
    repository.write(&blobs, &root)?;
    Ok(Revision {
        at: repository.made(&commit)?,
        _temporary: temporary,
        paths: wanted.iter().map(|folder| root.join(folder)).collect(),
        top: repository.top,
        root,
    })
}

pub(super) struct Repository {
    top: PathBuf,
}

/// A file of a revision.
struct Blob {
    id: String,
    path: PathBuf,
}

impl Repository {
    pub(super) fn of(paths: &[PathBuf]) -> Result<Self, Unreadable> {
        let mut top = None;
        for path in paths {
            let folder = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(path) };
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            let here = Self { top: folder.to_owned() };
            let found = here.git(&["rev-parse", "--show-toplevel"])?.map_err(|said| {
                let shown = folder.display();
                if said.contains("dubious ownership") {
                    let hint =
                        "if you trust it: git config --global --add safe.directory, with the path of its top";
                    return unreadable(format!("git does not trust the repository of {shown}: {said}"), hint);
                }
                let hint =
                    "run it in a checkout of the repository, or compare with accepted ones, without --since";
                unreadable(format!("{shown} is in no git repository"), hint)
            })?;
            let found = PathBuf::from(found.trim_end_matches(['\n', '\r']));
            if top.get_or_insert_with(|| found.clone()) != &found {
                let hint = "run it for one repository at a time";
                return Err(unreadable("the paths are in several git repositories", hint));
            }
        }
        top.map(|top| Self { top }).ok_or_else(|| unreadable("there is no path", "name a folder"))
    }

    /// The commit that a name means.
    pub(super) fn commit(&self, name: &str) -> Result<String, Unreadable> {
        let find = |name: &str| {
            let name = format!("{name}^{{commit}}");
            self.git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &name])
        };
        if let Ok(commit) = find(name)? {
            return Ok(commit.trim().to_owned());
        }
        let shallow =
            self.git(&["rev-parse", "--is-shallow-repository"])?.is_ok_and(|it| it.trim() == "true");
        let message = format!("git knows no revision {name:?}");
        let remote = format!("origin/{name}");
        if find(&remote)?.is_ok() {
            return Err(unreadable(message, format!("did you mean {remote}?")));
        }
        if !shallow && find("HEAD")?.is_err() {
            let hint = "commit the claims first, or compare with accepted ones, without --since";
            return Err(unreadable(format!("{message}: the repository has no commit yet"), hint));
        }
        let branch = name.strip_prefix("origin/").unwrap_or(name);
        let is_id = name.len() >= 7 && name.chars().all(|it| it.is_ascii_hexdigit());
        let is_plain =
            !branch.is_empty() && !name.starts_with('-') && !name.contains(['~', '^', '@', ':', ' ']);
        let fetch = match (is_id, is_plain) {
            (true, _) => format!("git fetch --depth 1 origin {name}"),
            (_, true) => format!(
                "git fetch --depth 1 origin {branch}:refs/remotes/origin/{branch}, then --since origin/{branch}"
            ),
            _ => "git fetch --unshallow".to_owned(),
        };
        if shallow {
            let message = format!("{message}: this is a shallow clone, which lacks most of the history");
            return Err(unreadable(message, fetch));
        }
        let all = "git branch --all and git tag list the names there are";
        let elsewhere = if is_plain { format!("; if it is on the server: {fetch}") } else { String::new() };
        Err(unreadable(message, format!("{all}{elsewhere}")))
    }

    /// When a commit was made.
    fn made(&self, commit: &str) -> Result<String, Unreadable> {
        // Signatures would be told before it.
        let args = ["-c", "log.showSignature=false", "show", "--no-patch", "--format=%cI", commit];
        let told = String::from_utf8_lossy(&self.run(&args.map(OsStr::new))?).into_owned();
        // As the clock of whoever made it said.
        let local: String = told.chars().take("2026-11-22T18:30".len()).collect();
        let at = local.parse::<jiff::civil::DateTime>();
        Ok(at.map_or(local, |it| it.strftime("%-d %b %Y, %H:%M").to_string()))
    }

    /// A path from the top of the repository.
    pub(super) fn below(&self, path: &Path) -> Result<PathBuf, Unreadable> {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        let absolute = |path: &Path| std::fs::canonicalize(path);
        let below = absolute(path).and_then(|path| {
            let below = path.strip_prefix(absolute(&self.top)?).map(Path::to_owned);
            below.map_err(|_| io::Error::other("it is no part of the repository"))
        });
        below.map_err(|error| {
            unreadable(format!("{}: {error}", path.display()), "name a folder of the repository")
        })
    }

    /// The TOML files of a commit at or below some paths.
    fn blobs(&self, commit: &str, paths: &[PathBuf]) -> Result<Vec<Blob>, Unreadable> {
        let mut args: Vec<&OsStr> =
            ["ls-tree", "-r", "-z", "--full-tree", commit, "--"].map(OsStr::new).to_vec();
        // The top of the repository has no name of its own: all is below it.
        if paths.iter().all(|path| !path.as_os_str().is_empty()) {
            args.extend(paths.iter().map(|path| path.as_os_str()));
        }
        let listed = self.run(&args)?;
        let entries = listed.split(|&it| it == 0).filter(|entry| !entry.is_empty());
        Ok(entries.filter_map(blob).collect())
    }

    /// Writes files of a revision below a folder.
    fn write(&self, blobs: &[Blob], root: &Path) -> Result<(), Unreadable> {
        let failed = |error: &dyn std::fmt::Display| {
            unreadable(
                format!("the files of the revision can't be read: {error}"),
                "see what `git fsck` says",
            )
        };
        let mut child = self.start(&["cat-file", "--batch"].map(OsStr::new))?;
        let ids: String = blobs.iter().flat_map(|blob| [blob.id.as_str(), "\n"]).collect();
        let (input, output) = (child.stdin.take(), child.stdout.take());
        // Git answers while it is asked: who only asks would wait for ever.
        let asking = std::thread::spawn(move || input.map(|mut input| input.write_all(ids.as_bytes())));
        let mut output = BufReader::new(output.ok_or_else(|| failed(&"git says nothing"))?);
        for blob in blobs {
            let bytes = content(&mut output).map_err(|error| failed(&error))?;
            let path = root.join(&blob.path);
            let folder = path.parent().unwrap_or(root);
            let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, bytes));
            written.map_err(|error| {
                unreadable(
                    format!("the files of the revision can't be laid out: {error}"),
                    "make room, or set TMPDIR",
                )
            })?;
        }
        let _ = asking.join();
        child.wait().map(|_| ()).map_err(|error| failed(&error))
    }

    /// What git prints; or else what it says is wrong.
    pub(super) fn git(&self, args: &[&str]) -> Result<Result<String, String>, Unreadable> {
        let args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
        let output = self.start(&args)?.wait_with_output().map_err(|error| no_git(&error))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok(if output.status.success() { Ok(text(&output.stdout)) } else { Err(first_line(&output.stderr)) })
    }

    fn run(&self, args: &[&OsStr]) -> Result<Vec<u8>, Unreadable> {
        let output = self.start(args)?.wait_with_output().map_err(|error| no_git(&error))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = first_line(&output.stderr);
        Err(unreadable(format!("git fails: {said}"), "see what `git fsck` says"))
    }

    fn start(&self, args: &[&OsStr]) -> Result<Child, Unreadable> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.top).args(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // A hook's own repository, given from its folder, is found again from ours.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            command.env_remove(name);
        }
        // Nothing is ever fetched behind the user's back.
        command.env("LC_ALL", "C").env("GIT_NO_LAZY_FETCH", "1").env("GIT_OPTIONAL_LOCKS", "0");
        command.spawn().map_err(|error| no_git(&error))
    }
}

fn no_git(error: &io::Error) -> Unreadable {
    unreadable(
        format!("git can't be run: {error}"),
        "install git, or compare with accepted ones, without --since",
    )
}

fn first_line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned()
}

/// A line of `git ls-tree`, if it is a TOML file: `100644 blob ID<tab>PATH`.
fn blob(entry: &[u8]) -> Option<Blob> {
    let tab = entry.iter().position(|&it| it == b'\t')?;
    let (about, path) = (entry.get(..tab)?, entry.get(tab + 1..)?);
    let about = std::str::from_utf8(about).ok()?;
    let mut words = about.split(' ');
    let (mode, kind, id) = (words.next()?, words.next()?, words.next()?);
    // Neither links nor other repositories.
    if kind != "blob" || !mode.starts_with("100") {
        return None;
    }
    let path = path_of(path);
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let is_toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    (plain && is_toml).then(|| Blob { id: id.to_owned(), path })
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// The next answer of `git cat-file --batch`: `ID blob SIZE`, a line feed, the bytes, a line feed.
fn content(output: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut header = String::new();
    output.read_line(&mut header)?;
    let size = header.trim_end().rsplit_once(' ').and_then(|(_, size)| size.parse::<u64>().ok());
    let Some(size) = size else {
        return Err(io::Error::other(format!("git has no content for {}", header.trim_end())));
    };
    let mut bytes = Vec::new();
    output.take(size + 1).read_to_end(&mut bytes)?;
    if bytes.pop().is_none() || bytes.len() as u64 != size {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}
