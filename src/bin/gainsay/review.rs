//! `gainsay review`: a person settles what the alignment can't.

mod apply;
mod keys;

use std::collections::BTreeMap;
use std::io::{self, Write};

use gainsay::claim::toml_text;
use gainsay::files::{Problem, Severity, Unwritten};
use gainsay::review::{self, Case, Pins, Question, Said, State};
use gainsay::{check, report};

use crate::cli::{ListFormat, Review};
use crate::named::{name, place};
use crate::output::Output;
use crate::{OK, WRONG};
use keys::Reply;

pub(crate) fn run(args: &Review, output: &Output) -> io::Result<u8> {
    let mut problems = Vec::new();
    let options = crate::check::options(&args.paths, None, None);
    let (stories, claim_files) = check::stories(&options, &mut problems);
    report::problems(&problems, output.width(), &mut *output.err())?;
    if claim_files == 0 {
        return crate::check::nothing_found(&args.paths, None, &check::check(&options), output);
    }
    let mut cases: Vec<Case<'_>> = stories.iter().map(Case::new).collect();
    let done = match &args.apply {
        Some(file) => apply::apply(file, &mut cases, output)?,
        None if args.list => list(&cases, args.format, output)?,
        None => ask(&mut cases, output)?,
    };
    let wrong = problems.iter().any(|it: &Problem| it.severity == Severity::Error);
    Ok(if wrong { WRONG } else { done })
}

fn view(case: &Case<'_>, question: &Question) -> report::Question {
    report::Question::new(&case.story.name, &case.alignment, question)
}

/// The claim that an answer calls `path#number`.
fn find(case: &Case<'_>, called: &str) -> Option<usize> {
    let called = called.trim_start_matches("./").replace('\\', "/");
    (0..case.alignment.claims.len()).find(|&at| name(case, at) == called)
}

fn list(cases: &[Case<'_>], format: ListFormat, output: &Output) -> io::Result<u8> {
    let views: Vec<report::Question> = cases
        .iter()
        .flat_map(|case| case.questions().into_iter().map(|it| view(case, &it)).collect::<Vec<_>>())
        .collect();
    let mut out = output.out();
    match format {
        ListFormat::Json => report::Questions::new(views).json(&mut *out)?,
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
    let mut answered: Vec<(usize, State)> = Vec::new();
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
                Reply::Why => {
                    writeln!(out)?;
                    view.write_waterfall(output.width(), &mut *out)?;
                }
                reply => break reply,
            }
        };
        let before = case.state();
        match reply {
            Reply::Same(same) => {
                say(case, &question, &same, &mut *out)?;
                if let Err(failed) = review::write(&case.alignment, &before.pins, &case.pins) {
                    return unwritten(&mut *output.err(), &failed);
                }
                writeln!(out, "{}{}\n", keys::answered(&question, &same), written(case, &before.pins))?;
            }
            Reply::Skip => {
                writeln!(out, "skipped\n")?;
                case.skip(&question);
            }
            Reply::Undo => {
                let Some((last, state)) = answered.pop() else { continue };
                (at, number) = (last, number - 1);
                if let Some(failed) = take_back(&mut cases[last], state, &mut *out)? {
                    return unwritten(&mut *output.err(), &failed);
                }
                continue;
            }
            Reply::Unknown(line) => {
                writeln!(out)?;
                out.flush()?;
                let message = format!("{:?} is no answer to question {number}", report::safe(&line));
                let hint = "a line is s, d, k, u, w, q, the numbers to change, or empty for Enter; see docs/review.md";
                return refuse(&mut *output.err(), &message, hint);
            }
            Reply::Quit | Reply::Why => {
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
fn take_back(case: &mut Case<'_>, state: State, out: &mut dyn Write) -> io::Result<Option<Unwritten>> {
    let said = case.pins.clone();
    case.go_back(state);
    if let Err(failed) = review::write(&case.alignment, &said, &case.pins) {
        return Ok(Some(failed));
    }
    writeln!(out, "taken back{}\n", written(case, &said))?;
    Ok(None)
}

/// What was written of which claims.
pub(crate) fn written(case: &Case<'_>, before: &Pins) -> String {
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (at, mark) in case.pins.changes(before) {
        // The story is known: its folder would fill the line.
        let place = place(case, at);
        let place = place.rsplit('/').next().unwrap_or_default().to_owned();
        let was = &before.marks()[at];
        if mark.item != was.item {
            let item = mark
                .item
                .as_ref()
                .map_or("item removed".to_owned(), |item| format!("item = {}", toml_text(item)));
            said.entry(item).or_default().push(place.clone());
        }
        if mark.not != was.not {
            let not: Vec<String> = mark.not.iter().map(|it| toml_text(it)).collect();
            let not =
                if not.is_empty() { "not removed".to_owned() } else { format!("not = [{}]", not.join(", ")) };
            said.entry(not).or_default().push(place);
        }
    }
    let lines =
        said.into_iter().map(|(what, places)| report::safe(&format!("  {what}  {}", places.join(", "))));
    lines.fold(String::new(), |told, line| told + "\n" + &line)
}

/// What a person should know of an answer that does not go with the earlier ones.
fn warning(case: &Case<'_>, (a, b): (usize, usize), said: &Said) -> Option<String> {
    let (a, b) = (name(case, a), name(case, b));
    let warning = match said {
        Said::Known | Said::Pinned => return None,
        Said::United(mine, yours) => {
            format!("warning: {a} and {b} had different pins; {yours:?} is now {mine:?}, too")
        }
        Said::Contradicts(pins) => {
            format!(
                "warning: the answer on {a} and {b} contradicts an earlier one ({pins}) and is not written; \
                 to answer anew, remove what their `item` and `not` say"
            )
        }
    };
    Some(report::safe(&warning))
}

pub(crate) fn unwritten(err: &mut dyn Write, failed: &Unwritten) -> io::Result<u8> {
    let path = report::safe(&failed.path.display().to_string());
    refuse(
        err,
        &format!("{path} can't be written: {}", report::safe(&failed.error.to_string())),
        failed.hint(),
    )
}

fn refuse(err: &mut dyn Write, message: &str, hint: &str) -> io::Result<u8> {
    writeln!(err, "error: {message}\nhint: {hint}")?;
    Ok(WRONG)
}
