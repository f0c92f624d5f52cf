//! A question of the review on a terminal's screen: as much of it as there are lines.

use std::io::{self, Write};

use super::layout::LEAST_WIDTH;
use super::question::{OtherClaim, QuestionView, lines, marked, short};
use super::terminal::{BOLD, DIM};
use crate::files::safe;
use crate::view::ClaimView;

/// How much of a question is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// All of it, and why.
    Whole,
    /// All but the match weights.
    Told,
    /// A line for each claim that may tell the fact.
    Short,
}

impl QuestionView {
    /// Writes the question on a screen of so many lines, where that is known; what does not fit is cut.
    ///
    /// # Errors
    /// Where `out` can't be written.
    pub fn screen(
        &self,
        number: usize,
        width: usize,
        rows: Option<usize>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut text = Vec::new();
        for detail in [Detail::Whole, Detail::Told, Detail::Short] {
            text.clear();
            if detail == Detail::Short {
                self.write_short(number, width, &mut text)?;
            } else {
                self.write(number, width, &mut text)?;
                if detail == Detail::Whole {
                    self.write_waterfall(width, &mut text)?;
                }
                self.write_others(width, &mut text)?;
            }
            let count = text.split(|it| *it == b'\n').count() - 1;
            if rows.is_none_or(|rows| count <= rows) {
                break;
            }
        }
        out.write_all(&text)
    }

    /// Writes a line for each thing to know.
    fn write_short(&self, number: usize, width: usize, out: &mut dyn Write) -> io::Result<()> {
        let head = format!("{number}. {}  [x] is one item with it now", safe(&self.story));
        writeln!(out, "{BOLD}{}{BOLD:#}", cut(&head, width))?;
        writeln!(out, "{DIM}{}{DIM:#}", cut(&safe(&self.why), width))?;
        let sides =
            [("this fact".to_owned(), &self.a), (marked(1, self.together, self.probability), &self.b)];
        let [mine, yours] = sides.map(|(head, claim)| [vec![head], lines(claim)].concat());
        for (mine, yours) in
            mine.iter().zip(&yours).filter(|(mine, yours)| !mine.is_empty() || !yours.is_empty())
        {
            if width < LEAST_WIDTH {
                writeln!(out, "{}\n  {}", cut(mine, width), cut(yours, width.saturating_sub(2)))?;
            } else {
                let half = width / 2;
                writeln!(out, "{:half$}{}", cut(mine, half - 2), cut(yours, width - half))?;
            }
        }
        for (lead, claims) in [("with this fact now: ", &self.with), ("with 1 now: ", &self.joining)] {
            if !claims.is_empty() {
                writeln!(out, "{DIM}{}{DIM:#}", cut(&format!("{lead}{}", outlets(claims)), width))?;
            }
        }
        if !self.others.is_empty() {
            writeln!(out, "{BOLD}Which of these tell this fact, too?{BOLD:#}")?;
        }
        for (number, OtherClaim { claim, probability, together, .. }) in self.others.iter().enumerate() {
            let line = format!("{}  {}", marked(number + 2, *together, *probability), short(claim));
            writeln!(out, "{}", cut(&line, width))?;
        }
        Ok(())
    }
}

/// Who tells claims, and what.
fn outlets(claims: &[ClaimView]) -> String {
    let told: Vec<String> = claims.iter().map(|it| format!("{} ({})", it.value, it.outlet)).collect();
    safe(&told.join(", "))
}

/// A line that fits.
fn cut(line: &str, width: usize) -> String {
    if line.chars().count() <= width {
        return line.to_owned();
    }
    let mut cut: String = line.chars().take(width.saturating_sub(1)).collect();
    cut.push('…');
    cut
}
