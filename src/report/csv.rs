//! Tables for spreadsheets: a row for each claim, or a row for each item with a column for each outlet.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;

use csv::{QuoteStyle, Writer, WriterBuilder};

use crate::baseline::JudgedItem;
use crate::files::one_line;
use crate::findings::{Report, Shown};
use crate::sheet::{joined, works};
use crate::view::extent::day_of;
use crate::view::position::{letter, of_claims};
use crate::view::{ArticleView, ClaimView, DrawnExtent, Item, NumberLine, StoryView, rounded};

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
        "published",
        "as_of",
        "scope",
        "certainty",
        "title",
        "link",
        "author",
        "currency",
        "wire",
        "text",
        "low",
        "high",
        "unit",
        "side",
        "same_fact",
        "pin",
        "not",
        "members",
    ];
    let mut rows = writer(out);
    rows.write_record(ITEM.into_iter().chain(claim))?;
    let articles: BTreeMap<&str, &ArticleView> =
        report.stories.iter().flat_map(|it| &it.articles).map(|it| (it.file.as_str(), it)).collect();
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
                cell(&joined(&it.according_to)),
                cell(it.quote.as_deref().unwrap_or_default()),
                cell(&it.file),
                it.begin.line.to_string(),
                it.begin.column.to_string(),
            ]);
            row.extend(printable(item.view));
            row.extend(details(item.view, it, at, articles.get(it.file.as_str()).copied()));
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
    let all: Vec<(&StoryView, JudgedItem<'_>)> = items(report, shown).collect();
    let outlets: BTreeSet<&str> =
        all.iter().flat_map(|(_, item)| &item.view.claims).map(|claim| claim.outlet.as_str()).collect();
    let mut rows = writer(out);
    let fixed = ITEM.into_iter().chain(["safe_wording", "largest_side"]);
    let names = outlets.iter().map(|outlet| cell(outlet));
    rows.write_record(fixed.map(str::to_owned).chain(names))?;
    for (story, item) in all {
        let mut row = beginning(story, item);
        row.extend(printable(item.view));
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
fn items<'r>(report: &'r Report, shown: &Shown) -> impl Iterator<Item = (&'r StoryView, JudgedItem<'r>)> {
    let shown = Shown { all: true, ..shown.clone() };
    let all = report.stories.iter().flat_map(|story| story.judged().map(move |item| (&story.view, item)));
    all.filter(move |(_, item)| shown.wants(*item))
}

/// The words that are fit to print, and what the largest side says.
fn printable(item: &Item) -> [String; 2] {
    let safe = item.safe_wording.as_ref().map(|it| it.words.as_str());
    let largest = item.largest_side.as_ref().map(|it| it.words.as_str());
    [safe, largest].map(|it| cell(it.unwrap_or_default()))
}

fn beginning(story: &StoryView, item: JudgedItem<'_>) -> Vec<String> {
    let state = item.state().map_or("", |state| state.name());
    let cells = [&story.name, &item.id, &item.label, item.kind.name(), item.verdict.name(), state];
    cells.into_iter().map(cell).collect()
}

/// The article of a claim, and what it says besides its value.
fn details(item: &Item, claim: &ClaimView, at: usize, article: Option<&ArticleView>) -> Vec<String> {
    let text = |it: Option<&String>| cell(it.map_or("", String::as_str));
    let [low, high, unit] = claim.extent.as_ref().map(numbers).unwrap_or_default();
    let sure = claim.certainty.map(|it| rounded(it.probability()).to_string());
    vec![
        claim.published.map(|it| it.edtf()).unwrap_or_default(),
        claim.as_of.map(|it| it.edtf()).unwrap_or_default(),
        text(claim.scope.as_ref()),
        text(claim.firmness.as_ref()),
        text(article.and_then(|it| it.title.as_ref())),
        text(article.and_then(|it| it.url.as_ref())),
        text(article.and_then(|it| it.author.as_ref())),
        text(article.and_then(|it| it.currency.as_ref())),
        text(article.and_then(|it| it.wire.as_ref())),
        cell(&article.and_then(beside).unwrap_or_default()),
        low,
        high,
        cell(&unit),
        letter(of_claims(item)[at]).to_string(),
        sure.unwrap_or_default(),
        text(claim.pin.as_ref()),
        cell(&joined(&claim.not)),
        cell(&joined(&claim.members)),
    ]
}

/// An article's text as its claim file names it, from the folder where both lie.
fn beside(article: &ArticleView) -> Option<String> {
    let folder = Path::new(&article.file).parent()?;
    let text = Path::new(article.text.as_ref()?).strip_prefix(folder).ok()?;
    Some(text.to_string_lossy().into_owned())
}

/// What the words of a value allow, from and to, and in what: as numbers, or as dates.
fn numbers(extent: &DrawnExtent) -> [String; 3] {
    let shown =
        |end: Option<f64>, write: &dyn Fn(f64) -> Option<String>| end.and_then(write).unwrap_or_default();
    let both = |low: &dyn Fn(f64) -> Option<String>, high: &dyn Fn(f64) -> Option<String>, unit: &str| {
        [shown(extent.possible.low, low), shown(extent.possible.high, high), unit.to_owned()]
    };
    let plain = |number: f64| Some(number.to_string());
    let day = |number: f64| day_of(number).map(|it| it.to_string());
    match &extent.line {
        NumberLine::Figures(unit) => both(&plain, &plain, unit.as_deref().unwrap_or_default()),
        // A day reaches to the beginning of the next.
        NumberLine::Days => both(&day, &|number| day(number - 0.5), "date"),
        NumberLine::Clock => both(&plain, &plain, "minutes since midnight"),
        NumberLine::Stages(scale) => {
            let stage = |number: f64| plain(number + 1.0);
            both(&stage, &stage, &format!("stage of {scale}"))
        }
    }
}

/// A text as a cell: in one line, never a formula, never longer than a spreadsheet takes.
fn cell(text: &str) -> String {
    let mut shown: String = one_line(text).chars().take(LONGEST_CELL).collect();
    if text.chars().nth(LONGEST_CELL).is_some() {
        shown.push('…');
    }
    if works(text) { format!("'{shown}") } else { shown }
}
