//! Questions of the review: two claims side by side, or as JSON for programs.

use std::io::{self, Write};

use comfy_table::{ContentArrangement, Table};
use serde::Serialize;

use super::terminal::{BOLD, DIM, safe};
use super::view::{Claim, Waterfall};
use crate::linkage::Alignment;
use crate::review;

/// A question as it is shown.
#[derive(Debug, Serialize)]
pub struct Question {
    /// The story's folder.
    pub story: String,
    /// The one claim, as an answer names it: `path#number`.
    #[serde(serialize_with = "named")]
    pub a: Claim,
    /// The other claim.
    #[serde(serialize_with = "named")]
    pub b: Claim,
    /// How likely both are about the same fact, from 0 to 1.
    pub probability: f64,
    /// Whether they are in one data item now.
    pub together: bool,
    /// How many pairs of claims the answer may change.
    pub pairs: usize,
    /// How many contradictions and tensions it may make or break.
    pub conflicts: usize,
    /// Why it is asked.
    pub why: String,
    /// The steps to the probability.
    #[serde(skip)]
    pub waterfall: Waterfall,
}

/// A claim with the name that answers call it by.
fn named<S: serde::Serializer>(claim: &Claim, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Named<'a> {
        claim: String,
        #[serde(flatten)]
        rest: &'a Claim,
    }
    Named { claim: format!("{}#{}", claim.file, claim.number), rest: claim }.serialize(serializer)
}

/// The questions of a run; as JSON it is `gainsay-review/1`.
#[derive(Debug, Serialize)]
pub struct Questions {
    /// Name and version of the shape.
    pub schema: &'static str,
    /// Most telling first, story by story.
    pub questions: Vec<Question>,
}

impl Questions {
    /// A list of questions.
    pub fn new(questions: Vec<Question>) -> Self {
        Self { schema: "gainsay-review/1", questions }
    }

    /// Writes the list as one JSON object.
    pub fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, self)?;
        out.write_all(b"\n")
    }
}

impl Question {
    /// The view of a question.
    pub fn new(story: &str, alignment: &Alignment<'_>, question: &review::Question) -> Self {
        let link = &question.link;
        Self {
            story: story.to_owned(),
            a: Claim::new(alignment.claims[link.a]),
            b: Claim::new(alignment.claims[link.b]),
            probability: (link.probability() * 1000.0).round() / 1000.0,
            together: question.together,
            pairs: question.pairs,
            conflicts: question.conflicts,
            why: question.why(),
            waterfall: Waterfall::new(link),
        }
    }

    /// Writes both claims side by side, or one below the other where there is no room, and how they compare.
    pub fn write(&self, number: usize, width: usize, out: &mut dyn Write) -> io::Result<()> {
        let now = if self.together { "one item now" } else { "two items now" };
        let sure = self.probability * 100.0;
        writeln!(out, "{BOLD}{number}. {}{BOLD:#}  {now}, {sure:.0} % sure of one fact", safe(&self.story))?;
        writeln!(out, "{DIM}{}{DIM:#}", self.why)?;
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        let (a, b) = (lines(&self.a), lines(&self.b));
        if width < super::table::LEAST_WIDTH {
            for line in a.iter().chain([&String::new()]).chain(&b) {
                table.add_row([line]);
            }
        } else {
            for (mine, yours) in a.iter().zip(&b) {
                table.add_row([mine, yours]);
            }
        }
        for line in table.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// What a person needs to see of a claim, line by line.
fn lines(claim: &Claim) -> Vec<String> {
    let quote = claim.quote.as_ref().map(|quote| format!("“{quote}”")).unwrap_or_default();
    let credits = match claim.according_to.as_slice() {
        [] => String::new(),
        credits => format!(", citing {}", credits.join(", ")),
    };
    [
        claim.value.clone(),
        format!("{}: {}", claim.subject, claim.attribute),
        quote,
        format!("{}{credits}", claim.outlet),
        format!("{}:{}", claim.file, claim.line),
    ]
    .map(|line| safe(&line))
    .to_vec()
}
