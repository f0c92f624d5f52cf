//! `gainsay review`: a person settles what the alignment can't.

use std::collections::BTreeSet;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use gainsay::claim::Story;
use gainsay::files::{Problem, Severity, Unwritten};
use gainsay::linkage::{self, Alignment};
use gainsay::review::{self, Answer, Pins, Said};
use gainsay::{check, report};
use serde::Deserialize;

use crate::cli::{ListFormat, Review};
use crate::output::Output;
use crate::{OK, WRONG};

/// A story under review.
struct Desk<'a> {
    story: &'a Story,
    alignment: Alignment<'a>,
    pins: Pins,
    items: Vec<Vec<usize>>,
    skipped: BTreeSet<(usize, usize)>,
}

pub(crate) fn run(args: &Review, output: &Output) -> io::Result<u8> {
    let mut problems = Vec::new();
    let options = crate::check::options(&args.paths, None, None);
    let (stories, claim_files) = check::stories(&options, &mut problems);
    report::problems(&problems, output.width(), &mut *output.err())?;
    if claim_files == 0 {
        return crate::check::nothing_found(&args.paths, None, &check::check(&options), output);
    }
    let mut desks: Vec<Desk<'_>> = stories.iter().map(Desk::new).collect();
    let done = match &args.apply {
        Some(file) => apply(file, &mut desks, output)?,
        None if args.list => list(&desks, args.format, output)?,
        None => ask(&mut desks, output)?,
    };
    let wrong = problems.iter().any(|it: &Problem| it.severity == Severity::Error);
    Ok(if wrong { WRONG } else { done })
}

impl<'a> Desk<'a> {
    fn new(story: &'a Story) -> Self {
        let alignment = linkage::align_fully(story);
        let (pins, items) = (Pins::of(&alignment), alignment.items.clone());
        Self { story, alignment, pins, items, skipped: BTreeSet::new() }
    }

    fn questions(&self) -> Vec<review::Question> {
        let mut questions = review::questions(&self.alignment, &self.story.desk, &self.pins, &self.items);
        questions.retain(|it| !self.skipped.contains(&(it.link.a, it.link.b)));
        questions
    }

    fn view(&self, question: &review::Question) -> report::Question {
        report::Question::new(&self.story.name, &self.alignment, question)
    }

    /// Takes an answer and puts the claims together anew; what a person should be told of it.
    fn answer(&mut self, pair: (usize, usize), answer: Answer) -> Said {
        let said = self.pins.answer(&self.alignment, &self.items, pair, answer);
        self.items = self.alignment.items_with(&self.pins.all());
        said
    }

    fn name(&self, at: usize) -> String {
        let told = self.alignment.claims[at];
        format!("{}#{}", told.article.file.path(), told.claim.number)
    }

    /// The claim that an answer calls `path#number`.
    fn find(&self, name: &str) -> Option<usize> {
        let name = name.trim_start_matches("./").replace('\\', "/");
        (0..self.alignment.claims.len()).find(|&at| self.name(at) == name)
    }
}

fn list(desks: &[Desk<'_>], format: ListFormat, output: &Output) -> io::Result<u8> {
    let views: Vec<report::Question> = desks
        .iter()
        .flat_map(|desk| desk.questions().into_iter().map(|it| desk.view(&it)).collect::<Vec<_>>())
        .collect();
    let mut out = output.out();
    match format {
        ListFormat::Json => report::Questions::new(views).json(&mut *out)?,
        ListFormat::Table => {
            for (at, view) in views.iter().enumerate() {
                view.write(at + 1, output.width(), &mut *out)?;
                writeln!(out)?;
            }
            writeln!(out, "{} question{}", views.len(), if views.len() == 1 { "" } else { "s" })?;
        }
    }
    out.flush()?;
    Ok(OK)
}

/// One answer of a file of answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    a: String,
    b: String,
    answer: Word,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Same,
    Different,
}

impl From<Word> for Answer {
    fn from(word: Word) -> Self {
        match word {
            Word::Same => Self::Same,
            Word::Different => Self::Different,
        }
    }
}

