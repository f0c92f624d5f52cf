//! `gainsay import`: claim files from a sheet of comma separated values.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use gainsay::claim::Conventions;
use gainsay::config;
use gainsay::files::{Batch, Problem, TextFile, Unwritten, shown_path};
use gainsay::report;
use gainsay::sheet::{self, ClaimFile};

use crate::output::Output;
use crate::run::settings;
use crate::status::{OK, WRONG};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The sheet: its first row names the columns, each row below it is a claim; see docs/sheets.md
    #[arg(value_name = "FILE")]
    sheet: PathBuf,
    /// The folder of the story that all rows belong to; else each goes to claims/STORY, by its column `story`
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let mut problems = Vec::new();
    let claims = Path::new("claims");
    let files = match TextFile::read(&args.sheet) {
        Ok(sheet) => sheet::claim_files(&sheet, args.into.as_deref(), claims, &mut desks(), &mut problems),
        Err(problem) => {
            problems.push(*problem);
            Vec::new()
        }
    };
    let mut err = output.err();
    output.problems(&problems)?;
    if Problem::any_error(&problems) {
        writeln!(err, "nothing was written")?;
        return Ok(WRONG);
    }
    if let Err(failed) = write(args.into.as_deref().unwrap_or(claims), &files) {
        let path = report::safe(&shown_path(&failed.path));
        if failed.error.kind() == io::ErrorKind::AlreadyExists {
            writeln!(err, "error: {path} is there already")?;
        } else {
            writeln!(err, "error: {path} can't be written: {}", failed.error)?;
        }
        writeln!(err, "hint: {}; nothing was written", failed.hint())?;
        return Ok(WRONG);
    }
    let mut out = output.told();
    for it in &files {
        let claims = if it.claims == 1 { "1 claim".to_owned() } else { format!("{} claims", it.claims) };
        writeln!(out, "wrote {}: {claims}", report::safe(&shown_path(&it.path)))?;
    }
    out.flush()?;
    Ok(OK)
}

/// The settings that hold for each folder; what is wrong with a file of them is told once.
fn desks() -> impl FnMut(&Path, &mut Vec<Problem>) -> Conventions {
    let settings = settings();
    let mut told = BTreeSet::new();
    move |folder, problems| {
        let file = settings.file_for(folder);
        let mut found = Vec::new();
        let desk = config::load(file.as_deref(), &mut found);
        if told.insert(file) {
            problems.extend(found);
        }
        desk
    }
}

/// Writes all files, or none: one that is there already is left alone, and so are the others.
fn write(root: &Path, files: &[ClaimFile]) -> Result<(), Unwritten> {
    let mut outside = Batch::default();
    outside.make(root)?;
    let mut batch = Batch::within(root)?;
    for file in files {
        batch.make(file.path.parent().unwrap_or(root))?;
        batch.create(&file.path, file.text.as_bytes())?;
    }
    batch.finish()?;
    outside.finish()
}
