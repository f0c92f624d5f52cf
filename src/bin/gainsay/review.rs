//! `gainsay review`: a person settles what the alignment can't.

mod apply;
mod keys;

use gainsay::console;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use gainsay::files::{Problem, Severity, Unwritten};
use gainsay::meter::Budget;
use gainsay::review::{self, Case, Question, ReviewState};
use gainsay::{check, report};

use crate::output::Output;
use crate::pins::{warning, written};
use crate::run::{refuse, unwritten};
use crate::status::{OK, WRONG};
use keys::Input;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folders and claim files
    #[arg(value_name = "PATH", value_parser = crate::run::place())]
    paths: Vec<PathBuf>,
    /// List the questions, ask none
    #[arg(long, conflicts_with = "apply")]
    list: bool,
    /// Take the answers from a JSON file, see docs/review.md
    #[arg(long, value_name = "FILE")]
    apply: Option<PathBuf>,
    /// How to write the list
    #[arg(long, value_name = "FORMAT", default_value = "table", requires = "list")]
    format: ListFormat,
    /// The most work that a story may take, as of `gainsay check`
    #[arg(long, value_name = "60s|STEPS|none", default_value_t)]
    budget: Budget,
}

#[derive(Clone, Copy, ValueEnum)]
enum ListFormat {
    /// For people, in a terminal
    Table,
    /// For programs, see docs/review.md
    Json,
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let mut problems = Vec::new();
    let options = crate::run::options(&args.paths, None, None);
    let (stories, claim_files) = check::stories(&options, &mut problems);
    output.problems(&problems)?;
    if claim_files == 0 {
        return crate::run::nothing_found(&args.paths, None, &check::check(&options), output);
    }
    let mut cases: Vec<Case<'_>> = stories.iter().map(|story| Case::within(story, args.budget)).collect();
    for case in &cases {
        output.problems(&check::left_out(&case.story.folder, &case.alignment))?;
    }
    let done = match &args.apply {
        Some(file) => apply::apply(file, &mut cases, output)?,
        None if args.list => list(&cases, args.format, output)?,
        None => ask(&mut cases, output)?,
    };
    let wrong = problems.iter().any(|it: &Problem| it.severity == Severity::Error);
    Ok(if wrong { WRONG } else { done })
}

fn view(case: &Case<'_>, question: &Question) -> console::QuestionView {
    console::QuestionView::new(&case.story.name, &case.alignment, question)
}

fn list(cases: &[Case<'_>], format: ListFormat, output: &Output) -> io::Result<u8> {
    let views: Vec<console::QuestionView> = cases
        .iter()
        .flat_map(|case| case.questions().into_iter().map(|it| view(case, &it)).collect::<Vec<_>>())
        .collect();
    let mut out = output.out();
    match format {
        ListFormat::Json => console::Questions::new(views).json(&mut *out)?,
        ListFormat::Table => {
            for (at, view) in views.iter().enumerate() {
                view.write(at + 1, output.width(), &mut *out)?;
                view.write_others(output.width(), &mut *out)?;
                writeln!(out)?;
            }
            writeln!(out, "{} question{}", views.len(), if views.len() == 1 { "" } else { "s" })?;
        }
    }
    out.flush()?;
    Ok(OK)
}

/// Lines of the screen that the prompt takes.
const PROMPT: usize = 3;

/// Asks, one question at a time, and writes each answer at once.
fn ask(cases: &mut [Case<'_>], output: &Output) -> io::Result<u8> {
    let mut out = output.out();
    let mut answered: Vec<(usize, ReviewState)> = Vec::new();
    let (mut number, mut at) = (1, 0);
    while let Some(case) = cases.get_mut(at) {
        let Some(question) = case.questions().into_iter().next() else {
            at += 1;
            continue;
        };
        let rows = output.rows().map(|rows| rows.saturating_sub(PROMPT));
        let view = view(case, &question);
        view.screen(number, output.width(), rows, &mut *out)?;
        let reply = loop {
            match keys::reply(&question, !answered.is_empty(), &mut *out)? {
                Input::Why => {
                    writeln!(out)?;
                    view.write_waterfall(output.width(), &mut *out)?;
                }
                reply => break reply,
            }
        };
        let before = case.state();
        match reply {
            Input::Same(same) => {
                say(case, &question, &same, &mut *out)?;
                if let Err(failed) = review::write(&case.alignment, &before.pins, &case.pins) {
                    return unwritten(&mut *output.err(), &failed);
                }
                writeln!(out, "{}{}\n", keys::answered(&question, &same), written(case, &before.pins))?;
            }
            Input::Skip => {
                writeln!(out, "skipped\n")?;
                case.skip(&question);
            }
            Input::Undo => {
                let Some((last, state)) = answered.pop() else { continue };
                (at, number) = (last, number - 1);
                if let Some(failed) = take_back(&mut cases[last], state, &mut *out)? {
                    return unwritten(&mut *output.err(), &failed);
                }
                continue;
            }
            Input::Unknown(line) => {
                writeln!(out)?;
                out.flush()?;
                let message = format!("{:?} is no answer to question {number}", report::safe(&line));
                let hint = "a line is s, d, k, u, w, q, the numbers to change, or empty for Enter; see docs/review.md";
                return refuse(&mut *output.err(), &message, hint);
            }
            Input::Quit | Input::Why => {
                writeln!(out)?;
                return out.flush().map(|()| OK);
            }
        }
        answered.push((at, before));
        number += 1;
    }
    writeln!(out, "nothing is left to ask")?;
    out.flush()?;
    Ok(OK)
}

/// Takes the answer to a question: these claims tell its fact, and no others.
fn say(case: &mut Case<'_>, question: &Question, same: &[usize], out: &mut dyn Write) -> io::Result<()> {
    let different: Vec<usize> =
        question.choices.iter().map(|it| it.claim).filter(|it| !same.contains(it)).collect();
    for (other, said) in case.settle(question.claim, same, &different) {
        if let Some(warning) = warning(case, (question.claim, other), &said) {
            writeln!(out, "\n{warning}")?;
        }
        case.skip_pair(question.claim, other);
    }
    Ok(())
}

/// Goes back to what was said before the last answer, in the files, too.
fn take_back(case: &mut Case<'_>, state: ReviewState, out: &mut dyn Write) -> io::Result<Option<Unwritten>> {
    let said = case.pins.clone();
    case.go_back(state);
    if let Err(failed) = review::write(&case.alignment, &said, &case.pins) {
        return Ok(Some(failed));
    }
    writeln!(out, "taken back{}\n", written(case, &said))?;
    Ok(None)
}
