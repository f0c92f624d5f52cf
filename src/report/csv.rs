//! Tables for spreadsheets: a row for each claim, or a row for each item with a column for each outlet.

use std::collections::BTreeSet;
use std::io::{self, Write};

use csv::{QuoteStyle, Writer, WriterBuilder};

use super::Shown;
use super::terminal::one_line;
use super::view::{Item, Report, Story};

/// Spreadsheets take no longer cells, and would spill the rest over the next rows.
const LONGEST_CELL: usize = 32_000;

/// What every row begins with.
const ITEM: [&str; 6] = ["story", "item_id", "item", "kind", "verdict", "state"];

/// Writes a row for each claim of each item.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn csv(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let claim = [
        "position",
        "conflicts",
        "outlet",
        "subject",
        "attribute",
        "value",
        "understood",
        "limits",
        "according_to",
        "quote",
        "file",
        "line",
        "column",
        "safe_wording",
        "largest_side",
    ];
    let mut rows = writer(out);
    rows.write_record(ITEM.into_iter().chain(claim))?;
    for (story, item) in items(report, shown) {
        for (at, it) in item.claims.iter().enumerate() {
            let position = item.positions.iter().position(|position| position.claims.contains(&at));
            let conflicts: BTreeSet<&str> = item
                .comparisons
                .iter()
                .filter(|it| it.verdict.is_conflict() && (it.a == at || it.b == at))
                .map(|it| it.id.as_str())
                .collect();
            let mut row = beginning(story, item);
            row.extend([
                position.map(|it| (it + 1).to_string()).unwrap_or_default(),
                conflicts.into_iter().collect::<Vec<_>>().join(" "),
                cell(&it.outlet),
                cell(&it.subject),
                cell(&it.attribute),
                cell(&it.value),
                cell(&it.understood),
                cell(&it.limits.join("; ")),
                cell(&it.according_to.join("; ")),
                cell(it.quote.as_deref().unwrap_or_default()),
                cell(&it.file),
                it.begin.line.to_string(),
                it.begin.column.to_string(),
            ]);
            row.extend(printable(item));
            rows.write_record(row)?;
        }
    }
    rows.flush()
}

/// Writes a row for each item, with what each outlet says of it.
///
/// # Errors
/// Where `out` can't be written.
pub(super) fn csv_wide(report: &Report, shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<(&Story, &Item)> = items(report, shown).collect();
    let outlets: BTreeSet<&str> =
        all.iter().flat_map(|(_, item)| &item.claims).map(|claim| claim.outlet.as_str()).collect();
    let mut rows = writer(out);
    let fixed = ITEM.into_iter().chain(["safe_wording", "largest_side"]);
    let names = outlets.iter().map(|outlet| cell(outlet));
    rows.write_record(fixed.map(str::to_owned).chain(names))?;
    for (story, item) in all {
        let mut row = beginning(story, item);
        row.extend(printable(item));
        for outlet in &outlets {
            let said = item.claims.iter().filter(|claim| claim.outlet == *outlet);
            let said: Vec<&str> = said.map(|claim| claim.value.as_str()).collect();
            row.push(cell(&said.join(" / ")));
        }
        rows.write_record(row)?;
    }
    rows.flush()
}

fn writer(out: &mut dyn Write) -> Writer<&mut dyn Write> {
    // Everything is quoted: a spreadsheet that cuts at semicolons finds none outside of quotes.
    WriterBuilder::new().quote_style(QuoteStyle::NonNumeric).from_writer(out)
}

/// The items, all of them unless some are asked for.
fn items<'r>(report: &'r Report, shown: &Shown) -> impl Iterator<Item = (&'r Story, &'r Item)> {
    let shown = Shown { all: true, ..shown.clone() };
    let all = report.stories.iter().flat_map(|story| story.items.iter().map(move |item| (story, item)));
    all.filter(move |(_, item)| shown.wants(item))
}

/// The words that are fit to print, and what the largest side says.
fn printable(item: &Item) -> [String; 2] {
    let safe = item.safe_wording.as_ref().map(|it| it.words.as_str());
    let largest = item.largest_side.as_ref().map(|it| it.words.as_str());
    [safe, largest].map(|it| cell(it.unwrap_or_default()))
}

fn beginning(story: &Story, item: &Item) -> Vec<String> {
    let state = item.state().map_or("", |state| state.name());
    let cells = [&story.name, &item.id, &item.label, item.kind.name(), item.verdict.name(), state];
    cells.into_iter().map(cell).collect()
}

/// A text as a cell: in one line, never a formula (OWASP, CSV injection), never longer than a spreadsheet takes.
fn cell(text: &str) -> String {
    let mut shown: String = one_line(text).chars().take(LONGEST_CELL).collect();
    if text.chars().nth(LONGEST_CELL).is_some() {
        shown.push('…');
    }
    let begins = text.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    let works = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '|', '%'];
    if begins.is_some_and(|it| works.contains(&it)) { format!("'{shown}") } else { shown }
}
