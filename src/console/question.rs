//! Questions of the review: a claim beside the one that most likely changes something, the others below; or JSON.

use std::io::{self, Write};

use comfy_table::{ContentArrangement, Table};
use serde::Serialize;

use super::layout::wrapped;
use super::terminal::{BOLD, DIM};
use crate::files::json::pretty;
use crate::files::safe;
use crate::linkage::{Alignment, Sure};
use crate::review;
use crate::view::{ClaimView, Waterfall};

/// A question as it is shown.
#[derive(Debug, Serialize)]
pub struct QuestionView {
    /// The story's folder.
    pub story: String,
    /// The one claim, as an answer names it: `path#number`.
    #[serde(serialize_with = "named")]
    pub a: ClaimView,
    /// The other claim.
    #[serde(serialize_with = "named")]
    pub b: ClaimView,
    /// How likely both are about the same fact, from 0 to 1.
    pub probability: Sure,
    /// Whether they are in one data item now.
    pub together: bool,
    /// How many pairs of claims the answer may change.
    pub pairs: usize,
    /// How many contradictions and tensions it may make or break.
    pub conflicts: usize,
    /// Why it is asked.
    pub why: String,
    /// Others that may tell the fact of `a`, most telling first.
    pub others: Vec<OtherClaim>,
    /// Claims of other outlets that are one item with `a`, and are not asked about.
    #[serde(skip)]
    pub with: Vec<ClaimView>,
    /// Claims that are one item with `b`, where that is another one.
    #[serde(skip)]
    pub joining: Vec<ClaimView>,
    /// The claim of this fact, where it is not `a`, whose words speak most for `b`.
    #[serde(skip)]
    pub nearest: Option<ClaimView>,
    /// The steps to the probability.
    #[serde(skip)]
    pub waterfall: Waterfall,
}

/// Another claim that may tell the same fact.
#[derive(Debug, Serialize)]
pub struct OtherClaim {
    /// The claim.
    #[serde(flatten, serialize_with = "named")]
    pub claim: ClaimView,
    /// How likely it is the same fact, from 0 to 1.
    pub probability: Sure,
    /// Whether they are in one data item now.
    pub together: bool,
    /// How many pairs of claims the answer may change.
    pub pairs: usize,
    /// How many contradictions and tensions it may make or break.
    pub conflicts: usize,
    /// Claims that are one item with it.
    #[serde(skip)]
    pub with: Vec<ClaimView>,
}

/// A claim with the name that answers call it by.
fn named<S: serde::Serializer>(claim: &ClaimView, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Named<'a> {
        claim: String,
        #[serde(flatten)]
        rest: &'a ClaimView,
    }
    Named { claim: format!("{}#{}", claim.file, claim.number), rest: claim }.serialize(serializer)
}

/// The questions of a run; as JSON it is `gainsay-review/1`.
#[derive(Debug, Serialize)]
pub struct Questions {
    /// Name and version of the shape.
    pub schema: &'static str,
    /// Most telling first, story by story.
    pub questions: Vec<QuestionView>,
}

impl Questions {
    /// A list of questions.
    pub fn new(questions: Vec<QuestionView>) -> Self {
        Self { schema: "gainsay-review/1", questions }
    }

    /// Writes the list as one JSON object.
    pub fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        pretty(self, out)
    }
}

impl QuestionView {
    /// The view of a question.
    ///
    /// # Panics
    /// Where it has no choice.
    pub fn new(story: &str, alignment: &Alignment<'_>, question: &review::Question) -> Self {
        let claim = |at: usize| ClaimView::new(alignment.claims[at]);
        let claims = |all: &[usize]| all.iter().map(|&at| claim(at)).collect();
        let other = |it: &review::Choice| OtherClaim {
            claim: claim(it.claim),
            probability: it.sure,
            together: it.together,
            pairs: it.pairs,
            conflicts: it.conflicts,
            with: if it.together { Vec::new() } else { claims(&it.with) },
        };
        let first = &question.choices[0];
        let OtherClaim { claim: b, probability, together, pairs, conflicts, with: joining } = other(first);
        Self {
            story: story.to_owned(),
            a: claim(question.claim),
            b,
            probability,
            together,
            pairs,
            conflicts,
            why: question.why(),
            others: question.choices.iter().skip(1).map(other).collect(),
            with: claims(&question.with),
            joining,
            nearest: Some(if first.link.a == first.claim { first.link.b } else { first.link.a })
                .filter(|&nearest| nearest != question.claim && first.link.has(first.claim))
                .map(claim),
            waterfall: Waterfall::new(&first.link),
        }
    }

    /// Writes both claims side by side, or one below the other where there is no room, and how they compare.
    pub fn write(&self, number: usize, width: usize, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{BOLD}{number}. {}{BOLD:#}  [x] is one item with it now", safe(&self.story))?;
        writeln!(out, "{}", wrapped(DIM, &self.why, "", width))?;
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        let heads = ["this fact".to_owned(), marked(1, self.together, self.probability)];
        let [a, b] = [&self.a, &self.b].map(lines);
        let [a, b] =
            [(&heads[0], a), (&heads[1], b)].map(|(head, lines)| [vec![head.clone()], lines].concat());
        if width < super::layout::LEAST_WIDTH {
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

    /// Writes why 1 may tell the fact, or may not: the match weights.
    pub fn write_waterfall(&self, width: usize, out: &mut dyn Write) -> io::Result<()> {
        if let Some(nearest) = &self.nearest {
            writeln!(out, "{}", wrapped(DIM, "compared with 1: ", &short(nearest), width))?;
        }
        super::show::write_waterfall(&self.waterfall, out)
    }

    /// Writes the other claims that may tell the fact, by their numbers from 2, and who goes with whom.
    pub fn write_others(&self, width: usize, out: &mut dyn Write) -> io::Result<()> {
        let go = |lead: &str, claims: &[ClaimView], out: &mut dyn Write| -> io::Result<()> {
            claims.iter().try_for_each(|it| writeln!(out, "{}", wrapped(DIM, lead, &short(it), width)))
        };
        go("with this fact now: ", &self.with, out)?;
        go("with 1 now: ", &self.joining, out)?;
        if !self.others.is_empty() {
            writeln!(out, "{BOLD}Which of these tell this fact, too?{BOLD:#}")?;
        }
        for (number, it) in self.others.iter().enumerate() {
            let lead = format!("{}  ", marked(number + 2, it.together, it.probability));
            writeln!(out, "{}", wrapped(BOLD, &lead, &short(&it.claim), width))?;
            if let Some(quote) = it.claim.quote.as_ref().filter(|quote| !quote.is_empty()) {
                let space = " ".repeat(lead.len());
                writeln!(out, "{}", wrapped(DIM, &space, &safe(&format!("“{quote}”")), width))?;
            }
            let space = " ".repeat(lead.len());
            go(&format!("{space}with it now: "), &it.with, out)?;
        }
        Ok(())
    }
}

/// The number of a claim, whether it is one item with the fact now, and how likely that is right.
pub(super) fn marked(number: usize, together: bool, probability: Sure) -> String {
    format!("{number} [{}] {probability:>4}", if together { 'x' } else { ' ' })
}

/// A claim in a line.
pub(super) fn short(claim: &ClaimView) -> String {
    let place = claim.file.rsplit('/').next().unwrap_or_default();
    let told = format!("{}: {} = {}", claim.subject, claim.attribute, claim.value);
    safe(&format!("{told}  ({}, {place}:{})", claim.outlet, claim.line))
}

/// What a person needs to see of a claim, line by line.
pub(super) fn lines(claim: &ClaimView) -> Vec<String> {
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
