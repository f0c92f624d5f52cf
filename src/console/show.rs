//! One data item in full.

use std::io::{self, Write};

use super::known;
use super::sketch::sketch;
use super::terminal::{BOLD, DIM, style};
use crate::baseline::JudgedItem;
use crate::files::safe;
use crate::linkage::{self, Sure};
use crate::view::{ClaimView, StoryView, Waterfall, first};

/// Why a pair is in one item that would not be by itself.
const AVERAGE: &str =
    "too little for two alone: claims join where all pairs of their groups weigh enough on average";

/// How many near misses are told in full.
const NEAREST: usize = 3;

/// Writes everything that is known of an item, for a terminal of `width` columns; with `full`, every waterfall.
pub fn show(
    story: &StoryView,
    item: JudgedItem<'_>,
    full: bool,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let colour = style(item.verdict);
    let verdict = item.verdict.name().to_uppercase();
    writeln!(out, "{colour}{verdict}{colour:#}  {BOLD}{}{BOLD:#}", safe(&item.label))?;
    let origins = item.backing;
    writeln!(
        out,
        "{DIM}item {} of {} · {} · {origins}{DIM:#}\n",
        item.id,
        safe(&story.name),
        item.kind.name()
    )?;
    writeln!(out, "{BOLD}Claims{BOLD:#}")?;
    for (index, claim) in item.claims.iter().enumerate() {
        write_claim(&format!("{}.", index + 1), claim, out)?;
    }
    if let Some(first) = first::told(&item) {
        writeln!(out, "\n{BOLD}First{BOLD:#}\n  {}", safe(&first.told))?;
    }
    if item.positions.len() > 1 {
        writeln!(out, "\n{BOLD}Positions{BOLD:#}")?;
        for position in &item.positions {
            let claims: Vec<String> = position.claims.iter().map(|at| (at + 1).to_string()).collect();
            let origins = safe(&position.origins.join(", "));
            let understood = safe(&position.understood);
            writeln!(out, "  {understood}: claim {}; resting on {origins}", claims.join(", "))?;
        }
    }
    let line = sketch(&item, width.saturating_sub(2));
    if !line.is_empty() {
        writeln!(out, "\n{BOLD}Along a line{BOLD:#}  {DIM}● stated, ━ meant, ─ allowed{DIM:#}")?;
    }
    for row in line {
        writeln!(out, "  {row}")?;
    }
    for found in &item.findings {
        writeln!(out, "\n{BOLD}One source, two numbers{BOLD:#}\n  {}", safe(&found.sentence))?;
    }
    writeln!(out, "\n{BOLD}To be printed{BOLD:#}\n  {}", safe(&item.advice()))?;
    if !item.omitted_by.is_empty() {
        writeln!(out, "\n{BOLD}Not reported by{BOLD:#}\n  {}", safe(&item.omitted_by.join(", ")))?;
    }
    if !item.comparisons.is_empty() {
        writeln!(out, "\n{BOLD}Comparisons{BOLD:#}")?;
    }
    let mut comparisons: Vec<_> = item.comparisons().collect();
    comparisons.sort_by_key(|it| (std::cmp::Reverse(it.verdict), it.a, it.b));
    for it in comparisons {
        let colour = style(it.verdict);
        let (a, b) = (it.a + 1, it.b + 1);
        writeln!(out, "  {a} and {b}: {colour}{}{colour:#}, {}", it.verdict.name(), safe(&it.reason))?;
        if let Some(state) = known::state(it) {
            writeln!(out, "     {DIM}{}: {state}{DIM:#}", it.id)?;
        }
    }
    if !item.comparisons.is_empty() {
        writeln!(out, "\n{BOLD}Why these are one fact{BOLD:#}  {DIM}match weights in bits{DIM:#}")?;
    }
    // The weakest link is the one to doubt; the others are a line each, unless asked for.
    let weakest = item.comparisons.iter().map(|it| it.r#match).reduce(Sure::least);
    let mut told = false;
    for it in &item.comparisons {
        writeln!(out, "  {} and {}: {} sure", it.a + 1, it.b + 1, it.r#match)?;
        if full || (!told && Some(it.r#match) == weakest) {
            told = true;
            write_waterfall(&it.waterfall, out)?;
            if it.waterfall.pinned.is_none() && it.waterfall.weight < linkage::JOINS {
                writeln!(out, "       {DIM}{AVERAGE}{DIM:#}")?;
            }
        }
    }
    if item.comparisons.len() > 1 && !full {
        writeln!(out, "  {DIM}the weakest link in full; --full tells all{DIM:#}")?;
    }
    if !item.near.is_empty() {
        writeln!(
            out,
            "\n{BOLD}Nearest misses{BOLD:#}  {DIM}left out, though something speaks for them{DIM:#}"
        )?;
    }
    for miss in item.near.iter().take(NEAREST) {
        write_claim("•", &miss.other, out)?;
        let (verdict, reason) = (miss.verdict.name(), safe(&miss.reason));
        writeln!(out, "     nearest to {}: {} sure; {verdict}, {reason}", miss.claim + 1, miss.probability)?;
        write_waterfall(&miss.waterfall, out)?;
    }
    Ok(())
}

fn write_claim(lead: &str, claim: &ClaimView, out: &mut dyn Write) -> io::Result<()> {
    let (value, understood) = (safe(&claim.value), safe(&claim.understood));
    writeln!(out, "  {lead} {BOLD}{value}{BOLD:#}  {DIM}understood as {understood}{DIM:#}")?;
    writeln!(out, "     {}: {}", safe(&claim.subject), safe(&claim.attribute))?;
    let credits = match claim.according_to.as_slice() {
        [] => String::new(),
        credits => format!(", citing {}", safe(&credits.join(", "))),
    };
    let day = claim.published.map(|when| format!(", {}", when.said())).unwrap_or_default();
    writeln!(out, "     {}{credits}{day}", safe(&claim.outlet))?;
    if let Some(quote) = &claim.quote {
        writeln!(out, "     “{}”", safe(quote))?;
    }
    if let Some(probably) = claim.probably() {
        writeln!(out, "     {probably}")?;
    }
    if !claim.limits.is_empty() {
        writeln!(out, "     {}", safe(&claim.limits.join("; ")))?;
    }
    writeln!(out, "     {DIM}{}:{}{DIM:#}", safe(&claim.file), claim.line)
}

/// Each step with the running sum, so that anyone can add it up.
pub(super) fn write_waterfall(waterfall: &Waterfall, out: &mut dyn Write) -> io::Result<()> {
    if let Some(same) = waterfall.pinned {
        let pin = if same { "a pin puts them together" } else { "pins keep them apart" };
        return writeln!(out, "       {pin}");
    }
    let mut sum = waterfall.prior;
    writeln!(out, "       {:+6.1} = {sum:+6.1}  before anything is compared", waterfall.prior)?;
    for level in &waterfall.levels {
        sum += level.bits;
        writeln!(out, "       {:+6.1} = {sum:+6.1}  {}: {}", level.bits, level.comparison, level.name)?;
    }
    Ok(())
}