/// Takes all answers of a file, or, where one can't be understood, none.
fn apply(file: &Path, desks: &mut [Desk<'_>], output: &Output) -> io::Result<u8> {
    let mut err = output.err();
    let shown = report::safe(&file.display().to_string());
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => return refuse(&mut *err, &format!("{shown} can't be read: {error}"), "check the path"),
    };
    let given: Vec<Given> = match serde_json::from_str(&text) {
        Ok(given) => given,
        Err(error) => {
            let hint =
                r#"write [{"a": "path#number", "b": "path#number", "answer": "same"}], or "different""#;
            return refuse(&mut *err, &format!("{shown}: {}", report::safe(&error.to_string())), hint);
        }
    };
    let mut found = Vec::new();
    for (at, it) in given.iter().enumerate() {
        let pair =
            desks.iter().enumerate().find_map(|(at, desk)| Some((at, desk.find(&it.a)?, desk.find(&it.b)?)));
        let Some((desk, a, b)) = pair.filter(|(_, a, b)| a != b) else {
            let names = report::safe(&format!("{} and {}", it.a, it.b));
            let message = format!("{shown}: answer {}: {names} are not two claims of one story", at + 1);
            return refuse(&mut *err, &message, "name them as `gainsay review --list --format json` does");
        };
        found.push((desk, (a.min(b), a.max(b)), Answer::from(it.answer)));
    }
    let mut status = OK;
    let mut pinned = 0;
    for (desk, pair, answer) in found {
        let desk = &mut desks[desk];
        let said = desk.answer(pair, answer);
        pinned += usize::from(!matches!(said, Said::Known | Said::Contradicts(_)));
        if let Some(warning) = warning(desk, pair, &said) {
            writeln!(err, "{warning}")?;
        }
        if matches!(said, Said::Contradicts(_)) {
            status = WRONG;
        }
    }
    for desk in desks.iter() {
        let before = Pins::of(&desk.alignment);
        if let Err(failed) = review::write(&desk.alignment, &before.all(), &desk.pins.all()) {
            return unwritten(&mut *err, &failed);
        }
    }
    let mut out = output.out();
    writeln!(out, "{} answers, {pinned} of them written as pins", given.len())?;
    out.flush()?;
    Ok(status)
}

/// Asks, one question at a time, and writes each answer at once.
fn ask(desks: &mut [Desk<'_>], output: &Output) -> io::Result<u8> {
    let mut out = output.out();
    let mut number = 0;
    for desk in desks.iter_mut() {
        while let Some(question) = desk.questions().into_iter().next() {
            number += 1;
            let view = desk.view(&question);
            view.write(number, output.width(), &mut *out)?;
            report::write_waterfall(&view.waterfall, &mut *out)?;
            write!(out, "the same fact? s same, d different, k skip, q quit: ")?;
            out.flush()?;
            let pair = (question.link.a, question.link.b);
            let answer = match key()? {
                's' => Answer::Same,
                'd' => Answer::Different,
                'k' => {
                    writeln!(out, "skipped\n")?;
                    desk.skipped.insert(pair);
                    continue;
                }
                _ => {
                    writeln!(out)?;
                    return out.flush().map(|()| OK);
                }
            };
            let before = desk.pins.clone();
            let said = desk.answer(pair, answer);
            if let Some(warning) = warning(desk, pair, &said) {
                writeln!(out, "\n{warning}")?;
                desk.skipped.insert(pair);
            }
            if let Err(failed) = review::write(&desk.alignment, &before.all(), &desk.pins.all()) {
                return unwritten(&mut *output.err(), &failed);
            }
            writeln!(out, "{}\n", if answer == Answer::Same { "same" } else { "different" })?;
        }
    }
    writeln!(out, "nothing is left to ask")?;
    out.flush()?;
    Ok(OK)
}

/// The next key that is an answer; from lines where standard input is no terminal, whose end means quit.
fn key() -> io::Result<char> {
    loop {
        let key = if io::stdin().is_terminal() {
            match console::Term::stderr().read_key()? {
                console::Key::Char(key) => key,
                console::Key::Escape | console::Key::CtrlC => 'q',
                _ => continue,
            }
        } else {
            let mut line = Vec::new();
            if io::stdin().lock().read_until(b'\n', &mut line)? == 0 {
                return Ok('q');
            }
            String::from_utf8_lossy(&line).trim().chars().next().unwrap_or_default()
        };
        let key = key.to_ascii_lowercase();
        if matches!(key, 's' | 'd' | 'k' | 'q') {
            return Ok(key);
        }
    }
}

/// What a person should know of an answer that does not go with the earlier ones.
fn warning(desk: &Desk<'_>, (a, b): (usize, usize), said: &Said) -> Option<String> {
    let (a, b) = (desk.name(a), desk.name(b));
    let warning = match said {
        Said::Known | Said::Pinned => return None,
        Said::United(mine, yours) => {
            format!("warning: {a} and {b} had different pins; {yours:?} is now {mine:?}, too")
        }
        Said::Contradicts(pins) => {
            format!(
                "warning: the answer on {a} and {b} contradicts an earlier one ({pins}) and is not written; \
                 to answer anew, remove their `item` keys"
            )
        }
    };
    Some(report::safe(&warning))
}

fn unwritten(err: &mut dyn Write, failed: &Unwritten) -> io::Result<u8> {
    let path = report::safe(&failed.path.display().to_string());
    refuse(err, &format!("{path} can't be written: {}", failed.error), failed.hint())
}

fn refuse(err: &mut dyn Write, message: &str, hint: &str) -> io::Result<u8> {
    writeln!(err, "error: {message}\nhint: {hint}")?;
    Ok(WRONG)
}
