//! Answers from a file.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

use gainsay::report;
use gainsay::review::{self, Answer, AnswerOutcome, Case, Pins};
use serde::Deserialize;

use crate::named::called;
use crate::output::Output;
use crate::pins::warning;
use crate::run::{refuse, unwritten};
use crate::status::{OK, WRONG};

/// One answer of a file of answers: about two claims, or about all that a question asks.
enum Given {
    Pair(PairAnswer),
    Fact(FactAnswer),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PairAnswer {
    a: String,
    b: String,
    answer: Word,
}

/// The claims that tell the fact of `a`, and those that tell another one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactAnswer {
    a: String,
    #[serde(default)]
    same: Vec<String>,
    #[serde(default)]
    different: Vec<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Same,
    Different,
}

/// An answer whose claims are found.
enum ResolvedAnswer {
    Pair((usize, usize), Answer),
    Fact { claim: usize, same: Vec<usize>, different: Vec<usize> },
}

impl Given {
    /// Answers of either shape: what names a `b` is about two claims.
    fn all(values: Vec<serde_json::Value>) -> serde_json::Result<Vec<Self>> {
        let one = |value: serde_json::Value| {
            if value.get("b").is_some() || value.get("answer").is_some() {
                serde_json::from_value(value).map(Self::Pair)
            } else {
                serde_json::from_value(value).map(Self::Fact)
            }
        };
        values.into_iter().map(one).collect()
    }

    /// Why it can't be understood.
    fn fault(&self, cases: &[Case<'_>]) -> String {
        let names = self.names();
        let unknown = names.iter().find(|it| !cases.iter().any(|case| called(case, it).is_some()));
        let twice =
            names.iter().enumerate().find(|(at, it)| names.iter().take(*at).any(|other| other == *it));
        match (unknown, twice) {
            (Some(name), _) => format!("there is no claim {name}"),
            (_, Some((_, name))) => format!("{name} is named twice"),
            _ if names.len() < 2 => format!("nothing is said of {}", names[0]),
            _ => "its claims are of several stories".to_owned(),
        }
    }

    /// The claims it names.
    fn names(&self) -> Vec<&String> {
        match self {
            Self::Pair(it) => vec![&it.a, &it.b],
            Self::Fact(it) => [&it.a].into_iter().chain(&it.same).chain(&it.different).collect(),
        }
    }

    /// The answer in a story; `None` where that does not have all of its claims, or one is named twice.
    fn find(&self, case: &Case<'_>) -> Option<ResolvedAnswer> {
        let mut claims =
            self.names().into_iter().map(|it| called(case, it)).collect::<Option<Vec<usize>>>()?;
        let distinct: BTreeSet<usize> = claims.iter().copied().collect();
        if distinct.len() < claims.len() || claims.len() < 2 {
            return None;
        }
        Some(match self {
            Self::Pair(it) => {
                let answer = if matches!(it.answer, Word::Same) { Answer::Same } else { Answer::Different };
                ResolvedAnswer::Pair((claims[0].min(claims[1]), claims[0].max(claims[1])), answer)
            }
            Self::Fact(it) => {
                let different = claims.split_off(1 + it.same.len());
                ResolvedAnswer::Fact { claim: claims[0], same: claims.split_off(1), different }
            }
        })
    }
}

/// Takes all answers of a file, or, where one can't be understood, none.
pub(super) fn apply(file: &Path, cases: &mut [Case<'_>], output: &Output) -> io::Result<u8> {
    let mut err = output.err();
    let shown = report::safe(&file.display().to_string());
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => return refuse(&mut *err, &format!("{shown} can't be read: {error}"), "check the path"),
    };
    let given: Vec<Given> = match serde_json::from_str(&text).and_then(Given::all) {
        Ok(given) => given,
        Err(error) => {
            let hint = r#"write [{"a": "path#1", "b": "path#2", "answer": "same"}], or "different"; or {"a": "…", "same": ["…"], "different": ["…"]}"#;
            return refuse(&mut *err, &format!("{shown}: {}", report::safe(&error.to_string())), hint);
        }
    };
    let mut found = Vec::new();
    for (number, it) in given.iter().enumerate() {
        let answer = cases.iter().enumerate().find_map(|(at, case)| Some((at, it.find(case)?)));
        let Some(answer) = answer else {
            let fault = report::safe(&it.fault(cases));
            let message = format!("{shown}: answer {}: {fault}", number + 1);
            return refuse(&mut *err, &message, "name them as `gainsay review --list --format json` does");
        };
        found.push(answer);
    }
    let mut status = OK;
    let mut pinned = 0;
    for (at, answer) in found {
        let case = &mut cases[at];
        let before = case.pins.clone();
        let told = match answer {
            ResolvedAnswer::Pair(pair, answer) => vec![(pair, case.answer(pair, answer))],
            ResolvedAnswer::Fact { claim, same, different } => {
                let told = case.settle(claim, &same, &different);
                told.into_iter().map(|(other, said)| ((claim, other), said)).collect()
            }
        };
        pinned += usize::from(before != case.pins);
        for (pair, said) in &told {
            let is_wrong = matches!(said, AnswerOutcome::Contradicts(_));
            if let Some(warning) = warning(case, *pair, said) {
                let mut out = if is_wrong { output.err() } else { output.notes() };
                writeln!(out, "{warning}")?;
            }
            if is_wrong {
                status = WRONG;
            }
        }
    }
    for case in cases.iter() {
        let before = Pins::of(&case.alignment);
        if let Err(failed) = review::write(&case.alignment, &before, &case.pins) {
            return unwritten(&mut *err, &failed);
        }
    }
    let mut out = output.told();
    writeln!(out, "{} answers, {pinned} of them written as pins", given.len())?;
    out.flush()?;
    Ok(status)
}
