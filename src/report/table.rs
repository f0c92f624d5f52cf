//! The conflict table for an editor on deadline.

use std::io::{self, Write};

use anstyle::Style;
use comfy_table::{
    ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle, Width,
};

use super::terminal::{BOLD, DIM, count, safe, style};
use super::{Claim, Comparison, Item, Report, Story};
use crate::fusion::Verdict;
use crate::value::Kind;

/// Narrower than this, a table is a heap of syllables: claims are stacked instead.
pub(super) const LEAST_WIDTH: usize = 64;

/// From this width on, there is room for whole paths.
const ROOMY: usize = 160;

/// A conflict whose claims are less likely than this to be one fact says so.
const WEAK: f64 = 0.5;

/// Items of more claims than these show one row for each position.
const MANY: usize = 10;

/// Which items are shown.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Agreements and single claims, too.
    pub all: bool,
    /// Words that the label must have, in any case.
    pub item: Option<String>,
    /// Items of these verdicts alone.
    pub verdicts: Vec<Verdict>,
}

impl Shown {
    /// Whether an item is to be shown.
    pub fn wants(&self, item: &Item) -> bool {
        let label = item.label.to_lowercase();
        let asked = self.item.as_ref().is_none_or(|words| {
            words.to_lowercase().split_whitespace().all(|word| label.contains(word))
                || item.id.starts_with(words)
        });
        let grave = self.all || self.item.is_some() || item.verdict >= Verdict::Development;
        asked && if self.verdicts.is_empty() { grave } else { self.verdicts.contains(&item.verdict) }
    }
}

/// Writes the table, for a terminal of `width` columns.
pub fn table(report: &Report, shown: &Shown, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut hidden = 0;
    for story in &report.stories {
        let items: Vec<&Item> = story.items.iter().filter(|item| shown.wants(item)).collect();
        hidden += story.items.len() - items.len();
        if items.is_empty() {
            continue;
        }
        heading(story, width, out)?;
        for item in items.iter().filter(|item| item.verdict.is_conflict()) {
            conflict(item, width, out)?;
        }
        for verdict in Verdict::ALL.into_iter().filter(|verdict| !verdict.is_conflict()) {
            let items: Vec<&Item> = items.iter().copied().filter(|item| item.verdict == verdict).collect();
            list(verdict, &items, width, out)?;
        }
    }
    summary(report, hidden, shown, width, out)
}

fn heading(story: &Story, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let title = story.title.as_ref().map(|title| format!("{} ({})", safe(title), safe(&story.name)));
    let title = title.unwrap_or_else(|| safe(&story.name));
    let outlets = format!("{} in {}", count(story.outlets, "outlet"), safe(&story.folder));
    writeln!(out, "{}\n{}\n", wrapped(BOLD, &title, "", width), wrapped(DIM, &outlets, "", width))
}

/// One conflict: its positions with every claim, why they conflict, and what can be printed.
fn conflict(item: &Item, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let verdict = format!("{}  ", item.verdict.name().to_uppercase());
    writeln!(out, "{}", wrapped(style(item.verdict), &verdict, &safe(&item.label), width))?;
    if width < LEAST_WIDTH {
        stacked(item, width, out)?;
    } else {
        writeln!(out, "{}", rows(item, width).trim_fmt())?;
    }
    for line in reasons(item) {
        writeln!(out, "{}", wrapped(DIM, "why    ", &line, width))?;
    }
    let print = match &item.common_ground {
        Some(ground) => {
            let origins = count(item.independent, "independent origin");
            format!("{} ({} of {origins})", safe(ground), item.backing)
        }
        None => "nothing yet: no position rests on more independent origins than the others".to_owned(),
    };
    writeln!(out, "{}", wrapped(DIM, "print  ", &print, width))?;
    if !item.omitted_by.is_empty() {
        let outlets = safe(&item.omitted_by.join(", "));
        writeln!(out, "{}", wrapped(DIM, "silent ", &outlets, width))?;
    }
    if let Some(sure) = item.least_match() {
        let weak = if sure < WEAK { ": weak, look at the labels before you use it" } else { "" };
        let sure = format!("{:.0} %{weak}", sure * 100.0);
        writeln!(out, "{}", wrapped(DIM, "sure   ", &format!("the same fact, {sure}"), width))?;
    }
    writeln!(out, "{}", wrapped(DIM, "more   ", &format!("gainsay show {}", item.id), width))?;
    writeln!(out)
}

