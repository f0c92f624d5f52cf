//! `gainsay show`: one data item in full.

use gainsay::console;
use std::io::{self, Write};
use std::path::PathBuf;

use gainsay::baseline::{JudgedItem, JudgedStory};
use gainsay::check::{self, Options};
use gainsay::findings::Report;
use gainsay::report;
use gainsay::view::Item;
use jiff::civil::Date;

use crate::output::Output;
use crate::status::{OK, WRONG};

/// More matches than these are counted, not listed.
const MOST_LISTED: usize = 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The item's id or its beginning, a claim's `FILE:LINE`, or words of its label
    #[arg(value_name = "ID|FILE:LINE|WORDS")]
    wanted: String,
    /// Tell the match weights of every pair, not of the weakest alone
    #[arg(long)]
    full: bool,
    /// Folders and claim files
    #[arg(value_name = "PATH", value_parser = crate::run::place())]
    paths: Vec<PathBuf>,
}

pub(crate) fn run(args: &Args, today: Option<Date>, output: &Output) -> io::Result<u8> {
    let outcome = check::check(&Options {
        near: true,
        cache: crate::run::cache(false),
        ..crate::run::options(&args.paths, None, today)
    });
    output.problems(&outcome.problems)?;
    let missing = crate::run::missing_paths(&args.paths, output)?;
    if outcome.claim_files == 0 && missing {
        return Ok(WRONG);
    }
    if outcome.claim_files == 0 {
        return crate::run::nothing_found(&args.paths, None, &outcome, output);
    }
    let found = find(&outcome.report, &args.wanted);
    let mut out = output.out();
    match found.as_slice() {
        [(story, item)] => console::show(story, *item, args.full, output.width(), &mut *out)?,
        [] => {
            let mut err = output.err();
            writeln!(err, "error: no data item is meant by {:?}", report::safe(&args.wanted))?;
            writeln!(
                err,
                "hint: give an id from `gainsay check --all`, a claim's FILE:LINE, or words of a label"
            )?;
            return Ok(WRONG);
        }
        several => {
            for (story, item) in several.iter().take(MOST_LISTED) {
                let (label, story) = (report::safe(&item.label), report::safe(&story.name));
                writeln!(out, "{}  {:13}  {}  ({})", item.id, item.verdict.name(), label, story)?;
            }
            if several.len() > MOST_LISTED {
                writeln!(out, "… and {} more", several.len() - MOST_LISTED)?;
            }
            writeln!(out, "\n{} data items are meant: give the id of one", several.len())?;
        }
    }
    out.flush()?;
    Ok(if missing || outcome.has_errors() { WRONG } else { OK })
}

/// The items meant: by place, by the beginning of the id, or by words of the label or of a claim's label.
fn find<'r>(report: &'r Report, wanted: &str) -> Vec<(&'r JudgedStory, JudgedItem<'r>)> {
    let select = |meant: &dyn Fn(&Item) -> bool| -> Vec<(&'r JudgedStory, JudgedItem<'r>)> {
        let all = report.stories.iter().flat_map(|story| story.judged().map(move |item| (story, item)));
        all.filter(|(_, item)| meant(item)).collect()
    };
    if let Some((file, line)) = wanted.rsplit_once(':')
        && let Ok(line) = line.parse::<usize>()
    {
        let file = file.trim_start_matches("./").replace('\\', "/");
        let at = |path: &str| path == file || path.ends_with(&format!("/{file}"));
        return select(&|item| {
            item.claims.iter().any(|it| at(&it.file) && (it.lines.0..=it.lines.1).contains(&line))
        });
    }
    let by_id = select(&|item| wanted.len() >= 3 && item.is_called(wanted));
    if !by_id.is_empty() {
        return by_id;
    }
    let words: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    let holds = |label: String| !words.is_empty() && words.iter().all(|word| label.contains(word));
    let by_label = select(&|item| holds(item.label.to_lowercase()));
    if !by_label.is_empty() {
        return by_label;
    }
    select(&|item| {
        item.claims.iter().any(|it| holds(format!("{} {}", it.subject, it.attribute).to_lowercase()))
    })
}
