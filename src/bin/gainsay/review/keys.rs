//! The keys by which a person answers.

use std::io::{self, BufRead, IsTerminal, Write};

use gainsay::review::Question;

/// What a person says to a question.
pub(super) enum Input {
    /// These claims tell the same fact, the others don't.
    Same(Vec<usize>),
    Skip,
    /// The last answer was wrong.
    Undo,
    /// What speaks for and against the first choice.
    Why,
    Quit,
    /// A line that is no answer, where nobody sits at the keys.
    Unknown(String),
}

/// Asks which claims tell the same fact, until there is an answer.
pub(super) fn reply(question: &Question, answered: bool, out: &mut dyn Write) -> io::Result<Input> {
    let undo = if answered { ", u undo" } else { "" };
    let choices = &question.choices;
    let mut same: Vec<bool> = choices.iter().map(|it| it.together).collect();
    let marked = |same: &[bool]| {
        let marked = choices.iter().zip(same).filter(|(_, same)| **same);
        Input::Same(marked.map(|(it, _)| it.claim).collect())
    };
    loop {
        if choices.len() == 1 {
            write!(out, "the same fact? s same, d different, w why, k skip{undo}, q quit: ")?;
        } else {
            let numbers: Vec<String> =
                same.iter().zip(1..).filter(|(same, _)| **same).map(|(_, at)| format!("{at}")).collect();
            let numbers = if numbers.is_empty() { "none".to_owned() } else { numbers.join(", ") };
            write!(
                out,
                "the same fact: {numbers}\nEnter as marked, 1-{} change, s all, d none, w why, k skip{undo}, q quit: ",
                choices.len()
            )?;
        }
        out.flush()?;
        match key(choices.len())? {
            Keystroke::Same => return Ok(marked(&vec![true; choices.len()])),
            Keystroke::Different => return Ok(Input::Same(Vec::new())),
            Keystroke::Skip => return Ok(Input::Skip),
            Keystroke::Undo => return Ok(Input::Undo),
            Keystroke::Why => return Ok(Input::Why),
            Keystroke::Quit => return Ok(Input::Quit),
            Keystroke::Unknown(line) => return Ok(Input::Unknown(line)),
            Keystroke::AsMarked => return Ok(marked(&same)),
            Keystroke::Toggle(numbers, done) => {
                for at in numbers {
                    same[at] = !same[at];
                }
                if done {
                    return Ok(marked(&same));
                }
                writeln!(out)?;
            }
        }
    }
}

/// What was answered, for the record.
pub(super) fn answered(question: &Question, same: &[usize]) -> String {
    let all = question.choices.len();
    match same.len() {
        0 => "different".to_owned(),
        few if few == all => "same".to_owned(),
        few => format!("{few} the same, {} different", all - few),
    }
}

/// What a person types.
enum Keystroke {
    Same,
    Different,
    Skip,
    Undo,
    Why,
    Quit,
    AsMarked,
    /// Other marks for these choices, from 0; and whether that is the answer.
    Toggle(Vec<usize>, bool),
    Unknown(String),
}

/// The next key that is an answer to a question of so many choices; where standard input is no terminal, each line is
/// one, and its end means quit.
fn key(choices: usize) -> io::Result<Keystroke> {
    loop {
        let is_terminal = io::stdin().is_terminal();
        let typed = if is_terminal {
            match console::Term::stderr().read_key()? {
                console::Key::Char(key) => key.to_string(),
                console::Key::Enter => String::new(),
                console::Key::Escape | console::Key::CtrlC => "q".to_owned(),
                _ => continue,
            }
        } else {
            let mut line = Vec::new();
            if io::stdin().lock().read_until(b'\n', &mut line)? == 0 {
                return Ok(Keystroke::Quit);
            }
            String::from_utf8_lossy(&line).trim().to_lowercase()
        };
        let place =
            |it: char| usize::try_from(it.to_digit(10)?).ok()?.checked_sub(1).filter(|at| *at < choices);
        let digits: Option<Vec<usize>> =
            typed.chars().filter(|it| !matches!(it, ' ' | ',')).map(place).collect();
        match (typed.to_lowercase().as_str(), digits) {
            ("", _) => return Ok(Keystroke::AsMarked),
            ("s" | "same", _) => return Ok(Keystroke::Same),
            ("d" | "different", _) => return Ok(Keystroke::Different),
            ("k" | "skip", _) => return Ok(Keystroke::Skip),
            ("u" | "undo", _) => return Ok(Keystroke::Undo),
            ("w" | "why", _) => return Ok(Keystroke::Why),
            ("q" | "quit", _) => return Ok(Keystroke::Quit),
            (_, Some(digits)) => return Ok(Keystroke::Toggle(digits, !is_terminal)),
            _ if is_terminal => {}
            _ => return Ok(Keystroke::Unknown(typed)),
        }
    }
}