/// The letter of the position a claim is in.
fn letter(item: &Item, claim: usize) -> char {
    let position = item.positions.iter().position(|it| it.claims.contains(&claim)).unwrap_or(0);
    position_letter(position)
}

fn position_letter(position: usize) -> char {
    u8::try_from(position).ok().filter(|&it| it < 26).map_or('·', |it| char::from(b'A' + it))
}

fn rows(item: &Item, width: usize) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    let roomy = width >= ROOMY;
    let mut header = vec!["", "says", "outlet", "quote"];
    if roomy {
        header.push("where");
    }
    table.set_header(header);
    for position in &item.positions {
        if item.claims.len() > MANY {
            table.add_row(collapsed(item, &position.claims, roomy));
            continue;
        }
        for &claim in &position.claims {
            let it = &item.claims[claim];
            let mut outlet = told_by(it);
            let place = place(it, roomy);
            let mut row = vec![letter(item, claim).to_string(), says(it)];
            if !roomy {
                outlet = format!("{outlet}\n{place}");
            }
            row.push(outlet);
            row.push(quote(it));
            if roomy {
                row.push(place);
            }
            table.add_row(row);
        }
    }
    // The value matters most and is short; the quote takes what is left.
    let percent = |share: usize| Width::Percentage(u16::try_from(share).unwrap_or(25));
    let says = ColumnConstraint::UpperBoundary(percent(26));
    let outlet = ColumnConstraint::UpperBoundary(percent(if roomy { 22 } else { 34 }));
    let mut constraints = vec![ColumnConstraint::ContentWidth, says, outlet];
    if roomy {
        // A path in one piece can be clicked.
        constraints.extend([ColumnConstraint::LowerBoundary(percent(20)), ColumnConstraint::ContentWidth]);
    }
    table.set_constraints(constraints);
    table
}

/// No frame; a line below the header and nothing between the rows.
const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .content_lines(ContentLineStyle::none());

fn collapsed(item: &Item, claims: &[usize], roomy: bool) -> Vec<String> {
    let first = &item.claims[claims[0]];
    let mut outlets: Vec<String> = Vec::new();
    for &claim in claims {
        let outlet = safe(&item.claims[claim].outlet);
        if !outlets.contains(&outlet) {
            outlets.push(outlet);
        }
    }
    let mut row = vec![letter(item, claims[0]).to_string(), says(first), outlets.join(", "), quote(first)];
    if roomy {
        row.push(format!("{} and {} more", place(first, true), claims.len() - 1));
    }
    row
}

/// The value as worded, and below it as understood where that says more, and what limits it.
fn says(claim: &Claim) -> String {
    // Spaces are where a cell may break.
    let understood = safe(&claim.understood).replace('/', " to ");
    let mut lines = vec![safe(&claim.value)];
    if matches!(claim.kind, Kind::Date | Kind::Time | Kind::Stage) && !understood.is_empty() {
        // A stage repeats its words; only its place on the scale is news.
        let news = understood.strip_prefix(safe(&claim.value).as_str()).unwrap_or(&understood).trim();
        lines.extend((!news.is_empty()).then(|| format!("= {}", news.trim_matches(['(', ')']))));
    }
    if !claim.limits.is_empty() {
        lines.push(format!("({})", safe(&claim.limits.join("; "))));
    }
    lines.join("\n")
}

fn told_by(claim: &Claim) -> String {
    let outlet = safe(&claim.outlet);
    match claim.according_to.as_slice() {
        [] => outlet,
        credits => format!("{outlet}, citing {}", safe(&credits.join(", "))),
    }
}

fn place(claim: &Claim, whole: bool) -> String {
    let file = safe(&claim.file);
    let name = file.rsplit('/').next().unwrap_or(&file);
    format!("{}:{}", if whole { &file } else { name }, claim.line)
}

fn quote(claim: &Claim) -> String {
    claim.quote.as_ref().map(|quote| format!("“{}”", safe(quote))).unwrap_or_default()
}

fn stacked(item: &Item, width: usize, out: &mut dyn Write) -> io::Result<()> {
    for position in &item.positions {
        for &claim in &position.claims {
            let it = &item.claims[claim];
            let mut lead = format!("{} ", letter(item, claim));
            let said = says(it);
            let quote = it.quote.is_some().then(|| quote(it));
            for line in said.lines().chain([told_by(it).as_str()]).chain(quote.as_deref()) {
                writeln!(out, "{}", wrapped(BOLD, &lead, line, width))?;
                "  ".clone_into(&mut lead);
            }
            writeln!(out, "  {DIM}{}{DIM:#}", place(it, true))?;
        }
    }
    Ok(())
}

