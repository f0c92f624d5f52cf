//! `gainsay prune`: removes what is accepted and no longer found, and never adds anything.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use gainsay::{baseline, check, files, report};
use jiff::civil::Date;

use crate::output::Output;
use crate::status::{OK, WRONG};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folders
    #[arg(value_name = "PATH", value_parser = crate::run::place())]
    paths: Vec<PathBuf>,
    /// Say what would be removed, and remove nothing
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(args: &Args, today: Option<Date>, output: &Output) -> io::Result<u8> {
    let mut err = output.err();
    if let Some(file) = args.paths.iter().find(|path| path.is_file()) {
        let file = report::safe(&file.display().to_string());
        writeln!(err, "error: {file} is a file, and what other files hold would seem to be gone")?;
        writeln!(err, "hint: name the folder of the story")?;
        return Ok(WRONG);
    }
    let outcome = check::check(&crate::run::options(&args.paths, None, today));
    output.problems(&outcome.problems)?;
    let missing = crate::run::missing_paths(&args.paths, output)?;
    if outcome.claim_files == 0 && missing {
        return Ok(WRONG);
    }
    if outcome.report.stories.is_empty() {
        return crate::run::nothing_found(&args.paths, None, &outcome, output);
    }
    let mut out = if args.dry_run { output.out() } else { output.told() };
    let (mut removed, mut failed) = (0, false);
    for story in &outcome.report.stories {
        let folder = Path::new(&story.folder);
        let stale = story.stale.iter().map(|it| (PathBuf::from(&it.file), it.item.as_str()));
        let unfinished = files::unfinished(&folder.join(baseline::FOLDER));
        let unfinished = unfinished.into_iter().map(|path| (path, "left by a run that was interrupted"));
        let idle = idle_notes(story)
            .into_iter()
            .map(|path| (path, "a note that other notes hold, or that is about nothing"));
        for (path, what) in stale.chain(unfinished).chain(idle) {
            let shown = report::safe(&path.display().to_string());
            if !args.dry_run
                && let Err(failure) = files::remove(&path, folder)
            {
                failed = true;
                writeln!(err, "error: {shown} can't be removed: {}", failure.error)?;
                writeln!(err, "hint: {}", failure.hint())?;
                continue;
            }
            removed += 1;
            let lead = if args.dry_run { "would remove" } else { "removed" };
            writeln!(out, "{lead} {shown}  ({})", report::safe(what))?;
        }
    }
    match removed {
        0 => writeln!(
            out,
            "nothing to remove: what is accepted is still found, or has changed (`gainsay check` says which)"
        )?,
        1 => writeln!(out, "1 file")?,
        several => writeln!(out, "{several} files")?,
    }
    out.flush()?;
    if outcome.has_errors() {
        writeln!(err, "hint: nothing is removed from a story with errors: what is left out is not gone")?;
    }
    Ok(if failed || missing || outcome.has_errors() { WRONG } else { OK })
}

/// The notes of what claims said that tell nothing any more.
fn idle_notes(story: &baseline::JudgedStory) -> Vec<PathBuf> {
    let notes = baseline::read_seen(&files::TextFile::read, Path::new(&story.folder), &mut Vec::new());
    let is_idle = |at: usize| {
        let (_, note) = &notes[at];
        // Of two that say the same, the first one stays.
        let holds = |(other, (_, known)): (usize, &(PathBuf, baseline::Seen))| {
            other != at && note.is_within(known) && (other < at || !known.is_within(note))
        };
        !story.is_told_in(note) || notes.iter().enumerate().any(holds)
    };
    (0..notes.len()).filter(|&at| is_idle(at)).map(|at| notes[at].0.clone()).collect()
}
