//! What an article's file lacks, as a list for a person.

use std::io::{self, Write};

use super::terminal::{BOLD, DIM, style};
use crate::claim::Article;
use crate::draft::Missing;
use crate::files::{count, safe};
use crate::linkage::Alignment;

/// Of an item's positions, these many are shown.
const MOST_VALUES: usize = 4;

/// Writes what an article's file lacks, gravest first.
pub fn checklist(
    article: &Article,
    missing: &[Missing<'_>],
    alignment: &Alignment<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (file, outlet) = (safe(article.file.path()), safe(&article.outlet));
    let lacks = match missing.len() {
        0 => "lacks nothing that others report".to_owned(),
        number => format!("lacks {} that others report", count(number, "item")),
    };
    writeln!(out, "{BOLD}{outlet}{BOLD:#} ({file}) {lacks}\n")?;
    for it in missing {
        let verdict = it.item.verdict;
        let style = style(verdict);
        let label = safe(&it.item.label);
        writeln!(out, "[ ] {style}{}{style:#}  {BOLD}{label}{BOLD:#}", verdict.name().to_uppercase())?;
        for position in it.item.positions.iter().take(MOST_VALUES) {
            let Some(&first) = position.claims.first() else { continue };
            let told = alignment.claims[it.item.claims[first]];
            let line = told.article.file.place(told.claim.value_span.start).line;
            let others = position.claims.len() - 1;
            let more = if others > 0 { format!(" and {}", count(others, "other")) } else { String::new() };
            let (value, outlet) = (safe(&told.claim.value.text), safe(&told.article.outlet));
            writeln!(
                out,
                "    “{value}”  {outlet}{more}  {DIM}{}:{line}{DIM:#}",
                safe(told.article.file.path())
            )?;
        }
        match (&it.passage, &article.body) {
            (Some(passage), Some(body)) => {
                let line = body.place(passage.span.start).line;
                let words = body.slice(passage.span.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
                writeln!(
                    out,
                    "    {DIM}the text may speak of it, {}:{line}:{DIM:#} {}",
                    safe(body.path()),
                    safe(&words)
                )?;
            }
            (None, Some(_)) => writeln!(out, "    {DIM}no passage of the text seems to speak of it{DIM:#}")?,
            _ => {}
        }
        writeln!(out)?;
    }
    Ok(())
}
