//! Figures for people, and for programs.

use std::io::{self, Write};

use super::{Bin, ConfusionCell, Counts, Evaluation, PairClaim, Reviewed, Scores, Weights, Wrong};
use crate::files::safe;
use crate::fusion::Verdict;

/// Writes precision, recall and F1 of each story and of all, the wrong pairs where there are any to show, and how
/// annotated and found verdicts meet.
pub fn table(evaluation: &Evaluation, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{:24}", "story")?;
    for name in ["alignment", "contradiction", "lenient"] {
        write!(out, "{:>28}", format!("{name} P / R / F1"))?;
    }
    writeln!(out)?;
    for story in &evaluation.stories {
        row(&safe(&story.name), story.scores, out)?;
        for wrong in story.errors.iter().flatten() {
            pair(wrong, out)?;
        }
    }
    row("all", evaluation.all, out)?;
    confusion(&evaluation.confusion, out)
}

fn row(name: &str, scores: Scores, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{name:24}")?;
    for counts in [scores.alignment, scores.contradiction, scores.lenient] {
        write!(out, "{:>28}", triple(counts))?;
    }
    writeln!(out)
}

pub(super) fn triple(counts: Counts) -> String {
    format!("{:.2} / {:.2} / {:.2}", counts.precision(), counts.recall(), counts.f1())
}

fn pair(wrong: &Wrong, out: &mut dyn Write) -> io::Result<()> {
    let (gold, found) = (wrong.gold.unwrap_or("apart"), wrong.found.unwrap_or("apart"));
    writeln!(out, "    {} (annotated {gold}, found {found})", wrong.mistake.name())?;
    sides([&wrong.a, &wrong.b], out)
}

pub(super) fn sides(sides: [&PairClaim; 2], out: &mut dyn Write) -> io::Result<()> {
    for PairClaim { file, line, subject, attribute, value } in sides {
        let label = format!("{subject} | {attribute} = {value}");
        writeln!(out, "        {}:{line}  {}", safe(file), safe(&label))?;
    }
    Ok(())
}

/// Rows are what people say, columns what was found; `apart` is not in one item.
pub(super) fn confusion(cells: &[ConfusionCell], out: &mut dyn Write) -> io::Result<()> {
    let verdicts = Verdict::ALL.into_iter().filter(|it| *it != Verdict::Single).map(Verdict::name);
    let names: Vec<Option<&str>> = verdicts.map(Some).chain([None]).collect();
    write!(out, "\n{:24}", "pairs annotated \\ found")?;
    for name in &names {
        write!(out, "{:>15}", name.unwrap_or("apart"))?;
    }
    writeln!(out)?;
    for gold in &names {
        write!(out, "{:24}", gold.unwrap_or("apart"))?;
        for found in &names {
            let count: usize =
                cells.iter().filter(|it| it.gold == *gold && it.found == *found).map(|it| it.pairs).sum();
            // Pairs that both leave apart are all the rest, and are not counted.
            let shown = if gold.is_none() && found.is_none() { String::new() } else { count.to_string() };
            write!(out, "{shown:>15}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The table of a review has a column for each so many questions.
const EVERY: usize = 5;

/// Writes how well each story is aligned after more and more answers.
pub fn review_table(reviewed: &[Reviewed], questions: usize, out: &mut dyn Write) -> io::Result<()> {
    let shown = || (0..questions).step_by(EVERY).chain([questions]);
    write!(out, "{:24}", "F1 after questions")?;
    for count in shown() {
        write!(out, "{count:>8}")?;
    }
    writeln!(out, "{:>8}{:>28}", "same", "alignment P / R / F1")?;
    for story in reviewed {
        write!(out, "{:24}", safe(&story.name))?;
        for count in shown() {
            // Where nothing was left to ask, it stays as it was.
            let f1 = story.f1.get(count).or(story.f1.last()).copied().unwrap_or_default();
            write!(out, "{f1:>8.3}")?;
        }
        writeln!(out, "{:>8}{:>28}", story.same, triple(story.alignment))?;
    }
    Ok(())
}

/// Writes what each level would weigh, and does.
pub fn weights_table(weights: &Weights, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "{:34}{:40}{:>9}{:>9}{:>9}{:>12}{:>9}",
        "comparison", "level", "matches", "others", "log2 m/u", "regression", "in use"
    )?;
    let mut line = |comparison: &str, level: &str, counts: (usize, usize), bits: [f64; 3], by_hand: bool| {
        let [counted, regression, in_use] = bits;
        let mark = if by_hand { "  by hand" } else { "" };
        writeln!(
            out,
            "{comparison:34}{level:40}{:>9}{:>9}{counted:>9.2}{regression:>12.2}{in_use:>9.2}{mark}",
            counts.0, counts.1
        )
    };
    let prior = weights.prior;
    let bits = [prior.counted, prior.regression, prior.in_use];
    line("prior", "", (weights.matches, weights.others), bits, false)?;
    let mut last = "";
    for it in &weights.levels {
        let comparison = if it.comparison == last { "" } else { it.comparison };
        last = it.comparison;
        let bits = [it.bits.counted, it.bits.regression, it.bits.in_use];
        line(comparison, it.level, (it.matches, it.others), bits, it.by_hand)?;
    }
    let Some(left) = &weights.leave_one_out else {
        return writeln!(out, "\nA second annotated story would show how well these weights carry over.");
    };
    writeln!(out, "\nalignment, each story with the weights of the others    P / R / F1")?;
    for (name, counts) in &left.stories {
        writeln!(out, "{:48}{}", safe(name), triple(*counts))?;
    }
    writeln!(out, "{:48}{}", "all", triple(left.regression))?;
    writeln!(out, "{:48}{}", "all, with log2 m/u", triple(left.counted))?;
    writeln!(out, "{:48}{}", "contradictions, all", triple(left.contradiction))
}

/// Writes what probabilities said and what came of it.
pub fn calibration_table(bins: &[Bin], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{:24}{:>9}{:>12}{:>12}", "said", "pairs", "mean said", "one fact")?;
    for bin in bins {
        let name = format!("from {:.0} %", bin.from * 100.0);
        let [said, found] = [bin.said, bin.found].map(|it| format!("{:.1} %", it * 100.0));
        writeln!(out, "{name:24}{:>9}{said:>12}{found:>12}", bin.pairs)?;
    }
    Ok(())
}
