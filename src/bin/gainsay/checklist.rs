//! `gainsay checklist`: what other outlets report and an article's file lacks.

use gainsay::console;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use gainsay::files::{self, Problem, Severity};
use gainsay::{check, draft, fusion, linkage, report};

use crate::output::Output;
use crate::status::{NOTHING, OK, WRONG};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A claim file; or a story, its folder or its name below ./claims, for all of its articles
    #[arg(value_name = "FILE|STORY")]
    wanted: PathBuf,
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let wanted =
        if args.wanted.exists() { args.wanted.clone() } else { Path::new("claims").join(&args.wanted) };
    if !wanted.exists() {
        crate::run::missing_paths(std::slice::from_ref(&args.wanted), output)?;
        return Ok(WRONG);
    }
    let file = wanted.is_file().then(|| files::shown_path(&wanted));
    let parent = wanted.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = if file.is_some() { parent } else { &wanted };
    let mut problems = Vec::new();
    let options = crate::run::options(&[folder.to_path_buf()], None, None);
    let (stories, claim_files) = check::stories(&options, &mut problems);
    problems.retain(|problem| problem.severity == Severity::Error);
    output.problems(&problems)?;
    let mut out = output.out();
    let mut shown = 0;
    for story in &stories {
        let alignment = linkage::align(story);
        let items = fusion::fuse(&alignment, story);
        for article in
            story.articles.iter().filter(|it| file.as_deref().is_none_or(|file| it.file.path() == file))
        {
            let missing = draft::missing(article, story, &alignment, &items);
            console::checklist(article, &missing, &alignment, &mut *out)?;
            shown += 1;
        }
    }
    out.flush()?;
    if shown == 0 && problems.is_empty() {
        let what = if claim_files == 0 { "no claim file" } else { "no such article" };
        writeln!(
            output.err(),
            "error: {what} in {}\nhint: gainsay checklist claims/STORY/OUTLET.toml",
            report::safe(&files::shown_path(folder))
        )?;
        return Ok(NOTHING);
    }
    Ok(if Problem::any_error(&problems) { WRONG } else { OK })
}
