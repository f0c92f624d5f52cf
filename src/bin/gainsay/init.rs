//! `gainsay init`: lays down the folders and files that claims begin with, and overwrites none.

mod job;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use gainsay::files::{self, Batch, Unwritten};
use gainsay::{claim, report};

use crate::output::Output;
use crate::run::unwritten;
use crate::status::OK;
use job::{Ci, GITLAB_CI};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder to lay them down in
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Lay down the job that checks the claims in CI, too; see docs/ci.md
    #[arg(long, value_name = "SERVICE")]
    ci: Option<Ci>,
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let (written, kept) = match lay_down(&args.folder, &files(args)?) {
        Ok(done) => done,
        Err(failed) => return unwritten(&mut *output.err(), &failed),
    };
    let mut out = output.told();
    for (lead, paths) in [("wrote", &written), ("kept ", &kept)] {
        for path in paths {
            writeln!(out, "{lead} {}", report::safe(&files::shown_path(path)))?;
        }
    }
    next(args, &kept, &mut *out)?;
    out.flush()?;
    Ok(OK)
}

/// What to do next, in a few lines.
fn next(args: &Args, kept: &[PathBuf], out: &mut dyn Write) -> io::Result<()> {
    let folder = report::safe(&args.folder.display().to_string());
    let claims = if folder == "." { "claims".to_owned() } else { format!("{folder}/claims") };
    writeln!(out)?;
    writeln!(out, "1. Write down two articles on one story, a file each: {claims}/STORY/OUTLET.toml;")?;
    writeln!(
        out,
        "   `gainsay new STORY --outlet NAME --text FILE` begins one with drafts from the article's text."
    )?;
    writeln!(
        out,
        "2. `gainsay check {claims}` shows where they contradict each other, why, and what can be printed."
    )?;
    writeln!(out, "3. `gainsay accept ID --reason \"…\"` lets a contradiction stand; commit everything.")?;
    match args.ci {
        Some(Ci::Github) => {
            writeln!(out, "   The workflow needs to know where gainsay comes from: fill in GAINSAY.")
        }
        Some(Ci::Gitlab) if kept.iter().any(|path| path.ends_with(GITLAB_CI)) => writeln!(
            out,
            "   The job needs to know where gainsay comes from: fill in GAINSAY; and {GITLAB_CI}, which is kept, has to\n   \
             include it: \"include: [{{ local: .gitlab/gainsay.yml }}]\"."
        ),
        Some(Ci::Gitlab) => {
            writeln!(out, "   The job needs to know where gainsay comes from: fill in GAINSAY.")
        }
        None => Ok(()),
    }
}

/// The files there should be, with what is in them.
fn files(args: &Args) -> io::Result<Vec<(PathBuf, String)>> {
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    let mut add = |path: &str, text: &str| files.push((args.folder.join(path), text.to_owned()));
    add("gainsay.toml", include_str!("init/gainsay.toml"));
    add("claims/.editorconfig", include_str!("init/editorconfig"));
    // Whoever has stories needs no example.
    let (stories, _) = files::find(&[args.folder.join("claims")]);
    if stories.is_empty() {
        add("claims/first-story/story.toml", include_str!("init/story.toml"));
        add("claims/first-story/example-times.toml", include_str!("init/article.toml"));
    }
    files.extend(args.ci.into_iter().flat_map(|ci| job::files(ci, &args.folder)));
    for name in claim::SCHEMAS {
        let schema = serde_json::to_string_pretty(&claim::schema(name))?;
        let path = args.folder.join("claims/schema").join(format!("{name}.json"));
        files.push((path, format!("{schema}\n")));
    }
    Ok(files)
}

/// Writes those that are missing, all or none; which ones were written, and which were there.
fn lay_down(folder: &Path, files: &[(PathBuf, String)]) -> Result<(Vec<PathBuf>, Vec<PathBuf>), Unwritten> {
    let (mut written, mut kept) = (Vec::new(), Vec::new());
    let mut outside = Batch::default();
    outside.make(folder)?;
    let mut batch = Batch::within(&job::top(folder))?;
    for (path, text) in files {
        if path.symlink_metadata().is_ok() {
            kept.push(path.clone());
            continue;
        }
        batch.make(path.parent().unwrap_or(folder))?;
        batch.create(path, text.as_bytes())?;
        written.push(path.clone());
    }
    batch.finish()?;
    outside.finish()?;
    Ok((written, kept))
}
