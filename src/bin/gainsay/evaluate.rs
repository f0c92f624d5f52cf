//! `gainsay evaluate`: how well annotated stories come out.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use gainsay::check;
use gainsay::evaluation::{self, Annotated, Counts, Scores};
use gainsay::files::{Problem, Severity};

use crate::output::Output;
use crate::status::{CONFLICTS, NOTHING, OK, WRONG};

#[derive(clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own on the command line")]
pub(crate) struct Args {
    /// Folder with one folder a story: its claim files and gold.json, see docs/evaluation.md
    #[arg(value_name = "GOLD_DIR")]
    folder: PathBuf,
    /// List every wrong pair with its labels
    #[arg(long)]
    errors: bool,
    /// Take the items from the annotations, and measure the verdicts alone
    #[arg(long, conflicts_with_all = ["weights", "review", "min_alignment"])]
    gold_items: bool,
    /// Print how often pairs of each probability are one fact, each story with the weights of the others
    #[arg(long, conflicts_with_all = ["errors", "weights", "review", "min_alignment", "min_contradictions"])]
    calibration: bool,
    /// List what is advised and who is named instead, and fail where the annotations speak against it
    #[arg(long, conflicts_with_all = ["errors", "gold_items", "calibration", "weights", "review", "min_alignment", "min_contradictions"])]
    safety: bool,
    /// Estimate the weights of all comparisons from the annotated stories instead
    #[arg(long, conflicts_with_all = ["errors", "min_alignment", "min_contradictions"])]
    weights: bool,
    /// Answer at most this many review questions of each story by its annotations, and measure alignment
    #[arg(long, value_name = "QUESTIONS", conflicts_with_all = ["errors", "weights", "min_alignment", "min_contradictions"])]
    review: Option<usize>,
    /// How to write the figures
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: EvaluationFormat,
    /// Fail where F1 of alignment over all stories is below this
    #[arg(long, value_name = "F1", value_parser = share)]
    min_alignment: Option<f64>,
    /// Fail where F1 of contradictions over all stories is below this
    #[arg(long, value_name = "F1", value_parser = share)]
    min_contradictions: Option<f64>,
}

#[derive(Clone, Copy, ValueEnum)]
enum EvaluationFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

fn share(text: &str) -> Result<f64, String> {
    let found = text.parse().ok().filter(|it| (0.0..=1.0).contains(it));
    found.ok_or_else(|| "it takes a figure from 0 to 1, such as 0.8".to_owned())
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let settings = crate::run::config().or_else(|| check::settings_for(&args.folder));
    let mut problems = Vec::new();
    let stories = evaluation::read(&args.folder, settings.as_deref(), &mut problems);
    Problem::sort(&mut problems);
    output.problems(&problems)?;
    // Figures from half of the annotations would be no figures.
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Ok(WRONG);
    }
    if stories.is_empty() {
        return nothing_found(args, output);
    }
    if args.calibration {
        let bins = evaluation::calibration(&stories);
        let mut out = output.out();
        match args.format {
            EvaluationFormat::Text => evaluation::calibration_table(&bins, &mut *out)?,
            EvaluationFormat::Json => evaluation::json(&bins, &mut *out)?,
        }
        out.flush()?;
        return Ok(OK);
    }
    if args.safety {
        return safety(&stories, args.format, &mut *output.out());
    }
    if args.weights {
        weights(&stories, args.format, &mut *output.out())?;
        return Ok(OK);
    }
    if let Some(questions) = args.review {
        review(&stories, questions, args.format, &mut *output.out())?;
        return Ok(OK);
    }
    if args.gold_items {
        return verdicts(&stories, args, output);
    }
    let evaluation = evaluation::evaluate(&stories, args.errors);
    let mut out = output.out();
    match args.format {
        EvaluationFormat::Text => evaluation::table(&evaluation, &mut *out)?,
        EvaluationFormat::Json => evaluation::json(&evaluation, &mut *out)?,
    }
    out.flush()?;
    let Scores { alignment, contradiction, .. } = evaluation.all;
    let figures = [
        ("alignment", args.min_alignment, alignment),
        ("contradictions", args.min_contradictions, contradiction),
    ];
    held(&figures, &mut *output.err())
}

fn verdicts(stories: &[Annotated], args: &Args, output: &Output) -> io::Result<u8> {
    let verdicts = evaluation::verdicts(stories, args.errors);
    let mut out = output.out();
    match args.format {
        EvaluationFormat::Text => evaluation::verdicts_table(&verdicts, &mut *out)?,
        EvaluationFormat::Json => evaluation::json(&verdicts, &mut *out)?,
    }
    out.flush()?;
    held(&[("contradictions", args.min_contradictions, verdicts.all.contradiction)], &mut *output.err())
}

fn safety(stories: &[Annotated], format: EvaluationFormat, out: &mut dyn Write) -> io::Result<u8> {
    let safety = evaluation::safety(stories);
    match format {
        EvaluationFormat::Text => evaluation::safety_table(&safety, out)?,
        EvaluationFormat::Json => evaluation::json(&safety, out)?,
    }
    out.flush()?;
    Ok(if safety.all.wrong() > 0 { CONFLICTS } else { OK })
}

fn weights(stories: &[Annotated], format: EvaluationFormat, out: &mut dyn Write) -> io::Result<()> {
    let weights = evaluation::weights(stories);
    match format {
        EvaluationFormat::Text => evaluation::weights_table(&weights, out)?,
        EvaluationFormat::Json => evaluation::json(&weights, out)?,
    }
    out.flush()
}

fn review(
    stories: &[Annotated],
    questions: usize,
    format: EvaluationFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let reviewed = evaluation::review(stories, questions);
    match format {
        EvaluationFormat::Text => evaluation::review_table(&reviewed, questions, out)?,
        EvaluationFormat::Json => evaluation::json(&reviewed, out)?,
    }
    out.flush()
}

/// Whether the figures are as good as they must be.
fn held(figures: &[(&str, Option<f64>, Counts)], err: &mut dyn Write) -> io::Result<u8> {
    let mut status = OK;
    for &(name, least, counts) in figures {
        if let Some(least) = least.filter(|least| counts.f1() < *least) {
            writeln!(err, "error: F1 of {name} is {:.4}, below {least}", counts.f1())?;
            writeln!(err, "hint: `gainsay evaluate --errors` lists every wrong pair")?;
            status = CONFLICTS;
        }
    }
    Ok(status)
}

fn nothing_found(args: &Args, output: &Output) -> io::Result<u8> {
    let mut err = output.err();
    writeln!(err, "error: no gold.json in a folder of {}", args.folder.display())?;
    writeln!(
        err,
        "hint: annotations are GOLD_DIR/STORY/gold.json, beside the claim files; see docs/evaluation.md"
    )?;
    Ok(if args.folder.is_dir() { NOTHING } else { WRONG })
}