/// One reason for each pair of positions in conflict, gravest first, in the item's letters.
fn reasons(item: &Item) -> Vec<String> {
    let mut worst: Vec<&Comparison> = Vec::new();
    let mut grave: Vec<&Comparison> = item.comparisons.iter().filter(|it| it.verdict.is_conflict()).collect();
    grave.sort_by_key(|it| std::cmp::Reverse(it.verdict));
    let pair = |it: &Comparison| {
        let (a, b) = (letter(item, it.a), letter(item, it.b));
        (a.min(b), a.max(b))
    };
    for it in grave {
        if !worst.iter().any(|known| pair(known) == pair(it)) {
            worst.push(it);
        }
    }
    worst.sort_by_key(|it| (std::cmp::Reverse(it.verdict), pair(it)));
    worst
        .into_iter()
        .map(|it| {
            let (first, second) = pair(it);
            let sign = if it.verdict == Verdict::Contradiction { '≠' } else { '~' };
            let (x, y) = if letter(item, it.a) == first { (it.a, it.b) } else { (it.b, it.a) };
            let value = |claim: usize| safe(&item.claims[claim].value);
            format!("{first} {sign} {second}: {} ({} / {})", safe(&it.reason), value(x), value(y))
        })
        .collect()
}

/// A line with a lead in a style, broken at words so that it fits; later lines stand below the text, not the lead.
/// A lead without a text is itself the text.
fn wrapped(style: Style, lead: &str, text: &str, width: usize) -> String {
    let (lead, text, indent) =
        if text.is_empty() { ("", lead, 0) } else { (lead, text, lead.chars().count().min(width / 2)) };
    let room = width - indent;
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    let text = lines.join(&format!("\n{}", " ".repeat(indent)));
    if lead.is_empty() { format!("{style}{text}{style:#}") } else { format!("{style}{lead}{style:#}{text}") }
}

/// Items that are no conflict, a few words each.
fn list(verdict: Verdict, items: &[&Item], width: usize, out: &mut dyn Write) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    let what = match verdict {
        Verdict::Unclear => "a person must look",
        Verdict::Development => "the value moved on as time did",
        Verdict::Compatible => "one is vaguer than the other",
        Verdict::Agreement => "the same value",
        _ => "one article alone",
    };
    let lead = format!("{}  ", verdict.name().to_uppercase());
    writeln!(out, "{}", wrapped(style(verdict), &lead, what, width))?;
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    for item in items {
        let mut values: Vec<String> = Vec::new();
        let mut outlets: Vec<String> = Vec::new();
        for claim in &item.claims {
            for (list, text) in [(&mut values, safe(&claim.value)), (&mut outlets, safe(&claim.outlet))] {
                if !list.contains(&text) {
                    list.push(text);
                }
            }
        }
        table.add_row(vec![safe(&item.label), values.join(" / "), outlets.join(", ")]);
    }
    writeln!(out, "{}\n", table.trim_fmt())
}

fn summary(
    report: &Report,
    hidden: usize,
    shown: &Shown,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let it = &report.summary;
    let read = format!(
        "{} in {}, {}",
        count(it.claims, "claim"),
        count(it.articles, "article"),
        count(it.items, "data item")
    );
    let found = format!(
        "{} ({} new), {}, {} unclear",
        count(it.contradictions, "contradiction"),
        it.new,
        count(it.tensions, "tension"),
        it.unclear
    );
    let colour = style(if it.new > 0 { Verdict::Contradiction } else { Verdict::Agreement });
    writeln!(out, "{}", wrapped(colour, &found, "", width))?;
    writeln!(out, "{}", wrapped(Style::new(), &read, "", width))?;
    let errors = report.diagnostics.iter().filter(|it| it.severity == "error").count();
    if errors > 0 {
        let what = if errors == 1 { "error in a file" } else { "errors in the files" };
        let line = format!("{errors} {what}: what is wrong was left out");
        writeln!(out, "{}", wrapped(style(Verdict::Contradiction), &line, "", width))?;
    }
    if hidden > 0 && !shown.all && shown.item.is_none() && shown.verdicts.is_empty() {
        let line = format!("{} more with --all", count(hidden, "item"));
        writeln!(out, "{}", wrapped(DIM, &line, "", width))?;
    }
    Ok(())
}
